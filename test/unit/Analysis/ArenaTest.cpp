//===- ArenaTest.cpp ------------------------------------------------------===//

#include "adze/Analysis/Arena.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"
#include <random>

using namespace adze;

namespace {

void expectDisjoint(llvm::ArrayRef<Storage> storages) {
  for (size_t i = 0; i < storages.size(); ++i)
    for (size_t j = i + 1; j < storages.size(); ++j) {
      const Storage &a = storages[i], &b = storages[j];
      if (a.overlaps(b))
        EXPECT_TRUE(a.offset + a.bytes <= b.offset || b.offset + b.bytes <= a.offset) << i << " and " << j;
    }
}

TEST(Arena, EmptyNeedsNothing) {
  EXPECT_EQ(placeStorages({}), 0);
  EXPECT_EQ(getLowerBound({}), 0);
}

TEST(Arena, LifetimesThatDoNotMeetShareBytes) {
  Storage storages[] = {{640, 0, 1}, {640, 2, 3}};
  EXPECT_EQ(placeStorages(storages), 640);
  EXPECT_EQ(storages[0].offset, storages[1].offset);
}

TEST(Arena, LifetimesThatTouchDoNot) {
  Storage storages[] = {{640, 0, 1}, {640, 1, 2}};
  EXPECT_EQ(placeStorages(storages), 1280);
  expectDisjoint(storages);
}

TEST(Arena, OffsetsStartAtCacheLines) {
  Storage storages[] = {{4, 0, 0}, {100, 0, 0}, {12, 0, 0}};
  placeStorages(storages);
  for (const Storage &storage : storages)
    EXPECT_EQ(storage.offset % arenaAlignment, 0);
  expectDisjoint(storages);
}

TEST(Arena, LowerBoundCountsWhatIsLiveAtOnce) {
  Storage storages[] = {{100, 0, 2}, {50, 1, 1}, {70, 2, 4}, {10, 3, 3}};
  EXPECT_EQ(getLowerBound(storages), 170);
}

// Largest first leaves a gap that nothing fits into; another order reaches the bound.
TEST(Arena, TriesMoreThanOneOrder) {
  Storage storages[] = {{256, 0, 1}, {192, 1, 2}, {256, 2, 3}, {128, 3, 4}, {192, 0, 0}, {192, 4, 4}, {64, 1, 3}};
  EXPECT_EQ(placeStorages(storages), 512);
  expectDisjoint(storages);
}

TEST(Arena, RandomLifetimesStayNearTheBound) {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::vector<Storage> storages;
    for (int i = 0; i < 60; ++i)
      storages.push_back({int64_t(random() % 64 + 1) * 1024, i, i + int64_t(random() % 6)});
    int64_t total = placeStorages(storages);
    expectDisjoint(storages);
    EXPECT_LE(total, getLowerBound(storages) * 115 / 100);
  }
}

TEST(Arena, EqualInputGivesEqualOffsets) {
  std::vector<Storage> a, b;
  for (int i = 0; i < 40; ++i)
    a.push_back({(i * 37 % 11 + 1) * 128, i, i + i % 5});
  b = a;
  placeStorages(a);
  placeStorages(b);
  for (auto [x, y] : llvm::zip(a, b))
    EXPECT_EQ(x.offset, y.offset);
}
} // namespace
