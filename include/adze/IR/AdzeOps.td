//===- AdzeOps.td - All operations of the adze dialect --------*- tablegen -*-===//

#ifndef ADZE_OPS_TD
#define ADZE_OPS_TD

include "adze/IR/ContractionOps.td"
include "adze/IR/ElementwiseOps.td"
include "adze/IR/KernelOps.td"
include "adze/IR/MovementOps.td"
include "adze/IR/ReductionOps.td"
include "mlir/IR/OpAsmInterface.td"

def Adze_ConstantOp : Adze_PureOp<"constant", [ConstantLike, AllTypesMatch<["value", "y"]>]> {
  let summary = "a constant tensor";
  let description = [{
    Weights are `dense_resource` blobs that alias the model file; small values are plain dense attributes. (C1) A resource's blob is
    there and has the type's size.
  }];
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Adze_Tensor:$y);
  let assemblyFormat = "attr-dict $value";
  let hasFolder = 1;
  let hasVerifier = 1;
}

#endif // ADZE_OPS_TD
