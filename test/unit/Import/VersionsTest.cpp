//===- VersionsTest.cpp - What an operator means in which opset -----------===//

#include "TestModel.h"

using namespace adze;
using namespace adze::test;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pointwise;

// Before opset 13 softmax runs over all dimensions from `axis` (default 1) on.
TEST(Versions, SoftmaxFlattensBefore13) {
  TestModel model(11);
  model.input("x", {1, 2, 2}).output("y");
  model.node("Softmax", {"x"}, {"y"});
  EXPECT_THAT(model.import().run({{0, 0, 0, 0}}), ElementsAre(0.25, 0.25, 0.25, 0.25));
}
TEST(Versions, SoftmaxHasOneAxisFrom13) {
  TestModel model(13);
  model.input("x", {1, 2, 2}).output("y");
  model.node("Softmax", {"x"}, {"y"});
  EXPECT_THAT(model.import().run({{0, 0, 0, 0}}), ElementsAre(0.5, 0.5, 0.5, 0.5));
}

TEST(Versions, ClipBoundsAreAttributesBefore11) {
  TestModel model(10);
  model.input("x", {3}).output("y");
  model.node("Clip", {"x"}, {"y"}).attr("min", -1.0).attr("max", 1.0);
  EXPECT_THAT(model.import().run({{-2, 0, 2}}), ElementsAre(-1, 0, 1));
}
TEST(Versions, ClipBoundsAreOperandsFrom11) {
  TestModel model(11);
  model.input("x", {3}).weight("high", {}, Floats{1}).output("y");
  model.node("Clip", {"x", "", "high"}, {"y"});
  EXPECT_THAT(model.import().run({{-2, 0, 2}}), ElementsAre(-2, 0, 1));
}
TEST(Versions, ClipAttributeIsRefusedFrom11) {
  TestModel model(11);
  model.input("x", {3}).output("y");
  model.node("Clip", {"x"}, {"y"}).attr("min", -1.0);
  EXPECT_THAT(model.import().errors, HasSubstr("node 'y' (Clip): attribute 'min' is not supported by version 11"));
}
// Bounds that only running tells stay operations.
TEST(Versions, ClipBoundsMayBeComputed) {
  TestModel model(13);
  model.input("x", {3}).input("low", {}).output("y");
  model.node("Clip", {"x", "low"}, {"y"});
  EXPECT_THAT(model.import().run({{-2, 0, 2}, {-1}}), ElementsAre(-1, 0, 2));
}

TEST(Versions, SqueezeAxesAreAnAttributeBefore13) {
  TestModel model(11);
  model.input("x", {1, 2, 1}).output("y");
  model.node("Squeeze", {"x"}, {"y"}).attr("axes", Integers{-1});
  EXPECT_THAT(model.import().ir(), HasSubstr("-> tensor<1x2xf32>"));
}
TEST(Versions, SqueezeAxesAreAnOperandFrom13) {
  TestModel model(13);
  model.input("x", {1, 2, 1}).weight("axes", {1}, Integers{0}).output("y");
  model.node("Squeeze", {"x", "axes"}, {"y"});
  EXPECT_THAT(model.import().ir(), HasSubstr("-> tensor<2x1xf32>"));
}
TEST(Versions, UnsqueezeCountsAxesInTheResult) {
  TestModel model(13);
  model.input("x", {2}).weight("axes", {2}, Integers{0, -1}).output("y");
  model.node("Unsqueeze", {"x", "axes"}, {"y"});
  EXPECT_THAT(model.import().ir(), HasSubstr("-> tensor<1x2x1xf32>"));
}

TEST(Versions, ReduceSumAxesAreAnOperandFrom13) {
  TestModel model(13);
  model.input("x", {2, 2}).weight("axes", {1}, Integers{0}).output("y");
  model.node("ReduceSum", {"x", "axes"}, {"y"}).attr("keepdims", 0);
  EXPECT_THAT(model.import().run({{1, 2, 3, 4}}), ElementsAre(4, 6));
}
TEST(Versions, ReduceMaxAxesAreAnAttributeUntil17) {
  TestModel model(17);
  model.input("x", {2, 2}).weight("axes", {1}, Integers{0}).output("y");
  model.node("ReduceMax", {"x", "axes"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("operand 1 is not supported by version 13"));
}
TEST(Versions, ReduceMaxAxesAreAnOperandFrom18) {
  TestModel model(18);
  model.input("x", {2, 2}).weight("axes", {1}, Integers{1}).output("y");
  model.node("ReduceMax", {"x", "axes"}, {"y"}).attr("keepdims", 0);
  EXPECT_THAT(model.import().run({{1, 2, 3, 4}}), ElementsAre(2, 4));
}
TEST(Versions, ReduceWithoutAxesMayDoNothing) {
  TestModel model(13);
  model.input("x", {2, 2}).output("y");
  model.node("ReduceSum", {"x"}, {"y"}).attr("noop_with_empty_axes", 1);
  EXPECT_THAT(model.import().run({{1, 2, 3, 4}}), ElementsAre(1, 2, 3, 4));
}

TEST(Versions, SliceParametersAreAttributesBefore10) {
  TestModel model(9);
  model.input("x", {4}).output("y");
  model.node("Slice", {"x"}, {"y"}).attr("starts", Integers{1}).attr("ends", Integers{-1});
  EXPECT_THAT(model.import().run({{1, 2, 3, 4}}), ElementsAre(2, 3));
}
TEST(Versions, SliceGoesBackwardsFrom10) {
  TestModel model(10);
  model.input("x", {4}).output("y");
  model.weight("starts", {1}, Integers{-1}).weight("ends", {1}, Integers{INT64_MIN}).weight("steps", {1}, Integers{-2});
  model.weight("axes", {1}, Integers{0});
  model.node("Slice", {"x", "starts", "ends", "axes", "steps"}, {"y"});
  EXPECT_THAT(model.import().run({{1, 2, 3, 4}}), ElementsAre(4, 2));
}

TEST(Versions, PadIsAnAttributeBefore11) {
  TestModel model(10);
  model.input("x", {2}).output("y");
  model.node("Pad", {"x"}, {"y"}).attr("pads", Integers{1, 0}).attr("value", 7.0);
  EXPECT_THAT(model.import().run({{1, 2}}), ElementsAre(7, 1, 2));
}
TEST(Versions, PadHasAxesFrom18) {
  TestModel model(18);
  model.input("x", {1, 2}).weight("pads", {2}, Integers{1, 1}).weight("axes", {1}, Integers{-1}).output("y");
  model.node("Pad", {"x", "pads", "", "axes"}, {"y"}).attr("mode", "edge");
  EXPECT_THAT(model.import().run({{1, 2}}), ElementsAre(1, 1, 2, 2));
}
TEST(Versions, PadWrapsFrom19Only) {
  for (int64_t opset : {18, 19}) {
    TestModel model(opset);
    model.input("x", {3}).weight("pads", {2}, Integers{0, 2}).output("y");
    model.node("Pad", {"x", "pads"}, {"y"}).attr("mode", "wrap");
    Imported imported = model.import();
    if (opset == 18)
      EXPECT_THAT(imported.errors, HasSubstr("attribute 'mode' = \"wrap\", expected \"constant\" or \"reflect\""));
    else
      EXPECT_THAT(imported.run({{1, 2, 3}}), ElementsAre(1, 2, 3, 1, 2));
  }
}
TEST(Versions, NegativePadsCutOff) {
  TestModel model(13);
  model.input("x", {4}).weight("pads", {2}, Integers{-1, 2}).output("y");
  model.node("Pad", {"x", "pads"}, {"y"});
  EXPECT_THAT(model.import().run({{1, 2, 3, 4}}), ElementsAre(2, 3, 4, 0, 0));
}

TEST(Versions, SplitSizesAreAnAttributeBefore13) {
  TestModel model(11);
  model.input("x", {3}).output("b");
  model.node("Split", {"x"}, {"a", "b"}).attr("split", Integers{1, 2});
  EXPECT_THAT(model.import().run({{1, 2, 3}}), ElementsAre(2, 3));
}
TEST(Versions, SplitMustBeEvenBefore18) {
  TestModel model(13);
  model.input("x", {3}).output("b");
  model.node("Split", {"x"}, {"a", "b"});
  EXPECT_THAT(model.import().errors, HasSubstr("3 elements do not split evenly into 2"));
}
TEST(Versions, SplitLastPartIsSmallerFrom18) {
  TestModel model(18);
  model.input("x", {3}).output("b");
  model.node("Split", {"x"}, {"a", "b"}).attr("num_outputs", 2);
  EXPECT_THAT(model.import().run({{1, 2, 3}}), ElementsAre(3));
}

TEST(Versions, TopKIsAnAttributeBefore10) {
  TestModel model(9);
  model.input("x", {3}).output("y");
  model.node("TopK", {"x"}, {"y", "i"}).attr("k", 2);
  EXPECT_THAT(model.import().run({{1, 3, 2}}), ElementsAre(3, 2));
}
TEST(Versions, TopKMayBeSmallestFrom11) {
  TestModel model(11);
  model.input("x", {3}).weight("k", {1}, Integers{2}).output("i");
  model.node("TopK", {"x", "k"}, {"y", "i"}).attr("largest", 0);
  EXPECT_THAT(model.import().run({{1, 3, 2}}), ElementsAre(0, 2));
}

TEST(Versions, ReshapeZeroCopies) {
  TestModel model(13);
  model.input("x", {2, 3, 4}).weight("shape", {2}, Integers{0, -1}).output("y");
  model.node("Reshape", {"x", "shape"}, {"y"});
  EXPECT_THAT(model.import().ir(), HasSubstr("-> tensor<2x12xf32>"));
}
TEST(Versions, ReshapeZeroMayMeanZeroFrom14) {
  TestModel model(14);
  model.input("x", {0, 3}).weight("shape", {2}, Integers{3, 0}).output("y");
  model.node("Reshape", {"x", "shape"}, {"y"}).attr("allowzero", 1);
  EXPECT_THAT(model.import().ir(), HasSubstr("-> tensor<3x0xf32>"));
}

TEST(Versions, UpsampleScalesAreAnAttributeIn7) {
  TestModel model(7);
  model.input("x", {1, 1, 1, 2}).output("y");
  model.node("Upsample", {"x"}, {"y"}).attr("scales", Floats{1, 1, 1, 2});
  EXPECT_THAT(model.import().run({{1, 2}}), ElementsAre(1, 1, 2, 2));
}
TEST(Versions, UpsampleIsGoneFrom10) {
  TestModel model(10);
  model.input("x", {1, 1, 1, 2}).weight("scales", {4}, Floats{1, 1, 1, 2}).output("y");
  model.node("Upsample", {"x", "scales"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("the operator was removed in opset 10, the model imports 10"));
}
// Version 10 samples asymmetrically, version 11 at pixel centres.
TEST(Versions, ResizeCoordinates) {
  for (int64_t opset : {10, 11}) {
    TestModel model(opset);
    model.input("x", {2}).weight("scales", {1}, Floats{2}).output("y");
    model.node("Resize", opset == 10 ? Names{"x", "scales"} : Names{"x", "", "scales"}, {"y"}).attr("mode", "linear");
    std::vector<double> expected = opset == 10 ? std::vector<double>{0, 2, 4, 4} : std::vector<double>{0, 1, 3, 4};
    EXPECT_THAT(model.import().run({{0, 4}}), Pointwise(DoubleNear(1e-6), expected)) << opset;
  }
}
TEST(Versions, ResizeKeepsTheAspectRatioFrom18) {
  TestModel model(18);
  model.input("x", {1, 1, 2, 4}).weight("sizes", {2}, Integers{8, 8}).output("y");
  model.node("Resize", {"x", "", "", "sizes"}, {"y"})
      .attr("axes", Integers{2, 3})
      .attr("keep_aspect_ratio_policy", "not_larger");
  EXPECT_THAT(model.import().ir(), HasSubstr("-> tensor<1x1x4x8xf32>"));
}

TEST(Versions, DropoutIsTheIdentity) {
  TestModel model(12);
  model.input("x", {2}).output("y");
  model.node("Dropout", {"x"}, {"y"});
  EXPECT_THAT(model.import().run({{1, 2}}), ElementsAre(1, 2));
}
TEST(Versions, DropoutInTrainingIsRefused) {
  TestModel model(12);
  onnx::TensorProto yes = makeTensorProto("yes", {}, Integers{});
  yes.set_data_type(onnx::TensorProto::BOOL);
  yes.add_int32_data(1);
  *model.proto.mutable_graph()->add_initializer() = yes;
  model.input("x", {2}).output("y");
  model.node("Dropout", {"x", "", "yes"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("training mode is not supported"));
}
TEST(Versions, BatchNormalizationPerElementIsRefused) {
  TestModel model(7);
  model.input("x", {1, 1}).weight("one", {1}, Floats{1}).output("y");
  model.node("BatchNormalization", {"x", "one", "one", "one", "one"}, {"y"}).attr("spatial", 0);
  EXPECT_THAT(model.import().errors, HasSubstr("attribute 'spatial' = 0"));
}
TEST(Versions, GroupNormalizationScalesGroupsIn18) {
  TestModel model(18);
  model.input("x", {1, 2, 2}).weight("scale", {1}, Floats{2}).weight("bias", {1}, Floats{1}).output("y");
  model.node("GroupNormalization", {"x", "scale", "bias"}, {"y"}).attr("num_groups", 1).attr("epsilon", 0.0);
  EXPECT_THAT(model.import().run({{-1, 1, -1, 1}}), Pointwise(DoubleNear(1e-5), std::vector<double>{-1, 3, -1, 3}));
}

TEST(Versions, FmodIsNeededForFloats) {
  TestModel model(13);
  model.input("x", {1}).output("y");
  model.node("Mod", {"x", "x"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("attribute 'fmod' = 0 is for integers"));
}
TEST(Versions, DepthToSpaceHasOneModeBefore11) {
  TestModel model(10);
  model.input("x", {1, 4, 1, 1}).output("y");
  model.node("DepthToSpace", {"x"}, {"y"}).attr("blocksize", 2).attr("mode", "CRD");
  EXPECT_THAT(model.import().errors, HasSubstr("attribute 'mode' is not supported by version 1"));
}
// The experimental operators of CNTK's and CoreML's exporters.
TEST(Versions, ImageScalerIsThereBefore10) {
  TestModel model(7);
  model.input("x", {1, 2, 1, 1}).output("y");
  model.node("ImageScaler", {"x"}, {"y"}).attr("scale", 2.0).attr("bias", Floats{1, 10});
  EXPECT_THAT(model.import().run({{3, 4}}), ElementsAre(7, 18));
}
TEST(Versions, SamePadsPutTheOddElementAtEitherEnd) {
  for (bool upper : {true, false}) {
    TestModel model(13);
    model.input("x", {1, 1, 2}).output("y");
    model.node("AveragePool", {"x"}, {"y"})
        .attr("kernel_shape", Integers{2})
        .attr("auto_pad", upper ? "SAME_UPPER" : "SAME_LOWER")
        .attr("count_include_pad", 1);
    std::vector<double> expected = upper ? std::vector<double>{3, 2} : std::vector<double>{1, 3};
    EXPECT_EQ(model.import().run({{2, 4}}), expected);
  }
}
TEST(Versions, OldOpsetsAreRefusedByOperator) {
  TestModel model(6);
  model.input("x", {1}).output("y");
  model.node("Add", {"x", "x"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("node 'y' (Add): opset 6 is older than what is supported, 7"));
}
TEST(Versions, NewOpsetsAreRefused) {
  TestModel model(23);
  model.input("x", {1}).output("x");
  EXPECT_THAT(model.import().errors, HasSubstr("opset 23 is not supported; opsets up to 22 are"));
}
TEST(Versions, OperatorsNewerThanTheOpsetAreRefused) {
  TestModel model(19);
  model.input("x", {1}).output("y");
  model.node("Gelu", {"x"}, {"y"});
  EXPECT_THAT(model.import().errors, HasSubstr("node 'y' (Gelu): opset 19 is older than what is supported, 20"));
}
