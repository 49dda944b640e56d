// RUN: %adze-check %s

// Gathers and scatters: negative indices count from the end, those out of range are clamped (gather) or dropped (scatter).

func.func @gather(%a0: tensor<7x5xf32>, %a1: tensor<3xi64> {check.range = array<f64: -7.0, 6.0>}) -> tensor<3x5xf32> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<7x5xf32>, tensor<3xi64>) -> tensor<3x5xf32>
  return %y : tensor<3x5xf32>
}

func.func @gather_2(%a0: tensor<7x5xf32>, %a1: tensor<4xi32> {check.range = array<f64: -5.0, 4.0>}) -> tensor<7x4xf32> {
  %y = adze.gather %a0, %a1 {axis = 1} : (tensor<7x5xf32>, tensor<4xi32>) -> tensor<7x4xf32>
  return %y : tensor<7x4xf32>
}

func.func @gather_3(%a0: tensor<7x5xf32>, %a1: tensor<2x3xi64> {check.range = array<f64: -7.0, 6.0>}) -> tensor<2x3x5xf32> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<7x5xf32>, tensor<2x3xi64>) -> tensor<2x3x5xf32>
  return %y : tensor<2x3x5xf32>
}

func.func @gather_4(%a0: tensor<3x7x5xf32>, %a1: tensor<2xi32> {check.range = array<f64: -7.0, 6.0>}) -> tensor<3x2x5xf32> {
  %y = adze.gather %a0, %a1 {axis = 1} : (tensor<3x7x5xf32>, tensor<2xi32>) -> tensor<3x2x5xf32>
  return %y : tensor<3x2x5xf32>
}

func.func @gather_5(%a0: tensor<7x64xf32>, %a1: tensor<9xi64> {check.range = array<f64: -7.0, 6.0>}) -> tensor<9x64xf32> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<7x64xf32>, tensor<9xi64>) -> tensor<9x64xf32>
  return %y : tensor<9x64xf32>
}

func.func @gather_6(%a0: tensor<7xf32>, %a1: tensor<i64> {check.range = array<f64: -7.0, 6.0>}) -> tensor<f32> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<7xf32>, tensor<i64>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @gather_7(%a0: tensor<7x5xf32>, %a1: tensor<1xi32> {check.range = array<f64: -5.0, 4.0>}) -> tensor<7x1xf32> {
  %y = adze.gather %a0, %a1 {axis = 1} : (tensor<7x5xf32>, tensor<1xi32>) -> tensor<7x1xf32>
  return %y : tensor<7x1xf32>
}

func.func @gather_8(%a0: tensor<100x3xf32>, %a1: tensor<33xi64> {check.range = array<f64: -100.0, 99.0>}) -> tensor<33x3xf32> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<100x3xf32>, tensor<33xi64>) -> tensor<33x3xf32>
  return %y : tensor<33x3xf32>
}

func.func @gather_clamped(%a0: tensor<7x5xf32>, %a1: tensor<13xi64> {check.range = array<f64: -20.0, 20.0>}) -> tensor<13x5xf32> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<7x5xf32>, tensor<13xi64>) -> tensor<13x5xf32>
  return %y : tensor<13x5xf32>
}

func.func @gather_i8(%a0: tensor<7x5xi8>, %a1: tensor<3xi64> {check.range = array<f64: -7.0, 6.0>}) -> tensor<3x5xi8> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<7x5xi8>, tensor<3xi64>) -> tensor<3x5xi8>
  return %y : tensor<3x5xi8>
}

func.func @gather_constant_table(%a0: tensor<50x17xf32> {check.constant}, %a1: tensor<2x9xi64> {check.range = array<f64: 0.0, 49.0>}) -> tensor<2x9x17xf32> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<50x17xf32>, tensor<2x9xi64>) -> tensor<2x9x17xf32>
  return %y : tensor<2x9x17xf32>
}

func.func @gather_constant_indices(%a0: tensor<7x5xf32>, %a1: tensor<3xi64> {check.constant, check.range = array<f64: 0.0, 6.0>}) -> tensor<3x5xf32> {
  %y = adze.gather %a0, %a1 {axis = 0} : (tensor<7x5xf32>, tensor<3xi64>) -> tensor<3x5xf32>
  return %y : tensor<3x5xf32>
}

func.func @gather_elements(%a0: tensor<5x7xf32>, %a1: tensor<5x3xi64> {check.range = array<f64: -7.0, 6.0>}) -> tensor<5x3xf32> {
  %y = adze.gather_elements %a0, %a1 {axis = 1} : (tensor<5x7xf32>, tensor<5x3xi64>) -> tensor<5x3xf32>
  return %y : tensor<5x3xf32>
}

func.func @gather_elements_2(%a0: tensor<5x7xf32>, %a1: tensor<2x7xi64> {check.range = array<f64: -5.0, 4.0>}) -> tensor<2x7xf32> {
  %y = adze.gather_elements %a0, %a1 {axis = 0} : (tensor<5x7xf32>, tensor<2x7xi64>) -> tensor<2x7xf32>
  return %y : tensor<2x7xf32>
}

func.func @gather_elements_3(%a0: tensor<3x5x7xf32>, %a1: tensor<3x5x7xi64> {check.range = array<f64: -5.0, 4.0>}) -> tensor<3x5x7xf32> {
  %y = adze.gather_elements %a0, %a1 {axis = 1} : (tensor<3x5x7xf32>, tensor<3x5x7xi64>) -> tensor<3x5x7xf32>
  return %y : tensor<3x5x7xf32>
}

func.func @gather_elements_4(%a0: tensor<19xf32>, %a1: tensor<4xi64> {check.range = array<f64: -19.0, 18.0>}) -> tensor<4xf32> {
  %y = adze.gather_elements %a0, %a1 {axis = 0} : (tensor<19xf32>, tensor<4xi64>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @gather_nd(%a0: tensor<5x5x3xf32>, %a1: tensor<4x2xi64> {check.range = array<f64: -3.0, 2.0>}) -> tensor<4x3xf32> {
  %y = adze.gather_nd %a0, %a1 {batch_dims = 0 : i64} : (tensor<5x5x3xf32>, tensor<4x2xi64>) -> tensor<4x3xf32>
  return %y : tensor<4x3xf32>
}

func.func @gather_nd_2(%a0: tensor<5x5xf32>, %a1: tensor<4x1xi64> {check.range = array<f64: -5.0, 4.0>}) -> tensor<4x5xf32> {
  %y = adze.gather_nd %a0, %a1 {batch_dims = 0 : i64} : (tensor<5x5xf32>, tensor<4x1xi64>) -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}

func.func @gather_nd_3(%a0: tensor<2x5x3xf32>, %a1: tensor<2x4x1xi64> {check.range = array<f64: -2.0, 1.0>}) -> tensor<2x4x3xf32> {
  %y = adze.gather_nd %a0, %a1 {batch_dims = 1 : i64} : (tensor<2x5x3xf32>, tensor<2x4x1xi64>) -> tensor<2x4x3xf32>
  return %y : tensor<2x4x3xf32>
}

func.func @gather_nd_4(%a0: tensor<3x3x3xf32>, %a1: tensor<2x3x3xi64> {check.range = array<f64: -3.0, 2.0>}) -> tensor<2x3xf32> {
  %y = adze.gather_nd %a0, %a1 {batch_dims = 0 : i64} : (tensor<3x3x3xf32>, tensor<2x3x3xi64>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @gather_nd_5(%a0: tensor<3x3xf32>, %a1: tensor<1x2xi64> {check.range = array<f64: -3.0, 2.0>}) -> tensor<1xf32> {
  %y = adze.gather_nd %a0, %a1 {batch_dims = 0 : i64} : (tensor<3x3xf32>, tensor<1x2xi64>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

func.func @scatter_elements_replace(%a0: tensor<5x7xf32>, %a1: tensor<3x7xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<3x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_elements %a0, %a1, %a2 {axis = 0, kind = #adze<scatter_kind replace>} : (tensor<5x7xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_nd_replace(%a0: tensor<5x7xf32>, %a1: tensor<4x1xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<4x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_nd %a0, %a1, %a2 {kind = #adze<scatter_kind replace>} : (tensor<5x7xf32>, tensor<4x1xi64>, tensor<4x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_elements_add(%a0: tensor<5x7xf32>, %a1: tensor<3x7xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<3x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_elements %a0, %a1, %a2 {axis = 0, kind = #adze<scatter_kind add>} : (tensor<5x7xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_nd_add(%a0: tensor<5x7xf32>, %a1: tensor<4x1xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<4x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_nd %a0, %a1, %a2 {kind = #adze<scatter_kind add>} : (tensor<5x7xf32>, tensor<4x1xi64>, tensor<4x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_elements_mul(%a0: tensor<5x7xf32>, %a1: tensor<3x7xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<3x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_elements %a0, %a1, %a2 {axis = 0, kind = #adze<scatter_kind mul>} : (tensor<5x7xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_nd_mul(%a0: tensor<5x7xf32>, %a1: tensor<4x1xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<4x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_nd %a0, %a1, %a2 {kind = #adze<scatter_kind mul>} : (tensor<5x7xf32>, tensor<4x1xi64>, tensor<4x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_elements_max(%a0: tensor<5x7xf32>, %a1: tensor<3x7xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<3x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_elements %a0, %a1, %a2 {axis = 0, kind = #adze<scatter_kind max>} : (tensor<5x7xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_nd_max(%a0: tensor<5x7xf32>, %a1: tensor<4x1xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<4x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_nd %a0, %a1, %a2 {kind = #adze<scatter_kind max>} : (tensor<5x7xf32>, tensor<4x1xi64>, tensor<4x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_elements_min(%a0: tensor<5x7xf32>, %a1: tensor<3x7xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<3x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_elements %a0, %a1, %a2 {axis = 0, kind = #adze<scatter_kind min>} : (tensor<5x7xf32>, tensor<3x7xi64>, tensor<3x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_nd_min(%a0: tensor<5x7xf32>, %a1: tensor<4x1xi64> {check.range = array<f64: -5.0, 4.0>}, %a2: tensor<4x7xf32>) -> tensor<5x7xf32> {
  %y = adze.scatter_nd %a0, %a1, %a2 {kind = #adze<scatter_kind min>} : (tensor<5x7xf32>, tensor<4x1xi64>, tensor<4x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @scatter_dropped(%a0: tensor<5xf32>, %a1: tensor<9xi64> {check.range = array<f64: -12.0, 12.0>}, %a2: tensor<9xf32>) -> tensor<5xf32> {
  %y = adze.scatter_elements %a0, %a1, %a2 {axis = 0, kind = #adze<scatter_kind add>} : (tensor<5xf32>, tensor<9xi64>, tensor<9xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

// Some indices lie beyond the first dimension.
func.func @scatter_nd_points(%a0: tensor<5x7xi32>, %a1: tensor<9x2xi64> {check.range = array<f64: -5.0, 6.0>}, %a2: tensor<9xi32>) -> tensor<5x7xi32> {
  %y = adze.scatter_nd %a0, %a1, %a2 {kind = #adze<scatter_kind add>} : (tensor<5x7xi32>, tensor<9x2xi64>, tensor<9xi32>) -> tensor<5x7xi32>
  return %y : tensor<5x7xi32>
}

// Empty tuples pick the whole tensor.
func.func @scatter_nd_all(%a0: tensor<3x4xf32>, %a1: tensor<1x0xi64>, %a2: tensor<1x3x4xf32>) -> tensor<3x4xf32> {
  %y = adze.scatter_nd %a0, %a1, %a2 {kind = #adze<scatter_kind replace>} : (tensor<3x4xf32>, tensor<1x0xi64>, tensor<1x3x4xf32>) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

func.func @reverse_sequence(%a0: tensor<5x7x3xf32>, %a1: tensor<5xi64> {check.range = array<f64: 0.0, 7.0>}) -> tensor<5x7x3xf32> {
  %y = adze.reverse_sequence %a0, %a1 {batch_axis = 0 : i64, time_axis = 1 : i64} : (tensor<5x7x3xf32>, tensor<5xi64>) -> tensor<5x7x3xf32>
  return %y : tensor<5x7x3xf32>
}

func.func @reverse_sequence_2(%a0: tensor<7x5xf32>, %a1: tensor<5xi64> {check.range = array<f64: 1.0, 7.0>}) -> tensor<7x5xf32> {
  %y = adze.reverse_sequence %a0, %a1 {batch_axis = 1 : i64, time_axis = 0 : i64} : (tensor<7x5xf32>, tensor<5xi64>) -> tensor<7x5xf32>
  return %y : tensor<7x5xf32>
}
