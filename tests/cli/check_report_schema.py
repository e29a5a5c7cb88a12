"""Holds the reports of the sample and of the worked cases against rules/schema/report.schema.json."""

import json
import pathlib
import subprocess
import sys

import jsonschema


def main(program: str, root: pathlib.Path) -> int:
    schema = json.loads((root / "rules/schema/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    dossiers = [root / "examples/bureau-2022/bureau.json"]
    dossiers += sorted((root / "tests/law/worked-cases").glob("*.json"))
    failures = 0
    read = 0
    for dossier in dossiers:
        for options in ([], ["--include-unverified"], ["--stage", "candidates"]):
            run = subprocess.run([program, "check", "--format", "json", *options, str(dossier)], capture_output=True, check=False)
            if run.returncode == 2:
                continue  # not a dossier
            read += 1
            for error in validator.iter_errors(json.loads(run.stdout)):
                failures += 1
                print(f"{dossier.name} {options}: {error.json_path}: {error.message[:200]}")
    print(f"{read} reports, {failures} problems")
    return 1 if failures or read == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
