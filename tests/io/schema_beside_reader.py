"""Holds the published JSON Schema against the reader: schema_beside_reader.py SCHEMA README PROGRAM

What the reader accepts the schema must accept. What the reader refuses the schema must refuse too, unless
every problem has a code that README marks as the reader's alone.
"""
import json
import re
import subprocess
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: Python's jsonschema is not installed (python3-jsonschema)")
    sys.exit(77)

schema_file, readme_file, program = sys.argv[1:4]
with open(schema_file, encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
with open(readme_file, encoding="utf-8") as file:
    readers_alone = set(re.findall(r"^\| (XR-[A-Z]+-\d+) \| reader alone", file.read(), re.M))

accepted = refused = wrong = 0
lines = subprocess.run([program], check=True, capture_output=True).stdout.decode("utf-8").splitlines()
for line in lines:
    case = json.loads(line)
    try:
        document = json.loads(case["text"])
        valid = validator.is_valid(document)
    except (ValueError, RecursionError):
        valid = False  # no validator ever sees it
    codes = set(case["codes"])
    if not codes:
        accepted += 1
        if not valid:
            wrong += 1
            error = next(validator.iter_errors(document), None)
            print(f"the reader accepts what the schema refuses: {case['name']}: {error and error.json_path}")
    else:
        refused += 1
        if valid and not codes <= readers_alone:
            wrong += 1
            print(f"the schema accepts what the reader refuses: {case['name']}: {sorted(codes)}")
print(f"{accepted} accepted by both, {refused} refused, {wrong} wrong")
sys.exit(1 if wrong or accepted < 100 or refused < 50 else 0)
