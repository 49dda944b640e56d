//===- OpsMisc.cpp - Import of constants, shapes and control flow ---------===//

#include "NodeImporter.h"
#include <cmath>

using namespace adze;

static LogicalResult importConstant(NodeImporter &n) {
  static constexpr StringRef forms[] = {"value", "value_float", "value_floats", "value_int", "value_ints"};
  if (llvm::count_if(forms, [&](StringRef form) { return n.hasAttr(form); }) != 1)
    return n.error("exactly one of the attributes 'value', 'value_float', 'value_floats', 'value_int' and 'value_ints' is "
                   "supported");
  Type f32 = mlir::Float32Type::get(n.getContext());
  if (n.hasAttr("value"))
    return n.finish(n.constantValue(n.tensorAttr("value")));
  if (n.version < 12)
    return n.error("only the attribute 'value' is supported by version " + Twine(n.version) + " of the operator");
  if (n.hasAttr("value_float"))
    return n.finish(n.scalar(n.floatAttr("value_float", 0), f32));
  if (n.hasAttr("value_floats")) {
    SmallVector<double> values = n.floatsAttr("value_floats");
    return n.finish(n.numbers(values, int64_t(values.size()), f32));
  }
  if (n.hasAttr("value_ints"))
    return n.finish(n.ints(n.intsAttr("value_ints")));
  return n.finish(n.reshape(n.ints(n.intAttr("value_int", 0)), ArrayRef<int64_t>()));
}

static LogicalResult importConstantOfShape(NodeImporter &n) {
  ADZE_TRY(shape, n.constantInts(0, "shape"));
  if (llvm::Error problem = checkShape(shape))
    return n.error("shape: " + llvm::toString(std::move(problem)));
  Value value;
  if (n.hasAttr("value")) {
    value = n.constantValue(n.tensorAttr("value"));
    if (!value || !n.isSingle(value))
      return n.error("attribute 'value' must have one element");
    value = n.reshape(value, ArrayRef<int64_t>());
  } else {
    value = n.scalar(0, mlir::Float32Type::get(n.getContext()));
  }
  return n.finish(n.broadcast(value, shape));
}

static LogicalResult importIdentity(NodeImporter &n) { return n.finish(n.operand(0)); }

/// The extents, or (from version 15) a part of them; closed dimensions only.
static LogicalResult importShape(NodeImporter &n) {
  Value x = n.operand(0);
  int64_t rank = n.rankOf(x), start = 0, end = rank;
  if (n.version >= 15) {
    auto position = [&](int64_t value) { return std::clamp<int64_t>(value < 0 ? value + rank : value, 0, rank); };
    start = position(n.intAttr("start", 0));
    end = std::max(start, position(n.intAttr("end", rank)));
  }
  if (failed(n.requireClosed(x)))
    return failure();
  return n.finish(n.ints(n.shapeOf(x).slice(start, end - start)));
}

static LogicalResult importSize(NodeImporter &n) {
  Value x = n.operand(0);
  if (failed(n.requireClosed(x)))
    return failure();
  return n.finish(n.reshape(n.ints(n.typeOf(x).getNumElements()), ArrayRef<int64_t>()));
}

/// start + i * delta while below (or above) limit.
static LogicalResult importRange(NodeImporter &n) {
  ADZE_TRY(start, n.constantFloats(0, "start"));
  ADZE_TRY(limit, n.constantFloats(1, "limit"));
  ADZE_TRY(delta, n.constantFloats(2, "delta"));
  if (start.size() != 1 || limit.size() != 1 || delta.size() != 1 || !(delta[0] != 0))
    return n.error("start, limit and delta must be scalars, delta not 0");
  double count = std::ceil((limit[0] - start[0]) / delta[0]);
  if (!(count <= double(maxListed)))
    return n.error("more than " + Twine(maxListed) + " elements");
  SmallVector<double> values;
  for (int64_t i = 0; i < int64_t(count); ++i)
    values.push_back(start[0] + double(i) * delta[0]);
  return n.finish(n.numbers(values, int64_t(values.size()), n.elementOf(n.operand(0))));
}

/// A branch whose condition is known takes the node's place.
static LogicalResult importIf(NodeImporter &n) {
  ADZE_TRY(condition, n.constantInt(0, "cond"));
  const onnx::GraphProto *thenBranch = n.graphAttr("then_branch"), *elseBranch = n.graphAttr("else_branch");
  if (!thenBranch || !elseBranch)
    return failure();
  ADZE_TRY(results, n.importBranch(condition ? *thenBranch : *elseBranch));
  if (results.size() != n.getNumResults())
    return n.error("the branch gives " + Twine(results.size()) + " results, expected " + Twine(n.getNumResults()));
  for (auto [i, result] : llvm::enumerate(results))
    n.setResult(i, result);
  return success();
}

void adze::addMisc(OpTable &t) {
  t.add("Constant", {1, 9, 11, 12, 13, 19, 21}, 0, 0, importConstant);
  t.add("ConstantOfShape", {9, 20, 21}, 1, 1, importConstantOfShape);
  t.add("Identity", {1, 13, 14, 16, 19, 21}, 1, 1, importIdentity);
  t.add("If", {1, 11, 13, 16, 19, 21}, 1, 1, importIf);
  t.add("Range", {11}, 3, 3, importRange);
  t.add("Shape", {1, 13, 15, 19, 21}, 1, 1, importShape);
  t.add("Size", {1, 13, 19, 21}, 1, 1, importSize);
}
