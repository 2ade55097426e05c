"""mcp-atlassian in an environment of its own, as it needs another atlassian-python-api than these tests."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.clients.outside import missing, one_at_a_time

# `uv pip compile --universal --python-version 3.10 --no-annotate --no-header`, of mcp-atlassian alone.
REQUIREMENTS = Path(__file__).parent / "requirements.txt"
PYTHON = (sys.executable,)
PROGRAMS = "Scripts" if sys.platform == "win32" else "bin"


def _run(*command: str) -> None:
    """Run Python; where it fails, as without a registry, the tests of mcp-atlassian are skipped with what it says."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        told = [line for line in result.stderr.splitlines() if not line.startswith("WARNING")]
        missing("mcp-atlassian", f"it could not be installed ({' '.join(told[:1])})")


def install(folder: Path) -> Path:
    """Make the environment below a folder, where it is not there yet, and return the folder of its programs."""
    named_for = REQUIREMENTS.read_bytes() + sys.version.encode()
    target = folder / hashlib.sha256(named_for).hexdigest()[:16]
    complete = target / "complete"
    with one_at_a_time(folder):
        if not complete.exists():
            shutil.rmtree(target, ignore_errors=True)
            _run(*PYTHON, "-m", "venv", "--without-pip", os.fspath(target))
            # By the pip that is here, and compiled as it is imported: most of it never is.
            pip = ("-m", "pip", "--python", os.fspath(target / PROGRAMS / "python"))
            _run(*PYTHON, *pip, "install", "--quiet", "--no-deps", "--no-compile", "-r", os.fspath(REQUIREMENTS))
            complete.touch()
    return target / PROGRAMS
