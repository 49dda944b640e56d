//===- ModuleTest.cpp -----------------------------------------------------===//

#include "Example.h"
#include "adze/Support/OutputFile.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace adze;
using namespace llvm;
using testing::HasSubstr;
using testing::UnorderedElementsAreArray;

namespace {

PackageOptions makeOptions(bool shared) {
  PackageOptions options;
  options.triple = "x86_64-unknown-linux-gnu";
  options.dataLayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128";
  options.shared = shared;
  options.baselineCpu = "x86-64";
  return options;
}

std::vector<std::string> getVisible(const Module &module) {
  std::vector<std::string> names;
  for (const Function &function : module)
    if (!function.isDeclaration() && !function.hasLocalLinkage())
      names.push_back(function.getName().str());
  return names;
}

TEST(PackageModule, DefinesWhatThePublicSymbolsSay) {
  ArtifactInfo info = makeExample();
  info.functions.push_back(info.functions.front());
  info.functions.back().name = "decode";
  for (bool shared : {false, true}) {
    LLVMContext context;
    auto module = cantFail(emitPackage(context, info, makeOptions(shared)));
    EXPECT_FALSE(verifyModule(*module, &errs()));
    EXPECT_THAT(getVisible(*module), UnorderedElementsAreArray(getPublicSymbols(info, shared)));
    EXPECT_NE(module->getFunction("net_decode_entry"), nullptr);
  }
}

TEST(PackageModule, AsksForCpuFeaturesAtLoadOfSharedObjectsOnly) {
  ArtifactInfo info = makeExample();
  info.requiredFeatures = {{"avx2", 1, 5}};
  for (bool shared : {false, true}) {
    LLVMContext context;
    auto module = cantFail(emitPackage(context, info, makeOptions(shared)));
    EXPECT_FALSE(verifyModule(*module, &errs()));
    EXPECT_EQ(module->getNamedValue("llvm.global_ctors") != nullptr, shared);
    Function *check = module->getFunction("net_missing_cpu_feature");
    EXPECT_EQ(check->getFnAttribute("target-cpu").getValueAsString(), "x86-64");
  }
}

TEST(PackageModule, OpenDimensionsAreRefused) {
  ArtifactInfo info = makeExample();
  info.functions[0].inputs[0] = {"x", ElementType::F32, {-1, 4}, {16, 4}, {"seq", ""}};
  LLVMContext context;
  auto module = emitPackage(context, info, makeOptions(true));
  ASSERT_FALSE(static_cast<bool>(module));
  EXPECT_THAT(toString(module.takeError()), HasSubstr("'x' has an open dimension"));
}

} // namespace
