//===- OpsReduction.cpp - Import of reductions and softmax ----------------===//

#include "NodeImporter.h"

using namespace adze;

//===----------------------------------------------------------------------===//
// Reduce*
//===----------------------------------------------------------------------===//

namespace {
struct Reduction {
  Value x;
  Ints axes;
  bool keepdims = true;
  /// No axes, and none meant: the operand is the result.
  bool isNoop = false;
};
} // namespace

/// Axes are an attribute below version `axesAreOperands`, an operand from there on.
static FailureOr<Reduction> readReduction(NodeImporter &n, int64_t axesAreOperands) {
  Reduction r;
  r.x = n.operand(0);
  r.keepdims = n.boolAttr("keepdims", true);
  Ints axes;
  if (n.version < axesAreOperands) {
    if (n.getNumOperands() > 1)
      return n.error("operand 1 is not supported by version " + Twine(n.version) + " of the operator");
    axes = n.intsAttr("axes");
  } else {
    bool isNoop = n.boolAttr("noop_with_empty_axes", false);
    if (n.operand(1)) {
      ADZE_TRY(values, n.constantInts(1, "axes"));
      axes = values;
    }
    r.isNoop = isNoop && axes.empty();
  }
  if (axes.empty() && !r.isNoop)
    for (int64_t axis = 0; axis < n.rankOf(r.x); ++axis)
      axes.push_back(axis);
  ADZE_TRY(normalized, n.normalizeAxes(axes, n.rankOf(r.x)));
  r.axes = normalized;
  return r;
}

template <ReduceKind kind, int64_t axesAreOperands>
static LogicalResult importReduce(NodeImporter &n) {
  ADZE_TRY(r, readReduction(n, axesAreOperands));
  return n.finish(n.reduce(kind, r.x, r.axes, r.keepdims));
}

/// A reduction with something computed before and after.
using Compose = Value (*)(NodeImporter &, const Reduction &);
template <Compose compose>
static LogicalResult importComposed(NodeImporter &n) {
  ADZE_TRY(r, readReduction(n, 18));
  return n.finish(r.isNoop ? r.x : compose(n, r));
}
static Value sum(NodeImporter &n, const Reduction &r, Value x) { return n.reduce(ReduceKind::Sum, x, r.axes, r.keepdims); }
static Value reduceL1(NodeImporter &n, const Reduction &r) { return sum(n, r, n.create<AbsOp>(r.x)); }
static Value reduceSumSquare(NodeImporter &n, const Reduction &r) { return sum(n, r, n.mul(r.x, r.x)); }
static Value reduceL2(NodeImporter &n, const Reduction &r) { return n.create<SqrtOp>(reduceSumSquare(n, r)); }
static Value reduceLogSum(NodeImporter &n, const Reduction &r) { return n.create<LogOp>(sum(n, r, r.x)); }
/// The largest element is taken out of the sum, unless it is infinite.
static Value reduceLogSumExp(NodeImporter &n, const Reduction &r) {
  Value largest = n.reduce(ReduceKind::Max, r.x, r.axes);
  if (!largest)
    return {};
  Value isInfinite = n.create<IsInfOp>(largest, true, true);
  largest = n.select(isInfinite, n.scalar(0, n.elementOf(largest)), largest);
  Value log = n.create<LogOp>(n.reduce(ReduceKind::Sum, n.create<ExpOp>(n.sub(r.x, largest)), r.axes));
  Value y = n.add(log, largest);
  if (r.keepdims || !y)
    return y;
  Dims dims;
  for (auto [i, dim] : llvm::enumerate(getDims(y.getType())))
    if (!llvm::is_contained(r.axes, int64_t(i)))
      dims.push_back(dim);
  return n.reshapeTo(y, dims);
}

template <ReduceKind kind>
static LogicalResult importArgReduce(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t axis = n.normalizeAxis(n.intAttr("axis", 0), n.rankOf(x));
  bool keepdims = n.boolAttr("keepdims", true), last = n.version >= 12 && n.boolAttr("select_last_index", false);
  if (axis < 0)
    return failure();
  return n.finish(n.create<ArgReduceOp>(x, kind, axis, keepdims, last));
}

static LogicalResult importCumSum(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(axis, n.constantInt(1, "axis"));
  int64_t normalized = n.normalizeAxis(axis, n.rankOf(x));
  bool isExclusive = n.boolAttr("exclusive", false), isReverse = n.boolAttr("reverse", false);
  if (normalized < 0)
    return failure();
  return n.finish(n.create<CumSumOp>(x, normalized, isExclusive, isReverse));
}

static LogicalResult importTopK(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t k = 0;
  bool isLargest = true;
  if (n.version < 10) {
    k = n.requiredIntAttr("k");
  } else {
    ADZE_TRY(value, n.constantInt(1, "k"));
    k = value;
  }
  if (n.version >= 11) {
    isLargest = n.boolAttr("largest", true);
    n.boolAttr("sorted", true); // unsorted results may be in any order, the sorted one too
  }
  int64_t axis = n.normalizeAxis(n.intAttr("axis", -1), n.rankOf(x));
  if (axis < 0)
    return failure();
  SmallVector<Value> results = n.createMany<TopKOp>(2, x, k, axis, !isLargest);
  if (results.size() != 2)
    return failure();
  n.setResult(1, results[1]);
  return n.finish(results[0]);
}

//===----------------------------------------------------------------------===//
// Softmax and its kin
//===----------------------------------------------------------------------===//

/// Before version 13 the operand counts as a matrix whose columns are all dimensions from `axis` on.
static FailureOr<Ints> readSoftmaxAxes(NodeImporter &n, Value x) {
  int64_t rank = n.rankOf(x), attribute = n.intAttr("axis", n.version < 13 ? 1 : -1);
  if (n.version < 13 && attribute == rank) // an empty row: every element alone
    return Ints();
  int64_t axis = n.normalizeAxis(attribute, rank);
  if (axis < 0)
    return failure();
  Ints axes{axis};
  if (n.version < 13)
    while (axes.back() + 1 < rank)
      axes.push_back(axes.back() + 1);
  return axes;
}

template <bool isLog>
static LogicalResult importSoftmax(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(axes, readSoftmaxAxes(n, x));
  return n.finish(n.create<SoftmaxOp>(x, axes, isLog));
}

/// 1 at the first largest element, else 0.
static LogicalResult importHardmax(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(axes, readSoftmaxAxes(n, x));
  if (axes.empty() || failed(n.requireClosed(x)))
    return n.error("needs an axis");
  Ints shape(n.shapeOf(x));
  int64_t before = 1, extent = 1, after = 1;
  for (auto [i, size] : llvm::enumerate(shape))
    (int64_t(i) < axes.front() ? before : int64_t(i) > axes.back() ? after : extent) *= size;
  Value flat = n.reshape(x, {before, extent, after});
  Value best = n.create<ArgReduceOp>(flat, ReduceKind::Max, 1, true, false);
  Value isBest = n.compare(Predicate::Eq, best, n.reshape(n.counting(0, extent), {1, extent, 1}));
  return n.finish(n.reshape(n.cast(isBest, n.elementOf(x)), shape));
}

void adze::addReductions(OpTable &t) {
  t.add("ArgMax", {1, 11, 12, 13}, 1, 1, importArgReduce<ReduceKind::Max>);
  t.add("ArgMin", {1, 11, 12, 13}, 1, 1, importArgReduce<ReduceKind::Min>);
  t.add("CumSum", {11, 14}, 2, 2, importCumSum);
  t.add("Hardmax", {1, 11, 13}, 1, 1, importHardmax);
  t.add("LogSoftmax", {1, 11, 13}, 1, 1, importSoftmax<true>);
  t.add("ReduceL1", {1, 11, 13, 18}, 1, 2, importComposed<reduceL1>);
  t.add("ReduceL2", {1, 11, 13, 18}, 1, 2, importComposed<reduceL2>);
  t.add("ReduceLogSum", {1, 11, 13, 18}, 1, 2, importComposed<reduceLogSum>);
  t.add("ReduceLogSumExp", {1, 11, 13, 18}, 1, 2, importComposed<reduceLogSumExp>);
  t.add("ReduceMax", {1, 11, 12, 13, 18, 20}, 1, 2, importReduce<ReduceKind::Max, 18>);
  t.add("ReduceMean", {1, 11, 13, 18}, 1, 2, importReduce<ReduceKind::Mean, 18>);
  t.add("ReduceMin", {1, 11, 12, 13, 18, 20}, 1, 2, importReduce<ReduceKind::Min, 18>);
  t.add("ReduceProd", {1, 11, 13, 18}, 1, 2, importReduce<ReduceKind::Prod, 18>);
  t.add("ReduceSum", {1, 11, 13}, 1, 2, importReduce<ReduceKind::Sum, 13>);
  t.add("ReduceSumSquare", {1, 11, 13, 18}, 1, 2, importComposed<reduceSumSquare>);
  t.add("Softmax", {1, 11, 13}, 1, 1, importSoftmax<false>);
  t.add("TopK", {1, 10, 11}, 1, 2, importTopK);
}
