//===- FoldBatchNorm.cpp - Folds scales per channel into weights ----------===//

#include "Types.h"
#include "adze/Interpreter/Interpreter.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_FOLDBATCHNORM
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
/// The elements of a float32 constant; nothing for other types.
std::optional<SmallVector<float>> floatsOf(Value value) {
  ElementsAttr constant = getConstant(value);
  if (!constant || !constant.getElementType().isF32())
    return std::nullopt;
  SmallVector<char> storage;
  ArrayRef<char> bytes = getConstantBytes(constant, storage);
  ArrayRef<float> floats(reinterpret_cast<const float *>(bytes.data()), bytes.size() / sizeof(float));
  return SmallVector<float>(floats);
}

Value makeFloats(PatternRewriter &rewriter, Location loc, ArrayRef<int64_t> shape, ArrayRef<float> values) {
  auto type = RankedTensorType::get(shape, rewriter.getF32Type());
  ArrayRef<char> bytes(reinterpret_cast<const char *>(values.data()), values.size() * sizeof(float));
  return ConstantOp::create(rewriter, loc, makeConstant(type, bytes, getNodeName(loc)));
}

/// y = x * factor + offset, with both computed in double as exporters' tools do it.
struct BatchNormToAffine : OpRewritePattern<BatchNormOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(BatchNormOp op, PatternRewriter &rewriter) const override {
    auto scale = floatsOf(op.getScale()), bias = floatsOf(op.getBias()), mean = floatsOf(op.getMean()), variance = floatsOf(op.getVariance());
    int64_t rank = typeOf(op.getX()).getRank();
    if (!scale || !bias || !mean || !variance || rank < 2)
      return failure();
    double epsilon = op.getEpsilon().convertToDouble();
    SmallVector<float> factor, offset;
    for (size_t c = 0; c < scale->size(); ++c) {
      double f = (*scale)[c] / std::sqrt(double((*variance)[c]) + epsilon);
      factor.push_back(f);
      offset.push_back((*bias)[c] - (*mean)[c] * f);
    }
    SmallVector<int64_t> shape(rank - 1, 1);
    shape[0] = factor.size();
    Value product = MulOp::create(rewriter, op.getLoc(), op.getX(), makeFloats(rewriter, op.getLoc(), shape, factor));
    rewriter.replaceOpWithNewOp<AddOp>(op, product, makeFloats(rewriter, op.getLoc(), shape, offset));
    return success();
  }
};

/// The factor per channel of a constant that varies at most along dimension `channel` of a tensor of this shape.
std::optional<SmallVector<float>> perChannel(Value value, RankedTensorType type, int64_t channel) {
  std::optional<SmallVector<float>> values = floatsOf(value);
  RankedTensorType own = typeOf(value);
  if (!values || own.getRank() > type.getRank())
    return std::nullopt;
  for (int64_t i = 0; i < own.getRank(); ++i) {
    int64_t dim = i + type.getRank() - own.getRank();
    if (dim != channel && own.getDimSize(i) != 1)
      return std::nullopt;
  }
  if (values->size() == 1)
    values->resize(type.getDimSize(channel), (*values)[0]);
  return values;
}

/// Where a constant lies in the commutative operands of `op`, and the other operand.
std::pair<Value, Value> splitConstant(Operation *op) {
  Value a = op->getOperand(0), b = op->getOperand(1);
  if (getConstant(b))
    return {a, b};
  return getConstant(a) ? std::pair{b, a} : std::pair{Value(), Value()};
}

/// The channel dimension of what an operation with weights writes, and the dimension of outputs in its weights. Weights are operand 1.
struct Weights {
  int64_t channel, outputs, groups = 1;
};
std::optional<Weights> weightsOf(Operation *op) {
  if (auto conv = dyn_cast<ConvOp>(op))
    return Weights{conv.getLayout() == Layout::ChannelsLast ? typeOf(conv.getY()).getRank() - 1 : 1, 0};
  if (auto conv = dyn_cast<ConvTransposeOp>(op))
    return Weights{conv.getLayout() == Layout::ChannelsLast ? typeOf(conv.getY()).getRank() - 1 : 1, 1, int64_t(conv.getGroups())};
  if (auto matmul = dyn_cast<MatmulOp>(op); matmul && typeOf(matmul.getB()).getRank() == 2)
    return Weights{typeOf(matmul.getY()).getRank() - 1, matmul.getTransposeB() ? 0 : 1};
  return std::nullopt;
}

/// conv(x, w) * f = conv(x, w * f)
struct ScaleIntoWeights : OpRewritePattern<MulOp> {
  ScaleIntoWeights(MLIRContext *context, Pass::Statistic &folded) : OpRewritePattern(context), folded(folded) {}

  LogicalResult matchAndRewrite(MulOp op, PatternRewriter &rewriter) const override {
    auto [value, constant] = splitConstant(op);
    Operation *producer = value ? value.getDefiningOp() : nullptr;
    if (!producer || !value.hasOneUse() || value.getType() != op.getType())
      return failure();
    std::optional<Weights> weights = weightsOf(producer);
    if (!weights || weights->groups != 1)
      return failure();
    std::optional<SmallVector<float>> factor = perChannel(constant, typeOf(value), weights->channel);
    std::optional<SmallVector<float>> filter = floatsOf(producer->getOperand(1));
    if (!factor || !filter)
      return failure();
    RankedTensorType type = typeOf(producer->getOperand(1));
    int64_t outputs = type.getDimSize(weights->outputs), inner = 1;
    for (int64_t i = weights->outputs + 1; i < type.getRank(); ++i)
      inner *= type.getDimSize(i);
    for (size_t i = 0; i < filter->size(); ++i)
      (*filter)[i] *= (*factor)[i / inner % outputs];
    rewriter.setInsertionPoint(producer);
    Value scaled = makeFloats(rewriter, producer->getOperand(1).getLoc(), type.getShape(), *filter);
    rewriter.modifyOpInPlace(producer, [&] {
      producer->setOperand(1, scaled);
      producer->setLoc(rewriter.getFusedLoc({producer->getLoc(), op.getLoc()}));
    });
    rewriter.replaceOp(op, value);
    ++folded;
    return success();
  }
  Pass::Statistic &folded;
};

/// (conv + b) * f = conv * f + b * f, where the product can then be folded.
struct ScaleBeforeBias : OpRewritePattern<MulOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(MulOp op, PatternRewriter &rewriter) const override {
    auto [value, factor] = splitConstant(op);
    auto add = value ? value.getDefiningOp<AddOp>() : nullptr;
    if (!add || !add->hasOneUse() || add.getType() != op.getType())
      return failure();
    auto [product, bias] = splitConstant(add);
    Operation *producer = product ? product.getDefiningOp() : nullptr;
    if (!producer || !product.hasOneUse() || product.getType() != add.getType())
      return failure();
    std::optional<Weights> weights = weightsOf(producer);
    if (!weights || weights->groups != 1 || !floatsOf(producer->getOperand(1)) || !perChannel(factor, typeOf(product), weights->channel) ||
        !perChannel(bias, typeOf(product), weights->channel))
      return failure();
    Value scaledBias = MulOp::create(rewriter, op.getLoc(), bias, factor);
    Value scaled = MulOp::create(rewriter, op.getLoc(), product, factor);
    rewriter.replaceOpWithNewOp<AddOp>(op, scaled, scaledBias);
    return success();
  }
};

class FoldBatchNormPass : public adze::impl::FoldBatchNormBase<FoldBatchNormPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<BatchNormToAffine, ScaleBeforeBias>(&getContext());
    patterns.add<ScaleIntoWeights>(&getContext(), numFolded);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
