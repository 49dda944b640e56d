//===- Math.cpp - Vector functions of float32 as Halide expressions -------===//

#include "Math.h"

using namespace Halide;

namespace {
/// Horner's rule, highest coefficient first.
Expr polynomial(const Expr &x, const std::vector<float> &coefficients) {
  Expr sum = coefficients[0];
  for (size_t i = 1; i < coefficients.size(); ++i)
    sum = sum * x + coefficients[i];
  return sum;
}
Expr withSign(const Expr &magnitude, const Expr &of) { return select(of < 0.f, -magnitude, magnitude); }
/// e^x = 2^k * p. Minimax polynomial of degree 6, 3e-9 relative; float32 rounding leaves 1 ulp, and 2.5 towards the ends.
Expr expPolynomial(const Expr &x, Expr &k) {
  k = round(x * 1.44269504f);
  Expr r = x - k * 0.693147181f;
  return polynomial(r, {1.38144668e-3f, 8.36878042e-3f, 4.16683942e-2f, 1.66665201e-1f, 4.99999934e-1f, 1.f, 1.f});
}
constexpr float halfPi = 1.57079632679489662f;
constexpr float quarterPi = 0.785398163397448310f;
constexpr float infinite = std::numeric_limits<float>::infinity();

/// x reduced to [-pi/4, pi/4] and the octant that it came from (even).
void reduceAngle(const Expr &x, Expr &reduced, Expr &octant) {
  Expr a = abs(x);
  Expr j = cast<int32_t>(clamp(a * 1.27323954473516f, 0.f, 1e9f));
  octant = j + (j & 1);
  Expr y = cast<float>(octant);
  reduced = ((a - y * 0.78515625f) - y * 2.4187564849853515625e-4f) - y * 3.77489497744594108e-8f;
}
Expr sinPolynomial(const Expr &x) {
  Expr z = x * x;
  return polynomial(z, {-1.9515295891e-4f, 8.3321608736e-3f, -1.6666654611e-1f}) * z * x + x;
}
Expr cosPolynomial(const Expr &x) {
  Expr z = x * x;
  return polynomial(z, {2.443315711809948e-5f, -1.388731625493765e-3f, 4.166664568298827e-2f}) * z * z - 0.5f * z + 1.f;
}
} // namespace

namespace adze::math {

Expr exp(Expr x) {
  Expr k, p = expPolynomial(clamp(x, -86.6f, 88.722839f), k);
  // 2^(k - 1), so that k = 128 stays inside the exponent's range, and what is lost to it afterwards.
  Expr y = reinterpret<float>(reinterpret<int32_t>(p) + ((cast<int32_t>(k) - 1) << 23)) * 2.f;
  return select(x > 88.722839f, infinite, x < -86.6f, 0.f, is_nan(x), x, y);
}
Expr boundedExp(Expr x) {
  // No result leaves the normal range, so that the exponent is added as it is.
  Expr k, p = expPolynomial(clamp(x, -87.f, 88.f), k);
  return reinterpret<float>(reinterpret<int32_t>(p) + (cast<int32_t>(k) << 23));
}
Expr log(Expr x) { return select(is_nan(x) || x == infinite, x, Halide::log(x)); }
Expr tanh(Expr x) {
  Expr bounded = clamp(x, -7.90531110763549805f, 7.90531110763549805f);
  Expr z = bounded * bounded;
  Expr p = polynomial(z, {-2.76076847742355e-16f, 2.00018790482477e-13f, -8.60467152213735e-11f, 5.12229709037114e-08f,
                          1.48572235717979e-05f, 6.37261928875436e-04f, 4.89352455891786e-03f}) *
           bounded;
  Expr q = polynomial(z, {1.19825839466702e-06f, 1.18534705686654e-04f, 2.26843463243900e-03f, 4.89352518554385e-03f});
  return select(is_nan(x), x, p / q);
}
Expr erf(Expr x) {
  Expr bounded = clamp(x, -4.f, 4.f);
  Expr z = bounded * bounded;
  Expr p = polynomial(z, {-2.72614225801306e-10f, 2.77068142495902e-08f, -2.10102402082508e-06f, -5.69250639462346e-05f,
                          -7.34990630326855e-04f, -2.95459980854025e-03f, -1.60960333262415e-02f}) *
           bounded;
  Expr q = polynomial(z, {-1.45660718464996e-05f, -2.13374055278905e-04f, -1.68282697438203e-03f, -7.37332916720468e-03f,
                          -1.42647390514189e-02f});
  return select(is_nan(x), x, p / q);
}
Expr sin(Expr x) {
  Expr r, j;
  reduceAngle(x, r, j);
  Expr y = select((j & 2) != 0, cosPolynomial(r), sinPolynomial(r));
  return select(((j & 4) != 0) != (x < 0.f), -y, y);
}
Expr cos(Expr x) {
  Expr r, j;
  reduceAngle(x, r, j);
  Expr y = select((j & 2) != 0, sinPolynomial(r), cosPolynomial(r));
  return select((((j + 2) & 4) != 0), -y, y);
}
Expr tan(Expr x) {
  Expr r, j;
  reduceAngle(x, r, j);
  Expr z = r * r;
  Expr y = polynomial(z, {9.38540185543e-3f, 3.11992232697e-3f, 2.44301354525e-2f, 5.34112807005e-2f, 1.33387994085e-1f,
                          3.33331568548e-1f}) *
               z * r +
           r;
  return withSign(select((j & 2) != 0, -1.f / y, y), x);
}
Expr asin(Expr x) {
  Expr a = abs(x);
  Expr z = select(a > 0.5f, 0.5f * (1.f - a), a * a);
  Expr s = select(a > 0.5f, sqrt(z), a);
  Expr p = polynomial(z, {4.2163199048e-2f, 2.4181311049e-2f, 4.5470025998e-2f, 7.4953002686e-2f, 1.6666752422e-1f}) * z * s + s;
  return withSign(select(a > 0.5f, halfPi - 2.f * p, p), x);
}
Expr acos(Expr x) {
  return select(x < -0.5f, 2.f * halfPi - 2.f * math::asin(sqrt(0.5f * (1.f + x))), x > 0.5f, 2.f * math::asin(sqrt(0.5f * (1.f - x))),
                halfPi - math::asin(x));
}
Expr atan(Expr x) {
  Expr a = abs(x);
  Expr far = a > 2.414213562373095f, middle = a > 0.4142135623730950f;
  Expr r = select(far, -1.f / a, middle, (a - 1.f) / (a + 1.f), a);
  Expr offset = select(far, halfPi, middle, quarterPi, 0.f);
  Expr z = r * r;
  Expr p = polynomial(z, {8.05374449538e-2f, -1.38776856032e-1f, 1.99777106478e-1f, -3.33329491539e-1f}) * z * r + r;
  return withSign(offset + p, x);
}
Expr sinh(Expr x) {
  Expr a = abs(x), z = x * x, e = math::exp(a);
  Expr small = polynomial(z, {2.03721912945e-4f, 8.33028376239e-3f, 1.66667160211e-1f}) * z * x + x;
  return select(a < 1.f, small, withSign(0.5f * e - 0.5f / e, x));
}
Expr cosh(Expr x) {
  Expr e = math::exp(abs(x));
  return 0.5f * e + 0.5f / e;
}
Expr asinh(Expr x) {
  Expr a = abs(x), z = x * x;
  Expr small = polynomial(z, {2.0122003309e-2f, -4.2699340972e-2f, 7.4847586088e-2f, -1.6666288134e-1f}) * z * a + a;
  return withSign(select(a < 0.5f, small, math::log(a + sqrt(z + 1.f))), x);
}
Expr acosh(Expr x) {
  Expr z = x - 1.f;
  Expr small = polynomial(z, {1.7596881071e-3f, -7.5272886713e-3f, 2.6454905019e-2f, -1.1784741703e-1f, 1.4142135263f}) * sqrt(z);
  return select(z < 0.5f, small, math::log(x + sqrt(z * (x + 1.f))));
}
Expr atanh(Expr x) {
  Expr a = abs(x), z = x * x;
  Expr small = polynomial(z, {1.81740078349e-1f, 8.24370301058e-2f, 1.46691431730e-1f, 1.99782164500e-1f, 3.33337300303e-1f}) * z * a + a;
  return withSign(select(a < 0.5f, small, 0.5f * math::log((1.f + a) / (1.f - a))), x);
}
Expr pow(Expr x, Expr y) {
  // |x|^y, negated for odd integers y of negative x; no real power of negative x else.
  Expr magnitude = math::exp(y * math::log(abs(x)));
  Expr whole = y == floor(y);
  Expr odd = whole && (floor(y * 0.5f) * 2.f != y);
  Expr nan = Expr(std::numeric_limits<float>::quiet_NaN());
  Expr signedPower = select(x < 0.f, select(whole, select(odd, -magnitude, magnitude), nan), magnitude);
  Expr ofZero = select(y < 0.f, Expr(infinite), 0.f);
  return select(y == 0.f || x == 1.f, 1.f, x == 0.f, ofZero, signedPower);
}

} // namespace adze::math
