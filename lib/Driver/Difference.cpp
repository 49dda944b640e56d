//===- Difference.cpp - Comparing arrays ----------------------------------===//

#include "adze/Driver/Difference.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace adze;
using namespace llvm;

static double fromBits(uint16_t bits, const fltSemantics &semantics) {
  APFloat number(semantics, APInt(16, bits));
  bool losesInfo;
  number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &losesInfo);
  return number.convertToDouble();
}

size_t adze::countNumbers(const NpyArray &array) { return array.data.size() / getInfo(array.type).scalarBytes; }

double adze::getNumber(const NpyArray &array, size_t i) {
  switch (array.type) {
  case ElementType::F32:
  case ElementType::C64:
    return array.as<float>()[i];
  case ElementType::F64:
  case ElementType::C128:
    return array.as<double>()[i];
  case ElementType::F16:
    return fromBits(array.as<uint16_t>()[i], APFloat::IEEEhalf());
  case ElementType::BF16:
    return fromBits(array.as<uint16_t>()[i], APFloat::BFloat());
  case ElementType::I8:
    return array.as<int8_t>()[i];
  case ElementType::Bool:
  case ElementType::U8:
    return array.as<uint8_t>()[i];
  case ElementType::I16:
    return array.as<int16_t>()[i];
  case ElementType::U16:
    return array.as<uint16_t>()[i];
  case ElementType::I32:
    return array.as<int32_t>()[i];
  case ElementType::U32:
    return array.as<uint32_t>()[i];
  case ElementType::I64:
    return static_cast<double>(array.as<int64_t>()[i]);
  case ElementType::U64:
    return static_cast<double>(array.as<uint64_t>()[i]);
  }
  llvm_unreachable("every element type has numbers");
}

Difference adze::compareArrays(const NpyArray &actual, const NpyArray &expected, double absolute, double relative) {
  Difference result;
  // bfloat16 lies in files as its bits.
  bool bits = actual.type == ElementType::BF16 && expected.type == ElementType::U16;
  if (actual.type != expected.type && !bits)
    result.mismatch = ("type " + getName(actual.type) + ", expected " + getName(expected.type)).str();
  else if (actual.shape != expected.shape)
    result.mismatch = "shape " + formatShape(actual.shape) + ", expected " + formatShape(expected.shape);
  if (!result.mismatch.empty())
    return result;
  NpyArray wanted = expected;
  wanted.type = actual.type;
  bool exact = isInteger(actual.type) || actual.type == ElementType::Bool;
  result.elements = countNumbers(actual);
  double signal = 0, noise = 0;
  for (size_t i = 0; i < result.elements; ++i) {
    double a = getNumber(actual, i), b = getNumber(wanted, i);
    double distance = std::fabs(a - b);
    bool same = exact ? std::memcmp(&actual.data[i * getBytes(actual.type)], &wanted.data[i * getBytes(actual.type)],
                                    getBytes(actual.type)) == 0
                      : a == b || (std::isnan(a) && std::isnan(b)) || distance <= absolute ||
                            (distance <= relative * std::fabs(b) && std::isfinite(distance) && std::isfinite(b));
    if (!same && result.different++ == 0)
      result.first = i;
    if (distance > result.maxAbsolute) {
      result.maxAbsolute = distance;
      result.worst = i;
    }
    if (std::isfinite(a) && std::isfinite(b)) {
      signal += b * b;
      noise += distance * distance;
    }
  }
  result.sqnr = noise > 0 ? 10 * std::log10(signal / noise) : INFINITY;
  return result;
}

std::string adze::formatIndex(size_t element, ArrayRef<int64_t> shape) {
  SmallVector<int64_t> index(shape.size());
  for (size_t i = shape.size(); i-- > 0; element /= shape[i])
    index[i] = static_cast<int64_t>(element) % shape[i];
  std::string text;
  raw_string_ostream os(text);
  os << '[';
  llvm::interleaveComma(index, os);
  os << ']';
  return text;
}

std::string adze::describe(const Difference &difference, const NpyArray &actual, const NpyArray &expected) {
  if (!difference.mismatch.empty())
    return difference.mismatch;
  std::string text;
  raw_string_ostream os(text);
  if (difference.different) {
    size_t parts = getBytes(actual.type) / getInfo(actual.type).scalarBytes;
    os << difference.different << " of " << difference.elements << " elements differ, first at "
       << formatIndex(difference.first / parts, actual.shape) << ": "
       << format("%.9g, expected %.9g", getNumber(actual, difference.first), getNumber(expected, difference.first))
       << format(" (largest difference %.3g)", difference.maxAbsolute);
  } else if (std::isinf(difference.sqnr)) {
    os << "equal";
  } else {
    os << format("largest difference %.3g, SQNR %.1f dB", difference.maxAbsolute, difference.sqnr);
  }
  return text;
}
