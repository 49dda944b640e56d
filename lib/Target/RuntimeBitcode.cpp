//===- RuntimeBitcode.cpp - Finds the embedded bitcode --------------------===//

#include "adze/Target/RuntimeBitcode.h"
#include "adze/Target/Target.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;

namespace adze {

extern const EmbeddedFile runtimeBitcodeFiles[];
extern const size_t runtimeBitcodeFilesCount;

static StringRef flavour(const TargetSpec &target) {
  if (target.isX86())
    return "x86_64/";
  if (target.isAArch64())
    return "aarch64/";
  return target.is64Bit() ? "neutral64/" : "neutral32/";
}

ArrayRef<EmbeddedFile> runtimeBitcode(const TargetSpec &target) {
  // Grouped by flavour once: the build lists files folder by folder.
  static const std::vector<EmbeddedFile> sorted = [] {
    std::vector<EmbeddedFile> files(
        runtimeBitcodeFiles, runtimeBitcodeFiles + runtimeBitcodeFilesCount);
    llvm::sort(files, [](const EmbeddedFile &a, const EmbeddedFile &b) {
      return StringRef(a.name) < b.name;
    });
    return files;
  }();
  StringRef prefix = flavour(target);
  auto matches = [&](const EmbeddedFile &file) {
    return StringRef(file.name).starts_with(prefix);
  };
  auto begin = llvm::find_if(sorted, matches);
  auto end = std::find_if_not(begin, sorted.end(), matches);
  return ArrayRef(sorted).slice(begin - sorted.begin(), end - begin);
}

const std::string &runtimeBitcodeHash() {
  static const std::string hash = [] {
    SHA256 sha;
    for (const EmbeddedFile &file :
         ArrayRef(runtimeBitcodeFiles, runtimeBitcodeFilesCount)) {
      sha.update(file.name);
      sha.update(file.bytes());
    }
    return toHex(sha.final(), /*LowerCase=*/true);
  }();
  return hash;
}

} // namespace adze
