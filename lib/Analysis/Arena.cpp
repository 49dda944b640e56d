//===- Arena.cpp - Offsets for buffers with lifetimes ---------------------===//

#include "adze/Analysis/Arena.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using namespace adze;

using Order = SmallVector<unsigned>;

int64_t adze::getLowerBound(ArrayRef<Storage> storages) {
  // The sum only grows where a storage begins.
  int64_t largest = 0;
  for (const Storage &at : storages) {
    int64_t sum = 0;
    for (const Storage &other : storages)
      if (other.first <= at.first && at.first <= other.last)
        sum += other.bytes;
    largest = std::max(largest, sum);
  }
  return largest;
}

/// Each storage in turn at the lowest place that is free during its lifetime.
static int64_t placeInOrder(MutableArrayRef<Storage> storages, ArrayRef<unsigned> order) {
  SmallVector<const Storage *> placed; // sorted by offset
  int64_t total = 0;
  for (unsigned index : order) {
    Storage &storage = storages[index];
    int64_t offset = 0;
    for (const Storage *other : placed) {
      if (!other->overlaps(storage))
        continue;
      if (offset + storage.bytes <= other->offset)
        break;
      offset = std::max(offset, int64_t(alignTo(other->offset + other->bytes, arenaAlignment)));
    }
    storage.offset = offset;
    total = std::max(total, offset + storage.bytes);
    placed.insert(upper_bound(placed, &storage, [](const Storage *a, const Storage *b) { return a->offset < b->offset; }), &storage);
  }
  return alignTo(total, arenaAlignment);
}

int64_t adze::placeStorages(MutableArrayRef<Storage> storages) {
  int64_t bound = 0;
  {
    SmallVector<Storage> padded(storages);
    for (Storage &storage : padded)
      storage.bytes = alignTo(storage.bytes, arenaAlignment);
    bound = getLowerBound(padded);
  }
  SmallVector<int64_t> conflicts(storages.size(), 0);
  for (auto [conflict, storage] : zip(conflicts, storages))
    for (const Storage &other : storages)
      if (other.overlaps(storage))
        conflict += other.bytes;

  int64_t best = INT64_MAX;
  Order bestOrder;
  auto attempt = [&](Order order) {
    int64_t total = placeInOrder(storages, order);
    if (total < best) {
      best = total;
      bestOrder = std::move(order);
    }
  };
  auto attemptBy = [&](auto weight) {
    if (best <= bound)
      return;
    Order order = to_vector(seq<unsigned>(0, storages.size()));
    stable_sort(order, [&](unsigned a, unsigned b) { return weight(a) > weight(b); });
    attempt(std::move(order));
  };
  attemptBy([&](unsigned i) { return storages[i].bytes; });
  attemptBy([&](unsigned i) { return storages[i].bytes * (storages[i].last - storages[i].first + 1); });
  attemptBy([&](unsigned i) { return storages[i].last - storages[i].first; });
  attemptBy([&](unsigned i) { return conflicts[i]; });
  attemptBy([&](unsigned i) { return -storages[i].first; });

  // What ends at the top goes first.
  constexpr int attempts = 64;
  Order order = bestOrder;
  for (int i = 0; i < attempts && best > bound; ++i) {
    placeInOrder(storages, order);
    auto end = [&](unsigned index) { return storages[index].offset + storages[index].bytes; };
    auto highest = llvm::max_element(order, [&](unsigned a, unsigned b) { return end(a) < end(b); });
    if (highest == order.begin())
      break;
    std::rotate(order.begin(), highest, highest + 1);
    attempt(order);
  }
  return placeInOrder(storages, bestOrder);
}
