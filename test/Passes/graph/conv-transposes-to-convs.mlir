// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-conv-transposes-to-convs))' | FileCheck %s

// Without strides: flipped taps, and as many pads as a window reaches.
// CHECK-LABEL: func.func @flipped
// CHECK-SAME: (%[[X:.*]]: tensor<1x5x1xf32>)
// CHECK: %[[W:.*]] = adze.constant dense<{{\[\[\[}}3.000000e+00, 2.000000e+00, 1.000000e+00]]]> : tensor<1x1x3xf32>
// CHECK: %[[Y:.*]] = adze.conv %[[X]], %[[W]] {dilations = array<i64: 1>, groups = 1 : i64, layout = #adze<layout channels_last>, pads = array<i64: 2, 1>, strides = array<i64: 1>}
// CHECK: return %[[Y]]
func.func @flipped(%x: tensor<1x5x1xf32>) -> tensor<1x6x1xf32> {
  %w = adze.constant dense<[[[1.0, 2.0, 3.0]]]> : tensor<1x1x3xf32>
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1>, pads = array<i64: 0, 1>, dilations = array<i64: 1>, output_padding = array<i64: 0>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x1xf32>, tensor<1x1x3xf32>) -> tensor<1x6x1xf32>
  return %0 : tensor<1x6x1xf32>
}

// -----

// Two phases: taps 1 and 3 (flipped), and tap 2 with a zero. What the low pad cuts off is sliced away.
// CHECK-LABEL: func.func @phases
// CHECK: %[[W:.*]] = adze.constant dense<{{\[\[\[}}3.000000e+00, 1.000000e+00]], {{\[\[}}0.000000e+00, 2.000000e+00]]]> : tensor<2x1x2xf32>
// CHECK: %[[C:.*]] = adze.conv %{{.*}}, %[[W]] {dilations = array<i64: 1>, groups = 1 : i64, layout = #adze<layout channels_last>, pads = array<i64: 1, 0>, strides = array<i64: 1>} : (tensor<1x5x1xf32>, tensor<2x1x2xf32>) -> tensor<1x5x2xf32>
// CHECK: %[[A:.*]] = adze.reshape %[[C]] : (tensor<1x5x2xf32>) -> tensor<1x5x2x1xf32>
// CHECK: %[[B:.*]] = adze.reshape %[[A]] : (tensor<1x5x2x1xf32>) -> tensor<1x10x1xf32>
// CHECK: adze.slice %[[B]] {sizes = array<i64: 1, 9, 1>, starts = array<i64: 0, 1, 0>, steps = array<i64: 1, 1, 1>}
func.func @phases(%x: tensor<1x5x1xf32>) -> tensor<1x9x1xf32> {
  %w = adze.constant dense<[[[1.0, 2.0, 3.0]]]> : tensor<1x1x3xf32>
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 2>, pads = array<i64: 1, 1>, dilations = array<i64: 1>, output_padding = array<i64: 0>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x1xf32>, tensor<1x1x3xf32>) -> tensor<1x9x1xf32>
  return %0 : tensor<1x9x1xf32>
}

// -----

// Strides and groups stay.
// CHECK-LABEL: func.func @groups
// CHECK: adze.conv_transpose
func.func @groups(%x: tensor<1x5x2xf32>) -> tensor<1x10x2xf32> {
  %w = adze.constant dense<1.0> : tensor<2x1x2xf32>
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 2>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, output_padding = array<i64: 0>, groups = 2 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x2xf32>, tensor<2x1x2xf32>) -> tensor<1x10x2xf32>
  return %0 : tensor<1x10x2xf32>
}

// -----

// So does a filter that is no constant.
// CHECK-LABEL: func.func @computed
// CHECK: adze.conv_transpose
func.func @computed(%x: tensor<1x5x1xf32>, %w: tensor<1x1x3xf32>) -> tensor<1x7x1xf32> {
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, output_padding = array<i64: 0>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x1xf32>, tensor<1x1x3xf32>) -> tensor<1x7x1xf32>
  return %0 : tensor<1x7x1xf32>
}

// -----

// In two dimensions the phases go to their places by a transpose. (All output is used: no slice.)
// CHECK-LABEL: func.func @image
// CHECK: adze.conv {{.*}} -> tensor<1x4x4x12xf32>
// CHECK-NEXT: adze.reshape {{.*}} -> tensor<1x4x4x2x2x3xf32>
// CHECK-NEXT: adze.transpose {{.*}} {permutation = array<i64: 0, 1, 3, 2, 4, 5>}
// CHECK-NEXT: adze.reshape {{.*}} -> tensor<1x8x8x3xf32>
// CHECK-NEXT: return
func.func @image(%x: tensor<1x4x4x8xf32>) -> tensor<1x8x8x3xf32> {
  %w = adze.constant dense<1.0> : tensor<8x3x2x2xf32>
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, output_padding = array<i64: 0, 0>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x4x8xf32>, tensor<8x3x2x2xf32>) -> tensor<1x8x8x3xf32>
  return %0 : tensor<1x8x8x3xf32>
}
