// RUN: %adze-check %s

// Floats of 16 and 64 bits: the former compute as f32 and are stored rounded.

func.func @abs_f16(%a0: tensor<37xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf16> {
  %y = adze.abs %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @neg_f16(%a0: tensor<37xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf16> {
  %y = adze.neg %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @exp_f16(%a0: tensor<37xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf16> {
  %y = adze.exp %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @sqrt_f16(%a0: tensor<37xf16> {check.range = array<f64: 0.1, 4.0>}) -> tensor<37xf16> {
  %y = adze.sqrt %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @tanh_f16(%a0: tensor<37xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf16> {
  %y = adze.tanh %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @sigmoid_f16(%a0: tensor<37xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf16> {
  %y = adze.sigmoid %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @gelu_f16(%a0: tensor<37xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf16> {
  %y = adze.gelu %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @round_f16(%a0: tensor<37xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf16> {
  %y = adze.round %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @silu_f16(%a0: tensor<37xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf16> {
  %y = adze.silu %a0 : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @add_f16(%a0: tensor<5x1xf16> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xf16> {
  %y = adze.add %a0, %a1 : (tensor<5x1xf16>, tensor<1x9xf16>) -> tensor<5x9xf16>
  return %y : tensor<5x9xf16>
}

func.func @mul_f16(%a0: tensor<5x1xf16> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xf16> {
  %y = adze.mul %a0, %a1 : (tensor<5x1xf16>, tensor<1x9xf16>) -> tensor<5x9xf16>
  return %y : tensor<5x9xf16>
}

func.func @div_f16(%a0: tensor<5x1xf16> {check.range = array<f64: 0.5, 4.0>}, %a1: tensor<1x9xf16> {check.range = array<f64: 0.5, 4.0>}) -> tensor<5x9xf16> {
  %y = adze.div %a0, %a1 : (tensor<5x1xf16>, tensor<1x9xf16>) -> tensor<5x9xf16>
  return %y : tensor<5x9xf16>
}

func.func @max_f16(%a0: tensor<5x1xf16> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xf16> {
  %y = adze.max %a0, %a1 : (tensor<5x1xf16>, tensor<1x9xf16>) -> tensor<5x9xf16>
  return %y : tensor<5x9xf16>
}

func.func @relu_f16(%a0: tensor<37xf16>) -> tensor<37xf16> {
  %y = adze.clamp %a0 {min = 0.0 : f16} : (tensor<37xf16>) -> tensor<37xf16>
  return %y : tensor<37xf16>
}

func.func @compare_f16(%a0: tensor<37xf16>, %a1: tensor<37xf16>) -> tensor<37xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate gt>} : (tensor<37xf16>, tensor<37xf16>) -> tensor<37xi1>
  return %y : tensor<37xi1>
}

func.func @abs_bf16(%a0: tensor<37xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xbf16> {
  %y = adze.abs %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @neg_bf16(%a0: tensor<37xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xbf16> {
  %y = adze.neg %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @exp_bf16(%a0: tensor<37xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xbf16> {
  %y = adze.exp %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @sqrt_bf16(%a0: tensor<37xbf16> {check.range = array<f64: 0.1, 4.0>}) -> tensor<37xbf16> {
  %y = adze.sqrt %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @tanh_bf16(%a0: tensor<37xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xbf16> {
  %y = adze.tanh %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @sigmoid_bf16(%a0: tensor<37xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xbf16> {
  %y = adze.sigmoid %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @gelu_bf16(%a0: tensor<37xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xbf16> {
  %y = adze.gelu %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @round_bf16(%a0: tensor<37xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xbf16> {
  %y = adze.round %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @silu_bf16(%a0: tensor<37xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xbf16> {
  %y = adze.silu %a0 : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @add_bf16(%a0: tensor<5x1xbf16> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xbf16> {
  %y = adze.add %a0, %a1 : (tensor<5x1xbf16>, tensor<1x9xbf16>) -> tensor<5x9xbf16>
  return %y : tensor<5x9xbf16>
}

func.func @mul_bf16(%a0: tensor<5x1xbf16> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xbf16> {
  %y = adze.mul %a0, %a1 : (tensor<5x1xbf16>, tensor<1x9xbf16>) -> tensor<5x9xbf16>
  return %y : tensor<5x9xbf16>
}

func.func @div_bf16(%a0: tensor<5x1xbf16> {check.range = array<f64: 0.5, 4.0>}, %a1: tensor<1x9xbf16> {check.range = array<f64: 0.5, 4.0>}) -> tensor<5x9xbf16> {
  %y = adze.div %a0, %a1 : (tensor<5x1xbf16>, tensor<1x9xbf16>) -> tensor<5x9xbf16>
  return %y : tensor<5x9xbf16>
}

func.func @max_bf16(%a0: tensor<5x1xbf16> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xbf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xbf16> {
  %y = adze.max %a0, %a1 : (tensor<5x1xbf16>, tensor<1x9xbf16>) -> tensor<5x9xbf16>
  return %y : tensor<5x9xbf16>
}

func.func @relu_bf16(%a0: tensor<37xbf16>) -> tensor<37xbf16> {
  %y = adze.clamp %a0 {min = 0.0 : bf16} : (tensor<37xbf16>) -> tensor<37xbf16>
  return %y : tensor<37xbf16>
}

func.func @compare_bf16(%a0: tensor<37xbf16>, %a1: tensor<37xbf16>) -> tensor<37xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate gt>} : (tensor<37xbf16>, tensor<37xbf16>) -> tensor<37xi1>
  return %y : tensor<37xi1>
}

func.func @abs_f64(%a0: tensor<37xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf64> {
  %y = adze.abs %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @neg_f64(%a0: tensor<37xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf64> {
  %y = adze.neg %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @exp_f64(%a0: tensor<37xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf64> {
  %y = adze.exp %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @sqrt_f64(%a0: tensor<37xf64> {check.range = array<f64: 0.1, 4.0>}) -> tensor<37xf64> {
  %y = adze.sqrt %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @tanh_f64(%a0: tensor<37xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf64> {
  %y = adze.tanh %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @sigmoid_f64(%a0: tensor<37xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf64> {
  %y = adze.sigmoid %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @gelu_f64(%a0: tensor<37xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf64> {
  %y = adze.gelu %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @round_f64(%a0: tensor<37xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf64> {
  %y = adze.round %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @silu_f64(%a0: tensor<37xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<37xf64> {
  %y = adze.silu %a0 : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @add_f64(%a0: tensor<5x1xf64> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xf64> {
  %y = adze.add %a0, %a1 : (tensor<5x1xf64>, tensor<1x9xf64>) -> tensor<5x9xf64>
  return %y : tensor<5x9xf64>
}

func.func @mul_f64(%a0: tensor<5x1xf64> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xf64> {
  %y = adze.mul %a0, %a1 : (tensor<5x1xf64>, tensor<1x9xf64>) -> tensor<5x9xf64>
  return %y : tensor<5x9xf64>
}

func.func @div_f64(%a0: tensor<5x1xf64> {check.range = array<f64: 0.5, 4.0>}, %a1: tensor<1x9xf64> {check.range = array<f64: 0.5, 4.0>}) -> tensor<5x9xf64> {
  %y = adze.div %a0, %a1 : (tensor<5x1xf64>, tensor<1x9xf64>) -> tensor<5x9xf64>
  return %y : tensor<5x9xf64>
}

func.func @max_f64(%a0: tensor<5x1xf64> {check.range = array<f64: -4.0, 4.0>}, %a1: tensor<1x9xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x9xf64> {
  %y = adze.max %a0, %a1 : (tensor<5x1xf64>, tensor<1x9xf64>) -> tensor<5x9xf64>
  return %y : tensor<5x9xf64>
}

func.func @relu_f64(%a0: tensor<37xf64>) -> tensor<37xf64> {
  %y = adze.clamp %a0 {min = 0.0 : f64} : (tensor<37xf64>) -> tensor<37xf64>
  return %y : tensor<37xf64>
}

func.func @compare_f64(%a0: tensor<37xf64>, %a1: tensor<37xf64>) -> tensor<37xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate gt>} : (tensor<37xf64>, tensor<37xf64>) -> tensor<37xi1>
  return %y : tensor<37xi1>
}

func.func @log_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 1.4>}) -> tensor<11xf64> {
  %y = adze.log %a0 : (tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}

func.func @sin_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 1.4>}) -> tensor<11xf64> {
  %y = adze.sin %a0 : (tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}

func.func @cos_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 1.4>}) -> tensor<11xf64> {
  %y = adze.cos %a0 : (tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}

func.func @tan_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 1.4>}) -> tensor<11xf64> {
  %y = adze.tan %a0 : (tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}

func.func @atan_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 1.4>}) -> tensor<11xf64> {
  %y = adze.atan %a0 : (tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}

func.func @sinh_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 1.4>}) -> tensor<11xf64> {
  %y = adze.sinh %a0 : (tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}

func.func @erf_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 1.4>}) -> tensor<11xf64> {
  %y = adze.erf %a0 : (tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}

func.func @floor_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 1.4>}) -> tensor<11xf64> {
  %y = adze.floor %a0 : (tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}

func.func @pow_f64(%a0: tensor<11xf64> {check.range = array<f64: 0.1, 4.0>}, %a1: tensor<11xf64> {check.range = array<f64: -2.0, 3.0>}) -> tensor<11xf64> {
  %y = adze.pow %a0, %a1 : (tensor<11xf64>, tensor<11xf64>) -> tensor<11xf64>
  return %y : tensor<11xf64>
}
