//===- StridedViewTest.cpp ------------------------------------------------===//

#include "adze/Analysis/StridedView.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace adze;
using testing::ElementsAre;

namespace {

TEST(StridedView, DenseIsRowMajor) {
  EXPECT_THAT(StridedView::dense({2, 3, 4}).strides, ElementsAre(12, 4, 1));
  EXPECT_TRUE(StridedView::dense({2, 3, 4}).isDense({2, 3, 4}));
  EXPECT_TRUE(StridedView::dense({}).isDense({}));
}

TEST(StridedView, StridesOfUnitExtentsDoNotMatter) {
  StridedView view{0, {77, 4, 1}};
  EXPECT_TRUE(view.isDense({1, 3, 4}));
  EXPECT_FALSE(view.isDense({2, 3, 4}));
}

// Columns 4 to 7 of each row of 12, split into heads of 2.
TEST(StridedView, PartOfARowSplitsIntoHeads) {
  StridedView part = StridedView::dense({5, 12}).slice({0, 4}, {1, 1});
  EXPECT_EQ(part.offset, 4);
  std::optional<StridedView> heads = part.reshape({5, 4}, {5, 2, 2});
  ASSERT_TRUE(heads);
  EXPECT_EQ(heads->offset, 4);
  EXPECT_THAT(heads->strides, ElementsAre(12, 2, 1));
  EXPECT_THAT(heads->transpose({1, 0, 2}).strides, ElementsAre(2, 12, 1));
}

TEST(StridedView, OnlyDimensionsThatFollowEachOtherMerge) {
  StridedView heads = StridedView::dense({5, 2, 2}).transpose({1, 0, 2});
  EXPECT_FALSE(heads.reshape({2, 5, 2}, {2, 10}));
  EXPECT_FALSE(heads.reshape({2, 5, 2}, {10, 2}));
  StridedView back = heads.transpose({1, 0, 2});
  EXPECT_TRUE(back.reshape({5, 2, 2}, {5, 4}));
}

TEST(StridedView, UnitExtentsComeAndGo) {
  StridedView view = StridedView::dense({4, 6}).slice({0, 2}, {1, 1}); // 4x3 of 4x6
  std::optional<StridedView> more = view.reshape({4, 3}, {1, 4, 1, 3, 1});
  ASSERT_TRUE(more);
  EXPECT_EQ(more->strides[1], 6);
  EXPECT_EQ(more->strides[3], 1);
  EXPECT_TRUE(more->reshape({1, 4, 1, 3, 1}, {4, 3}));
}

TEST(StridedView, RepeatedDimensionsDoNotMergeWithOthers) {
  StridedView view = StridedView::dense({2, 1, 3}).broadcast({2, 1, 3}, {2, 4, 3});
  EXPECT_THAT(view.strides, ElementsAre(3, 0, 1));
  EXPECT_FALSE(view.reshape({2, 4, 3}, {8, 3}));
}

TEST(StridedView, RowsAreDenseIfTheInnermostStrideIsOne) {
  EXPECT_TRUE(StridedView::dense({4, 6}).slice({0, 1}, {2, 1}).hasDenseRows({2, 5}));
  EXPECT_FALSE(StridedView::dense({4, 6}).slice({0, 0}, {1, 2}).hasDenseRows({4, 3}));
  EXPECT_FALSE(StridedView::dense({4, 6}).transpose({1, 0}).hasDenseRows({6, 4}));
  EXPECT_TRUE(StridedView::dense({4, 6}).transpose({1, 0}).hasDenseRows({6, 1}));
}

TEST(StridedView, NoElementsHaveNoStridesToMerge) {
  StridedView view = StridedView::dense({0, 3}).transpose({1, 0});
  EXPECT_FALSE(view.reshape({3, 0}, {2, 0}));
}
} // namespace
