"""The same talk with questionary: shows the screens of a file in turn, each before a prompt."""
import sys
import questionary

screens = open(sys.argv[1], encoding="utf-8").read().split("\x1e")[:-1]
number = 0
while True:
    sys.stdout.write(screens[min(number, len(screens) - 1)])
    sys.stdout.flush()
    number += 1
    if questionary.text(f"#{number} ›", qmark="").ask() is None:
        break
