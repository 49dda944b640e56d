//===- InfoCommand.cpp - info ---------------------------------------------===//

#include "Commands.h"
#include "adze/Codegen/Package/Artifact.h"
#include "adze/Runtime/ArtifactFile.h"
#include "adze/Support/Statistics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;
using namespace llvm;

//===----------------------------------------------------------------------===//
// Artifacts
//===----------------------------------------------------------------------===//

static void printTensors(StringRef kind, ArrayRef<TensorInfo> tensors) {
  for (const TensorInfo &tensor : tensors)
    outs() << "  " << left_justify(kind, 8) << tensor.name << ": " << getName(tensor.type) << ' '
           << formatShape(tensor.shape) << '\n';
}

static void printArtifact(const ArtifactInfo &info, const ArtifactSizes &sizes) {
  outs() << info.name << ": " << info.producer << ", target " << info.target << " (" << info.triple << ")\n";
  for (const FunctionInfo &function : info.functions) {
    outs() << "function " << function.name << '\n';
    printTensors("input", function.inputs);
    printTensors("output", function.outputs);
    outs() << "  arena   " << formatBytes(function.arenaBytes) << ", aligned to " << function.arenaAlign << '\n';
    if (function.macs)
      outs() << "  work    " << formatCount(function.macs) << " multiply-accumulates\n";
  }
  outs() << "parameters " << formatCount(info.parameters) << ", weights " << formatBytes(info.weightBytes) << '\n'
         << "code " << formatBytes(sizes.code) << ", constants " << formatBytes(sizes.constants) << ", data "
         << formatBytes(sizes.data) << ", file " << formatBytes(sizes.file) << '\n';
  if (!info.requiredFeatures.empty()) {
    outs() << "needs";
    for (const RequiredFeature &feature : info.requiredFeatures)
      outs() << ' ' << feature.name;
    outs() << '\n';
  }
  outs() << "model sha256 " << info.sourceHash << '\n';
}

static Error showArtifact(const Options &options) {
  Expected<ArtifactFile> file = readArtifactFile(options.files[0]);
  if (!file)
    return file.takeError();
  for (const std::string &text : file->infoTexts) {
    Expected<ArtifactInfo> info = parseInfoText(text);
    if (!info)
      return info.takeError();
    if (!options.json) {
      printArtifact(*info, file->sizes);
      continue;
    }
    json::Value value = cantFail(json::parse(text));
    (*value.getAsObject())["bytes"] = json::Object{{"code", file->sizes.code},
                                                   {"constants", file->sizes.constants},
                                                   {"data", file->sizes.data},
                                                   {"file", file->sizes.file}};
    outs() << formatv("{0:2}\n", value);
  }
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Models
//===----------------------------------------------------------------------===//

/// "float32 batchx1x28x28".
static std::string formatValue(const ModelValue &value) {
  std::string text = value.type ? getName(*value.type).str() : std::string("no tensor of numbers");
  text += ' ';
  if (value.shape.empty())
    return text + "scalar";
  for (auto [index, extent] : llvm::enumerate(value.shape)) {
    if (index)
      text += 'x';
    StringRef name = index < value.dimNames.size() ? StringRef(value.dimNames[index]) : "";
    text += extent >= 0 ? std::to_string(extent) : name.empty() ? "?" : name.str();
  }
  return text;
}

static json::Array toJson(ArrayRef<ModelValue> values) {
  json::Array array;
  for (const ModelValue &value : values) {
    json::Object object{{"name", value.name}, {"shape", json::Array(value.shape)}};
    object["type"] = value.type ? json::Value(getName(*value.type)) : json::Value(nullptr);
    if (llvm::is_contained(value.shape, -1))
      object["dims"] = json::Array(value.dimNames);
    array.push_back(std::move(object));
  }
  return array;
}

static void printModel(const ModelSummary &summary, StringRef name) {
  outs() << name << '\n';
  for (const ModelValue &value : summary.inputs)
    outs() << "  input   " << value.name << ": " << formatValue(value) << '\n';
  for (const ModelValue &value : summary.outputs)
    outs() << "  output  " << value.name << ": " << formatValue(value) << '\n';
  outs() << "  parameters " << formatCount(summary.parameters) << " (" << formatBytes(summary.parameterBytes) << ")\n";
  if (summary.macs)
    outs() << "  work " << formatCount(summary.macs) << " multiply-accumulates\n";
  outs() << "  operations\n";
  for (const auto &[operation, count] : summary.operations)
    outs() << "    " << left_justify(operation, 28) << count << '\n';
}

static Error showModel(Options &options, Reporter &reporter) {
  Session session(options, reporter);
  auto module = session.load(options.files[0]);
  if (!module)
    return module.takeError();
  mlir::FailureOr<ModelSummary> summary = summarizeModel(**module);
  if (failed(summary))
    return alreadyReported();
  if (!options.json) {
    printModel(*summary, options.files[0]);
    return Error::success();
  }
  json::Object operations;
  for (const auto &[operation, count] : summary->operations)
    operations[operation] = count;
  json::Object object{{"inputs", toJson(summary->inputs)},
                      {"outputs", toJson(summary->outputs)},
                      {"parameters", summary->parameters},
                      {"parameter_bytes", summary->parameterBytes},
                      {"macs", summary->macs},
                      {"operations", std::move(operations)}};
  outs() << formatv("{0:2}\n", json::Value(std::move(object)));
  return Error::success();
}

static Error showOperators(const Options &options) {
  std::vector<OperatorSupport> operators = listOperators();
  if (options.json) {
    json::Array array;
    for (const OperatorSupport &entry : operators)
      array.push_back(json::Object{
          {"domain", entry.domain}, {"name", entry.name}, {"versions", entry.versions}, {"note", entry.note}});
    outs() << formatv("{0:2}\n", json::Value(std::move(array)));
    return Error::success();
  }
  for (const OperatorSupport &entry : operators)
    outs() << left_justify((entry.domain.empty() ? "" : entry.domain + ".") + entry.name, 32)
           << left_justify(entry.versions, 16) << entry.note << '\n';
  return Error::success();
}

Error adze::runInfo(Options &options, Reporter &reporter) {
  if (options.listOperators)
    return showOperators(options);
  return isArtifact(options.files[0]) ? showArtifact(options) : showModel(options, reporter);
}
