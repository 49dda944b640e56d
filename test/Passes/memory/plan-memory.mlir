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
    %4 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %1 = adze.kernel(%b = %0) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.exp %b : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %2 = adze.kernel(%a = %1) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
    adze.yield %4 : tensor<16xf32>
  }
  %3 = adze.kernel(%a = %2) : (tensor<16xf32>) -> tensor<16xf32> {
    %4 = adze.exp %a : (tensor<16xf32>) -> tensor<16xf32>
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
