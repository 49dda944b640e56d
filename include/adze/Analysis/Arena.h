//===- Arena.h - Offsets for buffers with lifetimes -------------*- C++ -*-===//

#ifndef ADZE_ANALYSIS_ARENA_H
#define ADZE_ANALYSIS_ARENA_H

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>

namespace adze {

/// Bytes that are needed from step `first` to step `last`, inclusive.
struct Storage {
  int64_t bytes = 0, first = 0, last = 0, offset = -1;
  bool overlaps(const Storage &other) const { return first <= other.last && other.first <= last; }
};

/// Buffers start at cache lines, so that vectors of any target are aligned.
constexpr int64_t arenaAlignment = 64;

/// Gives every storage an offset such that storages that are live at the same time share no bytes; returns the bytes of the whole. The best of
/// several orders, improved by moving forward what sticks out, until the lower bound is reached or trying on is not worth its time.
int64_t placeStorages(llvm::MutableArrayRef<Storage> storages);

/// The largest sum of storages that are live at the same time, without padding.
int64_t getLowerBound(llvm::ArrayRef<Storage> storages);

} // namespace adze

#endif // ADZE_ANALYSIS_ARENA_H
