// RUN: %adze-check %s

// Resize by every transformation and interpolation, and grid sampling.

func.func @linear_up_half_pixel(%a0: tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32>
  return %y : tensor<1x3x10x14xf32>
}

func.func @linear_down_half_pixel(%a0: tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32>
  return %y : tensor<1x2x4x3xf32>
}

func.func @cubic_half_pixel(%a0: tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode cubic>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 1.6, 1.5>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32>
  return %y : tensor<1x1x8x9xf32>
}

func.func @linear_up_pytorch_half_pixel(%a0: tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates pytorch_half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32>
  return %y : tensor<1x3x10x14xf32>
}

func.func @linear_down_pytorch_half_pixel(%a0: tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates pytorch_half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32>
  return %y : tensor<1x2x4x3xf32>
}

func.func @cubic_pytorch_half_pixel(%a0: tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode cubic>, coordinates = #adze<coordinates pytorch_half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 1.6, 1.5>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32>
  return %y : tensor<1x1x8x9xf32>
}

func.func @linear_up_align_corners(%a0: tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates align_corners>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32>
  return %y : tensor<1x3x10x14xf32>
}

func.func @linear_down_align_corners(%a0: tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates align_corners>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32>
  return %y : tensor<1x2x4x3xf32>
}

func.func @cubic_align_corners(%a0: tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode cubic>, coordinates = #adze<coordinates align_corners>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 1.6, 1.5>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32>
  return %y : tensor<1x1x8x9xf32>
}

func.func @linear_up_asymmetric(%a0: tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates asymmetric>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32>
  return %y : tensor<1x3x10x14xf32>
}

func.func @linear_down_asymmetric(%a0: tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates asymmetric>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32>
  return %y : tensor<1x2x4x3xf32>
}

func.func @cubic_asymmetric(%a0: tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode cubic>, coordinates = #adze<coordinates asymmetric>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 1.6, 1.5>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32>
  return %y : tensor<1x1x8x9xf32>
}

func.func @linear_up_half_pixel_symmetric(%a0: tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel_symmetric>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x3x5x7xf32>) -> tensor<1x3x10x14xf32>
  return %y : tensor<1x3x10x14xf32>
}

func.func @linear_down_half_pixel_symmetric(%a0: tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel_symmetric>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x12xf32>) -> tensor<1x2x4x3xf32>
  return %y : tensor<1x2x4x3xf32>
}

func.func @cubic_half_pixel_symmetric(%a0: tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode cubic>, coordinates = #adze<coordinates half_pixel_symmetric>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 1.6, 1.5>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32>
  return %y : tensor<1x1x8x9xf32>
}

func.func @linear_1d(%a0: tensor<7xf32>) -> tensor<16xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 2.2857142857142856>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<7xf32>) -> tensor<16xf32>
  return %y : tensor<16xf32>
}

func.func @linear_3d(%a0: tensor<3x4x5xf32>) -> tensor<6x8x10xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 2.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<3x4x5xf32>) -> tensor<6x8x10xf32>
  return %y : tensor<6x8x10xf32>
}

func.func @linear_rows(%a0: tensor<1x3x5x7xf32>) -> tensor<1x3x10x7xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 2.0, 1.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x3x5x7xf32>) -> tensor<1x3x10x7xf32>
  return %y : tensor<1x3x10x7xf32>
}

func.func @linear_channels_last(%a0: tensor<1x5x7x17xf32>) -> tensor<1x10x14x17xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 2.0, 2.0, 1.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x5x7x17xf32>) -> tensor<1x10x14x17xf32>
  return %y : tensor<1x10x14x17xf32>
}

func.func @nearest_asymmetric_round_prefer_floor(%a0: tensor<1x2x5x7xf32>) -> tensor<1x2x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates asymmetric>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x5x7xf32>) -> tensor<1x2x10x14xf32>
  return %y : tensor<1x2x10x14xf32>
}

func.func @nearest_half_pixel_round_prefer_floor(%a0: tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32>
  return %y : tensor<1x2x4x2xf32>
}

func.func @nearest_asymmetric_round_prefer_ceil(%a0: tensor<1x2x5x7xf32>) -> tensor<1x2x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates asymmetric>, nearest = #adze<nearest_mode round_prefer_ceil>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x5x7xf32>) -> tensor<1x2x10x14xf32>
  return %y : tensor<1x2x10x14xf32>
}

func.func @nearest_half_pixel_round_prefer_ceil(%a0: tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_ceil>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32>
  return %y : tensor<1x2x4x2xf32>
}

func.func @nearest_asymmetric_floor(%a0: tensor<1x2x5x7xf32>) -> tensor<1x2x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates asymmetric>, nearest = #adze<nearest_mode floor>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x5x7xf32>) -> tensor<1x2x10x14xf32>
  return %y : tensor<1x2x10x14xf32>
}

func.func @nearest_half_pixel_floor(%a0: tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32>
  return %y : tensor<1x2x4x2xf32>
}

func.func @nearest_asymmetric_ceil(%a0: tensor<1x2x5x7xf32>) -> tensor<1x2x10x14xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates asymmetric>, nearest = #adze<nearest_mode ceil>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x5x7xf32>) -> tensor<1x2x10x14xf32>
  return %y : tensor<1x2x10x14xf32>
}

func.func @nearest_half_pixel_ceil(%a0: tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode ceil>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32>
  return %y : tensor<1x2x4x2xf32>
}

func.func @nearest_tf(%a0: tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates tf_half_pixel_for_nn>, nearest = #adze<nearest_mode floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.25>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<1x2x8x8xf32>) -> tensor<1x2x4x2xf32>
  return %y : tensor<1x2x4x2xf32>
}

func.func @nearest_i8(%a0: tensor<3x5xi8>) -> tensor<6x10xi8> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode nearest>, coordinates = #adze<coordinates asymmetric>, nearest = #adze<nearest_mode floor>, scales = array<f64: 2.0, 2.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64} : (tensor<3x5xi8>) -> tensor<6x10xi8>
  return %y : tensor<6x10xi8>
}

func.func @crop_linear(%a0: tensor<1x1x6x8xf32>) -> tensor<1x1x3x5xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates tf_crop_and_resize>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5, 0.625>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64, roi = array<f64: 0.0, 0.0, 0.1, 0.2, 1.0, 1.0, 0.9, 1.3>} : (tensor<1x1x6x8xf32>) -> tensor<1x1x3x5xf32>
  return %y : tensor<1x1x3x5xf32>
}

func.func @cubic_exclude(%a0: tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode cubic>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 1.6, 1.5>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64, exclude_outside} : (tensor<1x1x5x6xf32>) -> tensor<1x1x8x9xf32>
  return %y : tensor<1x1x8x9xf32>
}

func.func @linear_antialias(%a0: tensor<1x1x9x12xf32>) -> tensor<1x1x5x4xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5555555555555556, 0.3333333333333333>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64, antialias} : (tensor<1x1x9x12xf32>) -> tensor<1x1x5x4xf32>
  return %y : tensor<1x1x5x4xf32>
}

func.func @cubic_antialias(%a0: tensor<1x1x9x12xf32>) -> tensor<1x1x5x4xf32> attributes {check.atol = 2.0e-6} {
  %y = adze.resize %a0 {mode = #adze<resize_mode cubic>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode round_prefer_floor>, scales = array<f64: 1.0, 1.0, 0.5555555555555556, 0.3333333333333333>, cubic_coefficient = -0.75 : f64, extrapolation = 0.5 : f64, antialias} : (tensor<1x1x9x12xf32>) -> tensor<1x1x5x4xf32>
  return %y : tensor<1x1x5x4xf32>
}

func.func @grid_nearest_constant(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode nearest>, padding = #adze<pad_mode constant>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_nearest_constant_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode nearest>, padding = #adze<pad_mode constant>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_nearest_edge(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode nearest>, padding = #adze<pad_mode edge>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_nearest_edge_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode nearest>, padding = #adze<pad_mode edge>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_nearest_reflect(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode nearest>, padding = #adze<pad_mode reflect>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_nearest_reflect_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode nearest>, padding = #adze<pad_mode reflect>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_linear_constant(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode linear>, padding = #adze<pad_mode constant>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_linear_constant_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode linear>, padding = #adze<pad_mode constant>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_linear_edge(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode linear>, padding = #adze<pad_mode edge>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_linear_edge_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode linear>, padding = #adze<pad_mode edge>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_linear_reflect(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode linear>, padding = #adze<pad_mode reflect>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_linear_reflect_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode linear>, padding = #adze<pad_mode reflect>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_cubic_constant(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode cubic>, padding = #adze<pad_mode constant>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_cubic_constant_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode cubic>, padding = #adze<pad_mode constant>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_cubic_edge(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode cubic>, padding = #adze<pad_mode edge>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_cubic_edge_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode cubic>, padding = #adze<pad_mode edge>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_cubic_reflect(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode cubic>, padding = #adze<pad_mode reflect>} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_cubic_reflect_aligned(%a0: tensor<1x3x5x7xf32>, %a1: tensor<1x4x3x2xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<1x3x4x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode cubic>, padding = #adze<pad_mode reflect>, align_corners} : (tensor<1x3x5x7xf32>, tensor<1x4x3x2xf32>) -> tensor<1x3x4x3xf32>
  return %y : tensor<1x3x4x3xf32>
}

func.func @grid_3d(%a0: tensor<2x1x3x4x5xf32>, %a1: tensor<2x2x2x3x3xf32> {check.range = array<f64: -1.2, 1.2>}) -> tensor<2x1x2x2x3xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.grid_sample %a0, %a1 {mode = #adze<resize_mode linear>, padding = #adze<pad_mode constant>} : (tensor<2x1x3x4x5xf32>, tensor<2x2x2x3x3xf32>) -> tensor<2x1x2x2x3xf32>
  return %y : tensor<2x1x2x2x3xf32>
}
