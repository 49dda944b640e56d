//===- DescribePipeline.h - A scheduled pipeline as text --------*- C++ -*-===//

#ifndef ADZE_LIB_CODEGEN_HALIDE_DESCRIBEPIPELINE_H
#define ADZE_LIB_CODEGEN_HALIDE_DESCRIBEPIPELINE_H

#include <Halide.h>
#include <string>

namespace adze::halide {

/// Every function of a scheduled pipeline, producers first: where it is computed, its definitions, and their loops from the outermost to the innermost.
/// The pipeline cannot be compiled afterwards.
std::string describePipeline(Halide::Func output);

} // namespace adze::halide

#endif // ADZE_LIB_CODEGEN_HALIDE_DESCRIBEPIPELINE_H
