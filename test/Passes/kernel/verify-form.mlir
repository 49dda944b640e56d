// A form is checked by itself; what the pipelines make passes, everything else is an error at its operation.
// RUN: split-file %s %t
// RUN: %adze-opt %t/graph.mlir --adze-verify-form=mode=graph --adze-kernel-pipeline --adze-verify-form=mode=kernel --adze-plan-memory --adze-verify-form=mode=memory | FileCheck %s
// RUN: %adze-opt %t/not-kernel.mlir --adze-verify-form=mode=kernel --split-input-file --verify-diagnostics
// RUN: %adze-opt %t/not-graph.mlir --adze-verify-form=mode=graph --split-input-file --verify-diagnostics
// RUN: %adze-opt %t/not-memory.mlir --adze-verify-form=mode=memory --split-input-file --verify-diagnostics
// RUN: not %adze-opt %t/graph.mlir --adze-verify-form=mode=tensor 2>&1 | FileCheck %s --check-prefix=MODE
// RUN: %adze opt %t/graph.mlir --adze-verify-form=graph -o -
// RUN: not %adze opt %t/graph.mlir --adze-verify-form=memory -o - 2>&1 | FileCheck %s --check-prefix=NOT

// CHECK: adze.launch
// MODE: error: graph, kernel or memory expected, found 'tensor'
// NOT: error: does not belong into memory form

//--- graph.mlir
func.func @main(%x: tensor<4x8xf32>) -> tensor<4x2xf32> {
  %w = adze.constant dense<0.5> : tensor<8x2xf32>
  %0 = adze.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = adze.matmul %0, %w : (tensor<4x8xf32>, tensor<8x2xf32>) -> tensor<4x2xf32>
  return %1 : tensor<4x2xf32>
}

// Movements between kernels, and a softmax in the memory of its operand.
func.func @strided(%x: tensor<2x5x4xf32>, %y: tensor<2x4x3xf32>) -> tensor<5x6xf32> {
  %0 = adze.matmul %x, %y : (tensor<2x5x4xf32>, tensor<2x4x3xf32>) -> tensor<2x5x3xf32>
  %1 = adze.softmax %0 {axes = array<i64: 2>} : (tensor<2x5x3xf32>) -> tensor<2x5x3xf32>
  %2 = adze.layer_norm %1 {axis = 2 : i64, epsilon = 1.0e-5 : f64} : (tensor<2x5x3xf32>) -> tensor<2x5x3xf32>
  %3 = adze.transpose %2 {permutation = array<i64: 1, 0, 2>} : (tensor<2x5x3xf32>) -> tensor<5x2x3xf32>
  %4 = adze.reshape %3 : (tensor<5x2x3xf32>) -> tensor<5x6xf32>
  return %4 : tensor<5x6xf32>
}

//--- not-kernel.mlir
func.func @outside(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{stands outside of kernels; run adze-form-kernels}}
  %0 = adze.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @unscheduled(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{kernel has no schedule; run adze-schedule-kernels}}
  %0 = adze.kernel(%arg0 = %x) : (tensor<4xf32>) -> tensor<4xf32> {
    %1 = adze.exp %arg0 : (tensor<4xf32>) -> tensor<4xf32>
    adze.yield %1 : tensor<4xf32>
  }
  return %0 : tensor<4xf32>
}

// -----

func.func @constant(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = adze.kernel(%arg0 = %x) : (tensor<4xf32>) -> tensor<4xf32> schedule #adze.schedule<"pointwise", vector = 4, tile = [], block = [], unroll = 1> {
    // expected-error @+1 {{a constant of 4 elements inside a kernel: it must be an operand}}
    %w = adze.constant dense<0.5> : tensor<4xf32>
    %1 = adze.add %arg0, %w : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    adze.yield %1 : tensor<4xf32>
  }
  return %0 : tensor<4xf32>
}

//--- not-graph.mlir
func.func @kernel(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{does not belong into graph form}}
  %0 = adze.kernel(%arg0 = %x) : (tensor<4xf32>) -> tensor<4xf32> {
    %1 = adze.exp %arg0 : (tensor<4xf32>) -> tensor<4xf32>
    adze.yield %1 : tensor<4xf32>
  }
  return %0 : tensor<4xf32>
}

//--- not-memory.mlir
// expected-error @+1 {{has no 'adze.arena_bytes' or no 'adze.num_inputs'; run adze-plan-memory}}
func.func @unplanned() {
  return
}

// -----

adze.kernel_def @k (%x: tensor<4xf32>) {
  %0 = adze.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  adze.yield %0 : tensor<4xf32>
}
func.func @overlap(%x: memref<4xf32>, %y: memref<4xf32>) attributes {adze.arena_bytes = 64 : i64, adze.num_inputs = 1 : i64} {
  // expected-note @+1 {{the other buffer}}
  %0 = adze.arena {offset = 0 : i64, first = 0 : i64, last = 1 : i64} : memref<4xf32>
  adze.launch @k(%x) -> (%0) : (memref<4xf32>) -> memref<4xf32>
  // expected-error @+1 {{shares bytes with a buffer that is live at the same time}}
  %1 = adze.arena {offset = 8 : i64, first = 1 : i64, last = 2 : i64} : memref<4xf32>
  adze.launch @k(%0) -> (%1) : (memref<4xf32>) -> memref<4xf32>
  adze.launch @k(%1) -> (%y) : (memref<4xf32>) -> memref<4xf32>
  return
}

// -----

adze.kernel_def @k (%x: tensor<4xf32>) {
  %0 = adze.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  adze.yield %0 : tensor<4xf32>
}
func.func @dead(%x: memref<4xf32>, %y: memref<4xf32>) attributes {adze.arena_bytes = 64 : i64, adze.num_inputs = 1 : i64} {
  %0 = adze.arena {offset = 0 : i64, first = 0 : i64, last = 0 : i64} : memref<4xf32>
  adze.launch @k(%x) -> (%0) : (memref<4xf32>) -> memref<4xf32>
  %1 = adze.view %0 {offset = 0 : i64} : memref<4xf32> -> memref<4xf32>
  // expected-error @+1 {{launch 1 uses a buffer that is live from launch 0 to 0}}
  adze.launch @k(%1) -> (%y) : (memref<4xf32>) -> memref<4xf32>
  return
}

// -----

func.func @beyond() attributes {adze.arena_bytes = 64 : i64, adze.num_inputs = 0 : i64} {
  // expected-error @+1 {{ends at byte 80 of an arena of 64}}
  %0 = adze.arena {offset = 64 : i64, first = 0 : i64, last = 0 : i64} : memref<4xf32>
  return
}
