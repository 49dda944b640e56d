/* What a kernel gets as its first argument. The glue builds one on its stack
 * for each call of the artifact; kernels reach it as Halide's user_context. */
#ifndef ADZE_CONTEXT_H
#define ADZE_CONTEXT_H

#include <stddef.h>
#include <stdint.h>

/* Runs task(argument, index, worker) for each index in [0, count), in any order
 * and at the same time; `worker` is below the number of workers the arena was
 * planned for, and no two tasks that run at the same time share one. Returns
 * the first result that is not 0, after all have ended. */
typedef int32_t (*adze_task)(void *argument, int32_t index, int32_t worker);
typedef int32_t (*adze_parallel_for)(void *user, adze_task task, void *argument,
                                     int32_t count);

struct adze_context {
  /* Scratch of worker 0, aligned to 128; the compiler places every allocation
   * of a kernel at a constant offset in it. Must stay the first field. */
  unsigned char *scratch;
  /* Distance to the next worker's scratch, a multiple of 128, at least the
   * largest scratch need of a kernel. */
  size_t scratch_stride;
  /* NULL: tasks run one after the other in the caller. */
  adze_parallel_for parallel_for;
  void *parallel_user;
};

#endif
