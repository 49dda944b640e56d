//===- Commands.h - The commands ------------------------------------------===//

#ifndef ADZE_LIB_DRIVER_COMMANDS_H
#define ADZE_LIB_DRIVER_COMMANDS_H

#include "Executor.h"
#include "Session.h"

namespace adze {

llvm::Error runImport(Options &options, Reporter &reporter);
llvm::Error runOpt(Options &options, Reporter &reporter);
llvm::Error runCompile(Options &options, Reporter &reporter);
llvm::Error runRun(Options &options, Reporter &reporter);
llvm::Error runCompare(Options &options, Reporter &reporter);
llvm::Error runBench(Options &options, Reporter &reporter);
llvm::Error runInfo(Options &options, Reporter &reporter);

/// `adze run --metric=top1`.
llvm::Error runTop1(Options &options, Reporter &reporter);

/// Whether weights are left out of what is printed to `output`.
bool elidesWeights(const Options &options);

} // namespace adze

#endif // ADZE_LIB_DRIVER_COMMANDS_H
