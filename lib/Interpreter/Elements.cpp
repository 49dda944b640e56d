//===- Elements.cpp - Elements of tensors as numbers ----------------------===//

#include "Elements.h"

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

bool interpreter::isReal(Type element) { return element.isF32() || element.isF64() || element.isF16() || element.isBF16(); }

bool interpreter::isIntegral(Type element) {
  auto integer = dyn_cast<IntegerType>(element);
  return integer && llvm::is_contained({1u, 8u, 16u, 32u, 64u}, integer.getWidth());
}

LogicalResult interpreter::refuse(Operation *op, Type element) {
  return op->emitOpError("has no reference semantics for elements of type ") << element;
}

//===----------------------------------------------------------------------===//
// Conversions
//===----------------------------------------------------------------------===//

namespace {
/// A 16-bit float of the given mantissa bits and exponent bias.
template <int mantissa, int bias>
struct SmallFloat {
  uint16_t bits;

  static constexpr unsigned infinite = (0x7fffu >> mantissa) << mantissa;

  double decode() const {
    int exponent = (bits & 0x7fff) >> mantissa, fraction = bits & ((1 << mantissa) - 1);
    double size = exponent == 0 ? std::ldexp(fraction, 1 - bias - mantissa)
                                : std::ldexp(fraction + (1 << mantissa), exponent - bias - mantissa);
    if ((bits & infinite) == infinite)
      size = fraction ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
    return std::copysign(size, bits & 0x8000 ? -1.0 : 1.0);
  }

  static SmallFloat encode(double x) {
    unsigned sign = std::signbit(x) ? 0x8000 : 0;
    if (std::isnan(x))
      return {uint16_t(sign | infinite | (1 << (mantissa - 1)))};
    int exponent = std::ilogb(x); // far below and far above for 0 and infinity
    if (exponent > bias)
      return {uint16_t(sign | infinite)};
    // Below 2^(1 - bias) the spacing of numbers stays the same: subnormal numbers. A carry of the rounding runs into the exponent.
    exponent = std::max(exponent, 1 - bias);
    auto fraction = unsigned(std::nearbyint(std::ldexp(std::fabs(x), mantissa - exponent)));
    return {uint16_t(sign | ((unsigned(exponent + bias - 1) << mantissa) + fraction))};
  }
};
using Half = SmallFloat<10, 15>;
using BrainFloat = SmallFloat<7, 127>;
struct Bool {
  uint8_t byte;
};

/// Calls `f` with an element of the C++ type that lies in memory.
template <typename F>
void withStorage(Type element, F f) {
  if (element.isF32())
    return f(float());
  if (element.isF64())
    return f(double());
  if (element.isF16())
    return f(Half());
  if (element.isBF16())
    return f(BrainFloat());
  bool isUnsigned = element.isUnsignedInteger();
  switch (element.getIntOrFloatBitWidth()) {
  case 1:
    return f(Bool());
  case 8:
    return isUnsigned ? f(uint8_t()) : f(int8_t());
  case 16:
    return isUnsigned ? f(uint16_t()) : f(int16_t());
  case 32:
    return isUnsigned ? f(uint32_t()) : f(int32_t());
  case 64:
    return isUnsigned ? f(uint64_t()) : f(int64_t());
  }
  llvm_unreachable("operations check the elements that they compute on");
}

/// Towards zero; what no 64-bit integer holds becomes the smallest, as x86 converts.
template <typename N>
N truncate(double x) {
  constexpr double limit = 18446744073709551616.0; // 2^64
  if (x > -limit / 2 && x < limit / 2)
    return N(int64_t(x));
  if (std::is_unsigned_v<N> && x > 0 && x < limit)
    return N(uint64_t(x));
  return N(std::numeric_limits<int64_t>::min());
}

template <typename N, typename S>
N toNumber(S element) {
  if constexpr (std::is_same_v<S, Half> || std::is_same_v<S, BrainFloat>)
    return toNumber<N>(element.decode());
  else if constexpr (std::is_same_v<S, Bool>)
    return N(element.byte != 0);
  else if constexpr (std::is_floating_point_v<S> && std::is_integral_v<N>)
    return truncate<N>(element);
  else
    return N(element);
}

template <typename S, typename N>
S toElement(N number) {
  if constexpr (std::is_same_v<S, Half> || std::is_same_v<S, BrainFloat>) {
    // Integers go through float, as ONNX Runtime converts them.
    if constexpr (std::is_integral_v<N>)
      return S::encode(float(number));
    else
      return S::encode(number);
  } else if constexpr (std::is_same_v<S, Bool>) {
    return {uint8_t(number != 0)};
  } else if constexpr (std::is_integral_v<S> && std::is_floating_point_v<N>) {
    using Wide = std::conditional_t<std::is_same_v<S, uint64_t>, uint64_t, int64_t>;
    return S(truncate<Wide>(number));
  } else {
    return S(number);
  }
}
} // namespace

template <typename N>
void interpreter::load(const Tensor &x, int64_t offset, int64_t stride, MutableArrayRef<N> to) {
  withStorage(x.getElementType(), [&](auto zero) {
    const auto *from = x.data<decltype(zero)>().data() + offset;
    for (N &number : to) {
      number = toNumber<N>(*from);
      from += stride;
    }
  });
}

template <typename N>
void interpreter::store(Tensor &y, int64_t offset, int64_t stride, ArrayRef<N> from) {
  withStorage(y.getElementType(), [&](auto zero) {
    using S = decltype(zero);
    S *to = y.mutableData<S>().data() + offset;
    for (N number : from) {
      *to = toElement<S>(number);
      to += stride;
    }
  });
}

template <typename N>
std::vector<N> interpreter::loadAll(const Tensor &x) {
  std::vector<N> numbers(x.getNumElements());
  load<N>(x, 0, 1, numbers);
  return numbers;
}

template <typename N>
Tensor interpreter::storeAll(RankedTensorType type, ArrayRef<N> from) {
  Tensor y(type);
  store<N>(y, 0, 1, from);
  return y;
}

template <typename N>
std::vector<N> interpreter::loadBroadcast(const Tensor &x, ArrayRef<int64_t> shape) {
  std::vector<N> own = loadAll<N>(x), numbers;
  for (int64_t offset : offsetsOf(shape, broadcastStrides(x.getShape(), shape)))
    numbers.push_back(own[offset]);
  return numbers;
}

#define ADZE_INSTANTIATE(N)                                                                                            \
  template void interpreter::load<N>(const Tensor &, int64_t, int64_t, MutableArrayRef<N>);                           \
  template void interpreter::store<N>(Tensor &, int64_t, int64_t, ArrayRef<N>);                                       \
  template std::vector<N> interpreter::loadAll<N>(const Tensor &);                                                    \
  template Tensor interpreter::storeAll<N>(RankedTensorType, ArrayRef<N>);                                            \
  template std::vector<N> interpreter::loadBroadcast<N>(const Tensor &, ArrayRef<int64_t>);
ADZE_INSTANTIATE(double)
ADZE_INSTANTIATE(int64_t)
ADZE_INSTANTIATE(uint64_t)

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

SmallVector<int64_t> interpreter::stridesOf(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size(), 1);
  for (size_t i = shape.size(); i-- > 1;)
    strides[i - 1] = strides[i] * shape[i];
  return strides;
}

SmallVector<int64_t> interpreter::broadcastStrides(ArrayRef<int64_t> own, ArrayRef<int64_t> shape) {
  SmallVector<int64_t> result(shape.size() - own.size(), 0), strides = stridesOf(own);
  for (auto [extent, stride] : llvm::zip(own, strides))
    result.push_back(extent == 1 ? 0 : stride);
  return result;
}

std::vector<int64_t> interpreter::offsetsOf(ArrayRef<int64_t> shape, ArrayRef<int64_t> strides) {
  std::vector<int64_t> offsets{0};
  for (auto [extent, stride] : llvm::zip(shape, strides)) {
    std::vector<int64_t> finer;
    finer.reserve(offsets.size() * extent);
    for (int64_t offset : offsets)
      for (int64_t i = 0; i < extent; ++i)
        finer.push_back(offset + i * stride);
    offsets = std::move(finer);
  }
  return offsets;
}

int64_t interpreter::countOf(ArrayRef<int64_t> shape) {
  int64_t count = 1;
  for (int64_t extent : shape)
    count *= extent;
  return count;
}
