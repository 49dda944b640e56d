// RUN: %adze-check %s

// Pools over kernels, strides, pads, dilations, rounding and layouts.

func.func @k2s2_max(%a0: tensor<1x17x8x10xf32>) -> tensor<1x17x4x5xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x17x8x10xf32>) -> tensor<1x17x4x5xf32>
  return %y : tensor<1x17x4x5xf32>
}

func.func @k3s2_pad_max(%a0: tensor<2x5x13x11xf32>) -> tensor<2x5x7x6xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>} : (tensor<2x5x13x11xf32>) -> tensor<2x5x7x6xf32>
  return %y : tensor<2x5x7x6xf32>
}

func.func @k3s1_pad_max(%a0: tensor<1x16x5x7xf32>) -> tensor<1x16x5x7xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x16x5x7xf32>) -> tensor<1x16x5x7xf32>
  return %y : tensor<1x16x5x7xf32>
}

func.func @k3s2_ceil_max(%a0: tensor<1x3x12x14xf32>) -> tensor<1x3x6x7xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, ceil_mode} : (tensor<1x3x12x14xf32>) -> tensor<1x3x6x7xf32>
  return %y : tensor<1x3x6x7xf32>
}

func.func @k2s2_ceil_pad_max(%a0: tensor<1x3x7x9xf32>) -> tensor<1x3x4x5xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, dilations = array<i64: 1, 1>, ceil_mode} : (tensor<1x3x7x9xf32>) -> tensor<1x3x4x5xf32>
  return %y : tensor<1x3x4x5xf32>
}

func.func @dilated_max(%a0: tensor<1x4x11x12xf32>) -> tensor<1x4x9x5xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 2>, strides = array<i64: 1, 2>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 2, 3>} : (tensor<1x4x11x12xf32>) -> tensor<1x4x9x5xf32>
  return %y : tensor<1x4x9x5xf32>
}

func.func @global_max(%a0: tensor<1x33x7x5xf32>) -> tensor<1x33x1x1xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 7, 5>, strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x33x7x5xf32>) -> tensor<1x33x1x1xf32>
  return %y : tensor<1x33x1x1xf32>
}

func.func @one_dimension_max(%a0: tensor<1x9x23xf32>) -> tensor<1x9x8xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 4>, strides = array<i64: 3>, pads = array<i64: 1, 2>, dilations = array<i64: 1>} : (tensor<1x9x23xf32>) -> tensor<1x9x8xf32>
  return %y : tensor<1x9x8xf32>
}

func.func @three_dimensions_max(%a0: tensor<1x3x5x6x7xf32>) -> tensor<1x3x2x4x3xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 3, 2>, strides = array<i64: 2, 1, 2>, pads = array<i64: 0, 0, 0, 0, 0, 0>, dilations = array<i64: 1, 1, 1>} : (tensor<1x3x5x6x7xf32>) -> tensor<1x3x2x4x3xf32>
  return %y : tensor<1x3x2x4x3xf32>
}

func.func @k2s2_avg(%a0: tensor<1x17x8x10xf32>) -> tensor<1x17x4x5xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x17x8x10xf32>) -> tensor<1x17x4x5xf32>
  return %y : tensor<1x17x4x5xf32>
}

func.func @k3s2_pad_avg(%a0: tensor<2x5x13x11xf32>) -> tensor<2x5x7x6xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>} : (tensor<2x5x13x11xf32>) -> tensor<2x5x7x6xf32>
  return %y : tensor<2x5x7x6xf32>
}

func.func @k3s1_pad_avg(%a0: tensor<1x16x5x7xf32>) -> tensor<1x16x5x7xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x16x5x7xf32>) -> tensor<1x16x5x7xf32>
  return %y : tensor<1x16x5x7xf32>
}

func.func @k3s2_ceil_avg(%a0: tensor<1x3x12x14xf32>) -> tensor<1x3x6x7xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, ceil_mode} : (tensor<1x3x12x14xf32>) -> tensor<1x3x6x7xf32>
  return %y : tensor<1x3x6x7xf32>
}

func.func @k2s2_ceil_pad_avg(%a0: tensor<1x3x7x9xf32>) -> tensor<1x3x4x5xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, dilations = array<i64: 1, 1>, ceil_mode} : (tensor<1x3x7x9xf32>) -> tensor<1x3x4x5xf32>
  return %y : tensor<1x3x4x5xf32>
}

func.func @dilated_avg(%a0: tensor<1x4x11x12xf32>) -> tensor<1x4x9x5xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 2>, strides = array<i64: 1, 2>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 2, 3>} : (tensor<1x4x11x12xf32>) -> tensor<1x4x9x5xf32>
  return %y : tensor<1x4x9x5xf32>
}

func.func @global_avg(%a0: tensor<1x33x7x5xf32>) -> tensor<1x33x1x1xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 7, 5>, strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x33x7x5xf32>) -> tensor<1x33x1x1xf32>
  return %y : tensor<1x33x1x1xf32>
}

func.func @one_dimension_avg(%a0: tensor<1x9x23xf32>) -> tensor<1x9x8xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 4>, strides = array<i64: 3>, pads = array<i64: 1, 2>, dilations = array<i64: 1>} : (tensor<1x9x23xf32>) -> tensor<1x9x8xf32>
  return %y : tensor<1x9x8xf32>
}

func.func @three_dimensions_avg(%a0: tensor<1x3x5x6x7xf32>) -> tensor<1x3x2x4x3xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 2, 3, 2>, strides = array<i64: 2, 1, 2>, pads = array<i64: 0, 0, 0, 0, 0, 0>, dilations = array<i64: 1, 1, 1>} : (tensor<1x3x5x6x7xf32>) -> tensor<1x3x2x4x3xf32>
  return %y : tensor<1x3x2x4x3xf32>
}

func.func @count_pads(%a0: tensor<1x5x7x9xf32>) -> tensor<1x5x4x5xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, count_include_pad} : (tensor<1x5x7x9xf32>) -> tensor<1x5x4x5xf32>
  return %y : tensor<1x5x4x5xf32>
}

func.func @count_pads_ceil(%a0: tensor<1x5x8x10xf32>) -> tensor<1x5x4x5xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, dilations = array<i64: 1, 1>, ceil_mode, count_include_pad} : (tensor<1x5x8x10xf32>) -> tensor<1x5x4x5xf32>
  return %y : tensor<1x5x4x5xf32>
}

func.func @k2s2_max_last(%a0: tensor<1x8x10x17xf32>) -> tensor<1x4x5x17xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>} : (tensor<1x8x10x17xf32>) -> tensor<1x4x5x17xf32>
  return %y : tensor<1x4x5x17xf32>
}

func.func @k3s2_pad_max_last(%a0: tensor<2x13x11x5xf32>) -> tensor<2x7x6x5xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>} : (tensor<2x13x11x5xf32>) -> tensor<2x7x6x5xf32>
  return %y : tensor<2x7x6x5xf32>
}

func.func @k3s1_pad_max_last(%a0: tensor<1x5x7x16xf32>) -> tensor<1x5x7x16xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>} : (tensor<1x5x7x16xf32>) -> tensor<1x5x7x16xf32>
  return %y : tensor<1x5x7x16xf32>
}

func.func @k3s2_ceil_max_last(%a0: tensor<1x12x14x3xf32>) -> tensor<1x6x7x3xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>, ceil_mode} : (tensor<1x12x14x3xf32>) -> tensor<1x6x7x3xf32>
  return %y : tensor<1x6x7x3xf32>
}

func.func @k2s2_ceil_pad_max_last(%a0: tensor<1x7x9x3xf32>) -> tensor<1x4x5x3xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>, ceil_mode} : (tensor<1x7x9x3xf32>) -> tensor<1x4x5x3xf32>
  return %y : tensor<1x4x5x3xf32>
}

func.func @dilated_max_last(%a0: tensor<1x11x12x4xf32>) -> tensor<1x9x5x4xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 2>, strides = array<i64: 1, 2>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 2, 3>, layout = #adze<layout channels_last>} : (tensor<1x11x12x4xf32>) -> tensor<1x9x5x4xf32>
  return %y : tensor<1x9x5x4xf32>
}

func.func @global_max_last(%a0: tensor<1x7x5x33xf32>) -> tensor<1x1x1x33xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 7, 5>, strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>} : (tensor<1x7x5x33xf32>) -> tensor<1x1x1x33xf32>
  return %y : tensor<1x1x1x33xf32>
}

func.func @one_dimension_max_last(%a0: tensor<1x23x9xf32>) -> tensor<1x8x9xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 4>, strides = array<i64: 3>, pads = array<i64: 1, 2>, dilations = array<i64: 1>, layout = #adze<layout channels_last>} : (tensor<1x23x9xf32>) -> tensor<1x8x9xf32>
  return %y : tensor<1x8x9xf32>
}

func.func @three_dimensions_max_last(%a0: tensor<1x5x6x7x3xf32>) -> tensor<1x2x4x3x3xf32> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 3, 2>, strides = array<i64: 2, 1, 2>, pads = array<i64: 0, 0, 0, 0, 0, 0>, dilations = array<i64: 1, 1, 1>, layout = #adze<layout channels_last>} : (tensor<1x5x6x7x3xf32>) -> tensor<1x2x4x3x3xf32>
  return %y : tensor<1x2x4x3x3xf32>
}

func.func @k2s2_avg_last(%a0: tensor<1x8x10x17xf32>) -> tensor<1x4x5x17xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>} : (tensor<1x8x10x17xf32>) -> tensor<1x4x5x17xf32>
  return %y : tensor<1x4x5x17xf32>
}

func.func @k3s2_pad_avg_last(%a0: tensor<2x13x11x5xf32>) -> tensor<2x7x6x5xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>} : (tensor<2x13x11x5xf32>) -> tensor<2x7x6x5xf32>
  return %y : tensor<2x7x6x5xf32>
}

func.func @k3s1_pad_avg_last(%a0: tensor<1x5x7x16xf32>) -> tensor<1x5x7x16xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>} : (tensor<1x5x7x16xf32>) -> tensor<1x5x7x16xf32>
  return %y : tensor<1x5x7x16xf32>
}

func.func @k3s2_ceil_avg_last(%a0: tensor<1x12x14x3xf32>) -> tensor<1x6x7x3xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>, ceil_mode} : (tensor<1x12x14x3xf32>) -> tensor<1x6x7x3xf32>
  return %y : tensor<1x6x7x3xf32>
}

func.func @k2s2_ceil_pad_avg_last(%a0: tensor<1x7x9x3xf32>) -> tensor<1x4x5x3xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>, ceil_mode} : (tensor<1x7x9x3xf32>) -> tensor<1x4x5x3xf32>
  return %y : tensor<1x4x5x3xf32>
}

func.func @dilated_avg_last(%a0: tensor<1x11x12x4xf32>) -> tensor<1x9x5x4xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 2>, strides = array<i64: 1, 2>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 2, 3>, layout = #adze<layout channels_last>} : (tensor<1x11x12x4xf32>) -> tensor<1x9x5x4xf32>
  return %y : tensor<1x9x5x4xf32>
}

func.func @global_avg_last(%a0: tensor<1x7x5x33xf32>) -> tensor<1x1x1x33xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 7, 5>, strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>} : (tensor<1x7x5x33xf32>) -> tensor<1x1x1x33xf32>
  return %y : tensor<1x1x1x33xf32>
}

func.func @one_dimension_avg_last(%a0: tensor<1x23x9xf32>) -> tensor<1x8x9xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 4>, strides = array<i64: 3>, pads = array<i64: 1, 2>, dilations = array<i64: 1>, layout = #adze<layout channels_last>} : (tensor<1x23x9xf32>) -> tensor<1x8x9xf32>
  return %y : tensor<1x8x9xf32>
}

func.func @three_dimensions_avg_last(%a0: tensor<1x5x6x7x3xf32>) -> tensor<1x2x4x3x3xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 2, 3, 2>, strides = array<i64: 2, 1, 2>, pads = array<i64: 0, 0, 0, 0, 0, 0>, dilations = array<i64: 1, 1, 1>, layout = #adze<layout channels_last>} : (tensor<1x5x6x7x3xf32>) -> tensor<1x2x4x3x3xf32>
  return %y : tensor<1x2x4x3x3xf32>
}

func.func @count_pads_last(%a0: tensor<1x7x9x5xf32>) -> tensor<1x4x5x5xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>, count_include_pad} : (tensor<1x7x9x5xf32>) -> tensor<1x4x5x5xf32>
  return %y : tensor<1x4x5x5xf32>
}

func.func @count_pads_ceil_last(%a0: tensor<1x8x10x5xf32>) -> tensor<1x4x5x5xf32> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, dilations = array<i64: 1, 1>, layout = #adze<layout channels_last>, ceil_mode, count_include_pad} : (tensor<1x8x10x5xf32>) -> tensor<1x4x5x5xf32>
  return %y : tensor<1x4x5x5xf32>
}

func.func @max_i8(%a0: tensor<1x3x7x7xi8>) -> tensor<1x3x4x4xi8> {
  %y = adze.max_pool %a0 {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x3x7x7xi8>) -> tensor<1x3x4x4xi8>
  return %y : tensor<1x3x4x4xi8>
}

func.func @max_ui8(%a0: tensor<1x3x7x7xui8>) -> tensor<1x3x3x3xui8> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x3x7x7xui8>) -> tensor<1x3x3x3xui8>
  return %y : tensor<1x3x3x3xui8>
}

func.func @max_f16(%a0: tensor<1x3x7x7xf16>) -> tensor<1x3x3x3xf16> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x3x7x7xf16>) -> tensor<1x3x3x3xf16>
  return %y : tensor<1x3x3x3xf16>
}

func.func @avg_f16(%a0: tensor<1x3x7x7xf16>) -> tensor<1x3x3x3xf16> {
  %y = adze.avg_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x3x7x7xf16>) -> tensor<1x3x3x3xf16>
  return %y : tensor<1x3x3x3xf16>
}

func.func @max_f64(%a0: tensor<1x3x7x7xf64>) -> tensor<1x3x6x6xf64> {
  %y = adze.max_pool %a0 {kernel = array<i64: 2, 2>, strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x3x7x7xf64>) -> tensor<1x3x6x6xf64>
  return %y : tensor<1x3x6x6xf64>
}
