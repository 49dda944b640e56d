//===- Winograd.h - Matrices of Winograd's convolution ----------*- C++ -*-===//
//
// F(m x m, r x r) of Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2015): with d a tile of n x n elements, n = m + r - 1, and
// g a filter of r x r, the m x m outputs are A^T [(G g G^T) * (B^T d B)] A, the product element by element. Here n is 4 (points 0, 1, -1 and
// infinity) or 6 (2 and -2 besides).
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_SUPPORT_WINOGRAD_H
#define ADZE_SUPPORT_WINOGRAD_H

#include <cstdint>
#include <vector>

namespace adze {

using WinogradMatrix = std::vector<std::vector<float>>;

struct WinogradMatrices {
  WinogradMatrix input;  ///< B^T: n rows and columns
  WinogradMatrix filter; ///< G: n rows, r columns
  WinogradMatrix output; ///< A^T: m rows, n columns
};

/// The matrices of F(m, r): F(2, 3), F(4, 3) or F(2, 5).
inline WinogradMatrices getWinogradMatrices(int64_t m, int64_t r) {
  WinogradMatrix inputOfFour = {{1, 0, -1, 0}, {0, 1, 1, 0}, {0, -1, 1, 0}, {0, 1, 0, -1}};
  WinogradMatrix inputOfSix = {{4, 0, -5, 0, 1, 0},  {0, -4, -4, 1, 1, 0}, {0, 4, -4, -1, 1, 0},
                               {0, -2, -1, 2, 1, 0}, {0, 2, -1, -2, 1, 0}, {0, 4, 0, -5, 0, 1}};
  if (m == 2 && r == 3)
    return {inputOfFour, {{1, 0, 0}, {.5f, .5f, .5f}, {.5f, -.5f, .5f}, {0, 0, 1}}, {{1, 1, 1, 0}, {0, 1, -1, -1}}};
  // Rows of G are the powers of a point, divided by what B^T leaves out; rows of A^T the powers of all points.
  WinogradMatrix filter, output;
  const float points[] = {0, 1, -1, 2, -2}, factors[] = {1.f / 4, -1.f / 6, -1.f / 6, 1.f / 24, 1.f / 24};
  for (int i = 0; i < 5; ++i) {
    std::vector<float> row{factors[i]};
    while (int64_t(row.size()) < r)
      row.push_back(row.back() * points[i]);
    filter.push_back(row);
  }
  filter.emplace_back(r, 0.f);
  filter.back().back() = 1;
  for (int64_t k = 0; k < m; ++k) {
    std::vector<float> row;
    for (float point : points) {
      float power = 1;
      for (int64_t i = 0; i < k; ++i)
        power *= point;
      row.push_back(power);
    }
    row.push_back(k == m - 1);
    output.push_back(row);
  }
  return {inputOfSix, filter, output};
}

} // namespace adze

#endif // ADZE_SUPPORT_WINOGRAD_H
