//===- DataObject.h - Weights as an object file ---------------------------===//
#ifndef ADZE_CODEGEN_LINK_DATAOBJECT_H
#define ADZE_CODEGEN_LINK_DATAOBJECT_H

#include "adze/Target/Target.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdint>
#include <string>
#include <vector>

namespace adze {

/// Bytes at an offset of the section. Pieces are sorted and do not overlap;
/// what lies between them is zero.
struct DataPiece {
  uint64_t offset;
  llvm::ArrayRef<char> bytes;
};

struct DataSymbol {
  std::string name;
  uint64_t offset;
  uint64_t size;
};

/// One section of an ELF object, read-only data or code.
struct DataSection {
  std::string name;
  /// A power of two.
  uint64_t alignment = 64;
  uint64_t size = 0;
  std::vector<DataPiece> pieces;
  std::vector<DataSymbol> symbols;
  /// Symbols are functions (for stub libraries) and visible outside of the
  /// shared object; data symbols are hidden, so that the glue reaches them
  /// without an indirection.
  bool code = false;
};

/// Writes the object straight from the pieces: weights are neither turned into
/// constants of LLVM nor copied. Sections of 2 GiB and more are refused, code
/// could not reach them.
llvm::Error writeDataObject(llvm::raw_ostream &stream, const TargetSpec &target,
                            const DataSection &section);

/// The same into memory, with one symbol over the whole section.
llvm::Expected<std::string>
emitDataObject(const TargetSpec &target, llvm::StringRef section,
               llvm::StringRef symbol, uint64_t alignment,
               llvm::ArrayRef<DataPiece> pieces, uint64_t size);

} // namespace adze

#endif // ADZE_CODEGEN_LINK_DATAOBJECT_H
