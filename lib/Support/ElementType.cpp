//===- ElementType.cpp - Element types of files and artifacts -------------===//

#include "adze/Support/ElementType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MathExtras.h"

using namespace adze;

static const ElementTypeInfo table[] = {
    {ElementType::F32, "float32", "<f4", "float", "ADZE_TYPE_F32", 4, 4},
    {ElementType::U8, "uint8", "|u1", "uint8_t", "ADZE_TYPE_U8", 1, 1},
    {ElementType::I8, "int8", "|i1", "int8_t", "ADZE_TYPE_I8", 1, 1},
    {ElementType::U16, "uint16", "<u2", "uint16_t", "ADZE_TYPE_U16", 2, 2},
    {ElementType::I16, "int16", "<i2", "int16_t", "ADZE_TYPE_I16", 2, 2},
    {ElementType::I32, "int32", "<i4", "int32_t", "ADZE_TYPE_I32", 4, 4},
    {ElementType::I64, "int64", "<i8", "int64_t", "ADZE_TYPE_I64", 8, 8},
    {ElementType::Bool, "bool", "|b1", "uint8_t", "ADZE_TYPE_BOOL", 1, 1},
    {ElementType::F16, "float16", "<f2", "uint16_t", "ADZE_TYPE_F16", 2, 2},
    {ElementType::F64, "float64", "<f8", "double", "ADZE_TYPE_F64", 8, 8},
    {ElementType::U32, "uint32", "<u4", "uint32_t", "ADZE_TYPE_U32", 4, 4},
    {ElementType::U64, "uint64", "<u8", "uint64_t", "ADZE_TYPE_U64", 8, 8},
    {ElementType::C64, "complex64", "<c8", "float", "ADZE_TYPE_C64", 8, 4},
    {ElementType::C128, "complex128", "<c16", "double", "ADZE_TYPE_C128", 16, 8},
    {ElementType::BF16, "bfloat16", "<u2", "uint16_t", "ADZE_TYPE_BF16", 2, 2},
};

llvm::ArrayRef<ElementTypeInfo> adze::elementTypes() { return table; }

const ElementTypeInfo &adze::getInfo(ElementType type) {
  for (const ElementTypeInfo &info : table)
    if (info.type == type)
      return info;
  llvm_unreachable("every element type is in the table");
}

std::optional<ElementType> adze::parseElementType(llvm::StringRef name) {
  for (const ElementTypeInfo &info : table)
    if (info.name == name)
      return info.type;
  return std::nullopt;
}

bool adze::isFloat(ElementType type) {
  switch (type) {
  case ElementType::F16:
  case ElementType::BF16:
  case ElementType::F32:
  case ElementType::F64:
    return true;
  default:
    return false;
  }
}

bool adze::isInteger(ElementType type) {
  return !isFloat(type) && type != ElementType::Bool && type != ElementType::C64 && type != ElementType::C128;
}

std::optional<int64_t> adze::countElements(llvm::ArrayRef<int64_t> shape) {
  int64_t count = 1;
  for (int64_t extent : shape)
    if (extent < 0 || llvm::MulOverflow(count, extent, count))
      return std::nullopt;
  if (count > std::numeric_limits<int64_t>::max() / 16)
    return std::nullopt;
  return count;
}

std::string adze::formatShape(llvm::ArrayRef<int64_t> shape) {
  if (shape.empty())
    return "scalar";
  std::string text;
  for (int64_t extent : shape)
    text += (text.empty() ? "" : "x") + (extent < 0 ? std::string("?") : std::to_string(extent));
  return text;
}
