#pragma once

/* Steps of eight bytes for cmark-gfm's loops over every byte of a text; cmark.cmake puts them
   there. Each leaves the last few bytes before what it looks for to the loop. */

#include <stdint.h>
#include <string.h>

static inline uint64_t shuye_eight_bytes(const unsigned char* from) {
  uint64_t word;
  memcpy(&word, from, sizeof word);
  return word;
}

/* Over bytes that are no control characters: neither the end of a line nor a NUL. */
static inline const unsigned char* shuye_before_control(const unsigned char* from,
                                                        const unsigned char* end) {
  const uint64_t each = UINT64_C(0x0101010101010101);
  while (end - from >= 8) {
    const uint64_t word = shuye_eight_bytes(from);
    if (((word - 0x20 * each) & ~word & 0x80 * each) != 0) break;
    from += 8;
  }
  return from;
}

/* Over bytes that are not ASCII: none of them is markup. */
static inline int shuye_before_ascii(const unsigned char* text, int at, int end) {
  const uint64_t high = UINT64_C(0x8080808080808080);
  while (end - at >= 8 && (shuye_eight_bytes(text + at) & high) == high) at += 8;
  return at;
}
