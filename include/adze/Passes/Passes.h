//===- Passes.h - All passes ------------------------------------*- C++ -*-===//

#ifndef ADZE_PASSES_PASSES_H
#define ADZE_PASSES_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassRegistry.h"

namespace adze {

#define GEN_PASS_DECL
#include "passes/graph/Passes.h.inc"
#define GEN_PASS_DECL
#include "passes/kernel/Passes.h.inc"
#define GEN_PASS_DECL
#include "passes/memory/Passes.h.inc"

/// Registers every pass and the pipelines below with MLIR's registry.
void registerPasses();

/// Graph form, simplified, before kernels are formed: nothing at level 0; folding and canonical forms at 1; everything at 2 and above. Passes of the
/// given names are left out.
void buildGraphPipeline(mlir::OpPassManager &manager, unsigned optLevel, llvm::ArrayRef<std::string> disabled = {});
/// Whether the graph pipeline has a pass of this name, so that it can be left out.
bool isGraphPipelinePass(llvm::StringRef name);
/// Graph form to scheduled kernels with packed weights (the target is the module's `adze.target`).
void buildKernelPipeline(mlir::OpPassManager &manager);

} // namespace adze

#endif // ADZE_PASSES_PASSES_H
