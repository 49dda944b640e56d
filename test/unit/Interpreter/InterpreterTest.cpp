//===- InterpreterTest.cpp - Tensors, functions, kernels, errors ----------===//

#include "TestOp.h"
#include "mlir/IR/Diagnostics.h"

using namespace mlir;
using namespace adze;
using namespace adze::test;

static RankedTensorType f32(llvm::ArrayRef<int64_t> shape) { return RankedTensorType::get(shape, Float32Type::get(&context())); }

static Tensor floats(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<float> elements) {
  return Tensor(f32(shape), {reinterpret_cast<const char *>(elements.data()), elements.size() * sizeof(float)});
}

TEST(Tensor, CopiesShareUntilWritten) {
  Tensor a = floats({2}, {1, 2}), b = a;
  EXPECT_EQ(a.getBytes().data(), b.getBytes().data());
  b.mutableData<float>()[0] = 7;
  EXPECT_EQ(a.data<float>()[0], 1);
  EXPECT_EQ(b.data<float>()[0], 7);
}

TEST(Tensor, Constants) {
  auto value = [](const std::string &attribute) {
    OwningOpRef<ModuleOp> module = parse("func.func @f() { %0 = adze.constant " + attribute + "\n return }");
    func::FuncOp function = *module->getOps<func::FuncOp>().begin();
    ConstantOp constant = *function.getOps<ConstantOp>().begin();
    return Tensor::fromConstant(constant.getValue());
  };
  EXPECT_EQ(toDoubles(value("dense<3.0> : tensor<3xf32>")), (std::vector<double>{3, 3, 3}));
  EXPECT_EQ(toDoubles(value("dense<[true, false, true]> : tensor<3xi1>")), (std::vector<double>{1, 0, 1}));
  EXPECT_EQ(toDoubles(value("dense<true> : tensor<2xi1>")), (std::vector<double>{1, 1}));
  EXPECT_EQ(toDoubles(value("dense<[[1, -2]]> : tensor<1x2xi16>")), (std::vector<double>{1, -2}));
  EXPECT_TRUE(toDoubles(value("dense<> : tensor<0xf32>")).empty());
}

// Small constants become dense attributes, larger ones resources; either way the elements come back.
TEST(Tensor, ToConstantAndBack) {
  for (int64_t count : {0, 1, 3, 1000}) {
    for (Type element : {Type(Float32Type::get(&context())), Type(IntegerType::get(&context(), 1)), Type(IntegerType::get(&context(), 64))}) {
      Tensor tensor(RankedTensorType::get({count}, element));
      llvm::MutableArrayRef<char> bytes = tensor.mutableData<char>();
      for (size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = element.isInteger(1) ? i % 2 : char(i * 37);
      Tensor back = Tensor::fromConstant(tensor.toConstant("weights"));
      EXPECT_EQ(back.getType(), tensor.getType());
      EXPECT_EQ(back.getBytes(), tensor.getBytes()) << count;
    }
  }
}

TEST(Interpreter, Functions) {
  OwningOpRef<ModuleOp> module = parse(R"(func.func @f(%x: tensor<2xf32>, %y: tensor<1xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
    %0 = adze.add %x, %y : (tensor<2xf32>, tensor<1xf32>) -> tensor<2xf32>
    %1 = adze.mul %0, %0 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %2 = adze.neg %x : (tensor<2xf32>) -> tensor<2xf32>
    return %1, %0 : tensor<2xf32>, tensor<2xf32>
  })");
  std::vector<double> seen;
  auto results = interpret(*module->getOps<func::FuncOp>().begin(), {floats({2}, {1, 2}), floats({1}, {10})},
                           [&](Value, const Tensor &tensor) { seen.push_back(tensor.data<float>()[0]); });
  ASSERT_TRUE(succeeded(results));
  EXPECT_EQ(toDoubles((*results)[0]), (std::vector<double>{121, 144}));
  EXPECT_EQ(toDoubles((*results)[1]), (std::vector<double>{11, 12}));
  EXPECT_EQ(seen, (std::vector<double>{11, 121, -1})); // each value, used or not
}

TEST(Interpreter, Kernels) {
  OwningOpRef<ModuleOp> module = parse(R"(func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
    %0 = adze.kernel(%a = %x, %b = %x) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32> {
      %1 = adze.mul %a, %b : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      adze.yield %1 : tensor<2xf32>
    }
    return %0 : tensor<2xf32>
  })");
  auto results = interpret(*module->getOps<func::FuncOp>().begin(), {floats({2}, {3, 4})});
  ASSERT_TRUE(succeeded(results));
  EXPECT_EQ(toDoubles((*results)[0]), (std::vector<double>{9, 16}));
}

static std::string diagnosticOf(const std::string &text, llvm::ArrayRef<Tensor> inputs) {
  OwningOpRef<ModuleOp> module = parse(text);
  std::string message;
  ScopedDiagnosticHandler handler(&context(), [&](Diagnostic &diagnostic) { message += diagnostic.str(); });
  EXPECT_TRUE(failed(interpret(*module->getOps<func::FuncOp>().begin(), inputs)));
  return message;
}

TEST(Interpreter, Errors) {
  std::string open = R"(func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
    %0 = adze.neg %x : (tensor<?xf32>) -> tensor<?xf32>
    return %0 : tensor<?xf32>
  })";
  EXPECT_EQ(diagnosticOf(open, {floats({2}, {1, 2})}), "input 0 has type 'tensor<2xf32>', the argument 'tensor<?xf32>'");
  EXPECT_EQ(diagnosticOf(open, {}), "takes 1 inputs, 0 are given");
  std::string inner = R"(func.func @f(%x: tensor<2xf32>) {
    %0 = adze.reshape %x : (tensor<2xf32>) -> tensor<?xf32>
    return
  })";
  EXPECT_EQ(diagnosticOf(inner, {floats({2}, {1, 2})}), "'adze.reshape' op cannot be interpreted with open dimensions: 'tensor<?xf32>'");
  EXPECT_EQ(diagnosticOf("func.func private @f()", {}), "has no body to interpret");
  std::string foreign = R"(func.func @f() {
    %0 = adze.arena {offset = 0, first = 0, last = 0} : memref<1xf32>
    return
  })";
  EXPECT_EQ(diagnosticOf(foreign, {}), "'adze.arena' op has no reference semantics");
}

// Quantized elements are moved as their storage integers; nothing computes with them.
TEST(Interpreter, Quantized) {
  OwningOpRef<ModuleOp> module = parse(R"(
    !q = !quant.uniform<i8:f32, 0.5:3>
    func.func @f(%x: tensor<2x3x!q>) -> tensor<3x2x!q> {
      %0 = adze.transpose %x {permutation = array<i64: 1, 0>} : (tensor<2x3x!q>) -> tensor<3x2x!q>
      return %0 : tensor<3x2x!q>
    }
    func.func @g(%x: tensor<3x2x!q>) -> tensor<3x2x!q> {
      %0 = adze.neg %x : (tensor<3x2x!q>) -> tensor<3x2x!q>
      return %0 : tensor<3x2x!q>
    })");
  auto functions = module->getOps<func::FuncOp>();
  func::FuncOp moves = *functions.begin(), computes = *std::next(functions.begin());
  char bytes[] = {1, 2, 3, 4, 5, 6};
  auto results = interpret(moves, {Tensor(cast<RankedTensorType>(moves.getArgumentTypes()[0]), bytes)});
  ASSERT_TRUE(succeeded(results));
  EXPECT_EQ((*results)[0].getBytes(), llvm::ArrayRef<char>({1, 4, 2, 5, 3, 6}));
  std::string message;
  ScopedDiagnosticHandler handler(&context(), [&](Diagnostic &diagnostic) { message += diagnostic.str(); });
  EXPECT_TRUE(failed(interpret(computes, *results)));
  EXPECT_NE(message.find("'adze.neg' op has no reference semantics for elements of type '!quant.uniform"), std::string::npos) << message;
}
