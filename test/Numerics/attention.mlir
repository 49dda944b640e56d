// RUN: %adze-check %s

// Scaled dot-product attention: masks, broadcast heads, odd lengths.

func.func @small(%a0: tensor<5x8xf32>, %a1: tensor<7x8xf32>, %a2: tensor<7x6xf32>) -> tensor<5x6xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 {scale = 0.35 : f64} : (tensor<5x8xf32>, tensor<7x8xf32>, tensor<7x6xf32>) -> tensor<5x6xf32>
  return %y : tensor<5x6xf32>
}

func.func @heads(%a0: tensor<2x3x13x16xf32>, %a1: tensor<2x3x13x16xf32>, %a2: tensor<2x3x13x16xf32>) -> tensor<2x3x13x16xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 {scale = 0.35 : f64} : (tensor<2x3x13x16xf32>, tensor<2x3x13x16xf32>, tensor<2x3x13x16xf32>) -> tensor<2x3x13x16xf32>
  return %y : tensor<2x3x13x16xf32>
}

func.func @odd(%a0: tensor<1x2x17x5xf32>, %a1: tensor<1x2x19x5xf32>, %a2: tensor<1x2x19x11xf32>) -> tensor<1x2x17x11xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 {scale = 0.35 : f64} : (tensor<1x2x17x5xf32>, tensor<1x2x19x5xf32>, tensor<1x2x19x11xf32>) -> tensor<1x2x17x11xf32>
  return %y : tensor<1x2x17x11xf32>
}

func.func @one_row(%a0: tensor<1x4x1x32xf32>, %a1: tensor<1x4x33x32xf32>, %a2: tensor<1x4x33x32xf32>) -> tensor<1x4x1x32xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 {scale = 0.35 : f64} : (tensor<1x4x1x32xf32>, tensor<1x4x33x32xf32>, tensor<1x4x33x32xf32>) -> tensor<1x4x1x32xf32>
  return %y : tensor<1x4x1x32xf32>
}

func.func @one_key(%a0: tensor<2x5x8xf32>, %a1: tensor<2x1x8xf32>, %a2: tensor<2x1x8xf32>) -> tensor<2x5x8xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 {scale = 0.35 : f64} : (tensor<2x5x8xf32>, tensor<2x1x8xf32>, tensor<2x1x8xf32>) -> tensor<2x5x8xf32>
  return %y : tensor<2x5x8xf32>
}

func.func @mask_rows(%a0: tensor<2x3x9x8xf32>, %a1: tensor<2x3x11x8xf32>, %a2: tensor<2x3x11x8xf32>, %a3: tensor<9x11xf32>) -> tensor<2x3x9x8xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 mask %a3 {scale = 0.35 : f64} : (tensor<2x3x9x8xf32>, tensor<2x3x11x8xf32>, tensor<2x3x11x8xf32>, tensor<9x11xf32>) -> tensor<2x3x9x8xf32>
  return %y : tensor<2x3x9x8xf32>
}

func.func @mask_broadcast(%a0: tensor<2x3x9x8xf32>, %a1: tensor<2x3x11x8xf32>, %a2: tensor<2x3x11x8xf32>, %a3: tensor<2x1x1x11xf32>) -> tensor<2x3x9x8xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 mask %a3 {scale = 0.35 : f64} : (tensor<2x3x9x8xf32>, tensor<2x3x11x8xf32>, tensor<2x3x11x8xf32>, tensor<2x1x1x11xf32>) -> tensor<2x3x9x8xf32>
  return %y : tensor<2x3x9x8xf32>
}

func.func @mask_large(%a0: tensor<1x2x9x8xf32>, %a1: tensor<1x2x11x8xf32>, %a2: tensor<1x2x11x8xf32>, %a3: tensor<9x11xf32> {check.range = array<f64: -10000.0, 0.0>}) -> tensor<1x2x9x8xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 mask %a3 {scale = 0.35 : f64} : (tensor<1x2x9x8xf32>, tensor<1x2x11x8xf32>, tensor<1x2x11x8xf32>, tensor<9x11xf32>) -> tensor<1x2x9x8xf32>
  return %y : tensor<1x2x9x8xf32>
}

func.func @shared_keys(%a0: tensor<2x3x9x8xf32>, %a1: tensor<2x1x11x8xf32>, %a2: tensor<2x1x11x8xf32>) -> tensor<2x3x9x8xf32> attributes {check.rtol = 1.0e-4} {
  %y = adze.attention %a0, %a1, %a2 {scale = 0.35 : f64} : (tensor<2x3x9x8xf32>, tensor<2x1x11x8xf32>, tensor<2x1x11x8xf32>) -> tensor<2x3x9x8xf32>
  return %y : tensor<2x3x9x8xf32>
}
