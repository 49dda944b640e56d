//===- adze-opt.cpp - The plain MLIR driver -------------------------------===//

#include "adze/IR/Adze.h"
#include "adze/Passes/Passes.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/Passes.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  registry.insert<adze::AdzeDialect, mlir::func::FuncDialect, mlir::quant::QuantDialect, mlir::scf::SCFDialect>();
  adze::registerPasses();
  mlir::registerTransformsPasses();
  return mlir::asMainReturnCode(mlir::MlirOptMain(argc, argv, "Adze: passes over models\n", registry));
}
