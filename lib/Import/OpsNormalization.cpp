//===- OpsNormalization.cpp - Import of normalizations and dropout --------===//

#include "NodeImporter.h"

using namespace adze;

/// `y = (x - mean) / sqrt(variance + epsilon) * scale + bias`; training mode takes mean and variance from the batch and
/// gives updated running ones.
static LogicalResult importBatchNormalization(NodeImporter &n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.operand(2), mean = n.operand(3), variance = n.operand(4);
  double epsilon = n.floatAttr("epsilon", 1e-5f), momentum = n.floatAttr("momentum", 0.9f);
  bool isTraining = n.version >= 14 && n.boolAttr("training_mode", false);
  if (n.version < 9 && n.intAttr("spatial", 1) != 1)
    return n.error("attribute 'spatial' = 0 is not supported", "statistics per element are no batch normalization");
  if (failed(n.requireRank(x, 2)))
    return failure();
  // Parameters may have another float type than the data (version 15).
  Type element = n.elementOf(x);
  auto asData = [&](Value value) { return n.cast(value, element); };
  if (!isTraining)
    return n.finish(n.create<BatchNormOp>(x, asData(scale), asData(bias), asData(mean), asData(variance),
                                          llvm::APFloat(epsilon)));
  Ints axes{0};
  for (int64_t axis = 2; axis < n.rankOf(x); ++axis)
    axes.push_back(axis);
  if (failed(n.requireClosed(x)))
    return failure();
  Value batchMean = n.reduce(ReduceKind::Mean, x, axes);
  Value centred = n.sub(x, batchMean);
  Value batchVariance = n.reduce(ReduceKind::Mean, n.mul(centred, centred), axes);
  Ints channels{n.shapeOf(x)[1]};
  batchMean = n.reshape(batchMean, channels);
  batchVariance = n.reshape(batchVariance, channels);
  auto run = [&](Value running, Value batch) {
    return running && batch ? n.add(n.mul(running, momentum), n.mul(n.cast(batch, n.elementOf(running)), 1.0 - momentum)) : Value();
  };
  n.setResult(1, run(mean, batchMean));
  n.setResult(2, run(variance, batchVariance));
  return n.finish(n.create<BatchNormOp>(x, asData(scale), asData(bias), batchMean, batchVariance, llvm::APFloat(epsilon)));
}

static LogicalResult importInstanceNormalization(NodeImporter &n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.operand(2);
  double epsilon = n.floatAttr("epsilon", 1e-5f);
  if (failed(n.requireRank(x, 3)))
    return failure();
  int64_t channels = n.shapeOf(x)[1];
  if (mlir::ShapedType::isDynamic(channels))
    return n.requireClosed(x);
  return n.finish(n.create<GroupNormOp>(x, scale, bias, std::max<int64_t>(channels, 1), llvm::APFloat(epsilon)));
}

/// Scale and bias are per group in version 18, per channel in 21.
static LogicalResult importGroupNormalization(NodeImporter &n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.operand(2);
  double epsilon = n.floatAttr("epsilon", 1e-5f);
  int64_t groups = n.requiredIntAttr("num_groups");
  if (n.version >= 21 && n.intAttr("stash_type", 1) != 1)
    return n.error("attribute 'stash_type' other than 1 is not supported");
  if (failed(n.requireRank(x, 2)) || groups < 1)
    return n.error("attribute 'num_groups' = " + Twine(groups));
  int64_t channels = n.shapeOf(x)[1];
  auto perChannel = [&](Value value) {
    if (n.version >= 21)
      return value;
    if (n.typeOf(value).getRank() != 1 || n.shapeOf(value)[0] != groups || channels < 0 || channels % groups) {
      (void)n.error("a scale and a bias per group are expected");
      return Value();
    }
    return n.reshape(n.broadcast(n.reshape(value, {groups, 1}), {groups, channels / groups}), {channels});
  };
  return n.finish(n.create<GroupNormOp>(x, perChannel(scale), perChannel(bias), groups, llvm::APFloat(epsilon)));
}

static LogicalResult importLayerNormalization(NodeImporter &n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.operand(2);
  double epsilon = n.floatAttr("epsilon", 1e-5f);
  int64_t axis = n.normalizeAxis(n.intAttr("axis", -1), n.rankOf(x));
  if (axis < 0)
    return failure();
  if (n.intAttr("stash_type", 1) != 1)
    return n.error("attribute 'stash_type' other than 1 is not supported");
  if (n.wants(1) || n.wants(2)) {
    Ints axes;
    for (int64_t i = axis; i < n.rankOf(x); ++i)
      axes.push_back(i);
    Value wide = n.cast(x, mlir::Float32Type::get(n.getContext())); // stash_type 1
    Value mean = n.reduce(ReduceKind::Mean, wide, axes), centred = n.sub(wide, mean);
    Value variance = n.reduce(ReduceKind::Mean, n.mul(centred, centred), axes);
    n.setResult(1, mean);
    n.setResult(2, n.create<RsqrtOp>(n.add(variance, epsilon)));
  }
  return n.finish(n.create<LayerNormOp>(x, scale, NodeImporter::Optional{bias}, axis, llvm::APFloat(epsilon)));
}

static LogicalResult importMeanVarianceNormalization(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(axes, n.normalizeAxes(n.intsAttr("axes", {0, 2, 3}), n.rankOf(x)));
  Value centred = n.sub(x, n.reduce(ReduceKind::Mean, x, axes));
  Value deviation = n.create<SqrtOp>(n.reduce(ReduceKind::Mean, n.mul(centred, centred), axes));
  return n.finish(n.div(centred, n.add(deviation, 1e-9)));
}

static LogicalResult importLpNormalization(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t axis = n.normalizeAxis(n.intAttr("axis", -1), n.rankOf(x)), p = n.intAttr("p", 2);
  if (axis < 0)
    return failure();
  if (p != 1 && p != 2)
    return n.error("attribute 'p' = " + Twine(p) + ", expected 1 or 2");
  Value norm = p == 1 ? n.reduce(ReduceKind::Sum, n.create<AbsOp>(x), axis)
                      : n.create<SqrtOp>(n.reduce(ReduceKind::Sum, n.mul(x, x), axis));
  // Zeros stay zeros.
  Value isZero = n.compare(Predicate::Eq, norm, 0.0);
  return n.finish(n.div(x, n.select(isZero, n.scalar(1, n.elementOf(x)), norm)));
}

static LogicalResult importLrn(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t size = n.requiredIntAttr("size");
  double alpha = n.floatAttr("alpha", 1e-4f), beta = n.floatAttr("beta", 0.75), bias = n.floatAttr("bias", 1.0);
  if (size < 1 || size > maxExtent)
    return n.error("attribute 'size' = " + Twine(size));
  return n.finish(n.create<LrnOp>(x, size, llvm::APFloat(alpha), llvm::APFloat(beta), llvm::APFloat(bias)));
}

/// The identity at inference; in training only a ratio of 0 is not random.
static LogicalResult importDropout(NodeImporter &n) {
  Value x = n.operand(0);
  if (n.version < 12) {
    n.floatAttr("ratio", 0.5);
  } else {
    n.intAttr("seed", 0);
    if (n.operand(2)) {
      ADZE_TRY(isTraining, n.constantInt(2, "training_mode"));
      SmallVector<double> ratio{0.5};
      if (isTraining && n.operand(1)) {
        ADZE_TRY(given, n.constantFloats(1, "ratio"));
        ratio = given;
      }
      if (isTraining && (ratio.size() != 1 || ratio[0] != 0))
        return n.error("training mode is not supported: its result is random");
    }
    n.operand(1);
  }
  if (n.wants(1)) {
    if (failed(n.requireClosed(x)))
      return failure();
    // The mask has the data's type before version 10.
    Type element = n.version < 10 ? n.elementOf(x) : mlir::IntegerType::get(n.getContext(), 1);
    n.setResult(1, n.broadcast(n.scalar(1, element), n.shapeOf(x)));
  }
  return n.finish(x);
}

void adze::addNormalizations(OpTable &t) {
  t.add("BatchNormalization", {7, 9, 14, 15}, 5, 5, importBatchNormalization);
  t.add("Dropout", {7, 10, 12, 13, 22}, 1, 3, importDropout);
  t.add("GroupNormalization", {18, 21}, 3, 3, importGroupNormalization);
  t.add("InstanceNormalization", {6, 22}, 3, 3, importInstanceNormalization);
  t.add("LRN", {1, 13}, 1, 1, importLrn);
  t.add("LayerNormalization", {17}, 2, 3, importLayerNormalization);
  t.add("LpNormalization", {1, 22}, 1, 1, importLpNormalization);
  t.add("MeanVarianceNormalization", {9, 13}, 1, 1, importMeanVarianceNormalization);
}
