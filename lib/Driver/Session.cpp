//===- Session.cpp - What one command works with --------------------------===//

#include "Session.h"
#include "PassFlags.h"
#include "adze/Support/Hash.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include "mlir/IR/Location.h"

using namespace adze;
using namespace llvm;

bool adze::isArtifact(StringRef path) {
  return StringSwitch<bool>(sys::path::extension(path)).Cases({".so", ".a", ".o"}, true).Default(false);
}

Error adze::alreadyReported() { return make_error<CommandError>(ExitCode::BadInput, ""); }

//===----------------------------------------------------------------------===//
// Reporter
//===----------------------------------------------------------------------===//

Reporter::Reporter(const Options &options)
    : json(options.jsonDiagnostics), verbose(options.verbose),
      colors(errs().is_displayed() && errs().has_colors() && !sys::Process::GetEnv("NO_COLOR")) {}

void Reporter::print(StringRef severity, StringRef place, StringRef message, ArrayRef<std::string> notes) {
  std::lock_guard<std::mutex> lock(mutex);
  if (json) {
    json::Object object{{"severity", severity}, {"message", json::fixUTF8(message)}};
    if (!place.empty())
      object["place"] = json::fixUTF8(place);
    if (!notes.empty())
      object["notes"] = json::Array(ArrayRef<std::string>(notes));
    errs() << json::Value(std::move(object)) << '\n';
    return;
  }
  StringRef who = place.empty() ? "adze" : place;
  errs() << who << ": ";
  raw_ostream::Colors color = severity == "error" ? raw_ostream::RED : raw_ostream::MAGENTA;
  if (colors)
    errs().changeColor(color, /*Bold=*/true);
  errs() << severity << ": ";
  if (colors)
    errs().resetColor();
  errs() << message << '\n';
  for (const std::string &note : notes)
    errs() << who << ": note: " << note << '\n';
}

/// The node's name and the place in a file, as far as a location holds them.
static void readLocation(mlir::Location location, std::string &node, std::string &place) {
  location->walk([&](mlir::Location inner) {
    if (auto name = dyn_cast<mlir::NameLoc>(inner); name && node.empty())
      node = name.getName().str();
    if (auto line = dyn_cast<mlir::FileLineColLoc>(inner); line && place.empty() && line.getLine())
      place = (line.getFilename().getValue() + ":" + Twine(line.getLine()) + ":" + Twine(line.getColumn())).str();
    return mlir::WalkResult::advance();
  });
}

void Reporter::report(mlir::Diagnostic &diagnostic) {
  StringRef severity = diagnostic.getSeverity() == mlir::DiagnosticSeverity::Error     ? "error"
                       : diagnostic.getSeverity() == mlir::DiagnosticSeverity::Warning ? "warning"
                                                                                        : "note";
  std::string node, place;
  readLocation(diagnostic.getLocation(), node, place);
  std::string message = diagnostic.str();
  if (!node.empty() && !StringRef(message).contains("'" + node + "'"))
    message = "node '" + node + "': " + message;
  // Diagnostics carry no error codes, but the system's words for them.
  for (std::errc code : {std::errc::no_space_on_device, std::errc::not_enough_memory})
    outOfResources |= StringRef(message).contains(std::make_error_code(code).message());
  std::vector<std::string> notes;
  for (mlir::Diagnostic &note : diagnostic.getNotes())
    notes.push_back(note.str());
  print(severity, place.empty() ? file : place, message, notes);
}

ExitCode Reporter::report(Error error) {
  ExitCode worst = ExitCode::Done;
  // Messages about the file begin with its name.
  auto dropFile = [&](StringRef message) {
    if (!file.empty())
      message.consume_front(file + ": ");
    return message;
  };
  handleAllErrors(
      std::move(error),
      [&](const CommandError &command) {
        worst = std::max(worst, command.getCode());
        if (command.getMessage().empty()) {
          if (outOfResources)
            worst = std::max(worst, ExitCode::OutOfResources);
          return;
        }
        std::vector<std::string> notes;
        if (!command.getNote().empty())
          notes.push_back(command.getNote().str());
        print("error", command.getCode() == ExitCode::WrongUsage ? "" : file, dropFile(command.getMessage()), notes);
      },
      [&](const ErrorInfoBase &other) {
        worst = std::max(worst, getExitCode(other.convertToErrorCode()));
        std::string message = other.message();
        print("error", file, dropFile(message), {});
      });
  return worst;
}

void Reporter::explain(const Twine &message) {
  if (verbose)
    print("note", "", message.str(), {});
}

//===----------------------------------------------------------------------===//
// TerminalProgress
//===----------------------------------------------------------------------===//

void TerminalProgress::report(StringRef step, size_t done, size_t total) {
  std::lock_guard<std::mutex> lock(mutex);
  if (std::chrono::steady_clock::now() - start < std::chrono::seconds(1))
    return;
  shown = true;
  errs() << "\r\033[K";
  if (total)
    errs() << '[' << done << '/' << total << "] ";
  errs() << step;
  errs().flush();
}

TerminalProgress::~TerminalProgress() {
  if (shown)
    errs() << "\r\033[K";
}

//===----------------------------------------------------------------------===//
// Session
//===----------------------------------------------------------------------===//

Session::Session(Options &options, Reporter &reporter) : options(options), reporter(reporter) {
  mlir::DialectRegistry registry;
  initializeCompiler(registry);
  context = std::make_unique<mlir::MLIRContext>(registry, mlir::MLIRContext::Threading::DISABLED);
  if (options.compile.jobs != 1) {
    pool = std::make_unique<DefaultThreadPool>(hardware_concurrency(options.compile.jobs));
    context->setThreadPool(*pool);
  }
  context->printOpOnDiagnostic(false);
  context->getDiagEngine().registerHandler([this](mlir::Diagnostic &diagnostic) { this->reporter.report(diagnostic); });
  if (!options.quiet && !options.jsonDiagnostics && errs().is_displayed()) {
    progress = std::make_unique<TerminalProgress>();
    options.compile.progress = progress.get();
  }
}

Session::~Session() {
  options.compile.progress = nullptr;
  // Before the pool that it uses.
  context.reset();
}

Expected<mlir::OwningOpRef<mlir::ModuleOp>> Session::load(StringRef path) {
  reporter.explain("reading " + path);
  auto module = loadModel(*context, path, options.import);
  if (failed(module))
    return alreadyReported();
  return std::move(*module);
}

Error Session::describeSource(StringRef path, Options &options) {
  // Standard input can be read only once; its artifact has no hash.
  if (path == "-")
    return Error::success();
  auto buffer = MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return createStringError(buffer.getError(), path + ": " + buffer.getError().message());
  options.compile.sourceHash = hashHex((*buffer)->getBuffer());
  return Error::success();
}
