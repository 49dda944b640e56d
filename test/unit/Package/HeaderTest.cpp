//===- HeaderTest.cpp -----------------------------------------------------===//

#include "Example.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace adze;
using namespace llvm;
using testing::HasSubstr;
using testing::Not;

namespace {

TEST(Header, Constants) {
  std::string header = emitHeader(makeExample());
  EXPECT_THAT(header, HasSubstr("#define NET_ARENA_BYTES 1024\n#define NET_ARENA_ALIGN 64\n"));
  EXPECT_THAT(header, HasSubstr("#define NET_NUM_INPUTS 2\n"));
  EXPECT_THAT(header, HasSubstr("#define NET_IMAGE_SHAPE {1, 1, 2, 2}\n#define NET_IMAGE_ELEMENTS 4\n"
                                "#define NET_IMAGE_BYTES 16\n"));
  EXPECT_THAT(header, HasSubstr("#define NET_LOGITS_TYPE ADZE_TYPE_F32\n"));
  EXPECT_THAT(header, HasSubstr("int net_run(const void *const inputs[], void *const outputs[], void *arena);"));
  EXPECT_THAT(header, HasSubstr("const adze_model *net_model(void);"));
  EXPECT_THAT(header, HasSubstr("static inline int net_infer(const float image[4],\n    const int64_t Image_2[1],\n"
                                "    float logits[3],\n    void *arena)"));
}

TEST(Header, SeveralFunctionsHaveTheirOwnNames) {
  ArtifactInfo info = makeExample();
  info.functions.push_back(info.functions.front());
  info.functions.back().name = "decode";
  std::string header = emitHeader(info);
  EXPECT_THAT(header, HasSubstr("int net_main_run("));
  EXPECT_THAT(header, HasSubstr("int net_decode_run("));
  EXPECT_THAT(header, HasSubstr("#define NET_DECODE_ARENA_BYTES 1024"));
}

TEST(Header, NamesCannotEndAComment) {
  ArtifactInfo info = makeExample();
  info.functions[0].inputs[0].name = "x*/ int y; /*\n";
  EXPECT_THAT(emitHeader(info), HasSubstr("\"x?/ int y; /??\""));
}

TEST(Names, Identifiers) {
  EXPECT_EQ(toCIdentifier("mobilenet-v2.1"), "mobilenet_v2_1");
  EXPECT_EQ(toCIdentifier("7x"), "m7x");
  EXPECT_EQ(toCIdentifier(""), "m");
  EXPECT_EQ(toCIdentifiers({"a.b", "a:b", "A_B", "int"}),
            (std::vector<std::string>{"a_b", "a_b_2", "A_B_3", "int_"}));
}

TEST(InfoText, ComesBack) {
  ArtifactInfo info = makeExample();
  std::string text = emitInfoText(info);
  Expected<ArtifactInfo> again = parseInfoText(text);
  ASSERT_TRUE(static_cast<bool>(again)) << toString(again.takeError());
  EXPECT_EQ(emitInfoText(*again), text);
  EXPECT_EQ(again->functions[0].inputs[1].type, ElementType::I64);
}

TEST(InfoText, NamesWhatIsWrong) {
  Expected<ArtifactInfo> info = parseInfoText("{\"abi_version\": 1}");
  ASSERT_FALSE(static_cast<bool>(info));
  EXPECT_THAT(toString(info.takeError()), HasSubstr("name"));
}

} // namespace
