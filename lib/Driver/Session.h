//===- Session.h - What one command works with ----------------------------===//

#ifndef ADZE_LIB_DRIVER_SESSION_H
#define ADZE_LIB_DRIVER_SESSION_H

#include "Options.h"
#include "adze/Support/ExitCodes.h"
#include "llvm/Support/ThreadPool.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/MLIRContext.h"
#include <chrono>
#include <mutex>

namespace adze {

/// Prints messages to standard error, as text or as one JSON object a line.
class Reporter {
public:
  explicit Reporter(const Options &options);

  /// The file that messages without a place of their own are about.
  void setFile(llvm::StringRef name) { file = name.str(); }
  void report(mlir::Diagnostic &diagnostic);
  /// Prints an error and returns the exit code that it stands for.
  ExitCode report(llvm::Error error);
  void warn(const llvm::Twine &message) { print("warning", "", message.str(), {}); }
  /// With -v only.
  void explain(const llvm::Twine &message);

private:
  void print(llvm::StringRef severity, llvm::StringRef place, llvm::StringRef message,
             llvm::ArrayRef<std::string> notes);

  bool json, verbose, colors;
  /// A diagnostic said that disk or memory ran out.
  bool outOfResources = false;
  std::string file;
  std::mutex mutex;
};

/// Progress on a terminal's last line, for work of more than a second.
class TerminalProgress : public Progress {
public:
  ~TerminalProgress() override;
  void report(llvm::StringRef step, size_t done, size_t total) override;

private:
  std::mutex mutex;
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  bool shown = false;
};

/// The error of work that has already reported diagnostics: prints nothing.
llvm::Error alreadyReported();

/// An MLIR context whose diagnostics go to the reporter.
class Session {
public:
  Session(Options &options, Reporter &reporter);
  ~Session();

  mlir::MLIRContext &getContext() { return *context; }
  Options &getOptions() { return options; }
  Reporter &getReporter() { return reporter; }

  /// `loadModel` with the options of the command line.
  llvm::Expected<mlir::OwningOpRef<mlir::ModuleOp>> load(llvm::StringRef path);
  /// Fills in what the compiler needs to know about the model file.
  static llvm::Error describeSource(llvm::StringRef path, Options &options);

private:
  Options &options;
  Reporter &reporter;
  std::unique_ptr<llvm::DefaultThreadPool> pool;
  std::unique_ptr<mlir::MLIRContext> context;
  std::unique_ptr<TerminalProgress> progress;
};

/// ".so", ".a" and ".o" are artifacts.
bool isArtifact(llvm::StringRef path);

} // namespace adze

#endif // ADZE_LIB_DRIVER_SESSION_H
