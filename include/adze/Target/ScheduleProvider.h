//===- ScheduleProvider.h - Who chooses schedules ----------------*- C++ -*-===//

#ifndef ADZE_TARGET_SCHEDULEPROVIDER_H
#define ADZE_TARGET_SCHEDULEPROVIDER_H

#include "adze/IR/Adze.h"
#include "adze/Target/Target.h"

namespace adze {

/// The operation of a kernel that owns its loops: the only one that is neither element-wise nor a movement, or, where there is none, the one
/// whose result is yielded.
mlir::Operation *getRoot(KernelOp kernel);

/// Chooses by the kernel's shape and the target's machine model; never by measuring.
ScheduleAttr chooseSchedule(KernelOp kernel, const TargetSpec &target);

} // namespace adze

#endif // ADZE_TARGET_SCHEDULEPROVIDER_H
