"""What runs the folders of conftest_examples tells how each went, and the page beside them lists each."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "conftest_examples"
FOLDERS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir() and path.name[0] not in "._")


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, where pytest does without the plugins of the environment."""
    environ = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False, env=environ
    )


def test_every_folder_is_listed():
    """The page lists each folder once, with its situation."""
    page = (EXAMPLES / "README.md").read_text(encoding="utf-8")

    assert sorted(re.findall(r"^\| \[(\w+)\]\(\1\) \| \w.* \|$", page, flags=re.MULTILINE)) == FOLDERS


@pytest.fixture
def examples(tmp_path):
    """A folder of examples of which one passes, one fails, and one has no test."""
    shutil.copy(EXAMPLES / "__main__.py", tmp_path)
    for name, test in {"bad": "def test_it(): assert 1 == 2", "good": "def test_it(): pass", "none": ""}.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        (folder / "test_it.py").write_text(test, encoding="utf-8")
    return tmp_path


def test_runner_counts_folders_and_shows_failures(examples):
    """The runner tells of each folder how it went, shows what failed, and fails where one does."""
    result = run(str(examples), cwd=examples.parent)

    assert result.returncode == 1, result.stderr
    lines = result.stdout.splitlines()
    assert [line for line in lines if re.match(r"(bad|good|none): ", line)] == [
        "bad: FAILED",
        "good: passed",
        "none: FAILED",
    ]
    assert "assert 1 == 2" in result.stdout
    assert lines[-1] == "1 passed, 2 failed"


def test_runner_hands_arguments_on_to_pytest(examples):
    """What follows the name of the runner is for pytest."""
    shutil.rmtree(examples / "bad")
    shutil.rmtree(examples / "none")

    assert run(str(examples), "--deselect=test_it.py::test_it", cwd=examples).stdout.endswith("\n0 passed, 1 failed\n")
    assert run(str(examples), "--quiet", cwd=examples).stdout == "good: passed\n1 passed, 0 failed\n"
