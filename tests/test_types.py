"""What type checkers, and so editors, see of the package."""

from __future__ import annotations

from pathlib import Path

import pytest


def test_a_type_checker_knows_each_option(tmp_path: Path) -> None:
    """Each option has its name and type as a keyword and on the object, and what cannot be changed there is known."""
    mypy = pytest.importorskip("mypy.api")
    uses = Path(__file__).with_name("uses_of_options.py")
    out, errors, _ = mypy.run(["--strict", f"--cache-dir={tmp_path}", "--follow-imports=silent", str(uses)])
    assert (out, errors) == ("Success: no issues found in 1 source file\n", "")
