//===- Passes.td - Graph to graph -----------------------------*- tablegen -*-===//

#ifndef ADZE_PASSES_GRAPH_TD
#define ADZE_PASSES_GRAPH_TD

include "mlir/Pass/PassBase.td"

def FoldConstants : Pass<"adze-fold-constants", "::mlir::func::FuncOp"> {
  let summary = "computes operations on constants by the reference interpreter";
  let description = [{
    Replaces every operation whose operands are all constants by its value. Results that are larger than 64 KiB and larger than all operands together
    (repeated or broadcast data) are left to run time.

    ```mlir
    %0 = adze.add %c1, %c2 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    // becomes
    %0 = adze.constant dense<[4.0, 6.0]> : tensor<2xf32>
    ```
  }];
  let statistics = [Statistic<"numFolded", "folded", "Number of operations folded">];
}

#endif // ADZE_PASSES_GRAPH_TD
