/* Halide's parallel loops on the embedder's hook. */
#include "adze_context.h"

typedef int (*halide_task)(void *user_context, int index, uint8_t *closure);

struct parallel_call {
  struct adze_context *context;
  halide_task task;
  uint8_t *closure;
  int32_t min;
};

static int32_t run_task(void *argument, int32_t index, int32_t worker) {
  const struct parallel_call *call = (const struct parallel_call *)argument;
  struct adze_context own;
  own.scratch =
      call->context->scratch + (size_t)worker * call->context->scratch_stride;
  own.scratch_stride = call->context->scratch_stride;
  /* A loop inside a task runs in that task's worker. */
  own.parallel_for = NULL;
  own.parallel_user = NULL;
  return call->task(&own, call->min + index, call->closure);
}

int halide_do_par_for(void *user_context, halide_task task, int min, int size,
                      uint8_t *closure) {
  struct adze_context *context = (struct adze_context *)user_context;
  if (context->parallel_for && size > 1) {
    struct parallel_call call = {context, task, closure, min};
    return context->parallel_for(context->parallel_user, run_task, &call, size);
  }
  for (int i = 0; i < size; i++) {
    int result = task(user_context, min + i, closure);
    if (result)
      return result;
  }
  return 0;
}
