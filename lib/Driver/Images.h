//===- Images.h - A data set of images ------------------------------------===//

#ifndef ADZE_LIB_DRIVER_IMAGES_H
#define ADZE_LIB_DRIVER_IMAGES_H

#include "Executor.h"

namespace adze {

/// The images of --data, brought into a model's form batch by batch; the file stays mapped.
class ImageSet {
public:
  static llvm::Expected<ImageSet> open(const Options &options);

  size_t getCount() const { return static_cast<size_t>(file.shape[0]); }
  /// The shape of a batch for a model whose input is declared like this (-1: open).
  llvm::Expected<llvm::SmallVector<int64_t, 4>> getInputShape(llvm::ArrayRef<int64_t> declared) const;
  /// The batch that begins at image `begin`; behind the last image it is zero.
  llvm::Expected<NpyArray> read(size_t begin, const Port &input) const;

private:
  explicit ImageSet(const Options &options) : options(&options) {}
  llvm::ArrayRef<int64_t> getImageShape() const { return llvm::ArrayRef<int64_t>(file.shape).drop_front(); }

  const Options *options;
  NpyFile file;
};

/// Lets the images fix the open dimensions of a model file's input.
llvm::Error fixInputShape(Session &session, llvm::StringRef path, const ImageSet &images);

/// Fails where a model does not take batches of images: exactly one input, with a batch dimension.
llvm::Error checkTakesImages(const Executor &executor);

/// Opens the model of the command line for batches of images; fails where it does not have exactly one input.
llvm::Expected<Executor> openForImages(std::optional<Session> &session, Options &options, Reporter &reporter,
                                       const ImageSet &images, mlir::OwningOpRef<mlir::ModuleOp> &module);

} // namespace adze

#endif // ADZE_LIB_DRIVER_IMAGES_H
