//===- CacheTest.cpp - Compiled units on disk -----------------------------===//

#include "adze/Codegen/Link/Cache.h"
#include "SampleKernel.h"
#include "llvm/Support/MemoryBuffer.h"
#include <fcntl.h>
#include <sys/stat.h>

using namespace adze;

static CompiledUnit unitOf(llvm::StringRef text) {
  CompiledUnit unit;
  unit.output = text.str();
  unit.scratchBytes = 256;
  unit.stackBytes = 40;
  return unit;
}

TEST(Cache, StoresAndFinds) {
  TestFolder folder;
  ObjectCache cache = *ObjectCache::open(folder.file("cache"));
  std::string key = CacheKey().add("kernel").add(uint64_t(3)).finish();
  EXPECT_EQ(key.size(), 64u);
  EXPECT_FALSE(cache.lookup(key));
  EXPECT_EQ(messageOf(cache.store(key, unitOf("object"))), "");
  std::optional<CompiledUnit> found = cache.lookup(key);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->output, "object");
  EXPECT_EQ(found->scratchBytes, 256u);
  EXPECT_EQ(found->stackBytes, 40u);
  struct stat status;
  stat(folder.file("cache").c_str(), &status);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
}

TEST(Cache, KeysTellPartsApart) {
  EXPECT_EQ(CacheKey().add("ab").finish(), CacheKey().add("ab").finish());
  EXPECT_NE(CacheKey().add("ab").add("c").finish(),
            CacheKey().add("a").add("bc").finish());
  UnitOptions strict;
  strict.strictFloat = true;
  EXPECT_NE(CacheKey().add(strict).finish(),
            CacheKey().add(UnitOptions()).finish());
  EXPECT_NE(CacheKey().add(targetOf("x86-64-v3")).finish(),
            CacheKey().add(targetOf("x86-64-v4")).finish());
}

// Each byte of an entry matters, and so do its length and its name.
TEST(Cache, DamagedEntriesAreMisses) {
  TestFolder folder;
  ObjectCache cache = *ObjectCache::open(folder.file("cache"));
  std::string key = CacheKey().add("k").finish();
  ASSERT_EQ(messageOf(cache.store(key, unitOf("object"))), "");
  std::string path = folder.file("cache/" + key + ".o");
  std::string good = (*llvm::MemoryBuffer::getFile(path))->getBuffer().str();
  for (size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] ^= 1;
    write(path, bad);
    EXPECT_FALSE(cache.lookup(key)) << "byte " << i;
  }
  for (size_t length = 0; length < good.size(); ++length) {
    write(path, good.substr(0, length));
    EXPECT_FALSE(cache.lookup(key)) << "length " << length;
  }
  std::string other = CacheKey().add("other").finish();
  write(folder.file("cache/" + other + ".o"), good);
  EXPECT_FALSE(cache.lookup(other));
  write(path, good);
  EXPECT_TRUE(cache.lookup(key));
}

TEST(Cache, TrimsWhatWasUsedLongestAgo) {
  TestFolder folder;
  ObjectCache cache = *ObjectCache::open(folder.file("cache"), 2500);
  for (const char *key : {"a", "b", "c"})
    ASSERT_EQ(messageOf(cache.store(key, unitOf(std::string(1000, 'x')))), "");
  // Age the files, then use the oldest one.
  int age = 300;
  for (const char *key : {"a", "b", "c"}) {
    std::string path = folder.file("cache/" + std::string(key) + ".o");
    struct timespec then[2];
    clock_gettime(CLOCK_REALTIME, &then[0]);
    then[0].tv_sec -= age;
    then[1] = then[0];
    utimensat(AT_FDCWD, path.c_str(), then, 0);
    age -= 100;
  }
  EXPECT_TRUE(cache.lookup("a"));
  EXPECT_EQ(messageOf(cache.trim()), "");
  EXPECT_TRUE(cache.lookup("a"));
  EXPECT_FALSE(cache.lookup("b"));
  EXPECT_TRUE(cache.lookup("c"));
}

TEST(Cache, OpenFolderIsRefused) {
  TestFolder folder;
  std::string path = folder.file("cache");
  mkdir(path.c_str(), 0700);
  chmod(path.c_str(), 0777);
  llvm::Expected<ObjectCache> cache = ObjectCache::open(path);
  ASSERT_FALSE(static_cast<bool>(cache));
  EXPECT_NE(llvm::toString(cache.takeError()).find("others may write"),
            std::string::npos);
}
