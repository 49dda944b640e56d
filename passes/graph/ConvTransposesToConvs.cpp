//===- ConvTransposesToConvs.cpp - Convolutions from transposed ones ------===//
//
// With one group and stride s, output s * i + a - low of a transposed convolution is the sum over t of filter[a + s * t] * input[i - t]: a
// convolution of ceil(k / s) flipped taps for each phase a. All phases are channels of one convolution, which are then moved between pixels (the
// sub-pixel convolution of Shi et al., 2016).
//
//===----------------------------------------------------------------------===//

#include "adze/IR/Adze.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_CONVTRANSPOSESTOCONVS
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
struct ToConv : OpRewritePattern<ConvTransposeOp> {
  ToConv(MLIRContext *context, Pass::Statistic &converted) : OpRewritePattern(context), converted(converted) {}

  LogicalResult matchAndRewrite(ConvTransposeOp op, PatternRewriter &rewriter) const override {
    ElementsAttr filter = getConstant(op.getFilter());
    auto type = cast<RankedTensorType>(op.getType()), input = cast<RankedTensorType>(op.getInput().getType());
    auto filterType = cast<RankedTensorType>(op.getFilter().getType());
    ArrayRef<int64_t> strides = op.getStrides(), dilations = op.getDilations(), pads = op.getPads();
    bool strided = llvm::any_of(strides, [](int64_t s) { return s != 1; }), dilated = llvm::any_of(dilations, [](int64_t d) { return d != 1; });
    // Phases inside of a group, or between the taps of a dilated filter, are not there.
    if (!filter || op.getLayout() != Layout::ChannelsLast || !type.hasStaticShape() || !input.hasStaticShape() || type.getNumElements() == 0 ||
        (strided && (dilated || op.getGroups() != 1)))
      return failure();
    size_t spatial = strides.size();
    SmallVector<int64_t> kernel(filterType.getShape().drop_front(2)), taps, convPads(2 * spatial), cropped, extents;
    for (size_t i = 0; i < spatial; ++i) {
      int64_t s = strides[i], k = (kernel[i] + s - 1) / s, reach = dilations[i] * (k - 1);
      // Outputs start at multiples of the stride; what lies in front of `low` is cut off afterwards.
      int64_t first = pads[i] / s, start = pads[i] % s, out = type.getDimSize(1 + i);
      if (pads[i] < 0)
        return failure();
      int64_t steps = (start + out + s - 1) / s;
      taps.push_back(k);
      convPads[i] = reach - first;
      convPads[i + spatial] = steps + reach - convPads[i] - input.getDimSize(1 + i);
      if (convPads[i] < 0 || convPads[i + spatial] < 0)
        return failure();
      cropped.push_back(start);
      extents.push_back(steps);
    }
    int64_t phases = computeProduct(strides), outputs = type.getShape().back();
    Value weights = makeFilter(rewriter, op, filter, filterType, kernel, taps);
    SmallVector<int64_t> ones(spatial, 1), shape{type.getDimSize(0)};
    llvm::append_range(shape, extents);
    shape.push_back(phases * outputs);
    Type element = type.getElementType();
    Location loc = op.getLoc();
    Value y = ConvOp::create(rewriter, loc, RankedTensorType::get(shape, element), op.getInput(), weights, rewriter.getDenseI64ArrayAttr(ones),
                             rewriter.getDenseI64ArrayAttr(convPads), op.getDilationsAttr(), op.getGroupsAttr(), op.getLayoutAttr());
    if (strided) {
      // [N, steps..., phases..., O] to [N, step and phase..., O].
      SmallVector<int64_t> apart(shape.begin(), shape.end() - 1), order{0}, whole{shape.front()};
      llvm::append_range(apart, strides);
      apart.push_back(outputs);
      for (size_t i = 0; i < spatial; ++i) {
        llvm::append_values(order, int64_t(1 + i), int64_t(1 + spatial + i));
        whole.push_back(extents[i] * strides[i]);
      }
      order.push_back(1 + 2 * spatial);
      whole.push_back(outputs);
      y = ReshapeOp::create(rewriter, loc, RankedTensorType::get(apart, element), y);
      y = TransposeOp::create(rewriter, loc, y, rewriter.getDenseI64ArrayAttr(order));
      y = ReshapeOp::create(rewriter, loc, RankedTensorType::get(whole, element), y);
      if (ArrayRef(whole) != type.getShape()) {
        SmallVector<int64_t> starts{0}, steps(type.getRank(), 1);
        llvm::append_range(starts, cropped);
        starts.push_back(0);
        y = SliceOp::create(rewriter, loc, type, y, rewriter.getDenseI64ArrayAttr(starts), rewriter.getDenseI64ArrayAttr(type.getShape()),
                            rewriter.getDenseI64ArrayAttr(steps));
      }
    }
    rewriter.replaceOp(op, y);
    ++converted;
    return success();
  }

private:
  /// [C, O / groups, kernel...] to [phases, O; C / groups, taps...] with flipped taps; zeros where a phase has fewer of them.
  Value makeFilter(PatternRewriter &rewriter, ConvTransposeOp op, ElementsAttr filter, RankedTensorType type, ArrayRef<int64_t> kernel,
                   ArrayRef<int64_t> taps) const {
    int64_t groups = op.getGroups(), perGroup = type.getDimSize(0) / groups, outputs = type.getDimSize(1), phases = computeProduct(op.getStrides());
    int64_t size = getElementBytes(type.getElementType()), window = computeProduct(kernel);
    SmallVector<int64_t> shape{phases * groups * outputs, perGroup};
    llvm::append_range(shape, taps);
    SmallVector<int64_t> tapStrides = computeStrides(taps), phaseStrides = computeStrides(op.getStrides());
    auto result = RankedTensorType::get(shape, type.getElementType());
    SmallVector<char> storage;
    ArrayRef<char> bytes = getConstantBytes(filter, storage);
    std::vector<char> moved(result.getNumElements() * size);
    char *to = moved.data();
    for (int64_t phase = 0; phase < phases; ++phase) {
      SmallVector<int64_t> offset = delinearize(phase, phaseStrides);
      for (int64_t o = 0; o < groups * outputs; ++o)
        for (int64_t c = 0; c < perGroup; ++c)
          for (int64_t t = 0; t < computeProduct(taps); ++t, to += size) {
            SmallVector<int64_t> tap = delinearize(t, tapStrides);
            int64_t from = 0;
            bool inside = true;
            for (size_t i = 0; i < taps.size(); ++i) {
              int64_t k = offset[i] + op.getStrides()[i] * (taps[i] - 1 - tap[i]);
              inside = inside && k < kernel[i];
              from = from * kernel[i] + k;
            }
            if (inside)
              memcpy(to, bytes.data() + (((o / outputs * perGroup + c) * outputs + o % outputs) * window + from) * size, size);
          }
    }
    return ConstantOp::create(rewriter, op.getLoc(), makeConstant(result, moved, "filter"));
  }

  Pass::Statistic &converted;
};

class ConvTransposesToConvsPass : public adze::impl::ConvTransposesToConvsBase<ConvTransposesToConvsPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<ToConv>(&getContext(), numConverted);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
