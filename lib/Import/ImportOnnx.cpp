//===- ImportOnnx.cpp - ONNX files ----------------------------------------===//

#include "adze/Import/ImportOnnx.h"
#include "GraphImporter.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace adze;

static InFlightDiagnostic emitFileError(MLIRContext &context, StringRef name) {
  return emitError(FileLineColLoc::get(&context, name, 0, 0));
}

static FailureOr<std::unique_ptr<llvm::MemoryBuffer>> openFile(MLIRContext &context, StringRef path) {
  llvm::sys::fs::file_status status;
  if (std::error_code code = llvm::sys::fs::status(path, status))
    return emitFileError(context, path) << code.message();
  if (!llvm::sys::fs::is_regular_file(status))
    return emitFileError(context, path) << "this is no regular file";
  if (status.getSize() >= maxOnnxFileBytes)
    return emitFileError(context, path) << "files of 2 GiB and more are not supported; weights can lie in external files";
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return emitFileError(context, path) << buffer.getError().message();
  return std::move(*buffer);
}

static FailureOr<std::shared_ptr<const onnx::ModelProto>> parseModel(MLIRContext &context, llvm::MemoryBufferRef buffer) {
  StringRef name = buffer.getBufferIdentifier();
  if (buffer.getBufferSize() >= maxOnnxFileBytes)
    return emitFileError(context, name) << "models of 2 GiB and more are not supported";
  // Protobuf writes what it dislikes to standard error; the error below says enough.
  google::protobuf::LogSilencer silencer;
  google::protobuf::io::ArrayInputStream stream(buffer.getBufferStart(), int(buffer.getBufferSize()));
  google::protobuf::io::CodedInputStream coded(&stream);
  auto model = std::make_shared<onnx::ModelProto>();
  if (!model->ParseFromCodedStream(&coded) || !coded.ConsumedEntireMessage() || !model->has_graph())
    return emitFileError(context, name) << "this is no ONNX model, or it is damaged";
  return std::shared_ptr<const onnx::ModelProto>(std::move(model));
}

FailureOr<OwningOpRef<ModuleOp>> adze::importOnnxModel(MLIRContext &context, std::shared_ptr<const onnx::ModelProto> model,
                                                       StringRef name, StringRef folder, const ImportOptions &options) {
  context.loadDialect<AdzeDialect, func::FuncDialect>();
  return GraphImporter(&context, std::move(model), name, folder, options).run();
}

FailureOr<OwningOpRef<ModuleOp>> adze::importOnnx(MLIRContext &context, llvm::MemoryBufferRef buffer, StringRef folder,
                                                  const ImportOptions &options) {
  auto model = parseModel(context, buffer);
  if (failed(model))
    return failure();
  return importOnnxModel(context, *model, buffer.getBufferIdentifier(), folder, options);
}

FailureOr<OwningOpRef<ModuleOp>> adze::importOnnx(MLIRContext &context, StringRef path, const ImportOptions &options) {
  auto buffer = openFile(context, path);
  if (failed(buffer))
    return failure();
  StringRef folder = llvm::sys::path::parent_path(path);
  return importOnnx(context, (*buffer)->getMemBufferRef(), folder.empty() ? "." : folder, options);
}

static std::optional<ElementType> getFileElementType(int32_t type) {
  for (const ElementTypeInfo &info : elementTypes())
    if (int32_t(info.type) == type) // numbered as in ONNX
      return info.type;
  return std::nullopt;
}

FailureOr<std::vector<OnnxInput>> adze::readOnnxInputs(MLIRContext &context, llvm::MemoryBufferRef buffer) {
  auto model = parseModel(context, buffer);
  if (failed(model))
    return failure();
  const onnx::GraphProto &graph = (*model)->graph();
  llvm::StringSet<> initializers;
  for (const onnx::TensorProto &tensor : graph.initializer())
    initializers.insert(tensor.name());
  std::vector<OnnxInput> inputs;
  for (const onnx::ValueInfoProto &input : graph.input()) {
    if (initializers.contains(input.name()))
      continue;
    OnnxInput declared;
    declared.name = input.name();
    if (input.type().has_tensor_type())
      declared.type = getFileElementType(input.type().tensor_type().elem_type());
    for (const auto &dim : input.type().tensor_type().shape().dim()) {
      declared.shape.push_back(dim.has_dim_value() && dim.dim_value() >= 0 ? dim.dim_value() : -1);
      declared.dimNames.push_back(dim.dim_param());
    }
    inputs.push_back(std::move(declared));
  }
  return inputs;
}
