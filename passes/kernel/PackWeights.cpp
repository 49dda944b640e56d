//===- PackWeights.cpp - Stores weights as their schedules read them ------===//

#include "adze/IR/Adze.h"
#include "adze/Support/Winograd.h"
#include "mlir/IR/Builders.h"
#include "mlir/Pass/Pass.h"

namespace adze {
#define GEN_PASS_DEF_PACKWEIGHTS
#include "passes/kernel/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {

/// Copies a row-major matrix [inner][outputs] (or [outputs][inner]) to [outputs / block][inner][block].
std::vector<char> packBlocks(ArrayRef<char> bytes, int64_t inner, int64_t outputs, bool outputsFirst, int64_t block, int64_t size) {
  int64_t blocks = (outputs + block - 1) / block;
  std::vector<char> packed(blocks * inner * block * size);
  for (int64_t o = 0; o < outputs; ++o)
    for (int64_t i = 0; i < inner; ++i) {
      const char *from = bytes.data() + (outputsFirst ? o * inner + i : i * outputs + o) * size;
      memcpy(packed.data() + ((o / block * inner + i) * block + o % block) * size, from, size);
    }
  return packed;
}

class PackWeightsPass : public adze::impl::PackWeightsBase<PackWeightsPass> {
public:
  void runOnOperation() override {
    getOperation().walk([&](KernelOp kernel) {
      std::optional<ScheduleAttr> schedule = kernel.getSchedule();
      if (!schedule || schedule->getTile().empty())
        return;
      int64_t block = schedule->getTile()[0];
      for (Operation &op : llvm::make_early_inc_range(kernel.getBodyBlock()->without_terminator())) {
        if (auto matmul = dyn_cast<MatmulOp>(op); matmul && schedule->getVariant() == "gemm")
          packMatmul(kernel, matmul, block);
        else if (auto conv = dyn_cast<ConvOp>(op); conv && schedule->getVariant() == "conv")
          packConv(kernel, conv, block);
        else if (auto conv = dyn_cast<ConvOp>(op); conv && schedule->getVariant() == "winograd")
          transformConv(kernel, conv, block, schedule->getUnroll());
        else if (auto conv = dyn_cast<ConvOp>(op); conv && schedule->getVariant() == "window")
          packDepthwise(kernel, conv);
      }
    });
  }

private:
  /// The constant behind a kernel's argument, or null.
  static ElementsAttr constantOf(KernelOp kernel, Value value, StringRef &name) {
    auto argument = dyn_cast<BlockArgument>(value);
    if (!argument)
      return {};
    Value outside = kernel.getInputs()[argument.getArgNumber()];
    ElementsAttr constant = getConstant(outside);
    if (auto resource = dyn_cast_if_present<DenseResourceElementsAttr>(constant))
      name = resource.getRawHandle().getKey();
    return constant;
  }

  /// Gives the kernel a new constant as operand and returns the argument for it.
  Value addOperand(KernelOp kernel, RankedTensorType type, ArrayRef<char> bytes, StringRef name, Location loc) {
    OpBuilder builder(kernel);
    Value constant = ConstantOp::create(builder, loc, makeConstant(type, bytes, name.empty() ? "packed" : name)).getY();
    kernel.getInputsMutable().append(constant);
    ++numPacked;
    return kernel.getBodyBlock()->addArgument(type, loc);
  }
  /// Drops an operand whose argument is not used any more.
  static void dropUnused(KernelOp kernel, Value value) {
    auto argument = cast<BlockArgument>(value);
    if (!argument.use_empty())
      return;
    unsigned index = argument.getArgNumber();
    Operation *producer = kernel.getInputs()[index].getDefiningOp();
    kernel.getBodyBlock()->eraseArgument(index);
    kernel.getInputsMutable().erase(index);
    if (producer && producer->use_empty())
      producer->erase();
  }

  void packMatmul(KernelOp kernel, MatmulOp op, int64_t block) {
    StringRef name;
    ElementsAttr constant = constantOf(kernel, op.getB(), name);
    auto type = cast<RankedTensorType>(op.getB().getType());
    if (!constant || type.getRank() != 2)
      return;
    bool transposed = op.getTransposeB();
    int64_t n = type.getDimSize(transposed ? 0 : 1), k = type.getDimSize(transposed ? 1 : 0);
    SmallVector<char> storage;
    std::vector<char> packed = packBlocks(getConstantBytes(constant, storage), k, n, transposed, block, getElementBytes(type.getElementType()));
    auto packedType = RankedTensorType::get({(n + block - 1) / block, k, block}, type.getElementType());
    Value old = op.getB();
    Value argument = addOperand(kernel, packedType, packed, name, op.getLoc());
    OpBuilder builder(op);
    op.getBMutable().assign(UnpackOp::create(builder, op.getLoc(), argument, builder.getI64IntegerAttr(n)));
    op.setTransposeB(false);
    dropUnused(kernel, old);
  }

  /// [O, I, window...] to [O / block, window..., I, block].
  void packConv(KernelOp kernel, ConvOp op, int64_t block) {
    StringRef name;
    ElementsAttr constant = constantOf(kernel, op.getFilter(), name);
    if (!constant)
      return;
    auto type = cast<RankedTensorType>(op.getFilter().getType());
    int64_t size = getElementBytes(type.getElementType());
    int64_t outputs = type.getDimSize(0), channels = type.getDimSize(1);
    int64_t window = type.getNumElements() / (outputs * channels);
    SmallVector<char> storage;
    ArrayRef<char> bytes = getConstantBytes(constant, storage);
    std::vector<char> channelsLast(bytes.size());
    for (int64_t o = 0; o < outputs; ++o)
      for (int64_t c = 0; c < channels; ++c)
        for (int64_t w = 0; w < window; ++w)
          memcpy(channelsLast.data() + ((o * window + w) * channels + c) * size, bytes.data() + ((o * channels + c) * window + w) * size, size);
    std::vector<char> packed = packBlocks(channelsLast, window * channels, outputs, true, block, size);
    SmallVector<int64_t> shape{(outputs + block - 1) / block};
    llvm::append_range(shape, type.getShape().drop_front(2));
    llvm::append_values(shape, channels, block);
    Value old = op.getFilter();
    Value argument = addOperand(kernel, RankedTensorType::get(shape, type.getElementType()), packed, name, op.getLoc());
    OpBuilder builder(op);
    Value unpacked = UnpackOp::create(builder, op.getLoc(), argument, builder.getI64IntegerAttr(outputs)); // [window..., I, O]
    int64_t rank = type.getRank();
    SmallVector<int64_t> permutation{rank - 1, rank - 2};
    for (int64_t i = 0; i < rank - 2; ++i)
      permutation.push_back(i);
    op.getFilterMutable().assign(TransposeOp::create(builder, op.getLoc(), unpacked, builder.getDenseI64ArrayAttr(permutation)));
    dropUnused(kernel, old);
  }

  /// [O, I, r, r] to [O / block, n, n, I, block] in Winograd's domain; the operation becomes `winograd_conv`.
  void transformConv(KernelOp kernel, ConvOp op, int64_t block, int64_t m) {
    StringRef name;
    ElementsAttr constant = constantOf(kernel, op.getFilter(), name);
    if (!constant)
      return;
    auto type = cast<RankedTensorType>(op.getFilter().getType());
    int64_t outputs = type.getDimSize(0), channels = type.getDimSize(1), r = type.getDimSize(2), size = m + r - 1;
    WinogradMatrix g = getWinogradMatrices(m, r).filter;
    SmallVector<char> storage;
    const float *taps = reinterpret_cast<const float *>(getConstantBytes(constant, storage).data());
    std::vector<float> transformed(outputs * size * size * channels);
    for (int64_t o = 0; o < outputs; ++o)
      for (int64_t c = 0; c < channels; ++c, taps += r * r)
        for (int64_t j = 0; j < size; ++j)
          for (int64_t i = 0; i < size; ++i) {
            double sum = 0;
            for (int64_t y = 0; y < r; ++y)
              for (int64_t x = 0; x < r; ++x)
                sum += double(g[j][y]) * g[i][x] * taps[y * r + x];
            transformed[((o * size + j) * size + i) * channels + c] = sum;
          }
    ArrayRef<char> bytes(reinterpret_cast<const char *>(transformed.data()), transformed.size() * sizeof(float));
    std::vector<char> packed = packBlocks(bytes, size * size * channels, outputs, true, block, sizeof(float));
    Value old = op.getFilter();
    auto packedType = RankedTensorType::get({(outputs + block - 1) / block, size, size, channels, block}, type.getElementType());
    Value argument = addOperand(kernel, packedType, packed, name, op.getLoc());
    OpBuilder builder(op);
    Value unpacked = UnpackOp::create(builder, op.getLoc(), argument, builder.getI64IntegerAttr(outputs));
    auto replacement = WinogradConvOp::create(builder, op.getLoc(), op.getInput(), unpacked, op.getPadsAttr(), builder.getI64IntegerAttr(r));
    op.replaceAllUsesWith(replacement.getY());
    op.erase();
    dropUnused(kernel, old);
  }

  /// [C, 1, window...] to [window..., C].
  void packDepthwise(KernelOp kernel, ConvOp op) {
    StringRef name;
    ElementsAttr constant = constantOf(kernel, op.getFilter(), name);
    auto type = cast<RankedTensorType>(op.getFilter().getType());
    if (!constant || type.getDimSize(1) != 1 || op.getLayout() != Layout::ChannelsLast)
      return;
    int64_t size = getElementBytes(type.getElementType());
    int64_t channels = type.getDimSize(0), window = type.getNumElements() / channels;
    SmallVector<char> storage;
    ArrayRef<char> bytes = getConstantBytes(constant, storage);
    std::vector<char> packed(bytes.size());
    for (int64_t c = 0; c < channels; ++c)
      for (int64_t w = 0; w < window; ++w)
        memcpy(packed.data() + (w * channels + c) * size, bytes.data() + (c * window + w) * size, size);
    SmallVector<int64_t> shape(type.getShape().drop_front(1)); // [1, window..., C] once C is appended
    shape.push_back(channels);
    Value old = op.getFilter();
    Value argument = addOperand(kernel, RankedTensorType::get(shape, type.getElementType()), packed, name, op.getLoc());
    OpBuilder builder(op);
    int64_t rank = type.getRank();
    SmallVector<int64_t> permutation{rank - 1};
    for (int64_t i = 0; i < rank - 1; ++i)
      permutation.push_back(i);
    op.getFilterMutable().assign(TransposeOp::create(builder, op.getLoc(), argument, builder.getDenseI64ArrayAttr(permutation)));
    dropUnused(kernel, old);
  }
};
} // namespace
