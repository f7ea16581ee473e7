// Asks our own C for digests under the sanitizers of undefined behaviour and of addresses: both ways of taking
// blocks must agree, wherever the blocks begin. Swift checks overflows itself, and has no such sanitizer on Linux.
#include "digest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  for (size_t count = 0; count < 64; count++) {
    for (size_t start = 0; start < 4; start++) {
      uint8_t *bytes = malloc(count * 64 + start);
      for (size_t i = 0; i < count * 64 + start; i++) bytes[i] = (uint8_t)rand();
      uint32_t one[8] = {1, 2, 3, 4, 5, 6, 7, 8}, other[8] = {1, 2, 3, 4, 5, 6, 7, 8};
      digest_sha256_blocks(one, bytes + start, count);
      digest_sha256_blocks_plain(other, bytes + start, count);
      free(bytes);
      if (memcmp(one, other, sizeof one) != 0) return 1;
    }
  }
  puts("256 passed, 0 failed");
}
