//===- TargetTest.cpp - Target names and machine models -------------------===//

#include "adze/Target/Target.h"
#include "adze/Target/RuntimeBitcode.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace adze;

static TargetSpec parse(llvm::StringRef text) {
  llvm::Expected<TargetSpec> target = parseTarget(text);
  EXPECT_TRUE(static_cast<bool>(target))
      << text.str() << ": " << llvm::toString(target.takeError());
  return target ? *target : TargetSpec();
}

static std::string errorOf(llvm::StringRef text) {
  llvm::Expected<TargetSpec> target = parseTarget(text);
  return target ? std::string() : llvm::toString(target.takeError());
}

static bool requires_(const TargetSpec &target, llvm::StringRef feature) {
  return llvm::any_of(target.requiredFeatures, [&](const RequiredFeature &f) {
    return f.name == feature;
  });
}

TEST(Target, MicroarchitectureLevels) {
  TargetSpec v3 = parse("x86-64-v3");
  EXPECT_EQ(v3.isa, "x86");
  EXPECT_EQ(v3.cpu, "x86-64-v3");
  EXPECT_EQ(v3.features, "");
  EXPECT_EQ(v3.model.vectorBits, 256u);
  EXPECT_EQ(v3.model.flopsPerCycleF32(), 32u);
  EXPECT_EQ(v3.stackAlignment(), 32u);
  EXPECT_EQ(v3.tuneCpu, "sapphirerapids");
  EXPECT_EQ(v3.halideTarget(),
            "x86-64-linux-sse41-avx-f16c-fma-avx2-no_runtime-no_asserts-"
            "no_bounds_query-user_context");
  EXPECT_TRUE(requires_(v3, "avx2"));
  EXPECT_FALSE(requires_(v3, "avx512f"));

  TargetSpec v4 = parse("x86-64-v4");
  EXPECT_EQ(v4.stackAlignment(), 64u);
  EXPECT_EQ(v4.preferVectorWidth(), 512u);
  EXPECT_TRUE(v4.hasFeature("avx512bw"));
  EXPECT_FALSE(v4.hasFeature("avx512vnni"));
  EXPECT_NE(v4.halideTarget().find("-avx512_skylake-"), std::string::npos);
  EXPECT_EQ(v4.halideTarget().find("cannonlake"), std::string::npos);
}

TEST(Target, CpuNamesAndSuffixes) {
  EXPECT_NE(parse("znver4").halideTarget().find("avx512_sapphirerapids"),
            std::string::npos);
  EXPECT_EQ(parse("znver4").model.name, "znver4");
  TargetSpec vnni = parse("x86-64-v4+avx512vnni");
  EXPECT_EQ(vnni.cpu, "x86-64-v4");
  EXPECT_EQ(vnni.features, "+avx512vnni");
  TargetSpec narrow = parse("znver4-avx512f");
  EXPECT_FALSE(narrow.hasFeature("avx512bw"));
  EXPECT_EQ(narrow.model.vectorBits, 256u);
  EXPECT_TRUE(parse("x86-64-v4+amx-int8").hasFeature("amx-tile"));
}

TEST(Target, AArch64) {
  TargetSpec plain = parse("aarch64");
  EXPECT_EQ(plain.isa, "arm");
  EXPECT_EQ(plain.model.name, "aarch64");
  EXPECT_EQ(plain.halideTarget(),
            "arm-64-linux-no_runtime-no_asserts-no_bounds_query-user_context");
  TargetSpec dot = parse("aarch64+dotprod");
  EXPECT_NE(dot.halideTarget().find("-arm_dot_prod-"), std::string::npos);
  EXPECT_TRUE(requires_(dot, "dotprod"));
  TargetSpec a76 = parse("cortex-a76");
  EXPECT_TRUE(a76.hasFeature("dotprod"));
  EXPECT_NE(a76.halideTarget().find("-arm_fp16-"), std::string::npos);
  EXPECT_FALSE(parse("cortex-a76-dotprod").hasFeature("dotprod"));
  EXPECT_TRUE(parse("aarch64+fp16").hasFeature("fullfp16"));
  EXPECT_TRUE(parse("neoverse-n2+sve2-aes-i8mm").hasFeature("sve2-aes"));
  EXPECT_FALSE(parse("neoverse-n2+sve2-aes-i8mm").hasFeature("i8mm"));
}

TEST(Target, HostAndGeneric) {
  TargetSpec host = parse("host");
  EXPECT_TRUE(host.native);
  TargetSpec generic = parse("generic");
  EXPECT_TRUE(generic.native);
  EXPECT_EQ(generic.isa, "generic");
  EXPECT_EQ(generic.halideTarget().rfind("riscv-64-noos", 0), 0u);
}

TEST(Target, TripleAndCpu) {
  TargetSpec m4 = parse("thumbv7em-none-eabihf:cortex-m4");
  EXPECT_FALSE(m4.is64Bit());
  EXPECT_TRUE(m4.isBareMetal());
  EXPECT_EQ(m4.halideTarget().rfind("arm-32-noos-no_neon", 0), 0u);
  EXPECT_EQ(m4.model.name, "generic-32");
  EXPECT_EQ(parse("riscv64-unknown-linux-gnu:generic-rv64+m+a+f+d+c").features,
            "+m,+a,+f,+d,+c");
}

TEST(Target, Refusals) {
  EXPECT_NE(errorOf("pentium99").find("unknown target 'pentium99'"),
            std::string::npos);
  EXPECT_NE(errorOf("pentium99").find("x86-64-v3"), std::string::npos);
  EXPECT_NE(errorOf("znver4+warp").find("unknown x86-64 feature 'warp'"),
            std::string::npos);
  EXPECT_NE(errorOf("aarch64+warp").find("unknown AArch64 feature 'warp'"),
            std::string::npos);
  EXPECT_NE(errorOf("thumbv7em-none-eabihf:cortex-z9").find("'cortex-z9'"),
            std::string::npos);
  EXPECT_NE(errorOf("nonsense:cpu").find("unknown triple"), std::string::npos);
  EXPECT_NE(errorOf("generic+avx").find("takes no features"),
            std::string::npos);
  EXPECT_NE(errorOf(""), "");
}

// Every name that help lists is accepted.
TEST(Target, ListedTargetsParse) {
  for (const auto &[name, description] : listTargets())
    EXPECT_EQ(parse(name).name, name);
}

TEST(MachineModel, AllReadAndSane) {
  EXPECT_GT(machineModels().size(), 10u);
  for (const MachineModel &model : machineModels()) {
    EXPECT_GT(model.fmaPorts, 0u) << model.name;
    EXPECT_GE(model.l2Bytes + (model.l2Bytes ? 0 : model.l1Bytes),
              model.l1Bytes)
        << model.name;
  }
}

TEST(MachineModel, WrongFieldsAreNamed) {
  auto message = [](llvm::StringRef text) {
    llvm::Expected<MachineModel> model = parseMachineModel("m", text);
    return model ? std::string() : llvm::toString(model.takeError());
  };
  EXPECT_NE(message("{}").find("field 'cpus' is missing"), std::string::npos);
  EXPECT_NE(message("[]").find("not a JSON object"), std::string::npos);
  EXPECT_NE(message("{\"cpus\": 3}").find("not a list"), std::string::npos);
}

TEST(RuntimeBitcode, EveryArchitectureHasIts) {
  for (const char *name :
       {"x86-64-v3", "aarch64", "thumbv7em-none-eabihf:cortex-m4",
        "riscv64-unknown-linux-gnu:generic-rv64"}) {
    llvm::ArrayRef<EmbeddedFile> files = runtimeBitcode(parse(name));
    EXPECT_TRUE(llvm::any_of(files, [](const EmbeddedFile &file) {
      return llvm::StringRef(file.name).ends_with("/parallel.bc");
    })) << name;
  }
  EXPECT_EQ(runtimeBitcodeHash().size(), 64u);
}
