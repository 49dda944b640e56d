//===- WeightReader.cpp - Tensors of a model file become constants --------===//

#include "WeightReader.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/Builders.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace adze;

static llvm::Error fail(const Twine &message) { return llvm::createStringError(message); }

std::string adze::getOnnxTypeName(int32_t type) {
  static constexpr const char *names[] = {
      "undefined", "float32",    "uint8",        "int8",           "uint16",     "int16",          "int32", "int64",
      "string",    "bool",       "float16",      "float64",        "uint32",     "uint64",         "complex64",
      "complex128", "bfloat16",  "float8e4m3fn", "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "uint4", "int4",
      "float4e2m1"};
  if (type >= 0 && type < int32_t(std::size(names)))
    return names[type];
  return "type number " + std::to_string(type);
}

llvm::Expected<Type> adze::getElementType(MLIRContext *context, int32_t type) {
  Builder b(context);
  switch (type) {
  case onnx::TensorProto::FLOAT: return b.getF32Type();
  case onnx::TensorProto::UINT8: return b.getIntegerType(8, false);
  case onnx::TensorProto::INT8: return b.getI8Type();
  case onnx::TensorProto::UINT16: return b.getIntegerType(16, false);
  case onnx::TensorProto::INT16: return b.getI16Type();
  case onnx::TensorProto::INT32: return b.getI32Type();
  case onnx::TensorProto::INT64: return b.getI64Type();
  case onnx::TensorProto::BOOL: return b.getI1Type();
  case onnx::TensorProto::FLOAT16: return b.getF16Type();
  case onnx::TensorProto::DOUBLE: return b.getF64Type();
  case onnx::TensorProto::UINT32: return b.getIntegerType(32, false);
  case onnx::TensorProto::UINT64: return b.getIntegerType(64, false);
  case onnx::TensorProto::COMPLEX64: return ComplexType::get(b.getF32Type());
  case onnx::TensorProto::COMPLEX128: return ComplexType::get(b.getF64Type());
  case onnx::TensorProto::BFLOAT16: return b.getBF16Type();
  default: return fail("element type " + getOnnxTypeName(type) + " is not supported");
  }
}

llvm::Error adze::checkShape(ArrayRef<int64_t> shape) {
  if (shape.size() > 8)
    return fail(Twine(shape.size()) + " dimensions; at most 8 are supported");
  int64_t elements = 1;
  for (int64_t extent : shape) {
    if (extent < 0 || extent > maxExtent)
      return fail("extent " + Twine(extent) + " is not between 0 and " + Twine(maxExtent));
    elements *= std::max<int64_t>(extent, 1); // an empty tensor's other extents count too: reshapes may divide by them
    if (elements > maxElements)
      return fail("more than " + Twine(maxElements) + " elements");
  }
  return llvm::Error::success();
}

ElementsAttr WeightReader::alias(RankedTensorType type, ArrayRef<char> bytes, StringRef name,
                                 std::shared_ptr<const void> owner) {
  constexpr size_t smallest = 1024;
  size_t alignment = getElementBytes(type.getElementType());
  if (auto complex = dyn_cast<ComplexType>(type.getElementType()))
    alignment = getElementBytes(complex.getElementType());
  bool aligned = reinterpret_cast<uintptr_t>(bytes.data()) % alignment == 0;
  // Any byte but 0 is true in ONNX, only 1 in the dialect.
  bool anyBool = type.getElementType().isInteger(1) && llvm::any_of(bytes, [](char c) { return (unsigned char)c > 1; });
  if (anyBool) {
    std::vector<char> copy(bytes.begin(), bytes.end());
    for (char &c : copy)
      c = c != 0;
    return makeConstant(type, copy, name);
  }
  if (bytes.size() <= smallest || !aligned || !owner)
    return makeConstant(type, bytes, name);
  AsmResourceBlob blob(
      bytes, alignment, [owner = std::move(owner)](void *, size_t, size_t) mutable { owner.reset(); },
      /*dataIsMutable=*/false);
  return DenseResourceElementsAttr::get(type, name, std::move(blob));
}

//===----------------------------------------------------------------------===//
// External data
//===----------------------------------------------------------------------===//

llvm::Expected<std::shared_ptr<llvm::MemoryBuffer>> WeightReader::openExternal(StringRef location) {
  if (auto found = files.find(location); found != files.end())
    return found->second;
  namespace path = llvm::sys::path;
  if (folder.empty())
    return fail("external data '" + location + "' cannot be read: the model is not a file");
  if (location.empty() || location.contains('\0') || path::is_absolute(location) ||
      llvm::is_contained(llvm::make_range(path::begin(location), path::end(location)), ".."))
    return fail("external data '" + location + "' do not lie inside the model's folder");
  SmallString<256> file(folder), realFolder, realFile;
  path::append(file, location);
  if (std::error_code code = llvm::sys::fs::real_path(folder, realFolder))
    return fail("external data folder '" + folder + "': " + code.message());
  if (std::error_code code = llvm::sys::fs::real_path(file, realFile))
    return fail("external data '" + location + "': " + code.message());
  StringRef rest = realFile;
  if (!rest.consume_front(realFolder) || !(realFolder.ends_with("/") || rest.starts_with("/")))
    return fail("external data '" + location + "' do not lie inside the model's folder");
  llvm::sys::fs::file_status status;
  if (std::error_code code = llvm::sys::fs::status(realFile, status))
    return fail("external data '" + location + "': " + code.message());
  if (!llvm::sys::fs::is_regular_file(status))
    return fail("external data '" + location + "' are no regular file");
  auto buffer = llvm::MemoryBuffer::getFile(realFile, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return fail("external data '" + location + "': " + buffer.getError().message());
  return files[location] = std::shared_ptr<llvm::MemoryBuffer>(std::move(*buffer));
}

llvm::Expected<ElementsAttr> WeightReader::readExternal(const onnx::TensorProto &tensor, RankedTensorType type,
                                                        StringRef name) {
  std::string location;
  uint64_t offset = 0, needed = type.getNumElements() * getElementBytes(type.getElementType()), length = needed;
  for (const onnx::StringStringEntryProto &entry : tensor.external_data()) {
    bool wrong = false;
    if (entry.key() == "location")
      location = entry.value();
    else if (entry.key() == "offset")
      wrong = StringRef(entry.value()).getAsInteger(10, offset);
    else if (entry.key() == "length")
      wrong = StringRef(entry.value()).getAsInteger(10, length);
    else if (entry.key() != "checksum" && entry.key() != "basepath")
      return fail("external data have an unknown entry '" + entry.key() + "'");
    if (wrong)
      return fail("external data's " + entry.key() + " '" + entry.value() + "' is no number");
  }
  if (length != needed)
    return fail("external data have " + Twine(length) + " bytes, the type needs " + Twine(needed));
  auto file = openExternal(location);
  if (!file)
    return file.takeError();
  uint64_t size = (*file)->getBufferSize();
  if (offset > size || length > size - offset)
    return fail("external data '" + location + "' have " + Twine(size) + " bytes; " + Twine(length) + " from " +
                Twine(offset) + " are wanted");
  return alias(type, ArrayRef((*file)->getBufferStart() + offset, length), name, *file);
}

//===----------------------------------------------------------------------===//
// Data inside the model
//===----------------------------------------------------------------------===//

/// Narrows the elements of a typed field to what the tensor holds.
template <typename To, typename Field>
static std::vector<char> convertField(const Field &field) {
  std::vector<char> bytes(field.size() * sizeof(To));
  for (int i = 0; i < field.size(); ++i) {
    To value = static_cast<To>(field.Get(i));
    memcpy(bytes.data() + i * sizeof(To), &value, sizeof(To));
  }
  return bytes;
}

template <typename Field>
static ArrayRef<char> bytesOf(const Field &field) {
  return {reinterpret_cast<const char *>(field.data()), field.size() * sizeof(field.Get(0))};
}

llvm::Expected<ElementsAttr> WeightReader::read(const onnx::TensorProto &tensor, StringRef name, bool partOfModel) {
  llvm::Expected<Type> element = getElementType(context, tensor.data_type());
  if (!element)
    return element.takeError();
  SmallVector<int64_t> shape(tensor.dims().begin(), tensor.dims().end());
  if (llvm::Error error = checkShape(shape))
    return error;
  if (tensor.has_segment())
    return fail("tensors in segments are not supported");
  auto type = RankedTensorType::get(shape, *element);
  if (tensor.data_location() == onnx::TensorProto::EXTERNAL)
    return readExternal(tensor, type, name);

  uint64_t needed = type.getNumElements() * getElementBytes(*element);
  std::shared_ptr<const void> owner;
  if (partOfModel)
    owner = model;
  ArrayRef<char> bytes;
  std::vector<char> converted;
  if (tensor.has_raw_data()) {
    bytes = ArrayRef(tensor.raw_data().data(), tensor.raw_data().size());
  } else {
    bool isConverted = false;
    auto convert = [&](std::vector<char> result) {
      converted = std::move(result);
      isConverted = true;
    };
    switch (tensor.data_type()) {
    case onnx::TensorProto::FLOAT:
    case onnx::TensorProto::COMPLEX64: bytes = bytesOf(tensor.float_data()); break;
    case onnx::TensorProto::DOUBLE:
    case onnx::TensorProto::COMPLEX128: bytes = bytesOf(tensor.double_data()); break;
    case onnx::TensorProto::INT64: bytes = bytesOf(tensor.int64_data()); break;
    case onnx::TensorProto::UINT64: bytes = bytesOf(tensor.uint64_data()); break;
    case onnx::TensorProto::INT32: bytes = bytesOf(tensor.int32_data()); break;
    case onnx::TensorProto::UINT32: convert(convertField<uint32_t>(tensor.uint64_data())); break;
    case onnx::TensorProto::BOOL: convert(convertField<bool>(tensor.int32_data())); break;
    case onnx::TensorProto::INT8:
    case onnx::TensorProto::UINT8: convert(convertField<uint8_t>(tensor.int32_data())); break;
    default: convert(convertField<uint16_t>(tensor.int32_data())); break; // 16-bit integers and floats as their bits
    }
    if (isConverted) {
      bytes = converted;
      owner = nullptr;
    }
  }
  if (bytes.size() != needed)
    return fail("data have " + Twine(bytes.size()) + " bytes, " + Twine(type.getNumElements()) + " elements of " +
                getOnnxTypeName(tensor.data_type()) + " need " + Twine(needed));
  return alias(type, bytes, name, std::move(owner));
}
