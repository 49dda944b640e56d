//===- NodeImporter.cpp - One ONNX node under import ----------------------===//

#include "NodeImporter.h"
#include "mlir/IR/Verifier.h"
#include "llvm/ADT/APSInt.h"
#include "llvm/ADT/StringExtras.h"
#include <numeric>

using namespace mlir;
using namespace adze;

NodeImporter::NodeImporter(GraphImporter &graph, const onnx::NodeProto &proto, GraphImporter::Scope &scope,
                           int64_t version, Location loc)
    : version(version), graph(graph), proto(proto), scope(scope), loc(loc), b(graph.getBuilder()) {
  for (const std::string &input : proto.input())
    operands.push_back(input.empty() ? Value() : graph.lookup(input, scope)->value);
  while (!operands.empty() && !operands.back()) // trailing empty names are absent operands
    operands.pop_back();
  isRead.assign(operands.size(), false);
  results.resize(proto.output_size());
}

LogicalResult NodeImporter::error(const Twine &message, StringRef note) {
  if (!isFailed)
    graph.report(describeNode(proto, scope.prefix) + ": " + message, note);
  isFailed = true;
  return failure();
}

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

Value NodeImporter::operand(unsigned i) {
  if (i >= operands.size())
    return {};
  isRead[i] = true;
  return operands[i];
}

SmallVector<Value> NodeImporter::allOperands() {
  isRead.assign(operands.size(), true);
  return operands;
}

FailureOr<ElementsAttr> NodeImporter::constant(unsigned i, StringRef what) {
  Value value = operand(i);
  if (!value)
    return error("operand " + Twine(i) + " (" + what + ") is missing");
  std::string reason;
  FailureOr<ElementsAttr> result = graph.getConstantThrough(value, reason);
  if (failed(result))
    return error("operand " + Twine(i) + " (" + what + ") must be a constant, but " + reason,
                 "shapes, axes and the like must be known at compile time; 'adze run' takes them from --input files");
  return result;
}

template <typename T, typename Result>
static void appendAs(ArrayRef<char> bytes, SmallVectorImpl<Result> &result) {
  for (size_t i = 0; i + sizeof(T) <= bytes.size(); i += sizeof(T)) {
    T value;
    memcpy(&value, bytes.data() + i, sizeof(T));
    result.push_back(static_cast<Result>(value));
  }
}

/// Elements as Result, whatever arithmetic type they have; false for others.
template <typename Result>
static bool readNumbers(ElementsAttr value, SmallVectorImpl<Result> &result) {
  SmallVector<char> storage;
  ArrayRef<char> bytes = getConstantBytes(value, storage);
  Type element = value.getElementType();
  if (element.isF32())
    appendAs<float>(bytes, result);
  else if (element.isF64())
    appendAs<double>(bytes, result);
  else if (element.isF16() || element.isBF16()) {
    SmallVector<uint16_t> bits;
    appendAs<uint16_t>(bytes, bits);
    for (uint16_t word : bits) {
      APFloat number(cast<FloatType>(element).getFloatSemantics(), APInt(16, word));
      bool lost;
      number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &lost);
      result.push_back(static_cast<Result>(number.convertToDouble()));
    }
  } else if (auto integer = dyn_cast<IntegerType>(element)) {
    bool isUnsigned = integer.isUnsigned();
    switch (integer.getWidth()) {
    case 1: appendAs<uint8_t>(bytes, result); break;
    case 8: isUnsigned ? appendAs<uint8_t>(bytes, result) : appendAs<int8_t>(bytes, result); break;
    case 16: isUnsigned ? appendAs<uint16_t>(bytes, result) : appendAs<int16_t>(bytes, result); break;
    case 32: isUnsigned ? appendAs<uint32_t>(bytes, result) : appendAs<int32_t>(bytes, result); break;
    case 64: isUnsigned ? appendAs<uint64_t>(bytes, result) : appendAs<int64_t>(bytes, result); break;
    default: return false;
    }
  } else {
    return false;
  }
  return true;
}

FailureOr<Ints> NodeImporter::constantInts(unsigned i, StringRef what) {
  ADZE_TRY(value, constant(i, what));
  Ints result;
  if (!isa<IntegerType>(value.getElementType()) || !readNumbers(value, result))
    return error("operand " + Twine(i) + " (" + what + ") must hold integers");
  return result;
}

FailureOr<int64_t> NodeImporter::constantInt(unsigned i, StringRef what) {
  ADZE_TRY(values, constantInts(i, what));
  if (values.size() != 1)
    return error("operand " + Twine(i) + " (" + what + ") must hold one number, it has " + Twine(values.size()));
  return values[0];
}

FailureOr<SmallVector<double>> NodeImporter::constantFloats(unsigned i, StringRef what) {
  ADZE_TRY(value, constant(i, what));
  SmallVector<double> result;
  if (!readNumbers(value, result))
    return error("operand " + Twine(i) + " (" + what + ") must hold numbers");
  return result;
}

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

const onnx::AttributeProto *NodeImporter::findAttr(StringRef name, onnx::AttributeProto::AttributeType type) {
  for (const onnx::AttributeProto &attribute : proto.attribute()) {
    if (attribute.name() != name)
      continue;
    readAttrs.insert(name);
    // Exporters of IR version 1 leave the type out.
    if (attribute.type() != type && attribute.type() != onnx::AttributeProto::UNDEFINED) {
      (void)error("attribute '" + name + "' is of type " +
                  onnx::AttributeProto::AttributeType_Name(attribute.type()) + ", expected " +
                  onnx::AttributeProto::AttributeType_Name(type));
      return nullptr;
    }
    return &attribute;
  }
  return nullptr;
}

bool NodeImporter::hasAttr(StringRef name) const {
  return llvm::any_of(proto.attribute(), [&](const onnx::AttributeProto &attribute) { return attribute.name() == name; });
}

int64_t NodeImporter::intAttr(StringRef name, int64_t byDefault) {
  const onnx::AttributeProto *attribute = findAttr(name, onnx::AttributeProto::INT);
  return attribute ? attribute->i() : byDefault;
}

int64_t NodeImporter::requiredIntAttr(StringRef name) {
  if (!hasAttr(name))
    (void)error("attribute '" + name + "' is missing");
  return intAttr(name, 0);
}

bool NodeImporter::boolAttr(StringRef name, bool byDefault) {
  int64_t value = intAttr(name, byDefault);
  if (value != 0 && value != 1)
    (void)error("attribute '" + name + "' = " + Twine(value) + ", expected 0 or 1");
  return value != 0;
}

double NodeImporter::floatAttr(StringRef name, double byDefault) {
  const onnx::AttributeProto *attribute = findAttr(name, onnx::AttributeProto::FLOAT);
  return attribute ? double(attribute->f()) : byDefault;
}

std::string NodeImporter::stringAttr(StringRef name, StringRef byDefault) {
  const onnx::AttributeProto *attribute = findAttr(name, onnx::AttributeProto::STRING);
  return attribute ? attribute->s() : byDefault.str();
}

std::string NodeImporter::stringAttr(StringRef name, StringRef byDefault, ArrayRef<StringRef> allowed) {
  std::string value = stringAttr(name, byDefault);
  if (!llvm::is_contained(allowed, StringRef(value)))
    (void)error("attribute '" + name + "' = \"" + value + "\", expected \"" + llvm::join(allowed, "\" or \"") + "\"");
  return value;
}

Ints NodeImporter::intsAttr(StringRef name, ArrayRef<int64_t> byDefault) {
  const onnx::AttributeProto *attribute = findAttr(name, onnx::AttributeProto::INTS);
  return attribute ? Ints(attribute->ints().begin(), attribute->ints().end()) : Ints(byDefault);
}

SmallVector<double> NodeImporter::floatsAttr(StringRef name) {
  const onnx::AttributeProto *attribute = findAttr(name, onnx::AttributeProto::FLOATS);
  return attribute ? SmallVector<double>(attribute->floats().begin(), attribute->floats().end()) : SmallVector<double>();
}

ElementsAttr NodeImporter::tensorAttr(StringRef name) {
  const onnx::AttributeProto *attribute = findAttr(name, onnx::AttributeProto::TENSOR);
  if (!attribute)
    return {};
  llvm::Expected<ElementsAttr> value = graph.getWeights().read(
      attribute->t(), (scope.prefix + getOnnxNodeName(proto)).str(), GraphImporter::isPartOfModel(proto, scope));
  if (value)
    return *value;
  (void)error("attribute '" + name + "': " + llvm::toString(value.takeError()));
  return {};
}

const onnx::GraphProto *NodeImporter::graphAttr(StringRef name) {
  const onnx::AttributeProto *attribute = findAttr(name, onnx::AttributeProto::GRAPH);
  if (!attribute)
    (void)error("attribute '" + name + "' is missing");
  return attribute ? &attribute->g() : nullptr;
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

void NodeImporter::setResult(unsigned i, Value value) {
  if (i < results.size())
    results[i] = value;
}

LogicalResult NodeImporter::finish(Value value) {
  setResult(0, value);
  return success(value && !isFailed);
}

LogicalResult NodeImporter::commit() {
  if (isFailed)
    return failure();
  llvm::StringSet<> seen;
  for (const onnx::AttributeProto &attribute : proto.attribute()) {
    if (!readAttrs.contains(attribute.name()))
      return error("attribute '" + attribute.name() + "' is not supported by version " + Twine(version) +
                   " of the operator");
    if (!seen.insert(attribute.name()).second)
      return error("attribute '" + attribute.name() + "' is given twice");
  }
  for (auto [i, read] : llvm::enumerate(isRead))
    if (!read && operands[i])
      return error("operand " + Twine(i) + " ('" + proto.input(i) + "') is not supported");
  for (unsigned i = 0; i < results.size(); ++i)
    if (wants(i) && !results[i])
      return error("result " + Twine(i) + " ('" + proto.output(i) + "') is not supported");
  for (unsigned i = 0; i < results.size(); ++i)
    graph.define(proto.output(i), results[i], scope);
  return success();
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

LogicalResult NodeImporter::requireClosed(Value value) {
  for (auto [i, dim] : llvm::enumerate(getDims(value.getType())))
    if (dim.isOpen())
      return error("needs a fixed extent in dimension " + Twine(i) + (dim.name.empty() ? "" : " ('" + dim.name + "')"),
                   dim.name.empty() ? "give the open dimensions that it depends on one value each: --dim NAME=N"
                                    : ("give the dimension one value: --dim " + dim.name + "=N").str());
  return success();
}

LogicalResult NodeImporter::requireRank(Value value, int64_t least, int64_t most) {
  int64_t rank = rankOf(value);
  if (rank >= least && rank <= most)
    return success();
  return error("an operand has " + Twine(rank) + " dimensions, expected " + Twine(least) +
               (least == most ? "" : most == 8 ? " or more" : " to " + std::to_string(most)));
}

int64_t NodeImporter::normalizeAxis(int64_t axis, int64_t rank) {
  if (axis < -rank || axis >= rank) {
    (void)error("axis " + Twine(axis) + " of " + Twine(rank) + " dimensions");
    return -1;
  }
  return axis < 0 ? axis + rank : axis;
}

FailureOr<Ints> NodeImporter::normalizeAxes(ArrayRef<int64_t> axes, int64_t rank) {
  Ints result;
  for (int64_t axis : axes) {
    result.push_back(normalizeAxis(axis, rank));
    if (result.back() < 0)
      return failure();
  }
  llvm::sort(result);
  result.erase(llvm::unique(result), result.end());
  return result;
}

Type NodeImporter::elementType(int64_t onnxType) {
  llvm::Expected<Type> element = getElementType(getContext(), onnxType);
  if (element)
    return *element;
  (void)error(llvm::toString(element.takeError()));
  return {};
}

//===----------------------------------------------------------------------===//
// Building
//===----------------------------------------------------------------------===//

SmallVector<Value> NodeImporter::reportCapture(GraphImporter::Capture &capture) {
  (void)error(capture.text.empty() ? "the operands do not fit together" : capture.text);
  return {};
}

SmallVector<Value> NodeImporter::insert(OperationState &state) {
  for (Type type : state.types) {
    SmallVector<int64_t> largest;
    for (const Dim &dim : getDims(type))
      largest.push_back(dim.largest());
    if (llvm::Error problem = checkShape(largest)) {
      (void)error("result: " + llvm::toString(std::move(problem)));
      return {};
    }
  }
  GraphImporter::Capture capture(getContext());
  Operation *op = b.create(state);
  if (failed(verify(op))) {
    op->erase();
    return reportCapture(capture);
  }
  return graph.fold(op);
}

Value NodeImporter::constantValue(ElementsAttr value) {
  return value ? ConstantOp::create(b, loc, llvm::cast<RankedTensorType>(value.getShapedType()), value).getResult() : Value();
}

static Attribute makeNumber(double value, Type element) {
  if (auto floatType = dyn_cast<FloatType>(element))
    return FloatAttr::get(floatType, value);
  auto integer = llvm::cast<IntegerType>(element);
  bool isUnsigned = integer.isUnsigned() || integer.getWidth() == 1;
  APSInt bits(integer.getWidth(), isUnsigned);
  bool isExact;
  APFloat(value).convertToInteger(bits, APFloat::rmTowardZero, &isExact); // saturates, NaN is 0
  return IntegerAttr::get(integer, bits);
}

Value NodeImporter::scalar(double value, Type element) {
  if (!element || isFailed)
    return {};
  if (!isa<FloatType, IntegerType>(element)) {
    (void)error("complex elements are not supported");
    return {};
  }
  return constantValue(DenseElementsAttr::get(RankedTensorType::get({}, element), makeNumber(value, element)));
}

Value NodeImporter::ints(ArrayRef<int64_t> values) {
  auto type = RankedTensorType::get({int64_t(values.size())}, b.getI64Type());
  return constantValue(makeConstant(type, {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(int64_t)},
                                    getNodeName(loc)));
}

Value NodeImporter::counting(int64_t start, int64_t count) {
  if (count > maxListed) {
    (void)error("needs a list of " + Twine(count) + " numbers; at most " + Twine(maxListed) + " are supported");
    return {};
  }
  Ints values(count);
  std::iota(values.begin(), values.end(), start);
  return ints(values);
}

Value NodeImporter::numbers(ArrayRef<double> values, ArrayRef<int64_t> shape, Type element) {
  if (!element || isFailed)
    return {};
  auto type = RankedTensorType::get(shape, element);
  if (!isa<FloatType, IntegerType>(element)) {
    (void)error("complex elements are not supported");
    return {};
  }
  std::vector<char> bytes;
  int64_t width = getElementBytes(element);
  for (double value : values) {
    APInt bits;
    if (auto floatType = dyn_cast<FloatType>(element))
      bits = llvm::cast<FloatAttr>(makeNumber(value, floatType)).getValue().bitcastToAPInt();
    else
      bits = llvm::cast<IntegerAttr>(makeNumber(value, element)).getValue();
    uint64_t word = bits.getZExtValue();
    bytes.insert(bytes.end(), reinterpret_cast<char *>(&word), reinterpret_cast<char *>(&word) + width);
  }
  return constantValue(makeConstant(type, bytes, getNodeName(loc)));
}

Value NodeImporter::reshapeTo(Value x, ArrayRef<Dim> dims) {
  if (!x || isFailed)
    return {};
  RankedTensorType type = makeTensor(dims, elementOf(x));
  if (type == x.getType())
    return x;
  // A weight under another shape is the same data: no copy.
  if (ElementsAttr value = getConstant(x); value && type.hasStaticShape() && type.getNumElements() == value.getNumElements()) {
    if (auto resource = dyn_cast<DenseResourceElementsAttr>(value))
      return constantValue(DenseResourceElementsAttr::get(type, resource.getRawHandle()));
    if (auto dense = dyn_cast<DenseElementsAttr>(value))
      return constantValue(dense.reshape(type));
  }
  return createTyped<ReshapeOp>(type, x);
}

Value NodeImporter::broadcast(Value x, ArrayRef<int64_t> shape) {
  if (!x || isFailed)
    return {};
  auto type = RankedTensorType::get(shape, elementOf(x));
  return type == x.getType() ? x : createTyped<BroadcastOp>(type, x);
}

Value NodeImporter::cast(Value x, Type element) {
  if (!x || !element || isFailed)
    return {};
  auto type = RankedTensorType::get(shapeOf(x), element, typeOf(x).getEncoding());
  return type == x.getType() ? x : createTyped<CastOp>(type, x);
}

Value NodeImporter::transpose(Value x, ArrayRef<int64_t> permutation) {
  bool isIdentity = llvm::all_of(llvm::enumerate(permutation), [](auto entry) { return int64_t(entry.index()) == entry.value(); });
  return x && isIdentity && int64_t(permutation.size()) == rankOf(x) ? x : create<TransposeOp>(x, permutation);
}

Value NodeImporter::slice(Value x, int64_t axis, int64_t start, int64_t size) {
  if (!x || isFailed)
    return {};
  Ints starts(rankOf(x), 0), sizes(shapeOf(x)), steps(rankOf(x), 1);
  starts[axis] = start;
  sizes[axis] = size;
  if (failed(requireClosed(x)))
    return {};
  return start == 0 && size == shapeOf(x)[axis] ? x : create<SliceOp>(x, starts, sizes, steps);
}

Value NodeImporter::concat(ArrayRef<Value> xs, int64_t axis) {
  if (llvm::is_contained(xs, Value()))
    return {};
  return xs.size() == 1 ? xs[0] : create<ConcatOp>(ValueRange(xs), axis);
}

Value NodeImporter::padZeros(Value x, int64_t axis, int64_t low, int64_t high) {
  if (!x || isFailed || (low == 0 && high == 0))
    return x;
  Ints lows(rankOf(x), 0), highs(rankOf(x), 0);
  lows[axis] = low;
  highs[axis] = high;
  return create<PadOp>(x, Optional(), lows, highs, PadMode::Constant);
}

Value NodeImporter::reduce(ReduceKind kind, Value x, ArrayRef<int64_t> axes, bool keepdims) {
  return axes.empty() ? x : create<ReduceOp>(x, kind, axes, keepdims);
}

Value NodeImporter::clamp(Value x, std::optional<double> min, std::optional<double> max) {
  if (!x || isFailed)
    return {};
  Type element = elementOf(x);
  if (!isa<FloatType, IntegerType>(element)) {
    (void)error("complex elements are not supported");
    return {};
  }
  auto bound = [&](std::optional<double> value) {
    return value ? llvm::cast<TypedAttr>(makeNumber(*value, element)) : TypedAttr();
  };
  return min || max ? create<ClampOp>(x, bound(min), bound(max)) : x;
}

Value NodeImporter::perChannel(Value vector, int64_t rank) {
  if (!vector || isFailed)
    return {};
  if (rankOf(vector) != 1) {
    (void)error("a number per channel is expected, found " + Twine(rankOf(vector)) + " dimensions");
    return {};
  }
  Dims dims(std::max<int64_t>(rank, 2), Dim(1));
  dims[1] = getDims(vector.getType())[0];
  return reshapeTo(vector, dims);
}

FailureOr<SmallVector<Value>> NodeImporter::importBranch(const onnx::GraphProto &body) {
  FailureOr<SmallVector<Value>> result = graph.importBranch(body, proto, scope);
  if (failed(result))
    isFailed = true; // the reasons have been reported at their nodes
  return result;
}
