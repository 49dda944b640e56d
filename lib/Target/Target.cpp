//===- Target.cpp - Parses target names -----------------------------------===//

#include "adze/Target/Target.h"
#include "CpuFeatures.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/AArch64TargetParser.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/X86TargetParser.h"

using namespace llvm;

namespace adze {

bool TargetSpec::hasFeature(StringRef feature) const {
  return llvm::binary_search(enabledFeatures, feature);
}

unsigned TargetSpec::stackAlignment() const {
  if (!isX86())
    return 0;
  if (hasFeature("avx512f"))
    return 64;
  return hasFeature("avx") ? 32 : 0;
}

unsigned TargetSpec::preferVectorWidth() const {
  return isX86() && hasFeature("avx512f") ? 512 : 0;
}

std::string TargetSpec::fingerprint() const {
  return (Twine(isa) + "|" + triple.str() + "|" + cpu + "|" + features + "|" +
          tuneCpu + "|" + model.name)
      .str();
}

std::string TargetSpec::halideTarget() const {
  std::string name;
  // Halide 14 knows AVX-512 by generations; a generation is named only if all
  // that it lets Halide use is there.
  auto add = [&](const char *halide, std::initializer_list<StringRef> needs) {
    if (llvm::all_of(needs, [&](StringRef f) { return hasFeature(f); }))
      name += std::string("-") + halide;
  };
  if (isa == "x86") {
    name = "x86-64-linux";
    add("sse41", {"sse4.1"});
    add("avx", {"avx"});
    add("f16c", {"f16c"});
    add("fma", {"fma"});
    add("avx2", {"avx2"});
    add("avx512", {"avx512f", "avx512cd"});
    add("avx512_skylake",
        {"avx512f", "avx512cd", "avx512vl", "avx512bw", "avx512dq"});
    add("avx512_cannonlake", {"avx512f", "avx512cd", "avx512vl", "avx512bw",
                              "avx512dq", "avx512ifma", "avx512vbmi"});
    add("avx512_sapphirerapids",
        {"avx512f", "avx512cd", "avx512vl", "avx512bw", "avx512dq",
         "avx512ifma", "avx512vbmi", "avx512vnni", "avx512bf16"});
  } else if (isa == "arm") {
    name = "arm-64-linux";
    add("arm_dot_prod", {"dotprod"});
    add("arm_fp16", {"fullfp16"});
  } else {
    name = is64Bit() ? "riscv-64-noos" : "arm-32-noos-no_neon";
  }
  return name + "-no_runtime-no_asserts-no_bounds_query-user_context";
}

/// The model that names the CPU, else the one of the CPU's feature level.
static MachineModel chooseModel(const TargetSpec &target) {
  auto byName = [](StringRef name) {
    return *llvm::find_if(machineModels(), [&](const MachineModel &model) {
      return model.name == name;
    });
  };
  if (target.isa == "generic")
    return byName(target.is64Bit() ? "generic-64" : "generic-32");
  MachineModel model = byName(target.isAArch64()              ? "aarch64"
                              : target.hasFeature("avx512bw") ? "x86-64-v4"
                              : target.hasFeature("avx2")     ? "x86-64-v3"
                                                              : "x86-64");
  // Models of other architectures may share a name ("generic").
  for (const MachineModel &candidate : machineModels())
    if (llvm::is_contained(candidate.cpus, target.cpu))
      model = candidate;
  // Features taken away with a suffix narrow the vectors.
  if (target.isX86()) {
    unsigned widest = target.hasFeature("avx512f") ? 512
                      : target.hasFeature("avx")   ? 256
                                                   : 128;
    if (model.vectorBits > widest) {
      model.vectorBits = widest;
      if (widest < 512)
        model.vectorRegisters = 16;
    }
    model.hasFma = model.hasFma && target.hasFeature("fma");
  }
  return model;
}

/// Differences between two feature sets as LLVM takes them.
static std::string featureDifference(const FeatureSet &base,
                                     const FeatureSet &wanted) {
  std::vector<std::string> parts;
  for (const std::string &name : wanted)
    if (!base.count(name))
      parts.push_back("+" + name);
  for (const std::string &name : base)
    if (!wanted.count(name))
      parts.push_back("-" + name);
  return llvm::join(parts, ",");
}

static bool hostHasAll(const TargetSpec &target) {
  Triple host(sys::getProcessTriple());
  if (host.getArch() != target.triple.getArch() || !host.isOSLinux())
    return false;
  StringMap<bool> present = sys::getHostCPUFeatures();
  return llvm::all_of(target.requiredFeatures,
                      [&](const RequiredFeature &feature) {
                        auto it = present.find(feature.name);
                        return it == present.end() || it->second;
                      });
}

static void complete(TargetSpec &target, const FeatureSet &base,
                     const FeatureSet &wanted) {
  target.features = featureDifference(base, wanted);
  target.enabledFeatures.assign(wanted.begin(), wanted.end());
  target.requiredFeatures = testableFeatures(target.isX86(), wanted);
  if (target.isX86() && target.hasFeature("avx2"))
    target.tuneCpu = "sapphirerapids";
  target.model = chooseModel(target);
  target.native = hostHasAll(target);
}

static Expected<TargetSpec> x86Target(StringRef name, StringRef cpu,
                                      ArrayRef<StringRef> suffixes) {
  TargetSpec target;
  target.name = name.str();
  target.isa = "x86";
  target.triple = Triple("x86_64-unknown-linux-gnu");
  target.cpu = cpu.str();
  FeatureSet base = x86Features(cpu), wanted = base;
  if (Error error = applyX86(wanted, suffixes))
    return std::move(error);
  complete(target, base, wanted);
  return target;
}

static Expected<TargetSpec> aarch64Target(StringRef name, StringRef cpu,
                                          ArrayRef<StringRef> suffixes) {
  TargetSpec target;
  target.name = name.str();
  target.isa = "arm";
  target.triple = Triple("aarch64-unknown-linux-gnu");
  target.cpu = AArch64::resolveCPUAlias(cpu).str();
  FeatureSet base = aarch64Features(target.cpu), wanted = base;
  if (Error error = applyAArch64(target.cpu, wanted, suffixes))
    return std::move(error);
  complete(target, base, wanted);
  return target;
}

/// What this machine really has: a virtual machine may hide features of its
/// CPU, and LLVM's list for a CPU name may not be complete.
static Expected<TargetSpec> hostTarget(StringRef name,
                                       ArrayRef<StringRef> suffixes) {
  Triple host(sys::getProcessTriple());
  StringRef cpu = sys::getHostCPUName();
  StringMap<bool> present = sys::getHostCPUFeatures();
  std::vector<std::string> storage;
  bool x86 = host.getArch() == Triple::x86_64;
  if (!x86 && host.getArch() != Triple::aarch64)
    return createStringError("target 'host': this machine is " + host.str() +
                             "; only x86-64 and AArch64 are supported here, "
                             "name another target");
  if (x86 ? !isX86Cpu(cpu) : !isAArch64Cpu(cpu))
    cpu = x86 ? "x86-64" : "generic";
  FeatureSet base = x86 ? x86Features(cpu) : aarch64Features(cpu);
  for (const auto &entry : present) {
    std::string feature = entry.first().str();
    if (isKnownFeature(x86, feature) &&
        static_cast<bool>(base.count(feature)) != entry.second)
      storage.push_back((entry.second ? "+" : "-") + feature);
  }
  // StringMap has no order; removals come last so that nothing implied by an
  // addition brings a missing feature back.
  llvm::sort(storage);
  SmallVector<StringRef> all(storage.begin(), storage.end());
  all.append(suffixes.begin(), suffixes.end());
  return x86 ? x86Target(name, cpu, all) : aarch64Target(name, cpu, all);
}

/// The machine's architecture without anything newer than its first version,
/// from bitcode without target intrinsics.
static Expected<TargetSpec> genericTarget(ArrayRef<StringRef> suffixes) {
  bool arm = Triple(sys::getProcessTriple()).getArch() == Triple::aarch64;
  Expected<TargetSpec> target = arm ? aarch64Target("generic", "generic", {})
                                    : x86Target("generic", "x86-64", {});
  if (!target)
    return target;
  if (!suffixes.empty())
    return createStringError("target 'generic' takes no features");
  target->isa = "generic";
  target->model = chooseModel(*target);
  return target;
}

/// `triple:cpu` for everything else that LLVM knows.
static Expected<TargetSpec> tripleTarget(StringRef name, StringRef tripleText,
                                         StringRef cpu,
                                         ArrayRef<StringRef> suffixes) {
  Triple triple(Triple::normalize(tripleText));
  if (triple.getArch() == Triple::x86_64 && isX86Cpu(cpu))
    return x86Target(name, cpu, suffixes);
  if (triple.getArch() == Triple::aarch64 && isAArch64Cpu(cpu))
    return aarch64Target(name, cpu, suffixes);
  static const bool initialized =
      (InitializeAllTargetInfos(), InitializeAllTargetMCs(), true);
  (void)initialized;
  std::string message;
  const llvm::Target *llvmTarget =
      TargetRegistry::lookupTarget(triple, message);
  if (!llvmTarget)
    return createStringError("target '" + name + "': unknown triple '" +
                             tripleText + "'");
  if (!triple.isLittleEndian() ||
      !(triple.isArch32Bit() || triple.isArch64Bit()))
    return createStringError("target '" + name +
                             "': only 32 and 64 bit little-endian targets are "
                             "supported");
  std::unique_ptr<MCSubtargetInfo> subtarget(
      llvmTarget->createMCSubtargetInfo(triple, "", ""));
  if (!subtarget || !subtarget->isCPUStringValid(cpu))
    return createStringError("target '" + name + "': LLVM knows no CPU '" +
                             cpu + "' for " + triple.str());
  TargetSpec target;
  target.name = name.str();
  target.isa = "generic";
  target.triple = triple;
  target.cpu = cpu.str();
  for (StringRef suffix : suffixes) {
    auto known = [&](const SubtargetFeatureKV &entry) {
      return suffix.drop_front() == entry.Key;
    };
    if (llvm::none_of(subtarget->getAllProcessorFeatures(), known))
      return createStringError("target '" + name +
                               "': LLVM knows no feature '" +
                               suffix.drop_front() + "' for " + triple.str());
  }
  target.features = llvm::join(suffixes, ",");
  subtarget.reset(
      llvmTarget->createMCSubtargetInfo(triple, cpu, target.features));
  for (const SubtargetFeatureKV &entry : subtarget->getAllProcessorFeatures())
    if (subtarget->getFeatureBits().test(entry.Value))
      target.enabledFeatures.push_back(entry.Key);
  llvm::sort(target.enabledFeatures);
  target.model = chooseModel(target);
  return target;
}

/// The longest prefix that ends where a suffix begins and is a name by
/// `isName`: the "x86-64-v3" of "x86-64-v3+avxvnni".
static std::optional<StringRef>
longestName(StringRef text, function_ref<bool(StringRef)> isName) {
  for (size_t end = text.size(); end > 0; --end)
    if ((end == text.size() || text[end] == '+' || text[end] == '-') &&
        isName(text.take_front(end)))
      return text.take_front(end);
  return std::nullopt;
}

/// "+a-b" as {"+a", "-b"}. A name may hold '-' itself ("amx-int8", "sve2-aes"):
/// the longest one that is known wins.
static SmallVector<StringRef> splitSuffixes(StringRef text) {
  SmallVector<StringRef> result;
  while (!text.empty()) {
    auto isFeature = [](StringRef name) {
      return isKnownFeature(/*x86=*/true, name) ||
             isKnownFeature(/*x86=*/false, name);
    };
    StringRef names = text.drop_front();
    size_t size = std::min(names.find_first_of("+-"), names.size());
    if (auto known = longestName(names, isFeature))
      size = known->size();
    result.push_back(text.take_front(size + 1));
    text = text.drop_front(size + 1);
  }
  return result;
}

Expected<TargetSpec> parseTarget(StringRef text) {
  if (auto colon = text.find(':'); colon != StringRef::npos) {
    StringRef rest = text.drop_front(colon + 1);
    StringRef cpu = rest.take_front(rest.find('+'));
    return tripleTarget(text, text.take_front(colon), cpu,
                        splitSuffixes(rest.drop_front(cpu.size())));
  }
  auto is = [](StringRef name) {
    return [name](StringRef prefix) { return prefix == name; };
  };
  if (auto name = longestName(text, is("host")))
    return hostTarget(text, splitSuffixes(text.drop_front(name->size())));
  if (auto name = longestName(text, is("generic")))
    return genericTarget(splitSuffixes(text.drop_front(name->size())));
  if (auto name = longestName(text, is("aarch64")))
    return aarch64Target(text, "generic",
                         splitSuffixes(text.drop_front(name->size())));
  if (auto cpu = longestName(text, isX86Cpu))
    return x86Target(text, *cpu, splitSuffixes(text.drop_front(cpu->size())));
  if (auto cpu = longestName(text, isAArch64Cpu))
    return aarch64Target(text, *cpu,
                         splitSuffixes(text.drop_front(cpu->size())));
  return createStringError(
      "unknown target '" + text +
      "'; known are host, generic, x86-64, x86-64-v2, x86-64-v3, x86-64-v4, "
      "aarch64, LLVM's CPU names for x86-64 and AArch64 (znver4, "
      "sapphirerapids, cortex-a76, neoverse-n1...), each with +feature or "
      "-feature, and triple:cpu (thumbv7em-none-eabihf:cortex-m4); "
      "--target=help lists them");
}

std::vector<std::pair<std::string, std::string>> listTargets() {
  std::vector<std::pair<std::string, std::string>> result = {
      {"host", "this machine's CPU with the features that it really has"},
      {"generic", "this machine's architecture, portable code only"},
      {"x86-64-v3", "x86-64 with AVX2 and FMA"},
      {"x86-64-v4", "x86-64 with AVX-512 (no VNNI)"},
      {"aarch64", "any 64-bit Arm CPU under Linux"},
  };
  SmallVector<StringRef> names;
  X86::fillValidCPUArchList(names, /*Only64Bit=*/true);
  llvm::sort(names);
  for (StringRef name : names)
    if (name != "x86-64-v3" && name != "x86-64-v4")
      result.push_back({name.str(), "x86-64 CPU"});
  names.clear();
  AArch64::fillValidCPUArchList(names);
  llvm::sort(names);
  for (StringRef name : names)
    if (name != "generic")
      result.push_back({name.str(), "AArch64 CPU"});
  return result;
}

} // namespace adze
