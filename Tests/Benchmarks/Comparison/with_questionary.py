"""The same prompt with questionary."""
import questionary

number = 0
while True:
    number += 1
    if questionary.text(f"#{number} ›", qmark="").ask() is None:
        break
