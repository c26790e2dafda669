"""The same prompt with prompt_toolkit; the counter tells a new prompt from one that is drawn again."""
from prompt_toolkit import PromptSession

session = PromptSession()
number = 0
while True:
    number += 1
    try:
        session.prompt(f"#{number} › ")
    except (EOFError, KeyboardInterrupt):
        break
