// What the terminal and the disk cost at least: a bare libedit program, and the system calls of one saved answer.
#define _GNU_SOURCE
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "records.h"

static int number;

// The counter tells a new prompt from one that is drawn again.
static wchar_t *prompt(EditLine *el) {
  static wchar_t text[32];
  (void)el;
  swprintf(text, 32, L"#%d › ", number);
  return text;
}

// The system calls with which a draft comes to be, with or without its waiting for the disk.
static int put(const char *folder, int number, const char *text, size_t size, int waits) {
  char own[64], path[4096];
  int file = open(folder, O_WRONLY | O_CLOEXEC | O_TMPFILE, 0600);
  if (file < 0 || pwrite(file, text, size, 0) != (ssize_t)size || (waits && fdatasync(file) != 0)) return 1;
  snprintf(own, sizeof own, "/proc/self/fd/%d", file);
  snprintf(path, sizeof path, "%s/concept.%d.json", folder, number);
  int failed = linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) != 0 || (waits && fsync(file) != 0);
  close(file);
  return failed;
}

// Those with which the one before it goes.
static int erase(const char *folder, int number) {
  char path[4096];
  snprintf(path, sizeof path, "%s/concept.%d.json", folder, number);
  int old = open(path, O_WRONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
  if (old < 0) return 0;
  struct stat status;
  fstat(old, &status);
  fstat(old, &status);
  char *nothing = calloc(1, (size_t)status.st_size + 1);
  int failed = pwrite(old, nothing, (size_t)status.st_size, 0) != status.st_size || fdatasync(old) != 0;
  free(nothing);
  failed |= unlink(path) != 0;
  int names = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  failed |= names < 0 || fsync(names) != 0;
  close(names);
  close(old);
  return failed;
}

static char *draft(size_t size) {
  char *text = malloc(size);
  memset(text, 'x', size);
  return text;
}

// Shows the screens of a file in turn, each before a prompt, and the last one from then on, until its input ends. What
// is typed goes into a draft in the folder first, without waiting for the disk.
static int talk(const char *path, const char *folder, size_t draft_size) {
  char *answers = draft(draft_size);
  // What an earlier talk left here.
  for (int i = 0; i < 1000; i++) {
    char left[4096];
    snprintf(left, sizeof left, "%s/concept.%d.json", folder, i);
    unlink(left);
  }
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) return 1;
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (fread(text, 1, size, file) != size) return 1;
  fclose(file);
  text[size] = 0;

  setlocale(LC_CTYPE, "C.UTF-8");
  EditLine *el = el_init("floor", stdin, stdout, stderr);
  if (!el) return 1;
  el_wset(el, EL_PROMPT, prompt);
  el_wset(el, EL_EDITOR, L"emacs");
  el_wset(el, EL_SIGNAL, 0);
  for (const char *screen = text;;) {
    size_t length = strcspn(screen, "\x1e");
    number++;
    fwrite(screen, 1, length, stdout);
    fflush(stdout);
    if (screen[length] && screen[length + 1]) screen += length + 1;
    int count;
    if (!el_wgets(el, &count) || count <= 0) break;
    if (put(folder, number, answers, draft_size, 0) != 0) return 1;
  }
  el_end(el);
  free(answers);
  free(text);
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

// Saves once for each line of its input, and prints the seconds.
static int saves(const char *folder, int size) {
  char *text = draft((size_t)size);
  char line[16];
  for (int i = 0; fgets(line, sizeof line, stdin); i++) {
    double start = now();
    if (put(folder, i, text, (size_t)size, 1) != 0 || erase(folder, i - 1) != 0) return 1;
    printf("%.9f seconden\n", now() - start);
    fflush(stdout);
  }
  free(text);
  return 0;
}

int main(int count, char **words) {
  if (count == 4 && strcmp(words[1], "saves") == 0) return saves(words[2], atoi(words[3]));
  if (count == 5 && strcmp(words[1], "talk") == 0) return talk(words[2], words[3], (size_t)atoi(words[4]));
  if (count == 4 && strcmp(words[1], "records") == 0) return records(words[2], atoi(words[3]));
  if (count == 7 && strcmp(words[1], "many") == 0)
    return many_records(words[2], atoi(words[3]), atoi(words[4]), atoi(words[5]), words[6]);
  return 2;
}
