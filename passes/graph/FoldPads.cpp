//===- FoldPads.cpp - Moves padding into convolutions ---------------------===//

#include "adze/IR/Adze.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_FOLDPADS
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
struct FoldPad : OpRewritePattern<ConvOp> {
  FoldPad(MLIRContext *context, Pass::Statistic &folded) : OpRewritePattern(context), folded(folded) {}

  LogicalResult matchAndRewrite(ConvOp op, PatternRewriter &rewriter) const override {
    auto pad = op.getInput().getDefiningOp<PadOp>();
    if (!pad || pad.getMode() != PadMode::Constant || (pad.getValue() && !isConstantSplat(pad.getValue(), 0.0)))
      return failure();
    ArrayRef<int64_t> low = pad.getLow(), high = pad.getHigh();
    size_t rank = low.size(), spatial = rank - 2;
    bool last = op.getLayout() == Layout::ChannelsLast;
    size_t channels = last ? rank - 1 : 1, first = last ? 1 : 2;
    if (low[0] || high[0] || low[channels] || high[channels])
      return failure();
    SmallVector<int64_t> pads(op.getPads());
    for (size_t i = 0; i < spatial; ++i) {
      pads[i] += low[first + i];
      pads[i + spatial] += high[first + i];
    }
    rewriter.modifyOpInPlace(op, [&] {
      op.getInputMutable().assign(pad.getX());
      op.setPads(pads);
    });
    ++folded;
    return success();
  }
  Pass::Statistic &folded;
};

class FoldPadsPass : public adze::impl::FoldPadsBase<FoldPadsPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<FoldPad>(&getContext(), numFolded);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
