//===- Passes.td - From kernels to launches on an arena -------*- tablegen -*-===//

#ifndef ADZE_PASSES_MEMORY_TD
#define ADZE_PASSES_MEMORY_TD

include "mlir/Pass/PassBase.td"

def PlanMemory : Pass<"adze-plan-memory", "::mlir::ModuleOp"> {
  let summary = "outlines kernels and gives every value a place";
  let description = [{
    Turns functions of kernels into functions of launches: equal kernels are outlined once as `adze.kernel_def`, inputs and outputs become
    buffers of the caller, constants lie in the weights section, everything else in one arena. Values whose lifetimes overlap never share bytes, but for
    reshapes, slices and transposes, which are views of their operand's buffer, for operands of a concatenation, which are parts of its buffer, and for
    element-wise results, which take the place of an operand that is not read afterwards. The function's `adze.arena_bytes` says how much was needed and
    `adze.arena_lower_bound` the largest sum of live values.

    ```mlir
    func.func @main(%arg0: memref<1x8xf32>, %arg1: memref<1x16xf32>) attributes {adze.arena_bytes = 64 : i64, ...} {
      %0 = adze.weights dense_resource<w> : tensor<1x8x16xf32> : memref<1x8x16xf32>
      adze.launch @k_1a2b3c4d5e6f7081(%arg0, %0) -> (%arg1) : ...
      return
    }
    ```
  }];
  let statistics = [Statistic<"numKernels", "kernels", "Number of distinct kernels">,
                    Statistic<"numLaunches", "launches", "Number of launches">];
}

#endif // ADZE_PASSES_MEMORY_TD
