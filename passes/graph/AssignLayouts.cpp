//===- AssignLayouts.cpp - Computes windows channels last -----------------===//

#include "adze/IR/Adze.h"
#include "mlir/IR/Builders.h"
#include "mlir/Pass/Pass.h"

namespace adze {
#define GEN_PASS_DEF_ASSIGNLAYOUTS
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
/// [N, C, spatial...] to [N, spatial..., C], or back.
DenseI64ArrayAttr permutation(OpBuilder &builder, int64_t rank, bool toLast) {
  SmallVector<int64_t> axes{0};
  if (toLast) {
    for (int64_t i = 2; i < rank; ++i)
      axes.push_back(i);
    axes.push_back(1);
  } else {
    axes.push_back(rank - 1);
    for (int64_t i = 1; i < rank - 1; ++i)
      axes.push_back(i);
  }
  return builder.getDenseI64ArrayAttr(axes);
}

class AssignLayoutsPass : public adze::impl::AssignLayoutsBase<AssignLayoutsPass> {
public:
  void runOnOperation() override {
    getOperation().walk([&](Operation *op) {
      if (isa<ConvOp, ConvTransposeOp, MaxPoolOp, AvgPoolOp, GroupNormOp>(op))
        move(op);
    });
  }

private:
  void move(Operation *op) {
    auto layout = op->getAttrOfType<LayoutAttr>("layout");
    if (layout && layout.getValue() == Layout::ChannelsLast)
      return;
    OpBuilder builder(op);
    int64_t rank = cast<RankedTensorType>(op->getOperand(0).getType()).getRank();
    if (rank < 3)
      return;
    Value input = TransposeOp::create(builder, op->getLoc(), op->getOperand(0), permutation(builder, rank, true));
    op->setOperand(0, input);
    op->setAttr("layout", LayoutAttr::get(&getContext(), Layout::ChannelsLast));
    auto type = cast<RankedTensorType>(op->getResult(0).getType());
    Dims dims = getDims(type), moved{dims[0]};
    moved.append(dims.begin() + 2, dims.end());
    moved.push_back(dims[1]);
    op->getResult(0).setType(makeTensor(moved, type.getElementType()));
    builder.setInsertionPointAfter(op);
    auto back = TransposeOp::create(builder, op->getLoc(), op->getResult(0), permutation(builder, rank, false));
    op->getResult(0).replaceAllUsesExcept(back, back);
    ++numMoved;
  }
};
} // namespace
