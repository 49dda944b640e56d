//===- StatisticsTest.cpp -------------------------------------------------===//

#include "adze/Support/Statistics.h"
#include "gtest/gtest.h"

using namespace adze;

namespace {

TEST(Statistics, Summarizes) {
  CallTimes times = summarize({5, 1, 4, 2, 3});
  EXPECT_EQ(times.min, 1);
  EXPECT_EQ(times.median, 3);
  EXPECT_EQ(times.p90, 5);
  EXPECT_EQ(times.mean, 3);
  EXPECT_EQ(summarize({1, 2, 3, 4}).median, 2.5);
}

TEST(Statistics, GroupsShortCalls) {
  size_t count = 0;
  CallTimes times = measureCalls([&] { return ++count, true; }, 0.01);
  EXPECT_GE(times.samples, 5u);
  EXPECT_GT(times.calls, times.samples);
  EXPECT_GE(count, times.calls);
}

TEST(Statistics, StopsAtTheFirstFailure) {
  EXPECT_EQ(measureCalls([] { return false; }, 1).samples, 0u);
}

TEST(Statistics, CountsCalls) {
  EXPECT_EQ(measureCalls([] { return true; }, 1, 7).calls, 7u);
}

TEST(Statistics, Formats) {
  EXPECT_EQ(formatTime(1.2344e-3), "1.234 ms");
  EXPECT_EQ(formatTime(12.344e-6), "12.34 us");
  EXPECT_EQ(formatTime(123.44e-9), "123.4 ns");
  EXPECT_EQ(formatTime(2.5), "2.500 s");
  EXPECT_EQ(formatBytes(100), "100 bytes");
  EXPECT_EQ(formatBytes(12600), "12.3 KiB");
  EXPECT_EQ(formatCount(834816), "835 k");
  EXPECT_EQ(formatCount(1234567890), "1.23 G");
}

} // namespace
