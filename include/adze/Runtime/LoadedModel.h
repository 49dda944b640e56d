//===- LoadedModel.h - An artifact in this process --------------*- C++ -*-===//

#ifndef ADZE_RUNTIME_LOADEDMODEL_H
#define ADZE_RUNTIME_LOADEDMODEL_H

#include "adze/Runtime/adze.h"
#include "adze/Support/Npy.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <vector>

namespace adze {

/// A shared object made by `adze compile`, opened until the last copy is gone.
class LoadedModel {
public:
  /// Fails where the file cannot be loaded, is no artifact, has another ABI version or needs what this CPU lacks.
  /// The file must not change while it is open.
  static llvm::Expected<LoadedModel> open(llvm::StringRef path);

  const adze_model &getTable() const { return *table; }
  /// The function of that name; the first one for an empty name.
  llvm::Expected<const adze_function *> getFunction(llvm::StringRef name = "") const;

private:
  std::shared_ptr<void> handle;
  const adze_model *table = nullptr;
};

/// Memory for repeated calls of one function: inputs, outputs and the arena.
class CallFrame {
public:
  explicit CallFrame(const adze_function &function);

  /// Inputs must have the function's types and shapes (`setInputs` checks); the arrays are taken over.
  llvm::Error setInputs(std::vector<NpyArray> inputs);
  /// One call; an error says what the code means.
  llvm::Error run();
  /// The same without a message, for timing: ADZE_OK or an error code.
  int runOnce() { return function->run(inputPointers.data(), outputPointers.data(), arena.get()); }
  /// Of the last call.
  llvm::ArrayRef<NpyArray> getOutputs() const { return outputs; }
  /// Shape and type of an input or output.
  static NpyArray makeArray(const adze_tensor &tensor);

private:
  const adze_function *function;
  std::vector<NpyArray> inputs, outputs;
  std::vector<const void *> inputPointers;
  std::vector<void *> outputPointers;
  std::shared_ptr<void> arena;
};

} // namespace adze

#endif // ADZE_RUNTIME_LOADEDMODEL_H
