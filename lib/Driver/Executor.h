//===- Executor.h - A model that can be called ----------------------------===//

#ifndef ADZE_LIB_DRIVER_EXECUTOR_H
#define ADZE_LIB_DRIVER_EXECUTOR_H

#include "Inputs.h"
#include "Session.h"
#include "adze/Runtime/LoadedModel.h"

namespace adze {

/// A module's ports with the types and shapes that code can have; the error names what is open.
llvm::Expected<std::vector<Port>> getPorts(llvm::ArrayRef<ModelValue> values, llvm::StringRef kind);

/// An artifact, a model compiled to a temporary artifact, or a model in the interpreter: all are called alike.
class Executor {
public:
  /// A shared object.
  static llvm::Expected<Executor> load(llvm::StringRef path);
  /// Compiles a module (which is changed) for this machine and loads the result.
  static llvm::Expected<Executor> compile(Session &session, mlir::ModuleOp module);
  /// The module must outlive the executor.
  static llvm::Expected<Executor> interpret(mlir::ModuleOp module);

  llvm::ArrayRef<Port> getInputs() const { return inputs; }
  llvm::ArrayRef<Port> getOutputs() const { return outputs; }

  /// Inputs must have the ports' types and shapes.
  llvm::Error setInputs(std::vector<NpyArray> arrays);
  llvm::Error run();
  llvm::ArrayRef<NpyArray> getResults() const;
  /// For timing; null in the interpreter.
  CallFrame *getFrame() { return frame ? &*frame : nullptr; }

  /// Multiply-accumulates of one call; 0 where they are not known.
  uint64_t getMacs() const { return macs; }
  /// What the code was compiled for; empty in the interpreter.
  llvm::StringRef getTarget() const { return artifact ? artifact->getTable().target : ""; }

private:
  static llvm::Expected<Executor> loadFrom(llvm::StringRef path);

  std::vector<Port> inputs, outputs;
  uint64_t macs = 0;
  std::optional<LoadedModel> artifact;
  std::optional<CallFrame> frame;
  mlir::ModuleOp module;
  std::vector<NpyArray> arguments, results;
};

/// What `run`, `bench` and `compare` begin with: a model or artifact, and its inputs.
struct PreparedModel {
  mlir::OwningOpRef<mlir::ModuleOp> module;
  GivenInputs given;
};

/// Reads a model file with the --input files: they fix open dimensions, and small ones may become constants.
llvm::Expected<PreparedModel> prepareModel(Session &session, llvm::StringRef path);

/// Opens a model file or artifact with its inputs set.
llvm::Expected<Executor> openWithInputs(Session *session, Options &options, llvm::StringRef path,
                                        mlir::OwningOpRef<mlir::ModuleOp> &module);

} // namespace adze

#endif // ADZE_LIB_DRIVER_EXECUTOR_H
