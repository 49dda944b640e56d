//===- Winograd.h - Matrices of Winograd's convolution ----------*- C++ -*-===//
//
// F(m x m, 3 x 3) of Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2015): with d a tile of (m + 2) x (m + 2) elements and
// g a filter of 3 x 3, the m x m outputs are A^T [(G g G^T) * (B^T d B)] A, the product element by element.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_SUPPORT_WINOGRAD_H
#define ADZE_SUPPORT_WINOGRAD_H

#include <cstdint>
#include <vector>

namespace adze {

using WinogradMatrix = std::vector<std::vector<float>>;

struct WinogradMatrices {
  WinogradMatrix input;  ///< B^T: m + 2 rows and columns
  WinogradMatrix filter; ///< G: m + 2 rows, 3 columns
  WinogradMatrix output; ///< A^T: m rows, m + 2 columns
};

/// The matrices for output tiles of `m` x `m`, 2 or 4.
inline const WinogradMatrices &getWinogradMatrices(int64_t m) {
  static const WinogradMatrices two = {{{1, 0, -1, 0}, {0, 1, 1, 0}, {0, -1, 1, 0}, {0, 1, 0, -1}},
                                       {{1, 0, 0}, {.5f, .5f, .5f}, {.5f, -.5f, .5f}, {0, 0, 1}},
                                       {{1, 1, 1, 0}, {0, 1, -1, -1}}};
  static const WinogradMatrices four = {
      {{4, 0, -5, 0, 1, 0}, {0, -4, -4, 1, 1, 0}, {0, 4, -4, -1, 1, 0}, {0, -2, -1, 2, 1, 0}, {0, 2, -1, -2, 1, 0}, {0, 4, 0, -5, 0, 1}},
      {{1.f / 4, 0, 0},
       {-1.f / 6, -1.f / 6, -1.f / 6},
       {-1.f / 6, 1.f / 6, -1.f / 6},
       {1.f / 24, 1.f / 12, 1.f / 6},
       {1.f / 24, -1.f / 12, 1.f / 6},
       {0, 0, 1}},
      {{1, 1, 1, 1, 1, 0}, {0, 1, -1, 2, -2, 0}, {0, 1, 1, 4, 4, 0}, {0, 1, -1, 8, -8, 1}}};
  return m == 2 ? two : four;
}

} // namespace adze

#endif // ADZE_SUPPORT_WINOGRAD_H
