//===- Statistics.cpp - Times of repeated calls ---------------------------===//

#include "adze/Support/Statistics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <cmath>
#include <sys/resource.h>

using namespace adze;
using namespace llvm;

static double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static long countPreemptions() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_nivcsw;
}

CallTimes adze::summarize(std::vector<double> samples) {
  llvm::sort(samples);
  CallTimes times;
  size_t n = samples.size();
  times.samples = n;
  times.min = samples.front();
  times.median = n % 2 ? samples[n / 2] : (samples[n / 2 - 1] + samples[n / 2]) / 2;
  times.p90 = samples[std::min(n - 1, n * 9 / 10)];
  for (double sample : samples)
    times.mean += sample / static_cast<double>(n);
  return times;
}

CallTimes adze::measureCalls(function_ref<bool()> call, double seconds, size_t maxCalls) {
  constexpr double groupSeconds = 20e-6, warmUpSeconds = 0.1;
  constexpr size_t maxSamples = 1000000;
  // Warm-up: two calls, more until caches and clock have settled; its fastest call decides the grouping.
  double begin = now(), fastest = INFINITY;
  for (size_t i = 0; i < 2 || (now() - begin < std::min(warmUpSeconds, seconds) && i < 100000); ++i) {
    if (maxCalls && i == maxCalls)
      break;
    double start = now();
    if (!call())
      return {};
    fastest = std::min(fastest, now() - start);
  }
  size_t group = fastest >= groupSeconds ? 1 : static_cast<size_t>(std::ceil(groupSeconds / std::max(fastest, 1e-9)));
  std::vector<double> samples;
  size_t calls = 0;
  long preempted = countPreemptions();
  begin = now();
  while (samples.size() < maxSamples && (maxCalls ? calls < maxCalls : samples.size() < 5 || now() - begin < seconds)) {
    size_t count = maxCalls ? std::min(group, maxCalls - calls) : group;
    double start = now();
    for (size_t i = 0; i < count; ++i)
      if (!call())
        return {};
    samples.push_back((now() - start) / static_cast<double>(count));
    calls += count;
  }
  CallTimes times = summarize(std::move(samples));
  times.calls = calls;
  times.preempted = countPreemptions() - preempted;
  return times;
}

static std::string formatScaled(double value, ArrayRef<StringRef> units, double step) {
  size_t unit = 0;
  while (unit + 1 < units.size() && value >= step) {
    value /= step;
    ++unit;
  }
  std::string text;
  raw_string_ostream os(text);
  if (unit == 0 && value == std::floor(value))
    os << format("%.0f", value);
  else
    os << format(value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  if (!units[unit].empty())
    os << ' ' << units[unit];
  return text;
}

std::string adze::formatTime(double seconds) {
  double scale = seconds < 1e-6 ? 1e9 : seconds < 1e-3 ? 1e6 : seconds < 1 ? 1e3 : 1;
  const char *unit = seconds < 1e-6 ? "ns" : seconds < 1e-3 ? "us" : seconds < 1 ? "ms" : "s";
  double value = seconds * scale;
  std::string text;
  raw_string_ostream(text) << format(value < 10 ? "%.3f " : value < 100 ? "%.2f " : "%.1f ", value) << unit;
  return text;
}

std::string adze::formatBytes(uint64_t bytes) {
  return formatScaled(static_cast<double>(bytes), {"bytes", "KiB", "MiB", "GiB"}, 1024);
}

std::string adze::formatCount(uint64_t count) {
  return formatScaled(static_cast<double>(count), {"", "k", "M", "G", "T"}, 1000);
}
