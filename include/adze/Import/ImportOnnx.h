//===- ImportOnnx.h - ONNX models become graph IR ---------------*- C++ -*-===//
//
// Reads ONNX straight from protobuf: opsets 7 to 22, external data, model-local functions inlined. Everything that cannot
// be imported is reported in one run, each node by name and operator, as diagnostics whose location is the model file.
//
// The module has one function `main`. Arguments and results carry the model's names as `adze.name`; an argument whose value
// was taken as a constant (see `constantCandidates`) is also marked `adze.constant`. Operations are located at
// `NameLoc(node name, NameLoc(first output))`, unnamed nodes at `NameLoc(first output)`. Weights are resources that alias
// the parsed model or the mapped external file, both of which live as long as the context needs them.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_IMPORT_IMPORTONNX_H
#define ADZE_IMPORT_IMPORTONNX_H

#include "adze/Support/Npy.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace onnx {
class ModelProto;
} // namespace onnx

namespace adze {

/// An open dimension's value (low == high) or range.
struct DimRange {
  int64_t low = 1, high = 1;
};

struct ImportOptions {
  /// --dim NAME=N or NAME=A..B. A range keeps the dimension open, bounded by B.
  std::map<std::string, DimRange> dims;
  /// --input-shape NAME=1x3x224x224; -1 where it says '?'.
  std::map<std::string, llvm::SmallVector<int64_t, 4>> inputShapes;
  /// Shapes of --input files, by name: they fix open dimensions that they show and agree with the others.
  std::map<std::string, llvm::SmallVector<int64_t, 4>> fileShapes;
  /// Small inputs (by name) that may be taken as constants where an operator needs one (shapes, axes, pads). The
  /// function keeps them as arguments, so that the call stays the same.
  std::map<std::string, NpyArray> constantCandidates;
};

/// Files above this size are refused: protobuf cannot hold them.
constexpr uint64_t maxOnnxFileBytes = uint64_t(2) << 30;

/// Reads a model file; external data come from the file's folder, never from outside.
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> importOnnx(mlir::MLIRContext &context, llvm::StringRef path,
                                                              const ImportOptions &options);
/// The same from memory (the buffer's identifier names it in messages). External data are refused if `folder` is empty.
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> importOnnx(mlir::MLIRContext &context, llvm::MemoryBufferRef buffer,
                                                              llvm::StringRef folder, const ImportOptions &options);
/// The same from a parsed model.
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> importOnnxModel(mlir::MLIRContext &context,
                                                                   std::shared_ptr<const onnx::ModelProto> model,
                                                                   llvm::StringRef name, llvm::StringRef folder,
                                                                   const ImportOptions &options);

/// An input as the file declares it.
struct OnnxInput {
  std::string name;
  /// None for what no array can hold (strings, sequences).
  std::optional<ElementType> type;
  /// -1: open, with its name (may be empty) in `dimNames`, which has an entry for each dimension.
  llvm::SmallVector<int64_t, 4> shape;
  std::vector<std::string> dimNames;
};
/// A model's inputs in graph order (those with initializers excluded), before anything is decided about shapes.
mlir::FailureOr<std::vector<OnnxInput>> readOnnxInputs(mlir::MLIRContext &context, llvm::MemoryBufferRef buffer);

/// One operator of the import table.
struct OnnxOperator {
  /// "" for ai.onnx.
  std::string domain, name;
  /// The operator versions that are implemented, ascending.
  std::vector<int64_t> versions;
  /// The first opset that has the operator no longer; 0 if there is none.
  int64_t removedIn = 0;
};
/// In alphabetical order of domain and name.
std::vector<OnnxOperator> listOnnxOperators();

} // namespace adze

#endif // ADZE_IMPORT_IMPORTONNX_H
