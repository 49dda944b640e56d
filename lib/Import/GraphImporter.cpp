//===- GraphImporter.cpp - The walk over an ONNX graph --------------------===//

#include "GraphImporter.h"
#include "NodeImporter.h"
#include "OpTable.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include <queue>

using namespace mlir;
using namespace adze;

/// Nodes of a model after inlining; functions that call functions could otherwise grow without bound.
static constexpr uint64_t maxNodes = 1 << 20;

StringRef adze::getOnnxNodeName(const onnx::NodeProto &node) {
  if (!node.name().empty())
    return node.name();
  for (const std::string &output : node.output())
    if (!output.empty())
      return output;
  return node.op_type();
}

std::string adze::describeNode(const onnx::NodeProto &node, StringRef prefix) {
  StringRef domain = normalizeDomain(node.domain());
  return ("node '" + prefix + getOnnxNodeName(node) + "' (" + domain + (domain.empty() ? "" : ".") + node.op_type() + ")").str();
}

GraphImporter::GraphImporter(MLIRContext *context, std::shared_ptr<const onnx::ModelProto> model, StringRef name,
                             StringRef folder, const ImportOptions &options)
    : context(context), model(model), name(name), options(options), weights(context, model, folder), builder(context),
      fileLoc(FileLineColLoc::get(context, name, 0, 0)) {}

SmallVector<const onnx::NodeProto *> adze::listNodes(const onnx::GraphProto &graph) {
  SmallVector<const onnx::NodeProto *> nodes;
  for (const onnx::NodeProto &node : graph.node())
    nodes.push_back(&node);
  return nodes;
}

SmallVector<StringRef> adze::findUnknown(const google::protobuf::Message &message, int number) {
  const google::protobuf::UnknownFieldSet &fields = message.GetReflection()->GetUnknownFields(message);
  SmallVector<StringRef> found;
  for (int i = 0; i < fields.field_count(); ++i)
    if (fields.field(i).number() == number)
      found.push_back(fields.field(i).type() == google::protobuf::UnknownField::TYPE_LENGTH_DELIMITED
                          ? StringRef(fields.field(i).length_delimited())
                          : "?");
  return found;
}

void GraphImporter::report(const Twine &message, StringRef note) { errors.emplace_back(message.str(), note.str()); }

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

GraphImporter::Entry *GraphImporter::lookup(StringRef valueName, Scope &scope) {
  for (Scope *current = &scope; current; current = current->parent) {
    auto found = current->entries.find(valueName);
    if (found == current->entries.end())
      continue;
    Entry &entry = found->second;
    if (entry.tensor && !entry.value && !entry.isFailed) {
      llvm::Expected<ElementsAttr> value = weights.read(*entry.tensor, valueName, current->isPartOfModel);
      if (value) {
        entry.value = addWeight(*value, NameLoc::get(builder.getStringAttr(valueName)));
      } else {
        report("tensor '" + valueName + "': " + llvm::toString(value.takeError()));
        entry.isFailed = true;
      }
    }
    return &entry;
  }
  return nullptr;
}

Value GraphImporter::addWeight(ElementsAttr value, Location loc) {
  OpBuilder::InsertionGuard guard(builder);
  if (lastWeight)
    builder.setInsertionPointAfter(lastWeight);
  else
    builder.setInsertionPointToStart(body);
  auto constant = ConstantOp::create(builder, loc, value.getType(), value);
  lastWeight = constant;
  return constant;
}

void GraphImporter::define(StringRef valueName, Value value, Scope &scope) {
  if (valueName.empty())
    return;
  if (!scope.entries.try_emplace(valueName, Entry{value, nullptr, !value}).second)
    report("the name '" + valueName + "' is given to two values");
}

void GraphImporter::addInitializers(const onnx::GraphProto &graph, Scope &scope) {
  for (const onnx::TensorProto &tensor : graph.initializer())
    if (!scope.entries.try_emplace(tensor.name(), Entry{Value(), &tensor, false}).second)
      report("the name '" + tensor.name() + "' is given to two values");
  for (const onnx::SparseTensorProto &tensor : graph.sparse_initializer())
    report("sparse initializer '" + tensor.values().name() + "' is not supported", "store it as a dense tensor");
}

Location GraphImporter::getLocation(const onnx::NodeProto &node, const Scope &scope) {
  StringRef output = node.output_size() ? StringRef(node.output(0)) : StringRef();
  std::string nodeName = scope.prefix + getOnnxNodeName(node).str();
  Location inner = UnknownLoc::get(context);
  if (!node.name().empty() && !output.empty())
    inner = NameLoc::get(builder.getStringAttr(output));
  return NameLoc::get(builder.getStringAttr(nodeName), inner);
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

/// Names that a node reads, those inside its branches included.
static void collectReads(const onnx::NodeProto &node, unsigned depth, SmallVectorImpl<StringRef> &reads) {
  for (const std::string &input : node.input())
    if (!input.empty())
      reads.push_back(input);
  if (depth > maxDepth)
    return;
  for (const onnx::AttributeProto &attribute : node.attribute())
    if (attribute.has_g())
      for (const onnx::NodeProto &inner : attribute.g().node())
        collectReads(inner, depth + 1, reads);
}

/// Imports nodes in the given order as far as it is topological, else the earliest node that is ready.
void GraphImporter::importNodes(ArrayRef<const onnx::NodeProto *> nodes, Scope &scope) {
  llvm::StringMap<size_t> producers;
  for (auto [i, node] : llvm::enumerate(nodes))
    for (const std::string &output : node->output())
      if (!output.empty())
        producers.try_emplace(output, i);
  std::vector<SmallVector<size_t, 2>> users(nodes.size());
  std::vector<unsigned> missing(nodes.size(), 0);
  std::priority_queue<size_t, std::vector<size_t>, std::greater<>> ready;
  SmallVector<StringRef> reads;
  for (size_t i = 0; i < nodes.size(); ++i) {
    reads.clear();
    collectReads(*nodes[i], 0, reads);
    for (StringRef read : reads)
      if (auto found = producers.find(read); found != producers.end()) {
        users[found->second].push_back(i);
        ++missing[i];
      }
    if (!missing[i])
      ready.push(i);
  }
  size_t done = 0;
  for (; !ready.empty(); ++done) {
    size_t i = ready.top();
    ready.pop();
    if (++importedNodes > maxNodes) {
      if (importedNodes == maxNodes + 1)
        report("more than " + Twine(maxNodes) + " nodes");
      return;
    }
    importNode(*nodes[i], scope);
    for (size_t user : users[i])
      if (--missing[user] == 0)
        ready.push(user);
  }
  for (size_t i = 0; i < nodes.size() && done < nodes.size(); ++i)
    if (missing[i]) {
      report(describeNode(*nodes[i], scope.prefix) + ": depends on itself");
      return;
    }
}

const onnx::FunctionProto *GraphImporter::findFunction(const onnx::NodeProto &node) const {
  return functions.lookup((normalizeDomain(node.domain()) + "." + node.op_type()).str());
}

const OpEntry *GraphImporter::findOperator(const onnx::NodeProto &node, const llvm::StringMap<int64_t> &opsets, StringRef prefix,
                                           int64_t &version) {
  auto refuse = [&](const Twine &message, StringRef note = "") {
    report(describeNode(node, prefix) + ": " + message, note);
    return nullptr;
  };
  StringRef domain = normalizeDomain(node.domain());
  const OpEntry *entry = OpTable::get().lookup(domain, node.op_type());
  auto opset = opsets.find(domain);
  if (!entry)
    return refuse("this operator is not supported", "'adze info --ops' lists the operators that are");
  if (opset == opsets.end())
    return refuse("the model imports no opset of the domain '" + (domain.empty() ? "ai.onnx" : domain) + "'");
  version = 0;
  for (int64_t known : entry->versions)
    if (known <= opset->second)
      version = known;
  if (!version)
    return refuse("opset " + Twine(opset->second) + " is older than what is supported, " + Twine(entry->versions.front()),
                  "convert the model to a newer opset");
  if (entry->removedIn && opset->second >= entry->removedIn)
    return refuse("the operator was removed in opset " + Twine(entry->removedIn) + ", the model imports " +
                  Twine(opset->second));
  return entry;
}

void GraphImporter::checkOperators(const onnx::GraphProto &graph, unsigned depth) {
  int64_t version;
  for (const onnx::NodeProto &node : graph.node()) {
    if (!findFunction(node))
      (void)findOperator(node, opsets, "", version);
    for (const onnx::AttributeProto &attribute : node.attribute())
      if (attribute.has_g() && depth < maxDepth)
        checkOperators(attribute.g(), depth + 1);
  }
}

void GraphImporter::importNode(const onnx::NodeProto &node, Scope &scope) {
  std::string description = describeNode(node, scope.prefix);
  auto giveUp = [&] {
    for (const std::string &output : node.output())
      if (!output.empty())
        scope.entries.try_emplace(output, Entry{Value(), nullptr, true});
  };
  auto refuse = [&](const Twine &message, StringRef note = "") {
    report(description + ": " + message, note);
    giveUp();
  };
  // `overload` came with ONNX 1.16: it picks another function of the same name.
  if (!findUnknown(node, 8).empty())
    return refuse("function overloads are not supported");

  const onnx::FunctionProto *function = findFunction(node);
  int64_t version = 0;
  const OpEntry *entry = function ? nullptr : findOperator(node, *scope.opsets, scope.prefix, version);
  if (!function && !entry)
    return giveUp();

  bool dependsOnFailure = false;
  for (const std::string &input : node.input()) {
    if (input.empty())
      continue;
    Entry *found = lookup(input, scope);
    if (!found)
      return refuse("reads '" + input + "', which nothing produces");
    dependsOnFailure |= found->isFailed;
  }
  if (dependsOnFailure)
    return giveUp();

  if (function) {
    if (failed(inlineFunction(node, *function, scope)))
      giveUp();
    return;
  }
  unsigned present = node.input_size();
  if (present > entry->maxOperands)
    return refuse("has " + Twine(present) + " operands, version " + Twine(version) + " of the operator at most " +
                  Twine(entry->maxOperands));
  for (unsigned i = 0; i < entry->minOperands; ++i)
    if (i >= present || node.input(i).empty())
      return refuse("operand " + Twine(i) + " is missing");

  NodeImporter importer(*this, node, scope, version, getLocation(node, scope));
  if (failed(entry->import(importer)) || failed(importer.commit())) {
    if (errors.empty())
      report(description + ": cannot be imported");
    giveUp();
  }
}

//===----------------------------------------------------------------------===//
// Models
//===----------------------------------------------------------------------===//

bool GraphImporter::checkModel() {
  if (!model->has_graph()) {
    report("this is no ONNX model: it has no graph");
    return false;
  }
  for (const onnx::OperatorSetIdProto &opset : model->opset_import())
    opsets[normalizeDomain(opset.domain())] = opset.version();
  if (auto opset = opsets.find(""); opset != opsets.end() && (opset->second > newestOpset || opset->second < 1))
    report("opset " + Twine(opset->second) + " is not supported; opsets up to " + Twine(newestOpset) + " are");
  for (const onnx::FunctionProto &function : model->functions())
    if (!functions.try_emplace((normalizeDomain(function.domain()) + "." + function.name()).str(), &function).second)
      report("function '" + function.name() + "' is defined twice");
  return errors.empty();
}

/// A note goes with the last of the errors that share it.
void GraphImporter::emitErrors() {
  llvm::StringMap<size_t> lastWithNote;
  for (size_t i = 0; i < errors.size(); ++i)
    lastWithNote[errors[i].second] = i;
  for (size_t i = 0; i < errors.size(); ++i) {
    const auto &[message, note] = errors[i];
    InFlightDiagnostic diagnostic = mlir::emitError(fileLoc) << message;
    if (!note.empty() && lastWithNote[note] == i)
      diagnostic.attachNote(fileLoc) << note;
  }
}

FailureOr<OwningOpRef<ModuleOp>> GraphImporter::run() {
  OwningOpRef<ModuleOp> module;
  SmallVector<Attribute> resultNames;
  if (checkModel()) {
    const onnx::GraphProto &graph = model->graph();
    module = ModuleOp::create(fileLoc);
    SmallVector<Type> types;
    std::vector<std::string> names;
    resolveInputs(graph, types, names);
    if (!errors.empty()) {
      // Shapes will not help a model with nodes that are not supported: they come first.
      auto ofInputs = std::move(errors);
      errors.clear();
      checkOperators(graph, 0);
      llvm::append_range(errors, ofInputs);
    } else {
      builder.setInsertionPointToEnd(module->getBody());
      auto function = func::FuncOp::create(builder, fileLoc, "main", builder.getFunctionType(types, {}));
      body = function.addEntryBlock();
      isTaken.assign(types.size(), false);
      builder.setInsertionPointToEnd(body);
      Scope scope{nullptr, &opsets, "", /*isPartOfModel=*/true, 0};
      for (auto [i, argument] : llvm::enumerate(body->getArguments())) {
        argument.setLoc(NameLoc::get(builder.getStringAttr(names[i])));
        define(names[i], argument, scope);
        function.setArgAttr(i, "adze.name", builder.getStringAttr(names[i]));
        auto candidate = options.constantCandidates.find(names[i]);
        if (candidate != options.constantCandidates.end() &&
            int64_t(candidate->second.data.size()) == getTensorBytes(argument.getType()))
          candidates[argument] = &candidate->second;
      }
      addInitializers(graph, scope);
      importNodes(listNodes(graph), scope);

      SmallVector<Value> results;
      for (const onnx::ValueInfoProto &output : graph.output()) {
        Entry *entry = lookup(output.name(), scope);
        if (!entry) {
          report("nothing computes the output '" + output.name() + "'");
          continue;
        }
        if (entry->isFailed)
          continue;
        if (output.type().has_tensor_type() && output.type().tensor_type().elem_type() != 0) {
          llvm::Expected<Type> element = getElementType(context, output.type().tensor_type().elem_type());
          Type found = cast<RankedTensorType>(entry->value.getType()).getElementType();
          if (!element)
            report("output '" + output.name() + "': " + llvm::toString(element.takeError()));
          else if (*element != found)
            report("output '" + output.name() + "' is declared as " +
                   getOnnxTypeName(output.type().tensor_type().elem_type()) + ", but computed as another type");
        }
        results.push_back(entry->value);
        resultNames.push_back(builder.getStringAttr(output.name()));
      }
      func::ReturnOp::create(builder, fileLoc, results);
      function.setType(builder.getFunctionType(types, ValueRange(results).getTypes()));
      for (auto [i, resultName] : llvm::enumerate(resultNames))
        function.setResultAttr(i, "adze.name", resultName);
      for (unsigned i = 0; i < types.size(); ++i)
        if (isTaken[i])
          function.setArgAttr(i, "adze.constant", builder.getUnitAttr());
      for (Operation &op : llvm::make_early_inc_range(llvm::reverse(*body)))
        if (isOpTriviallyDead(&op))
          op.erase();
    }
  }
  emitErrors();
  if (!errors.empty() || failed(verify(*module)))
    return failure();
  return module;
}
