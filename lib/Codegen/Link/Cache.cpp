//===- Cache.cpp - Compiled units on disk ---------------------------------===//

#include "adze/Codegen/Link/Cache.h"
#include "adze/Support/OutputFile.h"
#include "adze/Target/RuntimeBitcode.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/xxhash.h"
#include <unistd.h>

using namespace llvm;

namespace adze {

/// The program that runs: a rebuilt compiler must not find old entries.
static const std::string &compilerIdentity() {
  static const std::string identity = [] {
    std::string program = sys::fs::getMainExecutable(
        nullptr, reinterpret_cast<void *>(&compilerIdentity));
    std::string text = LLVM_VERSION_STRING;
    if (auto file = MemoryBuffer::getFile(program, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false)) {
      XXH128_hash_t hash =
          xxh3_128bits(arrayRefFromStringRef((*file)->getBuffer()));
      text += "|" + utohexstr(hash.high64) + "|" + utohexstr(hash.low64);
    }
    return text + "|" + runtimeBitcodeHash();
  }();
  return identity;
}

CacheKey::CacheKey() { add(compilerIdentity()); }

CacheKey &CacheKey::add(StringRef text) {
  // With its length, so that neighbours cannot trade characters.
  add(static_cast<uint64_t>(text.size()));
  sha.update(text);
  return *this;
}

CacheKey &CacheKey::add(uint64_t number) {
  uint8_t bytes[8];
  support::endian::write64le(bytes, number);
  sha.update(bytes);
  return *this;
}

CacheKey &CacheKey::add(const TargetSpec &target) {
  return add(target.fingerprint());
}

CacheKey &CacheKey::add(const UnitOptions &options) {
  add(static_cast<uint64_t>(options.optLevel));
  add(static_cast<uint64_t>(options.output));
  return add(uint64_t(options.strictFloat) | uint64_t(options.mayAlias) << 1 |
             uint64_t(options.freestanding) << 2);
}

std::string CacheKey::finish() { return toHex(sha.final(), true); }

namespace {
/// File format: magic, scratch bytes, stack bytes (little-endian), SHA-256 of
/// key, numbers and object, then the object.
constexpr StringLiteral magic = "ADZEOBJ1";
constexpr size_t numbersAt = 8, checksumAt = 24, objectAt = 56;

std::array<uint8_t, 32> checksum(StringRef key, StringRef numbers,
                                 StringRef object) {
  SHA256 sha;
  sha.update(key);
  sha.update(numbers);
  sha.update(object);
  return sha.final();
}
} // namespace

Expected<ObjectCache> ObjectCache::open(StringRef folder,
                                        uint64_t maximumBytes) {
  auto refuse = [&](const Twine &why) {
    return createStringError("cache folder '" + folder + "': " + why);
  };
  if (std::error_code code = sys::fs::create_directories(
          folder, /*IgnoreExisting=*/true, sys::fs::owner_all))
    return refuse(code.message());
  sys::fs::file_status status;
  if (std::error_code code = sys::fs::status(folder, status))
    return refuse(code.message());
  if (!sys::fs::is_directory(status))
    return refuse("not a folder");
  if (status.getUser() != geteuid())
    return refuse("belongs to another user");
  if (status.permissions() & (sys::fs::group_write | sys::fs::others_write))
    return refuse("others may write to it; make it 0700");
  return ObjectCache(folder.str(), maximumBytes);
}

std::string ObjectCache::defaultFolder() {
  if (std::optional<std::string> folder =
          sys::Process::GetEnv("ADZE_CACHE_DIR"))
    return *folder;
  SmallString<256> path;
  if (!sys::path::cache_directory(path))
    return "";
  sys::path::append(path, "adze");
  return path.str().str();
}

std::string ObjectCache::path(StringRef key) const {
  SmallString<256> path(folder);
  sys::path::append(path, key + ".o");
  return path.str().str();
}

std::optional<CompiledUnit> ObjectCache::lookup(StringRef key) const {
  Expected<sys::fs::file_t> file =
      sys::fs::openNativeFileForRead(path(key), sys::fs::OF_UpdateAtime);
  if (!file) {
    consumeError(file.takeError());
    return std::nullopt;
  }
  auto buffer = MemoryBuffer::getOpenFile(*file, path(key), /*FileSize=*/-1,
                                          /*RequiresNullTerminator=*/false);
  // When it was used last decides what trimming removes.
  sys::fs::setLastAccessAndModificationTime(*file,
                                            std::chrono::system_clock::now());
  sys::fs::closeFile(*file);
  if (!buffer)
    return std::nullopt;
  StringRef bytes = (*buffer)->getBuffer();
  if (bytes.size() < objectAt || !bytes.starts_with(magic))
    return std::nullopt;
  StringRef numbers = bytes.slice(numbersAt, checksumAt);
  StringRef object = bytes.drop_front(objectAt);
  if (bytes.slice(checksumAt, objectAt) !=
      toStringRef(checksum(key, numbers, object)))
    return std::nullopt;
  CompiledUnit unit;
  unit.output = object.str();
  unit.scratchBytes = support::endian::read64le(numbers.data());
  unit.stackBytes = support::endian::read64le(numbers.data() + 8);
  return unit;
}

Error ObjectCache::store(StringRef key, const CompiledUnit &unit) const {
  char numbers[16];
  support::endian::write64le(numbers, unit.scratchBytes);
  support::endian::write64le(numbers + 8, unit.stackBytes);
  StringRef numberBytes(numbers, sizeof(numbers));
  std::array<uint8_t, 32> sum = checksum(key, numberBytes, unit.output);
  return writeFile(
      path(key),
      [&](raw_ostream &stream) {
        stream << magic << numberBytes << toStringRef(sum) << unit.output;
        return Error::success();
      },
      0600);
}

Error ObjectCache::trim() const {
  struct Entry {
    std::string path;
    sys::TimePoint<> used;
    uint64_t size;
  };
  std::vector<Entry> entries;
  uint64_t total = 0;
  std::error_code code;
  for (sys::fs::directory_iterator it(folder, code), end; it != end && !code;
       it.increment(code)) {
    sys::fs::file_status status;
    if (sys::fs::status(it->path(), status) ||
        status.type() != sys::fs::file_type::regular_file)
      continue;
    entries.push_back(
        {it->path(), status.getLastModificationTime(), status.getSize()});
    total += status.getSize();
  }
  if (code)
    return createStringError(code, "cache folder '" + folder +
                                       "': " + code.message());
  llvm::sort(entries, [](const Entry &a, const Entry &b) {
    return std::tie(a.used, a.path) < std::tie(b.used, b.path);
  });
  for (const Entry &entry : entries) {
    if (total <= maximumBytes)
      break;
    // Another process may have been faster.
    if (!sys::fs::remove(entry.path))
      total -= entry.size;
  }
  return Error::success();
}

} // namespace adze
