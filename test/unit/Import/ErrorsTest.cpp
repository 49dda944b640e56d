//===- ErrorsTest.cpp - What cannot be imported is said, all of it --------===//

#include "TestModel.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;
using namespace adze::test;
using testing::HasSubstr;

TEST(Errors, EveryUnsupportedNodeIsListed) {
  TestModel model(13);
  model.opset("com.microsoft", 1).input("x", {2}).output("y");
  model.node("Bernoulli", {"x"}, {"a"}).name("random");
  model.node("Neg", {"a"}, {"b"}); // fails with its operand, silently
  model.node("FastGelu", {"b"}, {"c"}).domain("com.microsoft");
  model.node("Clip", {"x"}, {"y"}).attr("unknown", 1);
  EXPECT_EQ(model.import().errors, "node 'random' (Bernoulli): this operator is not supported\n"
                                   "node 'c' (com.microsoft.FastGelu): this operator is not supported\n"
                                   "note: 'adze info --ops' lists the operators that are\n"
                                   "node 'y' (Clip): attribute 'unknown' is not supported by version 13 of the operator\n");
}
TEST(Errors, MissingOperand) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("Add", {"x", ""}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("node 'y' (Add): operand 1 is missing"));
}
TEST(Errors, TooManyOperands) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("Neg", {"x", "x"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("has 2 operands, version 13 of the operator at most 1"));
}
TEST(Errors, ResultThatIsNotThere) {
  TestModel model(13);
  model.input("x", {1, 1, 4}).output("y");
  model.node("MaxPool", {"x"}, {"y", "indices"}).attr("kernel_shape", Integers{2});
  EXPECT_THAT(model.import().errors, HasSubstr("result 1 ('indices') is not supported"));
}
TEST(Errors, AttributeOfAnotherType) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("LeakyRelu", {"x"}, {"y"}).attr("alpha", 1);
  EXPECT_THAT(model.import().errors, HasSubstr("attribute 'alpha' is of type INT, expected FLOAT"));
}
TEST(Errors, UndefinedName) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("Add", {"x", "nowhere"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("node 'y' (Add): reads 'nowhere', which nothing produces"));
}
TEST(Errors, UndefinedOutput) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  EXPECT_THAT(model.import().errors, HasSubstr("nothing computes the output 'y'"));
}
TEST(Errors, Cycle) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("Add", {"x", "b"}, {"a"});
  model.node("Neg", {"a"}, {"b"});
  EXPECT_THAT(model.import().errors, HasSubstr("node 'a' (Add): depends on itself"));
}
TEST(Errors, TwoValuesOfOneName) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("Neg", {"x"}, {"y"});
  model.node("Abs", {"x"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("the name 'y' is given to two values"));
}
TEST(Errors, ShapesThatDoNotFit) {
  TestModel model(13);
  model.input("x", {2}).input("z", {3}).output("y");
  model.node("Add", {"x", "z"}, {"y"}).name("sum");
  EXPECT_THAT(model.import().errors, HasSubstr("node 'sum' (Add): "));
}
TEST(Errors, MissingOpset) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  model.node("Adam", {"x", "x", "x", "x", "x", "x"}, {"y"}).domain("ai.onnx.preview.training");
  EXPECT_THAT(model.import().errors, HasSubstr("the model imports no opset of the domain 'ai.onnx.preview.training'"));
}
TEST(Errors, OutputOfAnotherType) {
  TestModel model(13);
  model.input("x", {2}).output("x");
  model.proto.mutable_graph()->mutable_output(0)->mutable_type()->mutable_tensor_type()->set_elem_type(
      onnx::TensorProto::INT64);
  EXPECT_THAT(model.import().errors, HasSubstr("output 'x' is declared as int64, but computed as another type"));
}
// Field 8 of a node, `overload`, is unknown to the schema but not without meaning.
TEST(Errors, FunctionOverloads) {
  TestModel model(13);
  model.input("x", {2}).output("y");
  TestNode node = model.node("Neg", {"x"}, {"y"});
  node.proto->GetReflection()->MutableUnknownFields(node.proto)->AddLengthDelimited(8, "other");
  EXPECT_THAT(model.import().errors, HasSubstr("function overloads are not supported"));
}

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

TEST(Errors, NoFile) {
  EXPECT_THAT(importFile("/nowhere/model.onnx").errors, HasSubstr("No such file"));
}
// What the fuzzer has found imports, or is an error; it crashes no more.
TEST(Errors, FuzzerFindings) {
  std::error_code code;
  int count = 0;
  for (llvm::sys::fs::directory_iterator it(ADZE_FUZZ_CORPUS, code), end; it != end && !code; it.increment(code), ++count) {
    Imported imported = importFile(it->path(), closeDims(it->path(), 2));
    EXPECT_TRUE(imported.module || !imported.errors.empty()) << it->path();
  }
  EXPECT_GT(count, 0);
}
TEST(Errors, DamagedFile) {
  llvm::SmallString<128> path;
  ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("damaged", "onnx", path));
  std::error_code code;
  llvm::raw_fd_ostream(path, code) << "this is no protobuf";
  EXPECT_EQ(importFile(path).errors, "this is no ONNX model, or it is damaged\n");
  llvm::sys::fs::remove(path);
}
