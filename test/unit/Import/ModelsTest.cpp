//===- ModelsTest.cpp - Every model of ADZE_MODELS imports, or says why not ---===//

#include "TestModel.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace adze;
using namespace adze::test;

/// Operators of later parts: a model that has one is refused, and its message names one of them.
static constexpr llvm::StringRef laterOperators[] = {
    "(LSTM)",           "(GRU)",   "(If)",          "(QuantizeLinear)", "(QLinearConv)",
    "(com.microsoft.",  "(onnx.brevitas.", "(ai.onnx.ml."};

static std::vector<std::string> findModels() {
  std::string root = llvm::sys::Process::GetEnv("ADZE_MODELS").value_or("../shared");
  std::vector<std::string> models;
  for (const char *folder : {"models", "zoo", "zoo-seq"}) {
    std::error_code code;
    for (llvm::sys::fs::recursive_directory_iterator it(root + "/" + folder, code), end; it != end && !code; it.increment(code))
      if (llvm::sys::path::extension(it->path()) == ".onnx")
        models.push_back(it->path());
  }
  llvm::sort(models);
  return models;
}

TEST(Models, AllImportOrAreRefusedByName) {
  std::vector<std::string> models = findModels();
  if (models.empty())
    GTEST_SKIP() << "there are no models in $ADZE_MODELS";
  for (const std::string &path : models) { // 64: images divide by 32
    Imported imported = importFile(path, closeDims(path, 64));
    bool isLater = llvm::any_of(laterOperators, [&](llvm::StringRef op) { return llvm::StringRef(imported.errors).contains(op); });
    EXPECT_TRUE(imported.module || isLater) << path << "\n" << imported.errors;
  }
}
