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
      fold(&op);
  }

private:
  void fold(Operation *op) {
    if (isa<ConstantOp>(op) || op->getNumOperands() == 0 || op->getNumResults() == 0 || op->getNumRegions() != 0)
      return;
    size_t before = 0, after = 0;
    SmallVector<Tensor> operands;
    for (Value operand : op->getOperands()) {
      ElementsAttr constant = getConstant(operand);
      if (!constant)
        return;
      operands.push_back(Tensor::fromConstant(constant));
      before += operands.back().getBytes().size();
    }
    for (Type type : op->getResultTypes()) {
      auto tensor = dyn_cast<RankedTensorType>(type);
      if (!tensor || !tensor.hasStaticShape())
        return;
      after += tensor.getNumElements() * getElementBytes(tensor.getElementType());
    }
    if (after > smallBytes && after > before)
      return;
    // What the interpreter does not know (element types of later forms) is left as it is.
    ScopedDiagnosticHandler quiet(&getContext(), [](Diagnostic &) { return success(); });
    FailureOr<SmallVector<Tensor>> results = evaluate(op, operands);
    if (failed(results))
      return;
    OpBuilder builder(op);
    std::string name = getNodeName(op->getLoc());
    for (auto [result, tensor] : llvm::zip(op->getResults(), *results))
      result.replaceAllUsesWith(ConstantOp::create(builder, op->getLoc(), tensor.toConstant(name)));
    op->erase();
    ++numFolded;
  }
};
} // namespace
