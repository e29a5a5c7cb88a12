"""`python -m xuanren`: the command-line program itself."""

from __future__ import annotations

import signal
import sys

from xuanren import _core


def main() -> int:
    """Runs the program with the interpreter's arguments.  Returns: its exit status."""
    # The program knows nothing of Python's handler: an interrupt ends it, as it ends the program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.stdout.flush()
    return _core.run_program(["xuanren", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
