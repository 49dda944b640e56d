// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-assign-layouts))' | FileCheck %s

// Pooling is put between transposes.
// CHECK-LABEL: func.func @pool
// CHECK-SAME: (%[[X:.*]]: tensor<1x8x4x4xf32>)
// CHECK-NEXT: %[[IN:.*]] = adze.transpose %[[X]] {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x8x4x4xf32>) -> tensor<1x4x4x8xf32>
// CHECK-NEXT: %[[P:.*]] = adze.max_pool %[[IN]] {{.*}}layout = #adze<layout channels_last>{{.*}} : (tensor<1x4x4x8xf32>) -> tensor<1x2x2x8xf32>
// CHECK-NEXT: %[[Y:.*]] = adze.transpose %[[P]] {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x2x2x8xf32>) -> tensor<1x8x2x2xf32>
// CHECK-NEXT: return %[[Y]]
func.func @pool(%x: tensor<1x8x4x4xf32>) -> tensor<1x8x2x2xf32> {
  %0 = adze.max_pool %x {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x8x4x4xf32>) -> tensor<1x8x2x2xf32>
  return %0 : tensor<1x8x2x2xf32>
}

// -----

// A filter keeps its order; attributes per spatial dimension do, too.
// CHECK-LABEL: func.func @conv
// CHECK-SAME: (%{{.*}}: tensor<1x3x5x4xf32>, %[[W:.*]]: tensor<8x3x3x1xf32>)
// CHECK: adze.conv %{{.*}}, %[[W]] {dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>, pads = array<i64: 1, 0, 1, 0>, strides = array<i64: 2, 1>} : (tensor<1x5x4x3xf32>, tensor<8x3x3x1xf32>) -> tensor<1x3x4x8xf32>
func.func @conv(%x: tensor<1x3x5x4xf32>, %w: tensor<8x3x3x1xf32>) -> tensor<1x8x3x4xf32> {
  %0 = adze.conv %x, %w {strides = array<i64: 2, 1>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x3x5x4xf32>, tensor<8x3x3x1xf32>) -> tensor<1x8x3x4xf32>
  return %0 : tensor<1x8x3x4xf32>
}

// -----

// One and three spatial dimensions; transposed convolutions, means and normalizations of groups.
// CHECK-LABEL: func.func @others
// CHECK: adze.transpose %{{.*}} {permutation = array<i64: 0, 2, 1>}
// CHECK-NEXT: adze.conv_transpose {{.*}} -> tensor<1x10x4xf32>
// CHECK-NEXT: adze.transpose %{{.*}} {permutation = array<i64: 0, 2, 1>}
// CHECK: adze.transpose %{{.*}} {permutation = array<i64: 0, 2, 3, 4, 1>}
// CHECK-NEXT: adze.avg_pool {{.*}} -> tensor<1x1x2x3x2xf32>
// CHECK-NEXT: adze.transpose %{{.*}} {permutation = array<i64: 0, 4, 1, 2, 3>}
// CHECK: adze.group_norm %{{.*}} {{.*}}layout = #adze<layout channels_last>} : (tensor<1x5x6xf32>) -> tensor<1x5x6xf32>
func.func @others(%x: tensor<1x6x5xf32>, %w: tensor<6x4x2xf32>, %z: tensor<1x2x2x4x6xf32>) -> (tensor<1x4x10xf32>, tensor<1x2x1x2x3xf32>, tensor<1x6x5xf32>) {
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 2>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, output_padding = array<i64: 0>, groups = 1 : i64} : (tensor<1x6x5xf32>, tensor<6x4x2xf32>) -> tensor<1x4x10xf32>
  %1 = adze.avg_pool %z {kernel = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, pads = array<i64: 0, 0, 0, 0, 0, 0>, dilations = array<i64: 1, 1, 1>} : (tensor<1x2x2x4x6xf32>) -> tensor<1x2x1x2x3xf32>
  %2 = adze.group_norm %x {groups = 3 : i64, epsilon = 0.5 : f64} : (tensor<1x6x5xf32>) -> tensor<1x6x5xf32>
  return %0, %1, %2 : tensor<1x4x10xf32>, tensor<1x2x1x2x3xf32>, tensor<1x6x5xf32>
}

// -----

// An open dimension moves with its name.
// CHECK-LABEL: func.func @open
// CHECK: adze.max_pool {{.*}} -> tensor<1x?x8xf32, #adze.tensor<names = ["", "n", ""], bounds = [0, 64, 0]>>
func.func @open(%x: tensor<1x8x?xf32, #adze.tensor<names = ["", "", "n"], bounds = [0, 0, 64]>>) -> tensor<1x8x?xf32, #adze.tensor<names = ["", "", "n"], bounds = [0, 0, 64]>> {
  %0 = adze.max_pool %x {kernel = array<i64: 1>, strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>} : (tensor<1x8x?xf32, #adze.tensor<names = ["", "", "n"], bounds = [0, 0, 64]>>) -> tensor<1x8x?xf32, #adze.tensor<names = ["", "", "n"], bounds = [0, 0, 64]>>
  return %0 : tensor<1x8x?xf32, #adze.tensor<names = ["", "", "n"], bounds = [0, 0, 64]>>
}

// -----

// What is channels last stays, and so does a normalization without spatial dimensions.
// CHECK-LABEL: func.func @kept
// CHECK-NOT: adze.transpose
// CHECK: return
func.func @kept(%x: tensor<1x4x8xf32>, %v: tensor<1x8xf32>) -> (tensor<1x4x8xf32>, tensor<1x8xf32>) {
  %0 = adze.max_pool %x {kernel = array<i64: 1>, strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, layout = #adze<layout channels_last>} : (tensor<1x4x8xf32>) -> tensor<1x4x8xf32>
  %1 = adze.group_norm %v {groups = 2 : i64, epsilon = 0.5 : f64} : (tensor<1x8xf32>) -> tensor<1x8xf32>
  return %0, %1 : tensor<1x4x8xf32>, tensor<1x8xf32>
}
