"""Holds the reports of the sample and of the worked cases, and the years of both, against the schemas in rules/schema."""

import json
import pathlib
import subprocess
import sys

import jsonschema


def validator_of(schema: pathlib.Path) -> jsonschema.Draft202012Validator:
    rules = json.loads(schema.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    return jsonschema.Draft202012Validator(rules)


def main(program: str, root: pathlib.Path) -> int:
    reports = validator_of(root / "rules/schema/report.schema.json")
    years = validator_of(root / "rules/schema/annual.schema.json")
    dossiers = [root / "examples/bureau-2022/bureau.json"]
    dossiers += [root / "tests/law/seat-cases/bureau.json"]
    dossiers += sorted((root / "tests/law/worked-cases").glob("*.json"))
    failures = 0
    read = 0
    for dossier in dossiers:
        for validator, options in (
            (reports, ["check"]),
            (reports, ["check", "--include-unverified"]),
            (reports, ["check", "--stage", "candidates"]),
            (years, ["annual", "--year", "2022"]),
            (years, ["annual", "--year", "2025", "--on", "2025-06-30"]),
        ):
            run = subprocess.run([program, *options, "--format", "json", str(dossier)], capture_output=True, check=False)
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
