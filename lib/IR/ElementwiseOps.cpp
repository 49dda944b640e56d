//===- ElementwiseOps.cpp - Shapes, verifiers and folds of element-wise operations ---===//

#include "adze/IR/Adze.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace adze;

/// Broadcasts all operands from `first` on; the result has `element`, or the operands' common element type if that is null.
static LogicalResult inferBroadcast(std::optional<Location> loc, ValueRange operands, size_t first, Type element,
                                    SmallVectorImpl<Type> &types) {
  Dims dims = getDims(operands[0].getType());
  for (Value operand : operands.drop_front()) {
    FailureOr<Dims> both = broadcastDims(dims, getDims(operand.getType()));
    if (failed(both))
      return emitOptionalError(loc, "shapes ", operands[0].getType(), " and ", operand.getType(), " do not broadcast");
    dims = *both;
  }
  auto elementOf = [](Value value) { return cast<RankedTensorType>(value.getType()).getElementType(); };
  for (Value operand : operands.drop_front(first))
    if (elementOf(operand) != elementOf(operands[first]) && !isa<quant::QuantizedType>(elementOf(operand)))
      return emitOptionalError(loc, "element types ", elementOf(operands[first]), " and ", elementOf(operand), " differ");
  types.push_back(makeTensor(dims, element ? element : elementOf(operands[first])));
  return success();
}

#define ADZE_INFER(OP, FIRST, ELEMENT)                                                                                 \
  LogicalResult OP::inferReturnTypes(MLIRContext *context, std::optional<Location> loc, Adaptor adaptor,               \
                                     SmallVectorImpl<Type> &types) {                                                   \
    return inferBroadcast(loc, adaptor.getOperands(), FIRST, ELEMENT, types);                                          \
  }
#define ADZE_SAME(OP) ADZE_INFER(OP, 0, Type())
#define ADZE_BOOL(OP) ADZE_INFER(OP, 0, IntegerType::get(context, 1))

ADZE_SAME(AbsOp) ADZE_SAME(NegOp) ADZE_SAME(SignOp) ADZE_SAME(ExpOp) ADZE_SAME(LogOp) ADZE_SAME(SqrtOp)
ADZE_SAME(RsqrtOp) ADZE_SAME(ReciprocalOp) ADZE_SAME(SinOp) ADZE_SAME(CosOp) ADZE_SAME(TanOp) ADZE_SAME(AsinOp)
ADZE_SAME(AcosOp) ADZE_SAME(AtanOp) ADZE_SAME(SinhOp) ADZE_SAME(CoshOp) ADZE_SAME(TanhOp) ADZE_SAME(AsinhOp)
ADZE_SAME(AcoshOp) ADZE_SAME(AtanhOp) ADZE_SAME(ErfOp) ADZE_SAME(SigmoidOp) ADZE_SAME(SiluOp) ADZE_SAME(HardSwishOp)
ADZE_SAME(SoftplusOp) ADZE_SAME(FloorOp) ADZE_SAME(CeilOp) ADZE_SAME(RoundOp) ADZE_SAME(NotOp) ADZE_SAME(GeluOp)
ADZE_SAME(HardSigmoidOp) ADZE_SAME(EluOp) ADZE_SAME(LeakyReluOp) ADZE_SAME(ClampOp)
ADZE_BOOL(IsNanOp) ADZE_BOOL(IsInfOp) ADZE_BOOL(CompareOp)
ADZE_SAME(AddOp) ADZE_SAME(SubOp) ADZE_SAME(MulOp) ADZE_SAME(DivOp) ADZE_SAME(ModOp) ADZE_SAME(PowOp) ADZE_SAME(MaxOp)
ADZE_SAME(MinOp) ADZE_SAME(AndOp) ADZE_SAME(OrOp) ADZE_SAME(XorOp) ADZE_SAME(ShiftLeftOp) ADZE_SAME(ShiftRightOp)
ADZE_SAME(PreluOp)

LogicalResult SelectOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  if (!cast<RankedTensorType>(adaptor.getCondition().getType()).getElementType().isInteger(1))
    return emitOptionalError(loc, "(C1) the condition must be i1, found ", adaptor.getCondition().getType());
  return inferBroadcast(loc, adaptor.getOperands(), 1, Type(), types);
}

//===----------------------------------------------------------------------===//
// Verifiers
//===----------------------------------------------------------------------===//

LogicalResult ClampOp::verify() {
  Type element = getStorageType(getX().getType().getElementType());
  for (std::optional<TypedAttr> bound : {getMin(), getMax()})
    if (bound && bound->getType() != element)
      return emitOpError("(C1) bound of type ") << bound->getType() << " for elements of type " << element;
  return success();
}

LogicalResult CastOp::verify() {
  if (failed(verifyCompatibleShape(getX().getType(), getY().getType())))
    return emitOpError("(C1) shapes of operand and result differ");
  return success();
}

//===----------------------------------------------------------------------===//
// Folds: identities only; constants are the interpreter's business.
//===----------------------------------------------------------------------===//

OpFoldResult CastOp::fold(FoldAdaptor) { return getX().getType() == getY().getType() ? getX() : Value(); }

OpFoldResult NegOp::fold(FoldAdaptor) {
  auto inner = getX().getDefiningOp<NegOp>();
  return inner ? inner.getX() : Value();
}

/// `value` if it has the result's type, so that replacing the result by it changes nothing but the computation.
static OpFoldResult ifSameType(Value value, Value result) {
  return value.getType() == result.getType() ? OpFoldResult(value) : OpFoldResult();
}

OpFoldResult AddOp::fold(FoldAdaptor) {
  // x + 0 is x but for the sign of zero, which no operation of the dialect but division tells apart.
  if (isConstantSplat(getB(), 0.0))
    return ifSameType(getA(), getY());
  return isConstantSplat(getA(), 0.0) ? ifSameType(getB(), getY()) : OpFoldResult();
}
OpFoldResult SubOp::fold(FoldAdaptor) {
  return isConstantSplat(getB(), 0.0) ? ifSameType(getA(), getY()) : OpFoldResult();
}
OpFoldResult MulOp::fold(FoldAdaptor) {
  if (isConstantSplat(getB(), 1.0))
    return ifSameType(getA(), getY());
  return isConstantSplat(getA(), 1.0) ? ifSameType(getB(), getY()) : OpFoldResult();
}
OpFoldResult DivOp::fold(FoldAdaptor) {
  return isConstantSplat(getB(), 1.0) ? ifSameType(getA(), getY()) : OpFoldResult();
}
OpFoldResult PowOp::fold(FoldAdaptor) {
  return isConstantSplat(getB(), 1.0) ? ifSameType(getA(), getY()) : OpFoldResult();
}
