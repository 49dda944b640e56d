/* The k first elements along an axis. Elements become unsigned keys whose
 * ascending order is the wanted one, so that one code serves all types; the
 * key of the k-th is found digit by digit, so that time is linear in the
 * extent, whatever the data. */
#include "adze_context.h"

void *halide_malloc(void *context, size_t bytes);
void halide_free(void *context, void *pointer);

struct order {
  int bytes;         /* of an element */
  uint64_t infinity; /* the type's, as bits; 0 for integers */
  int is_signed, largest;
};
struct candidate {
  uint64_t key;
  int64_t index;
};

static uint64_t load(const uint8_t *x, int bytes) {
  switch (bytes) {
  case 1:
    return *x;
  case 2:
    return *(const uint16_t *)x;
  case 4:
    return *(const uint32_t *)x;
  default:
    return *(const uint64_t *)x;
  }
}

/* Zeros of both signs are equal, and NaN is larger than every number. */
static uint64_t key_of(const uint8_t *x, const struct order *order) {
  uint64_t sign = (uint64_t)1 << (8 * order->bytes - 1);
  uint64_t last = sign | (sign - 1), key = load(x, order->bytes);
  if (order->infinity) {
    uint64_t magnitude = key & (sign - 1);
    if (magnitude > order->infinity)
      key = last;
    else
      key = key & sign ? sign - magnitude : sign + magnitude;
  } else if (order->is_signed) {
    key ^= sign;
  }
  return order->largest ? last - key : key;
}

/* Collects the elements, in their order, that may be among the k first: all
 * that are before a threshold, and as many at it as fit. */
static int64_t collect(const uint8_t *row, int64_t stride, int64_t extent,
                       int64_t k, const struct order *order,
                       struct candidate *to, int64_t capacity) {
  int shift = 8 * order->bytes;
  uint64_t threshold = 0; /* the key of the k-th, without its low digits */
  int64_t before = 0, at = extent, n = 0;
  while (before + at > capacity && shift > 0) {
    int32_t counts[256] = {0};
    int digit = 0;
    shift -= 8;
    for (int64_t i = 0; i < extent; i++) {
      uint64_t prefix = key_of(row + i * stride, order) >> shift;
      if (prefix >> 8 == threshold)
        counts[prefix & 255]++;
    }
    while (before + counts[digit] < k)
      before += counts[digit++];
    threshold = threshold << 8 | (uint64_t)digit;
    at = counts[digit];
  }
  at = capacity - before;
  for (int64_t i = 0; i < extent; i++) {
    uint64_t key = key_of(row + i * stride, order);
    uint64_t prefix = shift < 64 ? key >> shift : 0;
    if (prefix < threshold || (prefix == threshold && at-- > 0)) {
      to[n].key = key;
      to[n++].index = i;
    }
  }
  return n;
}

/* Merges sorted runs of growing length; equal keys keep their order. */
static struct candidate *sort(struct candidate *from, struct candidate *to,
                              int64_t n) {
  for (int64_t run = 1; run < n; run *= 2) {
    struct candidate *swap = from;
    for (int64_t start = 0; start < n; start += 2 * run) {
      int64_t middle = start + run < n ? start + run : n;
      int64_t end = middle + run < n ? middle + run : n;
      for (int64_t i = start, a = start, b = middle; i < end; i++)
        to[i] = b == end || (a < middle && from[a].key <= from[b].key)
                    ? from[a++]
                    : from[b++];
    }
    from = to;
    to = swap;
  }
  return from;
}

/* `x` is [outer, extent, inner], values and indices are [outer, k, inner]. All
 * sizes are constants, so that the scratch's size is one, too. */
int32_t adze_top_k(void *context, const uint8_t *x, uint8_t *values,
                   int64_t *indices, int64_t outer, int64_t extent,
                   int64_t inner, int64_t k, int64_t bytes, int64_t infinity,
                   int64_t is_signed, int64_t largest) {
  struct order order = {(int)bytes, (uint64_t)infinity, (int)is_signed,
                        (int)largest};
  /* Some more than k: ties rarely need the last digits then. */
  int64_t capacity = 2 * k + 64 < extent ? 2 * k + 64 : extent;
  size_t size = (size_t)capacity * sizeof(struct candidate);
  struct candidate *first = halide_malloc(context, size);
  struct candidate *second = halide_malloc(context, size);
  for (int64_t row = 0; row < outer * inner; row++) {
    int64_t o = row / inner, i = row % inner;
    const uint8_t *from = x + (o * extent * inner + i) * bytes;
    int64_t n =
        collect(from, inner * bytes, extent, k, &order, first, capacity);
    const struct candidate *best = sort(first, second, n);
    for (int64_t j = 0; j < k; j++) {
      int64_t to = (o * k + j) * inner + i;
      const uint8_t *element = from + best[j].index * inner * bytes;
      for (int64_t b = 0; b < bytes; b++)
        values[to * bytes + b] = element[b];
      indices[to] = best[j].index;
    }
  }
  halide_free(context, first);
  halide_free(context, second);
  return 0;
}
