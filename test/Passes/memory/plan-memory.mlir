// RUN: %adze-opt %s --split-input-file --pass-pipeline='builtin.module(adze-plan-memory)' | FileCheck %s

// A kernel becomes a launch on the caller's buffers and the weights; the names of inputs and outputs stay.
// CHECK-LABEL: func.func @direct
// CHECK-SAME: (%[[X:.*]]: memref<1x8xf32> {adze.name = "x"}, %[[Y:.*]]: memref<1x8xf32> {adze.name = "y"})
// CHECK-SAME: adze.arena_bytes = 0 : i64
// CHECK-SAME: adze.arena_lower_bound = 0 : i64
// CHECK-SAME: adze.num_inputs = 1 : i64
// CHECK-NEXT: %[[W:.*]] = adze.weights dense<{{.*}}> : tensor<2xf32> : memref<2xf32>
// CHECK-NEXT: adze.launch @[[K:k_[0-9a-f]+]](%[[X]], %[[W]]) -> (%[[Y]]) : (memref<1x8xf32>, memref<2xf32>) -> memref<1x8xf32>
// CHECK-NEXT: return
// CHECK: adze.kernel_def @[[K]] schedule #adze.schedule<"pointwise", vector = 8, tile = [], block = [], unroll = 1> (%{{.*}}: tensor<1x8xf32>, %{{.*}}: tensor<2xf32>) {
// CHECK-NEXT: adze.concat
// CHECK: adze.yield
func.func @direct(%x: tensor<1x8xf32> {adze.name = "x"}) -> (tensor<1x8xf32> {adze.name = "y"}) {
  %w = adze.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<1x8xf32>, tensor<2xf32>) -> tensor<1x8xf32> schedule #adze.schedule<"pointwise", vector = 8, tile = [], block = [], unroll = 1> {
    %1 = adze.concat %b, %b, %b, %b {axis = 0 : i64} : (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<8xf32>
    %2 = adze.add %a, %1 : (tensor<1x8xf32>, tensor<8xf32>) -> tensor<1x8xf32>
    adze.yield %2 : tensor<1x8xf32>
  }
  return %0 : tensor<1x8xf32>
}

// -----

// Values between kernels lie in the arena. The first is dead when the third is written and shares its bytes; the second is live beside both.
// CHECK-LABEL: func.func @chain
// CHECK-SAME: (%[[X:.*]]: memref<16xf32>, %[[Y:.*]]: memref<16xf32>)
// CHECK-SAME: adze.arena_bytes = 128 : i64
// CHECK-SAME: adze.arena_lower_bound = 128 : i64
// CHECK: %[[A:.*]] = adze.arena {first = 0 : i64, last = 1 : i64, offset = 0 : i64} : memref<16xf32>
// CHECK-NEXT: adze.launch @[[K:.*]](%[[X]]) -> (%[[A]])
// CHECK-NEXT: %[[B:.*]] = adze.arena {first = 1 : i64, last = 2 : i64, offset = 64 : i64} : memref<16xf32>
// CHECK-NEXT: adze.launch @[[K]](%[[A]]) -> (%[[B]])
// CHECK-NEXT: %[[C:.*]] = adze.arena {first = 2 : i64, last = 3 : i64, offset = 0 : i64} : memref<16xf32>
// CHECK-NEXT: adze.launch @[[K]](%[[B]]) -> (%[[C]])
// CHECK-NEXT: adze.launch @[[K]](%[[C]]) -> (%[[Y]])
// CHECK-NEXT: return
// Equal kernels are outlined once.
// CHECK-COUNT-1: adze.kernel_def
// CHECK-NOT: adze.kernel_def
func.func @chain(%x: tensor<16xf32>) -> tensor<16xf32> {
  %0 = adze.kernel(%a = %x) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.slice %a {starts = array<i64: 15>, sizes = array<i64: 16>, steps = array<i64: -1>} : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %1 = adze.kernel(%b = %0) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.slice %b {starts = array<i64: 15>, sizes = array<i64: 16>, steps = array<i64: -1>} : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %2 = adze.kernel(%a = %1) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.slice %a {starts = array<i64: 15>, sizes = array<i64: 16>, steps = array<i64: -1>} : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %3 = adze.kernel(%a = %2) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.slice %a {starts = array<i64: 15>, sizes = array<i64: 16>, steps = array<i64: -1>} : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  return %3 : tensor<16xf32>
}

// -----

// Kernels of another operation, schedule or shape are others.
// CHECK-LABEL: func.func @distinct
// CHECK-COUNT-4: adze.kernel_def
// CHECK-NOT: adze.kernel_def
func.func @distinct(%x: tensor<16xf32>, %y: tensor<8xf32>) -> (tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<8xf32>) {
  %0 = adze.kernel(%a = %x) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %1 = adze.kernel(%a = %x) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.log %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %2 = adze.kernel(%a = %x) : (tensor<16xf32>) -> tensor<16xf32> schedule #adze.schedule<"pointwise", vector = 8, tile = [], block = [], unroll = 1> {
    %4 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %3 = adze.kernel(%a = %y) : (tensor<8xf32>) -> tensor<8xf32> {
    %4 = adze.exp %a : (tensor<8xf32>) -> tensor<8xf32>
    adze.yield %4 : tensor<8xf32>
  }
  return %0, %1, %2, %3 : tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<8xf32>
}

// -----

// The largest value is placed first; smaller ones go around it, each at the start of a cache line.
// CHECK-LABEL: func.func @sizes
// CHECK-SAME: adze.arena_bytes = 192 : i64
// CHECK-SAME: adze.arena_lower_bound = 140 : i64
// CHECK: adze.arena {first = 0 : i64, last = 1 : i64, offset = 128 : i64} : memref<3xf32>
// CHECK: adze.arena {first = 1 : i64, last = 2 : i64, offset = 0 : i64} : memref<32xf32>
// CHECK: adze.arena {first = 2 : i64, last = 3 : i64, offset = 128 : i64} : memref<1xf32>
func.func @sizes(%x: tensor<3xf32>) -> tensor<1xf32> {
  %0 = adze.kernel(%a = %x) : (tensor<3xf32>) -> tensor<3xf32> {
    %4 = adze.exp %a : (tensor<3xf32>) -> tensor<3xf32>
    adze.yield %4 : tensor<3xf32>
  }
  %1 = adze.kernel(%a = %0) : (tensor<3xf32>) -> tensor<32xf32> {
    %4 = adze.pad %a {low = array<i64: 0>, high = array<i64: 29>, mode = #adze<pad_mode constant>} : (tensor<3xf32>) -> tensor<32xf32>
    adze.yield %4 : tensor<32xf32>
  }
  %2 = adze.kernel(%a = %1) : (tensor<32xf32>) -> tensor<1xf32> {
    %4 = adze.reduce %a {kind = #adze<reduce_kind sum>, axes = array<i64: 0>, keepdims} : (tensor<32xf32>) -> tensor<1xf32>
    adze.yield %4 : tensor<1xf32>
  }
  %3 = adze.kernel(%a = %2) : (tensor<1xf32>) -> tensor<1xf32> {
    %4 = adze.exp %a : (tensor<1xf32>) -> tensor<1xf32>
    adze.yield %4 : tensor<1xf32>
  }
  return %3 : tensor<1xf32>
}

// -----

// A value that is read late keeps its bytes until then.
// CHECK-LABEL: func.func @long_lived
// CHECK-SAME: adze.arena_bytes = 192 : i64
// CHECK-SAME: adze.arena_lower_bound = 192 : i64
// CHECK: adze.arena {first = 0 : i64, last = 3 : i64, offset = 0 : i64}
// CHECK: adze.arena {first = 1 : i64, last = 2 : i64, offset = 64 : i64}
// CHECK: adze.arena {first = 2 : i64, last = 3 : i64, offset = 128 : i64}
func.func @long_lived(%x: tensor<16xf32>) -> tensor<16xf32> {
  %0 = adze.kernel(%a = %x) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.slice %a {starts = array<i64: 15>, sizes = array<i64: 16>, steps = array<i64: -1>} : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %1 = adze.kernel(%a = %0) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.slice %a {starts = array<i64: 15>, sizes = array<i64: 16>, steps = array<i64: -1>} : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %2 = adze.kernel(%a = %1) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.slice %a {starts = array<i64: 15>, sizes = array<i64: 16>, steps = array<i64: -1>} : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %3 = adze.kernel(%a = %2, %b = %0) : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.add %a, %b : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  return %3 : tensor<16xf32>
}

// -----

// A reshape is a view of its operand's bytes, and reading it keeps them: also of inputs, constants and outputs.
// CHECK-LABEL: func.func @reshapes
// CHECK-SAME: (%[[X:.*]]: memref<16xf32>, %[[Y:.*]]: memref<2x8xf32>)
// CHECK: %[[XV:.*]] = adze.view %[[X]] {offset = 0 : i64} : memref<16xf32> -> memref<4x4xf32>
// CHECK: %[[W:.*]] = adze.weights
// CHECK: %[[WV:.*]] = adze.view %[[W]] {offset = 0 : i64} : memref<2x2xf32> -> memref<4xf32>
// CHECK: %[[A:.*]] = adze.arena {first = 0 : i64, last = 1 : i64, offset = 0 : i64} : memref<4x4xf32>
// CHECK: adze.launch @{{.*}}(%[[XV]], %[[WV]]) -> (%[[A]])
// CHECK: %[[AV:.*]] = adze.view %[[A]] {offset = 0 : i64} : memref<4x4xf32> -> memref<16xf32>
// CHECK: %[[YV:.*]] = adze.view %[[Y]] {offset = 0 : i64} : memref<2x8xf32> -> memref<16xf32>
// CHECK: adze.launch @{{.*}}(%[[AV]]) -> (%[[YV]])
func.func @reshapes(%x: tensor<16xf32>) -> tensor<2x8xf32> {
  %w = adze.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>
  %0 = adze.reshape %x : (tensor<16xf32>) -> tensor<4x4xf32>
  %1 = adze.reshape %w : (tensor<2x2xf32>) -> tensor<4xf32>
  %2 = adze.kernel(%a = %0, %b = %1) : (tensor<4x4xf32>, tensor<4xf32>) -> tensor<4x4xf32> {
    %6 = adze.add %a, %b : (tensor<4x4xf32>, tensor<4xf32>) -> tensor<4x4xf32>
    adze.yield %6 : tensor<4x4xf32>
  }
  %3 = adze.reshape %2 : (tensor<4x4xf32>) -> tensor<16xf32>
  %4 = adze.kernel(%a = %3) : (tensor<16xf32>) -> tensor<16xf32> {
    %6 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %6 : tensor<16xf32>
  }
  %5 = adze.reshape %4 : (tensor<16xf32>) -> tensor<2x8xf32>
  return %5 : tensor<2x8xf32>
}

// -----

// A returned value that another kernel reads is read from the caller's buffer.
// CHECK-LABEL: func.func @read_output
// CHECK-SAME: (%[[X:.*]]: memref<16xf32>, %[[Y:.*]]: memref<16xf32>, %[[Z:.*]]: memref<16xf32>)
// CHECK-NOT: adze.arena {
// CHECK: adze.launch @{{.*}}(%[[X]]) -> (%[[Y]])
// CHECK: adze.launch @{{.*}}(%[[Y]]) -> (%[[Z]])
func.func @read_output(%x: tensor<16xf32>) -> (tensor<16xf32>, tensor<16xf32>) {
  %0 = adze.kernel(%a = %x) : (tensor<16xf32>) -> tensor<16xf32> {
    %2 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %2 : tensor<16xf32>
  }
  %1 = adze.kernel(%a = %0) : (tensor<16xf32>) -> tensor<16xf32> {
    %2 = adze.log %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %2 : tensor<16xf32>
  }
  return %0, %1 : tensor<16xf32>, tensor<16xf32>
}

// -----

// A result that nobody reads is written somewhere, too.
// CHECK-LABEL: func.func @unread
// CHECK-SAME: (%[[X:.*]]: memref<4x8xf32>, %[[Y:.*]]: memref<4x2xi64>)
// CHECK: %[[V:.*]] = adze.arena {first = 0 : i64, last = 0 : i64, offset = 0 : i64} : memref<4x2xf32>
// CHECK: adze.launch @{{.*}}(%[[X]]) -> (%[[V]], %[[Y]])
func.func @unread(%x: tensor<4x8xf32>) -> tensor<4x2xi64> {
  %0:2 = adze.kernel(%a = %x) : (tensor<4x8xf32>) -> (tensor<4x2xf32>, tensor<4x2xi64>) {
    %v, %i = adze.top_k %a {k = 2 : i64, axis = 1 : i64} : (tensor<4x8xf32>) -> (tensor<4x2xf32>, tensor<4x2xi64>)
    adze.yield %v, %i : tensor<4x2xf32>, tensor<4x2xi64>
  }
  return %0#1 : tensor<4x2xi64>
}

// -----

// An element-wise result takes the place of an operand that is not read afterwards; one that is read later keeps its own.
// CHECK-LABEL: func.func @in_place
// CHECK-SAME: adze.arena_bytes = 128 : i64
// CHECK-SAME: adze.arena_lower_bound = 128 : i64
// CHECK: %[[A:.*]] = adze.arena {first = 0 : i64, last = 1 : i64, offset = 0 : i64} : memref<16xf32>
// CHECK-NEXT: adze.launch @[[OWN:.*]](%{{.*}}) -> (%[[A]])
// CHECK-NEXT: %[[B:.*]] = adze.arena {first = 1 : i64, last = 3 : i64, offset = 0 : i64} : memref<16xf32>
// CHECK-NEXT: adze.launch @[[SHARED:.*]](%[[A]]) -> (%[[B]])
// CHECK-NEXT: %[[C:.*]] = adze.arena {first = 2 : i64, last = 3 : i64, offset = 64 : i64} : memref<16xf32>
// CHECK-NEXT: adze.launch @[[OWN]](%[[B]]) -> (%[[C]])
// CHECK: adze.kernel_def @[[OWN]] (
// CHECK: adze.kernel_def @[[SHARED]] {in_place} (
func.func @in_place(%x: tensor<16xf32>) -> tensor<16xf32> {
  %0 = adze.kernel(%a = %x) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %1 = adze.kernel(%a = %0) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %2 = adze.kernel(%a = %1) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %3 = adze.kernel(%a = %1, %b = %2) : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.add %a, %b : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  return %3 : tensor<16xf32>
}

// -----

// A row is read before it is written: softmax and norms of rows in place. What is broadcast, moved, of another size or reduced over columns is not.
// CHECK-LABEL: func.func @in_place_or_not
// CHECK: {in_place} (%{{.*}}: tensor<4x8xf32>) {
// CHECK-NEXT: adze.softmax
// CHECK: {in_place} (%{{.*}}: tensor<4x8xf32>, %{{.*}}: tensor<8xf32>) {
// CHECK-NEXT: adze.rms_norm
// CHECK-NOT: in_place
func.func @in_place_or_not(%x: tensor<4x8xf32>, %w: tensor<8xf32>) -> tensor<4x8xf64> {
  %0 = adze.kernel(%a = %x) : (tensor<4x8xf32>) -> tensor<4x8xf32> {
    %8 = adze.exp %a : (tensor<4x8xf32>) -> tensor<4x8xf32>
    adze.yield %8 : tensor<4x8xf32>
  }
  %1 = adze.kernel(%a = %0) : (tensor<4x8xf32>) -> tensor<4x8xf32> {
    %8 = adze.softmax %a {axes = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4x8xf32>
    adze.yield %8 : tensor<4x8xf32>
  }
  %2 = adze.kernel(%a = %1, %b = %w) : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32> {
    %8 = adze.rms_norm %a, %b {axis = 1 : i64, epsilon = 1.0e-5 : f64} : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
    adze.yield %8 : tensor<4x8xf32>
  }
  %3 = adze.kernel(%a = %2) : (tensor<4x8xf32>) -> tensor<4x8xf32> {
    %8 = adze.softmax %a {axes = array<i64: 0>} : (tensor<4x8xf32>) -> tensor<4x8xf32>
    adze.yield %8 : tensor<4x8xf32>
  }
  %4 = adze.kernel(%a = %3) : (tensor<4x8xf32>) -> tensor<4x8xf32> {
    %8 = adze.slice %a {starts = array<i64: 3, 0>, sizes = array<i64: 4, 8>, steps = array<i64: -1, 1>} : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %9 = adze.add %8, %a : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    adze.yield %9 : tensor<4x8xf32>
  }
  %5 = adze.kernel(%a = %4) : (tensor<4x8xf32>) -> tensor<1x8xf32> {
    %8 = adze.reduce %a {kind = #adze<reduce_kind sum>, axes = array<i64: 0>, keepdims} : (tensor<4x8xf32>) -> tensor<1x8xf32>
    adze.yield %8 : tensor<1x8xf32>
  }
  %6 = adze.kernel(%a = %5, %b = %x) : (tensor<1x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32> {
    %8 = adze.add %a, %b : (tensor<1x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    adze.yield %8 : tensor<4x8xf32>
  }
  %7 = adze.kernel(%a = %6) : (tensor<4x8xf32>) -> tensor<4x8xf64> {
    %8 = adze.cast %a : (tensor<4x8xf32>) -> tensor<4x8xf64>
    adze.yield %8 : tensor<4x8xf64>
  }
  return %7 : tensor<4x8xf64>
}

// -----

// Heads are read in their places among the columns of a product.
// CHECK-LABEL: func.func @views
// CHECK: %[[P:.*]] = adze.arena {{.*}} : memref<5x12xf32>
// CHECK-NEXT: adze.launch @{{.*}} -> (%[[P]])
// CHECK-NEXT: %[[V:.*]] = adze.view %[[P]] {offset = 6 : i64} : memref<5x12xf32> -> memref<2x5x3xf32, strided<[3, 12, 1]>>
// CHECK-NEXT: adze.launch @[[K:.*]](%[[V]]) -> (%{{.*}}) : (memref<2x5x3xf32, strided<[3, 12, 1]>>) -> memref<2x5x1xf32>
// CHECK: adze.kernel_def @[[K]] {buffers = [memref<2x5x3xf32, strided<[3, 12, 1]>>, memref<2x5x1xf32>]} (%{{.*}}: tensor<2x5x3xf32>)
func.func @views(%x: tensor<5x4xf32>, %w: tensor<4x12xf32>) -> tensor<2x5x1xf32> {
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<5x4xf32>, tensor<4x12xf32>) -> tensor<5x12xf32> {
    %5 = adze.matmul %a, %b : (tensor<5x4xf32>, tensor<4x12xf32>) -> tensor<5x12xf32>
    adze.yield %5 : tensor<5x12xf32>
  }
  %1 = adze.slice %0 {starts = array<i64: 0, 6>, sizes = array<i64: 5, 6>, steps = array<i64: 1, 1>} : (tensor<5x12xf32>) -> tensor<5x6xf32>
  %2 = adze.reshape %1 : (tensor<5x6xf32>) -> tensor<5x2x3xf32>
  %3 = adze.transpose %2 {permutation = array<i64: 1, 0, 2>} : (tensor<5x2x3xf32>) -> tensor<2x5x3xf32>
  %4 = adze.kernel(%a = %3) : (tensor<2x5x3xf32>) -> tensor<2x5x1xf32> {
    %5 = adze.reduce %a {kind = #adze<reduce_kind sum>, axes = array<i64: 2>, keepdims} : (tensor<2x5x3xf32>) -> tensor<2x5x1xf32>
    adze.yield %5 : tensor<2x5x1xf32>
  }
  return %4 : tensor<2x5x1xf32>
}

// -----

// Heads are written next to each other where a reshape needs them so, here in the caller's buffer.
// CHECK-LABEL: func.func @placed_transpose
// CHECK-SAME: (%{{.*}}: memref<2x5x4xf32>, %{{.*}}: memref<2x4x3xf32>, %[[Y:.*]]: memref<5x6xf32>)
// CHECK-NOT: adze.arena {
// CHECK: %[[V:.*]] = adze.view %[[Y]] {offset = 0 : i64} : memref<5x6xf32> -> memref<2x5x3xf32, strided<[3, 6, 1]>>
// CHECK-NEXT: adze.launch @{{.*}} -> (%[[V]])
func.func @placed_transpose(%x: tensor<2x5x4xf32>, %w: tensor<2x4x3xf32>) -> tensor<5x6xf32> {
  %0 = adze.kernel(%a = %x, %b = %w) : (tensor<2x5x4xf32>, tensor<2x4x3xf32>) -> tensor<2x5x3xf32> {
    %3 = adze.matmul %a, %b : (tensor<2x5x4xf32>, tensor<2x4x3xf32>) -> tensor<2x5x3xf32>
    adze.yield %3 : tensor<2x5x3xf32>
  }
  %1 = adze.transpose %0 {permutation = array<i64: 1, 0, 2>} : (tensor<2x5x3xf32>) -> tensor<5x2x3xf32>
  %2 = adze.reshape %1 : (tensor<5x2x3xf32>) -> tensor<5x6xf32>
  return %2 : tensor<5x6xf32>
}

// -----

// Joined tensors are written into their parts of the result, which is live from the first of them on.
// CHECK-LABEL: func.func @placed_concat
// CHECK: %[[C:.*]] = adze.arena {first = 0 : i64, last = 2 : i64, offset = 0 : i64} : memref<32x48xf32>
// CHECK-NEXT: %[[A:.*]] = adze.view %[[C]] {offset = 0 : i64} : memref<32x48xf32> -> memref<32x16xf32, strided<[48, 1]>>
// CHECK-NEXT: adze.launch @{{.*}} -> (%[[A]])
// CHECK: %[[B:.*]] = adze.view %[[C]] {offset = 16 : i64} : memref<32x48xf32> -> memref<32x32xf32, strided<[48, 1]>>
// CHECK-NEXT: adze.launch @{{.*}} -> (%[[B]])
// CHECK-NEXT: adze.launch @{{.*}}(%[[C]]) -> (%{{.*}})
func.func @placed_concat(%x: tensor<32x16xf32>) -> tensor<48xf32> {
  %0 = adze.kernel(%a = %x) : (tensor<32x16xf32>) -> tensor<32x16xf32> {
    %4 = adze.exp %a : (tensor<32x16xf32>) -> tensor<32x16xf32>
    adze.yield %4 : tensor<32x16xf32>
  }
  %1 = adze.kernel(%a = %0) : (tensor<32x16xf32>) -> tensor<32x32xf32> {
    %4 = adze.pad %a {low = array<i64: 0, 8>, high = array<i64: 0, 8>, mode = #adze<pad_mode constant>} : (tensor<32x16xf32>) -> tensor<32x32xf32>
    adze.yield %4 : tensor<32x32xf32>
  }
  %2 = adze.concat %0, %1 {axis = 1 : i64} : (tensor<32x16xf32>, tensor<32x32xf32>) -> tensor<32x48xf32>
  %3 = adze.kernel(%a = %2) : (tensor<32x48xf32>) -> tensor<48xf32> {
    %4 = adze.reduce %a {kind = #adze<reduce_kind sum>, axes = array<i64: 0>} : (tensor<32x48xf32>) -> tensor<48xf32>
    adze.yield %4 : tensor<48xf32>
  }
  return %3 : tensor<48xf32>
}

// -----

// Tiles that compute elements at the edges twice need both.
// CHECK-LABEL: func.func @edges_twice
// CHECK-NOT: in_place
func.func @edges_twice(%x: tensor<16x16xf32>, %y: tensor<16x16xf32>) -> tensor<16xf32> {
  %0 = adze.kernel(%a = %x) : (tensor<16x16xf32>) -> tensor<16x16xf32> {
    %3 = adze.exp %a : (tensor<16x16xf32>) -> tensor<16x16xf32>
    adze.yield %3 : tensor<16x16xf32>
  }
  %1 = adze.kernel(%a = %0, %b = %y) : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32> schedule #adze.schedule<"transposed", vector = 8, tile = [8, 8], block = [1], unroll = 1> {
    %3 = adze.transpose %b {permutation = array<i64: 1, 0>} : (tensor<16x16xf32>) -> tensor<16x16xf32>
    %4 = adze.add %a, %3 : (tensor<16x16xf32>, tensor<16x16xf32>) -> tensor<16x16xf32>
    adze.yield %4 : tensor<16x16xf32>
  }
  %2 = adze.kernel(%a = %1) : (tensor<16x16xf32>) -> tensor<16xf32> {
    %3 = adze.reduce %a {kind = #adze<reduce_kind sum>, axes = array<i64: 0>} : (tensor<16x16xf32>) -> tensor<16xf32>
    adze.yield %3 : tensor<16xf32>
  }
  return %2 : tensor<16xf32>
}
