from importlib.metadata import version
import sys

print(f"prompt_toolkit {version('prompt_toolkit')}, questionary {version('questionary')}, Python {sys.version.split()[0]}")
