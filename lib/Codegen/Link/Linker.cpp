//===- Linker.cpp - Runs lld, localizes, archives -------------------------===//

#include "adze/Codegen/Link/Linker.h"
#include "adze/Codegen/Link/DataObject.h"
#include "adze/Support/OutputFile.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ObjCopy/ConfigManager.h"
#include "llvm/ObjCopy/ObjCopy.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include <set>

using namespace llvm;

namespace adze {

namespace {

/// A system library whose symbols an artifact may use.
struct SystemLibrary {
  const char *soname;
  ArrayRef<StringRef> symbols;
};

// libm functions that LLVM and Halide call, as double; each has an `f` twin.
const StringRef mathFunctions[] = {
    "acos",    "acosh",     "asin",      "asinh",    "atan",      "atan2",
    "atanh",   "cbrt",      "ceil",      "copysign", "cos",       "cosh",
    "erf",     "erfc",      "exp",       "exp10",    "exp2",      "expm1",
    "fabs",    "fdim",      "floor",     "fma",      "fmax",      "fmin",
    "fmod",    "frexp",     "hypot",     "ldexp",    "log",       "log10",
    "log1p",   "log2",      "logb",      "lrint",    "lround",    "llrint",
    "llround", "modf",      "nearbyint", "pow",      "remainder", "rint",
    "round",   "roundeven", "sin",       "sincos",   "sinh",      "sqrt",
    "tan",     "tanh",      "tgamma",    "lgamma",   "trunc",
};

// What the runtime's C files and LLVM's back ends use, threads included.
const StringRef libcFunctions[] = {
    "abort",
    "aligned_alloc",
    "bcmp",
    "calloc",
    "free",
    "getauxval",
    "malloc",
    "memchr",
    "memcmp",
    "memcpy",
    "memmove",
    "memset",
    "pthread_cond_broadcast",
    "pthread_cond_destroy",
    "pthread_cond_init",
    "pthread_cond_signal",
    "pthread_cond_wait",
    "pthread_create",
    "pthread_join",
    "pthread_mutex_destroy",
    "pthread_mutex_init",
    "pthread_mutex_lock",
    "pthread_mutex_unlock",
    "pthread_once",
    "sched_yield",
    "strcmp",
    "strlen",
    "sysconf",
};

bool isMathFunction(StringRef name) {
  auto known = [](StringRef text) {
    return llvm::is_contained(mathFunctions, text);
  };
  return known(name) || (name.consume_back("f") && known(name));
}

Error writeBytes(StringRef path, StringRef bytes) {
  return writeFile(path, [&](raw_ostream &stream) {
    stream << bytes;
    return Error::success();
  });
}

Expected<std::vector<std::string>> inputPaths(ArrayRef<LinkInput> inputs,
                                              const TemporaryFolder &folder) {
  std::vector<std::string> paths;
  for (auto [index, input] : llvm::enumerate(inputs)) {
    if (!input.path.empty()) {
      paths.push_back(input.path);
      continue;
    }
    paths.push_back(folder.getPath(std::to_string(index) + ".o"));
    if (Error error = writeBytes(paths.back(), input.bytes))
      return std::move(error);
  }
  return paths;
}

Error runLld(const TemporaryFolder &folder, ArrayRef<std::string> arguments) {
  std::string program = ADZE_LLD_PATH;
  if (std::optional<std::string> other = sys::Process::GetEnv("ADZE_LLD"))
    program = *other;
  std::vector<StringRef> argv = {program};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::string log = folder.getPath("lld.log"), message;
  std::optional<StringRef> redirects[] = {StringRef(""), StringRef(log),
                                          StringRef(log)};
  int status =
      sys::ExecuteAndWait(program, argv, std::nullopt, redirects,
                          /*SecondsToWait=*/0, /*MemoryLimit=*/0, &message);
  if (status == 0)
    return Error::success();
  if (message.empty())
    if (auto text = MemoryBuffer::getFile(log))
      message = (*text)->getBuffer().trim().str();
  return createStringError("linking with '" + program + "' failed: " + message);
}

/// A library that only names the functions: enough to link against.
Expected<std::string> stubLibrary(const TemporaryFolder &folder,
                                  StringRef soname,
                                  ArrayRef<std::string> functions,
                                  const TargetSpec &target) {
  DataSection section;
  section.name = ".text";
  section.alignment = 16;
  section.size = 16;
  section.code = true;
  for (const std::string &function : functions)
    section.symbols.push_back({function, 0, 0});
  std::string object = folder.getPath((soname + ".o").str());
  Error error = writeFile(object, [&](raw_ostream &stream) {
    return writeDataObject(stream, target, section);
  });
  if (error)
    return std::move(error);
  std::string library = folder.getPath(soname);
  if (Error error = runLld(
          folder, {"-shared", "-soname", soname.str(), "-o", library, object}))
    return std::move(error);
  return library;
}

/// Stubs for the system libraries that the objects use.
Expected<std::vector<std::string>>
systemLibraries(const TemporaryFolder &folder, ArrayRef<LinkInput> inputs,
                const LinkOptions &options, const TargetSpec &target) {
  Expected<std::vector<std::string>> undefined = undefinedSymbols(inputs);
  if (!undefined)
    return undefined.takeError();
  std::vector<std::string> libc, libm, unknown;
  for (const std::string &symbol : *undefined) {
    if (llvm::is_contained(libcFunctions, symbol))
      libc.push_back(symbol);
    else if (isMathFunction(symbol))
      libm.push_back(symbol);
    else if (symbol != "_GLOBAL_OFFSET_TABLE_" &&
             !llvm::is_contained(options.external, symbol))
      unknown.push_back(symbol);
  }
  if (!unknown.empty())
    return createStringError("undefined symbols: " + llvm::join(unknown, ", ") +
                             "; no part of the artifact, libc or libm "
                             "defines them");
  std::vector<std::string> result;
  for (const auto &[soname, functions] :
       {std::pair("libm.so.6", &libm), std::pair("libc.so.6", &libc)}) {
    if (functions->empty())
      continue;
    Expected<std::string> stub =
        stubLibrary(folder, soname, *functions, target);
    if (!stub)
      return stub.takeError();
    result.push_back(*stub);
  }
  return result;
}

Expected<std::unique_ptr<MemoryBuffer>> openInput(const LinkInput &input) {
  if (input.path.empty())
    return MemoryBuffer::getMemBuffer(input.bytes, "object",
                                      /*RequiresNullTerminator=*/false);
  auto file = MemoryBuffer::getFile(input.path, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false);
  if (!file)
    return createStringError(file.getError(),
                             "cannot read '" + input.path +
                                 "': " + file.getError().message());
  return std::move(*file);
}

/// Makes every global symbol but the exported ones local.
Error localize(StringRef path, ArrayRef<std::string> exported,
               raw_ostream &stream) {
  LinkInput input;
  input.path = path.str();
  Expected<std::unique_ptr<MemoryBuffer>> buffer = openInput(input);
  if (!buffer)
    return buffer.takeError();
  Expected<std::unique_ptr<object::ObjectFile>> object =
      object::ObjectFile::createObjectFile((*buffer)->getMemBufferRef());
  if (!object)
    return object.takeError();
  objcopy::ConfigManager config;
  config.Common.InputFilename = path;
  config.Common.OutputFilename = path;
  for (const std::string &symbol : exported)
    if (Error error = config.Common.SymbolsToKeepGlobal.addMatcher(
            objcopy::NameOrPattern::create(symbol, objcopy::MatchStyle::Literal,
                                           [](Error error) { return error; })))
      return error;
  return objcopy::executeObjcopyOnBinary(config, **object, stream);
}

/// Writes the relocatable object of all inputs to `stream`.
Error relocatable(const TemporaryFolder &folder, ArrayRef<LinkInput> inputs,
                  const LinkOptions &options, raw_ostream &stream) {
  Expected<std::vector<std::string>> paths = inputPaths(inputs, folder);
  if (!paths)
    return paths.takeError();
  std::string merged = folder.getPath("merged");
  std::vector<std::string> arguments = {"-r", "-z", "noexecstack", "-o",
                                        merged};
  arguments.insert(arguments.end(), paths->begin(), paths->end());
  if (Error error = runLld(folder, arguments))
    return error;
  return localize(merged, options.exported, stream);
}

} // namespace

Expected<std::vector<std::string>>
undefinedSymbols(ArrayRef<LinkInput> inputs) {
  std::set<std::string> used, defined;
  for (const LinkInput &input : inputs) {
    Expected<std::unique_ptr<MemoryBuffer>> buffer = openInput(input);
    if (!buffer)
      return buffer.takeError();
    Expected<std::unique_ptr<object::ObjectFile>> object =
        object::ObjectFile::createObjectFile((*buffer)->getMemBufferRef());
    if (!object)
      return object.takeError();
    for (const object::SymbolRef &symbol : (*object)->symbols()) {
      Expected<uint32_t> flags = symbol.getFlags();
      if (!flags)
        return flags.takeError();
      if (!(*flags & object::SymbolRef::SF_Global))
        continue;
      Expected<StringRef> name = symbol.getName();
      if (!name)
        return name.takeError();
      (*flags & object::SymbolRef::SF_Undefined ? used : defined)
          .insert(name->str());
    }
  }
  std::vector<std::string> result;
  std::set_difference(used.begin(), used.end(), defined.begin(), defined.end(),
                      std::back_inserter(result));
  return result;
}

Error linkShared(StringRef outPath, ArrayRef<LinkInput> inputs,
                 const LinkOptions &options, const TargetSpec &target) {
  if (target.isBareMetal())
    return createStringError("target '" + target.name +
                             "' has no shared objects; ask for a static "
                             "library or an object");
  Expected<TemporaryFolder> folder = TemporaryFolder::create("adze-link");
  if (!folder)
    return folder.takeError();
  Expected<std::vector<std::string>> paths = inputPaths(inputs, *folder);
  if (!paths)
    return paths.takeError();
  Expected<std::vector<std::string>> libraries =
      systemLibraries(*folder, inputs, options, target);
  if (!libraries)
    return libraries.takeError();

  std::string script = "{\n  global:\n";
  for (const std::string &symbol : options.exported)
    script += "    " + symbol + ";\n";
  script += "  local: *;\n};\n";
  std::string scriptPath = folder->getPath("exports.map");
  if (Error error = writeBytes(scriptPath, script))
    return error;

  Expected<OutputFile> result = OutputFile::create(outPath);
  if (!result)
    return result.takeError();
  std::vector<std::string> arguments = {"-shared",
                                        "--build-id=none",
                                        "--gc-sections",
                                        "--hash-style=both",
                                        "-z",
                                        "noexecstack",
                                        "-z",
                                        "relro",
                                        "-z",
                                        "now",
                                        "-z",
                                        "text",
                                        "--version-script",
                                        scriptPath,
                                        "-o",
                                        result->getTemporaryPath().str()};
  // Symbols of the embedder stay open; all others were checked above.
  if (options.external.empty())
    arguments.push_back("--no-undefined");
  if (!options.soname.empty()) {
    arguments.push_back("-soname");
    arguments.push_back(options.soname);
  }
  arguments.insert(arguments.end(), paths->begin(), paths->end());
  if (!libraries->empty())
    arguments.push_back("--as-needed");
  arguments.insert(arguments.end(), libraries->begin(), libraries->end());
  if (Error error = runLld(*folder, arguments))
    return error;
  return result->keep(0777);
}

Error linkRelocatable(StringRef outPath, ArrayRef<LinkInput> inputs,
                      const LinkOptions &options, const TargetSpec &target) {
  Expected<TemporaryFolder> folder = TemporaryFolder::create("adze-link");
  if (!folder)
    return folder.takeError();
  return writeFile(outPath, [&](raw_ostream &stream) {
    return relocatable(*folder, inputs, options, stream);
  });
}

Error writeStaticLibrary(StringRef outPath, ArrayRef<LinkInput> inputs,
                         const LinkOptions &options, const TargetSpec &target) {
  Expected<TemporaryFolder> folder = TemporaryFolder::create("adze-link");
  if (!folder)
    return folder.takeError();
  std::string object = folder->getPath("member");
  Error error = writeFile(object, [&](raw_ostream &stream) {
    return relocatable(*folder, inputs, options, stream);
  });
  if (error)
    return error;
  LinkInput input;
  input.path = object;
  Expected<std::unique_ptr<MemoryBuffer>> buffer = openInput(input);
  if (!buffer)
    return buffer.takeError();
  std::string memberName = sys::path::stem(outPath).str();
  if (StringRef(memberName).starts_with("lib"))
    memberName.erase(0, 3);
  memberName += ".o";
  NewArchiveMember member((*buffer)->getMemBufferRef());
  member.MemberName = memberName;
  // Not writeArchive: it ends the process when the disk is full.
  Expected<std::unique_ptr<MemoryBuffer>> archive = writeArchiveToBuffer(
      {std::move(member)}, SymtabWritingMode::NormalSymtab,
      object::Archive::K_GNU, /*Deterministic=*/true, /*Thin=*/false);
  if (!archive)
    return archive.takeError();
  return writeBytes(outPath, (*archive)->getBuffer());
}

} // namespace adze
