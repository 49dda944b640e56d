// RUN: %adze-opt %s --split-input-file --verify-diagnostics

// An encoding speaks of every dimension.
// expected-error @+1 {{#adze.tensor needs a name and a bound for each of the 2 dimensions}}
func.func private @f(tensor<?x4xf32, #adze.tensor<names = ["n"], bounds = [8]>>)

// -----

// Bounds are not negative.
// expected-error @+1 {{bound of dimension 0 is negative}}
func.func private @f(tensor<?xf32, #adze.tensor<names = ["n"], bounds = [-1]>>)

// -----

// A closed dimension has no name.
// expected-error @+1 {{dimension 1 is closed and can have neither name nor bound}}
func.func private @f(tensor<?x4xf32, #adze.tensor<names = ["n", "m"], bounds = [8, 0]>>)

// -----

// A closed dimension has no bound.
// expected-error @+1 {{dimension 0 is closed and can have neither name nor bound}}
func.func private @f(tensor<4xf32, #adze.tensor<names = [""], bounds = [4]>>)

// -----

// A resource without data.
func.func @f() {
  // expected-error @+1 {{(C1) resource 'nowhere' has no data; was the file written with elided weights?}}
  %0 = adze.constant dense_resource<nowhere> : tensor<2xf32>
  return
}

// -----

// A resource of another size than its type.
func.func @f() {
  // expected-error @+1 {{(C1) resource 'blob' has 8 bytes, its type needs 12}}
  %0 = adze.constant dense_resource<blob> : tensor<3xf32>
  return
}

{-#
  dialect_resources: {
    builtin: {
      blob: "0x040000000000803F00000040"
    }
  }
#-}

// -----

// Shapes that do not broadcast.
func.func @f(%a: tensor<2x3xf32>, %b: tensor<2xf32>) {
  // expected-error @+2 {{shapes 'tensor<2x3xf32>' and 'tensor<2xf32>' do not broadcast}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.add %a, %b : (tensor<2x3xf32>, tensor<2xf32>) -> tensor<2x3xf32>
  return
}

// -----

// Operands of different element types.
func.func @f(%a: tensor<2xf32>, %b: tensor<2xf64>) {
  // expected-error @+2 {{element types 'f32' and 'f64' differ}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.mul %a, %b : (tensor<2xf32>, tensor<2xf64>) -> tensor<2xf32>
  return
}

// -----

// The condition does not count among the element types, but what it selects does.
func.func @f(%c: tensor<2xi1>, %a: tensor<2xf32>, %b: tensor<2xi32>) {
  // expected-error @+2 {{element types 'f32' and 'i32' differ}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.select %c, %a, %b : (tensor<2xi1>, tensor<2xf32>, tensor<2xi32>) -> tensor<2xf32>
  return
}

// -----

// A result of another shape than inferred.
func.func @f(%a: tensor<2x3xf32>) {
  // expected-error @+2 {{'adze.exp' op inferred type(s) 'tensor<2x3xf32>' are incompatible with return type(s) of operation 'tensor<3x2xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.exp %a : (tensor<2x3xf32>) -> tensor<3x2xf32>
  return
}

// -----

// A comparison gives booleans.
func.func @f(%a: tensor<2xf32>) {
  // expected-error @+2 {{'adze.compare' op inferred type(s) 'tensor<2xi1>' are incompatible with return type(s) of operation 'tensor<2xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.compare %a, %a {predicate = #adze<predicate eq>} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

// Bounds of another type than the elements.
func.func @f(%a: tensor<2xf32>) {
  // expected-error @+1 {{'adze.clamp' op (C1) bound of type 'i32' for elements of type 'f32'}}
  %0 = adze.clamp %a {min = 0 : i32} : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

// A cast keeps the shape.
func.func @f(%a: tensor<2xf32>) {
  // expected-error @+1 {{'adze.cast' op (C1) shapes of operand and result differ}}
  %0 = adze.cast %a : (tensor<2xf32>) -> tensor<3xi32>
  return
}

// -----

// Nine dimensions are one too many.
func.func @f(%a: tensor<1x1x1x1x1x1x1x1x1xf32>) {
  // expected-error @+1 {{'adze.neg' op operand #0 must be}}
  %0 = adze.neg %a : (tensor<1x1x1x1x1x1x1x1x1xf32>) -> tensor<1x1x1x1x1x1x1x1x1xf32>
  return
}

// -----

// Products need matrices.
func.func @f(%a: tensor<4xf32>, %b: tensor<4x2xf32>) {
  // expected-error @+2 {{(C1) matmul needs two dimensions, has 'tensor<4xf32>' and 'tensor<4x2xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.matmul %a, %b : (tensor<4xf32>, tensor<4x2xf32>) -> tensor<2xf32>
  return
}

// -----

// The reduced extents of a product differ.
func.func @f(%a: tensor<3x4xf32>, %b: tensor<5x2xf32>) {
  // expected-error @+2 {{(C2) matmul reduces over 4 and 5 elements: 'tensor<3x4xf32>' and 'tensor<5x2xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.matmul %a, %b : (tensor<3x4xf32>, tensor<5x2xf32>) -> tensor<3x2xf32>
  return
}

// -----

// Transposed operands reduce over the other dimension.
func.func @f(%a: tensor<3x4xf32>, %b: tensor<4x2xf32>) {
  // expected-error @+2 {{(C2) matmul reduces over 3 and 4 elements: 'tensor<3x4xf32>' and 'tensor<4x2xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.matmul %a, %b {transpose_a} : (tensor<3x4xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
  return
}

// -----

// Products of different element types.
func.func @f(%a: tensor<3x4xf32>, %b: tensor<4x2xf16>) {
  // expected-error @+2 {{(C3) element types 'f32' and 'f16' differ}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.matmul %a, %b : (tensor<3x4xf32>, tensor<4x2xf16>) -> tensor<3x2xf32>
  return
}

// -----

// Leading dimensions of products broadcast.
func.func @f(%a: tensor<2x3x4xf32>, %b: tensor<5x4x2xf32>) {
  // expected-error @+2 {{leading dimensions of 'tensor<2x3x4xf32>' and 'tensor<5x4x2xf32>' do not broadcast}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.matmul %a, %b : (tensor<2x3x4xf32>, tensor<5x4x2xf32>) -> tensor<2x3x2xf32>
  return
}

// -----

// Channels that do not divide into the groups.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<6x1x3x3xf32>) {
  // expected-error @+2 {{(C1) 4 input and 6 output channels do not divide into 4 groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 4 : i64} : (tensor<1x4x5x5xf32>, tensor<6x1x3x3xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

// No groups.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{(C1) 4 input and 6 output channels do not divide into 0 groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 0 : i64} : (tensor<1x4x5x5xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

// A filter for other channels.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<6x3x3x3xf32>) {
  // expected-error @+2 {{(C2) the filter has 3 input channels, the input 4 in 1 groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<6x3x3x3xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

// A convolution without spatial dimensions.
func.func @f(%x: tensor<1x4xf32>, %w: tensor<6x4xf32>) {
  // expected-error @+2 {{(C3) one to three spatial dimensions are expected, the input is 'tensor<1x4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x4xf32>, tensor<6x4xf32>) -> tensor<1x6xf32>
  return
}

// -----

// Strides for another number of dimensions.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{(C3) attributes have 1 entries for 2 spatial dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

// A filter for another number of dimensions.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<6x4x3xf32>) {
  // expected-error @+2 {{(C3) input and filter have different ranks: 'tensor<1x4x5x5xf32>' and 'tensor<6x4x3xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<6x4x3xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

// Pads have two entries for each dimension.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{(C3) pads has 2 entries for 2 spatial dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

// A stride of nothing.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{kernel, stride and dilation must be at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 0, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

// A window larger than the padded image.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{a window of 3 does not fit into spatial dimension 1 of 5 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 3>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

// Transposed: channels that do not divide into the groups.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<4x6x3x3xf32>) {
  // expected-error @+2 {{(C1) 4 channels do not divide into 3 groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, output_padding = array<i64: 0, 0>, groups = 3 : i64} : (tensor<1x4x5x5xf32>, tensor<4x6x3x3xf32>) -> tensor<1x6x7x7xf32>
  return
}

// -----

// Winograd's domain: a filter of 5 x 5.
func.func @f(%x: tensor<1x8x8x4xf32>, %w: tensor<5x5x4x6xf32>) {
  // expected-error @+2 {{(C1) there is no filter of 5 x 5 elements a channel for a kernel of 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.winograd_conv %x, %w {kernel = 3 : i64, pads = array<i64: 0, 0, 0, 0>} : (tensor<1x8x8x4xf32>, tensor<5x5x4x6xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

// Winograd's domain: a filter for other channels.
func.func @f(%x: tensor<1x8x8x4xf32>, %w: tensor<6x6x3x6xf32>) {
  // expected-error @+2 {{(C2) the filter has 3 input channels, the input 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.winograd_conv %x, %w {kernel = 3 : i64, pads = array<i64: 0, 0, 0, 0>} : (tensor<1x8x8x4xf32>, tensor<6x6x3x6xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

// Winograd's domain: two pads.
func.func @f(%x: tensor<1x8x8x4xf32>, %w: tensor<6x6x4x6xf32>) {
  // expected-error @+2 {{(C3) four dimensions of f32 and four pads are expected}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.winograd_conv %x, %w {kernel = 3 : i64, pads = array<i64: 0, 0>} : (tensor<1x8x8x4xf32>, tensor<6x6x4x6xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

// Transposed: a filter for other channels.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<3x6x3x3xf32>) {
  // expected-error @+2 {{(C2) the filter has 3 input channels, the input 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, output_padding = array<i64: 0, 0>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<3x6x3x3xf32>) -> tensor<1x6x7x7xf32>
  return
}

// -----

// Transposed: output padding for another number of dimensions.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<4x6x3x3xf32>) {
  // expected-error @+2 {{(C3) attributes have 1 entries for 2 spatial dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, output_padding = array<i64: 0>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<4x6x3x3xf32>) -> tensor<1x6x7x7xf32>
  return
}

// -----

// Transposed: a stride of nothing.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<4x6x3x3xf32>) {
  // expected-error @+2 {{stride and dilation must be at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1, 0>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>, output_padding = array<i64: 0, 0>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<4x6x3x3xf32>) -> tensor<1x6x7x7xf32>
  return
}

// -----

// Transposed: pads that leave nothing.
func.func @f(%x: tensor<1x4x5x5xf32>, %w: tensor<4x6x3x3xf32>) {
  // expected-error @+2 {{pads are larger than the output of spatial dimension 0}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv_transpose %x, %w {strides = array<i64: 1, 1>, pads = array<i64: 4, 0, 4, 0>, dilations = array<i64: 1, 1>, output_padding = array<i64: 0, 0>, groups = 1 : i64} : (tensor<1x4x5x5xf32>, tensor<4x6x3x3xf32>) -> tensor<1x6x7x7xf32>
  return
}

// -----

// A pool's kernel for another number of dimensions.
func.func @f(%x: tensor<1x4x5x5xf32>) {
  // expected-error @+2 {{(C3) attributes have 1 entries for 2 spatial dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.max_pool %x {kernel = array<i64: 2>, strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
  return
}

// -----

// A pool's kernel of nothing.
func.func @f(%x: tensor<1x4x5x5xf32>) {
  // expected-error @+2 {{kernel, stride and dilation must be at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.avg_pool %x {kernel = array<i64: 0, 1>, strides = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
  return
}

// -----

// Attention over vectors.
func.func @f(%q: tensor<8xf32>, %k: tensor<6x8xf32>, %v: tensor<6x5xf32>) {
  // expected-error @+2 {{q, k and v need two dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.attention %q, %k, %v {scale = 1.0 : f64} : (tensor<8xf32>, tensor<6x8xf32>, tensor<6x5xf32>) -> tensor<2x4x5xf32>
  return
}

// -----

// Queries and keys of different features.
func.func @f(%q: tensor<2x4x8xf32>, %k: tensor<2x6x7xf32>, %v: tensor<2x6x5xf32>) {
  // expected-error @+2 {{q and k have 8 and 7 features}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.attention %q, %k, %v {scale = 1.0 : f64} : (tensor<2x4x8xf32>, tensor<2x6x7xf32>, tensor<2x6x5xf32>) -> tensor<2x4x5xf32>
  return
}

// -----

// Another number of keys than values.
func.func @f(%q: tensor<2x4x8xf32>, %k: tensor<2x6x8xf32>, %v: tensor<2x7x5xf32>) {
  // expected-error @+2 {{k and v have 6 and 7 rows}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.attention %q, %k, %v {scale = 1.0 : f64} : (tensor<2x4x8xf32>, tensor<2x6x8xf32>, tensor<2x7x5xf32>) -> tensor<2x4x5xf32>
  return
}

// -----

// Leading dimensions of attention broadcast.
func.func @f(%q: tensor<2x4x8xf32>, %k: tensor<3x6x8xf32>, %v: tensor<3x6x5xf32>) {
  // expected-error @+2 {{leading dimensions of q, k and v do not broadcast}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.attention %q, %k, %v {scale = 1.0 : f64} : (tensor<2x4x8xf32>, tensor<3x6x8xf32>, tensor<3x6x5xf32>) -> tensor<2x4x5xf32>
  return
}

// -----

// Axes are sorted.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{axes must be sorted, distinct and below 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.reduce %x {kind = #adze<reduce_kind sum>, axes = array<i64: 1, 0>} : (tensor<2x3x4xf32>) -> tensor<4xf32>
  return
}

// -----

// Axes exist.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{axes must be sorted, distinct and below 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.cum_sum %x {axis = 3 : i64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

// Axes are not negative.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{axes must be sorted, distinct and below 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.layer_norm %x {axis = -1 : i64, epsilon = 0.0 : f64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

// A softmax's axes are neighbours.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{axes must be adjacent}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.softmax %x {axes = array<i64: 0, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

// There is no index of a sum.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{kind must be max or min}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.arg_reduce %x {kind = #adze<reduce_kind sum>, axis = 0 : i64} : (tensor<2x3x4xf32>) -> tensor<3x4xi64>
  return
}

// -----

// Channels that do not divide into the groups of a normalization.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{3 channels do not divide into 2 groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.group_norm %x {groups = 2 : i64, epsilon = 0.0 : f64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

// A normalization of groups needs channels.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+2 {{batch and channels are expected, the operand is 'tensor<4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.group_norm %x {groups = 1 : i64, epsilon = 0.0 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

// A scale for other channels.
func.func @f(%x: tensor<2x3x4xf32>, %s: tensor<4xf32>) {
  // expected-error @+2 {{a parameter per channel is expected (3), found 'tensor<4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.group_norm %x scale %s {groups = 3 : i64, epsilon = 0.0 : f64} : (tensor<2x3x4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

// Parameters of batch normalization have one dimension.
func.func @f(%x: tensor<2x3x4xf32>, %s: tensor<3x1xf32>) {
  // expected-error @+2 {{a parameter per channel is expected (3), found 'tensor<3x1xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.batch_norm %x, %s, %s, %s, %s {epsilon = 0.0 : f64} : (tensor<2x3x4xf32>, tensor<3x1xf32>, tensor<3x1xf32>, tensor<3x1xf32>, tensor<3x1xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

// Batch normalization of a scalar.
func.func @f(%x: tensor<f32>, %s: tensor<1xf32>) {
  // expected-error @+2 {{batch and channels are expected, the operand is a scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.batch_norm %x, %s, %s, %s, %s {epsilon = 0.0 : f64} : (tensor<f32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<f32>
  return
}

// -----

// Response normalization needs channels.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+2 {{batch and channels are expected, the operand is 'tensor<4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.lrn %x {size = 3 : i64, alpha = 1.0 : f64, beta = 1.0 : f64, k = 1.0 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

// More elements than there are.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{k = 5 of 4 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0, %1 = adze.top_k %x {k = 5 : i64, axis = 2 : i64} : (tensor<2x3x4xf32>) -> (tensor<2x3x5xf32>, tensor<2x3x5xi64>)
  return
}

// -----

// A reshape keeps the number of elements.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+1 {{'adze.reshape' op (C1) 'tensor<2x3x4xf32>' has 24 elements, 'tensor<5x5xf32>' has 25}}
  %0 = adze.reshape %x : (tensor<2x3x4xf32>) -> tensor<5x5xf32>
  return
}

// -----

// A broadcast repeats extents of 1 only.
func.func @f(%x: tensor<2xf32>) {
  // expected-error @+1 {{'adze.broadcast' op (C1) 'tensor<2xf32>' does not broadcast to 'tensor<4xf32>'}}
  %0 = adze.broadcast %x : (tensor<2xf32>) -> tensor<4xf32>
  return
}

// -----

// A broadcast does not shrink.
func.func @f(%x: tensor<2x3xf32>) {
  // expected-error @+1 {{'adze.broadcast' op (C1) 'tensor<2x3xf32>' does not broadcast to 'tensor<1x3xf32>'}}
  %0 = adze.broadcast %x : (tensor<2x3xf32>) -> tensor<1x3xf32>
  return
}

// -----

// A permutation has every dimension once.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{(C1) not a permutation of 3 dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.transpose %x {permutation = array<i64: 0, 0, 1>} : (tensor<2x3x4xf32>) -> tensor<2x2x3xf32>
  return
}

// -----

// A permutation has all dimensions.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{(C1) not a permutation of 3 dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.transpose %x {permutation = array<i64: 1, 0>} : (tensor<2x3x4xf32>) -> tensor<3x2xf32>
  return
}

// -----

// A slice says something of each dimension.
func.func @f(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{starts, sizes and steps need 3 entries}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.slice %x {starts = array<i64: 0, 0, 0>, sizes = array<i64: 1, 1, 1>, steps = array<i64: 1, 1>} : (tensor<2x3x4xf32>) -> tensor<1x1x1xf32>
  return
}

// -----

// A slice that leaves the operand.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+2 {{(C1) 3 elements from 1 by 2 leave dimension 0 of 4 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.slice %x {starts = array<i64: 1>, sizes = array<i64: 3>, steps = array<i64: 2>} : (tensor<4xf32>) -> tensor<3xf32>
  return
}

// -----

// A slice that leaves the operand backward.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+2 {{(C1) 3 elements from 1 by -1 leave dimension 0 of 4 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.slice %x {starts = array<i64: 1>, sizes = array<i64: 3>, steps = array<i64: -1>} : (tensor<4xf32>) -> tensor<3xf32>
  return
}

// -----

// A slice without steps.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+2 {{(C1) 3 elements from 1 by 0 leave dimension 0 of 4 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.slice %x {starts = array<i64: 1>, sizes = array<i64: 3>, steps = array<i64: 0>} : (tensor<4xf32>) -> tensor<3xf32>
  return
}

// -----

// Nothing to join.
func.func @f() {
  // expected-error @+2 {{(C1) nothing to join}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.concat {axis = 0 : i64} : () -> tensor<0xf32>
  return
}

// -----

// Joined tensors agree but for the axis.
func.func @f(%a: tensor<2x3xf32>, %b: tensor<2x4xf32>) {
  // expected-error @+2 {{(C2) 'tensor<2x3xf32>' and 'tensor<2x4xf32>' do not join along axis 0}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.concat %a, %b {axis = 0 : i64} : (tensor<2x3xf32>, tensor<2x4xf32>) -> tensor<4x3xf32>
  return
}

// -----

// Joined tensors have the same element type.
func.func @f(%a: tensor<2xf32>, %b: tensor<2xi32>) {
  // expected-error @+2 {{(C2) 'tensor<2xf32>' and 'tensor<2xi32>' do not join along axis 0}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.concat %a, %b {axis = 0 : i64} : (tensor<2xf32>, tensor<2xi32>) -> tensor<4xf32>
  return
}

// -----

// An axis that is not there to join along.
func.func @f(%a: tensor<2xf32>) {
  // expected-error @+2 {{axis 1 of 1 dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.concat %a {axis = 1 : i64} : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

// Pads for each dimension.
func.func @f(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{low and high need 2 entries}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.pad %x {low = array<i64: 1>, high = array<i64: 1, 1>, mode = #adze<pad_mode constant>} : (tensor<2x3xf32>) -> tensor<4x5xf32>
  return
}

// -----

// Pads only add.
func.func @f(%x: tensor<3xf32>) {
  // expected-error @+2 {{pads must not be negative}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.pad %x {low = array<i64: -1>, high = array<i64: 0>, mode = #adze<pad_mode constant>} : (tensor<3xf32>) -> tensor<2xf32>
  return
}

// -----

// Reflection does not repeat the edge.
func.func @f(%x: tensor<3xf32>) {
  // expected-error @+2 {{(C1) pads of 3 and 0 reach beyond dimension 0 of 3 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.pad %x {low = array<i64: 3>, high = array<i64: 0>, mode = #adze<pad_mode reflect>} : (tensor<3xf32>) -> tensor<6xf32>
  return
}

// -----

// Wrapping goes around once.
func.func @f(%x: tensor<3xf32>) {
  // expected-error @+2 {{(C1) pads of 0 and 4 reach beyond dimension 0 of 3 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.pad %x {low = array<i64: 0>, high = array<i64: 4>, mode = #adze<pad_mode wrap>} : (tensor<3xf32>) -> tensor<7xf32>
  return
}

// -----

// Nothing has no edge.
func.func @f(%x: tensor<0xf32>) {
  // expected-error @+2 {{(C1) an empty dimension has no edge to repeat}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.pad %x {low = array<i64: 1>, high = array<i64: 0>, mode = #adze<pad_mode edge>} : (tensor<0xf32>) -> tensor<1xf32>
  return
}

// -----

// An axis that is not there to gather along.
func.func @f(%x: tensor<2x3x4xf32>, %i: tensor<2xi64>) {
  // expected-error @+2 {{axis 3 of 3 dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.gather %x, %i {axis = 3 : i64} : (tensor<2x3x4xf32>, tensor<2xi64>) -> tensor<2x3x4xf32>
  return
}

// -----

// Elements are gathered by indices of the same rank.
func.func @f(%x: tensor<2x3x4xf32>, %i: tensor<2xi64>) {
  // expected-error @+2 {{data and indices need the same rank}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.gather_elements %x, %i {axis = 0 : i64} : (tensor<2x3x4xf32>, tensor<2xi64>) -> tensor<2xf32>
  return
}

// -----

// An axis that is not there to gather elements along.
func.func @f(%x: tensor<2xf32>, %i: tensor<2xi64>) {
  // expected-error @+2 {{axis 1 of 1 dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.gather_elements %x, %i {axis = 1 : i64} : (tensor<2xf32>, tensor<2xi64>) -> tensor<2xf32>
  return
}

// -----

// Index tuples longer than the operand's rank.
func.func @f(%x: tensor<2x3x4xf32>, %i: tensor<2x4xi64>) {
  // expected-error @+2 {{index tuples of 4 behind 0 batch dimensions for 'tensor<2x3x4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.gather_nd %x, %i {batch_dims = 0 : i64} : (tensor<2x3x4xf32>, tensor<2x4xi64>) -> tensor<2xf32>
  return
}

// -----

// More batch dimensions than indices have.
func.func @f(%x: tensor<2x3x4xf32>, %i: tensor<2x1xi64>) {
  // expected-error @+2 {{index tuples of 1 behind 2 batch dimensions for 'tensor<2x3x4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.gather_nd %x, %i {batch_dims = 2 : i64} : (tensor<2x3x4xf32>, tensor<2x1xi64>) -> tensor<2xf32>
  return
}

// -----

// Updates have the indices' shape.
func.func @f(%x: tensor<4xf32>, %i: tensor<2xi64>, %u: tensor<3xf32>) {
  // expected-error @+2 {{indices and updates need the same shape}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.scatter_elements %x, %i, %u {axis = 0 : i64, kind = #adze<scatter_kind replace>} : (tensor<4xf32>, tensor<2xi64>, tensor<3xf32>) -> tensor<4xf32>
  return
}

// -----

// Scattered index tuples longer than the operand's rank.
func.func @f(%x: tensor<4xf32>, %i: tensor<3x2xi64>, %u: tensor<3xf32>) {
  // expected-error @+2 {{index tuples of 2 for 'tensor<4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.scatter_nd %x, %i, %u {kind = #adze<scatter_kind add>} : (tensor<4xf32>, tensor<3x2xi64>, tensor<3xf32>) -> tensor<4xf32>
  return
}

// -----

// Scattered updates have the shape of the slices.
func.func @f(%x: tensor<4x5xf32>, %i: tensor<3x1xi64>, %u: tensor<3x4xf32>) {
  // expected-error @+2 {{updates do not have the indexed slices' shape}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.scatter_nd %x, %i, %u {kind = #adze<scatter_kind add>} : (tensor<4x5xf32>, tensor<3x1xi64>, tensor<3x4xf32>) -> tensor<4x5xf32>
  return
}

// -----

// A time axis that is not there.
func.func @f(%x: tensor<4x5xf32>, %l: tensor<4xi64>) {
  // expected-error @+2 {{axis 2 of 2 dimensions}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.reverse_sequence %x, %l {batch_axis = 0 : i64, time_axis = 2 : i64} : (tensor<4x5xf32>, tensor<4xi64>) -> tensor<4x5xf32>
  return
}

// -----

// A scale for each dimension.
func.func @f(%x: tensor<1x3x4xf32>) {
  // expected-error @+1 {{'adze.resize' op (C1) operand, result and scales have ranks 3, 3 and 2}}
  %0 = adze.resize %x {scales = array<f64: 1.0, 2.0>, mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode floor>, cubic_coefficient = -0.75 : f64, extrapolation = 0.0 : f64} : (tensor<1x3x4xf32>) -> tensor<1x3x8xf32>
  return
}

// -----

// A region has a start and an end for each dimension.
func.func @f(%x: tensor<3x4xf32>) {
  // expected-error @+1 {{'adze.resize' op (C1) roi has 2 entries for 2 dimensions}}
  %0 = adze.resize %x {scales = array<f64: 1.0, 2.0>, roi = array<f64: 0.0, 1.0>, mode = #adze<resize_mode linear>, coordinates = #adze<coordinates half_pixel>, nearest = #adze<nearest_mode floor>, cubic_coefficient = -0.75 : f64, extrapolation = 0.0 : f64} : (tensor<3x4xf32>) -> tensor<3x8xf32>
  return
}

// -----

// A grid of points with as many coordinates as the image has spatial dimensions.
func.func @f(%x: tensor<1x3x4x4xf32>, %g: tensor<1x5x6x3xf32>) {
  // expected-error @+2 {{a grid of 'tensor<1x5x6x3xf32>' does not sample 'tensor<1x3x4x4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.grid_sample %x, %g {mode = #adze<resize_mode linear>, padding = #adze<pad_mode constant>} : (tensor<1x3x4x4xf32>, tensor<1x5x6x3xf32>) -> tensor<1x3x5x6xf32>
  return
}

// -----

// A kernel's arguments have the operands' types.
func.func @f(%x: tensor<2xf32>) {
  // expected-error @+1 {{'adze.kernel' op (C1) the body's arguments do not have the operands' types}}
  %0 = "adze.kernel"(%x) ({
  ^bb0(%a: tensor<3xf32>):
    adze.yield %a : tensor<3xf32>
  }) : (tensor<2xf32>) -> tensor<3xf32>
  return
}

// -----

// A kernel yields values of its results' types.
func.func @f(%x: tensor<2xf32>) {
  // expected-error @+1 {{'adze.kernel' op (C1) the yielded values do not have the results' types}}
  %0 = adze.kernel(%a = %x) : (tensor<2xf32>) -> tensor<3xf32> {
    adze.yield %a : tensor<2xf32>
  }
  return
}

// -----

// A kernel names the type of each operand.
func.func @f(%x: tensor<2xf32>) {
  // expected-error @+1 {{expected 1 operand types}}
  %0 = adze.kernel(%a = %x) : () -> tensor<2xf32> {
    adze.yield %a : tensor<2xf32>
  }
  return
}

// -----

// A kernel sees its arguments only.
func.func @f(%x: tensor<2xf32>) {
  // expected-note @+1 {{required by region isolation constraints}}
  %0 = adze.kernel() : () -> tensor<2xf32> {
    // expected-error @+1 {{'adze.neg' op using value defined outside the region}}
    %1 = adze.neg %x : (tensor<2xf32>) -> tensor<2xf32>
    adze.yield %1 : tensor<2xf32>
  }
  return
}

// -----

// A yield ends kernels only.
func.func @f(%x: tensor<2xf32>) {
  // expected-error @+1 {{'adze.yield' op expects parent op to be one of 'adze.kernel, adze.kernel_def'}}
  adze.yield %x : tensor<2xf32>
}

// -----

// More outputs than the blocks hold.
func.func @f(%x: tensor<1x8x16xf32>) {
  // expected-error @+2 {{17 outputs do not fit into 'tensor<1x8x16xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.unpack %x {extent = 17 : i64} : (tensor<1x8x16xf32>) -> tensor<8x17xf32>
  return
}

// -----

// A launch of a kernel that is not there.
func.func @f(%x: memref<2xf32>) {
  // expected-error @+1 {{'adze.launch' op (C1) no kernel @k}}
  adze.launch @k(%x) -> (%x) : (memref<2xf32>) -> memref<2xf32>
  return
}

// -----

// A launch with an input of another shape.
func.func @f(%x: memref<3xf32>, %y: memref<2xf32>) {
  // expected-error @+1 {{'adze.launch' op (C2) buffers do not have the types that @k expects}}
  adze.launch @k(%x) -> (%y) : (memref<3xf32>) -> memref<2xf32>
  return
}
adze.kernel_def @k (%x: tensor<2xf32>) {
  adze.yield %x : tensor<2xf32>
}

// -----

// A launch with an output of another element type.
func.func @f(%x: memref<2xf32>, %y: memref<2xi32>) {
  // expected-error @+1 {{'adze.launch' op (C2) buffers do not have the types that @k expects}}
  adze.launch @k(%x) -> (%y) : (memref<2xf32>) -> memref<2xi32>
  return
}
adze.kernel_def @k (%x: tensor<2xf32>) {
  adze.yield %x : tensor<2xf32>
}

// -----

// A launch without outputs.
func.func @f(%x: memref<2xf32>) {
  // expected-error @+1 {{'adze.launch' op (C2) buffers do not have the types that @k expects}}
  adze.launch @k(%x) -> () : (memref<2xf32>) -> ()
  return
}
adze.kernel_def @k (%x: tensor<2xf32>) {
  adze.yield %x : tensor<2xf32>
}

// -----

// A filter that is no filter at all.
func.func @f(%x: tensor<1x4x5xf32>, %w: tensor<6xf32>) {
  // expected-error @+2 {{(C3) input and filter have different ranks: 'tensor<1x4x5xf32>' and 'tensor<6xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.conv %x, %w {strides = array<i64: 1>, pads = array<i64: 0, 0>, dilations = array<i64: 1>, groups = 1 : i64} : (tensor<1x4x5xf32>, tensor<6xf32>) -> tensor<1x6x5xf32>
  return
}

// -----

// Fewer than no outputs.
func.func @f(%x: tensor<1x8x16xf32>) {
  // expected-error @+2 {{-1 outputs do not fit into 'tensor<1x8x16xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.unpack %x {extent = -1 : i64} : (tensor<1x8x16xf32>) -> tensor<8x?xf32>
  return
}

// -----

// A grid for each image.
func.func @f(%x: tensor<1x3x4x4xf32>, %g: tensor<2x5x6x2xf32>) {
  // expected-error @+2 {{a grid of 'tensor<2x5x6x2xf32>' does not sample 'tensor<1x3x4x4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.grid_sample %x, %g {mode = #adze<resize_mode linear>, padding = #adze<pad_mode constant>} : (tensor<1x3x4x4xf32>, tensor<2x5x6x2xf32>) -> tensor<1x3x5x6xf32>
  return
}

// -----

// A length for each entry of the batch.
func.func @f(%x: tensor<4x5xf32>, %l: tensor<3xi64>) {
  // expected-error @+2 {{a length for each entry of the batch is expected, found 'tensor<3xi64>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.reverse_sequence %x, %l {batch_axis = 0 : i64, time_axis = 1 : i64} : (tensor<4x5xf32>, tensor<3xi64>) -> tensor<4x5xf32>
  return
}

// -----

// More gathered rows than there are: only the axis is addressed by index.
func.func @f(%x: tensor<4x5xf32>, %i: tensor<6x2xi64>) {
  // expected-error @+2 {{indices 'tensor<6x2xi64>' leave dimension 0 of 'tensor<4x5xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.gather_elements %x, %i {axis = 1 : i64} : (tensor<4x5xf32>, tensor<6x2xi64>) -> tensor<6x2xf32>
  return
}

// -----

// More scattered rows than there are.
func.func @f(%x: tensor<4x5xf32>, %i: tensor<6x2xi64>, %u: tensor<6x2xf32>) {
  // expected-error @+2 {{indices 'tensor<6x2xi64>' leave dimension 0 of 'tensor<4x5xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.scatter_elements %x, %i, %u {axis = 1 : i64, kind = #adze<scatter_kind add>} : (tensor<4x5xf32>, tensor<6x2xi64>, tensor<6x2xf32>) -> tensor<4x5xf32>
  return
}

// -----

// A launch of a kernel whose argument is no tensor.
func.func @f(%x: memref<2xf32>) {
  // expected-error @+1 {{'adze.launch' op (C2) buffers do not have the types that @k expects}}
  adze.launch @k(%x) -> () : (memref<2xf32>) -> ()
  return
}
adze.kernel_def @k (%x: i32) {
  adze.yield
}

// -----

// A condition that is no boolean.
func.func @f(%c: tensor<2xf32>, %a: tensor<2xf32>) {
  // expected-error @+2 {{(C1) the condition must be i1, found 'tensor<2xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.select %c, %a, %a : (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

// Indices that are no integers.
func.func @f(%x: tensor<4xf32>, %i: tensor<2xf32>) {
  // expected-error @+2 {{indices must be integers, found 'tensor<2xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.gather %x, %i {axis = 0 : i64} : (tensor<4xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

// Batch dimensions of data and indices differ.
func.func @f(%x: tensor<2x3xf32>, %i: tensor<4x1xi64>) {
  // expected-error @+2 {{batch dimension 0 differs: 'tensor<2x3xf32>' and 'tensor<4x1xi64>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.gather_nd %x, %i {batch_dims = 1 : i64} : (tensor<2x3xf32>, tensor<4x1xi64>) -> tensor<4xf32>
  return
}

// -----

// A scale that is longer than what it scales.
func.func @f(%x: tensor<2x1xf32>, %s: tensor<4xf32>) {
  // expected-error @+2 {{a parameter of 'tensor<4xf32>' does not broadcast to 'tensor<2x1xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.layer_norm %x scale %s {axis = 1 : i64, epsilon = 1.0e-05 : f64} : (tensor<2x1xf32>, tensor<4xf32>) -> tensor<2x1xf32>
  return
}

// -----

// Sizes that overflow are no sizes.
func.func @f(%x: tensor<4294967296x4294967296xf32>) -> tensor<0xf32> {
  // expected-error @+1 {{'tensor<4294967296x4294967296xf32>' has more elements than memory can hold}}
  %0 = adze.reshape %x : (tensor<4294967296x4294967296xf32>) -> tensor<0xf32>
  return %0 : tensor<0xf32>
}

// -----

// A kernel whose buffers have another shape than its arguments.
// expected-error @+1 {{'adze.kernel_def' op (C1) buffers do not have the shapes and elements of the kernel's arguments and results}}
adze.kernel_def @k {buffers = [memref<3xf32>, memref<2xf32>]} (%x: tensor<2xf32>) {
  adze.yield %x : tensor<2xf32>
}

// -----

func.func @f(%x: tensor<10xf32>) -> tensor<4611686018427387905xf32> {
  // expected-error @+2 {{(C1) 4611686018427387905 elements from 0 by 4 leave dimension 0 of 10 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = adze.slice %x {starts = array<i64: 0>, sizes = array<i64: 4611686018427387905>, steps = array<i64: 4>} : (tensor<10xf32>) -> tensor<4611686018427387905xf32>
  return %0 : tensor<4611686018427387905xf32>
}

// -----

// A constant's buffer is of its type.
func.func @f() {
  // expected-error @+1 {{(C1) a constant of type 'tensor<2xf32>' does not fit into 'memref<3xf32>'}}
  %0 = adze.weights dense<1.0> : tensor<2xf32> : memref<3xf32>
  return
}

// -----

func.func @f() {
  // expected-error @+1 {{(C1) a constant of type 'tensor<2xf32>' does not fit into 'memref<2xi32>'}}
  %0 = adze.weights dense<1.0> : tensor<2xf32> : memref<2xi32>
  return
}

// -----

// A view has its source's elements.
func.func @f(%x: memref<8xf32>) {
  // expected-error @+1 {{(C1) 'memref<8xi32>' is no view of 'memref<8xf32>'}}
  %0 = adze.view %x {offset = 0 : i64} : memref<8xf32> -> memref<8xi32>
  return
}

// -----

// It stays inside.
func.func @f(%x: memref<8xf32>) {
  // expected-error @+1 {{(C2) 'memref<2x3xf32>' at element 3 leaves 'memref<8xf32>'}}
  %0 = adze.view %x {offset = 3 : i64} : memref<8xf32> -> memref<2x3xf32>
  return
}

// -----

func.func @f(%x: memref<8xf32>) {
  // expected-error @+1 {{(C2) 'memref<2xf32>' at element -1 leaves 'memref<8xf32>'}}
  %0 = adze.view %x {offset = -1 : i64} : memref<8xf32> -> memref<2xf32>
  return
}

// -----

// Lives do not end before they begin.
func.func @f() {
  // expected-error @+1 {{(C1) offset 0 from launch 3 to 2}}
  %0 = adze.arena {offset = 0 : i64, first = 3 : i64, last = 2 : i64} : memref<8xf32>
  return
}

// -----

func.func @f() {
  // expected-error @+1 {{(C2) 'memref<?xf32>' has no known shape}}
  %0 = adze.arena {offset = 0 : i64, first = 0 : i64, last = 2 : i64} : memref<?xf32>
  return
}

// -----

// A view with strides: the last of its elements is inside, too.
func.func @f(%x: memref<4x6xf32>) {
  // expected-error @+1 {{(C2) 'memref<4x3xf32, strided<[6, 1]>>' at element 4 leaves 'memref<4x6xf32>'}}
  %0 = adze.view %x {offset = 4 : i64} : memref<4x6xf32> -> memref<4x3xf32, strided<[6, 1]>>
  return
}

// -----

// A launch with dense buffers of a kernel that expects strides.
func.func @f(%x: memref<2x3xf32>, %y: memref<2x3xf32>) {
  // expected-error @+1 {{'adze.launch' op (C2) buffers do not have the types that @k expects}}
  adze.launch @k(%x) -> (%y) : (memref<2x3xf32>) -> memref<2x3xf32>
  return
}
adze.kernel_def @k {buffers = [memref<2x3xf32, strided<[6, 1]>>, memref<2x3xf32>]} (%x: tensor<2x3xf32>) {
  adze.yield %x : tensor<2x3xf32>
}
