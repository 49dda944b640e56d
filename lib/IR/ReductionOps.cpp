//===- ReductionOps.cpp - Shapes of reductions and normalizations ---------===//

#include "adze/IR/Adze.h"

using namespace mlir;
using namespace adze;

static Type elementOf(Value value) { return cast<RankedTensorType>(value.getType()).getElementType(); }

static LogicalResult checkAxes(std::optional<Location> loc, Value x, ArrayRef<int64_t> axes) {
  int64_t rank = cast<RankedTensorType>(x.getType()).getRank(), last = -1;
  for (int64_t axis : axes) {
    if (axis <= last || axis >= rank)
      return emitOptionalError(loc, "axes must be sorted, distinct and below ", rank);
    last = axis;
  }
  return success();
}

static LogicalResult inferReduced(std::optional<Location> loc, Value x, ArrayRef<int64_t> axes, bool keepdims, Type element,
                                  SmallVectorImpl<Type> &types) {
  if (failed(checkAxes(loc, x, axes)))
    return failure();
  Dims dims;
  for (auto [i, dim] : llvm::enumerate(getDims(x.getType()))) {
    if (!llvm::is_contained(axes, int64_t(i)))
      dims.push_back(dim);
    else if (keepdims)
      dims.push_back(Dim(1));
  }
  types.push_back(makeTensor(dims, element));
  return success();
}

/// The result has the operand's type.
static LogicalResult inferSame(std::optional<Location> loc, Value x, ArrayRef<int64_t> axes, SmallVectorImpl<Type> &types) {
  types.push_back(x.getType());
  return checkAxes(loc, x, axes);
}

LogicalResult ReduceOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  return inferReduced(loc, adaptor.getX(), adaptor.getAxes(), adaptor.getKeepdims(), elementOf(adaptor.getX()), types);
}
LogicalResult ArgReduceOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc, Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  if (adaptor.getKind() != ReduceKind::Max && adaptor.getKind() != ReduceKind::Min)
    return emitOptionalError(loc, "kind must be max or min");
  return inferReduced(loc, adaptor.getX(), {int64_t(adaptor.getAxis())}, adaptor.getKeepdims(),
                      IntegerType::get(context, 64), types);
}
LogicalResult CumSumOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  return inferSame(loc, adaptor.getX(), {int64_t(adaptor.getAxis())}, types);
}
LogicalResult SoftmaxOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                          SmallVectorImpl<Type> &types) {
  ArrayRef<int64_t> axes = adaptor.getAxes();
  if (!axes.empty() && axes.back() - axes.front() + 1 != int64_t(axes.size()))
    return emitOptionalError(loc, "axes must be adjacent");
  return inferSame(loc, adaptor.getX(), axes, types);
}
/// Scale and bias repeat along `x`, never the other way round.
static LogicalResult checkBroadcastsTo(std::optional<Location> loc, Value x, ValueRange parameters) {
  Dims wanted = getDims(x.getType());
  for (Value parameter : parameters) {
    FailureOr<Dims> both = broadcastDims(wanted, getDims(parameter.getType()));
    if (failed(both) || both->size() != wanted.size() ||
        llvm::any_of(llvm::zip(*both, wanted), [](auto pair) { return std::get<0>(pair).size != std::get<1>(pair).size; }))
      return emitOptionalError(loc, "a parameter of ", parameter.getType(), " does not broadcast to ", x.getType());
  }
  return success();
}

LogicalResult LayerNormOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  if (failed(checkBroadcastsTo(loc, adaptor.getX(), adaptor.getOperands().drop_front())))
    return failure();
  return inferSame(loc, adaptor.getX(), {int64_t(adaptor.getAxis())}, types);
}
LogicalResult RmsNormOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                          SmallVectorImpl<Type> &types) {
  if (failed(checkBroadcastsTo(loc, adaptor.getX(), adaptor.getOperands().drop_front())))
    return failure();
  return inferSame(loc, adaptor.getX(), {int64_t(adaptor.getAxis())}, types);
}

/// Channels of `[N, C, ...]` or `[N, ..., C]`.
static FailureOr<Dim> channelsOf(std::optional<Location> loc, Value x, Layout layout) {
  Dims dims = getDims(x.getType());
  if (dims.size() < 2)
    return emitOptionalError(loc, "batch and channels are expected, the operand is ", x.getType());
  return layout == Layout::ChannelsLast ? dims.back() : dims[1];
}

static LogicalResult checkPerChannel(std::optional<Location> loc, Dim channels, ValueRange parameters) {
  for (Value parameter : parameters) {
    if (!parameter)
      continue;
    auto type = cast<RankedTensorType>(parameter.getType());
    if (type.getRank() != 1 || (!channels.isOpen() && type.getDimSize(0) != channels.size))
      return emitOptionalError(loc, "a parameter per channel is expected (", channels.size, "), found ", type);
  }
  return success();
}

LogicalResult GroupNormOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  FailureOr<Dim> channels = channelsOf(loc, adaptor.getX(), adaptor.getLayout());
  if (failed(channels))
    return failure();
  int64_t groups = adaptor.getGroups();
  if (groups < 1 || (!channels->isOpen() && channels->size % groups))
    return emitOptionalError(loc, channels->size, " channels do not divide into ", groups, " groups");
  types.push_back(adaptor.getX().getType());
  for (Value parameter : {adaptor.getScale(), adaptor.getBias()})
    if (parameter && failed(checkPerChannel(loc, *channels, parameter)))
      return failure();
  return success();
}
LogicalResult BatchNormOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  Dims dims = getDims(adaptor.getX().getType());
  if (dims.empty())
    return emitOptionalError(loc, "batch and channels are expected, the operand is a scalar");
  types.push_back(adaptor.getX().getType());
  return checkPerChannel(loc, dims.size() == 1 ? Dim(1) : dims[1],
                         {adaptor.getScale(), adaptor.getBias(), adaptor.getMean(), adaptor.getVariance()});
}
LogicalResult LrnOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                      SmallVectorImpl<Type> &types) {
  types.push_back(adaptor.getX().getType());
  return LogicalResult(channelsOf(loc, adaptor.getX(), Layout::ChannelsFirst));
}
LogicalResult TopKOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc, Adaptor adaptor,
                                       SmallVectorImpl<Type> &types) {
  if (failed(checkAxes(loc, adaptor.getX(), {int64_t(adaptor.getAxis())})))
    return failure();
  Dims dims = getDims(adaptor.getX().getType());
  Dim &dim = dims[adaptor.getAxis()];
  int64_t k = adaptor.getK();
  if (k < 0 || (!dim.isOpen() && k > dim.size))
    return emitOptionalError(loc, "k = ", k, " of ", dim.size, " elements");
  dim = Dim(k);
  types.push_back(makeTensor(dims, elementOf(adaptor.getX())));
  types.push_back(makeTensor(dims, IntegerType::get(context, 64)));
  return success();
}
