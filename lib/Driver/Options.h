//===- Options.h - Command lines ------------------------------------------===//

#ifndef ADZE_LIB_DRIVER_OPTIONS_H
#define ADZE_LIB_DRIVER_OPTIONS_H

#include "adze/Driver/Compiler.h"
#include "llvm/Support/Error.h"
#include <optional>

namespace adze {

/// Bits, so that an option can say to which commands it belongs.
enum Command : unsigned {
  Import = 1,
  Opt = 2,
  Compile = 4,
  Run = 8,
  Compare = 16,
  Bench = 32,
  Info = 64,
};

/// `[NAME=]FILE`.
struct NamedFile {
  std::string name;
  std::string path;
};

enum class WeightsForm { Default, Inline, Elide };
enum class ImageLayout { AsModel, ChannelsFirst, ChannelsLast };

struct Options {
  Command command = Info;
  std::vector<std::string> files;
  std::string output;
  bool help = false, quiet = false, verbose = false, jsonDiagnostics = false, json = false;

  ImportOptions import;
  CompileOptions compile;
  std::optional<EmitKind> emit;
  WeightsForm weights = WeightsForm::Default;
  bool printArena = false, printTimes = false;

  /// `adze opt`: a pipeline in MLIR's grammar, and whether -O was given.
  std::string passPipeline;
  bool optLevelGiven = false;
  /// `--name=value` that belongs to whichever passes of the line have such an option.
  std::vector<std::pair<std::string, std::string>> sharedPassOptions;
  /// Options of MLIR itself, handed on as they are.
  std::vector<std::string> mlirOptions;

  std::vector<NamedFile> inputs, expected;
  std::optional<uint32_t> randomSeed;
  std::string outputFolder;
  double absoluteTolerance = 1e-4, relativeTolerance = 1e-3;
  bool interpret = false, top1 = false;
  uint64_t repeat = 1;
  std::string dataPath, labelsPath;
  std::vector<float> mean, deviation;
  ImageLayout layout = ImageLayout::AsModel;
  int64_t batch = 0;

  double benchSeconds = 1;
  std::string against;
  std::optional<double> failUnderSqnr;
  bool bisect = false, profile = false;
  bool listOperators = false;
};

/// Parses everything behind the command's name. Errors are CommandErrors of wrong usage.
llvm::Error parseOptions(llvm::ArrayRef<llvm::StringRef> arguments, Options &options);

/// The command of that name, if there is one.
std::optional<Command> parseCommand(llvm::StringRef name);
/// What `adze --help` and `adze <command> --help` print.
void printHelp(llvm::raw_ostream &os);
void printHelp(llvm::raw_ostream &os, Command command);

/// A CommandError of wrong usage.
llvm::Error usageError(const llvm::Twine &message, const llvm::Twine &note = "");

} // namespace adze

#endif // ADZE_LIB_DRIVER_OPTIONS_H
