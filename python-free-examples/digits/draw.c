/* Draws digits in the terminal, with what the compiled network takes them for. */
#include "digits.h"
#include <stdio.h>
#include <stdlib.h>

enum { SIDE = 28, PIXELS = SIDE * SIDE, PER_ROW = 5, MOST = 100 };

/* The network's memory: as large as the header says, on the data segment. */
static union {
  unsigned char bytes[DIGITS_ARENA_BYTES + DIGITS_ARENA_ALIGN];
  double align;
} memory;

static void *get_arena(void) {
  uintptr_t start = (uintptr_t)memory.bytes;
  return (void *)((start + DIGITS_ARENA_ALIGN - 1) / DIGITS_ARENA_ALIGN * DIGITS_ARENA_ALIGN);
}

static int classify(const unsigned char *image) {
  float input[DIGITS_IMAGE_ELEMENTS], logits[DIGITS_LOGITS_ELEMENTS];
  int best = 0;
  for (int i = 0; i < PIXELS; i++)
    input[i] = ((float)image[i] / 255.0f - 0.5f) / 0.5f;
  if (digits_infer(input, logits, get_arena()) != ADZE_OK)
    return -1;
  for (int i = 1; i < (int)DIGITS_LOGITS_ELEMENTS; i++)
    if (logits[i] > logits[best])
      best = i;
  return best;
}

/* One character shows two squares of 2x2 pixels, one above the other. */
static void draw_cell(const unsigned char *image, int row, int column) {
  static const char *const blocks[] = {" ", "\342\226\200", "\342\226\204", "\342\226\210"};
  int dark = 0;
  for (int half = 0; half < 2; half++) {
    const unsigned char *p = image + (4 * row + 2 * half) * SIDE + 2 * column;
    if (p[0] + p[1] + p[SIDE] + p[SIDE + 1] > 4 * 80)
      dark |= 1 << half;
  }
  fputs(blocks[dark], stdout);
}

int main(int argc, char **argv) {
  static unsigned char images[MOST][PIXELS];
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  long size;
  int count;
  if (!file) {
    fprintf(stderr, "usage: draw images.npy\n");
    return 2;
  }
  /* The pixels are the end of the file, behind a header of less than 784 bytes. */
  fseek(file, 0, SEEK_END);
  size = ftell(file);
  count = (int)(size / PIXELS);
  if (count > MOST)
    count = MOST;
  fseek(file, size - (long)count * PIXELS, SEEK_SET);
  if (count == 0 || fread(images, PIXELS, (size_t)count, file) != (size_t)count) {
    fprintf(stderr, "draw: %s holds no images of 28x28 bytes\n", argv[1]);
    return 1;
  }
  fclose(file);
  for (int first = 0; first < count; first += PER_ROW) {
    int last = first + PER_ROW < count ? first + PER_ROW : count;
    for (int row = 0; row < SIDE / 4; row++, putchar('\n'))
      for (int i = first; i < last; i++, fputs("  ", stdout))
        for (int column = 0; column < SIDE / 2; column++)
          draw_cell(images[i], row, column);
    for (int i = first; i < last; i++) {
      int answer = classify(images[i]);
      if (answer < 0)
        return 1;
      printf("%7d         ", answer);
    }
    printf("\n\n");
  }
  return 0;
}
