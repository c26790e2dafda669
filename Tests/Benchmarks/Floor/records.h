// The system calls with which a complaint comes to be, in a store that is there already.
int records(const char *store, int size);
int many_records(const char *store, int size, int count, int writer);
