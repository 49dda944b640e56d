//===- Elements.h - Elements of tensors as numbers --------------*- C++ -*-===//
//
// Operations compute in three types whatever the elements are: floats as double, signed integers as int64_t, unsigned ones and i1 as uint64_t.
// Loading is exact but for 64-bit integers read as double; storing rounds floats to nearest (ties to even), wraps integers, and makes
// i1 out of `number != 0`. So f32 sums are double sums rounded once, and integers wrap as their own width does.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_LIB_INTERPRETER_ELEMENTS_H
#define ADZE_LIB_INTERPRETER_ELEMENTS_H

#include "adze/Interpreter/Tensor.h"
#include <cmath>
#include <limits>
#include <type_traits>

namespace adze::interpreter {

using mlir::ArrayRef;
using mlir::FailureOr;
using mlir::MutableArrayRef;
using mlir::Operation;
using mlir::SmallVector;
using mlir::Type;
using mlir::cast;

bool isReal(Type element);     // f16, bf16, f32, f64
bool isIntegral(Type element); // i1, i8 to i64, ui8 to ui64

/// The diagnostic for an element type that an operation does not compute on.
mlir::LogicalResult refuse(Operation *op, Type element);

/// `count` elements from `offset` on, `stride` apart, in row-major order. N is double, int64_t or uint64_t.
template <typename N>
void load(const Tensor &x, int64_t offset, int64_t stride, MutableArrayRef<N> to);
template <typename N>
void store(Tensor &y, int64_t offset, int64_t stride, ArrayRef<N> from);
template <typename N>
std::vector<N> loadAll(const Tensor &x);
template <typename N>
Tensor storeAll(RankedTensorType type, ArrayRef<N> from);
/// The elements of `x` repeated to `shape` as numpy does.
template <typename N>
std::vector<N> loadBroadcast(const Tensor &x, ArrayRef<int64_t> shape);

/// Row-major strides.
SmallVector<int64_t> stridesOf(ArrayRef<int64_t> shape);
/// The strides by which a tensor of shape `own` is read under `shape`: 0 where it is repeated.
SmallVector<int64_t> broadcastStrides(ArrayRef<int64_t> own, ArrayRef<int64_t> shape);
/// `sum(index * strides)` for all indices of `shape` in row-major order.
std::vector<int64_t> offsetsOf(ArrayRef<int64_t> shape, ArrayRef<int64_t> strides);
/// Product of the extents.
int64_t countOf(ArrayRef<int64_t> shape);

inline RankedTensorType resultType(Operation *op, unsigned i = 0) { return cast<RankedTensorType>(op->getResult(i).getType()); }
inline FailureOr<SmallVector<Tensor>> one(Tensor tensor) { return SmallVector<Tensor>{std::move(tensor)}; }
inline FailureOr<SmallVector<Tensor>> one(SmallVector<Tensor> tensors) { return tensors; }

/// Calls `f` with a zero of the type in which such elements compute: `double` or (with `integers`) `int64_t` or `uint64_t`.
template <typename F>
FailureOr<SmallVector<Tensor>> computeAs(Operation *op, Type element, F f) {
  if (isReal(element))
    return one(f(double()));
  if (!isIntegral(element))
    return refuse(op, element);
  if (element.isInteger(1) || element.isUnsignedInteger())
    return one(f(uint64_t()));
  return one(f(int64_t()));
}
/// The same for sums and products of integers, which do not depend on the sign: `double` or `uint64_t`.
template <typename F>
FailureOr<SmallVector<Tensor>> accumulateAs(Operation *op, Type element, F f) {
  if (isReal(element))
    return one(f(double()));
  return isIntegral(element) ? one(f(uint64_t())) : FailureOr<SmallVector<Tensor>>(refuse(op, element));
}

//===----------------------------------------------------------------------===//
// Arithmetic that is defined for all operands
//===----------------------------------------------------------------------===//

template <typename N>
N add(N a, N b) {
  if constexpr (std::is_floating_point_v<N>)
    return a + b;
  else
    return N(uint64_t(a) + uint64_t(b));
}
template <typename N>
N subtract(N a, N b) {
  if constexpr (std::is_floating_point_v<N>)
    return a - b;
  else
    return N(uint64_t(a) - uint64_t(b));
}
template <typename N>
N multiply(N a, N b) {
  if constexpr (std::is_floating_point_v<N>)
    return a * b;
  else
    return N(uint64_t(a) * uint64_t(b));
}
/// Integers truncate toward zero; x / 0 is 0, the smallest integer / -1 itself.
template <typename N>
N divide(N a, N b) {
  if constexpr (std::is_floating_point_v<N>)
    return a / b;
  else if (b == 0)
    return 0;
  else if (std::is_signed_v<N> && b == N(-1))
    return subtract(N(0), a);
  else
    return a / b;
}

template <typename N>
bool isNan(N x) {
  if constexpr (std::is_floating_point_v<N>)
    return std::isnan(x);
  return false;
}
template <typename N>
bool isNegative(N x) {
  if constexpr (std::is_floating_point_v<N>)
    return std::signbit(x);
  return x < N(0);
}
/// IEEE 754's maximum and minimum: NaN if either is, and 0 is above -0.
template <typename N>
N maximum(N a, N b) {
  if (isNan(a) || isNan(b))
    return isNan(a) ? a : b;
  return a < b || (a == b && isNegative(a)) ? b : a;
}
template <typename N>
N minimum(N a, N b) {
  if (isNan(a) || isNan(b))
    return isNan(a) ? a : b;
  return b < a || (a == b && isNegative(b)) ? b : a;
}

/// The smallest and largest number of an element type: infinities of floats.
template <typename N>
N lowestOf(Type element) {
  if constexpr (std::is_floating_point_v<N>)
    return -std::numeric_limits<N>::infinity();
  else
    return std::is_signed_v<N> ? N(~uint64_t(0) << (element.getIntOrFloatBitWidth() - 1)) : N(0);
}
template <typename N>
N highestOf(Type element) {
  if constexpr (std::is_floating_point_v<N>)
    return std::numeric_limits<N>::infinity();
  else
    return std::numeric_limits<N>::max() >> (64 - element.getIntOrFloatBitWidth());
}

} // namespace adze::interpreter

#endif // ADZE_LIB_INTERPRETER_ELEMENTS_H
