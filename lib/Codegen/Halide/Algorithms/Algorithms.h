//===- Algorithms.h - What each operation computes, as Halide functions -*- C++ -*-===//
//
// An algorithm says what is computed, never how: it returns expressions and, for operations that own a loop nest, the functions that a
// schedule addresses by their role. ApplySchedule.cpp is the only place that schedules them.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_LIB_CODEGEN_HALIDE_ALGORITHMS_H
#define ADZE_LIB_CODEGEN_HALIDE_ALGORITHMS_H

#include "adze/IR/Adze.h"
#include <Halide.h>
#include <functional>

namespace adze::halide {

/// Coordinates of an element, outermost dimension first, as in tensor types.
using Coords = std::vector<Halide::Expr>;

/// A tensor inside a kernel: its element at given coordinates, in the type that it is computed in.
struct Access {
  std::function<Halide::Expr(const Coords &)> at;
  std::vector<int64_t> shape;

  int64_t rank() const { return shape.size(); }
};

/// A function of a kernel, with the extents that it is computed over, innermost dimension first (as its arguments).
struct Phase {
  Halide::Func func;
  std::vector<int64_t> extents;
};

/// Transforms around an accumulator: tiles of the input by rows and columns, the products in memory, and outputs by columns. The accumulator's
/// dimensions are (output channel, tile x, element x, element y, tile y, image).
struct Transforms {
  Halide::Func rows, data, product, columns;
  /// Elements of an input and of an output tile a dimension; tiles in a row; input channels.
  int size = 0, m = 0, tilesX = 0, channels = 0;
};

/// The functions of a kernel by role.
struct Nest {
  /// The root's sum (or maximum...), kept in a register tile; dimensions as the output's.
  Halide::Func accumulator;
  Halide::RDom reduction;
  /// Extents of the reduction, in `reduction`'s order.
  std::vector<int64_t> reductionExtents;
  /// Defined where the accumulator works on transformed tiles.
  Transforms transforms;
  /// Inputs that are copied for a block of the output (padded or transposed).
  std::vector<Phase> staged;
  /// Statistics of a row (maximum, sum...) and staged rows, in the order of computation.
  std::vector<Phase> statistics;
  /// Stages that are computed for the whole kernel before its output, in that order (scans, scatters).
  std::vector<Phase> whole;
  /// The output's dimension (innermost first) at whose iterations statistics are computed; -1: before the output.
  int row = -1;
  /// Whether a packed operand (`adze.unpack`) is read: its columns may be read up to the end of their block.
  bool packed = false;
  /// Whether the output may lie in an input's memory: then no element may be computed twice.
  bool inPlace = false;
};

/// What an algorithm may use.
struct Builder {
  Nest nest;
  /// The schedule's variant, which may choose among algorithms, and its lanes.
  std::string variant;
  int vector = 1;

  /// New variables for a tensor of this rank, outermost first.
  static std::vector<Halide::Var> makeVars(int64_t rank);
  /// The function's arguments: innermost dimension first.
  static std::vector<Halide::Expr> reversed(const Coords &coords) { return {coords.rbegin(), coords.rend()}; }
  static std::vector<int64_t> reversed(const std::vector<int64_t> &shape) { return {shape.rbegin(), shape.rend()}; }
  /// The function as a tensor of this shape.
  static Access read(Halide::Func func, std::vector<int64_t> shape) {
    return {[func](const Coords &coords) { return func(reversed(coords)); }, std::move(shape)};
  }
};

/// Types in memory (i1 is a byte) and in computations (i1 a boolean, small floats float32). `std::nullopt`: not there.
std::optional<Halide::Type> getMemoryType(mlir::Type element);
std::optional<Halide::Type> getComputeType(mlir::Type element);
/// A number of the type, with integers wrapped into its range.
Halide::Expr makeNumber(Halide::Type type, double value);
/// The smallest and largest values of a type (infinite for floats).
Halide::Expr lowestOf(Halide::Type type);
Halide::Expr highestOf(Halide::Type type);

/// A statistic of `x` over `axes` (sorted, not empty), added to the nest's statistics; it is read with coordinates of `x`. Where the innermost
/// dimension is reduced, partial results run in lanes.
Access statistic(const Access &x, const std::vector<int64_t> &axes, Halide::Expr neutral,
                 std::function<Halide::Expr(Halide::Expr, Halide::Expr)> combine, const char *name, Builder &builder);

/// The input with zeros around it, as a function that a schedule may copy for a block; coordinates count from the low pad.
Access padded(const Access &input, llvm::ArrayRef<int64_t> pads, size_t firstSpatial, Halide::Type type, Builder &builder);

Access winogradConv(WinogradConvOp op, const Access &input, const Access &filter, Builder &builder);

/// One function a family; each returns the accesses of the operation's results, or nothing if the operation is not of the family.
using Results = std::optional<std::vector<Access>>;
Results emitElementwise(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder);
Results emitMovement(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder);
Results emitContraction(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder);
Results emitPooling(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder);
Results emitReduction(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder);
Results emitNormalization(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder);
Results emitResampling(mlir::Operation *op, llvm::ArrayRef<Access> operands, Builder &builder);

} // namespace adze::halide

#endif // ADZE_LIB_CODEGEN_HALIDE_ALGORITHMS_H
