//===- OutputFileTest.cpp -------------------------------------------------===//

#include "adze/Support/ExitCodes.h"
#include "adze/Support/OutputFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace adze;
using namespace llvm;

namespace {

unsigned countFiles(StringRef folder) {
  unsigned count = 0;
  std::error_code code;
  for (sys::fs::directory_iterator it(folder, code), end; it != end && !code; it.increment(code))
    ++count;
  return count;
}

TemporaryFolder makeFolder() { return cantFail(TemporaryFolder::create("adze-test")); }

TEST(OutputFile, ReplacesAFile) {
  TemporaryFolder folder = makeFolder();
  std::string path = folder.getPath("a.txt");
  for (StringRef text : {"one", "two"}) {
    cantFail(writeFile(path, [&](raw_ostream &os) {
      os << text;
      return Error::success();
    }));
    EXPECT_EQ((*MemoryBuffer::getFile(path))->getBuffer(), text);
  }
  EXPECT_EQ(countFiles(folder.getPath("")), 1u);
}

TEST(OutputFile, AFailureLeavesTheOldFile) {
  TemporaryFolder folder = makeFolder();
  std::string path = folder.getPath("a.txt");
  cantFail(writeFile(path, [&](raw_ostream &os) {
    os << "old";
    return Error::success();
  }));
  Error error = writeFile(path, [&](raw_ostream &os) {
    os << "half";
    return createStringError("no more");
  });
  EXPECT_EQ(toString(std::move(error)), "no more");
  EXPECT_EQ((*MemoryBuffer::getFile(path))->getBuffer(), "old");
  EXPECT_EQ(countFiles(folder.getPath("")), 1u);
}

TEST(OutputFile, AFullDiskIsOutOfResources) {
  if (!sys::fs::exists("/dev/full"))
    GTEST_SKIP() << "no /dev/full";
  Error error = writeFile("/dev/full", [&](raw_ostream &os) {
    os << std::string(100000, 'x');
    return Error::success();
  });
  EXPECT_EQ(getExitCode(errorToErrorCode(std::move(error))), ExitCode::OutOfResources);
}

TEST(OutputFile, AMissingFolderIsAnError) {
  TemporaryFolder folder = makeFolder();
  Error error = writeFile(folder.getPath("no/a.txt"), [](raw_ostream &) { return Error::success(); });
  EXPECT_NE(toString(std::move(error)).find("No such file"), std::string::npos);
}

TEST(TemporaryFolder, IsRemoved) {
  std::string path;
  {
    TemporaryFolder folder = makeFolder();
    path = folder.getPath("");
    cantFail(writeFile(folder.getPath("a"), [](raw_ostream &) { return Error::success(); }));
    EXPECT_TRUE(sys::fs::exists(path));
  }
  EXPECT_FALSE(sys::fs::exists(path));
}

} // namespace
