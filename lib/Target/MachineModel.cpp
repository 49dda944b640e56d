//===- MachineModel.cpp - Reads the embedded machine models ---------------===//

#include "adze/Target/MachineModel.h"
#include "adze/Target/EmbeddedFile.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace adze {

extern const EmbeddedFile machineModelFiles[];
extern const size_t machineModelFilesCount;

namespace {

/// Takes fields out of one JSON object and remembers the first that is wrong.
class FieldReader {
public:
  FieldReader(StringRef file, const json::Object &object)
      : file(file), object(object) {}

  const json::Value *get(StringRef key) {
    seen.insert(key);
    const json::Value *value = object.get(key);
    if (!value)
      fail(key, "is missing");
    return value;
  }

  template <typename T> void integer(StringRef key, T &out) {
    if (const json::Value *value = get(key)) {
      std::optional<int64_t> number = value->getAsInteger();
      if (!number || *number < 0 ||
          static_cast<uint64_t>(*number) > std::numeric_limits<T>::max())
        return fail(key, "is not a non-negative integer");
      out = static_cast<T>(*number);
    }
  }

  void number(StringRef key, double &out) {
    if (const json::Value *value = get(key)) {
      std::optional<double> number = value->getAsNumber();
      if (!number || *number <= 0)
        return fail(key, "is not a positive number");
      out = *number;
    }
  }

  void boolean(StringRef key, bool &out) {
    if (const json::Value *value = get(key)) {
      std::optional<bool> flag = value->getAsBoolean();
      if (!flag)
        return fail(key, "is not true or false");
      out = *flag;
    }
  }

  void strings(StringRef key, std::vector<std::string> &out) {
    const json::Value *value = get(key);
    if (!value)
      return;
    const json::Array *array = value->getAsArray();
    if (!array)
      return fail(key, "is not a list of strings");
    for (const json::Value &element : *array) {
      std::optional<StringRef> text = element.getAsString();
      if (!text)
        return fail(key, "is not a list of strings");
      out.push_back(text->str());
    }
  }

  Error finish() {
    for (const auto &field : object)
      if (!seen.contains(StringRef(field.first)))
        fail(StringRef(field.first), "is unknown");
    if (message.empty())
      return Error::success();
    return createStringError(message);
  }

private:
  void fail(StringRef key, StringRef what) {
    if (message.empty())
      message =
          ("machine model " + file + ": field '" + key + "' " + what).str();
  }

  StringRef file;
  const json::Object &object;
  StringSet<> seen;
  std::string message;
};

} // namespace

Expected<MachineModel> parseMachineModel(StringRef name, StringRef text) {
  Expected<json::Value> value = json::parse(text);
  if (!value)
    return createStringError("machine model " + name + ": " +
                             toString(value.takeError()));
  const json::Object *object = value->getAsObject();
  if (!object)
    return createStringError("machine model " + name + ": not a JSON object");
  MachineModel model;
  model.name = name.str();
  FieldReader reader(name, *object);
  reader.strings("cpus", model.cpus);
  reader.integer("vectorBits", model.vectorBits);
  reader.integer("vectorRegisters", model.vectorRegisters);
  reader.integer("fmaPorts", model.fmaPorts);
  reader.integer("fmaLatency", model.fmaLatency);
  reader.boolean("hasFma", model.hasFma);
  reader.integer("loadPorts", model.loadPorts);
  reader.integer("storePorts", model.storePorts);
  reader.integer("loadUseLatency", model.loadUseLatency);
  reader.integer("int8MacsPerCycle", model.int8MacsPerCycle);
  reader.integer("l1Bytes", model.l1Bytes);
  reader.integer("l2Bytes", model.l2Bytes);
  reader.integer("l3Bytes", model.l3Bytes);
  reader.number("l1BytesPerCycle", model.l1BytesPerCycle);
  reader.number("l2BytesPerCycle", model.l2BytesPerCycle);
  reader.number("l3BytesPerCycle", model.l3BytesPerCycle);
  reader.number("memoryBytesPerCycle", model.memoryBytesPerCycle);
  reader.number("clockGHz", model.clockGHz);
  if (Error error = reader.finish())
    return std::move(error);
  return model;
}

ArrayRef<MachineModel> machineModels() {
  static const std::vector<MachineModel> models = [] {
    std::vector<MachineModel> result;
    for (const EmbeddedFile &file :
         ArrayRef(machineModelFiles, machineModelFilesCount))
      // A file that does not parse is a defect of the build; the unit test
      // reads every one.
      result.push_back(cantFail(
          parseMachineModel(sys::path::stem(file.name), file.bytes())));
    return result;
  }();
  return models;
}

} // namespace adze
