"""`python -m jira_linkfake`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jira_linkfake import __main__, scenarios
from jira_linkfake.rest.inventory import FAMILIES, OPERATIONS
from jira_linkfake.rest.views import VIEWS


def test_scenarios_are_listed(capsys):
    """Each ready-made scenario is listed with its parameters and its docstring."""
    __main__.main(["scenarios"])
    lines = capsys.readouterr().out.splitlines()
    names = [line.partition("(")[0] for line in lines if line and not line.startswith(" ")]
    assert names == scenarios.__all__
    assert "slow(seconds=30.0, times=None, method=None, path=None)" in lines
    assert "    Carry requests out at once, and let their answers come `seconds` later." in lines
    assert "linking_disabled" in lines


def test_endpoints_are_listed(capsys):
    """Every operation of Jira that is known is listed once: those with a view as served, the others below them."""
    __main__.main(["endpoints"])
    served, _, missing = capsys.readouterr().out.partition("Not served: 501\n")
    listed = [[line.split()[:2] for line in part.splitlines() if line.startswith("    ")] for part in (served, missing)]
    assert listed[0] == [[one.method, one.path] for one in OPERATIONS if one.id in VIEWS]
    assert listed[1] == [
        *([one.method, one.path] for one in OPERATIONS if one.id not in VIEWS),
        *(["any", prefix] for prefix in FAMILIES),
    ]


def test_it_is_a_command():
    """The commands are there as a module's, with help."""
    run = subprocess.run([sys.executable, "-m", "jira_linkfake", "--help"], capture_output=True, text=True, check=True)
    assert "python -m jira_linkfake [-h] COMMAND" in run.stdout
    assert "List the ready-made scenarios" in run.stdout


def test_a_command_that_is_not_there_is_told(capsys):
    """Another command is an error that names those that there are."""
    with pytest.raises(SystemExit):
        __main__.main(["scenario"])
    assert "(choose from" in capsys.readouterr().err
