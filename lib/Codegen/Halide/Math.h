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

Halide::Expr exp(Halide::Expr x);   // 2.5 ulp [-86.6, 88.7], 1 ulp [-20, 20]; 0 below, infinite above
Halide::Expr boundedExp(Halide::Expr x); // exp of x kept in [-87, 88] (NaN too), at half the cost
Halide::Expr log(Halide::Expr x);   // Halide's
Halide::Expr tanh(Halide::Expr x);  // rational, 4 ulp (the form that Eigen uses)
Halide::Expr erf(Halide::Expr x);   // rational, 3.4e-7 relative (the form that Eigen uses)
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
