//===- Tensor.cpp - Values of the reference interpreter -------------------===//

#include "adze/Interpreter/Tensor.h"
#include "mlir/IR/AsmState.h"

using namespace mlir;
using namespace adze;

Tensor::Tensor(RankedTensorType type) : type(type) {
  storage = std::make_shared<std::vector<char>>(type.getNumElements() * getElementBytes(type.getElementType()));
  bytes = *storage;
}

Tensor::Tensor(RankedTensorType type, ArrayRef<char> data) : type(type) {
  assert(int64_t(data.size()) == type.getNumElements() * getElementBytes(type.getElementType()) && "bytes do not fit the type");
  storage = std::make_shared<std::vector<char>>(data.begin(), data.end());
  bytes = *storage;
}

Tensor Tensor::fromConstant(ElementsAttr value) {
  SmallVector<char> expanded;
  auto type = cast<RankedTensorType>(value.getType());
  ArrayRef<char> data = getConstantBytes(value, expanded);
  if (!expanded.empty() || data.empty())
    return Tensor(type, data);
  Tensor tensor;
  tensor.type = type;
  tensor.bytes = data;
  return tensor;
}

ElementsAttr Tensor::toConstant(StringRef name) const { return makeConstant(type, bytes, name); }

SmallVector<int64_t> Tensor::getStrides() const {
  SmallVector<int64_t> strides(getRank(), 1);
  for (int64_t i = getRank() - 1; i > 0; --i)
    strides[i - 1] = strides[i] * getShape()[i];
  return strides;
}

Tensor Tensor::withType(RankedTensorType other) const {
  Tensor tensor = *this;
  tensor.type = other;
  return tensor;
}

void Tensor::makeUnique() {
  if (storage && storage.use_count() == 1)
    return;
  storage = std::make_shared<std::vector<char>>(bytes.begin(), bytes.end());
  bytes = *storage;
}
