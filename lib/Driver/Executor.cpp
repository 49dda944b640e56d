//===- Executor.cpp - A model that can be called --------------------------===//

#include "Executor.h"
#include "adze/Codegen/Package/Artifact.h"
#include "adze/Runtime/ArtifactFile.h"
#include "adze/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace adze;
using namespace llvm;

Expected<std::vector<Port>> adze::getPorts(ArrayRef<ModelValue> values, StringRef kind) {
  std::vector<Port> ports;
  for (const ModelValue &value : values) {
    std::string what = (kind + " '" + value.name + "'").str();
    if (!value.type)
      return createStringError(what + " is no tensor of numbers");
    for (auto [index, extent] : llvm::enumerate(value.shape)) {
      if (extent >= 0)
        continue;
      StringRef name = index < value.dimNames.size() ? StringRef(value.dimNames[index]) : "";
      return make_error<CommandError>(
          ExitCode::BadInput,
          what + ": dimension " + std::to_string(index) + (name.empty() ? "" : (" ('" + name + "')").str()) +
              " is open",
          name.empty() ? "give its shape: --input-shape " + value.name + "=..."
                       : ("give its value: --dim " + name + "=N").str());
    }
    ports.push_back({value.name, *value.type, value.shape});
  }
  return ports;
}

//===----------------------------------------------------------------------===//
// Executor
//===----------------------------------------------------------------------===//

/// As the artifact's info section says.
static uint64_t readMacs(StringRef path) {
  Expected<ArtifactFile> file = readArtifactFile(path);
  if (!file) {
    consumeError(file.takeError());
    return 0;
  }
  Expected<ArtifactInfo> info = parseInfoText(file->infoTexts.front());
  if (!info) {
    consumeError(info.takeError());
    return 0;
  }
  return info->functions.empty() ? 0 : info->functions.front().macs;
}

Expected<Executor> Executor::loadFrom(StringRef path) {
  Expected<LoadedModel> model = LoadedModel::open(path);
  if (!model)
    return model.takeError();
  Expected<const adze_function *> function = model->getFunction();
  if (!function)
    return function.takeError();
  Executor executor;
  auto addPorts = [](std::vector<Port> &ports, ArrayRef<adze_tensor> tensors) {
    for (const adze_tensor &tensor : tensors)
      ports.push_back({tensor.name, static_cast<ElementType>(tensor.type),
                       SmallVector<int64_t, 4>(ArrayRef<int64_t>(tensor.bounds, tensor.rank))});
  };
  addPorts(executor.inputs, ArrayRef((*function)->inputs, (*function)->num_inputs));
  addPorts(executor.outputs, ArrayRef((*function)->outputs, (*function)->num_outputs));
  executor.macs = readMacs(path);
  executor.artifact = std::move(*model);
  executor.frame.emplace(**function);
  return executor;
}

Expected<Executor> Executor::load(StringRef path) {
  if (sys::path::extension(path) != ".so")
    return make_error<CommandError>(ExitCode::BadInput, "static artifacts are linked into a program, not loaded",
                                    "compile to .so, or read it with 'adze info'");
  return loadFrom(path);
}

Expected<Executor> Executor::compile(Session &session, mlir::ModuleOp module) {
  // Gone as soon as the object is loaded: nothing stays behind, whatever happens later.
  Expected<TemporaryFolder> folder = TemporaryFolder::create("adze");
  if (!folder)
    return folder.takeError();
  std::string path = folder->getPath("model.so");
  session.getReporter().explain("compiling");
  if (failed(compileModel(module, session.getOptions().compile, EmitKind::Shared, path)))
    return alreadyReported();
  return loadFrom(path);
}

Expected<Executor> Executor::interpret(mlir::ModuleOp module) {
  mlir::FailureOr<ModelSummary> summary = summarizeModel(module);
  if (failed(summary))
    return alreadyReported();
  Executor executor;
  Expected<std::vector<Port>> inputs = getPorts(summary->inputs, "input");
  if (!inputs)
    return inputs.takeError();
  Expected<std::vector<Port>> outputs = getPorts(summary->outputs, "output");
  if (!outputs)
    return outputs.takeError();
  executor.inputs = std::move(*inputs);
  executor.outputs = std::move(*outputs);
  executor.module = module;
  return executor;
}

Error Executor::setInputs(std::vector<NpyArray> arrays) {
  if (frame)
    return frame->setInputs(std::move(arrays));
  for (auto [port, array] : llvm::zip_equal(inputs, arrays)) {
    if (port.type == ElementType::BF16 && array.type == ElementType::U16)
      array.type = port.type;
    if (array.type != port.type || array.shape != port.shape)
      return createStringError("input '" + port.name + "': the model takes " + getName(port.type) + " " +
                               formatShape(port.shape) + ", found " + getName(array.type) + " " +
                               formatShape(array.shape));
  }
  arguments = std::move(arrays);
  return Error::success();
}

Error Executor::run() {
  if (frame)
    return frame->run();
  mlir::FailureOr<std::vector<NpyArray>> computed = interpretModel(module, arguments);
  if (failed(computed))
    return alreadyReported();
  results = std::move(*computed);
  return Error::success();
}

ArrayRef<NpyArray> Executor::getResults() const { return frame ? frame->getOutputs() : ArrayRef<NpyArray>(results); }

//===----------------------------------------------------------------------===//
// Models with inputs
//===----------------------------------------------------------------------===//

/// Larger inputs are data, not shapes.
constexpr int64_t maxConstantElements = 4096;

Expected<PreparedModel> adze::prepareModel(Session &session, StringRef path) {
  Options &options = session.getOptions();
  PreparedModel model;
  if (!options.inputs.empty()) {
    mlir::FailureOr<std::vector<ModelValue>> values = readInputs(session.getContext(), path);
    if (failed(values))
      return alreadyReported();
    std::vector<std::string> names;
    bool closed = true;
    for (const ModelValue &value : *values) {
      names.push_back(value.name);
      closed &= value.type && !llvm::is_contained(value.shape, -1);
    }
    std::vector<Port> ports;
    if (closed)
      for (const ModelValue &value : *values)
        ports.push_back({value.name, *value.type, value.shape});
    Expected<GivenInputs> given = readInputFiles(options.inputs, names, closed ? &ports : nullptr);
    if (!given)
      return given.takeError();
    for (auto [name, array] : llvm::zip_equal(names, given->arrays)) {
      if (!array)
        continue;
      options.import.fileShapes[name] = array->shape;
      if (array->getNumElements() <= maxConstantElements)
        options.import.constantCandidates[name] = *array;
    }
    model.given = std::move(*given);
  }
  auto module = session.load(path);
  if (!module)
    return module.takeError();
  model.module = std::move(*module);
  return model;
}

Expected<Executor> adze::openWithInputs(Session *session, Options &options, StringRef path,
                                        mlir::OwningOpRef<mlir::ModuleOp> &module) {
  GivenInputs given;
  std::optional<Executor> executor;
  if (!session) {
    Expected<Executor> loaded = Executor::load(path);
    if (!loaded)
      return loaded.takeError();
    std::vector<std::string> names;
    for (const Port &port : loaded->getInputs())
      names.push_back(port.name);
    std::vector<Port> ports(loaded->getInputs());
    Expected<GivenInputs> files = readInputFiles(options.inputs, names, &ports);
    if (!files)
      return files.takeError();
    given = std::move(*files);
    executor = std::move(*loaded);
  } else {
    Expected<PreparedModel> model = prepareModel(*session, path);
    if (!model)
      return model.takeError();
    given = std::move(model->given);
    module = std::move(model->module);
    Expected<Executor> made =
        options.interpret ? Executor::interpret(*module) : Executor::compile(*session, *module);
    if (!made)
      return made.takeError();
    executor = std::move(*made);
  }
  given.arrays.resize(executor->getInputs().size());
  Expected<std::vector<NpyArray>> inputs = completeInputs(std::move(given), executor->getInputs(), options.randomSeed);
  if (!inputs)
    return inputs.takeError();
  if (Error error = executor->setInputs(std::move(*inputs)))
    return std::move(error);
  return std::move(*executor);
}
