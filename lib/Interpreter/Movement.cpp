//===- Movement.cpp - Operations that move elements -----------------------===//
//
// Elements are bytes here, so that every element type will do.
//
//===----------------------------------------------------------------------===//

#include "Elements.h"
#include "Families.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

namespace {
struct Bytes16 {
  uint64_t low, high;
};
} // namespace

template <typename T>
static void copyRows(const Tensor &x, Tensor &y, ArrayRef<int64_t> rows, int64_t count, int64_t stride) {
  const T *from = x.data<T>().data();
  T *to = y.mutableData<T>().data();
  for (int64_t row : rows)
    for (int64_t i = 0; i < count; ++i)
      *to++ = from[row + i * stride];
}

/// y[i...] = x[offset + sum(i * strides)], strides of `x` for each dimension of the result.
static Tensor copyStrided(const Tensor &x, RankedTensorType type, int64_t offset, ArrayRef<int64_t> strides) {
  Tensor y(type);
  if (y.getNumElements() == 0)
    return y;
  ArrayRef<int64_t> shape = type.getShape();
  bool scalar = shape.empty();
  std::vector<int64_t> rows = scalar ? std::vector<int64_t>{0} : offsetsOf(shape.drop_back(), strides.drop_back());
  for (int64_t &row : rows)
    row += offset;
  int64_t count = scalar ? 1 : shape.back(), stride = scalar ? 1 : strides.back();
  switch (getElementBytes(type.getElementType())) {
  case 1:
    copyRows<uint8_t>(x, y, rows, count, stride);
    break;
  case 2:
    copyRows<uint16_t>(x, y, rows, count, stride);
    break;
  case 4:
    copyRows<uint32_t>(x, y, rows, count, stride);
    break;
  case 8:
    copyRows<uint64_t>(x, y, rows, count, stride);
    break;
  case 16:
    copyRows<Bytes16>(x, y, rows, count, stride);
    break;
  default:
    llvm_unreachable("evaluateMovement admits these sizes");
  }
  return y;
}

static Tensor transpose(TransposeOp op, const Tensor &x) {
  SmallVector<int64_t> strides;
  for (int64_t axis : op.getPermutation())
    strides.push_back(x.getStrides()[axis]);
  return copyStrided(x, resultType(op), 0, strides);
}

static Tensor slice(SliceOp op, const Tensor &x) {
  SmallVector<int64_t> strides;
  int64_t offset = 0;
  for (auto [stride, start, step] : llvm::zip(x.getStrides(), op.getStarts(), op.getSteps())) {
    offset += start * stride;
    strides.push_back(step * stride);
  }
  return copyStrided(x, resultType(op), offset, strides);
}

/// Bytes of all dimensions from `axis` on.
static int64_t bytesFrom(const Tensor &x, int64_t axis) {
  return countOf(x.getShape().drop_front(axis)) * getElementBytes(x.getElementType());
}

static Tensor concat(ConcatOp op, ArrayRef<Tensor> xs) {
  Tensor y(resultType(op));
  int64_t axis = op.getAxis();
  char *to = y.mutableData<char>().data();
  for (int64_t i = 0; i < countOf(y.getShape().take_front(axis)); ++i)
    for (const Tensor &x : xs) {
      int64_t bytes = bytesFrom(x, axis);
      to = std::copy_n(x.getBytes().data() + i * bytes, bytes, to);
    }
  return y;
}

/// The position that padding reads for position `i` of an extent, or -1 for the pad's value.
static int64_t padSource(int64_t i, int64_t extent, PadMode mode) {
  if (i >= 0 && i < extent)
    return i;
  switch (mode) {
  case PadMode::Constant:
    return -1;
  case PadMode::Edge:
    return i < 0 ? 0 : extent - 1;
  case PadMode::Wrap:
    return (i % extent + extent) % extent;
  case PadMode::Reflect: {
    int64_t period = 2 * std::max<int64_t>(extent - 1, 1);
    int64_t phase = (i % period + period) % period;
    return std::min(std::min(phase, period - phase), extent - 1);
  }
  }
  llvm_unreachable("all modes are covered");
}

static Tensor pad(PadOp op, const Tensor &x, const Tensor *value) {
  Tensor y(resultType(op));
  int64_t bytes = getElementBytes(x.getElementType());
  std::vector<char> fill(bytes, 0);
  if (value)
    fill.assign(value->getBytes().begin(), value->getBytes().begin() + bytes);
  // The offset in `x` of each position, dimension by dimension; negative where a dimension reads the pad's value.
  std::vector<int64_t> offsets{0};
  for (int64_t d = 0; d < x.getRank(); ++d) {
    std::vector<int64_t> finer;
    for (int64_t offset : offsets)
      for (int64_t i = 0; i < y.getShape()[d]; ++i) {
        int64_t source = padSource(i - op.getLow()[d], x.getShape()[d], op.getMode());
        finer.push_back(offset < 0 || source < 0 ? -1 : offset + source * x.getStrides()[d]);
      }
    offsets = std::move(finer);
  }
  char *to = y.mutableData<char>().data();
  for (int64_t offset : offsets)
    to = std::copy_n(offset < 0 ? fill.data() : x.getBytes().data() + offset * bytes, bytes, to);
  return y;
}

/// y[i..., o] = x[o / block, i..., o mod block]
static Tensor unpack(UnpackOp op, const Tensor &x) {
  Tensor y(resultType(op));
  int64_t bytes = getElementBytes(x.getElementType()), block = x.getShape().back(), extent = op.getExtent();
  int64_t rows = countOf(x.getShape().drop_front().drop_back());
  char *to = y.mutableData<char>().data();
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t o = 0; o < extent; ++o)
      to = std::copy_n(x.getBytes().data() + ((o / block * rows + row) * block + o % block) * bytes, bytes, to);
  return y;
}

Results interpreter::evaluateMovement(Operation *op, ArrayRef<Tensor> operands) {
  if (!isa<ReshapeOp>(op) && !isMovement(op))
    return std::nullopt;
  const Tensor &x = operands[0];
  if (!llvm::is_contained({1, 2, 4, 8, 16}, getElementBytes(x.getType().getElementType())))
    return refuse(op, x.getType().getElementType());
  return llvm::TypeSwitch<Operation *, Results>(op)
      .Case([&](ReshapeOp op) { return one(x.withType(resultType(op))); })
      .Case([&](BroadcastOp op) {
        return one(copyStrided(x, resultType(op), 0, broadcastStrides(x.getShape(), resultType(op).getShape())));
      })
      .Case([&](TransposeOp op) { return one(transpose(op, x)); })
      .Case([&](SliceOp op) { return one(slice(op, x)); })
      .Case([&](ConcatOp op) { return one(concat(op, operands)); })
      .Case([&](PadOp op) { return one(pad(op, x, operands.size() > 1 ? &operands[1] : nullptr)); })
      .Case([&](UnpackOp op) { return one(unpack(op, x)); })
      .Default([](Operation *) { return std::nullopt; });
}
