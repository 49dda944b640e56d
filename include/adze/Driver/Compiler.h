//===- Compiler.h - The compiler as the commands see it ---------*- C++ -*-===//
//
// Everything that a command needs from the compiler's inside. Failures have been reported as diagnostics.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_DRIVER_COMPILER_H
#define ADZE_DRIVER_COMPILER_H

#include "adze/Import/ImportOnnx.h"
#include "adze/Support/Npy.h"
#include "adze/Support/Progress.h"
#include "llvm/ADT/StringMap.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Pass/PassManager.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace adze {

/// The version of the whole program, "0.1.0".
llvm::StringRef getVersion();

enum class EmitKind { Mlir, Kernels, Memory, Halide, Stmt, Llvm, Asm, Obj, Static, Shared, Onnx, CHeader };

/// A pass named on the command line, `--adze-int8=static`: name "adze-int8", options "mode=static" (MLIR's grammar).
struct PassFlag {
  std::string name;
  std::string options;
};

/// A call of a kernel, as `bench --profile` shows it.
struct LaunchInfo {
  /// The nodes that it computes, "a + b".
  std::string nodes;
  std::string kernel, schedule;
  uint64_t macs = 0;
};

struct CompileOptions {
  std::string target = "host";
  /// Start of the C names; empty: "model".
  std::string name;
  /// SHA-256 of the model file.
  std::string sourceHash;
  /// 0: no graph passes; 1: folding and canonical forms; 2: all graph passes; 3: as 2. Kernels get LLVM's level of that number, at least 1.
  unsigned optLevel = 2;
  /// Run before the default pipeline, in this order.
  std::vector<PassFlag> passes;
  /// Passes of the default pipeline that `--adze-…=false` turns off, by name.
  std::vector<std::string> disabledPasses;
  /// Workers of the artifact (--threads).
  unsigned threads = 1;
  /// Pairs of output and input that share memory (--alias OUT=IN).
  std::vector<std::pair<std::string, std::string>> aliases;
  bool freestanding = false;
  /// Threads of the compiler; 0: one for each core.
  unsigned jobs = 0;
  /// Empty: $ADZE_CACHE_DIR, then $XDG_CACHE_HOME/adze.
  std::string cacheDir;
  bool useCache = true;
  /// Kinds mlir, kernels and memory: weights are not printed.
  bool elideWeights = false;
  /// Texts for the user, if wanted: the arena's picture and the time report are appended.
  std::string *arenaReport = nullptr;
  std::string *timeReport = nullptr;
  /// If wanted, the artifact measures its launches: its first function gets one more output, `launches.size() + 1` counts (i64) of the processor's
  /// counter before, between and behind them. Appended here in their order.
  std::vector<LaunchInfo> *launches = nullptr;
  /// May be null.
  Progress *progress = nullptr;
};

/// Registers dialects, and passes with MLIR's global registry (once).
void initializeCompiler(mlir::DialectRegistry &registry);

/// An input or output of a model.
struct ModelValue {
  std::string name;
  /// None for what no array can hold (strings, sequences).
  std::optional<ElementType> type;
  /// -1: open, with its name (may be empty) in `dimNames`, which has an entry for each dimension.
  llvm::SmallVector<int64_t, 4> shape;
  std::vector<std::string> dimNames;
};

/// The element type that stands for a type outside of the compiler; quantized types by their storage. None for what has no such form.
std::optional<ElementType> toElementType(mlir::Type element);

/// A model file's inputs in graph order as the file declares them (those with initializers excluded), before anything is
/// imported. The path is no "-".
mlir::FailureOr<std::vector<ModelValue>> readInputs(mlir::MLIRContext &context, llvm::StringRef path);

/// Reads .onnx, .mlir or .mlirbc ("-": standard input, told apart by content).
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> loadModel(mlir::MLIRContext &context, llvm::StringRef path,
                                                             const ImportOptions &options);

/// Writes a module as text or, where the suffix is .mlirbc, as bytecode ("-": standard output).
mlir::LogicalResult writeModule(mlir::ModuleOp module, llvm::StringRef path, bool elideWeights, bool withLocations);

/// Adds the default pipeline of graph passes at `options.optLevel` (what `adze opt -O…` runs).
void buildGraphPipeline(mlir::OpPassManager &manager, const CompileOptions &options);

/// Compiles a module in graph or kernel form (it is changed) to `outputPath`, written whole or not at all. Kinds obj,
/// static and shared also write the C header beside it.
mlir::LogicalResult compileModel(mlir::ModuleOp module, const CompileOptions &options, EmitKind kind,
                                 llvm::StringRef outputPath);

/// Runs a module's first function in the reference interpreter. Inputs have the argument types.
mlir::FailureOr<std::vector<NpyArray>> interpretModel(mlir::ModuleOp module, const std::vector<NpyArray> &inputs);

/// What `adze info` prints about a model.
struct ModelSummary {
  std::vector<ModelValue> inputs, outputs;
  /// Operations by name, in alphabetical order; constants are not counted.
  std::map<std::string, uint64_t> operations;
  uint64_t parameters = 0, parameterBytes = 0, macs = 0;
};
/// Of the module's first function. Open dimensions are admitted.
mlir::FailureOr<ModelSummary> summarizeModel(mlir::ModuleOp module);

/// The table that `adze info --ops` prints: operator, versions, and whether it is supported.
struct OperatorSupport {
  std::string domain, name, versions, note;
};
std::vector<OperatorSupport> listOperators();

} // namespace adze

#endif // ADZE_DRIVER_COMPILER_H
