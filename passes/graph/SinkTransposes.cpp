//===- SinkTransposes.cpp - Moves transposes toward the results -----------===//

#include "adze/Analysis/StridedView.h"
#include "Types.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace adze {
#define GEN_PASS_DEF_SINKTRANSPOSES
#include "passes/graph/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
/// Whether a permutation only moves extents of 1 of a shape, so that it costs nothing.
bool isFree(ArrayRef<int64_t> shape, ArrayRef<int64_t> permutation) {
  int64_t last = -1;
  for (int64_t axis : permutation) {
    if (shape[axis] == 1)
      continue;
    if (axis < last)
      return false;
    last = axis;
  }
  return true;
}

/// Extents with leading ones up to `rank`.
SmallVector<int64_t> extended(ArrayRef<int64_t> shape, int64_t rank) {
  SmallVector<int64_t> result(rank - shape.size(), 1);
  llvm::append_range(result, shape);
  return result;
}

/// Whether `value` can be read through the inverse of `permutation` for nothing; `shared`: also where another operation reads it so.
bool isFreeBack(Value value, ArrayRef<int64_t> permutation, bool shared) {
  if (auto transpose = value.getDefiningOp<TransposeOp>())
    if (transpose.getPermutation() == permutation)
      return true;
  SmallVector<int64_t> inverse = invertPermutationVector(permutation), shape = extended(typeOf(value).getShape(), permutation.size());
  if (isFree(shape, inverse))
    return true;
  for (Operation *user : value.getUsers())
    if (auto transpose = dyn_cast<TransposeOp>(user); shared && transpose && !transpose.use_empty() && transpose.getPermutation() == ArrayRef(inverse))
      return true;
  return getConstant(value) != nullptr;
}

/// `value` through the inverse of `permutation`, at the permutation's rank.
Value transposeBack(PatternRewriter &rewriter, Location loc, Value value, ArrayRef<int64_t> permutation) {
  if (auto transpose = value.getDefiningOp<TransposeOp>())
    if (transpose.getPermutation() == permutation)
      return transpose.getX();
  RankedTensorType type = typeOf(value);
  if (type.getNumElements() == 1 && type.getRank() <= 1)
    return value;
  if (type.getRank() < int64_t(permutation.size()))
    value = ReshapeOp::create(rewriter, loc, RankedTensorType::get(extended(type.getShape(), permutation.size()), type.getElementType()), value);
  return TransposeOp::create(rewriter, loc, value, rewriter.getDenseI64ArrayAttr(invertPermutationVector(permutation)));
}

SmallVector<int64_t> permute(ArrayRef<int64_t> values, ArrayRef<int64_t> permutation) {
  SmallVector<int64_t> result(values.size());
  for (auto [i, axis] : llvm::enumerate(permutation))
    result[axis] = values[i];
  return result;
}

/// Moves the transposes in front of an operation behind it.
struct SinkTranspose : RewritePattern {
  SinkTranspose(MLIRContext *context, Pass::Statistic &sunk) : RewritePattern(MatchAnyOpTypeTag(), 1, context), sunk(sunk) {}

  LogicalResult matchAndRewrite(Operation *op, PatternRewriter &rewriter) const override {
    bool isMoved = isElementwise(op) || isa<ConcatOp, SliceOp, PadOp, ResizeOp, ReduceOp, SoftmaxOp>(op);
    if (!isMoved || op->getNumResults() != 1 || !llvm::all_of(op->getOperandTypes(), [](Type type) { return cast<RankedTensorType>(type).hasStaticShape(); }))
      return failure();
    TransposeOp first;
    for (Value operand : op->getOperands())
      if (auto transpose = operand.getDefiningOp<TransposeOp>(); transpose && !first && movesData(transpose))
        first = transpose;
    if (!first)
      return failure();
    SmallVector<int64_t> permutation(first.getPermutation());
    int64_t rank = permutation.size();
    RankedTensorType type = typeOf(op->getResult(0));
    if (!isa<ReduceOp>(op) && type.getRank() != rank)
      return failure();
    // The transpose must carry the bulk of the data, and be the operation's own: else it would be computed twice.
    unsigned data = isa<PadOp, ResizeOp>(op) ? 1 : op->getNumOperands();
    // What another operation reads transposed is not read so here unless that ends a transpose: else the two would take turns.
    for (Value operand : op->getOperands().take_front(data))
      if (!isFreeBack(operand, permutation, first->hasOneUse()))
        return failure();
    if (isa<PadOp>(op) && op->getOperand(0).getDefiningOp() != first)
      return failure();

    rewriter.setInsertionPoint(op);
    SmallVector<Value> operands(op->getOperands());
    for (Value &operand : MutableArrayRef(operands).take_front(data))
      operand = transposeBack(rewriter, op->getLoc(), operand, permutation);
    OperationState state(op->getLoc(), op->getName(), operands, {}, op->getAttrs());
    SmallVector<int64_t> result(permutation);
    Dims dims = getDims(type);
    if (auto reduce = dyn_cast<ReduceOp>(op)) {
      result = moveReduction(reduce, permutation, state, rewriter);
    } else {
      moveAttributes(op, permutation, state, rewriter);
    }
    SmallVector<int64_t> inverse = invertPermutationVector(result);
    Dims before;
    for (int64_t axis : inverse)
      before.push_back(dims[axis]);
    state.addTypes(makeTensor(before, type.getElementType()));
    Operation *moved = rewriter.create(state);
    rewriter.replaceOpWithNewOp<TransposeOp>(op, moved->getResult(0), rewriter.getDenseI64ArrayAttr(result));
    ++sunk;
    return success();
  }

private:
  /// Constants are transposed at compile time and extents of 1 for nothing: sinking those would never end.
  static bool movesData(TransposeOp op) {
    return !getConstant(op.getX()) && !isFree(typeOf(op.getX()).getShape(), op.getPermutation());
  }

  /// Reduced axes are the operand's; what is left of the permutation is renumbered. Returns the result's permutation.
  static SmallVector<int64_t> moveReduction(ReduceOp op, ArrayRef<int64_t> permutation, OperationState &state, PatternRewriter &rewriter) {
    SmallVector<int64_t> axes;
    for (int64_t axis : op.getAxes())
      axes.push_back(permutation[axis]);
    SmallVector<int64_t> result;
    for (auto [i, axis] : llvm::enumerate(permutation)) {
      if (op.getKeepdims()) {
        result.push_back(axis);
      } else if (!llvm::is_contained(op.getAxes(), int64_t(i))) {
        int64_t below = llvm::count_if(axes, [axis = axis](int64_t reduced) { return reduced < axis; });
        result.push_back(axis - below);
      }
    }
    llvm::sort(axes);
    state.attributes.set("axes", rewriter.getDenseI64ArrayAttr(axes));
    return result;
  }

  static void moveAttributes(Operation *op, ArrayRef<int64_t> permutation, OperationState &state, PatternRewriter &rewriter) {
    auto permuteArray = [&](StringRef name) {
      state.attributes.set(name, rewriter.getDenseI64ArrayAttr(permute(op->getAttrOfType<DenseI64ArrayAttr>(name), permutation)));
    };
    if (auto concat = dyn_cast<ConcatOp>(op)) {
      state.attributes.set("axis", rewriter.getI64IntegerAttr(permutation[concat.getAxis()]));
    } else if (isa<SliceOp>(op)) {
      for (StringRef name : {"starts", "sizes", "steps"})
        permuteArray(name);
    } else if (isa<PadOp>(op)) {
      for (StringRef name : {"low", "high"})
        permuteArray(name);
    } else if (auto softmax = dyn_cast<SoftmaxOp>(op)) {
      SmallVector<int64_t> axes;
      for (int64_t axis : softmax.getAxes())
        axes.push_back(permutation[axis]);
      llvm::sort(axes);
      state.attributes.set("axes", rewriter.getDenseI64ArrayAttr(axes));
    } else if (auto resize = dyn_cast<ResizeOp>(op)) {
      SmallVector<double> scales(permutation.size()), roi(2 * permutation.size());
      for (auto [i, axis] : llvm::enumerate(permutation)) {
        scales[axis] = resize.getScales()[i];
        if (resize.getRoi()) {
          roi[axis] = (*resize.getRoi())[i];
          roi[permutation.size() + axis] = (*resize.getRoi())[permutation.size() + i];
        }
      }
      state.attributes.set("scales", rewriter.getDenseF64ArrayAttr(scales));
      if (resize.getRoi())
        state.attributes.set("roi", rewriter.getDenseF64ArrayAttr(roi));
    }
  }

  Pass::Statistic &sunk;
};

/// Moves a transpose behind a reshape that merges only dimensions which follow each other in front of the transpose, too.
struct SinkThroughReshape : OpRewritePattern<ReshapeOp> {
  SinkThroughReshape(MLIRContext *context, Pass::Statistic &sunk) : OpRewritePattern(context), sunk(sunk) {}

  LogicalResult matchAndRewrite(ReshapeOp op, PatternRewriter &rewriter) const override {
    auto transpose = op.getX().getDefiningOp<TransposeOp>();
    RankedTensorType type = op.getType();
    if (!transpose || !transpose->hasOneUse() || getConstant(transpose.getX()) || !type.hasStaticShape() || !typeOf(transpose.getX()).hasStaticShape() ||
        type.getNumElements() == 0)
      return failure();
    ArrayRef<int64_t> from = typeOf(transpose.getX()).getShape();
    if (isFree(from, transpose.getPermutation()))
      return failure();
    // The result's dimensions by their strides in the transpose's operand: that is their order there.
    std::optional<StridedView> view =
        StridedView::dense(from).transpose(transpose.getPermutation()).reshape(transpose.getType().getShape(), type.getShape());
    if (!view)
      return failure();
    SmallVector<int64_t> order = llvm::to_vector(llvm::seq<int64_t>(0, type.getRank()));
    llvm::stable_sort(order, [&](int64_t a, int64_t b) {
      bool unitA = type.getDimSize(a) == 1, unitB = type.getDimSize(b) == 1;
      return unitA || unitB ? unitA && !unitB : view->strides[a] > view->strides[b];
    });
    SmallVector<int64_t> shape;
    for (int64_t dim : order)
      shape.push_back(type.getDimSize(dim));
    Value reshaped = ReshapeOp::create(rewriter, op.getLoc(), RankedTensorType::get(shape, type.getElementType()), transpose.getX());
    rewriter.replaceOpWithNewOp<TransposeOp>(op, reshaped, rewriter.getDenseI64ArrayAttr(invertPermutationVector(order)));
    ++sunk;
    return success();
  }
  Pass::Statistic &sunk;
};

/// A product reads a matrix that lies the other way round as well; what is left of the transpose keeps rows together.
struct AbsorbTranspose : OpRewritePattern<MatmulOp> {
  AbsorbTranspose(MLIRContext *context, Pass::Statistic &sunk) : OpRewritePattern(context), sunk(sunk) {}

  LogicalResult matchAndRewrite(MatmulOp op, PatternRewriter &rewriter) const override {
    // With one matrix for all leading dimensions the rows of `a` become one matrix, if they stay rows.
    bool batched = llvm::any_of(typeOf(op.getB()).getShape().drop_back(2), [](int64_t extent) { return extent != 1; });
    Value a = op.getA(), b = op.getB();
    bool transposeA = op.getTransposeA(), transposeB = op.getTransposeB();
    bool absorbed = absorb(b, transposeB, rewriter);
    if (batched || typeOf(a).getRank() == 2)
      absorbed |= absorb(a, transposeA, rewriter);
    if (!absorbed)
      return failure();
    rewriter.replaceOpWithNewOp<MatmulOp>(op, op.getType(), a, b, transposeA, transposeB);
    ++sunk;
    return success();
  }

private:
  static bool absorb(Value &operand, bool &flag, PatternRewriter &rewriter) {
    auto transpose = operand.getDefiningOp<TransposeOp>();
    if (!transpose || getConstant(transpose.getX()))
      return false;
    SmallVector<int64_t> permutation(transpose.getPermutation());
    int64_t rank = permutation.size();
    if (rank < 2 || permutation[rank - 2] != rank - 1)
      return false;
    std::swap(permutation[rank - 2], permutation[rank - 1]);
    operand = transpose.getX();
    if (!isIdentityPermutation(permutation))
      operand = TransposeOp::create(rewriter, transpose.getLoc(), operand, rewriter.getDenseI64ArrayAttr(permutation));
    flag = !flag;
    return true;
  }
  Pass::Statistic &sunk;
};

/// A transpose whose operand is a constant or only moves extents of 1 is the business of folding; two in a row merge (canonicalization).
class SinkTransposesPass : public adze::impl::SinkTransposesBase<SinkTransposesPass> {
public:
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<SinkTranspose, SinkThroughReshape, AbsorbTranspose>(&getContext(), numSunk);
    TransposeOp::getCanonicalizationPatterns(patterns, &getContext());
    ReshapeOp::getCanonicalizationPatterns(patterns, &getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
