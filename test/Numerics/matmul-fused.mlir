// RUN: %adze-check --atol=1.0e-5 %s

// What is computed inside a product's tiles: biases, activations, residuals, and what comes before.

func.func @bias_relu_1x16x24(%a0: tensor<1x16xf32>, %a1: tensor<16x24xf32> {check.constant}, %a2: tensor<24xf32> {check.constant}) -> tensor<1x24xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<1x16xf32>, tensor<16x24xf32>) -> tensor<1x24xf32>
  %1 = adze.add %0, %a2 : (tensor<1x24xf32>, tensor<24xf32>) -> tensor<1x24xf32>
  %2 = adze.clamp %1 {min = 0.0 : f32} : (tensor<1x24xf32>) -> tensor<1x24xf32>
  return %2 : tensor<1x24xf32>
}

func.func @gelu_residual_1x16x24(%a0: tensor<1x16xf32>, %a1: tensor<16x24xf32> {check.constant}, %a2: tensor<1x24xf32>) -> tensor<1x24xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<1x16xf32>, tensor<16x24xf32>) -> tensor<1x24xf32>
  %1 = adze.gelu %0 : (tensor<1x24xf32>) -> tensor<1x24xf32>
  %2 = adze.add %1, %a2 : (tensor<1x24xf32>, tensor<1x24xf32>) -> tensor<1x24xf32>
  return %2 : tensor<1x24xf32>
}

func.func @bias_relu_7x33x15(%a0: tensor<7x33xf32>, %a1: tensor<33x15xf32> {check.constant}, %a2: tensor<15xf32> {check.constant}) -> tensor<7x15xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<7x33xf32>, tensor<33x15xf32>) -> tensor<7x15xf32>
  %1 = adze.add %0, %a2 : (tensor<7x15xf32>, tensor<15xf32>) -> tensor<7x15xf32>
  %2 = adze.clamp %1 {min = 0.0 : f32} : (tensor<7x15xf32>) -> tensor<7x15xf32>
  return %2 : tensor<7x15xf32>
}

func.func @gelu_residual_7x33x15(%a0: tensor<7x33xf32>, %a1: tensor<33x15xf32> {check.constant}, %a2: tensor<7x15xf32>) -> tensor<7x15xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<7x33xf32>, tensor<33x15xf32>) -> tensor<7x15xf32>
  %1 = adze.gelu %0 : (tensor<7x15xf32>) -> tensor<7x15xf32>
  %2 = adze.add %1, %a2 : (tensor<7x15xf32>, tensor<7x15xf32>) -> tensor<7x15xf32>
  return %2 : tensor<7x15xf32>
}

func.func @bias_relu_13x31x48(%a0: tensor<13x31xf32>, %a1: tensor<31x48xf32> {check.constant}, %a2: tensor<48xf32> {check.constant}) -> tensor<13x48xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<13x31xf32>, tensor<31x48xf32>) -> tensor<13x48xf32>
  %1 = adze.add %0, %a2 : (tensor<13x48xf32>, tensor<48xf32>) -> tensor<13x48xf32>
  %2 = adze.clamp %1 {min = 0.0 : f32} : (tensor<13x48xf32>) -> tensor<13x48xf32>
  return %2 : tensor<13x48xf32>
}

func.func @gelu_residual_13x31x48(%a0: tensor<13x31xf32>, %a1: tensor<31x48xf32> {check.constant}, %a2: tensor<13x48xf32>) -> tensor<13x48xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<13x31xf32>, tensor<31x48xf32>) -> tensor<13x48xf32>
  %1 = adze.gelu %0 : (tensor<13x48xf32>) -> tensor<13x48xf32>
  %2 = adze.add %1, %a2 : (tensor<13x48xf32>, tensor<13x48xf32>) -> tensor<13x48xf32>
  return %2 : tensor<13x48xf32>
}

func.func @scaled_input(%a0: tensor<7x33xf32>, %a1: tensor<33xf32> {check.constant}, %a2: tensor<33x15xf32> {check.constant}) -> tensor<7x15xf32> {
  %0 = adze.mul %a0, %a1 : (tensor<7x33xf32>, tensor<33xf32>) -> tensor<7x33xf32>
  %1 = adze.matmul %0, %a2 : (tensor<7x33xf32>, tensor<33x15xf32>) -> tensor<7x15xf32>
  return %1 : tensor<7x15xf32>
}

func.func @two_products(%a0: tensor<7x9xf32>, %a1: tensor<9x17xf32> {check.constant}, %a2: tensor<17x5xf32> {check.constant}) -> tensor<7x5xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<7x9xf32>, tensor<9x17xf32>) -> tensor<7x17xf32>
  %1 = adze.tanh %0 : (tensor<7x17xf32>) -> tensor<7x17xf32>
  %2 = adze.matmul %1, %a2 : (tensor<7x17xf32>, tensor<17x5xf32>) -> tensor<7x5xf32>
  return %2 : tensor<7x5xf32>
}

func.func @softmax_after(%a0: tensor<7x9xf32>, %a1: tensor<9x17xf32> {check.constant}) -> tensor<7x17xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<7x9xf32>, tensor<9x17xf32>) -> tensor<7x17xf32>
  %1 = adze.softmax %0 {axes = array<i64: 1>} : (tensor<7x17xf32>) -> tensor<7x17xf32>
  return %1 : tensor<7x17xf32>
}

// The layout of attention heads.
func.func @heads(%a0: tensor<5x24xf32>, %a1: tensor<24x24xf32> {check.constant}) -> tensor<3x5x8xf32> {
  %0 = adze.matmul %a0, %a1 : (tensor<5x24xf32>, tensor<24x24xf32>) -> tensor<5x24xf32>
  %1 = adze.reshape %0 : (tensor<5x24xf32>) -> tensor<5x3x8xf32>
  %2 = adze.transpose %1 {permutation = array<i64: 1, 0, 2>} : (tensor<5x3x8xf32>) -> tensor<3x5x8xf32>
  return %2 : tensor<3x5x8xf32>
}

func.func @used_twice(%a0: tensor<7x9xf32>, %a1: tensor<9x17xf32> {check.constant}) -> (tensor<7x17xf32>, tensor<7x17xf32>) {
  %0 = adze.matmul %a0, %a1 : (tensor<7x9xf32>, tensor<9x17xf32>) -> tensor<7x17xf32>
  %1 = adze.sigmoid %0 : (tensor<7x17xf32>) -> tensor<7x17xf32>
  %2 = adze.mul %0, %1 : (tensor<7x17xf32>, tensor<7x17xf32>) -> tensor<7x17xf32>
  return %2, %0 : tensor<7x17xf32>, tensor<7x17xf32>
}
