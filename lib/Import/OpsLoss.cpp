//===- OpsLoss.cpp - Import of losses and optimizer steps -----------------===//

#include "NodeImporter.h"

using namespace adze;

//===----------------------------------------------------------------------===//
// Losses
//===----------------------------------------------------------------------===//

/// The weighted mean, the sum or all of `-logProbabilities[n, target, ...]`; targets equal to `ignore_index` do not count.
static Value negativeLogLikelihood(NodeImporter &n, Value logProbabilities, Value target, Value weight,
                                   std::optional<int64_t> ignored, StringRef reduction) {
  if (!logProbabilities || failed(n.requireRank(logProbabilities, 2)) || failed(n.requireClosed(logProbabilities)) ||
      failed(n.requireRank(target, n.rankOf(logProbabilities) - 1, n.rankOf(logProbabilities) - 1)))
    return {};
  Type element = n.elementOf(logProbabilities), index = mlir::IntegerType::get(n.getContext(), 64);
  target = n.cast(target, index);
  Value counts;
  if (ignored) {
    Value isIgnored = n.compare(Predicate::Eq, target, n.scalar(double(*ignored), index));
    target = n.select(isIgnored, n.scalar(0, index), target);
    counts = n.select(isIgnored, n.scalar(0, element), n.scalar(1, element));
  }
  if (!target)
    return {};
  Ints shape(n.shapeOf(target)), column(shape);
  column.insert(column.begin() + 1, 1);
  Value picked = n.create<GatherElementsOp>(logProbabilities, n.reshape(target, column), 1);
  Value loss = n.create<NegOp>(n.reshape(picked, shape));
  if (weight) {
    Value perTarget = n.create<GatherOp>(weight, target, 0);
    counts = counts ? n.mul(counts, perTarget) : perTarget;
  }
  if (counts)
    loss = n.mul(loss, counts);
  if (!loss || reduction == "none")
    return loss;
  Ints axes;
  for (int64_t axis = 0; axis < n.rankOf(loss); ++axis)
    axes.push_back(axis);
  if (reduction == "mean" && !counts)
    return n.reduce(ReduceKind::Mean, loss, axes, false);
  Value sum = n.reduce(ReduceKind::Sum, loss, axes, false);
  return reduction == "sum" ? sum : n.div(sum, n.reduce(ReduceKind::Sum, counts, axes, false));
}

static Value readLoss(NodeImporter &n, Value logProbabilities) {
  std::string reduction = n.stringAttr("reduction", "mean", {"mean", "sum", "none"});
  std::optional<int64_t> ignored;
  if (n.hasAttr("ignore_index"))
    ignored = n.intAttr("ignore_index", 0);
  return negativeLogLikelihood(n, logProbabilities, n.operand(1), n.operand(2), ignored, reduction);
}

static LogicalResult importNegativeLogLikelihoodLoss(NodeImporter &n) { return n.finish(readLoss(n, n.operand(0))); }

static LogicalResult importSoftmaxCrossEntropyLoss(NodeImporter &n) {
  Value scores = n.operand(0);
  if (failed(n.requireRank(scores, 2)))
    return failure();
  Value logProbabilities = n.create<SoftmaxOp>(scores, Ints{1}, true);
  n.setResult(1, logProbabilities);
  return n.finish(readLoss(n, logProbabilities));
}

//===----------------------------------------------------------------------===//
// Optimizer steps: learning rate, step count, then so many tensors each of weights, gradients and states
//===----------------------------------------------------------------------===//

/// Splits the operands behind the first two into `kinds` lists of equal length.
static FailureOr<SmallVector<SmallVector<Value>>> readTensors(NodeImporter &n, unsigned kinds) {
  SmallVector<Value> all = n.allOperands();
  if (llvm::is_contained(all, Value()) || all.size() < 2 + kinds || (all.size() - 2) % kinds)
    return n.error("operands must be a rate, a count and equally many tensors of " + Twine(kinds) + " kinds");
  size_t each = (all.size() - 2) / kinds;
  SmallVector<SmallVector<Value>> result;
  for (unsigned kind = 0; kind < kinds; ++kind)
    result.emplace_back(ArrayRef(all).slice(2 + kind * each, each));
  return result;
}

/// The gradient of the loss and of its quadratic regularization.
static Value regularize(NodeImporter &n, Value x, Value gradient, double coefficient) {
  return coefficient == 0 ? gradient : n.add(n.mul(x, coefficient), gradient);
}

static LogicalResult importAdagrad(NodeImporter &n) {
  ADZE_TRY(tensors, readTensors(n, 3));
  double decay = n.floatAttr("decay_factor", 0), epsilon = n.floatAttr("epsilon", 1e-6f);
  double coefficient = n.floatAttr("norm_coefficient", 0);
  Value rate = n.operand(0), step = n.operand(1);
  size_t count = tensors[0].size();
  for (size_t i = 0; i < count; ++i) {
    Value x = tensors[0][i];
    Value r = n.div(rate, n.add(n.mul(n.cast(step, n.elementOf(rate)), decay), 1.0));
    Value gradient = regularize(n, x, tensors[1][i], coefficient);
    Value squares = n.add(tensors[2][i], n.mul(gradient, gradient));
    n.setResult(i, n.sub(x, n.div(n.mul(r, gradient), n.add(n.create<SqrtOp>(squares), epsilon))));
    n.setResult(i + count, squares);
  }
  return success(!n.hasFailed());
}

static LogicalResult importAdam(NodeImporter &n) {
  ADZE_TRY(tensors, readTensors(n, 4));
  double alpha = n.floatAttr("alpha", 0.9f), beta = n.floatAttr("beta", 0.999f), epsilon = n.floatAttr("epsilon", 1e-6f);
  double before = n.floatAttr("norm_coefficient", 0), after = n.floatAttr("norm_coefficient_post", 0);
  Value rate = n.operand(0);
  Type element = n.elementOf(rate);
  Value step = n.cast(n.operand(1), element);
  // 1 - factor^step
  auto remainder = [&](double factor) {
    return n.sub(n.scalar(1, element), n.create<PowOp>(n.scalar(factor, element), step));
  };
  Value corrected = n.div(n.mul(rate, n.create<SqrtOp>(remainder(beta))), remainder(alpha));
  corrected = n.select(n.compare(Predicate::Gt, step, 0.0), corrected, rate);
  size_t count = tensors[0].size();
  for (size_t i = 0; i < count; ++i) {
    Value x = tensors[0][i], gradient = regularize(n, x, tensors[1][i], before);
    Value mean = n.add(n.mul(tensors[2][i], alpha), n.mul(gradient, 1 - alpha));
    Value squares = n.add(n.mul(tensors[3][i], beta), n.mul(n.mul(gradient, gradient), 1 - beta));
    Value next = n.sub(x, n.div(n.mul(corrected, mean), n.add(n.create<SqrtOp>(squares), epsilon)));
    n.setResult(i, after == 0 ? next : n.mul(next, 1 - after));
    n.setResult(i + count, mean);
    n.setResult(i + 2 * count, squares);
  }
  return success(!n.hasFailed());
}

static LogicalResult importMomentum(NodeImporter &n) {
  ADZE_TRY(tensors, readTensors(n, 3));
  double alpha = n.floatAttr("alpha", 0), beta = n.floatAttr("beta", 0), coefficient = n.floatAttr("norm_coefficient", 0);
  bool isNesterov = n.stringAttr("mode", "", {"standard", "nesterov"}) == "nesterov";
  Value rate = n.operand(0);
  Type element = n.elementOf(rate);
  Value isLater = n.compare(Predicate::Gt, n.operand(1), 0.0);
  Value weight = n.select(isLater, n.scalar(beta, element), n.scalar(1, element));
  size_t count = tensors[0].size();
  for (size_t i = 0; i < count; ++i) {
    Value x = tensors[0][i], gradient = regularize(n, x, tensors[1][i], coefficient);
    Value velocity = n.add(n.mul(tensors[2][i], alpha), n.mul(weight, gradient));
    Value direction = isNesterov ? n.add(gradient, n.mul(velocity, alpha)) : velocity;
    n.setResult(i, n.sub(x, n.mul(rate, direction)));
    n.setResult(i + count, velocity);
  }
  return success(!n.hasFailed());
}

void adze::addLosses(OpTable &t) {
  t.add("NegativeLogLikelihoodLoss", {12, 13, 22}, 2, 3, importNegativeLogLikelihoodLoss);
  t.add("SoftmaxCrossEntropyLoss", {12, 13}, 2, 3, importSoftmaxCrossEntropyLoss);
  constexpr StringRef training = "ai.onnx.preview.training";
  t.addTo(training, "Adagrad", {1}, 3, manyOperands, importAdagrad);
  t.addTo(training, "Adam", {1}, 3, manyOperands, importAdam);
  t.addTo(training, "Momentum", {1}, 3, manyOperands, importMomentum);
}
