//===- Types.h - Types of values, for patterns of graph passes --*- C++ -*-===//

#ifndef ADZE_PASSES_GRAPH_TYPES_H
#define ADZE_PASSES_GRAPH_TYPES_H

#include "adze/IR/Adze.h"

namespace adze {

inline RankedTensorType typeOf(mlir::Value value) { return mlir::cast<RankedTensorType>(value.getType()); }

} // namespace adze

#endif // ADZE_PASSES_GRAPH_TYPES_H
