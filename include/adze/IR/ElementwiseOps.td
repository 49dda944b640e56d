//===- ElementwiseOps.td - Element-wise operations ------------*- tablegen -*-===//

#ifndef ADZE_ELEMENTWISE_OPS_TD
#define ADZE_ELEMENTWISE_OPS_TD

include "adze/IR/AdzeBase.td"

class Adze_Elementwise<string mnemonic, list<Trait> traits = []>
    : Adze_InferredOp<mnemonic, !listconcat([Adze_ElementwiseTrait], traits)>;

class Adze_Unary<string mnemonic, string formula, list<Trait> traits = []> : Adze_Elementwise<mnemonic, traits> {
  let summary = formula;
  let description = "`y = " # formula # "` for every element; the result has the operand's type.";
  let arguments = (ins Adze_Tensor:$x);
  let results = (outs Adze_Tensor:$y);
}

def Adze_AbsOp : Adze_Unary<"abs", "|x|">;
def Adze_NegOp : Adze_Unary<"neg", "-x"> { let hasFolder = 1; }
def Adze_SignOp : Adze_Unary<"sign", "-1, 0 or 1 by the sign of x; NaN stays NaN">;
def Adze_ExpOp : Adze_Unary<"exp", "exp(x)">;
def Adze_LogOp : Adze_Unary<"log", "natural logarithm of x">;
def Adze_SqrtOp : Adze_Unary<"sqrt", "sqrt(x)">;
def Adze_RsqrtOp : Adze_Unary<"rsqrt", "1 / sqrt(x)">;
def Adze_ReciprocalOp : Adze_Unary<"reciprocal", "1 / x">;
def Adze_SinOp : Adze_Unary<"sin", "sin(x)">;
def Adze_CosOp : Adze_Unary<"cos", "cos(x)">;
def Adze_TanOp : Adze_Unary<"tan", "tan(x)">;
def Adze_AsinOp : Adze_Unary<"asin", "asin(x)">;
def Adze_AcosOp : Adze_Unary<"acos", "acos(x)">;
def Adze_AtanOp : Adze_Unary<"atan", "atan(x)">;
def Adze_SinhOp : Adze_Unary<"sinh", "sinh(x)">;
def Adze_CoshOp : Adze_Unary<"cosh", "cosh(x)">;
def Adze_TanhOp : Adze_Unary<"tanh", "tanh(x)">;
def Adze_AsinhOp : Adze_Unary<"asinh", "asinh(x)">;
def Adze_AcoshOp : Adze_Unary<"acosh", "acosh(x)">;
def Adze_AtanhOp : Adze_Unary<"atanh", "atanh(x)">;
def Adze_ErfOp : Adze_Unary<"erf", "erf(x)">;
def Adze_SigmoidOp : Adze_Unary<"sigmoid", "1 / (1 + exp(-x))">;
def Adze_SiluOp : Adze_Unary<"silu", "x * sigmoid(x)">;
def Adze_HardSwishOp : Adze_Unary<"hard_swish", "x * min(max(x / 6 + 0.5, 0), 1)">;
def Adze_SoftplusOp : Adze_Unary<"softplus", "log(1 + exp(x))">;
def Adze_FloorOp : Adze_Unary<"floor", "largest integer not above x">;
def Adze_CeilOp : Adze_Unary<"ceil", "smallest integer not below x">;
def Adze_RoundOp : Adze_Unary<"round", "nearest integer, ties to even">;
def Adze_NotOp : Adze_Unary<"not", "bitwise complement (of i1: logical not)">;

def Adze_GeluOp : Adze_Unary<"gelu", "x * Phi(x), or its tanh approximation"> {
  let description = [{
    `y = x / 2 * (1 + erf(x / sqrt(2)))`; with `tanh`: `y = x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))`.
  }];
  let arguments = (ins Adze_Tensor:$x, UnitAttr:$tanh);
}
def Adze_HardSigmoidOp : Adze_Unary<"hard_sigmoid", "min(max(alpha * x + beta, 0), 1)"> {
  let arguments = (ins Adze_Tensor:$x, F64Attr:$alpha, F64Attr:$beta);
}
def Adze_EluOp : Adze_Unary<"elu", "x if x > 0, else alpha * (exp(x) - 1)"> {
  let arguments = (ins Adze_Tensor:$x, F64Attr:$alpha);
}
def Adze_LeakyReluOp : Adze_Unary<"leaky_relu", "x if x >= 0, else alpha * x"> {
  let arguments = (ins Adze_Tensor:$x, F64Attr:$alpha);
}
def Adze_ClampOp : Adze_Unary<"clamp", "min(max(x, min), max)"> {
  let description = [{
    Absent bounds do not bind; ReLU is `clamp {min = 0.0 : f32}`. NaN stays NaN. (C1) Bounds have the operand's element type.
  }];
  let arguments = (ins Adze_Tensor:$x, OptionalAttr<TypedAttrInterface>:$min, OptionalAttr<TypedAttrInterface>:$max);
  let hasVerifier = 1;
}
def Adze_IsNanOp : Adze_Unary<"is_nan", "whether x is NaN, as i1"> { let description = "`y = " # summary # "`."; }
def Adze_IsInfOp : Adze_Unary<"is_inf", "whether x is infinite, as i1"> {
  let arguments = (ins Adze_Tensor:$x, BoolAttr:$negative, BoolAttr:$positive);
}

def Adze_CastOp : Adze_PureOp<"cast", [Adze_ElementwiseTrait]> {
  let summary = "converts elements to another type";
  let description = [{
    Float to integer truncates toward zero (out of range: implementation defined, as in ONNX), integers wrap, anything
    to `i1` is `x != 0`. (C1) Operand and result have the same shape.
  }];
  let arguments = (ins Adze_Tensor:$x);
  let results = (outs Adze_Tensor:$y);
  let hasFolder = 1;
  let hasVerifier = 1;
}

class Adze_Binary<string mnemonic, string formula, list<Trait> traits = []> : Adze_Elementwise<mnemonic, traits> {
  let summary = formula;
  let description = "`y = " # formula # "` for every element, with broadcasting. (C1) Both operands have the same element type.";
  let arguments = (ins Adze_Tensor:$a, Adze_Tensor:$b);
  let results = (outs Adze_Tensor:$y);
}
def Adze_AddOp : Adze_Binary<"add", "a + b", [Commutative]> { let hasFolder = 1; }
def Adze_SubOp : Adze_Binary<"sub", "a - b"> { let hasFolder = 1; }
def Adze_MulOp : Adze_Binary<"mul", "a * b", [Commutative]> { let hasFolder = 1; }
def Adze_DivOp : Adze_Binary<"div", "a / b"> {
  let description = "`y = a / b`; integers truncate toward zero. (C1) Both operands have the same element type.";
  let hasFolder = 1;
}
def Adze_ModOp : Adze_Binary<"mod", "a modulo b"> {
  let description = "The remainder with the sign of `b` (Python's %), with `fmod` the sign of `a` (C's).";
  let arguments = (ins Adze_Tensor:$a, Adze_Tensor:$b, UnitAttr:$fmod);
}
def Adze_PowOp : Adze_Binary<"pow", "a to the power of b"> { let hasFolder = 1; }
def Adze_MaxOp : Adze_Binary<"max", "the larger of a and b; NaN if either is", [Commutative]>;
def Adze_MinOp : Adze_Binary<"min", "the smaller of a and b; NaN if either is", [Commutative]>;
def Adze_AndOp : Adze_Binary<"and", "a & b", [Commutative]>;
def Adze_OrOp : Adze_Binary<"or", "a | b", [Commutative]>;
def Adze_XorOp : Adze_Binary<"xor", "a ^ b", [Commutative]>;
def Adze_ShiftLeftOp : Adze_Binary<"shift_left", "a << b">;
def Adze_ShiftRightOp : Adze_Binary<"shift_right", "a >> b (arithmetic for signed types)">;
def Adze_PreluOp : Adze_Binary<"prelu", "a if a >= 0, else b * a">;
def Adze_CompareOp : Adze_Binary<"compare", "whether a stands in the given relation to b, as i1"> {
  let arguments = (ins Adze_Tensor:$a, Adze_Tensor:$b, Adze_PredicateAttr:$predicate);
}

def Adze_SelectOp : Adze_Elementwise<"select"> {
  let summary = "a where the condition holds, else b";
  let description = "(C1) `condition` is i1; (C2) `a` and `b` have the same element type. All three broadcast.";
  let arguments = (ins Adze_Tensor:$condition, Adze_Tensor:$a, Adze_Tensor:$b);
  let results = (outs Adze_Tensor:$y);
}

#endif // ADZE_ELEMENTWISE_OPS_TD
