//===- Resampling.cpp - Resize and grid sampling --------------------------===//

#include "Elements.h"
#include "Families.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

namespace {
/// What one output coordinate reads along one dimension.
struct Source {
  int64_t position; // -1: a zero
  double weight;
};
struct Point {
  SmallVector<Source, 4> taps;
  bool outside = false; // the extrapolation value instead
};
} // namespace

/// Keys' cubic kernel.
static double cubic(double distance, double a) {
  double x = std::fabs(distance);
  if (x <= 1)
    return (a + 2) * x * x * x - (a + 3) * x * x + 1;
  return x < 2 ? a * x * x * x - 5 * a * x * x + 8 * a * x - 4 * a : 0;
}

//===----------------------------------------------------------------------===//
// resize
//===----------------------------------------------------------------------===//

/// The input coordinate of output coordinate `o` in dimension `d` (ONNX Resize-19).
static double inputCoordinate(ResizeOp op, int64_t d, double o, double in, double out) {
  double scale = op.getScales()[d];
  switch (op.getCoordinates()) {
  case Coordinates::HalfPixel:
    return (o + 0.5) / scale - 0.5;
  case Coordinates::PytorchHalfPixel:
    return out > 1 ? (o + 0.5) / scale - 0.5 : 0;
  case Coordinates::AlignCorners:
    return out > 1 ? o * (in - 1) / (out - 1) : 0;
  case Coordinates::Asymmetric:
    return o / scale;
  case Coordinates::TfHalfPixelForNn:
    return (o + 0.5) / scale;
  case Coordinates::HalfPixelSymmetric:
    return in / 2 * (1 - out / (scale * in)) + (o + 0.5) / scale - 0.5;
  case Coordinates::TfCropAndResize: {
    double start = (*op.getRoi())[d], end = (*op.getRoi())[op.getScales().size() + d];
    return out > 1 ? start * (in - 1) + o * (end - start) * (in - 1) / (out - 1) : (start + end) * (in - 1) / 2;
  }
  }
  llvm_unreachable("all transformations are covered");
}

static double roundNearest(NearestMode mode, double c) {
  switch (mode) {
  case NearestMode::RoundPreferFloor:
    return std::ceil(c - 0.5);
  case NearestMode::RoundPreferCeil:
    return std::floor(c + 0.5);
  case NearestMode::Floor:
    return std::floor(c);
  case NearestMode::Ceil:
    return std::ceil(c);
  }
  llvm_unreachable("all modes are covered");
}

/// The taps around coordinate `c` of an extent; edges repeat, or count nothing with `exclude_outside`.
static SmallVector<Source, 4> interpolate(ResizeOp op, double c, int64_t in, double scale) {
  auto clamped = [&](double position) { return std::clamp<int64_t>(position, 0, in - 1); };
  if (op.getMode() == ResizeMode::Nearest)
    return {{clamped(roundNearest(op.getNearest(), c)), 1.0}};
  bool isCubic = op.getMode() == ResizeMode::Cubic;
  double stretch = op.getAntialias() && scale < 1 ? 1 / scale : 1;
  double reach = std::ceil((isCubic ? 2 : 1) * stretch), total = 0;
  SmallVector<Source, 4> taps;
  for (double position = std::floor(c) - reach; position <= std::floor(c) + reach + 1; ++position) {
    double distance = (position - c) / stretch;
    double weight = isCubic ? cubic(distance, op.getCubicCoefficient().convertToDouble()) : std::max(1 - std::fabs(distance), 0.0);
    if (weight == 0 || (op.getExcludeOutside() && (position < 0 || position > in - 1)))
      continue;
    taps.push_back({clamped(position), weight});
    total += weight;
  }
  for (Source &tap : taps)
    tap.weight /= total;
  return taps;
}

static std::vector<Point> pointsAlong(ResizeOp op, int64_t d, int64_t in, int64_t out) {
  std::vector<Point> points(out);
  double scale = op.getScales()[d];
  bool crop = op.getCoordinates() == Coordinates::TfCropAndResize;
  for (int64_t o = 0; o < out; ++o) {
    // What is not resized is left alone, whatever the transformation says.
    bool kept = in == out && scale == 1 && !crop;
    double c = kept ? o : inputCoordinate(op, d, o, in, out);
    points[o].outside = crop && (c < 0 || c > in - 1);
    points[o].taps = kept ? SmallVector<Source, 4>{{o, 1.0}} : interpolate(op, c, in, scale);
  }
  return points;
}

/// Dimension by dimension: the weights of several dimensions multiply.
template <typename N>
static std::vector<N> resizeAlong(ArrayRef<N> x, int64_t outer, int64_t in, int64_t inner, ArrayRef<Point> points, N extrapolation) {
  std::vector<N> y(outer * points.size() * inner);
  for (int64_t i = 0; i < outer; ++i)
    for (auto [o, point] : llvm::enumerate(points))
      for (int64_t j = 0; j < inner; ++j) {
        N sum = 0;
        for (const Source &tap : point.taps) {
          N element = x[(i * in + tap.position) * inner + j];
          if constexpr (std::is_floating_point_v<N>)
            sum += tap.weight == 1 ? element : tap.weight * element;
          else
            sum = element; // integers are only moved (nearest)
        }
        y[(i * points.size() + o) * inner + j] = point.outside ? extrapolation : sum;
      }
  return y;
}

template <typename N>
static Tensor resize(ResizeOp op, const Tensor &x) {
  RankedTensorType type = resultType(op);
  if (x.getNumElements() == 0)
    return Tensor(type);
  N extrapolation = loadAll<N>(storeAll<double>(RankedTensorType::get({1}, x.getElementType()),
                                                op.getExtrapolation().convertToDouble()))[0];
  std::vector<N> numbers = loadAll<N>(x);
  SmallVector<int64_t> shape(x.getShape());
  for (int64_t d = 0; d < x.getRank(); ++d) {
    int64_t in = shape[d], out = type.getShape()[d];
    numbers = resizeAlong<N>(numbers, countOf(ArrayRef(shape).take_front(d)), in, countOf(ArrayRef(shape).drop_front(d + 1)),
                             pointsAlong(op, d, in, out), extrapolation);
    shape[d] = out;
  }
  return storeAll<N>(type, numbers);
}

//===----------------------------------------------------------------------===//
// grid_sample
//===----------------------------------------------------------------------===//

/// Reflects a coordinate at the bounds until it lies between them.
static double reflect(double c, double low, double high) {
  double range = high - low;
  if (range <= 0)
    return low;
  double distance = c < low ? low - c : c > high ? c - high : 0;
  double folds = std::floor(distance / range), rest = distance - folds * range;
  bool even = std::fmod(folds, 2) == 0;
  if (c < low)
    return even ? low + rest : high - rest;
  return c > high ? (even ? high - rest : low + rest) : c;
}

/// The taps of a normalized coordinate along an extent.
static SmallVector<Source, 4> sample(GridSampleOp op, double normalized, int64_t extent) {
  bool align = op.getAlignCorners();
  double low = align ? 0 : -0.5, high = align ? extent - 1 : extent - 0.5;
  double c = align ? (normalized + 1) / 2 * (extent - 1) : ((normalized + 1) * extent - 1) / 2;
  // Far outside all coordinates are alike; NaN counts as far below.
  constexpr double far = 1e9;
  c = c > -far ? std::min(c, far) : -far;
  if (op.getMode() == ResizeMode::Nearest)
    c = std::nearbyint(c);
  if (c < low || c > high) {
    if (op.getPadding() == PadMode::Edge)
      c = std::clamp<double>(c, 0, extent - 1);
    else if (op.getPadding() == PadMode::Reflect)
      c = reflect(c, low, high);
  }
  auto read = [&](double position) -> int64_t {
    if (position >= 0 && position < extent)
      return position;
    if (op.getPadding() == PadMode::Constant)
      return -1;
    if (op.getPadding() == PadMode::Reflect)
      position = reflect(position, low, high);
    return std::clamp<int64_t>(position, 0, extent - 1);
  };
  double floor = std::floor(c), t = c - floor;
  switch (op.getMode()) {
  case ResizeMode::Nearest:
    return {{read(c), 1.0}};
  case ResizeMode::Linear:
    return {{read(floor), 1 - t}, {read(floor + 1), t}};
  case ResizeMode::Cubic: {
    SmallVector<Source, 4> taps;
    for (double i = -1; i <= 2; ++i)
      taps.push_back({read(floor + i), cubic(i - t, -0.75)});
    return taps;
  }
  }
  llvm_unreachable("all modes are covered");
}

/// The sum over all combinations of the dimensions' taps.
static double sumTaps(const double *image, ArrayRef<int64_t> extents, ArrayRef<SmallVector<Source, 4>> taps) {
  if (taps.empty())
    return *image;
  int64_t inner = countOf(extents.drop_front());
  double sum = 0;
  for (const Source &tap : taps.front())
    if (tap.position >= 0 && tap.weight != 0)
      sum += tap.weight * sumTaps(image + tap.position * inner, extents.drop_front(), taps.drop_front());
  return sum;
}

static Tensor gridSample(GridSampleOp op, const Tensor &x, const Tensor &grid) {
  RankedTensorType type = resultType(op);
  if (x.getNumElements() == 0)
    return Tensor(type);
  ArrayRef<int64_t> extents = x.getShape().drop_front(2);
  int64_t rank = extents.size(), pixels = countOf(extents), channels = x.getShape()[1];
  int64_t points = countOf(type.getShape().drop_front(2));
  std::vector<double> images = loadAll<double>(x), coordinates = loadAll<double>(grid), ys(type.getNumElements());
  for (int64_t n = 0; n < type.getShape()[0]; ++n)
    for (int64_t p = 0; p < points; ++p) {
      SmallVector<SmallVector<Source, 4>> taps;
      for (int64_t d = 0; d < rank; ++d) // the grid has the innermost dimension first
        taps.push_back(sample(op, coordinates[(n * points + p) * rank + rank - 1 - d], extents[d]));
      for (int64_t c = 0; c < channels; ++c)
        ys[(n * channels + c) * points + p] = sumTaps(images.data() + (n * channels + c) * pixels, extents, taps);
    }
  return storeAll<double>(type, ys);
}

Results interpreter::evaluateResampling(Operation *op, ArrayRef<Tensor> operands) {
  if (!isa<ResizeOp, GridSampleOp>(op))
    return std::nullopt;
  Type element = operands[0].getType().getElementType();
  return llvm::TypeSwitch<Operation *, Results>(op)
      .Case([&](ResizeOp op) {
        // Interpolated integers are rounded toward zero, as ONNX Runtime does.
        if (op.getMode() != ResizeMode::Nearest && isIntegral(element))
          return one(resize<double>(op, operands[0]));
        return computeAs(op, element, [&](auto zero) { return resize<decltype(zero)>(op, operands[0]); });
      })
      .Case([&](GridSampleOp op) -> Results {
        for (const Tensor &operand : operands)
          if (!isReal(operand.getType().getElementType()))
            return refuse(op, operand.getType().getElementType());
        return one(gridSample(op, operands[0], operands[1]));
      })
      .Default([](Operation *) { return std::nullopt; });
}
