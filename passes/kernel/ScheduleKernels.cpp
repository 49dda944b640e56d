//===- ScheduleKernels.cpp - Chooses a schedule for every kernel ----------===//

#include "adze/IR/Adze.h"
#include "adze/Passes/Passes.h"
#include "adze/Target/ScheduleProvider.h"
#include "adze/Target/Target.h"
#include "mlir/Pass/Pass.h"

namespace adze {
#define GEN_PASS_DEF_SCHEDULEKERNELS
#include "passes/kernel/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
class ScheduleKernelsPass : public adze::impl::ScheduleKernelsBase<ScheduleKernelsPass> {
public:
  using ScheduleKernelsBase::ScheduleKernelsBase;

  void runOnOperation() override {
    std::string name = target;
    if (name.empty()) {
      auto module = getOperation()->getParentOfType<ModuleOp>();
      auto attribute = module ? module->getAttrOfType<StringAttr>("adze.target") : StringAttr();
      name = attribute ? attribute.getValue().str() : "host";
    }
    llvm::Expected<TargetSpec> spec = parseTarget(name);
    if (!spec) {
      getOperation().emitError(llvm::toString(spec.takeError()));
      return signalPassFailure();
    }
    getOperation().walk([&](KernelOp kernel) {
      if (!kernel.getSchedule())
        kernel.setScheduleAttr(chooseSchedule(kernel, *spec));
    });
  }
};
} // namespace
