"""What type checkers, and so editors, see of the package."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import jira_linkfake
from jira_linkfake import FakeJira
from jira_linkfake.options import OPTIONS, Options

USES = [Path(__file__).with_name(name) for name in ("uses_of_options.py", "uses_of_members.py")]
"""A user's files: what is right in them is found right, and each ignored line is an error."""


def test_mypy_knows_options_and_members(tmp_path: Path) -> None:
    """Each option and member has its name and type, and what is mistyped or cannot be changed is an error."""
    mypy = pytest.importorskip("mypy.api")
    arguments = ["--strict", f"--cache-dir={tmp_path}", "--follow-imports=silent", *map(str, USES)]
    out, errors, _ = mypy.run(arguments)
    assert (out, errors) == ("Success: no issues found in 2 source files\n", "")


def test_pyright_knows_options_and_members(tmp_path: Path) -> None:
    """Pyright, and so VS Code, finds the same right and the same wrong as mypy, also where it is strict."""
    if not os.environ.get("CI") and not (importlib.util.find_spec("pyright") and shutil.which("node")):
        pytest.skip("pyright or Node.js is not there")
    for path in USES:
        shutil.copy(path, tmp_path)
    settings = {
        "include": ["."],
        "extraPaths": [str(Path(jira_linkfake.__file__).parents[1])],
        "typeCheckingMode": "strict",
        "reportUnnecessaryTypeIgnoreComment": True,
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "-p", str(tmp_path), "--pythonpath", sys.executable]
    environ = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environ)
    summary = done.stdout.strip().rpartition("\n")[2]  # a machine's first run says before it what npm has installed
    assert (summary, done.returncode) == ("0 errors, 0 warnings, 0 informations", 0), done.stdout + done.stderr


def test_the_files_use_every_member() -> None:
    """No public member of a `FakeJira` is left out of what the type checkers are shown."""
    used = {match for path in USES for match in re.findall(r"(?:jira|FakeJira\(\))\.(\w+)", path.read_text())}
    keywords = set(re.findall(r"FakeJira\((\w+)=", "".join(path.read_text() for path in USES)))
    assert {name for name in dir(FakeJira) if not name.startswith("_")} - used - keywords == set()


def test_completion_has_what_is_public() -> None:
    """What completes a `FakeJira` in a console has no private names."""
    with FakeJira() as jira:
        names = dir(jira)
    assert {"add_issue", "link_limit", "site", "__class__"} < set(names)
    assert [name for name in names if re.match("_[^_]", name)] == []


def test_what_an_option_means_shows_on_hover() -> None:
    """Editors show the text below an attribute: below each option stands its help."""
    [options] = [
        node
        for node in ast.walk(ast.parse(Path(sys.modules[Options.__module__].__file__ or "").read_text()))
        if isinstance(node, ast.ClassDef) and node.name == "Options"
    ]
    texts = {
        before.target.id: " ".join(str(text.value.value).split())
        for before, text in zip(options.body, options.body[1:])  # noqa: B905 - Python 3.10
        if isinstance(before, ast.AnnAssign)
        and isinstance(before.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
    }
    assert texts == {name: f"{option.help[0].upper()}{option.help[1:]}." for name, option in OPTIONS.items()}
