// RUN: %adze-check %s

// Operations that only move elements, over ranks, tails and element types.

func.func @transpose(%a0: tensor<5x7xf32>) -> tensor<7x5xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<5x7xf32>) -> tensor<7x5xf32>
  return %y : tensor<7x5xf32>
}

func.func @transpose_2(%a0: tensor<33x17xf32>) -> tensor<17x33xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<33x17xf32>) -> tensor<17x33xf32>
  return %y : tensor<17x33xf32>
}

func.func @transpose_3(%a0: tensor<3x5x7xf32>) -> tensor<7x3x5xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 2, 0, 1>} : (tensor<3x5x7xf32>) -> tensor<7x3x5xf32>
  return %y : tensor<7x3x5xf32>
}

func.func @transpose_4(%a0: tensor<3x5x7xf32>) -> tensor<3x7x5xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 0, 2, 1>} : (tensor<3x5x7xf32>) -> tensor<3x7x5xf32>
  return %y : tensor<3x7x5xf32>
}

func.func @transpose_5(%a0: tensor<2x3x5x7xf32>) -> tensor<2x5x7x3xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 0, 2, 3, 1>} : (tensor<2x3x5x7xf32>) -> tensor<2x5x7x3xf32>
  return %y : tensor<2x5x7x3xf32>
}

func.func @transpose_6(%a0: tensor<2x3x5x7xf32>) -> tensor<2x7x3x5xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x3x5x7xf32>) -> tensor<2x7x3x5xf32>
  return %y : tensor<2x7x3x5xf32>
}

func.func @transpose_7(%a0: tensor<1x64x7x9xf32>) -> tensor<1x7x9x64xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x64x7x9xf32>) -> tensor<1x7x9x64xf32>
  return %y : tensor<1x7x9x64xf32>
}

func.func @transpose_8(%a0: tensor<2x3x4x5x6xf32>) -> tensor<6x4x2x5x3xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 4, 2, 0, 3, 1>} : (tensor<2x3x4x5x6xf32>) -> tensor<6x4x2x5x3xf32>
  return %y : tensor<6x4x2x5x3xf32>
}

func.func @transpose_9(%a0: tensor<1x13xf32>) -> tensor<13x1xf32> {
  %y = adze.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<1x13xf32>) -> tensor<13x1xf32>
  return %y : tensor<13x1xf32>
}

func.func @transpose_i8(%a0: tensor<5x17xi8>) -> tensor<17x5xi8> {
  %y = adze.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<5x17xi8>) -> tensor<17x5xi8>
  return %y : tensor<17x5xi8>
}

func.func @transpose_i64(%a0: tensor<5x17xi64>) -> tensor<17x5xi64> {
  %y = adze.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<5x17xi64>) -> tensor<17x5xi64>
  return %y : tensor<17x5xi64>
}

func.func @transpose_f16(%a0: tensor<5x17xf16>) -> tensor<17x5xf16> {
  %y = adze.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<5x17xf16>) -> tensor<17x5xf16>
  return %y : tensor<17x5xf16>
}

func.func @transpose_i1(%a0: tensor<5x17xi1>) -> tensor<17x5xi1> {
  %y = adze.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<5x17xi1>) -> tensor<17x5xi1>
  return %y : tensor<17x5xi1>
}

func.func @transpose_f64(%a0: tensor<5x17xf64>) -> tensor<17x5xf64> {
  %y = adze.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<5x17xf64>) -> tensor<17x5xf64>
  return %y : tensor<17x5xf64>
}

func.func @reshape(%a0: tensor<3x5x7xf32>) -> tensor<105xf32> {
  %y = adze.reshape %a0 : (tensor<3x5x7xf32>) -> tensor<105xf32>
  return %y : tensor<105xf32>
}

func.func @reshape_2(%a0: tensor<105xf32>) -> tensor<7x15xf32> {
  %y = adze.reshape %a0 : (tensor<105xf32>) -> tensor<7x15xf32>
  return %y : tensor<7x15xf32>
}

func.func @reshape_3(%a0: tensor<2x6xf32>) -> tensor<3x4xf32> {
  %y = adze.reshape %a0 : (tensor<2x6xf32>) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

func.func @reshape_4(%a0: tensor<1x1xf32>) -> tensor<1xf32> {
  %y = adze.reshape %a0 : (tensor<1x1xf32>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

func.func @reshape_5(%a0: tensor<f32>) -> tensor<1x1xf32> {
  %y = adze.reshape %a0 : (tensor<f32>) -> tensor<1x1xf32>
  return %y : tensor<1x1xf32>
}

func.func @reshape_6(%a0: tensor<5x7x3xf32>) -> tensor<5x21xf32> {
  %y = adze.reshape %a0 : (tensor<5x7x3xf32>) -> tensor<5x21xf32>
  return %y : tensor<5x21xf32>
}

func.func @reshape_7(%a0: tensor<0x3xf32>) -> tensor<3x0x2xf32> {
  %y = adze.reshape %a0 : (tensor<0x3xf32>) -> tensor<3x0x2xf32>
  return %y : tensor<3x0x2xf32>
}

func.func @reshape_inside(%a0: tensor<6x35xf32>) -> tensor<15x14xf32> {
  %0 = adze.exp %a0 : (tensor<6x35xf32>) -> tensor<6x35xf32>
  %1 = adze.reshape %0 : (tensor<6x35xf32>) -> tensor<14x15xf32>
  %2 = adze.transpose %1 {permutation = array<i64: 1, 0>} : (tensor<14x15xf32>) -> tensor<15x14xf32>
  return %2 : tensor<15x14xf32>
}

func.func @slice(%a0: tensor<67xf32>) -> tensor<50xf32> {
  %y = adze.slice %a0 {starts = array<i64: 3>, sizes = array<i64: 50>, steps = array<i64: 1>} : (tensor<67xf32>) -> tensor<50xf32>
  return %y : tensor<50xf32>
}

func.func @slice_2(%a0: tensor<67xf32>) -> tensor<67xf32> {
  %y = adze.slice %a0 {starts = array<i64: 66>, sizes = array<i64: 67>, steps = array<i64: -1>} : (tensor<67xf32>) -> tensor<67xf32>
  return %y : tensor<67xf32>
}

func.func @slice_3(%a0: tensor<67xf32>) -> tensor<22xf32> {
  %y = adze.slice %a0 {starts = array<i64: 1>, sizes = array<i64: 22>, steps = array<i64: 3>} : (tensor<67xf32>) -> tensor<22xf32>
  return %y : tensor<22xf32>
}

func.func @slice_4(%a0: tensor<5x17xf32>) -> tensor<3x11xf32> {
  %y = adze.slice %a0 {starts = array<i64: 1, 2>, sizes = array<i64: 3, 11>, steps = array<i64: 1, 1>} : (tensor<5x17xf32>) -> tensor<3x11xf32>
  return %y : tensor<3x11xf32>
}

func.func @slice_5(%a0: tensor<5x17xf32>) -> tensor<5x9xf32> {
  %y = adze.slice %a0 {starts = array<i64: 4, 16>, sizes = array<i64: 5, 9>, steps = array<i64: -1, -2>} : (tensor<5x17xf32>) -> tensor<5x9xf32>
  return %y : tensor<5x9xf32>
}

func.func @slice_6(%a0: tensor<3x5x7xf32>) -> tensor<3x2x7xf32> {
  %y = adze.slice %a0 {starts = array<i64: 0, 1, 0>, sizes = array<i64: 3, 2, 7>, steps = array<i64: 1, 2, 1>} : (tensor<3x5x7xf32>) -> tensor<3x2x7xf32>
  return %y : tensor<3x2x7xf32>
}

func.func @slice_7(%a0: tensor<5x17xf32>) -> tensor<5x0xf32> {
  %y = adze.slice %a0 {starts = array<i64: 0, 0>, sizes = array<i64: 5, 0>, steps = array<i64: 1, 1>} : (tensor<5x17xf32>) -> tensor<5x0xf32>
  return %y : tensor<5x0xf32>
}

func.func @concat(%a0: tensor<5x3xf32>, %a1: tensor<5x4xf32>) -> tensor<5x7xf32> {
  %y = adze.concat %a0, %a1 {axis = 1} : (tensor<5x3xf32>, tensor<5x4xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

func.func @concat_2(%a0: tensor<2x17xf32>, %a1: tensor<3x17xf32>, %a2: tensor<1x17xf32>) -> tensor<6x17xf32> {
  %y = adze.concat %a0, %a1, %a2 {axis = 0} : (tensor<2x17xf32>, tensor<3x17xf32>, tensor<1x17xf32>) -> tensor<6x17xf32>
  return %y : tensor<6x17xf32>
}

func.func @concat_3(%a0: tensor<1x3x5x5xf32>, %a1: tensor<1x4x5x5xf32>) -> tensor<1x7x5x5xf32> {
  %y = adze.concat %a0, %a1 {axis = 1} : (tensor<1x3x5x5xf32>, tensor<1x4x5x5xf32>) -> tensor<1x7x5x5xf32>
  return %y : tensor<1x7x5x5xf32>
}

func.func @concat_4(%a0: tensor<7xf32>, %a1: tensor<7xf32>, %a2: tensor<7xf32>, %a3: tensor<7xf32>, %a4: tensor<7xf32>) -> tensor<35xf32> {
  %y = adze.concat %a0, %a1, %a2, %a3, %a4 {axis = 0} : (tensor<7xf32>, tensor<7xf32>, tensor<7xf32>, tensor<7xf32>, tensor<7xf32>) -> tensor<35xf32>
  return %y : tensor<35xf32>
}

func.func @concat_5(%a0: tensor<3x0xf32>, %a1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %y = adze.concat %a0, %a1 {axis = 1} : (tensor<3x0xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  return %y : tensor<3x5xf32>
}

func.func @concat_6(%a0: tensor<2x3x16xf32>, %a1: tensor<2x3x1xf32>) -> tensor<2x3x17xf32> {
  %y = adze.concat %a0, %a1 {axis = 2} : (tensor<2x3x16xf32>, tensor<2x3x1xf32>) -> tensor<2x3x17xf32>
  return %y : tensor<2x3x17xf32>
}

func.func @concat_i64(%a0: tensor<3xi64>, %a1: tensor<4xi64>) -> tensor<7xi64> {
  %y = adze.concat %a0, %a1 {axis = 0} : (tensor<3xi64>, tensor<4xi64>) -> tensor<7xi64>
  return %y : tensor<7xi64>
}

func.func @pad_constant(%a0: tensor<5x7xf32>) -> tensor<9x11xf32> {
  %y = adze.pad %a0 {low = array<i64: 1, 3>, high = array<i64: 3, 1>, mode = #adze<pad_mode constant>} : (tensor<5x7xf32>) -> tensor<9x11xf32>
  return %y : tensor<9x11xf32>
}

func.func @pad_constant_inner(%a0: tensor<2x3x17xf32>) -> tensor<2x3x22xf32> {
  %y = adze.pad %a0 {low = array<i64: 0, 0, 3>, high = array<i64: 0, 0, 2>, mode = #adze<pad_mode constant>} : (tensor<2x3x17xf32>) -> tensor<2x3x22xf32>
  return %y : tensor<2x3x22xf32>
}

func.func @pad_reflect(%a0: tensor<5x7xf32>) -> tensor<9x11xf32> {
  %y = adze.pad %a0 {low = array<i64: 1, 3>, high = array<i64: 3, 1>, mode = #adze<pad_mode reflect>} : (tensor<5x7xf32>) -> tensor<9x11xf32>
  return %y : tensor<9x11xf32>
}

func.func @pad_reflect_inner(%a0: tensor<2x3x17xf32>) -> tensor<2x3x22xf32> {
  %y = adze.pad %a0 {low = array<i64: 0, 0, 3>, high = array<i64: 0, 0, 2>, mode = #adze<pad_mode reflect>} : (tensor<2x3x17xf32>) -> tensor<2x3x22xf32>
  return %y : tensor<2x3x22xf32>
}

func.func @pad_edge(%a0: tensor<5x7xf32>) -> tensor<9x11xf32> {
  %y = adze.pad %a0 {low = array<i64: 1, 3>, high = array<i64: 3, 1>, mode = #adze<pad_mode edge>} : (tensor<5x7xf32>) -> tensor<9x11xf32>
  return %y : tensor<9x11xf32>
}

func.func @pad_edge_inner(%a0: tensor<2x3x17xf32>) -> tensor<2x3x22xf32> {
  %y = adze.pad %a0 {low = array<i64: 0, 0, 3>, high = array<i64: 0, 0, 2>, mode = #adze<pad_mode edge>} : (tensor<2x3x17xf32>) -> tensor<2x3x22xf32>
  return %y : tensor<2x3x22xf32>
}

func.func @pad_wrap(%a0: tensor<5x7xf32>) -> tensor<9x11xf32> {
  %y = adze.pad %a0 {low = array<i64: 1, 3>, high = array<i64: 3, 1>, mode = #adze<pad_mode wrap>} : (tensor<5x7xf32>) -> tensor<9x11xf32>
  return %y : tensor<9x11xf32>
}

func.func @pad_wrap_inner(%a0: tensor<2x3x17xf32>) -> tensor<2x3x22xf32> {
  %y = adze.pad %a0 {low = array<i64: 0, 0, 3>, high = array<i64: 0, 0, 2>, mode = #adze<pad_mode wrap>} : (tensor<2x3x17xf32>) -> tensor<2x3x22xf32>
  return %y : tensor<2x3x22xf32>
}

func.func @pad_value(%a0: tensor<5x7xf32>, %a1: tensor<f32>) -> tensor<6x9xf32> {
  %y = adze.pad %a0, %a1 {low = array<i64: 1, 0>, high = array<i64: 0, 2>, mode = #adze<pad_mode constant>} : (tensor<5x7xf32>, tensor<f32>) -> tensor<6x9xf32>
  return %y : tensor<6x9xf32>
}

func.func @pad_i8(%a0: tensor<5x7xi8>) -> tensor<8x7xi8> {
  %y = adze.pad %a0 {low = array<i64: 1, 0>, high = array<i64: 2, 0>, mode = #adze<pad_mode constant>} : (tensor<5x7xi8>) -> tensor<8x7xi8>
  return %y : tensor<8x7xi8>
}

func.func @unpack(%a0: tensor<3x5x8xf32>) -> tensor<5x19xf32> {
  %y = adze.unpack %a0 {extent = 19 : i64} : (tensor<3x5x8xf32>) -> tensor<5x19xf32>
  return %y : tensor<5x19xf32>
}

func.func @split(%a0: tensor<5x12xf32>) -> (tensor<5x4xf32>, tensor<5x8xf32>) {
  %0 = adze.slice %a0 {starts = array<i64: 0, 0>, sizes = array<i64: 5, 4>, steps = array<i64: 1, 1>} : (tensor<5x12xf32>) -> tensor<5x4xf32>
  %1 = adze.slice %a0 {starts = array<i64: 0, 4>, sizes = array<i64: 5, 8>, steps = array<i64: 1, 1>} : (tensor<5x12xf32>) -> tensor<5x8xf32>
  return %0, %1 : tensor<5x4xf32>, tensor<5x8xf32>
}

// The channel shuffle of ShuffleNet.
func.func @shuffle(%a0: tensor<1x12x5x5xf32>) -> tensor<1x12x5x5xf32> {
  %0 = adze.reshape %a0 : (tensor<1x12x5x5xf32>) -> tensor<1x3x4x5x5xf32>
  %1 = adze.transpose %0 {permutation = array<i64: 0, 2, 1, 3, 4>} : (tensor<1x3x4x5x5xf32>) -> tensor<1x4x3x5x5xf32>
  %2 = adze.reshape %1 : (tensor<1x4x3x5x5xf32>) -> tensor<1x12x5x5xf32>
  return %2 : tensor<1x12x5x5xf32>
}

// Results that are arguments.
func.func @pass_through(%a0: tensor<5x7xf32>, %a1: tensor<3xi64>) -> (tensor<3xi64>, tensor<5x7xf32>) {
  return %a1, %a0 : tensor<3xi64>, tensor<5x7xf32>
}

func.func @same_result_twice(%a0: tensor<5x7xf32>) -> (tensor<5x7xf32>, tensor<5x7xf32>) {
  %0 = adze.neg %a0 : (tensor<5x7xf32>) -> tensor<5x7xf32>
  return %0, %0 : tensor<5x7xf32>, tensor<5x7xf32>
}

func.func @constant_result(%a0: tensor<5xf32>, %a1: tensor<7xf32> {check.constant}) -> (tensor<5xf32>, tensor<7xf32>) {
  %0 = adze.neg %a0 : (tensor<5xf32>) -> tensor<5xf32>
  return %0, %a1 : tensor<5xf32>, tensor<7xf32>
}
