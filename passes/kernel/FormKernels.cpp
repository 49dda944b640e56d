//===- FormKernels.cpp - Groups operations into kernels -------------------===//

#include "adze/Analysis/Buffers.h"
#include "adze/IR/Adze.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Pass/Pass.h"
#include "llvm/ADT/SetVector.h"

namespace adze {
#define GEN_PASS_DEF_FORMKERNELS
#include "passes/kernel/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {

bool isScalar(ConstantOp constant) {
  auto type = cast<RankedTensorType>(constant.getType());
  return type.hasStaticShape() && type.getNumElements() == 1 && isa<DenseElementsAttr>(constant.getValue());
}

/// What is fused along single uses; everything else owns its loops.
bool isFusible(Operation *op) { return isElementwise(op) || isMovement(op) || isa<GatherOp>(op); }

class FormKernelsPass : public adze::impl::FormKernelsBase<FormKernelsPass> {
public:
  void runOnOperation() override {
    Block &block = getOperation().getBody().front();
    copyReturned(block);
    std::optional<BufferAnalysis> analysis = copyJoined(block);
    buffers = &*analysis;
    // Roots first, so that element-wise operations behind them become epilogues rather than kernels of their own.
    SmallVector<Operation *> ops;
    for (Operation &op : block)
      ops.push_back(&op);
    DenseSet<Operation *> done;
    for (Operation *op : ops)
      if (!standsAlone(op) && !isFusible(op) && !done.contains(op))
        formRooted(op, done);
    for (Operation *op : llvm::reverse(ops))
      if (!done.contains(op) && !standsAlone(op))
        formFused(op, done);
  }

private:
  /// Operations that need no kernel: they are there already, or move nothing.
  bool standsAlone(Operation *op) const { return isa<ConstantOp, KernelOp, ReshapeOp, func::ReturnOp>(op) || buffers->standsAlone(op); }

  /// A transpose that keeps every dimension in place is the copy; it is not folded before the kernel is formed.
  static Value copy(OpBuilder &builder, Value value) {
    int64_t rank = cast<RankedTensorType>(value.getType()).getRank();
    return TransposeOp::create(builder, value.getLoc(), value, llvm::to_vector(llvm::seq<int64_t>(0, rank)));
  }

  /// Operands of concatenations that cannot be written in their place are copied there.
  static BufferAnalysis copyJoined(Block &block) {
    BufferAnalysis analysis(block);
    for (OpOperand *operand : analysis.getCopies()) {
      OpBuilder builder(operand->getOwner());
      operand->set(copy(builder, operand->get()));
    }
    return analysis.getCopies().empty() ? analysis : BufferAnalysis(block);
  }

  /// A returned value must be written by a kernel of its own: arguments, constants and values that are returned twice are copied. (Reshapes of
  /// them, too.)
  void copyReturned(Block &block) {
    Operation *ret = block.getTerminator();
    OpBuilder builder(ret);
    DenseSet<Value> written;
    for (OpOperand &operand : ret->getOpOperands()) {
      Value source = operand.get();
      while (auto reshape = source.getDefiningOp<ReshapeOp>())
        source = reshape.getX();
      if (source.getDefiningOp() && !source.getDefiningOp<ConstantOp>() && written.insert(source).second)
        continue;
      operand.set(copy(builder, operand.get()));
    }
  }

  void formRooted(Operation *root, DenseSet<Operation *> &done) {
    SetVector<Operation *> group;
    group.insert(root);
    Operation *last = root;
    while (last->getNumResults() == 1 && last->getResult(0).hasOneUse()) {
      Operation *user = *last->getResult(0).user_begin();
      bool grows = isElementwise(user) && user->getBlock() == root->getBlock() &&
                   cast<RankedTensorType>(user->getResult(0).getType()).getShape() ==
                       cast<RankedTensorType>(last->getResult(0).getType()).getShape();
      if (!grows)
        break;
      group.insert(user);
      last = user;
      ++numEpilogues;
    }
    outline(group, last, done);
  }

  void formFused(Operation *sink, DenseSet<Operation *> &done) {
    SetVector<Operation *> group;
    SmallVector<Operation *> work{sink};
    while (!work.empty()) {
      Operation *op = work.pop_back_val();
      if (!group.insert(op))
        continue;
      for (Value operand : op->getOperands()) {
        Operation *producer = operand.getDefiningOp();
        if (producer && !done.contains(producer) && !standsAlone(producer) && isFusible(producer) && operand.hasOneUse() &&
            producer->getBlock() == sink->getBlock())
          work.push_back(producer);
      }
    }
    outline(group, sink, done);
  }

  /// Moves a group into a kernel at `last`, its only operation whose results are used outside.
  void outline(const SetVector<Operation *> &group, Operation *last, DenseSet<Operation *> &done) {
    SmallVector<Operation *> ordered(group.begin(), group.end());
    llvm::sort(ordered, [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
    OpBuilder builder(last);
    SetVector<Value> inputs;
    SmallVector<ConstantOp> scalars;
    SmallVector<Location> locations;
    for (Operation *op : ordered) {
      locations.push_back(op->getLoc());
      for (Value operand : op->getOperands()) {
        Operation *producer = operand.getDefiningOp();
        if (producer && group.contains(producer))
          continue;
        auto constant = operand.getDefiningOp<ConstantOp>();
        if (constant && isScalar(constant)) {
          if (!llvm::is_contained(scalars, constant))
            scalars.push_back(constant);
        } else {
          inputs.insert(operand);
        }
      }
    }
    auto kernel = KernelOp::create(builder, builder.getFusedLoc(locations), last->getResultTypes(), inputs.getArrayRef(), ScheduleAttr());
    Block *body = builder.createBlock(&kernel.getBody());
    IRMapping mapping;
    for (Value input : inputs)
      mapping.map(input, body->addArgument(input.getType(), input.getLoc()));
    builder.setInsertionPointToStart(body);
    for (ConstantOp scalar : scalars)
      builder.clone(*scalar, mapping);
    for (Operation *op : ordered)
      builder.clone(*op, mapping);
    SmallVector<Value> results;
    for (Value result : last->getResults())
      results.push_back(mapping.lookup(result));
    YieldOp::create(builder, last->getLoc(), results);
    last->replaceAllUsesWith(kernel.getResults());
    for (Operation *op : llvm::reverse(ordered)) {
      done.insert(op);
      op->erase();
    }
    ++numKernels;
  }

  const BufferAnalysis *buffers = nullptr;
};
} // namespace
