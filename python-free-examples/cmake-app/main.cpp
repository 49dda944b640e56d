// Classifies the images of a .npy file with a network that CMake compiled into the program.
#include "digits.h"
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

int main(int argc, char **argv) {
  if (argc != 2) {
    std::cerr << "usage: app images.npy\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::vector<unsigned char> bytes((std::istreambuf_iterator<char>(file)), {});
  constexpr std::size_t pixels = DIGITS_IMAGE_ELEMENTS;
  const std::size_t count = bytes.size() / pixels;
  // The pixels are the end of the file, behind a header smaller than an image.
  auto image = bytes.end() - static_cast<std::ptrdiff_t>(count * pixels);

  alignas(DIGITS_ARENA_ALIGN) static unsigned char arena[DIGITS_ARENA_BYTES];
  std::array<float, DIGITS_IMAGE_ELEMENTS> input;
  std::array<float, DIGITS_LOGITS_ELEMENTS> logits;
  for (std::size_t i = 0; i < count; ++i, image += pixels) {
    std::transform(image, image + pixels, input.begin(), [](unsigned char p) { return p / 127.5f - 1.0f; });
    if (int error = digits_infer(input.data(), logits.data(), arena)) {
      std::cerr << "app: the call returned " << error << '\n';
      return 1;
    }
    std::cout << (i ? " " : "") << std::max_element(logits.begin(), logits.end()) - logits.begin();
  }
  std::cout << '\n';
  return 0;
}
