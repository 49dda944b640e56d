// RUN: %adze-check %s

// Reductions over leading, inner, trailing and several axes, with and without the reduced dimensions.

func.func @sum(%a0: tensor<67xf32>) -> tensor<f32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 0>} : (tensor<67xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @sum_2(%a0: tensor<5x67xf32>) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x67xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @sum_3(%a0: tensor<5x67xf32>) -> tensor<67xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 0>} : (tensor<5x67xf32>) -> tensor<67xf32>
  return %y : tensor<67xf32>
}

func.func @sum_4(%a0: tensor<3x5x7xf32>) -> tensor<3x7xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<3x5x7xf32>) -> tensor<3x7xf32>
  return %y : tensor<3x7xf32>
}

func.func @sum_5(%a0: tensor<3x5x7xf32>) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 0, 2>} : (tensor<3x5x7xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @sum_6(%a0: tensor<2x3x5x17xf32>) -> tensor<2x3xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 2, 3>} : (tensor<2x3x5x17xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @sum_7(%a0: tensor<2x3x5x17xf32>) -> tensor<f32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 0, 1, 2, 3>} : (tensor<2x3x5x17xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @sum_8(%a0: tensor<17x1xf32>) -> tensor<17xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<17x1xf32>) -> tensor<17xf32>
  return %y : tensor<17xf32>
}

func.func @sum_9(%a0: tensor<1x33xf32>) -> tensor<33xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 0>} : (tensor<1x33xf32>) -> tensor<33xf32>
  return %y : tensor<33xf32>
}

func.func @sum_10(%a0: tensor<4x16x8xf32>) -> tensor<4xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1, 2>} : (tensor<4x16x8xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @sum_11(%a0: tensor<2x130xf32>) -> tensor<2xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<2x130xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @mean(%a0: tensor<67xf32>) -> tensor<f32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind mean>, axes = array<i64: 0>} : (tensor<67xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @mean_2(%a0: tensor<3x5x7xf32>) -> tensor<3x7xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind mean>, axes = array<i64: 1>} : (tensor<3x5x7xf32>) -> tensor<3x7xf32>
  return %y : tensor<3x7xf32>
}

func.func @mean_3(%a0: tensor<2x3x5x17xf32>) -> tensor<f32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind mean>, axes = array<i64: 0, 1, 2, 3>} : (tensor<2x3x5x17xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @mean_4(%a0: tensor<4x16x8xf32>) -> tensor<4xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind mean>, axes = array<i64: 1, 2>} : (tensor<4x16x8xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @prod(%a0: tensor<5x67xf32> {check.range = array<f64: 0.7, 1.3>}) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind prod>, axes = array<i64: 1>} : (tensor<5x67xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @prod_2(%a0: tensor<3x5x7xf32> {check.range = array<f64: 0.7, 1.3>}) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind prod>, axes = array<i64: 0, 2>} : (tensor<3x5x7xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @prod_3(%a0: tensor<17x1xf32> {check.range = array<f64: 0.7, 1.3>}) -> tensor<17xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind prod>, axes = array<i64: 1>} : (tensor<17x1xf32>) -> tensor<17xf32>
  return %y : tensor<17xf32>
}

func.func @prod_4(%a0: tensor<2x130xf32> {check.range = array<f64: 0.7, 1.3>}) -> tensor<2xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind prod>, axes = array<i64: 1>} : (tensor<2x130xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @max(%a0: tensor<5x67xf32>) -> tensor<67xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<5x67xf32>) -> tensor<67xf32>
  return %y : tensor<67xf32>
}

func.func @max_2(%a0: tensor<2x3x5x17xf32>) -> tensor<2x3xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 2, 3>} : (tensor<2x3x5x17xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @max_3(%a0: tensor<1x33xf32>) -> tensor<33xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<1x33xf32>) -> tensor<33xf32>
  return %y : tensor<33xf32>
}

func.func @min(%a0: tensor<67xf32>) -> tensor<f32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 0>} : (tensor<67xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @min_2(%a0: tensor<3x5x7xf32>) -> tensor<3x7xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 1>} : (tensor<3x5x7xf32>) -> tensor<3x7xf32>
  return %y : tensor<3x7xf32>
}

func.func @min_3(%a0: tensor<2x3x5x17xf32>) -> tensor<f32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 0, 1, 2, 3>} : (tensor<2x3x5x17xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @min_4(%a0: tensor<4x16x8xf32>) -> tensor<4xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 1, 2>} : (tensor<4x16x8xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @keepdims(%a0: tensor<3x5x7xf32>) -> tensor<3x1x1xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1, 2>, keepdims} : (tensor<3x5x7xf32>) -> tensor<3x1x1xf32>
  return %y : tensor<3x1x1xf32>
}

func.func @no_axes(%a0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64>} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  return %y : tensor<3x5xf32>
}

func.func @sum_i32(%a0: tensor<5x19xi32>) -> tensor<5xi32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x19xi32>) -> tensor<5xi32>
  return %y : tensor<5xi32>
}

func.func @max_i32(%a0: tensor<5x19xi32>) -> tensor<19xi32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<5x19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @sum_i64(%a0: tensor<5x19xi64>) -> tensor<5xi64> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x19xi64>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}

func.func @max_i64(%a0: tensor<5x19xi64>) -> tensor<19xi64> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<5x19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @sum_i8(%a0: tensor<5x19xi8>) -> tensor<5xi8> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x19xi8>) -> tensor<5xi8>
  return %y : tensor<5xi8>
}

func.func @max_i8(%a0: tensor<5x19xi8>) -> tensor<19xi8> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<5x19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @sum_f16(%a0: tensor<5x19xf16>) -> tensor<5xf16> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x19xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @max_f16(%a0: tensor<5x19xf16>) -> tensor<19xf16> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<5x19xf16>) -> tensor<19xf16>
  return %y : tensor<19xf16>
}

func.func @sum_f64(%a0: tensor<5x19xf64>) -> tensor<5xf64> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x19xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @max_f64(%a0: tensor<5x19xf64>) -> tensor<19xf64> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<5x19xf64>) -> tensor<19xf64>
  return %y : tensor<19xf64>
}

func.func @sum_ui8(%a0: tensor<5x19xui8>) -> tensor<5xui8> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x19xui8>) -> tensor<5xui8>
  return %y : tensor<5xui8>
}

func.func @max_ui8(%a0: tensor<5x19xui8>) -> tensor<19xui8> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<5x19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @mean_i32(%a0: tensor<5x19xi32>) -> tensor<5xi32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind mean>, axes = array<i64: 1>} : (tensor<5x19xi32>) -> tensor<5xi32>
  return %y : tensor<5xi32>
}

func.func @max_bool(%a0: tensor<5x19xi1>) -> tensor<5xi1> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 1>} : (tensor<5x19xi1>) -> tensor<5xi1>
  return %y : tensor<5xi1>
}

func.func @min_bool(%a0: tensor<5x19xi1>) -> tensor<5xi1> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 1>} : (tensor<5x19xi1>) -> tensor<5xi1>
  return %y : tensor<5xi1>
}

func.func @nothing_sum(%a0: tensor<5x0xf32>) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x0xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @nothing_max(%a0: tensor<5x0xf32>) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 1>} : (tensor<5x0xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @l2(%a0: tensor<5x19xf32>) -> tensor<5x19xf32> {
  %0 = adze.mul %a0, %a0 : (tensor<5x19xf32>, tensor<5x19xf32>) -> tensor<5x19xf32>
  %1 = adze.reduce %0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>, keepdims} : (tensor<5x19xf32>) -> tensor<5x1xf32>
  %2 = adze.sqrt %1 : (tensor<5x1xf32>) -> tensor<5x1xf32>
  %3 = adze.div %a0, %2 : (tensor<5x19xf32>, tensor<5x1xf32>) -> tensor<5x19xf32>
  return %3 : tensor<5x19xf32>
}

func.func @arg_max(%a0: tensor<67xf32>) -> tensor<i64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind max>, axis = 0} : (tensor<67xf32>) -> tensor<i64>
  return %y : tensor<i64>
}

func.func @arg_max_2(%a0: tensor<5x67xf32>) -> tensor<5xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind max>, axis = 1} : (tensor<5x67xf32>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}

func.func @arg_max_3(%a0: tensor<5x67xf32>) -> tensor<67xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind max>, axis = 0} : (tensor<5x67xf32>) -> tensor<67xi64>
  return %y : tensor<67xi64>
}

func.func @arg_max_4(%a0: tensor<3x5x7xf32>) -> tensor<3x7xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind max>, axis = 1} : (tensor<3x5x7xf32>) -> tensor<3x7xi64>
  return %y : tensor<3x7xi64>
}

func.func @arg_min(%a0: tensor<67xf32>) -> tensor<i64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind min>, axis = 0} : (tensor<67xf32>) -> tensor<i64>
  return %y : tensor<i64>
}

func.func @arg_min_2(%a0: tensor<5x67xf32>) -> tensor<5xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind min>, axis = 1} : (tensor<5x67xf32>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}

func.func @arg_min_3(%a0: tensor<5x67xf32>) -> tensor<67xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind min>, axis = 0} : (tensor<5x67xf32>) -> tensor<67xi64>
  return %y : tensor<67xi64>
}

func.func @arg_min_4(%a0: tensor<3x5x7xf32>) -> tensor<3x7xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind min>, axis = 1} : (tensor<3x5x7xf32>) -> tensor<3x7xi64>
  return %y : tensor<3x7xi64>
}

func.func @arg_max_ties(%a0: tensor<5x67xi32> {check.range = array<f64: 0.0, 3.0>}) -> tensor<5xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind max>, axis = 1} : (tensor<5x67xi32>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}

func.func @arg_max_last(%a0: tensor<5x67xi32> {check.range = array<f64: 0.0, 3.0>}) -> tensor<5x1xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind max>, axis = 1, select_last, keepdims} : (tensor<5x67xi32>) -> tensor<5x1xi64>
  return %y : tensor<5x1xi64>
}

func.func @arg_min_last(%a0: tensor<5x67xui8> {check.range = array<f64: 0.0, 3.0>}) -> tensor<67xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind min>, axis = 0, select_last} : (tensor<5x67xui8>) -> tensor<67xi64>
  return %y : tensor<67xi64>
}

func.func @cum_sum(%a0: tensor<3x5x7xf32>) -> tensor<3x5x7xf32> {
  %y = adze.cum_sum %a0 {axis = 1} : (tensor<3x5x7xf32>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @cum_sum_exclusive(%a0: tensor<3x5x7xf32>) -> tensor<3x5x7xf32> {
  %y = adze.cum_sum %a0 {axis = 1, exclusive} : (tensor<3x5x7xf32>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @cum_sum_reverse(%a0: tensor<3x5x7xf32>) -> tensor<3x5x7xf32> {
  %y = adze.cum_sum %a0 {axis = 1, reverse} : (tensor<3x5x7xf32>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @cum_sum_exclusive_reverse(%a0: tensor<3x5x7xf32>) -> tensor<3x5x7xf32> {
  %y = adze.cum_sum %a0 {axis = 1, exclusive, reverse} : (tensor<3x5x7xf32>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @cum_sum_inner(%a0: tensor<5x37xf32>) -> tensor<5x37xf32> {
  %y = adze.cum_sum %a0 {axis = 1} : (tensor<5x37xf32>) -> tensor<5x37xf32>
  return %y : tensor<5x37xf32>
}

func.func @cum_sum_i64(%a0: tensor<37xi64>) -> tensor<37xi64> {
  %y = adze.cum_sum %a0 {axis = 0} : (tensor<37xi64>) -> tensor<37xi64>
  return %y : tensor<37xi64>
}

// NaN wins in max and min, and its place is the extremum's.

func.func @nan_max_1(%a0: tensor<37xf32> {check.specials}) -> tensor<f32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<37xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @nan_max_2(%a0: tensor<5x67xf32> {check.specials}) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 1>} : (tensor<5x67xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @nan_max_3(%a0: tensor<37x5xf32> {check.specials}) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<37x5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @nan_max_4(%a0: tensor<40x40xf32> {check.specials}) -> tensor<40xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 0>} : (tensor<40x40xf32>) -> tensor<40xf32>
  return %y : tensor<40xf32>
}

func.func @nan_max_5(%a0: tensor<3x9xf32> {check.specials}) -> tensor<3xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind max>, axes = array<i64: 1>} : (tensor<3x9xf32>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @nan_arg_max_6(%a0: tensor<5x37xf32> {check.specials}) -> tensor<5xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind max>, axis = 1 : i64} : (tensor<5x37xf32>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}

func.func @nan_arg_max_7(%a0: tensor<5x37xf32> {check.specials}) -> tensor<5xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind max>, axis = 1 : i64, select_last} : (tensor<5x37xf32>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}

func.func @nan_min_8(%a0: tensor<37xf32> {check.specials}) -> tensor<f32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 0>} : (tensor<37xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @nan_min_9(%a0: tensor<5x67xf32> {check.specials}) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 1>} : (tensor<5x67xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @nan_min_10(%a0: tensor<37x5xf32> {check.specials}) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 0>} : (tensor<37x5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @nan_min_11(%a0: tensor<40x40xf32> {check.specials}) -> tensor<40xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 0>} : (tensor<40x40xf32>) -> tensor<40xf32>
  return %y : tensor<40xf32>
}

func.func @nan_min_12(%a0: tensor<3x9xf32> {check.specials}) -> tensor<3xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 1>} : (tensor<3x9xf32>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @nan_arg_min_13(%a0: tensor<5x37xf32> {check.specials}) -> tensor<5xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind min>, axis = 1 : i64} : (tensor<5x37xf32>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}

func.func @nan_arg_min_14(%a0: tensor<5x37xf32> {check.specials}) -> tensor<5xi64> {
  %y = adze.arg_reduce %a0 {kind = #adze<reduce_kind min>, axis = 1 : i64, select_last} : (tensor<5x37xf32>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}
