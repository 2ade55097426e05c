"""Runs every example as it stands: `python conftest_examples`, with arguments for pytest if need be.

Each folder gets a pytest process of its own, and is its rootdir.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    folders = sorted(settings.parent for settings in HERE.glob("*/pytest.ini"))
    failed = sum(not passes(folder) for folder in folders)
    print(f"{len(folders) - failed} passed, {failed} failed")
    return 1 if failed else 0


def passes(folder: Path) -> bool:
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *sys.argv[1:]],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if run.returncode == 0:
        print(f"{folder.name}: passed", flush=True)
    else:
        print(f"{folder.name}: FAILED\n{run.stdout}", flush=True)
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
