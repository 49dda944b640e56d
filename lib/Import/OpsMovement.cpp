//===- OpsMovement.cpp - Import of operators that move elements -----------===//

#include "NodeImporter.h"

using namespace adze;

/// Extents multiplied; open if one factor is. Two open factors have no name for their product.
static Dim multiply(ArrayRef<Dim> dims) {
  Dim result(1);
  for (const Dim &dim : dims) {
    if (!result.isOpen() && result.size == 1)
      result = dim;
    else if (dim.isOpen() || result.isOpen()) {
      Dim open;
      open.bound = dim.largest() * result.largest();
      if (dim.size == 1)
        open = result;
      result = open;
    } else {
      result.size *= dim.size;
    }
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

static LogicalResult importReshape(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(shape, n.constantInts(1, "shape"));
  bool allowsZero = n.version >= 14 && n.boolAttr("allowzero", false);
  if (shape.size() > 8)
    return n.error("a shape of " + Twine(shape.size()) + " dimensions; at most 8 are supported");
  // What the given extents leave over goes to the -1; copied dimensions cancel out, open ones too.
  Dims rest = getDims(x.getType()), result;
  SmallVector<bool> isLeft(rest.size(), true);
  int64_t inferred = -1, given = 1;
  for (auto [i, extent] : llvm::enumerate(shape)) {
    if (extent == 0 && !allowsZero) {
      if (i >= rest.size())
        return n.error("shape copies dimension " + Twine(i) + " of " + Twine(rest.size()));
      result.push_back(rest[i]);
      isLeft[i] = false;
    } else if (extent == -1) {
      if (inferred >= 0)
        return n.error("shape has more than one -1");
      inferred = i;
      result.push_back(Dim(1));
    } else if (extent < 0 || extent > maxExtent || (given *= std::max<int64_t>(extent, 1)) > maxElements) {
      return n.error("shape has the extent " + Twine(extent));
    } else {
      result.push_back(Dim(extent));
    }
  }
  if (inferred >= 0) {
    int64_t numerator = 1, denominator = 1;
    Dims open;
    for (auto [i, dim] : llvm::enumerate(rest)) {
      if (!isLeft[i])
        continue;
      if (dim.isOpen())
        open.push_back(dim);
      else
        numerator *= dim.size;
    }
    for (auto [i, extent] : llvm::enumerate(shape))
      if (extent > 0 || (extent == 0 && allowsZero))
        denominator *= extent;
    if (denominator == 0 || numerator % denominator)
      return n.error("the extent of -1 cannot be found: " + Twine(numerator) + " elements in groups of " +
                     Twine(denominator));
    open.push_back(Dim(numerator / denominator));
    result[inferred] = multiply(open);
  }
  return n.finish(n.reshapeTo(x, result));
}

static LogicalResult importFlatten(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t rank = n.rankOf(x), axis = n.intAttr("axis", 1);
  if (axis != rank && (axis = n.normalizeAxis(axis, rank)) < 0)
    return failure();
  Dims dims = getDims(x.getType());
  return n.finish(n.reshapeTo(x, {multiply(ArrayRef(dims).take_front(axis)), multiply(ArrayRef(dims).drop_front(axis))}));
}

/// Axes of Squeeze and Unsqueeze as written: an attribute before version 13.
static FailureOr<Ints> readAxes(NodeImporter &n) {
  Ints axes;
  if (n.version < 13) {
    if (n.getNumOperands() > 1)
      return n.error("operand 1 is not supported by version " + Twine(n.version) + " of the operator");
    axes = n.intsAttr("axes");
  } else if (n.operand(1)) {
    ADZE_TRY(values, n.constantInts(1, "axes"));
    axes = values;
  }
  return axes;
}

static LogicalResult importSqueeze(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(given, readAxes(n));
  ADZE_TRY(axes, n.normalizeAxes(given, n.rankOf(x)));
  bool all = n.version < 13 ? !n.hasAttr("axes") : !n.operand(1);
  if (all && failed(n.requireClosed(x)))
    return failure();
  Dims dims;
  for (auto [i, dim] : llvm::enumerate(getDims(x.getType()))) {
    bool isNamed = llvm::is_contained(axes, int64_t(i));
    if (isNamed && dim.size != 1)
      return n.error("dimension " + Twine(i) + " is not 1 and cannot be dropped");
    if (!isNamed && !(all && dim.size == 1))
      dims.push_back(dim);
  }
  return n.finish(n.reshapeTo(x, dims));
}

static LogicalResult importUnsqueeze(NodeImporter &n) {
  Value x = n.operand(0);
  // Axes count in the result, whose rank their number gives.
  ADZE_TRY(given, readAxes(n));
  int64_t rank = n.rankOf(x) + given.size();
  ADZE_TRY(axes, n.normalizeAxes(given, rank));
  if (axes.size() != given.size() || rank > 8)
    return n.error("axes are repeated, or the result has more than 8 dimensions");
  Dims dims = getDims(x.getType());
  for (int64_t axis : axes)
    dims.insert(dims.begin() + axis, Dim(1));
  return n.finish(n.reshapeTo(x, dims));
}

static LogicalResult importTranspose(NodeImporter &n) {
  Value x = n.operand(0);
  Ints reversed;
  for (int64_t axis = n.rankOf(x); axis-- > 0;)
    reversed.push_back(axis);
  Ints permutation = n.intsAttr("perm", reversed);
  return n.finish(n.transpose(x, permutation));
}

static LogicalResult importExpand(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(shape, n.constantInts(1, "shape"));
  if (llvm::Error problem = checkShape(shape))
    return n.error("shape: " + llvm::toString(std::move(problem)));
  Dims wanted(shape.begin(), shape.end());
  FailureOr<Dims> dims = broadcastDims(getDims(x.getType()), wanted);
  if (failed(dims))
    return n.error("the operand's shape and the given one do not broadcast");
  mlir::RankedTensorType type = makeTensor(*dims, n.elementOf(x));
  return n.finish(type == x.getType() ? x : n.createTyped<BroadcastOp>(type, x));
}

/// Repeating along an axis repeats contiguous blocks: one broadcast of a rank-3 view for each repeated axis.
static LogicalResult importTile(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(repeats, n.constantInts(1, "repeats"));
  if (failed(n.requireClosed(x)))
    return failure();
  if (int64_t(repeats.size()) != n.rankOf(x))
    return n.error("repeats has " + Twine(repeats.size()) + " numbers for " + Twine(n.rankOf(x)) + " dimensions");
  Ints shape(n.shapeOf(x));
  for (int64_t axis = n.rankOf(x); axis-- > 0;) {
    if (repeats[axis] < 0 || repeats[axis] > maxExtent)
      return n.error("repeats has the number " + Twine(repeats[axis]));
    if (repeats[axis] == 1)
      continue;
    int64_t before = 1, block = 1;
    for (auto [i, extent] : llvm::enumerate(shape))
      (int64_t(i) < axis ? before : block) *= extent;
    Ints wide(shape);
    wide[axis] *= repeats[axis];
    if (llvm::Error problem = checkShape(wide))
      return n.error("result: " + llvm::toString(std::move(problem)));
    x = n.reshape(n.broadcast(n.reshape(x, {before, 1, block}), {before, repeats[axis], block}), wide);
    shape = wide;
  }
  return n.finish(x);
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

static LogicalResult importSlice(NodeImporter &n) {
  Value x = n.operand(0);
  Ints starts, ends, axes, steps;
  if (n.version < 10) {
    starts = n.intsAttr("starts");
    ends = n.intsAttr("ends");
    axes = n.intsAttr("axes");
  } else {
    ADZE_TRY(startValues, n.constantInts(1, "starts"));
    ADZE_TRY(endValues, n.constantInts(2, "ends"));
    starts = startValues;
    ends = endValues;
    if (n.operand(3)) {
      ADZE_TRY(values, n.constantInts(3, "axes"));
      axes = values;
    }
    if (n.operand(4)) {
      ADZE_TRY(values, n.constantInts(4, "steps"));
      steps = values;
    }
  }
  if (axes.empty())
    for (size_t i = 0; i < starts.size(); ++i)
      axes.push_back(i);
  if (steps.empty())
    steps.assign(starts.size(), 1);
  if (ends.size() != starts.size() || axes.size() != starts.size() || steps.size() != starts.size())
    return n.error("starts, ends, axes and steps differ in length");
  int64_t rank = n.rankOf(x);
  Ints first(rank, 0), sizes(n.shapeOf(x)), by(rank, 1);
  SmallVector<bool> seen(rank, false);
  for (size_t i = 0; i < starts.size(); ++i) {
    int64_t axis = n.normalizeAxis(axes[i], rank);
    if (axis < 0)
      return failure();
    int64_t extent = n.shapeOf(x)[axis], step = steps[i];
    if (step == 0 || seen[axis])
      return n.error("a step is 0 or an axis is repeated");
    seen[axis] = true;
    bool isWhole = starts[i] == 0 && ends[i] >= maxExtent && step == 1;
    if (mlir::ShapedType::isDynamic(extent)) {
      if (isWhole)
        continue;
      return n.requireClosed(x);
    }
    // As in numpy: negative positions count from the end, what lies outside is cut off.
    auto position = [&](int64_t value, int64_t low, int64_t high) {
      if (value < 0)
        value = value < -extent ? low : value + extent;
      return std::clamp(value, low, high);
    };
    int64_t start = step > 0 ? position(starts[i], 0, extent) : position(starts[i], -1, extent - 1);
    int64_t end = step > 0 ? position(ends[i], 0, extent) : position(ends[i], -1, extent - 1);
    int64_t distance = step > 0 ? end - start : start - end;
    int64_t stride = step > 0 ? step : step == std::numeric_limits<int64_t>::min() ? std::numeric_limits<int64_t>::max() : -step;
    sizes[axis] = distance <= 0 ? 0 : (distance - 1) / stride + 1;
    first[axis] = sizes[axis] ? start : 0;
    by[axis] = sizes[axis] <= 1 ? 1 : step;
  }
  if (ArrayRef<int64_t>(sizes) == n.shapeOf(x) && llvm::all_of(by, [](int64_t step) { return step == 1; }))
    return n.finish(x);
  if (failed(n.requireClosed(x)))
    return failure();
  return n.finish(n.create<SliceOp>(x, first, sizes, by));
}

static LogicalResult importSplit(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t axis = n.normalizeAxis(n.intAttr("axis", 0), n.rankOf(x)), parts = n.getNumResults();
  if (axis < 0)
    return failure();
  int64_t extent = n.shapeOf(x)[axis];
  Ints sizes;
  if (n.version < 13) {
    if (n.getNumOperands() > 1)
      return n.error("operand 1 is not supported by version " + Twine(n.version) + " of the operator");
    sizes = n.intsAttr("split");
  } else if (n.operand(1)) {
    ADZE_TRY(values, n.constantInts(1, "split"));
    sizes = values;
  }
  if (mlir::ShapedType::isDynamic(extent))
    return n.requireClosed(x);
  if (n.version >= 18 && n.hasAttr("num_outputs")) {
    int64_t count = n.intAttr("num_outputs", parts);
    if (!sizes.empty() || count != parts)
      return n.error("attribute 'num_outputs' = " + Twine(count) + " beside " + Twine(parts) +
                     " results or sizes as an operand");
  }
  if (sizes.empty()) {
    if (parts == 0 || (n.version < 18 && extent % parts))
      return n.error(Twine(extent) + " elements do not split evenly into " + Twine(parts));
    int64_t chunk = (extent + parts - 1) / parts; // the last is smaller
    for (int64_t i = 0; i < parts; ++i)
      sizes.push_back(std::clamp<int64_t>(extent - i * chunk, 0, chunk));
  }
  int64_t start = 0;
  if (int64_t(sizes.size()) != parts)
    return n.error(Twine(sizes.size()) + " sizes for " + Twine(parts) + " results");
  for (auto [i, size] : llvm::enumerate(sizes)) {
    if (size < 0 || size > extent - start)
      return n.error("the sizes do not add up to " + Twine(extent));
    n.setResult(i, n.slice(x, axis, start, size));
    start += size;
  }
  if (start != extent)
    return n.error("the sizes add up to " + Twine(start) + ", not to " + Twine(extent));
  return success(!n.hasFailed());
}

static LogicalResult importConcat(NodeImporter &n) {
  SmallVector<Value> xs = n.allOperands();
  if (llvm::is_contained(xs, Value()))
    return n.error("an operand is missing");
  int64_t axis = n.normalizeAxis(n.requiredIntAttr("axis"), n.rankOf(xs[0]));
  return axis < 0 ? failure() : n.finish(n.concat(xs, axis));
}

//===----------------------------------------------------------------------===//
// Pad, crop
//===----------------------------------------------------------------------===//

/// Negative numbers cut off.
static Value padOrCrop(NodeImporter &n, Value x, ArrayRef<int64_t> low, ArrayRef<int64_t> high, PadMode mode, Value value) {
  Ints starts, sizes, steps(low.size(), 1), lows, highs;
  bool cuts = false, pads = false;
  for (size_t i = 0; i < low.size(); ++i) {
    int64_t extent = n.shapeOf(x)[i];
    starts.push_back(std::max<int64_t>(-low[i], 0));
    sizes.push_back(mlir::ShapedType::isDynamic(extent) ? extent : extent - starts[i] - std::max<int64_t>(-high[i], 0));
    lows.push_back(std::max<int64_t>(low[i], 0));
    highs.push_back(std::max<int64_t>(high[i], 0));
    cuts |= low[i] < 0 || high[i] < 0;
    pads |= low[i] > 0 || high[i] > 0;
  }
  if (cuts) {
    if (failed(n.requireClosed(x)))
      return {};
    for (auto [start, size] : llvm::zip(starts, sizes)) {
      if (size < 0) {
        (void)n.error("negative pads cut off more than there is");
        return {};
      }
      if (size == 0)
        start = 0;
    }
    x = n.create<SliceOp>(x, starts, sizes, steps);
  }
  return pads ? n.create<PadOp>(x, NodeImporter::Optional{value}, lows, highs, mode) : x;
}

static LogicalResult importPad(NodeImporter &n) {
  Value x = n.operand(0), value;
  int64_t rank = n.rankOf(x);
  Ints given, axes;
  if (n.version < 11) {
    if (n.getNumOperands() > 1)
      return n.error("operand 1 is not supported by version " + Twine(n.version) + " of the operator");
    given = n.intsAttr("pads");
    if (n.hasAttr("value"))
      value = n.scalar(n.floatAttr("value", 0), n.elementOf(x));
  } else {
    ADZE_TRY(values, n.constantInts(1, "pads"));
    given = values;
    value = n.operand(2);
    if (value && !n.isSingle(value))
      return n.error("operand 2 (constant_value) must be a scalar");
    value = value ? n.reshape(value, ArrayRef<int64_t>()) : value;
  }
  if (n.getNumOperands() > 3 && n.version < 18)
    return n.error("operand 3 is not supported by version " + Twine(n.version) + " of the operator");
  if (n.version >= 18 && n.operand(3)) {
    ADZE_TRY(values, n.constantInts(3, "axes"));
    axes = values;
  } else {
    for (int64_t axis = 0; axis < rank; ++axis)
      axes.push_back(axis);
  }
  std::string mode = n.version >= 19 ? n.stringAttr("mode", "constant", {"constant", "reflect", "edge", "wrap"})
                                     : n.stringAttr("mode", "constant", {"constant", "reflect", "edge"});
  PadMode padMode = mode == "reflect" ? PadMode::Reflect
                    : mode == "edge"  ? PadMode::Edge
                    : mode == "wrap"  ? PadMode::Wrap
                                      : PadMode::Constant;
  if (given.size() != 2 * axes.size())
    return n.error("pads has " + Twine(given.size()) + " numbers for " + Twine(axes.size()) + " axes");
  Ints low(rank, 0), high(rank, 0);
  for (size_t i = 0; i < axes.size(); ++i) {
    int64_t axis = n.normalizeAxis(axes[i], rank);
    if (axis < 0)
      return failure();
    for (int64_t pad : {given[i], given[i + axes.size()]})
      if (pad < -maxExtent || pad > maxExtent)
        return n.error("pads has the number " + Twine(pad));
    low[axis] = given[i];
    high[axis] = given[i + axes.size()];
  }
  return n.finish(padOrCrop(n, x, low, high, padMode, padMode == PadMode::Constant ? value : Value()));
}

/// Cuts or pads (with zeros) around the centre.
static LogicalResult importCenterCropPad(NodeImporter &n) {
  Value x = n.operand(0);
  ADZE_TRY(shape, n.constantInts(1, "shape"));
  Ints all;
  for (int64_t axis = 0; axis < n.rankOf(x); ++axis)
    all.push_back(axis);
  Ints axes = n.intsAttr("axes", all);
  if (axes.size() != shape.size() || failed(n.requireClosed(x)))
    return n.error("shape and axes differ in length");
  Ints low(n.rankOf(x), 0), high(n.rankOf(x), 0);
  for (auto [given, extent] : llvm::zip(axes, shape)) {
    int64_t axis = n.normalizeAxis(given, n.rankOf(x));
    if (axis < 0 || extent < 0 || extent > maxExtent)
      return n.error("shape has the extent " + Twine(extent));
    int64_t difference = extent - n.shapeOf(x)[axis];
    low[axis] = difference >= 0 ? difference / 2 : -((-difference) / 2);
    high[axis] = difference - low[axis];
  }
  return n.finish(padOrCrop(n, x, low, high, PadMode::Constant, Value()));
}

/// The experimental operator of opsets before 10: borders left, top, right, bottom of `[N, C, H, W]`.
static LogicalResult importCrop(NodeImporter &n) {
  Value x = n.operand(0);
  Ints border = n.intsAttr("border", {0, 0, 0, 0}), scale = n.intsAttr("scale");
  if (failed(n.requireRank(x, 4, 4)) || failed(n.requireClosed(x)))
    return failure();
  if (border.size() != 4 || (!scale.empty() && scale.size() != 2))
    return n.error("attribute 'border' needs four numbers, 'scale' two");
  int64_t height = n.shapeOf(x)[2], width = n.shapeOf(x)[3];
  for (int64_t value : border)
    if (value < 0 || value > maxExtent)
      return n.error("attribute 'border' has the number " + Twine(value));
  int64_t rows = scale.empty() ? height - border[1] - border[3] : scale[0];
  int64_t columns = scale.empty() ? width - border[0] - border[2] : scale[1];
  if (rows < 0 || columns < 0 || rows > height - border[1] || columns > width - border[0])
    return n.error("crops more than there is");
  return n.finish(n.slice(n.slice(x, 2, border[1], rows), 3, border[0], columns));
}

//===----------------------------------------------------------------------===//
// Depth and space
//===----------------------------------------------------------------------===//

static LogicalResult importDepthToSpace(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t block = n.requiredIntAttr("blocksize");
  bool isColumnRow = n.version >= 11 && n.stringAttr("mode", "DCR", {"DCR", "CRD"}) == "CRD";
  if (failed(n.requireRank(x, 4, 4)) || failed(n.requireClosed(x)))
    return failure();
  ArrayRef<int64_t> s = n.shapeOf(x);
  if (block < 1 || block > maxExtent || s[1] % (block * block))
    return n.error(Twine(s[1]) + " channels do not divide into blocks of " + Twine(block) + " by " + Twine(block));
  int64_t depth = s[1] / (block * block);
  Value split = n.reshape(x, isColumnRow ? ArrayRef<int64_t>{s[0], depth, block, block, s[2], s[3]}
                                         : ArrayRef<int64_t>{s[0], block, block, depth, s[2], s[3]});
  Value moved = n.transpose(split, isColumnRow ? ArrayRef<int64_t>{0, 1, 4, 2, 5, 3} : ArrayRef<int64_t>{0, 3, 4, 1, 5, 2});
  return n.finish(n.reshape(moved, {s[0], depth, s[2] * block, s[3] * block}));
}

static LogicalResult importSpaceToDepth(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t block = n.requiredIntAttr("blocksize");
  if (failed(n.requireRank(x, 4, 4)) || failed(n.requireClosed(x)))
    return failure();
  ArrayRef<int64_t> s = n.shapeOf(x);
  if (block < 1 || block > maxExtent || s[2] % block || s[3] % block)
    return n.error("height and width do not divide by " + Twine(block));
  Value split = n.reshape(x, {s[0], s[1], s[2] / block, block, s[3] / block, block});
  Value moved = n.transpose(split, {0, 3, 5, 1, 2, 4});
  return n.finish(n.reshape(moved, {s[0], s[1] * block * block, s[2] / block, s[3] / block}));
}

void adze::addMovements(OpTable &t) {
  t.add("CenterCropPad", {18}, 2, 2, importCenterCropPad);
  t.add("Concat", {4, 11, 13}, 1, manyOperands, importConcat);
  t.add("Crop", {1}, 1, 1, importCrop, 10);
  t.add("DepthToSpace", {1, 11, 13}, 1, 1, importDepthToSpace);
  t.add("Expand", {8, 13}, 2, 2, importExpand);
  t.add("Flatten", {1, 9, 11, 13, 21}, 1, 1, importFlatten);
  t.add("Pad", {2, 11, 13, 18, 19, 21}, 1, 4, importPad);
  t.add("Reshape", {5, 13, 14, 19, 21}, 2, 2, importReshape);
  t.add("Slice", {1, 10, 11, 13}, 1, 5, importSlice);
  t.add("SpaceToDepth", {1, 13}, 1, 1, importSpaceToDepth);
  t.add("Split", {2, 11, 13, 18}, 1, 2, importSplit);
  t.add("Squeeze", {1, 11, 13, 21}, 1, 2, importSqueeze);
  t.add("Tile", {6, 13}, 2, 2, importTile);
  t.add("Transpose", {1, 13, 21}, 1, 1, importTranspose);
  t.add("Unsqueeze", {1, 11, 13, 21}, 1, 2, importUnsqueeze);
}
