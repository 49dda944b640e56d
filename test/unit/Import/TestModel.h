//===- TestModel.h - Small ONNX models, built and imported ------*- C++ -*-===//

#ifndef ADZE_TEST_IMPORT_TESTMODEL_H
#define ADZE_TEST_IMPORT_TESTMODEL_H

#include "adze/IR/Adze.h"
#include "adze/Import/ImportOnnx.h"
#include "onnx/onnx_pb.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace adze::test {

using Shape = std::vector<int64_t>;
using Floats = std::vector<float>;
using Integers = std::vector<int64_t>;
using Names = std::vector<std::string>;

/// A node whose attributes are added one after the other.
struct TestNode {
  onnx::NodeProto *proto;
  TestNode &name(llvm::StringRef value);
  TestNode &domain(llvm::StringRef value);
  TestNode &attr(llvm::StringRef name, int value);
  TestNode &attr(llvm::StringRef name, double value);
  TestNode &attr(llvm::StringRef name, const char *value);
  TestNode &attr(llvm::StringRef name, Integers values);
  TestNode &attr(llvm::StringRef name, Floats values);
  TestNode &attr(llvm::StringRef name, const onnx::TensorProto &value);
  TestNode &attr(llvm::StringRef name, const onnx::GraphProto &value);
};

onnx::TensorProto makeTensorProto(llvm::StringRef name, Shape shape, Floats values);
onnx::TensorProto makeTensorProto(llvm::StringRef name, Shape shape, Integers values);

/// What an import gave: a module, or the messages of its errors, one a line ("note: " before notes).
struct Imported {
  std::shared_ptr<mlir::MLIRContext> context;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  std::string errors;

  mlir::func::FuncOp function() { return *module->getOps<mlir::func::FuncOp>().begin(); }
  /// As text, weights elided.
  std::string ir();
  /// Result 0 of the interpreter as numbers.
  std::vector<double> run(const std::vector<Floats> &inputs = {});
};

class TestModel {
public:
  explicit TestModel(int64_t opset);
  TestModel &opset(llvm::StringRef domain, int64_t version);
  TestModel &input(llvm::StringRef name, Shape shape, int32_t type = onnx::TensorProto::FLOAT);
  /// Dimensions that start with a letter are names, empty ones are open without a name.
  TestModel &openInput(llvm::StringRef name, Names dims, int32_t type = onnx::TensorProto::FLOAT);
  TestModel &weight(llvm::StringRef name, Shape shape, Floats values);
  TestModel &weight(llvm::StringRef name, Shape shape, Integers values);
  TestNode node(llvm::StringRef op, Names inputs, Names outputs);
  TestModel &output(llvm::StringRef name);

  Imported import(const ImportOptions &options = {}, llvm::StringRef folder = "");

  onnx::ModelProto proto;
};

/// A graph for a branch: one node, whose result is the branch's.
onnx::GraphProto makeBranch(llvm::StringRef op, Names inputs, llvm::StringRef output);
Imported importFile(llvm::StringRef path, const ImportOptions &options = {});
/// Gives every open dimension of a file's inputs this extent; nothing where the file is damaged.
ImportOptions closeDims(llvm::StringRef path, int64_t extent);

} // namespace adze::test

#endif // ADZE_TEST_IMPORT_TESTMODEL_H
