// RUN: %adze-check %s

// Unary and binary operations on floats, over lengths around the vector widths; NaN, infinities and -0 where the formula defines them.

func.func @abs(%a0: tensor<13xf32>) -> tensor<13xf32> {
  %y = adze.abs %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @neg(%a0: tensor<7x1x5xf32>) -> tensor<7x1x5xf32> {
  %y = adze.neg %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @sign(%a0: tensor<3x67xf32>) -> tensor<3x67xf32> {
  %y = adze.sign %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @exp(%a0: tensor<13xf32> {check.range = array<f64: -20.0, 20.0>}) -> tensor<13xf32> {
  %y = adze.exp %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @log(%a0: tensor<7x1x5xf32> {check.range = array<f64: 0.01, 30.0>}) -> tensor<7x1x5xf32> {
  %y = adze.log %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @sqrt(%a0: tensor<3x67xf32> {check.range = array<f64: 0.0, 9.0>}) -> tensor<3x67xf32> {
  %y = adze.sqrt %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @rsqrt(%a0: tensor<13xf32> {check.range = array<f64: 0.1, 9.0>}) -> tensor<13xf32> {
  %y = adze.rsqrt %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @reciprocal(%a0: tensor<7x1x5xf32> {check.range = array<f64: 0.5, 3.0>}) -> tensor<7x1x5xf32> {
  %y = adze.reciprocal %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @sin(%a0: tensor<3x67xf32> {check.range = array<f64: -20.0, 20.0>}) -> tensor<3x67xf32> {
  %y = adze.sin %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @cos(%a0: tensor<13xf32> {check.range = array<f64: -20.0, 20.0>}) -> tensor<13xf32> {
  %y = adze.cos %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @tan(%a0: tensor<7x1x5xf32> {check.range = array<f64: -1.4, 1.4>}) -> tensor<7x1x5xf32> {
  %y = adze.tan %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @asin(%a0: tensor<3x67xf32> {check.range = array<f64: -1.0, 1.0>}) -> tensor<3x67xf32> {
  %y = adze.asin %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @acos(%a0: tensor<13xf32> {check.range = array<f64: -1.0, 1.0>}) -> tensor<13xf32> {
  %y = adze.acos %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @atan(%a0: tensor<7x1x5xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<7x1x5xf32> {
  %y = adze.atan %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @sinh(%a0: tensor<3x67xf32> {check.range = array<f64: -8.0, 8.0>}) -> tensor<3x67xf32> {
  %y = adze.sinh %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @cosh(%a0: tensor<13xf32> {check.range = array<f64: -8.0, 8.0>}) -> tensor<13xf32> {
  %y = adze.cosh %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @tanh(%a0: tensor<7x1x5xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<7x1x5xf32> {
  %y = adze.tanh %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @asinh(%a0: tensor<3x67xf32> {check.range = array<f64: -20.0, 20.0>}) -> tensor<3x67xf32> {
  %y = adze.asinh %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @acosh(%a0: tensor<13xf32> {check.range = array<f64: 1.0, 20.0>}) -> tensor<13xf32> {
  %y = adze.acosh %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @atanh(%a0: tensor<7x1x5xf32> {check.range = array<f64: -0.9, 0.9>}) -> tensor<7x1x5xf32> {
  %y = adze.atanh %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @erf(%a0: tensor<3x67xf32> {check.range = array<f64: -4.0, 4.0>}) -> tensor<3x67xf32> {
  %y = adze.erf %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @sigmoid(%a0: tensor<13xf32> {check.range = array<f64: -20.0, 20.0>}) -> tensor<13xf32> {
  %y = adze.sigmoid %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @silu(%a0: tensor<7x1x5xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<7x1x5xf32> {
  %y = adze.silu %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @hard_swish(%a0: tensor<3x67xf32> {check.range = array<f64: -5.0, 5.0>}) -> tensor<3x67xf32> {
  %y = adze.hard_swish %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @softplus(%a0: tensor<13xf32> {check.range = array<f64: -20.0, 20.0>}) -> tensor<13xf32> {
  %y = adze.softplus %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @floor(%a0: tensor<7x1x5xf32> {check.range = array<f64: -4.0, 4.0>}) -> tensor<7x1x5xf32> {
  %y = adze.floor %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @ceil(%a0: tensor<3x67xf32> {check.range = array<f64: -4.0, 4.0>}) -> tensor<3x67xf32> {
  %y = adze.ceil %a0 : (tensor<3x67xf32>) -> tensor<3x67xf32>
  return %y : tensor<3x67xf32>
}

func.func @round(%a0: tensor<13xf32> {check.range = array<f64: -4.0, 4.0>}) -> tensor<13xf32> {
  %y = adze.round %a0 : (tensor<13xf32>) -> tensor<13xf32>
  return %y : tensor<13xf32>
}

func.func @gelu(%a0: tensor<7x1x5xf32> {check.range = array<f64: -5.0, 5.0>}) -> tensor<7x1x5xf32> {
  %y = adze.gelu %a0 : (tensor<7x1x5xf32>) -> tensor<7x1x5xf32>
  return %y : tensor<7x1x5xf32>
}

func.func @gelu_tanh(%a0: tensor<31xf32> {check.range = array<f64: -5.0, 5.0>}) -> tensor<31xf32> {
  %y = adze.gelu %a0 {tanh} : (tensor<31xf32>) -> tensor<31xf32>
  return %y : tensor<31xf32>
}

func.func @hard_sigmoid(%a0: tensor<17xf32> {check.range = array<f64: -5.0, 5.0>}) -> tensor<17xf32> {
  %y = adze.hard_sigmoid %a0 {alpha = 0.2 : f64, beta = 0.5 : f64} : (tensor<17xf32>) -> tensor<17xf32>
  return %y : tensor<17xf32>
}

func.func @elu(%a0: tensor<17xf32> {check.range = array<f64: -5.0, 5.0>}) -> tensor<17xf32> {
  %y = adze.elu %a0 {alpha = 1.5 : f64} : (tensor<17xf32>) -> tensor<17xf32>
  return %y : tensor<17xf32>
}

func.func @leaky_relu(%a0: tensor<17xf32> {check.range = array<f64: -5.0, 5.0>}) -> tensor<17xf32> {
  %y = adze.leaky_relu %a0 {alpha = 0.01 : f64} : (tensor<17xf32>) -> tensor<17xf32>
  return %y : tensor<17xf32>
}

func.func @relu(%a0: tensor<129xf32>) -> tensor<129xf32> {
  %y = adze.clamp %a0 {min = 0.0 : f32} : (tensor<129xf32>) -> tensor<129xf32>
  return %y : tensor<129xf32>
}

func.func @relu6(%a0: tensor<2x3x5xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<2x3x5xf32> {
  %y = adze.clamp %a0 {min = 0.0 : f32, max = 6.0 : f32} : (tensor<2x3x5xf32>) -> tensor<2x3x5xf32>
  return %y : tensor<2x3x5xf32>
}

func.func @clamp_above(%a0: tensor<5xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<5xf32> {
  %y = adze.clamp %a0 {max = 1.0 : f32} : (tensor<5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @add(%a0: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}, %a1: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x17xf32> {
  %y = adze.add %a0, %a1 : (tensor<3x17xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @sub(%a0: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}, %a1: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x17xf32> {
  %y = adze.sub %a0, %a1 : (tensor<3x17xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @mul(%a0: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}, %a1: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x17xf32> {
  %y = adze.mul %a0, %a1 : (tensor<3x17xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @div(%a0: tensor<3x17xf32> {check.range = array<f64: 0.5, 9.0>}, %a1: tensor<3x17xf32> {check.range = array<f64: 0.5, 9.0>}) -> tensor<3x17xf32> {
  %y = adze.div %a0, %a1 : (tensor<3x17xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @max(%a0: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}, %a1: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x17xf32> {
  %y = adze.max %a0, %a1 : (tensor<3x17xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @min(%a0: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}, %a1: tensor<3x17xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x17xf32> {
  %y = adze.min %a0, %a1 : (tensor<3x17xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @mod(%a0: tensor<3x17xf32> {check.range = array<f64: 0.5, 9.0>}, %a1: tensor<3x17xf32> {check.range = array<f64: 0.5, 9.0>}) -> tensor<3x17xf32> {
  %y = adze.mod %a0, %a1 : (tensor<3x17xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @pow(%a0: tensor<3x17xf32> {check.range = array<f64: 0.1, 3.0>}, %a1: tensor<3x17xf32> {check.range = array<f64: 0.1, 3.0>}) -> tensor<3x17xf32> {
  %y = adze.pow %a0, %a1 : (tensor<3x17xf32>, tensor<3x17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @fmod(%a0: tensor<29xf32> {check.range = array<f64: -20.0, 20.0>}, %a1: tensor<29xf32> {check.range = array<f64: 0.5, 3.0>}) -> tensor<29xf32> {
  %y = adze.mod %a0, %a1 {fmod} : (tensor<29xf32>, tensor<29xf32>) -> tensor<29xf32>
  return %y : tensor<29xf32>
}

func.func @mod_signs(%a0: tensor<29xf32> {check.range = array<f64: -20.0, 20.0>}, %a1: tensor<29xf32> {check.range = array<f64: 0.5, 3.0>}) -> tensor<29xf32> {
  %y = adze.mod %a0, %a1 : (tensor<29xf32>, tensor<29xf32>) -> tensor<29xf32>
  return %y : tensor<29xf32>
}

func.func @prelu(%a0: tensor<2x5x7xf32>, %a1: tensor<5x1xf32>) -> tensor<2x5x7xf32> {
  %y = adze.prelu %a0, %a1 : (tensor<2x5x7xf32>, tensor<5x1xf32>) -> tensor<2x5x7xf32>
  return %y : tensor<2x5x7xf32>
}

func.func @compare_eq(%a0: tensor<33xf32> {check.specials}, %a1: tensor<33xf32> {check.specials}) -> tensor<33xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate eq>} : (tensor<33xf32>, tensor<33xf32>) -> tensor<33xi1>
  return %y : tensor<33xi1>
}

func.func @compare_ne(%a0: tensor<33xf32> {check.specials}, %a1: tensor<33xf32> {check.specials}) -> tensor<33xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate ne>} : (tensor<33xf32>, tensor<33xf32>) -> tensor<33xi1>
  return %y : tensor<33xi1>
}

func.func @compare_lt(%a0: tensor<33xf32> {check.specials}, %a1: tensor<33xf32> {check.specials}) -> tensor<33xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate lt>} : (tensor<33xf32>, tensor<33xf32>) -> tensor<33xi1>
  return %y : tensor<33xi1>
}

func.func @compare_le(%a0: tensor<33xf32> {check.specials}, %a1: tensor<33xf32> {check.specials}) -> tensor<33xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate le>} : (tensor<33xf32>, tensor<33xf32>) -> tensor<33xi1>
  return %y : tensor<33xi1>
}

func.func @compare_gt(%a0: tensor<33xf32> {check.specials}, %a1: tensor<33xf32> {check.specials}) -> tensor<33xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate gt>} : (tensor<33xf32>, tensor<33xf32>) -> tensor<33xi1>
  return %y : tensor<33xi1>
}

func.func @compare_ge(%a0: tensor<33xf32> {check.specials}, %a1: tensor<33xf32> {check.specials}) -> tensor<33xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate ge>} : (tensor<33xf32>, tensor<33xf32>) -> tensor<33xi1>
  return %y : tensor<33xi1>
}
