//===- Window.h - Images and sliding windows --------------------*- C++ -*-===//
//
// Convolutions and pools work on images of channels first and three spatial dimensions, leading ones of extent 1 where there are fewer.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_LIB_INTERPRETER_WINDOW_H
#define ADZE_LIB_INTERPRETER_WINDOW_H

#include "Elements.h"
#include <array>

namespace adze::interpreter {

using Extents = std::array<int64_t, 3>;

inline Extents fillFront(ArrayRef<int64_t> values, int64_t absent) {
  Extents extents{absent, absent, absent};
  std::copy(values.begin(), values.end(), extents.end() - values.size());
  return extents;
}

struct Window {
  Extents kernel, strides, dilations, low;

  template <typename OpT>
  Window(OpT op, ArrayRef<int64_t> kernel)
      : kernel(fillFront(kernel, 1)), strides(fillFront(op.getStrides(), 1)), dilations(fillFront(op.getDilations(), 1)),
        low(fillFront(op.getPads().take_front(kernel.size()), 0)) {}
  int64_t taps() const { return kernel[0] * kernel[1] * kernel[2]; }
};

template <typename N>
struct Images {
  int64_t batch, channels;
  Extents extents;
  std::vector<N> numbers;

  int64_t pixels() const { return extents[0] * extents[1] * extents[2]; }
  N *plane(int64_t n, int64_t c) { return numbers.data() + (n * channels + c) * pixels(); }
};

/// Zeros of the extents that a tensor type in this layout has.
template <typename N>
Images<N> makeImages(RankedTensorType type, Layout layout) {
  ArrayRef<int64_t> shape = type.getShape();
  bool last = layout == Layout::ChannelsLast;
  Images<N> images{shape[0], last ? shape.back() : shape[1],
                   fillFront(last ? shape.drop_front().drop_back() : shape.drop_front(2), 1), {}};
  images.numbers.resize(type.getNumElements());
  return images;
}

template <typename N>
Images<N> loadImages(const Tensor &x, Layout layout) {
  Images<N> images = makeImages<N>(x.getType(), layout);
  if (layout == Layout::ChannelsFirst) {
    load<N>(x, 0, 1, images.numbers);
    return images;
  }
  for (int64_t n = 0; n < images.batch; ++n)
    for (int64_t c = 0; c < images.channels; ++c)
      load<N>(x, n * images.pixels() * images.channels + c, images.channels, {images.plane(n, c), size_t(images.pixels())});
  return images;
}

template <typename N>
Tensor storeImages(RankedTensorType type, Images<N> &images, Layout layout) {
  Tensor y(type);
  if (layout == Layout::ChannelsFirst) {
    store<N>(y, 0, 1, images.numbers);
    return y;
  }
  for (int64_t n = 0; n < images.batch; ++n)
    for (int64_t c = 0; c < images.channels; ++c)
      store<N>(y, n * images.pixels() * images.channels + c, images.channels, {images.plane(n, c), size_t(images.pixels())});
  return y;
}

} // namespace adze::interpreter

#endif // ADZE_LIB_INTERPRETER_WINDOW_H
