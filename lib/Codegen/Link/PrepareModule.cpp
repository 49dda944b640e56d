//===- PrepareModule.cpp - Cleans and retargets bitcode -------------------===//

#include "Internal.h"
#include "llvm/IR/AttributeMask.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace adze {

void stripOrigin(Module &module) {
  bool halide = false;
  if (NamedMDNode *flags = module.getModuleFlagsMetadata()) {
    for (MDNode *flag : flags->operands())
      if (auto *name = dyn_cast<MDString>(flag->getOperand(1)))
        halide |= name->getString().starts_with("halide_");
  }
  for (NamedMDNode &node : make_early_inc_range(module.named_metadata()))
    node.eraseFromParent();
  StripDebugInfo(module);
  if (halide)
    for (Function &function : make_early_inc_range(module))
      if (function.use_empty() && (function.getName().ends_with("_argv") ||
                                   function.getName().ends_with("_metadata")))
        function.eraseFromParent();
  // Halide's mentions of vector functions for LLVM 14's linker.
  if (halide)
    if (GlobalVariable *used = module.getGlobalVariable("llvm.compiler.used"))
      used->eraseFromParent();

  for (Function &function : module) {
    AttributeMask mask;
    for (Attribute::AttrKind kind :
         {Attribute::UWTable, Attribute::StackProtect,
          Attribute::StackProtectStrong, Attribute::StackProtectReq,
          Attribute::OptimizeForSize, Attribute::MinSize,
          Attribute::StackAlignment})
      mask.addAttribute(kind);
    for (Attribute attribute : function.getAttributes().getFnAttrs())
      if (attribute.isStringAttribute())
        mask.addAttribute(attribute.getKindAsString());
    function.removeFnAttrs(mask);
    function.setComdat(nullptr);
  }
}

void retarget(Module &module, const TargetSpec &target,
              const TargetMachine &machine) {
  module.setTargetTriple(machine.getTargetTriple());
  module.setDataLayout(machine.createDataLayout());
  for (Function &function : module) {
    if (function.isIntrinsic())
      continue;
    // One CPU on every function: nothing is inlined across different ones.
    function.addFnAttr("target-cpu", target.cpu);
    if (!target.features.empty())
      function.addFnAttr("target-features", target.features);
    if (!target.tuneCpu.empty())
      function.addFnAttr("tune-cpu", target.tuneCpu);
    if (unsigned width = target.preferVectorWidth())
      function.addFnAttr("prefer-vector-width", std::to_string(width));
    if (function.isDeclaration())
      continue;
    function.addFnAttr(Attribute::NoUnwind);
    // Without it LLVM may spill vectors across cache lines, depending on where
    // the caller's stack happens to be: measured up to a factor of two.
    if (unsigned bytes = target.stackAlignment())
      function.addFnAttr(
          Attribute::getWithStackAlignment(module.getContext(), Align(bytes)));
  }
}

/// A comparison and a choice between the compared values.
static bool isMinMaxSelect(const SelectInst &select) {
  auto *compare = dyn_cast<FCmpInst>(select.getCondition());
  if (!compare)
    return false;
  const Value *a = compare->getOperand(0), *b = compare->getOperand(1);
  const Value *x = select.getTrueValue(), *y = select.getFalseValue();
  return (a == x && b == y) || (a == y && b == x);
}

static bool isMinMax(const Instruction &instruction) {
  if (auto *select = dyn_cast<SelectInst>(&instruction))
    return isMinMaxSelect(*select);
  if (isa<FCmpInst>(instruction))
    return !instruction.use_empty() &&
           llvm::all_of(instruction.users(), [](const User *user) {
             auto *select = dyn_cast<SelectInst>(user);
             return select && isMinMaxSelect(*select);
           });
  if (auto *call = dyn_cast<IntrinsicInst>(&instruction))
    switch (call->getIntrinsicID()) {
    case Intrinsic::maxnum:
    case Intrinsic::minnum:
    case Intrinsic::vector_reduce_fmax:
    case Intrinsic::vector_reduce_fmin:
      return true;
    default:
      return false;
    }
  return false;
}

static bool isFloatReduction(const Instruction &instruction) {
  auto *call = dyn_cast<IntrinsicInst>(&instruction);
  return call && (call->getIntrinsicID() == Intrinsic::vector_reduce_fadd ||
                  call->getIntrinsicID() == Intrinsic::vector_reduce_fmul);
}

void reduceFastMath(Module &module, bool strict) {
  for (Function &function : module)
    for (BasicBlock &block : function)
      for (Instruction &instruction : block) {
        if (!isa<FPMathOperator>(instruction))
          continue;
        // Flags are only taken away: what Halide's strict_float left without
        // any stays so.
        FastMathFlags old = instruction.getFastMathFlags(), flags;
        flags.setAllowContract(!strict && old.allowContract());
        if (isMinMax(instruction)) {
          flags.setNoNaNs(old.noNaNs());
          flags.setNoSignedZeros(old.noSignedZeros());
        }
        // Without it the vector is added up one element after the other.
        if (isFloatReduction(instruction))
          flags.setAllowReassoc(old.allowReassoc());
        instruction.copyFastMathFlags(flags);
      }
}

} // namespace adze
