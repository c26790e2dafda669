/* What Swift's module of the C library leaves out. */
#include <sys/vfs.h>

/* unistd.h, behind _GNU_SOURCE. */
int syncfs(int fd);

/* stdio.h, behind _GNU_SOURCE. */
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
enum { RENAME_NOREPLACE = 1 };
