//===- MergeSlices.cpp - Slices of slices, joined tensors and gathers -----===//

#include "adze/IR/Adze.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_MERGESLICES
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
Value makeSlice(PatternRewriter &rewriter, Location loc, Value x, ArrayRef<int64_t> starts, ArrayRef<int64_t> sizes, ArrayRef<int64_t> steps) {
  return rewriter.createOrFold<SliceOp>(loc, x, rewriter.getDenseI64ArrayAttr(starts), rewriter.getDenseI64ArrayAttr(sizes),
                                        rewriter.getDenseI64ArrayAttr(steps));
}

/// A gather of one index that is known.
struct GatherOfConstant : OpRewritePattern<GatherOp> {
  GatherOfConstant(MLIRContext *context, Pass::Statistic &merged) : OpRewritePattern(context), merged(merged) {}

  LogicalResult matchAndRewrite(GatherOp op, PatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getX().getType());
    auto indices = cast<RankedTensorType>(op.getIndices().getType());
    std::optional<double> index = getScalar(op.getIndices());
    if (!index || !indices.hasStaticShape() || indices.getNumElements() != 1 || !type.hasStaticShape() || type.getNumElements() == 0)
      return failure();
    int64_t extent = type.getDimSize(op.getAxis());
    SmallVector<int64_t> starts(type.getRank(), 0), sizes(type.getShape()), steps(type.getRank(), 1);
    starts[op.getAxis()] = std::clamp<int64_t>(*index < 0 ? *index + extent : *index, 0, extent - 1);
    sizes[op.getAxis()] = 1;
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), makeSlice(rewriter, op.getLoc(), op.getX(), starts, sizes, steps));
    ++merged;
    return success();
  }
  Pass::Statistic &merged;
};

struct SliceOfSlice : OpRewritePattern<SliceOp> {
  SliceOfSlice(MLIRContext *context, Pass::Statistic &merged) : OpRewritePattern(context), merged(merged) {}

  LogicalResult matchAndRewrite(SliceOp op, PatternRewriter &rewriter) const override {
    auto inner = op.getX().getDefiningOp<SliceOp>();
    if (!inner)
      return failure();
    SmallVector<int64_t> starts, steps;
    for (size_t i = 0; i < op.getStarts().size(); ++i) {
      starts.push_back(inner.getStarts()[i] + op.getStarts()[i] * inner.getSteps()[i]);
      steps.push_back(inner.getSteps()[i] * op.getSteps()[i]);
    }
    rewriter.replaceOp(op, makeSlice(rewriter, op.getLoc(), inner.getX(), starts, op.getSizes(), steps));
    ++merged;
    return success();
  }
  Pass::Statistic &merged;
};

/// A slice that takes elements of one operand only.
struct SliceOfConcat : OpRewritePattern<SliceOp> {
  SliceOfConcat(MLIRContext *context, Pass::Statistic &merged) : OpRewritePattern(context), merged(merged) {}

  LogicalResult matchAndRewrite(SliceOp op, PatternRewriter &rewriter) const override {
    auto concat = op.getX().getDefiningOp<ConcatOp>();
    if (!concat || op.getSteps()[concat.getAxis()] < 1 || op.getSizes()[concat.getAxis()] < 1)
      return failure();
    int64_t axis = concat.getAxis(), first = op.getStarts()[axis];
    int64_t last = first + (op.getSizes()[axis] - 1) * op.getSteps()[axis], begin = 0;
    for (Value x : concat.getXs()) {
      int64_t extent = cast<RankedTensorType>(x.getType()).getDimSize(axis);
      if (ShapedType::isDynamic(extent))
        return failure();
      if (first >= begin && last < begin + extent) {
        SmallVector<int64_t> starts(op.getStarts());
        starts[axis] -= begin;
        rewriter.replaceOp(op, makeSlice(rewriter, op.getLoc(), x, starts, op.getSizes(), op.getSteps()));
        ++merged;
        return success();
      }
      begin += extent;
    }
    return failure();
  }
  Pass::Statistic &merged;
};

/// Neighbouring slices of one tensor that are joined again.
struct ConcatOfSlices : OpRewritePattern<ConcatOp> {
  ConcatOfSlices(MLIRContext *context, Pass::Statistic &merged) : OpRewritePattern(context), merged(merged) {}

  LogicalResult matchAndRewrite(ConcatOp op, PatternRewriter &rewriter) const override {
    size_t axis = op.getAxis();
    for (size_t i = 0; i + 1 < op.getXs().size(); ++i) {
      auto a = op.getXs()[i].getDefiningOp<SliceOp>(), b = op.getXs()[i + 1].getDefiningOp<SliceOp>();
      if (!a || !b || a.getX() != b.getX() || a.getSteps()[axis] != 1 || b.getStarts()[axis] != a.getStarts()[axis] + a.getSizes()[axis])
        continue;
      bool neighbours = true;
      for (size_t d = 0; d < a.getStarts().size(); ++d)
        neighbours &= a.getSteps()[d] == b.getSteps()[d] && (d == axis || a.getStarts()[d] == b.getStarts()[d]);
      if (!neighbours)
        continue;
      SmallVector<int64_t> sizes(a.getSizes());
      sizes[axis] += b.getSizes()[axis];
      SmallVector<Value> operands(op.getXs());
      operands[i] = makeSlice(rewriter, rewriter.getFusedLoc({a.getLoc(), b.getLoc()}), a.getX(), a.getStarts(), sizes, a.getSteps());
      operands.erase(operands.begin() + i + 1);
      rewriter.replaceOp(op, rewriter.createOrFold<ConcatOp>(op.getLoc(), operands, op.getAxisAttr()));
      ++merged;
      return success();
    }
    return failure();
  }
  Pass::Statistic &merged;
};

class MergeSlicesPass : public adze::impl::MergeSlicesBase<MergeSlicesPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<GatherOfConstant, SliceOfSlice, SliceOfConcat, ConcatOfSlices>(&getContext(), numMerged);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
