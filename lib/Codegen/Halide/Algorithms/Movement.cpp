//===- Movement.cpp - Operations that read elements of others -------------===//

#include "Algorithms.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;

namespace {
using Remap = std::function<Expr(const Coords &)>;

std::vector<int64_t> shapeOf(mlir::Value value) {
  return std::vector<int64_t>(mlir::cast<RankedTensorType>(value.getType()).getShape());
}

/// The element of `x` at a position in row-major order.
Coords unflatten(Expr position, const std::vector<int64_t> &shape) {
  Coords coords(shape.size());
  for (size_t i = shape.size(); i-- > 0;) {
    coords[i] = i == 0 ? position : position % int32_t(std::max<int64_t>(shape[i], 1));
    position = position / int32_t(std::max<int64_t>(shape[i], 1));
  }
  return coords;
}
Expr flatten(const Coords &coords, const std::vector<int64_t> &shape) {
  Expr position = 0;
  for (size_t i = 0; i < shape.size(); ++i)
    position = position * int32_t(shape[i]) + coords[i];
  return position;
}

/// An index of any integer type, negative ones counted from the end, clamped to [0, extent).
Expr index(const Expr &value, int64_t extent) {
  Expr i = cast<int32_t>(value);
  return clamp(select(i < 0, i + int32_t(extent), i), 0, int32_t(std::max<int64_t>(extent, 1) - 1));
}

Expr inRange(const Expr &value, int64_t extent) {
  Expr i = cast<int64_t>(value), n = Internal::make_const(Int(64), extent);
  return i >= -n && i < n;
}

Remap reshape(const Access &x, const std::vector<int64_t> &shape) {
  // Where both shapes agree up to extents of 1 no division is needed.
  std::vector<int> dims; // of the operand's extents above 1
  std::vector<int64_t> a, b;
  for (int64_t extent : x.shape)
    if (extent != 1)
      a.push_back(extent);
  std::vector<int> positions;
  for (size_t i = 0; i < shape.size(); ++i)
    if (shape[i] != 1) {
      b.push_back(shape[i]);
      positions.push_back(i);
    }
  if (a == b)
    return [x, positions](const Coords &coords) {
      Coords own;
      size_t next = 0;
      for (int64_t extent : x.shape)
        own.push_back(extent == 1 ? Expr(0) : coords[positions[next++]]);
      return x.at(own);
    };
  return [x, shape](const Coords &coords) { return x.at(unflatten(flatten(coords, shape), x.shape)); };
}

Expr padCoordinate(const Expr &coordinate, int64_t extent, PadMode mode) {
  int32_t n = extent;
  switch (mode) {
  case PadMode::Constant:
  case PadMode::Edge:
    return clamp(coordinate, 0, n - 1);
  case PadMode::Reflect:
    return clamp((n - 1) - cast<int32_t>(abs((n - 1) - cast<int32_t>(abs(coordinate)))), 0, n - 1);
  case PadMode::Wrap:
    return (coordinate + n) % n;
  }
  llvm_unreachable("all modes are covered");
}

Remap pad(PadOp op, const Access &x, const Access *value, Halide::Type type) {
  std::vector<int64_t> low(op.getLow()), high(op.getHigh());
  PadMode mode = op.getMode();
  Access fill = value ? *value : Access{[type](const Coords &) { return makeNumber(type, 0); }, {}};
  return [=](const Coords &coords) {
    Coords own;
    Expr inside;
    for (size_t i = 0; i < coords.size(); ++i) {
      Expr c = coords[i] - int32_t(low[i]);
      int32_t n = x.shape[i];
      if (low[i] == 0 && high[i] == 0) {
        own.push_back(c);
        continue;
      }
      own.push_back(padCoordinate(c, n, mode));
      Expr here = c >= 0 && c < n;
      inside = inside.defined() ? inside && here : here;
    }
    Expr element = x.at(own);
    return mode == PadMode::Constant && inside.defined() ? select(inside, element, fill.at(Coords(fill.rank(), 0))) : element;
  };
}

Remap concat(ConcatOp op, llvm::ArrayRef<Access> xs) {
  int64_t axis = op.getAxis();
  std::vector<Access> parts(xs.begin(), xs.end());
  return [=](const Coords &coords) {
    Expr result;
    int64_t end = 0;
    std::vector<int64_t> starts;
    for (const Access &part : parts) {
      starts.push_back(end);
      end += part.shape[axis];
    }
    for (size_t i = parts.size(); i-- > 0;) {
      if (parts[i].shape[axis] == 0)
        continue;
      Coords own = coords;
      own[axis] = clamp(coords[axis] - int32_t(starts[i]), 0, int32_t(parts[i].shape[axis] - 1));
      Expr element = parts[i].at(own);
      result = result.defined() ? select(coords[axis] < int32_t(starts[i] + parts[i].shape[axis]), element, result) : element;
    }
    return result;
  };
}

Remap gather(GatherOp op, const Access &x, const Access &indices) {
  int64_t axis = op.getAxis();
  return [=](const Coords &coords) {
    Coords where(coords.begin() + axis, coords.begin() + axis + indices.rank());
    Coords own(coords.begin(), coords.begin() + axis);
    own.push_back(index(indices.at(where), x.shape[axis]));
    own.insert(own.end(), coords.begin() + axis + indices.rank(), coords.end());
    return x.at(own);
  };
}

Remap gatherNd(GatherNdOp op, const Access &x, const Access &indices) {
  int64_t batch = op.getBatchDims(), tuple = indices.rank() - 1, depth = indices.shape.back();
  return [=](const Coords &coords) {
    Coords own(coords.begin(), coords.begin() + batch);
    for (int64_t i = 0; i < depth; ++i) {
      Coords where(coords.begin(), coords.begin() + tuple);
      where.push_back(int32_t(i));
      own.push_back(index(indices.at(where), x.shape[batch + i]));
    }
    own.insert(own.end(), coords.begin() + tuple, coords.end());
    return x.at(own);
  };
}

/// A copy of x, then an update for each element of `updates`, in their order.
template <typename Op>
std::vector<Access> scatter(Op op, const Access &x, const Access &updates, std::function<Coords(const Coords &, Expr &)> target,
                            Builder &builder) {
  Func f("scattered");
  std::vector<Var> vars = Builder::makeVars(x.rank());
  f(std::vector<Expr>(vars.rbegin(), vars.rend())) = x.at(Coords(vars.begin(), vars.end()));
  Region ranges;
  for (size_t i = updates.shape.size(); i-- > 0;)
    ranges.push_back({0, int32_t(updates.shape[i])});
  if (ranges.empty())
    ranges.push_back({0, 1});
  RDom r(ranges);
  Coords from;
  for (size_t i = updates.shape.size(); i-- > 0;)
    from.push_back(r[i]);
  Expr inside = Internal::const_true();
  Coords where = target(from, inside);
  r.where(inside); // updates with indices out of range are dropped
  std::vector<Expr> at = Builder::reversed(where);
  Expr update = updates.at(from);
  switch (op.getKind()) {
  case ScatterKind::Replace:
    f(at) = update;
    break;
  case ScatterKind::Add:
    f(at) = f(at) + update;
    break;
  case ScatterKind::Mul:
    f(at) = f(at) * update;
    break;
  case ScatterKind::Max:
    f(at) = max(f(at), update);
    break;
  case ScatterKind::Min:
    f(at) = min(f(at), update);
    break;
  }
  builder.nest.whole.push_back({f, Builder::reversed(x.shape)});
  return {Builder::read(f, x.shape)};
}
} // namespace

std::vector<Var> Builder::makeVars(int64_t rank) {
  std::vector<Var> vars;
  for (int64_t i = 0; i < rank; ++i)
    vars.push_back(Var("d" + std::to_string(i)));
  return vars;
}

Results halide::emitMovement(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder) {
  auto results = llvm::TypeSwitch<mlir::Operation *, std::optional<std::vector<Access>>>(op);
  std::vector<int64_t> shape = op->getNumResults() ? shapeOf(op->getResult(0)) : std::vector<int64_t>();
  auto one = [&](Remap at) { return std::vector<Access>{{at, shape}}; };
  return results
      .Case([&](ReshapeOp) { return one(reshape(operands[0], shape)); })
      .Case([&](BroadcastOp) {
        Access x = operands[0];
        return one([x](const Coords &coords) {
          Coords own(coords.end() - x.rank(), coords.end());
          for (int64_t i = 0; i < x.rank(); ++i)
            if (x.shape[i] == 1)
              own[i] = 0;
          return x.at(own);
        });
      })
      .Case([&](TransposeOp transpose) {
        Access x = operands[0];
        std::vector<int64_t> permutation(transpose.getPermutation());
        return one([x, permutation](const Coords &coords) {
          Coords own(coords.size());
          for (size_t i = 0; i < permutation.size(); ++i)
            own[permutation[i]] = coords[i];
          return x.at(own);
        });
      })
      .Case([&](SliceOp slice) {
        Access x = operands[0];
        std::vector<int64_t> starts(slice.getStarts()), steps(slice.getSteps());
        return one([=](const Coords &coords) {
          Coords own;
          for (size_t i = 0; i < coords.size(); ++i)
            own.push_back(coords[i] * int32_t(steps[i]) + int32_t(starts[i]));
          return x.at(own);
        });
      })
      .Case([&](UnpackOp unpack) {
        builder.nest.packed = true;
        Access x = operands[0];
        int32_t block = x.shape.back();
        return one([=](const Coords &coords) {
          Coords own{coords.back() / block};
          own.insert(own.end(), coords.begin(), coords.end() - 1);
          own.push_back(coords.back() % block);
          return x.at(own);
        });
      })
      .Case([&](PadOp padOp) {
        auto type = mlir::cast<RankedTensorType>(op->getResult(0).getType());
        return one(pad(padOp, operands[0], operands.size() > 1 ? &operands[1] : nullptr, *getComputeType(type.getElementType())));
      })
      .Case([&](ConcatOp concatOp) { return one(concat(concatOp, operands)); })
      .Case([&](GatherOp gatherOp) { return one(gather(gatherOp, operands[0], operands[1])); })
      .Case([&](GatherNdOp gatherOp) { return one(gatherNd(gatherOp, operands[0], operands[1])); })
      .Case([&](GatherElementsOp gatherOp) {
        Access x = operands[0], indices = operands[1];
        int64_t axis = gatherOp.getAxis();
        return one([=](const Coords &coords) {
          Coords own = coords;
          own[axis] = index(indices.at(coords), x.shape[axis]);
          return x.at(own);
        });
      })
      .Case([&](ReverseSequenceOp reverse) {
        Access x = operands[0], lengths = operands[1];
        int64_t batch = reverse.getBatchAxis(), time = reverse.getTimeAxis();
        return one([=](const Coords &coords) {
          Expr length = cast<int32_t>(lengths.at({coords[batch]}));
          Coords own = coords;
          own[time] = clamp(select(coords[time] < length, length - 1 - coords[time], coords[time]), 0, int32_t(x.shape[time] - 1));
          return x.at(own);
        });
      })
      .Case([&](ScatterElementsOp scatterOp) {
        Access x = operands[0], indices = operands[1];
        int64_t axis = scatterOp.getAxis();
        return scatter(scatterOp, x, operands[2], [=](const Coords &from, Expr &inside) {
          Coords where = from;
          where[axis] = index(indices.at(from), x.shape[axis]);
          inside = inside && inRange(indices.at(from), x.shape[axis]);
          return where;
        }, builder);
      })
      .Case([&](ScatterNdOp scatterOp) {
        Access x = operands[0], indices = operands[1];
        int64_t tuple = indices.rank() - 1, depth = indices.shape.back();
        return scatter(scatterOp, x, operands[2], [=](const Coords &from, Expr &inside) {
          Coords where;
          for (int64_t i = 0; i < depth; ++i) {
            Coords at(from.begin(), from.begin() + tuple);
            at.push_back(int32_t(i));
            where.push_back(index(indices.at(at), x.shape[i]));
            inside = inside && inRange(indices.at(at), x.shape[i]);
          }
          where.insert(where.end(), from.begin() + tuple, from.end());
          return where;
        }, builder);
      })
      .Default([](mlir::Operation *) { return std::nullopt; });
}
