// RUN: %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels,adze-schedule-kernels))' | FileCheck %s --check-prefix=MODULE
// RUN: %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels,adze-schedule-kernels{target=aarch64}))' | FileCheck %s --check-prefix=OPTION

// The module says what it is compiled for, if the option does not.
// MODULE: schedule #adze.schedule<"pointwise", vector = 16,
// OPTION: schedule #adze.schedule<"pointwise", vector = 4,
module attributes {adze.target = "x86-64-v4"} {
  func.func @f(%x: tensor<64xf32>) -> tensor<64xf32> {
    %0 = adze.exp %x : (tensor<64xf32>) -> tensor<64xf32>
    return %0 : tensor<64xf32>
  }
}
