"""Prints what is wrong with JSON files by a JSON Schema (2020-12), a line each; exit status 1 when something is.

usage: validate.py SCHEMA FILE...
"""

import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("python3-jsonschema is missing: apt-get install python3-jsonschema")

schema_path, *paths = sys.argv[1:]
with open(schema_path, encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)

bad = False
for path in paths:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for error in sorted(validator.iter_errors(document), key=lambda error: error.json_path):
        print(f"{path}: {error.json_path}: {error.message}")
        bad = True
sys.exit(1 if bad else 0)
