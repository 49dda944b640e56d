//===- Tensor.h - Values of the reference interpreter -----------*- C++ -*-===//

#ifndef ADZE_INTERPRETER_TENSOR_H
#define ADZE_INTERPRETER_TENSOR_H

#include "adze/IR/Adze.h"
#include <memory>

namespace adze {

/// A tensor of closed shape in row-major order. Elements lie as in C: i1 as one byte (0 or 1), iN and uiN as intN_t and
/// uintN_t, f16 and bf16 as their bits in uint16_t, f32, f64, complex as pairs. Copies share their data until they are written.
class Tensor {
public:
  Tensor() = default;
  /// All zeros.
  explicit Tensor(mlir::RankedTensorType type);
  /// A copy of `bytes`, which must have the type's size.
  Tensor(mlir::RankedTensorType type, llvm::ArrayRef<char> bytes);
  /// Shares a constant's bytes; the constant must outlive the tensor (resources live as long as the context).
  static Tensor fromConstant(mlir::ElementsAttr value);
  /// As a constant attribute; `name` becomes the key of a resource.
  mlir::ElementsAttr toConstant(llvm::StringRef name) const;

  mlir::RankedTensorType getType() const { return type; }
  mlir::Type getElementType() const { return getStorageType(type.getElementType()); }
  llvm::ArrayRef<int64_t> getShape() const { return type.getShape(); }
  int64_t getRank() const { return type.getRank(); }
  int64_t getNumElements() const { return type.getNumElements(); }
  llvm::ArrayRef<char> getBytes() const { return bytes; }
  /// Row-major strides in elements.
  llvm::SmallVector<int64_t> getStrides() const;
  /// The same elements under another type of equal size.
  Tensor withType(mlir::RankedTensorType other) const;

  template <typename T>
  llvm::ArrayRef<T> data() const {
    return {reinterpret_cast<const T *>(bytes.data()), bytes.size() / sizeof(T)};
  }
  template <typename T>
  llvm::MutableArrayRef<T> mutableData() {
    makeUnique();
    return {reinterpret_cast<T *>(storage->data()), bytes.size() / sizeof(T)};
  }

private:
  void makeUnique();

  mlir::RankedTensorType type;
  std::shared_ptr<std::vector<char>> storage; // null while the bytes belong to a constant
  llvm::ArrayRef<char> bytes;
};

} // namespace adze

#endif // ADZE_INTERPRETER_TENSOR_H
