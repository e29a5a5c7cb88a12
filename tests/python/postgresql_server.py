"""A PostgreSQL server of our own for a test, from Debian's package; nothing of the machine's own servers is touched."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


class NoServer(Exception):
    """Why there can be none here."""


def _programs() -> pathlib.Path | None:
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def _installed() -> pathlib.Path:
    programs = _programs()
    if programs is None and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        # No cluster of the package's own is made or started.
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confnew", "postgresql"]
        subprocess.run(command, env=environment, capture_output=True, check=False)
        programs = _programs()
    if programs is None:
        raise NoServer("PostgreSQL is not installed: apt-get install postgresql")
    return programs


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The URI of a fresh, empty database; gone with all that it held afterwards.  Errors: NoServer."""
    programs = _installed()
    as_root = os.geteuid() == 0
    as_owner = ["runuser", "-u", "postgres", "--"] if as_root else []
    folder = pathlib.Path(tempfile.mkdtemp(prefix="xuanren-postgresql-"))

    def run(*command: str) -> None:
        # The server keeps what it inherits open; a pipe to it would never end.
        with open(folder / "log", "ab") as log:
            done = subprocess.run([*as_owner, *command], cwd=folder, stdout=log, stderr=log, check=False, timeout=120)
        if done.returncode != 0:
            raise NoServer(f"{pathlib.Path(command[0]).name} failed: {(folder / 'log').read_text(errors='replace')[-500:]}")

    try:
        if as_root:
            shutil.chown(folder, "postgres")
        run(str(programs / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        # Reached by a socket in the folder alone, by no network.
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run(str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w", "-o", options, "start")
        try:
            yield f"postgresql:///postgres?host={folder}&user=postgres"
        finally:
            run(str(programs / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
