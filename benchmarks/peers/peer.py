"""What the peers share: the cases of W1, the check of their counts, the clock, the line of results."""

import csv
import json
import statistics
import sys
import time

# Violations as SQL and as most expression languages have them; 1920 is 60 months in the packed form.
AGE = [60, 50, 52, 55, 55, 58, 58, 60, 63, 63]
BAR = [0, 6, 12, 18, 24, 60]


def skip(peer, reason):
    """Ends the peer with a message: it is not installed here."""
    print(json.dumps({"peer": peer, "skipped": reason}))
    sys.exit(0)


def arguments():
    """The file of cases and the counts that every peer must come to."""
    path, counts = sys.argv[1], [int(n) for n in sys.argv[2].split(",")]
    return path, counts


def rows_of(path):
    with open(path, newline="") as file:
        return [{k: int(v) for k, v in row.items()} for row in csv.DictReader(file)]


def check(peer, expected, found):
    found = [int(n) for n in found]
    if found != expected:
        sys.exit(f"{peer}: counts {found} instead of {expected}")


def measure(peer, version, rows, expected, run, times=5, note=""):
    """Checks what `run` counts, then tells the median of its CPU times."""
    check(peer, expected, run())
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    ns = statistics.median(taken) / rows * 1e9
    print(json.dumps({"peer": peer, "version": version, "rows": rows, "ns": ns, "note": note}))
