//===- Normalization.cpp - Softmax and normalizations ---------------------===//

#include "Families.h"
#include "Reduction.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;
using namespace adze::interpreter;

static Tensor softmax(SoftmaxOp op, const Tensor &x) {
  Rows rows(x.getShape(), op.getAxes());
  std::vector<double> numbers = loadAll<double>(x), row;
  for (int64_t first : rows.first) {
    rows.read<double>(numbers, first, row);
    double highest = -std::numeric_limits<double>::infinity(), sum = 0;
    for (double number : row)
      highest = maximum(highest, number);
    for (double number : row)
      sum += std::exp(number - highest);
    for (int64_t offset : rows.offsets) {
      double &number = numbers[first + offset];
      number = op.getLog() ? number - highest - std::log(sum) : std::exp(number - highest) / sum;
    }
  }
  return storeAll<double>(resultType(op), numbers);
}

/// (x - mean) / sqrt(variance + epsilon) in place for each row; without `centered` the mean counts as 0.
static void normalizeRows(std::vector<double> &numbers, const Rows &rows, double epsilon, bool centered) {
  std::vector<double> row;
  for (int64_t first : rows.first) {
    rows.read<double>(numbers, first, row);
    double sum = 0, squares = 0;
    for (double number : row)
      sum += number;
    double mean = centered ? sum / row.size() : 0;
    for (double number : row)
      squares += (number - mean) * (number - mean);
    double deviation = std::sqrt(squares / row.size() + epsilon);
    for (int64_t offset : rows.offsets)
      numbers[first + offset] = (numbers[first + offset] - mean) / deviation;
  }
}

/// x * scale + bias, both (where there) already repeated to the shape of x.
static void applyAffine(std::vector<double> &numbers, ArrayRef<double> scale, ArrayRef<double> bias) {
  for (size_t i = 0; i < numbers.size(); ++i)
    numbers[i] = numbers[i] * (scale.empty() ? 1 : scale[i]) + (bias.empty() ? 0 : bias[i]);
}

static SmallVector<int64_t> axesFrom(int64_t first, int64_t rank) {
  SmallVector<int64_t> axes;
  for (int64_t axis = first; axis < rank; ++axis)
    axes.push_back(axis);
  return axes;
}

/// Operands in their order, some of them optional.
namespace {
class OperandReader {
public:
  OperandReader(ArrayRef<Tensor> operands) : rest(operands) {}
  /// The next operand if `value` is one.
  const Tensor *next(Value value) {
    if (!value)
      return nullptr;
    const Tensor *tensor = &rest.front();
    rest = rest.drop_front();
    return tensor;
  }

private:
  ArrayRef<Tensor> rest;
};
} // namespace

static std::vector<double> loadOptional(const Tensor *parameter, ArrayRef<int64_t> shape) {
  return parameter ? loadBroadcast<double>(*parameter, shape) : std::vector<double>();
}

static Tensor layerNorm(LayerNormOp op, ArrayRef<Tensor> operands) {
  const Tensor &x = operands[0];
  OperandReader rest(operands.drop_front());
  const Tensor *scale = rest.next(op.getScale()), *bias = rest.next(op.getBias());
  std::vector<double> numbers = loadAll<double>(x);
  normalizeRows(numbers, Rows(x.getShape(), axesFrom(op.getAxis(), x.getRank())), op.getEpsilon().convertToDouble(), true);
  applyAffine(numbers, loadOptional(scale, x.getShape()), loadOptional(bias, x.getShape()));
  return storeAll<double>(resultType(op), numbers);
}

static Tensor rmsNorm(RmsNormOp op, ArrayRef<Tensor> operands) {
  const Tensor &x = operands[0], *scale = operands.size() > 1 ? &operands[1] : nullptr;
  std::vector<double> numbers = loadAll<double>(x);
  normalizeRows(numbers, Rows(x.getShape(), axesFrom(op.getAxis(), x.getRank())), op.getEpsilon().convertToDouble(), false);
  applyAffine(numbers, loadOptional(scale, x.getShape()), {});
  return storeAll<double>(resultType(op), numbers);
}

/// The elements of a parameter per channel for each element of a tensor.
static std::vector<double> perChannel(const Tensor *parameter, ArrayRef<int64_t> shape, size_t channelAxis) {
  if (!parameter)
    return {};
  SmallVector<int64_t> strides(shape.size(), 0);
  if (channelAxis < shape.size())
    strides[channelAxis] = 1;
  std::vector<double> own = loadAll<double>(*parameter), numbers;
  for (int64_t offset : offsetsOf(shape, strides))
    numbers.push_back(own[offset]);
  return numbers;
}

static Tensor groupNorm(GroupNormOp op, ArrayRef<Tensor> operands) {
  const Tensor &x = operands[0];
  OperandReader rest(operands.drop_front());
  const Tensor *scale = rest.next(op.getScale()), *bias = rest.next(op.getBias());
  int64_t channelAxis = op.getLayout() == Layout::ChannelsLast ? x.getRank() - 1 : 1;
  // With the channels split into [groups, channels of a group] the statistics run over all axes but batch and groups.
  SmallVector<int64_t> split(x.getShape()), axes;
  split[channelAxis] = op.getGroups();
  split.insert(split.begin() + channelAxis + 1, x.getShape()[channelAxis] / op.getGroups());
  for (int64_t axis = 1; axis < int64_t(split.size()); ++axis)
    if (axis != channelAxis)
      axes.push_back(axis);
  std::vector<double> numbers = loadAll<double>(x);
  normalizeRows(numbers, Rows(split, axes), op.getEpsilon().convertToDouble(), true);
  applyAffine(numbers, perChannel(scale, x.getShape(), channelAxis), perChannel(bias, x.getShape(), channelAxis));
  return storeAll<double>(resultType(op), numbers);
}

/// A tensor of one dimension has one channel.
static Tensor batchNorm(BatchNormOp op, ArrayRef<Tensor> operands) {
  const Tensor &x = operands[0];
  auto parameter = [&](int i) { return perChannel(&operands[i], x.getShape(), 1); };
  std::vector<double> scale = parameter(1), bias = parameter(2), mean = parameter(3), variance = parameter(4);
  std::vector<double> numbers = loadAll<double>(x);
  double epsilon = op.getEpsilon().convertToDouble();
  for (size_t i = 0; i < numbers.size(); ++i)
    numbers[i] = (numbers[i] - mean[i]) / std::sqrt(variance[i] + epsilon) * scale[i] + bias[i];
  return storeAll<double>(resultType(op), numbers);
}

static Tensor lrn(LrnOp op, const Tensor &x) {
  Rows rows(x.getShape(), int64_t(1));
  int64_t size = op.getSize(), channels = rows.offsets.size();
  double alpha = op.getAlpha().convertToDouble(), beta = op.getBeta().convertToDouble(), k = op.getK().convertToDouble();
  std::vector<double> numbers = loadAll<double>(x), row;
  for (int64_t first : rows.first) {
    rows.read<double>(numbers, first, row);
    for (int64_t c = 0; c < channels; ++c) {
      double squares = 0;
      for (int64_t i = std::max<int64_t>(c - (size - 1) / 2, 0); i <= std::min(c + size / 2, channels - 1); ++i)
        squares += row[i] * row[i];
      numbers[first + rows.offsets[c]] = row[c] / std::pow(k + alpha / size * squares, beta);
    }
  }
  return storeAll<double>(resultType(op), numbers);
}

Results interpreter::evaluateNormalization(Operation *op, ArrayRef<Tensor> operands) {
  if (!isa<SoftmaxOp, LayerNormOp, RmsNormOp, GroupNormOp, BatchNormOp, LrnOp>(op))
    return std::nullopt;
  for (const Tensor &operand : operands)
    if (Type element = operand.getType().getElementType(); !isReal(element))
      return refuse(op, element);
  return one(llvm::TypeSwitch<Operation *, Tensor>(op)
                 .Case([&](SoftmaxOp op) { return softmax(op, operands[0]); })
                 .Case([&](LayerNormOp op) { return layerNorm(op, operands); })
                 .Case([&](RmsNormOp op) { return rmsNorm(op, operands); })
                 .Case([&](GroupNormOp op) { return groupNorm(op, operands); })
                 .Case([&](BatchNormOp op) { return batchNorm(op, operands); })
                 .Case([&](LrnOp op) { return lrn(op, operands[0]); }));
}
