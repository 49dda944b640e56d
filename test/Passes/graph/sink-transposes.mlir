// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-sink-transposes))' | FileCheck %s

// A transpose moves behind the operation that reads it.
// CHECK-LABEL: func.func @unary
// CHECK-SAME: (%[[X:.*]]: tensor<1x4x5x3xf32>)
// CHECK-NEXT: %[[C:.*]] = adze.clamp %[[X]] {min = 0.000000e+00 : f32} : (tensor<1x4x5x3xf32>) -> tensor<1x4x5x3xf32>
// CHECK-NEXT: %[[Y:.*]] = adze.transpose %[[C]] {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x4x5x3xf32>) -> tensor<1x3x4x5xf32>
// CHECK-NEXT: return %[[Y]]
func.func @unary(%x: tensor<1x4x5x3xf32>) -> tensor<1x3x4x5xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x4x5x3xf32>) -> tensor<1x3x4x5xf32>
  %1 = adze.clamp %0 {min = 0.0 : f32} : (tensor<1x3x4x5xf32>) -> tensor<1x3x4x5xf32>
  return %1 : tensor<1x3x4x5xf32>
}

// -----

// It cancels with the inverse that it meets.
// CHECK-LABEL: func.func @cancelled
// CHECK-NOT: adze.transpose
// CHECK: adze.exp %{{.*}} : (tensor<1x4x5x3xf32>)
// CHECK-NOT: adze.transpose
// CHECK: return
func.func @cancelled(%x: tensor<1x4x5x3xf32>) -> tensor<1x4x5x3xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x4x5x3xf32>) -> tensor<1x3x4x5xf32>
  %1 = adze.exp %0 : (tensor<1x3x4x5xf32>) -> tensor<1x3x4x5xf32>
  %2 = adze.transpose %1 {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x3x4x5xf32>) -> tensor<1x4x5x3xf32>
  return %2 : tensor<1x4x5x3xf32>
}

// -----

// Two transposed operands of a sum share the transpose behind it.
// CHECK-LABEL: func.func @sum
// CHECK-SAME: (%[[A:.*]]: tensor<4x5xf32>, %[[B:.*]]: tensor<4x5xf32>)
// CHECK-NEXT: %[[S:.*]] = adze.add %[[A]], %[[B]]
// CHECK-NEXT: adze.transpose %[[S]]
// CHECK-NEXT: return
func.func @sum(%a: tensor<4x5xf32>, %b: tensor<4x5xf32>) -> tensor<5x4xf32> {
  %0 = adze.transpose %a {permutation = array<i64: 1, 0>} : (tensor<4x5xf32>) -> tensor<5x4xf32>
  %1 = adze.transpose %b {permutation = array<i64: 1, 0>} : (tensor<4x5xf32>) -> tensor<5x4xf32>
  %2 = adze.add %0, %1 : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  return %2 : tensor<5x4xf32>
}

// -----

// A bias per channel is transposed back, which only moves extents of 1; a constant is transposed at compile time; a scalar stays.
// CHECK-LABEL: func.func @parameters
// CHECK-SAME: (%[[X:.*]]: tensor<1x4x5x3xf32>, %[[B:.*]]: tensor<3x1x1xf32>, %[[S:.*]]: tensor<f32>)
// CHECK: %[[BR:.*]] = adze.reshape %[[B]] : (tensor<3x1x1xf32>) -> tensor<1x1x1x3xf32>
// CHECK: %[[A:.*]] = adze.add %[[X]], %[[BR]]
// CHECK: %[[C:.*]] = adze.transpose %{{.*}} {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x3x4x5xf32>) -> tensor<1x4x5x3xf32>
// CHECK: %[[M:.*]] = adze.mul %[[A]], %[[C]]
// CHECK: %[[N:.*]] = adze.sub %[[M]], %[[S]] : (tensor<1x4x5x3xf32>, tensor<f32>)
// CHECK: adze.transpose %[[N]] {permutation = array<i64: 0, 3, 1, 2>}
func.func @parameters(%x: tensor<1x4x5x3xf32>, %b: tensor<3x1x1xf32>, %s: tensor<f32>) -> tensor<1x3x4x5xf32> {
  %c = adze.constant dense<2.0> : tensor<1x3x4x5xf32>
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x4x5x3xf32>) -> tensor<1x3x4x5xf32>
  %1 = adze.add %0, %b : (tensor<1x3x4x5xf32>, tensor<3x1x1xf32>) -> tensor<1x3x4x5xf32>
  %2 = adze.mul %1, %c : (tensor<1x3x4x5xf32>, tensor<1x3x4x5xf32>) -> tensor<1x3x4x5xf32>
  %3 = adze.sub %2, %s : (tensor<1x3x4x5xf32>, tensor<f32>) -> tensor<1x3x4x5xf32>
  return %3 : tensor<1x3x4x5xf32>
}

// -----

// Attributes that name dimensions follow: the axis of a concatenation, what a slice and a pad say of each dimension.
// CHECK-LABEL: func.func @attributes
// CHECK-SAME: (%[[X:.*]]: tensor<2x4x5x3xf32>)
// CHECK-NEXT: adze.concat %[[X]], %[[X]] {axis = 3 : i64} : (tensor<2x4x5x3xf32>, tensor<2x4x5x3xf32>) -> tensor<2x4x5x6xf32>
// CHECK-NEXT: adze.slice %{{.*}} {sizes = array<i64: 2, 3, 5, 2>, starts = array<i64: 0, 1, 0, 4>, steps = array<i64: 1, 1, 1, -1>} : (tensor<2x4x5x6xf32>) -> tensor<2x3x5x2xf32>
// CHECK-NEXT: adze.pad %{{.*}} {high = array<i64: 0, 5, 6, 4>, low = array<i64: 0, 2, 3, 1>, mode = #adze<pad_mode constant>} : (tensor<2x3x5x2xf32>) -> tensor<2x10x14x7xf32>
// CHECK-NEXT: adze.transpose %{{.*}} {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x10x14x7xf32>) -> tensor<2x7x10x14xf32>
// CHECK-NEXT: return
func.func @attributes(%x: tensor<2x4x5x3xf32>) -> tensor<2x7x10x14xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x4x5x3xf32>) -> tensor<2x3x4x5xf32>
  %1 = adze.concat %0, %0 {axis = 1 : i64} : (tensor<2x3x4x5xf32>, tensor<2x3x4x5xf32>) -> tensor<2x6x4x5xf32>
  %2 = adze.slice %1 {starts = array<i64: 0, 4, 1, 0>, sizes = array<i64: 2, 2, 3, 5>, steps = array<i64: 1, -1, 1, 1>} : (tensor<2x6x4x5xf32>) -> tensor<2x2x3x5xf32>
  %3 = adze.pad %2 {low = array<i64: 0, 1, 2, 3>, high = array<i64: 0, 4, 5, 6>, mode = #adze<pad_mode constant>} : (tensor<2x2x3x5xf32>) -> tensor<2x7x10x14xf32>
  return %3 : tensor<2x7x10x14xf32>
}

// -----

// So do the scales and the region of a resize, and the axes of a softmax.
// CHECK-LABEL: func.func @resize
// CHECK-NEXT: adze.resize %{{.*}}roi = array<f64: 0.000000e+00, 2.000000e-01, 3.000000e-01, 1.000000e-01, 1.000000e+00, 7.500000e-01, 8.000000e-01, 9.000000e-01>, scales = array<f64: 1.000000e+00, 2.000000e+00, 3.000000e+00, 1.000000e+00>} : (tensor<2x4x5x3xf32>) -> tensor<2x8x15x3xf32>
// CHECK-NEXT: adze.softmax %{{.*}} {axes = array<i64: 3>} : (tensor<2x8x15x3xf32>)
// CHECK-NEXT: adze.transpose %{{.*}} {permutation = array<i64: 0, 3, 1, 2>}
func.func @resize(%x: tensor<2x4x5x3xf32>) -> tensor<2x3x8x15xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x4x5x3xf32>) -> tensor<2x3x4x5xf32>
  %1 = adze.resize %0 {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates tf_crop_and_resize>, nearest = #adze<nearest_mode floor>, scales = array<f64: 1.0, 1.0, 2.0, 3.0>, cubic_coefficient = -0.75 : f64, extrapolation = 0.0 : f64, roi = array<f64: 0.0, 0.1, 0.2, 0.3, 1.0, 0.9, 0.75, 0.8>} : (tensor<2x3x4x5xf32>) -> tensor<2x3x8x15xf32>
  %2 = adze.softmax %1 {axes = array<i64: 1>} : (tensor<2x3x8x15xf32>) -> tensor<2x3x8x15xf32>
  return %2 : tensor<2x3x8x15xf32>
}

// -----

// A mean over the image reads it as it lies; kept extents of 1 need a reshape at most.
// CHECK-LABEL: func.func @mean
// CHECK-NEXT: adze.reduce %{{.*}} {axes = array<i64: 1, 2>, keepdims, kind = #adze<reduce_kind mean>} : (tensor<2x4x5x3xf32>) -> tensor<2x1x1x3xf32>
// CHECK-NEXT: adze.reshape %{{.*}} : (tensor<2x1x1x3xf32>) -> tensor<2x3x1x1xf32>
// CHECK-NEXT: return
func.func @mean(%x: tensor<2x4x5x3xf32>) -> tensor<2x3x1x1xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x4x5x3xf32>) -> tensor<2x3x4x5xf32>
  %1 = adze.reduce %0 {kind = #adze<reduce_kind mean>, axes = array<i64: 2, 3>, keepdims} : (tensor<2x3x4x5xf32>) -> tensor<2x3x1x1xf32>
  return %1 : tensor<2x3x1x1xf32>
}

// -----

// Without keepdims the dimensions that are left are numbered anew.
// CHECK-LABEL: func.func @dropped
// CHECK-NEXT: adze.reduce %{{.*}} {axes = array<i64: 1>, kind = #adze<reduce_kind sum>} : (tensor<2x4x5x3xf32>) -> tensor<2x5x3xf32>
// CHECK-NEXT: adze.transpose %{{.*}} {permutation = array<i64: 0, 2, 1>} : (tensor<2x5x3xf32>) -> tensor<2x3x5xf32>
func.func @dropped(%x: tensor<2x4x5x3xf32>) -> tensor<2x3x5xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x4x5x3xf32>) -> tensor<2x3x4x5xf32>
  %1 = adze.reduce %0 {kind = #adze<reduce_kind sum>, axes = array<i64: 2>} : (tensor<2x3x4x5xf32>) -> tensor<2x3x5xf32>
  return %1 : tensor<2x3x5xf32>
}

// -----

// Not moved when the other operand would have to be transposed at run time.
// CHECK-LABEL: func.func @other_operand
// CHECK-NEXT: adze.transpose
// CHECK-NEXT: adze.add
// CHECK-NEXT: return
func.func @other_operand(%a: tensor<4x5xf32>, %b: tensor<5x4xf32>) -> tensor<5x4xf32> {
  %0 = adze.transpose %a {permutation = array<i64: 1, 0>} : (tensor<4x5xf32>) -> tensor<5x4xf32>
  %1 = adze.add %0, %b : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  return %1 : tensor<5x4xf32>
}

// -----

// Not moved when the result has more dimensions than the transpose.
// CHECK-LABEL: func.func @more_dimensions
// CHECK: adze.transpose
// CHECK-NEXT: adze.add
func.func @more_dimensions(%a: tensor<4x5xf32>, %b: tensor<2x1x1xf32>) -> tensor<2x5x4xf32> {
  %0 = adze.transpose %a {permutation = array<i64: 1, 0>} : (tensor<4x5xf32>) -> tensor<5x4xf32>
  %1 = adze.add %0, %b : (tensor<5x4xf32>, tensor<2x1x1xf32>) -> tensor<2x5x4xf32>
  return %1 : tensor<2x5x4xf32>
}

// -----

// Not moved behind operations that think in their own dimensions, or with open ones.
// CHECK-LABEL: func.func @own_dimensions
// CHECK: adze.transpose
// CHECK-NEXT: adze.layer_norm
// CHECK: adze.transpose
// CHECK-NEXT: adze.exp
func.func @own_dimensions(%a: tensor<4x5xf32>, %o: tensor<4x?xf32>) -> (tensor<5x4xf32>, tensor<?x4xf32>) {
  %0 = adze.transpose %a {permutation = array<i64: 1, 0>} : (tensor<4x5xf32>) -> tensor<5x4xf32>
  %1 = adze.layer_norm %0 {axis = 1 : i64, epsilon = 1.0e-5 : f64} : (tensor<5x4xf32>) -> tensor<5x4xf32>
  %2 = adze.transpose %o {permutation = array<i64: 1, 0>} : (tensor<4x?xf32>) -> tensor<?x4xf32>
  %3 = adze.exp %2 : (tensor<?x4xf32>) -> tensor<?x4xf32>
  return %1, %3 : tensor<5x4xf32>, tensor<?x4xf32>
}

// -----

// Pixels become rows: the reshape merges dimensions that lie side by side with channels last, too, so that nothing is left to move.
// CHECK-LABEL: func.func @through_reshape
// CHECK-SAME: (%[[X:.*]]: tensor<1x3x4x8xf32>)
// CHECK-NEXT: %[[R:.*]] = adze.reshape %[[X]] : (tensor<1x3x4x8xf32>) -> tensor<1x12x8xf32>
// CHECK-NEXT: return %[[R]]
func.func @through_reshape(%x: tensor<1x3x4x8xf32>) -> tensor<1x12x8xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x3x4x8xf32>) -> tensor<1x8x3x4xf32>
  %1 = adze.reshape %0 : (tensor<1x8x3x4xf32>) -> tensor<1x8x12xf32>
  %2 = adze.transpose %1 {permutation = array<i64: 0, 2, 1>} : (tensor<1x8x12xf32>) -> tensor<1x12x8xf32>
  return %2 : tensor<1x12x8xf32>
}

// -----

// A dimension may be split on the way.
// CHECK-LABEL: func.func @through_split
// CHECK-SAME: (%[[X:.*]]: tensor<6x10xf32>)
// CHECK-NEXT: %[[R:.*]] = adze.reshape %[[X]] : (tensor<6x10xf32>) -> tensor<2x3x10xf32>
// CHECK-NEXT: %[[T:.*]] = adze.transpose %[[R]] {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x10xf32>) -> tensor<10x2x3xf32>
// CHECK-NEXT: return %[[T]]
func.func @through_split(%x: tensor<6x10xf32>) -> tensor<10x2x3xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 1, 0>} : (tensor<6x10xf32>) -> tensor<10x6xf32>
  %1 = adze.reshape %0 : (tensor<10x6xf32>) -> tensor<10x2x3xf32>
  return %1 : tensor<10x2x3xf32>
}

// -----

// Not behind a reshape that merges what was far apart.
// CHECK-LABEL: func.func @flattened
// CHECK-NEXT: adze.transpose
// CHECK-NEXT: adze.reshape
// CHECK-NEXT: return
func.func @flattened(%x: tensor<2x3x4x8xf32>) -> tensor<2x96xf32> {
  %0 = adze.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x3x4x8xf32>) -> tensor<2x8x3x4xf32>
  %1 = adze.reshape %0 : (tensor<2x8x3x4xf32>) -> tensor<2x96xf32>
  return %1 : tensor<2x96xf32>
}

// -----

// Heads of keys: a product reads the last two dimensions in either order; rows stay together.
// CHECK-LABEL: func.func @absorbed
// CHECK-SAME: (%[[Q:.*]]: tensor<2x7x4xf32>, %[[K:.*]]: tensor<9x2x4xf32>, %[[A:.*]]: tensor<5x7xf32>, %[[B:.*]]: tensor<5x3xf32>)
// CHECK-NEXT: %[[T:.*]] = adze.transpose %[[K]] {permutation = array<i64: 1, 0, 2>} : (tensor<9x2x4xf32>) -> tensor<2x9x4xf32>
// CHECK-NEXT: adze.matmul %[[Q]], %[[T]] {transpose_b}
// CHECK-NEXT: adze.matmul %[[A]], %[[B]] {transpose_a}
// CHECK-NEXT: return
func.func @absorbed(%q: tensor<2x7x4xf32>, %k: tensor<9x2x4xf32>, %a: tensor<5x7xf32>, %b: tensor<5x3xf32>) -> (tensor<2x7x9xf32>, tensor<7x3xf32>) {
  %0 = adze.transpose %k {permutation = array<i64: 1, 2, 0>} : (tensor<9x2x4xf32>) -> tensor<2x4x9xf32>
  %1 = adze.matmul %q, %0 : (tensor<2x7x4xf32>, tensor<2x4x9xf32>) -> tensor<2x7x9xf32>
  %2 = adze.transpose %a {permutation = array<i64: 1, 0>} : (tensor<5x7xf32>) -> tensor<7x5xf32>
  %3 = adze.matmul %2, %b : (tensor<7x5xf32>, tensor<5x3xf32>) -> tensor<7x3xf32>
  return %1, %3 : tensor<2x7x9xf32>, tensor<7x3xf32>
}

// -----

// Not absorbed: rows of several matrices that one matrix multiplies become rows of one product.
// CHECK-LABEL: func.func @rows_of_many
// CHECK-NEXT: adze.transpose
// CHECK-NEXT: adze.matmul %{{.*}}, %{{.*}} : (tensor<2x7x5xf32>
func.func @rows_of_many(%a: tensor<2x5x7xf32>, %b: tensor<5x3xf32>) -> tensor<2x7x3xf32> {
  %0 = adze.transpose %a {permutation = array<i64: 0, 2, 1>} : (tensor<2x5x7xf32>) -> tensor<2x7x5xf32>
  %1 = adze.matmul %0, %b : (tensor<2x7x5xf32>, tensor<5x3xf32>) -> tensor<2x7x3xf32>
  return %1 : tensor<2x7x3xf32>
}

// -----

// An operand that is read channels last elsewhere is read so here, too.
// CHECK-LABEL: func.func @read_transposed
// CHECK-SAME: (%[[X:.*]]: tensor<1x8x3x4xf32>, %[[Y:.*]]: tensor<1x3x4x8xf32>)
// CHECK: %[[S:.*]] = adze.add %{{.*}}, %[[Y]] : (tensor<1x3x4x8xf32>, tensor<1x3x4x8xf32>) -> tensor<1x3x4x8xf32>
// CHECK: adze.transpose %[[S]] {permutation = array<i64: 0, 3, 1, 2>}
func.func @read_transposed(%x: tensor<1x8x3x4xf32>, %y: tensor<1x3x4x8xf32>) -> (tensor<1x3x4x8xf32>, tensor<1x8x3x4xf32>) {
  %0 = adze.transpose %x {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x8x3x4xf32>) -> tensor<1x3x4x8xf32>
  %1 = adze.transpose %y {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x3x4x8xf32>) -> tensor<1x8x3x4xf32>
  %2 = adze.add %x, %1 : (tensor<1x8x3x4xf32>, tensor<1x8x3x4xf32>) -> tensor<1x8x3x4xf32>
  return %0, %2 : tensor<1x3x4x8xf32>, tensor<1x8x3x4xf32>
}
