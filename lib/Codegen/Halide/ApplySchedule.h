//===- ApplySchedule.h - Schedules a kernel's functions ---------*- C++ -*-===//

#ifndef ADZE_LIB_CODEGEN_HALIDE_APPLYSCHEDULE_H
#define ADZE_LIB_CODEGEN_HALIDE_APPLYSCHEDULE_H

#include "Algorithms/Algorithms.h"

namespace adze::halide {

/// Applies a schedule to a nest and the function that stores its result. `vars` and `extents` are the output's, innermost first.
void applySchedule(ScheduleAttr schedule, const Nest &nest, Halide::Func output, const std::vector<Halide::Var> &vars,
                   const std::vector<int64_t> &extents);

} // namespace adze::halide

#endif // ADZE_LIB_CODEGEN_HALIDE_APPLYSCHEDULE_H
