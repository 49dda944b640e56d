//===- Codegen.h - From memory form to an artifact --------------*- C++ -*-===//

#ifndef ADZE_CODEGEN_CODEGEN_H
#define ADZE_CODEGEN_CODEGEN_H

#include "adze/Codegen/Package/Artifact.h"
#include "adze/IR/Adze.h"
#include "adze/Target/Target.h"

namespace adze {

enum class CodegenOutput {
  /// Halide's pipelines (algorithm and loops), its lowered statements, LLVM IR after optimization, assembly: text, kernel after kernel, then the glue.
  Pipeline,
  Statement,
  LLVMIR,
  Assembly,
  /// One relocatable object, an archive of it, a shared object.
  Object,
  StaticLibrary,
  SharedLibrary,
};

struct CodegenOptions {
  TargetSpec target;
  /// 1 to 3.
  unsigned optLevel = 3;
  bool freestanding = false;
  /// Threads that compile kernels; 0: one for each core.
  unsigned jobs = 0;
  /// Empty: no cache.
  std::string cacheDir;
  /// Called as kernels are done (from any thread, one at a time); may be null.
  std::function<void(size_t done, size_t all)> progress;
};

/// Compiles every kernel of a module in memory form (in parallel, each at most once), the glue and the metadata, and writes the result to `path`,
/// whole or not at all. `info` has everything but the functions' arena sizes, which are completed here by the kernels' scratch. Failures have been reported.
mlir::LogicalResult generateCode(mlir::ModuleOp module, ArtifactInfo &info, const CodegenOptions &options, CodegenOutput output,
                                 llvm::StringRef path);

} // namespace adze

#endif // ADZE_CODEGEN_CODEGEN_H
