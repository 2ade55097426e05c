"""What a fixture costs each test that takes it and does nothing with it."""

from __future__ import annotations

import json
import subprocess
from itertools import pairwise
from pathlib import Path
from statistics import median

from harness import Benchmark, Contestant, Effort, Peers, Result, ratio, take_rounds
from startup import folder, pytest_command

TESTS = 500

# Writes down when each test has ended. The first tests pay for imports: what counts is the median from one to the next.
CLOCK = """
import gc, json, time
from pathlib import Path
import pytest
import responses

ends = []

@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol():
    gc.disable()
    result = yield
    ends.append(time.process_time())
    return result

def pytest_sessionfinish():
    Path("ends.json").write_text(json.dumps(ends))

@pytest.fixture
def plain_fixture():
    yield

@pytest.fixture
def requesting_fixture(request):
    yield request.node

@pytest.fixture
def requests_mock():
    with responses.RequestsMock() as mock:
        yield mock
"""

# The argument that a test takes, and the plugins that provide it.
CONTESTANTS = {
    "no fixture": ("", ()),
    "plain fixture": ("plain_fixture", ()),
    "fixture that takes `request`": ("requesting_fixture", ()),
    "RequestsMock fixture": ("requests_mock", ()),
    "jira_linkfake": ("jira_linkfake", ("jira_linkfake.pytest_plugin",)),
    "httpx_mock": ("httpx_mock", ("pytest_httpx",)),
    "respx_mock": ("respx_mock", ("respx.plugin",)),
}


def _seconds_a_test(command: list[str], cwd: Path, environment: dict[str, str]) -> float:
    run = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=True)
    assert f"{TESTS} passed" in run.stdout
    ends = json.loads((cwd / "ends.json").read_text(encoding="utf-8"))
    return median(after - before for before, after in pairwise(ends))


def unused_fixture(effort: Effort) -> Result:
    """Measure files of empty tests, each in a pytest process of its own, by CPU time."""
    files = {
        f"test_{number}.py": "".join(f"def test_{test}({argument}): pass\n" for test in range(TESTS))
        for number, (argument, _) in enumerate(CONTESTANTS.values())
    }
    with folder({"conftest.py": CLOCK, **files}) as (cwd, environment):

        def contestant(file: str, plugins: tuple[str, ...]) -> Contestant:
            return lambda: _seconds_a_test(pytest_command(file, plugins=plugins), cwd, environment)

        contestants = {
            name: contestant(file, plugins)
            for file, (name, (_, plugins)) in zip(files, CONTESTANTS.items(), strict=True)
        }
        times = take_rounds(contestants, effort.rounds(15))
    return Result(
        figures={"": ratio(times, "jira_linkfake", "RequestsMock fixture", beyond="no fixture")},
        peers=[
            Peers.of("A test that takes a fixture, beyond one without", times, "RequestsMock fixture", "no fixture")
        ],
    )


BENCHMARKS = {
    "fixture": Benchmark(
        what="a test that takes the fixture and makes no request",
        target="≤ 0.85 times a test with a `RequestsMock` fixture",
        limit=0.85,
        run=unused_fixture,
    ),
}
