// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-recognize-attention))' | FileCheck %s

// The scale behind the product, as a factor.
// CHECK-LABEL: func.func @attention
// CHECK-SAME: (%[[Q:.*]]: tensor<1x2x5x4xf32>, %[[K:.*]]: tensor<1x2x7x4xf32>, %[[V:.*]]: tensor<1x2x7x3xf32>)
// CHECK: %[[Y:.*]] = adze.attention %[[Q]], %[[K]], %[[V]] {scale = 1.250000e-01 : f64}
// CHECK-NEXT: return %[[Y]]
func.func @attention(%q: tensor<1x2x5x4xf32>, %k: tensor<1x2x7x4xf32>, %v: tensor<1x2x7x3xf32>) -> tensor<1x2x5x3xf32> {
  %s = adze.constant dense<0.125> : tensor<f32>
  %0 = adze.transpose %k {permutation = array<i64: 0, 1, 3, 2>} : (tensor<1x2x7x4xf32>) -> tensor<1x2x4x7xf32>
  %1 = adze.matmul %q, %0 : (tensor<1x2x5x4xf32>, tensor<1x2x4x7xf32>) -> tensor<1x2x5x7xf32>
  %2 = adze.mul %1, %s : (tensor<1x2x5x7xf32>, tensor<f32>) -> tensor<1x2x5x7xf32>
  %3 = adze.softmax %2 {axes = array<i64: 3>} : (tensor<1x2x5x7xf32>) -> tensor<1x2x5x7xf32>
  %4 = adze.matmul %3, %v : (tensor<1x2x5x7xf32>, tensor<1x2x7x3xf32>) -> tensor<1x2x5x3xf32>
  return %4 : tensor<1x2x5x3xf32>
}

// -----

// Heads split by one transpose that turns the keys, too; a divisor; a mask added behind it, on the left.
// CHECK-LABEL: func.func @masked
// CHECK-SAME: (%[[Q:.*]]: tensor<1x2x5x4xf32>, %[[K:.*]]: tensor<1x7x2x4xf32>, %[[V:.*]]: tensor<1x2x7x3xf32>, %[[M:.*]]: tensor<1x1x5x7xf32>)
// CHECK: %[[H:.*]] = adze.transpose %[[K]] {permutation = array<i64: 0, 2, 1, 3>}
// CHECK: adze.attention %[[Q]], %[[H]], %[[V]] mask %[[M]] {scale = 2.500000e-01 : f64}
func.func @masked(%q: tensor<1x2x5x4xf32>, %k: tensor<1x7x2x4xf32>, %v: tensor<1x2x7x3xf32>, %m: tensor<1x1x5x7xf32>) -> tensor<1x2x5x3xf32> {
  %s = adze.constant dense<4.0> : tensor<f32>
  %0 = adze.transpose %k {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x7x2x4xf32>) -> tensor<1x2x4x7xf32>
  %1 = adze.matmul %q, %0 : (tensor<1x2x5x4xf32>, tensor<1x2x4x7xf32>) -> tensor<1x2x5x7xf32>
  %2 = adze.div %1, %s : (tensor<1x2x5x7xf32>, tensor<f32>) -> tensor<1x2x5x7xf32>
  %3 = adze.add %m, %2 : (tensor<1x1x5x7xf32>, tensor<1x2x5x7xf32>) -> tensor<1x2x5x7xf32>
  %4 = adze.softmax %3 {axes = array<i64: 3>} : (tensor<1x2x5x7xf32>) -> tensor<1x2x5x7xf32>
  %5 = adze.matmul %4, %v : (tensor<1x2x5x7xf32>, tensor<1x2x7x3xf32>) -> tensor<1x2x5x3xf32>
  return %5 : tensor<1x2x5x3xf32>
}

// -----

// Half of the scale at the queries, half at the keys, as PyTorch exports scaled_dot_product_attention.
// CHECK-LABEL: func.func @scaled_operands
// CHECK-SAME: (%[[Q:.*]]: tensor<2x5x4xf32>, %[[K:.*]]: tensor<2x7x4xf32>, %[[V:.*]]: tensor<2x7x4xf32>)
// CHECK: adze.attention %[[Q]], %[[K]], %[[V]] {scale = 2.500000e-01 : f64}
func.func @scaled_operands(%q: tensor<2x5x4xf32>, %k: tensor<2x7x4xf32>, %v: tensor<2x7x4xf32>) -> tensor<2x5x4xf32> {
  %s = adze.constant dense<0.5> : tensor<f32>
  %0 = adze.mul %q, %s : (tensor<2x5x4xf32>, tensor<f32>) -> tensor<2x5x4xf32>
  %1 = adze.transpose %k {permutation = array<i64: 0, 2, 1>} : (tensor<2x7x4xf32>) -> tensor<2x4x7xf32>
  %2 = adze.mul %s, %1 : (tensor<f32>, tensor<2x4x7xf32>) -> tensor<2x4x7xf32>
  %3 = adze.matmul %0, %2 : (tensor<2x5x4xf32>, tensor<2x4x7xf32>) -> tensor<2x5x7xf32>
  %4 = adze.softmax %3 {axes = array<i64: 2>} : (tensor<2x5x7xf32>) -> tensor<2x5x7xf32>
  %5 = adze.matmul %4, %v : (tensor<2x5x7xf32>, tensor<2x7x4xf32>) -> tensor<2x5x4xf32>
  return %5 : tensor<2x5x4xf32>
}

// -----

// Four heads of queries share two of keys and values: they become rows of those.
// CHECK-LABEL: func.func @grouped
// CHECK-SAME: (%[[Q:.*]]: tensor<1x4x5x8xf32>, %[[K:.*]]: tensor<1x2x7x8xf32>, %[[V:.*]]: tensor<1x2x7x8xf32>)
// CHECK: %[[R:.*]] = adze.reshape %[[Q]] : (tensor<1x4x5x8xf32>) -> tensor<1x2x10x8xf32>
// CHECK: %[[A:.*]] = adze.attention %[[R]], %[[K]], %[[V]] {scale = 1.000000e+00 : f64}
// CHECK: %[[Y:.*]] = adze.reshape %[[A]] : (tensor<1x2x10x8xf32>) -> tensor<1x4x5x8xf32>
// CHECK: return %[[Y]]
func.func @grouped(%q: tensor<1x4x5x8xf32>, %k: tensor<1x2x7x8xf32>, %v: tensor<1x2x7x8xf32>) -> tensor<1x4x5x8xf32> {
  %0 = adze.reshape %k : (tensor<1x2x7x8xf32>) -> tensor<1x2x1x7x8xf32>
  %1 = adze.broadcast %0 : (tensor<1x2x1x7x8xf32>) -> tensor<1x2x2x7x8xf32>
  %2 = adze.reshape %1 : (tensor<1x2x2x7x8xf32>) -> tensor<1x4x7x8xf32>
  %3 = adze.reshape %v : (tensor<1x2x7x8xf32>) -> tensor<1x2x1x7x8xf32>
  %4 = adze.broadcast %3 : (tensor<1x2x1x7x8xf32>) -> tensor<1x2x2x7x8xf32>
  %5 = adze.reshape %4 : (tensor<1x2x2x7x8xf32>) -> tensor<1x4x7x8xf32>
  %6 = adze.transpose %2 {permutation = array<i64: 0, 1, 3, 2>} : (tensor<1x4x7x8xf32>) -> tensor<1x4x8x7xf32>
  %7 = adze.matmul %q, %6 : (tensor<1x4x5x8xf32>, tensor<1x4x8x7xf32>) -> tensor<1x4x5x7xf32>
  %8 = adze.softmax %7 {axes = array<i64: 3>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x5x7xf32>
  %9 = adze.matmul %8, %5 : (tensor<1x4x5x7xf32>, tensor<1x4x7x8xf32>) -> tensor<1x4x5x8xf32>
  return %9 : tensor<1x4x5x8xf32>
}

// -----

// A mask that differs from query to query keeps the heads apart.
// CHECK-LABEL: func.func @grouped_masked
// CHECK: adze.broadcast
// CHECK: adze.broadcast
// CHECK: adze.attention %{{.*}} mask {{.*}} (tensor<1x4x5x8xf32>, tensor<1x4x7x8xf32>, tensor<1x4x7x8xf32>, tensor<5x7xf32>)
func.func @grouped_masked(%q: tensor<1x4x5x8xf32>, %k: tensor<1x2x7x8xf32>, %v: tensor<1x2x7x8xf32>, %m: tensor<5x7xf32>) -> tensor<1x4x5x8xf32> {
  %0 = adze.reshape %k : (tensor<1x2x7x8xf32>) -> tensor<1x2x1x7x8xf32>
  %1 = adze.broadcast %0 : (tensor<1x2x1x7x8xf32>) -> tensor<1x2x2x7x8xf32>
  %2 = adze.reshape %1 : (tensor<1x2x2x7x8xf32>) -> tensor<1x4x7x8xf32>
  %3 = adze.reshape %v : (tensor<1x2x7x8xf32>) -> tensor<1x2x1x7x8xf32>
  %4 = adze.broadcast %3 : (tensor<1x2x1x7x8xf32>) -> tensor<1x2x2x7x8xf32>
  %5 = adze.reshape %4 : (tensor<1x2x2x7x8xf32>) -> tensor<1x4x7x8xf32>
  %6 = adze.attention %q, %2, %5 mask %m {scale = 1.0 : f64} : (tensor<1x4x5x8xf32>, tensor<1x4x7x8xf32>, tensor<1x4x7x8xf32>, tensor<5x7xf32>) -> tensor<1x4x5x8xf32>
  return %6 : tensor<1x4x5x8xf32>
}

// -----

// Not attention: weights that are read elsewhere, and a mask that is scaled with the scores.
// CHECK-LABEL: func.func @other
// CHECK-NOT: adze.attention
func.func @other(%q: tensor<5x4xf32>, %k: tensor<7x4xf32>, %v: tensor<7x3xf32>, %m: tensor<5x7xf32>) -> (tensor<5x3xf32>, tensor<5x7xf32>, tensor<5x3xf32>) {
  %s = adze.constant dense<0.5> : tensor<f32>
  %0 = adze.matmul %q, %k {transpose_b} : (tensor<5x4xf32>, tensor<7x4xf32>) -> tensor<5x7xf32>
  %1 = adze.softmax %0 {axes = array<i64: 1>} : (tensor<5x7xf32>) -> tensor<5x7xf32>
  %2 = adze.matmul %1, %v : (tensor<5x7xf32>, tensor<7x3xf32>) -> tensor<5x3xf32>
  %3 = adze.matmul %q, %k {transpose_b} : (tensor<5x4xf32>, tensor<7x4xf32>) -> tensor<5x7xf32>
  %4 = adze.add %3, %m : (tensor<5x7xf32>, tensor<5x7xf32>) -> tensor<5x7xf32>
  %5 = adze.mul %4, %s : (tensor<5x7xf32>, tensor<f32>) -> tensor<5x7xf32>
  %6 = adze.softmax %5 {axes = array<i64: 1>} : (tensor<5x7xf32>) -> tensor<5x7xf32>
  %7 = adze.matmul %6, %v : (tensor<5x7xf32>, tensor<7x3xf32>) -> tensor<5x3xf32>
  return %2, %1, %7 : tensor<5x3xf32>, tensor<5x7xf32>, tensor<5x3xf32>
}

// -----

// The extent of the keys may be open.
// CHECK-LABEL: func.func @open
// CHECK: adze.attention %{{.*}} {scale = 5.000000e-01 : f64}
func.func @open(%q: tensor<2x1x4xf32>, %k: tensor<2x?x4xf32>, %v: tensor<2x?x4xf32>) -> tensor<2x1x4xf32> {
  %s = adze.constant dense<0.5> : tensor<f32>
  %0 = adze.matmul %q, %k {transpose_b} : (tensor<2x1x4xf32>, tensor<2x?x4xf32>) -> tensor<2x1x?xf32>
  %1 = adze.mul %0, %s : (tensor<2x1x?xf32>, tensor<f32>) -> tensor<2x1x?xf32>
  %2 = adze.softmax %1 {axes = array<i64: 2>} : (tensor<2x1x?xf32>) -> tensor<2x1x?xf32>
  %3 = adze.matmul %2, %v : (tensor<2x1x?xf32>, tensor<2x?x4xf32>) -> tensor<2x1x4xf32>
  return %3 : tensor<2x1x4xf32>
}
