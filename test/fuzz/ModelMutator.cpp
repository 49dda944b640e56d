//===- ModelMutator.cpp - Changes an ONNX model a little ------------------===//

#include "ModelMutator.h"

using namespace adze;
using namespace adze::fuzz;

int64_t ModelMutator::number() {
  static constexpr int64_t special[] = {0,          1,          -1,        2,         3,         4,        5,         7,
                                        8,          16,         -2,        127,       128,       255,      1 << 16,   INT32_MAX,
                                        INT32_MIN,  INT64_MAX,  INT64_MIN, 1ll << 32, 1ll << 40, 1ll << 62, -(1ll << 33)};
  return oneIn(3) ? int64_t(below(64)) - 8 : special[below(std::size(special))];
}

float ModelMutator::fraction() {
  static constexpr float special[] = {0, -0.0f, 1, -1, 0.5f, 2, 1e-30f, 1e30f, INFINITY, -INFINITY, NAN, 0.3f, 1e9f};
  return special[below(std::size(special))];
}

template <typename Field, typename Value>
void ModelMutator::mutateList(Field *field, Value value) {
  switch (below(4)) {
  case 0:
    field->Add(value);
    return;
  case 1:
    if (!field->empty())
      field->RemoveLast();
    return;
  default:
    if (!field->empty())
      field->Set(below(field->size()), value);
  }
}

/// A name that means something in the graph, or one that need not.
std::string ModelMutator::someName(const onnx::GraphProto &graph) {
  switch (below(6)) {
  case 0: return "";
  case 1: return graph.initializer_size() ? graph.initializer(below(graph.initializer_size())).name() : "w";
  case 2: return graph.input_size() ? graph.input(below(graph.input_size())).name() : "x";
  case 3: return "unknown";
  default: {
    if (!graph.node_size())
      return "y";
    const onnx::NodeProto &node = graph.node(below(graph.node_size()));
    return node.output_size() ? node.output(below(node.output_size())) : "y";
  }
  }
}

void ModelMutator::mutateTensor(onnx::TensorProto &tensor) {
  switch (below(8)) {
  case 0: tensor.set_data_type(below(25)); break;
  case 1: mutateList(tensor.mutable_dims(), number()); break;
  case 2: mutateList(tensor.mutable_float_data(), fraction()); break;
  case 3: mutateList(tensor.mutable_int64_data(), number()); break;
  case 4: mutateList(tensor.mutable_int32_data(), int32_t(number())); break;
  case 5:
    if (std::string *raw = tensor.mutable_raw_data(); !raw->empty())
      (*raw)[below(raw->size())] = char(random());
    break;
  case 6:
    if (tensor.data_type() == onnx::TensorProto::INT64 && tensor.raw_data().size() >= 8) {
      int64_t value = number();
      memcpy(tensor.mutable_raw_data()->data() + 8 * below(tensor.raw_data().size() / 8), &value, 8);
    }
    break;
  default:
    tensor.mutable_raw_data()->resize(below(64));
    break;
  }
}

void ModelMutator::mutateAttribute(onnx::AttributeProto &attribute, unsigned depth) {
  static constexpr const char *words[] = {"SAME_UPPER", "SAME_LOWER", "VALID", "NOTSET", "linear", "cubic", "nearest", "reflect",
                                          "edge", "wrap", "asymmetric", "tf_crop_and_resize", "align_corners", "none", "sum",
                                          "ij,jk->ik", "...ii->...i", "bij,bjk", ",", "->"};
  switch (attribute.type()) {
  case onnx::AttributeProto::INT: attribute.set_i(number()); break;
  case onnx::AttributeProto::FLOAT: attribute.set_f(fraction()); break;
  case onnx::AttributeProto::STRING: attribute.set_s(words[below(std::size(words))]); break;
  case onnx::AttributeProto::INTS: mutateList(attribute.mutable_ints(), number()); break;
  case onnx::AttributeProto::FLOATS: mutateList(attribute.mutable_floats(), fraction()); break;
  case onnx::AttributeProto::TENSOR: mutateTensor(*attribute.mutable_t()); break;
  case onnx::AttributeProto::GRAPH: mutateGraph(*attribute.mutable_g(), depth + 1); break;
  default: attribute.set_type(onnx::AttributeProto::INT); break;
  }
}

void ModelMutator::mutateNode(onnx::NodeProto &node, onnx::GraphProto &graph, unsigned depth) {
  static const std::vector<OnnxOperator> operators = listOnnxOperators();
  static constexpr const char *names[] = {"axis", "axes", "keepdims", "pads", "strides", "dilations", "kernel_shape", "group",
                                          "perm", "to", "mode", "auto_pad", "output_shape", "output_padding", "ceil_mode",
                                          "equation", "blocksize", "batch_dims", "num_groups", "size", "k", "scales"};
  switch (below(8)) {
  case 0: {
    const OnnxOperator &op = operators[below(operators.size())];
    node.set_op_type(op.name);
    node.set_domain(op.domain);
    break;
  }
  case 1:
    if (node.input_size())
      node.set_input(below(node.input_size()), someName(graph));
    break;
  case 2: node.add_input(someName(graph)); break;
  case 3:
    if (oneIn(2) && node.input_size())
      node.mutable_input()->RemoveLast();
    else
      node.add_output("extra" + std::to_string(below(4)));
    break;
  case 4: {
    onnx::AttributeProto *attribute = node.add_attribute();
    attribute->set_name(names[below(std::size(names))]);
    attribute->set_type(std::array{onnx::AttributeProto::INT, onnx::AttributeProto::INTS, onnx::AttributeProto::STRING,
                                   onnx::AttributeProto::FLOATS}[below(4)]);
    mutateAttribute(*attribute, depth);
    break;
  }
  case 5:
    if (node.attribute_size())
      node.mutable_attribute()->RemoveLast();
    break;
  default:
    if (onnx::AttributeProto *attribute = pick(node.mutable_attribute()))
      mutateAttribute(*attribute, depth);
  }
}

void ModelMutator::mutateInput(onnx::ValueInfoProto &input) {
  auto *tensor = input.mutable_type()->mutable_tensor_type();
  switch (below(5)) {
  case 0: tensor->set_elem_type(below(25)); break;
  case 1: tensor->mutable_shape()->add_dim()->set_dim_value(number()); break;
  case 2:
    if (auto *dims = tensor->mutable_shape()->mutable_dim(); !dims->empty())
      dims->RemoveLast();
    break;
  case 3:
    if (auto *dim = pick(tensor->mutable_shape()->mutable_dim()))
      dim->set_dim_param(std::string(1, char('a' + below(3))));
    break;
  default:
    if (auto *dim = pick(tensor->mutable_shape()->mutable_dim()))
      dim->set_dim_value(oneIn(2) ? below(8) : number());
  }
}

void ModelMutator::mutateGraph(onnx::GraphProto &graph, unsigned depth) {
  if (depth > 4)
    return;
  switch (below(10)) {
  case 0:
    if (auto *input = pick(graph.mutable_input()))
      mutateInput(*input);
    break;
  case 1:
    if (auto *tensor = pick(graph.mutable_initializer()))
      mutateTensor(*tensor);
    break;
  case 2: // a weight in place of an input: what needs a constant gets one
    if (auto *input = pick(graph.mutable_input())) {
      onnx::TensorProto *tensor = graph.add_initializer();
      tensor->set_name(input->name());
      tensor->set_data_type(oneIn(2) ? onnx::TensorProto::INT64 : onnx::TensorProto::FLOAT);
      size_t count = below(5);
      tensor->add_dims(count);
      for (size_t i = 0; i < count; ++i)
        tensor->data_type() == onnx::TensorProto::INT64 ? tensor->add_int64_data(number()) : tensor->add_float_data(fraction());
    }
    break;
  case 3: // one more node behind a node
    if (auto *node = pick(graph.mutable_node())) {
      onnx::NodeProto copy = *node;
      for (int i = 0; i < copy.output_size(); ++i)
        copy.set_output(i, copy.output(i) + "'");
      if (copy.input_size() && node->output_size())
        copy.set_input(below(copy.input_size()), node->output(0));
      if (copy.output_size())
        graph.add_output()->set_name(copy.output(0));
      mutateNode(copy, graph, depth);
      *graph.add_node() = copy;
    }
    break;
  default:
    if (auto *node = pick(graph.mutable_node()))
      mutateNode(*node, graph, depth);
  }
}

void ModelMutator::mutate(onnx::ModelProto &model) {
  if (oneIn(10) && model.opset_import_size()) {
    pick(model.mutable_opset_import())->set_version(oneIn(8) ? number() : 5 + below(19));
    return;
  }
  if (oneIn(20) && model.functions_size()) {
    onnx::FunctionProto *function = pick(model.mutable_functions());
    if (auto *node = pick(function->mutable_node()))
      mutateNode(*node, *model.mutable_graph(), 0);
    return;
  }
  mutateGraph(*model.mutable_graph(), 0);
}
