#include "build.h"

// Package.swift defines it, from the environment of `Packaging/dist`.
#ifndef MOKUROKU_COMMIT
#define MOKUROKU_COMMIT ""
#endif

const char *build_commit(void) { return MOKUROKU_COMMIT; }
