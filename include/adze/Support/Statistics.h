//===- Statistics.h - Times of repeated calls -------------------*- C++ -*-===//

#ifndef ADZE_SUPPORT_STATISTICS_H
#define ADZE_SUPPORT_STATISTICS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace adze {

/// Of one call, in seconds.
struct CallTimes {
  double min = 0, median = 0, p90 = 0, mean = 0;
  /// Timed calls and the measurements they were grouped into.
  size_t calls = 0, samples = 0;
  /// Involuntary context switches: other work on the same core.
  long preempted = 0;
};

/// Sorts `samples` (seconds, not empty).
CallTimes summarize(std::vector<double> samples);

/// Calls `call` for about `seconds` after a warm-up, at least five times, and at most `maxCalls` times (0: no limit).
/// Short calls are grouped so that one measurement takes 20 us or more: the clock's own cost stays under one percent.
/// Stops at the first call that returns false, with no samples.
CallTimes measureCalls(llvm::function_ref<bool()> call, double seconds, size_t maxCalls = 0);

/// "1.234 ms", with four significant digits and the unit that fits.
std::string formatTime(double seconds);
/// "12.3 KiB".
std::string formatBytes(uint64_t bytes);
/// "834.8 k", "1.23 G".
std::string formatCount(uint64_t count);

} // namespace adze

#endif // ADZE_SUPPORT_STATISTICS_H
