// Comes between the program and the C library (LD_PRELOAD), and makes the ledger's disk full, broken or slow.
// usage: DISK=full|broken|slow; a full disk takes no more, a broken one makes nothing durable, a slow one takes 40 ms to.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

// Whether the disk has this fault, and the file is the ledger or its log.
static int has(const char *fault, int descriptor) {
  const char *disk = getenv("DISK");
  if (disk == NULL || strcmp(disk, fault) != 0) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "ledger.sqlite") != NULL;
}

static int synced(const char *name, int descriptor) {
  if (has("broken", descriptor)) {
    errno = EIO;
    return -1;
  }
  if (has("slow", descriptor)) {
    struct timespec pause = {0, 40 * 1000 * 1000};
    nanosleep(&pause, NULL);
  }
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  return real(descriptor);
}

int fsync(int descriptor) { return synced("fsync", descriptor); }

int fdatasync(int descriptor) { return synced("fdatasync", descriptor); }

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  if (has("full", descriptor)) {
    errno = ENOSPC;
    return -1;
  }
  ssize_t (*real)(int, const void *, size_t, off64_t) =
      (ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
  return real(descriptor, bytes, count, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  return pwrite64(descriptor, bytes, count, offset);
}
