//===- Resampling.cpp - Resize and grid sampling --------------------------===//

#include "Algorithms.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;

namespace {
/// An input coordinate and what of it contributes: positions (clamped into the input) with weights.
struct Tap {
  Expr position, weight;
};

Expr nearest(NearestMode mode, const Expr &x) {
  switch (mode) {
  case NearestMode::RoundPreferFloor:
    return ceil(x - 0.5f);
  case NearestMode::RoundPreferCeil:
    return floor(x + 0.5f);
  case NearestMode::Floor:
    return floor(x);
  case NearestMode::Ceil:
    return ceil(x);
  }
  llvm_unreachable("all modes are covered");
}

/// The input coordinate of output coordinate `o` along one dimension (ONNX Resize-19).
Expr inputCoordinate(ResizeOp op, size_t d, const Expr &output, int64_t in, int64_t out) {
  float scale = op.getScales()[d];
  Expr o = cast<float>(output);
  // Halide multiplies by the reciprocal, which is off by a bit: where that could pick another neighbour, in double.
  auto unscale = [&](const Expr &e) {
    return op.getMode() == ResizeMode::Nearest ? cast<float>(cast<double>(e) / Expr(op.getScales()[d])) : e / scale;
  };
  switch (op.getCoordinates()) {
  case Coordinates::HalfPixel:
    return unscale(o + 0.5f) - 0.5f;
  case Coordinates::PytorchHalfPixel:
    return out > 1 ? unscale(o + 0.5f) - 0.5f : Expr(0.f);
  case Coordinates::AlignCorners:
    return out > 1 ? o * float(in - 1) / float(out - 1) : Expr(0.f);
  case Coordinates::Asymmetric:
    return unscale(o);
  case Coordinates::TfHalfPixelForNn:
    return unscale(o + 0.5f);
  case Coordinates::HalfPixelSymmetric: {
    float adjustment = out / (scale * in);
    float offset = in / 2.f * (1 - adjustment);
    return offset + unscale(o + 0.5f) - 0.5f;
  }
  case Coordinates::TfCropAndResize: {
    size_t rank = op.getScales().size();
    float start = (*op.getRoi())[d], end = (*op.getRoi())[rank + d];
    return out > 1 ? start * float(in - 1) + o * ((end - start) * float(in - 1) / float(out - 1))
                   : Expr(0.5f * (start + end) * float(in - 1));
  }
  }
  llvm_unreachable("all transformations are covered");
}

Expr cubic(const Expr &distance, float a) {
  Expr t = abs(distance);
  Expr near = ((a + 2) * t - (a + 3)) * t * t + 1.f;
  Expr far = ((a * t - 5 * a) * t + 8 * a) * t - 4 * a;
  return select(t <= 1.f, near, t < 2.f, far, 0.f);
}

/// The taps of one dimension around coordinate `c`; `stretch` >= 1 widens the filter (antialiasing).
std::vector<Tap> taps(ResizeOp op, const Expr &c, int64_t in, float stretch) {
  Expr low = cast<int32_t>(floor(c));
  bool isCubic = op.getMode() == ResizeMode::Cubic;
  int reach = int(std::ceil((isCubic ? 2 : 1) * stretch));
  float coefficient = op.getCubicCoefficient().convertToDouble();
  std::vector<Tap> result;
  Expr total;
  for (int k = 1 - reach; k <= reach; ++k) {
    Expr position = low + k;
    Expr distance = (cast<float>(position) - c) / stretch;
    Expr weight = isCubic ? cubic(distance, coefficient) : max(1.f - abs(distance), 0.f);
    if (op.getExcludeOutside())
      weight = select(position >= 0 && position < int32_t(in), weight, 0.f);
    total = total.defined() ? total + weight : weight;
    result.push_back({clamp(position, 0, int32_t(in - 1)), weight});
  }
  if (op.getExcludeOutside() || stretch > 1)
    for (Tap &tap : result)
      tap.weight = tap.weight / total;
  return result;
}

Access resize(ResizeOp op, const Access &x) {
  std::vector<int64_t> shape(op.getY().getType().getShape());
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  auto at = [=](const Coords &coords) mutable {
    Expr outside;
    std::vector<std::vector<Tap>> perDim;
    for (size_t d = 0; d < shape.size(); ++d) {
      int64_t in = x.shape[d], out = shape[d];
      bool whole = in == out && op.getScales()[d] == 1.0 && op.getCoordinates() != Coordinates::TfCropAndResize;
      if (whole) {
        perDim.push_back({{coords[d], Expr(1.f)}});
        continue;
      }
      Expr c = inputCoordinate(op, d, coords[d], in, out);
      if (op.getCoordinates() == Coordinates::TfCropAndResize) {
        Expr beyond = c < 0.f || c > float(in - 1);
        outside = outside.defined() ? outside || beyond : beyond;
      }
      if (op.getMode() == ResizeMode::Nearest) {
        perDim.push_back({{clamp(cast<int32_t>(nearest(op.getNearest(), c)), 0, int32_t(in - 1)), Expr(1.f)}});
        continue;
      }
      float stretch = op.getAntialias() && op.getScales()[d] < 1 ? float(1 / op.getScales()[d]) : 1.f;
      perDim.push_back(taps(op, c, in, stretch));
    }
    // The sum over the product of the dimensions' taps, innermost first.
    std::function<Expr(size_t, Coords)> sum = [&](size_t d, Coords from) -> Expr {
      if (d == shape.size())
        return x.at(from);
      Expr result;
      for (const Tap &tap : perDim[d]) {
        Coords next = from;
        next.push_back(tap.position);
        Expr value = sum(d + 1, next);
        if (perDim[d].size() > 1)
          value = cast<float>(value) * tap.weight;
        result = result.defined() ? result + value : value;
      }
      return result;
    };
    Expr value = sum(0, {});
    if (value.type() != type)
      value = type.is_float() ? cast(type, value) : cast(type, round(value));
    return outside.defined() ? select(outside, makeNumber(type, op.getExtrapolation().convertToDouble()), value) : value;
  };
  return {at, shape};
}

/// Reflects a coordinate at the bounds [low, high].
Expr reflect(const Expr &c, float low, float high) {
  float span = high - low;
  if (span <= 0)
    return Expr(low);
  Expr distance = abs(c - low); // of floats: stays a float
  Expr folds = floor(distance / span), rest = distance - folds * span;
  return select(cast<int32_t>(folds) % 2 == 0, rest + low, high - rest);
}

Access gridSample(GridSampleOp op, const Access &x, const Access &grid) {
  std::vector<int64_t> shape(op.getY().getType().getShape());
  size_t spatial = shape.size() - 2;
  bool align = op.getAlignCorners();
  PadMode padding = op.getPadding();
  ResizeMode mode = op.getMode();
  auto at = [=](const Coords &coords) {
    std::vector<std::vector<Tap>> perDim; // with weight 0 where padded by zeros
    for (size_t d = 0; d < spatial; ++d) {
      int32_t n = x.shape[2 + d];
      Coords where{coords[0]};
      where.insert(where.end(), coords.begin() + 2, coords.end());
      where.push_back(int32_t(spatial - 1 - d));
      Expr g = grid.at(where);
      Expr c = align ? (g + 1.f) * 0.5f * float(n - 1) : ((g + 1.f) * float(n) - 1.f) * 0.5f;
      float low = align ? 0.f : -0.5f, high = align ? n - 1.f : n - 0.5f;
      // As ONNX has it: coordinates between an edge pixel's center and its border stay where they are.
      if (padding == PadMode::Edge)
        c = select(c < low || c > high, clamp(c, 0.f, float(n - 1)), c);
      if (mode != ResizeMode::Cubic && padding == PadMode::Reflect)
        c = clamp(reflect(c, low, high), 0.f, float(n - 1));
      std::vector<Tap> own;
      auto add = [&](Expr position, Expr weight) {
        if (padding == PadMode::Constant)
          weight = select(position >= 0 && position < n, weight, 0.f);
        else if (padding == PadMode::Reflect)
          position = cast<int32_t>(reflect(cast<float>(position), low, high));
        own.push_back({clamp(position, 0, n - 1), weight});
      };
      Expr base = floor(c), t = c - base;
      Expr i = cast<int32_t>(clamp(base, -1e6f, 1e6f));
      if (mode == ResizeMode::Nearest) {
        add(cast<int32_t>(clamp(round(c), -1e6f, 1e6f)), 1.f);
      } else if (mode == ResizeMode::Linear) {
        add(i, 1.f - t);
        add(i + 1, t);
      } else {
        for (int k = -1; k <= 2; ++k)
          add(i + k, cubic(t - float(k), -0.75f));
      }
      perDim.push_back(own);
    }
    std::function<Expr(size_t, Coords, Expr)> sum = [&](size_t d, Coords from, Expr weight) -> Expr {
      if (d == spatial)
        return x.at(from) * weight;
      Expr result;
      for (const Tap &tap : perDim[d]) {
        Coords next = from;
        next.push_back(tap.position);
        Expr value = sum(d + 1, next, d == 0 ? tap.weight : weight * tap.weight);
        result = result.defined() ? result + value : value;
      }
      return result;
    };
    return sum(0, {coords[0], coords[1]}, Expr(1.f));
  };
  return {at, shape};
}
} // namespace

Results halide::emitResampling(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &) {
  return llvm::TypeSwitch<mlir::Operation *, Results>(op)
      .Case([&](ResizeOp o) { return std::vector<Access>{resize(o, operands[0])}; })
      .Case([&](GridSampleOp o) { return std::vector<Access>{gridSample(o, operands[0], operands[1])}; })
      .Default([](mlir::Operation *) { return std::nullopt; });
}
