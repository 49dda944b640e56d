//===- ExitCodes.cpp - How a command ended --------------------------------===//

#include "adze/Support/ExitCodes.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;

char CommandError::ID = 0;

void CommandError::log(llvm::raw_ostream &os) const {
  os << message;
  if (!note.empty())
    os << "\nnote: " << note;
}

ExitCode adze::getExitCode(std::error_code code) {
  for (std::errc resource : {std::errc::no_space_on_device, std::errc::not_enough_memory,
                             std::errc::too_many_files_open, std::errc::file_too_large})
    if (code == resource)
      return ExitCode::OutOfResources;
#ifdef EDQUOT
  if (code == std::error_code(EDQUOT, std::generic_category()))
    return ExitCode::OutOfResources;
#endif
  return ExitCode::BadInput;
}
