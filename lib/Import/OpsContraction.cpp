//===- OpsContraction.cpp - Import of matrix products ---------------------===//

#include "NodeImporter.h"
#include "llvm/ADT/StringExtras.h"

using namespace adze;

/// Operands of one dimension count as a row at the left, a column at the right, and the dimension vanishes from the result.
static LogicalResult importMatMul(NodeImporter &n) {
  Value a = n.operand(0), b = n.operand(1);
  if (failed(n.requireRank(a, 1)) || failed(n.requireRank(b, 1)))
    return failure();
  bool isRow = n.rankOf(a) == 1, isColumn = n.rankOf(b) == 1;
  if (isRow)
    a = n.reshapeTo(a, {Dim(1), getDims(a.getType())[0]});
  if (isColumn)
    b = n.reshapeTo(b, {getDims(b.getType())[0], Dim(1)});
  Value y = n.create<MatmulOp>(a, b, false, false);
  if (!y)
    return failure();
  Dims dims = getDims(y.getType());
  if (isColumn)
    dims.pop_back();
  if (isRow)
    dims.erase(dims.end() - (isColumn ? 1 : 2));
  return n.finish(n.reshapeTo(y, dims));
}

/// alpha * a * b + beta * c.
static LogicalResult importGemm(NodeImporter &n) {
  Value a = n.operand(0), b = n.operand(1), c = n.operand(2);
  double alpha = n.floatAttr("alpha", 1.0), beta = n.floatAttr("beta", 1.0);
  bool transposeA = n.boolAttr("transA", false), transposeB = n.boolAttr("transB", false);
  if (failed(n.requireRank(a, 2, 2)) || failed(n.requireRank(b, 2, 2)))
    return failure();
  if (!c && n.version < 11)
    return n.error("operand 2 is missing");
  if (!n.isFloat(a) && (alpha != 1.0 || beta != 1.0))
    return n.error("alpha and beta must be 1 for integers");
  Value y = n.create<MatmulOp>(a, b, transposeA, transposeB);
  if (!y)
    return failure();
  if (alpha != 1.0)
    y = n.mul(y, alpha);
  if (!c || beta == 0.0)
    return n.finish(y);
  mlir::Type result = y ? y.getType() : Type();
  y = n.add(y, beta == 1.0 ? c : n.mul(c, beta));
  if (y && y.getType() != result)
    return n.error("operand 2 does not broadcast to the product");
  return n.finish(y);
}

//===----------------------------------------------------------------------===//
// Einsum
//===----------------------------------------------------------------------===//

namespace {
/// A value whose dimensions have labels: letters, and digits for those of the ellipsis (counted from the right).
struct Labelled {
  Value value;
  std::string labels;
  size_t find(char label) const { return labels.find(label); }
};

class EinsumImporter {
public:
  explicit EinsumImporter(NodeImporter &n) : n(n) {}
  LogicalResult run();

private:
  LogicalResult expand(StringRef term, int64_t rank, std::string &labels);
  Labelled takeDiagonals(Labelled x);
  /// Sums over labels that nothing else wants.
  Labelled sumOut(Labelled x, StringRef wanted);
  Labelled permute(Labelled x, StringRef order);
  Labelled contract(Labelled a, Labelled b, StringRef wanted);
  int64_t extentOf(const Labelled &x, char label) { return n.shapeOf(x.value)[x.find(label)]; }

  NodeImporter &n;
  size_t ellipsisRank = 0;
};
} // namespace

LogicalResult EinsumImporter::expand(StringRef term, int64_t rank, std::string &labels) {
  size_t dots = term.find("...");
  StringRef before = term.take_front(dots), after = dots == StringRef::npos ? "" : term.drop_front(dots + 3);
  for (char c : (before + after).str())
    if (!llvm::isAlpha(c))
      return n.error("equation has an unexpected character in '" + term + "'");
  int64_t open = rank - int64_t(before.size() + after.size());
  if (open < 0 || (dots == StringRef::npos && open != 0) || open > 8)
    return n.error("the term '" + term + "' does not fit " + Twine(rank) + " dimensions");
  labels = before.str();
  for (int64_t i = open; i-- > 0;)
    labels += char('0' + i);
  labels += after;
  ellipsisRank = std::max<size_t>(ellipsisRank, open);
  return success();
}

/// `ii` becomes `i`: the diagonal of a square is every (extent + 1)-th element of the flattened square.
Labelled EinsumImporter::takeDiagonals(Labelled x) {
  for (size_t i = 0; i < x.labels.size() && x.value; ++i) {
    size_t j = x.labels.find(x.labels[i], i + 1);
    if (j == std::string::npos)
      continue;
    int64_t extent = n.shapeOf(x.value)[i], rank = n.rankOf(x.value);
    if (n.shapeOf(x.value)[j] != extent) {
      (void)n.error("a repeated label stands for different extents");
      return {};
    }
    Ints order, shape, starts, sizes, steps;
    for (int64_t axis = 0; axis < rank; ++axis)
      if (axis != int64_t(i) && axis != int64_t(j)) {
        order.push_back(axis);
        shape.push_back(n.shapeOf(x.value)[axis]);
      }
    order.append({int64_t(i), int64_t(j)});
    sizes = shape;
    sizes.push_back(extent);
    shape.push_back(extent * extent);
    starts.assign(shape.size(), 0);
    steps.assign(shape.size(), 1);
    steps.back() = extent + 1;
    x.value = n.create<SliceOp>(n.reshape(n.transpose(x.value, order), shape), starts, sizes, steps);
    char label = x.labels[i];
    x.labels.erase(j, 1);
    x.labels.erase(i, 1);
    x.labels.push_back(label);
    i = size_t(-1); // from the start
  }
  return x;
}

Labelled EinsumImporter::sumOut(Labelled x, StringRef wanted) {
  Ints axes;
  std::string rest;
  for (auto [i, label] : llvm::enumerate(x.labels))
    if (wanted.contains(label))
      rest.push_back(label);
    else
      axes.push_back(i);
  return {n.reduce(ReduceKind::Sum, x.value, axes, /*keepdims=*/false), rest};
}

/// `order` has all labels of `x`, and maybe more, which become extents of 1.
Labelled EinsumImporter::permute(Labelled x, StringRef order) {
  Ints permutation, shape;
  for (char label : order) {
    size_t axis = x.find(label);
    if (axis != std::string::npos)
      permutation.push_back(axis);
    shape.push_back(axis == std::string::npos ? 1 : n.shapeOf(x.value)[axis]);
  }
  return {n.reshape(n.transpose(x.value, permutation), shape), order.str()};
}

/// One matrix product: labels of both that are wanted are its batch, the other common ones are summed.
Labelled EinsumImporter::contract(Labelled a, Labelled b, StringRef wanted) {
  a = sumOut(a, (wanted + b.labels).str());
  b = sumOut(b, (wanted + a.labels).str());
  if (!a.value || !b.value)
    return {};
  std::string batch, inner, left, right;
  for (char label : a.labels)
    (b.find(label) == std::string::npos ? left : wanted.contains(label) ? batch : inner).push_back(label);
  for (char label : b.labels)
    if (a.find(label) == std::string::npos)
      right.push_back(label);
  auto product = [&](const Labelled &x, StringRef labels) {
    int64_t result = 1;
    for (char label : labels)
      result *= extentOf(x, label);
    return result;
  };
  for (char label : inner)
    if (extentOf(a, label) != extentOf(b, label)) {
      (void)n.error("a summed label stands for extents " + Twine(extentOf(a, label)) + " and " + Twine(extentOf(b, label)));
      return {};
    }
  Ints result, shapeA, shapeB;
  for (char label : batch) { // extents of 1 broadcast
    shapeA.push_back(extentOf(a, label));
    shapeB.push_back(extentOf(b, label));
    result.push_back(std::max(shapeA.back(), shapeB.back()));
  }
  for (char label : left)
    result.push_back(extentOf(a, label));
  for (char label : right)
    result.push_back(extentOf(b, label));
  shapeA.append({product(a, left), product(a, inner)});
  shapeB.append({product(b, inner), product(b, right)});
  if (shapeA.size() > 8 || result.size() > 8) {
    (void)n.error("an intermediate result has more than 8 dimensions");
    return {};
  }
  Value x = n.reshape(permute(a, batch + left + inner).value, shapeA);
  Value y = n.reshape(permute(b, batch + inner + right).value, shapeB);
  return {n.reshape(n.create<MatmulOp>(x, y, false, false), result), batch + left + right};
}

LogicalResult EinsumImporter::run() {
  std::string equation = n.stringAttr("equation", "");
  equation.erase(std::remove(equation.begin(), equation.end(), ' '), equation.end());
  auto [inputs, output] = StringRef(equation).split("->");
  SmallVector<StringRef> terms;
  inputs.split(terms, ',');
  SmallVector<Value> operands = n.allOperands();
  if (terms.size() != operands.size())
    return n.error("equation '" + equation + "' is for " + Twine(terms.size()) + " operands, there are " +
                   Twine(operands.size()));
  SmallVector<Labelled> xs;
  std::string all;
  for (auto [term, operand] : llvm::zip(terms, operands)) {
    if (!operand)
      return n.error("an operand is missing");
    if (failed(n.requireClosed(operand)))
      return failure();
    Labelled x{operand, ""};
    if (failed(expand(term, n.rankOf(operand), x.labels)))
      return failure();
    all += x.labels;
    xs.push_back(takeDiagonals(x));
    if (!xs.back().value)
      return failure();
  }
  std::string result;
  if (StringRef(equation).contains("->")) {
    size_t dots = output.find("...");
    int64_t letters = int64_t(output.size()) - (dots == StringRef::npos ? 0 : 3);
    if (failed(expand(output, letters + (dots == StringRef::npos ? 0 : int64_t(ellipsisRank)), result)))
      return failure();
  } else { // the ellipsis, then labels that occur once, in alphabetical order
    for (size_t i = ellipsisRank; i-- > 0;)
      result += char('0' + i);
    for (char c = 'A'; c <= 'z'; ++c)
      if (llvm::isAlpha(c) && llvm::count(all, c) == 1)
        result += c;
  }
  for (char label : result)
    if (all.find(label) == std::string::npos || llvm::count(result, label) != 1)
      return n.error("the output of equation '" + equation + "' has an unknown or repeated label");
  Labelled value = xs[0];
  for (size_t i = 1; i < xs.size(); ++i) {
    std::string wanted = result;
    for (const Labelled &later : ArrayRef(xs).drop_front(i + 1))
      wanted += later.labels;
    value = contract(value, xs[i], wanted);
    if (!value.value)
      return failure();
  }
  value = sumOut(value, result);
  return value.value ? n.finish(permute(value, result).value) : failure();
}

static LogicalResult importEinsum(NodeImporter &n) { return EinsumImporter(n).run(); }

void adze::addContractions(OpTable &t) {
  t.add("Einsum", {12}, 1, manyOperands, importEinsum);
  t.add("Gemm", {7, 9, 11, 13}, 2, 3, importGemm);
  t.add("MatMul", {1, 9, 13}, 2, 2, importMatMul);
}
