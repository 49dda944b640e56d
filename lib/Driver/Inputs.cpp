//===- Inputs.cpp - Values to call a model with ---------------------------===//

#include "Inputs.h"
#include "adze/Support/ExitCodes.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <cstring>
#include <random>

using namespace adze;
using namespace llvm;

//===----------------------------------------------------------------------===//
// Made-up values
//===----------------------------------------------------------------------===//

static uint16_t toBits(float value, const fltSemantics &semantics) {
  APFloat number(value);
  bool losesInfo;
  number.convert(semantics, APFloat::rmNearestTiesToEven, &losesInfo);
  return static_cast<uint16_t>(number.bitcastToAPInt().getZExtValue());
}

/// Writes element `i` of an array of T.
template <typename T>
static void put(NpyArray &array, size_t i, T value) {
  std::memcpy(array.data.data() + i * sizeof(T), &value, sizeof(T));
}

static void putInteger(NpyArray &array, size_t i, int64_t value) {
  switch (getBytes(array.type)) {
  case 1:
    return put(array, i, static_cast<int8_t>(value));
  case 2:
    return put(array, i, static_cast<int16_t>(value));
  case 4:
    return put(array, i, static_cast<int32_t>(value));
  default:
    return put(array, i, value);
  }
}

NpyArray adze::makeInput(const Port &port, uint32_t seed) {
  NpyArray array(port.type, port.shape);
  // The generator and its use are those of other tools that make up inputs: results can be compared.
  std::mt19937 random(seed);
  auto real = [&] { return static_cast<float>(static_cast<int>(random() >> 24) - 128) / 128.0f; };
  auto integer = [&](int64_t low, int64_t high) {
    return low + static_cast<int64_t>(random() % static_cast<uint64_t>(high - low + 1));
  };
  StringRef name = port.name;
  for (size_t i = 0, e = static_cast<size_t>(array.getNumElements()); i < e; ++i) {
    switch (port.type) {
    case ElementType::F32:
      put(array, i, real());
      break;
    case ElementType::F64:
      put(array, i, static_cast<double>(real()));
      break;
    case ElementType::F16:
      put(array, i, toBits(real(), APFloat::IEEEhalf()));
      break;
    case ElementType::BF16:
      put(array, i, toBits(real(), APFloat::BFloat()));
      break;
    case ElementType::C64:
      put(array, 2 * i, real());
      put(array, 2 * i + 1, real());
      break;
    case ElementType::C128:
      put(array, 2 * i, static_cast<double>(real()));
      put(array, 2 * i + 1, static_cast<double>(real()));
      break;
    default: {
      int64_t value = port.type == ElementType::U8   ? integer(0, 255)
                      : port.type == ElementType::I8 ? integer(-128, 127)
                                                     : integer(0, 1);
      if (name.contains("mask"))
        value = 1;
      if (name.contains("position"))
        value = port.shape.empty() ? 0 : static_cast<int64_t>(i) % port.shape.back();
      putInteger(array, i, value);
    }
    }
  }
  return array;
}

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

Expected<size_t> adze::findPort(const NamedFile &file, ArrayRef<std::string> names, StringRef kind, size_t &next) {
  if (file.name.empty()) {
    if (next >= names.size())
      return createStringError("'" + file.path + "': more files than the model has " + kind + "s (" +
                               Twine(names.size()) + ")");
    return next++;
  }
  const auto *found = llvm::find(names, file.name);
  if (found == names.end())
    return createStringError("the model has no " + kind + " '" + file.name + "'; it has " +
                             (names.empty() ? "none" : "'" + llvm::join(names, "', '") + "'"));
  return found - names.begin();
}

/// Elements as they lie in memory, without a header.
static Expected<NpyArray> readRaw(StringRef path, const Port *port) {
  if (!port)
    return createStringError(path + ": raw files need an artifact or an input of closed shape");
  auto buffer = MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return createStringError(buffer.getError(), path + ": " + buffer.getError().message());
  NpyArray array(port->type, port->shape);
  if ((*buffer)->getBufferSize() != array.data.size())
    return createStringError(path + ": " + Twine(array.data.size()) + " bytes expected for " + getName(port->type) +
                             " " + formatShape(port->shape) + ", found " + Twine((*buffer)->getBufferSize()));
  std::copy((*buffer)->getBufferStart(), (*buffer)->getBufferEnd(), array.data.begin());
  return array;
}

static Expected<NpyArray> readInputFile(StringRef path, const Port *port) {
  StringRef suffix = sys::path::extension(path);
  if (suffix == ".bin")
    return readRaw(path, port);
  if (suffix == ".pb" || suffix == ".png" || suffix == ".jpg" || suffix == ".jpeg" || suffix == ".wav")
    return createStringError(path + ": files of kind '" + suffix + "' are not supported yet (.npy and .bin are)");
  return readNpy(path);
}

Expected<GivenInputs> adze::readInputFiles(ArrayRef<NamedFile> files, ArrayRef<std::string> names,
                                           const std::vector<Port> *ports) {
  GivenInputs given;
  given.arrays.resize(names.size());
  size_t next = 0;
  for (const NamedFile &file : files) {
    Expected<size_t> position = findPort(file, names, "input", next);
    if (!position)
      return position.takeError();
    Expected<NpyArray> array = readInputFile(file.path, ports ? &(*ports)[*position] : nullptr);
    if (!array)
      return array.takeError();
    given.arrays[*position] = std::move(*array);
  }
  return given;
}

Expected<std::vector<NpyArray>> adze::completeInputs(GivenInputs given, ArrayRef<Port> ports,
                                                     std::optional<uint32_t> seed) {
  std::vector<NpyArray> inputs;
  std::string missing;
  for (auto [index, port] : llvm::enumerate(ports)) {
    if (given.arrays[index])
      inputs.push_back(std::move(*given.arrays[index]));
    else if (seed)
      inputs.push_back(makeInput(port, *seed * 7919 + static_cast<uint32_t>(index)));
    else
      missing += (missing.empty() ? "'" : ", '") + port.name + "' (" + getName(port.type).str() + " " +
                 formatShape(port.shape) + ")";
  }
  if (!missing.empty())
    return make_error<CommandError>(ExitCode::BadInput, "no value for input " + missing,
                                    "give a file with --input [NAME=]FILE.npy, or --random");
  return inputs;
}
