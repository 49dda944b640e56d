// RUN: %adze-check --atol=1.0e-5 %s

// Values that are parts of other values' memory, and results in the memory of operands.

// Heads of one product: read in their places, written next to each other.
func.func @heads(%a0: tensor<13x9xf32>, %a1: tensor<9x45xf32> {check.constant}, %a2: tensor<15x6xf32> {check.constant}) -> tensor<13x6xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<13x9xf32>, tensor<9x45xf32>) -> tensor<13x45xf32>
  %1 = adze.slice %0 {starts = array<i64: 0, 0>, sizes = array<i64: 13, 15>, steps = array<i64: 1, 1>} : (tensor<13x45xf32>) -> tensor<13x15xf32>
  %2 = adze.slice %0 {starts = array<i64: 0, 15>, sizes = array<i64: 13, 15>, steps = array<i64: 1, 1>} : (tensor<13x45xf32>) -> tensor<13x15xf32>
  %3 = adze.slice %0 {starts = array<i64: 0, 30>, sizes = array<i64: 13, 15>, steps = array<i64: 1, 1>} : (tensor<13x45xf32>) -> tensor<13x15xf32>
  %4 = adze.reshape %1 : (tensor<13x15xf32>) -> tensor<13x3x5xf32>
  %5 = adze.reshape %2 : (tensor<13x15xf32>) -> tensor<13x3x5xf32>
  %6 = adze.reshape %3 : (tensor<13x15xf32>) -> tensor<13x3x5xf32>
  %7 = adze.transpose %4 {permutation = array<i64: 1, 0, 2>} : (tensor<13x3x5xf32>) -> tensor<3x13x5xf32>
  %8 = adze.transpose %5 {permutation = array<i64: 1, 0, 2>} : (tensor<13x3x5xf32>) -> tensor<3x13x5xf32>
  %9 = adze.transpose %6 {permutation = array<i64: 1, 0, 2>} : (tensor<13x3x5xf32>) -> tensor<3x13x5xf32>
  %10 = adze.attention %7, %8, %9 {scale = 0.5 : f64} : (tensor<3x13x5xf32>, tensor<3x13x5xf32>, tensor<3x13x5xf32>) -> tensor<3x13x5xf32>
  %11 = adze.transpose %10 {permutation = array<i64: 1, 0, 2>} : (tensor<3x13x5xf32>) -> tensor<13x3x5xf32>
  %12 = adze.reshape %11 : (tensor<13x3x5xf32>) -> tensor<13x15xf32>
  %13 = adze.matmul %12, %a2 : (tensor<13x15xf32>, tensor<15x6xf32>) -> tensor<13x6xf32>
  return %13 : tensor<13x6xf32>
}

// Heads written into the caller's buffer.
func.func @heads_out(%a0: tensor<3x7x11xf32>, %a1: tensor<3x11x17xf32>) -> tensor<7x51xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<3x7x11xf32>, tensor<3x11x17xf32>) -> tensor<3x7x17xf32>
  %1 = adze.transpose %0 {permutation = array<i64: 1, 0, 2>} : (tensor<3x7x17xf32>) -> tensor<7x3x17xf32>
  %2 = adze.reshape %1 : (tensor<7x3x17xf32>) -> tensor<7x51xf32>
  return %2 : tensor<7x51xf32>
}

// Channels joined from a convolution, an argument, a constant and a value that is joined twice; part of the result is read on.
func.func @channels(%a0: tensor<1x9x11x5xf32>, %a1: tensor<13x5x3x3xf32> {check.constant}, %a2: tensor<1x9x11x4xf32> {check.constant}) -> (tensor<1x9x11x40xf32>, tensor<1x9x11x7xf32>) {
  %0 = adze.conv %a0, %a1 {layout = #adze<layout channels_last>, strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x9x11x5xf32>, tensor<13x5x3x3xf32>) -> tensor<1x9x11x13xf32>
  %1 = adze.clamp %0 {min = 0.0 : f32} : (tensor<1x9x11x13xf32>) -> tensor<1x9x11x13xf32>
  %2 = adze.exp %a0 : (tensor<1x9x11x5xf32>) -> tensor<1x9x11x5xf32>
  %3 = adze.concat %1, %a0, %a2, %2, %1 {axis = 3 : i64} : (tensor<1x9x11x13xf32>, tensor<1x9x11x5xf32>, tensor<1x9x11x4xf32>, tensor<1x9x11x5xf32>, tensor<1x9x11x13xf32>) -> tensor<1x9x11x40xf32>
  %4 = adze.slice %3 {starts = array<i64: 0, 0, 0, 10>, sizes = array<i64: 1, 9, 11, 7>, steps = array<i64: 1, 1, 1, 1>} : (tensor<1x9x11x40xf32>) -> tensor<1x9x11x7xf32>
  %5 = adze.tanh %4 : (tensor<1x9x11x7xf32>) -> tensor<1x9x11x7xf32>
  return %3, %5 : tensor<1x9x11x40xf32>, tensor<1x9x11x7xf32>
}

// Rows joined of which one operand is itself joined, and reshaped.
func.func @nested_rows(%a0: tensor<16x37xf32>, %a1: tensor<32x37xf32>) -> tensor<37xf32> {
  %0 = adze.exp %a0 : (tensor<16x37xf32>) -> tensor<16x37xf32>
  %1 = adze.abs %a1 : (tensor<32x37xf32>) -> tensor<32x37xf32>
  %2 = adze.concat %0, %1 {axis = 0 : i64} : (tensor<16x37xf32>, tensor<32x37xf32>) -> tensor<48x37xf32>
  %3 = adze.reshape %2 : (tensor<48x37xf32>) -> tensor<3x16x37xf32>
  %4 = adze.reshape %a0 : (tensor<16x37xf32>) -> tensor<1x16x37xf32>
  %5 = adze.concat %4, %3 {axis = 0 : i64} : (tensor<1x16x37xf32>, tensor<3x16x37xf32>) -> tensor<4x16x37xf32>
  %6 = adze.reduce %5 {kind = #adze<reduce_kind sum>, axes = array<i64: 0, 1>} : (tensor<4x16x37xf32>) -> tensor<37xf32>
  return %6 : tensor<37xf32>
}

// Columns of one element joined: rows are not dense there.
func.func @columns(%a0: tensor<700xf32>, %a1: tensor<700x2xf32>) -> tensor<700x3xf32> {
  %0 = adze.exp %a0 : (tensor<700xf32>) -> tensor<700xf32>
  %1 = adze.reshape %0 : (tensor<700xf32>) -> tensor<700x1xf32>
  %2 = adze.tanh %a1 : (tensor<700x2xf32>) -> tensor<700x2xf32>
  %3 = adze.concat %2, %1 {axis = 1 : i64} : (tensor<700x2xf32>, tensor<700x1xf32>) -> tensor<700x3xf32>
  return %3 : tensor<700x3xf32>
}

// Every second row, from an argument; columns of a constant.
func.func @steps(%a0: tensor<9x4x13xf32>, %a1: tensor<5x4x20xf32> {check.constant}) -> tensor<5x4x13xf32> {
  %0 = adze.slice %a0 {starts = array<i64: 0, 0, 0>, sizes = array<i64: 5, 4, 13>, steps = array<i64: 2, 1, 1>} : (tensor<9x4x13xf32>) -> tensor<5x4x13xf32>
  %1 = adze.slice %a1 {starts = array<i64: 0, 0, 3>, sizes = array<i64: 5, 4, 13>, steps = array<i64: 1, 1, 1>} : (tensor<5x4x20xf32>) -> tensor<5x4x13xf32>
  %2 = adze.add %0, %1 : (tensor<5x4x13xf32>, tensor<5x4x13xf32>) -> tensor<5x4x13xf32>
  return %2 : tensor<5x4x13xf32>
}

// Rows that are repeated by a stride of 0.
func.func @repeated(%a0: tensor<4x1x13xf32>, %a1: tensor<4x3x5x13xf32>) -> tensor<4x3x5x5xf32> {
  %0 = adze.exp %a0 : (tensor<4x1x13xf32>) -> tensor<4x1x13xf32>
  %1 = adze.broadcast %0 : (tensor<4x1x13xf32>) -> tensor<4x5x13xf32>
  %2 = adze.reshape %1 : (tensor<4x5x13xf32>) -> tensor<4x1x5x13xf32>
  %3 = adze.matmul %a1, %2 {transpose_b} : (tensor<4x3x5x13xf32>, tensor<4x1x5x13xf32>) -> tensor<4x3x5x5xf32>
  return %3 : tensor<4x3x5x5xf32>
}

// In place: lengths that are no multiple of a vector's, so that the last vector must not go back.
func.func @in_place(%a0: tensor<1031xf32>, %a1: tensor<1031xf32>) -> tensor<1xf32> {
  %0 = adze.pad %a0 {low = array<i64: 0>, high = array<i64: 0>, mode = #adze<pad_mode constant>} : (tensor<1031xf32>) -> tensor<1031xf32>
  %1 = adze.reduce %0 {kind = #adze<reduce_kind sum>, axes = array<i64: 0>, keepdims} : (tensor<1031xf32>) -> tensor<1xf32>
  %2 = adze.sub %0, %1 : (tensor<1031xf32>, tensor<1xf32>) -> tensor<1031xf32>
  %3 = adze.softmax %2 {axes = array<i64: 0>} : (tensor<1031xf32>) -> tensor<1031xf32>
  %4 = adze.reduce %3 {kind = #adze<reduce_kind max>, axes = array<i64: 0>, keepdims} : (tensor<1031xf32>) -> tensor<1xf32>
  %5 = adze.sub %3, %4 : (tensor<1031xf32>, tensor<1xf32>) -> tensor<1031xf32>
  %6 = adze.reduce %5 {kind = #adze<reduce_kind sum>, axes = array<i64: 0>, keepdims} : (tensor<1031xf32>) -> tensor<1xf32>
  return %6 : tensor<1xf32>
}

func.func @in_place_rows(%a0: tensor<7x33xf32>, %a1: tensor<33x43xf32> {check.constant}, %a2: tensor<43xf32> {check.constant}) -> tensor<7xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<7x33xf32>, tensor<33x43xf32>) -> tensor<7x43xf32>
  %1 = adze.layer_norm %0 scale %a2 bias %a2 {axis = 1 : i64, epsilon = 1.0e-5 : f64} : (tensor<7x43xf32>, tensor<43xf32>, tensor<43xf32>) -> tensor<7x43xf32>
  %2 = adze.softmax %1 {axes = array<i64: 1>} : (tensor<7x43xf32>) -> tensor<7x43xf32>
  %3 = adze.rms_norm %2, %a2 {axis = 1 : i64, epsilon = 1.0e-5 : f64} : (tensor<7x43xf32>, tensor<43xf32>) -> tensor<7x43xf32>
  %4 = adze.softmax %3 {axes = array<i64: 1>, log} : (tensor<7x43xf32>) -> tensor<7x43xf32>
  %5 = adze.reduce %4 {kind = #adze<reduce_kind max>, axes = array<i64: 1>} : (tensor<7x43xf32>) -> tensor<7xf32>
  return %5 : tensor<7xf32>
}
