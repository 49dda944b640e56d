// RUN: %adze-check --atol=1.0e-5 %s

// What is computed inside a convolution's tiles.

func.func @bias_relu(%a0: tensor<1x5x9x7xf32>, %a1: tensor<17x5x3x3xf32> {check.constant}, %a2: tensor<17x1x1xf32> {check.constant}) -> tensor<1x17x9x7xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x5x9x7xf32>, tensor<17x5x3x3xf32>) -> tensor<1x17x9x7xf32>
  %1 = adze.add %0, %a2 : (tensor<1x17x9x7xf32>, tensor<17x1x1xf32>) -> tensor<1x17x9x7xf32>
  %2 = adze.clamp %1 {min = 0.0 : f32} : (tensor<1x17x9x7xf32>) -> tensor<1x17x9x7xf32>
  return %2 : tensor<1x17x9x7xf32>
}

func.func @bias_relu6_depthwise(%a0: tensor<1x17x9x7xf32>, %a1: tensor<17x1x3x3xf32> {check.constant}, %a2: tensor<17x1x1xf32> {check.constant}) -> tensor<1x17x5x4xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 17 : i64} : (tensor<1x17x9x7xf32>, tensor<17x1x3x3xf32>) -> tensor<1x17x5x4xf32>
  %1 = adze.add %0, %a2 : (tensor<1x17x5x4xf32>, tensor<17x1x1xf32>) -> tensor<1x17x5x4xf32>
  %2 = adze.clamp %1 {min = 0.0 : f32, max = 6.0 : f32} : (tensor<1x17x5x4xf32>) -> tensor<1x17x5x4xf32>
  return %2 : tensor<1x17x5x4xf32>
}

func.func @bias_residual_relu(%a0: tensor<1x8x7x7xf32>, %a1: tensor<16x8x1x1xf32> {check.constant}, %a2: tensor<16x1x1xf32> {check.constant}, %a3: tensor<1x16x7x7xf32>) -> tensor<1x16x7x7xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x7x7xf32>, tensor<16x8x1x1xf32>) -> tensor<1x16x7x7xf32>
  %1 = adze.add %0, %a2 : (tensor<1x16x7x7xf32>, tensor<16x1x1xf32>) -> tensor<1x16x7x7xf32>
  %2 = adze.add %1, %a3 : (tensor<1x16x7x7xf32>, tensor<1x16x7x7xf32>) -> tensor<1x16x7x7xf32>
  %3 = adze.clamp %2 {min = 0.0 : f32} : (tensor<1x16x7x7xf32>) -> tensor<1x16x7x7xf32>
  return %3 : tensor<1x16x7x7xf32>
}

func.func @bias_silu(%a0: tensor<1x3x9x9xf32>, %a1: tensor<8x3x3x3xf32> {check.constant}, %a2: tensor<8x1x1xf32> {check.constant}) -> tensor<1x8x5x5xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x9x9xf32>, tensor<8x3x3x3xf32>) -> tensor<1x8x5x5xf32>
  %1 = adze.add %0, %a2 : (tensor<1x8x5x5xf32>, tensor<8x1x1xf32>) -> tensor<1x8x5x5xf32>
  %2 = adze.silu %1 : (tensor<1x8x5x5xf32>) -> tensor<1x8x5x5xf32>
  return %2 : tensor<1x8x5x5xf32>
}

func.func @bias_hard_swish_residual(%a0: tensor<1x6x5x5xf32>, %a1: tensor<6x6x3x3xf32> {check.constant}, %a2: tensor<6x1x1xf32> {check.constant}, %a3: tensor<1x6x5x5xf32>) -> tensor<1x6x5x5xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x6x5x5xf32>, tensor<6x6x3x3xf32>) -> tensor<1x6x5x5xf32>
  %1 = adze.add %0, %a2 : (tensor<1x6x5x5xf32>, tensor<6x1x1xf32>) -> tensor<1x6x5x5xf32>
  %2 = adze.hard_swish %1 : (tensor<1x6x5x5xf32>) -> tensor<1x6x5x5xf32>
  %3 = adze.add %2, %a3 : (tensor<1x6x5x5xf32>, tensor<1x6x5x5xf32>) -> tensor<1x6x5x5xf32>
  return %3 : tensor<1x6x5x5xf32>
}

func.func @bias_relu_last(%a0: tensor<1x9x7x5xf32>, %a1: tensor<17x5x3x3xf32> {check.constant}, %a2: tensor<17xf32> {check.constant}) -> tensor<1x9x7x17xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x9x7x5xf32>, tensor<17x5x3x3xf32>) -> tensor<1x9x7x17xf32>
  %1 = adze.add %0, %a2 : (tensor<1x9x7x17xf32>, tensor<17xf32>) -> tensor<1x9x7x17xf32>
  %2 = adze.clamp %1 {min = 0.0 : f32} : (tensor<1x9x7x17xf32>) -> tensor<1x9x7x17xf32>
  return %2 : tensor<1x9x7x17xf32>
}

func.func @bias_relu6_depthwise_last(%a0: tensor<1x9x7x17xf32>, %a1: tensor<17x1x3x3xf32> {check.constant}, %a2: tensor<17xf32> {check.constant}) -> tensor<1x5x4x17xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 17 : i64, layout = #adze<layout channels_last>} : (tensor<1x9x7x17xf32>, tensor<17x1x3x3xf32>) -> tensor<1x5x4x17xf32>
  %1 = adze.add %0, %a2 : (tensor<1x5x4x17xf32>, tensor<17xf32>) -> tensor<1x5x4x17xf32>
  %2 = adze.clamp %1 {min = 0.0 : f32, max = 6.0 : f32} : (tensor<1x5x4x17xf32>) -> tensor<1x5x4x17xf32>
  return %2 : tensor<1x5x4x17xf32>
}

func.func @bias_residual_relu_last(%a0: tensor<1x7x7x8xf32>, %a1: tensor<16x8x1x1xf32> {check.constant}, %a2: tensor<16xf32> {check.constant}, %a3: tensor<1x7x7x16xf32>) -> tensor<1x7x7x16xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x7x7x8xf32>, tensor<16x8x1x1xf32>) -> tensor<1x7x7x16xf32>
  %1 = adze.add %0, %a2 : (tensor<1x7x7x16xf32>, tensor<16xf32>) -> tensor<1x7x7x16xf32>
  %2 = adze.add %1, %a3 : (tensor<1x7x7x16xf32>, tensor<1x7x7x16xf32>) -> tensor<1x7x7x16xf32>
  %3 = adze.clamp %2 {min = 0.0 : f32} : (tensor<1x7x7x16xf32>) -> tensor<1x7x7x16xf32>
  return %3 : tensor<1x7x7x16xf32>
}

func.func @bias_silu_last(%a0: tensor<1x9x9x3xf32>, %a1: tensor<8x3x3x3xf32> {check.constant}, %a2: tensor<8xf32> {check.constant}) -> tensor<1x5x5x8xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x9x9x3xf32>, tensor<8x3x3x3xf32>) -> tensor<1x5x5x8xf32>
  %1 = adze.add %0, %a2 : (tensor<1x5x5x8xf32>, tensor<8xf32>) -> tensor<1x5x5x8xf32>
  %2 = adze.silu %1 : (tensor<1x5x5x8xf32>) -> tensor<1x5x5x8xf32>
  return %2 : tensor<1x5x5x8xf32>
}

func.func @bias_hard_swish_residual_last(%a0: tensor<1x5x5x6xf32>, %a1: tensor<6x6x3x3xf32> {check.constant}, %a2: tensor<6xf32> {check.constant}, %a3: tensor<1x5x5x6xf32>) -> tensor<1x5x5x6xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x5x6xf32>, tensor<6x6x3x3xf32>) -> tensor<1x5x5x6xf32>
  %1 = adze.add %0, %a2 : (tensor<1x5x5x6xf32>, tensor<6xf32>) -> tensor<1x5x5x6xf32>
  %2 = adze.hard_swish %1 : (tensor<1x5x5x6xf32>) -> tensor<1x5x5x6xf32>
  %3 = adze.add %2, %a3 : (tensor<1x5x5x6xf32>, tensor<1x5x5x6xf32>) -> tensor<1x5x5x6xf32>
  return %3 : tensor<1x5x5x6xf32>
}

func.func @padded_input(%a0: tensor<1x3x6x6xf32>, %a1: tensor<5x3x3x3xf32> {check.constant}) -> tensor<1x5x7x7xf32> {
  %0 = adze.pad %a0 {low = array<i64: 0, 0, 1, 2>, high = array<i64: 0, 0, 2, 1>, mode = #adze<pad_mode reflect>} : (tensor<1x3x6x6xf32>) -> tensor<1x3x9x9xf32>
  %1 = adze.conv %0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x9x9xf32>, tensor<5x3x3x3xf32>) -> tensor<1x5x7x7xf32>
  return %1 : tensor<1x5x7x7xf32>
}

func.func @concatenated_input(%a0: tensor<1x3x6x6xf32>, %a1: tensor<1x4x6x6xf32>, %a2: tensor<5x7x3x3xf32> {check.constant}) -> tensor<1x5x6x6xf32> {
  %0 = adze.concat %a0, %a1 {axis = 1} : (tensor<1x3x6x6xf32>, tensor<1x4x6x6xf32>) -> tensor<1x7x6x6xf32>
  %1 = adze.conv %0, %a2 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x7x6x6xf32>, tensor<5x7x3x3xf32>) -> tensor<1x5x6x6xf32>
  return %1 : tensor<1x5x6x6xf32>
}

func.func @two_convs(%a0: tensor<1x3x9x9xf32>, %a1: tensor<8x3x3x3xf32> {check.constant}, %a2: tensor<5x8x1x1xf32> {check.constant}) -> tensor<1x5x5x5xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x9x9xf32>, tensor<8x3x3x3xf32>) -> tensor<1x8x5x5xf32>
  %1 = adze.clamp %0 {min = 0.0 : f32} : (tensor<1x8x5x5xf32>) -> tensor<1x8x5x5xf32>
  %2 = adze.conv %1, %a2 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x5x5xf32>, tensor<5x8x1x1xf32>) -> tensor<1x5x5x5xf32>
  return %2 : tensor<1x5x5x5xf32>
}

func.func @batch_norm_after(%a0: tensor<1x3x6x6xf32>, %a1: tensor<5x3x3x3xf32> {check.constant}, %a2: tensor<5xf32> {check.constant}, %a3: tensor<5xf32> {check.constant}, %a4: tensor<5xf32> {check.constant}, %a5: tensor<5xf32> {check.constant, check.range = array<f64: 0.5, 2.0>}) -> tensor<1x5x6x6xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x6x6xf32>, tensor<5x3x3x3xf32>) -> tensor<1x5x6x6xf32>
  %1 = adze.batch_norm %0, %a2, %a3, %a4, %a5 {epsilon = 1.0e-5 : f64} : (tensor<1x5x6x6xf32>, tensor<5xf32>, tensor<5xf32>, tensor<5xf32>, tensor<5xf32>) -> tensor<1x5x6x6xf32>
  return %1 : tensor<1x5x6x6xf32>
}

func.func @squeeze_excite(%a0: tensor<1x8x5x5xf32>, %a1: tensor<3x8x1x1xf32> {check.constant}, %a2: tensor<8x3x1x1xf32> {check.constant}) -> tensor<1x8x5x5xf32> {
  %0 = adze.reduce %a0 {kind = #adze<reduce_kind mean>, axes = array<i64: 2, 3>, keepdims} : (tensor<1x8x5x5xf32>) -> tensor<1x8x1x1xf32>
  %1 = adze.conv %0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x1x1xf32>, tensor<3x8x1x1xf32>) -> tensor<1x3x1x1xf32>
  %2 = adze.clamp %1 {min = 0.0 : f32} : (tensor<1x3x1x1xf32>) -> tensor<1x3x1x1xf32>
  %3 = adze.conv %2, %a2 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x1x1xf32>, tensor<8x3x1x1xf32>) -> tensor<1x8x1x1xf32>
  %4 = adze.sigmoid %3 : (tensor<1x8x1x1xf32>) -> tensor<1x8x1x1xf32>
  %5 = adze.mul %a0, %4 : (tensor<1x8x5x5xf32>, tensor<1x8x1x1xf32>) -> tensor<1x8x5x5xf32>
  return %5 : tensor<1x8x5x5xf32>
}
