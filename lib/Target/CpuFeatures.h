//===- CpuFeatures.h - Feature sets of CPU names (private) ----------------===//
#ifndef ADZE_LIB_TARGET_CPUFEATURES_H
#define ADZE_LIB_TARGET_CPUFEATURES_H

#include "adze/Target/Target.h"
#include "llvm/ADT/SmallVector.h"
#include <set>

namespace adze {

using FeatureSet = std::set<std::string>;

bool isX86Cpu(llvm::StringRef cpu);
bool isAArch64Cpu(llvm::StringRef cpu);

/// What LLVM enables for the CPU by its name alone.
FeatureSet x86Features(llvm::StringRef cpu);
FeatureSet aarch64Features(llvm::StringRef cpu);

/// Whether "+feature" is accepted.
bool isKnownFeature(bool x86, llvm::StringRef feature);

/// Applies "+a" / "-b" suffixes with all that they imply; unknown names are
/// errors.
llvm::Error applyX86(FeatureSet &features,
                     llvm::ArrayRef<llvm::StringRef> suffixes);
llvm::Error applyAArch64(llvm::StringRef cpu, FeatureSet &features,
                         llvm::ArrayRef<llvm::StringRef> suffixes);

/// The features among `enabled` that can be tested at load.
std::vector<RequiredFeature> testableFeatures(bool x86,
                                              const FeatureSet &enabled);

} // namespace adze

#endif // ADZE_LIB_TARGET_CPUFEATURES_H
