//===- Info.cpp - The info section of an artifact -------------------------===//

#include "adze/Codegen/Package/Artifact.h"
#include "llvm/Support/JSON.h"

using namespace adze;
using namespace llvm;

static json::Array toJson(ArrayRef<TensorInfo> tensors) {
  json::Array array;
  for (const TensorInfo &tensor : tensors) {
    json::Object object{{"name", tensor.name}, {"type", getName(tensor.type)}, {"shape", json::Array(tensor.shape)}};
    if (tensor.isOpen()) {
      object["bounds"] = json::Array(tensor.bounds);
      object["dims"] = json::Array(tensor.dimNames);
    }
    array.push_back(std::move(object));
  }
  return array;
}

std::string adze::emitInfoText(const ArtifactInfo &info) {
  json::Array functions, features;
  for (const FunctionInfo &function : info.functions)
    functions.push_back(json::Object{{"name", function.name},
                                     {"inputs", toJson(function.inputs)},
                                     {"outputs", toJson(function.outputs)},
                                     {"arena_bytes", function.arenaBytes},
                                     {"arena_align", function.arenaAlign},
                                     {"macs", function.macs}});
  for (const RequiredFeature &feature : info.requiredFeatures)
    features.push_back(feature.name);
  json::Object object{{"abi_version", ADZE_ABI_VERSION},
                      {"name", info.name},
                      {"producer", info.producer},
                      {"target", info.target},
                      {"triple", info.triple},
                      {"source_hash", info.sourceHash},
                      {"cpu_features", std::move(features)},
                      {"parameters", info.parameters},
                      {"weight_bytes", info.weightBytes},
                      {"functions", std::move(functions)}};
  return formatv("{0}", json::Value(std::move(object)));
}

// Found by argument-dependent lookup from ObjectMapper.
namespace adze {

bool fromJSON(const json::Value &value, TensorInfo &tensor, json::Path path) {
  json::ObjectMapper map(value, path);
  std::string type;
  std::vector<int64_t> shape, bounds;
  if (!map || !map.map("name", tensor.name) || !map.map("type", type) || !map.map("shape", shape) ||
      !map.mapOptional("bounds", bounds) || !map.mapOptional("dims", tensor.dimNames))
    return false;
  std::optional<ElementType> element = parseElementType(type);
  if (!element) {
    path.field("type").report("unknown element type");
    return false;
  }
  tensor.type = *element;
  tensor.shape.assign(shape.begin(), shape.end());
  tensor.bounds.assign(bounds.begin(), bounds.end());
  if (!countElements(tensor.getBounds()) || tensor.getBounds().size() != shape.size()) {
    path.field("shape").report("not the shape of a tensor");
    return false;
  }
  return true;
}

bool fromJSON(const json::Value &value, FunctionInfo &function, json::Path path) {
  json::ObjectMapper map(value, path);
  return map && map.map("name", function.name) && map.map("inputs", function.inputs) &&
         map.map("outputs", function.outputs) && map.map("arena_bytes", function.arenaBytes) &&
         map.map("arena_align", function.arenaAlign) && map.map("macs", function.macs);
}

} // namespace adze

Expected<ArtifactInfo> adze::parseInfoText(StringRef text) {
  Expected<json::Value> value = json::parse(text);
  if (!value)
    return value.takeError();
  ArtifactInfo info;
  int64_t abiVersion = 0;
  std::vector<std::string> features;
  json::Path::Root root("artifact");
  json::ObjectMapper map(*value, root);
  if (!map || !map.map("abi_version", abiVersion) || !map.map("name", info.name) ||
      !map.map("producer", info.producer) || !map.map("target", info.target) || !map.map("triple", info.triple) ||
      !map.map("source_hash", info.sourceHash) || !map.map("cpu_features", features) ||
      !map.map("parameters", info.parameters) || !map.map("weight_bytes", info.weightBytes) ||
      !map.map("functions", info.functions))
    return root.getError();
  if (abiVersion != ADZE_ABI_VERSION)
    return createStringError("the artifact has ABI version " + Twine(abiVersion) + ", this program knows " +
                             Twine(ADZE_ABI_VERSION));
  for (std::string &feature : features)
    info.requiredFeatures.push_back({std::move(feature), 0, 0});
  return info;
}
