//===- Schedules.cpp - Schedules from the machine model -------------------===//
//
// Every target with plain vectors: tiles follow from its vector width, registers and caches. What one ISA does differently belongs into its own folder.
//
//===----------------------------------------------------------------------===//

#include "adze/Target/ScheduleProvider.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;

Operation *adze::getRoot(KernelOp kernel) {
  Operation *root = nullptr;
  for (Operation &op : kernel.getBodyBlock()->without_terminator())
    if (!isElementwise(&op) && !isMovement(&op) && !isa<ConstantOp, ReshapeOp>(op))
      root = &op;
  return root ? root : kernel.getBodyBlock()->getTerminator()->getOperand(0).getDefiningOp();
}

namespace {
class Chooser {
public:
  Chooser(KernelOp kernel, const TargetSpec &target)
      : kernel(kernel), model(target.model), root(getRoot(kernel)),
        type(cast<RankedTensorType>(root->getResult(0).getType())) {
    // Vectors hold the widest element that the body computes with.
    unsigned bits = 8;
    kernel.getBody().walk([&](Operation *op) {
      for (Value value : op->getResults()) {
        Type element = getStorageType(cast<RankedTensorType>(value.getType()).getElementType());
        if (element.isIntOrFloat())
          bits = std::max(bits, isa<FloatType>(element) ? std::max(32u, element.getIntOrFloatBitWidth())
                                                        : element.getIntOrFloatBitWidth());
      }
    });
    lanes = model.lanes(bits);
  }

  ScheduleAttr choose() {
    return llvm::TypeSwitch<Operation *, ScheduleAttr>(root)
        .Case([&](MatmulOp op) { return matmul(op); })
        .Case([&](ConvOp op) { return conv(op); })
        .Case([](WinogradConvOp) { return ScheduleAttr(); }) // comes from a schedule
        .Case<MaxPoolOp, AvgPoolOp>([&](auto op) { return window(computeProduct(op.getKernel())); })
        .Case([&](ReduceOp op) { return reduce(op); })
        .Case([&](LrnOp) { return window(1); })
        .Case([&](ConvTransposeOp op) {
          return op.getLayout() == Layout::ChannelsLast ? window(1) : make("window", 1, {1, 1}, {}, 1);
        })
        .Case<SoftmaxOp, LayerNormOp, RmsNormOp, GroupNormOp>([&](auto) { return make("rows", lanes, {}, {}, 1); })
        .Case([&](TopKOp) { return make("call", 1, {}, {}, 1); })
        .Default([&](Operation *) { return pointwise(); });
  }

private:
  static int64_t ceilDiv(int64_t a, int64_t b) { return (a + b - 1) / b; }

  ScheduleAttr make(StringRef variant, int64_t vector, ArrayRef<int64_t> tile, ArrayRef<int64_t> block, int64_t unroll) {
    MLIRContext *context = kernel.getContext();
    return ScheduleAttr::get(context, StringAttr::get(context, variant), vector, tile, block, unroll);
  }

  int64_t extent(int64_t fromInnermost) const {
    return fromInnermost < type.getRank() ? std::max<int64_t>(1, type.getDimSize(type.getRank() - 1 - fromInnermost)) : 1;
  }

  /// Whether the kernel's operand `value` of the root is a constant outside, so that it can be packed.
  bool isPackable(Value value) {
    auto argument = dyn_cast<BlockArgument>(value);
    return argument && getConstant(kernel.getInputs()[argument.getArgNumber()]);
  }

  /// The largest power of two lanes that fit into `extent`.
  int64_t fit(int64_t extent) const {
    int64_t width = lanes;
    while (width > 1 && width > extent)
      width /= 2;
    return width;
  }

  /// An accumulator tile, and the cycles that all of them take.
  struct Tile {
    int64_t columns, rows;
    double cycles;
  };

  /// The accumulator tile that takes the fewest cycles for all of `columns` x `rows`, each element a sum of `depth` products.
  /// `pitch`: bytes between rows.
  Tile registerTile(int64_t columns, int64_t rows, int64_t depth, int64_t width, bool packed, int64_t pitch) const {
    if (pitch % 4096 == 0)
      rows = std::min<int64_t>(rows, 6); // they share the sets of a cache with eight ways
    int64_t vectors = packed ? ceilDiv(columns, width) : columns / width;
    Tile best{width, 1, std::numeric_limits<double>::max()};
    for (int64_t v = 1; v <= std::min<int64_t>(vectors, 8); ++v)
      // Accumulators, the weights of a step and one broadcast have registers of their own.
      for (int64_t r = 1; r <= rows && (r == 1 || v * r + v + 1 <= model.vectorRegisters); ++r) {
        // A step multiplies v vectors of weights with r broadcasts; too few accumulators wait for the latency of their sums.
        double multiplies = double(v * r) / model.fmaPorts, loads = double(v + r) / model.loadPorts;
        double step = std::max({multiplies, loads, double(model.fmaLatency), 4 * v * width / weightRate(4 * depth * v * width)}) + 0.5;
        // Tiles that stick out (columns) or overlap (rows) compute what is not needed.
        double cycles = double(ceilDiv(vectors, v) * ceilDiv(rows, r)) * (depth * step + 10 + 2 * v * r);
        if (cycles < best.cycles)
          best = {v * width, r, cycles};
      }
    return best;
  }

  /// Bytes a cycle at which a panel of weights of that size passes again and again: half of what its cache gives a stream.
  double weightRate(int64_t bytes) const {
    if (bytes <= int64_t(model.l1Bytes) / 2)
      return model.l1BytesPerCycle;
    return (bytes <= int64_t(model.l2Bytes) / 2 ? model.l2BytesPerCycle : model.l3BytesPerCycle) / 2;
  }

  ScheduleAttr matmul(MatmulOp op) {
    bool packed = isPackable(op.getB());
    int64_t n = extent(0), m = extent(1);
    int64_t width = packed ? lanes : fit(n);
    auto a = cast<RankedTensorType>(op.getA().getType());
    int64_t k = std::max<int64_t>(1, a.getDimSize(a.getRank() - (op.getTransposeA() ? 2 : 1)));
    Tile tile = registerTile(n, m, k, width, packed, op.getTransposeA() ? 4 : 4 * k);
    // Rows that stay in half of L2 while all columns pass: with their results, but where the columns come from beyond L2, the more rows the better.
    bool streams = 4 * k * n > int64_t(model.l2Bytes) / 2;
    int64_t block = std::max<int64_t>(tile.rows, int64_t(model.l2Bytes) / 2 / (4 * (streams ? k : k + n)) / tile.rows * tile.rows);
    return make("gemm", width, {tile.columns, tile.rows}, {block >= m ? 0 : block}, 1);
  }

  ScheduleAttr conv(ConvOp op) {
    auto filter = cast<RankedTensorType>(op.getFilter().getType());
    int64_t taps = computeProduct(filter.getShape().drop_front(2)), perGroup = filter.getDimSize(1);
    if (op.getLayout() != Layout::ChannelsLast)
      return make("window", 1, {1, 1}, {}, 1);
    if (op.getGroups() > 1) {
      bool depthwise = perGroup == 1 && filter.getDimSize(0) == int64_t(op.getGroups());
      return depthwise ? window(taps, {imageRows(op, 4, extent(0))}) : make("window", 1, {1, 1}, {}, 1);
    }
    bool packed = isPackable(op.getFilter()), padded = llvm::any_of(op.getPads(), [](int64_t pad) { return pad != 0; });
    int64_t width = packed ? lanes : fit(extent(0));
    Tile tile = registerTile(extent(0), extent(1), taps * perGroup, width, packed, padded ? 4 : 4 * perGroup * op.getStrides().back());
    if (ScheduleAttr schedule = winograd(op, tile.cycles * extent(2)))
      return schedule;
    return make("conv", width, {tile.columns, tile.rows}, {imageRows(op, 2, tile.columns)}, perGroup <= 4 ? perGroup : 1);
  }

  /// F(4, 3), F(2, 3) or F(2, 5) where it takes clearly fewer cycles an image than the direct form.
  ScheduleAttr winograd(ConvOp op, double directCycles) {
    auto filter = cast<RankedTensorType>(op.getFilter().getType());
    auto all = [](ArrayRef<int64_t> values, int64_t value) { return llvm::all_of(values, [=](int64_t v) { return v == value; }); };
    if (type.getRank() != 4 || (!all(filter.getShape().drop_front(2), 3) && !all(filter.getShape().drop_front(2), 5)) || !all(op.getStrides(), 1) ||
        !all(op.getDilations(), 1) || !type.getElementType().isF32() || !isPackable(op.getFilter()))
      return {};
    int64_t inputs = filter.getDimSize(1), outputs = extent(0);
    double fewest = 0.85 * directCycles;
    ScheduleAttr best;
    for (int64_t m : {4, 2}) {
      int64_t size = m + filter.getDimSize(2) - 1;
      if (size > 6)
        continue;
      int64_t tilesX = ceilDiv(extent(1), m), tilesY = ceilDiv(extent(2), m);
      Tile tile = registerTile(outputs, tilesX, inputs, lanes, true, 4);
      // All weights pass once a block of tile rows, beside the products. Tiles that do not stay in L2 go there and back again for each tile of columns.
      double weightBytes = 4. * size * size * inputs * outputs, rowBytes = 4. * size * size * tilesX * inputs;
      double weightRate = weightBytes <= model.l2Bytes / 2   ? model.l2BytesPerCycle
                          : weightBytes <= model.l3Bytes ? model.l3BytesPerCycle / 2
                                                           : model.memoryBytesPerCycle;
      int64_t block = 1;
      double products = std::numeric_limits<double>::max();
      for (int64_t rows = 1; rows <= tilesY; ++rows) {
        if (tilesY % rows)
          continue;
        bool spills = rows * (rowBytes + 4 * size * size * tilesX * tile.columns) > 0.75 * model.l2Bytes;
        double spilled = spills ? rowBytes * tilesY * (2 + ceilDiv(outputs, tile.columns)) / (model.l3BytesPerCycle / 2) : 0;
        double cycles = std::max(size * size * tilesY * tile.cycles, weightBytes * (tilesY / rows) / weightRate) + spilled;
        if (cycles < products || (cycles == products && !spills)) {
          products = cycles;
          block = rows;
        }
      }
      // Cycles that a vector of channels of one tile takes to be transformed: its additions, loads and stores.
      double perInput = size == 6 ? 130 : 45, perOutput = size == 6 ? 40 + 12 * m : 30;
      double cycles = products + tilesX * tilesY * (perInput * ceilDiv(inputs, lanes) + perOutput * ceilDiv(outputs, lanes));
      if (cycles < fewest) {
        fewest = cycles;
        best = make("winograd", lanes, {tile.columns, tile.rows}, {block}, m);
      }
    }
    return best;
  }

  /// Rows of the output whose padded input takes one `share` of L2; 0: all.
  int64_t imageRows(ConvOp op, int64_t share, int64_t columns) const {
    auto input = cast<RankedTensorType>(op.getInput().getType()), filter = cast<RankedTensorType>(op.getFilter().getType());
    int64_t rowBytes = 4 * input.getDimSize(input.getRank() - 1) * (type.getRank() > 3 ? input.getDimSize(input.getRank() - 2) : 1);
    int64_t rows = int64_t(model.l2Bytes) / share / std::max<int64_t>(1, rowBytes * op.getStrides().front());
    rows = std::max<int64_t>(1, rows - (filter.getDimSize(2) - 1));
    if (rows >= extent(2))
      return 0;
    // Each block reads all weights; where they do not fit into L2 either, it may be better to read the whole input for each tile of columns.
    int64_t weightBytes = 4 * filter.getNumElements(), inputBytes = rowBytes * input.getDimSize(1);
    bool wholeIsLess = weightBytes > int64_t(model.l2Bytes) / 2 && ceilDiv(extent(2), rows) * weightBytes > weightBytes + ceilDiv(extent(0), columns) * inputBytes;
    return wholeIsLess ? 0 : rows;
  }

  /// Vectors over the innermost dimension, some pixels in registers, taps unrolled.
  ScheduleAttr window(int64_t taps, ArrayRef<int64_t> block = {}) {
    int64_t width = fit(extent(0));
    int64_t pixels = std::min<int64_t>(extent(1), model.vectorRegisters >= 32 ? 8 : 4);
    while (pixels > 1 && extent(1) % pixels)
      --pixels;
    if (pixels == 1)
      pixels = std::min<int64_t>(extent(1), 4);
    return make("window", width, {width, pixels}, block, taps <= 25 ? taps : 1);
  }

  ScheduleAttr reduce(ReduceOp op) {
    auto x = cast<RankedTensorType>(op.getX().getType());
    bool innermost = llvm::is_contained(op.getAxes(), x.getRank() - 1);
    bool logical = x.getElementType().isInteger(1);
    if (innermost && !logical)
      return make("rows", lanes, {}, {}, 1);
    int64_t width = fit(extent(0));
    int64_t vectors = std::min<int64_t>(8, std::max<int64_t>(1, extent(0) / width));
    return make("window", width, {width * vectors, 1}, {}, 1);
  }

  ScheduleAttr pointwise() {
    // Where an operand is transposed, tiles of both innermost dimensions use all of a cache line that they read.
    auto transpose = dyn_cast<TransposeOp>(root);
    ArrayRef<int64_t> permutation = transpose ? transpose.getPermutation() : ArrayRef<int64_t>();
    if (permutation.empty() || permutation.back() == type.getRank() - 1)
      return make("pointwise", lanes, {}, {}, 4);
    int64_t dense = llvm::find(llvm::reverse(permutation), type.getRank() - 1) - permutation.rbegin();
    return make("transposed", fit(extent(0)), {2 * lanes, 2 * lanes}, {dense}, 1);
  }

  KernelOp kernel;
  const MachineModel &model;
  Operation *root;
  RankedTensorType type;
  int64_t lanes = 1;
};
} // namespace

ScheduleAttr adze::chooseSchedule(KernelOp kernel, const TargetSpec &target) { return Chooser(kernel, target).choose(); }
