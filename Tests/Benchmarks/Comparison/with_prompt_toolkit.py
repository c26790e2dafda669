"""The same talk with prompt_toolkit: shows the screens of a file in turn, each before a prompt.

The counter tells a new prompt from one that is drawn again.
"""
import sys
from prompt_toolkit import PromptSession

screens = open(sys.argv[1], encoding="utf-8").read().split("\x1e")[:-1]
session = PromptSession()
number = 0
while True:
    sys.stdout.write(screens[min(number, len(screens) - 1)])
    sys.stdout.flush()
    number += 1
    try:
        session.prompt(f"#{number} › ")
    except (EOFError, KeyboardInterrupt):
        break
