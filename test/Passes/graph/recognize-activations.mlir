// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-recognize-activations))' | FileCheck %s

// x * sigmoid(x), in either order.
// CHECK-LABEL: func.func @silu
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK-NEXT: %[[A:.*]] = adze.silu %[[X]]
// CHECK-NEXT: %[[B:.*]] = adze.silu %[[X]]
// CHECK-NEXT: return %[[A]], %[[B]]
func.func @silu(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = adze.sigmoid %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = adze.mul %x, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.mul %0, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %1, %2 : tensor<4xf32>, tensor<4xf32>
}

// -----

// x * hard_sigmoid(x).
// CHECK-LABEL: func.func @hard_sigmoid
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK-NEXT: adze.hard_swish %[[X]]
// CHECK-NEXT: return
func.func @hard_sigmoid(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = adze.hard_sigmoid %x {alpha = 0.16666666666666666 : f64, beta = 0.5 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = adze.mul %x, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

// x * clamp(x + 3, 0, 6) / 6, as PyTorch exports hard-swish.
// CHECK-LABEL: func.func @hard_swish
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK: %[[Y:.*]] = adze.hard_swish %[[X]]
// CHECK-NOT: adze.clamp
// CHECK: return %[[Y]]
func.func @hard_swish(%x: tensor<4xf32>) -> tensor<4xf32> {
  %three = adze.constant dense<3.0> : tensor<f32>
  %six = adze.constant dense<6.0> : tensor<f32>
  %0 = adze.add %x, %three : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %1 = adze.clamp %0 {min = 0.0 : f32, max = 6.0 : f32} : (tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.mul %x, %1 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %3 = adze.div %2, %six : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  return %3 : tensor<4xf32>
}

// -----

// The clamped sum may be divided first.
// CHECK-LABEL: func.func @hard_swish_divided_first
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK: %[[Y:.*]] = adze.hard_swish %[[X]]
// CHECK: return %[[Y]]
func.func @hard_swish_divided_first(%x: tensor<4xf32>) -> tensor<4xf32> {
  %three = adze.constant dense<3.0> : tensor<f32>
  %six = adze.constant dense<6.0> : tensor<f32>
  %0 = adze.add %three, %x : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = adze.clamp %0 {min = 0.0 : f32, max = 6.0 : f32} : (tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.div %1, %six : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %3 = adze.mul %x, %2 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %3 : tensor<4xf32>
}

// -----

// 0.5 * (x * (1 + erf(x / sqrt(2)))).
// CHECK-LABEL: func.func @gelu
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK: %[[Y:.*]] = adze.gelu %[[X]] : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: return %[[Y]]
func.func @gelu(%x: tensor<4xf32>) -> tensor<4xf32> {
  %root = adze.constant dense<1.41421354> : tensor<f32>
  %one = adze.constant dense<1.0> : tensor<f32>
  %half = adze.constant dense<0.5> : tensor<f32>
  %0 = adze.div %x, %root : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %1 = adze.erf %0 : (tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.add %1, %one : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %3 = adze.mul %x, %2 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %4 = adze.mul %3, %half : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  return %4 : tensor<4xf32>
}

// -----

// (0.5 * x) * (1 + erf(x * 0.7071)): the factors may stand in another order.
// CHECK-LABEL: func.func @gelu_half_first
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK: %[[Y:.*]] = adze.gelu %[[X]] : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: return %[[Y]]
func.func @gelu_half_first(%x: tensor<4xf32>) -> tensor<4xf32> {
  %root = adze.constant dense<0.707106769> : tensor<f32>
  %one = adze.constant dense<1.0> : tensor<1xf32>
  %half = adze.constant dense<0.5> : tensor<4xf32>
  %0 = adze.mul %x, %root : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %1 = adze.erf %0 : (tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.add %one, %1 : (tensor<1xf32>, tensor<4xf32>) -> tensor<4xf32>
  %3 = adze.mul %half, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %4 = adze.mul %3, %2 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %4 : tensor<4xf32>
}

// -----

// 0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))), the cube as a power.
// CHECK-LABEL: func.func @gelu_tanh
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK: %[[Y:.*]] = adze.gelu %[[X]] {tanh} : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: return %[[Y]]
func.func @gelu_tanh(%x: tensor<4xf32>) -> tensor<4xf32> {
  %three = adze.constant dense<3.0> : tensor<f32>
  %c = adze.constant dense<0.044715> : tensor<f32>
  %root = adze.constant dense<0.797884583> : tensor<f32>
  %one = adze.constant dense<1.0> : tensor<f32>
  %half = adze.constant dense<0.5> : tensor<f32>
  %0 = adze.pow %x, %three : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %1 = adze.mul %0, %c : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %2 = adze.add %x, %1 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %3 = adze.mul %2, %root : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %4 = adze.tanh %3 : (tensor<4xf32>) -> tensor<4xf32>
  %5 = adze.add %4, %one : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %6 = adze.mul %x, %half : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %7 = adze.mul %6, %5 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %7 : tensor<4xf32>
}

// -----

// The same with the cube as products.
// CHECK-LABEL: func.func @gelu_tanh_products
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK: %[[Y:.*]] = adze.gelu %[[X]] {tanh} : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: return %[[Y]]
func.func @gelu_tanh_products(%x: tensor<4xf32>) -> tensor<4xf32> {
  %c = adze.constant dense<0.044715> : tensor<f32>
  %root = adze.constant dense<0.797884583> : tensor<f32>
  %one = adze.constant dense<1.0> : tensor<f32>
  %half = adze.constant dense<0.5> : tensor<f32>
  %0 = adze.mul %x, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = adze.mul %0, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.mul %c, %1 : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
  %3 = adze.add %2, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %4 = adze.mul %root, %3 : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
  %5 = adze.tanh %4 : (tensor<4xf32>) -> tensor<4xf32>
  %6 = adze.add %one, %5 : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
  %7 = adze.mul %half, %x : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
  %8 = adze.mul %7, %6 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %8 : tensor<4xf32>
}

// -----

// Not recognized when the gate reads something else (a gated unit).
// CHECK-LABEL: func.func @gate
// CHECK: adze.sigmoid
// CHECK: adze.mul
func.func @gate(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %0 = adze.sigmoid %y : (tensor<4xf32>) -> tensor<4xf32>
  %1 = adze.mul %x, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

// Not recognized when the gate is broadcast.
// CHECK-LABEL: func.func @broadcast
// CHECK: adze.sigmoid
func.func @broadcast(%x: tensor<1x4xf32>, %y: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %0 = adze.sigmoid %x : (tensor<1x4xf32>) -> tensor<1x4xf32>
  %1 = adze.mul %y, %0 : (tensor<3x4xf32>, tensor<1x4xf32>) -> tensor<3x4xf32>
  return %1 : tensor<3x4xf32>
}

// -----

// Not recognized with other constants: a slope of 0.2 is no hard-swish, a factor of 2 no GELU.
// CHECK-LABEL: func.func @other_constants
// CHECK: adze.hard_sigmoid
// CHECK: adze.erf
func.func @other_constants(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %root = adze.constant dense<0.707106769> : tensor<f32>
  %one = adze.constant dense<1.0> : tensor<f32>
  %two = adze.constant dense<2.0> : tensor<f32>
  %0 = adze.hard_sigmoid %x {alpha = 0.2 : f64, beta = 0.5 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = adze.mul %x, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.mul %x, %root : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %3 = adze.erf %2 : (tensor<4xf32>) -> tensor<4xf32>
  %4 = adze.add %3, %one : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %5 = adze.mul %x, %4 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %6 = adze.mul %5, %two : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  return %1, %6 : tensor<4xf32>, tensor<4xf32>
}

// -----

// Not recognized when the sum is clamped elsewhere.
// CHECK-LABEL: func.func @other_bounds
// CHECK: adze.clamp
func.func @other_bounds(%x: tensor<4xf32>) -> tensor<4xf32> {
  %three = adze.constant dense<3.0> : tensor<f32>
  %six = adze.constant dense<6.0> : tensor<f32>
  %0 = adze.add %x, %three : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %1 = adze.clamp %0 {min = 0.0 : f32} : (tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.mul %x, %1 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %3 = adze.div %2, %six : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  return %3 : tensor<4xf32>
}

// -----

// Inside gated units: SiLU, and GELU whose half stands in front of the gate.
// CHECK-LABEL: func.func @gated
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>, %[[G:.*]]: tensor<4xf32>)
// CHECK: %[[A:.*]] = adze.silu %[[X]]
// CHECK: adze.mul %[[A]], %[[G]]
// CHECK: %[[B:.*]] = adze.gelu %[[X]]
// CHECK: adze.mul %[[G]], %[[B]]
func.func @gated(%x: tensor<4xf32>, %g: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %root = adze.constant dense<1.41421354> : tensor<f32>
  %one = adze.constant dense<1.0> : tensor<f32>
  %half = adze.constant dense<0.5> : tensor<f32>
  %0 = adze.sigmoid %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = adze.mul %x, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %2 = adze.mul %1, %g : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %3 = adze.div %x, %root : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %4 = adze.erf %3 : (tensor<4xf32>) -> tensor<4xf32>
  %5 = adze.add %4, %one : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %6 = adze.mul %x, %5 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %7 = adze.mul %6, %half : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %8 = adze.mul %g, %7 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %2, %8 : tensor<4xf32>, tensor<4xf32>
}
