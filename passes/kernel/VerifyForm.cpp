//===- VerifyForm.cpp - Whether a module is in a form ---------------------===//

#include "adze/Analysis/Buffers.h"
#include "adze/IR/Adze.h"
#include "mlir/Pass/Pass.h"

namespace adze {
#define GEN_PASS_DECL_VERIFYFORM
#define GEN_PASS_DEF_VERIFYFORM
#include "passes/kernel/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
using Check = LogicalResult (*)(func::FuncOp);

bool isOfMemoryForm(Operation *op) { return isa<LaunchOp, ArenaOp, WeightsOp, ViewOp>(op); }

LogicalResult checkGraph(func::FuncOp function) {
  bool ok = true;
  for (Operation &op : function.getOps())
    if (isa<KernelOp, UnpackOp>(op) || isOfMemoryForm(&op)) {
      op.emitError("does not belong into graph form");
      ok = false;
    }
  return success(ok);
}

LogicalResult checkKernel(KernelOp kernel) {
  if (!kernel.getSchedule())
    return kernel.emitError("kernel has no schedule; run adze-schedule-kernels");
  for (ConstantOp constant : kernel.getBodyBlock()->getOps<ConstantOp>())
    if (constant.getValue().getNumElements() > 1)
      return constant.emitError("a constant of ") << constant.getValue().getNumElements() << " elements inside a kernel: it must be an operand";
  return success();
}

LogicalResult checkKernels(func::FuncOp function) {
  bool ok = true;
  BufferAnalysis buffers(function.getBody().front());
  for (Operation &op : function.getOps()) {
    if (auto kernel = dyn_cast<KernelOp>(op)) {
      ok &= succeeded(checkKernel(kernel));
    } else if (!isa<ConstantOp, ReshapeOp, func::ReturnOp>(op) && !buffers.standsAlone(&op)) {
      op.emitError("stands outside of kernels; run adze-form-kernels");
      ok = false;
    }
  }
  return success(ok);
}

int64_t bytesOf(ArenaOp place) {
  auto type = cast<MemRefType>(place.getBuffer().getType());
  return type.getNumElements() * getElementBytes(type.getElementType());
}

/// The launches that use a buffer or a view of it lie inside its life.
LogicalResult checkLife(ArenaOp place, const DenseMap<Operation *, int64_t> &position) {
  SmallVector<Value> work{place.getBuffer()};
  while (!work.empty())
    for (Operation *user : work.pop_back_val().getUsers()) {
      if (auto view = dyn_cast<ViewOp>(user)) {
        work.push_back(view.getBuffer());
        continue;
      }
      auto at = position.find(user);
      if (at != position.end() && (at->second < int64_t(place.getFirst()) || at->second > int64_t(place.getLast())))
        return user->emitError("launch ") << at->second << " uses a buffer that is live from launch " << int64_t(place.getFirst()) << " to "
                                          << int64_t(place.getLast());
    }
  return success();
}

LogicalResult checkMemory(func::FuncOp function) {
  bool ok = true;
  DenseMap<Operation *, int64_t> position;
  SmallVector<LaunchOp> launches;
  for (Operation &op : function.getOps()) {
    if (auto launch = dyn_cast<LaunchOp>(op)) {
      position[&op] = launches.size();
      launches.push_back(launch);
    } else if (!isOfMemoryForm(&op) && !isa<func::ReturnOp>(op)) {
      op.emitError("does not belong into memory form");
      ok = false;
    }
  }
  auto bytes = function->getAttrOfType<IntegerAttr>("adze.arena_bytes");
  if (!bytes || !function->getAttrOfType<IntegerAttr>("adze.num_inputs"))
    return function.emitError("has no 'adze.arena_bytes' or no 'adze.num_inputs'; run adze-plan-memory");
  // A kernel that works in place takes over its operand's bytes.
  auto takesOver = [&](ArenaOp earlier, ArenaOp later) {
    if (earlier.getLast() != later.getFirst() || later.getFirst() >= launches.size())
      return false;
    LaunchOp launch = launches[later.getFirst()];
    return SymbolTable::lookupNearestSymbolFrom<KernelDefOp>(launch, launch.getKernelAttr()).getInPlace();
  };
  SmallVector<ArenaOp> places(function.getOps<ArenaOp>());
  for (auto [i, place] : llvm::enumerate(places)) {
    int64_t end = place.getOffset() + bytesOf(place);
    if (end > bytes.getInt()) {
      place.emitError("ends at byte ") << end << " of an arena of " << bytes.getInt();
      ok = false;
    }
    ok &= succeeded(checkLife(place, position));
    for (ArenaOp other : ArrayRef(places).drop_front(i + 1)) {
      bool together = place.getFirst() <= other.getLast() && other.getFirst() <= place.getLast();
      bool shared = int64_t(place.getOffset()) < int64_t(other.getOffset()) + bytesOf(other) && int64_t(other.getOffset()) < end;
      if (together && shared && !takesOver(place, other) && !takesOver(other, place)) {
        other.emitError("shares bytes with a buffer that is live at the same time").attachNote(place.getLoc()) << "the other buffer";
        ok = false;
      }
    }
  }
  return success(ok);
}

class VerifyFormPass : public adze::impl::VerifyFormBase<VerifyFormPass> {
public:
  using VerifyFormBase::VerifyFormBase;

  void runOnOperation() override {
    Check check = mode == "graph" ? checkGraph : mode == "kernel" ? checkKernels : mode == "memory" ? checkMemory : nullptr;
    if (!check) {
      getOperation().emitError("graph, kernel or memory expected, found '") << mode << "'";
      return signalPassFailure();
    }
    for (auto function : getOperation().getOps<func::FuncOp>())
      if (!function.isExternal() && failed(check(function)))
        signalPassFailure();
    markAllAnalysesPreserved();
  }
};
} // namespace
