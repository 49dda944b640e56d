//===- Emit.cpp - LLVM's optimizer and code generator ---------------------===//

#include "Internal.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace adze {

static void initializeTargets() {
  static const bool once =
      (InitializeAllTargetInfos(), InitializeAllTargets(),
       InitializeAllTargetMCs(), InitializeAllAsmPrinters(),
       InitializeAllAsmParsers(), true);
  (void)once;
}

Expected<std::unique_ptr<TargetMachine>>
createTargetMachine(const TargetSpec &target, const UnitOptions &options) {
  initializeTargets();
  std::string message;
  const Target *llvmTarget =
      TargetRegistry::lookupTarget(target.triple, message);
  if (!llvmTarget)
    return createStringError("target '" + target.name + "': " + message);
  TargetOptions targetOptions;
  targetOptions.UseInitArray = true; // loaders of today ignore .ctors
  // Fusing follows the instructions' flags.
  targetOptions.AllowFPOpFusion = FPOpFusion::Standard;
  targetOptions.FunctionSections = true;
  targetOptions.DataSections = true;
  if (target.triple.isARM() || target.triple.isThumb())
    targetOptions.FloatABIType =
        target.triple.getEnvironment() == Triple::EABIHF ||
                target.triple.getEnvironment() == Triple::GNUEABIHF
            ? FloatABI::Hard
            : FloatABI::Soft;
  if (target.triple.isRISCV())
    targetOptions.MCOptions.ABIName =
        target.triple.isRISCV64()
            ? (target.hasFeature("d") ? "lp64d" : "lp64")
            : (target.hasFeature("d") ? "ilp32d" : "ilp32");
  Reloc::Model relocations = target.isBareMetal() ? Reloc::Static : Reloc::PIC_;
  std::optional<CodeModel::Model> codeModel;
  if (target.triple.isRISCV())
    codeModel = CodeModel::Medium;
  std::unique_ptr<TargetMachine> machine(llvmTarget->createTargetMachine(
      target.triple, target.cpu, target.features, targetOptions, relocations,
      codeModel, CodeGenOptLevel::Aggressive));
  if (!machine)
    return createStringError("target '" + target.name +
                             "': LLVM cannot generate code for " +
                             target.triple.str());
  return machine;
}

static OptimizationLevel llvmLevel(OptLevel level) {
  switch (level) {
  case OptLevel::O1:
    return OptimizationLevel::O1;
  case OptLevel::O2:
    return OptimizationLevel::O2;
  case OptLevel::O3:
    return OptimizationLevel::O3;
  case OptLevel::Os:
    return OptimizationLevel::Os;
  case OptLevel::Oz:
    return OptimizationLevel::Oz;
  }
  llvm_unreachable("unknown optimization level");
}

static Error optimize(Module &module, TargetMachine &machine,
                      const UnitOptions &options, ScratchResult &scratch) {
  OptimizationLevel level = llvmLevel(options.optLevel);
  for (Function &function : module) {
    if (function.isDeclaration())
      continue;
    if (level.getSizeLevel() >= 1)
      function.addFnAttr(Attribute::OptimizeForSize);
    if (level.getSizeLevel() == 2)
      function.addFnAttr(Attribute::MinSize);
  }
  PipelineTuningOptions tuning;
  // Schedules have unrolled what should be; again, and registers spill.
  tuning.LoopUnrolling = false;
  PassBuilder builder(&machine, tuning);
  LoopAnalysisManager loops;
  FunctionAnalysisManager functions;
  CGSCCAnalysisManager components;
  ModuleAnalysisManager modules;
  if (options.freestanding) {
    TargetLibraryInfoImpl library(machine.getTargetTriple());
    library.disableAllFunctions();
    functions.registerPass([=] { return TargetLibraryAnalysis(library); });
  }
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  // After inlining and folding, when sizes are constants; before vectorizing.
  builder.registerOptimizerEarlyEPCallback(
      [&](ModulePassManager &manager, OptimizationLevel, ThinOrFullLTOPhase) {
        manager.addPass(PlaceScratchPass(scratch));
      });
  builder.buildPerModuleDefaultPipeline(level).run(module, modules);
  if (!scratch.error.empty())
    return createStringError(scratch.error);
  return Error::success();
}

/// Bytes of the local arrays of the function that has most.
static Expected<uint64_t> largestFrame(const Module &module) {
  uint64_t largest = 0;
  for (const Function &function : module) {
    uint64_t bytes = 0;
    for (const BasicBlock &block : function)
      for (const Instruction &instruction : block)
        if (auto *local = dyn_cast<AllocaInst>(&instruction)) {
          auto size = local->getAllocationSize(module.getDataLayout());
          if (!size || size->isScalable())
            return createStringError(
                "kernel has a local array of a size that depends on run-time "
                "values");
          bytes += size->getFixedValue();
        }
    largest = std::max(largest, bytes);
  }
  return largest;
}

Expected<CompiledUnit> optimizeAndEmit(Module &module, TargetMachine &machine,
                                       const UnitOptions &options) {
  CompiledUnit unit;
  ScratchResult scratch;
  if (Error error = optimize(module, machine, options, scratch))
    return std::move(error);
  unit.scratchBytes = scratch.bytes;
  Expected<uint64_t> frame = largestFrame(module);
  if (!frame)
    return frame.takeError();
  unit.stackBytes = *frame;

  if (options.output == UnitOutput::LLVMIR) {
    raw_string_ostream stream(unit.output);
    module.print(stream, nullptr);
    return unit;
  }
  SmallVector<char, 0> bytes;
  raw_svector_ostream stream(bytes);
  legacy::PassManager manager;
  if (machine.addPassesToEmitFile(manager, stream, nullptr,
                                  options.output == UnitOutput::Object
                                      ? CodeGenFileType::ObjectFile
                                      : CodeGenFileType::AssemblyFile))
    return createStringError("LLVM cannot emit this kind of file for " +
                             machine.getTargetTriple().str());
  manager.run(module);
  unit.output.assign(bytes.data(), bytes.size());
  return unit;
}

} // namespace adze
