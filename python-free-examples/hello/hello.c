/* The smallest program with a compiled network: one image in, its class out. Memory is static; nothing is installed. */
#include "digits.h"
#include <stdio.h>

#if defined(__GNUC__)
__attribute__((aligned(DIGITS_ARENA_ALIGN)))
#endif
static unsigned char arena[DIGITS_ARENA_BYTES];

int main(void) {
  /* A 7: two strokes, white on black, as the network's training data. */
  static float image[DIGITS_IMAGE_ELEMENTS];
  float logits[DIGITS_LOGITS_ELEMENTS];
  int best = 0, error;
  for (int y = 0; y < 28; y++)
    for (int x = 0; x < 28; x++) {
      int bar = y >= 5 && y < 8 && x >= 7 && x < 21;
      int stem = y >= 8 && y < 24 && x >= 19 - (y - 8) / 2 && x < 22 - (y - 8) / 2;
      image[28 * y + x] = bar || stem ? 1.0f : -1.0f;
    }
  error = digits_infer(image, logits, arena);
  if (error != ADZE_OK) {
    fprintf(stderr, "hello: the call returned %d\n", error);
    return 1;
  }
  for (int i = 1; i < (int)DIGITS_LOGITS_ELEMENTS; i++)
    if (logits[i] > logits[best])
      best = i;
  printf("top-1: %d (%d bytes of arena)\n", best, (int)sizeof arena);
  return 0;
}
