// RUN: %adze-check --atol=1.0e-5 %s

// Transposed convolutions: strides against kernels, pads (also negative ones), output padding, dilations, groups.

func.func @plain(%a0: tensor<1x5x5x7xf32>, %a1: tensor<5x7x3x3xf32> {check.constant}) -> tensor<1x7x7x9xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x5x5x7xf32>, tensor<5x7x3x3xf32>) -> tensor<1x7x7x9xf32>
  return %y : tensor<1x7x7x9xf32>
}

func.func @stride2_kernel2(%a0: tensor<1x8x5x7xf32>, %a1: tensor<8x16x2x2xf32> {check.constant}) -> tensor<1x16x10x14xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x8x5x7xf32>, tensor<8x16x2x2xf32>) -> tensor<1x16x10x14xf32>
  return %y : tensor<1x16x10x14xf32>
}

func.func @stride2_kernel3(%a0: tensor<2x5x5x7xf32>, %a1: tensor<5x9x3x3xf32> {check.constant}) -> tensor<2x9x10x14xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 1, 1>} : (tensor<2x5x5x7xf32>, tensor<5x9x3x3xf32>) -> tensor<2x9x10x14xf32>
  return %y : tensor<2x9x10x14xf32>
}

func.func @stride2_kernel4(%a0: tensor<1x16x4x4xf32>, %a1: tensor<16x8x4x4xf32> {check.constant}) -> tensor<1x8x8x8xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x16x4x4xf32>, tensor<16x8x4x4xf32>) -> tensor<1x8x8x8xf32>
  return %y : tensor<1x8x8x8xf32>
}

func.func @stride3_kernel2(%a0: tensor<1x3x4x5xf32>, %a1: tensor<3x4x2x2xf32> {check.constant}) -> tensor<1x4x11x14xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 3, 3>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x3x4x5xf32>, tensor<3x4x2x2xf32>) -> tensor<1x4x11x14xf32>
  return %y : tensor<1x4x11x14xf32>
}

func.func @stride_beyond(%a0: tensor<1x3x4x5xf32>, %a1: tensor<3x4x1x1xf32> {check.constant}) -> tensor<1x4x8x15xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 3>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 1, 2>} : (tensor<1x3x4x5xf32>, tensor<3x4x1x1xf32>) -> tensor<1x4x8x15xf32>
  return %y : tensor<1x4x8x15xf32>
}

func.func @dilated(%a0: tensor<1x3x4x5xf32>, %a1: tensor<3x4x3x3xf32> {check.constant}) -> tensor<1x4x11x9xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 2, 2>, groups = 1 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x3x4x5xf32>, tensor<3x4x3x3xf32>) -> tensor<1x4x11x9xf32>
  return %y : tensor<1x4x11x9xf32>
}

func.func @groups(%a0: tensor<1x6x5x5xf32>, %a1: tensor<6x3x3x3xf32> {check.constant}) -> tensor<1x9x11x11xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 3 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x6x5x5xf32>, tensor<6x3x3x3xf32>) -> tensor<1x9x11x11xf32>
  return %y : tensor<1x9x11x11xf32>
}

func.func @depthwise(%a0: tensor<1x7x5x5xf32>, %a1: tensor<7x1x4x4xf32> {check.constant}) -> tensor<1x7x10x10xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 7 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x7x5x5xf32>, tensor<7x1x4x4xf32>) -> tensor<1x7x10x10xf32>
  return %y : tensor<1x7x10x10xf32>
}

func.func @negative_pads(%a0: tensor<1x2x3x3xf32>, %a1: tensor<2x3x2x2xf32> {check.constant}) -> tensor<1x3x7x5xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: -1, 0, -2, -1>, dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x2x3x3xf32>, tensor<2x3x2x2xf32>) -> tensor<1x3x7x5xf32>
  return %y : tensor<1x3x7x5xf32>
}

func.func @one_dimension(%a0: tensor<1x3x9xf32>, %a1: tensor<3x5x5xf32> {check.constant}) -> tensor<1x5x26xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 3>, pads = array<i64: 2, 1>, dilations = array<i64: 1>, groups = 1 : i64, output_padding = array<i64: 0>} : (tensor<1x3x9xf32>, tensor<3x5x5xf32>) -> tensor<1x5x26xf32>
  return %y : tensor<1x5x26xf32>
}

func.func @three_dimensions(%a0: tensor<1x2x3x4x3xf32>, %a1: tensor<2x3x2x3x2xf32> {check.constant}) -> tensor<1x3x6x6x6xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 1, 2>, pads = array<i64: 0, 0, 0, 0, 0, 0>, dilations = array<i64: 1, 1, 1>, groups = 1 : i64, output_padding = array<i64: 0, 0, 0>} : (tensor<1x2x3x4x3xf32>, tensor<2x3x2x3x2xf32>) -> tensor<1x3x6x6x6xf32>
  return %y : tensor<1x3x6x6x6xf32>
}

func.func @computed_filter(%a0: tensor<1x3x5x5xf32>, %a1: tensor<3x4x3x3xf32>) -> tensor<1x4x11x11xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 0, 0>} : (tensor<1x3x5x5xf32>, tensor<3x4x3x3xf32>) -> tensor<1x4x11x11xf32>
  return %y : tensor<1x4x11x11xf32>
}

func.func @plain_last(%a0: tensor<1x5x7x5xf32>, %a1: tensor<5x7x3x3xf32> {check.constant}) -> tensor<1x7x9x7xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x5x7x5xf32>, tensor<5x7x3x3xf32>) -> tensor<1x7x9x7xf32>
  return %y : tensor<1x7x9x7xf32>
}

func.func @stride2_kernel2_last(%a0: tensor<1x5x7x8xf32>, %a1: tensor<8x16x2x2xf32> {check.constant}) -> tensor<1x10x14x16xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x5x7x8xf32>, tensor<8x16x2x2xf32>) -> tensor<1x10x14x16xf32>
  return %y : tensor<1x10x14x16xf32>
}

func.func @stride2_kernel3_last(%a0: tensor<2x5x7x5xf32>, %a1: tensor<5x9x3x3xf32> {check.constant}) -> tensor<2x10x14x9xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 1, 1>} : (tensor<2x5x7x5xf32>, tensor<5x9x3x3xf32>) -> tensor<2x10x14x9xf32>
  return %y : tensor<2x10x14x9xf32>
}

func.func @stride2_kernel4_last(%a0: tensor<1x4x4x16xf32>, %a1: tensor<16x8x4x4xf32> {check.constant}) -> tensor<1x8x8x8xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x4x4x16xf32>, tensor<16x8x4x4xf32>) -> tensor<1x8x8x8xf32>
  return %y : tensor<1x8x8x8xf32>
}

func.func @stride3_kernel2_last(%a0: tensor<1x4x5x3xf32>, %a1: tensor<3x4x2x2xf32> {check.constant}) -> tensor<1x11x14x4xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 3, 3>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x4x5x3xf32>, tensor<3x4x2x2xf32>) -> tensor<1x11x14x4xf32>
  return %y : tensor<1x11x14x4xf32>
}

func.func @stride_beyond_last(%a0: tensor<1x4x5x3xf32>, %a1: tensor<3x4x1x1xf32> {check.constant}) -> tensor<1x8x15x4xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 3>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 1, 2>} : (tensor<1x4x5x3xf32>, tensor<3x4x1x1xf32>) -> tensor<1x8x15x4xf32>
  return %y : tensor<1x8x15x4xf32>
}

func.func @dilated_last(%a0: tensor<1x4x5x3xf32>, %a1: tensor<3x4x3x3xf32> {check.constant}) -> tensor<1x11x9x4xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 2, 2>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x4x5x3xf32>, tensor<3x4x3x3xf32>) -> tensor<1x11x9x4xf32>
  return %y : tensor<1x11x9x4xf32>
}

func.func @groups_last(%a0: tensor<1x5x5x6xf32>, %a1: tensor<6x3x3x3xf32> {check.constant}) -> tensor<1x11x11x9xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 3 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x5x5x6xf32>, tensor<6x3x3x3xf32>) -> tensor<1x11x11x9xf32>
  return %y : tensor<1x11x11x9xf32>
}

func.func @depthwise_last(%a0: tensor<1x5x5x7xf32>, %a1: tensor<7x1x4x4xf32> {check.constant}) -> tensor<1x10x10x7xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 7 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x5x5x7xf32>, tensor<7x1x4x4xf32>) -> tensor<1x10x10x7xf32>
  return %y : tensor<1x10x10x7xf32>
}

func.func @negative_pads_last(%a0: tensor<1x3x3x2xf32>, %a1: tensor<2x3x2x2xf32> {check.constant}) -> tensor<1x7x5x3xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: -1, 0, -2, -1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x3x3x2xf32>, tensor<2x3x2x2xf32>) -> tensor<1x7x5x3xf32>
  return %y : tensor<1x7x5x3xf32>
}

func.func @one_dimension_last(%a0: tensor<1x9x3xf32>, %a1: tensor<3x5x5xf32> {check.constant}) -> tensor<1x26x5xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 3>, pads = array<i64: 2, 1>, dilations = array<i64: 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0>} : (tensor<1x9x3xf32>, tensor<3x5x5xf32>) -> tensor<1x26x5xf32>
  return %y : tensor<1x26x5xf32>
}

func.func @three_dimensions_last(%a0: tensor<1x3x4x3x2xf32>, %a1: tensor<2x3x2x3x2xf32> {check.constant}) -> tensor<1x6x6x6x3xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 1, 2>, pads = array<i64: 0, 0, 0, 0, 0, 0>, dilations = array<i64: 1, 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0, 0>} : (tensor<1x3x4x3x2xf32>, tensor<2x3x2x3x2xf32>) -> tensor<1x6x6x6x3xf32>
  return %y : tensor<1x6x6x6x3xf32>
}

func.func @computed_filter_last(%a0: tensor<1x5x5x3xf32>, %a1: tensor<3x4x3x3xf32>) -> tensor<1x11x11x4xf32> {
  %y = adze.conv_transpose %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, output_padding = array<i64: 0, 0>} : (tensor<1x5x5x3xf32>, tensor<3x4x3x3xf32>) -> tensor<1x11x11x4xf32>
  return %y : tensor<1x11x11x4xf32>
}
