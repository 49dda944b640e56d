//===- Check.h - The check dialect ------------------------------*- C++ -*-===//

#ifndef ADZE_CHECK_CHECK_H
#define ADZE_CHECK_CHECK_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"

#include "adze/Check/CheckDialect.h.inc"
#define GET_OP_CLASSES
#include "adze/Check/CheckOps.h.inc"

#endif // ADZE_CHECK_CHECK_H
