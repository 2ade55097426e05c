"""The rooms of the package: who imports whom, how long a module and a function get, and that each says what it is."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import jira_linkfake

PACKAGE = "jira_linkfake"
TOP = Path(jira_linkfake.__file__).parent

# What each room may import of ours at run time, besides itself. The room of a module is the longest name that fits.
# Calls go one way, pytest_plugin -> fake_jira -> doors -> trouble -> rest -> site; what several rooms use is a leaf.
VALUES = {"plain", "site.model", "site.refusals"}
SITE = {"site", *VALUES}
LEAVES = {"errors", "forks", "keys", "options", "journal", "webhooks"}
FACE = {
    "seeding",
    "permitting",
    "troubling",
    "looking",
    "assertions",
    "lookups",
    "sentences",
    "reporting",
    "scenarios",
    "clock",
}
MAY_IMPORT = {
    "": set(),
    "errors": set(),
    "forks": set(),
    "keys": {"errors"},
    "plain": set(),
    "options": {"errors"},
    "journal": {"site.model"},
    "webhooks": {"errors", "forks", "plain"},
    "site.model": {"plain"},
    "site.refusals": {"plain", "site.model"},
    "site": VALUES | {"forks"},
    "rest": SITE | LEAVES,
    "trouble": SITE | LEAVES | {"rest"},
    "doors": {"trouble", "errors", "forks"},
    **dict.fromkeys(FACE, FACE | SITE | LEAVES | {"trouble"}),
    "fake_jira": FACE | SITE | LEAVES | {"rest", "trouble", "doors"},
    "refusal": {"errors", "options", "fake_jira"},
    "parametrizing": {"errors", "keys", "scenarios", "refusal"},
    "pytest_plugin": {"errors", "options", "scenarios", "fake_jira", "doors"},
    "__main__": {"scenarios", "rest"},
}

# What each room may import of others, besides the standard library.
OTHERS = {
    "rest": {"flask", "werkzeug", "marshmallow"},
    "trouble": {"werkzeug"},
    "doors": {"requests", "responses", "urllib3", "werkzeug"},
    "fake_jira": {"werkzeug"},
    "refusal": {"werkzeug"},
    "parametrizing": {"pytest"},
    "pytest_plugin": {"pytest"},
}

MOST_LINES_OF_A_MODULE = 250
MOST_LINES_OF_A_FUNCTION = 40

# Modules that may be longer, with the reason.
LONGER = dict.fromkeys(("doors.guard", "fake_jira", "pytest_plugin"), "a file is as long as its subject")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _modules() -> dict[str, Path]:
    """Return the files of the package by the modules' names below it; the package itself has none."""
    parts = {path: path.relative_to(TOP).with_suffix("").parts for path in sorted(TOP.rglob("*.py"))}
    return {".".join(part for part in names if part != "__init__"): path for path, names in parts.items()}


MODULES = _modules()
EACH_MODULE = pytest.mark.parametrize("module", MODULES, ids=lambda module: module or PACKAGE)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(node: ast.AST, *, deferred: bool = True) -> Iterator[str]:
    """Yield what is imported below a node at run time; without `deferred` only what is imported with the module."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield from (f"{'.' * child.level}{child.module or ''}.{alias.name}" for alias in child.names)
        elif isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            yield from (name for one in child.orelse for name in _imports(one, deferred=deferred))
        elif deferred or not isinstance(child, Function):
            yield from _imports(child, deferred=deferred)


def _ours(module: str, *, deferred: bool = True) -> set[str]:
    """Return the modules of ours that a module imports, by their names below the package."""
    names = {name for name in _imports(_tree(MODULES[module]), deferred=deferred) if name.startswith(f"{PACKAGE}.")}
    return {_module_of(name.removeprefix(f"{PACKAGE}.")) for name in names}


def _module_of(name: str) -> str:
    return name if name in MODULES else name.rpartition(".")[0]


def _theirs(path: Path, *, deferred: bool = True) -> set[str]:
    """Return the packages that a file imports, without ours and the standard library."""
    roots = {name.partition(".")[0] for name in _imports(_tree(path), deferred=deferred)}
    return roots - {PACKAGE} - sys.stdlib_module_names


def _room(module: str) -> str:
    return max((room for room in MAY_IMPORT if f"{module}.".startswith(f"{room}.") or not room), key=len)


def _functions(node: ast.AST) -> Iterator[Function]:
    return (one for one in ast.walk(node) if isinstance(one, Function))


def _public(node: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    """Yield the public classes and functions of a module or class, and of its public classes."""
    for child in node.body:
        if isinstance(child, (ast.ClassDef, Function)) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)


def test_every_module_has_a_room():
    """Each module at the top of the package, and each folder, is a room, so that nothing new goes unseen."""
    assert {module.partition(".")[0] for module in MODULES} == {room.partition(".")[0] for room in MAY_IMPORT}


@EACH_MODULE
def test_calls_go_one_way(module):
    """A module imports of ours only what its room may, also where it does so inside a function."""
    room = _room(module)
    assert {_room(one) for one in _ours(module)} <= {room} | MAY_IMPORT[room]


@EACH_MODULE
def test_only_the_rooms_for_it_know_http(module):
    """A module imports only those packages of others that its room is for: the site's rules none at all."""
    assert _theirs(MODULES[module]) <= OTHERS.get(_room(module), set())


def test_replies_are_made_from_records():
    """What is no success is put into its envelope where the records are read: no reply is made up beside them."""
    envelopes = {"error_collection", "problem", "text_reply", "page_reply"}
    makers = {name for name, path in MODULES.items() if envelopes & {_called(node) for node in ast.walk(_tree(path))}}
    assert makers == {"rest.refusing", "rest.replies.trouble"}


def _called(node: ast.AST) -> str:
    """Return the name of what is called, without what it is a member of."""
    return ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""


@EACH_MODULE
def test_imports_are_absolute(module):
    """Every import names the package, so that the rules above see all of them."""
    assert [name for name in _imports(_tree(MODULES[module])) if name.startswith(".")] == []


def test_importing_the_plugin_is_cheap():
    """With itself the plugin imports pytest, the errors and the options, which import nothing more of ours."""
    assert _ours("pytest_plugin", deferred=False) == {"errors", "options"}
    assert _ours("options") | _ours("errors") == {"errors"}
    assert [_theirs(MODULES[module], deferred=False) for module in ("pytest_plugin", "options", "errors")] == [
        {"pytest"},
        set(),
        set(),
    ]


def test_no_module_imports_itself_in_a_circle():
    """The imports of run time, those inside functions too, form no circle."""
    order = TopologicalSorter({module: _ours(module) for module in MODULES}).static_order()
    assert len(list(order)) == len(MODULES)


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent / "unit/site").rglob("*.py")), ids=lambda path: path.stem
)
def test_rules_are_tested_without_http(path):
    """The tests of the site's rules import nothing of ours but the site, and nothing of others but pytest."""
    assert _theirs(path) <= {"pytest", "tests"}
    assert [name for name in _imports(_tree(path)) if name.startswith(PACKAGE) and ".site." not in name] == []


@EACH_MODULE
def test_module_is_short(module):
    """A module that grows past the limit becomes a folder, unless there is a reason why it does not."""
    lines = len(MODULES[module].read_text(encoding="utf-8").splitlines())
    assert (lines > MOST_LINES_OF_A_MODULE) == (module in LONGER), f"{lines} lines"


@EACH_MODULE
def test_functions_are_short(module):
    """No function's body, with its docstring, is longer than the limit."""
    lengths = {one.name: (one.end_lineno or 0) - one.body[0].lineno + 1 for one in _functions(_tree(MODULES[module]))}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION} == {}


@EACH_MODULE
def test_everything_public_says_what_it_is(module):
    """Each module, and each public class and function in it, has a docstring."""
    tree = _tree(MODULES[module])
    assert ast.get_docstring(tree)
    assert [one.name for one in _public(tree) if not ast.get_docstring(one)] == []
