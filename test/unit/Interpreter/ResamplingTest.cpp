//===- ResamplingTest.cpp - Resize and grid sampling ----------------------===//

#include "TestOp.h"

using namespace adze;
using namespace adze::test;

/// `more` overrides nothing: it adds flags and the roi.
static std::string resize(const std::string &mode, const std::string &coordinates, const std::string &scales, const std::string &more = "",
                          const std::string &nearest = "round_prefer_floor") {
  return "adze.resize %0 {mode = #adze<resize_mode " + mode + ">, coordinates = #adze<coordinates " + coordinates +
         ">, nearest = #adze<nearest_mode " + nearest + ">, scales = array<f64: " + scales +
         ">, cubic_coefficient = -0.75 : f64, extrapolation = 9.0 : f64" + more + "}";
}

static const Operand four{"4xf32", "[1.0, 2.0, 3.0, 4.0]"}, two{"2xf32", "[1.0, 2.0]"};

TEST(Resize, Nearest) {
  expectOp(resize("nearest", "asymmetric", "2.0", "", "floor"), {two}, "4xf32", {1, 1, 2, 2});
  expectOp(resize("nearest", "asymmetric", "2.0", "", "ceil"), {two}, "4xf32", {1, 2, 2, 2});
  expectOp(resize("nearest", "asymmetric", "2.0"), {two}, "4xf32", {1, 1, 2, 2});
  expectOp(resize("nearest", "asymmetric", "2.0", "", "round_prefer_ceil"), {two}, "4xf32", {1, 2, 2, 2});
  expectOp(resize("nearest", "half_pixel", "0.5"), {four}, "2xf32", {1, 3});
  expectOp(resize("nearest", "tf_half_pixel_for_nn", "0.5", "", "floor"), {four}, "2xf32", {2, 4});
  expectOp(resize("nearest", "half_pixel", "1.0, 2.0"), {{"2x1xi8", "[[-7], [8]]"}}, "2x2xi8", {-7, -7, 8, 8});
  // What is not resized is left alone whatever the rounding.
  expectOp(resize("nearest", "tf_half_pixel_for_nn", "1.0", "", "ceil"), {two}, "2xf32", {1, 2});
  expectOp(resize("nearest", "asymmetric", "2.0"), {{"0xf32", ""}}, "0xf32", {});
}

TEST(Resize, Linear) {
  expectOp(resize("linear", "half_pixel", "2.0"), {two}, "4xf32", {1, 1.25, 1.75, 2});
  expectOp(resize("linear", "align_corners", "2.0"), {two}, "4xf32", {1, 4. / 3, 5. / 3, 2});
  expectOp(resize("linear", "asymmetric", "2.0"), {two}, "4xf32", {1, 1.5, 2, 2});
  expectOp(resize("linear", "pytorch_half_pixel", "0.25"), {four}, "1xf32", {1});
  expectOp(resize("linear", "half_pixel", "0.5"), {four}, "2xf32", {1.5, 3.5});
  // 0.6 * 4 elements make 2; the implicit 2.4 are centred.
  expectOp(resize("linear", "half_pixel_symmetric", "0.6"), {four}, "2xf32", {1.666666667, 3.333333333});
  expectOp(resize("linear", "half_pixel", "2.0, 2.0"), {{"2x2xf32", "[[1.0, 2.0], [3.0, 4.0]]"}}, "4x4xf32",
           {1, 1.25, 1.75, 2, 1.5, 1.75, 2.25, 2.5, 2.5, 2.75, 3.25, 3.5, 3, 3.25, 3.75, 4});
  expectOp(resize("linear", "half_pixel", "2.0"), {{"2xui8", "[1, 4]"}}, "4xui8", {1, 1, 3, 4}); // 1.75 and 3.25 truncated
  // Half the extent: weights 1/8, 3/8, 3/8, 1/8 around the middle; the edge's elements stand for those beyond it.
  expectOp(resize("linear", "half_pixel", "0.5", ", antialias"), {four}, "2xf32", {1.625, 3.375});
  expectOp(resize("linear", "half_pixel", "0.5", ", antialias, exclude_outside"), {four}, "2xf32", {12. / 7, 23. / 7});
}

TEST(Resize, Cubic) {
  // Half way the weights are a/8, (4-a)/8, (4-a)/8, a/8.
  expectOp(resize("cubic", "asymmetric", "2.0"), {four}, "8xf32", {1, 1.40625, 2, 2.5, 3, 3.59375, 4, 4.09375});
  expectOp(resize("cubic", "half_pixel", "0.5"), {four}, "2xf32", {1.40625, 3.59375});
  expectOp(resize("cubic", "half_pixel", "0.5", ", exclude_outside"), {four}, "2xf32", {1.5 / 1.09375, 5 - 1.5 / 1.09375});
}

TEST(Resize, Crop) {
  expectOp(resize("linear", "tf_crop_and_resize", "0.75", ", roi = array<f64: 0.5, 1.5>"), {four}, "3xf32", {2.5, 4, 9});
  expectOp(resize("nearest", "tf_crop_and_resize", "0.25", ", roi = array<f64: 0.0, 0.6>"), {{"4xi32", "[1, 2, 3, 4]"}}, "1xi32", {2});
}

static std::string gridSample(const std::string &mode, const std::string &padding, bool align) {
  return "adze.grid_sample %0, %1 {mode = #adze<resize_mode " + mode + ">, padding = #adze<pad_mode " + padding + ">" +
         (align ? ", align_corners" : "") + "}";
}

TEST(GridSample, OneDimension) {
  Operand x{"1x1x3xf32", "[[[10.0, 20.0, 30.0]]]"};
  Operand grid{"1x4x1xf32", "[[[-1.0], [0.0], [0.5], [2.0]]]"}; // aligned: 0, 1, 1.5, 3
  expectOp(gridSample("linear", "constant", true), {x, grid}, "1x1x4xf32", {10, 20, 25, 0});
  expectOp(gridSample("linear", "edge", true), {x, grid}, "1x1x4xf32", {10, 20, 25, 30});
  expectOp(gridSample("linear", "reflect", true), {x, grid}, "1x1x4xf32", {10, 20, 25, 20});
  expectOp(gridSample("nearest", "edge", true), {x, grid}, "1x1x4xf32", {10, 20, 30, 30}); // 1.5 to even
  // Not aligned: -0.5, 1, 1.75, 4.
  expectOp(gridSample("linear", "constant", false), {x, grid}, "1x1x4xf32", {5, 20, 27.5, 0});
  expectOp(gridSample("linear", "edge", false), {x, grid}, "1x1x4xf32", {10, 20, 27.5, 30});
  expectOp(gridSample("linear", "reflect", false), {x, grid}, "1x1x4xf32", {10, 20, 27.5, 20});
  expectOp(gridSample("cubic", "edge", true), {x, grid}, "1x1x4xf32", {10, 20, 25.9375, 30});
  expectOp(gridSample("nearest", "constant", true), {x, {"1x2x1xf32", "[[[0x7FC00000], [0x7F800000]]]"}}, "1x1x2xf32", {0, 0});
}

TEST(GridSample, TwoDimensions) {
  // The innermost coordinate first; channels alike.
  expectOp(gridSample("linear", "constant", true),
           {{"1x2x2x2xf32", "[[[[1.0, 2.0], [3.0, 4.0]], [[10.0, 20.0], [30.0, 40.0]]]]"}, {"1x1x2x2xf32", "[[[[1.0, -1.0], [0.0, 0.5]]]]"}},
           "1x2x1x2xf32", {2, 3, 20, 30});
}

TEST(GridSample, Refused) {
  expectRefused(gridSample("nearest", "constant", true), {{"1x1x2xi32", "1"}, {"1x1x1xf32", "0.0"}}, "1x1x1xi32",
                "'adze.grid_sample' op has no reference semantics for elements of type 'i32'");
}
