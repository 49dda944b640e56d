//===- Winograd.cpp - Convolution in Winograd's domain --------------------===//
//
// The steps of Winograd.h: rows, then columns of an input tile are transformed; each of its elements is one of many small products over
// channels; columns, then rows of the products become outputs.
//
//===----------------------------------------------------------------------===//

#include "Algorithms.h"
#include "adze/Support/Winograd.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;

namespace {
/// The sum of row[i] * term(i), without what is zero.
Expr combine(const std::vector<float> &row, const std::function<Expr(int)> &term) {
  Expr sum;
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i] == 0)
      continue;
    if (sum.defined() && row[i] == -1)
      sum = sum - term(i);
    else
      sum = sum.defined() ? sum + term(i) * row[i] : row[i] == 1 ? term(i) : term(i) * row[i];
  }
  return sum;
}

/// The row of a matrix that `index` names once its loop is unrolled.
Expr combineRow(const Expr &index, const WinogradMatrix &matrix, const std::function<Expr(int)> &term) {
  std::vector<Expr> rows;
  for (const std::vector<float> &row : matrix)
    rows.push_back(combine(row, term));
  return mux(index, rows);
}
} // namespace

Access halide::winogradConv(WinogradConvOp op, const Access &input, const Access &filter, Builder &builder) {
  std::vector<int64_t> shape(op.getType().getShape());
  int64_t size = filter.shape[0], m = size - op.getKernel() + 1, channels = input.shape[3];
  int64_t tilesY = (shape[1] + m - 1) / m, tilesX = (shape[2] + m - 1) / m;
  WinogradMatrices matrices = getWinogradMatrices(m, op.getKernel());
  // Whole tiles: more zeros behind the image.
  llvm::SmallVector<int64_t> pads(op.getPads());
  pads[2] += tilesY * m - shape[1];
  pads[3] += tilesX * m - shape[2];
  Access source = padded(input, pads, 1, Float(32), builder);

  Var n("n"), c("c"), x("x"), tx("tx"), ty("ty"), i("i"), j("j"), y("y"), b("b");
  Func rows("rows"), data("data"), sum("sum"), product("product"), columns("columns");
  rows(c, x, j, ty, b) = combineRow(j, matrices.input, [&](int k) { return source.at({b, ty * int(m) + k, x, c}); });
  data(c, tx, i, j, ty, b) = combineRow(i, matrices.input, [&](int k) { return rows(c, tx * int(m) + k, j, ty, b); });
  RDom r(0, int(channels), "r");
  sum(n, tx, i, j, ty, b) = 0.f;
  sum(n, tx, i, j, ty, b) += data(r, tx, i, j, ty, b) * filter.at({j, i, r, n});
  product(n, tx, i, j, ty, b) = sum(n, tx, i, j, ty, b);
  columns(n, tx, i, y, ty, b) = combineRow(y, matrices.output, [&](int k) { return product(n, tx, i, k, ty, b); });

  builder.nest.accumulator = sum;
  builder.nest.reduction = r;
  builder.nest.reductionExtents = {channels};
  builder.nest.transforms = {rows, data, product, columns, int(size), int(m), int(tilesX), int(channels)};
  return {[=](const Coords &at) {
            Expr tileY = at[1] / int(m), tileX = at[2] / int(m);
            return combineRow(at[2] % int(m), matrices.output, [&](int k) { return columns(at[3], tileX, k, at[1] % int(m), tileY, at[0]); });
          },
          shape};
}
