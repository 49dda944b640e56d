//===- Interpreter.h - Reference semantics of the dialect -------*- C++ -*-===//
//
// One plain function per operation, slow on purpose. It folds constants, is the second opinion of numeric tests and of
// `adze compare`, and defines what an operation means where its description leaves room.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_INTERPRETER_INTERPRETER_H
#define ADZE_INTERPRETER_INTERPRETER_H

#include "adze/Interpreter/Tensor.h"

namespace adze {

/// Computes one operation (of closed shape, without regions or with an `adze.kernel`'s). Fails, with a diagnostic at the operation, where an
/// element type or operation is not there.
mlir::FailureOr<llvm::SmallVector<Tensor>> evaluate(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);

/// Called with each value as it is computed.
using Tap = llvm::function_ref<void(mlir::Value, const Tensor &)>;

/// Runs a function in graph or kernel form. Inputs must have the argument types.
mlir::FailureOr<llvm::SmallVector<Tensor>> interpret(mlir::func::FuncOp function, llvm::ArrayRef<Tensor> inputs, Tap tap = {});

} // namespace adze

#endif // ADZE_INTERPRETER_INTERPRETER_H
