//===- Passes.cpp - Registration and the default pipelines ----------------===//

#include "adze/Passes/Passes.h"
#include "adze/IR/Adze.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace adze {
#define GEN_PASS_REGISTRATION
#include "passes/graph/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "passes/kernel/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "passes/memory/Passes.h.inc"
} // namespace adze

void adze::buildGraphPipeline(OpPassManager &manager, unsigned optLevel) {
  if (optLevel == 0)
    return;
  OpPassManager &function = manager.nest<func::FuncOp>();
  // What exporters leave behind: constants computed in the graph, identities, duplicates.
  function.addPass(createFoldConstants());
  function.addPass(createCanonicalizerPass());
  function.addPass(createCSEPass());
  // Operations that were taken apart, while their pieces still stand together.
  function.addPass(createRecognizeNorms());
  function.addPass(createRecognizeActivations());
  function.addPass(createFoldPads());
  function.addPass(createFoldBatchNorm());
  // Layouts come after everything that thinks in channels, and before products are formed from channels-last convolutions.
  function.addPass(createAssignLayouts());
  function.addPass(createSinkTransposes());
  function.addPass(createConvTransposesToConvs());
  function.addPass(createConvsToMatmuls());
  function.addPass(createSinkReshapes());
  // Transposed and reshaped constants, and what became equal.
  function.addPass(createFoldConstants());
  function.addPass(createCanonicalizerPass());
  function.addPass(createCSEPass());
}

void adze::buildKernelPipeline(OpPassManager &manager) {
  OpPassManager &function = manager.nest<func::FuncOp>();
  function.addPass(createDecomposeAttention());
  function.addPass(createFormKernels());
  function.addPass(createScheduleKernels());
  // Packing follows from the schedule: it knows the width of the tiles.
  function.addPass(createPackWeights());
}

void adze::registerPasses() {
  registerAdzeGraphPasses();
  registerAdzeKernelPasses();
  registerAdzeMemoryPasses();
  PassPipelineRegistration<>("adze-graph-pipeline", "the default passes on graph form (-O2)",
                             [](OpPassManager &manager) { buildGraphPipeline(manager, 2); });
  PassPipelineRegistration<>("adze-kernel-pipeline", "graph form to scheduled kernels",
                             [](OpPassManager &manager) { buildKernelPipeline(manager); });
}
