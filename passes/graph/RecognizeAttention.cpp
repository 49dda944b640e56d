//===- RecognizeAttention.cpp - Attention from its pieces -----------------===//

#include "Types.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_RECOGNIZEATTENTION
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
/// Takes products and quotients with numbers off a value.
Value peelScale(Value value, double &scale) {
  while (value.hasOneUse()) {
    if (auto mul = value.getDefiningOp<MulOp>()) {
      std::optional<double> a = getScalar(mul.getA()), b = getScalar(mul.getB());
      Value next = b ? mul.getA() : mul.getB();
      if ((!a && !b) || next.getType() != value.getType())
        return value;
      scale *= b ? *b : *a;
      value = next;
    } else if (auto div = value.getDefiningOp<DivOp>(); div && getScalar(div.getB()) && div.getA().getType() == value.getType()) {
      scale /= *getScalar(div.getB());
      value = div.getA();
    } else {
      break;
    }
  }
  return value;
}

/// The keys behind the second operand of the scores' product, [..., N, D]; null if they are there only the other way round.
Value matchKeys(MatmulOp scores, Value operand, double &scale, PatternRewriter &rewriter) {
  if (scores.getTransposeB())
    return peelScale(operand, scale);
  auto transpose = operand.getDefiningOp<TransposeOp>();
  if (!transpose)
    return {};
  SmallVector<int64_t> permutation(transpose.getPermutation());
  int64_t rank = permutation.size();
  if (permutation[rank - 2] != rank - 1)
    return {};
  std::swap(permutation[rank - 2], permutation[rank - 1]);
  Value keys = peelScale(transpose.getX(), scale);
  return rewriter.createOrFold<TransposeOp>(transpose.getLoc(), keys, rewriter.getDenseI64ArrayAttr(permutation));
}

/// softmax(scale * q k^T + mask) v
struct RecognizeProducts : OpRewritePattern<MatmulOp> {
  RecognizeProducts(MLIRContext *context, Pass::Statistic &found) : OpRewritePattern(context), found(found) {}

  LogicalResult matchAndRewrite(MatmulOp op, PatternRewriter &rewriter) const override {
    auto softmax = op.getA().getDefiningOp<SoftmaxOp>();
    if (!softmax || !softmax->hasOneUse() || softmax.getLog() || op.getTransposeA() || op.getTransposeB() || getConstant(op.getB()) ||
        softmax.getAxes() != ArrayRef<int64_t>{typeOf(softmax).getRank() - 1} || !isa<FloatType>(typeOf(op).getElementType()))
      return failure();
    // A mask is added last; what is scaled behind the sum would scale the mask, too.
    double scale = 1;
    Value value = softmax.getX(), mask;
    auto product = peelScale(value, scale).getDefiningOp<MatmulOp>();
    if (auto add = value.getDefiningOp<AddOp>(); add && add->hasOneUse())
      for (auto [scores, other] : {std::pair{add.getA(), add.getB()}, std::pair{add.getB(), add.getA()}}) {
        double own = 1;
        auto candidate = peelScale(scores, own).getDefiningOp<MatmulOp>();
        if (candidate && !product && scores.getType() == add.getType() && typeOf(other).getRank() <= typeOf(scores).getRank()) {
          product = candidate;
          scale = own;
          mask = other;
        }
      }
    if (!product || !product->hasOneUse() || product.getTransposeA() || product.getType() != softmax.getType())
      return failure();
    double keyScale = 1, queryScale = 1;
    Value scaledKeys = peelScale(product.getB(), keyScale);
    Value keys = matchKeys(product, scaledKeys, keyScale, rewriter);
    if (!keys)
      return failure();
    Value queries = peelScale(product.getA(), queryScale);
    Location loc = rewriter.getFusedLoc({product.getLoc(), softmax.getLoc(), op.getLoc()});
    rewriter.replaceOpWithNewOp<AttentionOp>(op, queries, keys, op.getB(), mask, rewriter.getF64FloatAttr(scale * keyScale * queryScale))->setLoc(loc);
    ++found;
    return success();
  }
  Pass::Statistic &found;
};

/// x of keys or values [B, H * group, N, D] that repeat each head of x, [B, H, N, D]; `group` is how often.
Value matchRepeatedHeads(Value value, int64_t &group) {
  auto merge = value.getDefiningOp<ReshapeOp>();
  auto repeat = merge ? merge.getX().getDefiningOp<BroadcastOp>() : nullptr;
  auto split = repeat ? repeat.getX().getDefiningOp<ReshapeOp>() : nullptr;
  if (!split || !typeOf(value).hasStaticShape() || !typeOf(split.getX()).hasStaticShape())
    return {};
  ArrayRef<int64_t> heads = typeOf(split.getX()).getShape(), five = typeOf(repeat).getShape(), merged = typeOf(value).getShape();
  if (heads.size() != 4 || five.size() != 5 || merged.size() != 4)
    return {};
  group = five[2];
  SmallVector<int64_t> one{heads[0], heads[1], 1, heads[2], heads[3]}, many{heads[0], heads[1], group, heads[2], heads[3]};
  bool fits = typeOf(split).getShape() == ArrayRef(one) && five == ArrayRef(many) &&
              merged == ArrayRef<int64_t>{heads[0], heads[1] * group, heads[2], heads[3]};
  return fits ? split.getX() : Value();
}

/// Grouped queries: the heads that share keys and values become rows of one head, so that nothing is repeated.
struct ShareHeads : OpRewritePattern<AttentionOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(AttentionOp op, PatternRewriter &rewriter) const override {
    int64_t group = 0, valueGroup = 0;
    Value keys = matchRepeatedHeads(op.getK(), group), values = matchRepeatedHeads(op.getV(), valueGroup);
    RankedTensorType queryType = typeOf(op.getQ()), type = op.getType();
    if (!keys || !values || group != valueGroup || !queryType.hasStaticShape() || queryType.getRank() != 4 || typeOf(keys).getDimSize(0) != queryType.getDimSize(0))
      return failure();
    ArrayRef<int64_t> q = queryType.getShape();
    int64_t heads = typeOf(keys).getDimSize(1);
    if (q[1] != heads * group)
      return failure();
    // A mask repeats along heads and, where rows of several heads follow each other, along queries.
    Value mask = op.getMask();
    if (mask) {
      ArrayRef<int64_t> shape = typeOf(mask).getShape();
      bool repeats = llvm::all_of(shape.drop_back(std::min<size_t>(shape.size(), 1)), [](int64_t extent) { return extent == 1; });
      if (!typeOf(mask).hasStaticShape() || !repeats)
        return failure();
    }
    auto reshape = [&](Value value, ArrayRef<int64_t> shape) {
      return ReshapeOp::create(rewriter, op.getLoc(), RankedTensorType::get(shape, typeOf(value).getElementType()), value);
    };
    Value queries = reshape(op.getQ(), {q[0], heads, group * q[2], q[3]});
    Value shared = AttentionOp::create(rewriter, op.getLoc(), queries, keys, values, mask, op.getScaleAttr());
    rewriter.replaceOp(op, reshape(shared, type.getShape()));
    return success();
  }
};

class RecognizeAttentionPass : public adze::impl::RecognizeAttentionBase<RecognizeAttentionPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<RecognizeProducts>(&getContext(), numFound);
    patterns.add<ShareHeads>(&getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
