// RUN: %adze-check --atol=2.0e-4 --rtol=1.0e-3 %s

// Convolutions of 3 x 3 and 5 x 5 with so many channels that they are computed in Winograd's domain: whole and cut tiles, channels around the tiles' remainders,
// pads of all kinds, batches, epilogues.

func.func @whole_tiles(%a0: tensor<1x32x16x16xf32>, %a1: tensor<32x32x3x3xf32> {check.constant}) -> tensor<1x32x16x16xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x32x16x16xf32>, tensor<32x32x3x3xf32>) -> tensor<1x32x16x16xf32>
  return %y : tensor<1x32x16x16xf32>
}

func.func @cut_tiles(%a0: tensor<1x32x13x19xf32>, %a1: tensor<48x32x3x3xf32> {check.constant}) -> tensor<1x48x13x19xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x32x13x19xf32>, tensor<48x32x3x3xf32>) -> tensor<1x48x13x19xf32>
  return %y : tensor<1x48x13x19xf32>
}

func.func @no_pads(%a0: tensor<1x32x14x15xf32>, %a1: tensor<32x32x3x3xf32> {check.constant}) -> tensor<1x32x12x13xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x32x14x15xf32>, tensor<32x32x3x3xf32>) -> tensor<1x32x12x13xf32>
  return %y : tensor<1x32x12x13xf32>
}

func.func @uneven_pads(%a0: tensor<1x40x11x17xf32>, %a1: tensor<24x40x3x3xf32> {check.constant}) -> tensor<1x24x12x18xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 2, 0, 1, 3>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x40x11x17xf32>, tensor<24x40x3x3xf32>) -> tensor<1x24x12x18xf32>
  return %y : tensor<1x24x12x18xf32>
}

func.func @odd_channels(%a0: tensor<2x37x13x13xf32>, %a1: tensor<43x37x3x3xf32> {check.constant}) -> tensor<2x43x13x13xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<2x37x13x13xf32>, tensor<43x37x3x3xf32>) -> tensor<2x43x13x13xf32>
  return %y : tensor<2x43x13x13xf32>
}

func.func @one_tile(%a0: tensor<1x64x4x4xf32>, %a1: tensor<64x64x3x3xf32> {check.constant}) -> tensor<1x64x4x4xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x64x4x4xf32>, tensor<64x64x3x3xf32>) -> tensor<1x64x4x4xf32>
  return %y : tensor<1x64x4x4xf32>
}

func.func @less_than_a_tile(%a0: tensor<1x64x3x2xf32>, %a1: tensor<64x64x3x3xf32> {check.constant}) -> tensor<1x64x3x2xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x64x3x2xf32>, tensor<64x64x3x3xf32>) -> tensor<1x64x3x2xf32>
  return %y : tensor<1x64x3x2xf32>
}

func.func @many_channels(%a0: tensor<1x256x7x7xf32>, %a1: tensor<64x256x3x3xf32> {check.constant}) -> tensor<1x64x7x7xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x256x7x7xf32>, tensor<64x256x3x3xf32>) -> tensor<1x64x7x7xf32>
  return %y : tensor<1x64x7x7xf32>
}

func.func @epilogue(%a0: tensor<1x32x18x21xf32>, %a1: tensor<32x32x3x3xf32> {check.constant}, %a2: tensor<1x32x1x1xf32> {check.constant}, %a3: tensor<1x32x18x21xf32>) -> tensor<1x32x18x21xf32> {
  %0 = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x32x18x21xf32>, tensor<32x32x3x3xf32>) -> tensor<1x32x18x21xf32>
  %1 = adze.add %0, %a2 : (tensor<1x32x18x21xf32>, tensor<1x32x1x1xf32>) -> tensor<1x32x18x21xf32>
  %2 = adze.add %1, %a3 : (tensor<1x32x18x21xf32>, tensor<1x32x18x21xf32>) -> tensor<1x32x18x21xf32>
  %y = adze.silu %2 : (tensor<1x32x18x21xf32>) -> tensor<1x32x18x21xf32>
  return %y : tensor<1x32x18x21xf32>
}

func.func @five(%a0: tensor<1x8x14x14xf32>, %a1: tensor<16x8x5x5xf32> {check.constant}) -> tensor<1x16x14x14xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 2, 2, 2, 2>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x14x14xf32>, tensor<16x8x5x5xf32>) -> tensor<1x16x14x14xf32>
  return %y : tensor<1x16x14x14xf32>
}

func.func @five_cut(%a0: tensor<2x24x13x11xf32>, %a1: tensor<40x24x5x5xf32> {check.constant}) -> tensor<2x40x11x10xf32> {
  %y = adze.conv %a0, %a1 {strides = array<i64: 1, 1>, pads = array<i64: 0, 1, 2, 2>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<2x24x13x11xf32>, tensor<40x24x5x5xf32>) -> tensor<2x40x11x10xf32>
  return %y : tensor<2x40x11x10xf32>
}
