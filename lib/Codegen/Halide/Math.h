//===- Math.h - Vector functions of float32 as Halide expressions -*- C++ -*-===//
//
// Polynomials of Cephes (S. Moshier) unless said otherwise; errors against double over the ranges in brackets. They call no library, so that
// kernels vectorize and artifacts need no libm.
//
//===----------------------------------------------------------------------===//

#ifndef ADZE_LIB_CODEGEN_HALIDE_MATH_H
#define ADZE_LIB_CODEGEN_HALIDE_MATH_H

#include <Halide.h>

namespace adze::math {

Halide::Expr exp(Halide::Expr x);   // 1 ulp [-87, 88]; 0 below, infinite above
Halide::Expr log(Halide::Expr x);   // Halide's
Halide::Expr tanh(Halide::Expr x);  // rational, 4 ulp (the form that Eigen uses)
Halide::Expr erf(Halide::Expr x);   // Abramowitz-Stegun 7.1.26 with a series near 0, 1.5e-7 absolute
Halide::Expr sigmoid(Halide::Expr x);
Halide::Expr sin(Halide::Expr x);   // [-8192, 8192]
Halide::Expr cos(Halide::Expr x);   // [-8192, 8192]
Halide::Expr tan(Halide::Expr x);   // [-8192, 8192]
Halide::Expr asin(Halide::Expr x);
Halide::Expr acos(Halide::Expr x);
Halide::Expr atan(Halide::Expr x);
Halide::Expr sinh(Halide::Expr x);
Halide::Expr cosh(Halide::Expr x);
Halide::Expr asinh(Halide::Expr x);
Halide::Expr acosh(Halide::Expr x);
Halide::Expr atanh(Halide::Expr x);
Halide::Expr pow(Halide::Expr x, Halide::Expr y);

} // namespace adze::math

#endif // ADZE_LIB_CODEGEN_HALIDE_MATH_H
