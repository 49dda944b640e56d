//===- Reduction.cpp - Reductions, running sums, top k --------------------===//

#include "Reduction.h"
#include "Families.h"
#include "llvm/ADT/TypeSwitch.h"
#include <algorithm>

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

template <typename N>
static N reduceRow(ReduceKind kind, Type element, ArrayRef<N> row) {
  N sum = 0, product = 1, highest = lowestOf<N>(element), lowest = highestOf<N>(element);
  switch (kind) {
  case ReduceKind::Sum:
    for (N x : row)
      sum = add(sum, x);
    return sum;
  case ReduceKind::Mean:
    for (N x : row)
      sum = add(sum, x);
    return divide(sum, N(row.size()));
  case ReduceKind::Prod:
    for (N x : row)
      product = multiply(product, x);
    return product;
  case ReduceKind::Max:
    for (N x : row)
      highest = maximum(highest, x);
    return highest;
  case ReduceKind::Min:
    for (N x : row)
      lowest = minimum(lowest, x);
    return lowest;
  }
  llvm_unreachable("all kinds are covered");
}

template <typename N>
static Tensor reduce(ReduceOp op, const Tensor &x) {
  Rows rows(x.getShape(), op.getAxes());
  std::vector<N> numbers = loadAll<N>(x), results, row;
  for (int64_t first : rows.first) {
    rows.read<N>(numbers, first, row);
    results.push_back(reduceRow<N>(op.getKind(), x.getElementType(), row));
  }
  return storeAll<N>(resultType(op), results);
}

/// NaN wins over every number, as numpy has it. (Of nothing the index is 0.)
template <typename N>
static Tensor argReduce(ArgReduceOp op, const Tensor &x) {
  Rows rows(x.getShape(), int64_t(op.getAxis()));
  bool largest = op.getKind() == ReduceKind::Max, last = op.getSelectLast();
  auto wins = [&](N a, N b) { return isNan(a) ? !isNan(b) : largest ? a > b : a < b; };
  std::vector<N> numbers = loadAll<N>(x), row;
  std::vector<int64_t> results;
  for (int64_t first : rows.first) {
    rows.read<N>(numbers, first, row);
    int64_t best = 0;
    for (int64_t i = 1; i < int64_t(row.size()); ++i)
      if (wins(row[i], row[best]) || (last && !wins(row[best], row[i])))
        best = i;
    results.push_back(best);
  }
  return storeAll<int64_t>(resultType(op), results);
}

template <typename N>
static Tensor cumSum(CumSumOp op, const Tensor &x) {
  Rows rows(x.getShape(), int64_t(op.getAxis()));
  std::vector<N> numbers = loadAll<N>(x), results(numbers.size());
  for (int64_t first : rows.first) {
    N sum = 0;
    for (size_t i = 0; i < rows.offsets.size(); ++i) {
      int64_t at = first + rows.offsets[op.getReverse() ? rows.offsets.size() - 1 - i : i];
      N next = add(sum, numbers[at]);
      results[at] = op.getExclusive() ? sum : next;
      sum = next;
    }
  }
  return storeAll<N>(resultType(op), results);
}

/// NaN counts as larger than every number.
template <typename N>
static SmallVector<Tensor> topK(TopKOp op, const Tensor &x) {
  Rows rows(x.getShape(), int64_t(op.getAxis()));
  Rows places(resultType(op).getShape(), int64_t(op.getAxis()));
  bool smallest = op.getSmallest();
  auto larger = [](N a, N b) { return isNan(a) ? !isNan(b) : a > b; };
  std::vector<N> numbers = loadAll<N>(x), values(resultType(op).getNumElements()), row;
  std::vector<int64_t> indices(values.size()), order(rows.offsets.size());
  for (auto [first, place] : llvm::zip(rows.first, places.first)) {
    rows.read<N>(numbers, first, row);
    for (size_t i = 0; i < order.size(); ++i)
      order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](int64_t a, int64_t b) { return smallest ? larger(row[b], row[a]) : larger(row[a], row[b]); });
    for (size_t i = 0; i < places.offsets.size(); ++i) {
      values[place + places.offsets[i]] = row[order[i]];
      indices[place + places.offsets[i]] = order[i];
    }
  }
  return {storeAll<N>(resultType(op, 0), values), storeAll<int64_t>(resultType(op, 1), indices)};
}

Results interpreter::evaluateReduction(Operation *op, ArrayRef<Tensor> operands) {
  if (!isa<ReduceOp, ArgReduceOp, CumSumOp, TopKOp>(op))
    return std::nullopt;
  const Tensor &x = operands[0];
  return computeAs(op, x.getType().getElementType(), [&](auto zero) -> SmallVector<Tensor> {
    using N = decltype(zero);
    return llvm::TypeSwitch<Operation *, SmallVector<Tensor>>(op)
        .Case([&](ReduceOp op) { return SmallVector<Tensor>{reduce<N>(op, x)}; })
        .Case([&](ArgReduceOp op) { return SmallVector<Tensor>{argReduce<N>(op, x)}; })
        .Case([&](CumSumOp op) { return SmallVector<Tensor>{cumSum<N>(op, x)}; })
        .Case([&](TopKOp op) { return topK<N>(op, x); });
  });
}
