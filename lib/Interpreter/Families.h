//===- Families.h - Operations of the interpreter by family -----*- C++ -*-===//

#ifndef ADZE_LIB_INTERPRETER_FAMILIES_H
#define ADZE_LIB_INTERPRETER_FAMILIES_H

#include "adze/Interpreter/Interpreter.h"

namespace adze::interpreter {

/// An operation's results; nothing if it is not of the family; a failure (with a diagnostic) if it is but its types are not there.
using Results = std::optional<mlir::FailureOr<llvm::SmallVector<Tensor>>>;

Results evaluateElementwise(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);
Results evaluateMovement(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);
Results evaluateIndexing(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);
Results evaluateContraction(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);
Results evaluatePooling(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);
Results evaluateReduction(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);
Results evaluateNormalization(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);
Results evaluateResampling(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);

} // namespace adze::interpreter

#endif // ADZE_LIB_INTERPRETER_FAMILIES_H
