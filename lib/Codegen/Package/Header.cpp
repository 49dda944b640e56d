//===- Header.cpp - The C header of an artifact ---------------------------===//

#include "adze/Codegen/Package/Artifact.h"
#include "adze/Target/EmbeddedFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;
using namespace llvm;

namespace adze {
/// The text of adze.h, embedded by the build.
extern const EmbeddedFile abiHeader[];
} // namespace adze

/// Text that may stand in a C comment and a line.
static std::string quoteForComment(StringRef text) {
  std::string result;
  for (char c : text)
    result += isPrint(c) && c != '*' && c != '\\' ? c : '?';
  return result;
}

static void printParameter(raw_ostream &os, const TensorInfo &tensor, StringRef name, bool isInput) {
  uint64_t scalars = tensor.getNumElements() * (getBytes(tensor.type) / getInfo(tensor.type).scalarBytes);
  os << (isInput ? "const " : "") << getInfo(tensor.type).cType << ' ' << name << '[' << std::max<uint64_t>(scalars, 1)
     << ']';
}

static std::vector<StringRef> getNames(ArrayRef<TensorInfo> inputs, ArrayRef<TensorInfo> outputs) {
  std::vector<StringRef> names;
  for (const TensorInfo &tensor : inputs)
    names.push_back(tensor.name);
  for (const TensorInfo &tensor : outputs)
    names.push_back(tensor.name);
  return names;
}

static void printTensorConstants(raw_ostream &os, StringRef prefix, StringRef kind, ArrayRef<TensorInfo> tensors,
                                 ArrayRef<std::string> names) {
  std::string start = (prefix.upper() + "_");
  os << "#define " << start << "NUM_" << kind << "S " << tensors.size() << '\n';
  for (auto [index, tensor, name] : llvm::enumerate(tensors, names)) {
    std::string constant = start + StringRef(name).upper();
    os << "/* " << kind.lower() << ' ' << index << ": \"" << quoteForComment(tensor.name) << "\", "
       << getName(tensor.type) << ' ' << formatShape(tensor.shape) << " */\n"
       << "#define " << constant << "_INDEX " << index << '\n'
       << "#define " << constant << "_TYPE " << getInfo(tensor.type).cConstant << '\n'
       << "#define " << constant << "_RANK " << tensor.shape.size() << '\n'
       << "#define " << constant << "_SHAPE {";
    llvm::interleaveComma(tensor.shape, os);
    // An empty initializer list is no C99.
    os << (tensor.shape.empty() ? "0" : "") << "}\n"
       << "#define " << constant << "_ELEMENTS " << tensor.getNumElements() << '\n'
       << "#define " << constant << "_BYTES " << tensor.getNumBytes() << '\n';
  }
}

static void printWrapper(raw_ostream &os, const FunctionInfo &function, StringRef prefix,
                         ArrayRef<std::string> names) {
  size_t numInputs = function.inputs.size(), numOutputs = function.outputs.size();
  os << "/* The same with a typed parameter for each tensor, inputs first. */\n"
     << "static inline int " << prefix << "_infer(";
  for (size_t i = 0; i < numInputs; ++i) {
    printParameter(os, function.inputs[i], names[i], /*isInput=*/true);
    os << ",\n    ";
  }
  for (size_t i = 0; i < numOutputs; ++i) {
    printParameter(os, function.outputs[i], names[numInputs + i], /*isInput=*/false);
    os << ",\n    ";
  }
  os << "void *arena) {\n";
  auto printArray = [&](StringRef type, StringRef array, ArrayRef<std::string> elements) {
    os << "  " << type << array << "[] = {";
    llvm::interleaveComma(elements, os);
    // C has no empty arrays.
    os << (elements.empty() ? "NULL" : "") << "};\n";
  };
  printArray("const void *const ", "inputs", names.take_front(numInputs));
  printArray("void *const ", "outputs", names.drop_front(numInputs));
  os << "  return " << prefix << "_run(inputs, outputs, arena);\n}\n";
}

static void printFunction(raw_ostream &os, const ArtifactInfo &info, const FunctionInfo &function) {
  std::string prefix = getFunctionPrefix(info, function), upper = StringRef(prefix).upper();
  std::vector<std::string> names = toCIdentifiers(getNames(function.inputs, function.outputs));
  ArrayRef<std::string> allNames = names;
  os << "\n/* ---- " << quoteForComment(function.name) << " ---- */\n\n"
     << "/* Memory that a call needs: as large and as aligned as this, from the caller. */\n"
     << "#define " << upper << "_ARENA_BYTES " << function.arenaBytes << '\n'
     << "#define " << upper << "_ARENA_ALIGN " << function.arenaAlign << "\n\n";
  printTensorConstants(os, prefix, "INPUT", function.inputs, allNames.take_front(function.inputs.size()));
  os << '\n';
  printTensorConstants(os, prefix, "OUTPUT", function.outputs, allNames.drop_front(function.inputs.size()));
  os << "\n/* One call: a pointer for each input and output, in the order above, and the arena. Returns ADZE_OK (0) or\n"
     << " * an error code. Reentrant with one arena for each call. */\n"
     << "int " << prefix << "_run(const void *const inputs[], void *const outputs[], void *arena);\n"
     << "/* The same with everything that a call can be given. */\n"
     << "int " << prefix << "_call(const adze_call *call);\n\n";
  printWrapper(os, function, prefix, names);
}

std::string adze::emitHeader(const ArtifactInfo &info) {
  std::string text, name = toCIdentifier(info.name), guard = "ADZE_ARTIFACT_" + StringRef(name).upper() + "_H";
  raw_string_ostream os(text);
  os << "/* " << quoteForComment(info.name) << ", compiled by " << quoteForComment(info.producer) << " for "
     << quoteForComment(info.target) << " (" << quoteForComment(info.triple) << ").\n * Model: SHA-256 "
     << quoteForComment(info.sourceHash) << ", " << info.parameters << " parameters. Generated: do not edit. */\n"
     << "#ifndef " << guard << "\n#define " << guard << "\n\n"
     << abiHeader[0].bytes() << "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n"
     << "/* What the artifact says about itself; never NULL. */\n"
     << "const adze_model *" << name << "_model(void);\n";
  for (const FunctionInfo &function : info.functions)
    printFunction(os, info, function);
  os << "\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
  return text;
}
