//===- TestModel.cpp - Small ONNX models, built and imported --------------===//

#include "TestModel.h"
#include "adze/Interpreter/Interpreter.h"
#include "mlir/IR/AsmState.h"
#include <cctype>

using namespace adze;
using namespace adze::test;

static onnx::AttributeProto &addAttribute(TestNode &node, llvm::StringRef name, onnx::AttributeProto::AttributeType type) {
  onnx::AttributeProto *attribute = node.proto->add_attribute();
  attribute->set_name(name.str());
  attribute->set_type(type);
  return *attribute;
}

TestNode &TestNode::name(llvm::StringRef value) {
  proto->set_name(value.str());
  return *this;
}
TestNode &TestNode::domain(llvm::StringRef value) {
  proto->set_domain(value.str());
  return *this;
}
TestNode &TestNode::attr(llvm::StringRef name, int value) {
  addAttribute(*this, name, onnx::AttributeProto::INT).set_i(value);
  return *this;
}
TestNode &TestNode::attr(llvm::StringRef name, double value) {
  addAttribute(*this, name, onnx::AttributeProto::FLOAT).set_f(float(value));
  return *this;
}
TestNode &TestNode::attr(llvm::StringRef name, const char *value) {
  addAttribute(*this, name, onnx::AttributeProto::STRING).set_s(value);
  return *this;
}
TestNode &TestNode::attr(llvm::StringRef name, Integers values) {
  auto &attribute = addAttribute(*this, name, onnx::AttributeProto::INTS);
  attribute.mutable_ints()->Add(values.begin(), values.end());
  return *this;
}
TestNode &TestNode::attr(llvm::StringRef name, Floats values) {
  auto &attribute = addAttribute(*this, name, onnx::AttributeProto::FLOATS);
  attribute.mutable_floats()->Add(values.begin(), values.end());
  return *this;
}
TestNode &TestNode::attr(llvm::StringRef name, const onnx::TensorProto &value) {
  *addAttribute(*this, name, onnx::AttributeProto::TENSOR).mutable_t() = value;
  return *this;
}
TestNode &TestNode::attr(llvm::StringRef name, const onnx::GraphProto &value) {
  *addAttribute(*this, name, onnx::AttributeProto::GRAPH).mutable_g() = value;
  return *this;
}

onnx::TensorProto adze::test::makeTensorProto(llvm::StringRef name, Shape shape, Floats values) {
  onnx::TensorProto tensor;
  tensor.set_name(name.str());
  tensor.set_data_type(onnx::TensorProto::FLOAT);
  tensor.mutable_dims()->Add(shape.begin(), shape.end());
  tensor.mutable_float_data()->Add(values.begin(), values.end());
  return tensor;
}
onnx::TensorProto adze::test::makeTensorProto(llvm::StringRef name, Shape shape, Integers values) {
  onnx::TensorProto tensor;
  tensor.set_name(name.str());
  tensor.set_data_type(onnx::TensorProto::INT64);
  tensor.mutable_dims()->Add(shape.begin(), shape.end());
  tensor.mutable_int64_data()->Add(values.begin(), values.end());
  return tensor;
}

//===----------------------------------------------------------------------===//
// Models
//===----------------------------------------------------------------------===//

TestModel::TestModel(int64_t version) {
  proto.set_ir_version(8);
  proto.mutable_graph()->set_name("test");
  opset("", version);
}

TestModel &TestModel::opset(llvm::StringRef domain, int64_t version) {
  onnx::OperatorSetIdProto *entry = proto.add_opset_import();
  entry->set_domain(domain.str());
  entry->set_version(version);
  return *this;
}

static onnx::TensorShapeProto *addInput(onnx::GraphProto *graph, llvm::StringRef name, int32_t type) {
  onnx::ValueInfoProto *input = graph->add_input();
  input->set_name(name.str());
  input->mutable_type()->mutable_tensor_type()->set_elem_type(type);
  return input->mutable_type()->mutable_tensor_type()->mutable_shape();
}

TestModel &TestModel::input(llvm::StringRef name, Shape shape, int32_t type) {
  onnx::TensorShapeProto *dims = addInput(proto.mutable_graph(), name, type);
  for (int64_t extent : shape)
    dims->add_dim()->set_dim_value(extent);
  return *this;
}
TestModel &TestModel::openInput(llvm::StringRef name, Names names, int32_t type) {
  onnx::TensorShapeProto *dims = addInput(proto.mutable_graph(), name, type);
  for (const std::string &dim : names) {
    auto *entry = dims->add_dim();
    if (!dim.empty() && std::isdigit(static_cast<unsigned char>(dim[0])))
      entry->set_dim_value(std::stoll(dim));
    else if (!dim.empty())
      entry->set_dim_param(dim);
  }
  return *this;
}
TestModel &TestModel::weight(llvm::StringRef name, Shape shape, Floats values) {
  *proto.mutable_graph()->add_initializer() = makeTensorProto(name, shape, values);
  return *this;
}
TestModel &TestModel::weight(llvm::StringRef name, Shape shape, Integers values) {
  *proto.mutable_graph()->add_initializer() = makeTensorProto(name, shape, values);
  return *this;
}

static TestNode addNode(onnx::NodeProto *node, llvm::StringRef op, const Names &inputs, const Names &outputs) {
  node->set_op_type(op.str());
  for (const std::string &input : inputs)
    node->add_input(input);
  for (const std::string &output : outputs)
    node->add_output(output);
  return {node};
}
TestNode TestModel::node(llvm::StringRef op, Names inputs, Names outputs) {
  return addNode(proto.mutable_graph()->add_node(), op, inputs, outputs);
}
TestModel &TestModel::output(llvm::StringRef name) {
  proto.mutable_graph()->add_output()->set_name(name.str());
  return *this;
}

onnx::GraphProto adze::test::makeBranch(llvm::StringRef op, Names inputs, llvm::StringRef output) {
  onnx::GraphProto graph;
  graph.set_name("branch");
  addNode(graph.add_node(), op, inputs, {output.str()});
  graph.add_output()->set_name(output.str());
  return graph;
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

/// Calls `import` with a context that collects messages.
template <typename Import>
static Imported collect(Import import) {
  Imported result;
  result.context = std::make_shared<mlir::MLIRContext>(mlir::MLIRContext::Threading::DISABLED);
  result.context->getDiagEngine().registerHandler([errors = &result.errors](mlir::Diagnostic &diagnostic) {
    *errors += diagnostic.str() + "\n";
    for (mlir::Diagnostic &note : diagnostic.getNotes())
      *errors += "note: " + note.str() + "\n";
    return mlir::success();
  });
  auto module = import(*result.context);
  if (mlir::succeeded(module))
    result.module = std::move(*module);
  Imported moved = std::move(result);
  moved.context->getDiagEngine().registerHandler([](mlir::Diagnostic &) { return mlir::success(); });
  return moved;
}

Imported TestModel::import(const ImportOptions &options, llvm::StringRef folder) {
  return collect([&](mlir::MLIRContext &context) {
    return importOnnxModel(context, std::make_shared<onnx::ModelProto>(proto), "model.onnx", folder, options);
  });
}
Imported adze::test::importFile(llvm::StringRef path, const ImportOptions &options) {
  return collect([&](mlir::MLIRContext &context) { return importOnnx(context, path, options); });
}

ImportOptions adze::test::closeDims(llvm::StringRef path, int64_t extent) {
  ImportOptions options;
  mlir::MLIRContext context;
  context.getDiagEngine().registerHandler([](mlir::Diagnostic &) { return mlir::success(); });
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return options;
  auto inputs = readOnnxInputs(context, (*buffer)->getMemBufferRef());
  if (mlir::failed(inputs))
    return options;
  for (const OnnxInput &input : *inputs)
    for (auto [i, declared] : llvm::enumerate(input.shape)) {
      if (declared < 0 && !input.dimNames[i].empty())
        options.dims[input.dimNames[i]] = {extent, extent};
      else if (declared < 0)
        options.inputShapes.try_emplace(input.name, input.shape).first->second[i] = extent;
    }
  return options;
}

std::string Imported::ir() {
  if (!module)
    return errors;
  std::string text;
  llvm::raw_string_ostream os(text);
  mlir::OpPrintingFlags flags;
  flags.elideLargeResourceString(16);
  module->print(os, flags);
  return text;
}

template <typename T>
static std::vector<double> asNumbers(const Tensor &tensor) {
  llvm::ArrayRef<T> data = tensor.data<T>();
  return {data.begin(), data.end()};
}

std::vector<double> Imported::run(const std::vector<Floats> &inputs) {
  if (!module) {
    ADD_FAILURE() << errors;
    return {};
  }
  llvm::SmallVector<Tensor> tensors;
  for (auto [type, values] : llvm::zip(function().getArgumentTypes(), inputs)) {
    Tensor tensor(mlir::cast<mlir::RankedTensorType>(type));
    EXPECT_EQ(tensor.getNumElements(), int64_t(values.size()));
    if (tensor.getElementType().isInteger(64))
      llvm::copy(values, tensor.mutableData<int64_t>().begin());
    else
      llvm::copy(values, tensor.mutableData<float>().begin());
    tensors.push_back(tensor);
  }
  auto results = interpret(function(), tensors);
  if (mlir::failed(results)) {
    ADD_FAILURE() << "cannot be interpreted";
    return {};
  }
  mlir::Type element = (*results)[0].getElementType();
  if (element.isF32())
    return asNumbers<float>((*results)[0]);
  if (element.isInteger(64))
    return asNumbers<int64_t>((*results)[0]);
  if (element.isInteger(1) || element.isUnsignedInteger(8))
    return asNumbers<uint8_t>((*results)[0]);
  if (element.isInteger(32))
    return asNumbers<int32_t>((*results)[0]);
  ADD_FAILURE() << "no numbers of this type";
  return {};
}
