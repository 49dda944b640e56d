//===- CheckOps.td - Expectations of numeric tests ------------*- tablegen -*-===//

#ifndef ADZE_CHECK_OPS_TD
#define ADZE_CHECK_OPS_TD

include "mlir/IR/OpBase.td"

def Check_Dialect : Dialect {
  let name = "check";
  let cppNamespace = "::adze::check";
  let summary = "what numeric tests expect";
  let description = [{
    Numeric tests are plain MLIR files that `adze-check` interprets or compiles and runs. A function without arguments states what it expects:

    ```mlir
    func.func @neg() {
      %x = adze.constant dense<[1.0, -2.0]> : tensor<2xf32>
      %y = adze.neg %x : (tensor<2xf32>) -> tensor<2xf32>
      %expected = adze.constant dense<[-1.0, 2.0]> : tensor<2xf32>
      check.expect_eq %y, %expected : tensor<2xf32>
      return
    }
    ```

    A function with arguments gets seeded random inputs, and its compiled results are compared with the reference interpreter's.
    Attributes of arguments say which: `check.range = array<f64: low, high>` (inclusive; default -1 to 1 for floats, -8 to 8 for integers,
    not negative for unsigned ones), `check.constant` (a constant of the function: weights), `check.specials` (NaN, infinities and -0 among the
    elements). Attributes of the function: `check.atol` and `check.rtol` (f64) for its results.
  }];
}

class Check_Op<string mnemonic> : Op<Check_Dialect, mnemonic, [SameTypeOperands]> {
  let assemblyFormat = "$actual `,` $expected attr-dict `:` type($actual)";
}

def Check_ExpectEqOp : Check_Op<"expect_eq"> {
  let summary = "the same numbers (NaN equals NaN, 0 equals -0)";
  let arguments = (ins AnyStaticShapeTensor:$actual, AnyStaticShapeTensor:$expected);
}

def Check_ExpectCloseOp : Check_Op<"expect_close"> {
  let summary = "within the absolute or the relative tolerance; anything but floats exactly";
  let arguments = (ins AnyStaticShapeTensor:$actual, AnyStaticShapeTensor:$expected, DefaultValuedAttr<F64Attr, "1.0e-6">:$atol,
                       DefaultValuedAttr<F64Attr, "1.0e-5">:$rtol);
}

#endif // ADZE_CHECK_OPS_TD
