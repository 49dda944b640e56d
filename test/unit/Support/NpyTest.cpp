//===- NpyTest.cpp --------------------------------------------------------===//

#include "adze/Support/Npy.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace adze;
using namespace llvm;

namespace {

std::string write(const NpyArray &array) {
  std::string text;
  raw_string_ostream os(text);
  writeNpy(os, array.type, array.shape, StringRef(array.data.data(), array.data.size()));
  return text;
}

/// A version 1.0 file with this header and these elements.
std::string makeFile(StringRef header, StringRef elements) {
  std::string file("\x93NUMPY\x01\x00", 8);
  file += static_cast<char>(header.size() & 255);
  file += static_cast<char>(header.size() >> 8);
  return file + header.str() + elements.str();
}

std::string errorOf(StringRef file) {
  Expected<NpyArray> array = parseNpy(file, "x.npy");
  EXPECT_FALSE(static_cast<bool>(array));
  return array ? "" : toString(array.takeError());
}

TEST(Npy, WritesAndReadsEveryTypeAndRank) {
  const SmallVector<int64_t> shapes[] = {{}, {0}, {1}, {3}, {2, 3}, {2, 0, 4}, {1, 2, 3, 4}};
  for (const ElementTypeInfo &info : elementTypes()) {
    for (ArrayRef<int64_t> shape : shapes) {
      NpyArray array(info.type, shape);
      for (size_t i = 0; i < array.data.size(); ++i)
        array.data[i] = static_cast<char>(i % 2);
      std::string file = write(array);
      EXPECT_EQ((file.size() - array.data.size()) % 64, 0u);
      Expected<NpyArray> again = parseNpy(file, "x.npy");
      ASSERT_TRUE(static_cast<bool>(again)) << toString(again.takeError());
      // numpy has no bfloat16: it comes back as its bits.
      EXPECT_EQ(again->type, info.type == ElementType::BF16 ? ElementType::U16 : info.type);
      EXPECT_EQ(again->shape, array.shape);
      EXPECT_EQ(again->data, array.data);
    }
  }
}

TEST(Npy, ConvertsFortranOrder) {
  std::string file = makeFile("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }\n", "\1\4\2\5\3\6");
  Expected<NpyArray> array = parseNpy(file, "x.npy");
  ASSERT_TRUE(static_cast<bool>(array));
  EXPECT_EQ(array->as<char>(), ArrayRef<char>({1, 2, 3, 4, 5, 6}));
}

TEST(Npy, ConvertsBigEndian) {
  std::string file =
      makeFile("{'descr': '>i2', 'fortran_order': False, 'shape': (2,), }\n", StringRef("\x01\x02\x00\x03", 4));
  Expected<NpyArray> array = parseNpy(file, "x.npy");
  ASSERT_TRUE(static_cast<bool>(array));
  EXPECT_EQ(array->as<int16_t>(), ArrayRef<int16_t>({0x102, 3}));
}

TEST(Npy, NamesWhatIsWrong) {
  EXPECT_EQ(errorOf("hello"), "x.npy: not a .npy file");
  EXPECT_EQ(errorOf(StringRef("\x93NUMPY\x01\x00\xff\x00{", 11)), "x.npy: truncated header");
  EXPECT_EQ(errorOf(makeFile("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n", "1234")),
            "x.npy: truncated: 8 bytes of elements expected, 4 found");
  EXPECT_EQ(errorOf(makeFile("{'descr': '<U4', 'fortran_order': False, 'shape': (), }\n", "")),
            "x.npy: element type '<U4': strings and objects are not supported");
  EXPECT_EQ(errorOf(makeFile("{'fortran_order': False, 'shape': (), }\n", "")), "x.npy: no 'descr' in the header");
  EXPECT_EQ(errorOf(makeFile("{'descr': '<f4', 'fortran_order': False, 'shape': (a,), }\n", "")),
            "x.npy: 'a' in the header's 'shape' is no extent");
  // A shape whose size would overflow is refused before anything is allocated.
  EXPECT_EQ(errorOf(makeFile(
                "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), }\n", "")),
            "x.npy: the shape 4294967296x4294967296 is too large");
}

TEST(Npy, EveryTruncationIsAnError) {
  NpyArray array(ElementType::F32, {2, 2});
  std::string file = write(array);
  for (size_t length = 0; length < file.size(); ++length)
    EXPECT_NE(errorOf(StringRef(file).take_front(length)), "");
}

} // namespace
