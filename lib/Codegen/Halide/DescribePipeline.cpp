//===- DescribePipeline.cpp - A scheduled pipeline as text ----------------===//

#include "DescribePipeline.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include <sstream>

using namespace Halide;
using namespace Halide::Internal;

namespace {
/// Halide numbers functions, reduction variables and halves of split loops by process-wide counters ("sum$3", "r17$x", "lane.v8"): numbers by first
/// appearance make equal kernels equal.
std::string renumber(llvm::StringRef text) {
  std::string result;
  llvm::StringMap<unsigned> reductions, halves;
  auto isNumbered = [](llvm::StringRef word, char letter) {
    return word.size() > 1 && word[0] == letter && llvm::all_of(word.drop_front(), llvm::isDigit);
  };
  auto add = [&](llvm::StringMap<unsigned> &numbers, llvm::StringRef word) {
    unsigned next = numbers.size();
    result += word[0] + std::to_string(numbers.try_emplace(word, next).first->second);
  };
  while (!text.empty()) {
    llvm::StringRef word = text.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    text = text.drop_front(word.size());
    if (text.starts_with("$") && isNumbered(word, 'r')) {
      add(reductions, word);
      result += ".";
      text = text.drop_front();
      continue;
    }
    if (isNumbered(word, 'v') && llvm::StringRef(result).ends_with("."))
      add(halves, word);
    else
      result += word;
    if (text.starts_with("$"))
      text = text.drop_front().drop_while(llvm::isDigit);
    else if (!text.empty()) {
      result += text.front();
      text = text.drop_front();
    }
  }
  return result;
}

class Printer {
public:
  explicit Printer(std::ostream &os) : os(os) {}

  void print(Function function, bool isOutput) {
    LoopLevel level = function.schedule().compute_level();
    level.lock();
    os << "  " << function.name();
    if (isOutput)
      os << ", the result";
    else if (level.is_inlined())
      os << ", where it is used";
    else if (level.is_root())
      os << ", before everything that uses it";
    else
      os << ", in loop " << level.var().name() << " of " << level.func();
    os << "\n";
    printDefinition(function.name(), function.definition(), level.is_inlined() && !isOutput);
    for (int i = 0; i < int(function.updates().size()); ++i)
      printDefinition(function.name(), function.update(i), false);
  }

private:
  void printDefinition(const std::string &name, const Definition &definition, bool inlined) {
    os << "    " << name << "(";
    list(definition.args());
    os << ") = ";
    list(definition.values());
    const char *separator = ", ";
    for (const ReductionVariable &variable : definition.schedule().rvars()) {
      os << separator << variable.var << " in [" << variable.min << ", " << simplify(variable.min + variable.extent) << ")";
    }
    os << "\n";
    if (inlined)
      return;
    for (const Split &split : definition.schedule().splits()) {
      if (split.is_split())
        os << "      " << split.old_var << " = " << split.outer << " * " << split.factor << " + " << split.inner << " (" << split.tail << ")\n";
      else if (split.is_fuse())
        os << "      " << split.old_var << " = " << split.outer << " and " << split.inner << "\n";
    }
    const std::vector<Dim> &dims = definition.schedule().dims();
    if (dims.size() < 2)
      return; // the last one is Halide's own
    os << "      loops:";
    for (size_t i = dims.size() - 1; i-- > 0;) {
      os << " " << dims[i].var;
      if (dims[i].for_type != ForType::Serial)
        os << " (" << dims[i].for_type << ")";
    }
    os << "\n";
  }

  void list(const std::vector<Expr> &values) {
    const char *separator = "";
    for (const Expr &value : values) {
      os << separator << value;
      separator = ", ";
    }
  }

  std::ostream &os;
};
} // namespace

std::string adze::halide::describePipeline(Func output) {
  std::ostringstream text;
  Printer printer(text);
  std::map<std::string, Function> functions = find_transitive_calls(output.function());
  functions.emplace(output.name(), output.function());
  for (const std::string &name : topological_order({output.function()}, functions))
    printer.print(functions.at(name), name == output.name());
  return renumber(text.str());
}
