func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %c = adze.constant dense<[0.0, 1.0]> : tensor<2xf32>
  %0 = adze.exp %c : (tensor<2xf32>) -> tensor<2xf32>
  %1 = adze.add %x, %0 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
