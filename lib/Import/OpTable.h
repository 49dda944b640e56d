//===- OpTable.h - Which ONNX operators are imported, and how ---*- C++ -*-===//
//
// One table for all operators, keyed by domain, name and version. `versions` lists the operator versions (the opset that
// introduced them) whose meaning the function implements; the one in force is the largest that is not above the model's
// opset. A version that ONNX has and the list lacks would be read with an older meaning: it must be listed, or cut off by
// `removedIn`.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_LIB_IMPORT_OPTABLE_H
#define ADZE_LIB_IMPORT_OPTABLE_H

#include "mlir/Support/LLVM.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <vector>

namespace adze {

class NodeImporter;
using ImportFunction = mlir::LogicalResult (*)(NodeImporter &);

/// The newest opset whose operators the table describes.
constexpr int64_t newestOpset = 22;
constexpr unsigned manyOperands = ~0u;

struct OpEntry {
  llvm::StringRef domain, name;
  llvm::SmallVector<int64_t, 6> versions;
  /// The first `minOperands` must be there, at most `maxOperands` may be.
  unsigned minOperands, maxOperands;
  ImportFunction import;
  int64_t removedIn = 0;
};

class OpTable {
public:
  /// The table of all operators; built once.
  static const OpTable &get();
  /// Null if the operator is not there in any version.
  const OpEntry *lookup(llvm::StringRef domain, llvm::StringRef name) const;
  llvm::ArrayRef<OpEntry> entries() const { return all; }

  void add(llvm::StringRef name, std::initializer_list<int64_t> versions, unsigned minOperands, unsigned maxOperands,
           ImportFunction import, int64_t removedIn = 0) {
    all.push_back({"", name, versions, minOperands, maxOperands, import, removedIn});
  }
  void addTo(llvm::StringRef domain, llvm::StringRef name, std::initializer_list<int64_t> versions, unsigned minOperands,
             unsigned maxOperands, ImportFunction import) {
    all.push_back({domain, name, versions, minOperands, maxOperands, import, 0});
  }

private:
  OpTable();

  std::vector<OpEntry> all;
  llvm::StringMap<size_t> byName; // "domain.name"
};

// One family a file.
void addContractions(OpTable &table);
void addElementwise(OpTable &table);
void addIndexing(OpTable &table);
void addLosses(OpTable &table);
void addMisc(OpTable &table);
void addMovements(OpTable &table);
void addNormalizations(OpTable &table);
void addReductions(OpTable &table);
void addResampling(OpTable &table);
void addSignal(OpTable &table);
void addWindows(OpTable &table);

} // namespace adze

#endif // ADZE_LIB_IMPORT_OPTABLE_H
