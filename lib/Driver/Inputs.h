//===- Inputs.h - Values to call a model with -----------------------------===//

#ifndef ADZE_LIB_DRIVER_INPUTS_H
#define ADZE_LIB_DRIVER_INPUTS_H

#include "Options.h"

namespace adze {

/// An input or output of something that can be called: closed shape.
struct Port {
  std::string name;
  ElementType type = ElementType::F32;
  llvm::SmallVector<int64_t, 4> shape;
};

/// Values that are the same on every machine: floats are multiples of 1/128 in [-1, 1), integers 0 or 1, 8-bit integers
/// their full range; inputs called "...mask..." are 1, "...position..." count up.
NpyArray makeInput(const Port &port, uint32_t seed);

/// What --input gave, by position. `arrays` has an entry for each input, empty where no file was given.
struct GivenInputs {
  std::vector<std::optional<NpyArray>> arrays;
};

/// Reads the files of --input for inputs of these names. `ports` may be null where types and shapes are not known: raw
/// files are refused then.
llvm::Expected<GivenInputs> readInputFiles(llvm::ArrayRef<NamedFile> files, llvm::ArrayRef<std::string> names,
                                           const std::vector<Port> *ports);

/// Makes up what is missing if there is a seed; else a missing input is an error that names it.
llvm::Expected<std::vector<NpyArray>> completeInputs(GivenInputs given, llvm::ArrayRef<Port> ports,
                                                     std::optional<uint32_t> seed);

/// Position of the value that a `[NAME=]FILE` option means; counts unnamed ones in `next`.
llvm::Expected<size_t> findPort(const NamedFile &file, llvm::ArrayRef<std::string> names, llvm::StringRef kind,
                                size_t &next);

} // namespace adze

#endif // ADZE_LIB_DRIVER_INPUTS_H
