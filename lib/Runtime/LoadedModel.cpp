//===- LoadedModel.cpp - An artifact in this process ----------------------===//

#include "adze/Runtime/LoadedModel.h"
#include "adze/Support/ExitCodes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <cstdlib>
#include <dlfcn.h>

using namespace adze;
using namespace llvm;

Expected<LoadedModel> LoadedModel::open(StringRef path) {
  // dlopen searches the system's folders for names without a slash.
  std::string file = path.contains('/') ? path.str() : ("./" + path).str();
  void *handle = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    StringRef reason = dlerror();
    reason.consume_front(file + ": ");
    return createStringError(path + ": cannot be loaded: " + reason);
  }
  LoadedModel model;
  model.handle = std::shared_ptr<void>(handle, dlclose);
  auto getTable = reinterpret_cast<const adze_model *(*)()>(dlsym(handle, ADZE_ARTIFACT_SYMBOL));
  if (!getTable)
    return createStringError(path + ": not made by adze: it does not export " ADZE_ARTIFACT_SYMBOL);
  model.table = getTable();
  if (model.table->abi_version != ADZE_ABI_VERSION)
    return createStringError(path + ": has ABI version " + Twine(model.table->abi_version) + ", this program knows " +
                             Twine(ADZE_ABI_VERSION));
  int32_t missing = model.table->missing_cpu_feature();
  if (missing >= 0)
    return make_error<CommandError>(ExitCode::BadInput,
                                    (path + ": this CPU lacks '" + model.table->cpu_features[missing] +
                                     "', which the artifact was compiled to use (target '" + model.table->target +
                                     "')")
                                        .str(),
                                    "compile with --target=host on this machine");
  return model;
}

Expected<const adze_function *> LoadedModel::getFunction(StringRef name) const {
  ArrayRef<adze_function> functions(table->functions, table->num_functions);
  std::string names;
  for (const adze_function &function : functions) {
    if (name.empty() || name == function.name)
      return &function;
    names += (names.empty() ? "'" : ", '") + std::string(function.name) + "'";
  }
  return createStringError("there is no function '" + name + "' (there is " + names + ")");
}

static ArrayRef<int64_t> getShape(const adze_tensor &tensor) { return {tensor.bounds, tensor.rank}; }

NpyArray CallFrame::makeArray(const adze_tensor &tensor) {
  return NpyArray(static_cast<ElementType>(tensor.type), getShape(tensor));
}

CallFrame::CallFrame(const adze_function &function) : function(&function) {
  for (const adze_tensor &tensor : ArrayRef(function.inputs, function.num_inputs))
    inputs.push_back(makeArray(tensor));
  for (NpyArray &array : inputs)
    inputPointers.push_back(array.data.data());
  for (const adze_tensor &tensor : ArrayRef(function.outputs, function.num_outputs))
    outputs.push_back(makeArray(tensor));
  for (NpyArray &array : outputs)
    outputPointers.push_back(array.data.data());
  // aligned_alloc wants a multiple of the alignment.
  size_t align = std::max<uint64_t>(function.arena_align, sizeof(void *));
  size_t bytes = alignTo(std::max<uint64_t>(function.arena_bytes, 1), align);
  arena = std::shared_ptr<void>(std::aligned_alloc(align, bytes), std::free);
}

Error CallFrame::setInputs(std::vector<NpyArray> arrays) {
  if (arrays.size() != inputs.size())
    return createStringError(Twine(arrays.size()) + " inputs given, the model takes " + Twine(inputs.size()));
  for (auto [index, array] : llvm::enumerate(arrays)) {
    const adze_tensor &tensor = function->inputs[index];
    ElementType type = static_cast<ElementType>(tensor.type);
    std::string what = ("input '" + Twine(tensor.name) + "'").str();
    // numpy has no bfloat16: its bits are read as they are.
    if (type == ElementType::BF16 && array.type == ElementType::U16)
      array.type = type;
    if (array.type != type)
      return createStringError(what + ": the model takes " + getName(type) + ", found " + getName(array.type));
    if (ArrayRef<int64_t>(array.shape) != getShape(tensor))
      return createStringError(what + ": the model takes shape " + formatShape(getShape(tensor)) + ", found " +
                               formatShape(array.shape));
  }
  inputs = std::move(arrays);
  inputPointers.clear();
  for (NpyArray &array : inputs)
    inputPointers.push_back(array.data.data());
  return Error::success();
}

static StringRef describe(int code) {
  switch (code) {
  case ADZE_ERROR_NULL:
    return "a pointer is null";
  case ADZE_ERROR_ALIGNMENT:
    return "a pointer is not aligned";
  case ADZE_ERROR_CPU:
    return "this CPU lacks a feature that the artifact needs";
  case ADZE_ERROR_EXTENT:
    return "an extent is out of its bounds";
  case ADZE_ERROR_CALL:
    return "the artifact does not take such a call";
  case ADZE_ERROR_ARENA:
    return "the arena is too small";
  case ADZE_ERROR_KERNEL:
    return "a kernel failed";
  default:
    return "unknown error code";
  }
}

Error CallFrame::run() {
  if (!arena)
    return createStringError(std::make_error_code(std::errc::not_enough_memory),
                             "not enough memory for the arena (" + Twine(function->arena_bytes) + " bytes)");
  if (int code = runOnce())
    return createStringError("the call returned " + Twine(code) + ": " + describe(code));
  return Error::success();
}
