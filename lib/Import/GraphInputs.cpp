//===- GraphInputs.cpp - Types of a graph's inputs ------------------------===//
//
// Which dimensions are open, and what the options say about them.
//
//===----------------------------------------------------------------------===//

#include "GraphImporter.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include <set>

using namespace mlir;
using namespace adze;
using Shapes = std::map<std::string, SmallVector<int64_t, 4>>;

/// -1 where the model leaves an extent open.
static int64_t declaredExtent(const onnx::TensorShapeProto::Dimension &dim) {
  return dim.has_dim_value() && dim.dim_value() >= 0 ? dim.dim_value() : -1;
}

static std::string formatRange(DimRange range) {
  return std::to_string(range.low) + (range.low == range.high ? "" : ".." + std::to_string(range.high));
}

/// Shapes given for inputs fix the named dimensions that they show, in other inputs too.
void GraphImporter::fixDimsFromShapes(const Shapes &shapes, StringRef origin) {
  for (const onnx::ValueInfoProto &input : model->graph().input()) {
    auto given = shapes.find(input.name());
    if (given == shapes.end() || !input.type().tensor_type().has_shape())
      continue;
    const auto &dims = input.type().tensor_type().shape().dim();
    std::string what = (origin + " of '" + input.name() + "'").str();
    if (int(given->second.size()) != dims.size()) {
      report("input '" + input.name() + "' has " + Twine(dims.size()) + " dimensions, " + origin + " " +
             formatShape(given->second));
      continue;
    }
    for (int i = 0; i < dims.size(); ++i) {
      int64_t extent = given->second[i], declared = declaredExtent(dims[i]);
      if (extent < 0)
        continue;
      if (declared >= 0 && declared != extent) {
        report("input '" + input.name() + "': dimension " + Twine(i) + " is " + Twine(declared) + " in the model, " +
               Twine(extent) + " in " + origin + " " + formatShape(given->second));
        continue;
      }
      if (dims[i].dim_param().empty() || declared >= 0)
        continue;
      auto [known, isNew] = namedDims.try_emplace(dims[i].dim_param(), DimRange{extent, extent});
      if (isNew)
        dimOrigins[dims[i].dim_param()] = what;
      else if (extent < known->second.low || extent > known->second.high)
        report("input '" + input.name() + "': dimension " + Twine(i) + " ('" + dims[i].dim_param() + "') is " +
               Twine(extent) + " in " + what + ", " + formatRange(known->second) + " in " +
               dimOrigins[dims[i].dim_param()]);
    }
  }
}

SmallVector<Dim> GraphImporter::resolveDims(const onnx::ValueInfoProto &input) {
  SmallVector<Dim> result;
  auto shapeOf = [&](const Shapes &shapes) -> const SmallVector<int64_t, 4> * {
    auto found = shapes.find(input.name());
    return found == shapes.end() ? nullptr : &found->second;
  };
  const SmallVector<int64_t, 4> *given = shapeOf(options.inputShapes), *file = shapeOf(options.fileShapes);
  if (!input.type().tensor_type().has_shape()) {
    const SmallVector<int64_t, 4> *known = given ? given : file;
    if (!known || llvm::any_of(*known, [](int64_t extent) { return extent < 0; }))
      report("input '" + input.name() + "' has no shape in the model",
             "give it one: --input-shape " + input.name() + "=1x3x224x224");
    else
      result.append(known->begin(), known->end());
    return result;
  }
  const auto &dims = input.type().tensor_type().shape().dim();
  std::string unnamed; // the shape, '?' where something is to be filled in
  bool isMissing = false;
  for (int i = 0; i < dims.size(); ++i) {
    unnamed += i ? "x" : "";
    int64_t extent = declaredExtent(dims[i]);
    auto pick = [&](const SmallVector<int64_t, 4> *shape) {
      if (extent < 0 && shape && int(shape->size()) == dims.size())
        extent = (*shape)[i];
    };
    pick(given);
    const std::string &dimName = dims[i].dim_param();
    if (auto known = namedDims.find(dimName); extent < 0 && !dimName.empty() && known != namedDims.end()) {
      DimRange range = known->second;
      if (range.low != range.high) {
        Dim open;
        open.name = dimName;
        open.bound = range.high;
        result.push_back(open);
        unnamed += std::to_string(range.high);
        continue;
      }
      extent = range.low;
    }
    pick(file);
    if (extent >= 0) {
      result.push_back(Dim(extent));
      unnamed += std::to_string(extent);
      continue;
    }
    result.push_back(Dim(1));
    if (dimName.empty()) {
      isMissing = true;
      unnamed += "?";
    } else {
      unnamed += "1";
      report("input '" + input.name() + "': dimension " + Twine(i) + " ('" + dimName + "') is open",
             "give it a value: --dim " + dimName + "=1");
      namedDims[dimName] = {1, 1}; // said once, not for each input that has it
    }
  }
  if (isMissing)
    report("input '" + input.name() + "' has open dimensions without a name: " + unnamed,
           "give numbers in place of '?': --input-shape " + input.name() + "=" + unnamed);
  return result;
}

void GraphImporter::resolveInputs(const onnx::GraphProto &graph, SmallVectorImpl<Type> &types,
                                  std::vector<std::string> &names) {
  llvm::StringSet<> initializers;
  for (const onnx::TensorProto &tensor : graph.initializer())
    initializers.insert(tensor.name());
  // Every option must be about something: a misspelt name would otherwise change nothing silently.
  std::set<std::string> inputNames, dimNames;
  for (const onnx::ValueInfoProto &input : graph.input()) {
    if (initializers.contains(input.name()))
      continue;
    inputNames.insert(input.name());
    for (const auto &dim : input.type().tensor_type().shape().dim())
      if (!dim.dim_param().empty())
        dimNames.insert(dim.dim_param());
  }
  auto listed = [](const std::set<std::string> &all) {
    return all.empty() ? std::string("it has none") : "it has " + llvm::join(all, ", ");
  };
  for (auto &[dimName, range] : options.dims) {
    if (!dimNames.count(dimName))
      report("--dim " + dimName + ": the model has no open dimension of this name", listed(dimNames));
    if (range.low < 0 || range.high < range.low || range.high > maxExtent)
      report("--dim " + dimName + ": " + formatRange(range) + " is no range of extents");
    namedDims[dimName] = range;
    dimOrigins[dimName] = "--dim " + dimName;
  }
  for (const Shapes *shapes : {&options.inputShapes, &options.fileShapes})
    for (auto &[inputName, shape] : *shapes)
      if (!inputNames.count(inputName))
        report("the model has no input '" + inputName + "'", listed(inputNames));
  fixDimsFromShapes(options.inputShapes, "--input-shape");
  fixDimsFromShapes(options.fileShapes, "the file");

  for (const onnx::ValueInfoProto &input : graph.input()) {
    if (initializers.contains(input.name()))
      continue;
    if (input.name().empty() || !input.type().has_tensor_type()) {
      StringRef kind = input.type().has_sequence_type()   ? "a sequence"
                       : input.type().has_map_type()      ? "a map"
                       : input.type().has_optional_type() ? "an optional"
                                                          : "no dense tensor";
      report("input '" + input.name() + "' is " + kind + "; only tensors with a name are supported");
      continue;
    }
    llvm::Expected<Type> element = getElementType(context, input.type().tensor_type().elem_type());
    if (!element) {
      report("input '" + input.name() + "': " + llvm::toString(element.takeError()));
      continue;
    }
    SmallVector<Dim> dims = resolveDims(input);
    SmallVector<int64_t> largest;
    for (const Dim &dim : dims)
      largest.push_back(dim.largest());
    if (llvm::Error error = checkShape(largest)) {
      report("input '" + input.name() + "': " + llvm::toString(std::move(error)));
      continue;
    }
    types.push_back(makeTensor(dims, *element));
    names.push_back(input.name());
  }
}
