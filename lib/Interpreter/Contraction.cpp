//===- Contraction.cpp - Products, convolutions, attention ----------------===//

#include "Elements.h"
#include "Families.h"
#include "Window.h"
#include "adze/Support/Winograd.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

//===----------------------------------------------------------------------===//
// matmul
//===----------------------------------------------------------------------===//

/// y[m, n] += sum over k of a[m, k] * b[k, n]; rows and columns of both are that many elements apart.
template <typename N>
static void accumulateProduct(N *y, const N *a, const N *b, int64_t m, int64_t n, int64_t k, int64_t rowA, int64_t columnA,
                              int64_t rowB, int64_t columnB) {
  for (int64_t i = 0; i < m; ++i)
    for (int64_t r = 0; r < k; ++r) {
      N factor = a[i * rowA + r * columnA];
      for (int64_t j = 0; j < n; ++j)
        y[i * n + j] = add(y[i * n + j], multiply(factor, b[r * rowB + j * columnB]));
    }
}

template <typename N>
static Tensor matmul(MatmulOp op, const Tensor &a, const Tensor &b) {
  RankedTensorType type = resultType(op);
  ArrayRef<int64_t> shape = type.getShape(), outer = shape.drop_back(2);
  int64_t m = shape[shape.size() - 2], n = shape.back();
  bool transposeA = op.getTransposeA(), transposeB = op.getTransposeB();
  int64_t k = a.getShape()[a.getRank() - (transposeA ? 2 : 1)];
  auto matrices = [&](const Tensor &x, int64_t size) {
    SmallVector<int64_t> strides = broadcastStrides(x.getShape().drop_back(2), outer);
    for (int64_t &stride : strides)
      stride *= size;
    return offsetsOf(outer, strides);
  };
  std::vector<int64_t> fromA = matrices(a, m * k), fromB = matrices(b, k * n);
  std::vector<N> as = loadAll<N>(a), bs = loadAll<N>(b), ys(type.getNumElements());
  for (size_t i = 0; i < fromA.size(); ++i)
    accumulateProduct(ys.data() + i * m * n, as.data() + fromA[i], bs.data() + fromB[i], m, n, k, transposeA ? 1 : k,
                      transposeA ? m : 1, transposeB ? 1 : n, transposeB ? k : 1);
  return storeAll<N>(type, ys);
}

//===----------------------------------------------------------------------===//
// Convolutions
//===----------------------------------------------------------------------===//

/// Calls `f(small, large, count)` with the positions of all pairs of elements that one tap of the filter relates: position `s` of the smaller
/// tensor with position `s * stride + tap * dilation - low` of the larger one, where that lies inside. `f` gets the first pair of a row of
/// `count` pairs; from one to the next the larger position advances by the innermost stride.
template <typename F>
static void forEachPair(const Window &window, const Extents &small, const Extents &large, const Extents &tap, F f) {
  // The first and last (exclusive) smaller position whose counterpart lies inside.
  Extents first, last;
  for (int d = 0; d < 3; ++d) {
    int64_t shift = tap[d] * window.dilations[d] - window.low[d], stride = window.strides[d];
    first[d] = shift >= 0 ? 0 : (-shift + stride - 1) / stride;
    int64_t room = large[d] - 1 - shift;
    last[d] = room < 0 ? 0 : std::min(small[d], room / stride + 1);
  }
  auto counterpart = [&](int d, int64_t s) { return s * window.strides[d] + tap[d] * window.dilations[d] - window.low[d]; };
  if (first[2] >= last[2])
    return;
  for (int64_t z = first[0]; z < last[0]; ++z)
    for (int64_t y = first[1]; y < last[1]; ++y)
      f((z * small[1] + y) * small[2] + first[2],
        (counterpart(0, z) * large[1] + counterpart(1, y)) * large[2] + counterpart(2, first[2]), last[2] - first[2]);
}

template <typename F>
static void forEachTap(const Extents &kernel, F f) {
  int64_t i = 0;
  for (int64_t z = 0; z < kernel[0]; ++z)
    for (int64_t y = 0; y < kernel[1]; ++y)
      for (int64_t x = 0; x < kernel[2]; ++x)
        f(Extents{z, y, x}, i++);
}

template <typename N>
static Tensor conv(ConvOp op, const Tensor &input, const Tensor &filter) {
  Images<N> x = loadImages<N>(input, op.getLayout());
  Images<N> y = makeImages<N>(resultType(op), op.getLayout());
  Window window(op, filter.getShape().drop_front(2));
  std::vector<N> weights = loadAll<N>(filter);
  int64_t perGroup = filter.getShape()[1], outputs = y.channels / op.getGroups(), stride = window.strides[2];
  for (int64_t n = 0; n < y.batch; ++n)
    for (int64_t o = 0; o < y.channels; ++o)
      for (int64_t c = 0; c < perGroup; ++c) {
        const N *from = x.plane(n, o / outputs * perGroup + c);
        N *to = y.plane(n, o);
        const N *taps = weights.data() + (o * perGroup + c) * window.taps();
        forEachTap(window.kernel, [&](const Extents &tap, int64_t i) {
          forEachPair(window, y.extents, x.extents, tap, [&](int64_t small, int64_t large, int64_t count) {
            for (int64_t j = 0; j < count; ++j)
              to[small + j] = add(to[small + j], multiply(taps[i], from[large + j * stride]));
          });
        });
      }
  return storeImages(resultType(op), y, op.getLayout());
}

static Tensor winogradConv(WinogradConvOp op, const Tensor &input, const Tensor &filter) {
  Images<double> x = loadImages<double>(input, Layout::ChannelsLast);
  Images<double> y = makeImages<double>(resultType(op), Layout::ChannelsLast);
  std::vector<double> weights = loadAll<double>(filter);
  int64_t size = filter.getShape()[0], m = size - op.getKernel() + 1, height = y.extents[1], width = y.extents[2];
  WinogradMatrices matrices = getWinogradMatrices(m, op.getKernel());
  auto transform = [](const WinogradMatrix &left, const std::vector<double> &tile, int64_t columns) { // left * tile * left^T
    int64_t rows = left.size();
    std::vector<double> half(rows * columns), whole(rows * rows);
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < columns; ++j)
        for (int64_t k = 0; k < columns; ++k)
          half[i * columns + j] += left[i][k] * tile[k * columns + j];
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < rows; ++j)
        for (int64_t k = 0; k < columns; ++k)
          whole[i * rows + j] += half[i * columns + k] * left[j][k];
    return whole;
  };
  for (int64_t n = 0; n < y.batch; ++n)
    for (int64_t top = 0; top < height; top += m)
      for (int64_t left = 0; left < width; left += m) {
        std::vector<std::vector<double>> sums(y.channels, std::vector<double>(size * size));
        for (int64_t c = 0; c < x.channels; ++c) {
          std::vector<double> tile(size * size);
          for (int64_t i = 0; i < size; ++i)
            for (int64_t j = 0; j < size; ++j) {
              int64_t row = top + i - op.getPads()[0], column = left + j - op.getPads()[1];
              if (row >= 0 && row < x.extents[1] && column >= 0 && column < x.extents[2])
                tile[i * size + j] = x.plane(n, c)[row * x.extents[2] + column];
            }
          std::vector<double> data = transform(matrices.input, tile, size);
          for (int64_t o = 0; o < y.channels; ++o)
            for (int64_t i = 0; i < size * size; ++i)
              sums[o][i] += data[i] * weights[(i * x.channels + c) * y.channels + o];
        }
        for (int64_t o = 0; o < y.channels; ++o) {
          std::vector<double> tile = transform(matrices.output, sums[o], size);
          for (int64_t i = 0; i < m && top + i < height; ++i)
            for (int64_t j = 0; j < m && left + j < width; ++j)
              y.plane(n, o)[(top + i) * width + left + j] = tile[i * m + j];
        }
      }
  return storeImages(resultType(op), y, Layout::ChannelsLast);
}

template <typename N>
static Tensor convTranspose(ConvTransposeOp op, const Tensor &input, const Tensor &filter) {
  Images<N> x = loadImages<N>(input, op.getLayout());
  Images<N> y = makeImages<N>(resultType(op), op.getLayout());
  Window window(op, filter.getShape().drop_front(2));
  std::vector<N> weights = loadAll<N>(filter);
  int64_t perGroup = x.channels / op.getGroups(), outputs = filter.getShape()[1], stride = window.strides[2];
  for (int64_t n = 0; n < x.batch; ++n)
    for (int64_t c = 0; c < x.channels; ++c)
      for (int64_t o = 0; o < outputs; ++o) {
        const N *from = x.plane(n, c);
        N *to = y.plane(n, c / perGroup * outputs + o);
        const N *taps = weights.data() + (c * outputs + o) * window.taps();
        forEachTap(window.kernel, [&](const Extents &tap, int64_t i) {
          forEachPair(window, x.extents, y.extents, tap, [&](int64_t small, int64_t large, int64_t count) {
            for (int64_t j = 0; j < count; ++j)
              to[large + j * stride] = add(to[large + j * stride], multiply(taps[i], from[small + j]));
          });
        });
      }
  return storeImages(resultType(op), y, op.getLayout());
}

//===----------------------------------------------------------------------===//
// attention
//===----------------------------------------------------------------------===//

static Tensor attention(AttentionOp op, ArrayRef<Tensor> operands) {
  RankedTensorType type = resultType(op);
  ArrayRef<int64_t> outer = type.getShape().drop_back(2);
  const Tensor &q = operands[0], &k = operands[1], &v = operands[2];
  int64_t rows = q.getShape()[q.getRank() - 2], depth = q.getShape().back();
  int64_t columns = v.getShape()[v.getRank() - 2], features = v.getShape().back();
  auto broadcast = [&](const Tensor &x, int64_t height, int64_t width) {
    SmallVector<int64_t> shape(outer);
    shape.append({height, width});
    return loadBroadcast<double>(x, shape);
  };
  std::vector<double> qs = broadcast(q, rows, depth), ks = broadcast(k, columns, depth), vs = broadcast(v, columns, features), mask;
  if (operands.size() > 3)
    mask = broadcast(operands[3], rows, columns);
  double scale = op.getScale().convertToDouble();
  std::vector<double> ys(type.getNumElements()), scores(columns);
  for (int64_t i = 0; i < countOf(outer); ++i)
    for (int64_t m = 0; m < rows; ++m) {
      double highest = -std::numeric_limits<double>::infinity(), sum = 0;
      for (int64_t n = 0; n < columns; ++n) {
        double product = 0;
        for (int64_t d = 0; d < depth; ++d)
          product += qs[(i * rows + m) * depth + d] * ks[(i * columns + n) * depth + d];
        scores[n] = scale * product + (mask.empty() ? 0 : mask[(i * rows + m) * columns + n]);
        highest = maximum(highest, scores[n]);
      }
      for (double &score : scores)
        sum += score = std::exp(score - highest);
      for (int64_t n = 0; n < columns; ++n)
        for (int64_t e = 0; e < features; ++e)
          ys[(i * rows + m) * features + e] += scores[n] / sum * vs[(i * columns + n) * features + e];
    }
  return storeAll<double>(type, ys);
}

Results interpreter::evaluateContraction(Operation *op, ArrayRef<Tensor> operands) {
  if (!isa<MatmulOp, ConvOp, WinogradConvOp, ConvTransposeOp, AttentionOp>(op))
    return std::nullopt;
  for (const Tensor &operand : operands)
    if (isa<quant::QuantizedType>(operand.getType().getElementType()))
      return refuse(op, operand.getType().getElementType());
  Type element = operands[0].getType().getElementType();
  return llvm::TypeSwitch<Operation *, Results>(op)
      .Case([&](MatmulOp op) {
        return accumulateAs(op, element, [&](auto zero) { return matmul<decltype(zero)>(op, operands[0], operands[1]); });
      })
      .Case([&](ConvOp op) {
        return accumulateAs(op, element, [&](auto zero) { return conv<decltype(zero)>(op, operands[0], operands[1]); });
      })
      .Case([&](WinogradConvOp op) { return one(winogradConv(op, operands[0], operands[1])); })
      .Case([&](ConvTransposeOp op) {
        return accumulateAs(op, element, [&](auto zero) { return convTranspose<decltype(zero)>(op, operands[0], operands[1]); });
      })
      .Case([&](AttentionOp op) -> Results {
        if (!isReal(element))
          return refuse(op, element);
        return one(attention(op, operands));
      })
      .Default([](Operation *) { return std::nullopt; });
}
