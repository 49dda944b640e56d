//===- WeightsTest.cpp - Encodings of tensors, external data --------------===//

#include "TestModel.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;
using namespace adze::test;
using testing::ElementsAre;
using testing::HasSubstr;

/// A model that gives back its weight as floats (or as it is).
static Imported importWeight(const onnx::TensorProto &tensor, llvm::StringRef folder = "", bool casts = true) {
  TestModel model(13);
  *model.proto.mutable_graph()->add_initializer() = tensor;
  model.proto.mutable_graph()->mutable_initializer(0)->set_name("w");
  if (casts)
    model.node("Cast", {"w"}, {"y"}).attr("to", int(onnx::TensorProto::FLOAT));
  model.output(casts ? "y" : "w");
  return model.import({}, folder);
}

static onnx::TensorProto makeRaw(int32_t type, Shape shape, std::string data) {
  onnx::TensorProto tensor;
  tensor.set_data_type(type);
  tensor.mutable_dims()->Add(shape.begin(), shape.end());
  tensor.set_raw_data(std::move(data));
  return tensor;
}

TEST(Weights, RawData) {
  EXPECT_THAT(importWeight(makeRaw(onnx::TensorProto::INT16, {2}, std::string("\x01\x00\xff\xff", 4))).run(), ElementsAre(1, -1));
}
TEST(Weights, NarrowTypesLieInInt32) {
  onnx::TensorProto tensor;
  tensor.add_dims(2);
  tensor.set_data_type(onnx::TensorProto::INT8);
  tensor.add_int32_data(-3);
  tensor.add_int32_data(7);
  EXPECT_THAT(importWeight(tensor).run(), ElementsAre(-3, 7));
  tensor.set_data_type(onnx::TensorProto::FLOAT16);
  tensor.set_int32_data(0, 0x3c00);
  tensor.set_int32_data(1, 0xc000);
  EXPECT_THAT(importWeight(tensor).run(), ElementsAre(1, -2));
}
TEST(Weights, UnsignedTypesLieInUint64) {
  onnx::TensorProto tensor;
  tensor.add_dims(1);
  tensor.set_data_type(onnx::TensorProto::UINT32);
  tensor.add_uint64_data(4000000000u);
  EXPECT_THAT(importWeight(tensor).run(), ElementsAre(4000000000.0));
}
// Any byte but 0 is true.
TEST(Weights, BooleansAreNormalized) {
  EXPECT_THAT(importWeight(makeRaw(onnx::TensorProto::BOOL, {3}, std::string("\0\1\7", 3)), "", false).run(), ElementsAre(0, 1, 1));
}
TEST(Weights, ScalarsAndEmptyTensors) {
  EXPECT_THAT(importWeight(makeTensorProto("", {}, Floats{4})).run(), ElementsAre(4));
  EXPECT_THAT(importWeight(makeTensorProto("", {0, 3}, Floats{})).run(), ElementsAre());
}
// No second copy: the resource's bytes are those that protobuf parsed.
TEST(Weights, LargeOnesAliasTheModel) {
  auto model = std::make_shared<onnx::ModelProto>();
  {
    TestModel built(13);
    built.weight("w", {512}, Floats(512, 1.0f)).output("w");
    *model = built.proto;
  }
  const float *data = model->graph().initializer(0).float_data().data();
  mlir::MLIRContext context;
  auto module = importOnnxModel(context, model, "model.onnx", "", {});
  ASSERT_TRUE(mlir::succeeded(module));
  model.reset(); // the resource keeps it alive
  llvm::SmallVector<char> storage;
  auto constant = *(*module)->getOps<mlir::func::FuncOp>().begin();
  mlir::ElementsAttr value = (*constant.getOps<ConstantOp>().begin()).getValue();
  EXPECT_EQ(static_cast<const void *>(getConstantBytes(value, storage).data()), data);
  EXPECT_EQ(mlir::cast<mlir::DenseResourceElementsAttr>(value).getRawHandle().getKey(), "w");
}

//===----------------------------------------------------------------------===//
// What is wrong with a tensor is said before anything of its size is allocated.
//===----------------------------------------------------------------------===//

TEST(Weights, ShortData) {
  EXPECT_THAT(importWeight(makeRaw(onnx::TensorProto::FLOAT, {2}, "1234567")).errors,
              HasSubstr("tensor 'w': data have 7 bytes, 2 elements of float32 need 8"));
}
TEST(Weights, NegativeExtent) {
  EXPECT_THAT(importWeight(makeTensorProto("", {-1}, Floats{1})).errors, HasSubstr("tensor 'w': extent -1 is not between"));
}
TEST(Weights, OverflowingExtents) {
  int64_t large = int64_t(1) << 31;
  EXPECT_THAT(importWeight(makeTensorProto("", {large - 1, large - 1, large - 1}, Floats{})).errors,
              HasSubstr("tensor 'w': more than"));
}
TEST(Weights, Strings) {
  onnx::TensorProto tensor;
  tensor.set_data_type(onnx::TensorProto::STRING);
  EXPECT_THAT(importWeight(tensor).errors, HasSubstr("tensor 'w': element type string is not supported"));
}
TEST(Weights, TypesOfLaterSchemas) {
  EXPECT_THAT(importWeight(makeRaw(21, {2}, "a")).errors, HasSubstr("tensor 'w': element type uint4 is not supported"));
  EXPECT_THAT(importWeight(makeRaw(99, {2}, "a")).errors, HasSubstr("element type type number 99"));
}

//===----------------------------------------------------------------------===//
// External data
//===----------------------------------------------------------------------===//

namespace {
struct ExternalData : testing::Test {
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("external", root));
    folder = root;
    llvm::sys::path::append(folder, "model");
    ASSERT_FALSE(llvm::sys::fs::create_directory(folder));
    write("model/weights.bin", llvm::StringRef("\0\0\0\0\0\0\x80\x3f\0\0\0\x40", 12));
    write("outside.bin", llvm::StringRef("\0\0\x80\x3f", 4));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(root); }
  void write(llvm::StringRef name, llvm::StringRef data) {
    llvm::SmallString<128> path = root;
    llvm::sys::path::append(path, name);
    std::error_code code;
    llvm::raw_fd_ostream(path, code) << data;
  }
  Imported import(llvm::StringRef location, llvm::StringRef offset = "", llvm::StringRef length = "") {
    onnx::TensorProto tensor;
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    tensor.add_dims(2);
    tensor.set_data_location(onnx::TensorProto::EXTERNAL);
    auto add = [&](const char *key, llvm::StringRef value) {
      if (value.empty())
        return;
      auto *entry = tensor.add_external_data();
      entry->set_key(key);
      entry->set_value(value.str());
    };
    add("location", location);
    add("offset", offset);
    add("length", length);
    return importWeight(tensor, folder);
  }
  llvm::SmallString<128> root, folder;
};
} // namespace

TEST_F(ExternalData, IsRead) { EXPECT_THAT(import("weights.bin", "4", "8").run(), ElementsAre(1, 2)); }
TEST_F(ExternalData, LengthMayBeAbsent) { EXPECT_THAT(import("weights.bin").run(), ElementsAre(0, 1)); }
TEST_F(ExternalData, EndsBeforeTheTensorDoes) {
  EXPECT_THAT(import("weights.bin", "8").errors, HasSubstr("external data 'weights.bin' have 12 bytes; 8 from 8 are wanted"));
}
TEST_F(ExternalData, OffsetOverflows) {
  EXPECT_THAT(import("weights.bin", "18446744073709551612").errors, HasSubstr("are wanted"));
}
TEST_F(ExternalData, LengthDiffers) {
  EXPECT_THAT(import("weights.bin", "0", "12").errors, HasSubstr("external data have 12 bytes, the type needs 8"));
}
TEST_F(ExternalData, OffsetIsNoNumber) {
  EXPECT_THAT(import("weights.bin", "-4").errors, HasSubstr("external data's offset '-4' is no number"));
}
TEST_F(ExternalData, OutsideByDots) {
  EXPECT_THAT(import("../outside.bin").errors, HasSubstr("do not lie inside the model's folder"));
}
TEST_F(ExternalData, OutsideByAbsolutePath) {
  EXPECT_THAT(import((root + "/outside.bin").str()).errors, HasSubstr("do not lie inside the model's folder"));
}
TEST_F(ExternalData, OutsideByLink) {
  ASSERT_FALSE(llvm::sys::fs::create_link(root + "/outside.bin", folder + "/link.bin"));
  EXPECT_THAT(import("link.bin").errors, HasSubstr("do not lie inside the model's folder"));
}
TEST_F(ExternalData, AFolderWithTheSamePrefixIsOutside) {
  ASSERT_FALSE(llvm::sys::fs::create_directory(root + "/model2"));
  write("model2/w.bin", "12345678");
  ASSERT_FALSE(llvm::sys::fs::create_link(root + "/model2/w.bin", folder + "/w.bin"));
  EXPECT_THAT(import("w.bin").errors, HasSubstr("do not lie inside the model's folder"));
}
TEST_F(ExternalData, FolderInsteadOfFile) {
  ASSERT_FALSE(llvm::sys::fs::create_directory(folder + "/inner"));
  EXPECT_THAT(import("inner").errors, HasSubstr("are no regular file"));
}
TEST_F(ExternalData, NoSuchFile) { EXPECT_THAT(import("missing.bin").errors, HasSubstr("external data 'missing.bin': ")); }
