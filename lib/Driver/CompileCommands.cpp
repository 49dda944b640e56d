//===- CompileCommands.cpp - import, opt, compile -------------------------===//

#include "Commands.h"
#include "PassFlags.h"
#include "adze/Target/Target.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include "mlir/Pass/PassRegistry.h"

using namespace adze;
using namespace llvm;

static bool isTerminal(StringRef output) { return output == "-" && sys::Process::StandardOutIsDisplayed(); }

bool adze::elidesWeights(const Options &options) {
  return options.weights == WeightsForm::Elide ||
         (options.weights == WeightsForm::Default && isTerminal(options.output));
}

static Error writeOutput(mlir::ModuleOp module, const Options &options) {
  return succeeded(writeModule(module, options.output, elidesWeights(options), /*withLocations=*/true)) ? Error::success()
                                                                                                        : alreadyReported();
}

Error adze::runImport(Options &options, Reporter &reporter) {
  if (options.output.empty())
    options.output = "-";
  Session session(options, reporter);
  auto module = session.load(options.files[0]);
  if (!module)
    return module.takeError();
  return writeOutput(**module, options);
}

Error adze::runOpt(Options &options, Reporter &reporter) {
  if (options.output.empty())
    options.output = "-";
  Session session(options, reporter);
  auto module = session.load(options.files[0]);
  if (!module)
    return module.takeError();
  mlir::PassManager manager(&session.getContext(), mlir::ModuleOp::getOperationName(),
                            mlir::OpPassManager::Nesting::Implicit);
  if (failed(mlir::applyPassManagerCLOptions(manager)))
    return usageError("MLIR's options contradict each other");
  mlir::applyDefaultTimingPassManagerCLOptions(manager);
  if (Error error = addPasses(manager, options.compile.passes))
    return error;
  if (!options.passPipeline.empty()) {
    std::string message;
    raw_string_ostream os(message);
    StringRef pipeline = options.passPipeline;
    if (pipeline.consume_front("builtin.module(") && !pipeline.consume_back(")"))
      return usageError("--pass-pipeline: ')' is missing at the end");
    if (failed(mlir::parsePassPipeline(pipeline, manager, os)))
      return usageError("--pass-pipeline: " + message);
  }
  if (options.optLevelGiven)
    buildGraphPipeline(manager, options.compile);
  if (failed(manager.run(**module)))
    return alreadyReported();
  return writeOutput(**module, options);
}

/// What an output's suffix stands for.
static std::optional<EmitKind> getKind(StringRef output) {
  return StringSwitch<std::optional<EmitKind>>(sys::path::extension(output))
      .Case(".so", EmitKind::Shared)
      .Case(".a", EmitKind::Static)
      .Case(".o", EmitKind::Obj)
      .Cases({".mlir", ".mlirbc"}, EmitKind::Mlir)
      .Case(".h", EmitKind::CHeader)
      .Case(".ll", EmitKind::Llvm)
      .Case(".s", EmitKind::Asm)
      .Case(".onnx", EmitKind::Onnx)
      .Default(std::nullopt);
}

static void printTargets() {
  for (const auto &[name, text] : listTargets())
    outs() << "  " << left_justify(name, 18) << text << '\n';
}

Error adze::runCompile(Options &options, Reporter &reporter) {
  if (options.compile.target == "help") {
    printTargets();
    return Error::success();
  }
  StringRef input = options.files[0];
  if (options.output.empty()) {
    if (!options.emit || *options.emit == EmitKind::Obj || *options.emit == EmitKind::Static ||
        *options.emit == EmitKind::Shared)
      return usageError("no output given", "give one with -o, for example -o " +
                                               (input == "-" ? "model" : sys::path::stem(input)) + ".so");
    options.output = "-";
  }
  if (!options.emit)
    options.emit = getKind(options.output);
  if (!options.emit)
    return usageError("'" + options.output + "': the suffix does not say what to make",
                      "use .so, .a, .o, .h, .mlir, .ll or .s, or say it with --emit=KIND");
  if (*options.emit == EmitKind::Onnx)
    return make_error<CommandError>(ExitCode::BadInput, "--emit=onnx is not supported yet");
  if (options.compile.name.empty()) {
    StringRef stem = sys::path::stem(options.output == "-" ? input : StringRef(options.output));
    options.compile.name = stem.empty() || stem == "-" ? "model" : stem.str();
  }
  options.compile.elideWeights = elidesWeights(options);
  std::string arena, times;
  if (options.printArena)
    options.compile.arenaReport = &arena;
  if (options.printTimes)
    options.compile.timeReport = &times;
  if (Error error = Session::describeSource(input, options))
    return error;
  Session session(options, reporter);
  auto module = session.load(input);
  if (!module)
    return module.takeError();
  reporter.explain("compiling for " + options.compile.target);
  if (failed(compileModel(**module, options.compile, *options.emit, options.output)))
    return alreadyReported();
  // Reports go where the output does not.
  raw_ostream &os = options.output == "-" ? errs() : outs();
  os << arena << times;
  return Error::success();
}
