// libedit and the signals of a terminal, as Swift can use them. The wide API only: the narrow one and the
// imitation of readline convert, source ~/.editrc and crash on a locale that is not UTF-8.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

// ---- The line editor. One lives at a time. Text is UTF-32, ended by a zero.

typedef struct cel_editor cel_editor;

typedef struct {
  void *_Nullable context;
  // Waits for the next character to insert, or CEL_ENTER, or CEL_WORK.
  uint32_t (*_Nonnull next)(void *_Nullable context);
  // Does what CEL_WORK stands for, in a moment when the line may be changed.
  int32_t (*_Nonnull work)(void *_Nullable context);
} cel_callbacks;

enum { CEL_ENTER = 13, CEL_WORK = 28 };
// What the work leads to.
enum { CEL_DONE = 0, CEL_LEAVE = 2, CEL_REDRAW = 4, CEL_CURSOR = 5 };

// Characters are UTF-8 whatever LANG says; false where the system cannot. Before cel_open and cel_width.
bool cel_use_utf8(void);
// NULL: no UTF-8 in this system, no memory, or the terminal cannot move its cursor.
// The terminal is raw from here until cel_close, also between two lines.
cel_editor *_Nullable cel_open(int in_fd, int out_fd, cel_callbacks callbacks);
void cel_close(cel_editor *_Nonnull e);
// At most 255 characters.
void cel_set_prompt(cel_editor *_Nonnull e, const uint32_t *_Nonnull text);
// Length with the line end; 0 after CEL_LEAVE.
int cel_read(cel_editor *_Nonnull e, const uint32_t *_Nullable *_Nonnull text);
// errno of a write that failed since cel_open; 0 when none did.
int cel_write_failure(cel_editor *_Nonnull e);

// Inside the callbacks only.
size_t cel_line(cel_editor *_Nonnull e, const uint32_t *_Nullable *_Nonnull text, size_t *_Nonnull cursor);
void cel_move(cel_editor *_Nonnull e, int by);
void cel_delete_before(cel_editor *_Nonnull e, int count);
bool cel_insert(cel_editor *_Nonnull e, const uint32_t *_Nonnull text);
// What libedit counts with: the size of the window when it was opened, or last drawn with `resized`.
void cel_size(cel_editor *_Nonnull e, int *_Nonnull columns, int *_Nonnull rows);
// Draws prompt and line anew from where the cursor is; `resized`: for the size that the window now has.
void cel_draw(cel_editor *_Nonnull e, bool resized);
// Codes that go to the terminal together with what libedit draws next.
void cel_put(cel_editor *_Nonnull e, const char *_Nonnull codes);
// Columns of a character: -1 when this system does not know it.
int cel_width(uint32_t character);

// ---- Signals as bytes that can be read: the handlers do nothing but write the number to a pipe.

// SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT and SIGWINCH; -1 when there are no descriptors left.
int cel_signals_open(void);
void cel_signals_close(void);
// Whether SIGTERM or SIGHUP came while the terminal is somebody else's, as after Ctrl-Z. It must not be touched then:
// that would stop us until it is ours again, and nobody brings it back to a program that he told to end.
bool cel_leaves_unseen(int fd);
// tcsetattr, once what is to be shown is shown. In the background it waits to be brought back, unless we must leave.
void cel_set_mode(int fd, const struct termios *_Nonnull mode);
// Whether somebody is there to continue us: not for the leader of a session, such as a kiosk.
bool cel_may_suspend(void);
// Stops the group of this program as Ctrl-Z does, and comes back when it is continued. `usual` is how the terminal
// is meanwhile, `raw` how it is afterwards; what is typed between two of these settings does not end us.
void cel_suspend(int fd, const struct termios *_Nonnull usual, const struct termios *_Nonnull raw);

// ---- When the program crashes.

// Remembers how the terminal is now; on a crash puts it back and says the message, at exit puts it back.
void cel_guard_open(int fd, const char *_Nonnull message);
// From here on a crash says this.
void cel_guard_say(const char *_Nonnull message);
// From here on pastes come with brackets, which are put off too.
void cel_guard_pastes(void);
void cel_guard_close(void);
