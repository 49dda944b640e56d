// RUN: %adze-opt %s --split-input-file --canonicalize | FileCheck %s

// Adding or subtracting nothing, at either side of a sum.
// CHECK-LABEL: func.func @nothing_added
// CHECK-SAME: (%[[X:.*]]: tensor<2x3xf32>)
// CHECK-NEXT: return %[[X]], %[[X]], %[[X]]
func.func @nothing_added(%x: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) {
  %zero = adze.constant dense<0.0> : tensor<3xf32>
  %0 = adze.add %x, %zero : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %1 = adze.add %zero, %x : (tensor<3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = adze.sub %x, %zero : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0, %1, %2 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}

// -----

// Products with one, quotients and powers.
// CHECK-LABEL: func.func @times_one
// CHECK-SAME: (%[[X:.*]]: tensor<2xi32>)
// CHECK-NEXT: return %[[X]], %[[X]], %[[X]], %[[X]]
func.func @times_one(%x: tensor<2xi32>) -> (tensor<2xi32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>) {
  %one = adze.constant dense<1> : tensor<i32>
  %0 = adze.mul %x, %one : (tensor<2xi32>, tensor<i32>) -> tensor<2xi32>
  %1 = adze.mul %one, %x : (tensor<i32>, tensor<2xi32>) -> tensor<2xi32>
  %2 = adze.div %x, %one : (tensor<2xi32>, tensor<i32>) -> tensor<2xi32>
  %3 = adze.pow %x, %one : (tensor<2xi32>, tensor<i32>) -> tensor<2xi32>
  return %0, %1, %2, %3 : tensor<2xi32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>
}

// -----

// Not folded when the neutral operand stands where it is not neutral.
// CHECK-LABEL: func.func @other_side
// CHECK: adze.sub
// CHECK: adze.div
// CHECK: adze.pow
func.func @other_side(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  %zero = adze.constant dense<0.0> : tensor<f32>
  %one = adze.constant dense<1.0> : tensor<f32>
  %0 = adze.sub %zero, %x : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
  %1 = adze.div %one, %x : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
  %2 = adze.pow %one, %x : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
  return %0, %1, %2 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}

// -----

// Not folded when the neutral operand widens the shape, or is not neutral everywhere.
// CHECK-LABEL: func.func @not_neutral
// CHECK: adze.add
// CHECK: adze.mul
func.func @not_neutral(%x: tensor<3xf32>) -> (tensor<2x3xf32>, tensor<3xf32>) {
  %zeros = adze.constant dense<0.0> : tensor<2x3xf32>
  %most = adze.constant dense<[1.0, 1.0, 2.0]> : tensor<3xf32>
  %0 = adze.add %x, %zeros : (tensor<3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = adze.mul %x, %most : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return %0, %1 : tensor<2x3xf32>, tensor<3xf32>
}

// -----

// Two negations.
// CHECK-LABEL: func.func @negated_twice
// CHECK-SAME: (%[[X:.*]]: tensor<2xf32>)
// CHECK-NEXT: return %[[X]]
func.func @negated_twice(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = adze.neg %x : (tensor<2xf32>) -> tensor<2xf32>
  %1 = adze.neg %0 : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

// A cast to the type that is there.
// CHECK-LABEL: func.func @same_type
// CHECK-SAME: (%[[X:.*]]: tensor<2xf32>)
// CHECK-NEXT: return %[[X]]
func.func @same_type(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = adze.cast %x : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

// Not folded: a cast to another type and back loses bits.
// CHECK-LABEL: func.func @other_type
// CHECK: adze.cast
// CHECK: adze.cast
func.func @other_type(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = adze.cast %x : (tensor<2xf32>) -> tensor<2xf16>
  %1 = adze.cast %0 : (tensor<2xf16>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

// Movements that move nothing.
// CHECK-LABEL: func.func @unmoved
// CHECK-SAME: (%[[X:.*]]: tensor<2x3xf32>)
// CHECK-NEXT: return %[[X]], %[[X]], %[[X]], %[[X]], %[[X]], %[[X]]
func.func @unmoved(%x: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) {
  %0 = adze.reshape %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = adze.broadcast %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = adze.transpose %x {permutation = array<i64: 0, 1>} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %3 = adze.slice %x {starts = array<i64: 0, 0>, sizes = array<i64: 2, 3>, steps = array<i64: 1, 1>} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %4 = adze.concat %x {axis = 1 : i64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %5 = adze.pad %x {low = array<i64: 0, 0>, high = array<i64: 0, 0>, mode = #adze<pad_mode reflect>} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0, %1, %2, %3, %4, %5 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}

// -----

// Not folded: a slice of everything, backward.
// CHECK-LABEL: func.func @backward
// CHECK: adze.slice
func.func @backward(%x: tensor<3xf32>) -> tensor<3xf32> {
  %0 = adze.slice %x {starts = array<i64: 2>, sizes = array<i64: 3>, steps = array<i64: -1>} : (tensor<3xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}

// -----

// Reshapes in a row are one; back to the start they are none.
// CHECK-LABEL: func.func @reshapes
// CHECK-SAME: (%[[X:.*]]: tensor<2x6xf32>)
// CHECK-NEXT: %[[Y:.*]] = adze.reshape %[[X]] : (tensor<2x6xf32>) -> tensor<12xf32>
// CHECK-NEXT: return %[[Y]], %[[X]]
func.func @reshapes(%x: tensor<2x6xf32>) -> (tensor<12xf32>, tensor<2x6xf32>) {
  %0 = adze.reshape %x : (tensor<2x6xf32>) -> tensor<3x4xf32>
  %1 = adze.reshape %0 : (tensor<3x4xf32>) -> tensor<12xf32>
  %2 = adze.reshape %0 : (tensor<3x4xf32>) -> tensor<2x6xf32>
  return %1, %2 : tensor<12xf32>, tensor<2x6xf32>
}

// -----

// Transposes in a row are one: dimension i of the result is what both permutations say together.
// CHECK-LABEL: func.func @transposes
// CHECK-SAME: (%[[X:.*]]: tensor<2x3x4xf32>)
// CHECK-NEXT: %[[Y:.*]] = adze.transpose %[[X]] {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x4xf32>) -> tensor<2x4x3xf32>
// CHECK-NEXT: return %[[Y]]
func.func @transposes(%x: tensor<2x3x4xf32>) -> tensor<2x4x3xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>
  %1 = adze.transpose %0 {permutation = array<i64: 1, 0, 2>} : (tensor<4x2x3xf32>) -> tensor<2x4x3xf32>
  return %1 : tensor<2x4x3xf32>
}

// -----

// A transpose and its inverse cancel.
// CHECK-LABEL: func.func @inverse
// CHECK-SAME: (%[[X:.*]]: tensor<2x3x4xf32>)
// CHECK-NEXT: return %[[X]]
func.func @inverse(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>
  %1 = adze.transpose %0 {permutation = array<i64: 1, 2, 0>} : (tensor<4x2x3xf32>) -> tensor<2x3x4xf32>
  return %1 : tensor<2x3x4xf32>
}

// -----

// A transpose that moves extents of 1 only is a reshape.
// CHECK-LABEL: func.func @ones
// CHECK-NEXT: adze.reshape %{{.*}} : (tensor<1x3x1x4xf32>) -> tensor<3x1x4x1xf32>
// CHECK-NEXT: return
func.func @ones(%x: tensor<1x3x1x4xf32>) -> tensor<3x1x4x1xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 1, 0, 3, 2>} : (tensor<1x3x1x4xf32>) -> tensor<3x1x4x1xf32>
  return %0 : tensor<3x1x4x1xf32>
}

// -----

// Operations whose results nobody reads go, kernels among them.
// CHECK-LABEL: func.func @unread
// CHECK-NEXT: return
func.func @unread(%x: tensor<2xf32>) {
  %0 = adze.exp %x : (tensor<2xf32>) -> tensor<2xf32>
  %1 = adze.kernel(%a = %0) : (tensor<2xf32>) -> tensor<2xf32> {
    %2 = adze.neg %a : (tensor<2xf32>) -> tensor<2xf32>
    adze.yield %2 : tensor<2xf32>
  }
  return
}
