// RUN: %adze-opt %s --split-input-file --verify-diagnostics --pass-pipeline='builtin.module(adze-plan-memory)'

// Kernels are formed before memory is planned.
func.func @no_kernels(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @+1 {{stands outside of kernels; run adze-form-kernels first}}
  %0 = adze.exp %x : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

// An input is not written by a kernel.
func.func @input(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @+1 {{result 0 is not written by a kernel of its own; run adze-form-kernels first}}
  return %x : tensor<2xf32>
}

// -----

// Neither is a constant.
func.func @constant() -> tensor<2xf32> {
  %0 = adze.constant dense<1.0> : tensor<2xf32>
  // expected-error @+1 {{result 0 is not written by a kernel of its own; run adze-form-kernels first}}
  return %0 : tensor<2xf32>
}

// -----

// One value cannot be written into two of the caller's buffers, reshaped or not.
func.func @twice(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2x1xf32>) {
  %0 = adze.kernel(%a = %x) : (tensor<2xf32>) -> tensor<2xf32> {
    %2 = adze.exp %a : (tensor<2xf32>) -> tensor<2xf32>
    adze.yield %2 : tensor<2xf32>
  }
  %1 = adze.reshape %0 : (tensor<2xf32>) -> tensor<2x1xf32>
  // expected-error @+1 {{result 1 is not written by a kernel of its own; run adze-form-kernels first}}
  return %0, %1 : tensor<2xf32>, tensor<2x1xf32>
}

// -----

// Open dimensions are refused by name.
func.func @open(%x: tensor<?xf32>) -> tensor<?xf32> {
  // expected-error @+1 {{open dimensions are not there yet in compiled code: give them a value with --dim NAME=N}}
  %0 = adze.kernel(%a = %x) : (tensor<?xf32>) -> tensor<?xf32> {
    %1 = adze.exp %a : (tensor<?xf32>) -> tensor<?xf32>
    adze.yield %1 : tensor<?xf32>
  }
  return %0 : tensor<?xf32>
}
