//===- PlanMemory.cpp - Gives every value a place -------------------------===//

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
/// Buffers start at cache lines, so that vectors of any target are aligned.
constexpr int64_t alignment = 64;

/// A value (with its reshapes) that needs bytes from launch `first` to launch `last`.
struct Storage {
  int64_t bytes = 0, first = 0, last = 0, offset = -1;
};

int64_t bytesOf(RankedTensorType type) { return type.getNumElements() * getElementBytes(type.getElementType()); }

/// Offsets by size, largest first, each at the lowest place free during its lifetime. Returns the arena's size.
int64_t placeAll(SmallVectorImpl<Storage> &storages) {
  SmallVector<Storage *> order;
  for (Storage &storage : storages)
    order.push_back(&storage);
  llvm::stable_sort(order, [](Storage *a, Storage *b) { return a->bytes > b->bytes; });
  SmallVector<Storage *> placed; // sorted by offset
  int64_t total = 0;
  for (Storage *storage : order) {
    int64_t offset = 0;
    for (Storage *other : placed) {
      if (other->last < storage->first || storage->last < other->first)
        continue;
      if (offset + storage->bytes <= other->offset)
        break;
      offset = std::max(offset, int64_t(llvm::alignTo(other->offset + other->bytes, alignment)));
    }
    storage->offset = offset;
    total = std::max(total, offset + storage->bytes);
    placed.insert(llvm::upper_bound(placed, storage, [](Storage *a, Storage *b) { return a->offset < b->offset; }), storage);
  }
  return llvm::alignTo(total, alignment);
}

class PlanMemoryPass : public adze::impl::PlanMemoryBase<PlanMemoryPass> {
public:
  void runOnOperation() override {
    for (auto function : llvm::to_vector(getOperation().getOps<func::FuncOp>()))
      if (!function.isExternal() && failed(plan(function)))
        return signalPassFailure();
  }

private:
  LogicalResult plan(func::FuncOp function) {
    Block &block = function.getBody().front();
    SmallVector<KernelOp> kernels;
    DenseMap<Operation *, int64_t> position;
    for (Operation &op : block) {
      if (auto kernel = dyn_cast<KernelOp>(op)) {
        position[&op] = kernels.size();
        kernels.push_back(kernel);
      } else if (!isa<ConstantOp, ReshapeOp, func::ReturnOp>(op)) {
        return op.emitError("stands outside of kernels; run adze-form-kernels first");
      }
      for (Type type : op.getResultTypes())
        if (!cast<RankedTensorType>(type).hasStaticShape())
          return op.emitError("open dimensions are not there yet in compiled code: give them a value with --dim NAME=N");
    }

    // Where each returned value is written: straight into the caller's buffer.
    DenseMap<Value, unsigned> outputOf;
    Operation *ret = block.getTerminator();
    for (OpOperand &operand : ret->getOpOperands())
      if (!outputOf.insert({rootOf(operand.get()), operand.getOperandNumber()}).second || !isa_and_present<KernelOp>(rootOf(operand.get()).getDefiningOp()))
        return ret->emitError("result ") << operand.getOperandNumber() << " is not written by a kernel of its own; run adze-form-kernels first";

    SmallVector<Storage> storages;
    DenseMap<Value, unsigned> storageOf;
    for (KernelOp kernel : kernels)
      for (Value result : kernel.getResults()) {
        if (outputOf.count(result))
          continue;
        Storage storage{bytesOf(cast<RankedTensorType>(result.getType())), position[kernel], lastUse(result, position)};
        storageOf[result] = storages.size();
        storages.push_back(storage);
      }
    int64_t arenaBytes = placeAll(storages);
    rewrite(function, kernels, storages, storageOf, outputOf);
    Builder builder(&getContext());
    function->setAttr("adze.arena_bytes", builder.getI64IntegerAttr(arenaBytes));
    function->setAttr("adze.arena_lower_bound", builder.getI64IntegerAttr(lowerBound(storages, kernels.size())));
    return success();
  }

  static int64_t lowerBound(ArrayRef<Storage> storages, int64_t launches) {
    int64_t largest = 0;
    for (int64_t i = 0; i < launches; ++i) {
      int64_t sum = 0;
      for (const Storage &storage : storages)
        if (storage.first <= i && i <= storage.last)
          sum += storage.bytes;
      largest = std::max(largest, sum);
    }
    return largest;
  }

  static Value rootOf(Value value) {
    while (auto reshape = value.getDefiningOp<ReshapeOp>())
      value = reshape.getX();
    return value;
  }
  static int64_t lastUse(Value value, const DenseMap<Operation *, int64_t> &position) {
    int64_t last = position.lookup(value.getDefiningOp());
    SmallVector<Value> work{value};
    while (!work.empty())
      for (Operation *user : work.pop_back_val().getUsers()) {
        if (auto reshape = dyn_cast<ReshapeOp>(user))
          work.push_back(reshape.getY());
        else if (position.count(user))
          last = std::max(last, position.lookup(user));
      }
    return last;
  }

  /// The kernel with the body and schedule of `kernel`, outlined the first time it is seen.
  StringAttr outline(KernelOp kernel) {
    std::string text;
    llvm::raw_string_ostream stream(text);
    if (kernel.getSchedule())
      stream << *kernel.getSchedule();
    OpPrintingFlags flags;
    flags.useLocalScope().enableDebugInfo(false);
    stream << FunctionType::get(&getContext(), kernel.getInputs().getTypes(), kernel.getResultTypes());
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
    auto def = KernelDefOp::create(builder, kernel.getLoc(), name, kernel.getScheduleAttr());
    IRMapping mapping;
    kernel.getBody().cloneInto(&def.getBody(), mapping);
    ++numKernels;
    return def.getSymNameAttr();
  }

  void rewrite(func::FuncOp function, ArrayRef<KernelOp> kernels, ArrayRef<Storage> storages, const DenseMap<Value, unsigned> &storageOf,
               const DenseMap<Value, unsigned> &outputOf) {
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
    auto bufferOf = [&](Value value) -> Value {
      Value &buffer = buffers[value];
      if (buffer)
        return buffer;
      Value root = rootOf(value);
      Location loc = value.getLoc();
      if (auto constant = root.getDefiningOp<ConstantOp>())
        return buffers[value] = WeightsOp::create(builder, constant.getLoc(), memrefOf(root.getType()), constant.getValue());
      auto output = outputOf.find(root);
      if (output != outputOf.end())
        return buffers[value] = arguments[inputs + output->second];
      auto storage = storageOf.find(root);
      assert(storage != storageOf.end() && "arguments have buffers from the start");
      const Storage &place = storages[storage->second];
      return buffers[value] = ArenaOp::create(builder, loc, memrefOf(root.getType()), place.offset, place.first, place.last);
    };
    // A value seen under the shape that its user expects.
    auto shaped = [&](Value value) -> Value {
      Value root = rootOf(value);
      Value buffer = bufferOf(root);
      MemRefType type = memrefOf(value.getType());
      return buffer.getType() == type ? buffer : Value(ViewOp::create(builder, value.getLoc(), type, buffer, 0));
    };
    for (KernelOp kernel : kernels) {
      builder.setInsertionPoint(kernel);
      SmallVector<Value> ins, outs;
      for (Value input : kernel.getInputs())
        ins.push_back(shaped(input));
      for (Value result : kernel.getResults())
        outs.push_back(shaped(result));
      LaunchOp::create(builder, kernel.getLoc(), FlatSymbolRefAttr::get(outline(kernel)), ins, outs);
      ++numLaunches;
    }
    Operation *ret = block.getTerminator();
    ret->setOperands({});
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
      if (isa<KernelOp, ReshapeOp, ConstantOp>(op))
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
