// The system calls with which a complaint comes to be, in a store that is there already.
int records(const char *store, int size);
// gate: a pipe with a name; opening it waits until somebody opens the other end, for all writers at once.
int many_records(const char *store, int size, int count, int writer, const char *gate);
