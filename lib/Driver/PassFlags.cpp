//===- PassFlags.cpp - Passes on the command line -------------------------===//

#include "PassFlags.h"
#include "adze/Passes/Passes.h"
#include "adze/Support/ExitCodes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"
#include "mlir/Pass/PassRegistry.h"

using namespace adze;
using namespace llvm;

bool adze::isPassFlag(StringRef name) { return name.starts_with("adze-") && mlir::PassInfo::lookup(name); }

std::vector<StringRef> adze::listPassFlags() {
  // MLIR's registry cannot be listed, but its command line parser makes an LLVM option of each pass.
  static mlir::PassPipelineCLParser parser("", "");
  std::vector<StringRef> names;
  for (const auto &entry : cl::getRegisteredOptions())
    if (isPassFlag(entry.first))
      names.push_back(entry.first);
  llvm::sort(names);
  return names;
}

void adze::printPassFlags(raw_ostream &os) {
  for (StringRef name : listPassFlags())
    os << "  --" << left_justify(name, 34) << ' ' << mlir::PassInfo::lookup(name)->getPassDescription() << '\n';
}

/// Appends one pass; `message` gets what is wrong with its options.
static bool addPass(mlir::OpPassManager &manager, const PassFlag &flag, std::string &message) {
  return succeeded(mlir::PassInfo::lookup(flag.name)->addToPipeline(manager, flag.options, [&](const Twine &text) {
    message = text.str();
    return mlir::failure();
  }));
}

Error adze::addPassFlag(StringRef name, StringRef value, Options &options) {
  if (value == "false") {
    if (!isGraphPipelinePass(name))
      return usageError("--" + name + "=false: only passes of the default graph pipeline can be turned off");
    options.compile.disabledPasses.push_back(name.str());
    return Error::success();
  }
  if (value == "true")
    value = "";
  bool isWord = !value.empty() && !value.contains('=');
  options.compile.passes.push_back({name.str(), (isWord ? "mode=" + value : value).str()});
  return Error::success();
}

bool adze::addSharedPassOption(StringRef name, StringRef value, Options &options) {
  bool found = false;
  for (PassFlag &flag : options.compile.passes) {
    PassFlag extended = flag;
    extended.options += ((extended.options.empty() ? "" : " ") + name + "=" + value).str();
    mlir::OpPassManager scratch("builtin.module", mlir::OpPassManager::Nesting::Implicit);
    std::string message;
    if (!addPass(scratch, extended, message))
      continue;
    flag = extended;
    found = true;
  }
  return found;
}

Error adze::addPasses(mlir::OpPassManager &manager, ArrayRef<PassFlag> passes) {
  for (const PassFlag &flag : passes) {
    std::string message;
    if (!addPass(manager, flag, message))
      return usageError("--" + flag.name + "=" + flag.options + ": " + message);
  }
  return Error::success();
}
