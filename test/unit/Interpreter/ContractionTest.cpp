//===- ContractionTest.cpp - Products, convolutions, pools, attention -----===//

#include "TestOp.h"

using namespace adze;
using namespace adze::test;

TEST(Contraction, Matmul) {
  const char *a = "[[1.0, 2.0], [3.0, 4.0]]", *b = "[[5.0, 6.0], [7.0, 8.0]]";
  std::vector<Operand> ab{{"2x2xf32", a}, {"2x2xf32", b}};
  expectOp("adze.matmul %0, %1", ab, "2x2xf32", {19, 22, 43, 50});
  expectOp("adze.matmul %0, %1 {transpose_a}", ab, "2x2xf32", {26, 30, 38, 44});
  expectOp("adze.matmul %0, %1 {transpose_b}", ab, "2x2xf32", {17, 23, 39, 53});
  expectOp("adze.matmul %0, %1 {transpose_a, transpose_b}", ab, "2x2xf32", {23, 31, 34, 46});
  expectOp("adze.matmul %0, %1", {{"1x3xi8", "[[100, 100, 1]]"}, {"3x1xi8", "[[1], [1], [1]]"}}, "1x1xi8", {-55}); // wraps
  // Leading dimensions broadcast, on either side.
  expectOp("adze.matmul %0, %1", {{"2x1x1x2xf32", "[[[[1.0, 2.0]]], [[[3.0, 4.0]]]]"}, {"2x2x1xf32", "[[[1.0], [1.0]], [[2.0], [0.0]]]"}},
           "2x2x1x1xf32", {3, 2, 7, 6});
  expectOp("adze.matmul %0, %1", {{"2x0xf32", ""}, {"0x2xf32", ""}}, "2x2xf32", {0, 0, 0, 0});
  expectOp("adze.matmul %0, %1", {{"0x2xf32", ""}, {"2x3xf32", "1.0"}}, "0x3xf32", {});
  expectOp("adze.matmul %0, %1", {{"0x1x1xf32", ""}, {"1x1xf32", "1.0"}}, "0x1x1xf32", {});
}

// A float sum that loses its small terms would give 0.
TEST(Contraction, SumsAreDouble) {
  expectOp("adze.matmul %0, %1", {{"1x3xf32", "[[1.0e8, 1.0, -1.0e8]]"}, {"3x1xf32", "1.0"}}, "1x1xf32", {1});
}

static std::string conv(const std::string &strides, const std::string &pads, const std::string &dilations, int groups,
                        const std::string &more = "") {
  return "{strides = array<i64: " + strides + ">, pads = array<i64: " + pads + ">, dilations = array<i64: " + dilations +
         ">, groups = " + std::to_string(groups) + " : i64" + more + "}";
}

TEST(Contraction, Conv) {
  Operand image{"1x1x3x3xf32", "[[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]]]"};
  Operand filter{"1x1x2x2xf32", "[[[[1.0, 10.0], [100.0, 1000.0]]]]"};
  expectOp("adze.conv %0, %1 " + conv("1, 1", "0, 0, 0, 0", "1, 1", 1), {image, filter}, "1x1x2x2xf32", {5421, 6532, 8754, 9865});
  expectOp("adze.conv %0, %1 " + conv("2, 2", "1, 1, 0, 0", "1, 1", 1), {image, filter}, "1x1x2x2xf32", {1000, 3200, 7040, 9865});
  expectOp("adze.conv %0, %1 " + conv("1, 1", "0, 0, 0, 0", "2, 2", 1), {image, filter}, "1x1x1x1xf32", {9731});
  expectOp("adze.conv %0, %1 " + conv("1, 1", "0, 1, 0, 0", "2, 1", 1), {image, filter}, "1x1x1x3xf32", {7010, 8721, 9832});
  // A kernel beyond everything: pads only.
  expectOp("adze.conv %0, %1 " + conv("1", "3, 3", "1", 1), {{"1x1x1xf32", "2.0"}, {"1x1x2xf32", "[[[1.0, 10.0]]]"}}, "1x1x6xf32",
           {0, 0, 20, 2, 0, 0});
}

TEST(Contraction, ConvGroupsAndLayouts) {
  // Two groups of one channel each, two outputs of each; channels last is the same seen otherwise.
  Operand filter{"4x1x1xf32", "[[[1.0]], [[2.0]], [[3.0]], [[4.0]]]"};
  expectOp("adze.conv %0, %1 " + conv("1", "0, 0", "1", 2), {{"1x2x2xf32", "[[[1.0, 2.0], [10.0, 20.0]]]"}, filter}, "1x4x2xf32",
           {1, 2, 2, 4, 30, 60, 40, 80});
  expectOp("adze.conv %0, %1 " + conv("1", "0, 0", "1", 2, ", layout = #adze<layout channels_last>"),
           {{"1x2x2xf32", "[[[1.0, 10.0], [2.0, 20.0]]]"}, filter}, "1x2x4xf32", {1, 2, 30, 40, 2, 4, 60, 80});
  expectOp("adze.conv %0, %1 " + conv("1, 1, 1", "0, 0, 0, 0, 0, 0", "1, 1, 1", 1),
           {{"1x1x2x1x2xi32", "[[[[[1, 2]], [[3, 4]]]]]"}, {"1x1x2x1x1xi32", "[[[[[1]], [[10]]]]]"}}, "1x1x1x1x2xi32", {31, 42});
  expectOp("adze.conv %0, %1 " + conv("1", "0, 0", "1", 1), {{"0x1x2xf32", ""}, {"1x1x1xf32", "1.0"}}, "0x1x2xf32", {});
  expectOp("adze.conv %0, %1 " + conv("1", "0, 0", "1", 1), {{"1x0x2xf32", ""}, {"1x0x1xf32", ""}}, "1x1x2xf32", {0, 0});
}

TEST(Contraction, ConvTranspose) {
  auto attributes = [](const std::string &strides, const std::string &pads, const std::string &dilations, const std::string &output, int groups) {
    return conv(strides, pads, dilations, groups, ", output_padding = array<i64: " + output + ">");
  };
  Operand x{"1x1x3xf32", "[[[1.0, 2.0, 3.0]]]"}, filter{"1x1x2xf32", "[[[1.0, 10.0]]]"};
  expectOp("adze.conv_transpose %0, %1 " + attributes("1", "0, 0", "1", "0", 1), {x, filter}, "1x1x4xf32", {1, 12, 23, 30});
  expectOp("adze.conv_transpose %0, %1 " + attributes("2", "0, 0", "1", "0", 1), {x, filter}, "1x1x6xf32", {1, 10, 2, 20, 3, 30});
  expectOp("adze.conv_transpose %0, %1 " + attributes("2", "1, 2", "1", "1", 1), {x, filter}, "1x1x4xf32", {10, 2, 20, 3});
  expectOp("adze.conv_transpose %0, %1 " + attributes("1", "0, 0", "2", "0", 1), {x, filter}, "1x1x5xf32", {1, 2, 13, 20, 30});
  expectOp("adze.conv_transpose %0, %1 " + attributes("1", "-1, 0", "1", "0", 1), {x, filter}, "1x1x5xf32", {0, 1, 12, 23, 30});
  // Two groups, two outputs each.
  expectOp("adze.conv_transpose %0, %1 " + attributes("1", "0, 0", "1", "0", 2),
           {{"1x2x1xf32", "[[[1.0], [10.0]]]"}, {"2x2x1xf32", "[[[1.0], [2.0]], [[3.0], [4.0]]]"}}, "1x4x1xf32", {1, 2, 30, 40});
}

static std::string pool(const std::string &kernel, const std::string &strides, const std::string &pads, const std::string &more = "") {
  return "{kernel = array<i64: " + kernel + ">, strides = array<i64: " + strides + ">, pads = array<i64: " + pads + ">, dilations = array<i64: 1>" +
         more + "}";
}

TEST(Contraction, Pools) {
  Operand x{"1x1x5xf32", "[[[1.0, -2.0, -3.0, 4.0, 6.0]]]"};
  expectOp("adze.max_pool %0 " + pool("2", "2", "0, 0"), {x}, "1x1x2xf32", {1, 4});
  expectOp("adze.max_pool %0 " + pool("2", "2", "0, 0", ", ceil_mode"), {x}, "1x1x3xf32", {1, 4, 6});
  expectOp("adze.max_pool %0 " + pool("2", "1", "1, 0"), {{"1x1x2xf32", "[[[-1.0, -2.0]]]"}}, "1x1x2xf32", {-1, -1});
  expectOp("adze.max_pool %0 " + pool("1", "1", "1, 0"), {{"1x1x1xi8", "5"}}, "1x1x2xi8", {-128, 5});
  expectOp("adze.max_pool %0 " + pool("2", "1", "0, 0"), {{"1x1x3xf32", "[[[1.0, 0x7FC00000, 2.0]]]"}}, "1x1x2xf32", {NaN, NaN});
  expectOp("adze.avg_pool %0 " + pool("2", "2", "1, 0"), {x}, "1x1x3xf32", {1, -2.5, 5});
  expectOp("adze.avg_pool %0 " + pool("2", "2", "1, 0", ", count_include_pad"), {x}, "1x1x3xf32", {0.5, -2.5, 5});
  // The last window sticks out beyond the pad by one: it counts two.
  expectOp("adze.avg_pool %0 " + pool("3", "2", "0, 1", ", count_include_pad, ceil_mode"), {{"1x1x4xf32", "[[[3.0, 6.0, 9.0, 12.0]]]"}},
           "1x1x2xf32", {6, 7});
  expectOp("adze.avg_pool %0 " + pool("3", "3", "0, 0", ", ceil_mode, count_include_pad"), {{"1x1x4xf32", "[[[3.0, 6.0, 9.0, 12.0]]]"}},
           "1x1x2xf32", {6, 12});
  expectOp("adze.max_pool %0 {kernel = array<i64: 2, 2>, strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 2>, "
           "layout = #adze<layout channels_last>}",
           {{"1x2x3x2xi32", "[[[[1, 10], [2, 20], [3, 30]], [[4, 40], [5, 50], [0, 0]]]]"}}, "1x1x1x2xi32", {4, 40});
}

TEST(Contraction, Attention) {
  // Scores 0 and ln 3, so that the weights are 1/4 and 3/4.
  std::vector<Operand> qkv{{"1x2xf32", "[[1.0, 0.0]]"}, {"2x2xf32", "[[0.0, 5.0], [2.1972246, 5.0]]"}, {"2x1xf32", "[[4.0], [8.0]]"}};
  expectOp("adze.attention %0, %1, %2 {scale = 0.5 : f64}", qkv, "1x1xf32", {7});
  std::vector<Operand> masked = qkv;
  masked.push_back({"1x2xf32", "[[0.0, 0xFF800000]]"});
  expectOp("adze.attention %0, %1, %2 mask %3 {scale = 0.5 : f64}", masked, "1x1xf32", {4});
  // One key for two heads.
  expectOp("adze.attention %0, %1, %2 {scale = 1.0 : f64}",
           {{"2x1x1xf32", "[[[1.0]], [[2.0]]]"}, {"1x1x1xf32", "1.0"}, {"2x1x2xf32", "[[[1.0, 2.0]], [[3.0, 4.0]]]"}}, "2x1x2xf32", {1, 2, 3, 4});
}

TEST(Contraction, Refused) {
  expectRefused("adze.attention %0, %1, %2 {scale = 1.0 : f64}", {{"1x1xi32", "1"}, {"1x1xi32", "1"}, {"1x1xi32", "1"}}, "1x1xi32",
                "'adze.attention' op has no reference semantics for elements of type 'i32'");
}
