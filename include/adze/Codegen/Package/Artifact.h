//===- Artifact.h - What an artifact says about itself ----------*- C++ -*-===//
//
// The facts that the C header, the metadata table and the info section of an artifact are made from. No IR here.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_CODEGEN_PACKAGE_ARTIFACT_H
#define ADZE_CODEGEN_PACKAGE_ARTIFACT_H

#include "adze/Support/ElementType.h"
#include "adze/Target/Target.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace llvm {
class DataLayout;
class LLVMContext;
class Module;
} // namespace llvm

namespace adze {

/// An input or output. An open dimension is -1 in `shape` and has a name and an upper bound.
struct TensorInfo {
  std::string name;
  ElementType type = ElementType::F32;
  llvm::SmallVector<int64_t, 4> shape;
  /// Empty where every dimension is closed; else one for each dimension.
  llvm::SmallVector<int64_t, 4> bounds;
  std::vector<std::string> dimNames;

  bool isOpen() const { return llvm::is_contained(shape, -1); }
  /// The largest extents.
  llvm::ArrayRef<int64_t> getBounds() const { return bounds.empty() ? shape : bounds; }
  /// At the largest extents.
  uint64_t getNumElements() const;
  uint64_t getNumBytes() const { return getNumElements() * getBytes(type); }
};

struct FunctionInfo {
  std::string name;
  std::vector<TensorInfo> inputs, outputs;
  /// Scratch of kernels included. `arenaAlign` is a power of two.
  uint64_t arenaBytes = 0;
  uint64_t arenaAlign = 64;
  /// Multiply-accumulates of one call; 0: not counted.
  uint64_t macs = 0;
};

struct ArtifactInfo {
  /// As given with --name; `toCIdentifier` of it starts every C name.
  std::string name;
  std::vector<FunctionInfo> functions;
  std::string producer;
  /// As given with --target.
  std::string target;
  std::string triple;
  /// SHA-256 of the model file, in hex.
  std::string sourceHash;
  std::vector<RequiredFeature> requiredFeatures;
  uint64_t parameters = 0;
  uint64_t weightBytes = 0;
};

/// The start of C identifiers made from any text: other characters become '_', a leading digit gets an 'm' in front.
std::string toCIdentifier(llvm::StringRef text);
/// Whole identifiers from several texts: made distinct by numbers, also in upper case; keywords get a '_'.
std::vector<std::string> toCIdentifiers(llvm::ArrayRef<llvm::StringRef> texts);

/// What the C names of a function start with: the artifact's identifier, with the function's appended where there are
/// several.
std::string getFunctionPrefix(const ArtifactInfo &info, const FunctionInfo &function);
/// The symbol that the glue defines for a function, unchecked:
///   int32_t <name>_<function>_entry(const void *const *inputs, void *const *outputs, void *arena)
/// Returns 0 or what a kernel returned.
std::string getEntryName(const ArtifactInfo &info, const FunctionInfo &function);
/// The symbols that stay visible in a shared object.
std::vector<std::string> getPublicSymbols(const ArtifactInfo &info, bool shared);

/// The text of `<name>.h`.
std::string emitHeader(const ArtifactInfo &info);

/// The text of section ".adze_info" (JSON), from which `adze info` reads artifacts of any kind and target without
/// loading them.
std::string emitInfoText(const ArtifactInfo &info);
llvm::Expected<ArtifactInfo> parseInfoText(llvm::StringRef text);
constexpr llvm::StringLiteral infoSection = ".adze_info";

struct PackageOptions {
  std::string triple;
  std::string dataLayout;
  /// Shared objects also export ADZE_ARTIFACT_SYMBOL and check the CPU once, in a constructor.
  bool shared = false;
  /// A CPU that every machine of the architecture contains ("x86-64"): the code that asks for the CPU's features must
  /// not use them. Empty: the triple's default.
  std::string baselineCpu;
};

/// The module with the public functions (checks, then the glue's entries), the metadata table and the info section.
/// Needs, where features are required, the runtime's `adze_missing_cpu_feature`. Open dimensions are an error.
llvm::Expected<std::unique_ptr<llvm::Module>> emitPackage(llvm::LLVMContext &context, const ArtifactInfo &info,
                                                          const PackageOptions &options);

} // namespace adze

#endif // ADZE_CODEGEN_PACKAGE_ARTIFACT_H
