//===- OpsResampling.cpp - Import of Resize, Upsample and GridSample ------===//

#include "NodeImporter.h"
#include "llvm/ADT/StringSwitch.h"
#include <cmath>

using namespace adze;

static ResizeMode parseMode(StringRef name) {
  return llvm::StringSwitch<ResizeMode>(name)
      .Cases({"linear", "bilinear"}, ResizeMode::Linear)
      .Cases({"cubic", "bicubic"}, ResizeMode::Cubic)
      .Default(ResizeMode::Nearest);
}

static std::optional<Coordinates> parseCoordinates(StringRef name, int64_t version) {
  if (name == "tf_half_pixel_for_nn" && version > 11)
    return std::nullopt;
  if (name == "half_pixel_symmetric" && version < 19)
    return std::nullopt;
  return llvm::StringSwitch<std::optional<Coordinates>>(name)
      .Case("half_pixel", Coordinates::HalfPixel)
      .Case("pytorch_half_pixel", Coordinates::PytorchHalfPixel)
      .Case("align_corners", Coordinates::AlignCorners)
      .Case("asymmetric", Coordinates::Asymmetric)
      .Case("tf_crop_and_resize", Coordinates::TfCropAndResize)
      .Case("tf_half_pixel_for_nn", Coordinates::TfHalfPixelForNn)
      .Case("half_pixel_symmetric", Coordinates::HalfPixelSymmetric)
      .Default(std::nullopt);
}

static NearestMode parseNearest(StringRef name) {
  return llvm::StringSwitch<NearestMode>(name)
      .Case("round_prefer_ceil", NearestMode::RoundPreferCeil)
      .Case("floor", NearestMode::Floor)
      .Case("ceil", NearestMode::Ceil)
      .Default(NearestMode::RoundPreferFloor);
}

namespace {
struct Resampling {
  ResizeMode mode = ResizeMode::Nearest;
  Coordinates coordinates = Coordinates::HalfPixel;
  NearestMode nearest = NearestMode::RoundPreferFloor;
  SmallVector<double> scales;
  Ints shape;
  double cubicCoefficient = -0.75, extrapolation = 0;
  bool excludeOutside = false, antialias = false;
  SmallVector<double> roi;
};
} // namespace

static LogicalResult finishResize(NodeImporter &n, Value x, const Resampling &r) {
  if (ArrayRef<int64_t>(r.shape) == n.shapeOf(x) && r.roi.empty() &&
      llvm::all_of(r.scales, [](double scale) { return scale == 1.0; }))
    return n.finish(x);
  if (llvm::Error problem = checkShape(r.shape))
    return n.error("result: " + llvm::toString(std::move(problem)));
  for (auto [before, after] : llvm::zip(n.shapeOf(x), r.shape))
    if (before == 0 && after != 0)
      return n.error("an empty dimension cannot be resampled");
  auto roi = r.roi.empty() ? mlir::DenseF64ArrayAttr() : mlir::DenseF64ArrayAttr::get(n.getContext(), r.roi);
  auto type = mlir::RankedTensorType::get(r.shape, n.elementOf(x));
  return n.finish(n.createTyped<ResizeOp>(type, x, r.mode, r.coordinates, r.nearest, r.scales,
                                          llvm::APFloat(r.cubicCoefficient), r.excludeOutside, r.antialias,
                                          llvm::APFloat(r.extrapolation), roi));
}

static LogicalResult scaleShape(NodeImporter &n, Value x, Resampling &r) {
  if (int64_t(r.scales.size()) != n.rankOf(x))
    return n.error("scales has " + Twine(r.scales.size()) + " numbers for " + Twine(n.rankOf(x)) + " dimensions");
  for (auto [i, scale] : llvm::enumerate(r.scales)) {
    double extent = double(n.shapeOf(x)[i]) * scale;
    if (r.coordinates == Coordinates::TfCropAndResize)
      extent *= r.roi[i + r.scales.size()] - r.roi[i];
    if (!(scale > 0) || !(extent <= double(maxExtent)))
      return n.error("scales has the number " + Twine(std::to_string(scale)));
    r.shape.push_back(int64_t(std::floor(extent)));
  }
  return success();
}

/// Upsample, and Resize of version 10: asymmetric coordinates; nearest rounds down, and up where the tensor shrinks.
static LogicalResult importUpsample(NodeImporter &n) {
  Value x = n.operand(0);
  Resampling r;
  if (failed(n.requireClosed(x)))
    return failure();
  r.mode = parseMode(n.stringAttr("mode", "nearest", {"nearest", "linear"}));
  r.coordinates = Coordinates::Asymmetric;
  if (n.version < 9) {
    r.scales = n.floatsAttr("scales");
  } else {
    ADZE_TRY(scales, n.constantFloats(1, "scales"));
    r.scales = scales;
  }
  bool shrinks = llvm::any_of(r.scales, [](double scale) { return scale < 1; });
  bool grows = llvm::any_of(r.scales, [](double scale) { return scale > 1; });
  if (shrinks && grows && r.mode == ResizeMode::Nearest)
    return n.error("nearest resampling that shrinks one dimension and enlarges another is not supported by version " +
                   Twine(n.version) + " of the operator");
  r.nearest = shrinks ? NearestMode::Ceil : NearestMode::Floor;
  if (failed(scaleShape(n, x, r)))
    return failure();
  return finishResize(n, x, r);
}

/// Spreads numbers given for some axes over all dimensions.
static SmallVector<double> spread(ArrayRef<double> given, ArrayRef<int64_t> axes, int64_t rank, double byDefault) {
  SmallVector<double> result(rank, byDefault);
  for (auto [axis, value] : llvm::zip(axes, given))
    result[axis] = value;
  return result;
}

static LogicalResult importResize(NodeImporter &n) {
  if (n.version < 11)
    return importUpsample(n);
  Value x = n.operand(0);
  Resampling r;
  int64_t rank = n.rankOf(x);
  if (failed(n.requireClosed(x)))
    return failure();
  r.mode = parseMode(n.stringAttr("mode", "nearest", {"nearest", "linear", "cubic"}));
  std::string coordinates = n.stringAttr("coordinate_transformation_mode", "half_pixel");
  std::optional<Coordinates> parsed = parseCoordinates(coordinates, n.version);
  if (!parsed)
    return n.error("attribute 'coordinate_transformation_mode' = \"" + coordinates + "\" is not known to version " +
                   Twine(n.version) + " of the operator");
  r.coordinates = *parsed;
  r.nearest = parseNearest(n.stringAttr("nearest_mode", "round_prefer_floor",
                                        {"round_prefer_floor", "round_prefer_ceil", "floor", "ceil"}));
  r.cubicCoefficient = n.floatAttr("cubic_coeff_a", -0.75);
  r.excludeOutside = n.boolAttr("exclude_outside", false);
  r.extrapolation = n.floatAttr("extrapolation_value", 0);
  Ints axes;
  for (int64_t axis = 0; axis < rank; ++axis)
    axes.push_back(axis);
  std::string policy = "stretch";
  if (n.version >= 18) {
    r.antialias = n.boolAttr("antialias", false);
    policy = n.stringAttr("keep_aspect_ratio_policy", "stretch", {"stretch", "not_larger", "not_smaller"});
    if (n.hasAttr("axes")) {
      axes = n.intsAttr("axes");
      for (int64_t &axis : axes)
        if ((axis = n.normalizeAxis(axis, rank)) < 0)
          return failure();
    }
  }
  size_t count = axes.size();
  if (r.coordinates == Coordinates::TfCropAndResize) {
    ADZE_TRY(roi, n.constantFloats(1, "roi"));
    if (roi.size() != 2 * count)
      return n.error("roi has " + Twine(roi.size()) + " numbers for " + Twine(count) + " axes");
    r.roi = spread(ArrayRef(roi).take_front(count), axes, rank, 0);
    r.roi.append(spread(ArrayRef(roi).drop_front(count), axes, rank, 1));
  } else {
    n.operand(1); // the region matters to tf_crop_and_resize only
  }
  // An empty constant stands for an operand that is absent.
  auto isGiven = [&](unsigned i) { return n.operand(i) && !n.isEmpty(n.operand(i)); };
  if (isGiven(2) == isGiven(3))
    return n.error("exactly one of scales and sizes is expected");
  if (isGiven(2)) {
    ADZE_TRY(scales, n.constantFloats(2, "scales"));
    if (scales.size() != count)
      return n.error("scales has " + Twine(scales.size()) + " numbers for " + Twine(count) + " axes");
    if (policy != "stretch")
      return n.error("attribute 'keep_aspect_ratio_policy' = \"" + policy + "\" is about sizes, scales are given");
    r.scales = spread(scales, axes, rank, 1);
    if (failed(scaleShape(n, x, r)))
      return failure();
    return finishResize(n, x, r);
  }
  ADZE_TRY(sizes, n.constantInts(3, "sizes"));
  if (sizes.size() != count)
    return n.error("sizes has " + Twine(sizes.size()) + " numbers for " + Twine(count) + " axes");
  r.shape = Ints(n.shapeOf(x));
  r.scales.assign(rank, 1);
  double common = policy == "not_larger" ? std::numeric_limits<double>::infinity() : 0;
  for (auto [axis, size] : llvm::zip(axes, sizes)) {
    if (size < 0 || size > maxExtent || n.shapeOf(x)[axis] == 0)
      return n.error("sizes has the extent " + Twine(size));
    r.shape[axis] = size;
    r.scales[axis] = double(size) / double(n.shapeOf(x)[axis]);
    common = policy == "not_larger" ? std::min(common, r.scales[axis]) : std::max(common, r.scales[axis]);
  }
  if (policy != "stretch")
    for (int64_t axis : axes) {
      double extent = std::round(common * double(n.shapeOf(x)[axis]));
      if (!(extent <= double(maxExtent)))
        return n.error("the result is too large");
      r.shape[axis] = int64_t(extent);
      r.scales[axis] = common;
    }
  return finishResize(n, x, r);
}

/// The modes have other names before version 20, when only images with two spatial dimensions were sampled.
static LogicalResult importGridSample(NodeImporter &n) {
  Value x = n.operand(0), grid = n.operand(1);
  std::string mode = n.version < 20 ? n.stringAttr("mode", "bilinear", {"bilinear", "nearest", "bicubic"})
                                    : n.stringAttr("mode", "linear", {"linear", "nearest", "cubic"});
  std::string padding = n.stringAttr("padding_mode", "zeros", {"zeros", "border", "reflection"});
  bool alignsCorners = n.boolAttr("align_corners", false);
  PadMode pad = padding == "border" ? PadMode::Edge : padding == "reflection" ? PadMode::Reflect : PadMode::Constant;
  if (failed(n.requireRank(x, n.version < 20 ? 4 : 3, n.version < 20 ? 4 : 5)))
    return failure();
  return n.finish(n.create<GridSampleOp>(x, n.cast(grid, n.elementOf(x)), parseMode(mode), pad, alignsCorners));
}

void adze::addResampling(OpTable &t) {
  t.add("GridSample", {16, 20, 22}, 2, 2, importGridSample);
  t.add("Resize", {10, 11, 13, 18, 19}, 1, 4, importResize);
  t.add("Upsample", {7, 9}, 1, 2, importUpsample, 10);
}
