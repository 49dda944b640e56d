//===- KernelOps.td - Kernels, launches and buffers -----------*- tablegen -*-===//

#ifndef ADZE_KERNEL_OPS_TD
#define ADZE_KERNEL_OPS_TD

include "adze/IR/AdzeBase.td"
include "mlir/IR/BuiltinTypes.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/ViewLikeInterface.td"

def Adze_KernelOp : Adze_Op<"kernel", [Pure, IsolatedFromAbove, SingleBlock,
    SingleBlockImplicitTerminator<"YieldOp">]> {
  let summary = "operations that become one loop nest";
  let description = [{
    The body has one root that owns the loops (a product, a convolution, a reduction, or for element-wise kernels the yielded operations
    themselves); everything else is computed inside the root's tiles. Weights, scales and other data are operands, never constants in the body,
    so that equal kernels are compiled once. (C1) The block's arguments have the operands' types, the yielded values the results'.

    ```mlir
    %y = adze.kernel(%arg0 = %x, %arg1 = %w) : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32> schedule #adze.schedule<...> {
      %0 = adze.matmul %arg0, %arg1 : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
      adze.yield %0 : tensor<4x16xf32>
    }
    ```
  }];
  let arguments = (ins Variadic<Adze_Tensor>:$inputs, OptionalAttr<Adze_ScheduleAttr>:$schedule);
  let results = (outs Variadic<Adze_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    ::mlir::Block *getBodyBlock() { return &getBody().front(); }
  }];
}

def Adze_YieldOp : Adze_Op<"yield", [Pure, Terminator, ReturnLike, ParentOneOf<["KernelOp", "KernelDefOp"]>]> {
  let summary = "ends a kernel's body";
  let arguments = (ins Variadic<Adze_Tensor>:$values);
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ::mlir::ValueRange()); }]>];
  let assemblyFormat = "($values^ `:` type($values))? attr-dict";
}

def Adze_UnpackOp : Adze_InferredOp<"unpack", [Adze_MovementTrait]> {
  let summary = "reads a weight that is stored in blocks";
  let description = [{
    The inverse of `pack`, which exists only as a change of constants (`pack-weights`): `x` is `[O / block, I..., block]` with zeros behind the last
    of the `extent` outputs; `y[i..., o] = x[o / block, i..., o mod block]`, so that `y` has shape `[I..., extent]`.
  }];
  let arguments = (ins Adze_Tensor:$x, I64Attr:$extent);
  let results = (outs Adze_Tensor:$y);
}

//===----------------------------------------------------------------------===//
// Memory form
//===----------------------------------------------------------------------===//

def Adze_KernelDefOp : Adze_Op<"kernel_def", [Symbol, IsolatedFromAbove, SingleBlock]> {
  let summary = "an outlined kernel";
  let description = [{
    The body of equal `adze.kernel`s, once. Its name is the hash of what it computes. `buffers`: the types of its buffers, inputs before outputs,
    where some are not dense. `in_place`: the output may lie in the memory of an input that is read only at the element that is written.
    (C1) `buffers` have the shapes and elements of the arguments and yielded values.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<Adze_ScheduleAttr>:$schedule, OptionalAttr<TypeArrayAttr>:$buffers,
                       UnitAttr:$in_place);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    ::mlir::Block *getBodyBlock() { return &getBody().front(); }
    /// The types of all buffers, inputs before outputs.
    ::llvm::SmallVector<::mlir::MemRefType> getBufferTypes();
  }];
}

def Adze_LaunchOp : Adze_Op<"launch", [DeclareOpInterfaceMethods<SymbolUserOpInterface>, AttrSizedOperandSegments]> {
  let summary = "runs a kernel on buffers";
  let description = "(C1) The kernel exists; (C2) buffers have the types that it expects.";
  let arguments = (ins FlatSymbolRefAttr:$kernel, Variadic<AnyMemRef>:$inputs, Variadic<AnyMemRef>:$outputs);
  let assemblyFormat = "$kernel `(` $inputs `)` `->` `(` $outputs `)` attr-dict `:` functional-type($inputs, $outputs)";
}

def Adze_ArenaOp : Adze_Op<"arena", [Pure]> {
  let summary = "a buffer in the arena";
  let description = [{
    `offset` in bytes from the arena's start; `first` and `last` launch (inclusive) between which the buffer is live. (C1) The offset is not
    negative, nor `first`, and `last` is no earlier; (C2) the shape is known.
  }];
  let arguments = (ins I64Attr:$offset, I64Attr:$first, I64Attr:$last);
  let results = (outs AnyMemRef:$buffer);
  let hasVerifier = 1;
  let assemblyFormat = "attr-dict `:` type($buffer)";
}

def Adze_WeightsOp : Adze_Op<"weights", [Pure]> {
  let summary = "a constant's buffer in the weights section";
  let description = "(C1) The buffer has the constant's shape and elements.";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs AnyMemRef:$buffer);
  let hasVerifier = 1;
  let assemblyFormat = "attr-dict $value `:` type($buffer)";
}

def Adze_ViewOp : Adze_Op<"view", [Pure]> {
  let summary = "another shape or part of a buffer";
  let description = [{
    Begins `offset` elements of the operand's type behind the operand's first; no data are moved. (C1) Both have the same elements and known shapes;
    (C2) the view does not leave its source.
  }];
  let arguments = (ins AnyMemRef:$source, I64Attr:$offset);
  let results = (outs AnyMemRef:$buffer);
  let hasVerifier = 1;
  let assemblyFormat = "$source attr-dict `:` type($source) `->` type($buffer)";
}

#endif // ADZE_KERNEL_OPS_TD
