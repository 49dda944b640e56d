//===- ExitCodes.h - How a command ended ------------------------*- C++ -*-===//

#ifndef ADZE_SUPPORT_EXITCODES_H
#define ADZE_SUPPORT_EXITCODES_H

#include "llvm/Support/Error.h"
#include <string>

namespace adze {

enum class ExitCode : int {
  Done = 0,
  /// The input cannot be handled; every reason is listed.
  BadInput = 1,
  WrongUsage = 2,
  /// A comparison or accuracy floor was missed.
  CheckFailed = 3,
  /// Disk, memory or time budget.
  OutOfResources = 4,
  Internal = 70,
};

/// An error that says how the command should end, optionally with a note on what to do.
class CommandError : public llvm::ErrorInfo<CommandError> {
public:
  static char ID;
  CommandError(ExitCode code, std::string message, std::string note = "")
      : code(code), message(std::move(message)), note(std::move(note)) {}
  ExitCode getCode() const { return code; }
  llvm::StringRef getMessage() const { return message; }
  llvm::StringRef getNote() const { return note; }
  void log(llvm::raw_ostream &os) const override;
  std::error_code convertToErrorCode() const override { return llvm::inconvertibleErrorCode(); }

private:
  ExitCode code;
  std::string message, note;
};

/// A full disk or exhausted memory is OutOfResources, anything else BadInput.
ExitCode getExitCode(std::error_code code);

} // namespace adze

#endif // ADZE_SUPPORT_EXITCODES_H
