//===- ConvsToMatmuls.cpp - Products from 1x1 convolutions ----------------===//

#include "adze/IR/Adze.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_CONVSTOMATMULS
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
bool allEqual(ArrayRef<int64_t> values, int64_t value) {
  return llvm::all_of(values, [=](int64_t v) { return v == value; });
}

struct PointwiseConv : OpRewritePattern<ConvOp> {
  PointwiseConv(MLIRContext *context, Pass::Statistic &converted) : OpRewritePattern(context), converted(converted) {}

  LogicalResult matchAndRewrite(ConvOp op, PatternRewriter &rewriter) const override {
    auto input = cast<RankedTensorType>(op.getInput().getType()), filter = cast<RankedTensorType>(op.getFilter().getType());
    auto type = cast<RankedTensorType>(op.getType());
    if (op.getLayout() != Layout::ChannelsLast || op.getGroups() != 1 || !allEqual(filter.getShape().drop_front(2), 1) ||
        !allEqual(op.getPads(), 0) || !input.hasStaticShape())
      return failure();
    int64_t channels = filter.getDimSize(1), outputs = filter.getDimSize(0);
    if (channels == 0 || type.getNumElements() == 0)
      return failure();
    Value image = op.getInput();
    if (!allEqual(op.getStrides(), 1)) { // the pixels that are read
      SmallVector<int64_t> starts(input.getRank(), 0), steps{1}, sizes(type.getShape());
      llvm::append_range(steps, op.getStrides());
      steps.push_back(1);
      sizes.back() = channels;
      image = SliceOp::create(rewriter, op.getLoc(), RankedTensorType::get(sizes, input.getElementType()), image,
                              rewriter.getDenseI64ArrayAttr(starts), rewriter.getDenseI64ArrayAttr(sizes), rewriter.getDenseI64ArrayAttr(steps));
    }
    int64_t pixels = type.getNumElements() / outputs;
    auto reshape = [&](Value value, ArrayRef<int64_t> shape) {
      Type element = cast<RankedTensorType>(value.getType()).getElementType();
      return ReshapeOp::create(rewriter, op.getLoc(), RankedTensorType::get(shape, element), value);
    };
    Value product = MatmulOp::create(rewriter, op.getLoc(), RankedTensorType::get({pixels, outputs}, type.getElementType()),
                                     reshape(image, {pixels, channels}), reshape(op.getFilter(), {outputs, channels}),
                                     /*transpose_a=*/false, /*transpose_b=*/true);
    rewriter.replaceOp(op, reshape(product, type.getShape()));
    ++converted;
    return success();
  }
  Pass::Statistic &converted;
};

/// A spatial dimension in which neither image nor window extends: the others are left, so that their pixels fill the tiles.
struct UnitDimension : OpRewritePattern<ConvOp> {
  UnitDimension(MLIRContext *context, Pass::Statistic &converted) : OpRewritePattern(context), converted(converted) {}

  LogicalResult matchAndRewrite(ConvOp op, PatternRewriter &rewriter) const override {
    auto input = cast<RankedTensorType>(op.getInput().getType()), filter = cast<RankedTensorType>(op.getFilter().getType());
    auto type = cast<RankedTensorType>(op.getType());
    int64_t spatial = input.getRank() - 2;
    if (op.getLayout() != Layout::ChannelsLast || spatial < 2 || !input.hasStaticShape() || !type.hasStaticShape())
      return failure();
    for (int64_t i = 0; i < spatial; ++i) {
      if (input.getDimSize(1 + i) != 1 || filter.getDimSize(2 + i) != 1 || op.getPads()[i] != 0 || op.getPads()[i + spatial] != 0)
        continue;
      auto without = [](ArrayRef<int64_t> values, std::initializer_list<int64_t> dropped) {
        SmallVector<int64_t> left;
        for (auto [j, value] : llvm::enumerate(values))
          if (!llvm::is_contained(dropped, int64_t(j)))
            left.push_back(value);
        return left;
      };
      auto reshape = [&](Value value, ArrayRef<int64_t> shape) {
        return ReshapeOp::create(rewriter, op.getLoc(), RankedTensorType::get(shape, cast<RankedTensorType>(value.getType()).getElementType()), value);
      };
      auto attribute = [&](ArrayRef<int64_t> values) { return rewriter.getDenseI64ArrayAttr(without(values, {i})); };
      Value y = ConvOp::create(rewriter, op.getLoc(), RankedTensorType::get(without(type.getShape(), {1 + i}), type.getElementType()),
                               reshape(op.getInput(), without(input.getShape(), {1 + i})), reshape(op.getFilter(), without(filter.getShape(), {2 + i})),
                               attribute(op.getStrides()), rewriter.getDenseI64ArrayAttr(without(op.getPads(), {i, i + spatial})),
                               attribute(op.getDilations()), op.getGroupsAttr(), op.getLayoutAttr());
      rewriter.replaceOp(op, reshape(y, type.getShape()));
      ++converted;
      return success();
    }
    return failure();
  }
  Pass::Statistic &converted;
};

struct FlattenRows : OpRewritePattern<MatmulOp> {
  FlattenRows(MLIRContext *context, Pass::Statistic &converted) : OpRewritePattern(context), converted(converted) {}

  LogicalResult matchAndRewrite(MatmulOp op, PatternRewriter &rewriter) const override {
    auto a = cast<RankedTensorType>(op.getA().getType()), b = cast<RankedTensorType>(op.getB().getType());
    auto type = cast<RankedTensorType>(op.getType());
    bool oneMatrix = b.hasStaticShape() && allEqual(b.getShape().drop_back(2), 1);
    if (a.getRank() == 2 || op.getTransposeA() || !oneMatrix || !type.hasStaticShape() || type.getNumElements() == 0)
      return failure();
    int64_t depth = a.getShape().back(), columns = type.getShape().back(), rows = type.getNumElements() / columns;
    if (a.getNumElements() != rows * depth)
      return failure();
    Value flat = ReshapeOp::create(rewriter, op.getLoc(), RankedTensorType::get({rows, depth}, a.getElementType()), op.getA());
    Value matrix = op.getB();
    if (b.getRank() != 2)
      matrix = ReshapeOp::create(rewriter, op.getLoc(), RankedTensorType::get(b.getShape().take_back(2), b.getElementType()), matrix);
    Value product = MatmulOp::create(rewriter, op.getLoc(), RankedTensorType::get({rows, columns}, type.getElementType()), flat, matrix, false,
                                     op.getTransposeB());
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, type, product);
    ++converted;
    return success();
  }
  Pass::Statistic &converted;
};

class ConvsToMatmulsPass : public adze::impl::ConvsToMatmulsBase<ConvsToMatmulsPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<PointwiseConv, UnitDimension, FlattenRows>(&getContext(), numConverted);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
