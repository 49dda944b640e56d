//===- OpsIndexing.cpp - Import of gathers, scatters and masks ------------===//

#include "NodeImporter.h"
#include "llvm/ADT/StringSwitch.h"

using namespace adze;

static Type i64(NodeImporter &n) { return mlir::IntegerType::get(n.getContext(), 64); }

/// start, start + 1, ... as i64, laid along one dimension of a tensor of `rank` dimensions.
static Value counting(NodeImporter &n, int64_t start, int64_t count, int64_t rank, int64_t axis) {
  Ints shape(rank, 1);
  shape[axis] = count;
  return n.reshape(n.counting(start, count), shape);
}

//===----------------------------------------------------------------------===//
// Gather
//===----------------------------------------------------------------------===//

static LogicalResult importGather(NodeImporter &n) {
  Value x = n.operand(0), indices = n.operand(1);
  int64_t axis = n.normalizeAxis(n.intAttr("axis", 0), n.rankOf(x));
  return axis < 0 ? failure() : n.finish(n.create<GatherOp>(x, indices, axis));
}
static LogicalResult importGatherElements(NodeImporter &n) {
  Value x = n.operand(0), indices = n.operand(1);
  int64_t axis = n.normalizeAxis(n.intAttr("axis", 0), n.rankOf(x));
  return axis < 0 ? failure() : n.finish(n.create<GatherElementsOp>(x, indices, axis));
}
static LogicalResult importGatherNd(NodeImporter &n) {
  int64_t batch = n.version >= 12 ? n.intAttr("batch_dims", 0) : 0;
  if (batch < 0 || batch > 8)
    return n.error("attribute 'batch_dims' = " + Twine(batch));
  return n.finish(n.create<GatherNdOp>(n.operand(0), n.operand(1), batch));
}

/// The slices where a constant condition holds.
static LogicalResult importCompress(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(condition, n.constantInts(1, "condition"));
  int64_t axis = 0;
  if (n.hasAttr("axis")) {
    axis = n.normalizeAxis(n.intAttr("axis", 0), n.rankOf(x));
    if (axis < 0)
      return failure();
  } else {
    if (failed(n.requireClosed(x)))
      return failure();
    x = n.reshape(x, {n.typeOf(x).getNumElements()});
  }
  Ints chosen;
  for (auto [i, holds] : llvm::enumerate(condition))
    if (holds)
      chosen.push_back(i);
  if (!chosen.empty() && !mlir::ShapedType::isDynamic(n.shapeOf(x)[axis]) && chosen.back() >= n.shapeOf(x)[axis])
    return n.error("the condition is longer than the dimension that it picks from");
  return n.finish(n.create<GatherOp>(x, n.ints(chosen), axis));
}

/// Positions of what is not zero: their number must be known, so the operand must be a constant.
static LogicalResult importNonZero(NodeImporter &n) {
  ADZE_TRY(values, n.constantFloats(0, "X"));
  ArrayRef<int64_t> shape = n.shapeOf(n.operand(0));
  int64_t rank = shape.size();
  std::vector<Ints> positions(rank);
  int64_t found = 0;
  for (auto [i, value] : llvm::enumerate(values)) {
    if (value == 0)
      continue;
    ++found;
    int64_t rest = i;
    for (int64_t axis = rank; axis-- > 0; rest /= shape[axis])
      positions[axis].push_back(rest % shape[axis]);
  }
  Ints all;
  for (const Ints &row : positions)
    all.append(row.begin(), row.end());
  return n.finish(n.reshape(n.ints(all), {rank, found}));
}

//===----------------------------------------------------------------------===//
// Scatter
//===----------------------------------------------------------------------===//

static ScatterKind readReduction(NodeImporter &n) {
  if (n.version < 16)
    return ScatterKind::Replace;
  std::string name = n.version < 18 ? n.stringAttr("reduction", "none", {"none", "add", "mul"})
                                    : n.stringAttr("reduction", "none", {"none", "add", "mul", "max", "min"});
  return llvm::StringSwitch<ScatterKind>(name)
      .Case("add", ScatterKind::Add)
      .Case("mul", ScatterKind::Mul)
      .Case("max", ScatterKind::Max)
      .Case("min", ScatterKind::Min)
      .Default(ScatterKind::Replace);
}
static LogicalResult importScatterElements(NodeImporter &n) {
  Value x = n.operand(0), indices = n.operand(1), updates = n.operand(2);
  int64_t axis = n.normalizeAxis(n.intAttr("axis", 0), n.rankOf(x));
  if (axis < 0)
    return failure();
  if (n.elementOf(x) != n.elementOf(updates))
    return n.error("data and updates have different element types");
  return n.finish(n.create<ScatterElementsOp>(x, indices, updates, axis, readReduction(n)));
}
static LogicalResult importScatterNd(NodeImporter &n) {
  Value x = n.operand(0), indices = n.operand(1), updates = n.operand(2);
  if (n.elementOf(x) != n.elementOf(updates))
    return n.error("data and updates have different element types");
  return n.finish(n.create<ScatterNdOp>(x, indices, updates, readReduction(n)));
}

static LogicalResult importReverseSequence(NodeImporter &n) {
  Value x = n.operand(0), lengths = n.operand(1);
  int64_t batch = n.intAttr("batch_axis", 1), time = n.intAttr("time_axis", 0);
  if (failed(n.requireRank(x, 2)) || batch < 0 || time < 0 || batch > 1 || time > 1 || batch == time)
    return n.error("attributes 'batch_axis' and 'time_axis' must be 0 and 1 in either order");
  return n.finish(n.create<ReverseSequenceOp>(x, lengths, batch, time));
}

//===----------------------------------------------------------------------===//
// Masks
//===----------------------------------------------------------------------===//

/// on where the index (negative ones counted from the end) is the position along the new axis, else off.
static LogicalResult importOneHot(NodeImporter &n) {
  Value indices = n.operand(0), values = n.operand(2);
  ADZE_TRY(depths, n.constantFloats(1, "depth"));
  if (depths.size() != 1 || !(depths[0] >= 0 && depths[0] <= maxExtent))
    return n.error("depth must be one number that is not negative");
  int64_t depth = depths[0], rank = n.rankOf(indices) + 1;
  int64_t axis = n.normalizeAxis(n.intAttr("axis", -1), rank);
  if (axis < 0)
    return failure();
  if (n.rankOf(values) != 1 || n.shapeOf(values)[0] != 2 || rank > 8)
    return n.error("values must be [off, on], and the result has at most 8 dimensions");
  Dims dims = getDims(indices.getType());
  dims.insert(dims.begin() + axis, Dim(1));
  Value index = n.reshapeTo(n.cast(indices, i64(n)), dims);
  index = n.select(n.compare(Predicate::Lt, index, 0.0), n.add(index, double(depth)), index);
  Value isOn = n.compare(Predicate::Eq, index, counting(n, 0, depth, rank, axis));
  Value off = n.reshape(n.slice(values, 0, 0, 1), ArrayRef<int64_t>()), on = n.reshape(n.slice(values, 0, 1, 1), ArrayRef<int64_t>());
  return n.finish(n.select(isOn, on, off));
}

/// Whether column - row stands in the given relation to k, for a matrix in the last two of `rank` dimensions.
static Value compareDiagonal(NodeImporter &n, Predicate predicate, int64_t rows, int64_t columns, int64_t k, int64_t rank) {
  return n.compare(predicate, counting(n, 0, columns, rank, rank - 1), counting(n, k, rows, rank, rank - 2));
}
static bool isSane(int64_t k) { return k >= -maxExtent && k <= maxExtent; }

static LogicalResult importEyeLike(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t k = n.intAttr("k", 0);
  Type element = n.hasAttr("dtype") ? n.elementType(n.intAttr("dtype", 0)) : n.elementOf(x);
  if (failed(n.requireRank(x, 2, 2)) || failed(n.requireClosed(x)))
    return failure();
  if (!isSane(k))
    return n.error("attribute 'k' = " + Twine(k));
  Value isOne = compareDiagonal(n, Predicate::Eq, n.shapeOf(x)[0], n.shapeOf(x)[1], k, 2);
  return n.finish(n.cast(isOne, element));
}

static LogicalResult importTrilu(NodeImporter &n) {
  Value x = n.operand(0);
  bool isUpper = n.boolAttr("upper", true);
  int64_t k = 0, rank = n.rankOf(x);
  if (n.operand(1)) {
    ADZE_TRY(value, n.constantInt(1, "k"));
    k = value;
  }
  if (failed(n.requireRank(x, 2)) || failed(n.requireClosed(x)))
    return failure();
  if (!isSane(k))
    return n.error("k = " + Twine(k));
  Value stays = compareDiagonal(n, isUpper ? Predicate::Ge : Predicate::Le, n.shapeOf(x)[rank - 2], n.shapeOf(x)[rank - 1],
                                k, rank);
  return n.finish(n.select(stays, x, n.scalar(0, n.elementOf(x))));
}

void adze::addIndexing(OpTable &t) {
  t.add("Compress", {9, 11}, 2, 2, importCompress);
  t.add("EyeLike", {9, 22}, 1, 1, importEyeLike);
  t.add("Gather", {1, 11, 13}, 2, 2, importGather);
  t.add("GatherElements", {11, 13}, 2, 2, importGatherElements);
  t.add("GatherND", {11, 12, 13}, 2, 2, importGatherNd);
  t.add("NonZero", {9, 13}, 1, 1, importNonZero);
  t.add("OneHot", {9, 11}, 3, 3, importOneHot);
  t.add("ReverseSequence", {10}, 2, 2, importReverseSequence);
  t.add("Scatter", {9}, 3, 3, importScatterElements, 11);
  t.add("ScatterElements", {11, 13, 16, 18}, 3, 3, importScatterElements);
  t.add("ScatterND", {11, 13, 16, 18}, 3, 3, importScatterNd);
  t.add("Trilu", {14}, 1, 2, importTrilu);
}
