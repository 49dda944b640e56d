//===- OptionTable.cpp - Every option, once -------------------------------===//

#include "OptionTable.h"
#include "llvm/ADT/StringSwitch.h"

using namespace adze;
using namespace llvm;

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

template <typename T>
static Error parseInteger(StringRef text, T &result, T least) {
  T value;
  if (text.getAsInteger(10, value) || value < least)
    return createStringError("a whole number of at least " + Twine(least) + " expected, found '" + text + "'");
  result = value;
  return Error::success();
}

static Error parseReal(StringRef text, double &result) {
  double value;
  if (text.getAsDouble(value) || !(value >= 0))
    return createStringError("a number expected, found '" + text + "'");
  result = value;
  return Error::success();
}

static Error parseReals(StringRef text, std::vector<float> &result) {
  SmallVector<StringRef> parts;
  text.split(parts, ',');
  for (StringRef part : parts) {
    double value;
    if (part.trim().getAsDouble(value))
      return createStringError("numbers separated by commas expected, found '" + text + "'");
    result.push_back(static_cast<float>(value));
  }
  return Error::success();
}

/// Splits NAME=VALUE at the last '=': names of tensors may contain one, shapes and files of this kind hardly do.
static Error splitNamed(StringRef text, StringRef form, StringRef &name, StringRef &value) {
  std::tie(name, value) = text.rsplit('=');
  if (name.empty() || value.empty() || !text.contains('='))
    return createStringError(form + " expected, found '" + text + "'");
  return Error::success();
}

static Error parseDim(StringRef text, ImportOptions &options) {
  StringRef name, value;
  if (Error error = splitNamed(text, "NAME=N or NAME=A..B", name, value))
    return error;
  auto [low, high] = value.split("..");
  DimRange range;
  if (Error error = parseInteger<int64_t>(low, range.low, 0))
    return error;
  range.high = range.low;
  if (value.contains(".."))
    if (Error error = parseInteger<int64_t>(high, range.high, range.low))
      return error;
  options.dims[name.str()] = range;
  return Error::success();
}

static Error parseShape(StringRef text, ImportOptions &options) {
  StringRef name, value;
  if (Error error = splitNamed(text, "NAME=1x3x224x224", name, value))
    return error;
  SmallVector<int64_t, 4> shape;
  SmallVector<StringRef> parts;
  if (value != "scalar")
    value.split(parts, 'x');
  for (StringRef part : parts) {
    int64_t extent = -1;
    if (part != "?")
      if (Error error = parseInteger<int64_t>(part, extent, 0))
        return error;
    shape.push_back(extent);
  }
  options.inputShapes[name.str()] = shape;
  return Error::success();
}

static void addFile(StringRef text, std::vector<NamedFile> &files) {
  // A path may contain '=' too: what names an existing file as a whole has no name in front.
  auto [name, path] = text.split('=');
  if (path.empty() || name.contains('/'))
    files.push_back({"", text.str()});
  else
    files.push_back({name.str(), path.str()});
}

static Error parseEmit(StringRef text, Options &options) {
  options.emit = StringSwitch<std::optional<EmitKind>>(text)
                     .Case("mlir", EmitKind::Mlir)
                     .Case("kernels", EmitKind::Kernels)
                     .Case("memory", EmitKind::Memory)
                     .Case("halide", EmitKind::Halide)
                     .Case("stmt", EmitKind::Stmt)
                     .Case("llvm", EmitKind::Llvm)
                     .Case("asm", EmitKind::Asm)
                     .Case("obj", EmitKind::Obj)
                     .Case("static", EmitKind::Static)
                     .Case("shared", EmitKind::Shared)
                     .Case("onnx", EmitKind::Onnx)
                     .Case("c-header", EmitKind::CHeader)
                     .Default(std::nullopt);
  if (!options.emit)
    return createStringError("mlir, kernels, memory, halide, stmt, llvm, asm, obj, static, shared, onnx or c-header "
                             "expected, found '" +
                             text + "'");
  return Error::success();
}

/// Known names whose meaning is not built yet.
static Error notYet(Options &, StringRef) { return createStringError("not supported yet"); }

template <bool Options::*field>
static Error setFlag(Options &options, StringRef) {
  options.*field = true;
  return Error::success();
}

template <std::string Options::*field>
static Error setText(Options &options, StringRef value) {
  if (value.empty())
    return createStringError("a value expected");
  options.*field = value.str();
  return Error::success();
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

constexpr unsigned all = Import | Opt | Compile | Run | Compare | Bench | Info;
constexpr unsigned compiling = Compile | Run | Compare | Bench;
constexpr unsigned calling = Run | Compare | Bench;
constexpr OptionKind flag = OptionKind::Flag, required = OptionKind::Required, optional = OptionKind::Optional;

static const OptionSpec table[] = {
    {"o", required, "FILE", Import | Opt | Compile, "output; '-' is standard output", setText<&Options::output>},
    // Compiling.
    {"target", required, "NAME", compiling,
     "host (default), generic, x86-64-v3, x86-64-v4, aarch64, any LLVM CPU name,\n"
     "each with +feature or -feature; --target=help lists them",
     [](Options &o, StringRef v) -> Error {
       o.compile.target = v.str();
       return Error::success();
     }},
    {"emit", required, "KIND", Compile,
     "instead of what the output's suffix says: mlir, kernels, memory, halide,\n"
     "stmt, llvm, asm, obj, static, shared, c-header",
     [](Options &o, StringRef v) -> Error { return parseEmit(v, o); }},
    {"name", required, "NAME", Compile, "start of the C names (default: the output's stem)",
     [](Options &o, StringRef v) -> Error {
       o.compile.name = v.str();
       return v.empty() ? createStringError("a name expected") : Error::success();
     }},
    {"O", required, "LEVEL", Opt | compiling,
     "0: no graph passes; 1: folding and canonical forms; 2 (default) and 3: all\n"
     "graph passes; kernels get LLVM's level of that number (0: 1)",
     [](Options &o, StringRef v) -> Error {
       o.optLevelGiven = true;
       if (v.size() != 1 || v[0] < '0' || v[0] > '3')
         return createStringError("0, 1, 2 or 3 expected, found '" + v + "'");
       o.compile.optLevel = v[0] - '0';
       return Error::success();
     }},
    {"pass-pipeline", required, "TEXT", Opt, "passes in MLIR's grammar", setText<&Options::passPipeline>},
    {"threads", required, "N", compiling, "threads that the compiled code may use (default 1)",
     [](Options &o, StringRef v) -> Error { return parseInteger<unsigned>(v, o.compile.threads, 1); }},
    {"freestanding", flag, "", Compile, "no libc at all: for firmware",
     [](Options &o, StringRef) -> Error {
       o.compile.freestanding = true;
       return Error::success();
     }},
    {"alias", required, "OUT=IN", Compile, "an output that shares its memory with an input; repeatable",
     [](Options &o, StringRef v) -> Error {
       StringRef out, in;
       if (Error error = splitNamed(v, "OUT=IN", out, in))
         return error;
       o.compile.aliases.emplace_back(out.str(), in.str());
       return Error::success();
     }},
    {"print-arena", flag, "", Compile, "prints a picture of the arena over time", setFlag<&Options::printArena>},
    {"time-report", flag, "", Compile, "prints where compiling spent its time", setFlag<&Options::printTimes>},
    {"j", required, "N", Opt | compiling, "threads of the compiler (default: all cores)",
     [](Options &o, StringRef v) -> Error { return parseInteger<unsigned>(v, o.compile.jobs, 1); }},
    {"cache-dir", required, "DIR", compiling,
     "where compiled kernels are kept (default: $ADZE_CACHE_DIR, then\n$XDG_CACHE_HOME/adze)",
     [](Options &o, StringRef v) -> Error {
       o.compile.cacheDir = v.str();
       return Error::success();
     }},
    {"no-cache", flag, "", compiling, "compiles everything anew",
     [](Options &o, StringRef) -> Error {
       o.compile.useCache = false;
       return Error::success();
     }},
    // Reading models.
    {"dim", required, "NAME=N", all, "value of an open dimension, or NAME=A..B for a range; repeatable",
     [](Options &o, StringRef v) -> Error { return parseDim(v, o.import); }},
    {"input-shape", required, "NAME=1x3x224x224", all, "shape of an input; repeatable",
     [](Options &o, StringRef v) -> Error { return parseShape(v, o.import); }},
    {"weights", required, "FORM", Import | Opt | Compile,
     "how weights are printed: inline (default for files), elide (default for\n"
     "terminals; cannot be read back)",
     [](Options &o, StringRef v) -> Error {
       if (v == "inline")
         o.weights = WeightsForm::Inline;
       else if (v == "elide")
         o.weights = WeightsForm::Elide;
       else if (v == "file")
         return createStringError("'file' is not supported yet");
       else
         return createStringError("inline or elide expected, found '" + v + "'");
       return Error::success();
     }},
    // Calling.
    {"input", required, "[NAME=]FILE", calling,
     "an input (.npy, .bin), by name or in the model's order; repeatable",
     [](Options &o, StringRef v) -> Error {
       addFile(v, o.inputs);
       return Error::success();
     }},
    {"random", optional, "SEED", calling, "made-up values for the inputs that are not given",
     [](Options &o, StringRef v) -> Error {
       o.randomSeed = 1;
       return v.empty() ? Error::success() : parseInteger<uint32_t>(v, *o.randomSeed, 0);
     }},
    {"output-dir", required, "DIR", Run,
     "writes DIR/0.npy, DIR/1.npy ... in the model's order; without it a summary\nof each output is printed",
     setText<&Options::outputFolder>},
    {"expect", required, "[NAME=]FILE.npy", Run, "compares an output with a file; exit code 3 if they differ",
     [](Options &o, StringRef v) -> Error {
       addFile(v, o.expected);
       return Error::success();
     }},
    {"atol", required, "X", Run | Compare, "absolute tolerance (default 1e-4)",
     [](Options &o, StringRef v) -> Error { return parseReal(v, o.absoluteTolerance); }},
    {"rtol", required, "X", Run | Compare, "relative tolerance (default 1e-3); either suffices",
     [](Options &o, StringRef v) -> Error { return parseReal(v, o.relativeTolerance); }},
    {"metric", required, "top1", Run, "accuracy over --data and --labels",
     [](Options &o, StringRef v) -> Error {
       o.top1 = true;
       return v == "top1" ? Error::success() : createStringError("top1 expected, found '" + v + "'");
     }},
    {"data", required, "FILE.npy", Run | Compare, "samples (images), the first dimension counts them",
     setText<&Options::dataPath>},
    {"labels", required, "FILE.npy", Run, "the right class of each image", setText<&Options::labelsPath>},
    {"mean", required, "X[,X...]", Run | Compare,
     "of the channels; what the model sees is (pixel / 255 - mean) / std for\nuint8 images, (pixel - mean) / std for others (default 0)",
     [](Options &o, StringRef v) -> Error { return parseReals(v, o.mean); }},
    {"std", required, "X[,X...]", Run | Compare, "of the channels (default 1)",
     [](Options &o, StringRef v) -> Error { return parseReals(v, o.deviation); }},
    {"layout", required, "nchw|nhwc", Run | Compare, "how --data lies in its file (default: as the model takes it)",
     [](Options &o, StringRef v) -> Error {
       std::string text = v.lower();
       o.layout = text == "nchw" ? ImageLayout::ChannelsFirst : ImageLayout::ChannelsLast;
       return text == "nchw" || text == "nhwc" ? Error::success()
                                               : createStringError("nchw or nhwc expected, found '" + v + "'");
     }},
    {"batch", required, "N", Run | Compare, "images in a call where the batch dimension is open (default 1)",
     [](Options &o, StringRef v) -> Error { return parseInteger<int64_t>(v, o.batch, 1); }},
    {"repeat", required, "N", Run, "calls N times; exit code 3 if a result differs from the first",
     [](Options &o, StringRef v) -> Error { return parseInteger<uint64_t>(v, o.repeat, 1); }},
    {"interpret", flag, "", Run, "the reference interpreter instead of compiled code", setFlag<&Options::interpret>},
    {"preprocess", required, "TEXT", Run, "for images and sound", notYet},
    // Comparing and measuring.
    {"fail-under-sqnr", required, "DB", Compare, "exit code 3 if a layer's signal-to-noise ratio is lower",
     [](Options &o, StringRef v) -> Error { return parseReal(v, o.failUnderSqnr.emplace()); }},
    {"bisect", flag, "", Compare, "names the first layer that differs", setFlag<&Options::bisect>},
    {"time", required, "SECONDS", Bench, "how long to measure (default 1)",
     [](Options &o, StringRef v) -> Error { return parseReal(v, o.benchSeconds); }},
    {"against", required, "CMD", Bench,
     "alternates with another command that prints 'median 1.23 ms' or\n\"median_ms\": 1.23, and prints the ratio",
     setText<&Options::against>},
    {"profile", flag, "", Bench, "time of each launch of a kernel, with its nodes' names", setFlag<&Options::profile>},
    {"html", required, "FILE", Compare | Bench, "a report to look at", notYet},
    {"json", flag, "", Bench | Info | Compare, "one JSON object on standard output", setFlag<&Options::json>},
    {"ops", flag, "", Info, "the operators that are supported", setFlag<&Options::listOperators>},
    // Everywhere.
    {"diagnostics", required, "text|json", all, "form of messages on standard error",
     [](Options &o, StringRef v) -> Error {
       o.jsonDiagnostics = v == "json";
       return v == "json" || v == "text" ? Error::success()
                                         : createStringError("text or json expected, found '" + v + "'");
     }},
    {"quiet", flag, "", all, "no progress", setFlag<&Options::quiet>},
    {"v", flag, "", all, "says what is being done", setFlag<&Options::verbose>},
    {"help", flag, "", all, "this text", setFlag<&Options::help>},
    {"h", flag, "", all, "likewise", setFlag<&Options::help>},
};

ArrayRef<OptionSpec> adze::optionTable() { return table; }
