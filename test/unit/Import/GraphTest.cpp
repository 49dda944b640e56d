//===- GraphTest.cpp - Names, order, folding, functions, branches ---------===//

#include "TestModel.h"

using namespace adze;
using namespace adze::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

static mlir::Operation *firstOf(Imported &imported, llvm::StringRef op) {
  mlir::Operation *found = nullptr;
  imported.module->walk([&](mlir::Operation *current) {
    if (!found && current->getName().getStringRef() == op)
      found = current;
  });
  return found;
}

TEST(Graph, OperationsCarryNodeNames) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("Exp", {"x"}, {"e"}).name("block/Exp");
  model.node("Log", {"e"}, {"y"});
  Imported imported = model.import();
  EXPECT_EQ(getNodeName(firstOf(imported, "adze.exp")->getLoc()), "block/Exp");
  EXPECT_EQ(getNodeName(firstOf(imported, "adze.log")->getLoc()), "y"); // by its first output
}
TEST(Graph, NodesMayStandInAnyOrder) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("Neg", {"a"}, {"y"});
  model.node("Abs", {"x"}, {"a"});
  EXPECT_THAT(model.import().run({{-1, 2}}), ElementsAre(-1, -2));
}
TEST(Graph, InputsMayBeOutputs) {
  TestModel model(13);
  model.input("x", {2}).output("x");
  EXPECT_THAT(model.import().run({{1, 2}}), ElementsAre(1, 2));
}
TEST(Graph, DeadNodesAndWeightsVanish) {
  TestModel model(13);
  model.input("x", {2}).weight("w", {2}, Floats{1, 2}).output("y");
  model.node("Add", {"x", "w"}, {"dead"});
  model.node("Neg", {"x"}, {"y"});
  EXPECT_THAT(model.import().ir(), testing::AllOf(Not(HasSubstr("adze.add")), Not(HasSubstr("adze.constant"))));
}

//===----------------------------------------------------------------------===//
// Folding
//===----------------------------------------------------------------------===//

// Shape -> Slice -> Concat -> Reshape, as PyTorch exports a view.
TEST(Graph, ShapeComputationsVanish) {
  TestModel model(13);
  model.input("x", {2, 3, 4}).output("y");
  model.weight("zero", {1}, Integers{0}).weight("one", {1}, Integers{1}).weight("rest", {1}, Integers{-1});
  model.node("Shape", {"x"}, {"shape"});
  model.node("Slice", {"shape", "zero", "one"}, {"first"});
  model.node("Concat", {"first", "rest"}, {"wanted"}).attr("axis", 0);
  model.node("Reshape", {"x", "wanted"}, {"y"});
  std::string ir = model.import().ir();
  EXPECT_THAT(ir, HasSubstr("adze.reshape %arg0 : (tensor<2x3x4xf32>) -> tensor<2x12xf32>"));
  EXPECT_THAT(ir, Not(HasSubstr("adze.constant")));
}
// What repeats data is not folded: 40000 floats would come from one.
TEST(Graph, LargeExpansionsStayOperations) {
  TestModel model(13);
  model.weight("w", {1}, Floats{1}).weight("shape", {1}, Integers{40000}).output("y");
  model.node("Expand", {"w", "shape"}, {"y"});
  EXPECT_THAT(model.import().ir(), HasSubstr("adze.broadcast"));
}
// ... unless an operator needs them.
TEST(Graph, LargeConstantsAreComputedWhereNeeded) {
  TestModel model(13);
  model.weight("w", {1}, Integers{1}).weight("shape", {1}, Integers{40000}).output("y");
  model.node("Expand", {"w", "shape"}, {"large"});
  model.node("NonZero", {"large"}, {"y"});
  EXPECT_THAT(model.import().ir(), HasSubstr("tensor<1x40000xi64>"));
}
TEST(Graph, ReshapedWeightsShareTheirData) {
  TestModel model(13);
  model.weight("w", {32, 32}, Floats(1024, 0.5f)).weight("shape", {1}, Integers{-1}).output("y");
  model.node("Reshape", {"w", "shape"}, {"y"});
  std::string ir = model.import().ir();
  EXPECT_THAT(ir, HasSubstr("dense_resource<w> : tensor<1024xf32>"));
  EXPECT_THAT(ir, Not(HasSubstr("adze.reshape")));
}
TEST(Graph, AShapeFromAnInputIsRefused) {
  TestModel model(13);
  model.input("x", {4}).input("shape", {2}, onnx::TensorProto::INT64).output("y");
  model.node("Reshape", {"x", "shape"}, {"y"}).name("view");
  EXPECT_EQ(model.import().errors,
            "node 'view' (Reshape): operand 1 (shape) must be a constant, but it depends on the input 'shape'\n"
            "note: shapes, axes and the like must be known at compile time; 'adze run' takes them from --input files\n");
}
// `adze run` knows the values of inputs; the argument stays, marked.
TEST(Graph, CandidatesBecomeConstantsWhereNeeded) {
  TestModel model(13);
  model.input("x", {4}).input("shape", {2}, onnx::TensorProto::INT64).output("y");
  model.node("Neg", {"shape"}, {"negated"});
  model.node("Neg", {"negated"}, {"again"});
  model.node("Reshape", {"x", "again"}, {"y"});
  ImportOptions options;
  NpyArray shape(ElementType::I64, {2});
  shape.as<int64_t>()[0] = shape.as<int64_t>()[1] = 2;
  options.constantCandidates["shape"] = shape;
  std::string ir = model.import(options).ir();
  EXPECT_THAT(ir, HasSubstr("%arg1: tensor<2xi64> {adze.constant, adze.name = \"shape\"}) -> (tensor<2x2xf32>"));
}

//===----------------------------------------------------------------------===//
// Functions and branches
//===----------------------------------------------------------------------===//

static TestModel makeFunctionModel() {
  TestModel model(13);
  model.opset("my", 1).input("x", {2}).output("y");
  onnx::FunctionProto *function = model.proto.add_functions();
  function->set_domain("my");
  function->set_name("Steep");
  function->add_input("a");
  function->add_output("b");
  function->add_attribute("slope");
  onnx::OperatorSetIdProto *opset = function->add_opset_import();
  opset->set_version(13);
  onnx::NodeProto *inner = function->add_node();
  inner->set_op_type("LeakyRelu");
  inner->set_name("inner");
  inner->add_input("a");
  inner->add_output("b");
  onnx::AttributeProto *attribute = inner->add_attribute();
  attribute->set_name("alpha");
  attribute->set_type(onnx::AttributeProto::FLOAT);
  attribute->set_ref_attr_name("slope");
  return model;
}
TEST(Graph, FunctionsAreInlined) {
  TestModel model = makeFunctionModel();
  model.node("Steep", {"x"}, {"y"}).domain("my").name("call").attr("slope", 0.5);
  Imported imported = model.import();
  EXPECT_THAT(imported.run({{-2, 2}}), ElementsAre(-1, 2));
  EXPECT_EQ(getNodeName(firstOf(imported, "adze.leaky_relu")->getLoc()), "call/inner");
}
TEST(Graph, AbsentAttributesOfFunctionsHaveTheOperatorsDefault) {
  TestModel model = makeFunctionModel();
  model.node("Steep", {"x"}, {"y"}).domain("my");
  EXPECT_THAT(model.import().run({{-100, 2}}), ElementsAre(testing::DoubleNear(-1, 1e-6), 2));
}
// Field 11 of a function came with ONNX 1.13.
TEST(Graph, FunctionsMayHaveAttributeDefaults) {
  TestModel model = makeFunctionModel();
  onnx::AttributeProto byDefault;
  byDefault.set_name("slope");
  byDefault.set_type(onnx::AttributeProto::FLOAT);
  byDefault.set_f(0.25f);
  onnx::FunctionProto *function = model.proto.mutable_functions(0);
  function->clear_attribute();
  function->GetReflection()->MutableUnknownFields(function)->AddLengthDelimited(11, byDefault.SerializeAsString());
  model.node("Steep", {"x"}, {"a"}).domain("my");
  model.node("Steep", {"a"}, {"y"}).domain("my").attr("slope", 0.5);
  EXPECT_THAT(model.import().run({{-8, 2}}), ElementsAre(-1, 2));
}
TEST(Graph, FunctionsThatCallThemselvesAreRefused) {
  TestModel model = makeFunctionModel();
  onnx::NodeProto *inner = model.proto.mutable_functions(0)->mutable_node(0);
  inner->set_op_type("Steep");
  inner->set_domain("my");
  inner->clear_attribute();
  model.node("Steep", {"x"}, {"y"}).domain("my");
  EXPECT_THAT(model.import().errors, HasSubstr("functions call each other more than 64 deep"));
}
TEST(Graph, AKnownConditionPicksABranch) {
  TestModel model(13);
  model.input("x", {2}).input("size", {3}).output("y");
  model.weight("three", {}, Integers{3});
  model.node("Size", {"size"}, {"count"});
  model.node("Equal", {"count", "three"}, {"same"});
  model.node("If", {"same"}, {"y"})
      .attr("then_branch", makeBranch("Neg", {"x"}, "then"))
      .attr("else_branch", makeBranch("Unknown", {"x"}, "else"));
  EXPECT_THAT(model.import().run({{1, 2}, {0, 0, 0}}), ElementsAre(-1, -2));
}
TEST(Graph, AnUnknownConditionIsRefused) {
  TestModel model(13);
  model.input("x", {2}).input("c", {}, onnx::TensorProto::BOOL).output("y");
  model.node("If", {"c"}, {"y"}).attr("then_branch", makeBranch("Neg", {"x"}, "a")).attr("else_branch", makeBranch("Abs", {"x"}, "b"));
  EXPECT_THAT(model.import().errors, HasSubstr("node 'y' (If): operand 0 (cond) must be a constant"));
}
