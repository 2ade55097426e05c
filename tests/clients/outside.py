"""Clients that need more than this environment: what is missing for them, and who installs it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

# How long one process waits while another installs, in seconds.
PATIENCE = 300


def missing(client: str, reason: str) -> NoReturn:
    """Skip the tests of a client for a reason, or fail them in CI, where nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(f"{client} cannot be tested: {reason}", pytrace=False)
    pytest.skip(f"{client} cannot be tested: {reason}")


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one process after the other in; SQLite's lock is there on every system, and goes with the process."""
    with closing(sqlite3.connect(folder / "lock", timeout=PATIENCE, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
