//===- Driver.h - The program `adze` ----------------------------*- C++ -*-===//

#ifndef ADZE_DRIVER_DRIVER_H
#define ADZE_DRIVER_DRIVER_H

namespace adze {

/// Runs one command line; returns the exit code of ExitCodes.h.
int runDriver(int argc, char **argv);

} // namespace adze

#endif // ADZE_DRIVER_DRIVER_H
