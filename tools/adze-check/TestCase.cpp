//===- TestCase.cpp - A function of a numeric test, ready to run ----------===//

#include "TestCase.h"
#include "adze/Check/Check.h"
#include "adze/Driver/Compiler.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/StringExtras.h"
#include <random>

using namespace mlir;
using namespace adze;
using namespace adze::check;

Tolerance check::defaultTolerance(ElementType type) {
  switch (type) {
  case ElementType::F64:
    return {1e-13, 1e-12};
  case ElementType::F16:
    return {1e-4, 2e-3};
  case ElementType::BF16:
    return {1e-3, 1.6e-2};
  default:
    return {1e-6, 1e-5};
  }
}

FailureOr<NpyArray> check::toArray(const Tensor &tensor, Location loc) {
  std::optional<ElementType> element = toElementType(tensor.getType().getElementType());
  if (!element)
    return emitError(loc) << "elements of type " << tensor.getType().getElementType() << " cannot be compared";
  NpyArray array(*element, tensor.getShape());
  array.data.assign(tensor.getBytes().begin(), tensor.getBytes().end());
  return array;
}

//===----------------------------------------------------------------------===//
// Random inputs
//===----------------------------------------------------------------------===//

namespace {
/// The engine's numbers are the same everywhere; the distributions of the standard library are not.
class RandomTensors {
public:
  RandomTensors(uint32_t seed, StringRef name) {
    std::vector<uint32_t> words{seed};
    words.insert(words.end(), name.begin(), name.end());
    std::seed_seq sequence(words.begin(), words.end());
    engine.seed(sequence);
  }

  FailureOr<Tensor> make(func::FuncOp function, RankedTensorType type, DictionaryAttr attributes) {
    Type element = getStorageType(type.getElementType());
    if (!type.hasStaticShape() || !toElementType(element) || !element.isIntOrFloat())
      return function.emitError("no random elements for arguments of type ") << type;
    bool isFloat = isa<FloatType>(element);
    double low = isFloat ? -1 : element.isUnsignedInteger() || element.isInteger(1) ? 0 : -8;
    double high = isFloat || element.isInteger(1) ? 1 : 8;
    if (auto range = get<DenseF64ArrayAttr>(attributes, "check.range")) {
      if (range.size() != 2 || range[0] > range[1])
        return function.emitError("check.range needs two numbers, the lower first");
      low = range[0];
      high = range[1];
    }
    bool specials = bool(get<UnitAttr>(attributes, "check.specials"));
    Tensor tensor(type);
    int64_t bytes = getElementBytes(element);
    char *to = tensor.mutableData<char>().data();
    for (int64_t i = 0; i < tensor.getNumElements(); ++i, to += bytes) {
      double share = engine() / 4294967296.0;
      uint64_t bits = isFloat ? floatBits(element, low + share * (high - low)) : uint64_t(int64_t(low + std::floor(share * (high - low + 1))));
      if (isFloat && specials && i % 4 == 1) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        bits = floatBits(element, ArrayRef<double>{-0.0, std::numeric_limits<double>::quiet_NaN(), infinity, -infinity}[i / 4 % 4]);
      }
      memcpy(to, &bits, bytes);
    }
    return tensor;
  }

private:
  template <typename AttrT>
  static AttrT get(DictionaryAttr attributes, StringRef name) {
    return attributes ? attributes.getAs<AttrT>(name) : AttrT();
  }
  static uint64_t floatBits(Type element, double value) {
    llvm::APFloat number(value);
    bool inexact;
    number.convert(cast<FloatType>(element).getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven, &inexact);
    return number.bitcastToAPInt().getZExtValue();
  }

  std::mt19937 engine;
};
} // namespace

//===----------------------------------------------------------------------===//
// Rewriting
//===----------------------------------------------------------------------===//

static double numberOf(func::FuncOp function, StringRef name, double otherwise) {
  auto number = function->getAttrOfType<FloatAttr>(name);
  return number ? number.getValueAsDouble() : otherwise;
}

/// A value that a check reads becomes a result, unless it is known already.
static FailureOr<Side> makeSide(Value value, SmallVectorImpl<Value> &results) {
  Side side;
  if (ElementsAttr constant = getConstant(value)) {
    FailureOr<NpyArray> array = toArray(Tensor::fromConstant(constant), value.getLoc());
    if (failed(array))
      return failure();
    side.fixed = std::move(*array);
    return side;
  }
  auto known = llvm::find(results, value);
  side.result = known - results.begin();
  if (known == results.end())
    results.push_back(value);
  return side;
}

static LogicalResult takeChecks(TestCase &test) {
  Block &block = test.function.getBody().front();
  SmallVector<Value> results;
  SmallVector<Operation *> checks;
  for (Operation &op : block)
    if (isa<ExpectEqOp, ExpectCloseOp>(op))
      checks.push_back(&op);
  for (Operation *op : checks) {
    FailureOr<Side> actual = makeSide(op->getOperand(0), results), expected = makeSide(op->getOperand(1), results);
    if (failed(actual) || failed(expected))
      return failure();
    Expectation expectation{op->getLoc(), std::move(*actual), std::move(*expected), {0, 0}};
    if (auto close = dyn_cast<ExpectCloseOp>(op))
      expectation.tolerance = {close.getAtol().convertToDouble(), close.getRtol().convertToDouble()};
    test.expectations.push_back(std::move(expectation));
    op->erase();
  }
  if (test.expectations.empty())
    return success();
  block.getTerminator()->setOperands(results);
  test.function.setType(FunctionType::get(test.function.getContext(), test.function.getArgumentTypes(), TypeRange(ValueRange(results))));
  test.function.removeResAttrsAttr();
  return success();
}

/// Constants of a function without arguments become its arguments.
static void hoistConstants(TestCase &test) {
  Block &block = test.function.getBody().front();
  for (ConstantOp constant : llvm::make_early_inc_range(block.getOps<ConstantOp>())) {
    if (!constant->use_empty()) {
      test.inputs.push_back(Tensor::fromConstant(constant.getValue()));
      constant.replaceAllUsesWith(block.addArgument(constant.getType(), constant.getLoc()));
    }
    constant.erase();
  }
  test.function.setType(FunctionType::get(test.function.getContext(), block.getArgumentTypes(), test.function.getResultTypes()));
}

static LogicalResult makeInputs(TestCase &test, uint32_t seed) {
  func::FuncOp function = test.function;
  Block &block = function.getBody().front();
  RandomTensors random(seed, function.getName());
  OpBuilder builder(&block, block.begin());
  llvm::BitVector constants(function.getNumArguments());
  for (auto [i, argument] : llvm::enumerate(block.getArguments())) {
    FailureOr<Tensor> tensor = random.make(function, cast<RankedTensorType>(argument.getType()), function.getArgAttrDict(i));
    if (failed(tensor))
      return failure();
    if (function.getArgAttr(i, "check.constant")) {
      std::string name = (function.getName() + "_" + llvm::Twine(i)).str();
      argument.replaceAllUsesWith(ConstantOp::create(builder, argument.getLoc(), tensor->toConstant(name)));
      constants.set(i);
    } else {
      test.inputs.push_back(std::move(*tensor));
    }
  }
  if (failed(function.eraseArguments(constants)))
    return failure();
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    for (StringRef name : {"check.range", "check.specials"})
      function.removeArgAttr(i, name);
  return success();
}

FailureOr<TestCase> check::prepare(func::FuncOp function, uint32_t seed) {
  TestCase test;
  test.function = function;
  test.tolerance = {numberOf(function, "check.atol", -1), numberOf(function, "check.rtol", -1)};
  bool random = function.getNumArguments() != 0;
  for (Type type : function.getArgumentTypes())
    if (!isa<RankedTensorType>(type))
      return function.emitError("arguments must be tensors");
  if (failed(takeChecks(test)))
    return failure();
  if (!random && test.expectations.empty())
    return function.emitError("has neither arguments nor checks: nothing to test");
  if (random)
    return failed(makeInputs(test, seed)) ? FailureOr<TestCase>() : FailureOr<TestCase>(std::move(test));
  hoistConstants(test);
  return test;
}
