//===- Images.cpp - A data set of images ----------------------------------===//

#include "Images.h"
#include "llvm/ADT/STLExtras.h"
#include <cstring>

using namespace adze;
using namespace llvm;

Expected<ImageSet> ImageSet::open(const Options &options) {
  ImageSet images(options);
  Expected<NpyFile> file = NpyFile::open(options.dataPath);
  if (!file)
    return file.takeError();
  images.file = std::move(*file);
  if (images.file.shape.size() < 2)
    return createStringError(options.dataPath + ": a data set has a first dimension that counts its samples, found " +
                             formatShape(images.file.shape));
  return images;
}

/// Extents without those of 1: images of one channel are stored with and without it.
static SmallVector<int64_t, 4> dropUnits(ArrayRef<int64_t> shape) {
  SmallVector<int64_t, 4> result;
  llvm::copy_if(shape, std::back_inserter(result), [](int64_t extent) { return extent != 1; });
  return result;
}

static SmallVector<int64_t, 4> moveChannelsFirst(ArrayRef<int64_t> hwc) { return {hwc[2], hwc[0], hwc[1]}; }

Expected<SmallVector<int64_t, 4>> ImageSet::getInputShape(ArrayRef<int64_t> declared) const {
  if (declared.empty())
    return createStringError("the model's input is a scalar: it takes no images");
  SmallVector<int64_t, 4> image(getImageShape());
  bool transposes = options->layout == ImageLayout::ChannelsLast && image.size() == 3 && declared.size() == 4;
  if (transposes)
    image = moveChannelsFirst(image);
  // One channel without a dimension of its own.
  if (image.size() + 2 == declared.size())
    image.insert(image.begin() + (declared.back() == 1 ? image.size() : 0), 1);
  if (image.size() + 1 != declared.size())
    return createStringError("the model takes shape " + formatShape(declared) + ", the images of '" +
                             options->dataPath + "' have shape " + formatShape(getImageShape()));
  SmallVector<int64_t, 4> shape;
  shape.push_back(declared[0] >= 0 ? declared[0] : std::max<int64_t>(options->batch, 1));
  shape.append(image);
  return shape;
}

/// mean and std of a channel.
static float getChannel(const std::vector<float> &values, size_t channel, float standard) {
  if (values.empty())
    return standard;
  return values[values.size() == 1 ? 0 : channel];
}

/// Element `i` of the file as the model's number before normalization.
static float readPixel(const NpyFile &file, size_t i) {
  const char *at = file.bytes.data() + i * getBytes(file.type);
  if (file.type == ElementType::U8)
    return static_cast<float>(static_cast<unsigned char>(*at)) / 255.0f;
  float value;
  std::memcpy(&value, at, sizeof(value));
  return value;
}

Expected<NpyArray> ImageSet::read(size_t begin, const Port &input) const {
  ArrayRef<int64_t> shape = input.shape;
  ArrayRef<int64_t> stored = getImageShape();
  int64_t pixels = *countElements(stored);
  std::optional<int64_t> wanted = countElements(shape.drop_front());
  bool transposes = options->layout == ImageLayout::ChannelsLast && stored.size() == 3;
  SmallVector<int64_t, 4> image(stored);
  if (transposes)
    image = moveChannelsFirst(stored);
  if (!wanted || *wanted != pixels || dropUnits(image) != dropUnits(shape.drop_front()))
    return make_error<CommandError>(ExitCode::BadInput,
                                    "the model takes shape " + formatShape(shape) + ", the images of '" +
                                        options->dataPath + "' have shape " + formatShape(stored),
                                    "--layout=nhwc turns images with their channels last");
  size_t channels = image.size() == 3 ? static_cast<size_t>(image[0]) : 1;
  if (options->layout == ImageLayout::AsModel && image.size() == 3 && options->mean.size() > 1 &&
      static_cast<size_t>(image[0]) != options->mean.size())
    channels = static_cast<size_t>(image[2]);
  for (const std::vector<float> *values : {&options->mean, &options->deviation})
    if (values->size() > 1 && values->size() != channels)
      return createStringError("--mean and --std have " + Twine(values->size()) + " values for " + Twine(channels) +
                               " channels");
  bool normalizes = !options->mean.empty() || !options->deviation.empty();
  bool direct = file.type == input.type && !(normalizes && input.type == ElementType::F32);
  if (!direct && (input.type != ElementType::F32 || (file.type != ElementType::U8 && file.type != ElementType::F32)))
    return createStringError("images of " + getName(file.type) + " cannot be turned into the model's " +
                             getName(input.type));

  NpyArray batch(input.type, shape);
  size_t count = std::min<size_t>(static_cast<size_t>(shape[0]), getCount() - begin), size = pixels;
  size_t width = getBytes(file.type);
  if (direct && !transposes) {
    std::memcpy(batch.data.data(), file.bytes.data() + begin * size * width, count * size * width);
    return batch;
  }
  // Where channels lie last (in the file or in a model that takes them so) they alternate from element to element.
  size_t plane = size / channels;
  bool channelsLast = transposes || (image.size() == 3 && static_cast<size_t>(image[0]) != channels);
  for (size_t n = 0; n < count; ++n)
    for (size_t i = 0; i < size; ++i) {
      size_t from = (begin + n) * size + i;
      size_t channel = channelsLast ? i % channels : i / plane;
      size_t to = n * size + (transposes ? channel * plane + i / channels : i);
      if (direct) {
        std::memcpy(&batch.data[to * width], file.bytes.data() + from * width, width);
        continue;
      }
      float value = readPixel(file, from);
      value = (value - getChannel(options->mean, channel, 0)) / getChannel(options->deviation, channel, 1);
      batch.as<float>()[to] = value;
    }
  return batch;
}

Error adze::fixInputShape(Session &session, StringRef path, const ImageSet &images) {
  mlir::FailureOr<std::vector<ModelValue>> inputs = readInputs(session.getContext(), path);
  if (failed(inputs))
    return alreadyReported();
  if (inputs->size() != 1)
    return Error::success();
  Expected<SmallVector<int64_t, 4>> shape = images.getInputShape(inputs->front().shape);
  if (!shape)
    return shape.takeError();
  session.getOptions().import.fileShapes[inputs->front().name] = *shape;
  return Error::success();
}

Error adze::checkTakesImages(const Executor &executor) {
  if (executor.getInputs().size() != 1 || executor.getOutputs().empty())
    return createStringError("images need a model with one input, this one has " + Twine(executor.getInputs().size()));
  if (executor.getInputs()[0].shape.empty() || executor.getInputs()[0].shape[0] < 1)
    return createStringError("the model's input has no batch dimension");
  return Error::success();
}

Expected<Executor> adze::openForImages(std::optional<Session> &session, Options &options, Reporter &reporter,
                                       const ImageSet &images, mlir::OwningOpRef<mlir::ModuleOp> &module) {
  StringRef path = options.files[0];
  std::optional<Executor> executor;
  if (isArtifact(path)) {
    Expected<Executor> loaded = Executor::load(path);
    if (!loaded)
      return loaded.takeError();
    executor = std::move(*loaded);
  } else {
    session.emplace(options, reporter);
    if (Error error = fixInputShape(*session, path, images))
      return std::move(error);
    auto loaded = session->load(path);
    if (!loaded)
      return loaded.takeError();
    module = std::move(*loaded);
    Expected<Executor> made =
        options.interpret ? Executor::interpret(*module) : Executor::compile(*session, *module);
    if (!made)
      return made.takeError();
    executor = std::move(*made);
  }
  if (Error error = checkTakesImages(*executor))
    return std::move(error);
  return std::move(*executor);
}
