//===- Pooling.cpp - Maximum and mean of windows --------------------------===//

#include "Elements.h"
#include "Families.h"
#include "Window.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

/// y = fold(elements of the window inside the input, number of taps inside the padded input) for each window.
template <typename N, typename OpT>
static Tensor foldWindows(OpT op, const Tensor &input, function_ref<N(ArrayRef<N>, int64_t)> fold) {
  Images<N> x = loadImages<N>(input, op.getLayout());
  Images<N> y = makeImages<N>(resultType(op), op.getLayout());
  Window window(op, op.getKernel());
  Extents high = fillFront(op.getPads().drop_front(op.getKernel().size()), 0);
  std::vector<N> elements;
  for (int64_t plane = 0; plane < y.batch * y.channels; ++plane)
    for (int64_t i = 0; i < y.pixels(); ++i) {
      Extents at{i / (y.extents[1] * y.extents[2]), i / y.extents[2] % y.extents[1], i % y.extents[2]};
      elements.clear();
      int64_t padded = 0;
      for (int64_t tap = 0; tap < window.taps(); ++tap) {
        Extents k{tap / (window.kernel[1] * window.kernel[2]), tap / window.kernel[2] % window.kernel[1], tap % window.kernel[2]};
        bool inside = true, insidePadded = true;
        int64_t offset = 0;
        for (int d = 0; d < 3; ++d) {
          int64_t position = at[d] * window.strides[d] + k[d] * window.dilations[d] - window.low[d];
          inside &= position >= 0 && position < x.extents[d];
          insidePadded &= position < x.extents[d] + high[d];
          offset = offset * x.extents[d] + position;
        }
        padded += insidePadded;
        if (inside)
          elements.push_back(x.plane(0, plane)[offset]);
      }
      y.plane(0, plane)[i] = fold(elements, padded);
    }
  return storeImages(resultType(op), y, op.getLayout());
}

/// A window without elements gives what nothing reduces to.
template <typename N>
static Tensor maxPool(MaxPoolOp op, const Tensor &input) {
  N lowest = lowestOf<N>(input.getElementType());
  return foldWindows<N>(op, input, [&](ArrayRef<N> elements, int64_t) {
    N highest = lowest;
    for (N element : elements)
      highest = maximum(highest, element);
    return highest;
  });
}

/// Integers truncate toward zero; a mean of nothing is NaN, of integers 0.
template <typename N>
static Tensor avgPool(AvgPoolOp op, const Tensor &input) {
  bool countPads = op.getCountIncludePad();
  return foldWindows<N>(op, input, [&](ArrayRef<N> elements, int64_t padded) {
    N sum = 0;
    for (N element : elements)
      sum = add(sum, element);
    return divide(sum, N(countPads ? padded : int64_t(elements.size())));
  });
}

Results interpreter::evaluatePooling(Operation *op, ArrayRef<Tensor> operands) {
  return llvm::TypeSwitch<Operation *, Results>(op)
      .Case([&](MaxPoolOp op) {
        return computeAs(op, operands[0].getType().getElementType(), [&](auto zero) {
          return maxPool<decltype(zero)>(op, operands[0]);
        });
      })
      .Case([&](AvgPoolOp op) {
        return computeAs(op, operands[0].getType().getElementType(), [&](auto zero) {
          return avgPool<decltype(zero)>(op, operands[0]);
        });
      })
      .Default([](Operation *) { return std::nullopt; });
}
