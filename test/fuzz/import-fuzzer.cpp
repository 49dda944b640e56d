//===- import-fuzzer.cpp - Any bytes import or give an error --------------===//
//
// libFuzzer's target for the importer. Most mutations change a parsed model (see ModelMutator), the rest its bytes.
// What must hold: no crash, no sanitizer's finding, no unbounded memory or time, errors where there is no module.
//
//===----------------------------------------------------------------------===//

#include "ModelMutator.h"
#include "mlir/IR/MLIRContext.h"
#include <cstdlib>

using namespace adze;

extern "C" size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  bool hasError = false;
  context.getDiagEngine().registerHandler([&](mlir::Diagnostic &diagnostic) {
    hasError |= diagnostic.getSeverity() == mlir::DiagnosticSeverity::Error;
    return mlir::success();
  });
  llvm::MemoryBufferRef buffer(llvm::StringRef(reinterpret_cast<const char *>(data), size), "model.onnx");
  ImportOptions options;
  if (auto inputs = readOnnxInputs(context, buffer); mlir::succeeded(inputs))
    for (const OnnxInput &input : *inputs) {
      for (auto [i, extent] : llvm::enumerate(input.shape)) {
        if (extent >= 0)
          continue;
        if (!input.dimNames[i].empty())
          options.dims[input.dimNames[i]] = {2, input.dimNames[i] == "a" ? 4 : 2}; // one name stays open, bounded
        else
          options.inputShapes.try_emplace(input.name, input.shape).first->second[i] = 3;
      }
      std::optional<int64_t> count = countElements(input.shape);
      if (input.type == ElementType::I64 && count && *count <= 8) {
        NpyArray candidate(ElementType::I64, input.shape);
        for (auto [i, value] : llvm::enumerate(candidate.as<int64_t>()))
          value = int64_t(i % 3) - 1 + int64_t(size % 3);
        options.constantCandidates[input.name] = candidate;
      }
    }
  hasError = false;
  if (mlir::failed(importOnnx(context, buffer, "", options)) && !hasError)
    abort(); // a failure that says nothing
  return 0;
}

/// LLVM's allocators poison what they have not given out; libMLIR is not instrumented and takes from them without telling.
extern "C" const char *__asan_default_options() { return "allow_user_poisoning=0"; }

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t maxSize, unsigned seed) {
  onnx::ModelProto model;
  if (seed % 16 == 0 || !model.ParseFromArray(data, int(size)) || !model.has_graph())
    return LLVMFuzzerMutate(data, size, maxSize);
  fuzz::ModelMutator mutator(seed);
  for (unsigned i = 0; i <= seed % 3; ++i)
    mutator.mutate(model);
  std::string bytes = model.SerializeAsString();
  if (bytes.size() > maxSize)
    return size;
  memcpy(data, bytes.data(), bytes.size());
  return bytes.size();
}
