//===- Linker.h - Objects to artifacts ------------------------------------===//
//
// Shared objects, relocatable objects and static libraries, written whole or
// not at all.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_CODEGEN_LINK_LINKER_H
#define ADZE_CODEGEN_LINK_LINKER_H

#include "adze/Target/Target.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace adze {

/// One object file: in memory, or at `path` if that is not empty.
struct LinkInput {
  llvm::StringRef bytes;
  std::string path;
};

struct LinkOptions {
  /// What stays visible; everything else becomes local.
  std::vector<std::string> exported;
  /// Shared objects only; empty: none.
  std::string soname;
  /// Symbols that the embedder defines (operators of theirs).
  std::vector<std::string> external;
};

/// Symbols that the objects use and none of them defines, sorted.
llvm::Expected<std::vector<std::string>>
undefinedSymbols(llvm::ArrayRef<LinkInput> inputs);

/// Links with ld.lld (LLVM 22's as found at configure time; the environment
/// variable ADZE_LLD names another). Needs no C library of the target at hand:
/// libc.so.6 and libm.so.6 are named as dependencies only if one of their
/// functions is used. Any other undefined symbol is an error that names it.
llvm::Error linkShared(llvm::StringRef outPath,
                       llvm::ArrayRef<LinkInput> inputs,
                       const LinkOptions &options, const TargetSpec &target);

/// One object of all, with only the exported symbols visible.
llvm::Error linkRelocatable(llvm::StringRef outPath,
                            llvm::ArrayRef<LinkInput> inputs,
                            const LinkOptions &options,
                            const TargetSpec &target);

/// An archive that holds the one object of linkRelocatable.
llvm::Error writeStaticLibrary(llvm::StringRef outPath,
                               llvm::ArrayRef<LinkInput> inputs,
                               const LinkOptions &options,
                               const TargetSpec &target);

} // namespace adze

#endif // ADZE_CODEGEN_LINK_LINKER_H
