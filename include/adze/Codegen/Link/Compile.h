//===- Compile.h - From bitcode to one object -----------------------------===//
//
// A unit of code generation is one LLVM module: Halide's bitcode behind a
// wrapper on raw pointers, with what it calls of the runtime, all internalized
// and inlined, optimized for one CPU. Halide makes the bitcode with LLVM 14;
// everything here is LLVM 22.
//
// All functions may run in several threads at once, each with its own
// LLVMContext; equal input gives equal bytes.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_CODEGEN_LINK_COMPILE_H
#define ADZE_CODEGEN_LINK_COMPILE_H

#include "adze/Target/Target.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace adze {

/// Scratch is aligned to this, and so is every allocation in it.
constexpr uint64_t scratchAlignment = 128;

/// One dimension of a `halide_buffer_t`; strides count elements.
struct BufferDim {
  int32_t min = 0;
  int32_t extent = 0;
  int32_t stride = 0;
};

/// What the wrapper writes into the `halide_buffer_t` of one argument.
struct BufferDesc {
  /// Halide's type code: 0 signed, 1 unsigned, 2 float, 4 bfloat.
  uint8_t typeCode = 2;
  uint8_t typeBits = 32;
  llvm::SmallVector<BufferDim, 6> dims;
  bool output = false;
  /// Alignment in bytes that callers guarantee for the pointer.
  uint64_t alignment = 1;
};

struct UnitInput {
  /// The function to make: `int32_t symbol(void *context, void *buffer0, ...)`,
  /// hidden, with a pointer to the element at every dimension's min for each
  /// buffer. `context` points to a `struct adze_context`
  /// (targets/generic/runtime/adze_context.h).
  std::string symbol;
  /// Halide's bitcode; may go once the call returns.
  llvm::StringRef bitcode;
  /// Name of Halide's function there. Its first argument is the user context,
  /// the others are the buffers in order.
  std::string entry;
  std::vector<BufferDesc> buffers;
};

/// A kernel that is one call of the runtime library.
struct CallInput {
  /// As UnitInput::symbol.
  std::string symbol;
  /// `int32_t callee(void *context, void *buffer0, ..., int64_t argument0, ...)`
  std::string callee;
  unsigned numBuffers = 0;
  std::vector<int64_t> arguments;
};

enum class UnitOutput {
  Object,
  Assembly,
  /// LLVM IR after optimization.
  LLVMIR,
};

enum class OptLevel { O1, O2, O3, Os, Oz };

struct UnitOptions {
  OptLevel optLevel = OptLevel::O3;
  UnitOutput output = UnitOutput::Object;
  /// Multiplications and additions are rounded one by one, never fused.
  bool strictFloat = false;
  /// Buffers may overlap (in-place kernels): no alias information is kept.
  bool mayAlias = false;
  /// LLVM must not invent calls of libc or libm functions. The back end may
  /// still call memcpy and memset.
  bool freestanding = false;
};

struct CompiledUnit {
  /// Object file or text, by UnitOptions::output.
  std::string output;
  /// Bytes of the context's scratch that the code uses, a multiple of
  /// scratchAlignment.
  uint64_t scratchBytes = 0;
  /// Bytes of the largest function's local arrays (spills not counted). Above
  /// largeStackBytes it deserves a remark to the user.
  uint64_t stackBytes = 0;
};

constexpr uint64_t largeStackBytes = 64 * 1024;

/// Reads Halide's bitcode, cleans it, retargets it and adds the wrapper. The
/// result may be linked into another module (llvm::Linker) that then goes to
/// compileModule, or go there itself.
llvm::Expected<std::unique_ptr<llvm::Module>>
buildUnitModule(llvm::LLVMContext &context, const UnitInput &unit,
                const TargetSpec &target, const UnitOptions &options);

/// buildUnitModule and compileModule.
llvm::Expected<CompiledUnit> compileUnit(const UnitInput &unit,
                                         const TargetSpec &target,
                                         const UnitOptions &options);

/// Makes the function and compiles it; the callee is inlined with its constant
/// arguments.
llvm::Expected<CompiledUnit> compileCall(const CallInput &call,
                                         const TargetSpec &target,
                                         const UnitOptions &options);

/// Links the runtime functions that the module calls, makes everything but
/// `exported` internal, optimizes and emits. Triple and data layout are
/// replaced by the target's; floating-point flags stay as they are. Every
/// `halide_malloc` becomes a constant offset into the context's scratch; one
/// of unknown size is an error.
llvm::Expected<CompiledUnit> compileModule(std::unique_ptr<llvm::Module> module,
                                           llvm::ArrayRef<std::string> exported,
                                           const TargetSpec &target,
                                           const UnitOptions &options);

/// The target's data layout string, for those who build modules for it.
llvm::Expected<std::string> dataLayoutString(const TargetSpec &target);

} // namespace adze

#endif // ADZE_CODEGEN_LINK_COMPILE_H
