#include "digits.h"
#include <stdio.h>
#include <string.h>

__attribute__((aligned(DIGITS_ARENA_ALIGN))) static unsigned char arena[DIGITS_ARENA_BYTES + DIGITS_ARENA_ALIGN];
static float image[DIGITS_IMAGE_ELEMENTS + 1], logits[DIGITS_LOGITS_ELEMENTS];

static int failures;

static void check(const char *what, int code, int expected) {
  if (code == expected)
    return;
  printf("%s: %d, expected %d\n", what, code, expected);
  failures++;
}

int main(void) {
  const void *inputs[] = {image};
  void *outputs[] = {logits};
  adze_call call;
  memset(logits, 1, sizeof logits);
  float before = logits[0];
  check("no image", digits_infer(NULL, logits, arena), ADZE_ERROR_NULL);
  check("no logits", digits_infer(image, NULL, arena), ADZE_ERROR_NULL);
  check("no arena", digits_infer(image, logits, NULL), ADZE_ERROR_NULL);
  check("no inputs", digits_run(NULL, outputs, arena), ADZE_ERROR_NULL);
  check("no outputs", digits_run(inputs, NULL, arena), ADZE_ERROR_NULL);
  check("odd image", digits_infer((float *)((char *)image + 1), logits, arena), ADZE_ERROR_ALIGNMENT);
  check("odd arena", digits_infer(image, logits, arena + 1), ADZE_ERROR_ALIGNMENT);
  check("no call", digits_call(NULL), ADZE_ERROR_NULL);
  memset(&call, 0, sizeof call);
  call.inputs = inputs;
  call.outputs = outputs;
  call.arena = arena;
  call.arena_bytes = DIGITS_ARENA_BYTES;
  check("older call", digits_call(&call), ADZE_ERROR_CALL);
  call.size = sizeof call;
  call.arena_bytes--;
  check("small arena", digits_call(&call), ADZE_ERROR_ARENA);
  call.arena_bytes++;
  call.weights = image;
  check("foreign weights", digits_call(&call), ADZE_ERROR_CALL);
  if (logits[0] != before)
    check("a wrong call wrote", 1, 0);
  call.weights = NULL;
  check("right call", digits_call(&call), ADZE_OK);
  check("no missing feature", digits_model()->missing_cpu_feature(), -1);
  return failures != 0;
}
