//===- ModelInputs.cpp - Inputs as a model file declares them -------------===//

#include "adze/Driver/Compiler.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "mlir/IR/Location.h"
#include "onnx/onnx_pb.h"

using namespace adze;

/// Element types of the C ABI are numbered as in ONNX.
static std::optional<ElementType> toElementType(int32_t onnxType) {
  for (const ElementTypeInfo &info : elementTypes())
    if (static_cast<int32_t>(info.type) == onnxType)
      return info.type;
  return std::nullopt;
}

static ModelValue describe(const onnx::ValueInfoProto &info) {
  ModelValue value;
  value.name = info.name();
  if (!info.type().has_tensor_type())
    return value;
  const onnx::TypeProto::Tensor &tensor = info.type().tensor_type();
  value.type = toElementType(tensor.elem_type());
  for (const onnx::TensorShapeProto::Dimension &dim : tensor.shape().dim()) {
    value.shape.push_back(dim.has_dim_value() && dim.dim_value() >= 0 ? dim.dim_value() : -1);
    value.dimNames.push_back(dim.dim_param());
  }
  return value;
}

mlir::FailureOr<std::vector<ModelValue>> adze::readInputs(mlir::MLIRContext &context, llvm::StringRef path) {
  if (llvm::sys::path::extension(path) != ".onnx") {
    mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> module = loadModel(context, path, {});
    if (failed(module))
      return mlir::failure();
    mlir::FailureOr<ModelSummary> summary = summarizeModel(**module);
    if (failed(summary))
      return mlir::failure();
    return std::move(summary->inputs);
  }
  auto error = [&](const llvm::Twine &message) {
    return mlir::emitError(mlir::FileLineColLoc::get(&context, path, 0, 0)) << message;
  };
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return error("cannot be read: " + buffer.getError().message());
  onnx::ModelProto model;
  if ((*buffer)->getBufferSize() > maxOnnxFileBytes ||
      !model.ParseFromArray((*buffer)->getBufferStart(), static_cast<int>((*buffer)->getBufferSize())))
    return error("not an ONNX model");
  // Older models list their weights among the inputs.
  llvm::StringSet<> weights;
  for (const onnx::TensorProto &weight : model.graph().initializer())
    weights.insert(weight.name());
  std::vector<ModelValue> inputs;
  for (const onnx::ValueInfoProto &input : model.graph().input())
    if (!weights.contains(input.name()))
      inputs.push_back(describe(input));
  return inputs;
}
