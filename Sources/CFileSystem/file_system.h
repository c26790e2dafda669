/* What Swift's module of the C library leaves out. */
#include <sys/vfs.h>

/* unistd.h, behind _GNU_SOURCE. */
int syncfs(int fd);
