//===- Codegen.cpp - From memory form to an artifact ----------------------===//

#include "adze/Codegen/Codegen.h"
#include "RuntimeCall.h"
#include "adze/Codegen/Glue/Glue.h"
#include "adze/Codegen/Halide/EmitKernel.h"
#include "adze/Codegen/Link/Cache.h"
#include "adze/Codegen/Link/Compile.h"
#include "adze/Codegen/Link/DataObject.h"
#include "adze/Codegen/Link/Linker.h"
#include "adze/Support/OutputFile.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/ThreadPool.h"
#include <mutex>

using namespace mlir;
using namespace adze;

namespace {
constexpr llvm::StringLiteral kernelPrefix = "adze_";

class Generator {
public:
  Generator(ModuleOp module, ArtifactInfo &info, const CodegenOptions &options, CodegenOutput output)
      : module(module), info(info), options(options), output(output) {
    unitOptions.optLevel = options.optLevel >= 3 ? OptLevel::O3 : options.optLevel == 2 ? OptLevel::O2 : OptLevel::O1;
    unitOptions.freestanding = options.freestanding;
    unitOptions.output = output == CodegenOutput::LLVMIR     ? UnitOutput::LLVMIR
                         : output == CodegenOutput::Assembly ? UnitOutput::Assembly
                                                             : UnitOutput::Object;
  }

  LogicalResult run(StringRef path) {
    if (failed(compileKernels()))
      return failure();
    if (isHalideText())
      return writeTexts(path);
    uint64_t scratch = 0;
    for (const CompiledUnit &unit : units)
      scratch = std::max(scratch, unit.scratchBytes);
    for (FunctionInfo &function : info.functions) {
      // Kernels' scratch is the arena's tail.
      function.arenaBytes = scratch ? llvm::alignTo(function.arenaBytes, scratchAlignment) + scratch : function.arenaBytes;
      function.arenaAlign = scratch ? scratchAlignment : 64;
    }
    WeightsLayout weights = layoutWeights(module);
    info.weightBytes = weights.size;
    if (failed(compileGlue(weights)))
      return failure();
    if (output == CodegenOutput::LLVMIR || output == CodegenOutput::Assembly)
      return writeTexts(path);
    return link(weights, path);
  }

private:
  /// What ends with Halide: no code is generated.
  bool isHalideText() const { return output == CodegenOutput::Pipeline || output == CodegenOutput::Statement; }
  LogicalResult fail(llvm::Error error) { return module.emitError(llvm::toString(std::move(error))); }

  //===--------------------------------------------------------------------===//
  // Kernels
  //===--------------------------------------------------------------------===//

  LogicalResult compileKernels() {
    SmallVector<KernelDefOp> kernels(module.getOps<KernelDefOp>());
    units.resize(kernels.size());
    std::optional<ObjectCache> cache;
    if (!options.cacheDir.empty() && !isHalideText()) {
      llvm::Expected<ObjectCache> opened = ObjectCache::open(options.cacheDir);
      if (!opened)
        module.emitWarning("no cache: ") << llvm::toString(opened.takeError());
      else
        cache = std::move(*opened);
    }
    std::vector<std::string> errors(kernels.size());
    std::mutex mutex;
    size_t done = 0;
    llvm::DefaultThreadPool pool(llvm::hardware_concurrency(options.jobs));
    for (size_t i = 0; i < kernels.size(); ++i)
      pool.async([&, i] {
        llvm::Expected<CompiledUnit> unit = compileKernel(kernels[i], cache ? &*cache : nullptr);
        if (unit)
          units[i] = std::move(*unit);
        else
          errors[i] = llvm::toString(unit.takeError());
        std::lock_guard<std::mutex> lock(mutex);
        if (options.progress)
          options.progress(++done, kernels.size());
      });
    pool.wait();
    if (cache)
      if (llvm::Error error = cache->trim())
        module.emitWarning("cache: ") << llvm::toString(std::move(error));
    bool ok = true;
    for (auto [kernel, error] : llvm::zip(kernels, errors))
      if (!error.empty()) {
        kernel.emitError("node '") << getNodeName(kernel.getLoc()) << "': " << error;
        ok = false;
      }
    return success(ok);
  }

  llvm::Expected<CompiledUnit> compileKernel(KernelDefOp kernel, const ObjectCache *cache) {
    UnitOptions unitOptions = this->unitOptions;
    unitOptions.mayAlias = kernel.getInPlace();
    std::string key;
    if (cache) {
      // The kernel's name is the hash of its body and schedule; the text makes it whole.
      std::string text;
      llvm::raw_string_ostream stream(text);
      kernel->print(stream, OpPrintingFlags().useLocalScope().enableDebugInfo(false));
      key = CacheKey().add(text).add(options.target).add(unitOptions).finish();
      if (std::optional<CompiledUnit> unit = cache->lookup(key))
        return std::move(*unit);
    }
    std::string symbol = (kernelPrefix + kernel.getSymName()).str();
    llvm::Expected<CompiledUnit> unit = CompiledUnit();
    if (std::optional<CallInput> call = getRuntimeCall(kernel, symbol)) {
      if (isHalideText())
        return CompiledUnit{describeKernel(kernel) + "  " + describeCall(*call)};
      unit = compileCall(*call, options.target, unitOptions);
    } else {
      unit = compileHalide(kernel, symbol, unitOptions);
    }
    if (unit && cache)
      if (llvm::Error error = cache->store(key, *unit))
        llvm::consumeError(std::move(error)); // a full disk costs time, not the artifact
    return unit;
  }

  llvm::Expected<CompiledUnit> compileHalide(KernelDefOp kernel, const std::string &symbol, const UnitOptions &unitOptions) {
    HalideOutput kind = output == CodegenOutput::Pipeline    ? HalideOutput::Pipeline
                        : output == CodegenOutput::Statement ? HalideOutput::Statement
                                                             : HalideOutput::Bitcode;
    llvm::Expected<HalideKernel> halide = emitKernel(kernel, options.target, kind);
    if (!halide)
      return halide.takeError();
    if (isHalideText())
      return CompiledUnit{(kind == HalideOutput::Pipeline ? describeKernel(kernel) : "") + halide->output};
    return compileUnit({symbol, halide->output, halide->entry, halide->buffers}, options.target, unitOptions);
  }

  static std::string describeKernel(KernelDefOp kernel) {
    std::string text;
    llvm::raw_string_ostream stream(text);
    stream << "kernel @" << kernel.getSymName() << ", first for node '" << getNodeName(kernel.getLoc()) << "'\n  " << kernel.getScheduleAttr() << "\n";
    return text;
  }

  //===--------------------------------------------------------------------===//
  // Glue, metadata, weights
  //===--------------------------------------------------------------------===//

  std::string weightsSymbol() const { return toCIdentifier(info.name) + "_weights"; }

  LogicalResult compileGlue(const WeightsLayout &weights) {
    llvm::Expected<std::string> layout = dataLayoutString(options.target);
    if (!layout)
      return fail(layout.takeError());
    GlueOptions glueOptions;
    glueOptions.weightsSymbol = weightsSymbol();
    glueOptions.kernelPrefix = kernelPrefix.str();
    glueOptions.triple = options.target.triple.str();
    glueOptions.dataLayout = *layout;
    std::vector<std::string> exported;
    for (const FunctionInfo &function : info.functions) {
      exported.push_back(getEntryName(info, function));
      glueOptions.entries[function.name] = exported.back();
    }
    OwningOpRef<ModuleOp> glue = lowerGlue(module, weights, glueOptions);
    llvm::LLVMContext context;
    llvm::Expected<std::unique_ptr<llvm::Module>> ir = translateGlue(*glue, context);
    if (!ir)
      return fail(ir.takeError());
    return add(compileModule(std::move(*ir), exported, options.target, unitOptions));
  }

  LogicalResult add(llvm::Expected<CompiledUnit> unit) {
    if (!unit)
      return fail(unit.takeError());
    units.push_back(std::move(*unit));
    return success();
  }

  LogicalResult link(const WeightsLayout &weights, StringRef path) {
    bool shared = output == CodegenOutput::SharedLibrary;
    llvm::Expected<std::string> layout = dataLayoutString(options.target);
    if (!layout)
      return fail(layout.takeError());
    llvm::LLVMContext context;
    PackageOptions packageOptions;
    packageOptions.triple = options.target.triple.str();
    packageOptions.dataLayout = *layout;
    packageOptions.shared = shared;
    llvm::Expected<std::unique_ptr<llvm::Module>> package = emitPackage(context, info, packageOptions);
    if (!package)
      return fail(package.takeError());
    std::vector<std::string> symbols = getPublicSymbols(info, shared);
    if (failed(add(compileModule(std::move(*package), symbols, options.target, unitOptions))))
      return failure();

    std::vector<LinkInput> inputs;
    for (const CompiledUnit &unit : units)
      inputs.push_back({unit.output, ""});
    std::string data;
    if (weights.size > 0) {
      std::vector<DataPiece> pieces;
      std::vector<SmallVector<char>> splats(weights.pieces.size());
      for (auto [piece, splat] : llvm::zip(weights.pieces, splats))
        pieces.push_back({uint64_t(piece.offset), getConstantBytes(piece.value, splat)});
      llvm::Expected<std::string> object =
          emitDataObject(options.target, ".rodata." + weightsSymbol(), weightsSymbol(), 64, pieces, weights.size);
      if (!object)
        return fail(object.takeError());
      data = std::move(*object);
      inputs.push_back({data, ""});
    }
    LinkOptions linkOptions;
    linkOptions.exported = symbols;
    llvm::Error error = shared                                     ? linkShared(path, inputs, linkOptions, options.target)
                        : output == CodegenOutput::StaticLibrary ? writeStaticLibrary(path, inputs, linkOptions, options.target)
                                                                 : linkRelocatable(path, inputs, linkOptions, options.target);
    return error ? fail(std::move(error)) : success();
  }

  LogicalResult writeTexts(StringRef path) {
    std::string text;
    for (const CompiledUnit &unit : units)
      text += unit.output + "\n";
    llvm::Error error = writeFile(path, [&](llvm::raw_ostream &os) {
      os << text;
      return llvm::Error::success();
    });
    return error ? fail(std::move(error)) : success();
  }

  ModuleOp module;
  ArtifactInfo &info;
  const CodegenOptions &options;
  CodegenOutput output;
  UnitOptions unitOptions;
  std::vector<CompiledUnit> units;
};
} // namespace

LogicalResult adze::generateCode(ModuleOp module, ArtifactInfo &info, const CodegenOptions &options, CodegenOutput output, StringRef path) {
  return Generator(module, info, options, output).run(path);
}
