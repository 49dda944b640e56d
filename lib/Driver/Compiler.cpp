//===- Compiler.cpp - The compiler as the commands see it -----------------===//

#include "adze/Driver/Compiler.h"
#include "adze/Codegen/Codegen.h"
#include "adze/Codegen/Link/Cache.h"
#include "adze/IR/Adze.h"
#include "adze/Interpreter/Interpreter.h"
#include "adze/Passes/Passes.h"
#include "adze/Support/Hash.h"
#include "adze/Support/OutputFile.h"
#include "mlir/Bytecode/BytecodeReader.h"
#include "mlir/Bytecode/BytecodeWriter.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include <chrono>

using namespace mlir;
using namespace adze;

StringRef adze::getVersion() { return ADZE_VERSION; }

void adze::initializeCompiler(DialectRegistry &registry) {
  registry.insert<AdzeDialect, func::FuncDialect, quant::QuantDialect, LLVM::LLVMDialect>();
  static bool once = (registerPasses(), registerTransformsPasses(), true);
  (void)once;
}

//===----------------------------------------------------------------------===//
// Element types and arrays
//===----------------------------------------------------------------------===//

std::optional<ElementType> adze::toElementType(Type type) {
  type = getStorageType(type);
  if (type.isF32())
    return ElementType::F32;
  if (type.isF64())
    return ElementType::F64;
  if (type.isF16())
    return ElementType::F16;
  if (type.isBF16())
    return ElementType::BF16;
  if (auto complex = dyn_cast<ComplexType>(type))
    return complex.getElementType().isF64() ? ElementType::C128 : ElementType::C64;
  auto integer = dyn_cast<IntegerType>(type);
  if (!integer)
    return std::nullopt;
  bool isUnsigned = integer.isUnsigned();
  switch (integer.getWidth()) {
  case 1:
    return ElementType::Bool;
  case 8:
    return isUnsigned ? ElementType::U8 : ElementType::I8;
  case 16:
    return isUnsigned ? ElementType::U16 : ElementType::I16;
  case 32:
    return isUnsigned ? ElementType::U32 : ElementType::I32;
  case 64:
    return isUnsigned ? ElementType::U64 : ElementType::I64;
  }
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Loading
//===----------------------------------------------------------------------===//

namespace {
enum class FileKind { Onnx, Mlir };
} // namespace

/// By suffix, or by content for standard input and unknown suffixes: MLIR is text or starts with bytecode's magic number.
static FileKind kindOf(StringRef path, llvm::MemoryBufferRef buffer) {
  StringRef suffix = llvm::sys::path::extension(path);
  if (suffix == ".onnx")
    return FileKind::Onnx;
  if (suffix == ".mlir" || suffix == ".mlirbc")
    return FileKind::Mlir;
  StringRef start = buffer.getBuffer().take_front(4096);
  bool text = llvm::all_of(start, [](char c) { return llvm::isPrint(c) || llvm::isSpace(c); });
  return text || isBytecode(buffer) ? FileKind::Mlir : FileKind::Onnx;
}

static FailureOr<std::unique_ptr<llvm::MemoryBuffer>> readModelFile(MLIRContext &context, StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFileOrSTDIN(path);
  if (!buffer)
    return emitError(FileLineColLoc::get(&context, path, 0, 0)) << "cannot be read: " << buffer.getError().message();
  return std::move(*buffer);
}

FailureOr<OwningOpRef<ModuleOp>> adze::loadModel(MLIRContext &context, StringRef path, const ImportOptions &options) {
  FailureOr<std::unique_ptr<llvm::MemoryBuffer>> buffer = readModelFile(context, path);
  if (failed(buffer))
    return failure();
  if (kindOf(path, **buffer) == FileKind::Onnx)
    return path == "-" ? importOnnx(context, (*buffer)->getMemBufferRef(), "", options) : importOnnx(context, path, options);
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(std::move(*buffer), llvm::SMLoc());
  OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(sources, ParserConfig(&context));
  if (!module)
    return failure();
  return module;
}

FailureOr<std::vector<ModelValue>> adze::readInputs(MLIRContext &context, StringRef path) {
  FailureOr<std::unique_ptr<llvm::MemoryBuffer>> buffer = readModelFile(context, path);
  if (failed(buffer))
    return failure();
  if (kindOf(path, **buffer) == FileKind::Onnx) {
    FailureOr<std::vector<OnnxInput>> inputs = readOnnxInputs(context, (*buffer)->getMemBufferRef());
    if (failed(inputs))
      return failure();
    std::vector<ModelValue> values;
    for (OnnxInput &input : *inputs)
      values.push_back({std::move(input.name), input.type, std::move(input.shape), std::move(input.dimNames)});
    return values;
  }
  FailureOr<OwningOpRef<ModuleOp>> module = loadModel(context, path, {});
  if (failed(module))
    return failure();
  FailureOr<ModelSummary> summary = summarizeModel(**module);
  if (failed(summary))
    return failure();
  return std::move(summary->inputs);
}

//===----------------------------------------------------------------------===//
// Functions of a module
//===----------------------------------------------------------------------===//

static FailureOr<func::FuncOp> getModelFunction(ModuleOp module) {
  for (auto function : module.getOps<func::FuncOp>())
    if (!function.isExternal())
      return function;
  return module.emitError("has no function to run");
}

static std::string nameOf(DictionaryAttr attributes, const char *otherwise, unsigned index) {
  auto name = attributes ? attributes.getAs<StringAttr>("adze.name") : StringAttr();
  return name ? name.getValue().str() : otherwise + std::to_string(index);
}

static FailureOr<TensorInfo> describe(func::FuncOp function, Type type, DictionaryAttr attributes, const char *otherwise, unsigned index) {
  TensorInfo info;
  info.name = nameOf(attributes, otherwise, index);
  auto shaped = cast<ShapedType>(type);
  std::optional<ElementType> element = toElementType(shaped.getElementType());
  if (!element)
    return function.emitError("'") << info.name << "' has elements of type " << shaped.getElementType()
                                   << ", which have no form outside of the compiler";
  info.type = *element;
  info.shape.assign(shaped.getShape().begin(), shaped.getShape().end());
  return info;
}

/// Multiply-accumulates of products and convolutions.
static uint64_t countMacs(Operation *root) {
  uint64_t macs = 0;
  root->walk([&](Operation *op) {
    auto outputs = [&] {
      auto type = cast<RankedTensorType>(op->getResult(0).getType());
      return type.hasStaticShape() ? uint64_t(type.getNumElements()) : 0;
    };
    if (auto conv = dyn_cast<ConvOp>(op)) {
      auto filter = cast<RankedTensorType>(conv.getFilter().getType());
      macs += outputs() * (filter.getNumElements() / std::max<int64_t>(1, filter.getDimSize(0)));
    } else if (auto conv = dyn_cast<WinogradConvOp>(op)) {
      macs += outputs() * conv.getKernel() * conv.getKernel() * cast<RankedTensorType>(conv.getInput().getType()).getShape().back();
    } else if (auto conv = dyn_cast<ConvTransposeOp>(op)) {
      auto filter = cast<RankedTensorType>(conv.getFilter().getType());
      auto input = cast<RankedTensorType>(conv.getInput().getType());
      if (input.hasStaticShape())
        macs += uint64_t(input.getNumElements()) * (filter.getNumElements() / std::max<int64_t>(1, filter.getDimSize(0)));
    } else if (auto matmul = dyn_cast<MatmulOp>(op)) {
      auto a = cast<RankedTensorType>(matmul.getA().getType());
      int64_t depth = a.getDimSize(a.getRank() - (matmul.getTransposeA() ? 2 : 1));
      macs += ShapedType::isDynamic(depth) ? 0 : outputs() * depth;
    } else if (auto attention = dyn_cast<AttentionOp>(op)) {
      auto q = cast<RankedTensorType>(attention.getQ().getType()), k = cast<RankedTensorType>(attention.getK().getType());
      auto y = cast<RankedTensorType>(attention.getY().getType());
      if (y.hasStaticShape() && k.hasStaticShape() && q.hasStaticShape())
        macs += uint64_t(y.getNumElements() / std::max<int64_t>(1, y.getShape().back())) * k.getDimSize(k.getRank() - 2) *
                (q.getShape().back() + y.getShape().back());
    }
  });
  return macs;
}

//===----------------------------------------------------------------------===//
// Compiling
//===----------------------------------------------------------------------===//

void adze::buildGraphPipeline(OpPassManager &manager, const CompileOptions &options) {
  buildGraphPipeline(manager, options.optLevel, options.disabledPasses);
}

static std::optional<CodegenOutput> codegenOutput(EmitKind kind) {
  switch (kind) {
  case EmitKind::Halide:
    return CodegenOutput::Pipeline;
  case EmitKind::Stmt:
    return CodegenOutput::Statement;
  case EmitKind::Llvm:
    return CodegenOutput::LLVMIR;
  case EmitKind::Asm:
    return CodegenOutput::Assembly;
  case EmitKind::Obj:
    return CodegenOutput::Object;
  case EmitKind::Static:
    return CodegenOutput::StaticLibrary;
  case EmitKind::Shared:
  case EmitKind::CHeader:
    return CodegenOutput::SharedLibrary;
  default:
    return std::nullopt;
  }
}

static LogicalResult reportError(ModuleOp module, llvm::Error error) {
  return error ? LogicalResult(module.emitError(llvm::toString(std::move(error)))) : success();
}

LogicalResult adze::writeModule(ModuleOp module, StringRef path, bool elideWeights, bool withLocations) {
  return reportError(module, writeFile(path, [&](llvm::raw_ostream &os) -> llvm::Error {
    if (llvm::sys::path::extension(path) == ".mlirbc")
      return succeeded(writeBytecodeToFile(module, os)) ? llvm::Error::success() : llvm::createStringError("the bytecode cannot be written");
    OpPrintingFlags flags;
    flags.enableDebugInfo(withLocations);
    if (elideWeights)
      flags.elideLargeElementsAttrs(16).elideLargeResourceString(16);
    module->print(os, flags);
    os << "\n";
    return llvm::Error::success();
  }));
}

namespace {
/// What a compilation's passes and names need, kept together from options to artifact.
class Compilation {
public:
  Compilation(ModuleOp module, const CompileOptions &options, const TargetSpec &target)
      : module(module), options(options), target(target) {}

  LogicalResult run(EmitKind kind, StringRef path) {
    module->setAttr("adze.target", StringAttr::get(module.getContext(), target.name));
    if (failed(runPasses([&](OpPassManager &manager) { return addGraphPasses(manager); })))
      return failure();
    reportTime("graph passes");
    if (kind == EmitKind::Mlir)
      return writeModule(module, path, options.elideWeights, /*withLocations=*/false);
    if (failed(collectInfo()))
      return failure();
    if (failed(runPasses([&](OpPassManager &manager) {
          buildKernelPipeline(manager);
          return success();
        })))
      return failure();
    if (kind == EmitKind::Kernels)
      return writeModule(module, path, options.elideWeights, /*withLocations=*/false);
    if (failed(runPasses([&](OpPassManager &manager) {
          manager.addPass(createPlanMemory());
          return success();
        })))
      return failure();
    if (options.launches)
      addCounters();
    reportTime("kernels, schedules, memory");
    if (kind == EmitKind::Memory)
      return writeModule(module, path, options.elideWeights, /*withLocations=*/false);
    std::optional<CodegenOutput> output = codegenOutput(kind);
    if (!output)
      return module.emitError("this form cannot be written yet");
    LogicalResult done = generate(*output, kind, path);
    reportTime("code generation, linking");
    return done;
  }

private:
  LogicalResult runPasses(llvm::function_ref<LogicalResult(OpPassManager &)> build) {
    // Passes of functions that stand on the command line run on every function, those of modules on the whole.
    PassManager manager(module.getContext(), ModuleOp::getOperationName(), OpPassManager::Nesting::Implicit);
    if (failed(applyPassManagerCLOptions(manager)) || failed(build(manager)))
      return failure();
    return manager.run(module);
  }

  LogicalResult addGraphPasses(OpPassManager &manager) {
    for (const PassFlag &flag : options.passes) {
      const PassInfo *info = PassInfo::lookup(flag.name);
      const PassPipelineInfo *pipeline = info ? nullptr : PassPipelineInfo::lookup(flag.name);
      auto onError = [&](const Twine &message) { return LogicalResult(module.emitError("--" + flag.name + ": " + message)); };
      if (!info && !pipeline)
        return onError("no such pass");
      LogicalResult added = info ? info->addToPipeline(manager, flag.options, onError)
                                 : pipeline->addToPipeline(manager, flag.options, onError);
      if (failed(added))
        return failure();
    }
    buildGraphPipeline(manager, options);
    return success();
  }

  LogicalResult collectInfo() {
    info.name = options.name;
    info.producer = ("adze " + getVersion()).str();
    info.target = options.target;
    info.triple = target.triple.str();
    info.sourceHash = options.sourceHash;
    info.requiredFeatures = target.requiredFeatures;
    for (auto function : module.getOps<func::FuncOp>()) {
      FunctionInfo entry;
      entry.name = function.getName().str();
      entry.macs = countMacs(function);
      for (auto [i, type] : llvm::enumerate(function.getArgumentTypes())) {
        FailureOr<TensorInfo> tensor = describe(function, type, function.getArgAttrDict(i), "input", i);
        if (failed(tensor))
          return failure();
        entry.inputs.push_back(*tensor);
      }
      for (auto [i, type] : llvm::enumerate(function.getResultTypes())) {
        FailureOr<TensorInfo> tensor = describe(function, type, function.getResultAttrDict(i), "output", i);
        if (failed(tensor))
          return failure();
        entry.outputs.push_back(*tensor);
      }
      info.functions.push_back(entry);
    }
    module.walk([&](ConstantOp constant) {
      auto type = cast<RankedTensorType>(constant.getType());
      if (isa<FloatType>(type.getElementType()))
        info.parameters += type.getNumElements();
    });
    return success();
  }

  /// "a + b": the nodes that a launch computes.
  static std::string listNodes(Location loc) {
    SmallVector<std::string> names;
    auto fused = dyn_cast<FusedLoc>(loc);
    for (Location part : fused ? fused.getLocations() : ArrayRef<Location>(loc))
      if (std::string name = getNodeName(part); !name.empty() && !llvm::is_contained(names, name))
        names.push_back(name);
    return llvm::join(names, " + ");
  }

  /// The output that the glue writes counts of the processor's counter into.
  void addCounters() {
    auto function = *module.getOps<func::FuncOp>().begin();
    for (auto launch : function.getOps<LaunchOp>()) {
      auto kernel = module.lookupSymbol<KernelDefOp>(launch.getKernel());
      std::string schedule;
      if (kernel.getSchedule())
        schedule = kernel.getSchedule()->getVariant().str();
      options.launches->push_back({listNodes(launch.getLoc()), launch.getKernel().str(), schedule, countMacs(kernel)});
    }
    int64_t counts = options.launches->size() + 1;
    auto type = MemRefType::get({counts}, IntegerType::get(module.getContext(), 64));
    (void)function.insertArgument(function.getNumArguments(), type, {}, function.getLoc());
    function->setAttr("adze.counts_launches", UnitAttr::get(module.getContext()));
    TensorInfo counters;
    counters.name = "launch counters";
    counters.type = ElementType::I64;
    counters.shape = {counts};
    info.functions.front().outputs.push_back(counters);
  }

  LogicalResult generate(CodegenOutput output, EmitKind kind, StringRef path) {
    for (auto [function, entry] : llvm::zip(module.getOps<func::FuncOp>(), info.functions)) {
      entry.arenaBytes = function->getAttrOfType<IntegerAttr>("adze.arena_bytes").getInt();
      if (options.arenaReport)
        *options.arenaReport += drawArena(function);
    }
    CodegenOptions codegen;
    codegen.target = target;
    codegen.optLevel = std::max(1u, options.optLevel);
    codegen.freestanding = options.freestanding;
    codegen.jobs = options.jobs;
    if (options.useCache)
      codegen.cacheDir = options.cacheDir.empty() ? ObjectCache::defaultFolder() : options.cacheDir;
    if (options.progress)
      codegen.progress = [&](size_t done, size_t all) { options.progress->report("compiling kernels", done, all); };
    if (kind == EmitKind::CHeader) {
      // The arena's size is known only once the kernels are compiled.
      llvm::Expected<TemporaryFolder> folder = TemporaryFolder::create("adze");
      if (!folder)
        return reportError(module, folder.takeError());
      if (failed(generateCode(module, info, codegen, output, folder->getPath("model.so"))))
        return failure();
      return writeHeader(path);
    }
    if (failed(generateCode(module, info, codegen, output, path)))
      return failure();
    bool isArtifact = kind == EmitKind::Shared || kind == EmitKind::Static || kind == EmitKind::Obj;
    if (!isArtifact)
      return success();
    SmallString<128> header(path);
    llvm::sys::path::replace_extension(header, "h");
    return writeHeader(header);
  }

  LogicalResult writeHeader(StringRef path) {
    return reportError(module, writeFile(path, [&](llvm::raw_ostream &os) {
      os << emitHeader(info);
      return llvm::Error::success();
    }));
  }

  /// Adds a line to the time report, if one is wanted.
  void reportTime(StringRef step) {
    auto now = std::chrono::steady_clock::now();
    if (options.timeReport) {
      llvm::raw_string_ostream os(*options.timeReport);
      os << llvm::format("%10.3f s  ", std::chrono::duration<double>(now - lastStep).count()) << step << "\n";
    }
    lastStep = now;
  }

  /// The arena over time: a row for each buffer, a column for each launch (or several).
  static std::string drawArena(func::FuncOp function) {
    constexpr int64_t width = 64;
    std::string text;
    llvm::raw_string_ostream os(text);
    int64_t launches = llvm::range_size(function.getOps<LaunchOp>());
    int64_t bytes = function->getAttrOfType<IntegerAttr>("adze.arena_bytes").getInt();
    int64_t bound = function->getAttrOfType<IntegerAttr>("adze.arena_lower_bound").getInt();
    os << "arena of @" << function.getName() << ": " << bytes << " bytes, lower bound " << bound << " (largest sum of live values), " << launches
       << " launches\n";
    os << "      offset       bytes  launches, first to last\n";
    SmallVector<ArenaOp> places(function.getOps<ArenaOp>());
    llvm::stable_sort(places, [](ArenaOp a, ArenaOp b) { return a.getOffset() < b.getOffset(); });
    int64_t step = std::max<int64_t>(1, (launches + width - 1) / width);
    for (ArenaOp place : places) {
      auto type = cast<MemRefType>(place.getBuffer().getType());
      std::string row((launches + step - 1) / step, '.');
      for (int64_t i = place.getFirst(); i <= int64_t(place.getLast()); ++i)
        row[i / step] = '#';
      os << llvm::format("%12lld%12lld  ", (long long)place.getOffset(), (long long)(type.getNumElements() * getElementBytes(type.getElementType())))
         << row << "  " << getNodeName(place.getLoc()) << "\n";
    }
    return text;
  }

  ModuleOp module;
  const CompileOptions &options;
  const TargetSpec &target;
  ArtifactInfo info;
  std::chrono::steady_clock::time_point lastStep = std::chrono::steady_clock::now();
};
} // namespace

LogicalResult adze::compileModel(ModuleOp module, const CompileOptions &options, EmitKind kind, StringRef outputPath) {
  llvm::Expected<TargetSpec> target = parseTarget(options.target);
  if (!target)
    return reportError(module, target.takeError());
  if (options.threads > 1)
    return module.emitError("--threads: artifacts with more than one thread are not there yet");
  if (!options.aliases.empty())
    return module.emitError("--alias: outputs in the memory of inputs are not there yet");
  if (kind == EmitKind::Onnx)
    return module.emitError("--emit=onnx is not there yet");
  return Compilation(module, options, *target).run(kind, outputPath);
}

//===----------------------------------------------------------------------===//
// Interpreting, describing
//===----------------------------------------------------------------------===//

FailureOr<std::vector<NpyArray>> adze::interpretModel(ModuleOp module, const std::vector<NpyArray> &inputs) {
  FailureOr<func::FuncOp> function = getModelFunction(module);
  if (failed(function))
    return failure();
  SmallVector<Tensor> tensors;
  for (auto [type, input] : llvm::zip(function->getArgumentTypes(), inputs))
    tensors.push_back(Tensor(cast<RankedTensorType>(type), input.data));
  FailureOr<SmallVector<Tensor>> results = interpret(*function, tensors);
  if (failed(results))
    return failure();
  std::vector<NpyArray> arrays;
  for (const Tensor &result : *results) {
    std::optional<ElementType> element = toElementType(result.getType().getElementType());
    if (!element)
      return function->emitError("a result has elements of type ") << result.getType().getElementType() << ", which have no .npy form";
    NpyArray array(*element, result.getShape());
    array.data.assign(result.getBytes().begin(), result.getBytes().end());
    arrays.push_back(std::move(array));
  }
  return arrays;
}

FailureOr<ModelSummary> adze::summarizeModel(ModuleOp module) {
  FailureOr<func::FuncOp> function = getModelFunction(module);
  if (failed(function))
    return failure();
  ModelSummary summary;
  auto value = [&](Type type, DictionaryAttr attributes, const char *otherwise, unsigned index) {
    ModelValue result;
    result.name = nameOf(attributes, otherwise, index);
    auto tensor = cast<RankedTensorType>(type);
    result.type = toElementType(tensor.getElementType());
    for (const Dim &dim : getDims(type)) {
      result.shape.push_back(dim.isOpen() ? -1 : dim.size);
      result.dimNames.push_back(dim.name.str());
    }
    return result;
  };
  for (auto [i, type] : llvm::enumerate(function->getArgumentTypes()))
    summary.inputs.push_back(value(type, function->getArgAttrDict(i), "input", i));
  for (auto [i, type] : llvm::enumerate(function->getResultTypes()))
    summary.outputs.push_back(value(type, function->getResultAttrDict(i), "output", i));
  function->walk([&](Operation *op) {
    if (auto constant = dyn_cast<ConstantOp>(op)) {
      auto type = cast<RankedTensorType>(constant.getType());
      summary.parameters += type.getNumElements();
      summary.parameterBytes += type.getNumElements() * getElementBytes(type.getElementType());
    } else if (!op->hasTrait<mlir::OpTrait::IsTerminator>() && !isa<func::FuncOp>(op)) {
      ++summary.operations[op->getName().stripDialect().str()];
    }
  });
  summary.macs = countMacs(*function);
  return summary;
}

std::vector<OperatorSupport> adze::listOperators() {
  std::vector<OperatorSupport> table;
  for (const OnnxOperator &op : listOnnxOperators()) {
    std::string versions;
    for (int64_t version : op.versions)
      versions += (versions.empty() ? "" : ", ") + std::to_string(version);
    table.push_back({op.domain, op.name, versions, op.removedIn ? "removed in opset " + std::to_string(op.removedIn) : ""});
  }
  return table;
}
