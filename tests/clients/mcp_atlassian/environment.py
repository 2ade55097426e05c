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
SYSTEM_CERTIFICATES = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}  # as pip does; the second is for older ones


def _run(*command: str) -> str:
    """Run Python, and return the first that it says where it fails, as without a registry."""
    environ = {**os.environ, **SYSTEM_CERTIFICATES}
    result = subprocess.run((*PYTHON, *command), capture_output=True, text=True, check=False, env=environ)
    told = [line for line in result.stderr.splitlines() if not line.startswith("WARNING")]
    return f"it could not be installed ({' '.join(told[:1])})" if result.returncode else ""


def _make(target: Path) -> str:
    """Make the environment, and return why it could not be made.

    uv takes seconds where pip takes half a minute, but heeds none of pip's settings, such as a mirror: pip comes next.
    """
    python = ("--python", os.fspath(target / PROGRAMS / "python"))
    install = ("install", "--quiet", "--no-deps", "--requirement", os.fspath(REQUIREMENTS))
    return _run("-m", "venv", "--without-pip", os.fspath(target)) or (
        _run("-m", "uv", "pip", *install, *python, "--no-cache")
        # Compiled as it is imported: most of it never is.
        and _run("-m", "pip", *python, *install, "--no-compile")
    )


def install(folder: Path) -> Path:
    """Make the environment below a folder, where it is not there yet, and return the folder of its programs.

    Where it cannot be made, the tests of mcp-atlassian are skipped, with a reason.
    """
    named_for = REQUIREMENTS.read_bytes() + sys.version.encode()
    target = folder / hashlib.sha256(named_for).hexdigest()[:16]
    complete = target / "complete"
    with one_at_a_time(folder):
        if not complete.exists():
            shutil.rmtree(target, ignore_errors=True)
            if failure := _make(target):
                missing("mcp-atlassian", failure)
            complete.touch()
    return target / PROGRAMS
