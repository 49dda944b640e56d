//===- TestOp.h - One operation on written-out operands ---------*- C++ -*-===//

#ifndef ADZE_TEST_UNIT_INTERPRETER_TESTOP_H
#define ADZE_TEST_UNIT_INTERPRETER_TESTOP_H

#include "adze/Interpreter/Interpreter.h"
#include "mlir/IR/OwningOpRef.h"
#include "gtest/gtest.h"
#include <cmath>
#include <string>
#include <vector>

namespace adze::test {

constexpr double inf = std::numeric_limits<double>::infinity();
const double NaN = std::numeric_limits<double>::quiet_NaN();

/// The context that all tests share.
mlir::MLIRContext &context();
/// A module, or null after a test failure.
mlir::OwningOpRef<mlir::ModuleOp> parse(const std::string &text);

/// An operand: "2x3xf32" and the elements as a dense attribute writes them, "[[1.0, 2.0, ...", "1.0" or "" (empty).
struct Operand {
  std::string type, elements;
};

/// The results of an operation: `op` is its text up to the type, with operands %0, %1, ...; `results` are the result types.
/// Nothing if it fails; the diagnostic is then in `message`.
std::vector<Tensor> runOp(const std::string &op, const std::vector<Operand> &operands, const std::vector<std::string> &results,
                          std::string *message = nullptr);

/// Elements of any type but complex, exactly.
std::vector<double> toDoubles(const Tensor &tensor);

/// The single result's elements, within 1e-6 relative (exactly for those that f32 can hold in a few bits, NaN and infinities as such).
void expectOp(const std::string &op, const std::vector<Operand> &operands, const std::string &result,
              const std::vector<double> &expected);
/// The diagnostic contains this text.
void expectRefused(const std::string &op, const std::vector<Operand> &operands, const std::string &result, const std::string &message);

} // namespace adze::test

#endif // ADZE_TEST_UNIT_INTERPRETER_TESTOP_H
