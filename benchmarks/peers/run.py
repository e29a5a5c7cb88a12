"""Runs W1 through what a user would pick instead, and writes one table in Markdown.

    python run.py --cases build/bin/w1_cases [--work DIR] [--rows N] [--few N]

What is not installed is skipped with a message. Every peer checks its counts of violations before
it is timed. `--work` is where cases and built programs go; nothing is written beside the scripts.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def told(peer, reason):
    return {"peer": peer, "skipped": reason}


def result_of(peer, command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 or not lines:
        reason = (done.stderr or done.stdout).strip().splitlines()
        return told(peer, "failed: " + (reason[-1] if reason else f"exit status {done.returncode}"))
    return json.loads(lines[-1])


def built_go(peer, folder, work, arguments):
    if shutil.which("go") is None:
        return told(peer, "go is not installed")
    sources = work / "go"
    shutil.copytree(HERE / "go", sources, dirs_exist_ok=True)
    program = work / f"{folder}_peer"
    for step in (["go", "mod", "tidy"], ["go", "build", "-o", program, f"./{folder}"]):
        done = subprocess.run(step, cwd=sources, capture_output=True, text=True)
        if done.returncode != 0:
            return told(peer, "cannot be built: " + done.stderr.strip().splitlines()[-1])
    return result_of(peer, [program, *arguments])


def built_drools(work, arguments):
    if shutil.which("mvn") is None or shutil.which("java") is None:
        return told("Drools", "maven or java is not installed")
    project = work / "drools"
    shutil.copytree(HERE / "drools", project, dirs_exist_ok=True)
    done = subprocess.run(["mvn", "-q", "-B", "package"], cwd=project, capture_output=True, text=True)
    if done.returncode != 0:
        return told("Drools", "cannot be built")
    classpath = f"{project}/target/classes:" + (project / "target" / "classpath").read_text().strip()
    return result_of("Drools", ["java", "-cp", classpath, "w1.Peer", *arguments])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--cases", required=True, help="the program w1_cases")
    options.add_argument("--work", help="a folder for what is built (default: a temporary one)")
    options.add_argument("--rows", type=int, default=1_000_000, help="cases for those that take columns")
    options.add_argument("--few", type=int, default=100_000, help="cases for those that take one at a time")
    options.add_argument("--node-modules", help="the folder node_modules that holds json-logic-js")
    held = options.parse_args()
    work = pathlib.Path(held.work or tempfile.mkdtemp(prefix="peers-")).resolve()
    work.mkdir(parents=True, exist_ok=True)

    def drawn(rows):
        path = work / f"w1_{rows}.csv"
        with open(path, "w") as file:
            subprocess.run([held.cases, str(rows)], stdout=file, check=True)
        counts = subprocess.run([held.cases, str(rows), "counts"], capture_output=True, text=True, check=True)
        return [str(path), counts.stdout.strip()]

    many, few = drawn(held.rows), drawn(held.few)
    results = [result_of(name, [sys.executable, HERE / f"{name}_peer.py", *many]) for name in ("numpy", "polars", "pandas", "duckdb")]
    results += [result_of(name, [sys.executable, HERE / f"{name}_peer.py", *few]) for name in ("clips", "zen")]
    if shutil.which("node") is None:
        results.append(told("json-logic-js", "node is not installed"))
    else:
        where = {"env": {**os.environ, "NODE_PATH": held.node_modules}} if held.node_modules else {}
        results.append(result_of("json-logic-js", ["node", HERE / "json_logic_peer.js", *few], **where))
    results.append(built_go("cel-go", "cel", work, few))
    results.append(built_go("OPA", "opa", work, few))
    results.append(built_drools(work, few))

    measured = sorted((r for r in results if "ns" in r), key=lambda r: r["ns"])
    print("| what | version | cases | ns a case | how |\n| --- | --- | --- | --- | --- |")
    for r in measured:
        ns = f"{r['ns']:,.1f}" if r["ns"] < 100 else f"{r['ns']:,.0f}"
        print(f"| {r['peer']} | {r['version']} | {r['rows']:,} | {ns} | {r['note']} |")
    for r in results:
        if "skipped" in r:
            print(f"{r['peer']}: skipped, {r['skipped']}", file=sys.stderr)


if __name__ == "__main__":
    main()
