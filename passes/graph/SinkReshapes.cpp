//===- SinkReshapes.cpp - Moves reshapes behind element-wise operations ---===//

#include "Types.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_SINKRESHAPES
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
/// How many trailing dimensions two shapes of equal size have in common.
int64_t commonSuffix(ArrayRef<int64_t> a, ArrayRef<int64_t> b) {
  int64_t count = 0;
  while (count < int64_t(std::min(a.size(), b.size())) && a[a.size() - 1 - count] == b[b.size() - 1 - count])
    ++count;
  return count;
}

struct SinkReshape : RewritePattern {
  SinkReshape(MLIRContext *context, Pass::Statistic &sunk) : RewritePattern(MatchAnyOpTypeTag(), 1, context), sunk(sunk) {}

  LogicalResult matchAndRewrite(Operation *op, PatternRewriter &rewriter) const override {
    if (!isElementwise(op) || !typeOf(op->getResult(0)).hasStaticShape())
      return failure();
    RankedTensorType type = typeOf(op->getResult(0));
    ReshapeOp reshape;
    for (Value operand : op->getOperands()) {
      auto candidate = operand.getDefiningOp<ReshapeOp>();
      // Only behind something that is computed, and that has no other reader: inputs and constants are fused as they are. Only toward
      // fewer dimensions (as products have them): two operands that pull in opposite directions would never end.
      bool computed = candidate && candidate.getX().getDefiningOp() && !getConstant(candidate.getX()) && candidate->hasOneUse() &&
                      typeOf(candidate.getX()).getRank() < type.getRank();
      if (computed && candidate.getType().getShape() == type.getShape() && !reshape)
        reshape = candidate;
    }
    if (!reshape)
      return failure();
    ArrayRef<int64_t> from = typeOf(reshape.getX()).getShape();
    int64_t kept = commonSuffix(from, type.getShape());
    for (Value operand : op->getOperands())
      if (!canFollow(operand, type.getShape(), kept))
        return failure();

    rewriter.setInsertionPoint(op);
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(follow(rewriter, op->getLoc(), operand, type.getShape(), from));
    OperationState state(op->getLoc(), op->getName(), operands, RankedTensorType::get(from, type.getElementType()), op->getAttrs());
    Operation *moved = rewriter.create(state);
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, type, moved->getResult(0));
    ++sunk;
    return success();
  }

private:
  /// Without leading extents of 1.
  static ArrayRef<int64_t> stripped(ArrayRef<int64_t> shape) {
    while (!shape.empty() && shape.front() == 1)
      shape = shape.drop_front();
    return shape;
  }
  /// Full operands are reshaped; those that vary only along the kept dimensions stay as they are.
  static bool canFollow(Value operand, ArrayRef<int64_t> full, int64_t kept) {
    ArrayRef<int64_t> shape = typeOf(operand).getShape();
    return shape == full || int64_t(stripped(shape).size()) <= kept;
  }
  static Value follow(PatternRewriter &rewriter, Location loc, Value operand, ArrayRef<int64_t> full, ArrayRef<int64_t> from) {
    RankedTensorType type = typeOf(operand);
    if (type.getShape() == full) {
      if (auto reshape = operand.getDefiningOp<ReshapeOp>(); reshape && typeOf(reshape.getX()).getShape() == from)
        return reshape.getX();
      return ReshapeOp::create(rewriter, loc, RankedTensorType::get(from, type.getElementType()), operand);
    }
    ArrayRef<int64_t> shape = stripped(type.getShape());
    if (shape == type.getShape())
      return operand;
    return ReshapeOp::create(rewriter, loc, RankedTensorType::get(shape, type.getElementType()), operand);
  }

  Pass::Statistic &sunk;
};

class SinkReshapesPass : public adze::impl::SinkReshapesBase<SinkReshapesPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<SinkReshape>(&getContext(), numSunk);
    ReshapeOp::getCanonicalizationPatterns(patterns, &getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
