// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(adze-recognize-norms))' | FileCheck %s

// (x - mean) / sqrt(mean((x - mean)^2) + epsilon).
// CHECK-LABEL: func.func @layer_norm
// CHECK-SAME: (%[[X:.*]]: tensor<3x4xf32>)
// CHECK: %[[Y:.*]] = adze.layer_norm %[[X]] {axis = 1 : i64, epsilon = 9.99999974{{[0-9]*}}E-6 : f64} : (tensor<3x4xf32>) -> tensor<3x4xf32>
// CHECK-NOT: adze.reduce
// CHECK: return %[[Y]]
func.func @layer_norm(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %epsilon = adze.constant dense<1.0e-5> : tensor<f32>
  %m = adze.reduce %x {kind = #adze<reduce_kind mean>, axes = array<i64: 1>, keepdims} : (tensor<3x4xf32>) -> tensor<3x1xf32>
  %d = adze.sub %x, %m : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  %s = adze.mul %d, %d : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  %v = adze.reduce %s {kind = #adze<reduce_kind mean>, axes = array<i64: 1>, keepdims} : (tensor<3x4xf32>) -> tensor<3x1xf32>
  %e = adze.add %v, %epsilon : (tensor<3x1xf32>, tensor<f32>) -> tensor<3x1xf32>
  %r = adze.sqrt %e : (tensor<3x1xf32>) -> tensor<3x1xf32>
  %y = adze.div %d, %r : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// -----

// The square as a power; a product and a sum with constants behind become scale and bias.
// CHECK-LABEL: func.func @scale_and_bias
// CHECK-SAME: (%[[X:.*]]: tensor<3x4xf32>)
// CHECK-DAG: %[[S:.*]] = adze.constant dense<[1.000000e+00, 2.000000e+00, 3.000000e+00, 4.000000e+00]>
// CHECK-DAG: %[[B:.*]] = adze.constant dense<[5.000000e+00, 6.000000e+00, 7.000000e+00, 8.000000e+00]>
// CHECK: %[[Y:.*]] = adze.layer_norm %[[X]] scale %[[S]] bias %[[B]] {axis = 1 : i64, epsilon = 5.000000e-01 : f64}
// CHECK: return %[[Y]]
func.func @scale_and_bias(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %epsilon = adze.constant dense<0.5> : tensor<f32>
  %two = adze.constant dense<2.0> : tensor<f32>
  %scale = adze.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
  %bias = adze.constant dense<[5.0, 6.0, 7.0, 8.0]> : tensor<4xf32>
  %m = adze.reduce %x {kind = #adze<reduce_kind mean>, axes = array<i64: 1>, keepdims} : (tensor<3x4xf32>) -> tensor<3x1xf32>
  %d = adze.sub %x, %m : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  %s = adze.pow %d, %two : (tensor<3x4xf32>, tensor<f32>) -> tensor<3x4xf32>
  %v = adze.reduce %s {kind = #adze<reduce_kind mean>, axes = array<i64: 1>, keepdims} : (tensor<3x4xf32>) -> tensor<3x1xf32>
  %e = adze.add %epsilon, %v : (tensor<f32>, tensor<3x1xf32>) -> tensor<3x1xf32>
  %r = adze.sqrt %e : (tensor<3x1xf32>) -> tensor<3x1xf32>
  %n = adze.div %d, %r : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  %p = adze.mul %n, %scale : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  %y = adze.add %p, %bias : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// -----

// x / sqrt(mean(x^2) + epsilon), over the two trailing dimensions, with a scale.
// CHECK-LABEL: func.func @rms_norm
// CHECK-SAME: (%[[X:.*]]: tensor<2x3x4xf32>)
// CHECK: %[[Y:.*]] = adze.rms_norm %[[X]], %{{.*}} {axis = 1 : i64, epsilon = 5.000000e-01 : f64} : (tensor<2x3x4xf32>, tensor<3x4xf32>) -> tensor<2x3x4xf32>
// CHECK: return %[[Y]]
func.func @rms_norm(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %epsilon = adze.constant dense<0.5> : tensor<f32>
  %scale = adze.constant dense<2.0> : tensor<3x4xf32>
  %s = adze.mul %x, %x : (tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %v = adze.reduce %s {kind = #adze<reduce_kind mean>, axes = array<i64: 1, 2>, keepdims} : (tensor<2x3x4xf32>) -> tensor<2x1x1xf32>
  %e = adze.add %v, %epsilon : (tensor<2x1x1xf32>, tensor<f32>) -> tensor<2x1x1xf32>
  %r = adze.sqrt %e : (tensor<2x1x1xf32>) -> tensor<2x1x1xf32>
  %n = adze.div %x, %r : (tensor<2x3x4xf32>, tensor<2x1x1xf32>) -> tensor<2x3x4xf32>
  %y = adze.mul %scale, %n : (tensor<3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return %y : tensor<2x3x4xf32>
}

// -----

// The root in the other ways that exporters write it: 1 / sqrt, reciprocal, rsqrt, to the power of -0.5.
// CHECK-LABEL: func.func @roots
// CHECK-COUNT-4: adze.rms_norm
// CHECK-NOT: adze.mul
func.func @roots(%x: tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>) {
  %epsilon = adze.constant dense<0.5> : tensor<f32>
  %one = adze.constant dense<1.0> : tensor<f32>
  %half = adze.constant dense<-0.5> : tensor<f32>
  %two = adze.constant dense<2.0> : tensor<f32>
  %s = adze.pow %x, %two : (tensor<3x4xf32>, tensor<f32>) -> tensor<3x4xf32>
  %v = adze.reduce %s {kind = #adze<reduce_kind mean>, axes = array<i64: 1>, keepdims} : (tensor<3x4xf32>) -> tensor<3x1xf32>
  %e = adze.add %v, %epsilon : (tensor<3x1xf32>, tensor<f32>) -> tensor<3x1xf32>
  %r = adze.sqrt %e : (tensor<3x1xf32>) -> tensor<3x1xf32>
  %f0 = adze.div %one, %r : (tensor<f32>, tensor<3x1xf32>) -> tensor<3x1xf32>
  %0 = adze.mul %x, %f0 : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  %f1 = adze.reciprocal %r : (tensor<3x1xf32>) -> tensor<3x1xf32>
  %1 = adze.mul %f1, %x : (tensor<3x1xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  %f2 = adze.rsqrt %e : (tensor<3x1xf32>) -> tensor<3x1xf32>
  %2 = adze.mul %x, %f2 : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  %f3 = adze.pow %e, %half : (tensor<3x1xf32>, tensor<f32>) -> tensor<3x1xf32>
  %3 = adze.mul %x, %f3 : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>
}

// -----

// Not a normalization when the mean goes over dimensions that are not the last ones.
// CHECK-LABEL: func.func @leading
// CHECK: adze.div
// CHECK-NOT: adze.rms_norm
func.func @leading(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %epsilon = adze.constant dense<0.5> : tensor<f32>
  %s = adze.mul %x, %x : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  %v = adze.reduce %s {kind = #adze<reduce_kind mean>, axes = array<i64: 0>, keepdims} : (tensor<3x4xf32>) -> tensor<1x4xf32>
  %e = adze.add %v, %epsilon : (tensor<1x4xf32>, tensor<f32>) -> tensor<1x4xf32>
  %r = adze.sqrt %e : (tensor<1x4xf32>) -> tensor<1x4xf32>
  %y = adze.div %x, %r : (tensor<3x4xf32>, tensor<1x4xf32>) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// -----

// Not a normalization when something else is divided, or a sum stands for the mean.
// CHECK-LABEL: func.func @others
// CHECK: adze.div
// CHECK: adze.div
// CHECK-NOT: adze.rms_norm
func.func @others(%x: tensor<3x4xf32>, %z: tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>) {
  %epsilon = adze.constant dense<0.5> : tensor<f32>
  %s = adze.mul %x, %x : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  %v = adze.reduce %s {kind = #adze<reduce_kind mean>, axes = array<i64: 1>, keepdims} : (tensor<3x4xf32>) -> tensor<3x1xf32>
  %e = adze.add %v, %epsilon : (tensor<3x1xf32>, tensor<f32>) -> tensor<3x1xf32>
  %r = adze.sqrt %e : (tensor<3x1xf32>) -> tensor<3x1xf32>
  %y = adze.div %z, %r : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  %v1 = adze.reduce %s {kind = #adze<reduce_kind sum>, axes = array<i64: 1>, keepdims} : (tensor<3x4xf32>) -> tensor<3x1xf32>
  %e1 = adze.add %v1, %epsilon : (tensor<3x1xf32>, tensor<f32>) -> tensor<3x1xf32>
  %r1 = adze.sqrt %e1 : (tensor<3x1xf32>) -> tensor<3x1xf32>
  %y1 = adze.div %x, %r1 : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  return %y, %y1 : tensor<3x4xf32>, tensor<3x4xf32>
}

// -----

// Centered by a mean over other dimensions than the square's: only the root mean square is recognized.
// CHECK-LABEL: func.func @other_mean
// CHECK: %[[D:.*]] = adze.sub
// CHECK: adze.rms_norm %[[D]] {axis = 2 : i64
func.func @other_mean(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %epsilon = adze.constant dense<0.5> : tensor<f32>
  %m = adze.reduce %x {kind = #adze<reduce_kind mean>, axes = array<i64: 1, 2>, keepdims} : (tensor<2x3x4xf32>) -> tensor<2x1x1xf32>
  %d = adze.sub %x, %m : (tensor<2x3x4xf32>, tensor<2x1x1xf32>) -> tensor<2x3x4xf32>
  %s = adze.mul %d, %d : (tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %v = adze.reduce %s {kind = #adze<reduce_kind mean>, axes = array<i64: 2>, keepdims} : (tensor<2x3x4xf32>) -> tensor<2x3x1xf32>
  %e = adze.add %v, %epsilon : (tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3x1xf32>
  %r = adze.sqrt %e : (tensor<2x3x1xf32>) -> tensor<2x3x1xf32>
  %y = adze.div %d, %r : (tensor<2x3x4xf32>, tensor<2x3x1xf32>) -> tensor<2x3x4xf32>
  return %y : tensor<2x3x4xf32>
}

// -----

// Scales that are not constant, vary along other dimensions or meet another reader of the normalization stay products.
// CHECK-LABEL: func.func @kept_scales
// CHECK-COUNT-3: adze.mul
func.func @kept_scales(%x: tensor<3x4xf32>, %s: tensor<4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>) {
  %rows = adze.constant dense<[[1.0], [2.0], [3.0]]> : tensor<3x1xf32>
  %columns = adze.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
  %0 = adze.rms_norm %x {axis = 1 : i64, epsilon = 0.5 : f64} : (tensor<3x4xf32>) -> tensor<3x4xf32>
  %1 = adze.mul %0, %s : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  %2 = adze.layer_norm %x {axis = 1 : i64, epsilon = 0.5 : f64} : (tensor<3x4xf32>) -> tensor<3x4xf32>
  %3 = adze.mul %2, %rows : (tensor<3x4xf32>, tensor<3x1xf32>) -> tensor<3x4xf32>
  %4 = adze.rms_norm %x {axis = 1 : i64, epsilon = 0.25 : f64} : (tensor<3x4xf32>) -> tensor<3x4xf32>
  %5 = adze.mul %4, %columns : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  return %1, %3, %4, %5 : tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>
}

// -----

// Group normalization exported as instance normalization of groups, with a scale and a bias for each channel.
// CHECK-LABEL: func.func @group_norm
// CHECK-SAME: (%[[X:.*]]: tensor<2x6x4x5xf32>)
// CHECK-DAG: %[[S:.*]] = adze.reshape %{{.*}} : (tensor<6x1x1xf32>) -> tensor<6xf32>
// CHECK-DAG: %[[B:.*]] = adze.reshape %{{.*}} : (tensor<1x6x1x1xf32>) -> tensor<6xf32>
// CHECK: %[[Y:.*]] = adze.group_norm %[[X]] scale %[[S]] bias %[[B]] {epsilon = 1.000000e-05 : f64, groups = 3 : i64} : (tensor<2x6x4x5xf32>
// CHECK-NEXT: return %[[Y]]
func.func @group_norm(%x: tensor<2x6x4x5xf32>) -> tensor<2x6x4x5xf32> {
  %one = adze.constant dense<1.0> : tensor<3xf32>
  %zero = adze.constant dense<0.0> : tensor<3xf32>
  %s = adze.constant dense<[[[2.0]], [[3.0]], [[4.0]], [[5.0]], [[6.0]], [[7.0]]]> : tensor<6x1x1xf32>
  %b = adze.constant dense<[[[[2.0]], [[3.0]], [[4.0]], [[5.0]], [[6.0]], [[7.0]]]]> : tensor<1x6x1x1xf32>
  %0 = adze.reshape %x : (tensor<2x6x4x5xf32>) -> tensor<2x3x40xf32>
  %1 = adze.group_norm %0 scale %one bias %zero {epsilon = 1.0e-5 : f64, groups = 3 : i64} : (tensor<2x3x40xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x40xf32>
  %2 = adze.reshape %1 : (tensor<2x3x40xf32>) -> tensor<2x6x4x5xf32>
  %3 = adze.mul %2, %s : (tensor<2x6x4x5xf32>, tensor<6x1x1xf32>) -> tensor<2x6x4x5xf32>
  %4 = adze.add %3, %b : (tensor<2x6x4x5xf32>, tensor<1x6x1x1xf32>) -> tensor<2x6x4x5xf32>
  return %4 : tensor<2x6x4x5xf32>
}

// -----

// Not with a scale for each group, nor where the groups are not of channels.
// CHECK-LABEL: func.func @no_group_norm
// CHECK: adze.group_norm {{.*}} : (tensor<2x3x40xf32>
// CHECK: adze.group_norm {{.*}} : (tensor<1x3x80xf32>
func.func @no_group_norm(%x: tensor<2x6x4x5xf32>) -> (tensor<2x6x4x5xf32>, tensor<2x6x4x5xf32>) {
  %two = adze.constant dense<2.0> : tensor<3xf32>
  %0 = adze.reshape %x : (tensor<2x6x4x5xf32>) -> tensor<2x3x40xf32>
  %1 = adze.group_norm %0 scale %two {epsilon = 1.0e-5 : f64, groups = 3 : i64} : (tensor<2x3x40xf32>, tensor<3xf32>) -> tensor<2x3x40xf32>
  %2 = adze.reshape %1 : (tensor<2x3x40xf32>) -> tensor<2x6x4x5xf32>
  %3 = adze.reshape %x : (tensor<2x6x4x5xf32>) -> tensor<1x3x80xf32>
  %4 = adze.group_norm %3 {epsilon = 1.0e-5 : f64, groups = 3 : i64} : (tensor<1x3x80xf32>) -> tensor<1x3x80xf32>
  %5 = adze.reshape %4 : (tensor<1x3x80xf32>) -> tensor<2x6x4x5xf32>
  return %2, %5 : tensor<2x6x4x5xf32>, tensor<2x6x4x5xf32>
}
