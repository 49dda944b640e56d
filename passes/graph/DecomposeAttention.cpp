//===- DecomposeAttention.cpp - Attention as products and a softmax -------===//

#include "adze/IR/Adze.h"
#include "mlir/IR/Builders.h"
#include "mlir/Pass/Pass.h"

namespace adze {
#define GEN_PASS_DEF_DECOMPOSEATTENTION
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
class DecomposeAttentionPass : public adze::impl::DecomposeAttentionBase<DecomposeAttentionPass> {
public:
  void runOnOperation() override {
    getOperation().walk([&](AttentionOp op) { decompose(op); });
  }

private:
  void decompose(AttentionOp op) {
    OpBuilder builder(op);
    Location loc = op.getLoc();
    Type element = cast<RankedTensorType>(op.getType()).getElementType();
    Value scores = MatmulOp::create(builder, loc, op.getQ(), op.getK(), /*transpose_a=*/false, /*transpose_b=*/true);
    if (!op.getScale().isExactlyValue(1.0)) {
      auto factor = builder.getFloatAttr(element, op.getScale().convertToDouble());
      Value scale = ConstantOp::create(builder, loc, DenseElementsAttr::get(RankedTensorType::get({}, element), factor));
      scores = MulOp::create(builder, loc, scores, scale);
    }
    if (op.getMask())
      scores = AddOp::create(builder, loc, scores, op.getMask());
    int64_t last = cast<RankedTensorType>(scores.getType()).getRank() - 1;
    Value weights = SoftmaxOp::create(builder, loc, scores, builder.getDenseI64ArrayAttr({last}), /*log=*/false);
    Value result = MatmulOp::create(builder, loc, weights, op.getV(), false, false);
    op.replaceAllUsesWith(result);
    op.erase();
    ++numDecomposed;
  }
};
} // namespace
