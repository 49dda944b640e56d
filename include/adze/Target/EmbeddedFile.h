//===- EmbeddedFile.h - Files that the build puts into the compiler -------===//
#ifndef ADZE_TARGET_EMBEDDEDFILE_H
#define ADZE_TARGET_EMBEDDEDFILE_H

#include "llvm/ADT/StringRef.h"

namespace adze {

/// One file embedded by the CMake function adze_embed_files.
struct EmbeddedFile {
  /// Path below `targets/` (or below the build folder, for bitcode), e.g.
  /// "x86/models/znver3.json" or "x86_64/parallel.bc".
  const char *name;
  const unsigned char *data;
  size_t size;

  llvm::StringRef bytes() const {
    return {reinterpret_cast<const char *>(data), size};
  }
};

} // namespace adze

#endif // ADZE_TARGET_EMBEDDEDFILE_H
