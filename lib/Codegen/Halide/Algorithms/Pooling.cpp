//===- Pooling.cpp - Maximum and mean of windows --------------------------===//

#include "Algorithms.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;

namespace {
/// Folds the elements of each window; `inside` says whether a tap lies in the input (undefined where all do).
template <typename Op>
Access foldWindow(Op op, const Access &input, Expr init, std::function<Expr(Expr sum, Expr element, Expr inside)> fold,
                  Builder &builder) {
  std::vector<int64_t> shape(op.getY().getType().getShape());
  size_t rank = shape.size(), spatial = rank - 2;
  size_t first = op.getLayout() == Layout::ChannelsLast ? 1 : 2;
  std::vector<Var> vars = Builder::makeVars(rank);
  Coords coords(vars.begin(), vars.end()), from = coords;
  Region ranges;
  for (size_t i = spatial; i-- > 0;) {
    ranges.push_back({0, int32_t(op.getKernel()[i])});
    builder.nest.reductionExtents.push_back(op.getKernel()[i]);
  }
  RDom r(ranges, "r");
  Expr inside;
  for (size_t i = 0; i < spatial; ++i) {
    int32_t stride = op.getStrides()[i], dilation = op.getDilations()[i], low = op.getPads()[i];
    int32_t extent = input.shape[first + i];
    Expr c = coords[first + i] * stride + r[spatial - 1 - i] * dilation - low;
    int64_t reach = (shape[first + i] - 1) * stride + (op.getKernel()[i] - 1) * dilation - low;
    if (low > 0 || reach >= extent) {
      Expr here = c >= 0 && c < extent;
      inside = inside.defined() ? inside && here : here;
      c = clamp(likely(c), 0, extent - 1);
    }
    from[first + i] = c;
  }
  Func f("window");
  std::vector<Expr> at = Builder::reversed(coords);
  f(at) = init;
  f(at) = fold(f(at), input.at(from), inside);
  builder.nest.accumulator = f;
  builder.nest.reduction = r;
  return Builder::read(f, shape);
}

Access maxPool(MaxPoolOp op, const Access &input, Builder &builder) {
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  Expr lowest = lowestOf(type);
  return foldWindow(op, input, lowest, [&](Expr sum, Expr element, Expr inside) {
    return max(sum, inside.defined() ? select(inside, likely(element), lowest) : element);
  }, builder);
}

Access avgPool(AvgPoolOp op, const Access &input, Builder &builder) {
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  Access sum = foldWindow(op, input, makeNumber(type, 0), [&](Expr sum, Expr element, Expr inside) {
    return sum + (inside.defined() ? select(inside, likely(element), makeNumber(type, 0)) : element);
  }, builder);
  // The number of elements of a window that lie inside the input (or its pads) is a product over the dimensions.
  std::vector<int64_t> kernel(op.getKernel()), strides(op.getStrides()), pads(op.getPads()), dilations(op.getDilations());
  bool includePads = op.getCountIncludePad();
  size_t spatial = kernel.size(), first = op.getLayout() == Layout::ChannelsLast ? 1 : 2;
  auto at = [=](const Coords &coords) {
    Expr count = makeNumber(type, 1);
    for (size_t i = 0; i < spatial; ++i) {
      int32_t begin = includePads ? -pads[i] : 0;
      int32_t end = input.shape[first + i] + (includePads ? pads[i + spatial] : 0);
      int64_t last = (sum.shape[first + i] - 1) * strides[i] - pads[i] + (kernel[i] - 1) * dilations[i];
      if (-pads[i] >= begin && last < end) {
        count = count * makeNumber(type, kernel[i]);
        continue;
      }
      // Taps are start, start + d, ...: those from the first not below `begin` to the last below `end`.
      int32_t d = dilations[i];
      Expr start = coords[first + i] * int32_t(strides[i]) - int32_t(pads[i]);
      Expr skipped = max(0, (begin - start + d - 1) / d);
      Expr upto = min(int32_t(kernel[i]), (end - start + d - 1) / d);
      count = count * cast(type, max(upto - skipped, 1));
    }
    return sum.at(coords) / count;
  };
  return {at, sum.shape};
}
} // namespace

Results halide::emitPooling(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder) {
  return llvm::TypeSwitch<mlir::Operation *, Results>(op)
      .Case([&](MaxPoolOp pool) { return std::vector<Access>{maxPool(pool, operands[0], builder)}; })
      .Case([&](AvgPoolOp pool) { return std::vector<Access>{avgPool(pool, operands[0], builder)}; })
      .Default([](mlir::Operation *) { return std::nullopt; });
}
