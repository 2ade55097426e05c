"""The example suite of Node's, against one server: as it stands, and twice at once."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import requests

from jira_linkfake import FakeJira
from tests.clients.node import install, node_of_age

SUITE = Path(__file__).parent.parent.parent / "conftest_examples" / "node_suite"


@pytest.fixture(scope="session")
def modules(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which jira.js is installed, once and kept in pytest's cache."""
    node_of_age()
    cache = getattr(pytestconfig, "cache", None)
    return install(cache.mkdir("jira.js") if cache else tmp_path_factory.mktemp("jira.js")) / "node_modules"


def test_two_suites_at_once_do_not_meet(modules, tmp_path):
    """Two runs of the suite on one server pass, each test on a site of its own, and leave no site behind."""
    folder = tmp_path / "suite"
    shutil.copytree(SUITE, folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "node_modules").symlink_to(modules, target_is_directory=True)
    with FakeJira(inspector=True).serve() as served:
        environ = {**os.environ, "JIRA_LINKFAKE_URL": served.url}
        command = [node_of_age(), "--test"]
        runs = [
            subprocess.Popen(
                command, cwd=folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
            for _ in range(2)
        ]
        outputs = [run.communicate(timeout=120)[0] for run in runs]
        sites = requests.get(f"{served.url}/_linkfake/sites", timeout=30).json()["sites"]
    assert [run.returncode for run in runs] == [0, 0], "\n".join(outputs)
    assert all("\n# pass 4\n" in output.replace("\u2139", "#") for output in outputs), "\n".join(outputs)
    assert [one["name"] for one in sites] == ["main"]
