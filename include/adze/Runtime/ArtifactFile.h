//===- ArtifactFile.h - Reading an artifact without loading it --*- C++ -*-===//

#ifndef ADZE_RUNTIME_ARTIFACTFILE_H
#define ADZE_RUNTIME_ARTIFACTFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace adze {

/// Bytes of an artifact by what they hold, as the object file's sections say.
struct ArtifactSizes {
  uint64_t file = 0, code = 0, constants = 0, data = 0;
};

struct ArtifactFile {
  /// The texts of the info sections (one for each artifact in the file).
  std::vector<std::string> infoTexts;
  ArtifactSizes sizes;
};

/// Reads a shared object, static library or object of any architecture. Fails where it is none of them or was not made
/// by adze.
llvm::Expected<ArtifactFile> readArtifactFile(llvm::StringRef path);

} // namespace adze

#endif // ADZE_RUNTIME_ARTIFACTFILE_H
