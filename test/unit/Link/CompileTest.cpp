//===- CompileTest.cpp - Halide bitcode to running code -------------------===//

#include "../../../targets/generic/runtime/adze_context.h"
#include "SampleKernel.h"
#include "adze/Codegen/Link/Linker.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/AsmParser/Parser.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/SourceMgr.h"
#include <dlfcn.h>
#include <set>
#include <thread>

using namespace adze;

namespace {

using Kernel = int32_t (*)(adze_context *, const float *, float *);

/// A loaded shared object, kept until the end.
struct Loaded {
  Loaded(const CompiledUnit &unit, const TargetSpec &target,
         const std::string &symbol) {
    // Units are hidden; a C caller's view comes from the glue, here from this.
    LinkOptions options;
    options.exported = {symbol};
    EXPECT_EQ(messageOf(linkShared(folder.file("k.so"), {{unit.output, ""}},
                                   options, target)),
              "");
    library = dlopen(folder.file("k.so").c_str(), RTLD_NOW);
    EXPECT_TRUE(library) << dlerror();
    function = library ? dlsym(library, symbol.c_str()) : nullptr;
  }
  TestFolder folder;
  void *library, *function;
};

/// Compiles the sample with its symbol visible, so that dlsym finds it.
CompiledUnit compileVisible(const SampleKernel &sample,
                            const TargetSpec &target,
                            const UnitOptions &options = {}) {
  llvm::LLVMContext context;
  auto module = valueOf(buildUnitModule(context, sample.unit, target, options));
  module->getFunction(sample.unit.symbol)
      ->setVisibility(llvm::GlobalValue::DefaultVisibility);
  return valueOf(
      compileModule(std::move(module), {sample.unit.symbol}, target, options));
}

struct Arena {
  explicit Arena(size_t bytes)
      : memory(static_cast<unsigned char *>(
            aligned_alloc(scratchAlignment, bytes + scratchAlignment))) {}
  ~Arena() { free(memory); }
  unsigned char *memory;
};

std::set<int> workersSeen;
int32_t forward(void *user, adze_task task, void *argument, int32_t count) {
  int32_t result = 0;
  for (int32_t i = 0; i < count; ++i) {
    workersSeen.insert(i % *static_cast<int *>(user));
    result |= task(argument, i, i % *static_cast<int *>(user));
  }
  return result;
}

} // namespace

class CompileOnTarget : public testing::TestWithParam<const char *> {};

TEST_P(CompileOnTarget, SampleIsRight) {
  TargetSpec target = targetOf(GetParam());
  if (!target.native)
    GTEST_SKIP() << "this machine cannot run " << GetParam();
  SampleKernel sample(target);
  CompiledUnit unit = compileVisible(sample, target);
  // The whole stage and one row of the second, each rounded up.
  EXPECT_GE(unit.scratchBytes, 4u * (4101 * 8 + 4100));
  EXPECT_LE(unit.scratchBytes, 4u * (4101 * 8 + 4100) + 1024);
  EXPECT_LT(unit.stackBytes, 1024u);
  Loaded loaded(unit, target, sample.unit.symbol);
  ASSERT_TRUE(loaded.function);
  auto kernel = reinterpret_cast<Kernel>(loaded.function);

  std::vector<float> in = sample.input(), out(sample.expected().size());
  Arena arena(unit.scratchBytes * 3);
  adze_context context = {arena.memory, unit.scratchBytes, nullptr, nullptr};
  EXPECT_EQ(kernel(&context, in.data(), out.data()), 0);
  EXPECT_EQ(out, sample.expected());

  // Through the hook, with three workers.
  int workers = 3;
  workersSeen.clear();
  context.parallel_for = forward;
  context.parallel_user = &workers;
  std::fill(out.begin(), out.end(), -1.f);
  EXPECT_EQ(kernel(&context, in.data(), out.data()), 0);
  EXPECT_EQ(out, sample.expected());
  EXPECT_EQ(workersSeen.size(), 3u);
}

INSTANTIATE_TEST_SUITE_P(Targets, CompileOnTarget,
                         testing::Values("host", "generic", "x86-64-v2",
                                         "x86-64-v3", "x86-64-v4"));

// Halide's names differ from call to call; the object must not.
TEST(Compile, SameKernelSameBytes) {
  TargetSpec target = targetOf("x86-64-v4");
  SampleKernel first(target), second(target);
  EXPECT_EQ(valueOf(compileUnit(first.unit, target, {})).output,
            valueOf(compileUnit(second.unit, target, {})).output);
}

TEST(Compile, ThreadsAgree) {
  TargetSpec target = targetOf("x86-64-v3");
  SampleKernel sample(target, 200, 3);
  std::vector<std::string> objects(4);
  std::vector<std::thread> threads;
  for (std::string &object : objects)
    threads.emplace_back(
        [&] { object = valueOf(compileUnit(sample.unit, target, {})).output; });
  for (std::thread &thread : threads)
    thread.join();
  for (const std::string &object : objects)
    EXPECT_EQ(object, objects.front());
}

TEST(Compile, InPlaceAndStrictStayRight) {
  TargetSpec target = targetOf("host");
  SampleKernel sample(target, 64, 2);
  UnitOptions options;
  options.mayAlias = true;
  options.strictFloat = true;
  options.optLevel = OptLevel::Os;
  CompiledUnit unit = compileVisible(sample, target, options);
  Loaded loaded(unit, target, sample.unit.symbol);
  ASSERT_TRUE(loaded.function);
  std::vector<float> in = sample.input(), out(sample.expected().size());
  Arena arena(unit.scratchBytes);
  adze_context context = {arena.memory, unit.scratchBytes, nullptr, nullptr};
  reinterpret_cast<Kernel>(loaded.function)(&context, in.data(), out.data());
  EXPECT_EQ(out, sample.expected());
}

TEST(Compile, TextForms) {
  TargetSpec target = targetOf("x86-64-v3");
  SampleKernel sample(target, 64, 2);
  UnitOptions options;
  options.output = UnitOutput::LLVMIR;
  std::string ir = valueOf(compileUnit(sample.unit, target, options)).output;
  EXPECT_NE(ir.find("define hidden noundef i32 @adze_k_sample"),
            std::string::npos)
      << ir.substr(0, 2000);
  // Buffers vanish, and so does fast-math.
  EXPECT_EQ(ir.find("halide_buffer"), std::string::npos);
  EXPECT_EQ(ir.find(" fast "), std::string::npos);
  EXPECT_EQ(ir.find("ninf"), std::string::npos);
  options.output = UnitOutput::Assembly;
  std::string text = valueOf(compileUnit(sample.unit, target, options)).output;
  EXPECT_NE(text.find("ymm"), std::string::npos);
}

// Multiplications and additions fuse unless the kernel or the options say no;
// reductions stay vectors.
TEST(Compile, FloatFlags) {
  TargetSpec target = targetOf("x86-64-v3");
  auto assembly = [&](bool reduction, bool strictKernel, bool strictUnit) {
    FlagKernel kernel(target, reduction, strictKernel);
    UnitOptions options;
    options.output = UnitOutput::Assembly;
    options.strictFloat = strictUnit;
    return valueOf(compileUnit(kernel.unit, target, options)).output;
  };
  EXPECT_NE(assembly(false, false, false).find("vfmadd"), std::string::npos);
  EXPECT_EQ(assembly(false, true, false).find("vfmadd"), std::string::npos);
  EXPECT_EQ(assembly(false, false, true).find("vfmadd"), std::string::npos);
  std::string sum = assembly(true, false, false);
  size_t scalarAdds = 0;
  for (size_t at = 0; (at = sum.find("vaddss", at)) != std::string::npos; ++at)
    ++scalarAdds;
  // Four steps of 16 elements, two scalar additions at the end of each.
  EXPECT_LE(scalarAdds, 8u) << sum;
}

TEST(Compile, WrongUnitsAreNamed) {
  TargetSpec target = targetOf("x86-64-v3");
  SampleKernel sample(target, 64, 2);
  auto message = [&](UnitInput unit) {
    llvm::Expected<CompiledUnit> result = compileUnit(unit, target, {});
    return result ? std::string() : llvm::toString(result.takeError());
  };
  UnitInput unit = sample.unit;
  unit.entry = "other";
  EXPECT_NE(message(unit).find("does not define 'other'"), std::string::npos);
  unit = sample.unit;
  unit.buffers.pop_back();
  EXPECT_NE(message(unit).find("takes 3 arguments"), std::string::npos);
  unit = sample.unit;
  unit.bitcode = "not bitcode";
  EXPECT_NE(message(unit).find("cannot read bitcode of adze_k_sample"),
            std::string::npos);
}

// Modules without Halide: glue. Scratch of unknown size and functions of
// Halide's runtime that Adze lacks are refused.
TEST(Compile, Modules) {
  TargetSpec target = targetOf("host");
  auto compile = [&](const char *text) -> std::string {
    llvm::LLVMContext context;
    llvm::SMDiagnostic diagnostic;
    auto module = llvm::parseAssemblyString(text, diagnostic, context);
    EXPECT_TRUE(module) << diagnostic.getMessage().str();
    llvm::Expected<CompiledUnit> unit =
        compileModule(std::move(module), {"f"}, target, {});
    return unit ? "" : llvm::toString(unit.takeError());
  };
  EXPECT_EQ(compile("define i32 @f(i32 %x) {\n ret i32 %x\n}"), "");
  EXPECT_NE(compile("define i32 @g(i32 %x) {\n ret i32 %x\n}")
                .find("module does not define 'f'"),
            std::string::npos);
  EXPECT_NE(compile("declare ptr @halide_malloc(ptr, i64)\n"
                    "define ptr @f(ptr %c, i64 %n) {\n"
                    " %p = call ptr @halide_malloc(ptr %c, i64 %n)\n"
                    " ret ptr %p\n}")
                .find("depends on run-time values"),
            std::string::npos);
  EXPECT_NE(compile("declare void @halide_print(ptr)\n"
                    "define void @f(ptr %c) {\n"
                    " call void @halide_print(ptr %c)\n ret void\n}")
                .find("halide_print"),
            std::string::npos);
}

// The check that artifacts make when they are loaded.
TEST(Compile, CpuCheck) {
  TargetSpec target = targetOf("host");
  llvm::LLVMContext context;
  llvm::SMDiagnostic diagnostic;
  auto module = llvm::parseAssemblyString(
      "declare i32 @adze_missing_cpu_feature(ptr, i32)\n"
      "define i32 @f(ptr %table, i32 %count) {\n"
      " %r = call i32 @adze_missing_cpu_feature(ptr %table, i32 %count)\n"
      " ret i32 %r\n}",
      diagnostic, context);
  ASSERT_TRUE(module);
  CompiledUnit unit =
      valueOf(compileModule(std::move(module), {"f"}, target, {}));
  Loaded loaded(unit, target, "f");
  ASSERT_TRUE(loaded.function);
  std::vector<uint16_t> table;
  for (const RequiredFeature &feature : target.requiredFeatures)
    table.push_back(feature.word << 8 | feature.bit);
  auto check =
      reinterpret_cast<int32_t (*)(const uint16_t *, int32_t)>(loaded.function);
  EXPECT_EQ(check(table.data(), table.size()), -1);
  // A bit that no CPU sets: it is reserved on both architectures' first word.
  if (target.isX86()) {
    table.push_back(1 << 8 | 22);
    EXPECT_EQ(check(table.data(), table.size()),
              static_cast<int32_t>(table.size()) - 1);
  }
}

// Constant arguments make constant sizes: the scratch of two lists of all five
// candidates, on every flavour of the runtime.
TEST(Compile, CallOfTheRuntime) {
  CallInput call{"largest", "adze_top_k", 3,
                 {1, 5, 1, 2, 4, 0x7f800000, 1, 1}};
  for (const char *name : {"host", "aarch64", "thumbv7em-none-eabihf:cortex-m7",
                           "riscv32-unknown-elf:generic-rv32+m+c"}) {
    CompiledUnit unit = valueOf(compileCall(call, targetOf(name), {}));
    EXPECT_EQ(unit.scratchBytes, 2 * scratchAlignment) << name;
    EXPECT_FALSE(unit.output.empty()) << name;
  }
}
