//===- Options.cpp - Command lines ----------------------------------------===//

#include "Options.h"
#include "OptionTable.h"
#include "PassFlags.h"
#include "adze/Support/ExitCodes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;
using namespace llvm;

Error adze::usageError(const Twine &message, const Twine &note) {
  return make_error<CommandError>(ExitCode::WrongUsage, message.str(), note.str());
}

namespace {
struct CommandSpec {
  Command command;
  StringRef name, arguments, summary, examples;
};
} // namespace

static const CommandSpec commands[] = {
    {Import, "import", "MODEL.onnx", "reads an ONNX model into Adze's graph form",
     "  adze import net.onnx -o net.mlir\n"
     "  adze import net.onnx --dim batch=1 --dim seq=1..128 -o net.mlirbc\n"
     "  adze import net.onnx --input-shape image=1x3x224x224\n"},
    {Opt, "opt", "MODEL", "runs passes over a model",
     "  adze opt net.onnx -O2 -o net.mlir                      the default graph passes\n"
     "  adze opt net.mlir --adze-fold-batch-norm               one pass\n"
     "  adze opt net.mlir --pass-pipeline='builtin.module(cse)' --mlir-timing\n"},
    {Compile, "compile", "MODEL", "compiles a model to native code with a C header",
     "  adze compile net.onnx -o net.so                        and net.h beside it\n"
     "  adze compile net.onnx --dim batch=1 -o build/net.a     a static library\n"
     "  adze compile net.onnx --target=aarch64 -o net.so       for another machine\n"
     "  adze compile net.onnx --emit=memory                    looks inside\n"},
    {Run, "run", "MODEL", "runs a model or artifact",
     "  adze run net.so --input image.npy --output-dir out     writes out/0.npy ...\n"
     "  adze run net.onnx --random                             made-up inputs\n"
     "  adze run net.onnx --input x=a.npy --expect y.npy       exit code 3 if they differ\n"
     "  adze run net.so --metric=top1 --data images.npy --labels labels.npy --mean=0.5 --std=0.5\n"},
    {Compare, "compare", "MODEL [MODEL2]", "compares compiled code with the interpreter, or two models",
     "  adze compare net.onnx                                  layer by layer, made-up inputs\n"
     "  adze compare net.onnx --bisect                         names the first layer that differs\n"
     "  adze compare net.onnx changed.mlir --input image.npy   outputs of two models\n"},
    {Bench, "bench", "MODEL", "measures the time of a call",
     "  adze bench net.so --time 2\n"
     "  adze bench net.onnx --dim batch=1 --json\n"
     "  adze bench net.so --against \"ort_bench net.onnx\"       alternating rounds\n"},
    {Info, "info", "FILE", "says what a model or artifact holds",
     "  adze info net.onnx\n"
     "  adze info net.a --json\n"
     "  adze info --ops                                        operators that are supported\n"},
};

std::optional<Command> adze::parseCommand(StringRef name) {
  for (const CommandSpec &spec : commands)
    if (spec.name == name)
      return spec.command;
  return std::nullopt;
}

static const CommandSpec &getSpec(Command command) {
  return *llvm::find_if(commands, [&](const CommandSpec &spec) { return spec.command == command; });
}

/// "--name", "--name=VALUE" or "--name[=VALUE]", "-o VALUE" for short ones.
static std::string formatOption(const OptionSpec &spec) {
  std::string text = (spec.name.size() == 1 ? "-" : "--") + spec.name.str();
  if (spec.kind == OptionKind::Required)
    text += (spec.name.size() == 1 || spec.value.contains('=') ? " " : "=") + spec.value.str();
  else if (spec.kind == OptionKind::Optional)
    text += "[=" + spec.value.str() + "]";
  return text;
}

void adze::printHelp(raw_ostream &os) {
  os << "adze " << getVersion() << ": compiles ONNX models to native code\n\nusage: adze COMMAND FILE [OPTION...]\n\n";
  for (const CommandSpec &spec : commands)
    os << "  " << left_justify(spec.name, 10) << spec.summary << '\n';
  os << "\n'adze COMMAND --help' shows a command's options and examples; 'adze --version' the version.\n"
        "A file is .onnx, .mlir or .mlirbc, or an artifact (.so, .a, .o); '-' is standard input or output.\n"
        "Exit codes: 0 done; 1 the input cannot be handled; 2 wrong usage; 3 a check failed; 4 out of resources; "
        "70 internal error.\n";
}

void adze::printHelp(raw_ostream &os, Command command) {
  const CommandSpec &command_ = getSpec(command);
  os << "usage: adze " << command_.name << ' ' << command_.arguments << " [OPTION...]\n\n" << command_.summary
     << ".\n\nexamples\n" << command_.examples << "\noptions\n";
  constexpr size_t column = 30;
  for (const OptionSpec &spec : optionTable()) {
    if (!(spec.commands & command))
      continue;
    std::string text = "  " + formatOption(spec);
    os << text;
    if (text.size() >= column - 1)
      os << '\n' << std::string(column, ' ');
    else
      os << std::string(column - text.size(), ' ');
    SmallVector<StringRef> lines;
    spec.help.split(lines, '\n');
    llvm::interleave(lines, os, "\n" + std::string(column, ' '));
    os << '\n';
  }
  if (command & (Opt | Compile | Run | Compare | Bench)) {
    os << "\npass flags (run in the order given, before the default passes; docs/passes.md has their options)\n";
    printPassFlags(os);
  }
}

/// The option or pass flag of this command that is spelled most like `name`.
static std::string findNearest(StringRef name, Command command) {
  std::string best;
  unsigned bestDistance = std::max<unsigned>(2, name.size() / 3) + 1;
  auto consider = [&](StringRef candidate) {
    unsigned distance = name.edit_distance(candidate, /*AllowReplacements=*/true, bestDistance);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = ("--" + candidate).str();
    }
  };
  for (const OptionSpec &spec : optionTable())
    if (spec.commands & command && spec.name.size() > 1)
      consider(spec.name);
  if (command & (Opt | Compile | Run | Compare | Bench))
    for (StringRef pass : listPassFlags())
      consider(pass);
  return best;
}

static const OptionSpec *findOption(StringRef name) {
  for (const OptionSpec &spec : optionTable())
    if (spec.name == name)
      return &spec;
  return nullptr;
}

/// Options that MLIR and LLVM define themselves.
static bool isMlirOption(StringRef name) {
  return name.starts_with("mlir-") || name == "verify-each" || name == "debug" || name == "debug-only" ||
         name == "dump-pass-pipeline";
}

namespace {

class Parser {
public:
  Parser(ArrayRef<StringRef> arguments, Options &options) : arguments(arguments), options(options) {}

  Error parse() {
    bool onlyFiles = false;
    while (!arguments.empty()) {
      StringRef argument = take();
      if (onlyFiles || argument == "-" || !argument.starts_with("-")) {
        options.files.push_back(argument.str());
        continue;
      }
      if (argument == "--") {
        onlyFiles = true;
        continue;
      }
      if (Error error = argument.starts_with("--") ? parseLong(argument.drop_front(2)) : parseShort(argument))
        return error;
    }
    return Error::success();
  }

private:
  StringRef take() {
    StringRef front = arguments.front();
    arguments = arguments.drop_front();
    return front;
  }

  Error apply(const OptionSpec &spec, StringRef value, bool hasValue) {
    std::string name = (spec.name.size() == 1 ? "-" : "--") + spec.name.str();
    if (!(spec.commands & options.command))
      return usageError("'" + name + "' is no option of 'adze " + getSpec(options.command).name + "'",
                        "'adze " + getSpec(options.command).name + " --help' lists its options");
    if (spec.kind == OptionKind::Flag && hasValue)
      return usageError("'" + name + "' takes no value");
    if (spec.kind == OptionKind::Required && !hasValue) {
      if (arguments.empty())
        return usageError("'" + name + "' needs a value: " + formatOption(spec));
      value = take();
    }
    if (Error error = spec.apply(options, value))
      return usageError(name + ": " + toString(std::move(error)));
    return Error::success();
  }

  Error parseLong(StringRef text) {
    auto [name, value] = text.split('=');
    bool hasValue = text.contains('=');
    if (const OptionSpec *spec = findOption(name))
      return apply(*spec, value, hasValue);
    bool takesPasses = options.command & (Opt | Compile | Run | Compare | Bench);
    if (takesPasses && isMlirOption(name)) {
      options.mlirOptions.push_back(("--" + text).str());
      return Error::success();
    }
    if (takesPasses && isPassFlag(name))
      return addPassFlag(name, value, options);
    // Whether a pass of the line knows it can only be said at the end of the line.
    if (takesPasses && hasValue && !name.starts_with("adze-")) {
      options.sharedPassOptions.emplace_back(name.str(), value.str());
      return Error::success();
    }
    return unknown(("--" + name).str(), name);
  }

  Error parseShort(StringRef argument) {
    const OptionSpec *spec = findOption(argument.substr(1, 1));
    if (!spec)
      return unknown(argument, argument.drop_front());
    StringRef value = argument.drop_front(2);
    return apply(*spec, value, !value.empty());
  }

public:
  Error unknown(StringRef spelling, StringRef name) {
    std::string nearest = findNearest(name, options.command);
    return usageError("unknown option '" + spelling + "'",
                      nearest.empty() ? "'adze " + getSpec(options.command).name + " --help' lists the options"
                                      : "did you mean '" + nearest + "'?");
  }

private:
  ArrayRef<StringRef> arguments;
  Options &options;
};

} // namespace

/// How many files a command takes.
static Error checkFiles(const Options &options) {
  const CommandSpec &spec = getSpec(options.command);
  size_t most = options.command == Compare ? 2 : 1;
  bool onlyLists = options.listOperators || options.compile.target == "help";
  if (options.files.empty() && !onlyLists)
    return usageError("no file given", "usage: adze " + spec.name + " " + spec.arguments + " [OPTION...]");
  if (options.files.size() > most)
    return usageError("'" + options.files[most] + "': one file too many",
                      "usage: adze " + spec.name + " " + spec.arguments + " [OPTION...]");
  return Error::success();
}

Error adze::parseOptions(ArrayRef<StringRef> arguments, Options &options) {
  Parser parser(arguments, options);
  if (Error error = parser.parse())
    return error;
  if (options.help)
    return Error::success();
  for (const auto &[name, value] : options.sharedPassOptions)
    if (!addSharedPassOption(name, value, options))
      return parser.unknown("--" + name, name);
  return checkFiles(options);
}
