//===- MovementTest.cpp - Operations that move elements -------------------===//

#include "TestOp.h"

using namespace adze;
using namespace adze::test;

static const Operand matrix{"2x3xi32", "[[1, 2, 3], [4, 5, 6]]"};

TEST(Movement, ReshapeAndBroadcast) {
  expectOp("adze.reshape %0", {matrix}, "3x2xi32", {1, 2, 3, 4, 5, 6});
  expectOp("adze.reshape %0", {{"1xf32", "2.0"}}, "f32", {2});
  expectOp("adze.reshape %0", {{"0x3xf32", ""}}, "3x0xf32", {});
  expectOp("adze.broadcast %0", {{"2x1xi8", "[[1], [2]]"}}, "2x2x3xi8", {1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2});
  expectOp("adze.broadcast %0", {{"f64", "7.0"}}, "2xf64", {7, 7});
  expectOp("adze.broadcast %0", {{"1xf32", "1.0"}}, "0xf32", {});
}

TEST(Movement, Transpose) {
  expectOp("adze.transpose %0 {permutation = array<i64: 1, 0>}", {matrix}, "3x2xi32", {1, 4, 2, 5, 3, 6});
  expectOp("adze.transpose %0 {permutation = array<i64: 2, 0, 1>}", {{"2x2x2xi8", "[[[0, 1], [2, 3]], [[4, 5], [6, 7]]]"}}, "2x2x2xi8",
           {0, 2, 4, 6, 1, 3, 5, 7});
  expectOp("adze.transpose %0 {permutation = array<i64>}", {{"f32", "3.0"}}, "f32", {3});
  expectOp("adze.transpose %0 {permutation = array<i64: 1, 0>}", {{"0x2xf32", ""}}, "2x0xf32", {});
}

TEST(Movement, Slice) {
  expectOp("adze.slice %0 {starts = array<i64: 0, 2>, sizes = array<i64: 2, 2>, steps = array<i64: 1, -2>}", {matrix}, "2x2xi32", {3, 1, 6, 4});
  expectOp("adze.slice %0 {starts = array<i64: 1, 1>, sizes = array<i64: 1, 2>, steps = array<i64: 1, 1>}", {matrix}, "1x2xi32", {5, 6});
  expectOp("adze.slice %0 {starts = array<i64: 0, 3>, sizes = array<i64: 2, 0>, steps = array<i64: 1, 1>}", {matrix}, "2x0xi32", {});
}

TEST(Movement, Concat) {
  expectOp("adze.concat %0, %1 {axis = 1}", {matrix, {"2x1xi32", "[[7], [8]]"}}, "2x4xi32", {1, 2, 3, 7, 4, 5, 6, 8});
  expectOp("adze.concat %0, %1 {axis = 0}", {{"0xf16", ""}, {"2xf16", "[0x3C00, 0x4000]"}}, "2xf16", {0x3c00, 0x4000});
}

TEST(Movement, Pad) {
  auto pad = [](const char *mode, const std::vector<double> &expected) {
    expectOp(std::string("adze.pad %0 {low = array<i64: 2>, high = array<i64: 2>, mode = #adze<pad_mode ") + mode + ">}",
             {{"3xi8", "[1, 2, 3]"}}, "7xi8", expected);
  };
  pad("constant", {0, 0, 1, 2, 3, 0, 0});
  pad("reflect", {3, 2, 1, 2, 3, 2, 1});
  pad("edge", {1, 1, 1, 2, 3, 3, 3});
  pad("wrap", {2, 3, 1, 2, 3, 1, 2});
  expectOp("adze.pad %0, %1 {low = array<i64: 1, 0>, high = array<i64: 0, 1>, mode = #adze<pad_mode constant>}",
           {{"1x2xf32", "[[1.0, 2.0]]"}, {"f32", "9.0"}}, "2x3xf32", {9, 9, 9, 1, 2, 9});
  expectOp("adze.pad %0, %1 {low = array<i64: 1>, high = array<i64: 0>, mode = #adze<pad_mode constant>}", {{"0xf32", ""}, {"1xf32", "4.0"}},
           "1xf32", {4});
}

TEST(Movement, Unpack) {
  // Two inputs, three outputs in blocks of two.
  expectOp("adze.unpack %0 {extent = 3 : i64}", {{"2x2x2xi8", "[[[1, 2], [4, 5]], [[3, 0], [6, 0]]]"}}, "2x3xi8", {1, 2, 3, 4, 5, 6});
}

TEST(Movement, Gather) {
  expectOp("adze.gather %0, %1 {axis = 0}", {matrix, {"2xi64", "[1, -2]"}}, "2x3xi32", {4, 5, 6, 1, 2, 3});
  expectOp("adze.gather %0, %1 {axis = 1}", {matrix, {"1x2xi32", "[[2, 0]]"}}, "2x1x2xi32", {3, 1, 6, 4});
  expectOp("adze.gather %0, %1 {axis = 1}", {matrix, {"i64", "1"}}, "2xi32", {2, 5});
  expectOp("adze.gather %0, %1 {axis = 1}", {matrix, {"3xi64", "[7, -9, 9223372036854775807]"}}, "2x3xi32", {3, 1, 3, 6, 4, 6}); // clamped
  expectOp("adze.gather %0, %1 {axis = 0}", {matrix, {"0xi64", ""}}, "0x3xi32", {});
  expectOp("adze.gather %0, %1 {axis = 0}", {{"0x2xf32", ""}, {"1xi64", "0"}}, "1x2xf32", {0, 0});
  expectOp("adze.gather_elements %0, %1 {axis = 1}", {matrix, {"2x2xi64", "[[2, 0], [-1, 1]]"}}, "2x2xi32", {3, 1, 6, 5});
  expectOp("adze.gather_elements %0, %1 {axis = 0}", {matrix, {"1x2xi64", "[[1, 0]]"}}, "1x2xi32", {4, 2});
  expectOp("adze.gather_nd %0, %1 {batch_dims = 0 : i64}", {matrix, {"2x2xi64", "[[0, 1], [-1, -1]]"}}, "2xi32", {2, 6});
  expectOp("adze.gather_nd %0, %1 {batch_dims = 0 : i64}", {matrix, {"2x1xi64", "[[1], [0]]"}}, "2x3xi32", {4, 5, 6, 1, 2, 3});
  expectOp("adze.gather_nd %0, %1 {batch_dims = 1 : i64}", {matrix, {"2x1xi64", "[[1], [0]]"}}, "2xi32", {2, 4});
}

static std::string kind(const std::string &name) { return "kind = #adze<scatter_kind " + name + ">"; }

TEST(Movement, Scatter) {
  std::vector<Operand> operands{{"4xf32", "[1.0, 2.0, 3.0, 4.0]"}, {"4xi64", "[1, 1, -1, 9]"}, {"4xf32", "[5.0, 6.0, 7.0, 8.0]"}};
  auto scatter = [&](const char *name, const std::vector<double> &expected) {
    expectOp("adze.scatter_elements %0, %1, %2 {axis = 0, " + kind(name) + "}", operands, "4xf32", expected);
  };
  scatter("replace", {1, 6, 3, 7}); // the last update wins, out of range nothing happens
  scatter("add", {1, 13, 3, 11});
  scatter("mul", {1, 60, 3, 28});
  scatter("max", {1, 6, 3, 7});
  scatter("min", {1, 2, 3, 4});
  expectOp("adze.scatter_elements %0, %1, %2 {axis = 1, " + kind("replace") + "}",
           {matrix, {"1x2xi64", "[[2, 0]]"}, {"1x2xi32", "[[8, 9]]"}}, "2x3xi32", {9, 2, 8, 4, 5, 6});
  expectOp("adze.scatter_nd %0, %1, %2 {" + kind("replace") + "}", {matrix, {"1x1xi64", "[[-1]]"}, {"1x3xi32", "[[7, 8, 9]]"}}, "2x3xi32",
           {1, 2, 3, 7, 8, 9});
  expectOp("adze.scatter_nd %0, %1, %2 {" + kind("add") + "}", {matrix, {"3x2xi64", "[[0, 0], [0, 0], [0, 3]]"}, {"3xi32", "[10, 20, 30]"}},
           "2x3xi32", {31, 2, 3, 4, 5, 6});
  expectOp("adze.scatter_elements %0, %1, %2 {axis = 0, " + kind("add") + "}", {{"0xf32", ""}, {"0xi64", ""}, {"0xf32", ""}}, "0xf32", {});
}

TEST(Movement, ReverseSequence) {
  expectOp("adze.reverse_sequence %0, %1 {batch_axis = 0 : i64, time_axis = 1 : i64}", {matrix, {"2xi64", "[2, 3]"}}, "2x3xi32",
           {2, 1, 3, 6, 5, 4});
  expectOp("adze.reverse_sequence %0, %1 {batch_axis = 1 : i64, time_axis = 0 : i64}", {matrix, {"3xi64", "[0, 2, 9]"}}, "2x3xi32",
           {1, 5, 6, 4, 2, 3});
}
