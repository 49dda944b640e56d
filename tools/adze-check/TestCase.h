//===- TestCase.h - A function of a numeric test, ready to run --*- C++ -*-===//

#ifndef ADZE_TOOLS_ADZE_CHECK_TESTCASE_H
#define ADZE_TOOLS_ADZE_CHECK_TESTCASE_H

#include "adze/Interpreter/Interpreter.h"
#include "adze/Support/Npy.h"

namespace adze::check {

/// Absolute and relative; either suffices. Negative ones: by the results' element type.
struct Tolerance {
  double absolute = -1, relative = -1;
};
Tolerance defaultTolerance(ElementType type);

/// One side of a check: a result of the function, or a value that needs no running.
struct Side {
  unsigned result = 0;
  std::optional<NpyArray> fixed;
};
struct Expectation {
  mlir::Location loc;
  Side actual, expected;
  Tolerance tolerance;
};

/// A function whose checks have become results, and whose constants (if it had no arguments) arguments, so that nothing is folded away.
struct TestCase {
  mlir::func::FuncOp function;
  llvm::SmallVector<Tensor> inputs;
  /// Without any, the results are compared with the interpreter's.
  std::vector<Expectation> expectations;
  Tolerance tolerance;
};

/// Changes the function. Random inputs depend on nothing but the seed, the function's name and the types.
mlir::FailureOr<TestCase> prepare(mlir::func::FuncOp function, uint32_t seed);

/// Fails, with a diagnostic at `loc`, for element types without a form outside of the compiler.
mlir::FailureOr<NpyArray> toArray(const Tensor &tensor, mlir::Location loc);

} // namespace adze::check

#endif // ADZE_TOOLS_ADZE_CHECK_TESTCASE_H
