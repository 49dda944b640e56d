//===- KernelOps.cpp - Kernels, launches and buffers ----------------------===//

#include "adze/IR/Adze.h"
#include "adze/Support/ElementType.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpImplementation.h"

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

LogicalResult LaunchOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto kernel = symbols.lookupNearestSymbolFrom<KernelDefOp>(*this, getKernelAttr());
  if (!kernel)
    return emitOpError("(C1) no kernel @") << getKernel();
  Block *body = kernel.getBodyBlock();
  auto fits = [](TypeRange buffers, TypeRange tensors) {
    return buffers.size() == tensors.size() && llvm::all_of(llvm::zip(buffers, tensors), [](auto pair) {
             auto buffer = cast<MemRefType>(std::get<0>(pair));
             auto tensor = dyn_cast<RankedTensorType>(std::get<1>(pair));
             return tensor && buffer.getShape() == tensor.getShape() && buffer.getElementType() == tensor.getElementType();
           });
  };
  if (!fits(getInputs().getTypes(), body->getArgumentTypes()) ||
      !fits(getOutputs().getTypes(), body->getTerminator()->getOperandTypes()))
    return emitOpError("(C2) buffers do not have the shapes and elements of @") << getKernel();
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

LogicalResult ViewOp::verify() {
  auto source = cast<MemRefType>(getSource().getType()), buffer = cast<MemRefType>(getBuffer().getType());
  if (source.getElementType() != buffer.getElementType() || !source.hasStaticShape() || !buffer.hasStaticShape())
    return emitOpError("(C1) ") << buffer << " is no view of " << source;
  std::optional<int64_t> available = countElements(source.getShape()), needed = countElements(buffer.getShape());
  int64_t offset = getOffset();
  if (!available || !needed || offset < 0 || offset > *available || *needed > *available - offset)
    return emitOpError("(C2) ") << buffer << " at element " << offset << " leaves " << source;
  return success();
}
