//===- Internal.h - Steps of compilation (private) ------------------------===//
#ifndef ADZE_LIB_CODEGEN_LINK_INTERNAL_H
#define ADZE_LIB_CODEGEN_LINK_INTERNAL_H

#include "adze/Codegen/Link/Compile.h"
#include "llvm/IR/PassManager.h"
#include "llvm/Target/TargetMachine.h"

namespace adze {

llvm::Expected<std::unique_ptr<llvm::TargetMachine>>
createTargetMachine(const TargetSpec &target, const UnitOptions &options);

/// Takes out of a module what ties it to another target or build: module flags,
/// debug information, attributes of its CPU, Halide's `_argv` and `_metadata`.
void stripOrigin(llvm::Module &module);

/// Gives the module the target's triple and data layout and every function the
/// target's attributes.
void retarget(llvm::Module &module, const TargetSpec &target,
              const llvm::TargetMachine &machine);

/// Leaves of Halide's blanket fast-math what is safe for NaN and infinity:
/// contract (unless strict), nnan and nsz on minima and maxima, reassoc on
/// reductions of a vector.
void reduceFastMath(llvm::Module &module, bool strict);

/// What placing scratch found.
struct ScratchResult {
  uint64_t bytes = 0;
  std::string error;
};

/// Numbers the `halide_malloc` calls, so that copies that inlining makes of one
/// are known to be the same.
void markAllocations(llvm::Module &module);

/// Turns `halide_malloc` calls into constant offsets from the context's
/// scratch. Each call, with its copies, has at most one live allocation at a
/// time: the sum of all sizes is enough, whatever the order of calls and frees.
class PlaceScratchPass : public llvm::PassInfoMixin<PlaceScratchPass> {
public:
  explicit PlaceScratchPass(ScratchResult &result) : result(result) {}
  llvm::PreservedAnalyses run(llvm::Module &module,
                              llvm::ModuleAnalysisManager &analyses);

private:
  ScratchResult &result;
};

/// Optimizes the module in place and emits it.
llvm::Expected<CompiledUnit> optimizeAndEmit(llvm::Module &module,
                                             llvm::TargetMachine &machine,
                                             const UnitOptions &options);

} // namespace adze

#endif // ADZE_LIB_CODEGEN_LINK_INTERNAL_H
