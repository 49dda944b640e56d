//===- RecognizeNorms.cpp - Layer, RMS and group normalization from pieces ===//

#include "Types.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_RECOGNIZENORMS
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
/// The operand of a mean over all dimensions from `axis` on, kept.
Value matchTrailingMean(Value value, int64_t &axis) {
  auto reduce = value.getDefiningOp<ReduceOp>();
  if (!reduce || reduce.getKind() != ReduceKind::Mean || !reduce.getKeepdims() || reduce.getAxes().empty())
    return {};
  int64_t rank = typeOf(reduce.getX()).getRank(), count = reduce.getAxes().size();
  axis = reduce.getAxes().front();
  return axis == rank - count ? reduce.getX() : Value();
}

/// x of x * x or x^2.
Value matchSquare(Value value) {
  if (auto mul = value.getDefiningOp<MulOp>())
    return mul.getA() == mul.getB() ? mul.getA() : Value();
  if (auto pow = value.getDefiningOp<PowOp>())
    return isConstantSplat(pow.getB(), 2) ? pow.getA() : Value();
  return {};
}

/// x of mean(x^2) + epsilon.
Value matchMeanSquare(Value value, int64_t &axis, double &epsilon) {
  auto add = value.getDefiningOp<AddOp>();
  if (!add)
    return {};
  for (auto [mean, constant] : {std::pair{add.getA(), add.getB()}, std::pair{add.getB(), add.getA()}}) {
    std::optional<double> scalar = getScalar(constant);
    Value squares = scalar ? matchTrailingMean(mean, axis) : Value();
    if (Value x = squares ? matchSquare(squares) : Value()) {
      epsilon = *scalar;
      return x;
    }
  }
  return {};
}

/// Whether `value` is x / sqrt(mean(x^2) + epsilon), in any of the ways that exporters write it.
Value matchNormalized(Operation *op, int64_t &axis, double &epsilon) {
  if (auto div = dyn_cast<DivOp>(op))
    if (auto sqrt = div.getB().getDefiningOp<SqrtOp>())
      return matchMeanSquare(sqrt.getX(), axis, epsilon) == div.getA() ? div.getA() : Value();
  auto mul = dyn_cast<MulOp>(op);
  if (!mul)
    return {};
  for (auto [x, factor] : {std::pair{mul.getA(), mul.getB()}, std::pair{mul.getB(), mul.getA()}}) {
    Value root;
    if (auto reciprocal = factor.getDefiningOp<ReciprocalOp>())
      root = reciprocal.getX();
    else if (auto div = factor.getDefiningOp<DivOp>(); div && isConstantSplat(div.getA(), 1))
      root = div.getB();
    Value sum;
    if (auto sqrt = root ? root.getDefiningOp<SqrtOp>() : nullptr)
      sum = sqrt.getX();
    else if (auto rsqrt = factor.getDefiningOp<RsqrtOp>())
      sum = rsqrt.getX();
    else if (auto pow = factor.getDefiningOp<PowOp>(); pow && isConstantSplat(pow.getB(), -0.5))
      sum = pow.getA();
    if (sum && matchMeanSquare(sum, axis, epsilon) == x)
      return x;
  }
  return {};
}

/// x of x - mean(x).
Value matchCentered(Value value, int64_t axis) {
  auto sub = value.getDefiningOp<SubOp>();
  int64_t own = -1;
  if (!sub || matchTrailingMean(sub.getB(), own) != sub.getA() || own != axis)
    return {};
  return sub.getA();
}

struct RecognizeNorm : RewritePattern {
  RecognizeNorm(MLIRContext *context, Pass::Statistic &found) : RewritePattern(MatchAnyOpTypeTag(), 2, context), found(found) {}

  LogicalResult matchAndRewrite(Operation *op, PatternRewriter &rewriter) const override {
    if (!isa<DivOp, MulOp>(op))
      return failure();
    int64_t axis = 0;
    double epsilon = 0;
    Value x = matchNormalized(op, axis, epsilon);
    if (!x || x.getType() != op->getResult(0).getType())
      return failure();
    IntegerAttr axisAttr = rewriter.getI64IntegerAttr(axis);
    FloatAttr epsilonAttr = rewriter.getF64FloatAttr(epsilon);
    if (Value whole = matchCentered(x, axis))
      rewriter.replaceOpWithNewOp<LayerNormOp>(op, whole, Value(), Value(), axisAttr, epsilonAttr);
    else
      rewriter.replaceOpWithNewOp<RmsNormOp>(op, x, Value(), axisAttr, epsilonAttr);
    ++found;
    return success();
  }
  Pass::Statistic &found;
};

/// The constant operand of a product or sum whose other operand is `value`, if it varies only along normalized dimensions.
Value matchParameter(Operation *op, Value value, int64_t axis) {
  Value other = op->getOperand(op->getOperand(0) == value ? 1 : 0);
  RankedTensorType own = typeOf(other), type = typeOf(value);
  if (!getConstant(other) || op->getResult(0).getType() != value.getType())
    return {};
  for (int64_t i = 0; i < own.getRank(); ++i)
    if (i + type.getRank() - own.getRank() < axis && own.getDimSize(i) != 1)
      return {};
  return other;
}

template <typename Norm>
struct AbsorbScale : OpRewritePattern<MulOp> {
  using OpRewritePattern<MulOp>::OpRewritePattern;
  LogicalResult matchAndRewrite(MulOp op, PatternRewriter &rewriter) const override {
    for (Value operand : op->getOperands()) {
      auto norm = operand.template getDefiningOp<Norm>();
      if (!norm || !norm->hasOneUse() || norm.getScale() || hasBias(norm))
        continue;
      if (Value scale = matchParameter(op, operand, norm.getAxis())) {
        auto scaled = cast<Norm>(rewriter.clone(*norm));
        scaled.getScaleMutable().assign(scale);
        rewriter.replaceOp(op, scaled->getResults());
        return success();
      }
    }
    return failure();
  }
  static bool hasBias(LayerNormOp norm) { return bool(norm.getBias()); }
  static bool hasBias(RmsNormOp) { return false; }
};

struct AbsorbBias : OpRewritePattern<AddOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(AddOp op, PatternRewriter &rewriter) const override {
    for (Value operand : op->getOperands()) {
      auto norm = operand.getDefiningOp<LayerNormOp>();
      if (!norm || !norm->hasOneUse() || norm.getBias() || !norm.getScale())
        continue;
      if (Value bias = matchParameter(op, operand, norm.getAxis())) {
        rewriter.replaceOpWithNewOp<LayerNormOp>(op, norm.getX(), norm.getScale(), bias, norm.getAxisAttr(), norm.getEpsilonAttr());
        return success();
      }
    }
    return failure();
  }
};

/// Whether a parameter of a norm is absent or a constant of this number.
bool isTrivial(Value parameter, double number) { return !parameter || isConstantSplat(parameter, number); }

/// Exporters write group normalization as instance normalization of [N, groups, rest]: scale and bias per channel come behind it.
struct RecognizeGroupNorm : OpRewritePattern<ReshapeOp> {
  RecognizeGroupNorm(MLIRContext *context, Pass::Statistic &found) : OpRewritePattern(context), found(found) {}

  LogicalResult matchAndRewrite(ReshapeOp op, PatternRewriter &rewriter) const override {
    auto norm = op.getX().getDefiningOp<GroupNormOp>();
    auto grouped = norm ? norm.getX().getDefiningOp<ReshapeOp>() : nullptr;
    if (!grouped || !norm->hasOneUse() || grouped.getX().getType() != op.getType() || norm.getLayout() != Layout::ChannelsFirst ||
        !isTrivial(norm.getScale(), 1) || !isTrivial(norm.getBias(), 0))
      return failure();
    RankedTensorType inner = typeOf(norm.getX()), type = op.getType();
    int64_t groups = norm.getGroups();
    if (type.getRank() < 3 || inner.getRank() < 3 || !type.hasStaticShape() || type.getDimSize(0) != inner.getDimSize(0) ||
        inner.getDimSize(1) != groups || type.getDimSize(1) % groups != 0)
      return failure();
    rewriter.replaceOpWithNewOp<GroupNormOp>(op, grouped.getX(), Value(), Value(), norm.getGroupsAttr(), norm.getEpsilonAttr(),
                                             norm.getLayoutAttr());
    ++found;
    return success();
  }
  Pass::Statistic &found;
};

/// A constant [C, 1...] (or [1, C, 1...]) next to a group normalization of [N, C, spatial...], as [C].
Value matchPerChannel(Operation *op, Value value, PatternRewriter &rewriter) {
  Value other = op->getOperand(op->getOperand(0) == value ? 1 : 0);
  RankedTensorType own = typeOf(other), type = typeOf(value);
  if (!getConstant(other) || op->getResult(0).getType() != value.getType() || own.getNumElements() != type.getDimSize(1))
    return {};
  int64_t channel = own.getRank() - (type.getRank() - 1);
  if (channel < 0 || own.getDimSize(channel) != type.getDimSize(1))
    return {};
  return ReshapeOp::create(rewriter, other.getLoc(), RankedTensorType::get({type.getDimSize(1)}, own.getElementType()), other);
}

/// group_norm(x) * s + b
struct AbsorbGroupParameter : RewritePattern {
  explicit AbsorbGroupParameter(MLIRContext *context) : RewritePattern(MatchAnyOpTypeTag(), 1, context) {}

  LogicalResult matchAndRewrite(Operation *op, PatternRewriter &rewriter) const override {
    bool scales = isa<MulOp>(op);
    if (!scales && !isa<AddOp>(op))
      return failure();
    for (Value operand : op->getOperands()) {
      auto norm = operand.getDefiningOp<GroupNormOp>();
      if (!norm || !norm->hasOneUse() || norm.getBias() || (scales && norm.getScale()) || norm.getLayout() != Layout::ChannelsFirst)
        continue;
      Value parameter = matchPerChannel(op, operand, rewriter);
      if (!parameter)
        continue;
      rewriter.replaceOpWithNewOp<GroupNormOp>(op, norm.getX(), scales ? parameter : norm.getScale(), scales ? Value() : parameter,
                                               norm.getGroupsAttr(), norm.getEpsilonAttr(), norm.getLayoutAttr());
      return success();
    }
    return failure();
  }
};

class RecognizeNormsPass : public adze::impl::RecognizeNormsBase<RecognizeNormsPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<RecognizeNorm, RecognizeGroupNorm>(&getContext(), numFound);
    patterns.add<AbsorbScale<LayerNormOp>, AbsorbScale<RmsNormOp>, AbsorbBias, AbsorbGroupParameter>(&getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
