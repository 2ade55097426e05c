"""Mutants of values outside functions, which mutmut finds but cannot switch: a fork for each imports it."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import libcst as cst
import mutmut.__main__ as mutmut
import pytest
from mutmut.mutation.file_mutation import Mutation, create_mutations, deep_replace
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.utils.file_utils import change_cwd, walk_mutatable_files

from tests.mutation.functions import KILLERS, Verdict, changed_lines
from tests.mutation.outcomes import BROKEN_RUN, NOT_IMPORTED, TIMED_OUT

SECONDS = 300
# What is imported once for all forks: of others, and of them no plugins of pytest, which it wants to import itself.
USED = ("flask", "marshmallow", "pytest", "requests", "responses", "werkzeug.test")
CONTROL = "no mutant at all"
MUTATED = (cst.SimpleString, cst.Integer, cst.Float, cst.Name, cst.Lambda)


@dataclass(frozen=True, kw_only=True)
class DataMutant:
    """A module with one of its values replaced."""

    module: str
    path: Path
    tree: cst.Module
    mutation: Mutation
    about: str

    @property
    def code(self) -> str:
        """The module's source with the mutation."""
        mutated = deep_replace(self.tree, self.mutation.original_node, self.mutation.mutated_node)
        return cst.ensure_type(mutated, cst.Module).code

    @property
    def changed(self) -> str:
        """The lines that the module has in place of ours, as one."""
        return changed_lines(unified_diff(self.tree.code.splitlines(), self.code.splitlines(), n=0))


def find() -> dict[str, DataMutant]:
    """Return the mutants of strings, numbers, truth values, lambdas and attributes of classes, by their names."""
    found: dict[str, DataMutant] = {}
    for path in walk_mutatable_files():
        module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        tree, mutations, _, _ = create_mutations(str(path), path.read_text(encoding="utf-8"))
        places, counts, seen = dict(_places(tree)), {}, set()
        for mutation in mutations:
            node = mutation.original_node
            place, about = places.get(node, (None, ""))
            if place is None or node in seen or not isinstance(node, MUTATED):
                continue
            seen.add(node)  # of several mutants of a string the first: the others change the case of its letters
            counts[place] = counts.get(place, 0) + 1
            name = f"{module}.{place}__mutmut_{counts[place]}"
            found[name] = DataMutant(module=module, path=path, tree=tree, mutation=mutation, about=about)
    return found


def _places(tree: cst.Module) -> Iterator[tuple[cst.CSTNode, tuple[str, str]]]:
    """Yield every node outside functions with the name that it helps to give a value to, and what of it it is about."""
    for statement in tree.body:
        of_class = isinstance(statement, cst.ClassDef) and isinstance(statement.body, cst.IndentedBlock)
        prefix = f"{statement.name.value}." if of_class else ""
        for part in statement.body.body if of_class else (statement,):
            named = _named(part)
            if named is not None:
                about = statement.name.value if of_class else named
                yield from ((node, (prefix + named, about)) for node, about in _walk(part, about))


def _named(statement: cst.CSTNode) -> str | None:
    """Return the name that a statement assigns, None for imports, functions, types and the list of public names."""
    if not isinstance(statement, cst.SimpleStatementLine):
        return None
    assignment = statement.body[0]
    if isinstance(assignment, cst.Assign):
        target = assignment.targets[0].target
    elif isinstance(assignment, (cst.AnnAssign, cst.AugAssign)):
        target = assignment.target
    else:
        return None
    name = cst.Module(body=[]).code_for_node(target)
    is_type = name.lstrip("_")[:1].isupper() and not name.isupper()
    return None if is_type or name == "__all__" else name


def _walk(node: cst.CSTNode, about: str) -> Iterator[tuple[cst.CSTNode, str]]:
    """Yield a node and all below it, each with what it is about: the key of its entry in a table, if it is in one."""
    yield node, about
    if isinstance(node, cst.DictElement):
        about = cst.Module(body=[]).code_for_node(node.key).strip("\"'").rpartition(".")[2]
    for child in node.children:
        yield from _walk(child, about)


def run(mutants: dict[str, DataMutant | None], children: int) -> dict[str, int]:
    """Run the tests with each mutant and return how its fork ended; for None, mutmut's switch is set before imports."""
    for used in USED:
        import_module(used)
    codes: dict[str, int] = {}
    running: dict[int, str] = {}
    for name, mutant in ((CONTROL, None), *mutants.items()):
        if len(running) == children:
            _reap(running, codes)
        pid = os.fork()
        if pid == 0:
            os._exit(_outcome(name, mutant))
        running[pid] = name
    while running:
        _reap(running, codes)
    return {name: code for name, code in codes.items() if name != CONTROL}


def _reap(running: dict[int, str], codes: dict[str, int]) -> None:
    pid, status = os.wait()
    name, code = running.pop(pid), os.waitstatus_to_exitcode(status)
    codes[name] = code
    if len(codes) % 100 == 0:
        print(f"{len(codes)} mutants of values", flush=True)
    if code == BROKEN_RUN or (name == CONTROL and code):
        sys.exit(f"{name} could not be run, or its tests fail without any mutant: {code}")


def _outcome(name: str, mutant: DataMutant | None) -> int:
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - for as long as the fork lives
    signal.signal(signal.SIGALRM, lambda *_: os._exit(TIMED_OUT))
    signal.alarm(SECONDS)
    try:
        if mutant is None:
            set_mutant_under_test(name)
        else:
            sys.meta_path.insert(0, _Finder(mutant))
        _run_tests(name, mutant)
    except BaseException:
        return BROKEN_RUN
    return 0


def _run_tests(name: str, mutant: DataMutant | None) -> None:
    """Run the tests, the nearest first; ends the fork where one fails, or the mutated module cannot be imported."""
    from tests.wire import doors

    doors.DOORS = (doors.werkzeug_client,)
    verdict = Verdict()
    verdict.killers = KILLERS / name.partition("__mutmut_")[0]
    plugins = [verdict, _NearestFirst(name, mutant.about if mutant else name, verdict.known())]
    with change_cwd("mutants"):
        code = pytest.main(
            [
                *("-p", "no:terminal", "--rootdir=."),
                *mutmut.config().pytest_add_cli_args,
                *mutmut.config().pytest_add_cli_args_test_selection,
            ],
            plugins=plugins,
        )
    if code != pytest.ExitCode.OK:
        os._exit(NOT_IMPORTED)
    if mutant and not isinstance(sys.modules[mutant.module].__loader__, _Loader):
        raise ImportError(f"the tests had {mutant.module} from elsewhere")


class _NearestFirst:
    """A plugin of pytest that sorts tests by how likely a mutant fails in them.

    First go those that name what it is about, then those that failed with others of the same table, then those whose
    names have most words in common with its own.
    """

    def __init__(self, name: str, about: str, known: Sequence[str]) -> None:
        self.about, self.known, self.words = about, set(known), _words(f"{name} {about}")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=self._farness)

    def _farness(self, item: pytest.Item) -> tuple[bool, bool, int]:
        name = item.nodeid
        return self.about not in name, name not in self.known, -len(self.words & _words(name))


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", name.lower()))


class _Finder:
    """Finds one module, with another source than its file has."""

    def __init__(self, mutant: DataMutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != self.mutant.module:
            return None
        file = str(self.mutant.path.absolute())
        where = [str(self.mutant.path.parent.absolute())] if self.mutant.path.name == "__init__.py" else None
        loader = _Loader(name, file, self.mutant.code)
        return spec_from_file_location(name, file, loader=loader, submodule_search_locations=where)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: str) -> None:
        super().__init__(name, path)
        self.mutated = code

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.mutated, self.path, "exec", dont_inherit=True)
