//===- ContractionOps.td - Products, convolutions, pooling ----*- tablegen -*-===//

#ifndef ADZE_CONTRACTION_OPS_TD
#define ADZE_CONTRACTION_OPS_TD

include "adze/IR/AdzeBase.td"

def Adze_MatmulOp : Adze_InferredOp<"matmul"> {
  let summary = "matrix product over the last two dimensions";
  let description = [{
    `y[..., m, n] = sum_k a[..., m, k] * b[..., k, n]`; `transpose_a` reads `a[..., k, m]`, `transpose_b` `b[..., n, k]`.
    Leading dimensions broadcast. (C1) Both operands have at least two dimensions; (C2) the same extent of k;
    (C3) the same element type.
  }];
  let arguments = (ins Adze_Tensor:$a, Adze_Tensor:$b, UnitAttr:$transpose_a, UnitAttr:$transpose_b);
  let results = (outs Adze_Tensor:$y);
}

class Adze_WindowOp<string mnemonic> : Adze_InferredOp<mnemonic> {
  let results = (outs Adze_Tensor:$y);
}

def Adze_ConvOp : Adze_WindowOp<"conv"> {
  let summary = "convolution over one to three spatial dimensions";
  let description = [{
    `input` is `[N, C, spatial...]`, or `[N, spatial..., C]` with `layout = channels_last`; `filter` is always
    `[O, C / groups, spatial...]`. `pads` has all low pads, then all high pads, per spatial dimension.
    (C1) C and O are multiples of `groups`; (C2) `filter` has C / groups channels; (C3) attribute lengths fit the spatial rank.
  }];
  let arguments = (ins Adze_Tensor:$input, Adze_Tensor:$filter, DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$pads,
                       DenseI64ArrayAttr:$dilations, I64Attr:$groups,
                       DefaultValuedAttr<Adze_LayoutAttr, "::adze::Layout::ChannelsFirst">:$layout);
}
def Adze_WinogradConvOp : Adze_WindowOp<"winograd_conv"> {
  let summary = "convolution with a filter in Winograd's domain";
  let description = [{
    What the `winograd` schedules make of `conv`: `filter` is `G g G^T` (adze/Support/Winograd.h) as `[n, n, C, O]`: of a `kernel` of 3 x 3 for
    outputs in tiles of 2 x 2 (n = 4) or 4 x 4 (n = 6), or of 5 x 5 for tiles of 2 x 2 (n = 6). `input` is `[N, H, W, C]`, the strides are 1. Sums are
    rounded otherwise than in `conv`; with n = 6 the difference is some 1e-5 of the largest output.
    (C1) `filter` has such an extent; (C2) it has C channels; (C3) input and filter are of f32 and rank 4, with four pads.
  }];
  let arguments = (ins Adze_Tensor:$input, Adze_Tensor:$filter, DenseI64ArrayAttr:$pads, I64Attr:$kernel);
}
def Adze_ConvTransposeOp : Adze_WindowOp<"conv_transpose"> {
  let summary = "transposed convolution";
  let description = [{
    The gradient of `conv` with respect to its input. `filter` is `[C, O / groups, spatial...]`. The extent of an output
    dimension is `(in - 1) * stride + (kernel - 1) * dilation + 1 + output_padding - low - high`. Negative pads extend the output.
  }];
  let arguments = (ins Adze_Tensor:$input, Adze_Tensor:$filter, DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$pads,
                       DenseI64ArrayAttr:$dilations, DenseI64ArrayAttr:$output_padding, I64Attr:$groups,
                       DefaultValuedAttr<Adze_LayoutAttr, "::adze::Layout::ChannelsFirst">:$layout);
}
def Adze_MaxPoolOp : Adze_WindowOp<"max_pool"> {
  let summary = "largest element of each window";
  let description = "Pads never win. `ceil_mode` rounds the output extent up; windows that start in the high pad are dropped.";
  let arguments = (ins Adze_Tensor:$input, DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$pads,
                       DenseI64ArrayAttr:$dilations, UnitAttr:$ceil_mode,
                       DefaultValuedAttr<Adze_LayoutAttr, "::adze::Layout::ChannelsFirst">:$layout);
}
def Adze_AvgPoolOp : Adze_WindowOp<"avg_pool"> {
  let summary = "mean of each window";
  let description = [{
    The divisor is the number of elements inside the input, with `count_include_pad` inside the padded input (but never
    beyond it, where `ceil_mode` makes a window stick out).
  }];
  let arguments = (ins Adze_Tensor:$input, DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$pads,
                       DenseI64ArrayAttr:$dilations, UnitAttr:$ceil_mode, UnitAttr:$count_include_pad,
                       DefaultValuedAttr<Adze_LayoutAttr, "::adze::Layout::ChannelsFirst">:$layout);
}

def Adze_AttentionOp : Adze_InferredOp<"attention"> {
  let summary = "scaled dot-product attention";
  let description = [{
    `y = softmax(scale * q k^T + mask) v` over the last two dimensions: `q` is `[..., M, D]`, `k` `[..., N, D]`, `v` `[..., N, E]`,
    `mask` broadcasts to `[..., M, N]`. Leading dimensions broadcast.
  }];
  let arguments = (ins Adze_Tensor:$q, Adze_Tensor:$k, Adze_Tensor:$v, Optional<Adze_Tensor>:$mask, F64Attr:$scale);
  let results = (outs Adze_Tensor:$y);
  let assemblyFormat = [{
    $q `,` $k `,` $v (`mask` $mask^)? attr-dict `:` functional-type(operands, results)
  }];
}

#endif // ADZE_CONTRACTION_OPS_TD
