//===- Indexing.cpp - Gathers and scatters --------------------------------===//

#include "Elements.h"
#include "Families.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

/// Negative indices count from the end.
static int64_t fromEnd(int64_t index, int64_t extent) { return index < 0 ? index + extent : index; }
static int64_t clampIndex(int64_t index, int64_t extent) { return std::clamp<int64_t>(fromEnd(index, extent), 0, extent - 1); }

//===----------------------------------------------------------------------===//
// gather
//===----------------------------------------------------------------------===//

/// Copies slices of `length` elements at these offsets one after the other. (An empty operand has nothing to read: zeros.)
static Tensor copySlices(RankedTensorType type, const Tensor &x, ArrayRef<int64_t> offsets, int64_t length) {
  Tensor y(type);
  if (x.getNumElements() == 0)
    return y;
  int64_t bytes = getElementBytes(x.getElementType());
  char *to = y.mutableData<char>().data();
  for (int64_t offset : offsets)
    to = std::copy_n(x.getBytes().data() + offset * bytes, length * bytes, to);
  return y;
}

static Tensor gather(GatherOp op, const Tensor &x, const Tensor &indices) {
  int64_t axis = op.getAxis(), extent = x.getShape()[axis], length = x.getStrides()[axis];
  std::vector<int64_t> offsets, picked = loadAll<int64_t>(indices);
  if (x.getNumElements() != 0)
    for (int64_t outer = 0; outer < countOf(x.getShape().take_front(axis)); ++outer)
      for (int64_t index : picked)
        offsets.push_back((outer * extent + clampIndex(index, extent)) * length);
  return copySlices(resultType(op), x, offsets, length);
}

/// For each index the offset in a tensor of shape `shape` when it replaces the coordinate along an axis; negative if it is out of range.
static std::vector<int64_t> replaceCoordinate(const Tensor &indices, ArrayRef<int64_t> shape, int64_t axis, bool clamp) {
  SmallVector<int64_t> strides = stridesOf(shape);
  int64_t stride = strides[axis], extent = shape[axis];
  strides[axis] = 0;
  std::vector<int64_t> offsets = offsetsOf(indices.getShape(), strides), picked = loadAll<int64_t>(indices);
  for (auto [offset, index] : llvm::zip(offsets, picked)) {
    int64_t position = clamp ? clampIndex(index, extent) : fromEnd(index, extent);
    offset = position < 0 || position >= extent ? -1 : offset + position * stride;
  }
  return offsets;
}

static Tensor gatherElements(GatherElementsOp op, const Tensor &x, const Tensor &indices) {
  if (x.getNumElements() == 0)
    return Tensor(resultType(op));
  return copySlices(resultType(op), x, replaceCoordinate(indices, x.getShape(), op.getAxis(), /*clamp=*/true), 1);
}

/// The offsets of the slices that index tuples (the last dimension of `indices`) pick, behind `batch` dimensions that both
/// share; negative if an index is out of range.
static std::vector<int64_t> pickSlices(const Tensor &indices, const Tensor &x, int64_t batch, bool clamp) {
  SmallVector<int64_t> strides = x.getStrides();
  int64_t depth = indices.getShape().back(), tuples = countOf(indices.getShape().drop_back());
  int64_t batches = countOf(x.getShape().take_front(batch)), slice = countOf(x.getShape().drop_front(batch));
  std::vector<int64_t> offsets, picked = loadAll<int64_t>(indices);
  for (int64_t tuple = 0; tuple < tuples; ++tuple) {
    int64_t offset = tuple / (tuples / batches) * slice;
    for (int64_t i = 0; i < depth && offset >= 0; ++i) {
      int64_t extent = x.getShape()[batch + i], index = picked[tuple * depth + i];
      int64_t position = clamp ? clampIndex(index, extent) : fromEnd(index, extent);
      offset = position < 0 || position >= extent ? -1 : offset + position * strides[batch + i];
    }
    offsets.push_back(offset);
  }
  return offsets;
}

static Tensor gatherNd(GatherNdOp op, const Tensor &x, const Tensor &indices) {
  int64_t batch = op.getBatchDims(), depth = indices.getShape().back();
  if (x.getNumElements() == 0)
    return Tensor(resultType(op));
  return copySlices(resultType(op), x, pickSlices(indices, x, batch, /*clamp=*/true),
                    countOf(x.getShape().drop_front(batch + depth)));
}

//===----------------------------------------------------------------------===//
// scatter
//===----------------------------------------------------------------------===//

template <typename N>
static N combine(ScatterKind kind, N old, N update) {
  switch (kind) {
  case ScatterKind::Replace:
    return update;
  case ScatterKind::Add:
    return add(old, update);
  case ScatterKind::Mul:
    return multiply(old, update);
  case ScatterKind::Max:
    return maximum(old, update);
  case ScatterKind::Min:
    return minimum(old, update);
  }
  llvm_unreachable("all kinds are covered");
}

/// Writes consecutive slices of `updates` at these offsets of a copy of `x`, in their order; negative offsets are dropped.
static FailureOr<SmallVector<Tensor>> scatter(Operation *op, ScatterKind kind, const Tensor &x, const Tensor &updates,
                                              ArrayRef<int64_t> offsets, int64_t length) {
  Type element = x.getType().getElementType();
  if (kind != ScatterKind::Replace)
    return computeAs(op, element, [&](auto zero) {
      using N = decltype(zero);
      std::vector<N> numbers = loadAll<N>(x), changes = loadAll<N>(updates);
      const N *change = changes.data();
      for (int64_t offset : offsets)
        for (int64_t i = 0; i < length; ++i, ++change)
          if (offset >= 0)
            numbers[offset + i] = combine(kind, numbers[offset + i], *change);
      return storeAll<N>(resultType(op), numbers);
    });
  Tensor y = x.withType(resultType(op));
  int64_t bytes = length * getElementBytes(element);
  char *to = y.mutableData<char>().data();
  for (auto [i, offset] : llvm::enumerate(offsets))
    if (offset >= 0)
      std::copy_n(updates.getBytes().data() + i * bytes, bytes, to + offset * getElementBytes(element));
  return one(y);
}

//===----------------------------------------------------------------------===//
// reverse_sequence
//===----------------------------------------------------------------------===//

static Tensor reverseSequence(ReverseSequenceOp op, const Tensor &x, const Tensor &lengths) {
  int64_t batch = op.getBatchAxis(), time = op.getTimeAxis();
  SmallVector<int64_t> strides = x.getStrides();
  std::vector<int64_t> reversed = loadAll<int64_t>(lengths), offsets;
  for (int64_t i = 0; i < x.getNumElements(); ++i) {
    int64_t b = i / strides[batch] % x.getShape()[batch], t = i / strides[time] % x.getShape()[time];
    int64_t length = std::min(reversed[b], x.getShape()[time]);
    offsets.push_back(t < length ? i + (length - 1 - 2 * t) * strides[time] : i);
  }
  return copySlices(resultType(op), x, offsets, 1);
}

Results interpreter::evaluateIndexing(Operation *op, ArrayRef<Tensor> operands) {
  if (!isa<GatherOp, GatherElementsOp, GatherNdOp, ScatterElementsOp, ScatterNdOp, ReverseSequenceOp>(op))
    return std::nullopt;
  const Tensor &x = operands[0], &indices = operands[1];
  if (getElementBytes(x.getType().getElementType()) == 0)
    return refuse(op, x.getType().getElementType());
  if (!isIntegral(indices.getType().getElementType()))
    return refuse(op, indices.getType().getElementType());
  return llvm::TypeSwitch<Operation *, Results>(op)
      .Case([&](GatherOp op) { return one(gather(op, x, indices)); })
      .Case([&](GatherElementsOp op) { return one(gatherElements(op, x, indices)); })
      .Case([&](GatherNdOp op) { return one(gatherNd(op, x, indices)); })
      .Case([&](ScatterElementsOp op) {
        return scatter(op, op.getKind(), x, operands[2], replaceCoordinate(indices, x.getShape(), op.getAxis(), /*clamp=*/false), 1);
      })
      .Case([&](ScatterNdOp op) {
        int64_t depth = indices.getShape().back();
        return scatter(op, op.getKind(), x, operands[2], pickSlices(indices, x, 0, /*clamp=*/false),
                       countOf(x.getShape().drop_front(depth)));
      })
      .Case([&](ReverseSequenceOp op) { return one(reverseSequence(op, x, indices)); })
      .Default([](Operation *) { return std::nullopt; });
}
