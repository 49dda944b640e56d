//===- AdzeDialect.cpp - Dialect, attributes, constants, dimensions -------===//

#include "adze/IR/Adze.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/OpImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace adze;

#include "adze/IR/AdzeDialect.cpp.inc"
#include "adze/IR/AdzeEnums.cpp.inc"
#define GET_ATTRDEF_CLASSES
#include "adze/IR/AdzeAttrs.cpp.inc"
#define GET_OP_CLASSES
#include "adze/IR/AdzeOps.cpp.inc"

void AdzeDialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "adze/IR/AdzeAttrs.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "adze/IR/AdzeOps.cpp.inc"
      >();
}

Operation *AdzeDialect::materializeConstant(OpBuilder &builder, Attribute value, Type type, Location loc) {
  auto elements = dyn_cast<ElementsAttr>(value);
  if (!elements || elements.getType() != type)
    return nullptr;
  return ConstantOp::create(builder, loc, type, elements);
}

LogicalResult TensorAttr::verifyEncoding(ArrayRef<int64_t> shape, Type elementType,
                                         function_ref<InFlightDiagnostic()> emitError) const {
  if (getNames().size() != shape.size() || getBounds().size() != shape.size())
    return emitError() << "#adze.tensor needs a name and a bound for each of the " << shape.size() << " dimensions";
  for (size_t i = 0; i < shape.size(); ++i) {
    if (getBounds()[i] < 0)
      return emitError() << "bound of dimension " << i << " is negative";
    if (!ShapedType::isDynamic(shape[i]) && (getBounds()[i] != 0 || !getNames()[i].getValue().empty()))
      return emitError() << "dimension " << i << " is closed and can have neither name nor bound";
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

LogicalResult ConstantOp::verify() {
  auto resource = dyn_cast<DenseResourceElementsAttr>(getValue());
  if (!resource)
    return success();
  // MLIR checks neither that the blob is there nor its size.
  auto key = resource.getRawHandle().getKey();
  AsmResourceBlob *blob = resource.getRawHandle().getBlob();
  if (!blob)
    return emitOpError("(C1) resource '") << key << "' has no data; was the file written with elided weights?";
  auto type = cast<ShapedType>(resource.getType());
  int64_t expected = type.getNumElements() * getElementBytes(type.getElementType());
  if (int64_t(blob->getData().size()) != expected)
    return emitOpError("(C1) resource '") << key << "' has " << blob->getData().size() << " bytes, its type needs "
                                          << expected;
  return success();
}

Type adze::getStorageType(Type element) {
  if (auto quantized = dyn_cast<quant::QuantizedType>(element)) {
    Type storage = quantized.getStorageType();
    return quantized.isSigned() ? storage
                                : IntegerType::get(element.getContext(), storage.getIntOrFloatBitWidth(), IntegerType::Unsigned);
  }
  return element;
}

int64_t adze::getElementBytes(Type element) {
  element = getStorageType(element);
  if (auto complex = dyn_cast<ComplexType>(element))
    return 2 * getElementBytes(complex.getElementType());
  return element.isIntOrFloat() ? (element.getIntOrFloatBitWidth() + 7) / 8 : 0;
}

ElementsAttr adze::getConstant(Value value) {
  auto constant = value ? value.getDefiningOp<ConstantOp>() : nullptr;
  return constant ? constant.getValue() : ElementsAttr();
}

std::optional<double> adze::getScalar(Value value) {
  ElementsAttr constant = getConstant(value);
  if (!constant || constant.getNumElements() == 0)
    return std::nullopt;
  SmallVector<char> storage;
  Type element = getStorageType(constant.getElementType());
  auto dense = dyn_cast<DenseElementsAttr>(constant);
  if (!(dense && dense.isSplat()) && constant.getNumElements() != 1)
    return std::nullopt;
  if (dense) {
    if (isa<FloatType>(element)) {
      APFloat number = *dense.value_begin<APFloat>();
      bool lost;
      number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &lost);
      return number.convertToDouble();
    }
    if (auto integer = dyn_cast<IntegerType>(element)) {
      APInt number = *dense.value_begin<APInt>();
      return integer.isUnsigned() || integer.getWidth() == 1 ? double(number.getZExtValue()) : double(number.getSExtValue());
    }
    return std::nullopt;
  }
  ArrayRef<char> bytes = getConstantBytes(constant, storage);
  if (element.isF32() && bytes.size() == 4) {
    float number;
    memcpy(&number, bytes.data(), 4);
    return number;
  }
  return std::nullopt;
}

bool adze::isConstantSplat(Value value, double number) {
  std::optional<double> scalar = getScalar(value);
  return scalar && *scalar == number;
}

ArrayRef<char> adze::getConstantBytes(ElementsAttr value, SmallVectorImpl<char> &storage) {
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(value)) {
    AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    return blob ? blob->getData() : ArrayRef<char>();
  }
  auto dense = dyn_cast<DenseElementsAttr>(value);
  if (!dense)
    return {};
  int64_t count = dense.getNumElements();
  int64_t size = getElementBytes(dense.getElementType());
  if (dense.getElementType().isInteger(1)) { // MLIR packs them into bits
    storage.assign(dense.value_begin<bool>(), dense.value_end<bool>());
    return storage;
  }
  ArrayRef<char> raw = dense.getRawData();
  if (!dense.isSplat())
    return raw;
  storage.resize(count * size);
  for (int64_t i = 0; i < count; ++i)
    memcpy(storage.data() + i * size, raw.data(), size);
  return storage;
}

ElementsAttr adze::makeConstant(RankedTensorType type, ArrayRef<char> bytes, StringRef name) {
  constexpr size_t smallest = 1024;
  if (bytes.size() <= smallest && type.getElementType().isInteger(1)) { // MLIR packs them into bits
    SmallVector<bool> values(bytes.begin(), bytes.end());
    return DenseElementsAttr::get(type, values);
  }
  if (bytes.size() <= smallest || isa<ComplexType>(type.getElementType())) {
    bool splat = false;
    if (DenseElementsAttr::isValidRawBuffer(type, bytes, splat))
      return DenseElementsAttr::getFromRawBuffer(type, bytes);
  }
  return DenseResourceElementsAttr::get(type, name, HeapAsmResourceBlob::allocateAndCopyWithAlign(bytes, 64));
}

//===----------------------------------------------------------------------===//
// Dimensions
//===----------------------------------------------------------------------===//

Dim Dim::map(function_ref<int64_t(int64_t)> f) const {
  if (!isOpen())
    return Dim(f(size));
  Dim result;
  result.bound = bound ? f(bound) : 0;
  return result;
}

Dims adze::getDims(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  auto encoding = dyn_cast_or_null<TensorAttr>(tensor.getEncoding());
  Dims dims;
  for (auto [i, size] : llvm::enumerate(tensor.getShape())) {
    Dim dim(size);
    if (encoding) {
      dim.name = encoding.getNames()[i].getValue();
      dim.bound = encoding.getBounds()[i];
    }
    dims.push_back(dim);
  }
  return dims;
}

RankedTensorType adze::makeTensor(ArrayRef<Dim> dims, Type element) {
  SmallVector<int64_t> shape, bounds;
  SmallVector<StringAttr> names;
  bool known = false;
  for (const Dim &dim : dims) {
    shape.push_back(dim.size);
    names.push_back(StringAttr::get(element.getContext(), dim.isOpen() ? dim.name : ""));
    bounds.push_back(dim.isOpen() ? dim.bound : 0);
    known |= dim.isOpen() && (dim.bound || !dim.name.empty());
  }
  Attribute encoding = known ? TensorAttr::get(element.getContext(), names, bounds) : Attribute();
  return RankedTensorType::get(shape, element, encoding);
}

FailureOr<Dims> adze::broadcastDims(ArrayRef<Dim> a, ArrayRef<Dim> b) {
  if (a.size() < b.size())
    std::swap(a, b);
  Dims result(a.begin(), a.end());
  for (size_t i = 0; i < b.size(); ++i) {
    Dim &x = result[result.size() - 1 - i];
    const Dim &y = b[b.size() - 1 - i];
    if (y.size == 1)
      continue;
    if (x.size == 1) {
      x = y;
    } else if (x.isOpen()) {
      if (!y.isOpen())
        x = y; // an open extent beside a closed one above 1 must equal it (or be 1)
    } else if (!y.isOpen() && x.size != y.size) {
      return failure();
    }
  }
  return result;
}

FailureOr<SmallVector<int64_t>> adze::broadcastShapes(ArrayRef<int64_t> a, ArrayRef<int64_t> b) {
  Dims x(a.begin(), a.end()), y(b.begin(), b.end());
  FailureOr<Dims> dims = broadcastDims(x, y);
  if (failed(dims))
    return failure();
  SmallVector<int64_t> shape;
  for (const Dim &dim : *dims)
    shape.push_back(dim.size);
  return shape;
}

bool adze::sameShapes(TypeRange a, TypeRange b) {
  if (a.size() != b.size())
    return false;
  for (auto [x, y] : llvm::zip(a, b)) {
    auto s = dyn_cast<RankedTensorType>(x), t = dyn_cast<RankedTensorType>(y);
    if (!s || !t || failed(verifyCompatibleShape(s.getShape(), t.getShape())))
      return false;
    bool quantized = isa<quant::QuantizedType>(s.getElementType()) || isa<quant::QuantizedType>(t.getElementType());
    if (!quantized && s.getElementType() != t.getElementType())
      return false;
  }
  return true;
}

int64_t adze::windowExtent(int64_t input, int64_t kernel, int64_t stride, int64_t dilation, int64_t padLow, int64_t padHigh,
                           bool ceilMode) {
  int64_t room = input + padLow + padHigh - (dilation * (kernel - 1) + 1);
  if (room < 0)
    return -1;
  int64_t extent = (ceilMode ? (room + stride - 1) / stride : room / stride) + 1;
  // A window that would start beyond the input and its low pad has nothing to read.
  if (ceilMode && (extent - 1) * stride >= input + padLow)
    --extent;
  return extent;
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

std::string adze::getNodeName(Location loc) {
  std::string name;
  loc->walk([&](Location part) {
    auto named = dyn_cast<NameLoc>(part);
    if (!named)
      return WalkResult::advance();
    name = named.getName().str();
    return WalkResult::interrupt();
  });
  return name;
}
