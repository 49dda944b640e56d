// RUN: %adze-check --atol=1.0e-5 %s

// Products around the tiles' remainders, transposed operands, leading dimensions, constant and computed weights.

func.func @constant_1x1x1(%a0: tensor<1x1xf32>, %a1: tensor<1x1xf32> {check.constant}) -> tensor<1x1xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<1x1xf32>, tensor<1x1xf32>) -> tensor<1x1xf32>
  return %y : tensor<1x1xf32>
}

func.func @constant_1x7x3(%a0: tensor<1x7xf32>, %a1: tensor<7x3xf32> {check.constant}) -> tensor<1x3xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<1x7xf32>, tensor<7x3xf32>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}

func.func @constant_1x64x17(%a0: tensor<1x64xf32>, %a1: tensor<64x17xf32> {check.constant}) -> tensor<1x17xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<1x64xf32>, tensor<64x17xf32>) -> tensor<1x17xf32>
  return %y : tensor<1x17xf32>
}

func.func @constant_3x5x7(%a0: tensor<3x5xf32>, %a1: tensor<5x7xf32> {check.constant}) -> tensor<3x7xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<3x5xf32>, tensor<5x7xf32>) -> tensor<3x7xf32>
  return %y : tensor<3x7xf32>
}

func.func @constant_4x16x16(%a0: tensor<4x16xf32>, %a1: tensor<16x16xf32> {check.constant}) -> tensor<4x16xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<4x16xf32>, tensor<16x16xf32>) -> tensor<4x16xf32>
  return %y : tensor<4x16xf32>
}

func.func @constant_6x16x8(%a0: tensor<6x16xf32>, %a1: tensor<16x8xf32> {check.constant}) -> tensor<6x8xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<6x16xf32>, tensor<16x8xf32>) -> tensor<6x8xf32>
  return %y : tensor<6x8xf32>
}

func.func @constant_7x33x15(%a0: tensor<7x33xf32>, %a1: tensor<33x15xf32> {check.constant}) -> tensor<7x15xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<7x33xf32>, tensor<33x15xf32>) -> tensor<7x15xf32>
  return %y : tensor<7x15xf32>
}

func.func @constant_8x8x64(%a0: tensor<8x8xf32>, %a1: tensor<8x64xf32> {check.constant}) -> tensor<8x64xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<8x8xf32>, tensor<8x64xf32>) -> tensor<8x64xf32>
  return %y : tensor<8x64xf32>
}

func.func @constant_13x31x47(%a0: tensor<13x31xf32>, %a1: tensor<31x47xf32> {check.constant}) -> tensor<13x47xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<13x31xf32>, tensor<31x47xf32>) -> tensor<13x47xf32>
  return %y : tensor<13x47xf32>
}

func.func @constant_16x48x32(%a0: tensor<16x48xf32>, %a1: tensor<48x32xf32> {check.constant}) -> tensor<16x32xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<16x48xf32>, tensor<48x32xf32>) -> tensor<16x32xf32>
  return %y : tensor<16x32xf32>
}

func.func @constant_33x129x65(%a0: tensor<33x129xf32>, %a1: tensor<129x65xf32> {check.constant}) -> tensor<33x65xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<33x129xf32>, tensor<129x65xf32>) -> tensor<33x65xf32>
  return %y : tensor<33x65xf32>
}

func.func @constant_64x3x100(%a0: tensor<64x3xf32>, %a1: tensor<3x100xf32> {check.constant}) -> tensor<64x100xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<64x3xf32>, tensor<3x100xf32>) -> tensor<64x100xf32>
  return %y : tensor<64x100xf32>
}

func.func @constant_5x1x5(%a0: tensor<5x1xf32>, %a1: tensor<1x5xf32> {check.constant}) -> tensor<5x5xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<5x1xf32>, tensor<1x5xf32>) -> tensor<5x5xf32>
  return %y : tensor<5x5xf32>
}

func.func @constant_2x0x3(%a0: tensor<2x0xf32>, %a1: tensor<0x3xf32> {check.constant}) -> tensor<2x3xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<2x0xf32>, tensor<0x3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @computed_1x7x3(%a0: tensor<1x7xf32>, %a1: tensor<7x3xf32>) -> tensor<1x3xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<1x7xf32>, tensor<7x3xf32>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}

func.func @transpose_b_1x7x3(%a0: tensor<1x7xf32>, %a1: tensor<3x7xf32> {check.constant}) -> tensor<1x3xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<1x7xf32>, tensor<3x7xf32>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}

func.func @transpose_b_computed_1x7x3(%a0: tensor<1x7xf32>, %a1: tensor<3x7xf32>) -> tensor<1x3xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<1x7xf32>, tensor<3x7xf32>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}

func.func @transpose_a_1x7x3(%a0: tensor<7x1xf32>, %a1: tensor<7x3xf32> {check.constant}) -> tensor<1x3xf32> {
  %y = adze.matmul %a0, %a1 {transpose_a} : (tensor<7x1xf32>, tensor<7x3xf32>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}

func.func @transpose_both_1x7x3(%a0: tensor<7x1xf32>, %a1: tensor<3x7xf32>) -> tensor<1x3xf32> {
  %y = adze.matmul %a0, %a1 {transpose_a, transpose_b} : (tensor<7x1xf32>, tensor<3x7xf32>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}

func.func @computed_7x33x15(%a0: tensor<7x33xf32>, %a1: tensor<33x15xf32>) -> tensor<7x15xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<7x33xf32>, tensor<33x15xf32>) -> tensor<7x15xf32>
  return %y : tensor<7x15xf32>
}

func.func @transpose_b_7x33x15(%a0: tensor<7x33xf32>, %a1: tensor<15x33xf32> {check.constant}) -> tensor<7x15xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<7x33xf32>, tensor<15x33xf32>) -> tensor<7x15xf32>
  return %y : tensor<7x15xf32>
}

func.func @transpose_b_computed_7x33x15(%a0: tensor<7x33xf32>, %a1: tensor<15x33xf32>) -> tensor<7x15xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<7x33xf32>, tensor<15x33xf32>) -> tensor<7x15xf32>
  return %y : tensor<7x15xf32>
}

func.func @transpose_a_7x33x15(%a0: tensor<33x7xf32>, %a1: tensor<33x15xf32> {check.constant}) -> tensor<7x15xf32> {
  %y = adze.matmul %a0, %a1 {transpose_a} : (tensor<33x7xf32>, tensor<33x15xf32>) -> tensor<7x15xf32>
  return %y : tensor<7x15xf32>
}

func.func @transpose_both_7x33x15(%a0: tensor<33x7xf32>, %a1: tensor<15x33xf32>) -> tensor<7x15xf32> {
  %y = adze.matmul %a0, %a1 {transpose_a, transpose_b} : (tensor<33x7xf32>, tensor<15x33xf32>) -> tensor<7x15xf32>
  return %y : tensor<7x15xf32>
}

func.func @computed_13x31x47(%a0: tensor<13x31xf32>, %a1: tensor<31x47xf32>) -> tensor<13x47xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<13x31xf32>, tensor<31x47xf32>) -> tensor<13x47xf32>
  return %y : tensor<13x47xf32>
}

func.func @transpose_b_13x31x47(%a0: tensor<13x31xf32>, %a1: tensor<47x31xf32> {check.constant}) -> tensor<13x47xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<13x31xf32>, tensor<47x31xf32>) -> tensor<13x47xf32>
  return %y : tensor<13x47xf32>
}

func.func @transpose_b_computed_13x31x47(%a0: tensor<13x31xf32>, %a1: tensor<47x31xf32>) -> tensor<13x47xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<13x31xf32>, tensor<47x31xf32>) -> tensor<13x47xf32>
  return %y : tensor<13x47xf32>
}

func.func @transpose_a_13x31x47(%a0: tensor<31x13xf32>, %a1: tensor<31x47xf32> {check.constant}) -> tensor<13x47xf32> {
  %y = adze.matmul %a0, %a1 {transpose_a} : (tensor<31x13xf32>, tensor<31x47xf32>) -> tensor<13x47xf32>
  return %y : tensor<13x47xf32>
}

func.func @transpose_both_13x31x47(%a0: tensor<31x13xf32>, %a1: tensor<47x31xf32>) -> tensor<13x47xf32> {
  %y = adze.matmul %a0, %a1 {transpose_a, transpose_b} : (tensor<31x13xf32>, tensor<47x31xf32>) -> tensor<13x47xf32>
  return %y : tensor<13x47xf32>
}

func.func @computed_17x64x33(%a0: tensor<17x64xf32>, %a1: tensor<64x33xf32>) -> tensor<17x33xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<17x64xf32>, tensor<64x33xf32>) -> tensor<17x33xf32>
  return %y : tensor<17x33xf32>
}

func.func @transpose_b_17x64x33(%a0: tensor<17x64xf32>, %a1: tensor<33x64xf32> {check.constant}) -> tensor<17x33xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<17x64xf32>, tensor<33x64xf32>) -> tensor<17x33xf32>
  return %y : tensor<17x33xf32>
}

func.func @transpose_b_computed_17x64x33(%a0: tensor<17x64xf32>, %a1: tensor<33x64xf32>) -> tensor<17x33xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<17x64xf32>, tensor<33x64xf32>) -> tensor<17x33xf32>
  return %y : tensor<17x33xf32>
}

func.func @transpose_a_17x64x33(%a0: tensor<64x17xf32>, %a1: tensor<64x33xf32> {check.constant}) -> tensor<17x33xf32> {
  %y = adze.matmul %a0, %a1 {transpose_a} : (tensor<64x17xf32>, tensor<64x33xf32>) -> tensor<17x33xf32>
  return %y : tensor<17x33xf32>
}

func.func @transpose_both_17x64x33(%a0: tensor<64x17xf32>, %a1: tensor<33x64xf32>) -> tensor<17x33xf32> {
  %y = adze.matmul %a0, %a1 {transpose_a, transpose_b} : (tensor<64x17xf32>, tensor<33x64xf32>) -> tensor<17x33xf32>
  return %y : tensor<17x33xf32>
}

func.func @batch(%a0: tensor<3x5x7xf32>, %a1: tensor<3x7x9xf32>) -> tensor<3x5x9xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<3x5x7xf32>, tensor<3x7x9xf32>) -> tensor<3x5x9xf32>
  return %y : tensor<3x5x9xf32>
}

func.func @batch_shared(%a0: tensor<3x5x7xf32>, %a1: tensor<7x9xf32> {check.constant}) -> tensor<3x5x9xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<3x5x7xf32>, tensor<7x9xf32>) -> tensor<3x5x9xf32>
  return %y : tensor<3x5x9xf32>
}

func.func @batch_left(%a0: tensor<5x7xf32>, %a1: tensor<3x7x9xf32>) -> tensor<3x5x9xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<5x7xf32>, tensor<3x7x9xf32>) -> tensor<3x5x9xf32>
  return %y : tensor<3x5x9xf32>
}

func.func @batch_broadcast(%a0: tensor<2x1x5x7xf32>, %a1: tensor<3x7x17xf32>) -> tensor<2x3x5x17xf32> {
  %y = adze.matmul %a0, %a1 : (tensor<2x1x5x7xf32>, tensor<3x7x17xf32>) -> tensor<2x3x5x17xf32>
  return %y : tensor<2x3x5x17xf32>
}

func.func @batch_transposed(%a0: tensor<2x4x5x8xf32>, %a1: tensor<2x4x9x8xf32>) -> tensor<2x4x5x9xf32> {
  %y = adze.matmul %a0, %a1 {transpose_b} : (tensor<2x4x5x8xf32>, tensor<2x4x9x8xf32>) -> tensor<2x4x5x9xf32>
  return %y : tensor<2x4x5x9xf32>
}

func.func @f64(%a0: tensor<5x17xf64>, %a1: tensor<17x11xf64> {check.constant}) -> tensor<5x11xf64> {
  %y = adze.matmul %a0, %a1 : (tensor<5x17xf64>, tensor<17x11xf64>) -> tensor<5x11xf64>
  return %y : tensor<5x11xf64>
}

func.func @f16(%a0: tensor<5x17xf16>, %a1: tensor<17x11xf16> {check.constant}) -> tensor<5x11xf16> {
  %y = adze.matmul %a0, %a1 : (tensor<5x17xf16>, tensor<17x11xf16>) -> tensor<5x11xf16>
  return %y : tensor<5x11xf16>
}

func.func @i32(%a0: tensor<5x17xi32>, %a1: tensor<17x11xi32> {check.constant}) -> tensor<5x11xi32> {
  %y = adze.matmul %a0, %a1 : (tensor<5x17xi32>, tensor<17x11xi32>) -> tensor<5x11xi32>
  return %y : tensor<5x11xi32>
}
