//===- Progress.h - What long work says while it runs -----------*- C++ -*-===//

#ifndef ADZE_SUPPORT_PROGRESS_H
#define ADZE_SUPPORT_PROGRESS_H

#include "llvm/ADT/StringRef.h"

namespace adze {

/// Told by long work how far it is. Whoever starts the work decides what becomes of it; a null pointer means nobody
/// wants to know. Calls may come from any thread.
class Progress {
public:
  virtual ~Progress() = default;
  /// `step` is a short phrase ("compiling kernels"); `total` 0: not known.
  virtual void report(llvm::StringRef step, size_t done, size_t total) = 0;
};

} // namespace adze

#endif // ADZE_SUPPORT_PROGRESS_H
