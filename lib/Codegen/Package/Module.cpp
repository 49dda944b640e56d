//===- Module.cpp - Public functions and metadata of an artifact ----------===//

#include "adze/Codegen/Package/Artifact.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"

using namespace adze;
using namespace llvm;

namespace {

/// Builds the package module. Struct types follow adze.h.
class PackageBuilder {
public:
  PackageBuilder(LLVMContext &context, const ArtifactInfo &info, const PackageOptions &options)
      : info(info), options(options), name(toCIdentifier(info.name)),
        module(std::make_unique<Module>("adze_package", context)), b(context) {
    module->setTargetTriple(Triple(options.triple));
    module->setDataLayout(options.dataLayout);
    pointer = b.getPtrTy();
    size = module->getDataLayout().getIntPtrType(context);
    i32 = b.getInt32Ty();
    i64 = b.getInt64Ty();
    callType = StructType::get(context, {size, pointer, pointer, pointer, pointer, size, pointer, pointer, pointer});
    tensorType = StructType::get(context, {pointer, i32, i32, pointer, pointer, i64});
    functionType = StructType::get(context, {pointer, i32, i32, pointer, pointer, i64, i64, pointer, pointer});
    modelType = StructType::get(
        context, {i32, i32, pointer, pointer, pointer, pointer, pointer, i32, pointer, pointer});
  }

  std::unique_ptr<Module> build() {
    Function *missing = buildMissingFeature();
    if (options.shared && !info.requiredFeatures.empty())
      buildLoadCheck(missing);
    std::vector<Constant *> functions;
    for (const FunctionInfo &function : info.functions) {
      Function *run = buildRun(function);
      functions.push_back(buildFunctionEntry(function, run, buildCall(function, run)));
    }
    std::vector<Constant *> features;
    for (const RequiredFeature &feature : info.requiredFeatures)
      features.push_back(text(feature.name));
    Constant *model = ConstantStruct::get(
        modelType,
        {b.getInt32(ADZE_ABI_VERSION), b.getInt32(functions.size()), array(functionType, functions), text(info.name),
         text(info.producer), text(info.target), text(info.sourceHash), b.getInt32(features.size()),
         array(pointer, features), missing});
    buildModelFunctions(constant(model));
    addInfoSection();
    return std::move(module);
  }

private:
  //===--- constants ------------------------------------------------------===//

  Constant *constant(Constant *value) {
    auto *global = new GlobalVariable(*module, value->getType(), /*isConstant=*/true, GlobalValue::PrivateLinkage,
                                      value, "adze_table");
    global->setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
    return global;
  }
  Constant *text(StringRef string) {
    return constant(ConstantDataArray::getString(module->getContext(), string));
  }
  Constant *array(Type *element, ArrayRef<Constant *> values) {
    if (values.empty())
      return ConstantPointerNull::get(pointer);
    return constant(ConstantArray::get(ArrayType::get(element, values.size()), values));
  }
  Constant *tensorTable(ArrayRef<TensorInfo> tensors) {
    std::vector<Constant *> entries;
    for (const TensorInfo &tensor : tensors) {
      std::vector<Constant *> extents;
      for (int64_t extent : tensor.shape)
        extents.push_back(b.getInt64(extent));
      Constant *shape = array(i64, extents);
      entries.push_back(ConstantStruct::get(
          tensorType, {text(tensor.name), b.getInt32(static_cast<uint32_t>(tensor.type)),
                       b.getInt32(tensor.shape.size()), shape, shape, b.getInt64(tensor.getNumBytes())}));
    }
    return array(tensorType, entries);
  }
  Constant *buildFunctionEntry(const FunctionInfo &function, Function *run, Function *call) {
    return ConstantStruct::get(
        functionType, {text(function.name), b.getInt32(function.inputs.size()), b.getInt32(function.outputs.size()),
                       tensorTable(function.inputs), tensorTable(function.outputs), b.getInt64(function.arenaBytes),
                       b.getInt64(function.arenaAlign), run, call});
  }

  //===--- functions ------------------------------------------------------===//

  Function *addFunction(const Twine &symbol, Type *result, ArrayRef<Type *> parameters,
                        GlobalValue::LinkageTypes linkage) {
    auto *function = Function::Create(FunctionType::get(result, parameters, false), linkage, symbol, *module);
    function->addFnAttr(Attribute::NoUnwind);
    return function;
  }
  Function *beginFunction(const Twine &symbol, Type *result, ArrayRef<Type *> parameters,
                          GlobalValue::LinkageTypes linkage = GlobalValue::ExternalLinkage) {
    Function *function = addFunction(symbol, result, parameters, linkage);
    b.SetInsertPoint(BasicBlock::Create(module->getContext(), "entry", function));
    return function;
  }
  /// Runs on CPUs for which the rest was not compiled.
  void useBaselineCpu(Function *function) {
    if (!options.baselineCpu.empty()) {
      function->addFnAttr("target-cpu", options.baselineCpu);
      function->addFnAttr("target-features", "");
    }
    function->addFnAttr(Attribute::NoInline);
  }
  /// Leaves the function with an error code where `condition` holds.
  void returnIf(Value *condition, int code) {
    Function *function = b.GetInsertBlock()->getParent();
    auto *leave = BasicBlock::Create(module->getContext(), "error", function);
    auto *next = BasicBlock::Create(module->getContext(), "checked", function);
    b.CreateCondBr(condition, leave, next);
    b.SetInsertPoint(leave);
    b.CreateRet(b.getInt32(code));
    b.SetInsertPoint(next);
  }

  Function *buildMissingFeature() {
    Function *function = beginFunction(name + "_missing_cpu_feature", i32, {}, GlobalValue::InternalLinkage);
    useBaselineCpu(function);
    if (info.requiredFeatures.empty()) {
      b.CreateRet(b.getInt32(-1));
      return function;
    }
    std::vector<Constant *> needs;
    for (const RequiredFeature &feature : info.requiredFeatures)
      needs.push_back(b.getInt16(static_cast<uint16_t>(feature.word << 8 | feature.bit)));
    Function *check = addFunction("adze_missing_cpu_feature", i32, {pointer, i32}, GlobalValue::ExternalLinkage);
    b.CreateRet(b.CreateCall(check, {array(b.getInt16Ty(), needs), b.getInt32(needs.size())}));
    return function;
  }

  /// The only variable of an artifact: written by the loader's thread before anyone can call, never afterwards.
  void buildLoadCheck(Function *missing) {
    missingAtLoad = new GlobalVariable(*module, i32, /*isConstant=*/false, GlobalValue::InternalLinkage,
                                       b.getInt32(0), "adze_missing_at_load");
    Function *function = beginFunction("adze_check_cpu", b.getVoidTy(), {}, GlobalValue::InternalLinkage);
    useBaselineCpu(function);
    b.CreateStore(b.CreateCall(missing), missingAtLoad);
    b.CreateRetVoid();
    appendToGlobalCtors(*module, function, 65535);
  }

  /// Collects, without branches, whether a pointer of the list is null and the low bits that must be zero.
  void checkPointers(Value *list, ArrayRef<TensorInfo> tensors, Value *&anyNull, Value *&lowBits) {
    for (auto [index, tensor] : llvm::enumerate(tensors)) {
      if (tensor.getNumElements() == 0)
        continue;
      Value *address = b.CreateLoad(pointer, b.CreateConstInBoundsGEP1_32(pointer, list, index));
      anyNull = b.CreateOr(anyNull, b.CreateIsNull(address));
      uint64_t mask = getInfo(tensor.type).scalarBytes - 1;
      if (mask)
        lowBits = b.CreateOr(
            lowBits, b.CreateAnd(b.CreatePtrToInt(address, size), ConstantInt::get(size, mask)));
    }
  }

  Function *buildRun(const FunctionInfo &function) {
    Function *run = beginFunction(getFunctionPrefix(info, function) + "_run", i32, {pointer, pointer, pointer});
    Value *inputs = run->getArg(0), *outputs = run->getArg(1), *arena = run->getArg(2);
    if (missingAtLoad)
      returnIf(b.CreateICmpSGE(b.CreateLoad(i32, missingAtLoad), b.getInt32(0)), ADZE_ERROR_CPU);
    Value *noList = b.getFalse();
    if (!function.inputs.empty())
      noList = b.CreateOr(noList, b.CreateIsNull(inputs));
    if (!function.outputs.empty())
      noList = b.CreateOr(noList, b.CreateIsNull(outputs));
    returnIf(noList, ADZE_ERROR_NULL);
    Value *anyNull = b.getFalse(), *lowBits = ConstantInt::get(size, 0);
    checkPointers(inputs, function.inputs, anyNull, lowBits);
    checkPointers(outputs, function.outputs, anyNull, lowBits);
    if (function.arenaBytes) {
      anyNull = b.CreateOr(anyNull, b.CreateIsNull(arena));
      lowBits = b.CreateOr(lowBits, b.CreateAnd(b.CreatePtrToInt(arena, size),
                                                ConstantInt::get(size, function.arenaAlign - 1)));
    }
    returnIf(anyNull, ADZE_ERROR_NULL);
    returnIf(b.CreateIsNotNull(lowBits), ADZE_ERROR_ALIGNMENT);
    Function *entry = addFunction(getEntryName(info, function), i32, {pointer, pointer, pointer},
                                  GlobalValue::ExternalLinkage);
    entry->setVisibility(GlobalValue::HiddenVisibility);
    Value *result = b.CreateCall(entry, {inputs, outputs, arena});
    b.CreateRet(b.CreateSelect(b.CreateIsNull(result), b.getInt32(ADZE_OK), b.getInt32(ADZE_ERROR_KERNEL)));
    return run;
  }

  Value *loadField(Value *call, unsigned field) {
    return b.CreateLoad(callType->getElementType(field), b.CreateStructGEP(callType, call, field));
  }

  Function *buildCall(const FunctionInfo &function, Function *run) {
    enum { Size, Inputs, Outputs, Dims, Arena, ArenaBytes, Weights };
    Function *function_ = beginFunction(getFunctionPrefix(info, function) + "_call", i32, {pointer});
    Value *call = function_->getArg(0);
    returnIf(b.CreateIsNull(call), ADZE_ERROR_NULL);
    uint64_t known = module->getDataLayout().getTypeAllocSize(callType);
    returnIf(b.CreateICmpULT(loadField(call, Size), ConstantInt::get(size, known)), ADZE_ERROR_CALL);
    returnIf(b.CreateIsNotNull(loadField(call, Weights)), ADZE_ERROR_CALL);
    returnIf(b.CreateICmpULT(loadField(call, ArenaBytes), ConstantInt::get(size, function.arenaBytes)),
             ADZE_ERROR_ARENA);
    b.CreateRet(b.CreateCall(run, {loadField(call, Inputs), loadField(call, Outputs), loadField(call, Arena)}));
    return function_;
  }

  void buildModelFunctions(Constant *table) {
    beginFunction(name + "_model", pointer, {});
    b.CreateRet(table);
    if (options.shared) {
      beginFunction(ADZE_ARTIFACT_SYMBOL, pointer, {});
      b.CreateRet(table);
    }
  }

  /// The section takes no memory at run time, which IR cannot say of a variable: hence assembly.
  void addInfoSection() {
    std::string assembly = (".section " + infoSection + ",\"\"\n").str(), line;
    // Adjacent artifacts in one file stay apart: each text ends with a zero byte.
    std::string json = emitInfoText(info) + '\0';
    for (size_t at = 0; at < json.size(); at += 100) {
      raw_string_ostream os(assembly);
      os << ".ascii \"";
      for (char c : StringRef(json).substr(at, 100)) {
        if (isPrint(c) && c != '"' && c != '\\')
          os << c;
        else
          os << '\\' << hexdigit(static_cast<unsigned char>(c) >> 6 & 3)
             << hexdigit(static_cast<unsigned char>(c) >> 3 & 7) << hexdigit(static_cast<unsigned char>(c) & 7);
      }
      os << "\"\n";
    }
    module->appendModuleInlineAsm(assembly + ".text\n");
  }

  const ArtifactInfo &info;
  const PackageOptions &options;
  std::string name;
  std::unique_ptr<Module> module;
  IRBuilder<> b;
  PointerType *pointer;
  IntegerType *size, *i32, *i64;
  StructType *callType, *tensorType, *functionType, *modelType;
  GlobalVariable *missingAtLoad = nullptr;
};

} // namespace

Expected<std::unique_ptr<Module>> adze::emitPackage(LLVMContext &context, const ArtifactInfo &info,
                                                    const PackageOptions &options) {
  for (const FunctionInfo &function : info.functions)
    for (const std::vector<TensorInfo> *tensors : {&function.inputs, &function.outputs})
      for (const TensorInfo &tensor : *tensors)
        if (tensor.isOpen())
          return createStringError("function '" + function.name + "': '" + tensor.name +
                                   "' has an open dimension, which artifacts cannot have yet");
  return PackageBuilder(context, info, options).build();
}
