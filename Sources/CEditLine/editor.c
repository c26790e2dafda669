#define _GNU_SOURCE
#include "CEditLine.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wide characters are UTF-32");

enum { PROMPT_ROOM = 256, NEWLINE_KEY = CEL_ENTER };

struct cel_editor {
  EditLine *el;
  FILE *in, *out, *err;
  int out_fd, failure;
  cel_callbacks callbacks;
  wchar_t prompt[PROMPT_ROOM];
};

static cel_editor *owner(EditLine *el) {
  void *e = NULL;
  el_wget(el, EL_CLIENTDATA, &e);
  return e;
}

// Never 0 or less: libedit would end the line without saying why.
static int next(EditLine *el, wchar_t *character) {
  cel_editor *e = owner(el);
  *character = (wchar_t)e->callbacks.next(e->callbacks.context);
  return 1;
}
// libedit sets the terminal when a line ends and when it is closed: from here on it sets nothing.
static void let_go(cel_editor *e) {
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing < 0) return;
  dup3(nothing, fileno(e->in), O_CLOEXEC);
  close(nothing);
}
static unsigned char work(EditLine *el, wint_t key) {
  (void)key;
  cel_editor *e = owner(el);
  int32_t result = e->callbacks.work(e->callbacks.context);
  if (result == CEL_LEAVE && cel_leaves_unseen(fileno(e->in))) let_go(e);
  return (unsigned char)result;
}
static wchar_t *prompt(EditLine *el) { return owner(el)->prompt; }

// stdio gives up on a descriptor that does not block, which one inherits from another program.
static ssize_t write_all(void *cookie, const char *bytes, size_t count) {
  cel_editor *e = cookie;
  size_t written = 0;
  if (cel_leaves_unseen(e->out_fd)) return (ssize_t)count;
  while (written < count) {
    ssize_t n = write(e->out_fd, bytes + written, count - written);
    if (n >= 0) {
      written += (size_t)n;
    } else if (errno == EAGAIN) {
      poll(&(struct pollfd){.fd = e->out_fd, .events = POLLOUT}, 1, -1);
    } else if (errno != EINTR) {
      e->failure = errno;
      return (ssize_t)count;
    }
  }
  return (ssize_t)count;
}

static void bind(cel_editor *e, int character, const wchar_t *command) {
  wchar_t key[5];
  swprintf(key, 5, L"\\%03o", (unsigned)character);
  el_wset(e->el, EL_BIND, key, command, NULL);
}

static bool can_move_cursor(EditLine *el) {
  char *up = NULL, *clear = NULL;
  char up_name[] = "up", clear_name[] = "ce";
  return el_get(el, EL_GETTC, up_name, &up) == 0 && up && *up
      && el_get(el, EL_GETTC, clear_name, &clear) == 0 && clear && *clear;
}

static void set_up(cel_editor *e) {
  el_wset(e->el, EL_CLIENTDATA, e);
  el_wset(e->el, EL_EDITOR, L"emacs");  // resets the keys: before any EL_BIND
  el_wset(e->el, EL_SIGNAL, 0);         // its handlers kill the whole group and write outside the screen
  // -d while a line is edited, -x between two lines: what is typed there must wait for its question.
  const wchar_t *modes[] = {L"-d", L"-x"};
  for (int i = 0; i < 2; i++)
    el_wset(e->el, EL_SETTY, modes[i], L"-icanon", L"-echo", L"-isig", L"-ixon", L"-icrnl", L"-inlcr",
            L"-iexten", NULL);
  el_wset(e->el, EL_PROMPT, prompt);
  el_wset(e->el, EL_GETCFN, next);
  el_wset(e->el, EL_ADDFN, L"cel-work", L"work of the program", work);
  // What libedit would do with keys is out of reach, M-x and the editor of $EDITOR above all.
  for (int c = 1; c < 0xA0; c++)
    if (c < 0x20 || c > 0x7E) bind(e, c, L"ed-unassigned");
  bind(e, NEWLINE_KEY, L"ed-newline");
  bind(e, CEL_WORK, L"cel-work");
}

bool cel_use_utf8(void) { return setlocale(LC_CTYPE, "C.UTF-8") != NULL; }

cel_editor *cel_open(int in_fd, int out_fd, cel_callbacks callbacks) {
  cel_editor *e = calloc(1, sizeof *e);
  if (!e) return NULL;
  e->callbacks = callbacks;
  e->out_fd = out_fd;
  e->in = fdopen(fcntl(in_fd, F_DUPFD_CLOEXEC, 3), "r");
  e->out = fopencookie(e, "w", (cookie_io_functions_t){.write = write_all});
  e->err = fopen("/dev/null", "we");  // libedit complains in English about a terminal it does not know
  if (e->in && e->out && e->err) {
    setvbuf(e->out, NULL, _IOFBF, 1 << 14);
    e->el = el_init_fd("klachtwijzer", e->in, e->out, e->err, fileno(e->in), out_fd, fileno(e->err));
  }
  if (e->el && can_move_cursor(e->el)) {
    set_up(e);
    return e;
  }
  cel_close(e);
  return NULL;
}

void cel_close(cel_editor *e) {
  if (e->el) el_end(e->el);
  if (e->out) fclose(e->out);
  if (e->in) fclose(e->in);
  if (e->err) fclose(e->err);
  free(e);
}

void cel_set_prompt(cel_editor *e, const uint32_t *text) {
  wcsncpy(e->prompt, (const wchar_t *)text, PROMPT_ROOM - 1);
}

int cel_read(cel_editor *e, const uint32_t **text) {
  int count = 0;
  *text = (const uint32_t *)el_wgets(e->el, &count);
  return *text ? count : 0;
}

int cel_write_failure(cel_editor *e) { return e->failure; }

size_t cel_line(cel_editor *e, const uint32_t **text, size_t *cursor) {
  const LineInfoW *line = el_wline(e->el);
  *text = (const uint32_t *)line->buffer;
  *cursor = (size_t)(line->cursor - line->buffer);
  return (size_t)(line->lastchar - line->buffer);
}

void cel_move(cel_editor *e, int by) { el_cursor(e->el, by); }
void cel_delete_before(cel_editor *e, int count) { el_deletestr(e->el, count); }
bool cel_insert(cel_editor *e, const uint32_t *text) { return el_winsertstr(e->el, (const wchar_t *)text) == 0; }

void cel_put(cel_editor *e, const char *codes) { fputs(codes, e->out); }

void cel_size(cel_editor *e, int *columns, int *rows) {
  char co[] = "co", li[] = "li";
  el_get(e->el, EL_GETTC, co, columns);
  el_get(e->el, EL_GETTC, li, rows);
}

void cel_draw(cel_editor *e, bool resized) {
  if (resized) el_resize(e->el);
  el_wset(e->el, EL_REFRESH);  // also forgets where the cursor was, which el_resize does not
}

int cel_width(uint32_t character) { return wcwidth((wchar_t)character); }
