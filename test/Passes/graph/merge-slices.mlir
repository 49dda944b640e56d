// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-merge-slices))' | FileCheck %s

// Neighbouring slices that are joined again are the tensor.
// CHECK-LABEL: func.func @joined
// CHECK-SAME: (%[[X:.*]]: tensor<4x16xf32>, %[[Y:.*]]: tensor<4x3xf32>)
// CHECK-NEXT: %[[C:.*]] = adze.concat %[[X]], %[[Y]] {axis = 1 : i64}
// CHECK-NEXT: return %[[C]]
func.func @joined(%x: tensor<4x16xf32>, %y: tensor<4x3xf32>) -> tensor<4x19xf32> {
  %0 = adze.slice %x {starts = array<i64: 0, 0>, sizes = array<i64: 4, 8>, steps = array<i64: 1, 1>} : (tensor<4x16xf32>) -> tensor<4x8xf32>
  %1 = adze.slice %x {starts = array<i64: 0, 8>, sizes = array<i64: 4, 8>, steps = array<i64: 1, 1>} : (tensor<4x16xf32>) -> tensor<4x8xf32>
  %2 = adze.concat %0, %1, %y {axis = 1 : i64} : (tensor<4x8xf32>, tensor<4x8xf32>, tensor<4x3xf32>) -> tensor<4x19xf32>
  return %2 : tensor<4x19xf32>
}

// -----

// In part of a tensor, too; nothing else is left of a concatenation of one.
// CHECK-LABEL: func.func @joined_part
// CHECK-NEXT: %[[S:.*]] = adze.slice %{{.*}} {sizes = array<i64: 4, 6>, starts = array<i64: 0, 2>, steps = array<i64: 1, 1>}
// CHECK-NEXT: return %[[S]]
func.func @joined_part(%x: tensor<4x16xf32>) -> tensor<4x6xf32> {
  %0 = adze.slice %x {starts = array<i64: 0, 2>, sizes = array<i64: 4, 4>, steps = array<i64: 1, 1>} : (tensor<4x16xf32>) -> tensor<4x4xf32>
  %1 = adze.slice %x {starts = array<i64: 0, 6>, sizes = array<i64: 4, 2>, steps = array<i64: 1, 1>} : (tensor<4x16xf32>) -> tensor<4x2xf32>
  %2 = adze.concat %0, %1 {axis = 1 : i64} : (tensor<4x4xf32>, tensor<4x2xf32>) -> tensor<4x6xf32>
  return %2 : tensor<4x6xf32>
}

// -----

// Not if they are in another order, of other rows, or not neighbours.
// CHECK-LABEL: func.func @not_joined
// CHECK: adze.concat %[[A:.*]], %[[B:.*]] {axis = 1 : i64}
// CHECK: adze.concat %[[B]], %{{.*}} {axis = 1 : i64}
func.func @not_joined(%x: tensor<4x16xf32>) -> (tensor<2x16xf32>, tensor<2x16xf32>) {
  %0 = adze.slice %x {starts = array<i64: 0, 8>, sizes = array<i64: 2, 8>, steps = array<i64: 1, 1>} : (tensor<4x16xf32>) -> tensor<2x8xf32>
  %1 = adze.slice %x {starts = array<i64: 0, 0>, sizes = array<i64: 2, 8>, steps = array<i64: 1, 1>} : (tensor<4x16xf32>) -> tensor<2x8xf32>
  %2 = adze.slice %x {starts = array<i64: 1, 8>, sizes = array<i64: 2, 8>, steps = array<i64: 1, 1>} : (tensor<4x16xf32>) -> tensor<2x8xf32>
  %3 = adze.concat %0, %1 {axis = 1 : i64} : (tensor<2x8xf32>, tensor<2x8xf32>) -> tensor<2x16xf32>
  %4 = adze.concat %1, %2 {axis = 1 : i64} : (tensor<2x8xf32>, tensor<2x8xf32>) -> tensor<2x16xf32>
  return %3, %4 : tensor<2x16xf32>, tensor<2x16xf32>
}

// -----

// A slice of a slice, one of them backwards.
// CHECK-LABEL: func.func @nested
// CHECK-NEXT: adze.slice %{{.*}} {sizes = array<i64: 3>, starts = array<i64: 14>, steps = array<i64: -4>} : (tensor<20xf32>) -> tensor<3xf32>
// CHECK-NEXT: return
func.func @nested(%x: tensor<20xf32>) -> tensor<3xf32> {
  %0 = adze.slice %x {starts = array<i64: 18>, sizes = array<i64: 8>, steps = array<i64: -2>} : (tensor<20xf32>) -> tensor<8xf32>
  %1 = adze.slice %0 {starts = array<i64: 2>, sizes = array<i64: 3>, steps = array<i64: 2>} : (tensor<8xf32>) -> tensor<3xf32>
  return %1 : tensor<3xf32>
}

// -----

// A slice inside one of the joined tensors; one that reaches into two stays.
// CHECK-LABEL: func.func @of_joined
// CHECK-SAME: (%[[X:.*]]: tensor<2x4xf32>, %[[Y:.*]]: tensor<2x6xf32>)
// CHECK: adze.slice %[[Y]] {sizes = array<i64: 2, 3>, starts = array<i64: 0, 1>, steps = array<i64: 1, 2>}
// CHECK: %[[C:.*]] = adze.concat
// CHECK: adze.slice %[[C]]
func.func @of_joined(%x: tensor<2x4xf32>, %y: tensor<2x6xf32>) -> (tensor<2x3xf32>, tensor<2x4xf32>, tensor<2x3xf32>) {
  %0 = adze.concat %x, %y {axis = 1 : i64} : (tensor<2x4xf32>, tensor<2x6xf32>) -> tensor<2x10xf32>
  %1 = adze.slice %0 {starts = array<i64: 0, 5>, sizes = array<i64: 2, 3>, steps = array<i64: 1, 2>} : (tensor<2x10xf32>) -> tensor<2x3xf32>
  %2 = adze.slice %0 {starts = array<i64: 0, 0>, sizes = array<i64: 2, 4>, steps = array<i64: 1, 1>} : (tensor<2x10xf32>) -> tensor<2x4xf32>
  %3 = adze.concat %x, %y {axis = 1 : i64} : (tensor<2x4xf32>, tensor<2x6xf32>) -> tensor<2x10xf32>
  %4 = adze.slice %3 {starts = array<i64: 0, 3>, sizes = array<i64: 2, 3>, steps = array<i64: 1, 1>} : (tensor<2x10xf32>) -> tensor<2x3xf32>
  return %1, %2, %4 : tensor<2x3xf32>, tensor<2x4xf32>, tensor<2x3xf32>
}

// -----

// Open dimensions in front of the slice: where it lies is not known.
// CHECK-LABEL: func.func @open
// CHECK-NEXT: adze.concat
// CHECK-NEXT: adze.slice
func.func @open(%x: tensor<2x?xf32>, %y: tensor<2x6xf32>) -> tensor<2x1xf32> {
  %0 = adze.concat %x, %y {axis = 1 : i64} : (tensor<2x?xf32>, tensor<2x6xf32>) -> tensor<2x?xf32>
  %1 = adze.slice %0 {starts = array<i64: 0, 0>, sizes = array<i64: 2, 1>, steps = array<i64: 1, 1>} : (tensor<2x?xf32>) -> tensor<2x1xf32>
  return %1 : tensor<2x1xf32>
}

// -----

// One row by a constant index, counted from the end; an index that is out of range is clamped, as in the gather.
// CHECK-LABEL: func.func @gathered
// CHECK: %[[S:.*]] = adze.slice %{{.*}} {sizes = array<i64: 2, 1, 3>, starts = array<i64: 0, 4, 0>, steps = array<i64: 1, 1, 1>}
// CHECK-NEXT: adze.reshape %[[S]] : (tensor<2x1x3xf32>) -> tensor<2x3xf32>
// CHECK: adze.slice %{{.*}} {sizes = array<i64: 2, 1, 3>, starts = array<i64: 0, 4, 0>, steps = array<i64: 1, 1, 1>}
func.func @gathered(%x: tensor<2x5x3xf32>) -> (tensor<2x3xf32>, tensor<2x1x3xf32>) {
  %i = adze.constant dense<-1> : tensor<i64>
  %j = adze.constant dense<9> : tensor<1xi32>
  %0 = adze.gather %x, %i {axis = 1 : i64} : (tensor<2x5x3xf32>, tensor<i64>) -> tensor<2x3xf32>
  %1 = adze.gather %x, %j {axis = 1 : i64} : (tensor<2x5x3xf32>, tensor<1xi32>) -> tensor<2x1x3xf32>
  return %0, %1 : tensor<2x3xf32>, tensor<2x1x3xf32>
}

// -----

// Not by several indices, or one that is not known.
// CHECK-LABEL: func.func @gathered_many
// CHECK-COUNT-2: adze.gather
func.func @gathered_many(%x: tensor<2x5x3xf32>, %j: tensor<i64>) -> (tensor<2x2x3xf32>, tensor<2x3xf32>) {
  %i = adze.constant dense<[1, 3]> : tensor<2xi64>
  %0 = adze.gather %x, %i {axis = 1 : i64} : (tensor<2x5x3xf32>, tensor<2xi64>) -> tensor<2x2x3xf32>
  %1 = adze.gather %x, %j {axis = 1 : i64} : (tensor<2x5x3xf32>, tensor<i64>) -> tensor<2x3xf32>
  return %0, %1 : tensor<2x2x3xf32>, tensor<2x3xf32>
}
