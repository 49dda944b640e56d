// A sum of rows, and the two largest of the sums.
func.func @main(%x: tensor<5x37xf32>) -> (tensor<2xf32>, tensor<2xi64>) {
  %0 = adze.reduce %x {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<5x37xf32>) -> tensor<5xf32> loc("first")
  %v, %i = adze.top_k %0 {k = 2 : i64, axis = 0} : (tensor<5xf32>) -> (tensor<2xf32>, tensor<2xi64>) loc("second")
  return %v, %i : tensor<2xf32>, tensor<2xi64>
}
