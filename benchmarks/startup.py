"""What an installed plugin costs a run that does not use it, and what the first request in a run costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from harness import Benchmark, Contestant, Effort, Peers, Result, ratio, take_rounds

# A plugin that declares a fixture and imports what it needs when a test asks: about the least one can cost.
LAZY_DUMMY = """
import pytest

@pytest.fixture
def dummy():
    import requests
    return requests.Session()
"""

# Naming a plugin makes pytest look through all that is installed: plain pytest is made to do so too.
PLUGINS = {
    "jira_linkfake": "jira_linkfake.pytest_plugin",
    "lazy dummy": "lazy_dummy",
    "pytest-httpserver": "pytest_httpserver.pytest_plugin",
    "pytest-httpx": "pytest_httpx",
    "respx": "respx.plugin",
}

# Runs without and with the plugin take turns in one process, its modules loaded anew each time: what pytest itself
# loads is there already, as beside that the cost of a plugin would be noise. Prints the median of what it adds.
PAIRS = 7
COLLECT = f"""
import gc, io, statistics, sys, time
from contextlib import redirect_stdout
import pytest

def collect(plugin):
    loaded = set(sys.modules)
    gc.collect()
    gc.disable()
    begun = time.process_time()
    with redirect_stdout(io.StringIO()) as output:
        pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", "-p", plugin])
    taken = time.process_time() - begun
    gc.enable()
    assert "1 test collected" in output.getvalue()
    for name in set(sys.modules) - loaded:
        del sys.modules[name]
    return taken

def added():
    without = collect("empty_plugin")
    return collect(sys.argv[1]) - without

added()
print(statistics.median(added() for _ in range({PAIRS})))
"""

# Each prints the seconds of CPU that the part after `begun` took; pytest is loaded before, as in every test.
IMPORT_LIBRARIES = "import flask, marshmallow, requests, responses, werkzeug"
FIRST_REQUEST = """
import requests
from jira_linkfake import FakeJira
with FakeJira() as jira, jira.intercept():
    jira.add_issues("A-1", "A-2")
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "A-1"}, "outwardIssue": {"key": "A-2"}}
    reply = requests.post(f"{jira.url}/rest/api/2/issueLink", json=body, auth=jira.auth)
"""
PROVE_IT = "assert reply.status_code == 201 and jira.sentences() == ['A-1 blocks A-2'] and len(jira.exchanges) == 1"
SCRIPTS = {
    "importing the libraries": ("", IMPORT_LIBRARIES, ""),
    "first request beyond": (IMPORT_LIBRARIES, FIRST_REQUEST, PROVE_IT),
}


@contextmanager
def folder(files: Mapping[str, str]) -> Iterator[tuple[Path, dict[str, str]]]:
    """Make a folder with these files, and the environment for processes there: bytecode is kept, as when installed."""
    with tempfile.TemporaryDirectory() as name:
        for file, text in files.items():
            Path(name, file).write_text(text, encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "PYTHON"))}
        environment |= {
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "PYTHONPATH": name,
            "PYTHONHASHSEED": "0",
            "PYTHONPYCACHEPREFIX": f"{name}/bytecode",
        }
        yield Path(name), environment


def pytest_command(*arguments: str, plugins: tuple[str, ...]) -> list[str]:
    """Return the command that runs pytest with these plugins and no other."""
    loaded = [argument for plugin in plugins for argument in ("-p", plugin)]
    return [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *loaded, *arguments]


def _printed_by(command: list[str], cwd: Path, environment: dict[str, str]) -> float:
    return float(subprocess.check_output(command, cwd=cwd, env=environment))


def unused_plugin(effort: Effort) -> Result:
    """Measure `pytest --collect-only` in processes of their own, by CPU time."""
    files = {"empty_plugin.py": "", "lazy_dummy.py": LAZY_DUMMY, "test_one.py": "def test_one(): pass\n"}
    with folder(files) as (cwd, environment):

        def contestant(plugin: str) -> Contestant:
            return lambda: _printed_by([sys.executable, "-c", COLLECT, plugin], cwd, environment)

        times = take_rounds({name: contestant(plugin) for name, plugin in PLUGINS.items()}, effort.rounds(10))
    return Result(
        figures={"": ratio(times, "jira_linkfake", "pytest-httpserver")},
        peers=[Peers.of("Start-up, beyond plain pytest's", times, "pytest-httpserver")],
    )


def first_request(effort: Effort) -> Result:
    """Measure the first request of a process, and the import of what it stands on in another process."""
    with folder({}) as (cwd, environment):

        def contestant(before: str, timed: str, after: str) -> Contestant:
            lines = "import time, pytest", before, "begun = time.process_time()", timed
            script = "\n".join([*lines, "print(time.process_time() - begun)", after])
            return lambda: _printed_by([sys.executable, "-c", script], cwd, environment)

        times = take_rounds({name: contestant(*parts) for name, parts in SCRIPTS.items()}, effort.rounds(20))
    return Result(
        figures={"": ratio(times, "first request beyond", "importing the libraries")},
        peers=[Peers.of("First request in a run", times, "importing the libraries")],
    )


BENCHMARKS = {
    "start-up": Benchmark(
        what="start-up of pytest with the plugin installed and unused",
        target="≤ 1/20 of pytest-httpserver's overhead",
        limit=1 / 20,
        run=unused_plugin,
    ),
    "first-request": Benchmark(
        what="a first request in a run, beyond importing the libraries",
        target="≤ 1/4 of what importing them costs",
        limit=1 / 4,
        run=first_request,
    ),
}
