//===- Adze.h - The adze dialect --------------------------------*- C++ -*-===//
//
// Everything that code working on adze IR includes: dialect, attributes, operations and the helpers that shape inference
// and rewrites share.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_IR_ADZE_H
#define ADZE_IR_ADZE_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Quant/IR/Quant.h"
#include "mlir/Dialect/Quant/IR/QuantTypes.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/TensorEncoding.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

namespace adze {

using mlir::RankedTensorType;
using mlir::ShapedType;

/// Whether two lists of types agree in shape, compatible with open dimensions: element types may differ by quantization.
bool sameShapes(mlir::TypeRange a, mlir::TypeRange b);

namespace OpTrait {
template <typename ConcreteType>
class Elementwise : public mlir::OpTrait::TraitBase<ConcreteType, Elementwise> {};
template <typename ConcreteType>
class Movement : public mlir::OpTrait::TraitBase<ConcreteType, Movement> {};
} // namespace OpTrait

inline bool isElementwise(mlir::Operation *op) { return op->hasTrait<OpTrait::Elementwise>(); }
inline bool isMovement(mlir::Operation *op) { return op->hasTrait<OpTrait::Movement>(); }

} // namespace adze

#include "adze/IR/AdzeDialect.h.inc"
#include "adze/IR/AdzeEnums.h.inc"
#define GET_ATTRDEF_CLASSES
#include "adze/IR/AdzeAttrs.h.inc"
#define GET_OP_CLASSES
#include "adze/IR/AdzeOps.h.inc"

namespace adze {

//===----------------------------------------------------------------------===//
// Dimensions
//===----------------------------------------------------------------------===//

/// One dimension of a tensor type: closed (`size` >= 0) or open (`size` is kDynamic) with a name and an inclusive bound
/// (0: none known).
struct Dim {
  int64_t size = ShapedType::kDynamic;
  llvm::StringRef name = "";
  int64_t bound = 0;

  Dim() = default;
  Dim(int64_t size) : size(size) {}
  bool isOpen() const { return ShapedType::isDynamic(size); }
  /// The largest extent: the size, or the bound of an open dimension.
  int64_t largest() const { return isOpen() ? bound : size; }
  /// The dimension whose extent is `f` of this one's (monotonic; the name does not carry over).
  Dim map(llvm::function_ref<int64_t(int64_t)> f) const;
};
using Dims = llvm::SmallVector<Dim, 6>;

Dims getDims(mlir::Type tensor);
RankedTensorType makeTensor(llvm::ArrayRef<Dim> dims, mlir::Type element);
/// Extents aligned at the right, 1 repeated; fails where they do not fit.
mlir::FailureOr<Dims> broadcastDims(llvm::ArrayRef<Dim> a, llvm::ArrayRef<Dim> b);
/// The same for closed shapes.
mlir::FailureOr<llvm::SmallVector<int64_t>> broadcastShapes(llvm::ArrayRef<int64_t> a, llvm::ArrayRef<int64_t> b);

/// Extent of a window's output along one dimension; negative if the window does not fit.
int64_t windowExtent(int64_t input, int64_t kernel, int64_t stride, int64_t dilation, int64_t padLow, int64_t padHigh,
                     bool ceilMode);

//===----------------------------------------------------------------------===//
// Elements, constants, names
//===----------------------------------------------------------------------===//

/// The element type as stored: the storage type of quantized types, else the type itself.
mlir::Type getStorageType(mlir::Type element);
/// Bytes of one element in memory (i1 takes one byte). Fails with 0 for types that have no memory form.
int64_t getElementBytes(mlir::Type element);
/// The value of a constant operand, or null.
mlir::ElementsAttr getConstant(mlir::Value value);
/// Whether all elements of a constant are this number.
bool isConstantSplat(mlir::Value value, double number);
/// The single element of a constant with one element, or a splat's, as double.
std::optional<double> getScalar(mlir::Value value);
/// The bytes of a constant as they lie in memory (row major, i1 one byte each), splats expanded into `storage`.
llvm::ArrayRef<char> getConstantBytes(mlir::ElementsAttr value, llvm::SmallVectorImpl<char> &storage);
/// A constant attribute from raw bytes: small ones dense, larger ones (above 1 KiB) a resource of that name that takes `bytes` over.
mlir::ElementsAttr makeConstant(RankedTensorType type, llvm::ArrayRef<char> bytes, llvm::StringRef name);
/// The name that the user knows an operation by: the first NameLoc found in its location, else its operation name.
std::string getNodeName(mlir::Location loc);

} // namespace adze

#endif // ADZE_IR_ADZE_H
