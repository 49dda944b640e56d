/* Which instructions this CPU and its operating system offer. */
#include <stdint.h>

static void cpuid(uint32_t leaf, uint32_t subleaf, uint32_t out[4]) {
  __asm__ volatile("cpuid"
                   : "=a"(out[0]), "=b"(out[1]), "=c"(out[2]), "=d"(out[3])
                   : "a"(leaf), "c"(subleaf));
}

/* Which register sets the OS saves: XCR0, 0 where it cannot be read. */
static uint32_t saved_registers(uint32_t leaf1_ecx) {
  uint32_t low, high;
  if (!(leaf1_ecx & (1u << 27)))
    return 0;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

/* needs: pairs of word << 8 | bit, numbered as in adze/Target/Target.h. Returns
 * the index of the first feature that is missing, -1 if all are there. */
int32_t adze_missing_cpu_feature(const uint16_t *needs, int32_t count) {
  /* Features whose registers the OS must save: AVX (XCR0 bits 1, 2), AVX-512
   * (5 to 7), AMX (17, 18). */
  const uint32_t avx[6] = {1u << 12 | 1u << 28 | 1u << 29,
                           1u << 5,
                           1u << 9 | 1u << 10,
                           0,
                           1u << 4 | 1u << 23,
                           0};
  const uint32_t avx512[6] = {
      0,
      1u << 16 | 1u << 17 | 1u << 21 | 1u << 28 | 1u << 30 | 1u << 31,
      1u << 1 | 1u << 6 | 1u << 11 | 1u << 12 | 1u << 14,
      1u << 8 | 1u << 23,
      1u << 5,
      0};
  const uint32_t amx[6] = {0,        0, 0, 1u << 22 | 1u << 24 | 1u << 25,
                           1u << 21, 0};
  uint32_t words[6] = {0, 0, 0, 0, 0, 0}, r[4], top, top7;
  cpuid(0, 0, r);
  top = r[0];
  cpuid(1, 0, r);
  words[0] = r[2];
  if (top >= 7) {
    cpuid(7, 0, r);
    top7 = r[0];
    words[1] = r[1];
    words[2] = r[2];
    words[3] = r[3];
    if (top7 >= 1) {
      cpuid(7, 1, r);
      words[4] = r[0];
    }
  }
  cpuid(0x80000000u, 0, r);
  if (r[0] >= 0x80000001u) {
    cpuid(0x80000001u, 0, r);
    words[5] = r[2];
  }
  uint32_t saved = saved_registers(words[0]);
  for (int i = 0; i < 6; i++) {
    if ((saved & 0x6) != 0x6)
      words[i] &= ~avx[i];
    if ((saved & 0xe6) != 0xe6)
      words[i] &= ~avx512[i];
    if ((saved & 0x60000) != 0x60000)
      words[i] &= ~amx[i];
  }
  for (int32_t i = 0; i < count; i++)
    if (!(words[needs[i] >> 8] >> (needs[i] & 31) & 1))
      return i;
  return -1;
}
