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

def FoldBatchNorm : Pass<"adze-fold-batch-norm", "::mlir::func::FuncOp"> {
  let summary = "folds batch normalization and scales per channel into convolutions";
  let description = [{
    A batch normalization with constant parameters becomes a product and a sum per channel; a product per output channel behind a convolution (or a product
    with a matrix) with a constant filter that has no other user is multiplied into the filter. The sums stay and become the kernel's bias.

    ```mlir
    %0 = adze.conv %x, %w ...
    %1 = adze.batch_norm %0, %scale, %bias, %mean, %variance {epsilon = 1.0e-5 : f64} : ...
    // becomes, with w' = w * scale / sqrt(variance + epsilon):
    %0 = adze.conv %x, %w' ...
    %1 = adze.add %0, %bias' : (tensor<1x8x4x4xf32>, tensor<8x1x1xf32>) -> tensor<1x8x4x4xf32>
    ```
  }];
  let statistics = [Statistic<"numFolded", "folded", "Number of scales multiplied into weights">];
}

def RecognizeActivations : Pass<"adze-recognize-activations", "::mlir::func::FuncOp"> {
  let summary = "finds GELU, SiLU and hard-swish in their exported pieces";
  let description = [{
    ```mlir
    %0 = adze.sigmoid %x : (tensor<4xf32>) -> tensor<4xf32>
    %1 = adze.mul %x, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    // becomes
    %1 = adze.silu %x : (tensor<4xf32>) -> tensor<4xf32>
    ```
  }];
  let statistics = [Statistic<"numFound", "found", "Number of activations recognized">];
}

def RecognizeNorms : Pass<"adze-recognize-norms", "::mlir::func::FuncOp"> {
  let summary = "finds layer, root-mean-square and group normalizations in their exported pieces";
  let description = [{
    `(x - mean(x)) / sqrt(mean((x - mean(x))^2) + epsilon)` over trailing dimensions becomes `adze.layer_norm`, `x / sqrt(mean(x^2) + epsilon)` `adze.rms_norm`;
    a product with a constant and a sum with a constant behind it become scale and bias. Instance normalization of `[N, groups, rest]` between reshapes becomes
    `adze.group_norm` of `[N, C, spatial...]`.

    ```mlir
    %m = adze.reduce %x {kind = #adze.reduce_kind<mean>, axes = array<i64: 1>, keepdims} : ...
    %d = adze.sub %x, %m : ...
    %s = adze.mul %d, %d : ...
    %v = adze.reduce %s {kind = #adze.reduce_kind<mean>, axes = array<i64: 1>, keepdims} : ...
    %e = adze.add %v, %epsilon : ...
    %r = adze.sqrt %e : ...
    %y = adze.div %d, %r : ...
    // becomes
    %y = adze.layer_norm %x {axis = 1 : i64, epsilon = 1.0e-5 : f64} : ...
    ```
  }];
  let statistics = [Statistic<"numFound", "found", "Number of normalizations recognized">];
}

def RecognizeAttention : Pass<"adze-recognize-attention", "::mlir::func::FuncOp"> {
  let summary = "finds attention in its exported pieces";
  let description = [{
    `softmax(scale * q k^T + mask) v` becomes `adze.attention`, wherever the scale stands (behind the product, at the queries, at the keys) and whether it
    is a factor or a divisor. Keys and values whose heads are repeated for groups of queries are not repeated any more: the heads of a group become rows of
    one head, if no mask distinguishes them.

    ```mlir
    %0 = adze.transpose %k {permutation = array<i64: 0, 1, 3, 2>} : ...
    %1 = adze.matmul %q, %0 : ...
    %2 = adze.mul %1, %scale : ...
    %3 = adze.softmax %2 {axes = array<i64: 3>} : ...
    %4 = adze.matmul %3, %v : ...
    // becomes
    %4 = adze.attention %q, %k, %v {scale = 1.250000e-01 : f64} : ...
    ```
  }];
  let statistics = [Statistic<"numFound", "found", "Number of attentions recognized">];
}

def DecomposeAttention : Pass<"adze-decompose-attention", "::mlir::func::FuncOp"> {
  let summary = "writes attention as products and a softmax";
  let description = [{
    Until there is a kernel that computes attention tile by tile, this is how it is compiled.

    ```mlir
    %0 = adze.attention %q, %k, %v {scale = 0.5 : f64} : ...
    // becomes
    %1 = adze.matmul %q, %k {transpose_b} : ...
    %2 = adze.mul %1, %scale : ...
    %3 = adze.softmax %2 {axes = array<i64: 2>} : ...
    %0 = adze.matmul %3, %v : ...
    ```
  }];
  let statistics = [Statistic<"numDecomposed", "decomposed", "Number of operations decomposed">];
}

def FoldPads : Pass<"adze-fold-pads", "::mlir::func::FuncOp"> {
  let summary = "moves constant padding into the convolution that follows";
  let description = [{
    Zeros that `adze.pad` adds around the spatial dimensions of a convolution's input become the convolution's own pads.

    ```mlir
    %0 = adze.pad %x {low = array<i64: 0, 0, 1, 1>, high = array<i64: 0, 0, 1, 1>, mode = #adze.pad_mode<constant>} : ...
    %1 = adze.conv %0, %w {pads = array<i64: 0, 0, 0, 0>, ...} : ...
    // becomes
    %1 = adze.conv %x, %w {pads = array<i64: 1, 1, 1, 1>, ...} : ...
    ```
  }];
  let statistics = [Statistic<"numFolded", "folded", "Number of pads folded">];
}

def AssignLayouts : Pass<"adze-assign-layouts", "::mlir::func::FuncOp"> {
  let summary = "computes convolutions, pooling and group normalization channels last";
  let description = [{
    Every operation with a `layout` is put between transposes and computed with channels innermost, where vectors are dense whatever the image's
    width. `adze-sink-transposes` then cancels the transposes between neighbours.

    ```mlir
    %0 = adze.max_pool %x ... : (tensor<1x8x4x4xf32>) -> tensor<1x8x2x2xf32>
    // becomes
    %1 = adze.transpose %x {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x8x4x4xf32>) -> tensor<1x4x4x8xf32>
    %2 = adze.max_pool %1 {layout = #adze.layout<channels_last>, ...} : (tensor<1x4x4x8xf32>) -> tensor<1x2x2x8xf32>
    %3 = adze.transpose %2 {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x2x2x8xf32>) -> tensor<1x8x2x2xf32>
    ```
  }];
  let statistics = [Statistic<"numMoved", "moved", "Number of operations computed channels last">];
}

def SinkTransposes : Pass<"adze-sink-transposes", "::mlir::func::FuncOp"> {
  let summary = "moves transposes toward the results and cancels them";
  let description = [{
    A transpose moves behind the element-wise operation, concatenation, slice, pad, resize, reduction or softmax that reads it if every other operand can be transposed back for nothing
    (it is a transpose of the same permutation, a constant, moves only extents of 1, or is read transposed elsewhere), and behind a reshape that merges only dimensions which lie side by
    side in front of it, too. Pairs that meet cancel; a product takes a transpose of its matrices' last two dimensions as `transpose_a` or `transpose_b`.

    ```mlir
    %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : ...
    %1 = adze.clamp %0 {min = 0.0 : f32} : ...
    // becomes
    %0 = adze.clamp %x {min = 0.0 : f32} : ...
    %1 = adze.transpose %0 {permutation = array<i64: 0, 3, 1, 2>} : ...
    ```
  }];
  let statistics = [Statistic<"numSunk", "sunk", "Number of times a transpose moved">];
}

def ConvTransposesToConvs : Pass<"adze-conv-transposes-to-convs", "::mlir::func::FuncOp"> {
  let summary = "computes transposed convolutions as convolutions";
  let description = [{
    A channels-last transposed convolution with a constant filter becomes a convolution with flipped taps; with strides, one whose channels are the
    phases of the output, which are then moved between the pixels (sub-pixel convolution). Strided ones with groups or dilations stay.

    ```mlir
    %0 = adze.conv_transpose %x, %w {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, ...} : (tensor<1x4x4x8xf32>, tensor<8x3x2x2xf32>) -> tensor<1x8x8x3xf32>
    // becomes
    %1 = adze.conv %x, %w2 {strides = array<i64: 1, 1>, ...} : (tensor<1x4x4x8xf32>, tensor<12x8x1x1xf32>) -> tensor<1x4x4x12xf32>
    %2 = adze.reshape %1 : (tensor<1x4x4x12xf32>) -> tensor<1x4x4x2x2x3xf32>
    %3 = adze.transpose %2 {permutation = array<i64: 0, 1, 3, 2, 4, 5>} : (tensor<1x4x4x2x2x3xf32>) -> tensor<1x4x2x4x2x3xf32>
    %4 = adze.reshape %3 : (tensor<1x4x2x4x2x3xf32>) -> tensor<1x8x8x3xf32>
    ```
  }];
  let statistics = [Statistic<"numConverted", "converted", "Number of transposed convolutions converted">];
}

def ConvsToMatmuls : Pass<"adze-convs-to-matmuls", "::mlir::func::FuncOp"> {
  let summary = "turns 1x1 convolutions, channels last, into matrix products and flattens products' rows";
  let description = [{
    A convolution with a window of one element and no pads is a product of all pixels (with strides: of a slice of them) with a matrix. A product with one matrix for all leading
    dimensions is a product of all their rows. A convolution loses a spatial dimension in which neither its image nor its window extends. The reshapes around them move nothing; `adze-sink-reshapes` takes them out of the way of fusion.

    ```mlir
    %0 = adze.conv %x, %w {layout = #adze.layout<channels_last>, ...} : (tensor<1x4x4x8xf32>, tensor<16x8x1x1xf32>) -> tensor<1x4x4x16xf32>
    // becomes
    %1 = adze.reshape %x : (tensor<1x4x4x8xf32>) -> tensor<16x8xf32>
    %2 = adze.reshape %w : (tensor<16x8x1x1xf32>) -> tensor<16x8xf32>
    %3 = adze.matmul %1, %2 {transpose_b} : (tensor<16x8xf32>, tensor<16x8xf32>) -> tensor<16x16xf32>
    %0 = adze.reshape %3 : (tensor<16x16xf32>) -> tensor<1x4x4x16xf32>
    ```
  }];
  let statistics = [Statistic<"numConverted", "converted", "Number of products formed or flattened">];
}

def SinkReshapes : Pass<"adze-sink-reshapes", "::mlir::func::FuncOp"> {
  let summary = "moves reshapes behind element-wise operations";
  let description = [{
    So that the element-wise operation stands next to the operation whose result it reads, and can become its epilogue. Other operands are reshaped back, or, where they repeat along
    the dimensions that the reshape changes, lose those dimensions.

    ```mlir
    %0 = adze.reshape %x : (tensor<16x8xf32>) -> tensor<1x4x4x8xf32>
    %1 = adze.add %0, %b : (tensor<1x4x4x8xf32>, tensor<8xf32>) -> tensor<1x4x4x8xf32>
    // becomes
    %0 = adze.add %x, %b : (tensor<16x8xf32>, tensor<8xf32>) -> tensor<16x8xf32>
    %1 = adze.reshape %0 : (tensor<16x8xf32>) -> tensor<1x4x4x8xf32>
    ```
  }];
  let statistics = [Statistic<"numSunk", "sunk", "Number of times a reshape moved">];
}

def MergeSlices : Pass<"adze-merge-slices", "::mlir::func::FuncOp"> {
  let summary = "merges slices with slices, gathers and concatenations";
  let description = [{
    A gather of one constant index is a slice; a slice of a slice is one slice; a slice of joined tensors that lies inside one of them is a slice of that one; neighbouring slices of one tensor that are
    joined again are one slice, or the tensor itself.

    ```mlir
    %0 = adze.slice %x {starts = array<i64: 0, 0>, sizes = array<i64: 4, 8>, steps = array<i64: 1, 1>} : ...
    %1 = adze.slice %x {starts = array<i64: 0, 8>, sizes = array<i64: 4, 8>, steps = array<i64: 1, 1>} : ...
    %2 = adze.concat %0, %1, %y {axis = 1 : i64} : ...
    // becomes, where %x is a tensor<4x16xf32>
    %2 = adze.concat %x, %y {axis = 1 : i64} : ...
    ```
  }];
  let statistics = [Statistic<"numMerged", "merged", "Number of operations merged">];
}

#endif // ADZE_PASSES_GRAPH_TD
