//===- OpsElementwise.cpp - Import of element-wise operators --------------===//

#include "NodeImporter.h"

using namespace adze;

//===----------------------------------------------------------------------===//
// One operand
//===----------------------------------------------------------------------===//

template <typename OpT>
static LogicalResult importUnary(NodeImporter &n) {
  return n.finish(n.create<OpT>(n.operand(0)));
}

static LogicalResult importRelu(NodeImporter &n) { return n.finish(n.clamp(n.operand(0), 0.0, std::nullopt)); }

static LogicalResult importGelu(NodeImporter &n) {
  bool isTanh = n.stringAttr("approximate", "none", {"none", "tanh"}) == "tanh";
  return n.finish(n.create<GeluOp>(n.operand(0), isTanh));
}

template <typename OpT>
static Value withAlpha(NodeImporter &n, Value x, double alpha) {
  return n.create<OpT>(x, llvm::APFloat(alpha));
}
static LogicalResult importElu(NodeImporter &n) {
  return n.finish(withAlpha<EluOp>(n, n.operand(0), n.floatAttr("alpha", 1.0)));
}
static LogicalResult importLeakyRelu(NodeImporter &n) {
  return n.finish(withAlpha<LeakyReluOp>(n, n.operand(0), n.floatAttr("alpha", 0.01f)));
}
static LogicalResult importSelu(NodeImporter &n) {
  double alpha = n.floatAttr("alpha", 1.67326319217681884765625), gamma = n.floatAttr("gamma", 1.05070102214813232421875);
  return n.finish(n.mul(withAlpha<EluOp>(n, n.operand(0), alpha), gamma));
}
/// max(0, x) + min(0, alpha * (exp(x / alpha) - 1)) = alpha * elu(x / alpha) for positive alpha.
static LogicalResult importCelu(NodeImporter &n) {
  double alpha = n.floatAttr("alpha", 1.0);
  if (!(alpha > 0))
    return n.error("attribute 'alpha' must be positive");
  return n.finish(n.mul(withAlpha<EluOp>(n, n.div(n.operand(0), alpha), 1.0), alpha));
}
static LogicalResult importHardSigmoid(NodeImporter &n) {
  return n.finish(n.create<HardSigmoidOp>(n.operand(0), llvm::APFloat(n.floatAttr("alpha", 0.2f)),
                                          llvm::APFloat(n.floatAttr("beta", 0.5))));
}
static LogicalResult importSoftsign(NodeImporter &n) {
  Value x = n.operand(0);
  return n.finish(n.div(x, n.add(n.create<AbsOp>(x), 1.0)));
}
static LogicalResult importMish(NodeImporter &n) {
  Value x = n.operand(0);
  return n.finish(n.mul(x, n.create<TanhOp>(n.create<SoftplusOp>(x))));
}
static LogicalResult importThresholdedRelu(NodeImporter &n) {
  Value x = n.operand(0);
  Value isAbove = n.compare(Predicate::Gt, x, n.floatAttr("alpha", 1.0));
  return n.finish(n.select(isAbove, x, n.scalar(0, n.elementOf(x))));
}
static LogicalResult importShrink(NodeImporter &n) {
  Value x = n.operand(0);
  double bias = n.floatAttr("bias", 0.0), lambd = n.floatAttr("lambd", 0.5);
  Value low = n.compare(Predicate::Lt, x, -lambd), high = n.compare(Predicate::Gt, x, lambd);
  Value inner = n.select(high, n.add(x, -bias), n.scalar(0, n.elementOf(x)));
  return n.finish(n.select(low, n.add(x, bias), inner));
}
static LogicalResult importIsInf(NodeImporter &n) {
  bool negative = n.boolAttr("detect_negative", true), positive = n.boolAttr("detect_positive", true);
  return n.finish(n.create<IsInfOp>(n.operand(0), negative, positive));
}

/// Bounds were attributes before version 11 and are operands since.
static LogicalResult importClip(NodeImporter &n) {
  Value x = n.operand(0);
  if (n.version < 11) {
    std::optional<double> min, max;
    if (n.hasAttr("min"))
      min = n.floatAttr("min", 0);
    if (n.hasAttr("max"))
      max = n.floatAttr("max", 0);
    return n.finish(n.clamp(x, min, max));
  }
  Value min = n.operand(1), max = n.operand(2);
  std::optional<double> minNumber = getScalar(min), maxNumber = getScalar(max);
  // 64-bit integers need not be representable as double: they stay operations.
  bool isExact = !n.elementOf(x).isInteger(64);
  if (isExact && (!min || minNumber) && (!max || maxNumber))
    return n.finish(n.clamp(x, minNumber, maxNumber));
  for (Value bound : {min, max})
    if (bound && !n.isSingle(bound))
      return n.error("bounds must be scalars");
  if (min)
    x = n.create<MaxOp>(x, n.reshape(min, ArrayRef<int64_t>()));
  if (max)
    x = n.create<MinOp>(x, n.reshape(max, ArrayRef<int64_t>()));
  return n.finish(x);
}

static LogicalResult importCast(NodeImporter &n) {
  Type element = n.elementType(n.requiredIntAttr("to"));
  if (n.version >= 19)
    n.boolAttr("saturate", true); // about float8 only
  if (element && (mlir::isa<mlir::ComplexType>(element) || mlir::isa<mlir::ComplexType>(n.elementOf(n.operand(0)))))
    return n.error("casts of complex numbers are not supported");
  return n.finish(n.cast(n.operand(0), element));
}
static LogicalResult importCastLike(NodeImporter &n) {
  if (n.version >= 19)
    n.boolAttr("saturate", true);
  return n.finish(n.cast(n.operand(0), n.elementOf(n.operand(1))));
}

//===----------------------------------------------------------------------===//
// Two operands and more
//===----------------------------------------------------------------------===//

template <typename OpT>
static LogicalResult importBinary(NodeImporter &n) {
  return n.finish(n.create<OpT>(n.operand(0), n.operand(1)));
}
template <Predicate predicate>
static LogicalResult importCompare(NodeImporter &n) {
  return n.finish(n.compare(predicate, n.operand(0), n.operand(1)));
}
static LogicalResult importNot(NodeImporter &n) {
  if (!n.elementOf(n.operand(0)).isInteger(1))
    return n.error("the operand must be boolean");
  return n.finish(n.create<NotOp>(n.operand(0)));
}
template <typename OpT>
static LogicalResult importBinaryLogical(NodeImporter &n) {
  Value a = n.operand(0), b = n.operand(1);
  if (!n.elementOf(a).isInteger(1) || !n.elementOf(b).isInteger(1))
    return n.error("operands must be booleans");
  return n.finish(n.create<OpT>(a, b));
}

static LogicalResult importBitShift(NodeImporter &n) {
  Value a = n.operand(0), b = n.operand(1);
  if (n.stringAttr("direction", "", {"LEFT", "RIGHT"}) == "LEFT")
    return n.finish(n.create<ShiftLeftOp>(a, b));
  return n.finish(n.create<ShiftRightOp>(a, b));
}

static LogicalResult importMod(NodeImporter &n) {
  bool isFmod = n.boolAttr("fmod", false);
  if (!isFmod && n.isFloat(n.operand(0)))
    return n.error("attribute 'fmod' = 0 is for integers, the operands are floats");
  return n.finish(n.create<ModOp>(n.operand(0), n.operand(1), isFmod));
}

/// The exponent may have another type than the base, which is the result's.
static LogicalResult importPow(NodeImporter &n) {
  Value base = n.operand(0), exponent = n.operand(1);
  Type element = n.elementOf(base);
  if (n.elementOf(exponent) == element)
    return n.finish(n.create<PowOp>(base, exponent));
  if (n.version < 12)
    return n.error("base and exponent have different element types");
  if (n.isFloat(base) || !n.isFloat(exponent))
    return n.finish(n.create<PowOp>(base, n.cast(exponent, element)));
  // A fraction of an exponent must not be lost: computed in double, rounded at the end.
  Type wide = mlir::Float64Type::get(n.getContext());
  return n.finish(n.cast(n.create<PowOp>(n.cast(base, wide), n.cast(exponent, wide)), element));
}

template <typename OpT>
static Value chain(NodeImporter &n) {
  SmallVector<Value> xs = n.allOperands();
  if (llvm::is_contained(xs, Value()))
    return (void)n.error("an operand is missing"), Value();
  Value result = xs[0];
  for (Value x : ArrayRef(xs).drop_front())
    result = n.create<OpT>(result, x);
  return result;
}
template <typename OpT>
static LogicalResult importVariadic(NodeImporter &n) {
  return n.finish(chain<OpT>(n));
}
static LogicalResult importMean(NodeImporter &n) {
  return n.finish(n.mul(chain<AddOp>(n), 1.0 / std::max(1u, n.getNumOperands())));
}

static LogicalResult importWhere(NodeImporter &n) {
  return n.finish(n.select(n.operand(0), n.operand(1), n.operand(2)));
}

//===----------------------------------------------------------------------===//
// Experimental operators that opset 10 removed
//===----------------------------------------------------------------------===//

static LogicalResult importAffine(NodeImporter &n) {
  double alpha = n.floatAttr("alpha", 1.0), beta = n.floatAttr("beta", 0.0);
  return n.finish(n.add(n.mul(n.operand(0), alpha), beta));
}
static LogicalResult importScale(NodeImporter &n) {
  return n.finish(n.mul(n.operand(0), n.floatAttr("scale", 1.0)));
}
static LogicalResult importScaledTanh(NodeImporter &n) {
  double alpha = n.floatAttr("alpha", 1.0), beta = n.floatAttr("beta", 1.0);
  return n.finish(n.mul(n.create<TanhOp>(n.mul(n.operand(0), beta)), alpha));
}
static LogicalResult importParametricSoftplus(NodeImporter &n) {
  double alpha = n.floatAttr("alpha", 1.0), beta = n.floatAttr("beta", 1.0);
  return n.finish(n.mul(n.create<SoftplusOp>(n.mul(n.operand(0), beta)), alpha));
}
/// scale * x + bias[channel].
static LogicalResult importImageScaler(NodeImporter &n) {
  Value x = n.operand(0);
  if (failed(n.requireRank(x, 4, 4)))
    return failure();
  SmallVector<double> bias = n.floatsAttr("bias");
  if (int64_t(bias.size()) != n.shapeOf(x)[1])
    return n.error("attribute 'bias' has " + Twine(bias.size()) + " numbers for " + Twine(n.shapeOf(x)[1]) + " channels");
  Value perChannel = n.numbers(bias, {1, int64_t(bias.size()), 1, 1}, n.elementOf(x));
  return n.finish(n.add(n.mul(x, n.floatAttr("scale", 1.0)), perChannel));
}

void adze::addElementwise(OpTable &t) {
  t.add("Abs", {6, 13}, 1, 1, importUnary<AbsOp>);
  t.add("Acos", {7, 22}, 1, 1, importUnary<AcosOp>);
  t.add("Acosh", {9, 22}, 1, 1, importUnary<AcoshOp>);
  t.add("Add", {7, 13, 14}, 2, 2, importBinary<AddOp>);
  t.add("Affine", {1}, 1, 1, importAffine, 10);
  t.add("And", {7}, 2, 2, importBinaryLogical<AndOp>);
  t.add("Asin", {7, 22}, 1, 1, importUnary<AsinOp>);
  t.add("Asinh", {9, 22}, 1, 1, importUnary<AsinhOp>);
  t.add("Atan", {7, 22}, 1, 1, importUnary<AtanOp>);
  t.add("Atanh", {9, 22}, 1, 1, importUnary<AtanhOp>);
  t.add("BitShift", {11}, 2, 2, importBitShift);
  t.add("BitwiseAnd", {18}, 2, 2, importBinary<AndOp>);
  t.add("BitwiseNot", {18}, 1, 1, importUnary<NotOp>);
  t.add("BitwiseOr", {18}, 2, 2, importBinary<OrOp>);
  t.add("BitwiseXor", {18}, 2, 2, importBinary<XorOp>);
  t.add("Cast", {6, 9, 13, 19, 21}, 1, 1, importCast);
  t.add("CastLike", {15, 19, 21}, 2, 2, importCastLike);
  t.add("Ceil", {6, 13}, 1, 1, importUnary<CeilOp>);
  t.add("Celu", {12}, 1, 1, importCelu);
  t.add("Clip", {6, 11, 12, 13}, 1, 3, importClip);
  t.add("Cos", {7, 22}, 1, 1, importUnary<CosOp>);
  t.add("Cosh", {9, 22}, 1, 1, importUnary<CoshOp>);
  t.add("Div", {7, 13, 14}, 2, 2, importBinary<DivOp>);
  t.add("Elu", {6, 22}, 1, 1, importElu);
  t.add("Equal", {7, 11, 13, 19}, 2, 2, importCompare<Predicate::Eq>);
  t.add("Erf", {9, 13}, 1, 1, importUnary<ErfOp>);
  t.add("Exp", {6, 13}, 1, 1, importUnary<ExpOp>);
  t.add("Floor", {6, 13}, 1, 1, importUnary<FloorOp>);
  t.add("Gelu", {20}, 1, 1, importGelu);
  t.add("Greater", {7, 9, 13}, 2, 2, importCompare<Predicate::Gt>);
  t.add("GreaterOrEqual", {12, 16}, 2, 2, importCompare<Predicate::Ge>);
  t.add("HardSigmoid", {6, 22}, 1, 1, importHardSigmoid);
  t.add("HardSwish", {14, 22}, 1, 1, importUnary<HardSwishOp>);
  t.add("ImageScaler", {1}, 1, 1, importImageScaler, 10);
  t.add("IsInf", {10, 20}, 1, 1, importIsInf);
  t.add("IsNaN", {9, 13, 20}, 1, 1, importUnary<IsNanOp>);
  t.add("LeakyRelu", {6, 16}, 1, 1, importLeakyRelu);
  t.add("Less", {7, 9, 13}, 2, 2, importCompare<Predicate::Lt>);
  t.add("LessOrEqual", {12, 16}, 2, 2, importCompare<Predicate::Le>);
  t.add("Log", {6, 13}, 1, 1, importUnary<LogOp>);
  t.add("Max", {6, 8, 12, 13}, 1, manyOperands, importVariadic<MaxOp>);
  t.add("Mean", {6, 8, 13}, 1, manyOperands, importMean);
  t.add("Min", {6, 8, 12, 13}, 1, manyOperands, importVariadic<MinOp>);
  t.add("Mish", {18, 22}, 1, 1, importMish);
  t.add("Mod", {10, 13}, 2, 2, importMod);
  t.add("Mul", {7, 13, 14}, 2, 2, importBinary<MulOp>);
  t.add("Neg", {6, 13}, 1, 1, importUnary<NegOp>);
  t.add("Not", {1}, 1, 1, importNot);
  t.add("Or", {7}, 2, 2, importBinaryLogical<OrOp>);
  t.add("PRelu", {7, 9, 16}, 2, 2, importBinary<PreluOp>);
  t.add("ParametricSoftplus", {1}, 1, 1, importParametricSoftplus, 10);
  t.add("Pow", {7, 12, 13, 15}, 2, 2, importPow);
  t.add("Reciprocal", {6, 13}, 1, 1, importUnary<ReciprocalOp>);
  t.add("Relu", {6, 13, 14}, 1, 1, importRelu);
  t.add("Round", {11, 22}, 1, 1, importUnary<RoundOp>);
  t.add("Scale", {1}, 1, 1, importScale, 10);
  t.add("ScaledTanh", {1}, 1, 1, importScaledTanh, 10);
  t.add("Selu", {6, 22}, 1, 1, importSelu);
  t.add("Shrink", {9}, 1, 1, importShrink);
  t.add("Sigmoid", {6, 13}, 1, 1, importUnary<SigmoidOp>);
  t.add("Sign", {9, 13}, 1, 1, importUnary<SignOp>);
  t.add("Sin", {7, 22}, 1, 1, importUnary<SinOp>);
  t.add("Sinh", {9, 22}, 1, 1, importUnary<SinhOp>);
  t.add("Softplus", {1, 22}, 1, 1, importUnary<SoftplusOp>);
  t.add("Softsign", {1, 22}, 1, 1, importSoftsign);
  t.add("Sqrt", {6, 13}, 1, 1, importUnary<SqrtOp>);
  t.add("Sub", {7, 13, 14}, 2, 2, importBinary<SubOp>);
  t.add("Sum", {6, 8, 13}, 1, manyOperands, importVariadic<AddOp>);
  t.add("Tan", {7, 22}, 1, 1, importUnary<TanOp>);
  t.add("Tanh", {6, 13}, 1, 1, importUnary<TanhOp>);
  t.add("ThresholdedRelu", {1, 10, 22}, 1, 1, importThresholdedRelu);
  t.add("Where", {9, 16}, 3, 3, importWhere);
  t.add("Xor", {7}, 2, 2, importBinaryLogical<XorOp>);
}
