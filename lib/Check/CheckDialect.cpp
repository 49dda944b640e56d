//===- CheckDialect.cpp - The check dialect -------------------------------===//

#include "adze/Check/Check.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace adze::check;

#include "adze/Check/CheckDialect.cpp.inc"
#define GET_OP_CLASSES
#include "adze/Check/CheckOps.cpp.inc"

void CheckDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "adze/Check/CheckOps.cpp.inc"
      >();
}
