// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-form-kernels))' | FileCheck %s

// A product and the sum behind it are one kernel; what it reads are its operands.
// CHECK-LABEL: func.func @epilogue
// CHECK-SAME: (%[[X:.*]]: tensor<4x8xf32>, %[[W:.*]]: tensor<8x16xf32>, %[[B:.*]]: tensor<16xf32>)
// CHECK-NEXT: %[[K:.*]] = adze.kernel(%[[A0:.*]] = %[[X]], %[[A1:.*]] = %[[W]], %[[A2:.*]] = %[[B]]) : (tensor<4x8xf32>, tensor<8x16xf32>, tensor<16xf32>) -> tensor<4x16xf32> {
// CHECK-NEXT:   %[[P:.*]] = adze.matmul %[[A0]], %[[A1]]
// CHECK-NEXT:   %[[S:.*]] = adze.add %[[P]], %[[A2]]
// CHECK-NEXT:   adze.yield %[[S]] : tensor<4x16xf32>
// CHECK-NEXT: }
// CHECK-NEXT: return %[[K]]
func.func @epilogue(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>, %b: tensor<16xf32>) -> tensor<4x16xf32> {
  %0 = adze.matmul %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %1 = adze.add %0, %b : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
  return %1 : tensor<4x16xf32>
}

// -----

// Constants are operands, so that equal kernels are compiled once; those of one element stay with the operation.
// CHECK-LABEL: func.func @constants
// CHECK: %[[W:.*]] = adze.constant dense<1.000000e+00> : tensor<8x16xf32>
// CHECK: adze.kernel(%{{.*}} = %{{.*}}, %[[A:.*]] = %[[W]])
// CHECK-NEXT: %[[S:.*]] = adze.constant dense<2.000000e+00> : tensor<f32>
// CHECK-NEXT: %[[P:.*]] = adze.matmul %{{.*}}, %[[A]]
// CHECK-NEXT: adze.mul %[[P]], %[[S]]
func.func @constants(%x: tensor<4x8xf32>) -> tensor<4x16xf32> {
  %w = adze.constant dense<1.0> : tensor<8x16xf32>
  %s = adze.constant dense<2.0> : tensor<f32>
  %0 = adze.matmul %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %1 = adze.mul %0, %s : (tensor<4x16xf32>, tensor<f32>) -> tensor<4x16xf32>
  return %1 : tensor<4x16xf32>
}

// -----

// A sum of two products becomes the epilogue of one; the other is its operand.
// CHECK-LABEL: func.func @two_roots
// CHECK: %[[B:.*]] = adze.kernel
// CHECK-NEXT: adze.matmul
// CHECK-NEXT: adze.yield
// CHECK: adze.kernel({{.*}} = %[[B]]
// CHECK-NEXT: adze.matmul
// CHECK-NEXT: adze.add
// CHECK-NOT: adze.kernel
func.func @two_roots(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>, %v: tensor<8x16xf32>) -> tensor<4x16xf32> {
  %0 = adze.matmul %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %1 = adze.matmul %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %2 = adze.add %0, %1 : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  return %2 : tensor<4x16xf32>
}

// -----

// A product with two readers is a kernel of its own.
// CHECK-LABEL: func.func @two_readers
// CHECK: %[[P:.*]] = adze.kernel
// CHECK-NEXT: adze.matmul
// CHECK-NEXT: adze.yield
// CHECK-COUNT-2: adze.kernel(%{{.*}} = %[[P]])
func.func @two_readers(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>) -> (tensor<4x16xf32>, tensor<4x16xf32>) {
  %0 = adze.matmul %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %1 = adze.exp %0 : (tensor<4x16xf32>) -> tensor<4x16xf32>
  %2 = adze.neg %0 : (tensor<4x16xf32>) -> tensor<4x16xf32>
  return %1, %2 : tensor<4x16xf32>, tensor<4x16xf32>
}

// -----

// What is larger than the root is no epilogue: the root would be computed again for each element.
// CHECK-LABEL: func.func @larger
// CHECK-COUNT-2: adze.kernel
func.func @larger(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>, %b: tensor<2x1x1xf32>) -> tensor<2x4x16xf32> {
  %0 = adze.matmul %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %1 = adze.add %0, %b : (tensor<4x16xf32>, tensor<2x1x1xf32>) -> tensor<2x4x16xf32>
  return %1 : tensor<2x4x16xf32>
}

// -----

// Element-wise operations, movements and lookups without a root fuse along single uses.
// CHECK-LABEL: func.func @fused
// CHECK-COUNT-1: adze.kernel
// CHECK-NEXT: adze.gather
// CHECK-NEXT: adze.transpose
// CHECK-NEXT: adze.exp
// CHECK-NEXT: adze.concat
// CHECK-NEXT: adze.yield
// CHECK-NOT: adze.kernel
func.func @fused(%x: tensor<9x4xf32>, %i: tensor<3xi64>, %y: tensor<4x2xf32>) -> tensor<4x5xf32> {
  %0 = adze.gather %x, %i {axis = 0 : i64} : (tensor<9x4xf32>, tensor<3xi64>) -> tensor<3x4xf32>
  %1 = adze.transpose %0 {permutation = array<i64: 1, 0>} : (tensor<3x4xf32>) -> tensor<4x3xf32>
  %2 = adze.exp %1 : (tensor<4x3xf32>) -> tensor<4x3xf32>
  %3 = adze.concat %2, %y {axis = 1 : i64} : (tensor<4x3xf32>, tensor<4x2xf32>) -> tensor<4x5xf32>
  return %3 : tensor<4x5xf32>
}

// -----

// Reshapes move nothing and stand between kernels.
// CHECK-LABEL: func.func @reshape
// CHECK: %[[A:.*]] = adze.kernel
// CHECK: %[[R:.*]] = adze.reshape %[[A]]
// CHECK: adze.kernel(%{{.*}} = %[[R]])
func.func @reshape(%x: tensor<4x8xf32>) -> tensor<32xf32> {
  %0 = adze.softmax %x {axes = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = adze.reshape %0 : (tensor<4x8xf32>) -> tensor<32xf32>
  %2 = adze.exp %1 : (tensor<32xf32>) -> tensor<32xf32>
  return %2 : tensor<32xf32>
}

// -----

// A kernel has all results of its root.
// CHECK-LABEL: func.func @results
// CHECK: %[[K:.*]]:2 = adze.kernel(%{{.*}}) : (tensor<4x8xf32>) -> (tensor<4x2xf32>, tensor<4x2xi64>) {
// CHECK: adze.yield %{{.*}}, %{{.*}} : tensor<4x2xf32>, tensor<4x2xi64>
// CHECK: return %[[K]]#0, %[[K]]#1
func.func @results(%x: tensor<4x8xf32>) -> (tensor<4x2xf32>, tensor<4x2xi64>) {
  %0, %1 = adze.top_k %x {k = 2 : i64, axis = 1 : i64} : (tensor<4x8xf32>) -> (tensor<4x2xf32>, tensor<4x2xi64>)
  return %0, %1 : tensor<4x2xf32>, tensor<4x2xi64>
}

// -----

// Each result is written by a kernel of its own: inputs, constants and values that are returned twice are copied.
// CHECK-LABEL: func.func @copies
// CHECK-SAME: (%[[X:.*]]: tensor<2xf32>)
// CHECK: %[[E:.*]] = adze.kernel(%{{.*}} = %[[X]]) : (tensor<2xf32>) -> tensor<2xf32> {
// CHECK-NEXT: adze.exp
// CHECK: %[[R:.*]] = adze.reshape %[[E]] : (tensor<2xf32>) -> tensor<2x1xf32>
// CHECK: %[[X_COPY:.*]] = adze.kernel(%{{.*}} = %[[X]])
// CHECK-NEXT: adze.transpose %{{.*}} {permutation = array<i64: 0>}
// CHECK: %[[C_COPY:.*]] = adze.kernel(%{{.*}} = %{{.*}}) : (tensor<3xf32>) -> tensor<3xf32>
// CHECK: %[[R_COPY:.*]] = adze.kernel(%{{.*}} = %[[R]])
// CHECK: return %[[X_COPY]], %[[C_COPY]], %[[E]], %[[R_COPY]]
func.func @copies(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<3xf32>, tensor<2xf32>, tensor<2x1xf32>) {
  %c = adze.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %0 = adze.exp %x : (tensor<2xf32>) -> tensor<2xf32>
  %1 = adze.reshape %0 : (tensor<2xf32>) -> tensor<2x1xf32>
  return %x, %c, %0, %1 : tensor<2xf32>, tensor<3xf32>, tensor<2xf32>, tensor<2x1xf32>
}

// -----

// Heads are views: no kernel moves them. Nor does one turn them back, though a reshape needs them dense: the product writes them there.
// CHECK-LABEL: func.func @views
// CHECK: adze.kernel
// CHECK-NEXT: adze.matmul
// CHECK: adze.slice
// CHECK-NEXT: adze.reshape
// CHECK-NEXT: adze.transpose
// CHECK-NEXT: adze.kernel
// CHECK-NEXT: adze.matmul
// CHECK: adze.transpose
// CHECK-NEXT: adze.reshape
// CHECK-NEXT: return
func.func @views(%x: tensor<5x4xf32>, %w: tensor<4x12xf32>, %v: tensor<2x3x3xf32>) -> tensor<5x6xf32> {
  %0 = adze.matmul %x, %w : (tensor<5x4xf32>, tensor<4x12xf32>) -> tensor<5x12xf32>
  %1 = adze.slice %0 {starts = array<i64: 0, 6>, sizes = array<i64: 5, 6>, steps = array<i64: 1, 1>} : (tensor<5x12xf32>) -> tensor<5x6xf32>
  %2 = adze.reshape %1 : (tensor<5x6xf32>) -> tensor<5x2x3xf32>
  %3 = adze.transpose %2 {permutation = array<i64: 1, 0, 2>} : (tensor<5x2x3xf32>) -> tensor<2x5x3xf32>
  %4 = adze.matmul %3, %v : (tensor<2x5x3xf32>, tensor<2x3x3xf32>) -> tensor<2x5x3xf32>
  %5 = adze.transpose %4 {permutation = array<i64: 1, 0, 2>} : (tensor<2x5x3xf32>) -> tensor<5x2x3xf32>
  %6 = adze.reshape %5 : (tensor<5x2x3xf32>) -> tensor<5x6xf32>
  return %6 : tensor<5x6xf32>
}

// -----

// Not views: rows that are not dense any more, elements from back to front, and what the caller gets.
// CHECK-LABEL: func.func @no_views
// CHECK-COUNT-4: adze.kernel
// CHECK-NOT: adze.kernel
func.func @no_views(%x: tensor<6x8xf32>) -> (tensor<8x6xf32>, tensor<6x4xf32>, tensor<6x8xf32>, tensor<3x8xf32>) {
  %0 = adze.transpose %x {permutation = array<i64: 1, 0>} : (tensor<6x8xf32>) -> tensor<8x6xf32>
  %1 = adze.exp %0 : (tensor<8x6xf32>) -> tensor<8x6xf32>
  %2 = adze.slice %x {starts = array<i64: 0, 0>, sizes = array<i64: 6, 4>, steps = array<i64: 1, 2>} : (tensor<6x8xf32>) -> tensor<6x4xf32>
  %3 = adze.exp %2 : (tensor<6x4xf32>) -> tensor<6x4xf32>
  %4 = adze.slice %x {starts = array<i64: 5, 0>, sizes = array<i64: 6, 8>, steps = array<i64: -1, 1>} : (tensor<6x8xf32>) -> tensor<6x8xf32>
  %5 = adze.exp %4 : (tensor<6x8xf32>) -> tensor<6x8xf32>
  %6 = adze.slice %x {starts = array<i64: 0, 0>, sizes = array<i64: 3, 8>, steps = array<i64: 1, 1>} : (tensor<6x8xf32>) -> tensor<3x8xf32>
  return %1, %3, %5, %6 : tensor<8x6xf32>, tensor<6x4xf32>, tensor<6x8xf32>, tensor<3x8xf32>
}

// -----

// Joined tensors are written in their places. An argument is copied there, and a value that lies in another place already.
// CHECK-LABEL: func.func @joined
// CHECK: %[[A:.*]] = adze.kernel
// CHECK-NEXT: adze.exp
// CHECK: %[[B:.*]] = adze.kernel(%{{.*}} = %[[A]])
// CHECK-NEXT: adze.transpose {{.*}} {permutation = array<i64: 0, 1>}
// CHECK: %[[C:.*]] = adze.kernel
// CHECK-NEXT: adze.transpose {{.*}} {permutation = array<i64: 0, 1>}
// CHECK: adze.concat %[[B]], %[[C]] {axis = 1 : i64}
// CHECK: %[[D:.*]] = adze.kernel
// CHECK-NEXT: adze.abs
// CHECK: adze.concat %[[A]], %[[D]] {axis = 0 : i64}
// CHECK-NOT: adze.kernel
func.func @joined(%x: tensor<128x128xf32>) -> (tensor<128x256xf32>, tensor<256x128xf32>) {
  %0 = adze.exp %x : (tensor<128x128xf32>) -> tensor<128x128xf32>
  %1 = adze.concat %0, %x {axis = 1 : i64} : (tensor<128x128xf32>, tensor<128x128xf32>) -> tensor<128x256xf32>
  %2 = adze.abs %x : (tensor<128x128xf32>) -> tensor<128x128xf32>
  %3 = adze.concat %0, %2 {axis = 0 : i64} : (tensor<128x128xf32>, tensor<128x128xf32>) -> tensor<256x128xf32>
  return %1, %3 : tensor<128x256xf32>, tensor<256x128xf32>
}

// -----

// A few elements are chosen one by one, in the kernel that reads them.
// CHECK-LABEL: func.func @joined_few
// CHECK: adze.kernel
// CHECK-NEXT: adze.exp
// CHECK-NEXT: adze.concat
// CHECK-NEXT: adze.abs
// CHECK-NOT: adze.kernel
func.func @joined_few(%x: tensor<32xf32>) -> tensor<64xf32> {
  %0 = adze.exp %x : (tensor<32xf32>) -> tensor<32xf32>
  %1 = adze.concat %x, %0 {axis = 0 : i64} : (tensor<32xf32>, tensor<32xf32>) -> tensor<64xf32>
  %2 = adze.abs %1 : (tensor<64xf32>) -> tensor<64xf32>
  return %2 : tensor<64xf32>
}
