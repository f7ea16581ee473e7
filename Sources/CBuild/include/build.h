#ifndef MOKUROKU_BUILD_H
#define MOKUROKU_BUILD_H

// The commit that the program is made of, as 12 hexadecimal digits; empty where nobody said it.
const char *build_commit(void);

#endif
