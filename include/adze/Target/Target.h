//===- Target.h - What the compiler compiles for --------------------------===//
//
// A target is an LLVM triple, CPU and features, the bitcode flavour that Halide
// makes for it, the machine model for decisions, and the CPU features that the
// artifact checks when it is loaded. No MLIR and no Halide here.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_TARGET_TARGET_H
#define ADZE_TARGET_TARGET_H

#include "adze/Target/MachineModel.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/TargetParser/Triple.h"
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace adze {

/// A CPU feature that the artifact needs, as the runtime function
/// `adze_missing_cpu_feature` tests it (`targets/<isa>/runtime/cpu.c`).
/// x86: `word` numbers a CPUID register (0: leaf 1 ECX, 1: leaf 7 EBX,
/// 2: leaf 7 ECX, 3: leaf 7 EDX, 4: leaf 7.1 EAX, 5: leaf 0x80000001 ECX;
/// vector words are empty when the OS does not save the registers).
/// AArch64: 0 and 1 are the halves of AT_HWCAP, 2 and 3 those of AT_HWCAP2.
struct RequiredFeature {
  std::string name;
  uint8_t word;
  uint8_t bit;
};

struct TargetSpec {
  /// As the user wrote it ("host", "znver4+avx512fp16"), for messages.
  std::string name;
  /// Folder in `targets/` whose schedule providers apply: "x86", "arm" or
  /// "generic".
  std::string isa;
  /// Normalized.
  llvm::Triple triple;
  /// LLVM's CPU name.
  std::string cpu;
  /// Differences from the CPU's own features: "+a,-b". May be empty.
  std::string features;
  /// CPU whose scheduling model LLVM uses; not the CPU itself where that model
  /// makes LLVM spill (znver3, znver4). Empty: the CPU itself.
  std::string tuneCpu;
  /// The machine that compiles can run the code.
  bool native = false;
  /// All enabled features that have a name in LLVM, sorted.
  std::vector<std::string> enabledFeatures;
  /// Features that the artifact checks at load.
  std::vector<RequiredFeature> requiredFeatures;
  MachineModel model;

  bool hasFeature(llvm::StringRef feature) const;
  bool is64Bit() const { return triple.isArch64Bit(); }
  bool isX86() const { return triple.getArch() == llvm::Triple::x86_64; }
  bool isAArch64() const { return triple.getArch() == llvm::Triple::aarch64; }
  /// No operating system: no libc, no shared objects.
  bool isBareMetal() const { return triple.getOS() == llvm::Triple::UnknownOS; }

  /// `Halide::Target`'s constructor takes it. For x86 and AArch64 it names the
  /// instruction sets; elsewhere it selects bitcode without target intrinsics,
  /// which LLVM 22 then retargets. Always no_runtime, no_asserts,
  /// no_bounds_query and user_context.
  std::string halideTarget() const;

  /// Bytes to which `alignstack` aligns frames, so that spilled vectors do not
  /// straddle cache lines. 0: leave the ABI's alignment.
  unsigned stackAlignment() const;

  /// Vector width in bits that LLVM should not stay below, so that it keeps
  /// the 512-bit vectors that schedules were made for. 0: LLVM's choice.
  unsigned preferVectorWidth() const;

  /// Everything that code depends on, as one line; part of cache keys.
  std::string fingerprint() const;
};

/// Parses `host`, `generic`, an x86-64 or AArch64 CPU name of LLVM or one of
/// `x86-64`, `x86-64-v2..v4`, `aarch64`, each with `+feature` / `-feature`
/// suffixes, or `triple:cpu` for anything else that LLVM knows. The error for
/// an unknown name says what works.
llvm::Expected<TargetSpec> parseTarget(llvm::StringRef text);

/// Names and one-line descriptions for `--target=help`.
std::vector<std::pair<std::string, std::string>> listTargets();

} // namespace adze

#endif // ADZE_TARGET_TARGET_H
