//===- Buffers.h - Which values share a buffer ------------------*- C++ -*-===//

#ifndef ADZE_ANALYSIS_BUFFERS_H
#define ADZE_ANALYSIS_BUFFERS_H

#include "adze/Analysis/StridedView.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace adze {

/// Finds the movements of a block that need no kernel, because
/// - who reads their result can read the operand's buffer with other strides (a view: reshape, transpose, slice, broadcast), or
/// - who writes their operands can write into the result's buffer (a placement: concatenation, transpose).
/// Rows stay dense in both, so that kernels keep their vectors. It gives the same answers before kernels are formed and afterwards.
class BufferAnalysis {
public:
  explicit BufferAnalysis(mlir::Block &block);

  bool isView(mlir::Operation *op) const { return views.contains(op); }
  bool isPlacement(mlir::Operation *op) const { return placements.contains(op); }
  bool standsAlone(mlir::Operation *op) const { return isView(op) || isPlacement(op); }

  /// The value whose buffer holds this one: an argument, a constant, or what a kernel or a placement writes.
  mlir::Value getBuffer(mlir::Value value) const { return locate(value).first; }
  /// Where in that buffer.
  StridedView getView(mlir::Value value) const { return locate(value).second; }

  /// Operands of concatenations that somebody else owns (arguments, constants, values that lie in another place already): they must be copied.
  llvm::ArrayRef<mlir::OpOperand *> getCopies() const { return copies; }

private:
  std::pair<mlir::Value, StridedView> locate(mlir::Value value) const;
  bool decideView(mlir::Operation *op);
  bool isReadable(mlir::Value value, const StridedView &view) const;
  bool place(mlir::OpOperand &operand, bool tentative);
  void placeOperands(ConcatOp concat);

  llvm::DenseSet<mlir::Operation *> views, placements;
  /// The operand through which a written value is placed: its buffer is that of the operation that reads it there.
  llvm::DenseMap<mlir::Value, mlir::OpOperand *> placedAt;
  llvm::SmallVector<mlir::OpOperand *> copies;
};

/// Whether a movement that keeps every dimension in place stands for a copy (canonicalization drops any other).
bool isCopy(mlir::Operation *op);

} // namespace adze

#endif // ADZE_ANALYSIS_BUFFERS_H
