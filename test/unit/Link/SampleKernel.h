//===- SampleKernel.h - A Halide kernel for the tests ---------------------===//
#ifndef ADZE_TEST_UNIT_LINK_SAMPLEKERNEL_H
#define ADZE_TEST_UNIT_LINK_SAMPLEKERNEL_H

#include "adze/Codegen/Link/Compile.h"
#include "adze/Support/OutputFile.h"
#include "gtest/gtest.h"
#include <optional>
#include <string>
#include <vector>

/// out(x, y) = max(t(x, y) + t(x + 1, y), 0) with t = in * 2 + 1, where in is
/// (width + 1) x height: a stage in scratch for everything, one in scratch for
/// each row, rows in parallel.
struct SampleKernel {
  SampleKernel(const adze::TargetSpec &target, int width = 4100,
               int height = 8);

  std::string bitcode;
  adze::UnitInput unit;
  int width, height;

  std::vector<float> input() const;
  std::vector<float> expected() const;
};

/// out(x) = in(x) * in(x) + 3 over 64 floats, or the sum of in(x) * in(x)
/// as a vector reduction. `strict`: inside of Halide's strict_float.
struct FlagKernel {
  FlagKernel(const adze::TargetSpec &target, bool reduction, bool strict);

  std::string bitcode;
  adze::UnitInput unit;
};

/// A temporary folder, or a failed test.
class TestFolder {
public:
  TestFolder();
  std::string file(const std::string &name) const {
    return folder->getPath(name);
  }

private:
  std::optional<adze::TemporaryFolder> folder;
};

/// Writes a file, or fails the test.
void write(const std::string &path, llvm::StringRef bytes);

/// The target, or a failed test.
adze::TargetSpec targetOf(llvm::StringRef name);

/// The value, or a failed test with the error's text.
template <typename T> T valueOf(llvm::Expected<T> value) {
  if (value)
    return std::move(*value);
  ADD_FAILURE() << llvm::toString(value.takeError());
  return T();
}

inline std::string messageOf(llvm::Error error) {
  return error ? llvm::toString(std::move(error)) : std::string();
}

#endif // ADZE_TEST_UNIT_LINK_SAMPLEKERNEL_H
