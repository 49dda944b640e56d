//===- Cache.h - Compiled units on disk -----------------------------------===//
#ifndef ADZE_CODEGEN_LINK_CACHE_H
#define ADZE_CODEGEN_LINK_CACHE_H

#include "adze/Codegen/Link/Compile.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/SHA256.h"
#include <cstdint>
#include <optional>
#include <string>

namespace adze {

/// Builds the key of a unit from the description of what it is made from, never
/// from Halide's bitcode, which differs from call to call. Starts with the
/// identity of this compiler, its runtime bitcode and its libraries.
class CacheKey {
public:
  CacheKey();
  CacheKey &add(llvm::StringRef text);
  CacheKey &add(uint64_t number);
  CacheKey &add(const TargetSpec &target);
  CacheKey &add(const UnitOptions &options);
  /// 64 hexadecimal digits.
  std::string finish();

private:
  llvm::SHA256 sha;
};

/// A folder of compiled units. Entries carry a checksum: one that is damaged,
/// of another format or under a wrong name counts as not there. Several
/// processes and threads may use one folder.
class ObjectCache {
public:
  /// Makes the folder, mode 0700. One that belongs to someone else, or that
  /// others may write to, is refused: they could put code into artifacts.
  static llvm::Expected<ObjectCache> open(llvm::StringRef folder,
                                          uint64_t maximumBytes = 1ull << 30);

  /// $ADZE_CACHE_DIR, else `adze` in $XDG_CACHE_HOME or ~/.cache; empty if
  /// there is none of them.
  static std::string defaultFolder();

  std::optional<CompiledUnit> lookup(llvm::StringRef key) const;

  /// A failure (full disk) is worth a remark, it does not stop a compilation.
  llvm::Error store(llvm::StringRef key, const CompiledUnit &unit) const;

  /// Removes the entries used longest ago until the limit is kept; call it once
  /// at the end of a compilation.
  llvm::Error trim() const;

private:
  ObjectCache(std::string folder, uint64_t maximumBytes)
      : folder(std::move(folder)), maximumBytes(maximumBytes) {}
  std::string path(llvm::StringRef key) const;

  std::string folder;
  uint64_t maximumBytes;
};

} // namespace adze

#endif // ADZE_CODEGEN_LINK_CACHE_H
