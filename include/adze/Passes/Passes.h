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

/// Graph form, simplified: what `-O1` and above run on an imported model before kernels are formed.
void buildGraphPipeline(mlir::OpPassManager &manager, unsigned optLevel);
/// Graph form to scheduled kernels with packed weights (the target is the module's `adze.target`).
void buildKernelPipeline(mlir::OpPassManager &manager);

} // namespace adze

#endif // ADZE_PASSES_PASSES_H
