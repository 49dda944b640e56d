//===- ElementwiseTest.cpp - Element-wise operations ----------------------===//

#include "TestOp.h"

using namespace adze;
using namespace adze::test;

static void expectUnary(const std::string &op, const std::string &type, const std::string &x, const std::vector<double> &expected) {
  expectOp(op, {{type, x}}, type, expected);
}

TEST(Elementwise, UnaryFloats) {
  expectUnary("adze.abs %0", "4xf32", "[-1.5, -0.0, 0xFF800000, 2.0]", {1.5, 0.0, inf, 2});
  expectUnary("adze.neg %0", "3xf32", "[1.0, 0.0, -0.0]", {-1, -0.0, 0.0});
  expectUnary("adze.sign %0", "5xf32", "[3.0, -0.5, 0.0, 0x7FC00000, -0.0]", {1, -1, 0, NaN, 0});
  expectUnary("adze.exp %0", "3xf32", "[0.0, 1.0, -200.0]", {1, 2.718281828, 0});
  expectUnary("adze.log %0", "4xf32", "[1.0, 2.0, 0.0, -1.0]", {0, 0.693147181, -inf, NaN});
  expectUnary("adze.sqrt %0", "3xf32", "[9.0, 2.0, -1.0]", {3, 1.414213562, NaN});
  expectUnary("adze.rsqrt %0", "2xf32", "[4.0, 0.0]", {0.5, inf});
  expectUnary("adze.reciprocal %0", "3xf32", "[4.0, 0.0, -0.0]", {0.25, inf, -inf});
  expectUnary("adze.sin %0", "2xf32", "[0.0, 1.0]", {0, 0.841470985});
  expectUnary("adze.cos %0", "2xf32", "[0.0, 1.0]", {1, 0.540302306});
  expectUnary("adze.tan %0", "2xf32", "[0.0, 1.0]", {0, 1.557407725});
  expectUnary("adze.asin %0", "2xf32", "[1.0, 2.0]", {1.570796327, NaN});
  expectUnary("adze.acos %0", "2xf32", "[1.0, 0.0]", {0, 1.570796327});
  expectUnary("adze.atan %0", "2xf32", "[1.0, 0x7F800000]", {0.785398163, 1.570796327});
  expectUnary("adze.sinh %0", "2xf32", "[0.0, 1.0]", {0, 1.175201194});
  expectUnary("adze.cosh %0", "2xf32", "[0.0, 1.0]", {1, 1.543080635});
  expectUnary("adze.tanh %0", "3xf32", "[0.0, 1.0, 100.0]", {0, 0.761594156, 1});
  expectUnary("adze.asinh %0", "2xf32", "[0.0, 1.0]", {0, 0.881373587});
  expectUnary("adze.acosh %0", "2xf32", "[1.0, 2.0]", {0, 1.316957897});
  expectUnary("adze.atanh %0", "3xf32", "[0.0, 0.5, 1.0]", {0, 0.549306144, inf});
  expectUnary("adze.erf %0", "3xf32", "[0.0, 0.5, -10.0]", {0, 0.520499878, -1});
  expectUnary("adze.sigmoid %0", "3xf32", "[0.0, 2.0, -200.0]", {0.5, 0.880797078, 0});
  expectUnary("adze.silu %0", "2xf32", "[2.0, -2.0]", {1.761594156, -0.238405844});
  expectUnary("adze.hard_swish %0", "4xf32", "[4.0, 0.0, -4.0, 1.5]", {4, 0, -0.0, 1.125});
  expectUnary("adze.softplus %0", "3xf32", "[0.0, 100.0, -200.0]", {0.693147181, 100, 0});
  expectUnary("adze.floor %0", "3xf32", "[1.5, -1.5, -0.0]", {1, -2, -0.0});
  expectUnary("adze.ceil %0", "3xf32", "[1.5, -1.5, -0.5]", {2, -1, -0.0});
  expectUnary("adze.round %0", "5xf32", "[0.5, 1.5, 2.5, -0.5, -1.6]", {0, 2, 2, -0.0, -2});
  expectUnary("adze.gelu %0", "3xf32", "[0.0, 1.0, -1.0]", {0, 0.841344746, -0.158655254});
  expectUnary("adze.gelu %0 {tanh}", "2xf32", "[1.0, -1.0]", {0.841191991, -0.158808009});
  expectUnary("adze.hard_sigmoid %0 {alpha = 0.2 : f64, beta = 0.5 : f64}", "3xf32", "[1.0, 10.0, -10.0]", {0.7, 1, 0});
  expectUnary("adze.elu %0 {alpha = 2.0 : f64}", "3xf32", "[1.0, -1.0, 0.0]", {1, -1.264241118, 0});
  expectUnary("adze.leaky_relu %0 {alpha = 0.1 : f64}", "3xf32", "[1.0, -1.0, -0.0]", {1, -0.1, -0.0});
}

TEST(Elementwise, Clamp) {
  expectUnary("adze.clamp %0 {min = 0.0 : f32}", "4xf32", "[-1.0, 2.0, 0x7FC00000, -0.0]", {0, 2, NaN, 0});
  expectUnary("adze.clamp %0 {min = -1.0 : f32, max = 6.0 : f32}", "3xf32", "[-2.0, 7.0, 0.5]", {-1, 6, 0.5});
  expectUnary("adze.clamp %0", "2xf32", "[0xFF800000, 0x7F800000]", {-inf, inf});
  expectUnary("adze.clamp %0 {min = -1 : i8, max = 3 : i8}", "3xi8", "[-128, 127, 2]", {-1, 3, 2});
  expectUnary("adze.clamp %0 {max = 200 : ui8}", "2xui8", "[255, 7]", {200, 7});
}

TEST(Elementwise, UnaryIntegers) {
  expectUnary("adze.abs %0", "3xi8", "[-128, -3, 5]", {-128, 3, 5}); // wraps
  expectUnary("adze.neg %0", "3xi8", "[-128, -3, 5]", {-128, 3, -5});
  expectUnary("adze.neg %0", "2xui8", "[1, 0]", {255, 0});
  expectUnary("adze.sign %0", "3xi32", "[-7, 0, 7]", {-1, 0, 1});
  expectUnary("adze.sign %0", "2xui64", "[18446744073709551615, 0]", {1, 0});
  expectUnary("adze.not %0", "3xi8", "[0, -1, 5]", {-1, 0, -6});
  expectUnary("adze.not %0", "2xui8", "[0, 255]", {255, 0});
  expectUnary("adze.not %0", "2xi1", "[true, false]", {0, 1});
  expectUnary("adze.floor %0", "2xi32", "[-3, 3]", {-3, 3});
}

TEST(Elementwise, Classification) {
  expectOp("adze.is_nan %0", {{"3xf32", "[0x7FC00000, 1.0, 0x7F800000]"}}, "3xi1", {1, 0, 0});
  expectOp("adze.is_inf %0 {negative = true, positive = true}", {{"3xf32", "[0x7FC00000, 0xFF800000, 0x7F800000]"}}, "3xi1", {0, 1, 1});
  expectOp("adze.is_inf %0 {negative = false, positive = true}", {{"2xf32", "[0xFF800000, 0x7F800000]"}}, "2xi1", {0, 1});
  expectOp("adze.is_nan %0", {{"2xi32", "[1, 2]"}}, "2xi1", {0, 0});
}

TEST(Elementwise, BinaryFloats) {
  std::vector<Operand> ab{{"4xf32", "[5.5, -5.5, 0.0, 1.0]"}, {"4xf32", "[2.0, 2.0, 0.0, -0.0]"}};
  expectOp("adze.add %0, %1", ab, "4xf32", {7.5, -3.5, 0, 1});
  expectOp("adze.sub %0, %1", ab, "4xf32", {3.5, -7.5, 0, 1});
  expectOp("adze.mul %0, %1", ab, "4xf32", {11, -11, 0, -0.0});
  expectOp("adze.div %0, %1", ab, "4xf32", {2.75, -2.75, NaN, -inf});
  expectOp("adze.mod %0, %1", ab, "4xf32", {1.5, 0.5, NaN, NaN});
  expectOp("adze.mod %0, %1 {fmod}", ab, "4xf32", {1.5, -1.5, NaN, NaN});
  expectOp("adze.pow %0, %1", {{"4xf32", "[2.0, 4.0, -8.0, 0.0]"}, {"4xf32", "[10.0, 0.5, 0.5, 0.0]"}}, "4xf32", {1024, 2, NaN, 1});
  expectOp("adze.prelu %0, %1", ab, "4xf32", {5.5, -11, 0, 1});
  std::vector<Operand> specials{{"4xf32", "[0x7FC00000, 1.0, -0.0, 0.0]"}, {"4xf32", "[1.0, 0x7FC00000, 0.0, -0.0]"}};
  expectOp("adze.max %0, %1", specials, "4xf32", {NaN, NaN, 0.0, 0.0});
  expectOp("adze.min %0, %1", specials, "4xf32", {NaN, NaN, -0.0, -0.0});
}

TEST(Elementwise, BinaryIntegers) {
  std::vector<Operand> ab{{"5xi8", "[7, -7, -128, 127, 5]"}, {"5xi8", "[2, 2, -1, 1, 0]"}};
  expectOp("adze.add %0, %1", ab, "5xi8", {9, -5, 127, -128, 5});
  expectOp("adze.sub %0, %1", ab, "5xi8", {5, -9, -127, 126, 5});
  expectOp("adze.mul %0, %1", ab, "5xi8", {14, -14, -128, 127, 0});
  expectOp("adze.div %0, %1", ab, "5xi8", {3, -3, -128, 127, 0});
  expectOp("adze.mod %0, %1", ab, "5xi8", {1, 1, 0, 0, 0});
  expectOp("adze.mod %0, %1 {fmod}", ab, "5xi8", {1, -1, 0, 0, 0});
  expectOp("adze.max %0, %1", ab, "5xi8", {7, 2, -1, 127, 5});
  expectOp("adze.min %0, %1", ab, "5xi8", {2, -7, -128, 1, 0});
  expectOp("adze.and %0, %1", ab, "5xi8", {2, 0, -128, 1, 0});
  expectOp("adze.or %0, %1", ab, "5xi8", {7, -5, -1, 127, 5});
  expectOp("adze.xor %0, %1", ab, "5xi8", {5, -5, 127, 126, 5});
  expectOp("adze.prelu %0, %1", ab, "5xi8", {7, -14, -128, 127, 5});
  expectOp("adze.pow %0, %1", {{"6xi32", "[3, -2, 2, 2, 1, 0]"}, {"6xi32", "[4, 3, 32, -1, -5, 0]"}}, "6xi32", {81, -8, 0, 0, 1, 1});
  expectOp("adze.max %0, %1", {{"2xui8", "[255, 1]"}, {"2xui8", "[1, 128]"}}, "2xui8", {255, 128});
  expectOp("adze.div %0, %1", {{"2xui8", "[255, 1]"}, {"2xui8", "[2, 0]"}}, "2xui8", {127, 0});
}

// The smallest 64-bit integer has no positive counterpart: nothing may overflow.
TEST(Elementwise, Extreme64BitIntegers) {
  std::vector<Operand> ab{{"1xi64", "-9223372036854775808"}, {"1xi64", "-1"}};
  auto first = [&](const std::string &op) { return runOp(op, ab, {"1xi64"})[0].data<int64_t>()[0]; };
  constexpr int64_t smallest = std::numeric_limits<int64_t>::min();
  EXPECT_EQ(first("adze.div %0, %1"), smallest);
  EXPECT_EQ(first("adze.mod %0, %1"), 0);
  EXPECT_EQ(first("adze.mul %0, %1"), smallest);
  EXPECT_EQ(first("adze.add %0, %1"), std::numeric_limits<int64_t>::max());
  EXPECT_EQ(runOp("adze.abs %0", {ab[0]}, {"1xi64"})[0].data<int64_t>()[0], smallest);
  std::vector<Operand> large{{"1xui64", "18446744073709551615"}, {"1xui64", "10"}};
  EXPECT_EQ(runOp("adze.div %0, %1", large, {"1xui64"})[0].data<uint64_t>()[0], 1844674407370955161u);
  EXPECT_EQ(runOp("adze.max %0, %1", large, {"1xui64"})[0].data<uint64_t>()[0], 18446744073709551615u);
}

TEST(Elementwise, Shifts) {
  std::vector<Operand> ab{{"5xi8", "[1, -1, -128, 5, 1]"}, {"5xi8", "[3, 1, 7, 8, -1]"}};
  expectOp("adze.shift_left %0, %1", ab, "5xi8", {8, -2, 0, 0, 0});
  expectOp("adze.shift_right %0, %1", ab, "5xi8", {0, -1, -1, 0, 0});
  expectOp("adze.shift_right %0, %1", {{"3xui8", "[255, 128, 255]"}, {"3xui8", "[1, 7, 200]"}}, "3xui8", {127, 1, 0});
}

TEST(Elementwise, Booleans) {
  std::vector<Operand> ab{{"4xi1", "[true, true, false, false]"}, {"4xi1", "[true, false, true, false]"}};
  expectOp("adze.and %0, %1", ab, "4xi1", {1, 0, 0, 0});
  expectOp("adze.or %0, %1", ab, "4xi1", {1, 1, 1, 0});
  expectOp("adze.xor %0, %1", ab, "4xi1", {0, 1, 1, 0});
  expectOp("adze.add %0, %1", ab, "4xi1", {1, 1, 1, 0});
  expectOp("adze.mul %0, %1", ab, "4xi1", {1, 0, 0, 0});
}

TEST(Elementwise, Compare) {
  std::vector<Operand> ab{{"4xf32", "[1.0, 2.0, 0x7FC00000, -0.0]"}, {"4xf32", "[2.0, 2.0, 1.0, 0.0]"}};
  auto compare = [&](const char *predicate, const std::vector<double> &expected) {
    expectOp(std::string("adze.compare %0, %1 {predicate = #adze<predicate ") + predicate + ">}", ab, "4xi1", expected);
  };
  compare("eq", {0, 1, 0, 1});
  compare("ne", {1, 0, 1, 0});
  compare("lt", {1, 0, 0, 0});
  compare("le", {1, 1, 0, 1});
  compare("gt", {0, 0, 0, 0});
  compare("ge", {0, 1, 0, 1});
  expectOp("adze.compare %0, %1 {predicate = #adze<predicate lt>}", {{"1xui8", "1"}, {"1xui8", "255"}}, "1xi1", {1});
  expectOp("adze.compare %0, %1 {predicate = #adze<predicate lt>}", {{"1xi8", "1"}, {"1xi8", "-1"}}, "1xi1", {0});
}

TEST(Elementwise, Broadcasting) {
  expectOp("adze.sub %0, %1", {{"2x1xf32", "[[10.0], [20.0]]"}, {"3xf32", "[1.0, 2.0, 3.0]"}}, "2x3xf32", {9, 8, 7, 19, 18, 17});
  expectOp("adze.add %0, %1", {{"f32", "1.0"}, {"2x1x1xf32", "[[[1.0]], [[2.0]]]"}}, "2x1x1xf32", {2, 3});
  expectOp("adze.add %0, %1", {{"f32", "1.0"}, {"f32", "2.0"}}, "f32", {3});
  expectOp("adze.add %0, %1", {{"2x1xi32", "[[1], [2]]"}, {"2x2xi32", "[[1, 2], [3, 4]]"}}, "2x2xi32", {2, 3, 5, 6});
  expectOp("adze.select %0, %1, %2", {{"2x1xi1", "[[true], [false]]"}, {"f32", "1.0"}, {"2xf32", "[2.0, 3.0]"}}, "2x2xf32", {1, 1, 2, 3});
  expectOp("adze.select %0, %1, %2", {{"2xi1", "[true, false]"}, {"2xi8", "[1, 2]"}, {"1xi8", "9"}}, "2xi8", {1, 9});
}

TEST(Elementwise, Casts) {
  auto cast = [](const std::string &from, const std::string &elements, const std::string &to, const std::vector<double> &expected) {
    expectOp("adze.cast %0", {{from, elements}}, to, expected);
  };
  cast("4xf32", "[1.9, -1.9, 0.0, -0.5]", "4xi32", {1, -1, 0, 0});
  cast("3xf32", "[300.0, -1.0, 2.5]", "3xui8", {44, 255, 2});
  cast("3xf32", "[0x7FC00000, 0x7F800000, -0.0]", "3xi1", {1, 1, 0});
  cast("3xi32", "[257, -1, 0]", "3xi8", {1, -1, 0});
  cast("2xi32", "[-1, 3]", "2xui64", {18446744073709551615.0, 3});
  cast("2xi1", "[true, false]", "2xf32", {1, 0});
  cast("2xui64", "[18446744073709551615, 1]", "2xf32", {18446744073709551615.0, 1});
  cast("1xf64", "1.8446744073709550e19", "1xui64", {18446744073709549568.0});
  // Out of range (implementation defined in ONNX): what x86 gives.
  cast("2xf32", "[0x7FC00000, 1.0e30]", "2xi64", {-9223372036854775808.0, -9223372036854775808.0});
  cast("1xf64", "1.0e300", "1xf32", {inf});
}

TEST(Elementwise, SmallFloats) {
  auto bits = [](const std::string &to, const std::string &elements) {
    std::vector<Tensor> y = runOp("adze.cast %0", {{"8xf64", elements}}, {"8x" + to});
    return std::vector<uint16_t>(y[0].data<uint16_t>().begin(), y[0].data<uint16_t>().end());
  };
  // One, a tie to even down and up, the largest number, what rounds to infinity, the smallest subnormal, half of it, minus zero.
  EXPECT_EQ(bits("f16", "[1.0, 1.00048828125, 1.00146484375, 65504.0, 65520.0, 5.9604644775390625e-8, 2.98023223876953125e-8, -0.0]"),
            (std::vector<uint16_t>{0x3c00, 0x3c00, 0x3c02, 0x7bff, 0x7c00, 0x0001, 0x0000, 0x8000}));
  EXPECT_EQ(bits("bf16", "[1.0, 1.00390625, 1.01171875, -2.0, 3.4e38, 0x7FF0000000000000, 0x7FF8000000000000, 1.0e-45]"),
            (std::vector<uint16_t>{0x3f80, 0x3f80, 0x3f82, 0xc000, 0x7f80, 0x7f80, 0x7fc0, 0x0000}));
  // Back: a subnormal number, infinity, NaN.
  expectOp("adze.cast %0", {{"4xf16", "[0x0001, 0x7C00, 0x7E00, 0xC000]"}}, "4xf32", {5.9604644775390625e-8, inf, NaN, -2});
  // Sums are rounded once: 1 + 2^-9 down, 257 as a tie to even.
  expectOp("adze.add %0, %1", {{"2xbf16", "[1.0, 256.0]"}, {"2xbf16", "[0.001953125, 1.0]"}}, "2xbf16", {1, 256});
}

TEST(Elementwise, Empty) {
  expectOp("adze.exp %0", {{"0xf32", ""}}, "0xf32", {});
  expectOp("adze.add %0, %1", {{"2x0xf32", ""}, {"1xf32", "1.0"}}, "2x0xf32", {});
  expectOp("adze.add %0, %1", {{"0x3xi8", ""}, {"3xi8", "1"}}, "0x3xi8", {});
  expectOp("adze.select %0, %1, %2", {{"0xi1", ""}, {"1xf32", "1.0"}, {"1xf32", "1.0"}}, "0xf32", {});
}

TEST(Elementwise, Refused) {
  expectRefused("adze.exp %0", {{"1xi32", "1"}}, "1xi32", "'adze.exp' op has no reference semantics for elements of type 'i32'");
  expectRefused("adze.and %0, %1", {{"1xf32", "1.0"}, {"1xf32", "1.0"}}, "1xf32", "elements of type 'f32'");
  expectRefused("adze.neg %0", {{"1xi4", "1"}}, "1xi4", "elements of type 'i4'");
  expectRefused("adze.cast %0", {{"1xf32", "1.0"}}, "1xi4", "elements of type 'i4'");
}
