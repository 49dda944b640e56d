//===- OutputFile.cpp - Files that are written whole or not at all --------===//

#include "adze/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;
using namespace llvm;

static Error fail(std::error_code code, const Twine &path) {
  return createStringError(code, path + ": " + code.message());
}

/// Writes to an open stream and reports what could not be written; closing may be the first to notice.
static Error writeAndClose(raw_fd_ostream &os, function_ref<Error(raw_ostream &)> write, const Twine &path) {
  Error error = write(os);
  os.flush();
  std::error_code code = os.error();
  os.clear_error();
  if (error)
    return error;
  return code ? fail(code, path) : Error::success();
}

Expected<OutputFile> OutputFile::create(StringRef path) {
  OutputFile file;
  file.path = path.str();
  SmallString<128> temporary;
  int descriptor;
  if (std::error_code code = sys::fs::createUniqueFile(path + ".%%%%%%%%.tmp", descriptor, temporary))
    return fail(code, path);
  sys::fs::file_t handle = sys::fs::convertFDToNativeFile(descriptor);
  if (std::error_code code = sys::fs::closeFile(handle))
    return fail(code, path);
  file.temporary = temporary.str();
  sys::RemoveFileOnSignal(file.temporary);
  return file;
}

OutputFile::OutputFile(OutputFile &&other) : path(std::move(other.path)), temporary(std::move(other.temporary)) {
  other.temporary.clear();
}

OutputFile::~OutputFile() {
  if (temporary.empty())
    return;
  sys::fs::remove(temporary);
  sys::DontRemoveFileOnSignal(temporary);
}

Error OutputFile::keep(unsigned mode) {
  mode &= ~sys::fs::getUmask();
  if (std::error_code code = sys::fs::setPermissions(temporary, static_cast<sys::fs::perms>(mode)))
    return fail(code, path);
  if (std::error_code code = sys::fs::rename(temporary, path))
    return fail(code, path);
  sys::DontRemoveFileOnSignal(temporary);
  temporary.clear();
  return Error::success();
}

Error adze::writeFile(StringRef path, function_ref<Error(raw_ostream &)> write, unsigned mode) {
  std::error_code code;
  sys::fs::file_status status;
  bool direct = path == "-" || (!sys::fs::status(path, status) && sys::fs::exists(status) &&
                                !sys::fs::is_regular_file(status) && !sys::fs::is_directory(status));
  if (direct) {
    raw_fd_ostream os(path, code);
    if (code)
      return fail(code, path);
    return writeAndClose(os, write, path);
  }
  if (sys::fs::is_directory(path))
    return fail(std::make_error_code(std::errc::is_a_directory), path);
  Expected<OutputFile> file = OutputFile::create(path);
  if (!file)
    return file.takeError();
  {
    raw_fd_ostream os(file->getTemporaryPath(), code);
    if (code)
      return fail(code, path);
    if (Error error = writeAndClose(os, write, path))
      return error;
  }
  return file->keep(mode);
}

Expected<TemporaryFolder> TemporaryFolder::create(StringRef prefix) {
  SmallString<128> path;
  if (std::error_code code = sys::fs::createUniqueDirectory(prefix, path))
    return createStringError(code, "temporary folder: " + code.message());
  TemporaryFolder folder;
  folder.path = path.str();
  return folder;
}

TemporaryFolder::TemporaryFolder(TemporaryFolder &&other) : path(std::move(other.path)) { other.path.clear(); }

TemporaryFolder::~TemporaryFolder() {
  if (!path.empty())
    sys::fs::remove_directories(path);
}

std::string TemporaryFolder::getPath(StringRef name) const {
  SmallString<128> result(path);
  sys::path::append(result, name);
  return result.str().str();
}
