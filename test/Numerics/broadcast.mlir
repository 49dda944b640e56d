// RUN: %adze-check %s

// Element-wise operations whose operands repeat, in every pattern.

func.func @add(%a0: tensor<1xf32>, %a1: tensor<1xf32>) -> tensor<1xf32> {
  %y = adze.add %a0, %a1 : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

func.func @add_2(%a0: tensor<f32>, %a1: tensor<f32>) -> tensor<f32> {
  %y = adze.add %a0, %a1 : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @add_3(%a0: tensor<f32>, %a1: tensor<13xf32>) -> tensor<13xf32> {
  %y = adze.add %a0, %a1 : (tensor<f32>, tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @add_4(%a0: tensor<13xf32>, %a1: tensor<f32>) -> tensor<13xf32> {
  %y = adze.add %a0, %a1 : (tensor<13xf32>, tensor<f32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @add_5(%a0: tensor<3x1xf32>, %a1: tensor<1x13xf32>) -> tensor<3x13xf32> {
  %y = adze.add %a0, %a1 : (tensor<3x1xf32>, tensor<1x13xf32>) -> tensor<3x13xf32>
  return %y : tensor<3x13xf32>
}

func.func @add_6(%a0: tensor<2x1x5x1xf32>, %a1: tensor<3x1x17xf32>) -> tensor<2x3x5x17xf32> {
  %y = adze.add %a0, %a1 : (tensor<2x1x5x1xf32>, tensor<3x1x17xf32>) -> tensor<2x3x5x17xf32>
  return %y : tensor<2x3x5x17xf32>
}

func.func @add_7(%a0: tensor<1x64x1x1xf32>, %a1: tensor<2x64x3x5xf32>) -> tensor<2x64x3x5xf32> {
  %y = adze.add %a0, %a1 : (tensor<1x64x1x1xf32>, tensor<2x64x3x5xf32>) -> tensor<2x64x3x5xf32>
  return %y : tensor<2x64x3x5xf32>
}

func.func @add_8(%a0: tensor<2x3x5x64xf32>, %a1: tensor<64xf32>) -> tensor<2x3x5x64xf32> {
  %y = adze.add %a0, %a1 : (tensor<2x3x5x64xf32>, tensor<64xf32>) -> tensor<2x3x5x64xf32>
  return %y : tensor<2x3x5x64xf32>
}

func.func @add_9(%a0: tensor<7x1xf32>, %a1: tensor<7x33xf32>) -> tensor<7x33xf32> {
  %y = adze.add %a0, %a1 : (tensor<7x1xf32>, tensor<7x33xf32>) -> tensor<7x33xf32>
  return %y : tensor<7x33xf32>
}

func.func @add_10(%a0: tensor<1x1x1x1x1x3xf32>, %a1: tensor<2x1x2x1x2x1xf32>) -> tensor<2x1x2x1x2x3xf32> {
  %y = adze.add %a0, %a1 : (tensor<1x1x1x1x1x3xf32>, tensor<2x1x2x1x2x1xf32>) -> tensor<2x1x2x1x2x3xf32>
  return %y : tensor<2x1x2x1x2x3xf32>
}

func.func @add_11(%a0: tensor<5x0xf32>, %a1: tensor<1xf32>) -> tensor<5x0xf32> {
  %y = adze.add %a0, %a1 : (tensor<5x0xf32>, tensor<1xf32>) -> tensor<5x0xf32>
  return %y : tensor<5x0xf32>
}

func.func @explicit(%a0: tensor<5x1x3xf32>) -> tensor<2x5x7x3xf32> {
  %y = adze.broadcast %a0 : (tensor<5x1x3xf32>) -> tensor<2x5x7x3xf32>
  return %y : tensor<2x5x7x3xf32>
}

func.func @explicit_rows(%a0: tensor<5x1xi8>) -> tensor<5x67xi8> {
  %y = adze.broadcast %a0 : (tensor<5x1xi8>) -> tensor<5x67xi8>
  return %y : tensor<5x67xi8>
}

func.func @explicit_scalar(%a0: tensor<f64>) -> tensor<3x3xf64> {
  %y = adze.broadcast %a0 : (tensor<f64>) -> tensor<3x3xf64>
  return %y : tensor<3x3xf64>
}
