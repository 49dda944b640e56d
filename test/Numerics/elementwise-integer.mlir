// RUN: %adze-check %s

// Integers of all widths: they wrap, divide toward zero, and shift by any amount.

func.func @add_i8(%a0: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}, %a1: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}) -> tensor<19xi8> {
  %y = adze.add %a0, %a1 : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @sub_i8(%a0: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}, %a1: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}) -> tensor<19xi8> {
  %y = adze.sub %a0, %a1 : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @mul_i8(%a0: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}, %a1: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}) -> tensor<19xi8> {
  %y = adze.mul %a0, %a1 : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @max_i8(%a0: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}, %a1: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}) -> tensor<19xi8> {
  %y = adze.max %a0, %a1 : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @min_i8(%a0: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}, %a1: tensor<19xi8> {check.range = array<f64: -128.0, 127.0>}) -> tensor<19xi8> {
  %y = adze.min %a0, %a1 : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @add_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}) -> tensor<19xui8> {
  %y = adze.add %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @sub_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}) -> tensor<19xui8> {
  %y = adze.sub %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @mul_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}) -> tensor<19xui8> {
  %y = adze.mul %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @max_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}) -> tensor<19xui8> {
  %y = adze.max %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @min_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 255.0>}) -> tensor<19xui8> {
  %y = adze.min %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @add_i16(%a0: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}, %a1: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}) -> tensor<19xi16> {
  %y = adze.add %a0, %a1 : (tensor<19xi16>, tensor<19xi16>) -> tensor<19xi16>
  return %y : tensor<19xi16>
}

func.func @sub_i16(%a0: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}, %a1: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}) -> tensor<19xi16> {
  %y = adze.sub %a0, %a1 : (tensor<19xi16>, tensor<19xi16>) -> tensor<19xi16>
  return %y : tensor<19xi16>
}

func.func @mul_i16(%a0: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}, %a1: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}) -> tensor<19xi16> {
  %y = adze.mul %a0, %a1 : (tensor<19xi16>, tensor<19xi16>) -> tensor<19xi16>
  return %y : tensor<19xi16>
}

func.func @max_i16(%a0: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}, %a1: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}) -> tensor<19xi16> {
  %y = adze.max %a0, %a1 : (tensor<19xi16>, tensor<19xi16>) -> tensor<19xi16>
  return %y : tensor<19xi16>
}

func.func @min_i16(%a0: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}, %a1: tensor<19xi16> {check.range = array<f64: -32768.0, 32767.0>}) -> tensor<19xi16> {
  %y = adze.min %a0, %a1 : (tensor<19xi16>, tensor<19xi16>) -> tensor<19xi16>
  return %y : tensor<19xi16>
}

func.func @add_i32(%a0: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}, %a1: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}) -> tensor<19xi32> {
  %y = adze.add %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @sub_i32(%a0: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}, %a1: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}) -> tensor<19xi32> {
  %y = adze.sub %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @mul_i32(%a0: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}, %a1: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}) -> tensor<19xi32> {
  %y = adze.mul %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @max_i32(%a0: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}, %a1: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}) -> tensor<19xi32> {
  %y = adze.max %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @min_i32(%a0: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}, %a1: tensor<19xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}) -> tensor<19xi32> {
  %y = adze.min %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @add_i64(%a0: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}, %a1: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}) -> tensor<19xi64> {
  %y = adze.add %a0, %a1 : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @sub_i64(%a0: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}, %a1: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}) -> tensor<19xi64> {
  %y = adze.sub %a0, %a1 : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @mul_i64(%a0: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}, %a1: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}) -> tensor<19xi64> {
  %y = adze.mul %a0, %a1 : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @max_i64(%a0: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}, %a1: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}) -> tensor<19xi64> {
  %y = adze.max %a0, %a1 : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @min_i64(%a0: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}, %a1: tensor<19xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}) -> tensor<19xi64> {
  %y = adze.min %a0, %a1 : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @add_ui32(%a0: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}, %a1: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}) -> tensor<19xui32> {
  %y = adze.add %a0, %a1 : (tensor<19xui32>, tensor<19xui32>) -> tensor<19xui32>
  return %y : tensor<19xui32>
}

func.func @sub_ui32(%a0: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}, %a1: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}) -> tensor<19xui32> {
  %y = adze.sub %a0, %a1 : (tensor<19xui32>, tensor<19xui32>) -> tensor<19xui32>
  return %y : tensor<19xui32>
}

func.func @mul_ui32(%a0: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}, %a1: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}) -> tensor<19xui32> {
  %y = adze.mul %a0, %a1 : (tensor<19xui32>, tensor<19xui32>) -> tensor<19xui32>
  return %y : tensor<19xui32>
}

func.func @max_ui32(%a0: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}, %a1: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}) -> tensor<19xui32> {
  %y = adze.max %a0, %a1 : (tensor<19xui32>, tensor<19xui32>) -> tensor<19xui32>
  return %y : tensor<19xui32>
}

func.func @min_ui32(%a0: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}, %a1: tensor<19xui32> {check.range = array<f64: 0.0, 4294967295.0>}) -> tensor<19xui32> {
  %y = adze.min %a0, %a1 : (tensor<19xui32>, tensor<19xui32>) -> tensor<19xui32>
  return %y : tensor<19xui32>
}

// Zero is among the divisors.
func.func @div_i8(%a0: tensor<19xi8> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi8> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi8> {
  %y = adze.div %a0, %a1 : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @mod_i8(%a0: tensor<19xi8> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi8> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi8> {
  %y = adze.mod %a0, %a1 : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @fmod_i8(%a0: tensor<19xi8> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi8> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi8> {
  %y = adze.mod %a0, %a1 {fmod} : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

func.func @pow_i8(%a0: tensor<19xi8> {check.range = array<f64: -3.125, 3.0>}, %a1: tensor<19xi8> {check.range = array<f64: 0.0, 4.0>}) -> tensor<19xi8> {
  %y = adze.pow %a0, %a1 : (tensor<19xi8>, tensor<19xi8>) -> tensor<19xi8>
  return %y : tensor<19xi8>
}

// Zero is among the divisors.
func.func @div_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 60.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 7.0>}) -> tensor<19xui8> {
  %y = adze.div %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @mod_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 60.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 7.0>}) -> tensor<19xui8> {
  %y = adze.mod %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @fmod_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 60.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 7.0>}) -> tensor<19xui8> {
  %y = adze.mod %a0, %a1 {fmod} : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @pow_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 3.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 4.0>}) -> tensor<19xui8> {
  %y = adze.pow %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

// Zero is among the divisors.
func.func @div_i32(%a0: tensor<19xi32> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi32> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi32> {
  %y = adze.div %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @mod_i32(%a0: tensor<19xi32> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi32> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi32> {
  %y = adze.mod %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @fmod_i32(%a0: tensor<19xi32> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi32> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi32> {
  %y = adze.mod %a0, %a1 {fmod} : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @pow_i32(%a0: tensor<19xi32> {check.range = array<f64: -3.125, 3.0>}, %a1: tensor<19xi32> {check.range = array<f64: 0.0, 4.0>}) -> tensor<19xi32> {
  %y = adze.pow %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

// Zero is among the divisors.
func.func @div_i64(%a0: tensor<19xi64> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi64> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi64> {
  %y = adze.div %a0, %a1 : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @mod_i64(%a0: tensor<19xi64> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi64> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi64> {
  %y = adze.mod %a0, %a1 : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @fmod_i64(%a0: tensor<19xi64> {check.range = array<f64: -50.0, 60.0>}, %a1: tensor<19xi64> {check.range = array<f64: -5.0, 7.0>}) -> tensor<19xi64> {
  %y = adze.mod %a0, %a1 {fmod} : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @pow_i64(%a0: tensor<19xi64> {check.range = array<f64: -3.125, 3.0>}, %a1: tensor<19xi64> {check.range = array<f64: 0.0, 4.0>}) -> tensor<19xi64> {
  %y = adze.pow %a0, %a1 : (tensor<19xi64>, tensor<19xi64>) -> tensor<19xi64>
  return %y : tensor<19xi64>
}

func.func @shift_left_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 100.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 11.0>}) -> tensor<19xui8> {
  %y = adze.shift_left %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @shift_right_ui8(%a0: tensor<19xui8> {check.range = array<f64: 0.0, 100.0>}, %a1: tensor<19xui8> {check.range = array<f64: 0.0, 11.0>}) -> tensor<19xui8> {
  %y = adze.shift_right %a0, %a1 : (tensor<19xui8>, tensor<19xui8>) -> tensor<19xui8>
  return %y : tensor<19xui8>
}

func.func @shift_left_ui32(%a0: tensor<19xui32> {check.range = array<f64: 0.0, 100.0>}, %a1: tensor<19xui32> {check.range = array<f64: 0.0, 35.0>}) -> tensor<19xui32> {
  %y = adze.shift_left %a0, %a1 : (tensor<19xui32>, tensor<19xui32>) -> tensor<19xui32>
  return %y : tensor<19xui32>
}

func.func @shift_right_ui32(%a0: tensor<19xui32> {check.range = array<f64: 0.0, 100.0>}, %a1: tensor<19xui32> {check.range = array<f64: 0.0, 35.0>}) -> tensor<19xui32> {
  %y = adze.shift_right %a0, %a1 : (tensor<19xui32>, tensor<19xui32>) -> tensor<19xui32>
  return %y : tensor<19xui32>
}

func.func @shift_left_i32(%a0: tensor<19xi32> {check.range = array<f64: -100.0, 100.0>}, %a1: tensor<19xi32> {check.range = array<f64: 0.0, 35.0>}) -> tensor<19xi32> {
  %y = adze.shift_left %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @shift_right_i32(%a0: tensor<19xi32> {check.range = array<f64: -100.0, 100.0>}, %a1: tensor<19xi32> {check.range = array<f64: 0.0, 35.0>}) -> tensor<19xi32> {
  %y = adze.shift_right %a0, %a1 : (tensor<19xi32>, tensor<19xi32>) -> tensor<19xi32>
  return %y : tensor<19xi32>
}

func.func @shift_left_ui64(%a0: tensor<19xui64> {check.range = array<f64: 0.0, 100.0>}, %a1: tensor<19xui64> {check.range = array<f64: 0.0, 67.0>}) -> tensor<19xui64> {
  %y = adze.shift_left %a0, %a1 : (tensor<19xui64>, tensor<19xui64>) -> tensor<19xui64>
  return %y : tensor<19xui64>
}

func.func @shift_right_ui64(%a0: tensor<19xui64> {check.range = array<f64: 0.0, 100.0>}, %a1: tensor<19xui64> {check.range = array<f64: 0.0, 67.0>}) -> tensor<19xui64> {
  %y = adze.shift_right %a0, %a1 : (tensor<19xui64>, tensor<19xui64>) -> tensor<19xui64>
  return %y : tensor<19xui64>
}

func.func @and_i1(%a0: tensor<2x19xi1>, %a1: tensor<19xi1>) -> tensor<2x19xi1> {
  %y = adze.and %a0, %a1 : (tensor<2x19xi1>, tensor<19xi1>) -> tensor<2x19xi1>
  return %y : tensor<2x19xi1>
}

func.func @and_i8(%a0: tensor<2x19xi8>, %a1: tensor<19xi8>) -> tensor<2x19xi8> {
  %y = adze.and %a0, %a1 : (tensor<2x19xi8>, tensor<19xi8>) -> tensor<2x19xi8>
  return %y : tensor<2x19xi8>
}

func.func @and_ui8(%a0: tensor<2x19xui8>, %a1: tensor<19xui8>) -> tensor<2x19xui8> {
  %y = adze.and %a0, %a1 : (tensor<2x19xui8>, tensor<19xui8>) -> tensor<2x19xui8>
  return %y : tensor<2x19xui8>
}

func.func @and_i32(%a0: tensor<2x19xi32>, %a1: tensor<19xi32>) -> tensor<2x19xi32> {
  %y = adze.and %a0, %a1 : (tensor<2x19xi32>, tensor<19xi32>) -> tensor<2x19xi32>
  return %y : tensor<2x19xi32>
}

func.func @and_i64(%a0: tensor<2x19xi64>, %a1: tensor<19xi64>) -> tensor<2x19xi64> {
  %y = adze.and %a0, %a1 : (tensor<2x19xi64>, tensor<19xi64>) -> tensor<2x19xi64>
  return %y : tensor<2x19xi64>
}

func.func @or_i1(%a0: tensor<2x19xi1>, %a1: tensor<19xi1>) -> tensor<2x19xi1> {
  %y = adze.or %a0, %a1 : (tensor<2x19xi1>, tensor<19xi1>) -> tensor<2x19xi1>
  return %y : tensor<2x19xi1>
}

func.func @or_i8(%a0: tensor<2x19xi8>, %a1: tensor<19xi8>) -> tensor<2x19xi8> {
  %y = adze.or %a0, %a1 : (tensor<2x19xi8>, tensor<19xi8>) -> tensor<2x19xi8>
  return %y : tensor<2x19xi8>
}

func.func @or_ui8(%a0: tensor<2x19xui8>, %a1: tensor<19xui8>) -> tensor<2x19xui8> {
  %y = adze.or %a0, %a1 : (tensor<2x19xui8>, tensor<19xui8>) -> tensor<2x19xui8>
  return %y : tensor<2x19xui8>
}

func.func @or_i32(%a0: tensor<2x19xi32>, %a1: tensor<19xi32>) -> tensor<2x19xi32> {
  %y = adze.or %a0, %a1 : (tensor<2x19xi32>, tensor<19xi32>) -> tensor<2x19xi32>
  return %y : tensor<2x19xi32>
}

func.func @or_i64(%a0: tensor<2x19xi64>, %a1: tensor<19xi64>) -> tensor<2x19xi64> {
  %y = adze.or %a0, %a1 : (tensor<2x19xi64>, tensor<19xi64>) -> tensor<2x19xi64>
  return %y : tensor<2x19xi64>
}

func.func @xor_i1(%a0: tensor<2x19xi1>, %a1: tensor<19xi1>) -> tensor<2x19xi1> {
  %y = adze.xor %a0, %a1 : (tensor<2x19xi1>, tensor<19xi1>) -> tensor<2x19xi1>
  return %y : tensor<2x19xi1>
}

func.func @xor_i8(%a0: tensor<2x19xi8>, %a1: tensor<19xi8>) -> tensor<2x19xi8> {
  %y = adze.xor %a0, %a1 : (tensor<2x19xi8>, tensor<19xi8>) -> tensor<2x19xi8>
  return %y : tensor<2x19xi8>
}

func.func @xor_ui8(%a0: tensor<2x19xui8>, %a1: tensor<19xui8>) -> tensor<2x19xui8> {
  %y = adze.xor %a0, %a1 : (tensor<2x19xui8>, tensor<19xui8>) -> tensor<2x19xui8>
  return %y : tensor<2x19xui8>
}

func.func @xor_i32(%a0: tensor<2x19xi32>, %a1: tensor<19xi32>) -> tensor<2x19xi32> {
  %y = adze.xor %a0, %a1 : (tensor<2x19xi32>, tensor<19xi32>) -> tensor<2x19xi32>
  return %y : tensor<2x19xi32>
}

func.func @xor_i64(%a0: tensor<2x19xi64>, %a1: tensor<19xi64>) -> tensor<2x19xi64> {
  %y = adze.xor %a0, %a1 : (tensor<2x19xi64>, tensor<19xi64>) -> tensor<2x19xi64>
  return %y : tensor<2x19xi64>
}

func.func @abs_i8(%a0: tensor<35xi8> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi8> {
  %y = adze.abs %a0 : (tensor<35xi8>) -> tensor<35xi8>
  return %y : tensor<35xi8>
}

func.func @abs_i32(%a0: tensor<35xi32> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi32> {
  %y = adze.abs %a0 : (tensor<35xi32>) -> tensor<35xi32>
  return %y : tensor<35xi32>
}

func.func @abs_i64(%a0: tensor<35xi64> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi64> {
  %y = adze.abs %a0 : (tensor<35xi64>) -> tensor<35xi64>
  return %y : tensor<35xi64>
}

func.func @neg_i8(%a0: tensor<35xi8> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi8> {
  %y = adze.neg %a0 : (tensor<35xi8>) -> tensor<35xi8>
  return %y : tensor<35xi8>
}

func.func @neg_i32(%a0: tensor<35xi32> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi32> {
  %y = adze.neg %a0 : (tensor<35xi32>) -> tensor<35xi32>
  return %y : tensor<35xi32>
}

func.func @neg_i64(%a0: tensor<35xi64> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi64> {
  %y = adze.neg %a0 : (tensor<35xi64>) -> tensor<35xi64>
  return %y : tensor<35xi64>
}

func.func @sign_i8(%a0: tensor<35xi8> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi8> {
  %y = adze.sign %a0 : (tensor<35xi8>) -> tensor<35xi8>
  return %y : tensor<35xi8>
}

func.func @sign_i32(%a0: tensor<35xi32> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi32> {
  %y = adze.sign %a0 : (tensor<35xi32>) -> tensor<35xi32>
  return %y : tensor<35xi32>
}

func.func @sign_i64(%a0: tensor<35xi64> {check.range = array<f64: -128.0, 100.0>}) -> tensor<35xi64> {
  %y = adze.sign %a0 : (tensor<35xi64>) -> tensor<35xi64>
  return %y : tensor<35xi64>
}

func.func @not_i1(%a0: tensor<35xi1>) -> tensor<35xi1> {
  %y = adze.not %a0 : (tensor<35xi1>) -> tensor<35xi1>
  return %y : tensor<35xi1>
}

func.func @not_i8(%a0: tensor<35xi8>) -> tensor<35xi8> {
  %y = adze.not %a0 : (tensor<35xi8>) -> tensor<35xi8>
  return %y : tensor<35xi8>
}

func.func @not_ui8(%a0: tensor<35xui8>) -> tensor<35xui8> {
  %y = adze.not %a0 : (tensor<35xui8>) -> tensor<35xui8>
  return %y : tensor<35xui8>
}

func.func @not_i32(%a0: tensor<35xi32>) -> tensor<35xi32> {
  %y = adze.not %a0 : (tensor<35xi32>) -> tensor<35xi32>
  return %y : tensor<35xi32>
}

func.func @clamp_i8(%a0: tensor<35xi8> {check.range = array<f64: -128.0, 127.0>}) -> tensor<35xi8> {
  %y = adze.clamp %a0 {min = -3 : i8, max = 100 : i8} : (tensor<35xi8>) -> tensor<35xi8>
  return %y : tensor<35xi8>
}

func.func @clamp_ui8(%a0: tensor<35xui8> {check.range = array<f64: 0.0, 255.0>}) -> tensor<35xui8> {
  %y = adze.clamp %a0 {min = 200 : ui8} : (tensor<35xui8>) -> tensor<35xui8>
  return %y : tensor<35xui8>
}

func.func @compare_i8(%a0: tensor<35xi8> {check.range = array<f64: -128.0, 127.0>}, %a1: tensor<35xi8> {check.range = array<f64: -128.0, 127.0>}) -> tensor<35xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate lt>} : (tensor<35xi8>, tensor<35xi8>) -> tensor<35xi1>
  return %y : tensor<35xi1>
}

func.func @compare_ui8(%a0: tensor<35xui8> {check.range = array<f64: 0.0, 255.0>}, %a1: tensor<35xui8> {check.range = array<f64: 0.0, 255.0>}) -> tensor<35xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate lt>} : (tensor<35xui8>, tensor<35xui8>) -> tensor<35xi1>
  return %y : tensor<35xi1>
}

func.func @compare_i32(%a0: tensor<35xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}, %a1: tensor<35xi32> {check.range = array<f64: -2147483648.0, 2147483647.0>}) -> tensor<35xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate lt>} : (tensor<35xi32>, tensor<35xi32>) -> tensor<35xi1>
  return %y : tensor<35xi1>
}

func.func @compare_i64(%a0: tensor<35xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}, %a1: tensor<35xi64> {check.range = array<f64: -1000000000000.0, 1000000000000.0>}) -> tensor<35xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate lt>} : (tensor<35xi64>, tensor<35xi64>) -> tensor<35xi1>
  return %y : tensor<35xi1>
}

func.func @compare_bool(%a0: tensor<35xi1>, %a1: tensor<35xi1>) -> tensor<35xi1> {
  %y = adze.compare %a0, %a1 {predicate = #adze<predicate eq>} : (tensor<35xi1>, tensor<35xi1>) -> tensor<35xi1>
  return %y : tensor<35xi1>
}

func.func @select_i64(%a0: tensor<3x1xi1>, %a1: tensor<3x5xi64>, %a2: tensor<5xi64>) -> tensor<3x5xi64> {
  %y = adze.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x5xi64>, tensor<5xi64>) -> tensor<3x5xi64>
  return %y : tensor<3x5xi64>
}

func.func @select_f32(%a0: tensor<1x37xi1>, %a1: tensor<f32>, %a2: tensor<3x37xf32>) -> tensor<3x37xf32> {
  %y = adze.select %a0, %a1, %a2 : (tensor<1x37xi1>, tensor<f32>, tensor<3x37xf32>) -> tensor<3x37xf32>
  return %y : tensor<3x37xf32>
}
