//===- GraphImporter.cpp - The walk over an ONNX graph --------------------===//

#include "GraphImporter.h"
#include "NodeImporter.h"
#include "OpTable.h"
#include "adze/Interpreter/Interpreter.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include <queue>

using namespace mlir;
using namespace adze;

/// Nodes of a model after inlining; functions that call functions could otherwise grow without bound.
static constexpr uint64_t maxNodes = 1 << 20;
static constexpr unsigned maxDepth = 64;
/// Results of eager folding; what an operator needs as a constant may be larger.
static constexpr int64_t maxFoldedBytes = 64 << 10;
static constexpr int64_t maxComputedBytes = 16 << 20;
/// All of them together: many small nodes must not make a large module.
static constexpr int64_t maxFoldedBytesInAll = 256 << 20;
/// Names of calls in front of a node's: deeper ones are left out.
static constexpr size_t maxPrefix = 1024;

static StringRef normalizeDomain(StringRef domain) { return domain == "ai.onnx" ? "" : domain; }

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
  // Field 8, `overload`, came with ONNX 1.16: it picks another function of the same name.
  if (!node.GetReflection()->GetUnknownFields(node).empty())
    for (int i = 0; i < node.GetReflection()->GetUnknownFields(node).field_count(); ++i)
      if (node.GetReflection()->GetUnknownFields(node).field(i).number() == 8)
        return refuse("function overloads are not supported");

  StringRef domain = normalizeDomain(node.domain());
  auto function = functions.find((domain + "." + node.op_type()).str());
  const OpEntry *entry = OpTable::get().lookup(domain, node.op_type());
  int64_t version = 0;
  if (function == functions.end()) {
    auto opset = scope.opsets->find(domain);
    if (!entry)
      return refuse("this operator is not supported", "'adze info --ops' lists the operators that are");
    if (opset == scope.opsets->end())
      return refuse("the model imports no opset of the domain '" + (domain.empty() ? "ai.onnx" : domain) + "'");
    for (int64_t known : entry->versions)
      if (known <= opset->second)
        version = known;
    if (!version)
      return refuse("opset " + Twine(opset->second) + " is older than what is supported, " + Twine(entry->versions.front()),
                    "convert the model to a newer opset");
    if (entry->removedIn && opset->second >= entry->removedIn)
      return refuse("the operator was removed in opset " + Twine(entry->removedIn) + ", the model imports " +
                    Twine(opset->second));
  }

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

  if (function != functions.end()) {
    if (failed(inlineFunction(node, *function->second, scope)))
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
// Functions and branches
//===----------------------------------------------------------------------===//

static bool refersToCall(const onnx::NodeProto &node, unsigned depth) {
  return llvm::any_of(node.attribute(), [&](const onnx::AttributeProto &attribute) {
    return !attribute.ref_attr_name().empty() ||
           (attribute.has_g() && depth < maxDepth && llvm::any_of(attribute.g().node(), [&](const onnx::NodeProto &inner) {
              return refersToCall(inner, depth + 1);
            }));
  });
}

/// Puts the call's attributes in place of references to them.
static void substituteAttributes(onnx::NodeProto &node, const onnx::NodeProto &call, unsigned depth) {
  auto *attributes = node.mutable_attribute();
  for (int i = 0; i < attributes->size();) {
    onnx::AttributeProto &attribute = *attributes->Mutable(i);
    if (!attribute.ref_attr_name().empty()) {
      const onnx::AttributeProto *given = nullptr;
      for (const onnx::AttributeProto &candidate : call.attribute())
        if (candidate.name() == attribute.ref_attr_name())
          given = &candidate;
      if (!given) {
        attributes->DeleteSubrange(i, 1); // the operator's default
        continue;
      }
      std::string attributeName = attribute.name();
      attribute = *given;
      attribute.set_name(attributeName);
    } else if (attribute.has_g() && depth < maxDepth) {
      for (onnx::NodeProto &inner : *attribute.mutable_g()->mutable_node())
        substituteAttributes(inner, call, depth + 1);
    }
    ++i;
  }
}

LogicalResult GraphImporter::inlineFunction(const onnx::NodeProto &call, const onnx::FunctionProto &function,
                                            Scope &scope) {
  std::string description = describeNode(call, scope.prefix);
  auto refuse = [&](const Twine &message) {
    report(description + ": " + message);
    return failure();
  };
  if (scope.depth >= maxDepth)
    return refuse("functions call each other more than " + Twine(maxDepth) + " deep");
  if (function.GetReflection()->GetUnknownFields(function).field_count() > 0)
    for (int i = 0, e = function.GetReflection()->GetUnknownFields(function).field_count(); i < e; ++i)
      if (int number = function.GetReflection()->GetUnknownFields(function).field(i).number(); number == 11 || number == 13)
        return refuse("function '" + function.name() + "' has " +
                      (number == 11 ? "attribute defaults" : "an overload name") + ", which is not supported");
  if (call.input_size() > function.input_size() || call.output_size() > function.output_size())
    return refuse("has more operands or results than its function");
  for (const onnx::AttributeProto &attribute : call.attribute())
    if (!llvm::is_contained(function.attribute(), attribute.name()))
      return refuse("attribute '" + attribute.name() + "' is unknown to its function");

  llvm::StringMap<int64_t> functionOpsets;
  for (const onnx::OperatorSetIdProto &opset : function.opset_import())
    functionOpsets[normalizeDomain(opset.domain())] = opset.version();
  std::string prefix = scope.prefix + getOnnxNodeName(call).str() + "/";
  Scope inner{nullptr, &functionOpsets, prefix.size() <= maxPrefix ? prefix : scope.prefix, /*isPartOfModel=*/true,
              scope.depth + 1};
  for (int i = 0; i < call.input_size(); ++i)
    if (!call.input(i).empty())
      define(function.input(i), lookup(call.input(i), scope)->value, inner);
  // An operand that the call leaves out is the empty name inside.
  llvm::StringSet<> absent;
  for (int i = 0; i < function.input_size(); ++i)
    if (i >= call.input_size() || call.input(i).empty())
      absent.insert(function.input(i));
  SmallVector<const onnx::NodeProto *> nodes;
  std::vector<std::unique_ptr<onnx::NodeProto>> copies;
  for (const onnx::NodeProto &node : function.node()) {
    nodes.push_back(&node);
    if (!refersToCall(node, 0) && llvm::none_of(node.input(), [&](const std::string &input) { return absent.contains(input); }))
      continue;
    onnx::NodeProto &copy = *copies.emplace_back(std::make_unique<onnx::NodeProto>(node));
    substituteAttributes(copy, call, 0);
    for (std::string &input : *copy.mutable_input())
      if (absent.contains(input))
        input.clear();
    nodes.back() = &copy;
    inner.copies.insert(&copy);
  }
  size_t before = errors.size();
  importNodes(nodes, inner);
  for (int i = 0; i < call.output_size(); ++i) {
    if (call.output(i).empty())
      continue;
    Entry *result = lookup(function.output(i), inner);
    if (!result)
      return refuse("function '" + function.name() + "' does not compute its output '" + function.output(i) + "'");
    if (result->isFailed || errors.size() != before)
      return failure();
    define(call.output(i), result->value, scope);
  }
  return success(errors.size() == before);
}

static SmallVector<const onnx::NodeProto *> nodesOf(const onnx::GraphProto &graph) {
  SmallVector<const onnx::NodeProto *> nodes;
  for (const onnx::NodeProto &node : graph.node())
    nodes.push_back(&node);
  return nodes;
}

FailureOr<SmallVector<Value>> GraphImporter::importBranch(const onnx::GraphProto &branch, const onnx::NodeProto &node,
                                                          Scope &scope) {
  if (scope.depth >= maxDepth) {
    report("branches are nested more than " + Twine(maxDepth) + " deep");
    return failure();
  }
  Scope inner{&scope, scope.opsets, scope.prefix, isPartOfModel(node, scope), scope.depth + 1};
  addInitializers(branch, inner);
  importNodes(nodesOf(branch), inner);
  SmallVector<Value> results;
  for (const onnx::ValueInfoProto &output : branch.output()) {
    Entry *result = lookup(output.name(), inner);
    if (!result) {
      report("branch '" + branch.name() + "' does not compute its output '" + output.name() + "'");
      return failure();
    }
    if (result->isFailed)
      return failure();
    results.push_back(result->value);
  }
  return results;
}

//===----------------------------------------------------------------------===//
// Folding
//===----------------------------------------------------------------------===//

static int64_t getTensorBytes(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  return tensor.hasStaticShape() ? tensor.getNumElements() * getElementBytes(tensor.getElementType())
                                 : std::numeric_limits<int64_t>::max();
}

/// Contractions and resampling are never part of a shape computation, and not bounded by the size of their result.
static bool isFoldable(Operation *op) {
  return isPure(op) && !isa<ConvOp, ConvTransposeOp, MaxPoolOp, AvgPoolOp, AttentionOp, ResizeOp, GridSampleOp, LrnOp>(op) &&
         op->getNumRegions() == 0;
}

SmallVector<Value> GraphImporter::fold(Operation *op) {
  SmallVector<Value> results(op->getResults());
  if (op->getNumOperands() == 0 || !isFoldable(op))
    return results;
  SmallVector<Tensor> operands;
  for (Value operand : op->getOperands())
    if (!getConstant(operand))
      return results;
  int64_t bytes = 0;
  for (Type type : op->getResultTypes()) {
    if (getTensorBytes(type) > maxFoldedBytes)
      return results;
    bytes += getTensorBytes(type);
  }
  if (foldedBytes + bytes > maxFoldedBytesInAll)
    return results;
  foldedBytes += bytes;
  for (Value operand : op->getOperands())
    operands.push_back(Tensor::fromConstant(getConstant(operand)));
  Capture capture(context);
  FailureOr<SmallVector<Tensor>> values = evaluate(op, operands);
  if (failed(values))
    return results;
  results.clear();
  for (const Tensor &value : *values)
    results.push_back(ConstantOp::create(builder, op->getLoc(), value.getType(), value.toConstant(getNodeName(op->getLoc()))));
  op->erase();
  return results;
}

FailureOr<ElementsAttr> GraphImporter::getConstantThrough(Value value, std::string &reason) {
  if (ElementsAttr constant = getConstant(value))
    return constant;
  if (auto found = computed.find(value); found != computed.end())
    return found->second;
  // What it is computed from, in the order of the function.
  SmallVector<Operation *> slice;
  SmallPtrSet<Operation *, 16> seen;
  SmallVector<Value> work{value};
  while (!work.empty()) {
    Value current = work.pop_back_val();
    if (computed.contains(current))
      continue;
    if (auto argument = dyn_cast<BlockArgument>(current)) {
      auto candidate = candidates.find(argument);
      if (candidate == candidates.end()) {
        reason = "it depends on the input '" + model->graph().input(0).name() + "'";
        if (auto named = dyn_cast<NameLoc>(argument.getLoc()))
          reason = "it depends on the input '" + named.getName().str() + "'";
        return failure();
      }
      const NpyArray &array = *candidate->second;
      computed[current] = makeConstant(cast<RankedTensorType>(argument.getType()), array.data, "");
      isTaken[argument.getArgNumber()] = true;
      continue;
    }
    Operation *op = current.getDefiningOp();
    if (!seen.insert(op).second)
      continue;
    if (ElementsAttr constant = getConstant(current)) {
      computed[current] = constant;
      continue;
    }
    for (Type type : op->getResultTypes())
      if (getTensorBytes(type) > maxComputedBytes || !isFoldable(op)) {
        reason = "it depends on '" + getNodeName(op->getLoc()) + "'";
        return failure();
      }
    slice.push_back(op);
    llvm::append_range(work, op->getOperands());
  }
  llvm::sort(slice, [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  for (Operation *op : slice) {
    SmallVector<Tensor> operands;
    for (Value operand : op->getOperands())
      operands.push_back(Tensor::fromConstant(computed[operand]));
    Capture capture(context);
    FailureOr<SmallVector<Tensor>> results = evaluate(op, operands);
    if (failed(results)) {
      reason = "'" + getNodeName(op->getLoc()) + "' cannot be computed: " + capture.text;
      return failure();
    }
    for (auto [result, tensor] : llvm::zip(op->getResults(), *results))
      computed[result] = tensor.toConstant("");
  }
  return computed[value];
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
    if (errors.empty()) {
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
      importNodes(nodesOf(graph), scope);

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
