#ifndef MOKUROKU_DIGEST_H
#define MOKUROKU_DIGEST_H

#include <stddef.h>
#include <stdint.h>

// Takes `count` blocks of 64 bytes into a state of SHA-256 (FIPS 180-4 §6.2), with the instructions that the
// processor has for it where it has any.
void digest_sha256_blocks(uint32_t state[8], const uint8_t *blocks, size_t count);

// The same without those instructions, for tests.
void digest_sha256_blocks_plain(uint32_t state[8], const uint8_t *blocks, size_t count);

#endif
