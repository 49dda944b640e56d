//===- Difference.h - Comparing arrays ------------------------------------===//

#ifndef ADZE_DRIVER_DIFFERENCE_H
#define ADZE_DRIVER_DIFFERENCE_H

#include "adze/Support/Npy.h"

namespace adze {

/// Element `i` as a number; of complex arrays, `i` counts the parts.
double getNumber(const NpyArray &array, size_t i);
/// How many numbers an array holds: twice its elements for complex types.
size_t countNumbers(const NpyArray &array);

/// How far `actual` is from `expected`. Floats agree within the absolute or the relative tolerance (either suffices,
/// NaN agrees with NaN), everything else exactly.
struct Difference {
  /// What differs before elements can be compared (type or shape), or empty.
  std::string mismatch;
  size_t elements = 0, different = 0;
  double maxAbsolute = 0;
  /// Index of the first element that differs, and of the largest difference.
  size_t first = 0, worst = 0;
  /// Signal-to-noise ratio in dB; infinite for equal arrays.
  double sqnr = 0;

  bool isSame() const { return mismatch.empty() && different == 0; }
};
Difference compareArrays(const NpyArray &actual, const NpyArray &expected, double absolute, double relative);

/// "3 of 10 elements differ, first at [0, 4]: 1.5, expected 1.25 (largest difference 0.3)"; what is the same is told
/// as "largest difference 1e-06, SQNR 120.1 dB".
std::string describe(const Difference &difference, const NpyArray &actual, const NpyArray &expected);

/// "[0, 4]" for element 4 of shape 1x10.
std::string formatIndex(size_t element, llvm::ArrayRef<int64_t> shape);

} // namespace adze

#endif // ADZE_DRIVER_DIFFERENCE_H
