// RUN: %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels,adze-schedule-kernels{target=x86-64-v3}))' | FileCheck %s -DF64=4 -DF32=8 -DI8=32
// RUN: %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels,adze-schedule-kernels{target=x86-64-v4}))' | FileCheck %s -DF64=8 -DF32=16 -DI8=64
// RUN: %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels,adze-schedule-kernels{target=aarch64}))' | FileCheck %s -DF64=2 -DF32=4 -DI8=16
// RUN: %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels,adze-schedule-kernels{target=generic}))' | FileCheck %s -DF64=2 -DF32=4 -DI8=16
// RUN: not %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels,adze-schedule-kernels{target=vax}))' 2>&1 | FileCheck %s --check-prefix=VAX

// Schedules follow from the target's vectors. Tiles are left to the machine model, which is tuned.

// VAX: error: unknown target 'vax'

// A product with a constant matrix is tiled in whole vectors: the matrix will be packed.
// CHECK-LABEL: func.func @gemm
// CHECK: schedule #adze.schedule<"gemm", vector = [[F32]], tile = [{{[0-9]+, [0-9]+}}], block = [{{[0-9]+}}], unroll = 1>
func.func @gemm(%x: tensor<64x32xf32>) -> tensor<64x64xf32> {
  %w = adze.constant dense<1.0> : tensor<32x64xf32>
  %0 = adze.matmul %x, %w : (tensor<64x32xf32>, tensor<32x64xf32>) -> tensor<64x64xf32>
  return %0 : tensor<64x64xf32>
}

// A product with a matrix that is not known, narrower than a vector, takes fewer lanes.
// CHECK-LABEL: func.func @narrow
// CHECK: schedule #adze.schedule<"gemm", vector = 2, tile = [2, {{[0-9]+}}]
func.func @narrow(%x: tensor<64x32xf32>, %w: tensor<32x2xf32>) -> tensor<64x2xf32> {
  %0 = adze.matmul %x, %w : (tensor<64x32xf32>, tensor<32x2xf32>) -> tensor<64x2xf32>
  return %0 : tensor<64x2xf32>
}

// Convolutions, channels last; those of 3 x 3 with many channels and no strides in Winograd's domain.
// CHECK-LABEL: func.func @conv
// CHECK: schedule #adze.schedule<"conv", vector = [[F32]], tile = [{{[0-9]+, [0-9]+}}], block = [{{[0-9]+}}], unroll
func.func @conv(%x: tensor<1x16x16x8xf32>) -> tensor<1x8x8x32xf32> {
  %w = adze.constant dense<1.0> : tensor<32x8x3x3xf32>
  %0 = adze.conv %x, %w {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x16x16x8xf32>, tensor<32x8x3x3xf32>) -> tensor<1x8x8x32xf32>
  return %0 : tensor<1x8x8x32xf32>
}
// CHECK-LABEL: func.func @winograd
// CHECK: schedule #adze.schedule<"winograd", vector = [[F32]], tile = [{{[0-9]+, [0-9]+}}], block = [{{[0-9]+}}], unroll = {{[24]}}>
func.func @winograd(%x: tensor<1x16x16x8xf32>) -> tensor<1x16x16x32xf32> {
  %w = adze.constant dense<1.0> : tensor<32x8x3x3xf32>
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 1 : i64, layout = #adze<layout channels_last>} : (tensor<1x16x16x8xf32>, tensor<32x8x3x3xf32>) -> tensor<1x16x16x32xf32>
  return %0 : tensor<1x16x16x32xf32>
}

// Depthwise convolutions hold pixels in registers and unroll their taps.
// CHECK-LABEL: func.func @depthwise
// CHECK: schedule #adze.schedule<"window", vector = [[F32]], tile = [{{[0-9]+, [0-9]+}}], block = [{{[0-9]+}}], unroll = 9>
func.func @depthwise(%x: tensor<1x16x16x64xf32>) -> tensor<1x16x16x64xf32> {
  %w = adze.constant dense<1.0> : tensor<64x1x3x3xf32>
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, groups = 64 : i64, layout = #adze<layout channels_last>} : (tensor<1x16x16x64xf32>, tensor<64x1x3x3xf32>) -> tensor<1x16x16x64xf32>
  return %0 : tensor<1x16x16x64xf32>
}

// Channels first there are no vectors along the channels.
// CHECK-LABEL: func.func @channels_first
// CHECK: schedule #adze.schedule<"window", vector = 1,
func.func @channels_first(%x: tensor<1x8x16x16xf32>, %w: tensor<32x8x3x3xf32>) -> tensor<1x32x14x14xf32> {
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x16x16xf32>, tensor<32x8x3x3xf32>) -> tensor<1x32x14x14xf32>
  return %0 : tensor<1x32x14x14xf32>
}

// Softmax and sums along the innermost dimension go row by row; sums along others are vectors of sums.
// CHECK-LABEL: func.func @rows
// CHECK: schedule #adze.schedule<"rows", vector = [[F32]],
// CHECK: schedule #adze.schedule<"rows", vector = [[F32]],
// CHECK: schedule #adze.schedule<"window", vector = [[F32]],
func.func @rows(%x: tensor<64x32xf32>) -> (tensor<64x32xf32>, tensor<64xf32>, tensor<32xf32>) {
  %0 = adze.softmax %x {axes = array<i64: 1>} : (tensor<64x32xf32>) -> tensor<64x32xf32>
  %1 = adze.reduce %x {kind = #adze<reduce_kind sum>, axes = array<i64: 1>} : (tensor<64x32xf32>) -> tensor<64xf32>
  %2 = adze.reduce %x {kind = #adze<reduce_kind sum>, axes = array<i64: 0>} : (tensor<64x32xf32>) -> tensor<32xf32>
  return %0, %1, %2 : tensor<64x32xf32>, tensor<64xf32>, tensor<32xf32>
}

// Vectors hold the widest element that the kernel computes with.
// CHECK-LABEL: func.func @pointwise
// CHECK: schedule #adze.schedule<"pointwise", vector = [[F32]],
// CHECK: schedule #adze.schedule<"pointwise", vector = [[F64]],
// CHECK: schedule #adze.schedule<"pointwise", vector = [[I8]],
// CHECK: schedule #adze.schedule<"pointwise", vector = [[F32]],
func.func @pointwise(%x: tensor<64x32xf32>, %y: tensor<64x32xf64>, %z: tensor<64x32xi8>) -> (tensor<64x32xf32>, tensor<64x32xf64>, tensor<64x32xi8>, tensor<64x32xf32>) {
  %0 = adze.exp %x : (tensor<64x32xf32>) -> tensor<64x32xf32>
  %1 = adze.exp %y : (tensor<64x32xf64>) -> tensor<64x32xf64>
  %2 = adze.neg %z : (tensor<64x32xi8>) -> tensor<64x32xi8>
  %3 = adze.cast %z : (tensor<64x32xi8>) -> tensor<64x32xf32>
  return %0, %1, %2, %3 : tensor<64x32xf32>, tensor<64x32xf64>, tensor<64x32xi8>, tensor<64x32xf32>
}

// A schedule that is there stays: it was edited or tuned.
// CHECK-LABEL: func.func @edited
// CHECK: schedule #adze.schedule<"pointwise", vector = 3, tile = [], block = [], unroll = 7>
func.func @edited(%x: tensor<64xf32>) -> tensor<64xf32> {
  %0 = adze.kernel(%a = %x) : (tensor<64xf32>) -> tensor<64xf32> schedule #adze.schedule<"pointwise", vector = 3, tile = [], block = [], unroll = 7> {
    %1 = adze.exp %a : (tensor<64xf32>) -> tensor<64xf32>
    adze.yield %1 : tensor<64xf32>
  }
  return %0 : tensor<64xf32>
}
