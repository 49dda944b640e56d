// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-convs-to-matmuls))' | FileCheck %s

// A convolution with a window of one element is a product of all pixels with a matrix.
// CHECK-LABEL: func.func @pointwise
// CHECK-SAME: (%[[X:.*]]: tensor<1x4x4x8xf32>, %[[W:.*]]: tensor<16x8x1x1xf32>)
// CHECK-DAG: %[[PIXELS:.*]] = adze.reshape %[[X]] : (tensor<1x4x4x8xf32>) -> tensor<16x8xf32>
// CHECK-DAG: %[[MATRIX:.*]] = adze.reshape %[[W]] : (tensor<16x8x1x1xf32>) -> tensor<16x8xf32>
// CHECK: %[[P:.*]] = adze.matmul %[[PIXELS]], %[[MATRIX]] {transpose_b} : (tensor<16x8xf32>, tensor<16x8xf32>) -> tensor<16x16xf32>
// CHECK: %[[Y:.*]] = adze.reshape %[[P]] : (tensor<16x16xf32>) -> tensor<1x4x4x16xf32>
// CHECK: return %[[Y]]
func.func @pointwise(%x: tensor<1x4x4x8xf32>, %w: tensor<16x8x1x1xf32>) -> tensor<1x4x4x16xf32> {
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x4x8xf32>, tensor<16x8x1x1xf32>) -> tensor<1x4x4x16xf32>
  return %0 : tensor<1x4x4x16xf32>
}

// -----

// A product with one matrix for all leading dimensions is a product of all rows.
// CHECK-LABEL: func.func @rows
// CHECK: %[[A:.*]] = adze.reshape %{{.*}} : (tensor<2x3x4xf32>) -> tensor<6x4xf32>
// CHECK: %[[P:.*]] = adze.matmul %[[A]], %{{.*}} : (tensor<6x4xf32>, tensor<4x5xf32>) -> tensor<6x5xf32>
// CHECK: adze.reshape %[[P]] : (tensor<6x5xf32>) -> tensor<2x3x5xf32>
func.func @rows(%x: tensor<2x3x4xf32>, %w: tensor<4x5xf32>) -> tensor<2x3x5xf32> {
  %0 = adze.matmul %x, %w : (tensor<2x3x4xf32>, tensor<4x5xf32>) -> tensor<2x3x5xf32>
  return %0 : tensor<2x3x5xf32>
}

// -----

// Extents of 1 in front of the matrix go, its transposition stays.
// CHECK-LABEL: func.func @leading_ones
// CHECK-DAG: adze.reshape %{{.*}} : (tensor<1x5x4xf32>) -> tensor<5x4xf32>
// CHECK-DAG: adze.reshape %{{.*}} : (tensor<2x3x4xf32>) -> tensor<6x4xf32>
// CHECK: adze.matmul %{{.*}}, %{{.*}} {transpose_b} : (tensor<6x4xf32>, tensor<5x4xf32>) -> tensor<6x5xf32>
func.func @leading_ones(%x: tensor<2x3x4xf32>, %w: tensor<1x5x4xf32>) -> tensor<2x3x5xf32> {
  %0 = adze.matmul %x, %w {transpose_b} : (tensor<2x3x4xf32>, tensor<1x5x4xf32>) -> tensor<2x3x5xf32>
  return %0 : tensor<2x3x5xf32>
}

// -----

// A convolution stays with larger windows, pads, groups or channels first.
// CHECK-LABEL: func.func @convs
// CHECK-COUNT-4: adze.conv
// CHECK-NOT: adze.matmul
func.func @convs(%x: tensor<1x4x4xf32>, %w3: tensor<4x4x3xf32>, %w1: tensor<4x4x1xf32>, %g: tensor<4x2x1xf32>) -> (tensor<1x2x4xf32>, tensor<1x6x4xf32>, tensor<1x4x4xf32>, tensor<1x4x4xf32>) {
  %0 = adze.conv %x, %w3 {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x4xf32>, tensor<4x4x3xf32>) -> tensor<1x2x4xf32>
  %2 = adze.conv %x, %w1 {strides = array<i64: 1>, pads = array<i64: 1, 1>, dilations = array<i64: 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x4xf32>, tensor<4x4x1xf32>) -> tensor<1x6x4xf32>
  %3 = adze.conv %x, %g {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 2 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x4xf32>, tensor<4x2x1xf32>) -> tensor<1x4x4xf32>
  %4 = adze.conv %x, %w1 {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x4x4xf32>, tensor<4x4x1xf32>) -> tensor<1x4x4xf32>
  return %0, %2, %3, %4 : tensor<1x2x4xf32>, tensor<1x6x4xf32>, tensor<1x4x4xf32>, tensor<1x4x4xf32>
}

// -----

// A product stays with a matrix for each leading index, a transposed left operand, or open rows.
// CHECK-LABEL: func.func @products
// CHECK-NOT: adze.reshape
// CHECK: return
func.func @products(%x: tensor<2x3x4xf32>, %b: tensor<2x4x5xf32>, %w: tensor<3x5xf32>, %o: tensor<2x?x3xf32>) -> (tensor<2x3x5xf32>, tensor<2x4x5xf32>, tensor<2x?x5xf32>) {
  %0 = adze.matmul %x, %b : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x5xf32>
  %1 = adze.matmul %x, %w {transpose_a} : (tensor<2x3x4xf32>, tensor<3x5xf32>) -> tensor<2x4x5xf32>
  %2 = adze.matmul %o, %w : (tensor<2x?x3xf32>, tensor<3x5xf32>) -> tensor<2x?x5xf32>
  return %0, %1, %2 : tensor<2x3x5xf32>, tensor<2x4x5xf32>, tensor<2x?x5xf32>
}

// -----

// A convolution over a column of pixels has one spatial dimension.
// CHECK-LABEL: func.func @column
// CHECK: adze.conv %{{.*}}, %{{.*}} {dilations = array<i64: 2>, groups = 1 : i64, layout = #adze<layout channels_last>, pads = array<i64: 1, 2>, strides = array<i64: 1>} : (tensor<1x9x4xf32>, tensor<8x4x3xf32>) -> tensor<1x8x8xf32>
func.func @column(%x: tensor<1x9x1x4xf32>, %w: tensor<8x4x3x1xf32>) -> tensor<1x8x1x8xf32> {
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 1, 0, 2, 0>, dilations = array<i64: 2, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x9x1x4xf32>, tensor<8x4x3x1xf32>) -> tensor<1x8x1x8xf32>
  return %0 : tensor<1x8x1x8xf32>
}

// -----

// With strides only some pixels are read.
// CHECK-LABEL: func.func @strided
// CHECK: %[[S:.*]] = adze.slice %{{.*}} {sizes = array<i64: 1, 3, 2, 8>, starts = array<i64: 0, 0, 0, 0>, steps = array<i64: 1, 2, 3, 1>} : (tensor<1x5x4x8xf32>) -> tensor<1x3x2x8xf32>
// CHECK: %[[PIXELS:.*]] = adze.reshape %[[S]] : (tensor<1x3x2x8xf32>) -> tensor<6x8xf32>
// CHECK: adze.matmul %[[PIXELS]]
func.func @strided(%x: tensor<1x5x4x8xf32>, %w: tensor<16x8x1x1xf32>) -> tensor<1x3x2x16xf32> {
  %0 = adze.conv %x, %w {strides = array<i64: 2, 3>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x5x4x8xf32>, tensor<16x8x1x1xf32>) -> tensor<1x3x2x16xf32>
  return %0 : tensor<1x3x2x16xf32>
}
