//===- Glue.h - The calls between kernels -----------------------*- C++ -*-===//

#ifndef ADZE_CODEGEN_GLUE_GLUE_H
#define ADZE_CODEGEN_GLUE_GLUE_H

#include "adze/IR/Adze.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/Error.h"

namespace adze {

/// The weights section: every distinct constant once, at offsets aligned to 64 bytes.
struct WeightsLayout {
  struct Piece {
    mlir::ElementsAttr value;
    int64_t offset;
  };
  std::vector<Piece> pieces;
  int64_t size = 0;
  llvm::DenseMap<mlir::Attribute, int64_t> offsets;
};
WeightsLayout layoutWeights(mlir::ModuleOp module);

struct GlueOptions {
  /// The symbol of each function's entry, by the function's name:
  ///   int32_t entry(const void *const *inputs, void *const *outputs, void *arena)
  llvm::StringMap<std::string> entries;
  /// The weights section's symbol, defined elsewhere.
  std::string weightsSymbol;
  /// What kernels' symbols start with.
  std::string kernelPrefix;
  std::string triple, dataLayout;
};

/// The functions of a module in memory form in the LLVM dialect: load the caller's pointers, set up the kernels' context, call kernel after kernel.
/// Kernels' scratch begins behind `adze.arena_bytes`.
mlir::OwningOpRef<mlir::ModuleOp> lowerGlue(mlir::ModuleOp module, const WeightsLayout &weights, const GlueOptions &options);

/// The same as LLVM IR.
llvm::Expected<std::unique_ptr<llvm::Module>> translateGlue(mlir::ModuleOp glue, llvm::LLVMContext &context);

} // namespace adze

#endif // ADZE_CODEGEN_GLUE_GLUE_H
