//===- KernelOps.cpp - Kernels, launches and buffers ----------------------===//

#include "adze/IR/Adze.h"
#include "adze/Support/ElementType.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpImplementation.h"
#include "llvm/Support/CheckedArithmetic.h"

using namespace mlir;
using namespace adze;

//===----------------------------------------------------------------------===//
// kernel
//===----------------------------------------------------------------------===//

LogicalResult KernelOp::verify() {
  Block *body = getBodyBlock();
  if (body->getArgumentTypes() != getInputs().getTypes())
    return emitOpError("(C1) the body's arguments do not have the operands' types");
  auto yield = dyn_cast<YieldOp>(body->getTerminator());
  if (!yield || yield.getValues().getTypes() != getResultTypes())
    return emitOpError("(C1) the yielded values do not have the results' types");
  return success();
}

void KernelOp::print(OpAsmPrinter &p) {
  p << "(";
  llvm::interleaveComma(llvm::zip(getBodyBlock()->getArguments(), getInputs()), p, [&](auto pair) {
    p << std::get<0>(pair) << " = " << std::get<1>(pair);
  });
  p << ")";
  p.printOptionalAttrDict((*this)->getAttrs(), {getScheduleAttrName()});
  p << " : " << FunctionType::get(getContext(), getInputs().getTypes(), getResultTypes()) << " ";
  // Not in front of the type: MLIR's parser takes a colon behind an attribute as the attribute's.
  if (getSchedule())
    p << "schedule " << *getSchedule() << " ";
  p.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

ParseResult KernelOp::parse(OpAsmParser &parser, OperationState &result) {
  SmallVector<OpAsmParser::Argument> arguments;
  SmallVector<OpAsmParser::UnresolvedOperand> operands;
  auto parseBinding = [&]() -> ParseResult {
    return failure(parser.parseArgument(arguments.emplace_back()) || parser.parseEqual() ||
                   parser.parseOperand(operands.emplace_back()));
  };
  FunctionType type;
  if (parser.parseCommaSeparatedList(OpAsmParser::Delimiter::Paren, parseBinding))
    return failure();
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseOptionalAttrDict(result.attributes) || parser.parseColonType(type))
    return failure();
  if (succeeded(parser.parseOptionalKeyword("schedule"))) {
    ScheduleAttr schedule;
    if (parser.parseAttribute(schedule, Type(), getScheduleAttrName(result.name), result.attributes))
      return failure();
  }
  if (type.getNumInputs() != arguments.size())
    return parser.emitError(loc, "expected ") << arguments.size() << " operand types";
  for (auto [argument, input] : llvm::zip(arguments, type.getInputs()))
    argument.type = input;
  result.addTypes(type.getResults());
  return failure(parser.resolveOperands(operands, type.getInputs(), loc, result.operands) ||
                 parser.parseRegion(*result.addRegion(), arguments));
}

LogicalResult UnpackOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  auto type = cast<RankedTensorType>(adaptor.getX().getType());
  int64_t extent = adaptor.getExtent();
  if (type.getRank() < 2 || extent < 0 || extent > type.getShape().front() * type.getShape().back())
    return emitOptionalError(loc, extent, " outputs do not fit into ", type);
  SmallVector<int64_t> shape(type.getShape().drop_front().drop_back());
  shape.push_back(extent);
  types.push_back(RankedTensorType::get(shape, type.getElementType()));
  return success();
}

//===----------------------------------------------------------------------===//
// Memory form
//===----------------------------------------------------------------------===//

void KernelDefOp::print(OpAsmPrinter &p) {
  p << " ";
  p.printSymbolName(getSymName());
  if (getSchedule())
    p << " schedule " << *getSchedule();
  p.printOptionalAttrDict((*this)->getAttrs(), {getScheduleAttrName(), getSymNameAttrName()});
  p << " (";
  llvm::interleaveComma(getBodyBlock()->getArguments(), p, [&](BlockArgument argument) { p.printRegionArgument(argument); });
  p << ") ";
  p.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

ParseResult KernelDefOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  SmallVector<OpAsmParser::Argument> arguments;
  if (parser.parseSymbolName(name, getSymNameAttrName(result.name), result.attributes))
    return failure();
  if (succeeded(parser.parseOptionalKeyword("schedule"))) {
    ScheduleAttr schedule;
    if (parser.parseAttribute(schedule, Type(), getScheduleAttrName(result.name), result.attributes))
      return failure();
  }
  return failure(parser.parseOptionalAttrDict(result.attributes) ||
                 parser.parseArgumentList(arguments, OpAsmParser::Delimiter::Paren, /*allowType=*/true) ||
                 parser.parseRegion(*result.addRegion(), arguments));
}

SmallVector<MemRefType> KernelDefOp::getBufferTypes() {
  SmallVector<MemRefType> types;
  if (std::optional<ArrayAttr> buffers = getBuffers()) {
    for (Type type : buffers->getAsValueRange<TypeAttr>())
      types.push_back(dyn_cast<MemRefType>(type));
    return types;
  }
  Block *body = getBodyBlock();
  for (TypeRange range : {TypeRange(body->getArgumentTypes()), TypeRange(body->getTerminator()->getOperandTypes())})
    for (Type type : range) {
      auto tensor = dyn_cast<RankedTensorType>(type);
      types.push_back(tensor ? MemRefType::get(tensor.getShape(), tensor.getElementType()) : MemRefType());
    }
  return types;
}

LogicalResult KernelDefOp::verify() {
  if (!getBuffers())
    return success();
  Block *body = getBodyBlock();
  SmallVector<Type> tensors(body->getArgumentTypes());
  llvm::append_range(tensors, body->getTerminator()->getOperandTypes());
  auto fits = [](Attribute buffer, Type tensor) {
    auto type = dyn_cast<MemRefType>(cast<TypeAttr>(buffer).getValue());
    auto ranked = dyn_cast<RankedTensorType>(tensor);
    return type && ranked && type.getShape() == ranked.getShape() && type.getElementType() == ranked.getElementType();
  };
  if (getBuffers()->size() != tensors.size() ||
      !llvm::all_of(llvm::zip(*getBuffers(), tensors), [&](auto pair) { return fits(std::get<0>(pair), std::get<1>(pair)); }))
    return emitOpError("(C1) buffers do not have the shapes and elements of the kernel's arguments and results");
  return success();
}

LogicalResult LaunchOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto kernel = symbols.lookupNearestSymbolFrom<KernelDefOp>(*this, getKernelAttr());
  if (!kernel)
    return emitOpError("(C1) no kernel @") << getKernel();
  SmallVector<MemRefType> types = kernel.getBufferTypes();
  if (!llvm::equal(getOperandTypes(), types) || getInputs().size() != kernel.getBodyBlock()->getNumArguments())
    return emitOpError("(C2) buffers do not have the types that @") << getKernel() << " expects";
  return success();
}

LogicalResult ArenaOp::verify() {
  if (getOffset() > uint64_t(INT64_MAX) || getFirst() > uint64_t(INT64_MAX) || int64_t(getLast()) < int64_t(getFirst()))
    return emitOpError("(C1) offset ") << int64_t(getOffset()) << " from launch " << int64_t(getFirst()) << " to " << int64_t(getLast());
  if (!cast<MemRefType>(getBuffer().getType()).hasStaticShape())
    return emitOpError("(C2) ") << getBuffer().getType() << " has no known shape";
  return success();
}

LogicalResult WeightsOp::verify() {
  auto value = cast<ShapedType>(getValue().getType());
  auto buffer = cast<MemRefType>(getBuffer().getType());
  if (value.getShape() != buffer.getShape() || value.getElementType() != buffer.getElementType())
    return emitOpError("(C1) a constant of type ") << value << " does not fit into " << buffer;
  return success();
}

/// Elements from the first to the last that a buffer reaches, both included; nothing where that is no number or open.
static std::optional<int64_t> reach(MemRefType type) {
  SmallVector<int64_t> strides;
  int64_t offset;
  if (!type.hasStaticShape())
    return std::nullopt;
  if (llvm::is_contained(type.getShape(), 0))
    return 0;
  if (failed(type.getStridesAndOffset(strides, offset)))
    return std::nullopt;
  int64_t result = 1;
  for (auto [extent, stride] : llvm::zip(type.getShape(), strides)) {
    std::optional<int64_t> last = llvm::checkedMulAdd(extent - 1, stride, result);
    if (ShapedType::isDynamic(stride) || !last)
      return std::nullopt;
    result = *last;
  }
  return result;
}

LogicalResult ViewOp::verify() {
  auto source = cast<MemRefType>(getSource().getType()), buffer = cast<MemRefType>(getBuffer().getType());
  if (source.getElementType() != buffer.getElementType() || !source.hasStaticShape() || !buffer.hasStaticShape())
    return emitOpError("(C1) ") << buffer << " is no view of " << source;
  std::optional<int64_t> available = reach(source), needed = reach(buffer);
  int64_t offset = getOffset();
  if (!available || !needed || offset < 0 || offset > *available || *needed > *available - offset)
    return emitOpError("(C2) ") << buffer << " at element " << offset << " leaves " << source;
  return success();
}
