//===- StridedView.h - Elements of a tensor in a buffer ---------*- C++ -*-===//

#ifndef ADZE_ANALYSIS_STRIDEDVIEW_H
#define ADZE_ANALYSIS_STRIDEDVIEW_H

#include "adze/IR/Adze.h"

namespace adze {

/// Where the elements of a tensor of static shape lie: element [i...] at `offset + sum(i * strides)`, counted in elements.
struct StridedView {
  int64_t offset = 0;
  llvm::SmallVector<int64_t, 6> strides;

  /// Row major, without gaps.
  static StridedView dense(llvm::ArrayRef<int64_t> shape);
  bool isDense(llvm::ArrayRef<int64_t> shape) const;
  /// Whether neighbours along the innermost dimension lie side by side, so that vectors can be loaded and stored.
  bool hasDenseRows(llvm::ArrayRef<int64_t> shape) const;

  /// The same elements under another shape; nothing where the dimensions that it merges do not follow each other in memory.
  std::optional<StridedView> reshape(llvm::ArrayRef<int64_t> from, llvm::ArrayRef<int64_t> to) const;
  StridedView transpose(llvm::ArrayRef<int64_t> permutation) const;
  StridedView slice(llvm::ArrayRef<int64_t> starts, llvm::ArrayRef<int64_t> steps) const;
  StridedView broadcast(llvm::ArrayRef<int64_t> from, llvm::ArrayRef<int64_t> to) const;

  /// As memory form writes it, with the offset left to `adze.view`; strides of extents of 1 are those of dense memory.
  mlir::MemRefType getType(RankedTensorType tensor) const;
};

/// The result of a reshape, transpose, slice or broadcast, seen in its operand's buffer.
std::optional<StridedView> viewResult(mlir::Operation *op, const StridedView &operand);
/// The operand of a reshape, transpose or concatenation, seen in its result's buffer.
std::optional<StridedView> viewOperand(mlir::OpOperand &operand, const StridedView &result);

} // namespace adze

#endif // ADZE_ANALYSIS_STRIDEDVIEW_H
