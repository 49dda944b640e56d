// RUN: %adze-check %s

// NaN, infinities and -0 among the elements: results follow IEEE 754.

func.func @abs(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.abs %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @neg(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.neg %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @sign(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.sign %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @exp(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.exp %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @log(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.log %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @sqrt(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.sqrt %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @rsqrt(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.rsqrt %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @reciprocal(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.reciprocal %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @tanh(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.tanh %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @erf(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.erf %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @sigmoid(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.sigmoid %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @floor(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.floor %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @ceil(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.ceil %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @round(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.round %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @atan(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.atan %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @softplus(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.softplus %a0 : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @relu(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.clamp %a0 {min = 0.0 : f32} : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @clamp(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.clamp %a0 {min = -0.5 : f32, max = 0.5 : f32} : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @elu(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.elu %a0 {alpha = 1.0 : f64} : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @leaky_relu(%a0: tensor<21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.leaky_relu %a0 {alpha = 0.5 : f64} : (tensor<21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @is_nan(%a0: tensor<21xf32> {check.specials}) -> tensor<21xi1> {
  %y = adze.is_nan %a0 : (tensor<21xf32>) -> tensor<21xi1>
  return %y : tensor<21xi1>
}

func.func @is_inf(%a0: tensor<21xf32> {check.specials}) -> tensor<21xi1> {
  %y = adze.is_inf %a0 {negative = true, positive = true} : (tensor<21xf32>) -> tensor<21xi1>
  return %y : tensor<21xi1>
}

func.func @is_inf_negative(%a0: tensor<21xf32> {check.specials}) -> tensor<21xi1> {
  %y = adze.is_inf %a0 {negative = true, positive = false} : (tensor<21xf32>) -> tensor<21xi1>
  return %y : tensor<21xi1>
}

func.func @add(%a0: tensor<21xf32> {check.specials}, %a1: tensor<7x1xf32> {check.specials}) -> tensor<7x21xf32> {
  %y = adze.add %a0, %a1 : (tensor<21xf32>, tensor<7x1xf32>) -> tensor<7x21xf32>
  return %y : tensor<7x21xf32>
}

func.func @sub(%a0: tensor<21xf32> {check.specials}, %a1: tensor<7x1xf32> {check.specials}) -> tensor<7x21xf32> {
  %y = adze.sub %a0, %a1 : (tensor<21xf32>, tensor<7x1xf32>) -> tensor<7x21xf32>
  return %y : tensor<7x21xf32>
}

func.func @mul(%a0: tensor<21xf32> {check.specials}, %a1: tensor<7x1xf32> {check.specials}) -> tensor<7x21xf32> {
  %y = adze.mul %a0, %a1 : (tensor<21xf32>, tensor<7x1xf32>) -> tensor<7x21xf32>
  return %y : tensor<7x21xf32>
}

func.func @div(%a0: tensor<21xf32> {check.specials}, %a1: tensor<7x1xf32> {check.specials}) -> tensor<7x21xf32> {
  %y = adze.div %a0, %a1 : (tensor<21xf32>, tensor<7x1xf32>) -> tensor<7x21xf32>
  return %y : tensor<7x21xf32>
}

func.func @max(%a0: tensor<21xf32> {check.specials}, %a1: tensor<7x1xf32> {check.specials}) -> tensor<7x21xf32> {
  %y = adze.max %a0, %a1 : (tensor<21xf32>, tensor<7x1xf32>) -> tensor<7x21xf32>
  return %y : tensor<7x21xf32>
}

func.func @min(%a0: tensor<21xf32> {check.specials}, %a1: tensor<7x1xf32> {check.specials}) -> tensor<7x21xf32> {
  %y = adze.min %a0, %a1 : (tensor<21xf32>, tensor<7x1xf32>) -> tensor<7x21xf32>
  return %y : tensor<7x21xf32>
}

func.func @to_bool(%a0: tensor<21xf32> {check.specials}) -> tensor<21xi1> {
  %y = adze.cast %a0 : (tensor<21xf32>) -> tensor<21xi1>
  return %y : tensor<21xi1>
}

func.func @reduce_min_columns(%a0: tensor<5x21xf32> {check.specials}) -> tensor<21xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind min>, axes = array<i64: 0>} : (tensor<5x21xf32>) -> tensor<21xf32>
  return %y : tensor<21xf32>
}

func.func @reduce_sum(%a0: tensor<5x21xf32> {check.specials}) -> tensor<5xf32> {
  %y = adze.reduce %a0 {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x21xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}
