// RUN: %adze-check %s

// Softmax and normalizations over every position of the axes.

func.func @softmax(%a0: tensor<67xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<67xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 0>} : (tensor<67xf32>) -> tensor<67xf32>
  return %y : tensor<67xf32>
}

func.func @log_softmax(%a0: tensor<67xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<67xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 0>, log} : (tensor<67xf32>) -> tensor<67xf32>
  return %y : tensor<67xf32>
}

func.func @softmax_2(%a0: tensor<5x67xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<5x67xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<5x67xf32>) -> tensor<5x67xf32>
  return %y : tensor<5x67xf32>
}

func.func @log_softmax_2(%a0: tensor<5x67xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<5x67xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 1>, log} : (tensor<5x67xf32>) -> tensor<5x67xf32>
  return %y : tensor<5x67xf32>
}

func.func @softmax_3(%a0: tensor<5x67xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<5x67xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 0>} : (tensor<5x67xf32>) -> tensor<5x67xf32>
  return %y : tensor<5x67xf32>
}

func.func @log_softmax_3(%a0: tensor<5x67xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<5x67xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 0>, log} : (tensor<5x67xf32>) -> tensor<5x67xf32>
  return %y : tensor<5x67xf32>
}

func.func @softmax_4(%a0: tensor<3x5x7xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x5x7xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<3x5x7xf32>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @log_softmax_4(%a0: tensor<3x5x7xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x5x7xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 1>, log} : (tensor<3x5x7xf32>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @softmax_5(%a0: tensor<3x5x7xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x5x7xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 1, 2>} : (tensor<3x5x7xf32>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @log_softmax_5(%a0: tensor<3x5x7xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<3x5x7xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 1, 2>, log} : (tensor<3x5x7xf32>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @softmax_6(%a0: tensor<2x3x5x7xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<2x3x5x7xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<2x3x5x7xf32>) -> tensor<2x3x5x7xf32>
  return %y : tensor<2x3x5x7xf32>
}

func.func @log_softmax_6(%a0: tensor<2x3x5x7xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<2x3x5x7xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 1>, log} : (tensor<2x3x5x7xf32>) -> tensor<2x3x5x7xf32>
  return %y : tensor<2x3x5x7xf32>
}

func.func @softmax_7(%a0: tensor<1x1xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<1x1xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<1x1xf32>) -> tensor<1x1xf32>
  return %y : tensor<1x1xf32>
}

func.func @log_softmax_7(%a0: tensor<1x1xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<1x1xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 1>, log} : (tensor<1x1xf32>) -> tensor<1x1xf32>
  return %y : tensor<1x1xf32>
}

func.func @softmax_8(%a0: tensor<7x1000xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<7x1000xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<7x1000xf32>) -> tensor<7x1000xf32>
  return %y : tensor<7x1000xf32>
}

func.func @log_softmax_8(%a0: tensor<7x1000xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<7x1000xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 1>, log} : (tensor<7x1000xf32>) -> tensor<7x1000xf32>
  return %y : tensor<7x1000xf32>
}

func.func @softmax_9(%a0: tensor<13x8xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<13x8xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<13x8xf32>) -> tensor<13x8xf32>
  return %y : tensor<13x8xf32>
}

func.func @log_softmax_9(%a0: tensor<13x8xf32> {check.range = array<f64: -9.0, 9.0>}) -> tensor<13x8xf32> attributes {check.atol = 4.0e-6} {
  %y = adze.softmax %a0 {axes = array<i64: 1>, log} : (tensor<13x8xf32>) -> tensor<13x8xf32>
  return %y : tensor<13x8xf32>
}

func.func @softmax_far(%a0: tensor<5x17xf32> {check.range = array<f64: -1000.0, 1000.0>}) -> tensor<5x17xf32> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<5x17xf32>) -> tensor<5x17xf32>
  return %y : tensor<5x17xf32>
}

func.func @softmax_f16(%a0: tensor<5x17xf16> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x17xf16> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<5x17xf16>) -> tensor<5x17xf16>
  return %y : tensor<5x17xf16>
}

func.func @softmax_f64(%a0: tensor<5x17xf64> {check.range = array<f64: -4.0, 4.0>}) -> tensor<5x17xf64> {
  %y = adze.softmax %a0 {axes = array<i64: 1>} : (tensor<5x17xf64>) -> tensor<5x17xf64>
  return %y : tensor<5x17xf64>
}

func.func @layer_norm(%a0: tensor<5x67xf32>) -> tensor<5x67xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.layer_norm %a0 {axis = 1, epsilon = 1.0e-5 : f64} : (tensor<5x67xf32>) -> tensor<5x67xf32>
  return %y : tensor<5x67xf32>
}

func.func @layer_norm_2(%a0: tensor<5x67xf32>, %a1: tensor<67xf32> {check.constant}, %a2: tensor<67xf32> {check.constant}) -> tensor<5x67xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.layer_norm %a0 scale %a1 bias %a2 {axis = 1, epsilon = 1.0e-5 : f64} : (tensor<5x67xf32>, tensor<67xf32>, tensor<67xf32>) -> tensor<5x67xf32>
  return %y : tensor<5x67xf32>
}

func.func @layer_norm_3(%a0: tensor<2x3x5x7xf32>, %a1: tensor<5x7xf32>, %a2: tensor<7xf32>) -> tensor<2x3x5x7xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.layer_norm %a0 scale %a1 bias %a2 {axis = 2, epsilon = 1.0e-5 : f64} : (tensor<2x3x5x7xf32>, tensor<5x7xf32>, tensor<7xf32>) -> tensor<2x3x5x7xf32>
  return %y : tensor<2x3x5x7xf32>
}

func.func @layer_norm_4(%a0: tensor<2x3x64xf32>, %a1: tensor<64xf32> {check.constant}) -> tensor<2x3x64xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.layer_norm %a0 scale %a1 {axis = 2, epsilon = 1.0e-5 : f64} : (tensor<2x3x64xf32>, tensor<64xf32>) -> tensor<2x3x64xf32>
  return %y : tensor<2x3x64xf32>
}

func.func @layer_norm_5(%a0: tensor<3x1xf32>, %a1: tensor<1xf32>) -> tensor<3x1xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.layer_norm %a0 bias %a1 {axis = 1, epsilon = 1.0e-5 : f64} : (tensor<3x1xf32>, tensor<1xf32>) -> tensor<3x1xf32>
  return %y : tensor<3x1xf32>
}

func.func @layer_norm_all(%a0: tensor<3x7xf32>) -> tensor<3x7xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.layer_norm %a0 {axis = 0, epsilon = 1.0e-5 : f64} : (tensor<3x7xf32>) -> tensor<3x7xf32>
  return %y : tensor<3x7xf32>
}

func.func @layer_norm_f16(%a0: tensor<3x37xf16>, %a1: tensor<37xf16>, %a2: tensor<37xf16>) -> tensor<3x37xf16> attributes {check.atol = 1.0e-5} {
  %y = adze.layer_norm %a0 scale %a1 bias %a2 {axis = 1, epsilon = 1.0e-5 : f64} : (tensor<3x37xf16>, tensor<37xf16>, tensor<37xf16>) -> tensor<3x37xf16>
  return %y : tensor<3x37xf16>
}

func.func @layer_norm_f64(%a0: tensor<3x37xf64>, %a1: tensor<37xf64>, %a2: tensor<37xf64>) -> tensor<3x37xf64> attributes {check.atol = 1.0e-5} {
  %y = adze.layer_norm %a0 scale %a1 bias %a2 {axis = 1, epsilon = 1.0e-5 : f64} : (tensor<3x37xf64>, tensor<37xf64>, tensor<37xf64>) -> tensor<3x37xf64>
  return %y : tensor<3x37xf64>
}

func.func @rms_norm(%a0: tensor<5x67xf32>, %a1: tensor<67xf32> {check.constant}) -> tensor<5x67xf32> {
  %y = adze.rms_norm %a0, %a1 {axis = 1, epsilon = 1.0e-5 : f64} : (tensor<5x67xf32>, tensor<67xf32>) -> tensor<5x67xf32>
  return %y : tensor<5x67xf32>
}

func.func @rms_norm_2(%a0: tensor<2x3x16xf32>) -> tensor<2x3x16xf32> {
  %y = adze.rms_norm %a0 {axis = 1, epsilon = 1.0e-5 : f64} : (tensor<2x3x16xf32>) -> tensor<2x3x16xf32>
  return %y : tensor<2x3x16xf32>
}

func.func @group_norm(%a0: tensor<2x6x5x7xf32>, %a1: tensor<6xf32> {check.constant}, %a2: tensor<6xf32> {check.constant}) -> tensor<2x6x5x7xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.group_norm %a0 scale %a1 bias %a2 {groups = 3 : i64, epsilon = 1.0e-5 : f64} : (tensor<2x6x5x7xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<2x6x5x7xf32>
  return %y : tensor<2x6x5x7xf32>
}

func.func @group_norm_one(%a0: tensor<1x6x5x7xf32>, %a1: tensor<6xf32> {check.constant}, %a2: tensor<6xf32> {check.constant}) -> tensor<1x6x5x7xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.group_norm %a0 scale %a1 bias %a2 {groups = 1 : i64, epsilon = 1.0e-5 : f64} : (tensor<1x6x5x7xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<1x6x5x7xf32>
  return %y : tensor<1x6x5x7xf32>
}

func.func @instance_norm(%a0: tensor<2x5x7x9xf32>, %a1: tensor<5xf32> {check.constant}, %a2: tensor<5xf32> {check.constant}) -> tensor<2x5x7x9xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.group_norm %a0 scale %a1 bias %a2 {groups = 5 : i64, epsilon = 1.0e-5 : f64} : (tensor<2x5x7x9xf32>, tensor<5xf32>, tensor<5xf32>) -> tensor<2x5x7x9xf32>
  return %y : tensor<2x5x7x9xf32>
}

func.func @group_norm_flat(%a0: tensor<3x8xf32>) -> tensor<3x8xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.group_norm %a0 {groups = 2 : i64, epsilon = 1.0e-5 : f64} : (tensor<3x8xf32>) -> tensor<3x8xf32>
  return %y : tensor<3x8xf32>
}

func.func @group_norm_last(%a0: tensor<2x5x7x6xf32>, %a1: tensor<6xf32> {check.constant}, %a2: tensor<6xf32> {check.constant}) -> tensor<2x5x7x6xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.group_norm %a0 scale %a1 bias %a2 {groups = 3 : i64, epsilon = 1.0e-5 : f64, layout = #adze<layout channels_last>} : (tensor<2x5x7x6xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<2x5x7x6xf32>
  return %y : tensor<2x5x7x6xf32>
}

func.func @instance_norm_last(%a0: tensor<1x9x17xf32>, %a1: tensor<17xf32> {check.constant}, %a2: tensor<17xf32> {check.constant}) -> tensor<1x9x17xf32> attributes {check.atol = 1.0e-5} {
  %y = adze.group_norm %a0 scale %a1 bias %a2 {groups = 17 : i64, epsilon = 1.0e-5 : f64, layout = #adze<layout channels_last>} : (tensor<1x9x17xf32>, tensor<17xf32>, tensor<17xf32>) -> tensor<1x9x17xf32>
  return %y : tensor<1x9x17xf32>
}

func.func @batch_norm(%a0: tensor<2x5x7x3xf32>, %a1: tensor<5xf32> {check.constant}, %a2: tensor<5xf32> {check.constant}, %a3: tensor<5xf32> {check.constant}, %a4: tensor<5xf32> {check.constant, check.range = array<f64: 0.5, 2.0>}) -> tensor<2x5x7x3xf32> {
  %y = adze.batch_norm %a0, %a1, %a2, %a3, %a4 {epsilon = 1.0e-5 : f64} : (tensor<2x5x7x3xf32>, tensor<5xf32>, tensor<5xf32>, tensor<5xf32>, tensor<5xf32>) -> tensor<2x5x7x3xf32>
  return %y : tensor<2x5x7x3xf32>
}

func.func @batch_norm_2(%a0: tensor<3x17xf32>, %a1: tensor<17xf32> {check.constant}, %a2: tensor<17xf32> {check.constant}, %a3: tensor<17xf32> {check.constant}, %a4: tensor<17xf32> {check.constant, check.range = array<f64: 0.5, 2.0>}) -> tensor<3x17xf32> {
  %y = adze.batch_norm %a0, %a1, %a2, %a3, %a4 {epsilon = 1.0e-5 : f64} : (tensor<3x17xf32>, tensor<17xf32>, tensor<17xf32>, tensor<17xf32>, tensor<17xf32>) -> tensor<3x17xf32>
  return %y : tensor<3x17xf32>
}

func.func @batch_norm_3(%a0: tensor<2x5x9xf32>, %a1: tensor<5xf32> {check.constant}, %a2: tensor<5xf32> {check.constant}, %a3: tensor<5xf32> {check.constant}, %a4: tensor<5xf32> {check.constant, check.range = array<f64: 0.5, 2.0>}) -> tensor<2x5x9xf32> {
  %y = adze.batch_norm %a0, %a1, %a2, %a3, %a4 {epsilon = 1.0e-5 : f64} : (tensor<2x5x9xf32>, tensor<5xf32>, tensor<5xf32>, tensor<5xf32>, tensor<5xf32>) -> tensor<2x5x9xf32>
  return %y : tensor<2x5x9xf32>
}

func.func @lrn_1(%a0: tensor<2x7x3x5xf32>) -> tensor<2x7x3x5xf32> {
  %y = adze.lrn %a0 {size = 1 : i64, alpha = 0.5 : f64, beta = 0.75 : f64, k = 1.0 : f64} : (tensor<2x7x3x5xf32>) -> tensor<2x7x3x5xf32>
  return %y : tensor<2x7x3x5xf32>
}

func.func @lrn_2(%a0: tensor<2x7x3x5xf32>) -> tensor<2x7x3x5xf32> {
  %y = adze.lrn %a0 {size = 2 : i64, alpha = 0.5 : f64, beta = 0.75 : f64, k = 1.0 : f64} : (tensor<2x7x3x5xf32>) -> tensor<2x7x3x5xf32>
  return %y : tensor<2x7x3x5xf32>
}

func.func @lrn_3(%a0: tensor<2x7x3x5xf32>) -> tensor<2x7x3x5xf32> {
  %y = adze.lrn %a0 {size = 3 : i64, alpha = 0.5 : f64, beta = 0.75 : f64, k = 1.0 : f64} : (tensor<2x7x3x5xf32>) -> tensor<2x7x3x5xf32>
  return %y : tensor<2x7x3x5xf32>
}

func.func @lrn_5(%a0: tensor<2x7x3x5xf32>) -> tensor<2x7x3x5xf32> {
  %y = adze.lrn %a0 {size = 5 : i64, alpha = 0.5 : f64, beta = 0.75 : f64, k = 1.0 : f64} : (tensor<2x7x3x5xf32>) -> tensor<2x7x3x5xf32>
  return %y : tensor<2x7x3x5xf32>
}
