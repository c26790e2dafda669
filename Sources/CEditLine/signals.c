#define _GNU_SOURCE
#include "CEditLine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// ---- Signals as bytes

static const int heard[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
enum { HEARD = sizeof heard / sizeof *heard };
static struct sigaction before[HEARD];
static int ends[2] = {-1, -1};
static volatile sig_atomic_t must_leave;

static void hear(int number) {
  int saved = errno;
  if (number == SIGTERM || number == SIGHUP) must_leave = 1;
  unsigned char byte = (unsigned char)number;
  (void)!write(ends[1], &byte, 1);
  errno = saved;
}

int cel_signals_open(void) {
  if (ends[0] >= 0) return ends[0];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
    ends[0] = ends[1] = -1;
    return -1;
  }
  must_leave = 0;
  struct sigaction action = {.sa_handler = hear, .sa_flags = SA_RESTART};
  for (int i = 0; i < HEARD; i++) sigaction(heard[i], &action, &before[i]);
  return ends[0];
}

void cel_signals_close(void) {
  if (ends[0] < 0) return;
  for (int i = 0; i < HEARD; i++) sigaction(heard[i], &before[i], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

// ---- Whose the terminal is

static bool is_elsewhere(int fd) {
  pid_t owner = tcgetpgrp(fd);
  return owner > 0 && owner != getpgrp();
}

bool cel_leaves_unseen(int fd) { return must_leave && is_elsewhere(fd); }

// Whether these end a system call, or let it go on.
static void restart_after_signals(int flag) {
  if (ends[0] < 0) return;
  struct sigaction action = {.sa_handler = hear, .sa_flags = flag};
  const int wake[] = {SIGTERM, SIGHUP, SIGCONT};
  for (size_t i = 0; i < sizeof wake / sizeof *wake; i++) sigaction(wake[i], &action, NULL);
}

void cel_set_mode(int fd, const struct termios *mode) {
  restart_after_signals(0);
  while (!cel_leaves_unseen(fd) && tcsetattr(fd, TCSADRAIN, mode) != 0 && errno == EINTR) {}
  restart_after_signals(SA_RESTART);
}

bool cel_may_suspend(void) { return getsid(0) != getpid(); }

void cel_suspend(int fd, const struct termios *usual, const struct termios *raw) {
  struct sigaction stops, quits, as_usual = {.sa_handler = SIG_DFL}, deaf = {.sa_handler = SIG_IGN};
  sigaction(SIGQUIT, &deaf, &quits);
  sigaction(SIGTSTP, &as_usual, &stops);
  cel_set_mode(fd, usual);
  kill(0, SIGTSTP);  // the whole job, as the key does: a shell waits for all of it
  cel_set_mode(fd, raw);
  sigaction(SIGTSTP, &stops, NULL);
  sigaction(SIGQUIT, &quits, NULL);
}

// ---- Crashes

static struct termios saved_terminal;
static int guarded = -1;
static char message[512];
static volatile size_t message_length;
static bool pastes;
static const char paste_off[] = "\033[?2004l";

static void put_back(void) {
  // In the background the terminal is as its owner wants it.
  if (guarded < 0 || is_elsewhere(guarded)) return;
  if (pastes) (void)!write(guarded, paste_off, sizeof paste_off - 1);
  tcsetattr(guarded, TCSANOW, &saved_terminal);
}

// The keys that still come are for the shell: as soon as they are signals again, they must not end us as a crash.
static void leave(void) {
  const int keys[] = {SIGQUIT, SIGINT, SIGTSTP};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) signal(keys[i], SIG_IGN);
  put_back();
}

static void crashed(int number) {
  put_back();
  if (guarded >= 0) (void)!write(guarded, message, message_length);
  signal(number, SIG_DFL);
  raise(number);
}

void cel_guard_pastes(void) { pastes = true; }

void cel_guard_say(const char *words) {
  message_length = 0;  // a crash from here to the end says nothing, never half of both
  int length = snprintf(message, sizeof message, "\r\n%s\r\n", words);
  message_length = length < (int)sizeof message ? (size_t)length : sizeof message - 1;
}

void cel_guard_open(int fd, const char *words) {
  static char stack[1 << 16];
  static bool at_exit = false;
  if (tcgetattr(fd, &saved_terminal) != 0) return;
  guarded = fd;
  pastes = false;
  cel_guard_say(words);
  if (!at_exit) at_exit = atexit(leave) == 0;

  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  // These take the place of Swift's, which print source lines and wait for a key on a terminal.
  struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK | (int)SA_RESETHAND};
  const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT};
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) sigaction(crashes[i], &action, NULL);
}

void cel_guard_close(void) {
  put_back();
  guarded = -1;
}
