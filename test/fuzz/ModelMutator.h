//===- ModelMutator.h - Changes an ONNX model a little ----------*- C++ -*-===//

#ifndef ADZE_TEST_FUZZ_MODELMUTATOR_H
#define ADZE_TEST_FUZZ_MODELMUTATOR_H

#include "adze/Import/ImportOnnx.h"
#include "onnx/onnx_pb.h"
#include <random>

namespace adze::fuzz {

/// Changes shapes, types, attributes, names, weights, operators and opsets of a parsed model: what random bytes rarely reach.
class ModelMutator {
public:
  explicit ModelMutator(unsigned seed) : random(seed) {}
  void mutate(onnx::ModelProto &model);

private:
  size_t below(size_t count) { return random() % count; }
  bool oneIn(size_t count) { return below(count) == 0; }
  int64_t number();
  float fraction();
  template <typename Field>
  auto *pick(Field *field) {
    return field->empty() ? nullptr : field->Mutable(below(field->size()));
  }
  /// Changes, adds or removes one entry of a list of numbers.
  template <typename Field, typename Value>
  void mutateList(Field *field, Value value);
  void mutateGraph(onnx::GraphProto &graph, unsigned depth);
  void mutateNode(onnx::NodeProto &node, onnx::GraphProto &graph, unsigned depth);
  void mutateAttribute(onnx::AttributeProto &attribute, unsigned depth);
  void mutateTensor(onnx::TensorProto &tensor);
  void mutateInput(onnx::ValueInfoProto &input);
  std::string someName(const onnx::GraphProto &graph);

  std::mt19937 random;
};

} // namespace adze::fuzz

#endif // ADZE_TEST_FUZZ_MODELMUTATOR_H
