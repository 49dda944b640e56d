//===- Normalization.cpp - Softmax and normalizations by statistics -------===//

#include "../Math.h"
#include "Algorithms.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;

static Access oneStatistic(const Access &x, const std::vector<int64_t> &axes, Expr neutral,
                           std::function<Expr(Expr, Expr)> combine, const char *name, Builder &builder) {
  std::vector<int64_t> outer;
  for (int64_t i = 0; i < x.rank(); ++i)
    if (!llvm::is_contained(axes, i))
      outer.push_back(i);
  std::vector<Var> vars = Builder::makeVars(outer.size());
  Coords at(vars.begin(), vars.end());
  auto coordinates = [&](const std::vector<Expr> &reduced) {
    Coords from(x.rank());
    for (size_t i = 0; i < outer.size(); ++i)
      from[outer[i]] = at[i];
    for (size_t i = 0; i < axes.size(); ++i)
      from[axes[i]] = reduced[i];
    return from;
  };
  Func f(name);
  std::vector<Expr> args = Builder::reversed(at);
  f(args) = neutral;

  int64_t inner = x.shape[axes.back()];
  int lanes = builder.vector;
  bool innermost = axes.back() == x.rank() - 1;
  std::vector<int64_t> extents;
  for (size_t i = outer.size(); i-- > 0;)
    extents.push_back(x.shape[outer[i]]);
  if (!innermost || lanes <= 1 || inner < 2 * lanes) {
    Region ranges;
    for (size_t i = axes.size(); i-- > 0;)
      ranges.push_back({0, int32_t(x.shape[axes[i]])});
    RDom r(ranges);
    std::vector<Expr> reduced;
    for (size_t i = 0; i < axes.size(); ++i)
      reduced.push_back(r[axes.size() - 1 - i]);
    f(args) = combine(f(args), x.at(coordinates(reduced)));
    builder.nest.statistics.push_back({f, extents});
  } else {
    int width = inner >= 8 * lanes ? 4 * lanes : lanes;
    Var lane("lane");
    Func partial(std::string(name) + "_lanes");
    std::vector<Expr> laneArgs{lane};
    laneArgs.insert(laneArgs.end(), args.begin(), args.end());
    partial(laneArgs) = neutral;
    int32_t blocks = inner / width, rest = inner % width;
    Region ranges{{0, blocks}};
    for (size_t i = axes.size() - 1; i-- > 0;)
      ranges.push_back({0, int32_t(x.shape[axes[i]])});
    RDom r(ranges);
    std::vector<Expr> reduced;
    for (size_t i = 0; i + 1 < axes.size(); ++i)
      reduced.push_back(r[axes.size() - 1 - i]);
    reduced.push_back(r[0] * width + lane);
    partial(laneArgs) = combine(partial(laneArgs), x.at(coordinates(reduced)));
    std::vector<int64_t> laneExtents{width};
    laneExtents.insert(laneExtents.end(), extents.begin(), extents.end());
    builder.nest.statistics.push_back({partial, laneExtents});
    RDom l(0, width);
    std::vector<Expr> read{l};
    read.insert(read.end(), args.begin(), args.end());
    f(args) = combine(f(args), partial(read));
    if (rest) {
      Region tail{{0, rest}};
      for (size_t i = axes.size() - 1; i-- > 0;)
        tail.push_back({0, int32_t(x.shape[axes[i]])});
      RDom t(tail);
      std::vector<Expr> last;
      for (size_t i = 0; i + 1 < axes.size(); ++i)
        last.push_back(t[axes.size() - 1 - i]);
      last.push_back(t[0] + blocks * width);
      f(args) = combine(f(args), x.at(coordinates(last)));
    }
    builder.nest.statistics.push_back({f, extents});
  }
  std::vector<int64_t> shape;
  for (int64_t i : outer)
    shape.push_back(x.shape[i]);
  // Read with the full tensor's coordinates.
  return {[f, outer](const Coords &coords) {
            Coords own;
            for (int64_t i : outer)
              own.push_back(coords[i]);
            return f(Builder::reversed(own));
          },
          shape};
}

Access halide::statistic(const Access &x, const std::vector<int64_t> &axes, Expr neutral, std::function<Expr(Expr, Expr)> combine,
                         const char *name, Builder &builder) {
  // Long sums in float32 lose digits: over the inner dimensions first, then over their results.
  constexpr int64_t longest = 4096;
  int64_t count = 1;
  for (int64_t axis : axes)
    count *= x.shape[axis];
  if (axes.size() < 2 || count <= longest)
    return oneStatistic(x, axes, neutral, combine, name, builder);
  std::vector<int64_t> inner(axes.begin() + 1, axes.end());
  Access partial = statistic(x, inner, neutral, combine, name, builder);
  // The partial results as a tensor of the dimensions that are left.
  std::vector<int64_t> left;
  Access rows;
  for (int64_t i = 0; i < x.rank(); ++i)
    if (!llvm::is_contained(inner, i)) {
      left.push_back(i);
      rows.shape.push_back(x.shape[i]);
    }
  int64_t rank = x.rank();
  rows.at = [partial, left, rank](const Coords &coords) {
    Coords full(rank, Expr(0));
    for (size_t i = 0; i < left.size(); ++i)
      full[left[i]] = coords[i];
    return partial.at(full);
  };
  int64_t axis = llvm::find(left, axes.front()) - left.begin();
  Access total = oneStatistic(rows, {axis}, neutral, combine, name, builder);
  return {[total, left](const Coords &coords) {
            Coords own;
            for (int64_t i : left)
              own.push_back(coords[i]);
            return total.at(own);
          },
          total.shape};
}

namespace {
Expr exponential(const Expr &x) {
  return x.type().bits() == 64 ? Internal::Call::make(Float(64), "exp_f64", {x}, Internal::Call::PureExtern) : math::exp(x);
}

Expr add(Expr a, Expr b) { return a + b; }
Expr larger(Expr a, Expr b) { return max(a, b); }

/// A copy of a row, so that it is computed once for all statistics and the result.
Access stageRow(const Access &x, const char *name, Builder &builder) {
  Func f(name);
  std::vector<Var> vars = Builder::makeVars(x.rank());
  Coords at(vars.begin(), vars.end());
  f(Builder::reversed(at)) = x.at(at);
  builder.nest.statistics.push_back({f, Builder::reversed(x.shape)});
  return Builder::read(f, x.shape);
}

/// Statistics over trailing dimensions are computed row by row, others before the output.
int rowOf(const std::vector<int64_t> &axes, int64_t rank) {
  int64_t count = axes.size();
  return axes.back() == rank - 1 && axes.front() == rank - count && count < rank ? count : -1;
}

int64_t countOf(const Access &x, const std::vector<int64_t> &axes) {
  int64_t count = 1;
  for (int64_t axis : axes)
    count *= x.shape[axis];
  return count;
}

Access softmax(SoftmaxOp op, Access x, Builder &builder) {
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  std::vector<int64_t> axes(op.getAxes());
  if (axes.empty())
    return {[type](const Coords &) { return makeNumber(type, 1); }, x.shape};
  builder.nest.row = rowOf(axes, x.rank());
  Access highest = statistic(x, axes, lowestOf(type), larger, "highest", builder);
  auto shifted = [=](const Coords &c) { return x.at(c) - highest.at(c); };
  Access powers = stageRow({[=](const Coords &c) { return exponential(shifted(c)); }, x.shape}, "powers", builder);
  Access sum = statistic(powers, axes, makeNumber(type, 0), add, "total", builder);
  if (op.getLog())
    return {[=](const Coords &c) {
              Expr total = sum.at(c);
              Expr logarithm = type.bits() == 64 ? Internal::Call::make(type, "log_f64", {total}, Internal::Call::PureExtern)
                                                 : math::log(total);
              return shifted(c) - logarithm;
            },
            x.shape};
  return {[=](const Coords &c) { return powers.at(c) / sum.at(c); }, x.shape};
}

/// (x - mean) / sqrt(variance + epsilon) over axes, two passes as numerics want it.
Access normalize(const Access &x, const std::vector<int64_t> &axes, double epsilon, Halide::Type type, bool centered,
                 Builder &builder) {
  Expr share = makeNumber(type, 1.0 / countOf(x, axes));
  std::function<Expr(const Coords &)> center = x.at;
  if (centered) {
    Access sum = statistic(x, axes, makeNumber(type, 0), add, "sum", builder);
    center = [=](const Coords &c) { return x.at(c) - sum.at(c) * share; };
  }
  Access squares = statistic({[=](const Coords &c) { Expr d = center(c); return d * d; }, x.shape}, axes, makeNumber(type, 0), add,
                             "squares", builder);
  // The square root once a row.
  Func inverse("inverse");
  std::vector<int64_t> outer;
  for (int64_t i = 0; i < x.rank(); ++i)
    if (!llvm::is_contained(axes, i))
      outer.push_back(i);
  std::vector<Var> vars = Builder::makeVars(outer.size());
  Coords full(x.rank(), Expr(0)), own(vars.begin(), vars.end());
  for (size_t i = 0; i < outer.size(); ++i)
    full[outer[i]] = own[i];
  inverse(Builder::reversed(own)) = makeNumber(type, 1) / sqrt(squares.at(full) * share + makeNumber(type, epsilon));
  std::vector<int64_t> extents;
  for (size_t i = outer.size(); i-- > 0;)
    extents.push_back(x.shape[outer[i]]);
  builder.nest.statistics.push_back({inverse, extents});
  builder.nest.row = rowOf(axes, x.rank());
  return {[=](const Coords &c) {
            Coords row;
            for (int64_t i : outer)
              row.push_back(c[i]);
            return center(c) * inverse(Builder::reversed(row));
          },
          x.shape};
}

/// Broadcast of a parameter of lower or equal rank against the row.
Expr readBroadcast(const Access &parameter, const Coords &coords) {
  Coords own(coords.end() - parameter.rank(), coords.end());
  for (int64_t i = 0; i < parameter.rank(); ++i)
    if (parameter.shape[i] == 1)
      own[i] = 0;
  return parameter.at(own);
}

std::vector<int64_t> axesFrom(int64_t first, int64_t rank) {
  std::vector<int64_t> axes;
  for (int64_t i = first; i < rank; ++i)
    axes.push_back(i);
  return axes;
}

Access affine(const Access &x, std::optional<Access> scale, std::optional<Access> bias,
              std::function<Expr(const Access &, const Coords &)> read) {
  return {[=](const Coords &c) {
            Expr y = x.at(c);
            if (scale)
              y = y * read(*scale, c);
            return bias ? y + read(*bias, c) : y;
          },
          x.shape};
}

Access groupNorm(GroupNormOp op, const Access &x, std::optional<Access> scale, std::optional<Access> bias, Builder &builder) {
  // Seen as [N, groups, C / groups, spatial...] (or channels last), so that the statistics are plain ones.
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  bool last = op.getLayout() == Layout::ChannelsLast;
  int64_t rank = x.rank(), channel = last ? rank - 1 : 1, groups = op.getGroups();
  int64_t perGroup = x.shape[channel] / groups;
  std::vector<int64_t> shape = x.shape;
  shape[channel] = groups;
  shape.insert(shape.begin() + channel + 1, perGroup);
  Access split{[=](const Coords &c) {
                 Coords own = c;
                 own[channel] = perGroup == 1 ? c[channel] : c[channel] * int32_t(perGroup) + c[channel + 1];
                 own.erase(own.begin() + channel + 1);
                 return x.at(own);
               },
               shape};
  std::vector<int64_t> axes;
  for (int64_t i = 1; i <= rank; ++i)
    if (i != channel)
      axes.push_back(i);
  Access normalized = normalize(split, axes, op.getEpsilon().convertToDouble(), type, true, builder);
  builder.nest.row = -1;
  Access joined{[=](const Coords &c) {
                  Coords own = c;
                  own[channel] = perGroup == 1 ? c[channel] : c[channel] / int32_t(perGroup);
                  own.insert(own.begin() + channel + 1, perGroup == 1 ? Expr(0) : c[channel] % int32_t(perGroup));
                  return normalized.at(own);
                },
                x.shape};
  return affine(joined, scale, bias, [channel](const Access &parameter, const Coords &c) { return parameter.at({c[channel]}); });
}

Access batchNorm(BatchNormOp op, llvm::ArrayRef<Access> operands) {
  Access x = operands[0], scale = operands[1], bias = operands[2], mean = operands[3], variance = operands[4];
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  double epsilon = op.getEpsilon().convertToDouble();
  return {[=](const Coords &c) {
            Coords channel{c.size() > 1 ? c[1] : Expr(0)};
            Expr factor = scale.at(channel) / sqrt(variance.at(channel) + makeNumber(type, epsilon));
            return (x.at(c) - mean.at(channel)) * factor + bias.at(channel);
          },
          x.shape};
}

Access lrn(LrnOp op, const Access &x, Builder &builder) {
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  int32_t size = op.getSize(), low = (size - 1) / 2, channels = x.shape[1];
  double alpha = op.getAlpha().convertToDouble(), beta = op.getBeta().convertToDouble(), k = op.getK().convertToDouble();
  std::vector<Var> vars = Builder::makeVars(x.rank());
  Coords coords(vars.begin(), vars.end()), from = coords;
  RDom r(0, size, "r");
  Expr c = coords[1] - low + r;
  from[1] = clamp(c, 0, channels - 1);
  Expr element = x.at(from);
  Func sum("squares");
  std::vector<Expr> at = Builder::reversed(coords);
  sum(at) = makeNumber(type, 0);
  sum(at) += select(c >= 0 && c < channels, element * element, makeNumber(type, 0));
  builder.nest.accumulator = sum;
  builder.nest.reduction = r;
  builder.nest.reductionExtents = {size};
  return {[=](const Coords &own) {
            Expr base = makeNumber(type, k) + makeNumber(type, alpha / size) * sum(Builder::reversed(own));
            return x.at(own) * exponential(makeNumber(type, -beta) * log(base));
          },
          x.shape};
}
} // namespace

Results halide::emitNormalization(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder) {
  auto one = [](Access access) { return std::vector<Access>{access}; };
  // Optional operands in their order.
  auto optional = [&](mlir::Value value, size_t &next) -> std::optional<Access> {
    return value ? std::optional<Access>(operands[next++]) : std::nullopt;
  };
  return llvm::TypeSwitch<mlir::Operation *, Results>(op)
      .Case([&](SoftmaxOp o) { return one(softmax(o, operands[0], builder)); })
      .Case([&](LayerNormOp o) {
        size_t next = 1;
        std::optional<Access> scale = optional(o.getScale(), next), bias = optional(o.getBias(), next);
        Halide::Type type = *getComputeType(o.getY().getType().getElementType());
        Access x = normalize(operands[0], axesFrom(o.getAxis(), operands[0].rank()), o.getEpsilon().convertToDouble(), type, true, builder);
        return one(affine(x, scale, bias, readBroadcast));
      })
      .Case([&](RmsNormOp o) {
        size_t next = 1;
        std::optional<Access> scale = optional(o.getScale(), next);
        Halide::Type type = *getComputeType(o.getY().getType().getElementType());
        Access x = normalize(operands[0], axesFrom(o.getAxis(), operands[0].rank()), o.getEpsilon().convertToDouble(), type, false, builder);
        return one(affine(x, scale, std::nullopt, readBroadcast));
      })
      .Case([&](GroupNormOp o) {
        size_t next = 1;
        std::optional<Access> scale = optional(o.getScale(), next), bias = optional(o.getBias(), next);
        return one(groupNorm(o, operands[0], scale, bias, builder));
      })
      .Case([&](BatchNormOp o) { return one(batchNorm(o, operands)); })
      .Case([&](LrnOp o) { return one(lrn(o, operands[0], builder)); })
      .Default([](mlir::Operation *) { return std::nullopt; });
}
