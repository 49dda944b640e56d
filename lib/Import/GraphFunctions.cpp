//===- GraphFunctions.cpp - Functions inlined, branches picked ------------===//

#include "GraphImporter.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace adze;

/// Names of calls in front of a node's: deeper ones are left out.
static constexpr size_t maxPrefix = 1024;

static bool refersToCall(const onnx::NodeProto &node, unsigned depth) {
  return llvm::any_of(node.attribute(), [&](const onnx::AttributeProto &attribute) {
    return !attribute.ref_attr_name().empty() ||
           (attribute.has_g() && depth < maxDepth && llvm::any_of(attribute.g().node(), [&](const onnx::NodeProto &inner) {
              return refersToCall(inner, depth + 1);
            }));
  });
}

/// Puts the given attributes (of a call, or by default) in place of references to them.
static void substituteAttributes(onnx::NodeProto &node, ArrayRef<const onnx::AttributeProto *> attributesOfCall,
                                 unsigned depth) {
  auto *attributes = node.mutable_attribute();
  for (int i = 0; i < attributes->size();) {
    onnx::AttributeProto &attribute = *attributes->Mutable(i);
    if (!attribute.ref_attr_name().empty()) {
      const onnx::AttributeProto *given = nullptr;
      for (const onnx::AttributeProto *candidate : attributesOfCall)
        if (!given && candidate->name() == attribute.ref_attr_name())
          given = candidate;
      if (!given) {
        attributes->DeleteSubrange(i, 1); // the operator's default
        continue;
      }
      std::string attributeName = attribute.name();
      attribute = *given;
      attribute.set_name(attributeName);
    } else if (attribute.has_g() && depth < maxDepth) {
      for (onnx::NodeProto &inner : *attribute.mutable_g()->mutable_node())
        substituteAttributes(inner, attributesOfCall, depth + 1);
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
  if (!findUnknown(function, 13).empty())
    return refuse("function overloads are not supported");
  if (call.input_size() > function.input_size() || call.output_size() > function.output_size())
    return refuse("has more operands or results than its function");
  // What the call gives, then the defaults of `attribute_proto`, field 11.
  SmallVector<const onnx::AttributeProto *> attributes;
  std::vector<std::unique_ptr<onnx::AttributeProto>> defaults;
  for (StringRef bytes : findUnknown(function, 11))
    if (!defaults.emplace_back(std::make_unique<onnx::AttributeProto>())->ParseFromArray(bytes.data(), int(bytes.size())))
      return refuse("the attribute defaults of function '" + function.name() + "' are damaged");
  for (const onnx::AttributeProto &attribute : call.attribute()) {
    attributes.push_back(&attribute);
    if (!llvm::is_contained(function.attribute(), attribute.name()) &&
        llvm::none_of(defaults, [&](auto &known) { return known->name() == attribute.name(); }))
      return refuse("attribute '" + attribute.name() + "' is unknown to its function");
  }
  for (auto &attribute : defaults)
    attributes.push_back(attribute.get());

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
    substituteAttributes(copy, attributes, 0);
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

FailureOr<SmallVector<Value>> GraphImporter::importBranch(const onnx::GraphProto &branch, const onnx::NodeProto &node,
                                                          Scope &scope) {
  if (scope.depth >= maxDepth) {
    report("branches are nested more than " + Twine(maxDepth) + " deep");
    return failure();
  }
  Scope inner{&scope, scope.opsets, scope.prefix, isPartOfModel(node, scope), scope.depth + 1};
  addInitializers(branch, inner);
  importNodes(listNodes(branch), inner);
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
