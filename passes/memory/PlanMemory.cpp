//===- PlanMemory.cpp - Gives every value a place -------------------------===//

#include "adze/Analysis/Arena.h"
#include "adze/Analysis/Buffers.h"
#include "adze/IR/Adze.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Pass/Pass.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"

namespace adze {
#define GEN_PASS_DEF_PLANMEMORY
#include "passes/memory/Passes.h.inc"
} // namespace adze

using namespace mlir;
using namespace adze;

namespace {
int64_t bytesOf(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  return tensor.getNumElements() * getElementBytes(tensor.getElementType());
}

/// Whether a kernel reads this input only at the element that it writes, or, for statistics of a row, before it writes the row: then its output
/// may lie in the input's memory.
bool readsInPlace(KernelOp kernel, unsigned index) {
  Block *body = kernel.getBodyBlock();
  Value input = body->getArgument(index);
  auto type = cast<RankedTensorType>(kernel.getResult(0).getType());
  if (kernel.getNumResults() != 1 || bytesOf(input.getType()) != bytesOf(type))
    return false;
  // Other loops compute some elements at the edges twice.
  std::optional<ScheduleAttr> schedule = kernel.getSchedule();
  if (schedule && schedule->getVariant() != "pointwise" && schedule->getVariant() != "rows")
    return false;
  bool wholeRows = llvm::all_of(body->without_terminator(), [](Operation &op) {
    return isElementwise(&op) || isMovement(&op) || isa<ConstantOp, ReshapeOp, GatherOp, SoftmaxOp, LayerNormOp, RmsNormOp>(op);
  });
  auto isRowwise = [](Operation *op) {
    if (auto softmax = dyn_cast<SoftmaxOp>(op))
      return softmax.getAxes() == ArrayRef<int64_t>{softmax.getY().getType().getRank() - 1};
    return isa<LayerNormOp, RmsNormOp>(op) || isElementwise(op);
  };
  SmallVector<Value> work{input};
  while (wholeRows && !work.empty()) {
    Value value = work.pop_back_val();
    if (cast<RankedTensorType>(value.getType()).getShape() != type.getShape())
      return false;
    for (OpOperand &use : value.getUses()) {
      Operation *user = use.getOwner();
      if (isa<YieldOp>(user))
        continue;
      // A normalization's parameters are read along the row, not at the element.
      if (!isRowwise(user) || (!isElementwise(user) && use.getOperandNumber() != 0))
        return false;
      work.push_back(user->getResult(0));
    }
  }
  return wholeRows;
}

class PlanMemoryPass : public adze::impl::PlanMemoryBase<PlanMemoryPass> {
public:
  void runOnOperation() override {
    for (auto function : llvm::to_vector(getOperation().getOps<func::FuncOp>()))
      if (!function.isExternal() && failed(plan(function)))
        return signalPassFailure();
  }

private:
  /// A buffer of the arena: what it needs, and the storage that it may share with the one that it overwrites.
  struct Place {
    Storage life;
    unsigned storage;
  };

  LogicalResult plan(func::FuncOp function) {
    Block &block = function.getBody().front();
    BufferAnalysis buffers(block);
    SmallVector<KernelOp> kernels;
    for (Operation &op : block) {
      if (auto kernel = dyn_cast<KernelOp>(op))
        kernels.push_back(kernel);
      else if (!isa<ConstantOp, ReshapeOp, func::ReturnOp>(op) && !buffers.standsAlone(&op))
        return op.emitError("stands outside of kernels; run adze-form-kernels first");
      for (Type type : op.getResultTypes())
        if (!cast<RankedTensorType>(type).hasStaticShape())
          return op.emitError("open dimensions are not there yet in compiled code: give them a value with --dim NAME=N");
    }
    if (!buffers.getCopies().empty())
      return buffers.getCopies().front()->getOwner()->emitError("joins values that lie elsewhere; run adze-form-kernels first");

    // Where each returned value is written: straight into the caller's buffer.
    DenseMap<Value, unsigned> outputOf;
    Operation *ret = block.getTerminator();
    for (OpOperand &operand : ret->getOpOperands()) {
      Value buffer = buffers.getBuffer(operand.get());
      Operation *writer = buffer.getDefiningOp();
      if (!outputOf.insert({buffer, operand.getOperandNumber()}).second || !writer || isa<ConstantOp>(writer))
        return ret->emitError("result ") << operand.getOperandNumber() << " is not written by a kernel of its own; run adze-form-kernels first";
    }

    llvm::MapVector<Value, Place> places;
    SmallVector<Storage> storages = allocate(kernels, buffers, outputOf, places);
    DenseSet<Operation *> inPlace = overwrite(kernels, buffers, storages, places);
    int64_t arenaBytes = placeStorages(storages);
    for (auto &[buffer, place] : places)
      place.life.offset = storages[place.storage].offset;
    rewrite(function, kernels, buffers, places, inPlace, outputOf);
    Builder builder(&getContext());
    function->setAttr("adze.arena_bytes", builder.getI64IntegerAttr(arenaBytes));
    function->setAttr("adze.arena_lower_bound", builder.getI64IntegerAttr(getLowerBound(storages)));
    return success();
  }

  /// A storage for each buffer of the arena, live from the first kernel that writes into it to the last one that reads it.
  static SmallVector<Storage> allocate(ArrayRef<KernelOp> kernels, const BufferAnalysis &buffers, const DenseMap<Value, unsigned> &outputOf,
                                       llvm::MapVector<Value, Place> &places) {
    SmallVector<Storage> storages;
    for (int64_t position = 0; position < int64_t(kernels.size()); ++position) {
      KernelOp kernel = kernels[position];
      for (Value input : kernel.getInputs())
        if (auto place = places.find(buffers.getBuffer(input)); place != places.end())
          place->second.life.last = position;
      for (Value result : kernel.getResults()) {
        Value buffer = buffers.getBuffer(result);
        if (outputOf.count(buffer))
          continue;
        auto [place, added] = places.insert({buffer, Place{Storage{bytesOf(buffer.getType()), position, position}, unsigned(places.size())}});
        place->second.life.last = position;
      }
    }
    for (auto &[buffer, place] : places)
      storages.push_back(place.life);
    return storages;
  }

  /// Lets results take the place of an input that is not read afterwards. Returns the kernels that do.
  static DenseSet<Operation *> overwrite(ArrayRef<KernelOp> kernels, const BufferAnalysis &buffers, SmallVectorImpl<Storage> &storages,
                                         llvm::MapVector<Value, Place> &places) {
    DenseSet<Operation *> inPlace;
    auto ownsBuffer = [&](Value value) { return buffers.getBuffer(value) == value; };
    SmallVector<bool> dropped(storages.size(), false);
    for (int64_t position = 0; position < int64_t(kernels.size()); ++position) {
      KernelOp kernel = kernels[position];
      auto result = places.find(kernel.getResult(0));
      if (result == places.end() || !ownsBuffer(kernel.getResult(0)))
        continue;
      for (auto [index, input] : llvm::enumerate(kernel.getInputs())) {
        Value buffer = buffers.getBuffer(input);
        auto place = places.find(buffer);
        auto sharesBuffer = [&](Value other) { return buffers.getBuffer(other) == buffer; };
        if (place == places.end() || place->second.life.last != position || storages[place->second.storage].last != position ||
            bytesOf(buffer.getType()) != bytesOf(input.getType()) || llvm::count_if(kernel.getInputs(), sharesBuffer) != 1 ||
            !buffers.getView(input).isDense(cast<RankedTensorType>(input.getType()).getShape()) || !readsInPlace(kernel, index))
          continue;
        dropped[result->second.storage] = true;
        result->second.storage = place->second.storage;
        storages[place->second.storage].last = result->second.life.last;
        inPlace.insert(kernel);
        break;
      }
    }
    // Number what is left.
    SmallVector<unsigned> number(storages.size());
    SmallVector<Storage> left;
    for (auto [i, storage] : llvm::enumerate(storages)) {
      number[i] = left.size();
      if (!dropped[i])
        left.push_back(storage);
    }
    for (auto &[buffer, place] : places)
      place.storage = number[place.storage];
    storages = std::move(left);
    return inPlace;
  }

  /// The kernel with the body and schedule of `kernel` on buffers of these types, outlined the first time it is seen.
  StringAttr outline(KernelOp kernel, ArrayRef<Type> bufferTypes, bool inPlace) {
    std::string text;
    llvm::raw_string_ostream stream(text);
    if (kernel.getSchedule())
      stream << *kernel.getSchedule();
    OpPrintingFlags flags;
    flags.useLocalScope().enableDebugInfo(false);
    stream << FunctionType::get(&getContext(), kernel.getInputs().getTypes(), kernel.getResultTypes());
    ArrayAttr strided;
    if (!llvm::all_of(bufferTypes, [](Type type) { return cast<MemRefType>(type).getLayout().isIdentity(); }))
      stream << (strided = Builder(&getContext()).getTypeArrayAttr(bufferTypes));
    if (inPlace)
      stream << "in_place";
    AsmState state(kernel, flags);
    for (Operation &op : *kernel.getBodyBlock()) {
      op.print(stream, state);
      stream << "\n";
    }
    std::array<uint8_t, 32> digest = llvm::SHA256::hash(llvm::arrayRefFromStringRef(text));
    std::string name = "k_" + llvm::toHex(ArrayRef(digest).take_front(8), /*LowerCase=*/true);
    if (SymbolTable::lookupSymbolIn(getOperation(), name))
      return StringAttr::get(&getContext(), name);
    OpBuilder builder(&getContext());
    builder.setInsertionPointToEnd(getOperation().getBody());
    auto def = KernelDefOp::create(builder, kernel.getLoc(), name, kernel.getScheduleAttr(), strided, inPlace);
    IRMapping mapping;
    kernel.getBody().cloneInto(&def.getBody(), mapping);
    ++numKernels;
    return def.getSymNameAttr();
  }

  void rewrite(func::FuncOp function, ArrayRef<KernelOp> kernels, const BufferAnalysis &analysis, const llvm::MapVector<Value, Place> &places,
               const DenseSet<Operation *> &inPlace, const DenseMap<Value, unsigned> &outputOf) {
    Block &block = function.getBody().front();
    DenseMap<Value, Value> buffers;
    SmallVector<Type> types;
    auto memrefOf = [](Type type) {
      auto tensor = cast<RankedTensorType>(type);
      return MemRefType::get(tensor.getShape(), tensor.getElementType());
    };
    // The caller's buffers: arguments, then results.
    unsigned inputs = block.getNumArguments();
    SmallVector<Value> arguments;
    for (unsigned i = 0; i < inputs; ++i)
      types.push_back(memrefOf(block.getArgument(i).getType()));
    for (Type type : function.getResultTypes())
      types.push_back(memrefOf(type));
    for (Type type : types)
      arguments.push_back(block.addArgument(type, function.getLoc()));
    for (unsigned i = 0; i < inputs; ++i)
      buffers[block.getArgument(i)] = arguments[i];

    OpBuilder builder(&getContext());
    auto bufferOf = [&](Value root) -> Value {
      Value &buffer = buffers[root];
      if (buffer)
        return buffer;
      if (auto constant = root.getDefiningOp<ConstantOp>())
        return buffer = WeightsOp::create(builder, constant.getLoc(), memrefOf(root.getType()), constant.getValue());
      auto output = outputOf.find(root);
      if (output != outputOf.end())
        return buffer = arguments[inputs + output->second];
      const Storage &life = places.find(root)->second.life;
      return buffer = ArenaOp::create(builder, root.getLoc(), memrefOf(root.getType()), life.offset, life.first, life.last);
    };
    // A value as its user sees it: under another shape, or as a part of its buffer.
    auto viewOf = [&](Value value) -> Value {
      Value buffer = bufferOf(analysis.getBuffer(value));
      StridedView view = analysis.getView(value);
      MemRefType type = view.getType(cast<RankedTensorType>(value.getType()));
      return buffer.getType() == type && view.offset == 0 ? buffer : Value(ViewOp::create(builder, value.getLoc(), type, buffer, view.offset));
    };
    for (KernelOp kernel : kernels) {
      builder.setInsertionPoint(kernel);
      SmallVector<Value> ins, outs;
      for (Value input : kernel.getInputs())
        ins.push_back(viewOf(input));
      for (Value result : kernel.getResults())
        outs.push_back(viewOf(result));
      SmallVector<Type> bufferTypes(ValueRange(ins).getTypes());
      llvm::append_range(bufferTypes, ValueRange(outs).getTypes());
      StringAttr name = outline(kernel, bufferTypes, inPlace.contains(kernel));
      LaunchOp::create(builder, kernel.getLoc(), FlatSymbolRefAttr::get(name), ins, outs);
      ++numLaunches;
    }
    Operation *ret = block.getTerminator();
    ret->setOperands({});
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
      if (!isa<WeightsOp, ArenaOp, ViewOp, LaunchOp, func::ReturnOp>(op))
        op.erase();
    block.eraseArguments(0, inputs);
    SmallVector<Attribute> attributes;
    if (function.getArgAttrsAttr())
      llvm::append_range(attributes, function.getArgAttrsAttr());
    attributes.resize(inputs, DictionaryAttr::get(&getContext()));
    if (function.getResAttrsAttr())
      llvm::append_range(attributes, function.getResAttrsAttr());
    attributes.resize(types.size(), DictionaryAttr::get(&getContext()));
    function.removeResAttrsAttr();
    function.setFunctionType(FunctionType::get(&getContext(), types, {}));
    function.setArgAttrsAttr(ArrayAttr::get(&getContext(), attributes));
    function->setAttr("adze.num_inputs", builder.getI64IntegerAttr(inputs));
  }
};
} // namespace
