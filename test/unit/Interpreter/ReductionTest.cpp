//===- ReductionTest.cpp - Reductions and normalizations ------------------===//

#include "TestOp.h"

using namespace adze;
using namespace adze::test;

static const Operand matrix{"2x3xf32", "[[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]]"};

static std::string reduce(const std::string &kind, const std::string &axes, const std::string &more = "") {
  return "adze.reduce %0 {kind = #adze<reduce_kind " + kind + ">, axes = array<i64" + (axes.empty() ? "" : ": " + axes) + ">" + more + "}";
}

TEST(Reduction, Reduce) {
  expectOp(reduce("sum", "0"), {matrix}, "3xf32", {5, 7, 9});
  expectOp(reduce("sum", "1", ", keepdims"), {matrix}, "2x1xf32", {9, 12});
  expectOp(reduce("mean", "0, 1"), {matrix}, "f32", {3.5});
  expectOp(reduce("prod", "1"), {matrix}, "2xf32", {15, 48});
  expectOp(reduce("max", "1"), {matrix}, "2xf32", {5, 6});
  expectOp(reduce("min", "0"), {matrix}, "3xf32", {1, 2, 3});
  expectOp(reduce("sum", ""), {matrix}, "2x3xf32", {1, 5, 3, 4, 2, 6});
  expectOp(reduce("max", "0"), {{"2xf32", "[1.0, 0x7FC00000]"}}, "f32", {NaN});
  expectOp(reduce("sum", "0, 2"), {{"2x2x2xi32", "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]"}}, "2xi32", {14, 22});
  expectOp(reduce("sum", "0"), {{"3xf32", "[1.0e8, 1.0, -1.0e8]"}}, "f32", {1});
}

TEST(Reduction, ReduceIntegers) {
  expectOp(reduce("sum", "0"), {{"2xi8", "[100, 100]"}}, "i8", {-56}); // wraps
  expectOp(reduce("mean", "0"), {{"3xi8", "[127, 127, -125]"}}, "i8", {43});
  expectOp(reduce("mean", "0"), {{"2xi32", "[-3, 0]"}}, "i32", {-1}); // toward zero
  expectOp(reduce("max", "0"), {{"2xui8", "[200, 100]"}}, "ui8", {200});
  expectOp(reduce("min", "0"), {{"2xi1", "[true, false]"}}, "i1", {0});
  expectOp(reduce("max", "0"), {{"2xi1", "[true, false]"}}, "i1", {1});
}

TEST(Reduction, ReduceNothing) {
  Operand floats{"2x0xf32", ""}, bytes{"0xi8", ""};
  expectOp(reduce("sum", "1"), {floats}, "2xf32", {0, 0});
  expectOp(reduce("prod", "1"), {floats}, "2xf32", {1, 1});
  expectOp(reduce("max", "1"), {floats}, "2xf32", {-inf, -inf});
  expectOp(reduce("min", "1"), {floats}, "2xf32", {inf, inf});
  expectOp(reduce("mean", "1"), {floats}, "2xf32", {NaN, NaN});
  expectOp(reduce("max", "0"), {bytes}, "i8", {-128});
  expectOp(reduce("min", "0"), {bytes}, "i8", {127});
  expectOp(reduce("max", "0"), {{"0xi1", ""}}, "i1", {0});
  expectOp(reduce("min", "0"), {{"0xui64", ""}}, "ui64", {18446744073709551615.0});
  expectOp(reduce("mean", "0"), {bytes}, "i8", {0});
  expectOp(reduce("sum", "0"), {floats}, "0xf32", {});
}

TEST(Reduction, ArgReduce) {
  std::string max = "adze.arg_reduce %0 {kind = #adze<reduce_kind max>, axis = ";
  std::string min = "adze.arg_reduce %0 {kind = #adze<reduce_kind min>, axis = ";
  expectOp(max + "1}", {matrix}, "2xi64", {1, 2});
  expectOp(min + "0, keepdims}", {matrix}, "1x3xi64", {0, 1, 0});
  Operand ties{"4xi32", "[1, 7, 7, 1]"};
  expectOp(max + "0}", {ties}, "i64", {1});
  expectOp(max + "0, select_last}", {ties}, "i64", {2});
  expectOp(min + "0, select_last}", {ties}, "i64", {3});
  expectOp(max + "0}", {{"3xf32", "[1.0, 0x7FC00000, 0x7F800000]"}}, "i64", {1});
  expectOp(min + "0}", {{"3xui8", "[200, 100, 130]"}}, "i64", {1});
  expectOp(max + "1}", {{"2x0xf32", ""}}, "2xi64", {0, 0});
}

TEST(Reduction, CumSum) {
  expectOp("adze.cum_sum %0 {axis = 1}", {matrix}, "2x3xf32", {1, 6, 9, 4, 6, 12});
  expectOp("adze.cum_sum %0 {axis = 0}", {matrix}, "2x3xf32", {1, 5, 3, 5, 7, 9});
  expectOp("adze.cum_sum %0 {axis = 1, exclusive}", {matrix}, "2x3xf32", {0, 1, 6, 0, 4, 6});
  expectOp("adze.cum_sum %0 {axis = 1, reverse}", {matrix}, "2x3xf32", {9, 8, 3, 12, 8, 6});
  expectOp("adze.cum_sum %0 {axis = 1, exclusive, reverse}", {matrix}, "2x3xf32", {8, 3, 0, 8, 6, 0});
  expectOp("adze.cum_sum %0 {axis = 0}", {{"2xi8", "[127, 1]"}}, "2xi8", {127, -128});
  expectOp("adze.cum_sum %0 {axis = 0}", {{"0xf32", ""}}, "0xf32", {});
}

TEST(Reduction, TopK) {
  auto topK = [](const std::string &op, const Operand &x, const std::string &shape, const std::vector<double> &values,
                 const std::vector<double> &indices) {
    std::vector<Tensor> y = runOp(op, {x}, {shape + x.type.substr(x.type.rfind('x') + 1), shape + "i64"});
    ASSERT_EQ(y.size(), 2u);
    EXPECT_EQ(toDoubles(y[0]), values) << op;
    EXPECT_EQ(toDoubles(y[1]), indices) << op;
  };
  topK("adze.top_k %0 {k = 2 : i64, axis = 1}", matrix, "2x2x", {5, 3, 6, 4}, {1, 2, 2, 0});
  topK("adze.top_k %0 {k = 1 : i64, axis = 0, smallest}", matrix, "1x3x", {1, 2, 3}, {0, 1, 0});
  topK("adze.top_k %0 {k = 3 : i64, axis = 0}", {"4xi32", "[2, 9, 2, 9]"}, "3x", {9, 9, 2}, {1, 3, 0}); // ties by index
  topK("adze.top_k %0 {k = 0 : i64, axis = 0}", {"2xf32", "[2.0, 9.0]"}, "0x", {}, {});
  // NaN is above all numbers.
  std::vector<Tensor> y = runOp("adze.top_k %0 {k = 3 : i64, axis = 0}", {{"3xf32", "[1.0, 0x7FC00000, 0x7F800000]"}}, {"3xf32", "3xi64"});
  EXPECT_EQ(toDoubles(y[1]), (std::vector<double>{1, 2, 0}));
}

TEST(Normalization, Softmax) {
  Operand x{"2x2xf32", "[[0.0, 1.0986123], [1000.0, 1000.0]]"}; // ln 3
  expectOp("adze.softmax %0 {axes = array<i64: 1>}", {x}, "2x2xf32", {0.25, 0.75, 0.5, 0.5});
  expectOp("adze.softmax %0 {axes = array<i64: 1>, log}", {x}, "2x2xf32", {-1.386294361, -0.287682072, -0.693147181, -0.693147181});
  expectOp("adze.softmax %0 {axes = array<i64: 0, 1>}", {{"2x2xf32", "2.0"}}, "2x2xf32", {0.25, 0.25, 0.25, 0.25});
  expectOp("adze.softmax %0 {axes = array<i64: 0>}", {{"2xf32", "[0.0, 0xFF800000]"}}, "2xf32", {1, 0});
  expectOp("adze.softmax %0 {axes = array<i64: 1>}", {{"2x0xf32", ""}}, "2x0xf32", {});
}

TEST(Normalization, LayerAndRms) {
  Operand x{"2x2xf32", "[[1.0, 3.0], [10.0, 14.0]]"};
  expectOp("adze.layer_norm %0 {axis = 1, epsilon = 0.0 : f64}", {x}, "2x2xf32", {-1, 1, -1, 1});
  expectOp("adze.layer_norm %0 scale %1 bias %2 {axis = 1, epsilon = 3.0 : f64}", {x, {"2xf32", "[2.0, 4.0]"}, {"1xf32", "5.0"}}, "2x2xf32",
           {4, 7, 3.488144107, 8.023711786});
  expectOp("adze.layer_norm %0 bias %1 {axis = 0, epsilon = 0.0 : f64}", {{"2x1xf32", "[[1.0], [3.0]]"}, {"1xf32", "1.0"}}, "2x1xf32", {0, 2});
  expectOp("adze.rms_norm %0 {axis = 0, epsilon = 0.0 : f64}", {{"2xf32", "[3.0, 3.0]"}}, "2xf32", {1, 1});
  expectOp("adze.rms_norm %0, %1 {axis = 1, epsilon = 7.0 : f64}", {{"1x2xf32", "[[3.0, 3.0]]"}, {"2xf32", "[4.0, 8.0]"}}, "1x2xf32", {3, 6});
  expectOp("adze.layer_norm %0 {axis = 1, epsilon = 0.0 : f64}", {{"2x0xf32", ""}}, "2x0xf32", {});
}

TEST(Normalization, GroupAndBatch) {
  Operand x{"1x4x1xf32", "[[[1.0], [3.0], [10.0], [14.0]]]"}, scale{"4xf32", "[1.0, 2.0, 3.0, 4.0]"}, bias{"4xf32", "[0.0, 0.0, 0.0, 1.0]"};
  expectOp("adze.group_norm %0 {groups = 2 : i64, epsilon = 0.0 : f64}", {x}, "1x4x1xf32", {-1, 1, -1, 1});
  expectOp("adze.group_norm %0 scale %1 bias %2 {groups = 2 : i64, epsilon = 0.0 : f64}", {x, scale, bias}, "1x4x1xf32", {-1, 2, -3, 5});
  expectOp("adze.group_norm %0 scale %1 {groups = 2 : i64, epsilon = 0.0 : f64, layout = #adze<layout channels_last>}",
           {{"1x1x4xf32", "[[[1.0, 3.0, 10.0, 14.0]]]"}, scale}, "1x1x4xf32", {-1, 2, -3, 4});
  expectOp("adze.group_norm %0 {groups = 2 : i64, epsilon = 0.0 : f64}", {{"1x2x2xf32", "[[[1.0, 3.0], [10.0, 14.0]]]"}}, "1x2x2xf32",
           {-1, 1, -1, 1}); // instance normalization
  std::vector<Operand> parameters{{"2xf32", "[1.0, 2.0]"}, {"2xf32", "[0.0, 1.0]"}, {"2xf32", "[1.0, 0.0]"}, {"2xf32", "[3.0, 0.0]"}};
  std::vector<Operand> operands{{"1x2x2xf32", "[[[1.0, 3.0], [1.0, 2.0]]]"}};
  operands.insert(operands.end(), parameters.begin(), parameters.end());
  expectOp("adze.batch_norm %0, %1, %2, %3, %4 {epsilon = 1.0 : f64}", operands, "1x2x2xf32", {0, 1, 3, 5});
}

TEST(Normalization, Lrn) {
  Operand x{"1x3x1xf32", "[[[1.0], [2.0], [3.0]]]"};
  expectOp("adze.lrn %0 {size = 3 : i64, alpha = 3.0 : f64, beta = 1.0 : f64, k = 1.0 : f64}", {x}, "1x3x1xf32", {1. / 6, 2. / 15, 3. / 14});
  // An even size reaches one channel further up than down.
  expectOp("adze.lrn %0 {size = 2 : i64, alpha = 2.0 : f64, beta = 1.0 : f64, k = 0.0 : f64}", {x}, "1x3x1xf32", {1. / 5, 2. / 13, 3. / 9});
}

TEST(Normalization, Refused) {
  expectRefused("adze.softmax %0 {axes = array<i64: 0>}", {{"2xi32", "1"}}, "2xi32",
                "'adze.softmax' op has no reference semantics for elements of type 'i32'");
}
