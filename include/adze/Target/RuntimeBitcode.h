//===- RuntimeBitcode.h - C helpers as LLVM bitcode -----------------------===//
#ifndef ADZE_TARGET_RUNTIMEBITCODE_H
#define ADZE_TARGET_RUNTIMEBITCODE_H

#include "adze/Target/EmbeddedFile.h"
#include "llvm/ADT/ArrayRef.h"
#include <string>

namespace adze {

struct TargetSpec;

/// The runtime's C files (`targets/<isa>/runtime/*.c`) compiled to bitcode for
/// the target's architecture; one without files of its own gets the neutral
/// flavour of its pointer width, which LLVM retargets.
llvm::ArrayRef<EmbeddedFile> runtimeBitcode(const TargetSpec &target);

/// SHA-256 (hex) of all flavours, for cache keys.
const std::string &runtimeBitcodeHash();

} // namespace adze

#endif // ADZE_TARGET_RUNTIMEBITCODE_H
