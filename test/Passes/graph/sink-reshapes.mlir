// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-sink-reshapes))' | FileCheck %s

// The sum moves in front of the reshape, next to what computes its operand. A row that repeats stays as it is.
// CHECK-LABEL: func.func @sum
// CHECK-SAME: %[[B:[a-z0-9]+]]: tensor<8xf32>)
// CHECK: %[[P:.*]] = adze.matmul
// CHECK-NEXT: %[[S:.*]] = adze.add %[[P]], %[[B]] : (tensor<16x8xf32>, tensor<8xf32>) -> tensor<16x8xf32>
// CHECK-NEXT: %[[Y:.*]] = adze.reshape %[[S]] : (tensor<16x8xf32>) -> tensor<1x4x4x8xf32>
// CHECK-NEXT: return %[[Y]]
func.func @sum(%x: tensor<16x4xf32>, %w: tensor<4x8xf32>, %b: tensor<8xf32>) -> tensor<1x4x4x8xf32> {
  %0 = adze.matmul %x, %w : (tensor<16x4xf32>, tensor<4x8xf32>) -> tensor<16x8xf32>
  %1 = adze.reshape %0 : (tensor<16x8xf32>) -> tensor<1x4x4x8xf32>
  %2 = adze.add %1, %b : (tensor<1x4x4x8xf32>, tensor<8xf32>) -> tensor<1x4x4x8xf32>
  return %2 : tensor<1x4x4x8xf32>
}

// -----

// A full operand is reshaped back, and leading extents of 1 are dropped from one that repeats.
// CHECK-LABEL: func.func @operands
// CHECK-SAME: %[[R:[a-z0-9]+]]: tensor<1x4x4x8xf32>, %[[B:[a-z0-9]+]]: tensor<1x1x1x8xf32>)
// CHECK: %[[P:.*]] = adze.matmul
// CHECK: %[[RF:.*]] = adze.reshape %[[R]] : (tensor<1x4x4x8xf32>) -> tensor<16x8xf32>
// CHECK: %[[S:.*]] = adze.add %[[P]], %[[RF]]
// CHECK: %[[BF:.*]] = adze.reshape %[[B]] : (tensor<1x1x1x8xf32>) -> tensor<8xf32>
// CHECK: %[[M:.*]] = adze.mul %[[S]], %[[BF]]
// CHECK: adze.reshape %[[M]] : (tensor<16x8xf32>) -> tensor<1x4x4x8xf32>
func.func @operands(%x: tensor<16x4xf32>, %w: tensor<4x8xf32>, %r: tensor<1x4x4x8xf32>, %b: tensor<1x1x1x8xf32>) -> tensor<1x4x4x8xf32> {
  %0 = adze.matmul %x, %w : (tensor<16x4xf32>, tensor<4x8xf32>) -> tensor<16x8xf32>
  %1 = adze.reshape %0 : (tensor<16x8xf32>) -> tensor<1x4x4x8xf32>
  %2 = adze.add %1, %r : (tensor<1x4x4x8xf32>, tensor<1x4x4x8xf32>) -> tensor<1x4x4x8xf32>
  %3 = adze.mul %2, %b : (tensor<1x4x4x8xf32>, tensor<1x1x1x8xf32>) -> tensor<1x4x4x8xf32>
  return %3 : tensor<1x4x4x8xf32>
}

// -----

// Two products that meet in a sum need no reshape between them.
// CHECK-LABEL: func.func @residual
// CHECK: %[[A:.*]] = adze.matmul
// CHECK: %[[B:.*]] = adze.matmul
// CHECK-NEXT: %[[S:.*]] = adze.add %[[A]], %[[B]] : (tensor<16x8xf32>, tensor<16x8xf32>) -> tensor<16x8xf32>
// CHECK-NEXT: adze.reshape %[[S]]
func.func @residual(%x: tensor<16x4xf32>, %w: tensor<4x8xf32>) -> tensor<1x4x4x8xf32> {
  %0 = adze.matmul %x, %w : (tensor<16x4xf32>, tensor<4x8xf32>) -> tensor<16x8xf32>
  %1 = adze.reshape %0 : (tensor<16x8xf32>) -> tensor<1x4x4x8xf32>
  %2 = adze.matmul %x, %w : (tensor<16x4xf32>, tensor<4x8xf32>) -> tensor<16x8xf32>
  %3 = adze.reshape %2 : (tensor<16x8xf32>) -> tensor<1x4x4x8xf32>
  %4 = adze.add %1, %3 : (tensor<1x4x4x8xf32>, tensor<1x4x4x8xf32>) -> tensor<1x4x4x8xf32>
  return %4 : tensor<1x4x4x8xf32>
}

// -----

// An operation behind the reshape that changes the element type moves as well.
// CHECK-LABEL: func.func @compare
// CHECK: %[[C:.*]] = adze.compare {{.*}} -> tensor<16x8xi1>
// CHECK-NEXT: adze.reshape %[[C]] : (tensor<16x8xi1>) -> tensor<4x4x8xi1>
func.func @compare(%x: tensor<16x4xf32>, %w: tensor<4x8xf32>, %t: tensor<f32>) -> tensor<4x4x8xi1> {
  %0 = adze.matmul %x, %w : (tensor<16x4xf32>, tensor<4x8xf32>) -> tensor<16x8xf32>
  %1 = adze.reshape %0 : (tensor<16x8xf32>) -> tensor<4x4x8xf32>
  %2 = adze.compare %1, %t {predicate = #adze<predicate gt>} : (tensor<4x4x8xf32>, tensor<f32>) -> tensor<4x4x8xi1>
  return %2 : tensor<4x4x8xi1>
}

// -----

// Not moved when an operand repeats along a dimension that the reshape changes.
// CHECK-LABEL: func.func @repeated
// CHECK: adze.matmul
// CHECK-NEXT: adze.reshape
// CHECK-NEXT: adze.add
func.func @repeated(%x: tensor<16x4xf32>, %w: tensor<4x8xf32>, %b: tensor<4x1x8xf32>) -> tensor<4x4x8xf32> {
  %0 = adze.matmul %x, %w : (tensor<16x4xf32>, tensor<4x8xf32>) -> tensor<16x8xf32>
  %1 = adze.reshape %0 : (tensor<16x8xf32>) -> tensor<4x4x8xf32>
  %2 = adze.add %1, %b : (tensor<4x4x8xf32>, tensor<4x1x8xf32>) -> tensor<4x4x8xf32>
  return %2 : tensor<4x4x8xf32>
}

// -----

// Not moved behind inputs and constants, other readers, or toward more dimensions.
// CHECK-LABEL: func.func @kept
// CHECK: %[[A:.*]] = adze.reshape
// CHECK-NEXT: adze.exp %[[A]] : (tensor<4x4xf32>)
// CHECK: %[[B:.*]] = adze.reshape
// CHECK-NEXT: adze.exp %[[B]] : (tensor<2x2x4xf32>)
// CHECK: %[[C:.*]] = adze.reshape
// CHECK-NEXT: adze.exp %[[C]] : (tensor<16xf32>)
func.func @kept(%x: tensor<16xf32>, %y: tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<2x2x4xf32>, tensor<2x2x4xf32>, tensor<16xf32>) {
  %0 = adze.reshape %x : (tensor<16xf32>) -> tensor<4x4xf32>
  %1 = adze.exp %0 : (tensor<4x4xf32>) -> tensor<4x4xf32>
  %2 = adze.softmax %y {axes = array<i64: 1>} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  %3 = adze.reshape %2 : (tensor<4x4xf32>) -> tensor<2x2x4xf32>
  %4 = adze.exp %3 : (tensor<2x2x4xf32>) -> tensor<2x2x4xf32>
  %5 = adze.softmax %y {axes = array<i64: 0>} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  %6 = adze.reshape %5 : (tensor<4x4xf32>) -> tensor<16xf32>
  %7 = adze.exp %6 : (tensor<16xf32>) -> tensor<16xf32>
  return %1, %3, %4, %7 : tensor<4x4xf32>, tensor<2x2x4xf32>, tensor<2x2x4xf32>, tensor<16xf32>
}
