//===- OutputFile.h - Files that are written whole or not at all -*- C++ -*-===//

#ifndef ADZE_SUPPORT_OUTPUTFILE_H
#define ADZE_SUPPORT_OUTPUTFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace llvm {
class raw_ostream;
}

namespace adze {

/// A name beside `path` under which a file is made, renamed to it by `keep` and removed otherwise (also when a signal
/// ends the program).
class OutputFile {
public:
  /// Fails where the folder is missing or cannot be written to.
  static llvm::Expected<OutputFile> create(llvm::StringRef path);
  OutputFile(OutputFile &&other);
  OutputFile &operator=(OutputFile &&) = delete;
  ~OutputFile();

  /// Where to write: an empty file that other programs may replace.
  llvm::StringRef getTemporaryPath() const { return temporary; }
  /// The file gets its real name, with the permissions that `umask` leaves of `mode`.
  llvm::Error keep(unsigned mode = 0666);

private:
  OutputFile() = default;
  std::string path, temporary;
};

/// Writes what `write` prints to `path`, whole or not at all; a full disk is an error with the code
/// no_space_on_device. "-" is standard output; devices and pipes are written directly.
llvm::Error writeFile(llvm::StringRef path, llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write,
                      unsigned mode = 0666);

/// A folder of its own below the system's temporary folder, removed with everything in it.
class TemporaryFolder {
public:
  static llvm::Expected<TemporaryFolder> create(llvm::StringRef prefix);
  TemporaryFolder(TemporaryFolder &&other);
  TemporaryFolder &operator=(TemporaryFolder &&) = delete;
  ~TemporaryFolder();
  std::string getPath(llvm::StringRef name) const;

private:
  TemporaryFolder() = default;
  std::string path;
};

} // namespace adze

#endif // ADZE_SUPPORT_OUTPUTFILE_H
