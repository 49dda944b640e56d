//===- FoldConstants.cpp - Computes operations on constants ---------------===//

#include "adze/Interpreter/Interpreter.h"
#include "mlir/IR/Builders.h"
#include "mlir/Pass/Pass.h"

namespace adze {
#define GEN_PASS_DEF_FOLDCONSTANTS
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
constexpr size_t smallBytes = 64 * 1024;

class FoldConstantsPass : public adze::impl::FoldConstantsBase<FoldConstantsPass> {
public:
  void runOnOperation() override {
    Block &block = getOperation().getBody().front();
    for (Operation &op : llvm::make_early_inc_range(block))
      if (failed(fold(&op)))
        return signalPassFailure();
  }

private:
  LogicalResult fold(Operation *op) {
    if (isa<ConstantOp>(op) || op->getNumOperands() == 0 || op->getNumResults() == 0 || op->getNumRegions() != 0)
      return success();
    size_t before = 0, after = 0;
    SmallVector<Tensor> operands;
    for (Value operand : op->getOperands()) {
      ElementsAttr constant = getConstant(operand);
      if (!constant)
        return success();
      operands.push_back(Tensor::fromConstant(constant));
      before += operands.back().getBytes().size();
    }
    for (Type type : op->getResultTypes()) {
      auto tensor = dyn_cast<RankedTensorType>(type);
      if (!tensor || !tensor.hasStaticShape())
        return success();
      after += tensor.getNumElements() * getElementBytes(tensor.getElementType());
    }
    if (after > smallBytes && after > before)
      return success();
    FailureOr<SmallVector<Tensor>> results = evaluate(op, operands);
    if (failed(results))
      return failure();
    OpBuilder builder(op);
    std::string name = getNodeName(op->getLoc());
    for (auto [result, tensor] : llvm::zip(op->getResults(), *results))
      result.replaceAllUsesWith(ConstantOp::create(builder, op->getLoc(), tensor.toConstant(name)));
    op->erase();
    ++numFolded;
    return success();
  }
};
} // namespace
