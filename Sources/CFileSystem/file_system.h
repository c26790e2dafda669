/* Swift's module of the C library leaves this one out. */
#include <sys/vfs.h>
