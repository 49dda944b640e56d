//===- Reduction.cpp - Reductions, scans, indices of extrema --------------===//

#include "Algorithms.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;

namespace {
Expr combine(ReduceKind kind, const Expr &a, const Expr &b) {
  switch (kind) {
  case ReduceKind::Sum:
  case ReduceKind::Mean:
    return a + b;
  case ReduceKind::Prod:
    return a * b;
  case ReduceKind::Max: // NaN wins: the comparison is false for a NaN b
    return a.type().is_float() ? strict_float(select(is_nan(a), a, select(a > b, a, b))) : max(a, b);
  case ReduceKind::Min:
    return a.type().is_float() ? strict_float(select(is_nan(a), a, select(a < b, a, b))) : min(a, b);
  }
  llvm_unreachable("all kinds are covered");
}
Expr neutral(ReduceKind kind, Halide::Type type) {
  switch (kind) {
  case ReduceKind::Sum:
  case ReduceKind::Mean:
    return makeNumber(type, 0);
  case ReduceKind::Prod:
    return makeNumber(type, 1);
  case ReduceKind::Max:
    return lowestOf(type);
  case ReduceKind::Min:
    return highestOf(type);
  }
  llvm_unreachable("all kinds are covered");
}

Access reduce(ReduceOp op, const Access &x, Builder &builder) {
  std::vector<int64_t> shape(op.getY().getType().getShape());
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  // i1 is reduced as its logic says: max is or, min is and.
  ReduceKind kind = op.getKind();
  std::vector<int64_t> axes(op.getAxes());
  std::vector<Var> vars = Builder::makeVars(shape.size());
  Coords coords(vars.begin(), vars.end()), from(x.rank());
  Region ranges;
  int64_t count = 1;
  for (size_t i = axes.size(); i-- > 0;) {
    ranges.push_back({0, int32_t(x.shape[axes[i]])});
    count *= x.shape[axes[i]];
  }
  Access sum;
  if (axes.empty()) {
    sum = {x.at, shape};
  } else if (builder.variant == "rows") {
    // Rows are summed in lanes; the statistic is read with the operand's coordinates.
    Access total = statistic(x, axes, neutral(kind, type), [kind](Expr a, Expr b) { return combine(kind, a, b); }, "reduced", builder);
    builder.nest.row = 0;
    bool keepdims = op.getKeepdims();
    int64_t rank = x.rank();
    sum = {[=](const Coords &c) {
             Coords full;
             for (int64_t i = 0, next = 0; i < rank; ++i)
               full.push_back(llvm::is_contained(axes, i) ? Expr(0) : c[keepdims ? i : next++]);
             return total.at(full);
           },
           shape};
  } else {
    RDom r(ranges, "r");
    for (size_t i = axes.size(); i-- > 0;)
      builder.nest.reductionExtents.push_back(x.shape[axes[i]]);
    size_t next = 0;
    for (int64_t i = 0, reduced = 0; i < x.rank(); ++i) {
      if (llvm::is_contained(axes, i)) {
        from[i] = r[axes.size() - 1 - reduced++];
        next += op.getKeepdims() ? 1 : 0;
      } else {
        from[i] = coords[next++];
      }
    }
    Func f("reduced");
    std::vector<Expr> at = Builder::reversed(coords);
    Expr init = neutral(kind, type);
    f(at) = init;
    Expr element = x.at(from);
    f(at) = type.is_bool() ? (kind == ReduceKind::Max ? f(at) || element : f(at) && element) : combine(kind, f(at), element);
    builder.nest.accumulator = f;
    builder.nest.reduction = r;
    sum = Builder::read(f, shape);
  }
  if (kind != ReduceKind::Mean)
    return sum;
  auto mean = [=](const Coords &c) {
    Expr total = sum.at(c), n = makeNumber(type, count);
    if (type.is_float())
      return total * makeNumber(type, 1.0 / count);
    // Toward zero, as C divides.
    Expr quotient = total / n;
    return type.is_int() ? select(total < makeNumber(type, 0) && quotient * n != total, quotient + makeNumber(type, 1), quotient) : quotient;
  };
  return {mean, shape};
}

Access argReduce(ArgReduceOp op, const Access &x, Builder &builder) {
  std::vector<int64_t> shape(op.getY().getType().getShape());
  int64_t axis = op.getAxis();
  bool largest = op.getKind() == ReduceKind::Max, last = op.getSelectLast();
  std::vector<Var> vars = Builder::makeVars(shape.size());
  Coords coords(vars.begin(), vars.end()), from;
  RDom r(0, int32_t(x.shape[axis]), "r");
  for (int64_t i = 0, next = 0; i < x.rank(); ++i) {
    from.push_back(i == axis ? Expr(r) : coords[next]);
    next += i != axis || op.getKeepdims() ? 1 : 0;
  }
  Expr element = x.at(from);
  Coords start = from;
  start[axis] = 0;
  Func f("best");
  std::vector<Expr> at = Builder::reversed(coords);
  f(at) = Tuple(cast<int64_t>(0), x.at(start));
  Expr best = f(at)[1];
  // Halide would take NaN out of choices between floats.
  auto choose = [&](const Expr &condition, const Expr &a, const Expr &b) {
    Expr chosen = select(condition, a, b);
    return element.type().is_float() ? strict_float(chosen) : chosen;
  };
  auto wins = [&](const Expr &a, const Expr &b) {
    Expr first = largest ? a > b : a < b;
    return a.type().is_float() ? choose(is_nan(a), !is_nan(b), first) : first;
  };
  Expr better = last ? !wins(best, element) : wins(element, best);
  f(at) = Tuple(select(better, cast<int64_t>(r.x), f(at)[0]), choose(better, element, best));
  builder.nest.whole.push_back({f, Builder::reversed(shape)});
  return {[f](const Coords &c) { return Expr(f(Builder::reversed(c))[0]); }, shape};
}

Access cumSum(CumSumOp op, const Access &x, Builder &builder) {
  int64_t axis = op.getAxis();
  int32_t n = x.shape[axis];
  Halide::Type type = *getComputeType(op.getY().getType().getElementType());
  bool exclusive = op.getExclusive(), reverse = op.getReverse();
  std::vector<Var> vars = Builder::makeVars(x.rank());
  Coords coords(vars.begin(), vars.end());
  Func f("running");
  f(Builder::reversed(coords)) = makeNumber(type, 0);
  RDom r(0, n, "r");
  // Position p in the order of summation; element e of the tensor.
  auto element = [&](Expr p) { return reverse ? n - 1 - p : p; };
  Coords now = coords, before = coords, read = coords;
  now[axis] = element(r);
  before[axis] = element(max(r - 1, 0));
  read[axis] = element(exclusive ? max(r - 1, 0) : Expr(r));
  Expr previous = select(r == 0, makeNumber(type, 0), f(Builder::reversed(before)));
  Expr added = x.at(read);
  f(Builder::reversed(now)) = previous + (exclusive ? select(r == 0, makeNumber(type, 0), added) : added);
  builder.nest.whole.push_back({f, Builder::reversed(x.shape)});
  return Builder::read(f, x.shape);
}
} // namespace

Results halide::emitReduction(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder) {
  return llvm::TypeSwitch<mlir::Operation *, Results>(op)
      .Case([&](ReduceOp o) { return std::vector<Access>{reduce(o, operands[0], builder)}; })
      .Case([&](ArgReduceOp o) { return std::vector<Access>{argReduce(o, operands[0], builder)}; })
      .Case([&](CumSumOp o) { return std::vector<Access>{cumSum(o, operands[0], builder)}; })
      .Default([](mlir::Operation *) { return std::nullopt; });
}
