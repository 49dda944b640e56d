// RUN: %adze-check --atol=5.0e-5 %s

// Convolutions over kernels, strides, pads, dilations, groups, layouts and channel counts around the tiles' remainders.

func.func @conv3x3(%a0: tensor<1x3x7x9xf32>, %a1: tensor<5x3x3x3xf32> {check.constant}) -> tensor<1x5x5x7xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x7x9xf32>, tensor<5x3x3x3xf32>) -> tensor<1x5x5x7xf32>
  return %y : tensor<1x5x5x7xf32>
}

func.func @conv3x3_pad(%a0: tensor<2x8x7x9xf32>, %a1: tensor<16x8x3x3xf32> {check.constant}) -> tensor<2x16x7x9xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<2x8x7x9xf32>, tensor<16x8x3x3xf32>) -> tensor<2x16x7x9xf32>
  return %y : tensor<2x16x7x9xf32>
}

func.func @conv3x3_stride2(%a0: tensor<1x5x13x11xf32>, %a1: tensor<17x5x3x3xf32> {check.constant}) -> tensor<1x17x7x6xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x5x13x11xf32>, tensor<17x5x3x3xf32>) -> tensor<1x17x7x6xf32>
  return %y : tensor<1x17x7x6xf32>
}

func.func @conv3x3_stride2_low(%a0: tensor<1x4x12x12xf32>, %a1: tensor<8x4x3x3xf32> {check.constant}) -> tensor<1x8x6x6xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x4x12x12xf32>, tensor<8x4x3x3xf32>) -> tensor<1x8x6x6xf32>
  return %y : tensor<1x8x6x6xf32>
}

func.func @conv5x5_dilated(%a0: tensor<1x3x17x15xf32>, %a1: tensor<7x3x5x5xf32> {check.constant}) -> tensor<1x7x17x15xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 4, 6, 4, 6>, dilations = array<i64: 2, 3>, groups = 1 : i64} : (tensor<1x3x17x15xf32>, tensor<7x3x5x5xf32>) -> tensor<1x7x17x15xf32>
  return %y : tensor<1x7x17x15xf32>
}

func.func @conv1x1(%a0: tensor<1x17x5x7xf32>, %a1: tensor<33x17x1x1xf32> {check.constant}) -> tensor<1x33x5x7xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x17x5x7xf32>, tensor<33x17x1x1xf32>) -> tensor<1x33x5x7xf32>
  return %y : tensor<1x33x5x7xf32>
}

func.func @conv1x1_stride2(%a0: tensor<1x16x7x7xf32>, %a1: tensor<8x16x1x1xf32> {check.constant}) -> tensor<1x8x4x4xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x16x7x7xf32>, tensor<8x16x1x1xf32>) -> tensor<1x8x4x4xf32>
  return %y : tensor<1x8x4x4xf32>
}

func.func @conv7x7_stride2(%a0: tensor<1x3x31x29xf32>, %a1: tensor<16x3x7x7xf32> {check.constant}) -> tensor<1x16x16x15xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 3, 3, 3, 3>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x31x29xf32>, tensor<16x3x7x7xf32>) -> tensor<1x16x16x15xf32>
  return %y : tensor<1x16x16x15xf32>
}

func.func @conv1x7(%a0: tensor<1x6x5x19xf32>, %a1: tensor<12x6x1x7xf32> {check.constant}) -> tensor<1x12x5x19xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 3, 0, 3>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x6x5x19xf32>, tensor<12x6x1x7xf32>) -> tensor<1x12x5x19xf32>
  return %y : tensor<1x12x5x19xf32>
}

func.func @conv3x1_asymmetric(%a0: tensor<1x6x5x6xf32>, %a1: tensor<9x6x3x1xf32> {check.constant}) -> tensor<1x9x5x3xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 2>, pads = array<i64: 2, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x6x5x6xf32>, tensor<9x6x3x1xf32>) -> tensor<1x9x5x3xf32>
  return %y : tensor<1x9x5x3xf32>
}

func.func @groups(%a0: tensor<1x12x7x5xf32>, %a1: tensor<18x4x3x3xf32> {check.constant}) -> tensor<1x18x7x5xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 3 : i64} : (tensor<1x12x7x5xf32>, tensor<18x4x3x3xf32>) -> tensor<1x18x7x5xf32>
  return %y : tensor<1x18x7x5xf32>
}

func.func @groups_of_one_output(%a0: tensor<1x12x7x5xf32>, %a1: tensor<3x4x3x3xf32> {check.constant}) -> tensor<1x3x5x3xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 3 : i64} : (tensor<1x12x7x5xf32>, tensor<3x4x3x3xf32>) -> tensor<1x3x5x3xf32>
  return %y : tensor<1x3x5x3xf32>
}

func.func @depthwise(%a0: tensor<1x17x9x7xf32>, %a1: tensor<17x1x3x3xf32> {check.constant}) -> tensor<1x17x9x7xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 17 : i64} : (tensor<1x17x9x7xf32>, tensor<17x1x3x3xf32>) -> tensor<1x17x9x7xf32>
  return %y : tensor<1x17x9x7xf32>
}

func.func @depthwise_stride2(%a0: tensor<2x32x9x9xf32>, %a1: tensor<32x1x3x3xf32> {check.constant}) -> tensor<2x32x5x5xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 32 : i64} : (tensor<2x32x9x9xf32>, tensor<32x1x3x3xf32>) -> tensor<2x32x5x5xf32>
  return %y : tensor<2x32x5x5xf32>
}

func.func @depthwise5x5_dilated(%a0: tensor<1x8x11x11xf32>, %a1: tensor<8x1x5x5xf32> {check.constant}) -> tensor<1x8x11x11xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 4, 4, 4, 4>, dilations = array<i64: 2, 2>, groups = 8 : i64} : (tensor<1x8x11x11xf32>, tensor<8x1x5x5xf32>) -> tensor<1x8x11x11xf32>
  return %y : tensor<1x8x11x11xf32>
}

func.func @depthwise_multiplier(%a0: tensor<1x6x7x7xf32>, %a1: tensor<12x1x3x3xf32> {check.constant}) -> tensor<1x12x5x5xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 6 : i64} : (tensor<1x6x7x7xf32>, tensor<12x1x3x3xf32>) -> tensor<1x12x5x5xf32>
  return %y : tensor<1x12x5x5xf32>
}

func.func @one_channel(%a0: tensor<1x1x6x6xf32>, %a1: tensor<1x1x3x3xf32> {check.constant}) -> tensor<1x1x6x6xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x1x6x6xf32>, tensor<1x1x3x3xf32>) -> tensor<1x1x6x6xf32>
  return %y : tensor<1x1x6x6xf32>
}

func.func @whole_image(%a0: tensor<1x7x5x5xf32>, %a1: tensor<9x7x5x5xf32> {check.constant}) -> tensor<1x9x1x1xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x7x5x5xf32>, tensor<9x7x5x5xf32>) -> tensor<1x9x1x1xf32>
  return %y : tensor<1x9x1x1xf32>
}

func.func @pad_beyond_kernel(%a0: tensor<1x2x3x3xf32>, %a1: tensor<3x2x2x2xf32> {check.constant}) -> tensor<1x3x8x8xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 3, 3, 3, 3>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x2x3x3xf32>, tensor<3x2x2x2xf32>) -> tensor<1x3x8x8xf32>
  return %y : tensor<1x3x8x8xf32>
}

func.func @computed_filter(%a0: tensor<1x5x7x7xf32>, %a1: tensor<9x5x3x3xf32>) -> tensor<1x9x7x7xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x5x7x7xf32>, tensor<9x5x3x3xf32>) -> tensor<1x9x7x7xf32>
  return %y : tensor<1x9x7x7xf32>
}

func.func @one_dimension(%a0: tensor<2x9x23xf32>, %a1: tensor<13x9x5xf32> {check.constant}) -> tensor<2x13x12xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2>, pads = array<i64: 2, 2>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<2x9x23xf32>, tensor<13x9x5xf32>) -> tensor<2x13x12xf32>
  return %y : tensor<2x13x12xf32>
}

func.func @three_dimensions(%a0: tensor<1x3x5x6x7xf32>, %a1: tensor<5x3x3x2x3xf32> {check.constant}) -> tensor<1x5x5x3x7xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 2, 1>, pads = array<i64: 1, 0, 1, 1, 1, 1>, dilations = array<i64: 1, 1, 1>, groups = 1 : i64} : (tensor<1x3x5x6x7xf32>, tensor<5x3x3x2x3xf32>) -> tensor<1x5x5x3x7xf32>
  return %y : tensor<1x5x5x3x7xf32>
}

func.func @wide(%a0: tensor<1x16x3x67xf32>, %a1: tensor<24x16x3x3xf32> {check.constant}) -> tensor<1x24x3x67xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x16x3x67xf32>, tensor<24x16x3x3xf32>) -> tensor<1x24x3x67xf32>
  return %y : tensor<1x24x3x67xf32>
}

func.func @conv3x3_last(%a0: tensor<1x7x9x3xf32>, %a1: tensor<5x3x3x3xf32> {check.constant}) -> tensor<1x5x7x5xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x7x9x3xf32>, tensor<5x3x3x3xf32>) -> tensor<1x5x7x5xf32>
  return %y : tensor<1x5x7x5xf32>
}

func.func @conv3x3_pad_last(%a0: tensor<2x7x9x8xf32>, %a1: tensor<16x8x3x3xf32> {check.constant}) -> tensor<2x7x9x16xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<2x7x9x8xf32>, tensor<16x8x3x3xf32>) -> tensor<2x7x9x16xf32>
  return %y : tensor<2x7x9x16xf32>
}

func.func @conv3x3_stride2_last(%a0: tensor<1x13x11x5xf32>, %a1: tensor<17x5x3x3xf32> {check.constant}) -> tensor<1x7x6x17xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x13x11x5xf32>, tensor<17x5x3x3xf32>) -> tensor<1x7x6x17xf32>
  return %y : tensor<1x7x6x17xf32>
}

func.func @conv3x3_stride2_low_last(%a0: tensor<1x12x12x4xf32>, %a1: tensor<8x4x3x3xf32> {check.constant}) -> tensor<1x6x6x8xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x12x12x4xf32>, tensor<8x4x3x3xf32>) -> tensor<1x6x6x8xf32>
  return %y : tensor<1x6x6x8xf32>
}

func.func @conv5x5_dilated_last(%a0: tensor<1x17x15x3xf32>, %a1: tensor<7x3x5x5xf32> {check.constant}) -> tensor<1x17x15x7xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 4, 6, 4, 6>, dilations = array<i64: 2, 3>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x17x15x3xf32>, tensor<7x3x5x5xf32>) -> tensor<1x17x15x7xf32>
  return %y : tensor<1x17x15x7xf32>
}

func.func @conv1x1_last(%a0: tensor<1x5x7x17xf32>, %a1: tensor<33x17x1x1xf32> {check.constant}) -> tensor<1x5x7x33xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x7x17xf32>, tensor<33x17x1x1xf32>) -> tensor<1x5x7x33xf32>
  return %y : tensor<1x5x7x33xf32>
}

func.func @conv1x1_stride2_last(%a0: tensor<1x7x7x16xf32>, %a1: tensor<8x16x1x1xf32> {check.constant}) -> tensor<1x4x4x8xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x7x7x16xf32>, tensor<8x16x1x1xf32>) -> tensor<1x4x4x8xf32>
  return %y : tensor<1x4x4x8xf32>
}

func.func @conv7x7_stride2_last(%a0: tensor<1x31x29x3xf32>, %a1: tensor<16x3x7x7xf32> {check.constant}) -> tensor<1x16x15x16xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 3, 3, 3, 3>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x31x29x3xf32>, tensor<16x3x7x7xf32>) -> tensor<1x16x15x16xf32>
  return %y : tensor<1x16x15x16xf32>
}

func.func @conv1x7_last(%a0: tensor<1x5x19x6xf32>, %a1: tensor<12x6x1x7xf32> {check.constant}) -> tensor<1x5x19x12xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 3, 0, 3>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x19x6xf32>, tensor<12x6x1x7xf32>) -> tensor<1x5x19x12xf32>
  return %y : tensor<1x5x19x12xf32>
}

func.func @conv3x1_asymmetric_last(%a0: tensor<1x5x6x6xf32>, %a1: tensor<9x6x3x1xf32> {check.constant}) -> tensor<1x5x3x9xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 2>, pads = array<i64: 2, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x6x6xf32>, tensor<9x6x3x1xf32>) -> tensor<1x5x3x9xf32>
  return %y : tensor<1x5x3x9xf32>
}

func.func @groups_last(%a0: tensor<1x7x5x12xf32>, %a1: tensor<18x4x3x3xf32> {check.constant}) -> tensor<1x7x5x18xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 3 : i64, layout = #adze<layout channels_last>} : (tensor<1x7x5x12xf32>, tensor<18x4x3x3xf32>) -> tensor<1x7x5x18xf32>
  return %y : tensor<1x7x5x18xf32>
}

func.func @groups_of_one_output_last(%a0: tensor<1x7x5x12xf32>, %a1: tensor<3x4x3x3xf32> {check.constant}) -> tensor<1x5x3x3xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 3 : i64, layout = #adze<layout channels_last>} : (tensor<1x7x5x12xf32>, tensor<3x4x3x3xf32>) -> tensor<1x5x3x3xf32>
  return %y : tensor<1x5x3x3xf32>
}

func.func @depthwise_last(%a0: tensor<1x9x7x17xf32>, %a1: tensor<17x1x3x3xf32> {check.constant}) -> tensor<1x9x7x17xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 17 : i64, layout = #adze<layout channels_last>} : (tensor<1x9x7x17xf32>, tensor<17x1x3x3xf32>) -> tensor<1x9x7x17xf32>
  return %y : tensor<1x9x7x17xf32>
}

func.func @depthwise_stride2_last(%a0: tensor<2x9x9x32xf32>, %a1: tensor<32x1x3x3xf32> {check.constant}) -> tensor<2x5x5x32xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 32 : i64, layout = #adze<layout channels_last>} : (tensor<2x9x9x32xf32>, tensor<32x1x3x3xf32>) -> tensor<2x5x5x32xf32>
  return %y : tensor<2x5x5x32xf32>
}

func.func @depthwise5x5_dilated_last(%a0: tensor<1x11x11x8xf32>, %a1: tensor<8x1x5x5xf32> {check.constant}) -> tensor<1x11x11x8xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 4, 4, 4, 4>, dilations = array<i64: 2, 2>, groups = 8 : i64, layout = #adze<layout channels_last>} : (tensor<1x11x11x8xf32>, tensor<8x1x5x5xf32>) -> tensor<1x11x11x8xf32>
  return %y : tensor<1x11x11x8xf32>
}

func.func @depthwise_multiplier_last(%a0: tensor<1x7x7x6xf32>, %a1: tensor<12x1x3x3xf32> {check.constant}) -> tensor<1x5x5x12xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 6 : i64, layout = #adze<layout channels_last>} : (tensor<1x7x7x6xf32>, tensor<12x1x3x3xf32>) -> tensor<1x5x5x12xf32>
  return %y : tensor<1x5x5x12xf32>
}

func.func @one_channel_last(%a0: tensor<1x6x6x1xf32>, %a1: tensor<1x1x3x3xf32> {check.constant}) -> tensor<1x6x6x1xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x6x6x1xf32>, tensor<1x1x3x3xf32>) -> tensor<1x6x6x1xf32>
  return %y : tensor<1x6x6x1xf32>
}

func.func @whole_image_last(%a0: tensor<1x5x5x7xf32>, %a1: tensor<9x7x5x5xf32> {check.constant}) -> tensor<1x1x1x9xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x5x7xf32>, tensor<9x7x5x5xf32>) -> tensor<1x1x1x9xf32>
  return %y : tensor<1x1x1x9xf32>
}

func.func @pad_beyond_kernel_last(%a0: tensor<1x3x3x2xf32>, %a1: tensor<3x2x2x2xf32> {check.constant}) -> tensor<1x8x8x3xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 3, 3, 3, 3>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x3x3x2xf32>, tensor<3x2x2x2xf32>) -> tensor<1x8x8x3xf32>
  return %y : tensor<1x8x8x3xf32>
}

func.func @computed_filter_last(%a0: tensor<1x7x7x5xf32>, %a1: tensor<9x5x3x3xf32>) -> tensor<1x7x7x9xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x7x7x5xf32>, tensor<9x5x3x3xf32>) -> tensor<1x7x7x9xf32>
  return %y : tensor<1x7x7x9xf32>
}

func.func @one_dimension_last(%a0: tensor<2x23x9xf32>, %a1: tensor<13x9x5xf32> {check.constant}) -> tensor<2x12x13xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 2>, pads = array<i64: 2, 2>, dilations = array<i64: 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<2x23x9xf32>, tensor<13x9x5xf32>) -> tensor<2x12x13xf32>
  return %y : tensor<2x12x13xf32>
}

func.func @three_dimensions_last(%a0: tensor<1x5x6x7x3xf32>, %a1: tensor<5x3x3x2x3xf32> {check.constant}) -> tensor<1x5x3x7x5xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 2, 1>, pads = array<i64: 1, 0, 1, 1, 1, 1>, dilations = array<i64: 1, 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x6x7x3xf32>, tensor<5x3x3x2x3xf32>) -> tensor<1x5x3x7x5xf32>
  return %y : tensor<1x5x3x7x5xf32>
}

func.func @wide_last(%a0: tensor<1x3x67x16xf32>, %a1: tensor<24x16x3x3xf32> {check.constant}) -> tensor<1x3x67x24xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x3x67x16xf32>, tensor<24x16x3x3xf32>) -> tensor<1x3x67x24xf32>
  return %y : tensor<1x3x67x24xf32>
}

func.func @f64(%a0: tensor<1x3x5x7xf64>, %a1: tensor<4x3x3x3xf64> {check.constant}) -> tensor<1x4x3x5xf64> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x5x7xf64>, tensor<4x3x3x3xf64>) -> tensor<1x4x3x5xf64>
  return %y : tensor<1x4x3x5xf64>
}

func.func @f16(%a0: tensor<1x3x5x7xf16>, %a1: tensor<4x3x3x3xf16> {check.constant}) -> tensor<1x4x3x5xf16> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x5x7xf16>, tensor<4x3x3x3xf16>) -> tensor<1x4x3x5xf16>
  return %y : tensor<1x4x3x5xf16>
}

func.func @i32(%a0: tensor<1x3x5x7xi32>, %a1: tensor<4x3x3x3xi32> {check.constant}) -> tensor<1x4x3x5xi32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x5x7xi32>, tensor<4x3x3x3xi32>) -> tensor<1x4x3x5xi32>
  return %y : tensor<1x4x3x5xi32>
}
