//===- Hash.h - SHA-256 in hex ----------------------------------*- C++ -*-===//

#ifndef ADZE_SUPPORT_HASH_H
#define ADZE_SUPPORT_HASH_H

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"
#include <string>

namespace adze {

/// SHA-256 of the bytes, as 64 lower-case hex digits.
inline std::string hashHex(llvm::StringRef bytes) {
  return llvm::toHex(llvm::SHA256::hash(llvm::arrayRefFromStringRef(bytes)), /*LowerCase=*/true);
}

} // namespace adze

#endif // ADZE_SUPPORT_HASH_H
