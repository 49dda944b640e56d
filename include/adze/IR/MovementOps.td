//===- MovementOps.td - Operations that move elements ---------*- tablegen -*-===//

#ifndef ADZE_MOVEMENT_OPS_TD
#define ADZE_MOVEMENT_OPS_TD

include "adze/IR/AdzeBase.td"

class Adze_Reshaping<string mnemonic, list<Trait> traits = []> : Adze_PureOp<mnemonic, traits> {
  let arguments = (ins Adze_Tensor:$x);
  let results = (outs Adze_Tensor:$y);
  let hasVerifier = 1;
  let hasFolder = 1;
}
def Adze_ReshapeOp : Adze_Reshaping<"reshape"> {
  let summary = "the same elements in the same order under another shape";
  let description = "(C1) Both shapes have the same number of elements.";
  let hasCanonicalizer = 1;
}
def Adze_BroadcastOp : Adze_Reshaping<"broadcast", [Adze_MovementTrait]> {
  let summary = "repeats extents of 1 as numpy's broadcast_to does";
  let description = "(C1) The operand's shape broadcasts to the result's.";
}

def Adze_TransposeOp : Adze_InferredOp<"transpose", [Adze_MovementTrait]> {
  let summary = "permutes dimensions";
  let description = "Dimension `i` of the result is dimension `permutation[i]` of the operand. (C1) `permutation` is one.";
  let arguments = (ins Adze_Tensor:$x, DenseI64ArrayAttr:$permutation);
  let results = (outs Adze_Tensor:$y);
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}
def Adze_SliceOp : Adze_InferredOp<"slice", [Adze_MovementTrait]> {
  let summary = "a strided part of a tensor";
  let description = [{
    `y[i...] = x[starts + i * steps]`; the result has extents `sizes`; steps may be negative. (C1) All elements lie inside `x`.
  }];
  let arguments = (ins Adze_Tensor:$x, DenseI64ArrayAttr:$starts, DenseI64ArrayAttr:$sizes, DenseI64ArrayAttr:$steps);
  let results = (outs Adze_Tensor:$y);
  let hasFolder = 1;
}
def Adze_ConcatOp : Adze_InferredOp<"concat", [Adze_MovementTrait]> {
  let summary = "joins tensors along an axis";
  let description = "(C1) At least one operand; (C2) all have the same rank and, but for `axis`, the same extents.";
  let arguments = (ins Variadic<Adze_Tensor>:$xs, I64Attr:$axis);
  let results = (outs Adze_Tensor:$y);
  let hasFolder = 1;
}
def Adze_PadOp : Adze_InferredOp<"pad", [Adze_MovementTrait]> {
  let summary = "adds elements at the edges";
  let description = [{
    `low` and `high` (non-negative) elements are added before and after each dimension: `value` (a scalar; zero if absent) in constant mode, else
    elements of `x`. (C1) reflect and wrap never reach beyond the operand.
  }];
  let arguments = (ins Adze_Tensor:$x, Optional<Adze_Tensor>:$value, DenseI64ArrayAttr:$low, DenseI64ArrayAttr:$high,
                       Adze_PadModeAttr:$mode);
  let results = (outs Adze_Tensor:$y);
  let hasFolder = 1;
}
def Adze_GatherOp : Adze_InferredOp<"gather"> {
  let summary = "picks slices along an axis by index";
  let description = [{
    `y[a..., i..., b...] = x[a..., indices[i...], b...]`. Negative indices count from the end; indices out of range are clamped.
  }];
  let arguments = (ins Adze_Tensor:$x, Adze_Tensor:$indices, I64Attr:$axis);
  let results = (outs Adze_Tensor:$y);
}
def Adze_GatherElementsOp : Adze_InferredOp<"gather_elements"> {
  let summary = "picks elements along an axis: y[i][j] = x[indices[i][j]][j] for axis 0";
  let description = "Negative indices count from the end; indices out of range are clamped.";
  let arguments = (ins Adze_Tensor:$x, Adze_Tensor:$indices, I64Attr:$axis);
  let results = (outs Adze_Tensor:$y);
}
def Adze_GatherNdOp : Adze_InferredOp<"gather_nd"> {
  let summary = "picks slices by index tuples, the last dimension of `indices`";
  let arguments = (ins Adze_Tensor:$x, Adze_Tensor:$indices, I64Attr:$batch_dims);
  let results = (outs Adze_Tensor:$y);
}
def Adze_ScatterElementsOp : Adze_InferredOp<"scatter_elements"> {
  let summary = "a copy of x with updates written along an axis: y[indices[i][j]][j] = updates[i][j] for axis 0";
  let description = "Negative indices count from the end; updates with indices out of range are dropped.";
  let arguments = (ins Adze_Tensor:$x, Adze_Tensor:$indices, Adze_Tensor:$updates, I64Attr:$axis, Adze_ScatterKindAttr:$kind);
  let results = (outs Adze_Tensor:$y);
}
def Adze_ScatterNdOp : Adze_InferredOp<"scatter_nd"> {
  let summary = "a copy of x with slices written at index tuples";
  let arguments = (ins Adze_Tensor:$x, Adze_Tensor:$indices, Adze_Tensor:$updates, Adze_ScatterKindAttr:$kind);
  let results = (outs Adze_Tensor:$y);
}
def Adze_ReverseSequenceOp : Adze_InferredOp<"reverse_sequence"> {
  let summary = "reverses the first `lengths[b]` elements along the time axis of each batch entry";
  let arguments = (ins Adze_Tensor:$x, Adze_Tensor:$lengths, I64Attr:$batch_axis, I64Attr:$time_axis);
  let results = (outs Adze_Tensor:$y);
}
def Adze_ResizeOp : Adze_PureOp<"resize"> {
  let summary = "resamples every dimension to the result's extents";
  let description = [{
    Per dimension, output coordinate `o` reads input coordinate `c` by `coordinates`, with the scale of `scales`: half_pixel `(o + 0.5) / scale - 0.5`,
    pytorch_half_pixel the same but 0 for extent 1, align_corners `o * (in - 1) / (out - 1)`, asymmetric `o / scale`,
    tf_half_pixel_for_nn `(o + 0.5) / scale`, half_pixel_symmetric and tf_crop_and_resize (with `roi`: starts, then ends) as in ONNX's
    Resize-19. Beyond the edge the edge's element counts, or nothing with `exclude_outside` (cubic), or `extrapolation` (tf_crop_and_resize).
    `antialias` widens the filter when scaling down. (C1) Operand and result have the same rank, `scales` one value a dimension.
  }];
  let arguments = (ins Adze_Tensor:$x, Adze_ResizeModeAttr:$mode, Adze_CoordinatesAttr:$coordinates,
                       Adze_NearestModeAttr:$nearest, DenseF64ArrayAttr:$scales, F64Attr:$cubic_coefficient,
                       UnitAttr:$exclude_outside, UnitAttr:$antialias, F64Attr:$extrapolation, OptionalAttr<DenseF64ArrayAttr>:$roi);
  let results = (outs Adze_Tensor:$y);
  let hasVerifier = 1;
}
def Adze_GridSampleOp : Adze_InferredOp<"grid_sample"> {
  let summary = "samples an image at normalized coordinates";
  let description = [{
    `x` is `[N, C, spatial...]`, `grid` `[N, out spatial..., spatial rank]` (innermost spatial dimension first), coordinates in [-1, 1]; `padding` is what lies
    beyond the edge: constant (zeros), edge or reflect.
  }];
  let arguments = (ins Adze_Tensor:$x, Adze_Tensor:$grid, Adze_ResizeModeAttr:$mode, Adze_PadModeAttr:$padding, UnitAttr:$align_corners);
  let results = (outs Adze_Tensor:$y);
}

#endif // ADZE_MOVEMENT_OPS_TD
