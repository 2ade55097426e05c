"""The house: which file may import which, what each is called, and that each says what it is."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import jira_linkfake

PACKAGE = "jira_linkfake"
TOP = Path(jira_linkfake.__file__).parent
MOST_LINES_OF_A_FUNCTION = 40

# Calls go down this list, also those of imports inside functions; what stands on one line is side by side, and leaves
# import nothing above them. A name stands for what is below it too, unless that is named itself.
LAYERS = (
    ("pytest_plugin", "__main__", "serve", "known_answers", "verify", "testing.every_refusal", "testing.unittest_case"),
    ("fake_jira",),
    ("inspector",),
    ("data",),
    ("testing", "doors", "scenarios"),
    ("faults",),
    ("rest",),
    ("jira",),
    ("options",),
    ("errors", "forks", "literals"),
)

# What the files of a subject may use of other subjects, and of their own. What only one subject has is of the kind of
# which it is a part.
KINDS = {
    "leaf": set(),
    "model": {"model"},
    "store": {"model"},
    "site": {"model", "store"},
    "refusals": {"model", "refusals"},
    "finding": {"model", "store", "site", "refusals", "finding"},
    "rules": {"model", "store", "site", "refusals", "finding", "rules", "fields"},
    "fields": {"model", "store", "site", "refusals", "finding", "rules", "fields", "search", "as_json"},
    "search": {"model", "store", "site", "refusals", "finding", "rules", "fields", "search"},
    "as_json": {"model", "store", "site", "finding", "rules", "fields", "as_json"},
    "rest": {"model", "site", "finding", "rules", "fields", "search", "as_json", "rest"},
}
KINDS["one file"] = {kind for kinds in KINDS.values() for kind in kinds}
OF_A_SUBJECT = {"model", "store", "refusals", "finding", "rules", "fields", "as_json", "rest"}
LEAVES = {"plain", "evidence", "refusal", "reader", "rich_text"}
KIND_OF = {
    **{f"jira.{leaf}": "leaf" for leaf in LEAVES},
    "jira": "leaf",
    "jira.site": "site",
    "jira.labels": "one file",
    "jira.project_types": "one file",
    "jira.site_info": "one file",
    "jira.permissions.sight": "finding",
    "jira.attachments.archives": "finding",
    "jira.fields.field": "fields",
    "jira.fields.registry": "fields",
    "jira.fields.unserved": "fields",
    "jira.boards.contents": "search",
    "jira.webhooks.moments": "finding",
    "jira.history.telling": "model",
    "jira.webhooks.outbox": "store",
    "jira.webhooks.receivers": "model",
    "jira.webhooks.matching": "search",
    **{
        f"jira.rich_text.{name}": "leaf"
        for name in (
            "document",
            "reading_inline",
            "reading_wiki",
            "symbols",
            "writing_html",
            "writing_inline",
            "writing_wiki",
        )
    },
    **{
        f"jira.search.{name}": "search"
        for name in (
            "clauses",
            "custom",
            "evaluation",
            "functions",
            "parser",
            "past",
            "sanitizing",
            "structure",
            "text_search",
            "tokenizer",
        )
    },
}

# Rules use those of the subjects before their own: deleting a project deletes its issues, and those their links.
RULES = (
    "permissions",
    "tasks",
    "fields",
    "project_categories",
    "history",
    "properties",
    "watchers",
    "votes",
    "comments",
    "people",
    "permission_schemes",
    "webhooks",
    "preferences",
    "remote_links",
    "worklogs",
    "issue_links",
    "link_types",
    "resolutions",
    "attachments",
    "issues",
    "archiving",
    "bulk",
    "notifications",
    "versions",
    "components",
    "filters",
    "ranks",
    "boards",
    "sprints",
    "epics",
    "projects",
)

# Who may import what of others, besides the standard library.
OTHERS = {
    "rest": {"flask", "werkzeug", "marshmallow"},
    "faults": {"werkzeug"},
    "jira.webhooks.receivers": {"werkzeug"},
    "doors": {"aiohttp", "anyio", "httpcore", "httpx", "requests", "responses", "trustme", "urllib3", "werkzeug"},
    "fake_jira": {"werkzeug"},
    "inspector": {"flask", "jinja2", "markupsafe", "werkzeug"},
    "data": {"marshmallow", "yaml"},
    "serve": {"yaml"},
    "testing.every_refusal": {"pytest", "werkzeug"},
    "pytest_plugin": {"pytest"},
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _modules() -> dict[str, ast.Module]:
    """Return the modules of the package, parsed, by their names below it; the package itself has none."""
    files = {path: path.relative_to(TOP).with_suffix("").parts for path in sorted(TOP.rglob("*.py"))}
    return {
        ".".join(part for part in parts if part != "__init__"): ast.parse(path.read_text(encoding="utf-8"))
        for path, parts in files.items()
    }


MODULES = _modules()


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


def _ours(module: str, *, deferred: bool = True) -> dict[str, set[str]]:
    """Return the modules of ours that a module imports, each with the names that it imports from there."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in _imports(MODULES[module], deferred=deferred):
        if name.startswith(f"{PACKAGE}."):
            below = name.removeprefix(f"{PACKAGE}.")
            where, _, what = below.rpartition(".")
            found[below if below in MODULES else where].add(what)
    return dict(found)


def _theirs(module: str, *, deferred: bool = True) -> set[str]:
    """Return the packages that a module imports, without ours and the standard library."""
    roots = {name.partition(".")[0] for name in _imports(MODULES[module], deferred=deferred)}
    return roots - {PACKAGE} - sys.stdlib_module_names


def _is_below(module: str, name: str) -> bool:
    return f"{module}.".startswith(f"{name}.")


def _subject(module: str) -> str:
    """Return the subject that a module is of, or nothing."""
    parts = module.split(".")
    return parts[1] if parts[0] == "jira" and len(parts) == 3 else ""


def _kind(module: str) -> str:
    """Return which of the files of a subject a module is, or nothing where it is none."""
    if module in KIND_OF:
        return KIND_OF[module]
    if module.startswith("jira.") and module.count(".") == 1:
        return "leaf"  # the docstring of a subject
    return module.rpartition(".")[2] if _subject(module) else ""


def _layer(module: str) -> int:
    """Return how far down a module stands; a subject's file with operations stands with those of REST in general."""
    if _kind(module) in ("rest", "one file"):
        module = "rest"
    named = max((name for layer in LAYERS for name in layer if _is_below(module, name)), key=len, default="")
    return next((place for place, layer in enumerate(LAYERS) if named in layer), -1)


def _told(wrong: list[tuple[str, str]]) -> str:
    """Return imports that should not be, one a line, with the names that are imported."""
    lines = [f"{one} imports {', '.join(sorted(_ours(one)[other]))} from {other}" for one, other in wrong]
    return "\n" + "\n".join(lines)


EDGES = [(one, other) for one in MODULES if one for other in _ours(one) if other]


def test_calls_go_one_way():
    """A module imports nothing that stands above it, also where it does so inside a function."""
    assert [one for one in MODULES if one and _layer(one) < 0] == []
    wrong = [(one, other) for one, other in EDGES if _layer(other) < _layer(one)]
    assert not wrong, _told(wrong)


def test_the_files_of_subjects_use_what_the_table_says():
    """A file of a subject imports of others only files of the kinds that its own kind may use; of REST all may."""
    inside = [(one, other) for one, other in EDGES if _kind(one) and _is_below(other, "jira")]
    wrong = [(one, other) for one, other in inside if not _may_use(one, other)]
    assert not wrong, _told(wrong)


def _may_use(one: str, other: str) -> bool:
    kind, other_kind = _kind(one), _kind(other)
    if other_kind == "leaf":
        return True
    if kind == "rest" and _subject(one) == _subject(other):
        return True
    if kind == "rules" and other_kind == "rules":
        return RULES.index(_subject(other)) < RULES.index(_subject(one))
    return other_kind in KINDS[kind]


def test_every_file_of_a_subject_is_of_a_kind():
    """The files of subjects go by the names of the table, or are named above as a part of one of them."""
    assert [one for one in MODULES if _is_below(one, "jira") and _kind(one) not in KINDS] == []


def test_only_what_is_for_it_knows_http_and_pytest():
    """A module imports only those packages of others that its place is for: the rules of the site none at all."""
    assert {one: more for one in MODULES if (more := _theirs(one) - _others(one))} == {}


def _others(module: str) -> set[str]:
    place = "rest" if _kind(module) in ("rest", "one file") else module
    named = max((name for name in OTHERS if _is_below(place, name)), key=len, default="")
    return OTHERS.get(named, set())


def test_no_module_imports_itself_in_a_circle():
    """The imports of run time, those inside functions too, form no circle: nothing imports itself either."""
    order = TopologicalSorter({module: set(_ours(module)) - {""} for module in MODULES if module}).static_order()
    assert {*order, ""} == set(MODULES)


def test_imports_are_absolute():
    """Every import names the package, so that the rules above see all of them."""
    assert [(one, name) for one, tree in MODULES.items() for name in _imports(tree) if name.startswith(".")] == []


def test_importing_the_plugin_is_cheap():
    """With itself the plugin imports pytest, the errors and the options, which import nothing more of ours."""
    assert set(_ours("pytest_plugin", deferred=False)) == {"errors", "options"}
    assert {*_ours("options"), *_ours("errors")} == {"errors"}
    assert [_theirs(module, deferred=False) for module in ("pytest_plugin", "options", "errors")] == [
        {"pytest"},
        set(),
        set(),
    ]


def test_no_name_of_a_file_means_two_things():
    """Two files have the same name only where both are that part of their subjects; REST's refusals are its own."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for module in MODULES:
        name = module.rpartition(".")[2]
        of_a_subject = name in OF_A_SUBJECT and (_subject(module) or module in ("jira.fields", "rest", "rest.refusals"))
        if module and not of_a_subject:
            places[name].append(module)
    twice = [where for name, where in places.items() if len(where) > 1 or name in OF_A_SUBJECT]
    assert not twice, f"these have a name that means something else, too: {twice}"


def test_replies_are_made_from_records():
    """What is no success is put into its envelope where the records are read: no reply is made up beside them."""
    envelopes = {"error_collection", "problem", "text_reply", "page_reply"}
    makers = {name for name, tree in MODULES.items() if envelopes & {_called(node) for node in ast.walk(tree)}}
    assert makers == {"rest.replies", "faults.answers"}


def _called(node: ast.AST) -> str:
    """Return the name of what is called, without what it is a member of."""
    return ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""


def test_functions_are_short():
    """No function's body, with its docstring, is longer than the limit."""
    lengths = {
        f"{module}.{one.name}": (one.end_lineno or 0) - one.body[0].lineno + 1
        for module, tree in MODULES.items()
        for one in ast.walk(tree)
        if isinstance(one, Function)
    }
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION} == {}


def test_everything_public_says_what_it_is():
    """Each module, and each public class and function in it, has a docstring."""
    silent = [module for module, tree in MODULES.items() if not ast.get_docstring(tree)]
    silent += [f"{m}.{one.name}" for m, tree in MODULES.items() for one in _public(tree) if not ast.get_docstring(one)]
    assert silent == []


def _public(node: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    """Yield the public classes and functions of a module or class, and of its public classes."""
    for child in node.body:
        if isinstance(child, (ast.ClassDef, Function)) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)
