//===- StridedView.cpp - Elements of a tensor in a buffer -----------------===//

#include "adze/Analysis/StridedView.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;

StridedView StridedView::dense(ArrayRef<int64_t> shape) {
  StridedView view;
  llvm::append_range(view.strides, computeStrides(shape));
  return view;
}

/// Strides of extents of 1 are never used: those of dense memory make equal layouts equal.
static SmallVector<int64_t, 6> normalized(ArrayRef<int64_t> strides, ArrayRef<int64_t> shape) {
  SmallVector<int64_t, 6> result(strides);
  int64_t next = 1;
  for (size_t i = shape.size(); i-- > 0;) {
    if (shape[i] == 1)
      result[i] = next;
    next = result[i] * shape[i];
  }
  return result;
}

bool StridedView::isDense(ArrayRef<int64_t> shape) const { return normalized(strides, shape) == dense(shape).strides; }

bool StridedView::hasDenseRows(ArrayRef<int64_t> shape) const {
  return shape.empty() || shape.back() == 1 || strides.back() == 1;
}

std::optional<StridedView> StridedView::reshape(ArrayRef<int64_t> from, ArrayRef<int64_t> to) const {
  if (isDense(from)) {
    StridedView view = dense(to);
    view.offset = offset;
    return view;
  }
  StridedView view;
  view.offset = offset;
  view.strides.assign(to.size(), 0);
  size_t i = 0, j = 0;
  while (i < from.size() || j < to.size()) {
    // The next groups of dimensions with equally many elements.
    size_t firstFrom = i, firstTo = j;
    int64_t a = 1, b = 1;
    if (i < from.size())
      a = from[i++];
    if (j < to.size())
      b = to[j++];
    while (a != b) {
      if (a < b ? i == from.size() : j == to.size())
        return std::nullopt;
      (a < b ? a : b) *= a < b ? from[i++] : to[j++];
    }
    // The group of the operand must be one run of steps of equal length.
    std::optional<int64_t> innermost;
    int64_t expected = 0;
    for (size_t d = i; d-- > firstFrom;) {
      if (from[d] == 1)
        continue;
      if (!innermost)
        innermost = expected = strides[d];
      else if (strides[d] != expected)
        return std::nullopt;
      expected *= from[d];
    }
    int64_t step = innermost.value_or(0);
    for (size_t d = j; d-- > firstTo;) {
      view.strides[d] = step;
      step *= to[d];
    }
  }
  return view;
}

StridedView StridedView::transpose(ArrayRef<int64_t> permutation) const {
  StridedView view;
  view.offset = offset;
  for (int64_t axis : permutation)
    view.strides.push_back(strides[axis]);
  return view;
}

StridedView StridedView::slice(ArrayRef<int64_t> starts, ArrayRef<int64_t> steps) const {
  StridedView view = *this;
  for (size_t i = 0; i < strides.size(); ++i) {
    view.offset += starts[i] * strides[i];
    view.strides[i] *= steps[i];
  }
  return view;
}

StridedView StridedView::broadcast(ArrayRef<int64_t> from, ArrayRef<int64_t> to) const {
  StridedView view;
  view.offset = offset;
  view.strides.assign(to.size() - from.size(), 0);
  for (size_t i = 0; i < from.size(); ++i)
    view.strides.push_back(from[i] == to[view.strides.size()] ? strides[i] : 0);
  return view;
}

MemRefType StridedView::getType(RankedTensorType tensor) const {
  ArrayRef<int64_t> shape = tensor.getShape();
  MemRefLayoutAttrInterface layout;
  if (!isDense(shape))
    layout = StridedLayoutAttr::get(tensor.getContext(), /*offset=*/0, normalized(strides, shape));
  return MemRefType::get(shape, tensor.getElementType(), layout);
}

static ArrayRef<int64_t> shapeOf(Value value) { return cast<RankedTensorType>(value.getType()).getShape(); }

std::optional<StridedView> adze::viewResult(Operation *op, const StridedView &operand) {
  if (!cast<RankedTensorType>(op->getResult(0).getType()).hasStaticShape())
    return std::nullopt;
  return llvm::TypeSwitch<Operation *, std::optional<StridedView>>(op)
      .Case([&](ReshapeOp reshape) { return operand.reshape(shapeOf(reshape.getX()), shapeOf(reshape.getY())); })
      .Case([&](TransposeOp transpose) { return operand.transpose(transpose.getPermutation()); })
      .Case([&](SliceOp slice) { return operand.slice(slice.getStarts(), slice.getSteps()); })
      .Case([&](BroadcastOp broadcast) { return operand.broadcast(shapeOf(broadcast.getX()), shapeOf(broadcast.getY())); })
      .Default([](Operation *) { return std::nullopt; });
}

std::optional<StridedView> adze::viewOperand(OpOperand &operand, const StridedView &result) {
  Operation *op = operand.getOwner();
  if (auto reshape = dyn_cast<ReshapeOp>(op))
    return result.reshape(shapeOf(reshape.getY()), shapeOf(reshape.getX()));
  if (auto transpose = dyn_cast<TransposeOp>(op)) {
    StridedView view = result;
    for (auto [i, axis] : llvm::enumerate(transpose.getPermutation()))
      view.strides[axis] = result.strides[i];
    return view;
  }
  if (auto concat = dyn_cast<ConcatOp>(op)) {
    StridedView view = result;
    int64_t axis = concat.getAxis();
    for (Value before : concat.getXs().take_front(operand.getOperandNumber()))
      view.offset += shapeOf(before)[axis] * result.strides[axis];
    return view;
  }
  return std::nullopt;
}
