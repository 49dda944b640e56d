//===- Glue.cpp - The calls between kernels -------------------------------===//

#include "adze/Codegen/Glue/Glue.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Builders.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"

using namespace mlir;
using namespace adze;

WeightsLayout adze::layoutWeights(ModuleOp module) {
  constexpr int64_t alignment = 64;
  WeightsLayout layout;
  module.walk([&](WeightsOp op) {
    auto [entry, added] = layout.offsets.insert({op.getValue(), layout.size});
    if (!added)
      return;
    layout.pieces.push_back({op.getValue(), layout.size});
    auto type = cast<ShapedType>(op.getValue().getType());
    layout.size = llvm::alignTo(layout.size + type.getNumElements() * getElementBytes(type.getElementType()), alignment);
  });
  return layout;
}

namespace {
class Lowering {
public:
  Lowering(ModuleOp module, const WeightsLayout &weights, const GlueOptions &options)
      : source(module), weights(weights), options(options), builder(module.getContext()) {
    pointer = LLVM::LLVMPointerType::get(builder.getContext());
    i32 = builder.getI32Type();
    i64 = builder.getI64Type();
  }

  OwningOpRef<ModuleOp> run() {
    OwningOpRef<ModuleOp> glue = ModuleOp::create(source.getLoc());
    (*glue)->setAttr(LLVM::LLVMDialect::getTargetTripleAttrName(), builder.getStringAttr(options.triple));
    (*glue)->setAttr(LLVM::LLVMDialect::getDataLayoutAttrName(), builder.getStringAttr(options.dataLayout));
    builder.setInsertionPointToStart(glue->getBody());
    for (auto kernel : source.getOps<KernelDefOp>())
      declareKernel(kernel);
    if (weights.size > 0) {
      auto bytes = LLVM::LLVMArrayType::get(builder.getI8Type(), weights.size);
      auto global = LLVM::GlobalOp::create(builder, source.getLoc(), bytes, /*isConstant=*/true, LLVM::Linkage::External,
                                           options.weightsSymbol, Attribute(), /*alignment=*/64);
      global.setVisibility_(LLVM::Visibility::Hidden);
    }
    for (auto function : source.getOps<func::FuncOp>())
      if (!function.isExternal())
        lower(function);
    return glue;
  }

private:
  void declareKernel(KernelDefOp kernel) {
    SmallVector<Type> types{pointer};
    Block *body = kernel.getBodyBlock();
    types.append(body->getNumArguments() + body->getTerminator()->getNumOperands(), pointer);
    auto function = LLVM::LLVMFuncOp::create(builder, kernel.getLoc(), options.kernelPrefix + kernel.getSymName().str(),
                                             LLVM::LLVMFunctionType::get(i32, types));
    function.setVisibility_(LLVM::Visibility::Hidden);
  }

  Value integer(Location loc, Type type, int64_t value) {
    return LLVM::ConstantOp::create(builder, loc, type, builder.getIntegerAttr(type, value));
  }
  Value advance(Location loc, Value base, int64_t bytes) {
    if (bytes == 0)
      return base;
    // A value: constant indices of MLIR's operation have 29 bits.
    return LLVM::GEPOp::create(builder, loc, pointer, builder.getI8Type(), base, ArrayRef<LLVM::GEPArg>{integer(loc, sizeType(), bytes)});
  }

  void lower(func::FuncOp function) {
    Location loc = function.getLoc();
    auto type = LLVM::LLVMFunctionType::get(i32, {pointer, pointer, pointer});
    OpBuilder::InsertionGuard guard(builder);
    auto entry = LLVM::LLVMFuncOp::create(builder, loc, options.entries.lookup(function.getName()), type);
    Block *block = entry.addEntryBlock(builder);
    builder.setInsertionPointToStart(block);
    Value arena = block->getArgument(2);
    int64_t arenaBytes = function->getAttrOfType<IntegerAttr>("adze.arena_bytes").getInt();

    DenseMap<Value, Value> pointers;
    unsigned inputs = function->getAttrOfType<IntegerAttr>("adze.num_inputs").getInt();
    for (BlockArgument argument : function.getArguments()) {
      bool input = argument.getArgNumber() < inputs;
      int32_t index = argument.getArgNumber() - (input ? 0 : inputs);
      Value slot = LLVM::GEPOp::create(builder, loc, pointer, pointer, block->getArgument(input ? 0 : 1), ArrayRef<LLVM::GEPArg>{index});
      pointers[argument] = LLVM::LoadOp::create(builder, loc, pointer, slot);
    }
    Value context = makeContext(loc, advance(loc, arena, llvm::alignTo(arenaBytes, 128)));
    Value status = integer(loc, i32, 0);
    // For profiles: the last output takes the processor's counter before, between and behind the launches.
    Value counts = function->hasAttr("adze.counts_launches") ? pointers.lookup(function.getArguments().back()) : Value();
    int64_t launches = 0;
    for (Operation &op : function.getBody().front().without_terminator()) {
      if (auto place = dyn_cast<ArenaOp>(op)) {
        pointers[place.getBuffer()] = advance(place.getLoc(), arena, place.getOffset());
      } else if (auto constant = dyn_cast<WeightsOp>(op)) {
        // Constants without elements have no section, and nobody reads them.
        Value base = weights.size == 0 ? Value(LLVM::ZeroOp::create(builder, loc, pointer))
                                       : Value(LLVM::AddressOfOp::create(builder, loc, pointer, options.weightsSymbol));
        pointers[constant.getBuffer()] = advance(constant.getLoc(), base, weights.offsets.lookup(constant.getValue()));
      } else if (auto view = dyn_cast<ViewOp>(op)) {
        int64_t size = getElementBytes(cast<MemRefType>(view.getSource().getType()).getElementType());
        pointers[view.getBuffer()] = advance(view.getLoc(), pointers.lookup(view.getSource()), view.getOffset() * size);
      } else if (auto launch = dyn_cast<LaunchOp>(op)) {
        if (counts)
          count(launch.getLoc(), counts, launches++);
        SmallVector<Value> arguments{context};
        for (Value buffer : launch->getOperands())
          arguments.push_back(pointers.lookup(buffer));
        auto call = LLVM::CallOp::create(builder, launch.getLoc(), TypeRange{i32}, options.kernelPrefix + launch.getKernel().str(), arguments);
        status = LLVM::OrOp::create(builder, launch.getLoc(), status, call.getResult());
      }
    }
    if (counts)
      count(loc, counts, launches);
    LLVM::ReturnOp::create(builder, loc, status);
  }

  /// `counts[index] = counter`: cycles on x86; elsewhere user programs may only read the timer.
  void count(Location loc, Value counts, int64_t index) {
    StringRef intrinsic = llvm::Triple(options.triple).isX86() ? "llvm.readcyclecounter" : "llvm.readsteadycounter";
    Value now = LLVM::CallIntrinsicOp::create(builder, loc, i64, builder.getStringAttr(intrinsic), ValueRange()).getResults();
    LLVM::StoreOp::create(builder, loc, now, advance(loc, counts, index * 8));
  }

  /// `struct adze_context` on the stack (targets/generic/runtime/adze_context.h).
  Value makeContext(Location loc, Value scratch) {
    auto type = LLVM::LLVMStructType::getLiteral(builder.getContext(), {pointer, sizeType(), pointer, pointer});
    Value context = LLVM::AllocaOp::create(builder, loc, pointer, type, integer(loc, i32, 1));
    Value null = LLVM::ZeroOp::create(builder, loc, pointer);
    Value fields[] = {scratch, integer(loc, sizeType(), 0), null, null};
    for (auto [i, field] : llvm::enumerate(fields)) {
      Value slot = LLVM::GEPOp::create(builder, loc, pointer, type, context, ArrayRef<LLVM::GEPArg>{0, int32_t(i)});
      LLVM::StoreOp::create(builder, loc, field, slot);
    }
    return context;
  }
  Type sizeType() { return llvm::Triple(options.triple).isArch64Bit() ? i64 : i32; }

  ModuleOp source;
  const WeightsLayout &weights;
  const GlueOptions &options;
  OpBuilder builder;
  Type pointer, i32, i64;
};
} // namespace

OwningOpRef<ModuleOp> adze::lowerGlue(ModuleOp module, const WeightsLayout &weights, const GlueOptions &options) {
  module.getContext()->loadDialect<LLVM::LLVMDialect>();
  return Lowering(module, weights, options).run();
}

llvm::Expected<std::unique_ptr<llvm::Module>> adze::translateGlue(ModuleOp glue, llvm::LLVMContext &context) {
  registerBuiltinDialectTranslation(*glue.getContext());
  registerLLVMDialectTranslation(*glue.getContext());
  std::unique_ptr<llvm::Module> module = translateModuleToLLVMIR(glue, context, "adze_glue");
  if (!module)
    return llvm::createStringError("the glue does not translate to LLVM IR");
  return module;
}
