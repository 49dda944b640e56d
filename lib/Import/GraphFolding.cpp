//===- GraphFolding.cpp - Constants computed during import ----------------===//

#include "GraphImporter.h"
#include "adze/Interpreter/Interpreter.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;
using namespace adze;

/// Results of eager folding; what an operator needs as a constant may be larger.
static constexpr int64_t maxFoldedBytes = 64 << 10;
static constexpr int64_t maxComputedBytes = 16 << 20;
/// All of them together: many small nodes must not make a large module.
static constexpr int64_t maxFoldedBytesInAll = 256 << 20;

int64_t adze::getTensorBytes(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  return tensor.hasStaticShape() ? tensor.getNumElements() * getElementBytes(tensor.getElementType())
                                 : std::numeric_limits<int64_t>::max();
}

/// Contractions and resampling are never part of a shape computation, and not bounded by the size of their result.
static bool isFoldable(Operation *op) {
  return isPure(op) && !isa<ConvOp, ConvTransposeOp, MaxPoolOp, AvgPoolOp, AttentionOp, ResizeOp, GridSampleOp, LrnOp>(op) &&
         op->getNumRegions() == 0;
}

SmallVector<Value> GraphImporter::fold(Operation *op) {
  SmallVector<Value> results(op->getResults());
  if (op->getNumOperands() == 0 || !isFoldable(op))
    return results;
  SmallVector<Tensor> operands;
  for (Value operand : op->getOperands())
    if (!getConstant(operand))
      return results;
  int64_t bytes = 0;
  for (Type type : op->getResultTypes()) {
    if (getTensorBytes(type) > maxFoldedBytes)
      return results;
    bytes += getTensorBytes(type);
  }
  if (foldedBytes + bytes > maxFoldedBytesInAll)
    return results;
  foldedBytes += bytes;
  for (Value operand : op->getOperands())
    operands.push_back(Tensor::fromConstant(getConstant(operand)));
  Capture capture(context);
  FailureOr<SmallVector<Tensor>> values = evaluate(op, operands);
  if (failed(values))
    return results;
  results.clear();
  for (const Tensor &value : *values)
    results.push_back(ConstantOp::create(builder, op->getLoc(), value.getType(), value.toConstant(getNodeName(op->getLoc()))));
  op->erase();
  return results;
}

FailureOr<ElementsAttr> GraphImporter::getConstantThrough(Value value, std::string &reason) {
  if (ElementsAttr constant = getConstant(value))
    return constant;
  if (auto found = computed.find(value); found != computed.end())
    return found->second;
  // What it is computed from, in the order of the function.
  SmallVector<Operation *> slice;
  SmallPtrSet<Operation *, 16> seen;
  SmallVector<Value> work{value};
  while (!work.empty()) {
    Value current = work.pop_back_val();
    if (computed.contains(current))
      continue;
    if (auto argument = dyn_cast<BlockArgument>(current)) {
      auto candidate = candidates.find(argument);
      if (candidate == candidates.end()) {
        reason = "it depends on the input '" + model->graph().input(0).name() + "'";
        if (auto named = dyn_cast<NameLoc>(argument.getLoc()))
          reason = "it depends on the input '" + named.getName().str() + "'";
        return failure();
      }
      const NpyArray &array = *candidate->second;
      computed[current] = makeConstant(cast<RankedTensorType>(argument.getType()), array.data, "");
      isTaken[argument.getArgNumber()] = true;
      continue;
    }
    Operation *op = current.getDefiningOp();
    if (!seen.insert(op).second)
      continue;
    if (ElementsAttr constant = getConstant(current)) {
      computed[current] = constant;
      continue;
    }
    for (Type type : op->getResultTypes())
      if (getTensorBytes(type) > maxComputedBytes || !isFoldable(op)) {
        reason = "it depends on '" + getNodeName(op->getLoc()) + "'";
        return failure();
      }
    slice.push_back(op);
    llvm::append_range(work, op->getOperands());
  }
  llvm::sort(slice, [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  for (Operation *op : slice) {
    SmallVector<Tensor> operands;
    for (Value operand : op->getOperands())
      operands.push_back(Tensor::fromConstant(computed[operand]));
    Capture capture(context);
    FailureOr<SmallVector<Tensor>> results = evaluate(op, operands);
    if (failed(results)) {
      reason = "'" + getNodeName(op->getLoc()) + "' cannot be computed: " + capture.text;
      return failure();
    }
    for (auto [result, tensor] : llvm::zip(op->getResults(), *results))
      computed[result] = tensor.toConstant("");
  }
  return computed[value];
}
