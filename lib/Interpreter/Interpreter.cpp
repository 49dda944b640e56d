//===- Interpreter.cpp - Reference semantics of the dialect ---------------===//

#include "adze/Interpreter/Interpreter.h"
#include "Families.h"

using namespace mlir;
using namespace adze;

/// For each value of a block the last operation that reads it, after which it need not be kept.
static DenseMap<Value, Operation *> findLastUsers(Block &block) {
  DenseMap<Value, Operation *> last;
  for (Operation &op : block)
    for (Value operand : op.getOperands())
      last[operand] = &op;
  return last;
}

/// Runs the operations of a block whose arguments have the given values; returns the terminator's operands.
static FailureOr<SmallVector<Tensor>> interpretBlock(Block &block, ArrayRef<Tensor> arguments, Tap tap) {
  DenseMap<Value, Tensor> values;
  DenseMap<Value, Operation *> lastUsers = findLastUsers(block);
  for (auto [argument, tensor] : llvm::zip(block.getArguments(), arguments))
    values[argument] = tensor;
  auto operandsOf = [&](Operation *op) {
    SmallVector<Tensor> operands;
    for (Value operand : op->getOperands())
      operands.push_back(values.lookup(operand));
    for (Value operand : op->getOperands())
      if (lastUsers.lookup(operand) == op)
        values.erase(operand);
    return operands;
  };
  for (Operation &op : block.without_terminator()) {
    FailureOr<SmallVector<Tensor>> results = evaluate(&op, operandsOf(&op));
    if (failed(results))
      return failure();
    for (auto [value, tensor] : llvm::zip(op.getResults(), *results)) {
      if (tap)
        tap(value, tensor);
      if (lastUsers.contains(value))
        values[value] = tensor;
    }
  }
  return operandsOf(block.getTerminator());
}

FailureOr<SmallVector<Tensor>> adze::evaluate(Operation *op, ArrayRef<Tensor> operands) {
  if (auto constant = dyn_cast<ConstantOp>(op))
    return SmallVector<Tensor>{Tensor::fromConstant(constant.getValue())};
  if (auto kernel = dyn_cast<KernelOp>(op))
    return interpretBlock(*kernel.getBodyBlock(), operands, {});
  for (Type type : op->getResultTypes()) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    if (!tensor)
      return op->emitOpError("has no reference semantics");
    if (!tensor.hasStaticShape())
      return op->emitOpError("cannot be interpreted with open dimensions: ") << type;
  }
  for (auto family : {interpreter::evaluateElementwise, interpreter::evaluateMovement, interpreter::evaluateIndexing,
                      interpreter::evaluateContraction, interpreter::evaluatePooling, interpreter::evaluateReduction,
                      interpreter::evaluateNormalization, interpreter::evaluateResampling})
    if (interpreter::Results results = family(op, operands))
      return *results;
  return op->emitOpError("has no reference semantics");
}

FailureOr<SmallVector<Tensor>> adze::interpret(func::FuncOp function, ArrayRef<Tensor> inputs, Tap tap) {
  if (function.isExternal())
    return function.emitError("has no body to interpret");
  Block &block = function.getBody().front();
  if (inputs.size() != block.getNumArguments())
    return function.emitError("takes ") << block.getNumArguments() << " inputs, " << inputs.size() << " are given";
  for (auto [i, input] : llvm::enumerate(inputs))
    if (input.getType() != block.getArgument(i).getType())
      return function.emitError("input ") << i << " has type " << input.getType() << ", the argument "
                                          << block.getArgument(i).getType();
  return interpretBlock(block, inputs, tap);
}
