//===- RuntimeCall.cpp - Kernels that are calls of the runtime ------------===//

#include "RuntimeCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace adze;

/// The arguments behind the buffers; see targets/generic/runtime/top_k.c.
static std::vector<int64_t> topKArguments(TopKOp op) {
  auto type = cast<RankedTensorType>(op.getX().getType());
  Type element = getStorageType(type.getElementType());
  int64_t outer = 1, inner = 1;
  for (auto [i, extent] : llvm::enumerate(type.getShape()))
    if (int64_t(i) != int64_t(op.getAxis()))
      (int64_t(i) < int64_t(op.getAxis()) ? outer : inner) *= extent;
  int64_t infinity = 0;
  if (auto real = dyn_cast<FloatType>(element))
    infinity = llvm::APFloat::getInf(real.getFloatSemantics()).bitcastToAPInt().getSExtValue();
  // Booleans are bytes of 0 and 1.
  bool isSigned = !element.isUnsignedInteger() && !element.isInteger(1);
  return {outer, type.getDimSize(op.getAxis()), inner, int64_t(op.getK()), getElementBytes(element), infinity, isSigned, !op.getSmallest()};
}

std::optional<CallInput> adze::getRuntimeCall(KernelDefOp kernel, llvm::StringRef symbol) {
  Block *body = kernel.getBodyBlock();
  auto op = dyn_cast<TopKOp>(body->front());
  if (!op || op->getNextNode() != body->getTerminator() || body->getTerminator()->getOperands() != op->getResults())
    return std::nullopt;
  return CallInput{symbol.str(), "adze_top_k", body->getNumArguments() + op->getNumResults(), topKArguments(op)};
}

std::string adze::describeCall(const CallInput &call) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  stream << "return " << call.callee << "(context";
  for (unsigned i = 0; i < call.numBuffers; ++i)
    stream << ", buffer" << i;
  for (int64_t argument : call.arguments)
    stream << ", " << argument;
  stream << ");\n";
  return text;
}
