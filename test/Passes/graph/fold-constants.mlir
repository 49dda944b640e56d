// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-fold-constants))' | FileCheck %s

// Chains of operations on constants become one constant; the rest of the function stays.
// CHECK-LABEL: func.func @chain
// CHECK-SAME: (%[[X:.*]]: tensor<2xf32>)
// CHECK: %[[C:.*]] = adze.constant dense<[4.000000e+00, 9.000000e+00]> : tensor<2xf32>
// CHECK: %[[Y:.*]] = adze.add %[[X]], %[[C]]
// CHECK: return %[[Y]]
func.func @chain(%x: tensor<2xf32>) -> tensor<2xf32> {
  %a = adze.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %one = adze.constant dense<1.0> : tensor<f32>
  %0 = adze.add %a, %one : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  %1 = adze.mul %0, %0 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %2 = adze.add %x, %1 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %2 : tensor<2xf32>
}

// -----

// Every result of an operation is folded.
// CHECK-LABEL: func.func @results
// CHECK-DAG: %[[V:.*]] = adze.constant dense<[9, 7]> : tensor<2xi32>
// CHECK-DAG: %[[I:.*]] = adze.constant dense<[1, 2]> : tensor<2xi64>
// CHECK-NOT: adze.top_k
// CHECK: return %[[V]], %[[I]]
func.func @results() -> (tensor<2xi32>, tensor<2xi64>) {
  %x = adze.constant dense<[3, 9, 7]> : tensor<3xi32>
  %v, %i = adze.top_k %x {k = 2 : i64, axis = 0 : i64} : (tensor<3xi32>) -> (tensor<2xi32>, tensor<2xi64>)
  return %v, %i : tensor<2xi32>, tensor<2xi64>
}

// -----

// Booleans and what they select.
// CHECK-LABEL: func.func @booleans
// CHECK-DAG: adze.constant dense<[true, false, true]> : tensor<3xi1>
// CHECK-DAG: adze.constant dense<[1, -1, 1]> : tensor<3xi8>
func.func @booleans() -> (tensor<3xi1>, tensor<3xi8>) {
  %x = adze.constant dense<[5, 2, 5]> : tensor<3xi64>
  %five = adze.constant dense<5> : tensor<i64>
  %0 = adze.compare %x, %five {predicate = #adze<predicate eq>} : (tensor<3xi64>, tensor<i64>) -> tensor<3xi1>
  %a = adze.constant dense<1> : tensor<1xi8>
  %b = adze.constant dense<-1> : tensor<1xi8>
  %1 = adze.select %0, %a, %b : (tensor<3xi1>, tensor<1xi8>, tensor<1xi8>) -> tensor<3xi8>
  return %0, %1 : tensor<3xi1>, tensor<3xi8>
}

// -----

// Nothing to compute in an empty tensor.
// CHECK-LABEL: func.func @empty
// CHECK: adze.constant dense<> : tensor<0x2xf32>
// CHECK-NOT: adze.exp
func.func @empty() -> tensor<0x2xf32> {
  %x = adze.constant dense<> : tensor<0x2xf32>
  %0 = adze.exp %x : (tensor<0x2xf32>) -> tensor<0x2xf32>
  return %0 : tensor<0x2xf32>
}

// -----

// Large data that repeat a small constant stay an operation: the artifact would hold them otherwise.
// CHECK-LABEL: func.func @large
// CHECK: adze.broadcast
func.func @large() -> tensor<200x200xf32> {
  %x = adze.constant dense<1.5> : tensor<1x1xf32>
  %0 = adze.broadcast %x : (tensor<1x1xf32>) -> tensor<200x200xf32>
  return %0 : tensor<200x200xf32>
}

// -----

// A transposed weight of the same size is folded.
// CHECK-LABEL: func.func @weight
// CHECK-NOT: adze.transpose
// CHECK: adze.constant dense_resource<{{.*}}> : tensor<300x100xf32>
func.func @weight() -> tensor<300x100xf32> {
  %x = adze.constant dense<1.5> : tensor<100x300xf32>
  %0 = adze.transpose %x {permutation = array<i64: 1, 0>} : (tensor<100x300xf32>) -> tensor<300x100xf32>
  return %0 : tensor<300x100xf32>
}

// -----

// One operand that is no constant, or an open dimension, keeps an operation.
// CHECK-LABEL: func.func @kept
// CHECK: adze.sub
// CHECK: adze.reshape
func.func @kept(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<?xf32>) {
  %c = adze.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %0 = adze.sub %c, %x : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %1 = adze.reshape %c : (tensor<2xf32>) -> tensor<?xf32>
  return %0, %1 : tensor<2xf32>, tensor<?xf32>
}

// -----

// In Winograd's domain: the filter's middle tap alone, so the image itself.
// CHECK-LABEL: func.func @winograd
// CHECK: adze.constant dense<{{\[\[\[\[}}1.000000e+00], [2.000000e+00], [3.000000e+00]], {{\[\[}}4.000000e+00], [5.000000e+00], [6.000000e+00]], {{\[\[}}7.000000e+00], [8.000000e+00], [9.000000e+00]]]]> : tensor<1x3x3x1xf32>
func.func @winograd() -> tensor<1x3x3x1xf32> {
  %x = adze.constant dense<[[[[1.0], [2.0], [3.0]], [[4.0], [5.0], [6.0]], [[7.0], [8.0], [9.0]]]]> : tensor<1x3x3x1xf32>
  %u = adze.constant dense<[[[[0.0]], [[0.0]], [[0.0]], [[0.0]]], [[[0.0]], [[0.25]], [[-0.25]], [[0.0]]], [[[0.0]], [[-0.25]], [[0.25]], [[0.0]]], [[[0.0]], [[0.0]], [[0.0]], [[0.0]]]]> : tensor<4x4x1x1xf32>
  %y = adze.winograd_conv %x, %u {kernel = 3 : i64, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x3x3x1xf32>, tensor<4x4x1x1xf32>) -> tensor<1x3x3x1xf32>
  return %y : tensor<1x3x3x1xf32>
}
