//===- GraphImporter.h - The walk over an ONNX graph ------------*- C++ -*-===//

#ifndef ADZE_LIB_IMPORT_GRAPHIMPORTER_H
#define ADZE_LIB_IMPORT_GRAPHIMPORTER_H

#include "WeightReader.h"
#include "adze/Import/ImportOnnx.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace adze {
struct OpEntry;

class GraphImporter {
public:
  GraphImporter(mlir::MLIRContext *context, std::shared_ptr<const onnx::ModelProto> model, llvm::StringRef name,
                llvm::StringRef folder, const ImportOptions &options);

  mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> run();

  //===--- For NodeImporter -----------------------------------------------===//

  /// What an ONNX name stands for: a value, a weight that nothing has used yet, or what a node that failed would give.
  struct Entry {
    mlir::Value value;
    const onnx::TensorProto *tensor = nullptr;
    bool isFailed = false;
  };
  /// The names of a graph, a branch or a function's body.
  struct Scope {
    Scope *parent = nullptr;
    /// Opsets by domain ("" for ai.onnx).
    const llvm::StringMap<int64_t> *opsets = nullptr;
    /// In front of node names: "call/" in functions.
    std::string prefix;
    /// Whether protos of this scope live in the model, so that weights may alias them.
    bool isPartOfModel = true;
    unsigned depth = 0;
    /// Nodes of a function that were copied to put the call's attributes in.
    llvm::SmallPtrSet<const onnx::NodeProto *, 4> copies = {};
    llvm::StringMap<Entry> entries = {};
  };

  /// Collects diagnostics of the current thread's work instead of printing them.
  class Capture {
  public:
    explicit Capture(mlir::MLIRContext *context)
        : handler(context, [this](mlir::Diagnostic &diagnostic) {
            if (text.empty())
              text = diagnostic.str();
            return mlir::success();
          }) {}
    std::string text;

  private:
    mlir::ScopedDiagnosticHandler handler;
  };

  /// Records an error; all are emitted at the end, in order, a note once.
  void report(const llvm::Twine &message, llvm::StringRef note = "");
  mlir::OpBuilder &getBuilder() { return builder; }
  WeightReader &getWeights() { return weights; }
  /// The constant that `value` is, or can be computed to be from constants and `constantCandidates`. On failure `reason`
  /// says what it depends on.
  mlir::FailureOr<mlir::ElementsAttr> getConstantThrough(mlir::Value value, std::string &reason);
  /// Replaces an operation whose operands are small constants by its results.
  llvm::SmallVector<mlir::Value> fold(mlir::Operation *op);
  /// `body` belongs to `node`, which stands in `scope`.
  mlir::FailureOr<llvm::SmallVector<mlir::Value>> importBranch(const onnx::GraphProto &body, const onnx::NodeProto &node,
                                                               Scope &scope);
  static bool isPartOfModel(const onnx::NodeProto &node, const Scope &scope) {
    return scope.isPartOfModel && !scope.copies.contains(&node);
  }
  /// A constant at the start of the function.
  mlir::Value addWeight(mlir::ElementsAttr value, mlir::Location loc);
  /// Null if nothing has this name; reads weights when they are first used.
  Entry *lookup(llvm::StringRef name, Scope &scope);
  /// Takes the results of a node that has been imported.
  void define(llvm::StringRef name, mlir::Value value, Scope &scope);

private:
  bool checkModel();
  void emitErrors();
  void resolveInputs(const onnx::GraphProto &graph, llvm::SmallVectorImpl<mlir::Type> &types,
                     std::vector<std::string> &names);
  llvm::SmallVector<Dim> resolveDims(const onnx::ValueInfoProto &input);
  void fixDimsFromShapes(const std::map<std::string, llvm::SmallVector<int64_t, 4>> &shapes, llvm::StringRef origin);
  void addInitializers(const onnx::GraphProto &graph, Scope &scope);
  void importNodes(llvm::ArrayRef<const onnx::NodeProto *> nodes, Scope &scope);
  void importNode(const onnx::NodeProto &node, Scope &scope);
  /// The model's function that a node calls, or null.
  const onnx::FunctionProto *findFunction(const onnx::NodeProto &node) const;
  /// What imports a node, and the operator's version; null if it is not supported, which is reported.
  const OpEntry *findOperator(const onnx::NodeProto &node, const llvm::StringMap<int64_t> &opsets, llvm::StringRef prefix,
                              int64_t &version);
  /// Reports the nodes that are not supported, without importing any.
  void checkOperators(const onnx::GraphProto &graph, unsigned depth);
  mlir::LogicalResult inlineFunction(const onnx::NodeProto &call, const onnx::FunctionProto &function, Scope &scope);
  mlir::Location getLocation(const onnx::NodeProto &node, const Scope &scope);

  mlir::MLIRContext *context;
  std::shared_ptr<const onnx::ModelProto> model;
  std::string name;
  const ImportOptions &options;
  WeightReader weights;
  mlir::OpBuilder builder;
  mlir::Location fileLoc;
  llvm::StringMap<int64_t> opsets;
  llvm::StringMap<const onnx::FunctionProto *> functions;
  llvm::StringMap<DimRange> namedDims;
  llvm::StringMap<std::string> dimOrigins;
  mlir::Block *body = nullptr;
  mlir::Operation *lastWeight = nullptr;
  llvm::DenseMap<mlir::Value, mlir::ElementsAttr> computed;
  /// Arguments that were taken as constants.
  llvm::DenseMap<mlir::Value, const NpyArray *> candidates;
  llvm::SmallVector<bool> isTaken;
  uint64_t importedNodes = 0;
  int64_t foldedBytes = 0;
  std::vector<std::pair<std::string, std::string>> errors;
};

/// Functions in functions and branches in branches, in all.
constexpr unsigned maxDepth = 64;

inline llvm::StringRef normalizeDomain(llvm::StringRef domain) { return domain == "ai.onnx" ? "" : domain; }
/// Bytes of a tensor of closed shape; the largest number for open ones.
int64_t getTensorBytes(mlir::Type type);
llvm::SmallVector<const onnx::NodeProto *> listNodes(const onnx::GraphProto &graph);
/// Fields that the schema of ONNX 1.12 does not know, by number: messages and strings as their bytes.
llvm::SmallVector<llvm::StringRef> findUnknown(const google::protobuf::Message &message, int number);
/// "node 'conv1/Conv' (Conv)".
std::string describeNode(const onnx::NodeProto &node, llvm::StringRef prefix);
/// The node's name, or its first output's where it has none.
llvm::StringRef getOnnxNodeName(const onnx::NodeProto &node);

} // namespace adze

#endif // ADZE_LIB_IMPORT_GRAPHIMPORTER_H
