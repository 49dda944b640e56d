//===- CompareCommand.cpp - compare ---------------------------------------===//

#include "Commands.h"
#include "adze/Driver/Difference.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Builders.h"
#include <cmath>

using namespace adze;
using namespace llvm;

namespace {
/// A value of both sides.
struct Row {
  std::string name;
  NpyArray actual, expected;
  Difference difference;
};
} // namespace

/// "/c1/Conv (conv)": several operations may come from one node.
static std::string getLayerName(mlir::Operation *op) {
  std::string name, kind = " (" + op->getName().stripDialect().str() + ")";
  op->getLoc()->walk([&](mlir::Location inner) {
    if (auto named = dyn_cast<mlir::NameLoc>(inner); named && name.empty())
      name = named.getName().str();
    return mlir::WalkResult::advance();
  });
  return name + kind;
}

/// Makes every closed tensor that the model's first function computes an output, behind those that it has. Returns the
/// names of the new ones.
static std::vector<std::string> exposeLayers(mlir::ModuleOp module) {
  auto function = *module.getOps<mlir::func::FuncOp>().begin();
  mlir::Operation *end = function.getBody().front().getTerminator();
  std::vector<mlir::Value> values;
  std::vector<std::string> names;
  for (mlir::Operation &op : function.getBody().front().without_terminator())
    for (mlir::Value result : op.getResults()) {
      auto type = dyn_cast<mlir::RankedTensorType>(result.getType());
      if (!type || !type.hasStaticShape() || !type.getElementType().isIntOrFloat() || op.getNumOperands() == 0 ||
          llvm::is_contained(end->getOperands(), result))
        continue;
      values.push_back(result);
      names.push_back(getLayerName(&op));
    }
  end->insertOperands(end->getNumOperands(), values);
  function.setType(mlir::FunctionType::get(module.getContext(), function.getArgumentTypes(),
                                           llvm::to_vector(end->getOperandTypes())));
  // Results have names where arguments have: those of the new ones are their nodes'.
  SmallVector<mlir::Attribute> attributes;
  if (mlir::ArrayAttr given = function.getAllResultAttrs())
    attributes.append(given.begin(), given.end());
  mlir::Builder builder(module.getContext());
  attributes.resize(end->getNumOperands() - names.size(), builder.getDictionaryAttr({}));
  for (const std::string &name : names)
    attributes.push_back(
        builder.getDictionaryAttr(builder.getNamedAttr("adze.name", builder.getStringAttr(name))));
  function.setAllResultAttrs(attributes);
  return names;
}

static Expected<std::vector<NpyArray>> call(Executor &executor, std::vector<NpyArray> inputs) {
  if (Error error = executor.setInputs(std::move(inputs)))
    return std::move(error);
  if (Error error = executor.run())
    return std::move(error);
  return std::vector<NpyArray>(executor.getResults());
}

/// The layers of one model: compiled against interpreted.
static Expected<std::vector<Row>> compareLayers(Options &options, Reporter &reporter) {
  if (isArtifact(options.files[0]))
    return make_error<CommandError>(ExitCode::BadInput, "an artifact has no layers to compare",
                                    "give the model that it was compiled from");
  Session session(options, reporter);
  Expected<PreparedModel> model = prepareModel(session, options.files[0]);
  if (!model)
    return model.takeError();
  std::vector<std::string> layers = exposeLayers(*model->module);
  Expected<Executor> reference = Executor::interpret(*model->module);
  if (!reference)
    return reference.takeError();
  model->given.arrays.resize(reference->getInputs().size());
  Expected<std::vector<NpyArray>> inputs =
      completeInputs(std::move(model->given), reference->getInputs(), options.randomSeed);
  if (!inputs)
    return inputs.takeError();
  Expected<std::vector<NpyArray>> expected = call(*reference, *inputs);
  if (!expected)
    return expected.takeError();
  std::vector<Port> outputs(reference->getOutputs());
  Expected<Executor> compiled = Executor::compile(session, *model->module);
  if (!compiled)
    return compiled.takeError();
  Expected<std::vector<NpyArray>> actual = call(*compiled, std::move(*inputs));
  if (!actual)
    return actual.takeError();
  if (actual->size() != expected->size())
    return make_error<CommandError>(ExitCode::Internal, "the compiled code has " + std::to_string(actual->size()) +
                                                            " outputs, the interpreter " +
                                                            std::to_string(expected->size()));
  // In the order in which they are computed: layers, then the model's outputs.
  std::vector<Row> rows;
  size_t numOutputs = expected->size() - layers.size();
  auto add = [&](size_t index, std::string name) {
    Row row{std::move(name), std::move((*actual)[index]), std::move((*expected)[index]), {}};
    rows.push_back(std::move(row));
  };
  for (auto [index, name] : llvm::enumerate(layers))
    add(numOutputs + index, name);
  for (size_t i = 0; i < numOutputs; ++i)
    add(i, "output " + outputs[i].name);
  return rows;
}

/// Outputs of one file for the inputs that the first file got.
static Expected<Executor> openSide(Options &options, Reporter &reporter, StringRef path,
                                   std::optional<Session> &session, mlir::OwningOpRef<mlir::ModuleOp> &module) {
  if (!isArtifact(path))
    session.emplace(options, reporter);
  reporter.setFile(path);
  Expected<Executor> executor = openWithInputs(session ? &*session : nullptr, options, path, module);
  if (!executor)
    return executor.takeError();
  if (Error error = executor->run())
    return std::move(error);
  return std::move(*executor);
}

/// The outputs of two models; the second is the reference.
static Expected<std::vector<Row>> compareModels(Options &options, Reporter &reporter) {
  std::optional<Session> sessions[2];
  mlir::OwningOpRef<mlir::ModuleOp> modules[2];
  Expected<Executor> actual = openSide(options, reporter, options.files[0], sessions[0], modules[0]);
  if (!actual)
    return actual.takeError();
  Expected<Executor> expected = openSide(options, reporter, options.files[1], sessions[1], modules[1]);
  if (!expected)
    return expected.takeError();
  if (actual->getResults().size() != expected->getResults().size())
    return createStringError("'" + options.files[0] + "' has " + Twine(actual->getResults().size()) + " outputs, '" +
                             options.files[1] + "' " + Twine(expected->getResults().size()));
  std::vector<Row> rows;
  for (auto [port, left, right] :
       llvm::zip_equal(actual->getOutputs(), actual->getResults(), expected->getResults()))
    rows.push_back({"output " + port.name, left, right, {}});
  return rows;
}

static void printRows(ArrayRef<Row> rows, bool asJson) {
  if (asJson) {
    json::Array array;
    for (const Row &row : rows) {
      json::Object object{{"name", row.name},
                          {"shape", json::Array(row.actual.shape)},
                          {"same", row.difference.isSame()},
                          {"different", static_cast<int64_t>(row.difference.different)},
                          {"max_abs", row.difference.maxAbsolute}};
      // JSON has no infinity: equal layers have no ratio.
      if (std::isfinite(row.difference.sqnr))
        object["sqnr_db"] = row.difference.sqnr;
      array.push_back(std::move(object));
    }
    outs() << formatv("{0:2}\n", json::Value(std::move(array)));
    return;
  }
  size_t width = 0;
  for (const Row &row : rows)
    width = std::max(width, row.name.size());
  for (const Row &row : rows)
    outs() << (row.difference.isSame() ? "  " : "! ") << left_justify(row.name, width) << "  "
           << describe(row.difference, row.actual, row.expected) << '\n';
}

Error adze::runCompare(Options &options, Reporter &reporter) {
  if (!options.dataPath.empty())
    return make_error<CommandError>(ExitCode::BadInput, "compare --data is not supported yet",
                                    "give one sample with --input");
  if (!options.randomSeed)
    options.randomSeed = 1;
  Expected<std::vector<Row>> rows =
      options.files.size() == 2 ? compareModels(options, reporter) : compareLayers(options, reporter);
  if (!rows)
    return rows.takeError();
  for (Row &row : *rows)
    row.difference = compareArrays(row.actual, row.expected, options.absoluteTolerance, options.relativeTolerance);
  std::string failure;
  for (const Row &row : *rows) {
    bool bad = options.failUnderSqnr ? !row.difference.mismatch.empty() || row.difference.sqnr < *options.failUnderSqnr
                                     : !row.difference.isSame();
    if (bad && failure.empty())
      failure = "'" + row.name + "' is the first that differs: " + describe(row.difference, row.actual, row.expected);
  }
  if (!options.bisect || options.json)
    printRows(*rows, options.json);
  if (!failure.empty())
    return make_error<CommandError>(ExitCode::CheckFailed, failure);
  if (options.bisect && !options.json)
    outs() << "nothing differs\n";
  return Error::success();
}
