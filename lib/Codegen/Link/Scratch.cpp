//===- Scratch.cpp - Static addresses for Halide's allocations ------------===//

#include "Internal.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace adze {

static SmallVector<CallInst *> callsOf(Function *function) {
  SmallVector<CallInst *> calls;
  if (function)
    for (User *user : function->users())
      if (auto *call = dyn_cast<CallInst>(user))
        if (call->getCalledFunction() == function)
          calls.push_back(call);
  return calls;
}

/// Calls f for every `halide_malloc`, in the code's order.
static void forEachAllocation(Module &module,
                              function_ref<void(CallInst *)> f) {
  Function *allocate = module.getFunction("halide_malloc");
  if (!allocate)
    return;
  for (Function &function : module)
    for (BasicBlock &block : function)
      for (Instruction &instruction : block)
        if (auto *call = dyn_cast<CallInst>(&instruction))
          if (call->getCalledFunction() == allocate)
            f(call);
}

static constexpr StringLiteral siteMetadata = "adze.site";

void markAllocations(Module &module) {
  uint64_t site = 0;
  forEachAllocation(module, [&](CallInst *call) {
    auto *number =
        ConstantInt::get(Type::getInt64Ty(module.getContext()), site++);
    call->setMetadata(
        siteMetadata,
        MDNode::get(module.getContext(), ConstantAsMetadata::get(number)));
  });
}

PreservedAnalyses PlaceScratchPass::run(Module &module,
                                        ModuleAnalysisManager &) {
  LLVMContext &context = module.getContext();
  Function *allocate = module.getFunction("halide_malloc");
  Function *release = module.getFunction("halide_free");
  if (!allocate && !release)
    return PreservedAnalyses::all();

  // The largest size of each site, then offsets by the order of sites.
  MapVector<const MDNode *, uint64_t> sizes;
  forEachAllocation(module, [&](CallInst *call) {
    auto *size = dyn_cast<ConstantInt>(call->getArgOperand(1));
    if (!size)
      result.error = "kernel allocates scratch of a size that depends on "
                     "run-time values";
    else
      sizes[call->getMetadata(siteMetadata)] =
          std::max(sizes.lookup(call->getMetadata(siteMetadata)),
                   alignTo(size->getZExtValue(), scratchAlignment));
  });
  if (!result.error.empty())
    return PreservedAnalyses::all();
  DenseMap<const MDNode *, uint64_t> offsets;
  for (auto [site, size] : sizes) {
    offsets[site] = result.bytes;
    result.bytes += size;
  }

  MDNode *empty = MDNode::get(context, {});
  for (CallInst *call : callsOf(allocate)) {
    IRBuilder<> builder(call);
    // The scratch pointer is the context's first field; see adze_context.h.
    LoadInst *scratch =
        builder.CreateLoad(builder.getPtrTy(), call->getArgOperand(0));
    scratch->setMetadata(LLVMContext::MD_nonnull, empty);
    scratch->setMetadata(
        LLVMContext::MD_align,
        MDNode::get(context, ConstantAsMetadata::get(
                                 builder.getInt64(scratchAlignment))));
    call->replaceAllUsesWith(builder.CreateConstInBoundsGEP1_64(
        builder.getInt8Ty(), scratch,
        offsets.lookup(call->getMetadata(siteMetadata))));
    call->eraseFromParent();
  }
  for (CallInst *call : callsOf(release))
    call->eraseFromParent();
  for (Function *function : {allocate, release})
    if (function && function->use_empty())
      function->eraseFromParent();
  return PreservedAnalyses::none();
}

} // namespace adze
