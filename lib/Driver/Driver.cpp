//===- Driver.cpp - The program `adze` ------------------------------------===//

#include "adze/Driver/Driver.h"
#include "Commands.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"
#include "mlir/IR/AsmState.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Support/Timing.h"
#include <new>
#include <unistd.h>

using namespace adze;
using namespace llvm;

static int toInt(ExitCode code) { return static_cast<int>(code); }

/// Commands of the plan that are not built yet.
static bool isPlanned(StringRef name) {
  return StringSwitch<bool>(name).Cases({"calibrate", "tune", "split", "export"}, true).Default(false);
}

/// Ends the program without cleaning up: the state is not to be trusted.
[[noreturn]] static void endWithMessage(const char *message, ExitCode code) {
  // Memory may be exhausted: no stream.
  (void)!write(STDERR_FILENO, message, strlen(message));
  _exit(toInt(code));
}

static void installHandlers() {
  sys::AddSignalHandler(
      [](void *) {
        endWithMessage("adze: internal error: please report it with the command line, the model and the text above\n",
                       ExitCode::Internal);
      },
      nullptr);
  install_fatal_error_handler([](void *, const char *reason, bool) {
    errs() << "adze: internal error: " << reason
           << "\nadze: note: please report it with the command line and the model\n";
    sys::RunInterruptHandlers();
    _exit(toInt(ExitCode::Internal));
  });
  std::set_new_handler([] { endWithMessage("adze: error: out of memory\n", ExitCode::OutOfResources); });
}

/// Gives MLIR and LLVM the options that are theirs.
static Error applyMlirOptions(const Options &options) {
  mlir::registerAsmPrinterCLOptions();
  mlir::registerMLIRContextCLOptions();
  mlir::registerPassManagerCLOptions();
  mlir::registerDefaultTimingManagerCLOptions();
  if (options.mlirOptions.empty())
    return Error::success();
  std::vector<const char *> arguments{"adze"};
  for (const std::string &option : options.mlirOptions)
    arguments.push_back(option.c_str());
  std::string message;
  raw_string_ostream os(message);
  if (!cl::ParseCommandLineOptions(arguments.size(), arguments.data(), "", &os))
    return usageError(StringRef(message).trim());
  return Error::success();
}

/// What was printed may not have arrived.
static Error flushOutput() {
  outs().flush();
  std::error_code code = outs().error();
  outs().clear_error();
  return code ? createStringError(code, "standard output: " + code.message()) : Error::success();
}

static Error runCommand(Options &options, Reporter &reporter) {
  switch (options.command) {
  case Command::Import:
    return runImport(options, reporter);
  case Command::Opt:
    return runOpt(options, reporter);
  case Command::Compile:
    return runCompile(options, reporter);
  case Command::Run:
    return runRun(options, reporter);
  case Command::Compare:
    return runCompare(options, reporter);
  case Command::Bench:
    return runBench(options, reporter);
  case Command::Info:
    return runInfo(options, reporter);
  }
  llvm_unreachable("every command is there");
}

int adze::runDriver(int argc, char **argv) {
  InitLLVM init(argc, argv);
  installHandlers();
  SmallVector<StringRef> arguments(argv + std::min(argc, 1), argv + argc);
  Options options;
  if (arguments.empty()) {
    printHelp(errs());
    return toInt(ExitCode::WrongUsage);
  }
  StringRef name = arguments.front();
  if (name == "--help" || name == "-h" || (name == "help" && arguments.size() == 1)) {
    printHelp(outs());
    return toInt(ExitCode::Done);
  }
  if (name == "--version") {
    outs() << "adze " << getVersion() << '\n';
    return toInt(ExitCode::Done);
  }
  bool asksForHelp = name == "help";
  if (asksForHelp)
    name = arguments[1];
  std::optional<Command> command = parseCommand(name);
  if (!command) {
    Reporter reporter(options);
    return toInt(reporter.report(isPlanned(name)
                                     ? make_error<CommandError>(ExitCode::BadInput, ("'" + name +
                                                                                     "' is not supported yet").str())
                                     : usageError("there is no command '" + name + "'",
                                                  "'adze --help' lists the commands")));
  }
  options.command = *command;
  // Pass flags are looked up in the registry while options are parsed.
  mlir::DialectRegistry registry;
  initializeCompiler(registry);
  options.help = asksForHelp;
  Error error = parseOptions(ArrayRef(arguments).drop_front(asksForHelp ? 2 : 1), options);
  if (!error && options.help) {
    printHelp(outs(), *command);
    return toInt(ExitCode::Done);
  }
  Reporter reporter(options);
  if (!options.files.empty())
    reporter.setFile(options.files.front());
  if (!error)
    error = applyMlirOptions(options);
  if (!error)
    error = runCommand(options, reporter);
  if (!error)
    error = flushOutput();
  if (!error)
    return toInt(ExitCode::Done);
  return toInt(reporter.report(std::move(error)));
}
