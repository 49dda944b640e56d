//===- OpTable.cpp - Which ONNX operators are imported --------------------===//

#include "OpTable.h"
#include "adze/Import/ImportOnnx.h"
#include "llvm/ADT/STLExtras.h"

using namespace adze;

OpTable::OpTable() {
  addContractions(*this);
  addElementwise(*this);
  addIndexing(*this);
  addLosses(*this);
  addMisc(*this);
  addMovements(*this);
  addNormalizations(*this);
  addReductions(*this);
  addResampling(*this);
  addSignal(*this);
  addWindows(*this);
  llvm::sort(all, [](const OpEntry &a, const OpEntry &b) {
    return std::make_pair(a.domain, a.name) < std::make_pair(b.domain, b.name);
  });
  for (auto [i, entry] : llvm::enumerate(all))
    byName[(entry.domain + "." + entry.name).str()] = i;
}

const OpTable &OpTable::get() {
  static const OpTable table;
  return table;
}

const OpEntry *OpTable::lookup(llvm::StringRef domain, llvm::StringRef name) const {
  auto found = byName.find((domain + "." + name).str());
  return found == byName.end() ? nullptr : &all[found->second];
}

std::vector<OnnxOperator> adze::listOnnxOperators() {
  std::vector<OnnxOperator> operators;
  for (const OpEntry &entry : OpTable::get().entries())
    operators.push_back({entry.domain.str(), entry.name.str(), {entry.versions.begin(), entry.versions.end()}, entry.removedIn});
  return operators;
}
