//===- CrossTest.cpp - Other architectures, under QEMU --------------------===//

#include "SampleKernel.h"
#include "adze/Codegen/Link/Linker.h"
#include "llvm/Support/Program.h"

using namespace adze;

namespace {

int execute(const std::vector<std::string> &command) {
  auto program = llvm::sys::findProgramByName(command[0]);
  std::vector<llvm::StringRef> arguments(command.begin(), command.end());
  return program ? llvm::sys::ExecuteAndWait(*program, arguments) : -1;
}

bool available(const char *program) {
  return static_cast<bool>(llvm::sys::findProgramByName(program));
}

/// Checks the sample with a loop of its own; exits with 0 if all agree.
const char *mainProgram = R"(
#include <stdint.h>
#include <stdlib.h>
struct context { unsigned char *scratch; size_t stride; void *hook, *user; };
int32_t adze_k_sample(struct context *, const float *, float *);
int main(void) {
  static float in[W1 * H], out[(W1 - 1) * H];
  for (int i = 0; i < W1 * H; i++)
    in[i] = (float)(i * 37 % 101 - 60) / 4;
  struct context c = {aligned_alloc(128, SCRATCH), SCRATCH, 0, 0};
  if (adze_k_sample(&c, in, out))
    return 2;
  for (int y = 0; y < H; y++)
    for (int x = 0; x < W1 - 1; x++) {
      const float *at = in + y * W1 + x;
      float e = (at[0] * 2 + 1) + (at[1] * 2 + 1);
      if (out[y * (W1 - 1) + x] != (e > 0 ? e : 0))
        return 1;
    }
  return 0;
}
)";

} // namespace

class Cross : public testing::TestWithParam<const char *> {};

TEST_P(Cross, SampleRunsOnAArch64) {
  if (!available("qemu-aarch64") || !available("aarch64-linux-gnu-gcc"))
    GTEST_SKIP() << "no qemu-aarch64 or no cross compiler";
  TargetSpec target = targetOf(GetParam());
  SampleKernel sample(target, 100, 3);
  CompiledUnit unit = valueOf(compileUnit(sample.unit, target, {}));
  TestFolder folder;
  LinkOptions options;
  options.exported = {sample.unit.symbol};
  ASSERT_EQ(messageOf(linkRelocatable(folder.file("k.o"), {{unit.output, ""}},
                                      options, target)),
            "");
  write(folder.file("main.c"), mainProgram);
  ASSERT_EQ(execute({"aarch64-linux-gnu-gcc", "-O1", "-DW1=101", "-DH=3",
                     "-DSCRATCH=" + std::to_string(unit.scratchBytes),
                     folder.file("main.c"), folder.file("k.o"), "-o",
                     folder.file("main")}),
            0);
  EXPECT_EQ(execute({"qemu-aarch64", "-L", "/usr/aarch64-linux-gnu",
                     folder.file("main")}),
            0);
  // A shared object for it links without a C library of the target.
  EXPECT_EQ(messageOf(linkShared(folder.file("k.so"), {{unit.output, ""}},
                                 options, target)),
            "");
}

INSTANTIATE_TEST_SUITE_P(Targets, Cross,
                         testing::Values("aarch64", "cortex-a76"));

// Neutral bitcode becomes firmware objects; nothing runs here.
TEST(Firmware, SampleCompiles) {
  for (const char *name :
       {"thumbv7em-none-eabihf:cortex-m4", "thumbv6m-none-eabi:cortex-m0plus",
        "riscv32-unknown-elf:generic-rv32+m+c"}) {
    TargetSpec target = targetOf(name);
    SampleKernel sample(target, 16, 2);
    UnitOptions options;
    options.freestanding = true;
    CompiledUnit unit = valueOf(compileUnit(sample.unit, target, options));
    EXPECT_FALSE(unit.output.empty()) << name;
    TestFolder folder;
    LinkOptions link;
    link.exported = {sample.unit.symbol};
    EXPECT_EQ(messageOf(writeStaticLibrary(folder.file("libk.a"),
                                           {{unit.output, ""}}, link, target)),
              "")
        << name;
    EXPECT_NE(messageOf(linkShared(folder.file("k.so"), {}, link, target))
                  .find("no shared objects"),
              std::string::npos);
  }
}
