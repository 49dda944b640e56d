// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-fold-batch-norm))' | FileCheck %s

// Batch normalization behind a convolution: the factor goes into the filter, the rest becomes the bias.
// With variance 3 + epsilon 1, the factors are 2 / 2 and 4 / 2, the offsets 1 - 5 * 1 and 1 - 5 * 2.
// CHECK-LABEL: func.func @behind_conv
// CHECK-SAME: (%[[X:.*]]: tensor<1x1x4x4xf32>)
// CHECK-DAG: %[[W:.*]] = adze.constant dense<{{\[\[\[\[}}1.000000e+00]]], {{\[\[\[}}6.000000e+00]]]]> : tensor<2x1x1x1xf32>
// CHECK-DAG: %[[B:.*]] = adze.constant dense<{{\[\[\[}}-4.000000e+00]], {{\[\[}}-9.000000e+00]]]> : tensor<2x1x1xf32>
// CHECK: %[[CONV:.*]] = adze.conv %[[X]], %[[W]]
// CHECK-NOT: adze.batch_norm
// CHECK-NOT: adze.mul
// CHECK: %[[Y:.*]] = adze.add %[[CONV]], %[[B]] : (tensor<1x2x4x4xf32>, tensor<2x1x1xf32>) -> tensor<1x2x4x4xf32>
// CHECK: return %[[Y]]
func.func @behind_conv(%x: tensor<1x1x4x4xf32>) -> tensor<1x2x4x4xf32> {
  %w = adze.constant dense<[[[[1.0]]], [[[3.0]]]]> : tensor<2x1x1x1xf32>
  %scale = adze.constant dense<[2.0, 4.0]> : tensor<2xf32>
  %bias = adze.constant dense<1.0> : tensor<2xf32>
  %mean = adze.constant dense<5.0> : tensor<2xf32>
  %variance = adze.constant dense<3.0> : tensor<2xf32>
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x1x4x4xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x4x4xf32>
  %1 = adze.batch_norm %0, %scale, %bias, %mean, %variance {epsilon = 1.0 : f64} : (tensor<1x2x4x4xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x4x4xf32>
  return %1 : tensor<1x2x4x4xf32>
}

// -----

// Behind nothing that has weights it is a product and a sum per channel.
// CHECK-LABEL: func.func @alone
// CHECK: %[[P:.*]] = adze.mul %{{.*}}, %{{.*}} : (tensor<1x2x4xf32>, tensor<2x1xf32>) -> tensor<1x2x4xf32>
// CHECK: adze.add %[[P]], %{{.*}} : (tensor<1x2x4xf32>, tensor<2x1xf32>) -> tensor<1x2x4xf32>
// CHECK-NOT: adze.batch_norm
func.func @alone(%x: tensor<1x2x4xf32>) -> tensor<1x2x4xf32> {
  %c = adze.constant dense<[2.0, 4.0]> : tensor<2xf32>
  %0 = adze.batch_norm %x, %c, %c, %c, %c {epsilon = 1.0 : f64} : (tensor<1x2x4xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x4xf32>
  return %0 : tensor<1x2x4xf32>
}

// -----

// Behind a convolution with a bias, the bias is scaled, too.
// CHECK-LABEL: func.func @behind_bias
// CHECK-DAG: adze.constant dense<{{.*}}6.000000e+00{{.*}}> : tensor<1x1x1xf32>
// CHECK: %[[CONV:.*]] = adze.conv
// CHECK: %[[B:.*]] = adze.mul %{{.*}}, %{{.*}} : (tensor<1x1xf32>, tensor<f32>) -> tensor<1x1xf32>
// CHECK: adze.add %[[CONV]], %[[B]]
func.func @behind_bias(%x: tensor<1x1x4xf32>) -> tensor<1x1x4xf32> {
  %w = adze.constant dense<3.0> : tensor<1x1x1xf32>
  %b = adze.constant dense<5.0> : tensor<1x1xf32>
  %f = adze.constant dense<2.0> : tensor<f32>
  %0 = adze.conv %x, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x1x4xf32>, tensor<1x1x1xf32>) -> tensor<1x1x4xf32>
  %1 = adze.add %0, %b : (tensor<1x1x4xf32>, tensor<1x1xf32>) -> tensor<1x1x4xf32>
  %2 = adze.mul %1, %f : (tensor<1x1x4xf32>, tensor<f32>) -> tensor<1x1x4xf32>
  return %2 : tensor<1x1x4xf32>
}

// -----

// A product per column behind a product of matrices, the matrix transposed or not.
// CHECK-LABEL: func.func @behind_matmul
// CHECK-DAG: %[[W:.*]] = adze.constant dense<{{\[\[}}1.000000e+01, 2.000000e+02], [3.000000e+01, 4.000000e+02]]> : tensor<2x2xf32>
// CHECK-DAG: %[[T:.*]] = adze.constant dense<{{\[\[}}1.000000e+01, 2.000000e+01], [3.000000e+02, 4.000000e+02]]> : tensor<2x2xf32>
// CHECK: %[[A:.*]] = adze.matmul %{{.*}}, %[[W]]
// CHECK: %[[B:.*]] = adze.matmul %{{.*}}, %[[T]] {transpose_b}
// CHECK: return %[[A]], %[[B]]
func.func @behind_matmul(%x: tensor<5x2xf32>) -> (tensor<5x2xf32>, tensor<5x2xf32>) {
  %w = adze.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>
  %f = adze.constant dense<[10.0, 100.0]> : tensor<2xf32>
  %0 = adze.matmul %x, %w : (tensor<5x2xf32>, tensor<2x2xf32>) -> tensor<5x2xf32>
  %1 = adze.mul %0, %f : (tensor<5x2xf32>, tensor<2xf32>) -> tensor<5x2xf32>
  %2 = adze.matmul %x, %w {transpose_b} : (tensor<5x2xf32>, tensor<2x2xf32>) -> tensor<5x2xf32>
  %3 = adze.mul %f, %2 : (tensor<2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
  return %1, %3 : tensor<5x2xf32>, tensor<5x2xf32>
}

// -----

// Outputs are the second dimension of a transposed convolution's filter, and the last of the image, channels last.
// CHECK-LABEL: func.func @behind_conv_transpose
// CHECK-DAG: %[[W:.*]] = adze.constant dense<{{\[\[\[}}1.000000e+01], [2.000000e+02]], {{\[\[}}3.000000e+01], [4.000000e+02]]]> : tensor<2x2x1xf32>
// CHECK: %[[Y:.*]] = adze.conv_transpose %{{.*}}, %[[W]]
// CHECK: return %[[Y]]
func.func @behind_conv_transpose(%x: tensor<1x4x2xf32>) -> tensor<1x4x2xf32> {
  %w = adze.constant dense<[[[1.0], [2.0]], [[3.0], [4.0]]]> : tensor<2x2x1xf32>
  %f = adze.constant dense<[10.0, 100.0]> : tensor<2xf32>
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, output_padding = array<i64: 0>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x2xf32>, tensor<2x2x1xf32>) -> tensor<1x4x2xf32>
  %1 = adze.mul %0, %f : (tensor<1x4x2xf32>, tensor<2xf32>) -> tensor<1x4x2xf32>
  return %1 : tensor<1x4x2xf32>
}

// -----

// Not folded when the convolution has another reader: it needs the filter as it is.
// CHECK-LABEL: func.func @two_readers
// CHECK: adze.mul
func.func @two_readers(%x: tensor<5x2xf32>) -> (tensor<5x2xf32>, tensor<5x2xf32>) {
  %w = adze.constant dense<1.0> : tensor<2x2xf32>
  %f = adze.constant dense<[10.0, 100.0]> : tensor<2xf32>
  %0 = adze.matmul %x, %w : (tensor<5x2xf32>, tensor<2x2xf32>) -> tensor<5x2xf32>
  %1 = adze.mul %0, %f : (tensor<5x2xf32>, tensor<2xf32>) -> tensor<5x2xf32>
  return %0, %1 : tensor<5x2xf32>, tensor<5x2xf32>
}

// -----

// Not folded when the factor varies along something else than the outputs.
// CHECK-LABEL: func.func @per_row
// CHECK: adze.mul
func.func @per_row(%x: tensor<2x2xf32>) -> tensor<2x2xf32> {
  %w = adze.constant dense<1.0> : tensor<2x2xf32>
  %f = adze.constant dense<[[10.0], [100.0]]> : tensor<2x1xf32>
  %0 = adze.matmul %x, %w : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  %1 = adze.mul %0, %f : (tensor<2x2xf32>, tensor<2x1xf32>) -> tensor<2x2xf32>
  return %1 : tensor<2x2xf32>
}

// -----

// Not folded when the filter is not known.
// CHECK-LABEL: func.func @unknown_filter
// CHECK: adze.mul
func.func @unknown_filter(%x: tensor<2x2xf32>, %w: tensor<2x2xf32>) -> tensor<2x2xf32> {
  %f = adze.constant dense<[10.0, 100.0]> : tensor<2xf32>
  %0 = adze.matmul %x, %w : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  %1 = adze.mul %0, %f : (tensor<2x2xf32>, tensor<2xf32>) -> tensor<2x2xf32>
  return %1 : tensor<2x2xf32>
}

// -----

// Not folded into a transposed convolution of several groups, whose outputs are no dimension of the filter.
// CHECK-LABEL: func.func @groups
// CHECK: adze.mul
func.func @groups(%x: tensor<1x2x4xf32>) -> tensor<1x2x4xf32> {
  %w = adze.constant dense<1.0> : tensor<2x1x1xf32>
  %f = adze.constant dense<[[10.0], [100.0]]> : tensor<2x1xf32>
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, output_padding = array<i64: 0>, groups = 2 : i64} : (tensor<1x2x4xf32>, tensor<2x1x1xf32>) -> tensor<1x2x4xf32>
  %1 = adze.mul %0, %f : (tensor<1x2x4xf32>, tensor<2x1xf32>) -> tensor<1x2x4xf32>
  return %1 : tensor<1x2x4xf32>
}

// -----

// Not folded when a parameter is an input of the model.
// CHECK-LABEL: func.func @unknown_mean
// CHECK: adze.batch_norm
func.func @unknown_mean(%x: tensor<1x2x4xf32>, %mean: tensor<2xf32>) -> tensor<1x2x4xf32> {
  %c = adze.constant dense<[2.0, 4.0]> : tensor<2xf32>
  %0 = adze.batch_norm %x, %c, %c, %mean, %c {epsilon = 1.0 : f64} : (tensor<1x2x4xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x4xf32>
  return %0 : tensor<1x2x4xf32>
}
