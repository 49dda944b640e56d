//===- MovementOps.cpp - Shapes, verifiers and folds of movements ---------===//

#include "adze/IR/Adze.h"
#include "adze/Support/ElementType.h"
#include "mlir/IR/PatternMatch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace adze;

static Type elementOf(Value value) { return cast<RankedTensorType>(value.getType()).getElementType(); }
static int64_t rankOf(Value value) { return cast<RankedTensorType>(value.getType()).getRank(); }

//===----------------------------------------------------------------------===//
// reshape, broadcast
//===----------------------------------------------------------------------===//

LogicalResult ReshapeOp::verify() {
  auto from = getX().getType(), to = getY().getType();
  if (!from.hasStaticShape() || !to.hasStaticShape())
    return success();
  std::optional<int64_t> before = countElements(from.getShape()), after = countElements(to.getShape());
  for (auto [type, count] : {std::pair(from, before), std::pair(to, after)})
    if (!count)
      return emitOpError() << type << " has more elements than memory can hold";
  if (before != after)
    return emitOpError("(C1) ") << from << " has " << *before << " elements, " << to << " has " << *after;
  return success();
}
OpFoldResult ReshapeOp::fold(FoldAdaptor) { return getX().getType() == getY().getType() ? getX() : Value(); }

namespace {
struct MergeReshapes : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp op, PatternRewriter &rewriter) const override {
    auto inner = op.getX().getDefiningOp<ReshapeOp>();
    if (!inner)
      return failure();
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), inner.getX());
    return success();
  }
};
/// A transpose that only moves dimensions of extent 1 changes no order.
struct TransposeToReshape : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp op, PatternRewriter &rewriter) const override {
    int64_t last = -1;
    for (int64_t axis : op.getPermutation()) {
      if (op.getX().getType().getDimSize(axis) == 1)
        continue;
      if (axis < last)
        return failure();
      last = axis;
    }
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), op.getX());
    return success();
  }
};
struct MergeTransposes : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp op, PatternRewriter &rewriter) const override {
    auto inner = op.getX().getDefiningOp<TransposeOp>();
    if (!inner)
      return failure();
    SmallVector<int64_t> permutation;
    for (int64_t axis : op.getPermutation())
      permutation.push_back(inner.getPermutation()[axis]);
    rewriter.replaceOpWithNewOp<TransposeOp>(op, inner.getX(), rewriter.getDenseI64ArrayAttr(permutation));
    return success();
  }
};
} // namespace

void ReshapeOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<MergeReshapes>(context);
}
void TransposeOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<MergeTransposes, TransposeToReshape>(context);
}

LogicalResult BroadcastOp::verify() {
  FailureOr<Dims> dims = broadcastDims(getDims(getX().getType()), getDims(getY().getType()));
  if (failed(dims) || failed(verifyCompatibleShape(makeTensor(*dims, elementOf(getX())), getY().getType())))
    return emitOpError("(C1) ") << getX().getType() << " does not broadcast to " << getY().getType();
  return success();
}
OpFoldResult BroadcastOp::fold(FoldAdaptor) { return getX().getType() == getY().getType() ? getX() : Value(); }

//===----------------------------------------------------------------------===//
// transpose, slice, concat, pad
//===----------------------------------------------------------------------===//

LogicalResult TransposeOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  Dims dims = getDims(adaptor.getX().getType()), result;
  ArrayRef<int64_t> permutation = adaptor.getPermutation();
  SmallVector<bool> seen(dims.size(), false);
  for (int64_t axis : permutation) {
    if (permutation.size() != dims.size() || axis < 0 || axis >= int64_t(dims.size()) || seen[axis])
      return emitOptionalError(loc, "(C1) not a permutation of ", dims.size(), " dimensions");
    seen[axis] = true;
    result.push_back(dims[axis]);
  }
  types.push_back(makeTensor(result, elementOf(adaptor.getX())));
  return success();
}
OpFoldResult TransposeOp::fold(FoldAdaptor) {
  for (auto [i, axis] : llvm::enumerate(getPermutation()))
    if (int64_t(i) != axis)
      return {};
  return getX();
}

LogicalResult SliceOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                        SmallVectorImpl<Type> &types) {
  Dims dims = getDims(adaptor.getX().getType()), result;
  ArrayRef<int64_t> starts = adaptor.getStarts(), sizes = adaptor.getSizes(), steps = adaptor.getSteps();
  if (starts.size() != dims.size() || sizes.size() != dims.size() || steps.size() != dims.size())
    return emitOptionalError(loc, "starts, sizes and steps need ", dims.size(), " entries");
  for (auto [i, dim] : llvm::enumerate(dims)) {
    int64_t way = 0, last = 0;
    bool empty = sizes[i] == 0;
    bool overflows = sizes[i] > 0 && (llvm::MulOverflow(sizes[i] - 1, steps[i], way) || llvm::AddOverflow(starts[i], way, last));
    if (sizes[i] < 0 || steps[i] == 0 || overflows ||
        (!empty && (starts[i] < 0 || last < 0 || (!dim.isOpen() && std::max(starts[i], last) >= dim.size))))
      return emitOptionalError(loc, "(C1) ", sizes[i], " elements from ", starts[i], " by ", steps[i],
                               " leave dimension ", i, " of ", dim.size, " elements");
    result.push_back(Dim(sizes[i]));
  }
  types.push_back(makeTensor(result, elementOf(adaptor.getX())));
  return success();
}
OpFoldResult SliceOp::fold(FoldAdaptor) {
  bool forward = llvm::all_of(getSteps(), [](int64_t step) { return step == 1; });
  return forward && getX().getType() == getY().getType() ? getX() : Value();
}

LogicalResult ConcatOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  if (adaptor.getXs().empty())
    return emitOptionalError(loc, "(C1) nothing to join");
  int64_t axis = adaptor.getAxis();
  Dims dims = getDims(adaptor.getXs()[0].getType());
  if (axis < 0 || axis >= int64_t(dims.size()))
    return emitOptionalError(loc, "axis ", axis, " of ", dims.size(), " dimensions");
  for (Value x : adaptor.getXs().drop_front()) {
    Dims more = getDims(x.getType());
    bool fits = more.size() == dims.size() && elementOf(x) == elementOf(adaptor.getXs()[0]);
    for (size_t i = 0; fits && i < dims.size(); ++i)
      fits = int64_t(i) == axis || dims[i].isOpen() || more[i].isOpen() || dims[i].size == more[i].size;
    if (!fits)
      return emitOptionalError(loc, "(C2) ", adaptor.getXs()[0].getType(), " and ", x.getType(),
                               " do not join along axis ", axis);
    Dim &sum = dims[axis], &add = more[axis];
    if (sum.isOpen() || add.isOpen()) {
      Dim open;
      open.bound = sum.largest() && add.largest() ? sum.largest() + add.largest() : 0;
      sum = open;
    } else {
      sum.size += add.size;
    }
  }
  types.push_back(makeTensor(dims, elementOf(adaptor.getXs()[0])));
  return success();
}
OpFoldResult ConcatOp::fold(FoldAdaptor) { return getXs().size() == 1 ? getXs()[0] : Value(); }

LogicalResult PadOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                      SmallVectorImpl<Type> &types) {
  Dims dims = getDims(adaptor.getX().getType());
  if (adaptor.getLow().size() != dims.size() || adaptor.getHigh().size() != dims.size())
    return emitOptionalError(loc, "low and high need ", dims.size(), " entries");
  for (auto [i, dim] : llvm::enumerate(dims)) {
    int64_t low = adaptor.getLow()[i], high = adaptor.getHigh()[i];
    if (low < 0 || high < 0)
      return emitOptionalError(loc, "pads must not be negative");
    int64_t reach = adaptor.getMode() == PadMode::Reflect ? dim.size - 1 : dim.size;
    bool inside = adaptor.getMode() == PadMode::Reflect || adaptor.getMode() == PadMode::Wrap;
    if (!dim.isOpen() && inside && std::max(low, high) > reach && !(low == 0 && high == 0))
      return emitOptionalError(loc, "(C1) pads of ", low, " and ", high, " reach beyond dimension ", i, " of ", dim.size,
                               " elements");
    if (!dim.isOpen() && dim.size == 0 && adaptor.getMode() != PadMode::Constant && low + high > 0)
      return emitOptionalError(loc, "(C1) an empty dimension has no edge to repeat");
    dim = dim.map([&](int64_t extent) { return extent + low + high; });
  }
  types.push_back(makeTensor(dims, elementOf(adaptor.getX())));
  return success();
}
OpFoldResult PadOp::fold(FoldAdaptor) { return getX().getType() == getY().getType() ? getX() : Value(); }

//===----------------------------------------------------------------------===//
// gather, scatter
//===----------------------------------------------------------------------===//

static LogicalResult checkAxis(std::optional<Location> loc, Value x, int64_t axis) {
  if (axis < 0 || axis >= rankOf(x))
    return emitOptionalError(loc, "axis ", axis, " of ", rankOf(x), " dimensions");
  return success();
}

static LogicalResult checkIntegers(std::optional<Location> loc, Value indices) {
  if (!isa<IntegerType>(elementOf(indices)))
    return emitOptionalError(loc, "indices must be integers, found ", indices.getType());
  return success();
}

/// Indices along `axis` address elements of x, wherever they stand: they are at most as many along every other dimension.
static LogicalResult checkElementIndices(std::optional<Location> loc, Value x, Value indices, int64_t axis) {
  if (rankOf(x) != rankOf(indices))
    return emitOptionalError(loc, "data and indices need the same rank");
  if (failed(checkAxis(loc, x, axis)) || failed(checkIntegers(loc, indices)))
    return failure();
  for (auto [i, dim, index] : llvm::enumerate(getDims(x.getType()), getDims(indices.getType())))
    if (int64_t(i) != axis && !dim.isOpen() && !index.isOpen() && index.size > dim.size)
      return emitOptionalError(loc, "indices ", indices.getType(), " leave dimension ", i, " of ", x.getType());
  return success();
}

LogicalResult GatherOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  if (failed(checkAxis(loc, adaptor.getX(), adaptor.getAxis())) || failed(checkIntegers(loc, adaptor.getIndices())))
    return failure();
  Dims dims = getDims(adaptor.getX().getType()), indices = getDims(adaptor.getIndices().getType());
  dims.erase(dims.begin() + adaptor.getAxis());
  dims.insert(dims.begin() + adaptor.getAxis(), indices.begin(), indices.end());
  types.push_back(makeTensor(dims, elementOf(adaptor.getX())));
  return success();
}
LogicalResult GatherElementsOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                                 SmallVectorImpl<Type> &types) {
  types.push_back(makeTensor(getDims(adaptor.getIndices().getType()), elementOf(adaptor.getX())));
  return checkElementIndices(loc, adaptor.getX(), adaptor.getIndices(), adaptor.getAxis());
}
LogicalResult GatherNdOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                           SmallVectorImpl<Type> &types) {
  Dims x = getDims(adaptor.getX().getType()), indices = getDims(adaptor.getIndices().getType());
  int64_t batch = adaptor.getBatchDims();
  int64_t depth = indices.empty() ? -1 : indices.back().size;
  if (depth < 0 || batch < 0 || batch >= int64_t(indices.size()) || batch + depth > int64_t(x.size()))
    return emitOptionalError(loc, "index tuples of ", depth, " behind ", batch, " batch dimensions for ",
                             adaptor.getX().getType());
  for (int64_t i = 0; i < batch; ++i)
    if (!x[i].isOpen() && !indices[i].isOpen() && x[i].size != indices[i].size)
      return emitOptionalError(loc, "batch dimension ", i, " differs: ", adaptor.getX().getType(), " and ",
                               adaptor.getIndices().getType());
  if (failed(checkIntegers(loc, adaptor.getIndices())))
    return failure();
  Dims dims(indices.begin(), indices.end() - 1);
  dims.append(x.begin() + batch + depth, x.end());
  types.push_back(makeTensor(dims, elementOf(adaptor.getX())));
  return success();
}
LogicalResult ScatterElementsOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                                  SmallVectorImpl<Type> &types) {
  if (failed(verifyCompatibleShape(adaptor.getIndices().getType(), adaptor.getUpdates().getType())))
    return emitOptionalError(loc, "indices and updates need the same shape");
  types.push_back(adaptor.getX().getType());
  return checkElementIndices(loc, adaptor.getX(), adaptor.getIndices(), adaptor.getAxis());
}
LogicalResult ScatterNdOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  Dims x = getDims(adaptor.getX().getType()), indices = getDims(adaptor.getIndices().getType());
  int64_t depth = indices.empty() ? -1 : indices.back().size;
  if (depth < 0 || depth > int64_t(x.size()))
    return emitOptionalError(loc, "index tuples of ", depth, " for ", adaptor.getX().getType());
  if (failed(checkIntegers(loc, adaptor.getIndices())))
    return failure();
  Dims expected(indices.begin(), indices.end() - 1);
  expected.append(x.begin() + depth, x.end());
  if (failed(verifyCompatibleShape(makeTensor(expected, elementOf(adaptor.getX())), adaptor.getUpdates().getType())))
    return emitOptionalError(loc, "updates do not have the indexed slices' shape");
  types.push_back(adaptor.getX().getType());
  return success();
}
LogicalResult ReverseSequenceOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                                  SmallVectorImpl<Type> &types) {
  types.push_back(adaptor.getX().getType());
  if (failed(checkAxis(loc, adaptor.getX(), adaptor.getBatchAxis())) || failed(checkAxis(loc, adaptor.getX(), adaptor.getTimeAxis())))
    return failure();
  Dim batch = getDims(adaptor.getX().getType())[adaptor.getBatchAxis()];
  Dims lengths = getDims(adaptor.getLengths().getType());
  if (lengths.size() != 1 || (!batch.isOpen() && !lengths[0].isOpen() && batch.size != lengths[0].size))
    return emitOptionalError(loc, "a length for each entry of the batch is expected, found ", adaptor.getLengths().getType());
  return success();
}

//===----------------------------------------------------------------------===//
// resampling
//===----------------------------------------------------------------------===//

LogicalResult ResizeOp::verify() {
  int64_t rank = getX().getType().getRank();
  if (rank != getY().getType().getRank() || int64_t(getScales().size()) != rank)
    return emitOpError("(C1) operand, result and scales have ranks ")
           << rank << ", " << getY().getType().getRank() << " and " << getScales().size();
  if (getRoi() && int64_t(getRoi()->size()) != 2 * rank)
    return emitOpError("(C1) roi has ") << getRoi()->size() << " entries for " << rank << " dimensions";
  return success();
}
LogicalResult GridSampleOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                             SmallVectorImpl<Type> &types) {
  Dims x = getDims(adaptor.getX().getType()), grid = getDims(adaptor.getGrid().getType());
  if (x.size() < 3 || grid.size() != x.size() || grid.back().size != int64_t(x.size()) - 2 ||
      (!x[0].isOpen() && !grid[0].isOpen() && x[0].size != grid[0].size))
    return emitOptionalError(loc, "a grid of ", adaptor.getGrid().getType(), " does not sample ", adaptor.getX().getType());
  Dims dims{x[0], x[1]};
  dims.append(grid.begin() + 1, grid.end() - 1);
  types.push_back(makeTensor(dims, elementOf(adaptor.getX())));
  return success();
}
