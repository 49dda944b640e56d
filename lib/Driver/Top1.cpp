//===- Top1.cpp - Accuracy over a labelled data set -----------------------===//

#include "Commands.h"
#include "adze/Driver/Difference.h"
#include "Images.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace adze;
using namespace llvm;

static Expected<std::vector<int64_t>> readLabels(StringRef path, size_t count) {
  Expected<NpyArray> labels = readNpy(path);
  if (!labels)
    return labels.takeError();
  if (!isInteger(labels->type))
    return createStringError(path + ": labels are integers, found " + getName(labels->type));
  if (static_cast<size_t>(labels->getNumElements()) != count)
    return createStringError(path + ": " + Twine(labels->getNumElements()) + " labels for " + Twine(count) +
                             " images");
  std::vector<int64_t> result;
  for (size_t i = 0; i < count; ++i)
    result.push_back(static_cast<int64_t>(getNumber(*labels, i)));
  return result;
}

/// Index of the largest of `count` numbers from `begin` on; the first of equal ones.
static int64_t findLargest(const NpyArray &array, size_t begin, size_t count) {
  size_t best = 0;
  for (size_t i = 1; i < count; ++i)
    if (getNumber(array, begin + i) > getNumber(array, begin + best))
      best = i;
  return static_cast<int64_t>(best);
}

Error adze::runTop1(Options &options, Reporter &reporter) {
  if (options.dataPath.empty() || options.labelsPath.empty())
    return usageError("--metric=top1 needs --data images.npy and --labels labels.npy");
  Expected<ImageSet> images = ImageSet::open(options);
  if (!images)
    return images.takeError();
  Expected<std::vector<int64_t>> labels = readLabels(options.labelsPath, images->getCount());
  if (!labels)
    return labels.takeError();

  std::optional<Session> session;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  Expected<Executor> executor = openForImages(session, options, reporter, *images, module);
  if (!executor)
    return executor.takeError();
  const Port &input = executor->getInputs()[0];
  size_t batch = static_cast<size_t>(input.shape[0]), right = 0;
  for (size_t begin = 0; begin < images->getCount(); begin += batch) {
    Expected<NpyArray> array = images->read(begin, input);
    if (!array)
      return array.takeError();
    std::vector<NpyArray> inputs;
    inputs.push_back(std::move(*array));
    if (Error error = executor->setInputs(std::move(inputs)))
      return error;
    if (Error error = executor->run())
      return error;
    const NpyArray &scores = executor->getResults()[0];
    size_t classes = static_cast<size_t>(scores.getNumElements()) / batch;
    if (scores.shape.empty() || static_cast<size_t>(scores.shape[0]) != batch || classes == 0)
      return createStringError("output '" + executor->getOutputs()[0].name + "' has shape " +
                               formatShape(scores.shape) + ": no class scores for " + Twine(batch) + " images");
    for (size_t i = 0; i < batch && begin + i < images->getCount(); ++i)
      right += findLargest(scores, i * classes, classes) == (*labels)[begin + i];
  }
  double percent = 100.0 * static_cast<double>(right) / static_cast<double>(std::max<size_t>(images->getCount(), 1));
  outs() << "top1 " << right << '/' << images->getCount() << format(" %.2f %%\n", percent);
  return Error::success();
}
