//===- Passes.cpp - Registration and the default pipelines ----------------===//

#include "adze/Passes/Passes.h"
#include "adze/IR/Adze.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;
using namespace adze;

namespace adze {
#define GEN_PASS_REGISTRATION
#include "passes/graph/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "passes/kernel/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "passes/memory/Passes.h.inc"
} // namespace adze

static void addGraphPasses(OpPassManager &function, unsigned optLevel, ArrayRef<std::string> disabled) {
  auto add = [&](std::unique_ptr<Pass> pass) {
    if (!llvm::is_contained(disabled, pass->getArgument()))
      function.addPass(std::move(pass));
  };
  // What exporters leave behind: constants computed in the graph, identities, duplicates.
  add(createFoldConstants());
  add(createCanonicalizerPass());
  add(createCSEPass());
  if (optLevel == 1)
    return;
  // Operations that were taken apart, while their pieces still stand together.
  add(createRecognizeNorms());
  add(createRecognizeActivations());
  add(createRecognizeAttention());
  add(createMergeSlices());
  add(createFoldPads());
  add(createFoldBatchNorm());
  // Layouts come after everything that thinks in channels, and before products are formed from channels-last convolutions.
  add(createAssignLayouts());
  add(createSinkTransposes());
  add(createConvTransposesToConvs());
  add(createConvsToMatmuls());
  add(createSinkReshapes());
  // Transposed and reshaped constants, and what became equal.
  add(createFoldConstants());
  add(createCanonicalizerPass());
  add(createCSEPass());
}

void adze::buildGraphPipeline(OpPassManager &manager, unsigned optLevel, ArrayRef<std::string> disabled) {
  if (optLevel > 0)
    addGraphPasses(manager.nest<func::FuncOp>(), optLevel, disabled);
}

bool adze::isGraphPipelinePass(StringRef name) {
  OpPassManager function(func::FuncOp::getOperationName());
  addGraphPasses(function, 2, {});
  return llvm::any_of(function.getPasses(), [&](const Pass &pass) { return pass.getArgument() == name; });
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
