//===- adze-lsp-server.cpp - Completion and errors in editors -------------===//

#include "adze/IR/Adze.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Tools/mlir-lsp-server/MlirLspServerMain.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  registry.insert<adze::AdzeDialect, mlir::func::FuncDialect, mlir::quant::QuantDialect, mlir::scf::SCFDialect>();
  return mlir::failed(mlir::MlirLspServerMain(argc, argv, registry));
}
