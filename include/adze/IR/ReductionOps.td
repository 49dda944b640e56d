//===- ReductionOps.td - Reductions and normalizations --------*- tablegen -*-===//

#ifndef ADZE_REDUCTION_OPS_TD
#define ADZE_REDUCTION_OPS_TD

include "adze/IR/AdzeBase.td"

def Adze_ReduceOp : Adze_InferredOp<"reduce"> {
  let summary = "reduces over some axes";
  let description = [{
    `axes` are sorted and distinct. With `keepdims` the reduced dimensions stay with extent 1. Reducing no element gives
    0 (sum), 1 (prod), -inf or the smallest value (max), inf or the largest value (min), NaN (mean). A NaN among the elements wins in max and min.
  }];
  let arguments = (ins Adze_Tensor:$x, Adze_ReduceKindAttr:$kind, DenseI64ArrayAttr:$axes, UnitAttr:$keepdims);
  let results = (outs Adze_Tensor:$y);
}
def Adze_ArgReduceOp : Adze_InferredOp<"arg_reduce"> {
  let summary = "index of the largest or smallest element along an axis, as i64";
  let description = "`kind` is max or min; ties give the first index, with `select_last` the last. NaN wins over every number.";
  let arguments = (ins Adze_Tensor:$x, Adze_ReduceKindAttr:$kind, I64Attr:$axis, UnitAttr:$keepdims, UnitAttr:$select_last);
  let results = (outs Adze_Tensor:$y);
}
def Adze_CumSumOp : Adze_InferredOp<"cum_sum"> {
  let summary = "running sum along an axis";
  let arguments = (ins Adze_Tensor:$x, I64Attr:$axis, UnitAttr:$exclusive, UnitAttr:$reverse);
  let results = (outs Adze_Tensor:$y);
}
def Adze_SoftmaxOp : Adze_InferredOp<"softmax"> {
  let summary = "exp(x - max) / sum(exp(x - max)) along an axis, or its logarithm";
  let description = "`axes` are sorted, distinct and adjacent; with `log` the result is `x - max - log(sum(exp(x - max)))`.";
  let arguments = (ins Adze_Tensor:$x, DenseI64ArrayAttr:$axes, UnitAttr:$log);
  let results = (outs Adze_Tensor:$y);
}
class Adze_NormOp<string mnemonic> : Adze_InferredOp<mnemonic, [AttrSizedOperandSegments]> {
  let results = (outs Adze_Tensor:$y);
}
def Adze_LayerNormOp : Adze_NormOp<"layer_norm"> {
  let summary = "layer normalization over the trailing dimensions";
  let description = [{
    `y = (x - mean) / sqrt(var + epsilon) * scale + bias`, mean and (biased) variance over dimensions `axis` and above.
    `scale` and `bias` broadcast to `x`.
  }];
  let arguments = (ins Adze_Tensor:$x, Optional<Adze_Tensor>:$scale, Optional<Adze_Tensor>:$bias, I64Attr:$axis, F64Attr:$epsilon);
  let assemblyFormat = "$x (`scale` $scale^)? (`bias` $bias^)? attr-dict `:` functional-type(operands, results)";
}
def Adze_RmsNormOp : Adze_InferredOp<"rms_norm"> {
  let summary = "root mean square normalization over the trailing dimensions";
  let description = "`y = x / sqrt(mean(x * x) + epsilon) * scale`, the mean over dimensions `axis` and above.";
  let arguments = (ins Adze_Tensor:$x, Optional<Adze_Tensor>:$scale, I64Attr:$axis, F64Attr:$epsilon);
  let results = (outs Adze_Tensor:$y);
}
def Adze_GroupNormOp : Adze_NormOp<"group_norm"> {
  let summary = "normalization over groups of channels";
  let description = [{
    `x` is `[N, C, spatial...]`; mean and variance over each group's channels and all spatial positions; `scale` and `bias` have C
    elements. Instance normalization is `groups = C`.
  }];
  let arguments = (ins Adze_Tensor:$x, Optional<Adze_Tensor>:$scale, Optional<Adze_Tensor>:$bias, I64Attr:$groups, F64Attr:$epsilon,
                       DefaultValuedAttr<Adze_LayoutAttr, "::adze::Layout::ChannelsFirst">:$layout);
  let assemblyFormat = "$x (`scale` $scale^)? (`bias` $bias^)? attr-dict `:` functional-type(operands, results)";
}
def Adze_BatchNormOp : Adze_InferredOp<"batch_norm"> {
  let summary = "batch normalization at inference";
  let description = "`y = (x - mean) / sqrt(variance + epsilon) * scale + bias`, per channel of `[N, C, ...]`.";
  let arguments = (ins Adze_Tensor:$x, Adze_Tensor:$scale, Adze_Tensor:$bias, Adze_Tensor:$mean, Adze_Tensor:$variance,
                       F64Attr:$epsilon);
  let results = (outs Adze_Tensor:$y);
}
def Adze_LrnOp : Adze_InferredOp<"lrn"> {
  let summary = "local response normalization over channels";
  let description = [{
    `y[c] = x[c] / (k + alpha / size * sum(x[i]^2))^beta`, i from `c - floor((size - 1) / 2)` to `c + ceil((size - 1) / 2)`; `x` is `[N, C, ...]`.
  }];
  let arguments = (ins Adze_Tensor:$x, I64Attr:$size, F64Attr:$alpha, F64Attr:$beta, F64Attr:$k);
  let results = (outs Adze_Tensor:$y);
}
def Adze_TopKOp : Adze_InferredOp<"top_k"> {
  let summary = "the k largest or smallest elements along an axis and their indices (i64)";
  let description = "Sorted by value; of equal values the one with the lower index comes first. NaN counts as larger than every number, zeros of both signs as equal.";
  let arguments = (ins Adze_Tensor:$x, I64Attr:$k, I64Attr:$axis, UnitAttr:$smallest);
  let results = (outs Adze_Tensor:$values, Adze_Tensor:$indices);
}

#endif // ADZE_REDUCTION_OPS_TD
