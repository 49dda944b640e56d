// RUN: %adze-opt %s | %adze-opt | FileCheck %s
// RUN: %adze-opt %s --mlir-print-op-generic | %adze-opt | FileCheck %s
// RUN: %adze-opt %s --emit-bytecode | %adze-opt | FileCheck %s

// Every operation is printed as it is read, as text and through bytecode.

// Unary operations have no attributes.
// CHECK-LABEL: func.func @unary
func.func @unary(%x: tensor<2x3xf32>) {
  // CHECK: adze.abs %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = adze.abs %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.neg %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = adze.neg %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.sign %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = adze.sign %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.exp %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %3 = adze.exp %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.log %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %4 = adze.log %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.sqrt %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %5 = adze.sqrt %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.rsqrt %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %6 = adze.rsqrt %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.reciprocal %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %7 = adze.reciprocal %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.sin %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %8 = adze.sin %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.cos %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %9 = adze.cos %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.tan %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %10 = adze.tan %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.asin %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %11 = adze.asin %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.acos %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %12 = adze.acos %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.atan %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %13 = adze.atan %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.sinh %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %14 = adze.sinh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.cosh %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %15 = adze.cosh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.tanh %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %16 = adze.tanh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.asinh %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %17 = adze.asinh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.acosh %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %18 = adze.acosh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.atanh %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %19 = adze.atanh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.erf %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %20 = adze.erf %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.sigmoid %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %21 = adze.sigmoid %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.silu %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %22 = adze.silu %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.hard_swish %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %23 = adze.hard_swish %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.softplus %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %24 = adze.softplus %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.floor %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %25 = adze.floor %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.ceil %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %26 = adze.ceil %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.round %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %27 = adze.round %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.gelu %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %28 = adze.gelu %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// Unary operations with attributes.
// CHECK-LABEL: func.func @parameters
func.func @parameters(%x: tensor<2x3xf32>, %i: tensor<3xi32>) {
  // CHECK: adze.gelu %{{.*}} {tanh} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %0 = adze.gelu %x {tanh} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.hard_sigmoid %{{.*}} {alpha = 2.000000e-01 : f64, beta = 5.000000e-01 : f64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = adze.hard_sigmoid %x {alpha = 0.2 : f64, beta = 0.5 : f64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.elu %{{.*}} {alpha = 1.000000e+00 : f64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = adze.elu %x {alpha = 1.0 : f64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.leaky_relu %{{.*}} {alpha = 1.250000e-01 : f64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %3 = adze.leaky_relu %x {alpha = 0.125 : f64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.clamp %{{.*}} {min = 0.000000e+00 : f32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %4 = adze.clamp %x {min = 0.0 : f32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.clamp %{{.*}} {max = 6.000000e+00 : f32, min = -1.000000e+00 : f32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %5 = adze.clamp %x {min = -1.0 : f32, max = 6.0 : f32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.clamp %{{.*}} {max = 255 : i32} : (tensor<3xi32>) -> tensor<3xi32>
  %6 = adze.clamp %i {max = 255 : i32} : (tensor<3xi32>) -> tensor<3xi32>
  // CHECK: adze.is_nan %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xi1>
  %7 = adze.is_nan %x : (tensor<2x3xf32>) -> tensor<2x3xi1>
  // CHECK: adze.is_inf %{{.*}} {negative = true, positive = false} : (tensor<2x3xf32>) -> tensor<2x3xi1>
  %8 = adze.is_inf %x {negative = true, positive = false} : (tensor<2x3xf32>) -> tensor<2x3xi1>
  return
}

// Element types: half precision, signless, unsigned, booleans, complex.
// CHECK-LABEL: func.func @types
func.func @types(%x: tensor<2x3xf32>, %b: tensor<2xi1>, %u: tensor<4xui8>, %z: tensor<2xcomplex<f32>>) {
  // CHECK: adze.cast %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xf16>
  %0 = adze.cast %x : (tensor<2x3xf32>) -> tensor<2x3xf16>
  // CHECK: adze.cast %{{.*}} : (tensor<2x3xf16>) -> tensor<2x3xbf16>
  %1 = adze.cast %0 : (tensor<2x3xf16>) -> tensor<2x3xbf16>
  // CHECK: adze.cast %{{.*}} : (tensor<2x3xbf16>) -> tensor<2x3xi64>
  %2 = adze.cast %1 : (tensor<2x3xbf16>) -> tensor<2x3xi64>
  // CHECK: adze.cast %{{.*}} : (tensor<2x3xi64>) -> tensor<2x3xi1>
  %3 = adze.cast %2 : (tensor<2x3xi64>) -> tensor<2x3xi1>
  // CHECK: adze.not %{{.*}} : (tensor<2xi1>) -> tensor<2xi1>
  %4 = adze.not %b : (tensor<2xi1>) -> tensor<2xi1>
  // CHECK: adze.not %{{.*}} : (tensor<4xui8>) -> tensor<4xui8>
  %5 = adze.not %u : (tensor<4xui8>) -> tensor<4xui8>
  // CHECK: adze.neg %{{.*}} : (tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>>
  %6 = adze.neg %z : (tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>>
  return
}

// Binary operations broadcast at the right.
// CHECK-LABEL: func.func @binary
func.func @binary(%a: tensor<2x3xf32>, %b: tensor<3xf32>) {
  // CHECK: adze.add %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %0 = adze.add %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.sub %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %1 = adze.sub %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.mul %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %2 = adze.mul %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.div %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %3 = adze.div %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.mod %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %4 = adze.mod %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.pow %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %5 = adze.pow %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.max %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %6 = adze.max %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.min %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %7 = adze.min %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.prelu %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %8 = adze.prelu %a, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return
}

// Binary operations on bits.
// CHECK-LABEL: func.func @bits
func.func @bits(%a: tensor<4xui32>, %b: tensor<4xui32>) {
  // CHECK: adze.and %{{.*}}, %{{.*}} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  %0 = adze.and %a, %b : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  // CHECK: adze.or %{{.*}}, %{{.*}} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  %1 = adze.or %a, %b : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  // CHECK: adze.xor %{{.*}}, %{{.*}} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  %2 = adze.xor %a, %b : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  // CHECK: adze.shift_left %{{.*}}, %{{.*}} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  %3 = adze.shift_left %a, %b : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  // CHECK: adze.shift_right %{{.*}}, %{{.*}} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  %4 = adze.shift_right %a, %b : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  return
}

// Both operands of a sum broadcast, against each other.
// CHECK-LABEL: func.func @broadcasting
func.func @broadcasting(%a: tensor<2x1xf32>, %b: tensor<1x3xf32>, %c: tensor<f32>) {
  // CHECK: adze.add %{{.*}}, %{{.*}} : (tensor<2x1xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  %0 = adze.add %a, %b : (tensor<2x1xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.mul %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %1 = adze.mul %0, %c : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// Comparison and selection.
// CHECK-LABEL: func.func @choice
func.func @choice(%a: tensor<2x3xf32>, %b: tensor<3xf32>) {
  // CHECK: adze.compare %{{.*}}, %{{.*}} {predicate = #adze<predicate eq>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  %0 = adze.compare %a, %b {predicate = #adze<predicate eq>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: adze.compare %{{.*}}, %{{.*}} {predicate = #adze<predicate ne>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  %1 = adze.compare %a, %b {predicate = #adze<predicate ne>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: adze.compare %{{.*}}, %{{.*}} {predicate = #adze<predicate lt>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  %2 = adze.compare %a, %b {predicate = #adze<predicate lt>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: adze.compare %{{.*}}, %{{.*}} {predicate = #adze<predicate le>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  %3 = adze.compare %a, %b {predicate = #adze<predicate le>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: adze.compare %{{.*}}, %{{.*}} {predicate = #adze<predicate gt>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  %4 = adze.compare %a, %b {predicate = #adze<predicate gt>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: adze.compare %{{.*}}, %{{.*}} {predicate = #adze<predicate ge>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  %5 = adze.compare %a, %b {predicate = #adze<predicate ge>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: adze.select %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %6 = adze.select %0, %a, %b : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: adze.mod %{{.*}}, %{{.*}} {fmod} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %7 = adze.mod %a, %b {fmod} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return
}

// Constants: dense, splat, empty, resources.
// CHECK-LABEL: func.func @constants
func.func @constants() {
  // CHECK: adze.constant dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>
  %0 = adze.constant dense<[1.0, 2.0]> : tensor<2xf32>
  // CHECK: adze.constant dense<7> : tensor<2x2xui8>
  %1 = adze.constant dense<7> : tensor<2x2xui8>
  // CHECK: adze.constant dense<[true, false]> : tensor<2xi1>
  %2 = adze.constant dense<[true, false]> : tensor<2xi1>
  // CHECK: adze.constant dense<> : tensor<0x2xf32>
  %3 = adze.constant dense<> : tensor<0x2xf32>
  // CHECK: adze.constant dense_resource<blob> : tensor<2xf32>
  %4 = adze.constant dense_resource<blob> : tensor<2xf32>
  return
}

// Matrix products.
// CHECK-LABEL: func.func @products
func.func @products(%a: tensor<5x4x8xf32>, %b: tensor<8x16xf32>, %bt: tensor<16x8xf32>, %c: tensor<5x16x4xf32>) {
  // CHECK: adze.matmul %{{.*}}, %{{.*}} : (tensor<5x4x8xf32>, tensor<8x16xf32>) -> tensor<5x4x16xf32>
  %0 = adze.matmul %a, %b : (tensor<5x4x8xf32>, tensor<8x16xf32>) -> tensor<5x4x16xf32>
  // CHECK: adze.matmul %{{.*}}, %{{.*}} {transpose_b} : (tensor<5x4x8xf32>, tensor<16x8xf32>) -> tensor<5x4x16xf32>
  %1 = adze.matmul %a, %bt {transpose_b} : (tensor<5x4x8xf32>, tensor<16x8xf32>) -> tensor<5x4x16xf32>
  // CHECK: adze.matmul %{{.*}}, %{{.*}} {transpose_a, transpose_b} : (tensor<5x4x8xf32>, tensor<5x16x4xf32>) -> tensor<5x8x16xf32>
  %2 = adze.matmul %a, %c {transpose_a, transpose_b} : (tensor<5x4x8xf32>, tensor<5x16x4xf32>) -> tensor<5x8x16xf32>
  return
}

// Convolutions over one to three dimensions, both layouts.
// CHECK-LABEL: func.func @convolutions
func.func @convolutions(%x1: tensor<1x4x9xf32>, %w1: tensor<6x4x3xf32>, %x2: tensor<1x9x9x4xf32>, %w2: tensor<4x1x3x3xf32>, %x3: tensor<2x4x5x5x5xf32>, %w3: tensor<6x2x3x3x3xf32>, %t: tensor<4x3x2x2xf32>, %x4: tensor<1x4x5x5xf32>) {
  // CHECK: adze.conv %{{.*}}, %{{.*}} {dilations = array<i64: 1>, groups = 1 : i64, pads = array<i64: 1, 1>, strides = array<i64: 2>} : (tensor<1x4x9xf32>, tensor<6x4x3xf32>) -> tensor<1x6x5xf32>
  %0 = adze.conv %x1, %w1 {strides = array<i64: 2>, pads = array<i64: 1, 1>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x4x9xf32>, tensor<6x4x3xf32>) -> tensor<1x6x5xf32>
  // CHECK: adze.conv %{{.*}}, %{{.*}} {dilations = array<i64: 2, 1>, groups = 4 : i64, layout = #adze<layout channels_last>, pads = array<i64: 0, 1, 0, 1>, strides = array<i64: 1, 1>} : (tensor<1x9x9x4xf32>, tensor<4x1x3x3xf32>) -> tensor<1x5x9x4xf32>
  %1 = adze.conv %x2, %w2 {strides = array<i64: 1, 1>, pads = array<i64: 0, 1, 0, 1>, dilations = array<i64: 2, 1>, groups = 4 : i64, layout = #adze<layout channels_last>} : (tensor<1x9x9x4xf32>, tensor<4x1x3x3xf32>) -> tensor<1x5x9x4xf32>
  // CHECK: adze.conv %{{.*}}, %{{.*}} {dilations = array<i64: 1, 1, 1>, groups = 2 : i64, pads = array<i64: 0, 0, 0, 0, 0, 0>, strides = array<i64: 1, 1, 1>} : (tensor<2x4x5x5x5xf32>, tensor<6x2x3x3x3xf32>) -> tensor<2x6x3x3x3xf32>
  %2 = adze.conv %x3, %w3 {strides = array<i64: 1, 1, 1>, pads = array<i64: 0, 0, 0, 0, 0, 0>, dilations = array<i64: 1, 1, 1>, groups = 2 : i64} : (tensor<2x4x5x5x5xf32>, tensor<6x2x3x3x3xf32>) -> tensor<2x6x3x3x3xf32>
  // CHECK: adze.conv_transpose %{{.*}}, %{{.*}} {dilations = array<i64: 1, 1>, groups = 1 : i64, output_padding = array<i64: 1, 0>, pads = array<i64: 0, 0, 0, 0>, strides = array<i64: 2, 2>} : (tensor<1x4x5x5xf32>, tensor<4x3x2x2xf32>) -> tensor<1x3x11x10xf32>
  %3 = adze.conv_transpose %x4, %t {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, output_padding = array<i64: 1, 0>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<4x3x2x2xf32>) -> tensor<1x3x11x10xf32>
  return
}

// Pooling; ceil_mode rounds up.
// CHECK-LABEL: func.func @pooling
func.func @pooling(%x: tensor<1x8x6x6xf32>, %l: tensor<1x6x6x8xf32>) {
  // CHECK: adze.max_pool %{{.*}} {dilations = array<i64: 1, 1>, kernel = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, strides = array<i64: 2, 2>} : (tensor<1x8x6x6xf32>) -> tensor<1x8x3x3xf32>
  %0 = adze.max_pool %x {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x8x6x6xf32>) -> tensor<1x8x3x3xf32>
  // CHECK: adze.max_pool %{{.*}} {ceil_mode, dilations = array<i64: 1, 1>, kernel = array<i64: 3, 3>, pads = array<i64: 0, 0, 0, 0>, strides = array<i64: 2, 2>} : (tensor<1x8x6x6xf32>) -> tensor<1x8x3x3xf32>
  %1 = adze.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, ceil_mode} : (tensor<1x8x6x6xf32>) -> tensor<1x8x3x3xf32>
  // CHECK: adze.avg_pool %{{.*}} {count_include_pad, dilations = array<i64: 1, 1>, kernel = array<i64: 3, 3>, layout = #adze<layout channels_last>, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>} : (tensor<1x6x6x8xf32>) -> tensor<1x3x3x8xf32>
  %2 = adze.avg_pool %l {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, count_include_pad, layout = #adze<layout channels_last>} : (tensor<1x6x6x8xf32>) -> tensor<1x3x3x8xf32>
  return
}

// Attention with and without a mask.
// CHECK-LABEL: func.func @attention
func.func @attention(%q: tensor<2x4x8xf32>, %k: tensor<2x6x8xf32>, %v: tensor<2x6x5xf32>, %m: tensor<4x6xf32>) {
  // CHECK: adze.attention %{{.*}}, %{{.*}}, %{{.*}} {scale = 5.000000e-01 : f64} : (tensor<2x4x8xf32>, tensor<2x6x8xf32>, tensor<2x6x5xf32>) -> tensor<2x4x5xf32>
  %0 = adze.attention %q, %k, %v {scale = 0.5 : f64} : (tensor<2x4x8xf32>, tensor<2x6x8xf32>, tensor<2x6x5xf32>) -> tensor<2x4x5xf32>
  // CHECK: adze.attention %{{.*}}, %{{.*}}, %{{.*}} mask %{{.*}} {scale = 5.000000e-01 : f64} : (tensor<2x4x8xf32>, tensor<2x6x8xf32>, tensor<2x6x5xf32>, tensor<4x6xf32>) -> tensor<2x4x5xf32>
  %1 = adze.attention %q, %k, %v mask %m {scale = 0.5 : f64} : (tensor<2x4x8xf32>, tensor<2x6x8xf32>, tensor<2x6x5xf32>, tensor<4x6xf32>) -> tensor<2x4x5xf32>
  return
}

// Reductions.
// CHECK-LABEL: func.func @reductions
func.func @reductions(%x: tensor<2x3x4xf32>) {
  // CHECK: adze.reduce %{{.*}} {axes = array<i64: 0, 2>, kind = #adze<reduce_kind sum>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  %0 = adze.reduce %x {kind = #adze<reduce_kind sum>, axes = array<i64: 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  // CHECK: adze.reduce %{{.*}} {axes = array<i64: 0, 2>, kind = #adze<reduce_kind mean>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  %1 = adze.reduce %x {kind = #adze<reduce_kind mean>, axes = array<i64: 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  // CHECK: adze.reduce %{{.*}} {axes = array<i64: 0, 2>, kind = #adze<reduce_kind prod>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  %2 = adze.reduce %x {kind = #adze<reduce_kind prod>, axes = array<i64: 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  // CHECK: adze.reduce %{{.*}} {axes = array<i64: 0, 2>, kind = #adze<reduce_kind max>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  %3 = adze.reduce %x {kind = #adze<reduce_kind max>, axes = array<i64: 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  // CHECK: adze.reduce %{{.*}} {axes = array<i64: 0, 2>, kind = #adze<reduce_kind min>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  %4 = adze.reduce %x {kind = #adze<reduce_kind min>, axes = array<i64: 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  // CHECK: adze.reduce %{{.*}} {axes = array<i64: 1>, keepdims, kind = #adze<reduce_kind sum>} : (tensor<2x3x4xf32>) -> tensor<2x1x4xf32>
  %5 = adze.reduce %x {kind = #adze<reduce_kind sum>, axes = array<i64: 1>, keepdims} : (tensor<2x3x4xf32>) -> tensor<2x1x4xf32>
  // CHECK: adze.arg_reduce %{{.*}} {axis = 1 : i64, keepdims, kind = #adze<reduce_kind max>, select_last} : (tensor<2x3x4xf32>) -> tensor<2x1x4xi64>
  %6 = adze.arg_reduce %x {kind = #adze<reduce_kind max>, axis = 1 : i64, keepdims, select_last} : (tensor<2x3x4xf32>) -> tensor<2x1x4xi64>
  // CHECK: adze.cum_sum %{{.*}} {axis = 2 : i64, exclusive, reverse} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %7 = adze.cum_sum %x {axis = 2 : i64, exclusive, reverse} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: adze.softmax %{{.*}} {axes = array<i64: 1, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %8 = adze.softmax %x {axes = array<i64: 1, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: adze.softmax %{{.*}} {axes = array<i64: 2>, log} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %9 = adze.softmax %x {axes = array<i64: 2>, log} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: adze.top_k %{{.*}} {axis = 2 : i64, k = 2 : i64, smallest} : (tensor<2x3x4xf32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xi64>)
  %10, %11 = adze.top_k %x {k = 2 : i64, axis = 2 : i64, smallest} : (tensor<2x3x4xf32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xi64>)
  return
}

// Normalizations; scale and bias are optional.
// CHECK-LABEL: func.func @normalizations
func.func @normalizations(%x: tensor<1x4x6xf32>, %c: tensor<4xf32>, %s: tensor<6xf32>) {
  // CHECK: adze.layer_norm %{{.*}} scale %{{.*}} bias %{{.*}} {axis = 2 : i64, epsilon = 1.000000e-05 : f64} : (tensor<1x4x6xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<1x4x6xf32>
  %0 = adze.layer_norm %x scale %s bias %s {axis = 2 : i64, epsilon = 1.0e-5 : f64} : (tensor<1x4x6xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<1x4x6xf32>
  // CHECK: adze.layer_norm %{{.*}} {axis = 1 : i64, epsilon = 1.000000e-05 : f64} : (tensor<1x4x6xf32>) -> tensor<1x4x6xf32>
  %1 = adze.layer_norm %x {axis = 1 : i64, epsilon = 1.0e-5 : f64} : (tensor<1x4x6xf32>) -> tensor<1x4x6xf32>
  // CHECK: adze.layer_norm %{{.*}} bias %{{.*}} {axis = 2 : i64, epsilon = 1.000000e-05 : f64} : (tensor<1x4x6xf32>, tensor<6xf32>) -> tensor<1x4x6xf32>
  %2 = adze.layer_norm %x bias %s {axis = 2 : i64, epsilon = 1.0e-5 : f64} : (tensor<1x4x6xf32>, tensor<6xf32>) -> tensor<1x4x6xf32>
  // CHECK: adze.rms_norm %{{.*}} {axis = 2 : i64, epsilon = 1.000000e-05 : f64} : (tensor<1x4x6xf32>) -> tensor<1x4x6xf32>
  %3 = adze.rms_norm %x {axis = 2 : i64, epsilon = 1.0e-5 : f64} : (tensor<1x4x6xf32>) -> tensor<1x4x6xf32>
  // CHECK: adze.rms_norm %{{.*}}, %{{.*}} {axis = 2 : i64, epsilon = 1.000000e-05 : f64} : (tensor<1x4x6xf32>, tensor<6xf32>) -> tensor<1x4x6xf32>
  %4 = adze.rms_norm %x, %s {axis = 2 : i64, epsilon = 1.0e-5 : f64} : (tensor<1x4x6xf32>, tensor<6xf32>) -> tensor<1x4x6xf32>
  // CHECK: adze.group_norm %{{.*}} scale %{{.*}} bias %{{.*}} {epsilon = 1.000000e-05 : f64, groups = 2 : i64} : (tensor<1x4x6xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x6xf32>
  %5 = adze.group_norm %x scale %c bias %c {groups = 2 : i64, epsilon = 1.0e-5 : f64} : (tensor<1x4x6xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x6xf32>
  // CHECK: adze.group_norm %{{.*}} {epsilon = 1.000000e-05 : f64, groups = 3 : i64, layout = #adze<layout channels_last>} : (tensor<1x4x6xf32>) -> tensor<1x4x6xf32>
  %6 = adze.group_norm %x {groups = 3 : i64, epsilon = 1.0e-5 : f64, layout = #adze<layout channels_last>} : (tensor<1x4x6xf32>) -> tensor<1x4x6xf32>
  // CHECK: adze.batch_norm %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} {epsilon = 1.000000e-05 : f64} : (tensor<1x4x6xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x6xf32>
  %7 = adze.batch_norm %x, %c, %c, %c, %c {epsilon = 1.0e-5 : f64} : (tensor<1x4x6xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x6xf32>
  // CHECK: adze.lrn %{{.*}} {alpha = 1.000000e-04 : f64, beta = 7.500000e-01 : f64, k = 1.000000e+00 : f64, size = 3 : i64} : (tensor<1x4x6xf32>) -> tensor<1x4x6xf32>
  %8 = adze.lrn %x {size = 3 : i64, alpha = 1.0e-4 : f64, beta = 0.75 : f64, k = 1.0 : f64} : (tensor<1x4x6xf32>) -> tensor<1x4x6xf32>
  return
}

// Movements.
// CHECK-LABEL: func.func @movements
func.func @movements(%x: tensor<2x3x4xf32>, %r: tensor<1x4xf32>, %v: tensor<f32>) {
  // CHECK: adze.reshape %{{.*}} : (tensor<2x3x4xf32>) -> tensor<6x4xf32>
  %0 = adze.reshape %x : (tensor<2x3x4xf32>) -> tensor<6x4xf32>
  // CHECK: adze.broadcast %{{.*}} : (tensor<1x4xf32>) -> tensor<3x4xf32>
  %1 = adze.broadcast %r : (tensor<1x4xf32>) -> tensor<3x4xf32>
  // CHECK: adze.transpose %{{.*}} {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>
  %2 = adze.transpose %x {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>
  // CHECK: adze.slice %{{.*}} {sizes = array<i64: 2, 3, 2>, starts = array<i64: 0, 2, 1>, steps = array<i64: 1, -1, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x2xf32>
  %3 = adze.slice %x {starts = array<i64: 0, 2, 1>, sizes = array<i64: 2, 3, 2>, steps = array<i64: 1, -1, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x2xf32>
  // CHECK: adze.concat %{{.*}}, %{{.*}}, %{{.*}} {axis = 0 : i64} : (tensor<1x4xf32>, tensor<6x4xf32>, tensor<1x4xf32>) -> tensor<8x4xf32>
  %4 = adze.concat %r, %0, %r {axis = 0 : i64} : (tensor<1x4xf32>, tensor<6x4xf32>, tensor<1x4xf32>) -> tensor<8x4xf32>
  // CHECK: adze.pad %{{.*}}, %{{.*}} {high = array<i64: 0, 2, 0>, low = array<i64: 0, 1, 0>, mode = #adze<pad_mode constant>} : (tensor<2x3x4xf32>, tensor<f32>) -> tensor<2x6x4xf32>
  %5 = adze.pad %x, %v {low = array<i64: 0, 1, 0>, high = array<i64: 0, 2, 0>, mode = #adze<pad_mode constant>} : (tensor<2x3x4xf32>, tensor<f32>) -> tensor<2x6x4xf32>
  // CHECK: adze.pad %{{.*}} {high = array<i64: 0, 2, 0>, low = array<i64: 0, 1, 0>, mode = #adze<pad_mode reflect>} : (tensor<2x3x4xf32>) -> tensor<2x6x4xf32>
  %6 = adze.pad %x {low = array<i64: 0, 1, 0>, high = array<i64: 0, 2, 0>, mode = #adze<pad_mode reflect>} : (tensor<2x3x4xf32>) -> tensor<2x6x4xf32>
  // CHECK: adze.pad %{{.*}} {high = array<i64: 0, 0, 0>, low = array<i64: 0, 9, 0>, mode = #adze<pad_mode edge>} : (tensor<2x3x4xf32>) -> tensor<2x12x4xf32>
  %7 = adze.pad %x {low = array<i64: 0, 9, 0>, high = array<i64: 0, 0, 0>, mode = #adze<pad_mode edge>} : (tensor<2x3x4xf32>) -> tensor<2x12x4xf32>
  // CHECK: adze.pad %{{.*}} {high = array<i64: 0, 0, 0>, low = array<i64: 0, 3, 0>, mode = #adze<pad_mode wrap>} : (tensor<2x3x4xf32>) -> tensor<2x6x4xf32>
  %8 = adze.pad %x {low = array<i64: 0, 3, 0>, high = array<i64: 0, 0, 0>, mode = #adze<pad_mode wrap>} : (tensor<2x3x4xf32>) -> tensor<2x6x4xf32>
  return
}

// Movements by index.
// CHECK-LABEL: func.func @indexing
func.func @indexing(%x: tensor<2x3x4xf32>, %i: tensor<5xi64>, %e: tensor<2x1x4xi32>, %n: tensor<7x2xi64>, %u: tensor<2x1x4xf32>, %w: tensor<7x4xf32>, %l: tensor<2xi64>) {
  // CHECK: adze.gather %{{.*}}, %{{.*}} {axis = 1 : i64} : (tensor<2x3x4xf32>, tensor<5xi64>) -> tensor<2x5x4xf32>
  %0 = adze.gather %x, %i {axis = 1 : i64} : (tensor<2x3x4xf32>, tensor<5xi64>) -> tensor<2x5x4xf32>
  // CHECK: adze.gather_elements %{{.*}}, %{{.*}} {axis = 1 : i64} : (tensor<2x3x4xf32>, tensor<2x1x4xi32>) -> tensor<2x1x4xf32>
  %1 = adze.gather_elements %x, %e {axis = 1 : i64} : (tensor<2x3x4xf32>, tensor<2x1x4xi32>) -> tensor<2x1x4xf32>
  // CHECK: adze.gather_nd %{{.*}}, %{{.*}} {batch_dims = 0 : i64} : (tensor<2x3x4xf32>, tensor<7x2xi64>) -> tensor<7x4xf32>
  %2 = adze.gather_nd %x, %n {batch_dims = 0 : i64} : (tensor<2x3x4xf32>, tensor<7x2xi64>) -> tensor<7x4xf32>
  // CHECK: adze.scatter_elements %{{.*}}, %{{.*}}, %{{.*}} {axis = 1 : i64, kind = #adze<scatter_kind replace>} : (tensor<2x3x4xf32>, tensor<2x1x4xi32>, tensor<2x1x4xf32>) -> tensor<2x3x4xf32>
  %3 = adze.scatter_elements %x, %e, %u {axis = 1 : i64, kind = #adze<scatter_kind replace>} : (tensor<2x3x4xf32>, tensor<2x1x4xi32>, tensor<2x1x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: adze.scatter_nd %{{.*}}, %{{.*}}, %{{.*}} {kind = #adze<scatter_kind add>} : (tensor<2x3x4xf32>, tensor<7x2xi64>, tensor<7x4xf32>) -> tensor<2x3x4xf32>
  %4 = adze.scatter_nd %x, %n, %w {kind = #adze<scatter_kind add>} : (tensor<2x3x4xf32>, tensor<7x2xi64>, tensor<7x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: adze.reverse_sequence %{{.*}}, %{{.*}} {batch_axis = 0 : i64, time_axis = 1 : i64} : (tensor<2x3x4xf32>, tensor<2xi64>) -> tensor<2x3x4xf32>
  %5 = adze.reverse_sequence %x, %l {batch_axis = 0 : i64, time_axis = 1 : i64} : (tensor<2x3x4xf32>, tensor<2xi64>) -> tensor<2x3x4xf32>
  return
}

// Resampling.
// CHECK-LABEL: func.func @resampling
func.func @resampling(%x: tensor<1x3x4x4xf32>, %g: tensor<1x5x6x2xf32>) {
  // CHECK: adze.resize %{{.*}} {antialias, coordinates = #adze<coordinates half_pixel>, cubic_coefficient = -7.500000e-01 : f64, extrapolation = 0.000000e+00 : f64, mode = #adze<resize_mode linear>, nearest = #adze<nearest_mode floor>, scales = array<f64: 1.000000e+00, 1.000000e+00, 2.000000e+00, 2.000000e+00>} : (tensor<1x3x4x4xf32>) -> tensor<1x3x8x8xf32>
  %0 = adze.resize %x {mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode floor>, scales = array<f64: 1.0, 1.0, 2.0, 2.0>, cubic_coefficient = -0.75 : f64, antialias, extrapolation = 0.0 : f64} : (tensor<1x3x4x4xf32>) -> tensor<1x3x8x8xf32>
  // CHECK: adze.resize %{{.*}} {coordinates = #adze<coordinates tf_crop_and_resize>, cubic_coefficient = -5.000000e-01 : f64, exclude_outside, extrapolation = 1.000000e+00 : f64, mode = #adze<resize_mode cubic>, nearest = #adze<nearest_mode round_prefer_ceil>, roi = array<f64: 0.000000e+00, 0.000000e+00, 2.500000e-01, 2.500000e-01, 1.000000e+00, 1.000000e+00, 7.500000e-01, 7.500000e-01>, scales = array<f64: 1.000000e+00, 1.000000e+00, 5.000000e-01, 5.000000e-01>} : (tensor<1x3x4x4xf32>) -> tensor<1x3x2x2xf32>
  %1 = adze.resize %x {mode = #adze<resize_mode cubic>, coordinates = #adze<coordinates tf_crop_and_resize>, nearest = #adze<nearest_mode round_prefer_ceil>, scales = array<f64: 1.0, 1.0, 0.5, 0.5>, cubic_coefficient = -0.5 : f64, exclude_outside, extrapolation = 1.0 : f64, roi = array<f64: 0.0, 0.0, 0.25, 0.25, 1.0, 1.0, 0.75, 0.75>} : (tensor<1x3x4x4xf32>) -> tensor<1x3x2x2xf32>
  // CHECK: adze.grid_sample %{{.*}}, %{{.*}} {align_corners, mode = #adze<resize_mode nearest>, padding = #adze<pad_mode edge>} : (tensor<1x3x4x4xf32>, tensor<1x5x6x2xf32>) -> tensor<1x3x5x6xf32>
  %2 = adze.grid_sample %x, %g {mode = #adze<resize_mode nearest>, padding = #adze<pad_mode edge>, align_corners} : (tensor<1x3x4x4xf32>, tensor<1x5x6x2xf32>) -> tensor<1x3x5x6xf32>
  return
}

// Open dimensions keep their names and bounds; the result's bound follows.
// CHECK-LABEL: func.func @open
func.func @open(%x: tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>, %y: tensor<?x4xf32>) {
  // CHECK: adze.exp %{{.*}} : (tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>) -> tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>
  %0 = adze.exp %x : (tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>) -> tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>
  // CHECK: adze.concat %{{.*}}, %{{.*}} {axis = 1 : i64} : (tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>, tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>) -> tensor<1x?x64xf32, #adze.tensor<names = ["", "", ""], bounds = [0, 1024, 0]>>
  %1 = adze.concat %0, %x {axis = 1 : i64} : (tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>, tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>) -> tensor<1x?x64xf32, #adze.tensor<names = ["", "", ""], bounds = [0, 1024, 0]>>
  // CHECK: adze.neg %{{.*}} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %2 = adze.neg %y : (tensor<?x4xf32>) -> tensor<?x4xf32>
  return
}

// Quantized element types stand wherever their storage may.
// CHECK-LABEL: func.func @quantized
func.func @quantized(%x: tensor<1x8x4x4x!quant.uniform<u8:f32, 0.5:128>>, %w: tensor<16x8x1x1x!quant.uniform<i8:f32:0, {0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2}>>) {
  // CHECK: adze.conv %{{.*}}, %{{.*}} {dilations = array<i64: 1, 1>, groups = 1 : i64, pads = array<i64: 0, 0, 0, 0>, strides = array<i64: 1, 1>} : (tensor<1x8x4x4x!quant.uniform<u8:f32, 5.000000e-01:128>>, tensor<16x8x1x1x!quant.uniform<i8:f32:0, {1.000000e-01,2.000000e-01,1.000000e-01,2.000000e-01,1.000000e-01,2.000000e-01,1.000000e-01,2.000000e-01,1.000000e-01,2.000000e-01,1.000000e-01,2.000000e-01,1.000000e-01,2.000000e-01,1.000000e-01,2.000000e-01}>>) -> tensor<1x16x4x4x!quant.uniform<u8:f32, 2.500000e-01:120>>
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x4x4x!quant.uniform<u8:f32, 0.5:128>>, tensor<16x8x1x1x!quant.uniform<i8:f32:0, {0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2,0.1,0.2}>>) -> tensor<1x16x4x4x!quant.uniform<u8:f32, 0.25:120>>
  // CHECK: adze.clamp %{{.*}} {min = 128 : ui8} : (tensor<1x16x4x4x!quant.uniform<u8:f32, 2.500000e-01:120>>) -> tensor<1x16x4x4x!quant.uniform<u8:f32, 2.500000e-01:120>>
  %1 = adze.clamp %0 {min = 128 : ui8} : (tensor<1x16x4x4x!quant.uniform<u8:f32, 0.25:120>>) -> tensor<1x16x4x4x!quant.uniform<u8:f32, 0.25:120>>
  // CHECK: adze.add %{{.*}}, %{{.*}} : (tensor<1x8x4x4x!quant.uniform<u8:f32, 5.000000e-01:128>>, tensor<1x8x4x4x!quant.uniform<u8:f32, 5.000000e-01:128>>) -> tensor<1x8x4x4x!quant.uniform<u8:f32, 1.000000e+00:128>>
  %2 = adze.add %x, %x : (tensor<1x8x4x4x!quant.uniform<u8:f32, 0.5:128>>, tensor<1x8x4x4x!quant.uniform<u8:f32, 0.5:128>>) -> tensor<1x8x4x4x!quant.uniform<u8:f32, 1.0:128>>
  return
}

// A kernel with a schedule, one without, and one of several results.
// CHECK-LABEL: func.func @kernels
func.func @kernels(%x: tensor<4x8xf32>, %w: tensor<1x8x16xf32>) {
  // CHECK: adze.kernel(%{{.*}} = %{{.*}}, %{{.*}} = %{{.*}}) : (tensor<4x8xf32>, tensor<1x8x16xf32>) -> tensor<4x10xf32> schedule #adze.schedule<"gemm", vector = 8, tile = [16, 6], block = [], unroll = 1> {
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<4x8xf32>, tensor<1x8x16xf32>) -> tensor<4x10xf32> schedule #adze.schedule<"gemm", vector = 8, tile = [16, 6], block = [], unroll = 1> {
    // CHECK: adze.unpack %{{.*}} {extent = 10 : i64} : (tensor<1x8x16xf32>) -> tensor<8x10xf32>
    %2 = adze.unpack %b {extent = 10 : i64} : (tensor<1x8x16xf32>) -> tensor<8x10xf32>
    // CHECK: adze.matmul
    %3 = adze.matmul %a, %2 : (tensor<4x8xf32>, tensor<8x10xf32>) -> tensor<4x10xf32>
    // CHECK: adze.yield %{{.*}} : tensor<4x10xf32>
    adze.yield %3 : tensor<4x10xf32>
  }
  // CHECK: adze.kernel(%{{.*}} = %{{.*}}) {note = "edited"} : (tensor<4x10xf32>) -> (tensor<4x3xf32>, tensor<4x3xi64>) {
  %1:2 = adze.kernel(%a = %0) {note = "edited"} : (tensor<4x10xf32>) -> (tensor<4x3xf32>, tensor<4x3xi64>) {
    // CHECK: adze.top_k
    %v, %i = adze.top_k %a {k = 3 : i64, axis = 1 : i64} : (tensor<4x10xf32>) -> (tensor<4x3xf32>, tensor<4x3xi64>)
    // CHECK: adze.yield %{{.*}}, %{{.*}} : tensor<4x3xf32>, tensor<4x3xi64>
    adze.yield %v, %i : tensor<4x3xf32>, tensor<4x3xi64>
  }
  return
}

// Memory form: weights, arena, views and launches.
// CHECK-LABEL: func.func @launches
func.func @launches(%x: memref<4x8xf32>, %y: memref<2x2xf32>) {
  // CHECK: adze.weights dense<5.000000e-01> : tensor<8xf32> : memref<8xf32>
  %0 = adze.weights dense<0.5> : tensor<8xf32> : memref<8xf32>
  // CHECK: adze.arena {first = 0 : i64, last = 1 : i64, offset = 64 : i64} : memref<4x8xf32>
  %1 = adze.arena {offset = 64 : i64, first = 0 : i64, last = 1 : i64} : memref<4x8xf32>
  // CHECK: adze.launch @k(%{{.*}}, %{{.*}}) -> (%{{.*}}) : (memref<4x8xf32>, memref<8xf32>) -> memref<4x8xf32>
  adze.launch @k(%x, %0) -> (%1) : (memref<4x8xf32>, memref<8xf32>) -> memref<4x8xf32>
  // CHECK: adze.view %{{.*}} {offset = 8 : i64} : memref<4x8xf32> -> memref<2x2xf32>
  %2 = adze.view %1 {offset = 8 : i64} : memref<4x8xf32> -> memref<2x2xf32>
  // CHECK: adze.launch @copy(%{{.*}}) -> (%{{.*}}) : (memref<2x2xf32>) -> memref<2x2xf32>
  adze.launch @copy(%2) -> (%y) : (memref<2x2xf32>) -> memref<2x2xf32>
  return
}

// CHECK: adze.kernel_def @k schedule #adze.schedule<"pointwise", vector = 8, tile = [], block = [], unroll = 1> (%{{.*}}: tensor<4x8xf32>, %{{.*}}: tensor<8xf32>) {
adze.kernel_def @k schedule #adze.schedule<"pointwise", vector = 8, tile = [], block = [], unroll = 1> (%x: tensor<4x8xf32>, %w: tensor<8xf32>) {
  // CHECK: adze.mul %{{.*}}, %{{.*}} : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  %0 = adze.mul %x, %w : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  // CHECK: adze.yield %{{.*}} : tensor<4x8xf32>
  adze.yield %0 : tensor<4x8xf32>
}

// CHECK: adze.kernel_def @copy (%{{.*}}: tensor<2x2xf32>) {
adze.kernel_def @copy (%x: tensor<2x2xf32>) {
  // CHECK: adze.transpose %{{.*}} {permutation = array<i64: 0, 1>} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  %0 = adze.transpose %x {permutation = array<i64: 0, 1>} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  // CHECK: adze.yield %{{.*}} : tensor<2x2xf32>
  adze.yield %0 : tensor<2x2xf32>
}

{-#
  dialect_resources: {
    builtin: {
      blob: "0x040000000000803F00000040"
    }
  }
#-}
