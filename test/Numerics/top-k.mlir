// Compiled code refuses it by name until there is a kernel for it.
// RUN: %adze-check %s --interpret
// RUN: not %adze-check %s 2>&1 | FileCheck %s
// CHECK: no code generation for adze.top_k yet

// The largest and smallest elements along an axis with their indices.

func.func @top_k(%a0: tensor<17xf32>) -> (tensor<5xf32>, tensor<5xi64>) {
  %v, %i = adze.top_k %a0 {k = 5 : i64, axis = 0} : (tensor<17xf32>) -> (tensor<5xf32>, tensor<5xi64>)
  return %v, %i : tensor<5xf32>, tensor<5xi64>
}

func.func @top_k_2(%a0: tensor<5x17xf32>) -> (tensor<5x3xf32>, tensor<5x3xi64>) {
  %v, %i = adze.top_k %a0 {k = 3 : i64, axis = 1} : (tensor<5x17xf32>) -> (tensor<5x3xf32>, tensor<5x3xi64>)
  return %v, %i : tensor<5x3xf32>, tensor<5x3xi64>
}

func.func @top_k_3(%a0: tensor<17x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xi64>) {
  %v, %i = adze.top_k %a0 {k = 4 : i64, axis = 0} : (tensor<17x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xi64>)
  return %v, %i : tensor<4x5xf32>, tensor<4x5xi64>
}

func.func @top_k_4(%a0: tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3x7xi64>) {
  %v, %i = adze.top_k %a0 {k = 7 : i64, axis = 1} : (tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3x7xi64>)
  return %v, %i : tensor<3x7xf32>, tensor<3x7xi64>
}

func.func @top_k_smallest(%a0: tensor<17xf32>) -> (tensor<5xf32>, tensor<5xi64>) {
  %v, %i = adze.top_k %a0 {k = 5 : i64, axis = 0, smallest} : (tensor<17xf32>) -> (tensor<5xf32>, tensor<5xi64>)
  return %v, %i : tensor<5xf32>, tensor<5xi64>
}

func.func @top_k_smallest_2(%a0: tensor<5x17xf32>) -> (tensor<5x3xf32>, tensor<5x3xi64>) {
  %v, %i = adze.top_k %a0 {k = 3 : i64, axis = 1, smallest} : (tensor<5x17xf32>) -> (tensor<5x3xf32>, tensor<5x3xi64>)
  return %v, %i : tensor<5x3xf32>, tensor<5x3xi64>
}

func.func @top_k_smallest_3(%a0: tensor<17x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xi64>) {
  %v, %i = adze.top_k %a0 {k = 4 : i64, axis = 0, smallest} : (tensor<17x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xi64>)
  return %v, %i : tensor<4x5xf32>, tensor<4x5xi64>
}

func.func @top_k_smallest_4(%a0: tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3x7xi64>) {
  %v, %i = adze.top_k %a0 {k = 7 : i64, axis = 1, smallest} : (tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3x7xi64>)
  return %v, %i : tensor<3x7xf32>, tensor<3x7xi64>
}

func.func @top_k_ties(%a0: tensor<3x33xi32> {check.range = array<f64: 0.0, 4.0>}) -> (tensor<3x9xi32>, tensor<3x9xi64>) {
  %v, %i = adze.top_k %a0 {k = 9 : i64, axis = 1} : (tensor<3x33xi32>) -> (tensor<3x9xi32>, tensor<3x9xi64>)
  return %v, %i : tensor<3x9xi32>, tensor<3x9xi64>
}
