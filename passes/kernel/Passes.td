//===- Passes.td - From operations to scheduled kernels -------*- tablegen -*-===//

#ifndef ADZE_PASSES_KERNEL_TD
#define ADZE_PASSES_KERNEL_TD

include "mlir/Pass/PassBase.td"

def FormKernels : Pass<"adze-form-kernels", "::mlir::func::FuncOp"> {
  let summary = "groups operations into kernels";
  let description = [{
    Puts every operation that computes something into an `adze.kernel`. A kernel has one root that owns the loops (product, convolution, pooling,
    reduction, normalization...); the element-wise operations that follow it, as long as each result has one user and the root's shape, become its
    epilogue. Remaining element-wise and movement operations are fused along single uses. Movements that only change strides need no kernel: a reshape, slice,
    broadcast or transpose of which rows stay dense is a view of its operand, and the operands of a concatenation or a transpose are written into its memory.
    Operands of a concatenation that lie elsewhere are copied. Afterwards only kernels, constants and such movements stand in the function; constants are
    operands, but for those of one element.

    ```mlir
    %0 = adze.matmul %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
    %1 = adze.add %0, %b : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
    // becomes
    %1 = adze.kernel(%arg0 = %b, %arg1 = %x, %arg2 = %w) : ... {
      %0 = adze.matmul %arg1, %arg2 : ...
      %1 = adze.add %0, %arg0 : ...
      adze.yield %1 : tensor<4x16xf32>
    }
    ```
  }];
  let statistics = [Statistic<"numKernels", "kernels", "Number of kernels formed">,
                    Statistic<"numEpilogues", "epilogues", "Number of operations fused behind a root">];
}

def ScheduleKernels : Pass<"adze-schedule-kernels", "::mlir::func::FuncOp"> {
  let summary = "chooses a schedule for every kernel";
  let description = [{
    Asks the schedule provider of the target for each kernel that has no schedule yet; a schedule that is there (edited by hand, or tuned) stays.
    The target is the option's, else the module's `adze.target` attribute, else the host.

    ```mlir
    %1 = adze.kernel(...) : ... schedule #adze.schedule<"gemm", vector = 8, tile = [16, 6], block = [], unroll = 1> { ... }
    ```
  }];
  let options = [Option<"target", "target", "std::string", /*default=*/"\"\"", "what to schedule for, as --target takes it">];
}

def PackWeights : Pass<"adze-pack-weights", "::mlir::func::FuncOp"> {
  let summary = "stores constant operands of products and convolutions as their schedules read them";
  let description = [{
    Where a kernel is scheduled as `gemm` or `conv` and its weights are a constant, the constant is rewritten into blocks as wide as the register tile,
    padded with zeros, and the kernel reads it through `adze.unpack`. Weights of depthwise convolutions become channels-last.

    ```mlir
    // A 8x10 matrix for a tile of 16 columns:
    %w = adze.constant ... : tensor<1x8x16xf32>
    %0 = adze.unpack %arg1 {extent = 10} : (tensor<1x8x16xf32>) -> tensor<8x10xf32>
    ```
  }];
  let statistics = [Statistic<"numPacked", "packed", "Number of constants packed">];
}

def VerifyForm : Pass<"adze-verify-form", "::mlir::ModuleOp"> {
  let summary = "checks that a module is in the form that it is said to be in";
  let description = [{
    Changes nothing; every violation is an error at its operation.

    - `graph`: functions of operations on tensors, none of kernel or memory form.
    - `kernel`: everything that computes is inside an `adze.kernel` with a schedule; only constants and movements that need no kernel stand beside
      kernels, and inside them no constant has more than one element.
    - `memory`: functions of launches on buffers; every buffer of the arena lies inside `adze.arena_bytes`, is live at each launch that uses it,
      and shares no byte with another one that is live at the same time, unless a kernel that works in place takes it over.

    ```mlir
    // --adze-verify-form=kernel refuses a function with
    %1 = adze.relu %0 : (tensor<4xf32>) -> tensor<4xf32>
    ```
  }];
  let options = [Option<"mode", "mode", "std::string", /*default=*/"\"\"", "graph, kernel or memory">];
}

#endif // ADZE_PASSES_KERNEL_TD
