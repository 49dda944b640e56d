//===- Buffers.cpp - Which values share a buffer --------------------------===//

#include "adze/Analysis/Buffers.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"

using namespace mlir;
using namespace adze;

static RankedTensorType typeOf(Value value) { return cast<RankedTensorType>(value.getType()); }

bool adze::isCopy(Operation *op) {
  auto transpose = dyn_cast<TransposeOp>(op);
  return transpose && isIdentityPermutation(transpose.getPermutation());
}

/// Operations that are no loop nests take and give dense buffers, in a kernel or before it is formed.
static bool needsDenseBuffers(Operation *op) {
  if (auto kernel = dyn_cast<KernelOp>(op))
    return llvm::any_of(*kernel.getBodyBlock(), [](Operation &inner) { return needsDenseBuffers(&inner); });
  return isa<TopKOp>(op);
}

/// Whether a kernel will write this value into memory of its choice.
static bool isWritten(Value value) {
  Operation *op = value.getDefiningOp();
  return op && !isa<ConstantOp, ReshapeOp>(op) && !needsDenseBuffers(op) && typeOf(value).hasStaticShape() && typeOf(value).getNumElements() > 0;
}

BufferAnalysis::BufferAnalysis(Block &block) {
  for (Operation &op : block)
    if (decideView(&op))
      views.insert(&op);
  // Results before operands: a concatenation may itself lie in another one.
  for (Operation &op : llvm::reverse(block)) {
    if (auto transpose = dyn_cast<TransposeOp>(op); transpose && !isView(&op) && !isCopy(&op)) {
      if (place(op.getOpOperand(0), /*tentative=*/true))
        placements.insert(&op);
    } else if (auto concat = dyn_cast<ConcatOp>(op)) {
      placeOperands(concat);
    }
  }
}

std::pair<Value, StridedView> BufferAnalysis::locate(Value value) const {
  Operation *op = value.getDefiningOp();
  if (op && (isa<ReshapeOp>(op) || isView(op))) {
    auto [buffer, view] = locate(op->getOperand(0));
    return {buffer, *viewResult(op, view)};
  }
  if (OpOperand *operand = placedAt.lookup(value)) {
    // From the result of the placement back through the reshapes in front of it.
    auto [buffer, view] = locate(operand->getOwner()->getResult(0));
    view = *viewOperand(*operand, view);
    for (Value at = operand->get(); at != value; at = at.getDefiningOp()->getOperand(0))
      view = *viewOperand(at.getDefiningOp()->getOpOperand(0), view);
    return {buffer, view};
  }
  return {value, StridedView::dense(typeOf(value).getShape())};
}

bool BufferAnalysis::decideView(Operation *op) {
  if (!isa<TransposeOp, SliceOp, BroadcastOp>(op) || isCopy(op) || !typeOf(op->getOperand(0)).hasStaticShape())
    return false;
  auto slice = dyn_cast<SliceOp>(op);
  if (slice && llvm::any_of(slice.getSteps(), [](int64_t step) { return step < 1; }))
    return false;
  Value result = op->getResult(0);
  std::optional<StridedView> view = viewResult(op, getView(op->getOperand(0)));
  return view && typeOf(result).getNumElements() > 0 && view->hasDenseRows(typeOf(result).getShape()) && isReadable(result, *view);
}

/// Whether all readers of a value can take it from these places. Kernels can; reshapes only where dimensions follow each other; a returned value
/// lies in the caller's buffer.
bool BufferAnalysis::isReadable(Value value, const StridedView &view) const {
  return llvm::all_of(value.getUsers(), [&](Operation *user) {
    if (isa<func::ReturnOp>(user) || needsDenseBuffers(user))
      return false;
    if (!isa<ReshapeOp>(user) && !isView(user))
      return true;
    std::optional<StridedView> result = viewResult(user, view);
    return result && isReadable(user->getResult(0), *result);
  });
}

/// A concatenation costs nothing where the operands' kernels write into its result. For what is left, copies beat a kernel that chooses the operand
/// for each element, but not for few elements: those are left to fusion.
void BufferAnalysis::placeOperands(ConcatOp concat) {
  constexpr int64_t few = 1024, many = 16384;
  if (!typeOf(concat).hasStaticShape() || typeOf(concat).getNumElements() < few)
    return;
  SmallVector<OpOperand *> left;
  for (OpOperand &operand : concat->getOpOperands())
    if (typeOf(operand.get()).getNumElements() > 0 && !place(operand, /*tentative=*/false))
      left.push_back(&operand);
  if (left.size() == concat.getXs().size() && typeOf(concat).getNumElements() < many)
    return;
  placements.insert(concat);
  copies.append(left);
}

/// Lets the value behind an operand be written into the result's buffer. Tentative: only if its rows stay dense there.
bool BufferAnalysis::place(OpOperand &operand, bool tentative) {
  Operation *op = operand.getOwner();
  if (!typeOf(op->getResult(0)).hasStaticShape())
    return false;
  std::optional<StridedView> view = viewOperand(operand, getView(op->getResult(0)));
  Value value = operand.get();
  while (view && value.getDefiningOp<ReshapeOp>()) {
    view = viewOperand(value.getDefiningOp()->getOpOperand(0), *view);
    value = value.getDefiningOp()->getOperand(0);
  }
  if (!view || !isWritten(value) || isView(value.getDefiningOp()) || placedAt.contains(value) || value.getParentBlock() != op->getBlock())
    return false;
  if ((tentative && !view->hasDenseRows(typeOf(value).getShape())) || !isReadable(value, *view))
    return false;
  placedAt[value] = &operand;
  return true;
}
