// RUN: %adze-check %s

// The largest and smallest elements along an axis with their indices.

func.func @top_k(%a0: tensor<17xf32>) -> (tensor<5xf32>, tensor<5xi64>) {
  %v, %i = adze.top_k %a0 {k = 5 : i64, axis = 0} : (tensor<17xf32>) -> (tensor<5xf32>, tensor<5xi64>)
  return %v, %i : tensor<5xf32>, tensor<5xi64>
}

func.func @top_k_2(%a0: tensor<5x17xf32>) -> (tensor<5x3xf32>, tensor<5x3xi64>) {
  %v, %i = adze.top_k %a0 {k = 3 : i64, axis = 1} : (tensor<5x17xf32>) -> (tensor<5x3xf32>, tensor<5x3xi64>)
  return %v, %i : tensor<5x3xf32>, tensor<5x3xi64>
}

func.func @top_k_3(%a0: tensor<17x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xi64>) {
  %v, %i = adze.top_k %a0 {k = 4 : i64, axis = 0} : (tensor<17x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xi64>)
  return %v, %i : tensor<4x5xf32>, tensor<4x5xi64>
}

func.func @top_k_4(%a0: tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3x7xi64>) {
  %v, %i = adze.top_k %a0 {k = 7 : i64, axis = 1} : (tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3x7xi64>)
  return %v, %i : tensor<3x7xf32>, tensor<3x7xi64>
}

func.func @top_k_smallest(%a0: tensor<17xf32>) -> (tensor<5xf32>, tensor<5xi64>) {
  %v, %i = adze.top_k %a0 {k = 5 : i64, axis = 0, smallest} : (tensor<17xf32>) -> (tensor<5xf32>, tensor<5xi64>)
  return %v, %i : tensor<5xf32>, tensor<5xi64>
}

func.func @top_k_smallest_2(%a0: tensor<5x17xf32>) -> (tensor<5x3xf32>, tensor<5x3xi64>) {
  %v, %i = adze.top_k %a0 {k = 3 : i64, axis = 1, smallest} : (tensor<5x17xf32>) -> (tensor<5x3xf32>, tensor<5x3xi64>)
  return %v, %i : tensor<5x3xf32>, tensor<5x3xi64>
}

func.func @top_k_smallest_3(%a0: tensor<17x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xi64>) {
  %v, %i = adze.top_k %a0 {k = 4 : i64, axis = 0, smallest} : (tensor<17x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xi64>)
  return %v, %i : tensor<4x5xf32>, tensor<4x5xi64>
}

func.func @top_k_smallest_4(%a0: tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3x7xi64>) {
  %v, %i = adze.top_k %a0 {k = 7 : i64, axis = 1, smallest} : (tensor<3x7xf32>) -> (tensor<3x7xf32>, tensor<3x7xi64>)
  return %v, %i : tensor<3x7xf32>, tensor<3x7xi64>
}

func.func @top_k_ties(%a0: tensor<3x33xi32> {check.range = array<f64: 0.0, 4.0>}) -> (tensor<3x9xi32>, tensor<3x9xi64>) {
  %v, %i = adze.top_k %a0 {k = 9 : i64, axis = 1} : (tensor<3x33xi32>) -> (tensor<3x9xi32>, tensor<3x9xi64>)
  return %v, %i : tensor<3x9xi32>, tensor<3x9xi64>
}

// More elements than candidates: the threshold is searched digit by digit.
func.func @top_k_of_many(%a0: tensor<2x5003xf32>) -> (tensor<2x300xf32>, tensor<2x300xi64>) {
  %v, %i = adze.top_k %a0 {k = 300 : i64, axis = 1} : (tensor<2x5003xf32>) -> (tensor<2x300xf32>, tensor<2x300xi64>)
  return %v, %i : tensor<2x300xf32>, tensor<2x300xi64>
}

func.func @top_k_of_many_strided(%a0: tensor<1009x3xf64>) -> (tensor<7x3xf64>, tensor<7x3xi64>) {
  %v, %i = adze.top_k %a0 {k = 7 : i64, axis = 0, smallest} : (tensor<1009x3xf64>) -> (tensor<7x3xf64>, tensor<7x3xi64>)
  return %v, %i : tensor<7x3xf64>, tensor<7x3xi64>
}

// Ties down to the last digit, more of them than candidates.
func.func @top_k_of_equals(%a0: tensor<2000xi8> {check.range = array<f64: -1.0, 1.0>}) -> (tensor<20xi8>, tensor<20xi64>) {
  %v, %i = adze.top_k %a0 {k = 20 : i64, axis = 0} : (tensor<2000xi8>) -> (tensor<20xi8>, tensor<20xi64>)
  return %v, %i : tensor<20xi8>, tensor<20xi64>
}

// A whole sort.
func.func @top_k_all(%a0: tensor<515xi64> {check.range = array<f64: -100.0, 100.0>}) -> (tensor<515xi64>, tensor<515xi64>) {
  %v, %i = adze.top_k %a0 {k = 515 : i64, axis = 0, smallest} : (tensor<515xi64>) -> (tensor<515xi64>, tensor<515xi64>)
  return %v, %i : tensor<515xi64>, tensor<515xi64>
}

// NaN is larger than every number, zeros of both signs are equal.
func.func @top_k_specials(%a0: tensor<3x21xf32> {check.specials}) -> (tensor<3x21xf32>, tensor<3x21xi64>) {
  %v, %i = adze.top_k %a0 {k = 21 : i64, axis = 1} : (tensor<3x21xf32>) -> (tensor<3x21xf32>, tensor<3x21xi64>)
  return %v, %i : tensor<3x21xf32>, tensor<3x21xi64>
}

func.func @top_k_specials_smallest(%a0: tensor<1x307xf16> {check.specials}) -> (tensor<1x11xf16>, tensor<1x11xi64>) {
  %v, %i = adze.top_k %a0 {k = 11 : i64, axis = 1, smallest} : (tensor<1x307xf16>) -> (tensor<1x11xf16>, tensor<1x11xi64>)
  return %v, %i : tensor<1x11xf16>, tensor<1x11xi64>
}

// Other types.
func.func @top_k_bf16(%a0: tensor<300xbf16>) -> (tensor<9xbf16>, tensor<9xi64>) {
  %v, %i = adze.top_k %a0 {k = 9 : i64, axis = 0} : (tensor<300xbf16>) -> (tensor<9xbf16>, tensor<9xi64>)
  return %v, %i : tensor<9xbf16>, tensor<9xi64>
}

func.func @top_k_ui8(%a0: tensor<300xui8> {check.range = array<f64: 0.0, 255.0>}) -> (tensor<9xui8>, tensor<9xi64>) {
  %v, %i = adze.top_k %a0 {k = 9 : i64, axis = 0} : (tensor<300xui8>) -> (tensor<9xui8>, tensor<9xi64>)
  return %v, %i : tensor<9xui8>, tensor<9xi64>
}

func.func @top_k_i16(%a0: tensor<300xi16> {check.range = array<f64: -30000.0, 30000.0>}) -> (tensor<9xi16>, tensor<9xi64>) {
  %v, %i = adze.top_k %a0 {k = 9 : i64, axis = 0, smallest} : (tensor<300xi16>) -> (tensor<9xi16>, tensor<9xi64>)
  return %v, %i : tensor<9xi16>, tensor<9xi64>
}

// One result alone, and a kernel in front and behind.
func.func @top_k_between(%a0: tensor<2x300xf32>) -> (tensor<2x9xf32>, tensor<2x9xi64>) {
  %x = adze.sigmoid %a0 : (tensor<2x300xf32>) -> tensor<2x300xf32>
  %v, %i = adze.top_k %x {k = 9 : i64, axis = 1} : (tensor<2x300xf32>) -> (tensor<2x9xf32>, tensor<2x9xi64>)
  %w = adze.neg %v : (tensor<2x9xf32>) -> tensor<2x9xf32>
  %j = adze.add %i, %i : (tensor<2x9xi64>, tensor<2x9xi64>) -> tensor<2x9xi64>
  return %w, %j : tensor<2x9xf32>, tensor<2x9xi64>
}

func.func @top_k_indices(%a0: tensor<300xf32>) -> tensor<1xi64> {
  %v, %i = adze.top_k %a0 {k = 1 : i64, axis = 0} : (tensor<300xf32>) -> (tensor<1xf32>, tensor<1xi64>)
  return %i : tensor<1xi64>
}
