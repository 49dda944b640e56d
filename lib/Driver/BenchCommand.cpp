//===- BenchCommand.cpp - bench -------------------------------------------===//

#include "Commands.h"
#include "adze/Support/Statistics.h"
#include "adze/Target/Target.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdio>
#include <numeric>
#include <sys/wait.h>

using namespace adze;
using namespace llvm;

/// The last median in a text, in seconds: "median 1.23 ms" or "median_ms": 1.23.
static std::optional<double> findMedian(StringRef text) {
  std::optional<double> found;
  for (size_t at = text.find("median"); at != StringRef::npos; at = text.find("median", at + 1)) {
    StringRef rest = text.drop_front(at + 6), unit;
    if (rest.consume_front("_")) {
      unit = rest.take_while(isAlpha);
      rest = rest.drop_front(unit.size());
    }
    rest = rest.ltrim(" \":=\t");
    StringRef number = rest.take_while([](char c) { return isDigit(c) || c == '.' || c == 'e' || c == '-'; });
    double value;
    if (number.getAsDouble(value))
      continue;
    if (unit.empty())
      unit = rest.drop_front(number.size()).ltrim().take_while(isAlpha);
    double scale = unit == "s" ? 1 : unit == "ms" ? 1e-3 : unit == "us" ? 1e-6 : unit == "ns" ? 1e-9 : 0;
    if (scale > 0)
      found = value * scale;
  }
  return found;
}

/// Runs another program and returns the median that it prints.
static Expected<double> runOther(const std::string &command) {
  FILE *pipe = popen((command + " 2>&1").c_str(), "r");
  if (!pipe)
    return createStringError("--against: cannot start '" + command + "'");
  std::string text;
  char buffer[4096];
  while (size_t count = fread(buffer, 1, sizeof(buffer), pipe))
    text.append(buffer, count);
  int status = pclose(pipe);
  if (status != 0)
    return createStringError("--against: '" + command + "' failed: " + StringRef(text).rtrim().take_back(2000));
  if (std::optional<double> median = findMedian(text))
    return *median;
  return createStringError("--against: '" + command + "' printed no median: " + StringRef(text).take_back(2000));
}

static double medianOf(std::vector<double> values) { return summarize(std::move(values)).median; }

namespace {
struct Result {
  CallTimes times;
  /// Rounds of --against: medians of ours and theirs.
  std::vector<double> ours, theirs;
  uint64_t macs = 0;
  /// --profile: the launches and a call's time in each.
  std::vector<LaunchInfo> launches;
  std::vector<double> launchTimes;
  /// Of one core, as the target's machine model says; 0: not known.
  double peakGigaFlops = 0;

  double getMedian() const { return ours.empty() ? times.median : medianOf(ours); }
  double getRatio() const {
    std::vector<double> ratios;
    for (auto [our, their] : llvm::zip_equal(ours, theirs))
      ratios.push_back(their / our);
    return medianOf(ratios);
  }
  double getGigaFlops() const { return 2e-9 * static_cast<double>(macs) / getMedian(); }
};
} // namespace

static Error measure(CallFrame &frame, const Options &options, Result &result) {
  auto measureOnce = [&]() -> Error {
    int code = ADZE_OK;
    result.times = measureCalls([&] { return (code = frame.runOnce()) == ADZE_OK; }, options.benchSeconds);
    return code == ADZE_OK ? Error::success() : frame.run();
  };
  if (options.against.empty())
    return measureOnce();
  constexpr unsigned rounds = 5;
  for (unsigned round = 0; round < rounds; ++round) {
    if (Error error = measureOnce())
      return error;
    Expected<double> other = runOther(options.against);
    if (!other)
      return other.takeError();
    result.ours.push_back(result.times.median);
    result.theirs.push_back(*other);
  }
  return Error::success();
}

/// What a launch computes in a second; 0 where it has no multiply-accumulates.
static double getGigaFlops(const Result &result, size_t launch) {
  return 2e-9 * static_cast<double>(result.launches[launch].macs) / std::max(result.launchTimes[launch], 1e-12);
}

/// The median of each launch's share of a call, as time of the median call.
static Error profile(CallFrame &frame, const Options &options, Result &result) {
  std::vector<std::vector<double>> ticks(result.launches.size());
  int code = ADZE_OK;
  measureCalls(
      [&] {
        if ((code = frame.runOnce()) != ADZE_OK)
          return false;
        const int64_t *counts = frame.getOutputs().back().as<int64_t>().data();
        for (auto [i, samples] : llvm::enumerate(ticks))
          samples.push_back(static_cast<double>(counts[i + 1] - counts[i]));
        return true;
      },
      options.benchSeconds, /*maxCalls=*/1000);
  if (code != ADZE_OK)
    return frame.run();
  double total = 0;
  for (std::vector<double> &samples : ticks) {
    result.launchTimes.push_back(medianOf(std::move(samples)));
    total += result.launchTimes.back();
  }
  for (double &time : result.launchTimes)
    time *= result.getMedian() / std::max(total, 1.0);
  return Error::success();
}

/// The launches, the longest first.
static std::vector<size_t> sortLaunches(const Result &result) {
  std::vector<size_t> order(result.launches.size());
  std::iota(order.begin(), order.end(), 0);
  llvm::stable_sort(order, [&](size_t a, size_t b) { return result.launchTimes[a] > result.launchTimes[b]; });
  return order;
}

static void printProfile(const Result &result) {
  outs() << "      time    share   GFLOP/s  of peak  schedule   nodes\n";
  for (size_t i : sortLaunches(result)) {
    const LaunchInfo &launch = result.launches[i];
    outs() << right_justify(formatTime(result.launchTimes[i]), 10) << format("%7.1f %%", 100 * result.launchTimes[i] / result.getMedian());
    if (launch.macs && result.peakGigaFlops > 0)
      outs() << format("%10.2f%7.0f %%", getGigaFlops(result, i), 100 * getGigaFlops(result, i) / result.peakGigaFlops);
    else
      outs() << std::string(19, ' ');
    outs() << "  " << left_justify(launch.schedule, 9) << "  " << launch.nodes << '\n';
  }
}

static void printJson(const Options &options, const Result &result) {
  json::Object object{{"model", options.files[0]},
                      {"median_ms", result.getMedian() * 1e3},
                      {"min_ms", result.times.min * 1e3},
                      {"p90_ms", result.times.p90 * 1e3},
                      {"mean_ms", result.times.mean * 1e3},
                      {"calls", static_cast<int64_t>(result.times.calls)},
                      {"preempted", static_cast<int64_t>(result.times.preempted)}};
  if (result.macs) {
    object["macs"] = result.macs;
    object["gflops"] = result.getGigaFlops();
    if (result.peakGigaFlops > 0)
      object["peak_gflops"] = result.peakGigaFlops;
  }
  if (!result.ours.empty()) {
    object["against_median_ms"] = medianOf(result.theirs) * 1e3;
    object["ratio"] = result.getRatio();
  }
  json::Array launches;
  for (size_t i : sortLaunches(result)) {
    const LaunchInfo &launch = result.launches[i];
    launches.push_back(json::Object{{"nodes", json::fixUTF8(launch.nodes)},
                                    {"kernel", launch.kernel},
                                    {"schedule", launch.schedule},
                                    {"ms", result.launchTimes[i] * 1e3},
                                    {"share", result.launchTimes[i] / result.getMedian()},
                                    {"macs", launch.macs},
                                    {"gflops", getGigaFlops(result, i)}});
  }
  if (!launches.empty())
    object["launches"] = std::move(launches);
  outs() << json::Value(std::move(object)) << '\n';
}

static void printText(const Result &result) {
  for (auto [index, our, their] : llvm::enumerate(result.ours, result.theirs))
    outs() << "round " << index + 1 << ": " << formatTime(our) << " against " << formatTime(their)
           << format(", ratio %.3f\n", their / our);
  if (!result.ours.empty())
    outs() << "theirs " << formatTime(medianOf(result.theirs)) << format(", ratio %.3f\n", result.getRatio());
  outs() << "median " << formatTime(result.getMedian()) << ", min " << formatTime(result.times.min) << ", p90 "
         << formatTime(result.times.p90) << " (" << result.times.calls << " calls)\n";
  if (!result.macs)
    return;
  outs() << formatCount(result.macs) << " multiply-accumulates, " << format("%.2f GFLOP/s", result.getGigaFlops());
  if (result.peakGigaFlops > 0)
    outs() << format(" (%.0f %% of the %.0f that the machine model gives a core)",
                     100 * result.getGigaFlops() / result.peakGigaFlops, result.peakGigaFlops);
  outs() << '\n';
}

/// Float multiply-adds of one core at the machine model's clock.
static double getPeak(StringRef targetName) {
  Expected<TargetSpec> target = parseTarget(targetName);
  if (!target) {
    consumeError(target.takeError());
    return 0;
  }
  return target->model.flopsPerCycleF32() * target->model.clockGHz;
}

Error adze::runBench(Options &options, Reporter &reporter) {
  StringRef path = options.files[0];
  // What is not given is made up.
  if (!options.randomSeed)
    options.randomSeed = 1;
  if (options.profile && isArtifact(path))
    return make_error<CommandError>(ExitCode::BadInput, "an artifact does not tell its launches apart",
                                    "give the model that it was compiled from");
  std::optional<Session> session;
  if (!isArtifact(path))
    session.emplace(options, reporter);
  mlir::OwningOpRef<mlir::ModuleOp> module;
  Result result;
  if (options.profile)
    options.compile.launches = &result.launches;
  Expected<Executor> executor = openWithInputs(session ? &*session : nullptr, options, path, module);
  if (!executor)
    return executor.takeError();
  result.macs = executor->getMacs();
  result.peakGigaFlops = getPeak(executor->getTarget());
  if (Error error = executor->run())
    return error;
  if (Error error = measure(*executor->getFrame(), options, result))
    return error;
  if (options.profile)
    if (Error error = profile(*executor->getFrame(), options, result))
      return error;
  if (options.json) {
    printJson(options, result);
  } else {
    printText(result);
    if (options.profile)
      printProfile(result);
  }
  if (result.times.preempted > 2 && static_cast<size_t>(result.times.preempted) * 4 > result.times.samples)
    reporter.warn("preempted " + Twine(result.times.preempted) +
                  " times: other work runs on this core, the times are too long (chrt -f 10 taskset -c CORE adze ... "
                  "keeps it away)");
  return Error::success();
}
