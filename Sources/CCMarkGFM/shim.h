// The two C headers of cmark-gfm 0.29.0.gfm.6 that BlockReader needs. Packages: libcmark-gfm-dev,
// libcmark-gfm-extensions-dev.
#ifndef CCMARKGFM_SHIM_H
#define CCMARKGFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

#endif
