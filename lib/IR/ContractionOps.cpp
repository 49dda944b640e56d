//===- ContractionOps.cpp - Shapes of products, convolutions, pooling -----===//

#include "adze/IR/Adze.h"

using namespace mlir;
using namespace adze;

static Type elementOf(Value value) { return cast<RankedTensorType>(value.getType()).getElementType(); }

LogicalResult MatmulOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  Dims a = getDims(adaptor.getA().getType()), b = getDims(adaptor.getB().getType());
  if (a.size() < 2 || b.size() < 2)
    return emitOptionalError(loc, "(C1) matmul needs two dimensions, has ", adaptor.getA().getType(), " and ",
                             adaptor.getB().getType());
  Dim m = a[a.size() - (adaptor.getTransposeA() ? 1 : 2)], ka = a[a.size() - (adaptor.getTransposeA() ? 2 : 1)];
  Dim n = b[b.size() - (adaptor.getTransposeB() ? 2 : 1)], kb = b[b.size() - (adaptor.getTransposeB() ? 1 : 2)];
  if (!ka.isOpen() && !kb.isOpen() && ka.size != kb.size)
    return emitOptionalError(loc, "(C2) matmul reduces over ", ka.size, " and ", kb.size, " elements: ",
                             adaptor.getA().getType(), " and ", adaptor.getB().getType());
  if (elementOf(adaptor.getA()) != elementOf(adaptor.getB()) && !isa<quant::QuantizedType>(elementOf(adaptor.getA())))
    return emitOptionalError(loc, "(C3) element types ", elementOf(adaptor.getA()), " and ", elementOf(adaptor.getB()),
                             " differ");
  FailureOr<Dims> dims = broadcastDims(ArrayRef(a).drop_back(2), ArrayRef(b).drop_back(2));
  if (failed(dims))
    return emitOptionalError(loc, "leading dimensions of ", adaptor.getA().getType(), " and ", adaptor.getB().getType(),
                             " do not broadcast");
  dims->push_back(m);
  dims->push_back(n);
  types.push_back(makeTensor(*dims, elementOf(adaptor.getA())));
  return success();
}

//===----------------------------------------------------------------------===//
// Windows
//===----------------------------------------------------------------------===//

namespace {
/// Where batch, channels and spatial dimensions stand.
struct WindowDims {
  Dim batch, channels;
  Dims spatial;
  Layout layout;

  WindowDims(Type type, Layout layout) : layout(layout) {
    Dims dims = getDims(type);
    batch = dims.front();
    bool last = layout == Layout::ChannelsLast;
    channels = last ? dims.back() : dims[1];
    spatial.assign(dims.begin() + (last ? 1 : 2), dims.end() - (last ? 1 : 0));
  }
  RankedTensorType getType(Type element) const {
    Dims dims{batch};
    if (layout == Layout::ChannelsFirst)
      dims.push_back(channels);
    dims.append(spatial.begin(), spatial.end());
    if (layout == Layout::ChannelsLast)
      dims.push_back(channels);
    return makeTensor(dims, element);
  }
};
} // namespace

static LogicalResult checkWindow(std::optional<Location> loc, Value input, ArrayRef<size_t> perSpatial, size_t pads, Value filter = {}) {
  int64_t rank = cast<RankedTensorType>(input.getType()).getRank();
  if (filter && cast<RankedTensorType>(filter.getType()).getRank() != rank)
    return emitOptionalError(loc, "(C3) input and filter have different ranks: ", input.getType(), " and ", filter.getType());
  if (rank < 3 || rank > 5)
    return emitOptionalError(loc, "(C3) one to three spatial dimensions are expected, the input is ", input.getType());
  size_t spatial = rank - 2;
  for (size_t length : perSpatial)
    if (length != spatial)
      return emitOptionalError(loc, "(C3) attributes have ", length, " entries for ", spatial, " spatial dimensions");
  if (pads != 2 * spatial)
    return emitOptionalError(loc, "(C3) pads has ", pads, " entries for ", spatial, " spatial dimensions");
  return success();
}

/// The spatial extents of a window's output.
static LogicalResult slideWindow(std::optional<Location> loc, WindowDims &dims, ArrayRef<int64_t> kernel,
                                 ArrayRef<int64_t> strides, ArrayRef<int64_t> pads, ArrayRef<int64_t> dilations, bool ceil) {
  for (auto [i, dim] : llvm::enumerate(dims.spatial)) {
    if (strides[i] < 1 || dilations[i] < 1 || kernel[i] < 1)
      return emitOptionalError(loc, "kernel, stride and dilation must be at least 1");
    int64_t low = pads[i], high = pads[i + dims.spatial.size()];
    Dim out = dim.map([&, i = i](int64_t extent) {
      return windowExtent(extent, kernel[i], strides[i], dilations[i], low, high, ceil);
    });
    if (out.largest() < 0)
      return emitOptionalError(loc, "a window of ", kernel[i], " does not fit into spatial dimension ", i, " of ",
                               dim.largest(), " elements");
    dim = out;
  }
  return success();
}

LogicalResult ConvOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                       SmallVectorImpl<Type> &types) {
  auto filter = cast<RankedTensorType>(adaptor.getFilter().getType());
  if (failed(checkWindow(loc, adaptor.getInput(),
                         {adaptor.getStrides().size(), adaptor.getDilations().size()},
                         adaptor.getPads().size(), adaptor.getFilter())))
    return failure();
  WindowDims dims(adaptor.getInput().getType(), adaptor.getLayout());
  int64_t groups = adaptor.getGroups();
  if (groups < 1 || (!dims.channels.isOpen() && dims.channels.size % groups) || filter.getDimSize(0) % groups)
    return emitOptionalError(loc, "(C1) ", dims.channels.size, " input and ", filter.getDimSize(0),
                             " output channels do not divide into ", groups, " groups");
  if (!dims.channels.isOpen() && filter.getDimSize(1) != dims.channels.size / groups)
    return emitOptionalError(loc, "(C2) the filter has ", filter.getDimSize(1), " input channels, the input ",
                             dims.channels.size, " in ", groups, " groups");
  if (failed(slideWindow(loc, dims, filter.getShape().drop_front(2), adaptor.getStrides(), adaptor.getPads(),
                         adaptor.getDilations(), false)))
    return failure();
  dims.channels = filter.getDimSize(0);
  types.push_back(dims.getType(elementOf(adaptor.getInput())));
  return success();
}

LogicalResult WinogradConvOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                               SmallVectorImpl<Type> &types) {
  auto input = cast<RankedTensorType>(adaptor.getInput().getType()), filter = cast<RankedTensorType>(adaptor.getFilter().getType());
  if (input.getRank() != 4 || filter.getRank() != 4 || adaptor.getPads().size() != 4 || !input.getElementType().isF32() ||
      !filter.getElementType().isF32())
    return emitOptionalError(loc, "(C3) four dimensions of f32 and four pads are expected, not ", input, ", ", filter, " and ",
                             adaptor.getPads().size(), " pads");
  int64_t size = filter.getDimSize(0), kernel = adaptor.getKernel();
  bool known = (kernel == 3 && (size == 4 || size == 6)) || (kernel == 5 && size == 6);
  if (!known || filter.getDimSize(1) != size)
    return emitOptionalError(loc, "(C1) there is no filter of ", size, " x ", filter.getDimSize(1), " elements a channel for a kernel of ", kernel);
  WindowDims dims(input, Layout::ChannelsLast);
  if (dims.channels.isOpen() || filter.getDimSize(2) != dims.channels.size)
    return emitOptionalError(loc, "(C2) the filter has ", filter.getDimSize(2), " input channels, the input ", dims.channels.size);
  if (failed(slideWindow(loc, dims, {kernel, kernel}, {1, 1}, adaptor.getPads(), {1, 1}, false)))
    return failure();
  dims.channels = filter.getDimSize(3);
  types.push_back(dims.getType(input.getElementType()));
  return success();
}

LogicalResult ConvTransposeOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                                SmallVectorImpl<Type> &types) {
  auto filter = cast<RankedTensorType>(adaptor.getFilter().getType());
  if (failed(checkWindow(loc, adaptor.getInput(),
                         {adaptor.getStrides().size(), adaptor.getDilations().size(), adaptor.getOutputPadding().size()},
                         adaptor.getPads().size(), adaptor.getFilter())))
    return failure();
  WindowDims dims(adaptor.getInput().getType(), adaptor.getLayout());
  int64_t groups = adaptor.getGroups();
  if (groups < 1 || filter.getDimSize(0) % groups)
    return emitOptionalError(loc, "(C1) ", filter.getDimSize(0), " channels do not divide into ", groups, " groups");
  if (!dims.channels.isOpen() && filter.getDimSize(0) != dims.channels.size)
    return emitOptionalError(loc, "(C2) the filter has ", filter.getDimSize(0), " input channels, the input ",
                             dims.channels.size);
  size_t spatial = dims.spatial.size();
  for (auto [i, dim] : llvm::enumerate(dims.spatial)) {
    if (adaptor.getStrides()[i] < 1 || adaptor.getDilations()[i] < 1)
      return emitOptionalError(loc, "stride and dilation must be at least 1");
    dim = dim.map([&, i = i](int64_t extent) {
      return (extent - 1) * adaptor.getStrides()[i] + (filter.getDimSize(i + 2) - 1) * adaptor.getDilations()[i] + 1 +
             adaptor.getOutputPadding()[i] - adaptor.getPads()[i] - adaptor.getPads()[i + spatial];
    });
    if (dim.largest() < 0)
      return emitOptionalError(loc, "pads are larger than the output of spatial dimension ", i);
  }
  dims.channels = filter.getDimSize(1) * groups;
  types.push_back(dims.getType(elementOf(adaptor.getInput())));
  return success();
}

template <typename Adaptor>
static LogicalResult inferPool(std::optional<Location> loc, Adaptor adaptor, SmallVectorImpl<Type> &types) {
  if (failed(checkWindow(loc, adaptor.getInput(),
                         {adaptor.getKernel().size(), adaptor.getStrides().size(), adaptor.getDilations().size()},
                         adaptor.getPads().size())))
    return failure();
  WindowDims dims(adaptor.getInput().getType(), adaptor.getLayout());
  if (failed(slideWindow(loc, dims, adaptor.getKernel(), adaptor.getStrides(), adaptor.getPads(), adaptor.getDilations(),
                         adaptor.getCeilMode())))
    return failure();
  types.push_back(dims.getType(elementOf(adaptor.getInput())));
  return success();
}

LogicalResult MaxPoolOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                          SmallVectorImpl<Type> &types) {
  return inferPool(loc, adaptor, types);
}
LogicalResult AvgPoolOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                          SmallVectorImpl<Type> &types) {
  return inferPool(loc, adaptor, types);
}

LogicalResult AttentionOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  Dims q = getDims(adaptor.getQ().getType()), k = getDims(adaptor.getK().getType()), v = getDims(adaptor.getV().getType());
  if (q.size() < 2 || k.size() < 2 || v.size() < 2)
    return emitOptionalError(loc, "q, k and v need two dimensions");
  if (q.back().size != k.back().size)
    return emitOptionalError(loc, "q and k have ", q.back().size, " and ", k.back().size, " features");
  if (k[k.size() - 2].size != v[v.size() - 2].size)
    return emitOptionalError(loc, "k and v have ", k[k.size() - 2].size, " and ", v[v.size() - 2].size, " rows");
  FailureOr<Dims> dims = broadcastDims(ArrayRef(q).drop_back(2), ArrayRef(k).drop_back(2));
  if (succeeded(dims))
    dims = broadcastDims(*dims, ArrayRef(v).drop_back(2));
  if (failed(dims))
    return emitOptionalError(loc, "leading dimensions of q, k and v do not broadcast");
  dims->push_back(q[q.size() - 2]);
  dims->push_back(v.back());
  types.push_back(makeTensor(*dims, elementOf(adaptor.getQ())));
  return success();
}
