//===- WeightReader.h - Tensors of a model file become constants -*- C++ -*-===//

#ifndef ADZE_LIB_IMPORT_WEIGHTREADER_H
#define ADZE_LIB_IMPORT_WEIGHTREADER_H

#include "adze/IR/Adze.h"
#include "onnx/onnx_pb.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>

namespace adze {

/// Extents above this are refused, so that products with window attributes cannot overflow.
constexpr int64_t maxExtent = (int64_t(1) << 31) - 1;
/// Elements of one tensor above this are refused.
constexpr int64_t maxElements = int64_t(1) << 40;

/// "float32", "float8e4m3fn", ...; also for types that are not supported.
std::string getOnnxTypeName(int32_t type);
/// Fails with the type's name where there is no MLIR type for it.
llvm::Expected<mlir::Type> getElementType(mlir::MLIRContext *context, int32_t type);
/// Fails where an extent is negative or too large, or there are too many elements.
llvm::Error checkShape(llvm::ArrayRef<int64_t> shape);

class WeightReader {
public:
  /// `model` is kept alive by the constants that alias it. `folder` is where external data may lie; empty: nowhere.
  WeightReader(mlir::MLIRContext *context, std::shared_ptr<const onnx::ModelProto> model, llvm::StringRef folder)
      : context(context), model(std::move(model)), folder(folder) {}

  /// `tensor` as a constant; `name` becomes the key of its resource. Large ones alias the model's memory if `partOfModel`
  /// (it lives inside the ModelProto), or the mapped external file.
  llvm::Expected<mlir::ElementsAttr> read(const onnx::TensorProto &tensor, llvm::StringRef name, bool partOfModel);

private:
  llvm::Expected<std::shared_ptr<llvm::MemoryBuffer>> openExternal(llvm::StringRef location);
  llvm::Expected<mlir::ElementsAttr> readExternal(const onnx::TensorProto &tensor, mlir::RankedTensorType type,
                                                  llvm::StringRef name);
  /// A resource on `bytes`, which `owner` keeps alive; copied where it is small or misaligned.
  mlir::ElementsAttr alias(mlir::RankedTensorType type, llvm::ArrayRef<char> bytes, llvm::StringRef name,
                           std::shared_ptr<const void> owner);

  mlir::MLIRContext *context;
  std::shared_ptr<const onnx::ModelProto> model;
  std::string folder;
  llvm::StringMap<std::shared_ptr<llvm::MemoryBuffer>> files;
};

} // namespace adze

#endif // ADZE_LIB_IMPORT_WEIGHTREADER_H
