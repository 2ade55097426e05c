"""No row of what is known of Jira is left out of the suite."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from tests.wire.cases import CASES
from tests.wire.rows import ROWS


def test_every_row_has_a_case_and_every_case_is_for_a_row() -> None:
    """The rows of the cases are the rows of the list."""
    assert {case.row for case in CASES} == set(ROWS)


def test_rows_and_cases_are_named_once() -> None:
    """No two rows and no two cases have the same name."""
    for names in (ROWS, [case.name for case in CASES]):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_what_is_expected_is_literal(pytestconfig: pytest.Config) -> None:
    """The cases load nothing of the package that they test."""
    program = "import sys, tests.wire.cases; print([name for name in sys.modules if name.startswith('jira_linkfake')])"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=pytestconfig.rootpath
    )
    assert run.stdout == "[]\n"
