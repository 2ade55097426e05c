"""Mutants of the code in functions: mutmut makes, switches and records them; the tests are collected once for all."""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import mutmut.__main__ as mutmut
import pytest
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.runners.harness import ListAllTestsResult, PytestRunner
from mutmut.state import state
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, setup_source_paths, walk_mutatable_files
from mutmut.workers.isolation import ForkRunner

from tests.mutation.outcomes import BROKE, FAILED, TIMED_OUT

KILLERS = Path("mutants/killers").absolute()
SECONDS_A_TEST = 30
BYTES = 4 * 2**30


def generate(children: int) -> list[str]:
    """Write the mutants of every function into `mutants/`, as mutmut does, and return their names."""
    mutmut.set_mutant_under_test("mutant_generation")
    KILLERS.mkdir(parents=True, exist_ok=True)
    sys.dont_write_bytecode = False  # what every fork imports is compiled once
    with mutmut.CatchOutput():
        copy_src_dir()
        copy_also_copy_files()
        mutmut.create_mutants(children)
    setup_source_paths()
    return sorted(name for data in _recorded() for name in data.exit_code_by_key)


def run(names: Sequence[str], children: int) -> tuple[dict[str, int | None], set[str]]:
    """Run mutmut on these mutants; return its exit code for each, and which functions are called by imports already."""
    mutmut.set_mutant_under_test("stats")
    session = _Session(names, children)
    arguments = [f"mutants/{tests}" for tests in mutmut.config().pytest_add_cli_args_test_selection]
    options = ["-p", "no:terminal", "--rootdir=mutants", *mutmut.config().pytest_add_cli_args]
    code = pytest.main([*options, *arguments], plugins=[session])
    if not session.done:
        raise SystemExit(f"the tests of the mutants could not be run: pytest answered {code}")
    wanted = set(names)
    codes = {name: code for one in _recorded() for name, code in one.exit_code_by_key.items() if name in wanted}
    return codes, session.called_by_imports


def changed(name: str) -> str:
    """Return the lines that a mutant has in place of ours, as one."""
    path = next(data.path for data in _recorded() if name in data.exit_code_by_key)
    return changed_lines(get_diff_for_mutant(name, path=path).splitlines())


def changed_lines(diff: Iterable[str]) -> str:
    """Return what a diff puts in, as one line."""
    added = [line[1:].strip() for line in diff if line.startswith("+") and not line.startswith("+++")]
    return " ".join(added) or "(a line less)"


def _recorded() -> Iterable[SourceFileMutationData]:
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        yield data


class _Session:
    """A plugin of pytest in whose session mutmut runs: what was collected is run again and again, in forks."""

    def __init__(self, names: Sequence[str], children: int) -> None:
        self.names, self.children = names, children
        self.done = False
        self.called_by_imports: set[str] = set()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.called_by_imports = set(state()._stats)
        runner = ForkRunner(self.children, _CollectedOnce(session))
        mutmut.get_mutant_runner = lambda _children: runner
        mutmut._run(list(self.names), self.children)
        self.done = True
        return True


class _CollectedOnce(PytestRunner):
    """Runs tests of a session that has collected them."""

    def __init__(self, session: pytest.Session) -> None:
        super().__init__()
        self.session = session
        self.items = {item.nodeid: item for item in session.items}
        self.verdict = Verdict()
        session.config.pluginmanager.register(self.verdict)

    def list_all_tests(self) -> ListAllTestsResult:
        return ListAllTestsResult(ids=set(self.items))

    def run_stats(self, *, tests: Iterable[str]) -> int:
        for name in tests or self.items:
            state()._stats.clear()
            start = perf_counter()
            self._run(name)
            state().duration_by_test[name] = perf_counter() - start
            for function in state()._stats:
                state().tests_by_mangled_function_name[function].add(name)
            if self.session.testsfailed:
                sys.exit(f"without any mutant, {name} fails")
        return 0

    def run_forced_fail(self) -> int:
        pid = os.fork()
        if pid == 0:
            os._exit(self.run_tests(mutant_name="fail", tests=self.items))
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def run_tests(self, *, mutant_name: str | None, tests: Iterable[str]) -> int:
        if mutant_name is None:  # all tests have just passed, for the statistics
            return 0
        gc.disable()
        self.silenced = sys.stdout  # a file that mutmut opens and nobody closes, of which a test would be told
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        signal.signal(signal.SIGALRM, lambda *_: os._exit(TIMED_OUT))
        self.verdict.killers = KILLERS / (mutant_name or "").partition("__mutmut_")[0]
        killers = [name for name in self.verdict.known() if name in self.items]
        for name in dict.fromkeys((*killers, *tests)):
            signal.alarm(SECONDS_A_TEST)
            self._run(name)
        return 0

    def _run(self, name: str) -> None:
        item = self.items[name]
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)


class Verdict:
    """Ends a fork at the first test that fails in it, before anybody writes a report of it.

    Which test it was is kept for the other mutants of the function: it most likely kills them too, so it goes first.
    """

    def __init__(self) -> None:
        self.killers: Path | None = None

    def known(self) -> list[str]:
        """Return the tests that killed other mutants of the function."""
        return (
            self.killers.read_text(encoding="utf-8").split("\n")[:-1] if self.killers and self.killers.exists() else []
        )

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[Any]) -> None:
        """End the fork, with whether an assertion or anything else failed."""
        raised = call.excinfo
        if self.killers is None or raised is None or isinstance(raised.value, pytest.skip.Exception):
            return
        if item.nodeid not in self.known():
            with self.killers.open("a", encoding="utf-8") as killers:
                killers.write(f"{item.nodeid}\n")
        os._exit(FAILED if isinstance(raised.value, (AssertionError, pytest.fail.Exception)) else BROKE)
