//===- CpuFeatures.cpp - Feature sets of CPU names ------------------------===//

#include "CpuFeatures.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/TargetParser/AArch64TargetParser.h"
#include "llvm/TargetParser/X86TargetParser.h"

using namespace llvm;

namespace adze {

bool isX86Cpu(StringRef cpu) {
  return X86::parseArchX86(cpu, /*Only64Bit=*/true) != X86::CK_None;
}

bool isAArch64Cpu(StringRef cpu) { return AArch64::parseCpu(cpu).has_value(); }

FeatureSet x86Features(StringRef cpu) {
  SmallVector<StringRef> names;
  X86::getFeaturesForCPU(cpu, names);
  // The list leaves out what its members imply.
  StringMap<bool> all;
  for (StringRef name : names) {
    all[name] = true;
    X86::updateImpliedFeatures(name, true, all);
  }
  FeatureSet result;
  for (const auto &entry : all)
    if (entry.second)
      result.insert(entry.first().str());
  return result;
}

static FeatureSet enabledIn(const AArch64::ExtensionSet &extensions) {
  std::vector<StringRef> list;
  extensions.toLLVMFeatureList(list);
  FeatureSet result;
  for (StringRef name : list)
    if (name.consume_front("+"))
      result.insert(name.str());
  return result;
}

FeatureSet aarch64Features(StringRef cpu) {
  AArch64::ExtensionSet extensions;
  extensions.addCPUDefaults(*AArch64::parseCpu(cpu));
  return enabledIn(extensions);
}

/// Names that `+feature` accepts on x86: whatever any CPU that LLVM knows has.
static const FeatureSet &knownX86Features() {
  static const FeatureSet known = [] {
    FeatureSet all;
    SmallVector<StringRef> cpus;
    X86::fillValidCPUArchList(cpus, /*Only64Bit=*/true);
    for (StringRef cpu : cpus)
      for (const std::string &name : x86Features(cpu))
        all.insert(name);
    return all;
  }();
  return known;
}

static std::string commaList(const FeatureSet &names) {
  std::string text;
  for (const std::string &name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text;
}

Error applyX86(FeatureSet &features, ArrayRef<StringRef> suffixes) {
  for (StringRef suffix : suffixes) {
    StringRef name = suffix.drop_front();
    bool enable = suffix.front() == '+';
    if (!isKnownFeature(/*x86=*/true, name))
      return createStringError("unknown x86-64 feature '" + name +
                               "'; known: " + commaList(knownX86Features()));
    StringMap<bool> implied;
    implied[name] = enable;
    X86::updateImpliedFeatures(name, enable, implied);
    for (const auto &entry : implied)
      if (entry.second)
        features.insert(entry.first().str());
      else
        features.erase(entry.first().str());
  }
  return Error::success();
}

/// The name that ExtensionSet takes for a feature given in either spelling:
/// the user's ("fp16") or LLVM's ("fullfp16").
static std::optional<StringRef> aarch64Extension(StringRef feature) {
  if (auto extension = AArch64::parseArchExtension(feature))
    return extension->UserVisibleName;
  if (auto extension = AArch64::targetFeatureToExtension(("+" + feature).str()))
    return extension->UserVisibleName;
  return std::nullopt;
}

bool isKnownFeature(bool x86, StringRef feature) {
  return x86 ? knownX86Features().count(feature.str()) != 0
             : aarch64Extension(feature).has_value();
}

Error applyAArch64(StringRef cpu, FeatureSet &features,
                   ArrayRef<StringRef> suffixes) {
  AArch64::ExtensionSet extensions;
  extensions.addCPUDefaults(*AArch64::parseCpu(cpu));
  for (StringRef suffix : suffixes) {
    StringRef name = suffix.drop_front();
    auto extension = aarch64Extension(name);
    if (!extension ||
        !extensions.parseModifier((suffix.front() == '-' ? "no" : "") +
                                  extension->str()))
      return createStringError("unknown AArch64 feature '" + name +
                               "'; for example dotprod, fp16, i8mm, bf16, "
                               "sve, sve2");
  }
  features = enabledIn(extensions);
  return Error::success();
}

namespace {
struct Testable {
  const char *name;
  uint8_t word, bit;
};
} // namespace

// Only what code generation can use: a missing timer or cache instruction is no
// reason to refuse to run.
static const Testable x86Table[] = {
    {"sse3", 0, 0},
    {"ssse3", 0, 9},
    {"fma", 0, 12},
    {"sse4.1", 0, 19},
    {"sse4.2", 0, 20},
    {"movbe", 0, 22},
    {"popcnt", 0, 23},
    {"avx", 0, 28},
    {"f16c", 0, 29},
    {"bmi", 1, 3},
    {"avx2", 1, 5},
    {"bmi2", 1, 8},
    {"avx512f", 1, 16},
    {"avx512dq", 1, 17},
    {"adx", 1, 19},
    {"avx512ifma", 1, 21},
    {"avx512cd", 1, 28},
    {"avx512bw", 1, 30},
    {"avx512vl", 1, 31},
    {"avx512vbmi", 2, 1},
    {"avx512vbmi2", 2, 6},
    {"gfni", 2, 8},
    {"vaes", 2, 9},
    {"vpclmulqdq", 2, 10},
    {"avx512vnni", 2, 11},
    {"avx512bitalg", 2, 12},
    {"avx512vpopcntdq", 2, 14},
    {"avx512vp2intersect", 3, 8},
    {"amx-bf16", 3, 22},
    {"avx512fp16", 3, 23},
    {"amx-tile", 3, 24},
    {"amx-int8", 3, 25},
    {"avxvnni", 4, 4},
    {"avx512bf16", 4, 5},
    {"amx-fp16", 4, 21},
    {"avxifma", 4, 23},
    {"lzcnt", 5, 5},
};

static const Testable aarch64Table[] = {
    {"lse", 0, 8},     {"fullfp16", 0, 10},  {"rdm", 0, 12},
    {"jsconv", 0, 13}, {"complxnum", 0, 14}, {"dotprod", 0, 20},
    {"sve", 0, 22},    {"fp16fml", 0, 23},   {"sve2", 2, 1},
    {"i8mm", 2, 13},   {"bf16", 2, 14},
};

std::vector<RequiredFeature> testableFeatures(bool x86,
                                              const FeatureSet &enabled) {
  std::vector<RequiredFeature> result;
  for (const Testable &entry :
       x86 ? ArrayRef<Testable>(x86Table) : ArrayRef<Testable>(aarch64Table))
    if (enabled.count(entry.name))
      result.push_back({entry.name, entry.word, entry.bit});
  return result;
}

} // namespace adze
