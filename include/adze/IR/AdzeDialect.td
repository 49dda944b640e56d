//===- AdzeDialect.td - The adze dialect and its attributes ---*- tablegen -*-===//

#ifndef ADZE_DIALECT_TD
#define ADZE_DIALECT_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/BuiltinTypeInterfaces.td"
include "mlir/IR/TensorEncoding.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpBase.td"

def Adze_Dialect : Dialect {
  let name = "adze";
  let cppNamespace = "::adze";
  let summary = "Neural networks between ONNX and native code";
  let description = [{
    The narrow waist of Adze: about eighty operations to which ONNX models are imported, on which every pass works and
    from which kernels are formed. One dialect serves three forms:

    - *graph*: `func.func` over ranked tensors, operations with value semantics;
    - *kernel*: the same function, its operations grouped into `adze.kernel` regions;
    - *memory*: `adze.launch` of outlined kernels on slices of one arena.

    Conventions shared by all operations:

    - Signed integers are signless (`i8`, `i64`), unsigned ones `ui8`, `ui64`, booleans `i1`. Quantized element types
      (`!quant.uniform`) are admitted wherever the storage type is.
    - Element-wise operations broadcast as numpy does: dimensions are aligned at the right, extents of 1 are repeated.
    - Axes in attributes are non-negative. Whatever ONNX takes as an operand but must be known at compile time (axes,
      pads, slices) is an attribute here.
    - A dimension that stays open carries a name and an upper bound in the tensor's encoding, `#adze.tensor`.
  }];
  let useDefaultAttributePrinterParser = 1;
  let hasConstantMaterializer = 1;
  let dependentDialects = ["::mlir::func::FuncDialect", "::mlir::quant::QuantDialect"];
}

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

class Adze_Attr<string name, string attrMnemonic, list<Trait> traits = []> : AttrDef<Adze_Dialect, name, traits> {
  let mnemonic = attrMnemonic;
}

def Adze_TensorAttr : Adze_Attr<"Tensor", "tensor", [DeclareAttrInterfaceMethods<VerifiableTensorEncoding>]> {
  let summary = "what a tensor type says beyond extents and elements";
  let description = [{
    The one encoding of tensor types. `names` and `bounds` have an entry for each dimension: the name of an open
    dimension ("" for closed ones) and its inclusive upper bound (0 for closed ones).

    ```mlir
    tensor<1x?x64xf32, #adze.tensor<names = ["", "seq", ""], bounds = [0, 512, 0]>>
    ```
  }];
  let parameters = (ins ArrayRefParameter<"::mlir::StringAttr">:$names, ArrayRefParameter<"int64_t">:$bounds);
  let assemblyFormat = "`<` `names` `=` `[` $names `]` `,` `bounds` `=` `[` $bounds `]` `>`";
}

def Adze_ScheduleAttr : Adze_Attr<"Schedule", "schedule"> {
  let summary = "how a kernel is computed";
  let description = [{
    A schedule is data: `targets/` chooses it, one function applies it to the Halide pipeline, and anyone may edit it.

    - `variant` names the loop structure: `pointwise`, `transposed` (pointwise, in tiles), `rows` (statistics of rows), `window` (pooling, depthwise), `gemm`, `conv`,
      `winograd`, or `call`: the operation is no loop nest but a function of the runtime library, and nothing else of the schedule applies.
    - `vector`: lanes of the innermost vectorized dimension.
    - `tile`: the register tile, innermost dimension first (for `gemm` and `conv`: output channels, then rows or pixels).
    - `block`: cache block, innermost dimension first, 0 for the whole extent (for `conv`: rows of the output that share one
      padded copy of the input; for `winograd`: rows of tiles).
    - `unroll`: how often the innermost reduction loop is unrolled; for `winograd`: the side of an output tile.

    ```mlir
    #adze.schedule<"gemm", vector = 8, tile = [16, 6], block = [], unroll = 1>
    ```
  }];
  let parameters = (ins "::mlir::StringAttr":$variant, "int64_t":$vector, OptionalArrayRefParameter<"int64_t">:$tile,
                        OptionalArrayRefParameter<"int64_t">:$block, "int64_t":$unroll);
  let assemblyFormat = [{
    `<` $variant `,` `vector` `=` $vector `,` `tile` `=` `[` (`]`) : ($tile^ `]`)? `,`
    `block` `=` `[` (`]`) : ($block^ `]`)? `,` `unroll` `=` $unroll `>`
  }];
}

//===----------------------------------------------------------------------===//
// Enumerations
//===----------------------------------------------------------------------===//

class Adze_Enum<string name, string summary, list<I32EnumAttrCase> cases> : I32EnumAttr<name, summary, cases> {
  let cppNamespace = "::adze";
  let genSpecializedAttr = 0;
}
class Adze_EnumAttr<EnumAttrInfo info, string mnemonic> : EnumAttr<Adze_Dialect, info, mnemonic>;

def Adze_ReduceKind : Adze_Enum<"ReduceKind", "what a reduction computes", [
  I32EnumAttrCase<"Sum", 0, "sum">, I32EnumAttrCase<"Mean", 1, "mean">, I32EnumAttrCase<"Prod", 2, "prod">,
  I32EnumAttrCase<"Max", 3, "max">, I32EnumAttrCase<"Min", 4, "min">]>;
def Adze_ReduceKindAttr : Adze_EnumAttr<Adze_ReduceKind, "reduce_kind">;

def Adze_Predicate : Adze_Enum<"Predicate", "comparison", [
  I32EnumAttrCase<"Eq", 0, "eq">, I32EnumAttrCase<"Ne", 1, "ne">, I32EnumAttrCase<"Lt", 2, "lt">,
  I32EnumAttrCase<"Le", 3, "le">, I32EnumAttrCase<"Gt", 4, "gt">, I32EnumAttrCase<"Ge", 5, "ge">]>;
def Adze_PredicateAttr : Adze_EnumAttr<Adze_Predicate, "predicate">;

def Adze_Layout : Adze_Enum<"Layout", "order of the dimensions of activations", [
  I32EnumAttrCase<"ChannelsFirst", 0, "channels_first">, I32EnumAttrCase<"ChannelsLast", 1, "channels_last">]>;
def Adze_LayoutAttr : Adze_EnumAttr<Adze_Layout, "layout">;

def Adze_PadMode : Adze_Enum<"PadMode", "what lies beyond the edge", [
  I32EnumAttrCase<"Constant", 0, "constant">, I32EnumAttrCase<"Reflect", 1, "reflect">,
  I32EnumAttrCase<"Edge", 2, "edge">, I32EnumAttrCase<"Wrap", 3, "wrap">]>;
def Adze_PadModeAttr : Adze_EnumAttr<Adze_PadMode, "pad_mode">;

def Adze_ResizeMode : Adze_Enum<"ResizeMode", "interpolation", [
  I32EnumAttrCase<"Nearest", 0, "nearest">, I32EnumAttrCase<"Linear", 1, "linear">, I32EnumAttrCase<"Cubic", 2, "cubic">]>;
def Adze_ResizeModeAttr : Adze_EnumAttr<Adze_ResizeMode, "resize_mode">;

def Adze_Coordinates : Adze_Enum<"Coordinates", "how an output coordinate becomes an input coordinate", [
  I32EnumAttrCase<"HalfPixel", 0, "half_pixel">, I32EnumAttrCase<"PytorchHalfPixel", 1, "pytorch_half_pixel">,
  I32EnumAttrCase<"AlignCorners", 2, "align_corners">, I32EnumAttrCase<"Asymmetric", 3, "asymmetric">,
  I32EnumAttrCase<"TfCropAndResize", 4, "tf_crop_and_resize">,
  I32EnumAttrCase<"HalfPixelSymmetric", 5, "half_pixel_symmetric">,
  I32EnumAttrCase<"TfHalfPixelForNn", 6, "tf_half_pixel_for_nn">]>;
def Adze_CoordinatesAttr : Adze_EnumAttr<Adze_Coordinates, "coordinates">;

def Adze_NearestMode : Adze_Enum<"NearestMode", "rounding of a coordinate", [
  I32EnumAttrCase<"RoundPreferFloor", 0, "round_prefer_floor">, I32EnumAttrCase<"RoundPreferCeil", 1, "round_prefer_ceil">,
  I32EnumAttrCase<"Floor", 2, "floor">, I32EnumAttrCase<"Ceil", 3, "ceil">]>;
def Adze_NearestModeAttr : Adze_EnumAttr<Adze_NearestMode, "nearest_mode">;

def Adze_ScatterKind : Adze_Enum<"ScatterKind", "what happens to the value that was there", [
  I32EnumAttrCase<"Replace", 0, "replace">, I32EnumAttrCase<"Add", 1, "add">, I32EnumAttrCase<"Mul", 2, "mul">,
  I32EnumAttrCase<"Max", 3, "max">, I32EnumAttrCase<"Min", 4, "min">]>;
def Adze_ScatterKindAttr : Adze_EnumAttr<Adze_ScatterKind, "scatter_kind">;

#endif // ADZE_DIALECT_TD
