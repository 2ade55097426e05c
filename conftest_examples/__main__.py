"""Runs every example as it stands: `python conftest_examples`, with arguments for pytest if need be.

Each folder gets a pytest process of its own, and is its rootdir.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    folders = sorted(settings.parent for settings in HERE.glob("*/pytest.ini"))
    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        failed = sum(not passes(folder, run) for folder, run in zip(folders, at_once.map(run_in, folders), strict=True))
    print(f"{len(folders) - failed} passed, {failed} failed")
    return 1 if failed else 0


def run_in(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pytest", *sys.argv[1:]],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def passes(folder: Path, run: "subprocess.CompletedProcess[str]") -> bool:
    if run.returncode == 0:
        print(f"{folder.name}: passed", flush=True)
    else:
        print(f"{folder.name}: FAILED\n{run.stdout}", flush=True)
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
