//===- Npy.h - Arrays in numpy's file format --------------------*- C++ -*-===//
//
// Versions 1.0 to 3.0 of https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html. Errors name the file.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_SUPPORT_NPY_H
#define ADZE_SUPPORT_NPY_H

#include "adze/Support/ElementType.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace adze {

/// A dense array in row-major order, little-endian, in memory that is aligned for every element type.
struct NpyArray {
  ElementType type = ElementType::F32;
  llvm::SmallVector<int64_t, 4> shape;
  std::vector<char> data;

  NpyArray() = default;
  /// All zeros. The shape must be countable (`countElements`).
  NpyArray(ElementType type, llvm::ArrayRef<int64_t> shape);

  int64_t getNumElements() const { return static_cast<int64_t>(data.size() / getBytes(type)); }
  template <typename T>
  llvm::ArrayRef<T> as() const {
    return {reinterpret_cast<const T *>(data.data()), data.size() / sizeof(T)};
  }
  template <typename T>
  llvm::MutableArrayRef<T> as() {
    return {reinterpret_cast<T *>(data.data()), data.size() / sizeof(T)};
  }
};

/// A file that stays mapped: large data sets are read without a copy.
struct NpyFile {
  ElementType type = ElementType::F32;
  llvm::SmallVector<int64_t, 4> shape;
  /// The elements as they lie in the file: little-endian, row-major, alignment not promised.
  llvm::StringRef bytes;

  /// Big-endian files and Fortran order are refused.
  static llvm::Expected<NpyFile> open(llvm::StringRef path);

private:
  std::shared_ptr<llvm::MemoryBuffer> buffer;
};

/// Reads a file ("-": standard input). Big-endian elements and Fortran order are converted. Memory stays within twice
/// the file's size, whatever its header says.
llvm::Expected<NpyArray> readNpy(llvm::StringRef path);
/// The same from memory; `name` is for messages.
llvm::Expected<NpyArray> parseNpy(llvm::StringRef file, llvm::StringRef name);

/// Version 1.0, data aligned to 64 bytes. `shape` may be empty: a scalar.
void writeNpy(llvm::raw_ostream &os, ElementType type, llvm::ArrayRef<int64_t> shape, llvm::StringRef data);
/// Writes a file as `OutputFile` does.
llvm::Error writeNpy(llvm::StringRef path, const NpyArray &array);

} // namespace adze

#endif // ADZE_SUPPORT_NPY_H
