//===- EmitKernel.cpp - A kernel as a Halide pipeline ---------------------===//

#include "adze/Codegen/Halide/EmitKernel.h"
#include "ApplySchedule.h"
#include "DescribePipeline.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace adze;
using namespace adze::halide;
using llvm::createStringError;

namespace {
using FamilyEmitter = Results (*)(mlir::Operation *, llvm::ArrayRef<Access>, Builder &);
constexpr FamilyEmitter families[] = {emitElementwise, emitMovement,      emitContraction, emitPooling,
                                      emitReduction,   emitNormalization, emitResampling};

/// An operand of a kernel as Halide's parameter, its innermost dimension first.
struct Parameter {
  Halide::ImageParam image;
  Access access;
};

/// In elements, outermost dimension first.
llvm::SmallVector<int64_t> stridesOf(mlir::MemRefType type) { return type.getStridesAndOffset().first; }

BufferDesc describe(mlir::MemRefType type, bool output) {
  Halide::Type memory = *getMemoryType(type.getElementType());
  BufferDesc desc;
  desc.typeCode = memory.code();
  desc.typeBits = memory.bits();
  desc.output = output;
  llvm::SmallVector<int64_t> strides = stridesOf(type);
  for (size_t i = type.getRank(); i-- > 0;)
    desc.dims.push_back({0, int32_t(type.getDimSize(i)), int32_t(strides[i])});
  return desc;
}

Parameter makeParameter(mlir::MemRefType type, const std::string &name) {
  Halide::Type memory = *getMemoryType(type.getElementType());
  Halide::Type compute = *getComputeType(type.getElementType());
  Halide::ImageParam image(memory, type.getRank(), name);
  llvm::SmallVector<int64_t> strides = stridesOf(type);
  for (int64_t i = 0; i < type.getRank(); ++i) {
    int64_t dim = type.getRank() - 1 - i;
    image.dim(dim).set_bounds(0, int32_t(type.getDimSize(i))).set_stride(int32_t(strides[i]));
  }
  Access access{[image, memory, compute](const Coords &coords) {
                  Halide::Expr element = image(Builder::reversed(coords));
                  if (compute.is_bool())
                    return element != Halide::cast<uint8_t>(0);
                  return memory == compute ? element : Halide::cast(compute, element);
                },
                std::vector<int64_t>(type.getShape())};
  return {image, access};
}

/// The element of a constant with one element.
Access makeScalar(ConstantOp constant) {
  auto type = mlir::cast<RankedTensorType>(constant.getType());
  Halide::Type compute = *getComputeType(type.getElementType());
  auto dense = mlir::cast<mlir::DenseElementsAttr>(constant.getValue());
  Halide::Expr value;
  if (compute.is_float())
    value = makeNumber(compute, *getScalar(constant.getY()));
  else if (compute.is_bool())
    value = Halide::cast<bool>((*dense.value_begin<llvm::APInt>()).getBoolValue());
  else if (compute.is_uint())
    value = Halide::Internal::UIntImm::make(compute, (*dense.value_begin<llvm::APInt>()).getZExtValue());
  else
    value = Halide::Internal::IntImm::make(compute, (*dense.value_begin<llvm::APInt>()).getSExtValue());
  return {[value](const Coords &) { return value; }, std::vector<int64_t>(type.getShape())};
}

llvm::Error checkExtents(mlir::TypeRange types) {
  for (mlir::Type type : types) {
    auto tensor = mlir::cast<RankedTensorType>(type);
    if (!tensor.hasStaticShape())
      return createStringError("open dimensions are not there yet in compiled kernels: give them a value with --dim");
    if (tensor.getNumElements() >= (int64_t(1) << 31))
      return createStringError("tensors of 2^31 elements and more are not there yet");
  }
  return llvm::Error::success();
}

llvm::Expected<std::string> compile(Halide::Func output, const std::vector<Halide::Argument> &arguments,
                                    const std::string &entry, const Halide::Target &target, HalideOutput kind) {
  llvm::SmallString<128> path;
  int descriptor;
  if (std::error_code error = llvm::sys::fs::createTemporaryFile("adze", kind == HalideOutput::Bitcode ? "bc" : "stmt", descriptor, path))
    return llvm::createStringError(error, "no temporary file for Halide's output");
  llvm::FileRemover remover(path);
  llvm::sys::fs::closeFile(descriptor);
  Halide::Module module = output.compile_to_module(arguments, entry, target);
  module.compile({{kind == HalideOutput::Bitcode ? Halide::OutputFileType::bitcode : Halide::OutputFileType::stmt, path.str().str()}});
  auto text = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!text)
    return llvm::createStringError(text.getError(), "Halide's output cannot be read");
  return (*text)->getBuffer().str();
}

/// Halide's warnings are about schedules, which are ours; its errors become exceptions that end in this file.
class Reporter : public Halide::CompileTimeErrorReporter {
public:
  void warning(const char *) override {}
  void error(const char *message) override { throw Halide::CompileError(message); }
};

llvm::Expected<HalideKernel> emit(KernelDefOp kernel, const TargetSpec &target, HalideOutput kind) {
  ScheduleAttr schedule = *kernel.getSchedule();
  Builder builder;
  builder.variant = schedule.getVariant().str();
  builder.vector = schedule.getVector();

  HalideKernel result;
  result.entry = ("halide_" + kernel.getSymName()).str();
  std::vector<Halide::Argument> arguments;
  llvm::DenseMap<mlir::Value, Access> values;
  mlir::Block *body = kernel.getBodyBlock();
  llvm::SmallVector<mlir::MemRefType> buffers = kernel.getBufferTypes();
  for (mlir::BlockArgument argument : body->getArguments()) {
    mlir::MemRefType type = buffers[argument.getArgNumber()];
    Parameter parameter = makeParameter(type, "in" + std::to_string(argument.getArgNumber()));
    arguments.push_back(parameter.image);
    values[argument] = parameter.access;
    result.buffers.push_back(describe(type, false));
  }
  for (mlir::Operation &op : body->without_terminator()) {
    if (auto constant = mlir::dyn_cast<ConstantOp>(op)) {
      values[constant.getY()] = makeScalar(constant);
      continue;
    }
    llvm::SmallVector<Access> operands;
    for (mlir::Value operand : op.getOperands())
      operands.push_back(values.lookup(operand));
    Results accesses;
    for (FamilyEmitter family : families)
      if (!accesses)
        accesses = family(&op, operands, builder);
    if (!accesses)
      return createStringError("no code generation for %s yet", op.getName().getStringRef().str().c_str());
    for (auto [value, access] : llvm::zip(op.getResults(), *accesses))
      values[value] = access;
  }
  mlir::Operation *yield = body->getTerminator();
  if (yield->getNumOperands() != 1)
    return createStringError("a kernel of loops with %u results is not there yet", yield->getNumOperands());

  mlir::MemRefType type = buffers.back();
  Halide::Type memory = *getMemoryType(type.getElementType());
  std::vector<Halide::Var> outermostFirst = Builder::makeVars(type.getRank());
  Coords coords(outermostFirst.begin(), outermostFirst.end());
  Halide::Func output("out");
  Halide::Expr element = values.lookup(yield->getOperand(0)).at(coords);
  output(Builder::reversed(coords)) = element.type() == memory ? element : Halide::cast(memory, element);
  std::vector<Halide::Var> vars(outermostFirst.rbegin(), outermostFirst.rend());
  std::vector<int64_t> extents(type.getShape().rbegin(), type.getShape().rend());
  llvm::SmallVector<int64_t> strides = stridesOf(type);
  for (size_t i = 0; i < vars.size(); ++i) {
    output.bound(vars[i], 0, int32_t(extents[i]));
    output.output_buffer().dim(i).set_bounds(0, int32_t(extents[i])).set_stride(int32_t(strides[extents.size() - 1 - i]));
  }
  builder.nest.inPlace = kernel.getInPlace();
  applySchedule(schedule, builder.nest, output, vars, extents);
  result.buffers.push_back(describe(type, true));

  if (kind == HalideOutput::Pipeline) {
    result.output = describePipeline(output);
    return result;
  }
  llvm::Expected<std::string> text = compile(output, arguments, result.entry, Halide::Target(target.halideTarget()), kind);
  if (!text)
    return text.takeError();
  result.output = std::move(*text);
  return result;
}
} // namespace

bool adze::isSupported(mlir::Operation *op, std::string &why) {
  for (mlir::Type type : llvm::concat<mlir::Type>(llvm::to_vector(op->getOperandTypes()), llvm::to_vector(op->getResultTypes()))) {
    auto tensor = mlir::dyn_cast<RankedTensorType>(type);
    if (tensor && !getMemoryType(tensor.getElementType())) {
      llvm::raw_string_ostream stream(why);
      stream << "elements of type " << tensor.getElementType() << " are not there yet in compiled code";
      return false;
    }
  }
  return true;
}

llvm::Expected<HalideKernel> adze::emitKernel(KernelDefOp kernel, const TargetSpec &target, HalideOutput output) {
  if (!kernel.getSchedule())
    return createStringError("kernel @%s has no schedule", kernel.getSymName().str().c_str());
  if (llvm::Error error = checkExtents(kernel.getBodyBlock()->getArgumentTypes()))
    return std::move(error);
  if (llvm::Error error = checkExtents(kernel.getBodyBlock()->getTerminator()->getOperandTypes()))
    return std::move(error);
  static Reporter reporter;
  static bool installed = (Halide::set_custom_compile_time_error_reporter(&reporter), true);
  (void)installed;
  try {
    return emit(kernel, target, output);
  } catch (const Halide::Error &error) {
    return createStringError("Halide refuses kernel @%s: %s", kernel.getSymName().str().c_str(), error.what());
  }
}
