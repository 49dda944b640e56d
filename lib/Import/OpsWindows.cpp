//===- OpsWindows.cpp - Import of convolutions and pooling ----------------===//

#include "NodeImporter.h"

using namespace adze;

namespace {
/// The attributes that all window operators share.
struct Window {
  Ints kernel, strides, pads, dilations;
  std::string autoPad;
  size_t rank() const { return kernel.size(); }
  int64_t reach(size_t i) const { return (kernel[i] - 1) * dilations[i] + 1; }
};
} // namespace

/// `kernel`: the filter's spatial extents, which the attribute must repeat if it is there; empty: the attribute is needed.
static FailureOr<Window> readWindow(NodeImporter &n, ArrayRef<int64_t> kernel, size_t rank, bool hasDilations) {
  Window w;
  w.kernel = n.intsAttr("kernel_shape", kernel);
  if (!kernel.empty() && ArrayRef<int64_t>(w.kernel) != kernel)
    return n.error("attribute 'kernel_shape' differs from the filter's shape");
  Ints ones(rank, 1), zeros(2 * rank, 0);
  w.strides = n.intsAttr("strides", ones);
  w.dilations = hasDilations ? n.intsAttr("dilations", ones) : ones;
  w.autoPad = n.stringAttr("auto_pad", "NOTSET", {"NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID"});
  bool hasPads = n.hasAttr("pads");
  w.pads = n.intsAttr("pads", zeros);
  auto check = [&](StringRef name, const Ints &values, size_t length, int64_t least) -> LogicalResult {
    if (values.size() != length)
      return n.error("attribute '" + name + "' has " + Twine(values.size()) + " numbers, expected " + Twine(length));
    for (int64_t value : values)
      if (value < least || value > maxExtent)
        return n.error("attribute '" + name + "' has the number " + Twine(value));
    return success();
  };
  if (failed(check("kernel_shape", w.kernel, rank, 1)) || failed(check("strides", w.strides, rank, 1)) ||
      failed(check("dilations", w.dilations, rank, 1)) || failed(check("pads", w.pads, 2 * rank, 0)))
    return failure();
  // Exporters write zero pads beside auto_pad; anything else would be ambiguous.
  if (hasPads && w.autoPad != "NOTSET" && w.pads != zeros)
    return n.error("attributes 'pads' and 'auto_pad' = \"" + w.autoPad + "\" exclude each other");
  return w;
}

/// Pads such that there are ceil(extent / stride) windows; the odd element at the end (SAME_UPPER) or at the start.
static LogicalResult resolveSame(NodeImporter &n, Value x, Window &w) {
  if (w.autoPad == "NOTSET" || w.autoPad == "VALID")
    return success();
  if (failed(n.requireClosed(x)))
    return failure();
  for (size_t i = 0; i < w.rank(); ++i) {
    int64_t extent = n.shapeOf(x)[i + 2], windows = (extent + w.strides[i] - 1) / w.strides[i];
    int64_t total = std::max<int64_t>((windows - 1) * w.strides[i] + w.reach(i) - extent, 0);
    int64_t less = total / 2, more = total - less;
    w.pads[i] = w.autoPad == "SAME_UPPER" ? less : more;
    w.pads[i + w.rank()] = w.autoPad == "SAME_UPPER" ? more : less;
  }
  return success();
}

static Value addBias(NodeImporter &n, Value y, Value bias) {
  return y && bias ? n.add(y, n.perChannel(bias, n.rankOf(y))) : y;
}

static LogicalResult checkFilter(NodeImporter &n, Value x, Value filter) {
  if (failed(n.requireRank(x, 3, 5)) || failed(n.requireRank(filter, n.rankOf(x), n.rankOf(x))))
    return failure();
  return n.requireClosed(filter);
}

static LogicalResult importConv(NodeImporter &n) {
  Value x = n.operand(0), filter = n.operand(1), bias = n.operand(2);
  if (failed(checkFilter(n, x, filter)))
    return failure();
  ADZE_TRY(w, readWindow(n, n.shapeOf(filter).drop_front(2), n.rankOf(x) - 2, true));
  int64_t groups = n.intAttr("group", 1);
  if (failed(resolveSame(n, x, w)))
    return failure();
  if (groups < 1)
    return n.error("attribute 'group' = " + Twine(groups));
  return n.finish(addBias(n, n.create<ConvOp>(x, filter, w.strides, w.pads, w.dilations, groups), bias));
}

static LogicalResult importConvTranspose(NodeImporter &n) {
  Value x = n.operand(0), filter = n.operand(1), bias = n.operand(2);
  if (failed(checkFilter(n, x, filter)))
    return failure();
  ADZE_TRY(w, readWindow(n, n.shapeOf(filter).drop_front(2), n.rankOf(x) - 2, true));
  int64_t groups = n.intAttr("group", 1);
  Ints outputPadding = n.intsAttr("output_padding", Ints(w.rank(), 0)), outputShape = n.intsAttr("output_shape");
  if (groups < 1 || outputPadding.size() != w.rank() ||
      llvm::any_of(outputPadding, [](int64_t v) { return v < 0 || v > maxExtent; }))
    return n.error("attribute 'group' or 'output_padding' is malformed");
  if (outputShape.size() == w.rank() + 2) // batch and channels may be written too
    outputShape.erase(outputShape.begin(), outputShape.begin() + 2);
  bool isSame = w.autoPad == "SAME_UPPER" || w.autoPad == "SAME_LOWER";
  if (!outputShape.empty() || isSame) {
    if (failed(n.requireClosed(x)))
      return failure();
    if (!outputShape.empty() && (outputShape.size() != w.rank() ||
                                 llvm::any_of(outputShape, [](int64_t v) { return v < 0 || v > maxExtent; })))
      return n.error("attribute 'output_shape' is malformed");
    for (size_t i = 0; i < w.rank(); ++i) {
      int64_t extent = n.shapeOf(x)[i + 2];
      int64_t wanted = outputShape.empty() ? extent * w.strides[i] : outputShape[i];
      int64_t total = (extent - 1) * w.strides[i] + outputPadding[i] + w.reach(i) - wanted;
      if (total < 0) { // the output is larger than what the windows reach: it grows at the end
        outputPadding[i] -= total;
        total = 0;
      }
      int64_t less = total / 2, more = total - less;
      w.pads[i] = w.autoPad == "SAME_UPPER" ? less : more;
      w.pads[i + w.rank()] = w.autoPad == "SAME_UPPER" ? more : less;
    }
  }
  return n.finish(addBias(
      n, n.create<ConvTransposeOp>(x, filter, w.strides, w.pads, w.dilations, outputPadding, groups), bias));
}

static LogicalResult importMaxPool(NodeImporter &n) {
  Value x = n.operand(0);
  if (failed(n.requireRank(x, 3, 5)))
    return failure();
  ADZE_TRY(w, readWindow(n, {}, n.rankOf(x) - 2, n.version >= 10));
  bool isCeil = n.version >= 10 && n.boolAttr("ceil_mode", false);
  if (n.version >= 8)
    n.boolAttr("storage_order", false); // about the indices, which are refused
  if (failed(resolveSame(n, x, w)))
    return failure();
  return n.finish(n.create<MaxPoolOp>(x, w.kernel, w.strides, w.pads, w.dilations, isCeil));
}

static LogicalResult importAveragePool(NodeImporter &n) {
  Value x = n.operand(0);
  if (failed(n.requireRank(x, 3, 5)))
    return failure();
  ADZE_TRY(w, readWindow(n, {}, n.rankOf(x) - 2, n.version >= 19));
  bool isCeil = n.version >= 10 && n.boolAttr("ceil_mode", false), countsPads = n.boolAttr("count_include_pad", false);
  if (failed(resolveSame(n, x, w)))
    return failure();
  return n.finish(n.create<AvgPoolOp>(x, w.kernel, w.strides, w.pads, w.dilations, isCeil, countsPads));
}

/// x^p for positive x.
static Value power(NodeImporter &n, Value x, double p) {
  return p == 1.0 || !x ? x : p == 2.0 ? n.mul(x, x) : n.create<PowOp>(x, n.scalar(p, n.elementOf(x)));
}
static Value root(NodeImporter &n, Value x, double p) {
  return p == 2.0 ? n.create<SqrtOp>(x) : p == 1.0 || !x ? x : n.create<PowOp>(x, n.scalar(1.0 / p, n.elementOf(x)));
}

/// The p-norm of each window, by way of its mean, in which pads count as zeros.
static LogicalResult importLpPool(NodeImporter &n) {
  Value x = n.operand(0);
  if (failed(n.requireRank(x, 3, 5)))
    return failure();
  ADZE_TRY(w, readWindow(n, {}, n.rankOf(x) - 2, n.version >= 18));
  int64_t p = n.intAttr("p", 2), elements = 1;
  if (p < 1 || (n.version >= 18 && n.boolAttr("ceil_mode", false)))
    return n.error("p must be at least 1, and ceil_mode is not supported");
  if (failed(resolveSame(n, x, w)))
    return failure();
  for (int64_t extent : w.kernel) {
    elements *= extent;
    if (elements > maxExtent)
      return n.error("the window has too many elements");
  }
  Value powers = power(n, n.create<AbsOp>(x), p);
  Value mean = n.create<AvgPoolOp>(powers, w.kernel, w.strides, w.pads, w.dilations, false, true);
  return n.finish(root(n, n.mul(mean, elements), p));
}

//===----------------------------------------------------------------------===//
// Global pooling
//===----------------------------------------------------------------------===//

static Value reduceSpatial(NodeImporter &n, ReduceKind kind, Value x) {
  if (failed(n.requireRank(x, 3)))
    return {};
  Ints axes;
  for (int64_t axis = 2; axis < n.rankOf(x); ++axis)
    axes.push_back(axis);
  return n.reduce(kind, x, axes);
}
static LogicalResult importGlobalAveragePool(NodeImporter &n) {
  return n.finish(reduceSpatial(n, ReduceKind::Mean, n.operand(0)));
}
static LogicalResult importGlobalMaxPool(NodeImporter &n) {
  return n.finish(reduceSpatial(n, ReduceKind::Max, n.operand(0)));
}
static LogicalResult importGlobalLpPool(NodeImporter &n) {
  int64_t p = n.intAttr("p", 2);
  if (p < 1)
    return n.error("attribute 'p' = " + Twine(p) + ", expected at least 1");
  Value powers = power(n, n.create<AbsOp>(n.operand(0)), p);
  return powers ? n.finish(root(n, reduceSpatial(n, ReduceKind::Sum, powers), p)) : failure();
}

/// Values go back to where a max pooling took them: indices count in the whole flattened output.
static LogicalResult importMaxUnpool(NodeImporter &n) {
  Value x = n.operand(0), indices = n.operand(1);
  if (failed(n.requireRank(x, 3, 5)) || failed(n.requireClosed(x)) || failed(n.requireClosed(indices)))
    return failure();
  if (n.shapeOf(x) != n.shapeOf(indices))
    return n.error("values and indices have different shapes");
  size_t rank = n.rankOf(x) - 2;
  Ints kernel = n.intsAttr("kernel_shape"), strides = n.intsAttr("strides", Ints(rank, 1));
  Ints pads = n.intsAttr("pads", Ints(2 * rank, 0));
  if (kernel.size() != rank || strides.size() != rank || pads.size() != 2 * rank)
    return n.error("attributes do not fit " + Twine(rank) + " spatial dimensions");
  Ints shape{n.shapeOf(x)[0], n.shapeOf(x)[1]};
  for (size_t i = 0; i < rank; ++i) {
    for (int64_t value : {kernel[i], strides[i], pads[i], pads[i + rank]})
      if (value < 0 || value > maxExtent)
        return n.error("an attribute has the number " + Twine(value));
    shape.push_back((n.shapeOf(x)[i + 2] - 1) * strides[i] + kernel[i] - pads[i] - pads[i + rank]);
  }
  if (n.operand(2)) {
    // Indices were made for the shape without it; ONNX leaves open what they mean in another one.
    ADZE_TRY(wanted, n.constantInts(2, "output_shape"));
    if (wanted != shape)
      return n.error("an output_shape that differs from the pooled input's is not supported");
  }
  if (llvm::Error problem = checkShape(shape))
    return n.error("result: " + llvm::toString(std::move(problem)));
  int64_t all = 1;
  for (int64_t extent : shape)
    all *= extent;
  Type i64 = mlir::IntegerType::get(n.getContext(), 64);
  Value zeros = n.broadcast(n.scalar(0, n.elementOf(x)), {all});
  Value flatIndices = n.reshape(n.cast(indices, i64), {n.typeOf(x).getNumElements()});
  Value flat = n.create<ScatterElementsOp>(zeros, flatIndices, n.reshape(x, {n.typeOf(x).getNumElements()}), 0,
                                           ScatterKind::Replace);
  return n.finish(n.reshape(flat, shape));
}

void adze::addWindows(OpTable &t) {
  t.add("AveragePool", {7, 10, 11, 19, 22}, 1, 1, importAveragePool);
  t.add("Conv", {1, 11, 22}, 2, 3, importConv);
  t.add("ConvTranspose", {1, 11, 22}, 2, 3, importConvTranspose);
  t.add("GlobalAveragePool", {1, 22}, 1, 1, importGlobalAveragePool);
  t.add("GlobalLpPool", {2, 22}, 1, 1, importGlobalLpPool);
  t.add("GlobalMaxPool", {1, 22}, 1, 1, importGlobalMaxPool);
  t.add("LpPool", {2, 11, 18, 22}, 1, 1, importLpPool);
  t.add("MaxPool", {1, 8, 10, 11, 12, 22}, 1, 1, importMaxPool);
  t.add("MaxUnpool", {9, 11, 22}, 2, 3, importMaxUnpool);
}
