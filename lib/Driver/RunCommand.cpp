//===- RunCommand.cpp - run -----------------------------------------------===//

#include "Commands.h"
#include "adze/Driver/Difference.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;
using namespace llvm;

static Error writeOutputs(const Executor &executor, StringRef folder) {
  if (std::error_code code = sys::fs::create_directories(folder))
    return createStringError(code, folder + ": " + code.message());
  for (auto [index, array] : llvm::enumerate(executor.getResults())) {
    SmallString<128> path(folder);
    sys::path::append(path, Twine(index) + ".npy");
    if (Error error = writeNpy(path, array))
      return error;
  }
  return Error::success();
}

/// "logits: float32 1x10 [-3.2, 1.5, ...]".
static void printSummaries(const Executor &executor) {
  constexpr size_t shown = 10;
  for (auto [port, array] : llvm::zip_equal(executor.getOutputs(), executor.getResults())) {
    outs() << port.name << ": " << getName(array.type) << ' ' << formatShape(array.shape) << " [";
    size_t count = countNumbers(array);
    for (size_t i = 0; i < std::min(count, shown); ++i)
      outs() << (i ? ", " : "") << format("%.6g", getNumber(array, i));
    outs() << (count > shown ? ", ...]\n" : "]\n");
  }
}

static std::vector<std::string> getNames(ArrayRef<Port> ports) {
  std::vector<std::string> names;
  for (const Port &port : ports)
    names.push_back(port.name);
  return names;
}

/// Compares with the files of --expect; what differs is one error.
static Error checkExpected(const Executor &executor, const Options &options) {
  size_t next = 0;
  Error errors = Error::success();
  for (const NamedFile &file : options.expected) {
    Expected<size_t> position = findPort(file, getNames(executor.getOutputs()), "output", next);
    if (!position)
      return joinErrors(std::move(errors), position.takeError());
    Expected<NpyArray> expected = readNpy(file.path);
    if (!expected)
      return joinErrors(std::move(errors), expected.takeError());
    const NpyArray &actual = executor.getResults()[*position];
    Difference difference =
        compareArrays(actual, *expected, options.absoluteTolerance, options.relativeTolerance);
    std::string text = "output '" + executor.getOutputs()[*position].name + "': ";
    text += describe(difference, actual, *expected);
    if (difference.isSame())
      outs() << text << '\n';
    else
      errors = joinErrors(std::move(errors), make_error<CommandError>(ExitCode::CheckFailed, text));
  }
  return errors;
}

/// Further calls must give the same bits.
static Error repeatCalls(Executor &executor, uint64_t count) {
  std::vector<NpyArray> first(executor.getResults());
  for (uint64_t i = 1; i < count; ++i) {
    if (Error error = executor.run())
      return error;
    for (auto [port, before, now] : llvm::zip_equal(executor.getOutputs(), first, executor.getResults()))
      if (before.data != now.data)
        return make_error<CommandError>(ExitCode::CheckFailed, "output '" + port.name + "' of call " +
                                                                   std::to_string(i + 1) +
                                                                   " differs from the first call's");
  }
  return Error::success();
}

Error adze::runRun(Options &options, Reporter &reporter) {
  if (options.top1)
    return runTop1(options, reporter);
  StringRef path = options.files[0];
  std::optional<Session> session;
  if (!isArtifact(path))
    session.emplace(options, reporter);
  else if (options.interpret)
    return usageError("--interpret needs a model, not an artifact");
  mlir::OwningOpRef<mlir::ModuleOp> module;
  Expected<Executor> executor = openWithInputs(session ? &*session : nullptr, options, path, module);
  if (!executor)
    return executor.takeError();
  if (Error error = executor->run())
    return error;
  if (Error error = repeatCalls(*executor, options.repeat))
    return error;
  if (!options.outputFolder.empty()) {
    if (Error error = writeOutputs(*executor, options.outputFolder))
      return error;
  } else if (options.expected.empty()) {
    printSummaries(*executor);
  }
  return checkExpected(*executor, options);
}
