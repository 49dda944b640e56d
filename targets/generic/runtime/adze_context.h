/* What a kernel gets as its first argument. The glue builds one on its stack
 * for each call of the artifact; kernels reach it as Halide's user_context. */
#ifndef ADZE_CONTEXT_H
#define ADZE_CONTEXT_H

#include "adze/Runtime/adze.h"

struct adze_context {
  /* Scratch of worker 0, aligned to 128; the compiler places every allocation
   * of a kernel at a constant offset in it. Must stay the first field. */
  unsigned char *scratch;
  /* Distance to the next worker's scratch, a multiple of 128, at least the
   * largest scratch need of a kernel. */
  size_t scratch_stride;
  /* The caller's hook. NULL: tasks run one after the other in the caller. */
  adze_parallel_for parallel_for;
  void *parallel_user;
};

#endif
