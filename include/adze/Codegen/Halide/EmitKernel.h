//===- EmitKernel.h - A kernel as a Halide pipeline --------------*- C++ -*-===//
//
// The border to Halide: no Halide type or exception crosses it.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_CODEGEN_HALIDE_EMITKERNEL_H
#define ADZE_CODEGEN_HALIDE_EMITKERNEL_H

#include "adze/Codegen/Link/Compile.h"
#include "adze/IR/Adze.h"

namespace adze {

enum class HalideOutput {
  Bitcode,
  /// The algorithm and the loops that the schedule makes of it, as text.
  Pipeline,
  /// Halide's lowered statement, as text.
  Statement,
};

struct HalideKernel {
  /// Bitcode of LLVM 14, or text.
  std::string output;
  /// Of the function in the bitcode.
  std::string entry;
  /// The kernel's arguments, then its results.
  std::vector<BufferDesc> buffers;
};

/// Whether an operation can be part of a kernel that Halide computes, with these element types. If not, `why` says what is missing.
bool isSupported(mlir::Operation *op, std::string &why);

/// Builds and compiles the pipeline of an outlined kernel, which must have a schedule. Buffers are dense and row-major.
llvm::Expected<HalideKernel> emitKernel(KernelDefOp kernel, const TargetSpec &target, HalideOutput output);

} // namespace adze

#endif // ADZE_CODEGEN_HALIDE_EMITKERNEL_H
