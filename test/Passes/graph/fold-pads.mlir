// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-fold-pads))' | FileCheck %s

// Zeros around the image become the convolution's pads.
// CHECK-LABEL: func.func @zeros
// CHECK-SAME: (%[[X:.*]]: tensor<1x3x4x4xf32>, %[[W:.*]]: tensor
// CHECK-NOT: adze.pad
// CHECK: adze.conv %[[X]], %[[W]] {{.*}}pads = array<i64: 1, 1, 1, 1>
func.func @zeros(%x: tensor<1x3x4x4xf32>, %w: tensor<8x3x3x3xf32>) -> tensor<1x8x4x4xf32> {
  %0 = adze.pad %x {low = array<i64: 0, 0, 1, 1>, high = array<i64: 0, 0, 1, 1>, mode = #adze<pad_mode constant>} : (tensor<1x3x4x4xf32>) -> tensor<1x3x6x6xf32>
  %1 = adze.conv %0, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x6x6xf32>, tensor<8x3x3x3xf32>) -> tensor<1x8x4x4xf32>
  return %1 : tensor<1x8x4x4xf32>
}

// -----

// Pads that are there are added to: low ones first, then high ones. The scalar may be given, if it is zero.
// CHECK-LABEL: func.func @added
// CHECK: adze.conv {{.*}}pads = array<i64: 11, 22, 33, 44>
func.func @added(%x: tensor<1x3x4x4xf32>, %w: tensor<8x3x3x3xf32>) -> tensor<1x8x46x68xf32> {
  %zero = adze.constant dense<0.0> : tensor<f32>
  %0 = adze.pad %x, %zero {low = array<i64: 0, 0, 1, 2>, high = array<i64: 0, 0, 3, 4>, mode = #adze<pad_mode constant>} : (tensor<1x3x4x4xf32>, tensor<f32>) -> tensor<1x3x8x10xf32>
  %1 = adze.conv %0, %w {strides = array<i64: 1, 1>, pads = array<i64: 10, 20, 30, 40>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x8x10xf32>, tensor<8x3x3x3xf32>) -> tensor<1x8x46x68xf32>
  return %1 : tensor<1x8x46x68xf32>
}

// -----

// Channels last, the spatial dimensions stand one further to the left.
// CHECK-LABEL: func.func @channels_last
// CHECK-NOT: adze.pad
// CHECK: adze.conv {{.*}}pads = array<i64: 0, 1>
func.func @channels_last(%x: tensor<1x4x3xf32>, %w: tensor<8x3x2xf32>) -> tensor<1x4x8xf32> {
  %0 = adze.pad %x {low = array<i64: 0, 0, 0>, high = array<i64: 0, 1, 0>, mode = #adze<pad_mode constant>} : (tensor<1x4x3xf32>) -> tensor<1x5x3xf32>
  %1 = adze.conv %0, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x3xf32>, tensor<8x3x2xf32>) -> tensor<1x4x8xf32>
  return %1 : tensor<1x4x8xf32>
}

// -----

// Two convolutions that read the same padded image are both folded.
// CHECK-LABEL: func.func @two_readers
// CHECK-NOT: adze.pad
// CHECK: adze.conv {{.*}}pads = array<i64: 1, 1>
// CHECK: adze.conv {{.*}}pads = array<i64: 1, 1>
func.func @two_readers(%x: tensor<1x3x4xf32>, %w: tensor<8x3x3xf32>, %v: tensor<2x3x1xf32>) -> (tensor<1x8x4xf32>, tensor<1x2x6xf32>) {
  %0 = adze.pad %x {low = array<i64: 0, 0, 1>, high = array<i64: 0, 0, 1>, mode = #adze<pad_mode constant>} : (tensor<1x3x4xf32>) -> tensor<1x3x6xf32>
  %1 = adze.conv %0, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x3x6xf32>, tensor<8x3x3xf32>) -> tensor<1x8x4xf32>
  %2 = adze.conv %0, %v {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x3x6xf32>, tensor<2x3x1xf32>) -> tensor<1x2x6xf32>
  return %1, %2 : tensor<1x8x4xf32>, tensor<1x2x6xf32>
}

// -----

// Not folded when the padding is not zero.
// CHECK-LABEL: func.func @ones
// CHECK: adze.pad
func.func @ones(%x: tensor<1x3x4xf32>, %w: tensor<8x3x3xf32>) -> tensor<1x8x4xf32> {
  %one = adze.constant dense<1.0> : tensor<f32>
  %0 = adze.pad %x, %one {low = array<i64: 0, 0, 1>, high = array<i64: 0, 0, 1>, mode = #adze<pad_mode constant>} : (tensor<1x3x4xf32>, tensor<f32>) -> tensor<1x3x6xf32>
  %1 = adze.conv %0, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x3x6xf32>, tensor<8x3x3xf32>) -> tensor<1x8x4xf32>
  return %1 : tensor<1x8x4xf32>
}

// -----

// Not folded when the padding repeats the image.
// CHECK-LABEL: func.func @reflected
// CHECK: adze.pad
func.func @reflected(%x: tensor<1x3x4xf32>, %w: tensor<8x3x3xf32>) -> tensor<1x8x4xf32> {
  %0 = adze.pad %x {low = array<i64: 0, 0, 1>, high = array<i64: 0, 0, 1>, mode = #adze<pad_mode reflect>} : (tensor<1x3x4xf32>) -> tensor<1x3x6xf32>
  %1 = adze.conv %0, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x3x6xf32>, tensor<8x3x3xf32>) -> tensor<1x8x4xf32>
  return %1 : tensor<1x8x4xf32>
}

// -----

// Not folded when channels are padded.
// CHECK-LABEL: func.func @channels
// CHECK: adze.pad
func.func @channels(%x: tensor<1x2x4xf32>, %w: tensor<8x3x3xf32>) -> tensor<1x8x4xf32> {
  %0 = adze.pad %x {low = array<i64: 0, 1, 1>, high = array<i64: 0, 0, 1>, mode = #adze<pad_mode constant>} : (tensor<1x2x4xf32>) -> tensor<1x3x6xf32>
  %1 = adze.conv %0, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x3x6xf32>, tensor<8x3x3xf32>) -> tensor<1x8x4xf32>
  return %1 : tensor<1x8x4xf32>
}

// -----

// Not folded into pooling, whose own pads are left out of the window.
// CHECK-LABEL: func.func @pool
// CHECK: adze.pad
func.func @pool(%x: tensor<1x3x4xf32>) -> tensor<1x3x6xf32> {
  %0 = adze.pad %x {low = array<i64: 0, 0, 1>, high = array<i64: 0, 0, 1>, mode = #adze<pad_mode constant>} : (tensor<1x3x4xf32>) -> tensor<1x3x6xf32>
  %1 = adze.max_pool %0 {kernel = array<i64: 1>, strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>} : (tensor<1x3x6xf32>) -> tensor<1x3x6xf32>
  return %1 : tensor<1x3x6xf32>
}
