//===- TestOp.cpp - One operation on written-out operands -----------------===//

#include "TestOp.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include <cstring>

using namespace mlir;
using namespace adze;

MLIRContext &test::context() {
  static auto *context = [] {
    auto *created = new MLIRContext(MLIRContext::Threading::DISABLED);
    created->loadDialect<AdzeDialect, func::FuncDialect, quant::QuantDialect>();
    return created;
  }();
  return *context;
}

OwningOpRef<ModuleOp> test::parse(const std::string &text) {
  std::string message;
  ScopedDiagnosticHandler handler(&context(), [&](Diagnostic &diagnostic) { message += diagnostic.str() + "\n"; });
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(text, ParserConfig(&context()));
  EXPECT_TRUE(module) << message << text;
  return module;
}

std::vector<Tensor> test::runOp(const std::string &op, const std::vector<Operand> &operands, const std::vector<std::string> &results,
                                std::string *message) {
  std::string body, operandTypes, resultTypes;
  for (size_t i = 0; i < operands.size(); ++i) {
    body += "  %" + std::to_string(i) + " = adze.constant dense<" + operands[i].elements + "> : tensor<" + operands[i].type + ">\n";
    operandTypes += (i ? ", tensor<" : "tensor<") + operands[i].type + ">";
  }
  for (size_t i = 0; i < results.size(); ++i)
    resultTypes += (i ? ", tensor<" : "tensor<") + results[i] + ">";
  std::string names = "%y";
  for (size_t i = 1; i < results.size(); ++i)
    names = i == 1 ? "%y#0, %y#1" : names;
  body += "  %y" + (results.size() > 1 ? ":" + std::to_string(results.size()) : "") + " = " + op + " : (" + operandTypes + ") -> (" +
          resultTypes + ")\n";
  OwningOpRef<ModuleOp> module = parse("func.func @f() -> (" + resultTypes + ") {\n" + body + "  return " + names + " : " + resultTypes + "\n}");
  if (!module)
    return {};
  ScopedDiagnosticHandler handler(&context(), [&](Diagnostic &diagnostic) {
    EXPECT_TRUE(message) << diagnostic.str() << "\n" << op;
    if (message)
      *message += diagnostic.str();
  });
  FailureOr<SmallVector<Tensor>> tensors = interpret(*module->getOps<func::FuncOp>().begin(), {});
  if (failed(tensors))
    return {};
  // The tensors may share bytes of the module's attributes, which live as long as the context.
  return std::vector<Tensor>(tensors->begin(), tensors->end());
}

template <typename T>
static std::vector<double> convert(const Tensor &tensor) {
  llvm::ArrayRef<T> data = tensor.data<T>();
  return std::vector<double>(data.begin(), data.end());
}

/// bf16 is the upper half of f32.
static std::vector<double> convertBrainFloats(const Tensor &tensor) {
  std::vector<double> numbers;
  for (uint16_t bits : tensor.data<uint16_t>()) {
    uint32_t wide = uint32_t(bits) << 16;
    float number;
    memcpy(&number, &wide, sizeof(number));
    numbers.push_back(number);
  }
  return numbers;
}

std::vector<double> test::toDoubles(const Tensor &tensor) {
  Type element = tensor.getElementType();
  if (element.isF32())
    return convert<float>(tensor);
  if (element.isF64())
    return convert<double>(tensor);
  if (element.isBF16())
    return convertBrainFloats(tensor);
  bool isUnsigned = element.isUnsignedInteger();
  switch (element.getIntOrFloatBitWidth()) {
  case 1:
    return convert<uint8_t>(tensor);
  case 8:
    return isUnsigned ? convert<uint8_t>(tensor) : convert<int8_t>(tensor);
  case 16:
    return isUnsigned || isa<FloatType>(element) ? convert<uint16_t>(tensor) : convert<int16_t>(tensor);
  case 32:
    return isUnsigned ? convert<uint32_t>(tensor) : convert<int32_t>(tensor);
  default:
    return isUnsigned ? convert<uint64_t>(tensor) : convert<int64_t>(tensor);
  }
}

void test::expectOp(const std::string &op, const std::vector<Operand> &operands, const std::string &result,
                    const std::vector<double> &expected) {
  std::vector<Tensor> tensors = runOp(op, operands, {result});
  ASSERT_EQ(tensors.size(), 1u) << op;
  std::vector<double> actual = toDoubles(tensors[0]);
  ASSERT_EQ(actual.size(), expected.size()) << op;
  for (size_t i = 0; i < actual.size(); ++i) {
    if (std::isnan(expected[i]))
      EXPECT_TRUE(std::isnan(actual[i])) << op << "\nelement " << i << " is " << actual[i];
    else if (std::isinf(expected[i]) || expected[i] == 0)
      EXPECT_TRUE(actual[i] == expected[i] && std::signbit(actual[i]) == std::signbit(expected[i]))
          << op << "\nelement " << i << " is " << actual[i] << ", expected " << expected[i];
    else
      EXPECT_NEAR(actual[i], expected[i], 1e-6 * std::fabs(expected[i])) << op << "\nelement " << i;
  }
}

void test::expectRefused(const std::string &op, const std::vector<Operand> &operands, const std::string &result,
                         const std::string &message) {
  std::string actual;
  EXPECT_TRUE(runOp(op, operands, {result}, &actual).empty()) << op;
  EXPECT_NE(actual.find(message), std::string::npos) << op << "\nsays: " << actual;
}
