//===- PassFlags.h - Passes on the command line ---------------------------===//

#ifndef ADZE_LIB_DRIVER_PASSFLAGS_H
#define ADZE_LIB_DRIVER_PASSFLAGS_H

#include "Options.h"

namespace adze {

/// Whether MLIR's registry has a pass of this name that may stand on the command line.
bool isPassFlag(llvm::StringRef name);
/// Names of all of them, sorted.
std::vector<llvm::StringRef> listPassFlags();
void printPassFlags(llvm::raw_ostream &os);

/// `--adze-name[=value]`: "true" or nothing runs the pass, "false" turns it off in the default pipeline, `a=b c=d` are
/// its options, and any other word is the value of its option `mode`.
llvm::Error addPassFlag(llvm::StringRef name, llvm::StringRef value, Options &options);
/// Gives `--name=value` to every pass of the line that has such an option; whether there was one.
bool addSharedPassOption(llvm::StringRef name, llvm::StringRef value, Options &options);

/// Appends the passes of the line to a pipeline; the error says what is wrong with the options.
llvm::Error addPasses(mlir::OpPassManager &manager, llvm::ArrayRef<PassFlag> passes);

} // namespace adze

#endif // ADZE_LIB_DRIVER_PASSFLAGS_H
