//===- Names.cpp - C identifiers and symbols ------------------------------===//

#include "adze/Codegen/Package/Artifact.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace adze;
using namespace llvm;

uint64_t TensorInfo::getNumElements() const {
  std::optional<int64_t> count = countElements(getBounds());
  return count ? static_cast<uint64_t>(*count) : 0;
}

/// C99's keywords, C++'s, and names that the generated functions use themselves.
static bool isReserved(StringRef name) {
  static const StringSet<> words = {
      "alignas",  "alignof",  "and",      "arena",    "asm",      "auto",     "bool",      "break",    "case",
      "catch",    "char",     "class",    "const",    "continue", "default",  "delete",    "do",       "double",
      "else",     "enum",     "explicit", "export",   "extern",   "false",    "float",     "for",      "friend",
      "goto",     "if",       "inline",   "inputs",   "int",      "long",     "mutable",   "namespace",
      "new",      "noexcept", "not",      "nullptr",  "operator", "or",       "outputs",   "private",  "protected",
      "public",   "register", "restrict", "return",   "short",    "signed",   "sizeof",    "static",   "struct",
      "switch",   "template", "this",     "throw",    "true",     "try",      "typedef",   "typeid",   "typename",
      "union",    "unsigned", "using",    "virtual",  "void",     "volatile", "while",     "xor"};
  return words.contains(name);
}

std::string adze::toCIdentifier(StringRef text) {
  std::string name;
  for (char c : text)
    name += isAlnum(c) ? c : '_';
  if (name.empty() || isDigit(name.front()))
    name = "m" + name;
  return name;
}

std::vector<std::string> adze::toCIdentifiers(ArrayRef<StringRef> texts) {
  std::vector<std::string> names;
  StringSet<> used;
  for (StringRef text : texts) {
    std::string base = toCIdentifier(text);
    if (isReserved(base))
      base += '_';
    std::string name = base;
    // Constants are spelled in upper case: names that differ in case only are not distinct.
    for (unsigned i = 2; !used.insert(StringRef(name).upper()).second; ++i)
      name = base + "_" + std::to_string(i);
    names.push_back(name);
  }
  return names;
}

std::string adze::getFunctionPrefix(const ArtifactInfo &info, const FunctionInfo &function) {
  std::string name = toCIdentifier(info.name);
  return info.functions.size() == 1 ? name : name + "_" + toCIdentifier(function.name);
}

std::string adze::getEntryName(const ArtifactInfo &info, const FunctionInfo &function) {
  return toCIdentifier(info.name) + "_" + toCIdentifier(function.name) + "_entry";
}

std::vector<std::string> adze::getPublicSymbols(const ArtifactInfo &info, bool shared) {
  std::vector<std::string> symbols;
  for (const FunctionInfo &function : info.functions) {
    std::string prefix = getFunctionPrefix(info, function);
    symbols.push_back(prefix + "_run");
    symbols.push_back(prefix + "_call");
  }
  symbols.push_back(toCIdentifier(info.name) + "_model");
  if (shared)
    symbols.push_back(ADZE_ARTIFACT_SYMBOL);
  return symbols;
}
