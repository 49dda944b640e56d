//===- MachineModel.h - What a core can do in a cycle ---------------------===//
//
// The figures that the cost model and the schedule providers share. They are
// data: `targets/<isa>/models/<name>.json`, embedded at build time. Figures are
// per core; where vendors or measurements disagree, the sustained value stands.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_TARGET_MACHINEMODEL_H
#define ADZE_TARGET_MACHINEMODEL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <string>
#include <vector>

namespace adze {

struct MachineModel {
  /// File name without suffix, e.g. "znver4".
  std::string name;
  /// LLVM CPU names that this model describes.
  std::vector<std::string> cpus;

  /// Width of the vectors to use, in bits. 0: no vectors (scalar firmware).
  unsigned vectorBits = 128;
  /// Architectural vector registers (scalar FP registers without vectors).
  unsigned vectorRegisters = 16;
  /// Vector multiply-adds that start in one cycle, and their latency.
  unsigned fmaPorts = 1;
  unsigned fmaLatency = 4;
  /// Whether multiply-add is one instruction.
  bool hasFma = false;
  /// Full-width vector loads and stores that start in one cycle.
  unsigned loadPorts = 1;
  unsigned storePorts = 1;
  /// Cycles from a load that hits L1 to the use of its value.
  unsigned loadUseLatency = 4;
  /// 8-bit multiply-accumulates into 32 bits that the best exact instruction
  /// sequence sustains a cycle.
  unsigned int8MacsPerCycle = 16;

  /// Data caches, bytes that one core may count on. 0: none.
  uint64_t l1Bytes = 32768;
  uint64_t l2Bytes = 262144;
  uint64_t l3Bytes = 0;
  /// Sustained read bandwidth of each level, bytes a cycle.
  double l1BytesPerCycle = 16;
  double l2BytesPerCycle = 8;
  double l3BytesPerCycle = 4;
  double memoryBytesPerCycle = 2;
  /// Sustained clock under vector load: turns cycles into estimated time.
  double clockGHz = 1.0;

  /// Floating-point operations a cycle on `float` at peak.
  unsigned flopsPerCycleF32() const {
    unsigned lanes = vectorBits ? vectorBits / 32 : 1;
    return fmaPorts * lanes * (hasFma ? 2 : 1);
  }
  /// Elements of `bits` bits in a vector, at least 1.
  unsigned lanes(unsigned bits) const {
    return vectorBits > bits ? vectorBits / bits : 1;
  }
};

/// All embedded models, by name.
llvm::ArrayRef<MachineModel> machineModels();

/// Reads one model file; unknown, missing or mistyped fields are errors that
/// name the file and the field.
llvm::Expected<MachineModel> parseMachineModel(llvm::StringRef name,
                                               llvm::StringRef json);

} // namespace adze

#endif // ADZE_TARGET_MACHINEMODEL_H
