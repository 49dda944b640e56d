//===- Contraction.cpp - Products and convolutions ------------------------===//

#include "Algorithms.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;

namespace {
mlir::RankedTensorType resultType(mlir::Operation *op) { return mlir::cast<RankedTensorType>(op->getResult(0).getType()); }

/// The leading coordinates of an operand whose leading dimensions broadcast to the result's.
Coords leading(const Coords &coords, const Access &operand, size_t trailing) {
  size_t own = operand.rank() - trailing, all = coords.size() - trailing;
  Coords result(coords.begin() + (all - own), coords.begin() + all);
  for (size_t i = 0; i < own; ++i)
    if (operand.shape[i] == 1)
      result[i] = 0;
  return result;
}

/// The reduction domain of the root, innermost dimension first.
RDom domain(const std::vector<int64_t> &extents, Builder &builder) {
  Region ranges;
  for (int64_t extent : extents)
    ranges.push_back({0, int32_t(extent)});
  builder.nest.reduction = RDom(ranges, "r");
  builder.nest.reductionExtents = extents;
  return builder.nest.reduction;
}

std::vector<Access> matmul(MatmulOp op, const Access &a, Access b, Builder &builder) {
  std::vector<int64_t> shape(resultType(op).getShape());
  Halide::Type type = *getComputeType(resultType(op).getElementType());
  bool ta = op.getTransposeA(), tb = op.getTransposeB();
  int64_t depth = a.shape[a.rank() - (ta ? 2 : 1)];
  std::vector<Var> vars = Builder::makeVars(shape.size());
  Coords coords(vars.begin(), vars.end());

  if (tb && builder.variant == "gemm") {
    // Read along rows instead of columns: a transposed copy, so that n is dense.
    Func rows("transposed");
    std::vector<Var> own = Builder::makeVars(b.rank());
    Coords at(own.begin(), own.end());
    Coords from = at;
    std::swap(from[from.size() - 1], from[from.size() - 2]);
    rows(Builder::reversed(at)) = b.at(from);
    std::vector<int64_t> swapped = b.shape;
    std::swap(swapped[swapped.size() - 1], swapped[swapped.size() - 2]);
    builder.nest.staged.push_back({rows, Builder::reversed(swapped)});
    b = Builder::read(rows, swapped);
    tb = false;
  }

  RDom k = domain({depth}, builder);
  Coords atA = leading(coords, a, 2), atB = leading(coords, b, 2);
  Expr m = coords[coords.size() - 2], n = coords.back();
  for (Expr e : ta ? Coords{k, m} : Coords{m, k})
    atA.push_back(e);
  for (Expr e : tb ? Coords{n, k} : Coords{k, n})
    atB.push_back(e);
  Func sum("sum");
  sum(Builder::reversed(coords)) = makeNumber(type, 0);
  sum(Builder::reversed(coords)) += a.at(atA) * b.at(atB);
  builder.nest.accumulator = sum;
  return {Builder::read(sum, shape)};
}

/// Positions of batch, channels and spatial dimensions in a layout.
struct Positions {
  size_t channels, spatial;
  Positions(Layout layout, size_t rank) : channels(layout == Layout::ChannelsLast ? rank - 1 : 1),
                                          spatial(layout == Layout::ChannelsLast ? 1 : 2) {}
};

std::vector<Access> conv(ConvOp op, const Access &input, const Access &filter, Builder &builder) {
  std::vector<int64_t> shape(resultType(op).getShape());
  Halide::Type type = *getComputeType(resultType(op).getElementType());
  size_t rank = shape.size(), spatial = rank - 2;
  Positions at(op.getLayout(), rank);
  std::vector<Var> vars = Builder::makeVars(rank);
  Coords coords(vars.begin(), vars.end());
  Access source = padded(input, op.getPads(), at.spatial, type, builder);

  int64_t groups = op.getGroups(), perGroup = filter.shape[1], outputs = filter.shape[0] / groups;
  // Innermost: input channels, then the window, innermost spatial dimension first.
  std::vector<int64_t> taps{perGroup};
  for (size_t i = spatial; i-- > 0;)
    taps.push_back(filter.shape[2 + i]);
  RDom r = domain(taps, builder);
  Coords from(rank), weight{coords[at.channels], r[0]};
  from[0] = coords[0];
  Expr channel = coords[at.channels];
  from[at.channels] = groups == 1 ? Expr(r[0])
                      : perGroup == 1 && outputs == 1 ? channel
                                                      : (channel / int32_t(outputs)) * int32_t(perGroup) + r[0];
  for (size_t i = 0; i < spatial; ++i) {
    Expr k = r[spatial - i];
    from[at.spatial + i] = coords[at.spatial + i] * int32_t(op.getStrides()[i]) + k * int32_t(op.getDilations()[i]);
    weight.push_back(k);
  }
  Func sum("sum");
  sum(Builder::reversed(coords)) = makeNumber(type, 0);
  sum(Builder::reversed(coords)) += source.at(from) * filter.at(weight);
  builder.nest.accumulator = sum;
  return {Builder::read(sum, shape)};
}

std::vector<Access> convTranspose(ConvTransposeOp op, const Access &input, const Access &filter, Builder &builder) {
  std::vector<int64_t> shape(resultType(op).getShape());
  Halide::Type type = *getComputeType(resultType(op).getElementType());
  size_t rank = shape.size(), spatial = rank - 2;
  Positions at(op.getLayout(), rank);
  std::vector<Var> vars = Builder::makeVars(rank);
  Coords coords(vars.begin(), vars.end());
  int64_t groups = op.getGroups(), outputs = filter.shape[1], perGroup = filter.shape[0] / groups;

  // Of a window's taps only every stride-th reads an element: tap = phase + stride * r, where the phase follows from the output coordinate.
  // Taps then number ceil(kernel / stride) a dimension (with dilation all of them, tested one by one).
  std::vector<int64_t> taps{perGroup};
  std::vector<bool> phased(spatial);
  for (size_t i = spatial; i-- > 0;) {
    int64_t kernel = filter.shape[2 + i], stride = op.getStrides()[i];
    phased[i] = op.getDilations()[i] == 1;
    taps.push_back(phased[i] ? (kernel + stride - 1) / stride : kernel);
  }
  RDom r = domain(taps, builder);
  Coords from(rank);
  from[0] = coords[0];
  Expr channel = coords[at.channels];
  Expr source = groups == 1 ? Expr(r[0]) : (channel / int32_t(outputs)) * int32_t(perGroup) + r[0];
  from[at.channels] = source;
  Coords weight{source, groups == 1 ? channel : channel % int32_t(outputs)};
  Expr inside = Internal::const_true();
  for (size_t i = 0; i < spatial; ++i) {
    int32_t stride = op.getStrides()[i], dilation = op.getDilations()[i], kernel = filter.shape[2 + i];
    int32_t extent = input.shape[at.spatial + i];
    Expr position = coords[at.spatial + i] + int32_t(op.getPads()[i]); // = in * stride + tap * dilation
    Expr step = r[spatial - i], tap = step, read;
    if (phased[i]) {
      tap = position % stride + step * stride;
      read = position / stride - step;
      if (kernel % stride)
        inside = inside && tap < kernel;
    } else {
      Expr rest = position - tap * dilation;
      read = rest / stride;
      inside = inside && rest % stride == 0;
    }
    inside = inside && read >= 0 && read < extent;
    from[at.spatial + i] = clamp(read, 0, extent - 1);
    weight.push_back(clamp(tap, 0, kernel - 1));
  }
  Func sum("sum");
  sum(Builder::reversed(coords)) = makeNumber(type, 0);
  sum(Builder::reversed(coords)) += select(inside, input.at(from) * filter.at(weight), makeNumber(type, 0));
  builder.nest.accumulator = sum;
  return {Builder::read(sum, shape)};
}
} // namespace

Access halide::padded(const Access &input, llvm::ArrayRef<int64_t> pads, size_t firstSpatial, Halide::Type type, Builder &builder) {
  size_t spatial = pads.size() / 2;
  if (llvm::all_of(pads, [](int64_t pad) { return pad == 0; }))
    return input;
  Func copy("padded");
  std::vector<Var> vars = Builder::makeVars(input.rank());
  Coords at(vars.begin(), vars.end()), from = at;
  Expr inside = Internal::const_true();
  std::vector<int64_t> shape = input.shape;
  for (size_t i = 0; i < spatial; ++i) {
    size_t d = firstSpatial + i;
    int32_t n = input.shape[d];
    Expr c = at[d] - int32_t(pads[i]);
    shape[d] += pads[i] + pads[i + spatial];
    if (pads[i] == 0 && pads[i + spatial] == 0)
      continue;
    // `likely` lets Halide split the loops into edges and an interior without tests.
    inside = inside && c >= 0 && c < n;
    from[d] = clamp(likely(c), 0, n - 1);
  }
  copy(Builder::reversed(at)) = select(inside, likely(input.at(from)), makeNumber(type, 0));
  builder.nest.staged.push_back({copy, Builder::reversed(shape)});
  return Builder::read(copy, shape);
}

Results halide::emitContraction(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder) {
  return llvm::TypeSwitch<mlir::Operation *, Results>(op)
      .Case([&](MatmulOp o) { return matmul(o, operands[0], operands[1], builder); })
      .Case([&](ConvOp o) { return conv(o, operands[0], operands[1], builder); })
      .Case([&](WinogradConvOp o) { return std::vector<Access>{winogradConv(o, operands[0], operands[1], builder)}; })
      .Case([&](ConvTransposeOp o) { return convTranspose(o, operands[0], operands[1], builder); })
      .Default([](mlir::Operation *) { return std::nullopt; });
}
