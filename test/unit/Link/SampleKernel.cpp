//===- SampleKernel.cpp - A Halide kernel for the tests -------------------===//

#include "SampleKernel.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <Halide.h>

using namespace adze;

TargetSpec targetOf(llvm::StringRef name) { return valueOf(parseTarget(name)); }

TestFolder::TestFolder() {
  auto created = TemporaryFolder::create("adze-test");
  if (created)
    folder.emplace(std::move(*created));
  else
    ADD_FAILURE() << llvm::toString(created.takeError());
}

void write(const std::string &path, llvm::StringRef bytes) {
  EXPECT_EQ(messageOf(writeFile(path,
                                [&](llvm::raw_ostream &stream) {
                                  stream << bytes;
                                  return llvm::Error::success();
                                })),
            "");
}

static std::string compileHalide(Halide::Func function,
                                 std::vector<Halide::Argument> arguments,
                                 const TargetSpec &target) {
  Halide::Argument context("__user_context", Halide::Argument::InputScalar,
                           Halide::type_of<void *>(), 0,
                           Halide::ArgumentEstimates());
  arguments.insert(arguments.begin(), context);
  TestFolder folder;
  std::string path = folder.file("kernel.bc");
  Halide::Pipeline(function)
      .compile_to_module(arguments, "sample",
                         Halide::Target(target.halideTarget()))
      .compile({{Halide::OutputFileType::bitcode, path}});
  return (*llvm::MemoryBuffer::getFile(path))->getBuffer().str();
}

SampleKernel::SampleKernel(const TargetSpec &target, int width, int height)
    : width(width), height(height) {
  Halide::ImageParam in(Halide::Float(32), 2, "in");
  Halide::Var x("x"), y("y");
  Halide::Func whole("whole"), row("row"), out("out");
  whole(x, y) = in(x, y) * 2.f + 1.f;
  row(x, y) = whole(x, y) + whole(x + 1, y);
  out(x, y) = Halide::max(row(x, y), 0.f);
  whole.compute_root();
  row.compute_at(out, y);
  out.parallel(y).vectorize(x, 8);
  in.dim(0).set_bounds(0, width + 1);
  in.dim(1).set_bounds(0, height).set_stride(width + 1);
  out.output_buffer().dim(0).set_bounds(0, width);
  out.output_buffer().dim(1).set_bounds(0, height).set_stride(width);
  bitcode = compileHalide(out, {in}, target);

  unit.symbol = "adze_k_sample";
  unit.bitcode = bitcode;
  unit.entry = "sample";
  BufferDesc input, output;
  input.dims = {{0, width + 1, 1}, {0, height, width + 1}};
  output.dims = {{0, width, 1}, {0, height, width}};
  output.output = true;
  unit.buffers = {input, output};
}

std::vector<float> SampleKernel::input() const {
  std::vector<float> values((width + 1) * height);
  for (size_t i = 0; i < values.size(); ++i)
    values[i] = static_cast<float>(static_cast<int>(i * 37 % 101) - 60) / 4;
  return values;
}

std::vector<float> SampleKernel::expected() const {
  std::vector<float> in = input(), out(width * height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const float *at = &in[y * (width + 1) + x];
      out[y * width + x] = std::max((at[0] * 2 + 1) + (at[1] * 2 + 1), 0.f);
    }
  return out;
}

FlagKernel::FlagKernel(const TargetSpec &target, bool reduction, bool strict) {
  Halide::ImageParam in(Halide::Float(32), 1, "in");
  in.dim(0).set_bounds(0, 64);
  Halide::Var x("x");
  Halide::Func out("out");
  BufferDesc input, output;
  input.dims = {{0, 64, 1}};
  if (reduction) {
    Halide::RDom k(0, 64);
    out() = 0.f;
    out() += in(k)*in(k);
    out.update().atomic().vectorize(k, 16);
  } else {
    Halide::Expr value = in(x)*in(x) + 3.f;
    out(x) = strict ? Halide::strict_float(value) : value;
    out.vectorize(x, 8);
    out.output_buffer().dim(0).set_bounds(0, 64);
    output.dims = {{0, 64, 1}};
  }
  bitcode = compileHalide(out, {in}, target);
  unit.symbol = "k";
  unit.bitcode = bitcode;
  unit.entry = "sample";
  unit.buffers = {input, output};
}
