// RUN: %adze-opt %s --canonicalize --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s
// RUN: %adze-opt %s --emit-bytecode | %adze-opt --canonicalize --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s
// RUN: %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels))' --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s --check-prefix=KERNELS
// RUN: %adze-opt %s --pass-pipeline='builtin.module(func.func(adze-form-kernels),adze-plan-memory)' --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s --check-prefix=MEMORY

// The node's name stays with its operation, whatever pass it goes through: errors, layers and profiles name it.
// CHECK-LABEL: func.func @names
// CHECK: adze.matmul {{.*}} loc("/head/MatMul")
// CHECK: adze.add {{.*}} loc("/head/Add")

// A kernel has the names of all its operations.
// KERNELS-LABEL: func.func @names
// KERNELS: adze.kernel(
// KERNELS: adze.matmul {{.*}} loc("/head/MatMul")
// KERNELS: adze.add {{.*}} loc("/head/Add")
// KERNELS: } loc(fused["/head/MatMul", "/head/Add"])

// So has its launch.
// MEMORY-LABEL: func.func @names
// MEMORY: adze.launch {{.*}} loc(fused["/head/MatMul", "/head/Add"])
func.func @names(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>, %b: tensor<16xf32>) -> tensor<4x16xf32> {
  %0 = adze.matmul %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32> loc("/head/MatMul")
  %1 = adze.add %0, %b : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32> loc("/head/Add")
  return %1 : tensor<4x16xf32>
}
