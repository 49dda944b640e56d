//===- RuntimeCall.h - Kernels that are calls of the runtime ----*- C++ -*-===//

#ifndef ADZE_LIB_CODEGEN_RUNTIMECALL_H
#define ADZE_LIB_CODEGEN_RUNTIMECALL_H

#include "adze/Codegen/Link/Compile.h"
#include "adze/IR/Adze.h"
#include <optional>

namespace adze {

/// The call that computes a kernel whose operation is no loop nest; nothing for those that Halide computes. `symbol` is the function to make.
std::optional<CallInput> getRuntimeCall(KernelDefOp kernel, llvm::StringRef symbol);

/// As C would write it, for `--emit=halide` and `stmt`.
std::string describeCall(const CallInput &call);

} // namespace adze

#endif // ADZE_LIB_CODEGEN_RUNTIMECALL_H
