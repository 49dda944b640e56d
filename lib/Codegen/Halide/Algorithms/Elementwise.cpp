//===- Elementwise.cpp - Element-wise operations as Halide expressions ----===//

#include "../Math.h"
#include "Algorithms.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;
using mlir::dyn_cast;
using mlir::isa;

std::optional<Halide::Type> halide::getMemoryType(mlir::Type element) {
  element = getStorageType(element);
  if (element.isF32())
    return Float(32);
  if (element.isF64())
    return Float(64);
  if (element.isF16())
    return Float(16);
  if (element.isBF16())
    return BFloat(16);
  if (auto integer = dyn_cast<mlir::IntegerType>(element)) {
    unsigned width = integer.getWidth();
    if (width == 1)
      return UInt(8);
    if (width == 8 || width == 16 || width == 32 || width == 64)
      return integer.isUnsigned() ? UInt(width) : Int(width);
  }
  return std::nullopt;
}

std::optional<Halide::Type> halide::getComputeType(mlir::Type element) {
  if (element.isInteger(1))
    return Bool();
  std::optional<Halide::Type> type = getMemoryType(element);
  return type && type->is_float() && type->bits() < 32 ? Float(32) : type;
}

Expr halide::makeNumber(Halide::Type type, double value) {
  if (type.is_float())
    return Internal::make_const(type, value);
  if (type.is_uint())
    return Internal::UIntImm::make(type, value < 0 ? uint64_t(int64_t(value)) : uint64_t(value));
  return Internal::IntImm::make(type, int64_t(value));
}
Expr halide::lowestOf(Halide::Type type) {
  return type.is_float() ? Internal::make_const(type, -std::numeric_limits<double>::infinity()) : type.min();
}
Expr halide::highestOf(Halide::Type type) {
  return type.is_float() ? Internal::make_const(type, std::numeric_limits<double>::infinity()) : type.max();
}

namespace {
/// A function of float32 from Math.h, or of float64 from the C library.
Expr call(Expr (*vector)(Expr), const char *library, const Expr &x) {
  if (x.type().bits() == 64)
    return Internal::Call::make(Float(64), library, {x}, Internal::Call::PureExtern);
  return vector(x);
}

Expr exact(mlir::TypedAttr bound, Halide::Type type) {
  if (auto number = dyn_cast<mlir::FloatAttr>(bound))
    return makeNumber(type, number.getValueAsDouble());
  auto integer = mlir::cast<mlir::IntegerAttr>(bound);
  if (type.is_uint())
    return Internal::UIntImm::make(type, integer.getValue().getZExtValue());
  return Internal::IntImm::make(type, integer.getValue().getSExtValue());
}

/// Halide's max and min drop NaN (and a select that would keep it is simplified to them).
Expr keepNan(const Expr &x, const Expr &y) { return x.type().is_float() ? select(is_nan(x), x, y) : y; }

/// 1 + exp(-x), what the logistic function divides by. Its bounded exponential differs only where the quotient is below 1e-38.
Expr logisticDivisor(const Expr &x) { return makeNumber(x.type(), 1) + call(math::boundedExp, "exp_f64", -x); }

Expr emitUnary(mlir::Operation *op, const Expr &x, Halide::Type result) {
  auto number = [&](double value) { return makeNumber(x.type(), value); };
  return llvm::TypeSwitch<mlir::Operation *, Expr>(op)
      .Case([&](AbsOp) { return cast(x.type(), abs(x)); })
      .Case([&](NegOp) { return -x; })
      .Case([&](SignOp) {
        Expr sign = select(x > number(0), number(1), x < number(0), number(x.type().is_uint() ? 0 : -1), number(0));
        return x.type().is_float() ? select(is_nan(x), x, sign) : sign;
      })
      .Case([&](ExpOp) { return call(math::exp, "exp_f64", x); })
      .Case([&](LogOp) { return call(math::log, "log_f64", x); })
      .Case([&](SqrtOp) { return sqrt(x); })
      .Case([&](RsqrtOp) { return number(1) / sqrt(x); })
      .Case([&](ReciprocalOp) { return number(1) / x; })
      .Case([&](SinOp) { return call(math::sin, "sin_f64", x); })
      .Case([&](CosOp) { return call(math::cos, "cos_f64", x); })
      .Case([&](TanOp) { return call(math::tan, "tan_f64", x); })
      .Case([&](AsinOp) { return call(math::asin, "asin_f64", x); })
      .Case([&](AcosOp) { return call(math::acos, "acos_f64", x); })
      .Case([&](AtanOp) { return call(math::atan, "atan_f64", x); })
      .Case([&](SinhOp) { return call(math::sinh, "sinh_f64", x); })
      .Case([&](CoshOp) { return call(math::cosh, "cosh_f64", x); })
      .Case([&](TanhOp) { return call(math::tanh, "tanh_f64", x); })
      .Case([&](AsinhOp) { return call(math::asinh, "asinh_f64", x); })
      .Case([&](AcoshOp) { return call(math::acosh, "acosh_f64", x); })
      .Case([&](AtanhOp) { return call(math::atanh, "atanh_f64", x); })
      .Case([&](ErfOp) { return call(math::erf, "adze_erf_f64", x); })
      .Case([&](SigmoidOp) { return keepNan(x, number(1) / logisticDivisor(x)); })
      .Case([&](SiluOp) { return x / logisticDivisor(x); })
      .Case([&](HardSwishOp) { return x * clamp(x * number(1.0 / 6) + number(0.5), number(0), number(1)); })
      .Case([&](SoftplusOp) {
        // log(1 + exp(x)) without overflow.
        return keepNan(x, max(x, number(0)) + call(math::log, "log_f64", number(1) + call(math::exp, "exp_f64", -abs(x))));
      })
      .Case([&](FloorOp) { return x.type().is_float() ? floor(x) : x; })
      .Case([&](CeilOp) { return x.type().is_float() ? ceil(x) : x; })
      .Case([&](RoundOp) { return x.type().is_float() ? round(x) : x; })
      .Case([&](NotOp) { return x.type().is_bool() ? !x : ~x; })
      .Case([&](GeluOp gelu) {
        if (!gelu.getTanh())
          return number(0.5) * x * (number(1) + call(math::erf, "adze_erf_f64", x * number(0.70710678118654752)));
        Expr inner = number(0.79788456080286536) * (x + number(0.044715) * x * x * x);
        // (1 + tanh(u)) / 2 = 1 / (1 + exp(-2u))
        return x / logisticDivisor(number(2) * inner);
      })
      .Case([&](HardSigmoidOp hard) {
        return clamp(x * number(hard.getAlpha().convertToDouble()) + number(hard.getBeta().convertToDouble()), number(0), number(1));
      })
      .Case([&](EluOp elu) {
        return select(x > number(0), x, number(elu.getAlpha().convertToDouble()) * (call(math::exp, "exp_f64", x) - number(1)));
      })
      .Case([&](LeakyReluOp leaky) { return select(x >= number(0), x, x * number(leaky.getAlpha().convertToDouble())); })
      .Case([&](ClampOp clamp) {
        Expr y = x;
        if (clamp.getMin())
          y = max(y, exact(*clamp.getMin(), x.type()));
        if (clamp.getMax())
          y = min(y, exact(*clamp.getMax(), x.type()));
        return keepNan(x, y);
      })
      .Case([&](IsNanOp) { return x.type().is_float() ? is_nan(x) : Internal::const_false(); })
      .Case([&](IsInfOp inf) {
        if (!x.type().is_float())
          return Internal::const_false();
        Expr positive = inf.getPositive() ? is_inf(x) && x > number(0) : Internal::const_false();
        return inf.getNegative() ? positive || (is_inf(x) && x < number(0)) : positive;
      })
      .Case([&](CastOp cast) {
        if (result.is_bool())
          return x != number(0);
        if (x.type().is_float() && result.is_uint() && result.bits() < 64)
          // Through the wide signed type: negative numbers wrap as C compilers do it.
          return Halide::cast(result, Halide::cast<int64_t>(x));
        return Halide::cast(result, x);
      })
      .Default([](mlir::Operation *) { return Expr(); });
}

/// Halide's integer division leaves a remainder in [0, |b|) and gives 0 for b = 0, on which C's and Python's rules are built here.
Expr divide(const Expr &a, const Expr &b) {
  if (a.type().is_float() || a.type().is_uint())
    return a / b;
  Expr zero = makeNumber(a.type(), 0), one = makeNumber(a.type(), 1);
  Expr quotient = a / b;
  Expr towardZero = select(a < zero && quotient * b != a, quotient + select(b > zero, one, -one), quotient);
  return select(b == zero, zero, towardZero);
}

Expr power(const Expr &a, const Expr &b) {
  if (a.type().is_float())
    return a.type().bits() == 64 ? Internal::Call::make(Float(64), "pow_f64", {a, b}, Internal::Call::PureExtern) : math::pow(a, b);
  // Integers go through double, as ONNX's reference does.
  Expr wide = Internal::Call::make(Float(64), "pow_f64", {cast<double>(a), cast<double>(b)}, Internal::Call::PureExtern);
  return cast(a.type(), wide);
}

Expr modulo(ModOp op, const Expr &a, const Expr &b) {
  if (a.type().is_float()) {
    Expr quotient = a / b;
    Expr whole = op.getFmod() ? trunc(quotient) : floor(quotient);
    return a - whole * b;
  }
  if (a.type().is_uint())
    return a % b;
  Expr zero = makeNumber(a.type(), 0);
  Expr remainder = a % b;
  Expr negative = remainder - select(b < zero, -b, b); // the same class below zero
  Expr wantsNegative = (op.getFmod() ? a : b) < zero;
  return select(b == zero, zero, remainder != zero && wantsNegative, negative, remainder);
}

/// NaN if either operand is: Halide's own max and min drop it.
Expr extremum(const Expr &a, const Expr &b, bool largest) {
  Expr y = largest ? max(a, b) : min(a, b);
  return a.type().is_float() ? select(is_nan(a), a, is_nan(b), b, y) : y;
}

/// Shifts by the width and more leave nothing (or the sign).
Expr shift(const Expr &a, const Expr &b, bool left) {
  Halide::Type counts = a.type().with_code(Type::UInt);
  Expr count = cast(counts, b), last = makeNumber(counts, a.type().bits() - 1);
  Expr bounded = min(count, last);
  if (left)
    return select(count > last, makeNumber(a.type(), 0), a << bounded);
  return a.type().is_uint() ? select(count > last, makeNumber(a.type(), 0), a >> bounded) : a >> bounded;
}

Expr emitBinary(mlir::Operation *op, const Expr &a, const Expr &b) {
  return llvm::TypeSwitch<mlir::Operation *, Expr>(op)
      .Case([&](AddOp) { return a.type().is_bool() ? a || b : a + b; })
      .Case([&](SubOp) { return a - b; })
      .Case([&](MulOp) { return a.type().is_bool() ? a && b : a * b; })
      .Case([&](DivOp) { return divide(a, b); })
      .Case([&](ModOp mod) { return modulo(mod, a, b); })
      .Case([&](PowOp) { return power(a, b); })
      .Case([&](MaxOp) { return extremum(a, b, true); })
      .Case([&](MinOp) { return extremum(a, b, false); })
      .Case([&](AndOp) { return a.type().is_bool() ? a && b : a & b; })
      .Case([&](OrOp) { return a.type().is_bool() ? a || b : a | b; })
      .Case([&](XorOp) { return a.type().is_bool() ? a != b : a ^ b; })
      .Case([&](ShiftLeftOp) { return shift(a, b, true); })
      .Case([&](ShiftRightOp) { return shift(a, b, false); })
      .Case([&](PreluOp) { return select(a >= makeNumber(a.type(), 0), a, a * b); })
      .Case([&](CompareOp compare) {
        switch (compare.getPredicate()) {
        case Predicate::Eq:
          return a == b;
        case Predicate::Ne:
          return a != b;
        case Predicate::Lt:
          return a < b;
        case Predicate::Le: // Halide negates a > b, which would be true for NaN
          return a.type().is_float() ? a < b || a == b : a <= b;
        case Predicate::Gt:
          return a > b;
        case Predicate::Ge:
          return a.type().is_float() ? a > b || a == b : a >= b;
        }
        llvm_unreachable("all predicates are covered");
      })
      .Default([](mlir::Operation *) { return Expr(); });
}
} // namespace

Results halide::emitElementwise(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &) {
  if (!isElementwise(op))
    return std::nullopt;
  auto type = mlir::cast<RankedTensorType>(op->getResult(0).getType());
  std::vector<int64_t> shape(type.getShape());
  std::vector<Access> inputs(operands.begin(), operands.end());
  Halide::Type result = *getComputeType(type.getElementType());
  auto at = [op, inputs, result](const Coords &coords) {
    std::vector<Expr> values;
    for (const Access &input : inputs) {
      // Dimensions are aligned at the right; extents of 1 repeat.
      Coords own(coords.end() - input.rank(), coords.end());
      for (int64_t i = 0; i < input.rank(); ++i)
        if (input.shape[i] == 1)
          own[i] = 0;
      values.push_back(input.at(own));
    }
    if (values.size() == 1)
      return emitUnary(op, values[0], result);
    if (values.size() == 2)
      return emitBinary(op, values[0], values[1]);
    return select(values[0], values[1], values[2]);
  };
  return std::vector<Access>{{at, shape}};
}
