// RUN: adze-opt %s --adze-decompose-attention | FileCheck %s

// Scores, scale, mask, softmax over the keys, sum of values.
// CHECK-LABEL: @masked
// CHECK: %[[S:.*]] = adze.matmul %arg0, %arg1 {transpose_b}
// CHECK: %[[M:.*]] = adze.mul %[[S]]
// CHECK: %[[A:.*]] = adze.add %[[M]], %arg3
// CHECK: %[[P:.*]] = adze.softmax %[[A]] {axes = array<i64: 2>}
// CHECK: adze.matmul %[[P]], %arg2
func.func @masked(%q: tensor<2x5x8xf32>, %k: tensor<2x7x8xf32>, %v: tensor<2x7x4xf32>, %mask: tensor<5x7xf32>) -> tensor<2x5x4xf32> {
  %0 = adze.attention %q, %k, %v mask %mask {scale = 0.5 : f64} : (tensor<2x5x8xf32>, tensor<2x7x8xf32>, tensor<2x7x4xf32>, tensor<5x7xf32>) -> tensor<2x5x4xf32>
  return %0 : tensor<2x5x4xf32>
}

// A scale of one is no product.
// CHECK-LABEL: @unscaled
// CHECK-NEXT: adze.matmul
// CHECK-NEXT: adze.softmax
// CHECK-NEXT: adze.matmul
func.func @unscaled(%q: tensor<5x8xf32>, %k: tensor<7x8xf32>, %v: tensor<7x4xf32>) -> tensor<5x4xf32> {
  %0 = adze.attention %q, %k, %v {scale = 1.0 : f64} : (tensor<5x8xf32>, tensor<7x8xf32>, tensor<7x4xf32>) -> tensor<5x4xf32>
  return %0 : tensor<5x4xf32>
}
