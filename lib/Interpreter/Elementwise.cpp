//===- Elementwise.cpp - Element-wise operations --------------------------===//

#include "Elements.h"
#include "Families.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

//===----------------------------------------------------------------------===//
// One element
//===----------------------------------------------------------------------===//

template <typename N>
using Unary = std::function<N(N)>;
template <typename N>
using Binary = std::function<N(N, N)>;

static double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }
static double clampReal(double x, double low, double high) { return minimum(maximum(x, low), high); }

/// The function of a unary operation on floats.
static Unary<double> realUnary(Operation *op) {
  return llvm::TypeSwitch<Operation *, Unary<double>>(op)
      .Case([](AbsOp) { return [](double x) { return std::fabs(x); }; })
      .Case([](NegOp) { return [](double x) { return -x; }; })
      .Case([](SignOp) { return [](double x) { return x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x; }; })
      .Case([](ExpOp) { return [](double x) { return std::exp(x); }; })
      .Case([](LogOp) { return [](double x) { return std::log(x); }; })
      .Case([](SqrtOp) { return [](double x) { return std::sqrt(x); }; })
      .Case([](RsqrtOp) { return [](double x) { return 1 / std::sqrt(x); }; })
      .Case([](ReciprocalOp) { return [](double x) { return 1 / x; }; })
      .Case([](SinOp) { return [](double x) { return std::sin(x); }; })
      .Case([](CosOp) { return [](double x) { return std::cos(x); }; })
      .Case([](TanOp) { return [](double x) { return std::tan(x); }; })
      .Case([](AsinOp) { return [](double x) { return std::asin(x); }; })
      .Case([](AcosOp) { return [](double x) { return std::acos(x); }; })
      .Case([](AtanOp) { return [](double x) { return std::atan(x); }; })
      .Case([](SinhOp) { return [](double x) { return std::sinh(x); }; })
      .Case([](CoshOp) { return [](double x) { return std::cosh(x); }; })
      .Case([](TanhOp) { return [](double x) { return std::tanh(x); }; })
      .Case([](AsinhOp) { return [](double x) { return std::asinh(x); }; })
      .Case([](AcoshOp) { return [](double x) { return std::acosh(x); }; })
      .Case([](AtanhOp) { return [](double x) { return std::atanh(x); }; })
      .Case([](ErfOp) { return [](double x) { return std::erf(x); }; })
      .Case([](SigmoidOp) { return sigmoid; })
      .Case([](SiluOp) { return [](double x) { return x * sigmoid(x); }; })
      .Case([](HardSwishOp) { return [](double x) { return x * clampReal(x / 6 + 0.5, 0, 1); }; })
      .Case([](SoftplusOp) { return [](double x) { return maximum(x, 0.0) + std::log1p(std::exp(-std::fabs(x))); }; })
      .Case([](FloorOp) { return [](double x) { return std::floor(x); }; })
      .Case([](CeilOp) { return [](double x) { return std::ceil(x); }; })
      .Case([](RoundOp) { return [](double x) { return std::nearbyint(x); }; })
      .Case([](GeluOp gelu) -> Unary<double> {
        if (gelu.getTanh())
          return [](double x) { return x / 2 * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x))); };
        return [](double x) { return x / 2 * (1 + std::erf(x / M_SQRT2)); };
      })
      .Case([](HardSigmoidOp hard) {
        double alpha = hard.getAlpha().convertToDouble(), beta = hard.getBeta().convertToDouble();
        return [=](double x) { return clampReal(alpha * x + beta, 0, 1); };
      })
      .Case([](EluOp elu) {
        double alpha = elu.getAlpha().convertToDouble();
        return [=](double x) { return x > 0 ? x : alpha * std::expm1(x); };
      })
      .Case([](LeakyReluOp leaky) {
        double alpha = leaky.getAlpha().convertToDouble();
        return [=](double x) { return x >= 0 ? x : alpha * x; };
      })
      .Case([](ClampOp clamp) {
        auto bound = [](std::optional<TypedAttr> attr, double absent) {
          return attr ? cast<FloatAttr>(*attr).getValueAsDouble() : absent;
        };
        double low = bound(clamp.getMin(), lowestOf<double>({})), high = bound(clamp.getMax(), highestOf<double>({}));
        return [=](double x) { return clampReal(x, low, high); };
      })
      .Default([](Operation *) { return Unary<double>(); });
}

/// The same on integers: what makes sense on them, computed modulo their width.
template <typename N>
static Unary<N> integerUnary(Operation *op, Type element) {
  return llvm::TypeSwitch<Operation *, Unary<N>>(op)
      .Case([](AbsOp) { return [](N x) { return isNegative(x) ? subtract(N(0), x) : x; }; })
      .Case([](NegOp) { return [](N x) { return subtract(N(0), x); }; })
      .Case([](SignOp) { return [](N x) { return N(x > 0) - N(isNegative(x)); }; })
      .template Case<FloorOp, CeilOp, RoundOp>([](Operation *) { return [](N x) { return x; }; })
      .Case([&](NotOp) {
        bool isBool = element.isInteger(1);
        return [=](N x) { return isBool ? N(!x) : N(~x); };
      })
      .Case([&](ClampOp clamp) {
        auto bound = [](std::optional<TypedAttr> attr, N absent) {
          if (!attr)
            return absent;
          llvm::APInt value = cast<IntegerAttr>(*attr).getValue();
          return std::is_signed_v<N> ? N(value.getSExtValue()) : N(value.getZExtValue());
        };
        N low = bound(clamp.getMin(), lowestOf<N>(element)), high = bound(clamp.getMax(), highestOf<N>(element));
        return [=](N x) { return minimum(maximum(x, low), high); };
      })
      .Default([](Operation *) { return Unary<N>(); });
}

/// `fmod`: the sign of a (C's %), else of b (Python's); integers modulo 0 give 0.
template <typename N>
static N modulo(N a, N b, bool fmod) {
  N rest;
  if constexpr (std::is_floating_point_v<N>) {
    rest = std::fmod(a, b);
    if (!fmod && rest == 0)
      return std::copysign(rest, b);
  } else {
    rest = subtract(a, multiply(divide(a, b), b));
    if (b == 0)
      return 0;
  }
  return !fmod && rest != 0 && isNegative(rest) != isNegative(b) ? add(rest, b) : rest;
}

/// Integer powers wrap as products do; negative exponents give what 1 / a^-b truncates to (0 for a = 0).
template <typename N>
static N power(N a, N b) {
  if constexpr (std::is_floating_point_v<N>) {
    return std::pow(a, b);
  } else {
    if (isNegative(b))
      return a == N(1) ? N(1) : a == N(-1) ? (b % 2 ? N(-1) : N(1)) : N(0);
    N result = 1;
    for (; b != 0; b /= 2, a = multiply(a, a))
      if (b % 2)
        result = multiply(result, a);
    return result;
  }
}

/// Shifts beyond the width (negative ones among them) shift everything out.
template <typename N>
static N shift(N a, N b, unsigned width, bool left) {
  if constexpr (std::is_floating_point_v<N>) {
    return a;
  } else {
    bool beyond = uint64_t(b) >= width;
    if (left)
      return beyond ? N(0) : N(uint64_t(a) << b);
    return beyond ? N(isNegative(a) ? -1 : 0) : N(a >> b);
  }
}

template <typename N>
static Binary<N> binary(Operation *op, Type element) {
  constexpr bool real = std::is_floating_point_v<N>;
  unsigned width = element.getIntOrFloatBitWidth();
  auto integers = [](N (*f)(uint64_t, uint64_t)) {
    return real ? Binary<N>() : Binary<N>([f](N a, N b) { return f(uint64_t(a), uint64_t(b)); });
  };
  return llvm::TypeSwitch<Operation *, Binary<N>>(op)
      .Case([](AddOp) { return add<N>; })
      .Case([](SubOp) { return subtract<N>; })
      .Case([](MulOp) { return multiply<N>; })
      .Case([](DivOp) { return divide<N>; })
      .Case([](ModOp mod) {
        bool fmod = mod.getFmod();
        return [=](N a, N b) { return modulo(a, b, fmod); };
      })
      .Case([](PowOp) { return power<N>; })
      .Case([](MaxOp) { return maximum<N>; })
      .Case([](MinOp) { return minimum<N>; })
      .Case([&](AndOp) { return integers([](uint64_t a, uint64_t b) { return N(a & b); }); })
      .Case([&](OrOp) { return integers([](uint64_t a, uint64_t b) { return N(a | b); }); })
      .Case([&](XorOp) { return integers([](uint64_t a, uint64_t b) { return N(a ^ b); }); })
      .Case([&](ShiftLeftOp) { return real ? Binary<N>() : [=](N a, N b) { return shift(a, b, width, true); }; })
      .Case([&](ShiftRightOp) { return real ? Binary<N>() : [=](N a, N b) { return shift(a, b, width, false); }; })
      .Case([](PreluOp) { return [](N a, N b) { return a >= 0 ? a : multiply(b, a); }; })
      .Default([](Operation *) { return Binary<N>(); });
}

template <typename N>
static bool compare(Predicate predicate, N a, N b) {
  switch (predicate) {
  case Predicate::Eq:
    return a == b;
  case Predicate::Ne:
    return a != b;
  case Predicate::Lt:
    return a < b;
  case Predicate::Le:
    return a <= b;
  case Predicate::Gt:
    return a > b;
  case Predicate::Ge:
    return a >= b;
  }
  llvm_unreachable("all predicates are covered");
}

//===----------------------------------------------------------------------===//
// All elements
//===----------------------------------------------------------------------===//

constexpr int64_t blockSize = 4096;

/// y = f(x), computed as N and stored as R.
template <typename N, typename R>
static Tensor mapUnary(RankedTensorType type, const Tensor &x, function_ref<R(N)> f) {
  Tensor y(type);
  std::vector<N> numbers;
  std::vector<R> results;
  for (int64_t first = 0; first < y.getNumElements(); first += blockSize) {
    numbers.resize(std::min(blockSize, y.getNumElements() - first));
    load<N>(x, first, 1, numbers);
    results.clear();
    for (N number : numbers)
      results.push_back(f(number));
    store<R>(y, first, 1, results);
  }
  return y;
}

/// y = f(a, b) with broadcasting, row by row of the last dimension.
template <typename N, typename R>
static Tensor mapBinary(RankedTensorType type, const Tensor &a, const Tensor &b, function_ref<R(N, N)> f) {
  Tensor y(type);
  if (y.getNumElements() == 0)
    return y;
  SmallVector<int64_t> shape(type.getShape());
  if (a.getShape() == b.getShape()) // rows of any length will do
    shape = {y.getNumElements()};
  else if (shape.empty())
    shape = {1};
  auto stridesUnder = [&](const Tensor &x) {
    SmallVector<int64_t> own(x.getShape());
    if (x.getShape() == type.getShape())
      own = shape;
    return broadcastStrides(own, shape);
  };
  SmallVector<int64_t> stridesA = stridesUnder(a), stridesB = stridesUnder(b);
  ArrayRef<int64_t> outer = ArrayRef(shape).drop_back();
  std::vector<int64_t> rowsA = offsetsOf(outer, ArrayRef(stridesA).drop_back());
  std::vector<int64_t> rowsB = offsetsOf(outer, ArrayRef(stridesB).drop_back());
  std::vector<N> as, bs;
  std::vector<R> results;
  for (size_t row = 0; row < rowsA.size(); ++row)
    for (int64_t first = 0; first < shape.back(); first += blockSize) {
      int64_t count = std::min(blockSize, shape.back() - first);
      as.resize(count);
      bs.resize(count);
      results.resize(count);
      load<N>(a, rowsA[row] + first * stridesA.back(), stridesA.back(), as);
      load<N>(b, rowsB[row] + first * stridesB.back(), stridesB.back(), bs);
      for (int64_t i = 0; i < count; ++i)
        results[i] = f(as[i], bs[i]);
      store<R>(y, int64_t(row) * shape.back() + first, 1, results);
    }
  return y;
}

/// Elements are copied, so that any type will do.
static Tensor select(RankedTensorType type, const Tensor &condition, const Tensor &a, const Tensor &b) {
  Tensor y(type);
  int64_t bytes = getElementBytes(type.getElementType());
  char *to = y.mutableData<char>().data();
  auto offsets = [&](const Tensor &x) { return offsetsOf(type.getShape(), broadcastStrides(x.getShape(), type.getShape())); };
  std::vector<int64_t> fromCondition = offsets(condition), fromA = offsets(a), fromB = offsets(b);
  for (size_t i = 0; i < fromA.size(); ++i, to += bytes) {
    bool chosen = condition.data<char>()[fromCondition[i]] != 0;
    memcpy(to, chosen ? a.getBytes().data() + fromA[i] * bytes : b.getBytes().data() + fromB[i] * bytes, bytes);
  }
  return y;
}

/// Of integers no element is NaN or infinite.
template <typename OpT>
static FailureOr<SmallVector<Tensor>> classify(OpT op, const Tensor &x, function_ref<uint64_t(double)> f) {
  Type element = x.getType().getElementType();
  if (isReal(element))
    return one(mapUnary<double, uint64_t>(resultType(op), x, f));
  if (isIntegral(element))
    return one(Tensor(resultType(op)));
  return refuse(op, element);
}

static FailureOr<SmallVector<Tensor>> evaluateUnary(Operation *op, const Tensor &x) {
  Type element = x.getType().getElementType();
  auto apply = [&](auto f) -> FailureOr<SmallVector<Tensor>> {
    using N = typename decltype(f)::result_type;
    if (!f)
      return refuse(op, element);
    return one(mapUnary<N, N>(resultType(op), x, f));
  };
  if (isReal(element))
    return apply(realUnary(op));
  if (!isIntegral(element))
    return refuse(op, element);
  return element.isInteger(1) || element.isUnsignedInteger() ? apply(integerUnary<uint64_t>(op, element))
                                                             : apply(integerUnary<int64_t>(op, element));
}

static FailureOr<SmallVector<Tensor>> evaluateBinary(Operation *op, const Tensor &a, const Tensor &b) {
  Type element = a.getType().getElementType();
  auto apply = [&](auto f) -> FailureOr<SmallVector<Tensor>> {
    using N = typename decltype(f)::result_type;
    if (!f)
      return refuse(op, element);
    return one(mapBinary<N, N>(resultType(op), a, b, f));
  };
  if (isReal(element))
    return apply(binary<double>(op, element));
  if (!isIntegral(element) || isa<quant::QuantizedType>(b.getType().getElementType()))
    return refuse(op, element);
  return element.isInteger(1) || element.isUnsignedInteger() ? apply(binary<uint64_t>(op, element))
                                                             : apply(binary<int64_t>(op, element));
}

Results interpreter::evaluateElementwise(Operation *op, ArrayRef<Tensor> operands) {
  if (!isElementwise(op))
    return std::nullopt;
  const Tensor &x = operands[0];
  Type result = resultType(op).getElementType();
  if (!isReal(result) && !isIntegral(result) && !isa<SelectOp>(op))
    return refuse(op, result);
  return llvm::TypeSwitch<Operation *, Results>(op)
      .Case([&](CastOp cast) {
        return computeAs(op, x.getType().getElementType(), [&](auto zero) {
          using N = decltype(zero);
          return mapUnary<N, N>(resultType(op), x, [](N number) { return number; });
        });
      })
      .Case([&](IsNanOp isNan) { return classify(isNan, x, [](double number) -> uint64_t { return std::isnan(number); }); })
      .Case([&](IsInfOp isInf) {
        return classify(isInf, x, [&](double number) -> uint64_t {
          return std::isinf(number) && (std::signbit(number) ? isInf.getNegative() : isInf.getPositive());
        });
      })
      .Case([&](CompareOp op) {
        return computeAs(op, x.getType().getElementType(), [&](auto zero) {
          using N = decltype(zero);
          return mapBinary<N, uint64_t>(resultType(op), x, operands[1], [&](N a, N b) -> uint64_t {
            return compare(op.getPredicate(), a, b);
          });
        });
      })
      .Case([&](SelectOp op) { return one(select(resultType(op), x, operands[1], operands[2])); })
      .Default([&](Operation *) { return operands.size() == 1 ? evaluateUnary(op, x) : evaluateBinary(op, x, operands[1]); });
}
