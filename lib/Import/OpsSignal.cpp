//===- OpsSignal.cpp - Import of Fourier transforms and windows -----------===//

#include "NodeImporter.h"
#include "llvm/Support/MathExtras.h"
#include <cmath>

using namespace adze;

/// Matrices of twiddle factors above this are refused: a fast transform is no matrix product.
static constexpr int64_t maxTwiddles = maxListed;

namespace {
struct Transform {
  int64_t length = 0;
  bool isInverse = false, isOneSided = false;
};
} // namespace

/// The transform along `axis` of `[..., parts]` (1: real, 2: complex) as a product with a constant matrix.
static Value transform(NodeImporter &n, Value x, int64_t axis, Transform t) {
  if (!x || failed(n.requireClosed(x)))
    return {};
  int64_t rank = n.rankOf(x), parts = n.shapeOf(x).back();
  int64_t bins = t.isOneSided ? t.length / 2 + 1 : t.length;
  if ((parts != 1 && parts != 2) || t.length < 1) {
    (void)n.error("the last dimension must hold a real part, or a real and an imaginary one");
    return {};
  }
  if (t.length > maxListed || t.length * parts * bins * 2 > maxTwiddles) {
    (void)n.error("transforms of " + Twine(t.length) + " elements are not supported");
    return {};
  }
  int64_t extent = n.shapeOf(x)[axis];
  x = extent > t.length ? n.slice(x, axis, 0, t.length) : n.padZeros(x, axis, 0, t.length - extent);
  // The axis to the last place but one, so that a row has all elements, part beside part.
  Ints order, back(rank);
  for (int64_t i = 0; i < rank - 1; ++i)
    if (i != axis)
      order.push_back(i);
  order.append({axis, rank - 1});
  for (auto [i, from] : llvm::enumerate(order))
    back[from] = i;
  x = n.transpose(x, order);
  if (!x)
    return {};
  Ints shape(n.shapeOf(x));
  int64_t rows = 1;
  for (int64_t i = 0; i + 2 < rank; ++i)
    rows *= shape[i];
  SmallVector<double> matrix;
  double sign = t.isInverse ? 1 : -1, factor = t.isInverse ? 1.0 / double(t.length) : 1.0;
  for (int64_t k = 0; k < t.length; ++k)
    for (int64_t part = 0; part < parts; ++part)
      for (int64_t bin = 0; bin < bins; ++bin) {
        double angle = 2 * llvm::numbers::pi * double((k * bin) % t.length) / double(t.length);
        double cosine = factor * std::cos(angle), sine = factor * sign * std::sin(angle);
        // (re + i im) * (cos + i sin)
        matrix.push_back(part ? -sine : cosine);
        matrix.push_back(part ? cosine : sine);
      }
  Value factors = n.numbers(matrix, {t.length * parts, bins * 2}, n.elementOf(x));
  Value y = n.create<MatmulOp>(n.reshape(x, {rows, t.length * parts}), factors, false, false);
  shape[rank - 2] = bins;
  shape[rank - 1] = 2;
  return n.transpose(n.reshape(y, shape), back);
}

static LogicalResult importDft(NodeImporter &n) {
  Value x = n.operand(0);
  Transform t;
  t.isInverse = n.boolAttr("inverse", false);
  t.isOneSided = n.boolAttr("onesided", false);
  int64_t axis = -2;
  if (n.version < 20) {
    if (n.getNumOperands() > 2)
      return n.error("operand 2 is not supported by version " + Twine(n.version) + " of the operator");
    axis = n.intAttr("axis", 1);
  } else if (n.operand(2)) {
    ADZE_TRY(value, n.constantInt(2, "axis"));
    axis = value;
  }
  if (failed(n.requireRank(x, 2)) || (axis = n.normalizeAxis(axis, n.rankOf(x))) < 0)
    return failure();
  if (axis == n.rankOf(x) - 1 || (t.isInverse && t.isOneSided))
    return n.error("the axis is that of the parts, or an inverse transform is one-sided");
  t.length = n.shapeOf(x)[axis];
  if (n.operand(1)) {
    ADZE_TRY(value, n.constantInt(1, "dft_length"));
    t.length = value;
  }
  return n.finish(transform(n, x, axis, t));
}

/// Overlapping frames are gathered, weighted by the window and transformed.
static LogicalResult importStft(NodeImporter &n) {
  Value signal = n.operand(0), window = n.operand(2);
  Transform t;
  t.isOneSided = n.boolAttr("onesided", true);
  ADZE_TRY(step, n.constantInt(1, "frame_step"));
  if (failed(n.requireRank(signal, 2, 3)) || failed(n.requireClosed(signal)))
    return failure();
  if (n.rankOf(signal) == 2)
    signal = n.reshape(signal, {n.shapeOf(signal)[0], n.shapeOf(signal)[1], 1});
  if (n.operand(3)) {
    ADZE_TRY(value, n.constantInt(3, "frame_length"));
    t.length = value;
  } else if (window && n.rankOf(window) == 1) {
    t.length = n.shapeOf(window)[0];
  }
  if (!signal)
    return failure();
  int64_t samples = n.shapeOf(signal)[1];
  if (step < 1 || t.length < 1 || t.length > samples)
    return n.error("frames of " + Twine(t.length) + " elements by " + Twine(step) + " do not fit " + Twine(samples));
  int64_t frames = (samples - t.length) / step + 1;
  if (frames * t.length > maxListed)
    return n.error(Twine(frames) + " frames of " + Twine(t.length) + " elements are not supported");
  Ints positions;
  for (int64_t frame = 0; frame < frames; ++frame)
    for (int64_t i = 0; i < t.length; ++i)
      positions.push_back(frame * step + i);
  Value framed = n.create<GatherOp>(signal, n.reshape(n.ints(positions), {frames, t.length}), 1);
  if (window) {
    if (n.rankOf(window) != 1 || n.shapeOf(window)[0] != t.length)
      return n.error("the window has not as many elements as a frame");
    framed = n.mul(framed, n.reshape(window, {t.length, 1}));
  }
  return n.finish(transform(n, framed, 2, t));
}

/// a0 - a1 cos(2 pi i / N) + a2 cos(4 pi i / N).
static LogicalResult importWindow(NodeImporter &n, double a0, double a1, double a2) {
  ADZE_TRY(size, n.constantInt(0, "size"));
  Type element = n.elementType(n.intAttr("output_datatype", onnx::TensorProto::FLOAT));
  bool isPeriodic = n.boolAttr("periodic", true);
  if (size < 0 || size > maxListed)
    return n.error("size is " + Twine(size));
  double period = isPeriodic ? double(size) : double(size - 1);
  SmallVector<double> values;
  for (int64_t i = 0; i < size; ++i) {
    double angle = period > 0 ? 2 * llvm::numbers::pi * double(i) / period : 0;
    values.push_back(a0 - a1 * std::cos(angle) + a2 * std::cos(2 * angle));
  }
  return n.finish(n.numbers(values, size, element));
}
static LogicalResult importHannWindow(NodeImporter &n) { return importWindow(n, 0.5, 0.5, 0); }
static LogicalResult importHammingWindow(NodeImporter &n) { return importWindow(n, 25.0 / 46, 21.0 / 46, 0); }
static LogicalResult importBlackmanWindow(NodeImporter &n) { return importWindow(n, 0.42, 0.5, 0.08); }

/// Triangles on the mel scale, from bins of the spectrum to bands.
static LogicalResult importMelWeightMatrix(NodeImporter &n) {
  ADZE_TRY(bands, n.constantInt(0, "num_mel_bins"));
  ADZE_TRY(length, n.constantInt(1, "dft_length"));
  ADZE_TRY(rate, n.constantInt(2, "sample_rate"));
  ADZE_TRY(low, n.constantFloats(3, "lower_edge_hertz"));
  ADZE_TRY(high, n.constantFloats(4, "upper_edge_hertz"));
  Type element = n.elementType(n.intAttr("output_datatype", onnx::TensorProto::FLOAT));
  if (bands < 1 || bands > maxExtent || length < 1 || length > maxExtent || rate < 1 || low.size() != 1 || high.size() != 1)
    return n.error("an operand is not positive or no scalar");
  int64_t bins = length / 2 + 1;
  if (bands > maxListed / bins)
    return n.error("the matrix has more than " + Twine(maxListed) + " elements");
  auto toMel = [](double hertz) { return 2595 * std::log10(1 + hertz / 700); };
  double first = toMel(low[0]), step = (toMel(high[0]) - first) / double(bands + 2);
  Ints edges;
  for (int64_t i = 0; i < bands + 2; ++i) {
    double hertz = 700 * (std::pow(10.0, (double(i) * step + first) / 2595) - 1);
    double bin = std::floor(double(length + 1) * hertz / double(rate));
    if (!(bin >= 0 && bin <= double(maxExtent)))
      return n.error("a frequency is out of range");
    edges.push_back(int64_t(bin));
  }
  SmallVector<double> matrix(bins * bands, 0);
  auto set = [&](int64_t bin, int64_t band, double value) {
    if (bin >= 0 && bin < bins)
      matrix[bin * bands + band] = value;
  };
  for (int64_t band = 0; band < bands; ++band) {
    int64_t lower = edges[band], centre = edges[band + 1], upper = std::min(edges[band + 2], bins);
    if (centre == lower)
      set(centre, band, 1);
    for (int64_t bin = lower; bin < std::min(centre, bins) + (centre < bins) && centre != lower; ++bin)
      set(bin, band, double(bin - lower) / double(centre - lower));
    for (int64_t bin = centre; bin < upper && edges[band + 2] != centre; ++bin)
      set(bin, band, double(edges[band + 2] - bin) / double(edges[band + 2] - centre));
  }
  return n.finish(n.numbers(matrix, {bins, bands}, element));
}

void adze::addSignal(OpTable &t) {
  t.add("BlackmanWindow", {17}, 1, 1, importBlackmanWindow);
  t.add("DFT", {17, 20}, 1, 3, importDft);
  t.add("HammingWindow", {17}, 1, 1, importHammingWindow);
  t.add("HannWindow", {17}, 1, 1, importHannWindow);
  t.add("MelWeightMatrix", {17}, 5, 5, importMelWeightMatrix);
  t.add("STFT", {17}, 2, 4, importStft);
}
