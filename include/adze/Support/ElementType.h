//===- ElementType.h - Element types of files and artifacts -----*- C++ -*-===//
//
// The element types that have a memory form shared with the outside: .npy files, artifacts, metadata. Inside the
// compiler they are MLIR types.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_SUPPORT_ELEMENTTYPE_H
#define ADZE_SUPPORT_ELEMENTTYPE_H

#include "adze/Runtime/adze.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace adze {

/// Numbered as in the C ABI (and as in ONNX).
enum class ElementType : uint8_t {
  F32 = ADZE_TYPE_F32,
  U8 = ADZE_TYPE_U8,
  I8 = ADZE_TYPE_I8,
  U16 = ADZE_TYPE_U16,
  I16 = ADZE_TYPE_I16,
  I32 = ADZE_TYPE_I32,
  I64 = ADZE_TYPE_I64,
  Bool = ADZE_TYPE_BOOL,
  F16 = ADZE_TYPE_F16,
  F64 = ADZE_TYPE_F64,
  U32 = ADZE_TYPE_U32,
  U64 = ADZE_TYPE_U64,
  C64 = ADZE_TYPE_C64,
  C128 = ADZE_TYPE_C128,
  BF16 = ADZE_TYPE_BF16,
};

struct ElementTypeInfo {
  ElementType type;
  /// As numpy and messages call it: "float32".
  llvm::StringRef name;
  /// numpy's type string: "<f4". bfloat16, which numpy lacks, is stored as its bits.
  llvm::StringRef numpy;
  /// As written in generated headers; complex numbers are pairs of `cType`.
  llvm::StringRef cType;
  /// The name of its constant in the C ABI.
  llvm::StringRef cConstant;
  unsigned bytes;
  /// Alignment, and the width of what is byte-swapped.
  unsigned scalarBytes;
};

llvm::ArrayRef<ElementTypeInfo> elementTypes();
const ElementTypeInfo &getInfo(ElementType type);
inline unsigned getBytes(ElementType type) { return getInfo(type).bytes; }
inline llvm::StringRef getName(ElementType type) { return getInfo(type).name; }
/// By `name`.
std::optional<ElementType> parseElementType(llvm::StringRef name);
bool isFloat(ElementType type);
bool isInteger(ElementType type);

/// Product of the extents; none where one is negative or the product of it with 16 bytes overflows 63 bits.
std::optional<int64_t> countElements(llvm::ArrayRef<int64_t> shape);
/// "1x3x224x224", "scalar"; "?" for open extents.
std::string formatShape(llvm::ArrayRef<int64_t> shape);

} // namespace adze

#endif // ADZE_SUPPORT_ELEMENTTYPE_H
