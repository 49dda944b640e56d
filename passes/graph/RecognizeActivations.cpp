//===- RecognizeActivations.cpp - GELU, SiLU, hard-swish from pieces ------===//

#include "adze/IR/Adze.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_RECOGNIZEACTIVATIONS
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
/// Whether a constant is this number as float32 would hold it.
bool isNear(Value value, double number) {
  std::optional<double> scalar = getScalar(value);
  return scalar && std::abs(*scalar - number) <= 1e-4 * std::abs(number);
}

/// Flattens a tree of products into factors; constants are multiplied into `constant`.
void collectFactors(Value value, SmallVectorImpl<Value> &factors, double &constant, bool root = true) {
  if (std::optional<double> scalar = getScalar(value)) {
    constant *= *scalar;
    return;
  }
  if (auto mul = value.getDefiningOp<MulOp>(); mul && (root || value.hasOneUse())) {
    collectFactors(mul.getA(), factors, constant, false);
    collectFactors(mul.getB(), factors, constant, false);
    return;
  }
  if (auto div = value.getDefiningOp<DivOp>(); div && getScalar(div.getB()) && (root || value.hasOneUse())) {
    constant /= *getScalar(div.getB());
    collectFactors(div.getA(), factors, constant, false);
    return;
  }
  factors.push_back(value);
}

/// `a` and the constant of a sum with a constant.
bool matchAddScalar(Value value, Value &a, double &constant) {
  auto add = value.getDefiningOp<AddOp>();
  if (!add)
    return false;
  for (auto [x, c] : {std::pair{add.getA(), add.getB()}, std::pair{add.getB(), add.getA()}})
    if (std::optional<double> scalar = getScalar(c)) {
      a = x;
      constant = *scalar;
      return true;
    }
  return false;
}

/// x * f(x) with f one of sigmoid, hard sigmoid, or the halves of GELU.
struct RecognizeProduct : OpRewritePattern<MulOp> {
  RecognizeProduct(MLIRContext *context, Pass::Statistic &found) : OpRewritePattern(context), found(found) {}

  LogicalResult matchAndRewrite(MulOp op, PatternRewriter &rewriter) const override {
    SmallVector<Value> factors;
    double constant = 1;
    collectFactors(op.getY(), factors, constant);
    if (factors.size() != 2 || factors[0].getType() != op.getType() || factors[1].getType() != op.getType())
      return failure();
    for (auto [x, f] : {std::pair{factors[0], factors[1]}, std::pair{factors[1], factors[0]}})
      if (succeeded(match(op, x, f, constant, rewriter))) {
        ++found;
        return success();
      }
    return failure();
  }

private:
  LogicalResult match(MulOp op, Value x, Value f, double constant, PatternRewriter &rewriter) const {
    if (auto sigmoid = f.getDefiningOp<SigmoidOp>(); sigmoid && sigmoid.getX() == x && constant == 1) {
      rewriter.replaceOpWithNewOp<SiluOp>(op, x);
      return success();
    }
    if (auto hard = f.getDefiningOp<HardSigmoidOp>(); hard && hard.getX() == x && constant == 1 &&
                                                       std::abs(hard.getAlpha().convertToDouble() - 1.0 / 6) < 1e-6 && hard.getBeta().convertToDouble() == 0.5) {
      rewriter.replaceOpWithNewOp<HardSwishOp>(op, x);
      return success();
    }
    // x * clamp(x + 3, 0, 6) / 6
    if (auto clamp = f.getDefiningOp<ClampOp>(); clamp && std::abs(constant - 1.0 / 6) < 1e-6) {
      Value inner;
      double shift;
      auto bound = [](std::optional<TypedAttr> attr, double value) {
        auto number = attr ? dyn_cast<FloatAttr>(*attr) : FloatAttr();
        return number && number.getValueAsDouble() == value;
      };
      if (matchAddScalar(clamp.getX(), inner, shift) && inner == x && shift == 3 && bound(clamp.getMin(), 0) && bound(clamp.getMax(), 6)) {
        rewriter.replaceOpWithNewOp<HardSwishOp>(op, x);
        return success();
      }
    }
    // x * (1 + erf(x / sqrt(2))) / 2, or with tanh's approximation.
    Value inner;
    double one;
    if (std::abs(constant - 0.5) > 1e-6 || !matchAddScalar(f, inner, one) || one != 1)
      return failure();
    if (auto erf = inner.getDefiningOp<ErfOp>()) {
      SmallVector<Value> factors;
      double scale = 1;
      collectFactors(erf.getX(), factors, scale);
      if (factors.size() != 1 || factors[0] != x || std::abs(scale - 0.70710678) > 1e-4)
        return failure();
      rewriter.replaceOpWithNewOp<GeluOp>(op, x, /*tanh=*/false);
      return success();
    }
    if (auto tanh = inner.getDefiningOp<TanhOp>(); tanh && isTanhArgument(tanh.getX(), x)) {
      rewriter.replaceOpWithNewOp<GeluOp>(op, x, /*tanh=*/true);
      return success();
    }
    return failure();
  }

  /// sqrt(2 / pi) * (x + 0.044715 * x^3)
  static bool isTanhArgument(Value value, Value x) {
    SmallVector<Value> factors;
    double scale = 1;
    collectFactors(value, factors, scale);
    if (factors.size() != 1 || std::abs(scale - 0.79788456) > 1e-4)
      return false;
    auto add = factors[0].getDefiningOp<AddOp>();
    if (!add)
      return false;
    for (auto [linear, cubic] : {std::pair{add.getA(), add.getB()}, std::pair{add.getB(), add.getA()}}) {
      if (linear != x)
        continue;
      SmallVector<Value> powers;
      double coefficient = 1;
      collectFactors(cubic, powers, coefficient);
      bool cube = powers.size() == 3 && llvm::all_of(powers, [&](Value v) { return v == x; });
      if (powers.size() == 1)
        if (auto pow = powers[0].getDefiningOp<PowOp>())
          cube = pow.getA() == x && isNear(pow.getB(), 3);
      if (cube && std::abs(coefficient - 0.044715) < 1e-5)
        return true;
    }
    return false;
  }

  Pass::Statistic &found;
};

/// x * clamp(x + 3, 0, 6) / 6: the division becomes a product, which RecognizeProduct sees.
struct DivideBySix : OpRewritePattern<DivOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(DivOp op, PatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getType());
    auto product = op.getA().getDefiningOp<MulOp>();
    bool clamped = product && (product.getA().getDefiningOp<ClampOp>() || product.getB().getDefiningOp<ClampOp>());
    if (!isConstantSplat(op.getB(), 6) || !clamped || !isa<FloatType>(type.getElementType()) || product.getType() != type)
      return failure();
    auto scalar = RankedTensorType::get({}, type.getElementType());
    Value factor = ConstantOp::create(rewriter, op.getLoc(), DenseElementsAttr::get(scalar, rewriter.getFloatAttr(type.getElementType(), 1.0 / 6)));
    rewriter.replaceOpWithNewOp<MulOp>(op, product.getY(), factor);
    return success();
  }
};

class RecognizeActivationsPass : public adze::impl::RecognizeActivationsBase<RecognizeActivationsPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<RecognizeProduct>(&getContext(), numFound);
    patterns.add<DivideBySix>(&getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
