//===- InputsTest.cpp - Open dimensions and what options say about them ---===//

#include "TestModel.h"

using namespace adze;
using namespace adze::test;
using testing::HasSubstr;

static TestModel makeOpenModel() {
  TestModel model(13);
  model.openInput("x", {"batch", "3"}).openInput("z", {"batch", ""}).output("y");
  model.node("Relu", {"x"}, {"y"});
  return model;
}

TEST(Inputs, EveryOpenDimensionIsNamedOnce) {
  std::string errors = makeOpenModel().import().errors;
  EXPECT_EQ(errors, "input 'x': dimension 0 ('batch') is open\n"
                    "note: give it a value: --dim batch=1\n"
                    "input 'z' has open dimensions without a name: 1x?\n"
                    "note: give numbers in place of '?': --input-shape z=1x?\n");
}
TEST(Inputs, DimGivesAValue) {
  ImportOptions options;
  options.dims["batch"] = {4, 4};
  options.inputShapes["z"] = {-1, 2};
  EXPECT_THAT(makeOpenModel().import(options).ir(), HasSubstr("tensor<4x3xf32> {adze.name = \"x\"}, %arg1: tensor<4x2xf32>"));
}
TEST(Inputs, DimGivesABound) {
  ImportOptions options;
  options.dims["batch"] = {0, 8};
  options.inputShapes["z"] = {-1, 2};
  EXPECT_THAT(makeOpenModel().import(options).ir(),
              HasSubstr("tensor<?x3xf32, #adze.tensor<names = [\"batch\", \"\"], bounds = [8, 0]>>"));
}
// What one file shows holds for every input that names the dimension.
TEST(Inputs, FilesFixDimensions) {
  ImportOptions options;
  options.fileShapes["z"] = {5, 2};
  EXPECT_THAT(makeOpenModel().import(options).ir(), HasSubstr("%arg0: tensor<5x3xf32>"));
}
TEST(Inputs, FilesMustAgree) {
  ImportOptions options;
  options.fileShapes["x"] = {4, 3};
  options.fileShapes["z"] = {5, 2};
  EXPECT_THAT(makeOpenModel().import(options).errors,
              HasSubstr("input 'z': dimension 0 ('batch') is 5 in the file of 'z', 4 in the file of 'x'"));
}
TEST(Inputs, FilesMustFitTheModel) {
  ImportOptions options;
  options.fileShapes["x"] = {4, 7};
  EXPECT_THAT(makeOpenModel().import(options).errors, HasSubstr("input 'x': dimension 1 is 3 in the model, 7 in the file 4x7"));
}
TEST(Inputs, MisspeltOptionsAreErrors) {
  ImportOptions options;
  options.dims["bach"] = {1, 1};
  options.inputShapes["w"] = {1};
  EXPECT_THAT(makeOpenModel().import(options).errors,
              HasSubstr("--dim bach: the model has no open dimension of this name\nnote: it has batch\n"
                        "the model has no input 'w'\nnote: it has x, z\n"));
}
TEST(Inputs, OpenExtentsStayOpenThroughTheGraph) {
  TestModel model(13);
  model.openInput("x", {"batch", "2", "3"}).output("y");
  model.node("Flatten", {"x"}, {"y"});
  ImportOptions options;
  options.dims["batch"] = {1, 8};
  EXPECT_THAT(model.import(options).ir(), HasSubstr("-> tensor<?x6xf32, #adze.tensor<names = [\"batch\", \"\"], bounds = [8, 0]>>"));
}
TEST(Inputs, ShapeOfAnOpenDimensionIsRefused) {
  TestModel model(13);
  model.openInput("x", {"batch"}).output("y");
  model.node("Shape", {"x"}, {"y"});
  ImportOptions options;
  options.dims["batch"] = {1, 8};
  EXPECT_THAT(model.import(options).errors, HasSubstr("node 'y' (Shape): needs a fixed extent in dimension 0 ('batch')\n"
                                                      "note: give the dimension one value: --dim batch=N"));
}
TEST(Inputs, InitializersAreNoInputs) {
  TestModel model(13);
  model.input("x", {2}).input("w", {2}).weight("w", {2}, Floats{1, 2}).output("y");
  model.node("Add", {"x", "w"}, {"y"});
  Imported imported = model.import();
  EXPECT_EQ(imported.function().getNumArguments(), 1u);
  EXPECT_EQ(imported.run({{1, 1}}), (std::vector<double>{2, 3}));
}
TEST(Inputs, StringsAreRefusedByName) {
  TestModel model(13);
  model.input("x", {2}, onnx::TensorProto::STRING).output("x");
  EXPECT_THAT(model.import().errors, HasSubstr("input 'x': element type string is not supported"));
}
// Numbers that the schema of ONNX 1.12 does not know.
TEST(Inputs, NewElementTypesAreRefusedByName) {
  TestModel model(21);
  model.input("x", {2}, 22).input("w", {2}, 17).output("x");
  EXPECT_THAT(model.import().errors, HasSubstr("input 'x': element type int4 is not supported\n"
                                               "input 'w': element type float8e4m3fn is not supported"));
}
TEST(Inputs, SequencesAreRefused) {
  TestModel model(13);
  model.output("x");
  onnx::ValueInfoProto *input = model.proto.mutable_graph()->add_input();
  input->set_name("x");
  input->mutable_type()->mutable_sequence_type();
  EXPECT_THAT(model.import().errors, HasSubstr("input 'x' is a sequence"));
}
TEST(Inputs, HugeShapesAreRefused) {
  TestModel model(13);
  model.input("x", {int64_t(1) << 30, int64_t(1) << 30}).input("z", {int64_t(1) << 40}).output("x");
  EXPECT_THAT(model.import().errors, HasSubstr("input 'x': more than"));
  EXPECT_THAT(model.import().errors, HasSubstr("input 'z': extent 1099511627776 is not between"));
}
