//===- adze-check.cpp - Runs numeric tests --------------------------------===//
//
// `adze-check FILE.mlir` compiles all functions of a file to one artifact, runs them, and evaluates their checks (see the check dialect);
// functions with arguments are compared with the reference interpreter. With --interpret the interpreter alone runs them.
// Exit code 3: a check failed.
//
//===----------------------------------------------------------------------===//

#include "TestCase.h"
#include "adze/Check/Check.h"
#include "adze/Driver/Compiler.h"
#include "adze/Driver/Difference.h"
#include "adze/Runtime/LoadedModel.h"
#include "adze/Support/ExitCodes.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/ToolOutputFile.h"

using namespace mlir;
using namespace adze;
using namespace adze::check;

namespace cl = llvm::cl;
static cl::opt<std::string> inputFile(cl::Positional, cl::desc("FILE.mlir"), cl::init("-"));
static cl::opt<bool> interpretOnly("interpret", cl::desc("run the reference interpreter instead of compiled code"));
static cl::list<std::string> onlyFunctions("function", cl::desc("only this function (may be repeated)"));
static cl::opt<std::string> target("target", cl::desc("target to compile for (it must run here)"), cl::init("host"));
static cl::opt<unsigned> optLevel("O", cl::desc("optimization level"), cl::Prefix, cl::init(2));
static cl::opt<unsigned> seed("seed", cl::desc("of random inputs"), cl::init(1));
static cl::opt<double> absolute("atol", cl::desc("absolute tolerance of functions that state none"), cl::init(-1));
static cl::opt<double> relative("rtol", cl::desc("relative tolerance of functions that state none"), cl::init(-1));

/// What a function gave, by result.
using Outputs = std::vector<NpyArray>;

static FailureOr<Outputs> runInterpreter(TestCase &test) {
  FailureOr<SmallVector<Tensor>> results = interpret(test.function, test.inputs);
  if (failed(results))
    return failure();
  Outputs outputs;
  for (const Tensor &tensor : *results) {
    FailureOr<NpyArray> array = toArray(tensor, test.function.getLoc());
    if (failed(array))
      return failure();
    outputs.push_back(std::move(*array));
  }
  return outputs;
}

static LogicalResult report(TestCase &test, llvm::Error error) {
  return LogicalResult(test.function.emitError("@") << test.function.getName() << ": " << llvm::toString(std::move(error)));
}

/// Twice: a call must not depend on what an earlier one left in the arena.
static FailureOr<Outputs> runCompiled(TestCase &test, const LoadedModel &model) {
  func::FuncOp function = test.function;
  std::string doing = ("running @" + function.getName() + " as compiled").str();
  llvm::PrettyStackTraceString trace(doing.c_str());
  llvm::Expected<const adze_function *> entry = model.getFunction(function.getName());
  if (!entry)
    return report(test, entry.takeError());
  CallFrame frame(**entry);
  std::vector<NpyArray> inputs;
  for (const Tensor &tensor : test.inputs) {
    FailureOr<NpyArray> array = toArray(tensor, function.getLoc());
    if (failed(array))
      return failure();
    inputs.push_back(std::move(*array));
  }
  if (llvm::Error error = frame.setInputs(std::move(inputs)))
    return report(test, std::move(error));
  Outputs outputs;
  for (bool again : {false, true}) {
    if (llvm::Error error = frame.run())
      return report(test, std::move(error));
    for (auto [i, output] : llvm::enumerate(frame.getOutputs()))
      if (again && outputs[i].data != output.data)
        return function.emitError("@") << function.getName() << ": result " << i << " differs in a second call";
    outputs = frame.getOutputs();
  }
  return outputs;
}

/// Whether `actual` is as expected; if not, a diagnostic says where.
static bool compare(TestCase &test, Location loc, const Twine &what, const NpyArray &actual, const NpyArray &expected,
                    Tolerance tolerance) {
  Difference difference = compareArrays(actual, expected, tolerance.absolute, tolerance.relative);
  if (difference.isSame())
    return true;
  emitError(loc) << "@" << test.function.getName() << ": " << what << describe(difference, actual, expected);
  return false;
}

/// The first tolerance that is stated.
static double firstOf(std::initializer_list<double> tolerances) {
  return *llvm::find_if(tolerances, [](double tolerance) { return tolerance >= 0; });
}

static bool evaluateTest(TestCase &test, const Outputs &outputs, const Outputs *reference) {
  bool good = true;
  for (const Expectation &expectation : test.expectations) {
    auto valueOf = [&](const Side &side) -> const NpyArray & { return side.fixed ? *side.fixed : outputs[side.result]; };
    good &= compare(test, expectation.loc, "", valueOf(expectation.actual), valueOf(expectation.expected), expectation.tolerance);
  }
  if (!test.expectations.empty() || !reference)
    return good;
  for (auto [i, output] : llvm::enumerate(outputs)) {
    Tolerance otherwise = defaultTolerance(output.type);
    Tolerance tolerance{firstOf({test.tolerance.absolute, absolute, otherwise.absolute}),
                        firstOf({test.tolerance.relative, relative, otherwise.relative})};
    good &= compare(test, test.function.getLoc(), "result " + Twine(i) + " is not the interpreter's: ", output, (*reference)[i], tolerance);
  }
  return good;
}

namespace {
/// A folder that is gone at the end.
class ScratchFolder {
public:
  ScratchFolder() { llvm::sys::fs::createUniqueDirectory("adze-check", path); }
  ~ScratchFolder() { llvm::sys::fs::remove_directories(path); }
  std::string file(StringRef name) const {
    SmallString<128> full(path);
    llvm::sys::path::append(full, name);
    return full.str().str();
  }

private:
  SmallString<128> path;
};
} // namespace

static FailureOr<LoadedModel> compile(ModuleOp module, const ScratchFolder &scratch) {
  CompileOptions options;
  options.target = target;
  options.optLevel = optLevel;
  options.name = "check";
  // The functions themselves are still needed.
  OwningOpRef<ModuleOp> copy = module.clone();
  std::string path = scratch.file("check.so");
  if (failed(compileModel(*copy, options, EmitKind::Shared, path)))
    return failure();
  llvm::Expected<LoadedModel> model = LoadedModel::open(path);
  if (!model)
    return module.emitError(llvm::toString(model.takeError()));
  return *model;
}

static ExitCode runTests(ModuleOp module) {
  for (StringRef name : onlyFunctions)
    if (!module.lookupSymbol<func::FuncOp>(name))
      return module.emitError("no function @") << name, ExitCode::BadInput;
  std::vector<TestCase> tests;
  for (auto function : llvm::make_early_inc_range(module.getOps<func::FuncOp>())) {
    if (!onlyFunctions.empty() && !llvm::is_contained(onlyFunctions, function.getName())) {
      function.erase();
      continue;
    }
    FailureOr<TestCase> test = prepare(function, seed);
    if (failed(test))
      return ExitCode::BadInput;
    tests.push_back(std::move(*test));
  }
  ScratchFolder scratch;
  std::optional<LoadedModel> model;
  if (!interpretOnly) {
    FailureOr<LoadedModel> compiled = compile(module, scratch);
    if (failed(compiled))
      return ExitCode::BadInput;
    model = *compiled;
  }
  size_t bad = 0;
  for (TestCase &test : tests) {
    bool compares = test.expectations.empty();
    FailureOr<Outputs> reference = Outputs(), outputs;
    if (interpretOnly || compares)
      reference = runInterpreter(test);
    outputs = model ? runCompiled(test, *model) : reference;
    bad += failed(reference) || failed(outputs) || !evaluateTest(test, *outputs, model ? &*reference : nullptr);
  }
  llvm::outs() << tests.size() << " functions, " << bad << " failed\n";
  return bad ? ExitCode::CheckFailed : ExitCode::Done;
}

int main(int argc, char **argv) {
  llvm::InitLLVM initialize(argc, argv);
  registerPassManagerCLOptions();
  cl::ParseCommandLineOptions(argc, argv, "Adze: numeric tests\n");
  DialectRegistry registry;
  initializeCompiler(registry);
  registry.insert<CheckDialect>();
  MLIRContext context(registry);
  context.loadAllAvailableDialects();
  llvm::SourceMgr sources;
  SourceMgrDiagnosticHandler handler(sources, &context);
  OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(inputFile, sources, ParserConfig(&context));
  return int(module ? runTests(*module) : ExitCode::BadInput);
}
