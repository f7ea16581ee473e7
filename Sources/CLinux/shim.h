// System calls of Linux that Swift cannot call: the C library hides them behind _GNU_SOURCE.
#ifndef MOKUROKU_LINUX_SHIM_H
#define MOKUROKU_LINUX_SHIM_H

#include <malloc.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

// Exchanges two entries of folders in one step (Linux 3.15); -1 with errno where it cannot.
static inline int linux_exchange(int folder, const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, folder, one, folder, other, 2 /* RENAME_EXCHANGE */);
}

// Writes everything of the file system of an open file to the disk (Linux 2.6.39).
static inline int linux_syncfs(int file) {
  return (int)syscall(SYS_syncfs, file);
}

// The number of the kind of the file system at a path (linux/magic.h); 0 where there is none.
static inline unsigned int linux_file_system_kind(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (unsigned int)status.f_type : 0;
}

// Gives the pages that hold nothing any more back to the system; other C libraries than glibc do so anyway.
static inline void linux_give_back_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
