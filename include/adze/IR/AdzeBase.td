//===- AdzeBase.td - Base classes of adze operations ----------*- tablegen -*-===//

#ifndef ADZE_BASE_TD
#define ADZE_BASE_TD

include "adze/IR/AdzeDialect.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Adze_Tensor : TensorRankOf<[AnyType], [0, 1, 2, 3, 4, 5, 6, 7, 8]>;

/// Element-wise with numpy broadcasting: what kernels take as prologue and epilogue.
def Adze_ElementwiseTrait : NativeOpTrait<"Elementwise"> { let cppNamespace = "::adze::OpTrait"; }
/// Each output element is one input element: a kernel reads through it without computing anything.
def Adze_MovementTrait : NativeOpTrait<"Movement"> { let cppNamespace = "::adze::OpTrait"; }

class Adze_Op<string mnemonic, list<Trait> traits = []> : Op<Adze_Dialect, mnemonic, traits>;

class Adze_PureOp<string mnemonic, list<Trait> traits = []> : Adze_Op<mnemonic, !listconcat([Pure], traits)> {
  let assemblyFormat = "operands attr-dict `:` functional-type(operands, results)";
}

/// The result's shape (and, unless quantized, element type) follows from operands and attributes.
class Adze_InferredOp<string mnemonic, list<Trait> traits = []> : Adze_PureOp<mnemonic, !listconcat([
    InferTypeOpAdaptor], traits)> {
  let extraClassDeclaration = [{
    static bool isCompatibleReturnTypes(::mlir::TypeRange inferred, ::mlir::TypeRange actual) {
      return ::adze::sameShapes(inferred, actual);
    }
  }];
}

#endif // ADZE_BASE_TD
