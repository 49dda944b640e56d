// RUN: not %adze-check --interpret %s 2>&1 | FileCheck %s
// RUN: not %adze-check %s 2>&1 | FileCheck %s
// RUN: %adze-check --function=good --interpret %s | FileCheck %s --check-prefix=GOOD

// Interpreted or compiled, the same checks hold and fail.
// GOOD: 1 functions, 0 failed
func.func @good() {
  %x = adze.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %y = adze.exp %x : (tensor<2xf32>) -> tensor<2xf32>
  %z = adze.neg %x : (tensor<2xf32>) -> tensor<2xf32>
  %expected = adze.constant dense<[2.718281828, 7.389056099]> : tensor<2xf32>
  %negated = adze.constant dense<[-1.0, -2.0]> : tensor<2xf32>
  check.expect_close %y, %expected : tensor<2xf32>
  check.expect_eq %z, %negated : tensor<2xf32>
  check.expect_eq %y, %y : tensor<2xf32>
  return
}

// CHECK: expectations.mlir:[[@LINE+5]]:3: error: @far: 1 of 3 elements differ, first at [2]: -3, expected -3.5
func.func @far() {
  %x = adze.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %y = adze.neg %x : (tensor<3xf32>) -> tensor<3xf32>
  %expected = adze.constant dense<[-1.0, -2.0, -3.5]> : tensor<3xf32>
  check.expect_close %y, %expected {atol = 1.0e-1, rtol = 1.0e-1} : tensor<3xf32>
  return
}

// Integers have no tolerance.
// CHECK: expectations.mlir:[[@LINE+5]]:3: error: @integers: 1 of 2 elements differ, first at [0]: -1, expected 0
func.func @integers() {
  %x = adze.constant dense<[1, 2]> : tensor<2xi32>
  %y = adze.neg %x : (tensor<2xi32>) -> tensor<2xi32>
  %expected = adze.constant dense<[0, -2]> : tensor<2xi32>
  check.expect_close %y, %expected {atol = 5.0, rtol = 5.0} : tensor<2xi32>
  return
}

// CHECK: 3 functions, 2 failed
