//===- Compile.cpp - Wrapper, runtime, one module -------------------------===//

#include "adze/Codegen/Link/Compile.h"
#include "Internal.h"
#include "adze/Target/RuntimeBitcode.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Transforms/IPO/Internalize.h"

using namespace llvm;

namespace adze {

/// Errors that LLVM reports through the context while the object lives.
class DiagnosticCollector {
public:
  explicit DiagnosticCollector(LLVMContext &context) : context(context) {
    context.setDiagnosticHandlerCallBack(
        [](const DiagnosticInfo *info, void *self) {
          if (info->getSeverity() != DS_Error)
            return;
          raw_string_ostream stream(
              static_cast<DiagnosticCollector *>(self)->text);
          DiagnosticPrinterRawOStream printer(stream);
          info->print(printer);
        },
        this);
  }
  ~DiagnosticCollector() { context.setDiagnosticHandlerCallBack(nullptr); }

  std::string text;

private:
  LLVMContext &context;
};

static Expected<std::unique_ptr<Module>>
readBitcode(StringRef bitcode, StringRef name, LLVMContext &context) {
  Expected<std::unique_ptr<Module>> module =
      parseBitcodeFile(MemoryBufferRef(bitcode, name), context);
  if (!module)
    return createStringError("cannot read bitcode of " + name + ": " +
                             toString(module.takeError()));
  for (Function &function : **module) {
    function.removeFnAttr(Attribute::NoInline);
    function.removeFnAttr(Attribute::OptimizeNone);
    // A task of a parallel loop is called by the serial loop and by the hook:
    // one copy is enough, and one result.
    if (!function.isDeclaration() && function.hasAddressTaken())
      function.addFnAttr(Attribute::NoInline);
  }
  return module;
}

/// Halide numbers its functions with a process-wide counter: names by position
/// make equal kernels equal.
static void renameLocals(Module &module, StringRef symbol) {
  unsigned index = 0;
  for (GlobalObject &object : module.global_objects())
    if (!object.isDeclaration() && object.getName() != symbol) {
      object.setLinkage(GlobalValue::InternalLinkage);
      object.setVisibility(GlobalValue::DefaultVisibility);
      object.setName(symbol + "." + Twine(index++));
    }
  for (Function &function : module) {
    for (Argument &argument : function.args())
      argument.setName("");
    for (BasicBlock &block : function) {
      block.setName("");
      for (Instruction &instruction : block)
        if (!instruction.getType()->isVoidTy())
          instruction.setName("");
    }
  }
}

/// Writes `buffer`'s fields and returns the halide_buffer_t. All constant but
/// the pointer, so that nothing of it is left after inlining.
static Value *buildBuffer(IRBuilder<> &builder, const BufferDesc &buffer,
                          Value *host) {
  Type *i32 = builder.getInt32Ty(), *i64 = builder.getInt64Ty();
  Type *ptr = builder.getPtrTy();
  auto *dimType = StructType::get(i32, i32, i32, i32);
  // device, interface, host, flags, type, dimensions, dim, padding
  auto *bufferType = StructType::get(i64, ptr, ptr, i64, i32, i32, ptr, ptr);
  Value *dims = ConstantPointerNull::get(builder.getPtrTy());
  if (!buffer.dims.empty())
    dims = builder.CreateAlloca(ArrayType::get(dimType, buffer.dims.size()));
  for (auto [index, dim] : llvm::enumerate(buffer.dims)) {
    Value *at = builder.CreateConstInBoundsGEP1_64(dimType, dims, index);
    int32_t fields[] = {dim.min, dim.extent, dim.stride, 0};
    for (auto [field, value] : llvm::enumerate(fields))
      builder.CreateStore(builder.getInt32(value),
                          builder.CreateStructGEP(dimType, at, field));
  }
  uint32_t type = buffer.typeCode | buffer.typeBits << 8 | 1u << 16;
  Value *null = ConstantPointerNull::get(builder.getPtrTy());
  Value *fields[] = {builder.getInt64(0),
                     null,
                     host,
                     builder.getInt64(0),
                     builder.getInt32(type),
                     builder.getInt32(buffer.dims.size()),
                     dims,
                     null};
  Value *result = builder.CreateAlloca(bufferType);
  for (auto [field, value] : llvm::enumerate(fields))
    builder.CreateStore(value,
                        builder.CreateStructGEP(bufferType, result, field));
  return result;
}

static Error addWrapper(Module &module, const UnitInput &unit,
                        const UnitOptions &options) {
  LLVMContext &context = module.getContext();
  Function *entry = module.getFunction(unit.entry);
  if (!entry || entry->isDeclaration())
    return createStringError("bitcode of " + unit.symbol +
                             " does not define '" + unit.entry + "'");
  if (entry->arg_size() != unit.buffers.size() + 1)
    return createStringError("'" + unit.entry + "' takes " +
                             Twine(entry->arg_size()) +
                             " arguments, expected the context and " +
                             Twine(unit.buffers.size()) + " buffers");
  if (module.getNamedValue(unit.symbol))
    return createStringError("bitcode already defines '" + unit.symbol + "'");
  IRBuilder<> builder(context);
  SmallVector<Type *> types(unit.buffers.size() + 1, builder.getPtrTy());
  auto *type = FunctionType::get(builder.getInt32Ty(), types, false);
  Function *wrapper =
      Function::Create(type, GlobalValue::ExternalLinkage, unit.symbol, module);
  wrapper->setVisibility(GlobalValue::HiddenVisibility);
  builder.SetInsertPoint(BasicBlock::Create(context, "", wrapper));
  SmallVector<Value *> arguments = {wrapper->getArg(0)};
  for (auto [index, buffer] : llvm::enumerate(unit.buffers)) {
    Argument *host = wrapper->getArg(index + 1);
    if (!options.mayAlias)
      host->addAttr(Attribute::NoAlias);
    if (buffer.alignment > 1)
      host->addAttr(
          Attribute::getWithAlignment(context, Align(buffer.alignment)));
    arguments.push_back(buildBuffer(builder, buffer, host));
  }
  CallInst *call = builder.CreateCall(entry, arguments);
  builder.CreateRet(call);
  entry->addFnAttr(Attribute::AlwaysInline);
  return Error::success();
}

/// Halide marks its buffers' accesses as never overlapping.
static void dropAliasInformation(Module &module) {
  for (Function &function : module)
    for (BasicBlock &block : function)
      for (Instruction &instruction : block) {
        AAMDNodes none;
        instruction.setAAMetadata(none);
      }
}

Expected<std::unique_ptr<Module>> buildUnitModule(LLVMContext &context,
                                                  const UnitInput &unit,
                                                  const TargetSpec &target,
                                                  const UnitOptions &options) {
  Expected<std::unique_ptr<TargetMachine>> machine =
      createTargetMachine(target, options);
  if (!machine)
    return machine.takeError();
  DiagnosticCollector diagnostics(context);
  Expected<std::unique_ptr<Module>> module =
      readBitcode(unit.bitcode, unit.symbol, context);
  if (!module)
    return module.takeError();
  (*module)->setModuleIdentifier(unit.symbol);
  (*module)->setSourceFileName(unit.symbol);
  stripOrigin(**module);
  retarget(**module, target, **machine);
  reduceFastMath(**module, options.strictFloat);
  if (options.mayAlias)
    dropAliasInformation(**module);
  if (Error error = addWrapper(**module, unit, options))
    return std::move(error);
  renameLocals(**module, unit.symbol);
  return module;
}

/// Whether the runtime file defines what the module only declares.
static bool defines(const Module &runtime, const Module &module) {
  return llvm::any_of(runtime, [&](const Function &function) {
    const Function *other = module.getFunction(function.getName());
    return !function.isDeclaration() && !function.hasLocalLinkage() && other &&
           other->isDeclaration();
  });
}

/// Links the runtime functions that the module calls.
static Error linkRuntime(Module &module, const TargetSpec &target,
                         const TargetMachine &machine) {
  Linker linker(module);
  ArrayRef<EmbeddedFile> files = runtimeBitcode(target);
  // One file may call another.
  for (bool linked = true; linked;) {
    linked = false;
    for (const EmbeddedFile &file : files) {
      // Bodies are only read if the file is needed.
      Expected<std::unique_ptr<Module>> runtime = getLazyBitcodeModule(
          MemoryBufferRef(file.bytes(), file.name), module.getContext());
      if (!runtime)
        return runtime.takeError();
      if (!defines(**runtime, module))
        continue;
      if (Error error = (*runtime)->materializeAll())
        return error;
      stripOrigin(**runtime);
      retarget(**runtime, target, machine);
      for (Function &function : **runtime)
        if (!function.isDeclaration() &&
            !function.hasFnAttribute(Attribute::NoInline))
          function.addFnAttr(Attribute::AlwaysInline);
      if (linker.linkInModule(std::move(*runtime), Linker::LinkOnlyNeeded))
        return createStringError(Twine("cannot link runtime file ") +
                                 file.name);
      linked = true;
    }
  }
  return Error::success();
}

static Error checkUndefined(const Module &module) {
  std::string missing;
  for (const Function &function : module)
    if (function.isDeclaration() && !function.use_empty() &&
        function.getName().starts_with("halide_"))
      missing += (missing.empty() ? "" : ", ") + function.getName().str();
  if (missing.empty())
    return Error::success();
  return createStringError("kernel calls functions of Halide's runtime that "
                           "Adze does not have: " +
                           missing);
}

Expected<CompiledUnit> compileModule(std::unique_ptr<Module> module,
                                     ArrayRef<std::string> exported,
                                     const TargetSpec &target,
                                     const UnitOptions &options) {
  Expected<std::unique_ptr<TargetMachine>> machine =
      createTargetMachine(target, options);
  if (!machine)
    return machine.takeError();
  DiagnosticCollector diagnostics(module->getContext());
  StringSet<> keep;
  for (const std::string &symbol : exported) {
    GlobalValue *value = module->getNamedValue(symbol);
    if (!value || value->isDeclaration())
      return createStringError("module does not define '" + symbol + "'");
    keep.insert(symbol);
  }
  if (!exported.empty())
    module->setSourceFileName(exported.front());
  stripOrigin(*module);
  retarget(*module, target, **machine);
  if (Error error = linkRuntime(*module, target, **machine))
    return std::move(error);
  internalizeModule(*module, [&](const GlobalValue &value) {
    return keep.contains(value.getName());
  });
  markAllocations(*module);
  std::string message;
  raw_string_ostream stream(message);
  if (verifyModule(*module, &stream))
    return createStringError("invalid LLVM module: " + message);
  Expected<CompiledUnit> unit = optimizeAndEmit(*module, **machine, options);
  if (!unit)
    return unit;
  if (!diagnostics.text.empty())
    return createStringError("LLVM: " + diagnostics.text);
  if (Error error = checkUndefined(*module))
    return std::move(error);
  return unit;
}

Expected<CompiledUnit> compileUnit(const UnitInput &unit,
                                   const TargetSpec &target,
                                   const UnitOptions &options) {
  LLVMContext context;
  Expected<std::unique_ptr<Module>> module =
      buildUnitModule(context, unit, target, options);
  if (!module)
    return module.takeError();
  Expected<CompiledUnit> result =
      compileModule(std::move(*module), {unit.symbol}, target, options);
  if (!result)
    return createStringError(unit.symbol + ": " + toString(result.takeError()));
  return result;
}

Expected<CompiledUnit> compileCall(const CallInput &call,
                                   const TargetSpec &target,
                                   const UnitOptions &options) {
  LLVMContext context;
  auto module = std::make_unique<Module>(call.symbol, context);
  IRBuilder<> builder(context);
  SmallVector<Type *> types(call.numBuffers + 1, builder.getPtrTy());
  Function *function = Function::Create(
      FunctionType::get(builder.getInt32Ty(), types, false),
      GlobalValue::ExternalLinkage, call.symbol, *module);
  function->setVisibility(GlobalValue::HiddenVisibility);
  builder.SetInsertPoint(BasicBlock::Create(context, "", function));
  SmallVector<Value *> arguments;
  for (Argument &argument : function->args()) {
    if (argument.getArgNo() > 0 && !options.mayAlias)
      argument.addAttr(Attribute::NoAlias);
    arguments.push_back(&argument);
  }
  for (int64_t argument : call.arguments) {
    arguments.push_back(builder.getInt64(argument));
    types.push_back(builder.getInt64Ty());
  }
  FunctionCallee callee = module->getOrInsertFunction(
      call.callee, FunctionType::get(builder.getInt32Ty(), types, false));
  builder.CreateRet(builder.CreateCall(callee, arguments));
  Expected<CompiledUnit> result =
      compileModule(std::move(module), {call.symbol}, target, options);
  if (!result)
    return createStringError(call.symbol + ": " + toString(result.takeError()));
  return result;
}

Expected<std::string> dataLayoutString(const TargetSpec &target) {
  Expected<std::unique_ptr<TargetMachine>> machine =
      createTargetMachine(target, {});
  if (!machine)
    return machine.takeError();
  return (*machine)->createDataLayout().getStringRepresentation();
}

} // namespace adze
