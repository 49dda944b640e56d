//===- CompareCommand.cpp - compare ---------------------------------------===//

#include "Commands.h"
#include "Images.h"
#include "adze/Driver/Difference.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Builders.h"
#include <cmath>
#include <tuple>

using namespace adze;
using namespace llvm;

namespace {
/// A value of both sides: the worst one where several batches are compared.
struct Row {
  std::string name;
  NpyArray actual, expected;
  Difference difference;
  /// Batches that differ.
  size_t batches = 0;
};

/// Two executors that take the same inputs, with what they live on.
struct Sides {
  std::optional<Session> sessions[2];
  mlir::OwningOpRef<mlir::ModuleOp> modules[2];
  std::optional<Executor> actual, expected;
  /// Names of what is compared, in that order, with its position among the results.
  std::vector<std::pair<std::string, size_t>> values;
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

/// The layers of one model: compiled against interpreted.
static Error openLayers(Options &options, Reporter &reporter, const ImageSet *images, Sides &sides) {
  if (isArtifact(options.files[0]))
    return make_error<CommandError>(ExitCode::BadInput, "an artifact has no layers to compare",
                                    "give the model that it was compiled from");
  Session &session = sides.sessions[0].emplace(options, reporter);
  if (images)
    if (Error error = fixInputShape(session, options.files[0], *images))
      return error;
  Expected<PreparedModel> model = prepareModel(session, options.files[0]);
  if (!model)
    return model.takeError();
  std::vector<std::string> layers = exposeLayers(*model->module);
  // Compiling changes its module; weights are shared.
  sides.modules[0] = std::move(model->module);
  sides.modules[1] = cast<mlir::ModuleOp>((*sides.modules[0])->clone());
  Expected<Executor> reference = Executor::interpret(*sides.modules[1]);
  if (!reference)
    return reference.takeError();
  Expected<Executor> compiled = Executor::compile(session, *sides.modules[0]);
  if (!compiled)
    return compiled.takeError();
  sides.actual = std::move(*compiled);
  sides.expected = std::move(*reference);
  // In the order in which they are computed: layers, then the model's outputs.
  ArrayRef<Port> outputs = sides.expected->getOutputs();
  size_t numOutputs = outputs.size() - layers.size();
  for (auto [index, name] : llvm::enumerate(layers))
    sides.values.emplace_back(name, numOutputs + index);
  for (size_t i = 0; i < numOutputs; ++i)
    sides.values.emplace_back("output " + outputs[i].name, i);
  if (images)
    return Error::success();
  model->given.arrays.resize(sides.expected->getInputs().size());
  Expected<std::vector<NpyArray>> inputs =
      completeInputs(std::move(model->given), sides.expected->getInputs(), options.randomSeed);
  if (!inputs)
    return inputs.takeError();
  if (Error error = sides.expected->setInputs(*inputs))
    return error;
  return sides.actual->setInputs(std::move(*inputs));
}

/// The outputs of two models; the second is the reference.
static Error openModels(Options &options, Reporter &reporter, const ImageSet *images, Sides &sides) {
  for (int side : {0, 1}) {
    StringRef path = options.files[side];
    reporter.setFile(path);
    Session *session = isArtifact(path) ? nullptr : &sides.sessions[side].emplace(options, reporter);
    if (images && session)
      if (Error error = fixInputShape(*session, path, *images))
        return error;
    Expected<Executor> executor = openWithInputs(session, options, path, sides.modules[side]);
    if (!executor)
      return executor.takeError();
    (side == 0 ? sides.actual : sides.expected) = std::move(*executor);
  }
  ArrayRef<Port> outputs = sides.actual->getOutputs();
  if (outputs.size() != sides.expected->getOutputs().size())
    return createStringError("'" + options.files[0] + "' has " + Twine(outputs.size()) + " outputs, '" +
                             options.files[1] + "' " + Twine(sides.expected->getOutputs().size()));
  for (auto [i, port] : llvm::enumerate(outputs))
    sides.values.emplace_back("output " + port.name, i);
  return Error::success();
}

/// Whether a difference fails the check.
static bool isBad(const Difference &difference, const Options &options) {
  return options.failUnderSqnr ? !difference.mismatch.empty() || difference.sqnr < *options.failUnderSqnr
                               : !difference.isSame();
}

/// Calls both sides and keeps for each row what is worst so far.
static Error compareCall(Sides &sides, const Options &options, std::vector<Row> &rows) {
  for (std::optional<Executor> *executor : {&sides.expected, &sides.actual})
    if (Error error = (*executor)->run())
      return error;
  rows.resize(sides.values.size());
  for (auto [value, row] : llvm::zip_equal(sides.values, rows)) {
    const NpyArray &actual = sides.actual->getResults()[value.second], &expected = sides.expected->getResults()[value.second];
    Difference difference = compareArrays(actual, expected, options.absoluteTolerance, options.relativeTolerance);
    auto badness = [&](const Difference &d) { return std::tuple(!d.mismatch.empty(), isBad(d, options), -d.sqnr); };
    bool isFirst = row.name.empty();
    row.batches += isBad(difference, options);
    if (isFirst || badness(difference) > badness(row.difference))
      row = {value.first, actual, expected, difference, row.batches};
  }
  return Error::success();
}

/// One call, or one for each batch of --data; counts them.
static Expected<std::vector<Row>> compareAll(Options &options, Reporter &reporter, size_t &calls) {
  std::optional<ImageSet> images;
  if (!options.dataPath.empty()) {
    Expected<ImageSet> opened = ImageSet::open(options);
    if (!opened)
      return opened.takeError();
    images = std::move(*opened);
  }
  Sides sides;
  ImageSet *data = images ? &*images : nullptr;
  if (Error error = options.files.size() == 2 ? openModels(options, reporter, data, sides)
                                              : openLayers(options, reporter, data, sides))
    return std::move(error);
  std::vector<Row> rows;
  calls = 1;
  if (!images) {
    if (Error error = compareCall(sides, options, rows))
      return std::move(error);
    return rows;
  }
  for (std::optional<Executor> *executor : {&sides.expected, &sides.actual})
    if (Error error = checkTakesImages(**executor))
      return std::move(error);
  size_t batch = static_cast<size_t>(sides.expected->getInputs()[0].shape[0]);
  calls = 0;
  for (size_t begin = 0; begin < images->getCount(); begin += batch, ++calls) {
    for (std::optional<Executor> *executor : {&sides.expected, &sides.actual}) {
      Expected<NpyArray> array = images->read(begin, (*executor)->getInputs()[0]);
      if (!array)
        return array.takeError();
      std::vector<NpyArray> inputs;
      inputs.push_back(std::move(*array));
      if (Error error = (*executor)->setInputs(std::move(inputs)))
        return std::move(error);
    }
    if (Error error = compareCall(sides, options, rows))
      return std::move(error);
  }
  return rows;
}

static std::string describeRow(const Row &row, size_t calls) {
  std::string text = describe(row.difference, row.actual, row.expected);
  if (calls > 1 && row.batches)
    text += ("; " + Twine(row.batches) + " of " + Twine(calls) + " batches differ").str();
  return text;
}

static void printRows(ArrayRef<Row> rows, size_t calls, bool asJson) {
  if (asJson) {
    json::Array array;
    for (const Row &row : rows) {
      json::Object object{{"name", row.name},
                          {"shape", json::Array(row.actual.shape)},
                          {"same", row.difference.isSame()},
                          {"different", static_cast<int64_t>(row.difference.different)},
                          {"max_abs", row.difference.maxAbsolute},
                          {"batches", static_cast<int64_t>(calls)},
                          {"batches_different", static_cast<int64_t>(row.batches)}};
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
           << describeRow(row, calls) << '\n';
}

Error adze::runCompare(Options &options, Reporter &reporter) {
  if (!options.randomSeed)
    options.randomSeed = 1;
  size_t calls = 0;
  Expected<std::vector<Row>> rows = compareAll(options, reporter, calls);
  if (!rows)
    return rows.takeError();
  std::string failure;
  for (const Row &row : *rows)
    if (row.batches && failure.empty())
      failure = "'" + row.name + "' is the first that differs: " + describeRow(row, calls);
  if (!options.bisect || options.json)
    printRows(*rows, calls, options.json);
  if (!failure.empty())
    return make_error<CommandError>(ExitCode::CheckFailed, failure);
  if (options.bisect && !options.json)
    outs() << "nothing differs\n";
  return Error::success();
}
