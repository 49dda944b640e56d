//===- OptionTable.h - Every option, once ---------------------------------===//

#ifndef ADZE_LIB_DRIVER_OPTIONTABLE_H
#define ADZE_LIB_DRIVER_OPTIONTABLE_H

#include "Options.h"

namespace adze {

enum class OptionKind { Flag, Required, Optional };

struct OptionSpec {
  /// One character: "-o"; more: "--name".
  llvm::StringRef name;
  OptionKind kind;
  /// What the value is, for --help.
  llvm::StringRef value;
  /// Commands that take it, as bits.
  unsigned commands;
  llvm::StringRef help;
  /// The error says what is wrong with the value.
  llvm::Error (*apply)(Options &options, llvm::StringRef value);
};

/// In the order of --help.
llvm::ArrayRef<OptionSpec> optionTable();

} // namespace adze

#endif // ADZE_LIB_DRIVER_OPTIONTABLE_H
