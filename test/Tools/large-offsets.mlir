// RUN: %adze compile %s --emit=llvm --target=x86-64-v3 -o - | FileCheck %s

// Places beyond 2^28 bytes, which do not fit into the constant indices of MLIR's address computation.
// CHECK: getelementptr{{.*}} i8, ptr %{{.*}}, i64 320000000
func.func @main(%x: tensor<80000x1000xf32>) -> tensor<80000x1000xf32> {
  %0 = adze.softmax %x {axes = array<i64: 1>} : (tensor<80000x1000xf32>) -> tensor<80000x1000xf32>
  %1 = adze.reduce %0 {axes = array<i64: 0>, keepdims, kind = #adze<reduce_kind sum>} : (tensor<80000x1000xf32>) -> tensor<1x1000xf32>
  %2 = adze.sub %0, %1 : (tensor<80000x1000xf32>, tensor<1x1000xf32>) -> tensor<80000x1000xf32>
  %y = adze.softmax %2 {axes = array<i64: 1>} : (tensor<80000x1000xf32>) -> tensor<80000x1000xf32>
  return %y : tensor<80000x1000xf32>
}
