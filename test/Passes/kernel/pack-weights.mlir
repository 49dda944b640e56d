// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-pack-weights))' | FileCheck %s

// A 2x3 matrix for a tile of 4 columns: one block, with zeros behind the third column.
// CHECK-LABEL: func.func @gemm
// CHECK-NEXT: %[[W:.*]] = adze.constant dense<{{\[\[\[}}1.000000e+00, 2.000000e+00, 3.000000e+00, 0.000000e+00], [4.000000e+00, 5.000000e+00, 6.000000e+00, 0.000000e+00]]]> : tensor<1x2x4xf32>
// CHECK-NEXT: adze.kernel(%[[X:.*]] = %{{.*}}, %[[A:.*]] = %[[W]]) : (tensor<5x2xf32>, tensor<1x2x4xf32>) -> tensor<5x3xf32>
// CHECK-NEXT: %[[U:.*]] = adze.unpack %[[A]] {extent = 3 : i64} : (tensor<1x2x4xf32>) -> tensor<2x3xf32>
// CHECK-NEXT: adze.matmul %[[X]], %[[U]] : (tensor<5x2xf32>, tensor<2x3xf32>) -> tensor<5x3xf32>
func.func @gemm(%x: tensor<5x2xf32>) -> tensor<5x3xf32> {
  %w = adze.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<5x2xf32>, tensor<2x3xf32>) -> tensor<5x3xf32> schedule #adze.schedule<"gemm", vector = 4, tile = [4, 5], block = [0], unroll = 1> {
    %1 = adze.matmul %a, %b : (tensor<5x2xf32>, tensor<2x3xf32>) -> tensor<5x3xf32>
    adze.yield %1 : tensor<5x3xf32>
  }
  return %0 : tensor<5x3xf32>
}

// -----

// A transposed matrix is not transposed any more. Three columns in tiles of two are two blocks.
// CHECK-LABEL: func.func @transposed
// CHECK: adze.constant dense<{{\[\[\[}}1.000000e+00, 3.000000e+00], [2.000000e+00, 4.000000e+00]], {{\[\[}}5.000000e+00, 0.000000e+00], [6.000000e+00, 0.000000e+00]]]> : tensor<2x2x2xf32>
// CHECK: %[[U:.*]] = adze.unpack %{{.*}} {extent = 3 : i64} : (tensor<2x2x2xf32>) -> tensor<2x3xf32>
// CHECK-NEXT: adze.matmul %{{.*}}, %[[U]] : (tensor<5x2xf32>, tensor<2x3xf32>) -> tensor<5x3xf32>
func.func @transposed(%x: tensor<5x2xf32>) -> tensor<5x3xf32> {
  %w = adze.constant dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<5x2xf32>, tensor<3x2xf32>) -> tensor<5x3xf32> schedule #adze.schedule<"gemm", vector = 2, tile = [2, 5], block = [0], unroll = 1> {
    %1 = adze.matmul %a, %b {transpose_b} : (tensor<5x2xf32>, tensor<3x2xf32>) -> tensor<5x3xf32>
    adze.yield %1 : tensor<5x3xf32>
  }
  return %0 : tensor<5x3xf32>
}

// -----

// A filter of two outputs, two channels and two taps: taps, then channels, then the block of outputs.
// CHECK-LABEL: func.func @conv
// CHECK: %[[W:.*]] = adze.constant dense<{{\[\[\[\[}}1.000000e+00, 5.000000e+00], [3.000000e+00, 7.000000e+00]], {{\[\[}}2.000000e+00, 6.000000e+00], [4.000000e+00, 8.000000e+00]]]]> : tensor<1x2x2x2xf32>
// CHECK: %[[U:.*]] = adze.unpack %{{.*}} {extent = 2 : i64} : (tensor<1x2x2x2xf32>) -> tensor<2x2x2xf32>
// CHECK-NEXT: %[[T:.*]] = adze.transpose %[[U]] {permutation = array<i64: 2, 1, 0>} : (tensor<2x2x2xf32>) -> tensor<2x2x2xf32>
// CHECK-NEXT: adze.conv %{{.*}}, %[[T]]
func.func @conv(%x: tensor<1x4x2xf32>) -> tensor<1x3x2xf32> {
  %w = adze.constant dense<[[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]> : tensor<2x2x2xf32>
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<1x4x2xf32>, tensor<2x2x2xf32>) -> tensor<1x3x2xf32> schedule #adze.schedule<"conv", vector = 2, tile = [2, 3], block = [0], unroll = 1> {
    %1 = adze.conv %a, %b {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x2xf32>, tensor<2x2x2xf32>) -> tensor<1x3x2xf32>
    adze.yield %1 : tensor<1x3x2xf32>
  }
  return %0 : tensor<1x3x2xf32>
}

// -----

// A depthwise filter becomes channels-last.
// CHECK-LABEL: func.func @depthwise
// CHECK: adze.constant dense<{{\[\[\[}}1.000000e+00, 3.000000e+00], [2.000000e+00, 4.000000e+00]]]> : tensor<1x2x2xf32>
// CHECK: %[[T:.*]] = adze.transpose %{{.*}} {permutation = array<i64: 2, 0, 1>} : (tensor<1x2x2xf32>) -> tensor<2x1x2xf32>
// CHECK-NEXT: adze.conv %{{.*}}, %[[T]]
func.func @depthwise(%x: tensor<1x4x2xf32>) -> tensor<1x3x2xf32> {
  %w = adze.constant dense<[[[1.0, 2.0]], [[3.0, 4.0]]]> : tensor<2x1x2xf32>
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<1x4x2xf32>, tensor<2x1x2xf32>) -> tensor<1x3x2xf32> schedule #adze.schedule<"window", vector = 2, tile = [2, 3], block = [], unroll = 2> {
    %1 = adze.conv %a, %b {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 2 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x2xf32>, tensor<2x1x2xf32>) -> tensor<1x3x2xf32>
    adze.yield %1 : tensor<1x3x2xf32>
  }
  return %0 : tensor<1x3x2xf32>
}

// -----

// A constant with another reader stays for it.
// CHECK-LABEL: func.func @shared
// CHECK: %[[W:.*]] = adze.constant dense<1.000000e+00> : tensor<2x2xf32>
// CHECK: adze.kernel({{.*}}) : (tensor<2x2xf32>, tensor<1x2x4xf32>) -> tensor<2x2xf32>
// CHECK: return %{{.*}}, %[[W]]
func.func @shared(%x: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
  %w = adze.constant dense<1.0> : tensor<2x2xf32>
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32> schedule #adze.schedule<"gemm", vector = 4, tile = [4, 2], block = [0], unroll = 1> {
    %1 = adze.matmul %a, %b : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
    adze.yield %1 : tensor<2x2xf32>
  }
  return %0, %w : tensor<2x2xf32>, tensor<2x2xf32>
}

// -----

// Not packed: without a schedule, a matrix that is not known, a product that is not scheduled as such.
// CHECK-LABEL: func.func @kept
// CHECK-NOT: adze.unpack
// CHECK: return
func.func @kept(%x: tensor<2x2xf32>, %y: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>) {
  %w = adze.constant dense<1.0> : tensor<2x2xf32>
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32> {
    %3 = adze.matmul %a, %b : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
    adze.yield %3 : tensor<2x2xf32>
  }
  %1 = adze.kernel(%a = %x, %b = %y) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32> schedule #adze.schedule<"gemm", vector = 2, tile = [2, 2], block = [0], unroll = 1> {
    %3 = adze.matmul %a, %b : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
    adze.yield %3 : tensor<2x2xf32>
  }
  %2 = adze.kernel(%a = %x, %b = %w) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32> schedule #adze.schedule<"pointwise", vector = 2, tile = [2, 2], block = [], unroll = 1> {
    %3 = adze.matmul %a, %b : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
    adze.yield %3 : tensor<2x2xf32>
  }
  return %0, %1, %2 : tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>
}

// -----

// A filter that only has its middle tap, in Winograd's domain for tiles of 2 x 2.
// CHECK-LABEL: func.func @winograd
// CHECK: adze.constant dense<{{.*}}[0.000000e+00]], {{\[\[}}2.500000e-01]], {{\[\[}}-2.500000e-01]], {{\[\[}}0.000000e+00]]]{{.*}}> : tensor<1x4x4x1x1xf32>
// CHECK: %[[U:.*]] = adze.unpack %{{.*}} {extent = 1 : i64} : (tensor<1x4x4x1x1xf32>) -> tensor<4x4x1x1xf32>
// CHECK-NEXT: adze.winograd_conv %{{.*}}, %[[U]] {kernel = 3 : i64, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x4x4x1xf32>, tensor<4x4x1x1xf32>) -> tensor<1x4x4x1xf32>
func.func @winograd(%x: tensor<1x4x4x1xf32>) -> tensor<1x4x4x1xf32> {
  %w = adze.constant dense<[[[[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]]]> : tensor<1x1x3x3xf32>
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<1x4x4x1xf32>, tensor<1x1x3x3xf32>) -> tensor<1x4x4x1xf32> schedule #adze.schedule<"winograd", vector = 1, tile = [1, 2], block = [1], unroll = 2> {
    %1 = adze.conv %a, %b {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x4x1xf32>, tensor<1x1x3x3xf32>) -> tensor<1x4x4x1xf32>
    adze.yield %1 : tensor<1x4x4x1xf32>
  }
  return %0 : tensor<1x4x4x1xf32>
}
