//===- Reduction.h - The elements that are reduced together -----*- C++ -*-===//

#ifndef ADZE_LIB_INTERPRETER_REDUCTION_H
#define ADZE_LIB_INTERPRETER_REDUCTION_H

#include "Elements.h"

namespace adze::interpreter {

/// A tensor seen as rows that run over some axes.
struct Rows {
  /// Where each row starts, in row-major order of the other axes, and its elements relative to that.
  std::vector<int64_t> first, offsets;

  Rows(ArrayRef<int64_t> shape, ArrayRef<int64_t> axes) {
    SmallVector<int64_t> strides = stridesOf(shape), outer, outerStrides, inner, innerStrides;
    for (size_t i = 0; i < shape.size(); ++i) {
      bool reduced = llvm::is_contained(axes, int64_t(i));
      (reduced ? inner : outer).push_back(shape[i]);
      (reduced ? innerStrides : outerStrides).push_back(strides[i]);
    }
    first = offsetsOf(outer, outerStrides);
    offsets = offsetsOf(inner, innerStrides);
  }

  template <typename N>
  void read(ArrayRef<N> numbers, int64_t start, std::vector<N> &row) const {
    row.clear();
    for (int64_t offset : offsets)
      row.push_back(numbers[start + offset]);
  }
};

} // namespace adze::interpreter

#endif // ADZE_LIB_INTERPRETER_REDUCTION_H
