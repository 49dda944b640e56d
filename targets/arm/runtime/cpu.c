/* Which instructions this CPU offers, as Linux tells it. */
#include <stdint.h>

unsigned long getauxval(unsigned long type);

/* needs: word << 8 | bit, numbered as in adze/Target/Target.h. Returns the
 * index of the first feature that is missing, -1 if all are there. */
int32_t adze_missing_cpu_feature(const uint16_t *needs, int32_t count) {
  const uint64_t caps[2] = {getauxval(16), getauxval(26)};
  for (int32_t i = 0; i < count; i++) {
    unsigned bit = (needs[i] >> 8 & 1) * 32 + (needs[i] & 31);
    if (!(caps[needs[i] >> 9] >> bit & 1))
      return i;
  }
  return -1;
}
