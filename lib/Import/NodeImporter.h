//===- NodeImporter.h - One ONNX node under import --------------*- C++ -*-===//
//
// What an operator's import function works with: the node's operands, attributes and results, and a builder that folds.
//
// Every attribute and operand must be read, every wanted result set: what is left over is an error. Errors are recorded and
// building goes on with null values, which every builder function passes on; a function needs to check only before it looks
// into the type of a value that it has built.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_LIB_IMPORT_NODEIMPORTER_H
#define ADZE_LIB_IMPORT_NODEIMPORTER_H

#include "GraphImporter.h"
#include "OpTable.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/StringSet.h"

namespace adze {

using mlir::failed;
using mlir::failure;
using mlir::FailureOr;
using mlir::LogicalResult;
using mlir::succeeded;
using mlir::success;
using mlir::Type;
using mlir::Value;
using llvm::ArrayRef;
using llvm::SmallVector;
using llvm::StringRef;
using llvm::Twine;
using Ints = SmallVector<int64_t, 6>;

/// Numbers that an import function may write down one by one.
constexpr int64_t maxListed = int64_t(16) << 20;

class NodeImporter {
public:
  NodeImporter(GraphImporter &graph, const onnx::NodeProto &proto, GraphImporter::Scope &scope, int64_t version,
               mlir::Location loc);

  /// The operator version in force.
  const int64_t version;

  //===--- Operands -------------------------------------------------------===//

  unsigned getNumOperands() const { return operands.size(); }
  /// Null if the optional operand is absent.
  Value operand(unsigned i);
  SmallVector<Value> allOperands();
  /// The operand as a constant, through whatever it is computed from; `what` names it in messages.
  FailureOr<mlir::ElementsAttr> constant(unsigned i, StringRef what);
  FailureOr<Ints> constantInts(unsigned i, StringRef what);
  FailureOr<int64_t> constantInt(unsigned i, StringRef what);
  FailureOr<SmallVector<double>> constantFloats(unsigned i, StringRef what);

  //===--- Attributes -----------------------------------------------------===//

  bool hasAttr(StringRef name) const;
  int64_t intAttr(StringRef name, int64_t byDefault);
  bool boolAttr(StringRef name, bool byDefault);
  double floatAttr(StringRef name, double byDefault);
  std::string stringAttr(StringRef name, StringRef byDefault);
  /// One of `allowed`; anything else is an error.
  std::string stringAttr(StringRef name, StringRef byDefault, ArrayRef<StringRef> allowed);
  Ints intsAttr(StringRef name, ArrayRef<int64_t> byDefault = {});
  SmallVector<double> floatsAttr(StringRef name);
  /// Null if absent.
  mlir::ElementsAttr tensorAttr(StringRef name);
  const onnx::GraphProto *graphAttr(StringRef name);
  /// An attribute that must be there.
  int64_t requiredIntAttr(StringRef name);

  //===--- Results --------------------------------------------------------===//

  unsigned getNumResults() const { return proto.output_size(); }
  bool wants(unsigned i) const { return i < getNumResults() && !proto.output(i).empty(); }
  void setResult(unsigned i, Value value);
  /// Sets the first result; fails if the value is null or anything was reported.
  LogicalResult finish(Value value);
  /// Records an error of this node.
  LogicalResult error(const Twine &message, StringRef note = "");
  /// Whether an error has been recorded.
  bool hasFailed() const { return isFailed; }
  /// Checks that all was read and set, and hands the results over.
  LogicalResult commit();

  //===--- Types ----------------------------------------------------------===//

  mlir::MLIRContext *getContext() const { return b.getContext(); }
  static mlir::RankedTensorType typeOf(Value value) { return mlir::cast<mlir::RankedTensorType>(value.getType()); }
  static ArrayRef<int64_t> shapeOf(Value value) { return typeOf(value).getShape(); }
  static int64_t rankOf(Value value) { return typeOf(value).getRank(); }
  static Type elementOf(Value value) { return typeOf(value).getElementType(); }
  /// Whether there is surely one element, or none.
  static bool isSingle(Value value) { return typeOf(value).hasStaticShape() && typeOf(value).getNumElements() == 1; }
  static bool isEmpty(Value value) { return typeOf(value).hasStaticShape() && typeOf(value).getNumElements() == 0; }
  static bool isFloat(Value value) { return mlir::isa<mlir::FloatType>(elementOf(value)); }
  /// Fails, with an error that names the dimension, where a value is open.
  LogicalResult requireClosed(Value value);
  LogicalResult requireRank(Value value, int64_t least, int64_t most = 8);
  /// Counts negative axes from the end; -1 (and an error) if out of range.
  int64_t normalizeAxis(int64_t axis, int64_t rank);
  /// The same for a list; sorted and without duplicates.
  FailureOr<Ints> normalizeAxes(ArrayRef<int64_t> axes, int64_t rank);
  /// Fails (with an error) where ONNX has no such type or the dialect lacks it.
  Type elementType(int64_t onnxType);

  //===--- Building -------------------------------------------------------===//

  /// Creates an operation from its builder's arguments (without types, which are inferred), folding constants. Null if
  /// it cannot be: the reason has been recorded.
  template <typename OpT, typename... Args>
  Value create(Args &&...args) {
    SmallVector<Value> results = createMany<OpT>(1, std::forward<Args>(args)...);
    return results.empty() ? Value() : results[0];
  }
  template <typename OpT, typename... Args>
  SmallVector<Value> createMany(unsigned numResults, Args &&...args) {
    if (isFailed || (isNull(args) || ...))
      return {};
    mlir::OperationState state(loc, OpT::getOperationName());
    SmallVector<Type> types(numResults, b.getNoneType());
    OpT::build(b, state, mlir::TypeRange(types), std::forward<Args>(args)...);
    GraphImporter::Capture capture(getContext());
    types.clear();
    if (failed(OpT::inferReturnTypes(getContext(), loc, state.operands, state.attributes.getDictionary(getContext()),
                                     state.getRawProperties(), {}, types)))
      return reportCapture(capture);
    state.types.assign(types.begin(), types.end());
    return insert(state);
  }
  /// The same with an explicit result type.
  template <typename OpT, typename... Args>
  Value createTyped(Type type, Args &&...args) {
    if (isFailed || !type || (isNull(args) || ...))
      return {};
    mlir::OperationState state(loc, OpT::getOperationName());
    OpT::build(b, state, mlir::TypeRange(type), std::forward<Args>(args)...);
    SmallVector<Value> results = insert(state);
    return results.empty() ? Value() : results[0];
  }
  /// Stands for an optional operand that is absent.
  struct Optional {
    Value value;
    operator Value() const { return value; }
  };

  Value constantValue(mlir::ElementsAttr value);
  /// A tensor of rank 0.
  Value scalar(double value, Type element);
  Value ints(ArrayRef<int64_t> values);
  /// start, start + 1, ... as i64; an error beyond `maxListed`.
  Value counting(int64_t start, int64_t count);
  /// Row-major f64 numbers converted to the element type (rounded once).
  Value numbers(ArrayRef<double> values, ArrayRef<int64_t> shape, Type element);
  Value reshape(Value x, ArrayRef<int64_t> shape) { return reshapeTo(x, Dims(shape.begin(), shape.end())); }
  Value reshapeTo(Value x, ArrayRef<Dim> dims);
  Value broadcast(Value x, ArrayRef<int64_t> shape);
  Value cast(Value x, Type element);
  Value transpose(Value x, ArrayRef<int64_t> permutation);
  Value slice(Value x, int64_t axis, int64_t start, int64_t size);
  Value concat(ArrayRef<Value> xs, int64_t axis);
  /// Zeros before and after one dimension.
  Value padZeros(Value x, int64_t axis, int64_t low, int64_t high);
  Value reduce(ReduceKind kind, Value x, ArrayRef<int64_t> axes, bool keepdims = true);
  Value add(Value x, Value y) { return create<AddOp>(x, y); }
  Value sub(Value x, Value y) { return create<SubOp>(x, y); }
  Value mul(Value x, Value y) { return create<MulOp>(x, y); }
  Value div(Value x, Value y) { return create<DivOp>(x, y); }
  Value compare(Predicate predicate, Value x, Value y) { return create<CompareOp>(x, y, predicate); }
  Value select(Value condition, Value x, Value y) { return create<SelectOp>(condition, x, y); }
  /// With a number in the other's element type.
  Value add(Value x, double y) { return x ? add(x, scalar(y, elementOf(x))) : x; }
  Value mul(Value x, double y) { return x ? mul(x, scalar(y, elementOf(x))) : x; }
  Value div(Value x, double y) { return x ? div(x, scalar(y, elementOf(x))) : x; }
  Value compare(Predicate predicate, Value x, double y) {
    return x ? compare(predicate, x, scalar(y, elementOf(x))) : x;
  }
  Value clamp(Value x, std::optional<double> min, std::optional<double> max);
  /// A vector of channels as `[1, C, 1, ...]`, to broadcast against a value of this rank.
  Value perChannel(Value vector, int64_t rank);

  /// Results of a subgraph without inputs, imported where the node stands.
  FailureOr<SmallVector<Value>> importBranch(const onnx::GraphProto &body);

private:
  template <typename T>
  static bool isNull(const T &) { return false; }
  static bool isNull(const Value &value) { return !value; }
  SmallVector<Value> insert(mlir::OperationState &state);
  SmallVector<Value> reportCapture(GraphImporter::Capture &capture);
  const onnx::AttributeProto *findAttr(StringRef name, onnx::AttributeProto::AttributeType type);

  GraphImporter &graph;
  const onnx::NodeProto &proto;
  GraphImporter::Scope &scope;
  mlir::Location loc;
  mlir::OpBuilder &b;
  SmallVector<Value> operands;
  SmallVector<bool> isRead;
  llvm::StringSet<> readAttrs;
  SmallVector<Value> results;
  bool isFailed = false;
};

/// The value of `x`, or failure out of a function that returns LogicalResult.
#define ADZE_TRY(VARIABLE, EXPRESSION)                                                                                 \
  auto VARIABLE##Or = (EXPRESSION);                                                                                    \
  if (failed(VARIABLE##Or))                                                                                            \
    return failure();                                                                                                  \
  auto &VARIABLE = *VARIABLE##Or

} // namespace adze

#endif // ADZE_LIB_IMPORT_NODEIMPORTER_H
