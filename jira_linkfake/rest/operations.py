"""The operations of Jira: all that there are, which subject serves one, and the declaration of those that are served.

The table `operations.tsv` has every operation of Jira Cloud: its method, its path, Atlassian's id and subject, the
statuses that the reference lists, and the module below `jira_linkfake.jira` that serves it, if one does. Routing goes
by this table and compiles nothing; a module is loaded when the first of its operations is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from jira_linkfake.jira.evidence import MEASURED_METHODS

if TYPE_CHECKING:
    from marshmallow import Schema

    from jira_linkfake.jira.evidence import Evidence

View = Callable[..., Any]
"""What carries out an operation: given the call and the path's parts, it returns JSON, or None for no body.

It returns a `Partly` or a `Changed` where the status is not the operation's usual one.
"""

_View = TypeVar("_View", bound=View)
_Tree = dict[str, Any]

API = "/rest/api/3/"
"""Where the platform's operations are in the table; versions 2 and `latest` have the same."""

ESCAPED_SLASH = "\ufdd0"
"""What stands for a slash that came escaped, and so is a part of a value: no text has this character."""

VERSIONS = ("2", "3", "latest")

_LATEST = {"agile": "1.0", "auth": "1", "webhooks": "1.0"}
"""Which version `latest` is of Jira's other REST APIs, of which each has but one."""

# Whole families of Jira's other addresses: what is below them is Jira's, and what is not in the table is not served.
# Those that no documentation has are asked for by client libraries.
FAMILIES = {
    "/rest/greenhopper/": "Jira Software's old REST API",
    "/rest/servicedeskapi/": "Jira Service Management's REST API",
    "/rest/auth/": "session authentication",
    "/rest/webhooks/": "webhooks",
    "/rest/internal/": "Jira's internal REST API",
    "/rest/backup/": "backups",
    "/rest/dev-status/": "development information",
    "/rest/plugins/": "Jira's apps",
    "/rest/project-templates/": "templates of projects",
    "/browse/": "Jira's pages",
    "/plugins/servlet/": "Jira's pages",
    "/secure/": "Jira's pages",
    "/si/": "Jira's pages",
    "/sr/": "Jira's pages",
}


class Success(NamedTuple):
    """The reply to an operation that is carried out; `by` is the evidence for status and body.

    `when` says in which case, where it is not the usual one; the other case stands beside the usual one as `otherwise`.

    `content_type` is that of an empty body: creating a link was captured to send none as JSON (Server and Data
    Center, 2015 to 2026), which breaks clients that parse by content type; that Cloud does so too is chosen.
    """

    status: int
    body: str
    by: Evidence
    content_type: str | None = None
    when: str = ""
    otherwise: Success | None = None


OPTIONS = Success(200, "empty, with `Allow`", MEASURED_METHODS)
"""The reply to the method OPTIONS at each path that Jira has."""


class Served(NamedTuple):
    """What a view declares of its operation: the answer on success, if there is one, and the schema of its body.

    `not_served` has the parameters of the query that Jira heeds and the view does not.
    """

    view: View
    success: Success | None
    body: type[Schema] | None
    not_served: tuple[str, ...] = ()


_served: dict[tuple[str, str], Served] = {}


def operation(
    id: str,  # noqa: A002 - Jira's name
    success: Success,
    *,
    body: type[Schema] | None = None,
    not_served: tuple[str, ...] = (),
) -> Callable[[_View], _View]:
    """Declare that a view serves the operation of an id, as Atlassian has it, and what its success is.

    The table `operations.tsv` names the view's module in the operation's row.
    """

    def declare(view: _View) -> _View:
        _served[view.__module__, id] = Served(view, success, body, not_served)
        return view

    return declare


def refused_operation(id: str) -> Callable[[_View], _View]:  # noqa: A002 - Jira's name
    """Declare that a view refuses the operation of an id, which Jira has removed or has for apps alone."""

    def declare(view: _View) -> _View:
        _served[view.__module__, id] = Served(view, None, None)
        return view

    return declare


class Operation(NamedTuple):
    """One operation of Jira, as its row in the table has it; `module` is empty where nothing serves it."""

    method: str
    path: str
    id: str
    subject: str
    statuses: str
    module: str = ""

    @property
    def served(self) -> Served | None:
        """What serves the operation, or None; the subject that does so is loaded."""
        if not self.module:
            return None
        name = f"jira_linkfake.jira.{self.module}"
        if name not in sys.modules or (name, self.id) not in _served:  # or it is being loaded
            import_module(name)
        return _served[name, self.id]

    @property
    def short_path(self) -> str:
        """The path as the reference's pages show it, without what all the platform's operations begin with."""
        return self.path.removeprefix(API)


class Place(NamedTuple):
    """Where a path leads: to operations by their methods, with the values of the path's parts and Jira's version."""

    operations: Mapping[str, Operation]
    values: tuple[str, ...]
    version: str

    def parts_of(self, operation: Operation) -> dict[str, str]:
        """Return the values of the path's parts by the names that an operation has for them."""
        values = (value.replace(ESCAPED_SLASH, "/") for value in self.values)
        return dict(zip(_names_in(operation.path), values, strict=True))


@lru_cache(maxsize=256)  # most of what code asks, it asks again
def find(path: str) -> Place | None:
    """Return the place in Jira that a path leads to, or None; a slash at its end counts as it does with Jira.

    Of several that fit, the one with the most literal parts wins: `priority/search` is not the priority "search".
    """
    parts, version = _parts_of(path)
    found = min(_leaves(_tree(), parts, ()), key=lambda leaf: len(leaf[1]), default=None)
    return None if found is None else Place(*found, version)


def leads_somewhere(path: str) -> bool:
    """Say whether a path that somebody names is one of Jira's, or the beginning of one."""
    return bool(path.strip("/")) and _is_beginning(_named_parts(path))


def is_below(path: str, start: str) -> bool:
    """Say whether a path begins with one that somebody names, whichever the version."""
    parts, wanted = _parts_of(path)[0], _named_parts(start)
    return parts[: len(wanted)] == wanted


def is_at(path: str, wanted: str) -> bool:
    """Say whether a path is one that somebody names, whichever the version and without a slash at its end."""
    return _parts_of(path.rstrip("/"))[0] == _named_parts(wanted)


def _named_parts(path: str) -> list[str]:
    """Return the parts of a path that somebody names: from the site's address, or below `/rest/api/{version}/`.

    The first has a slash at its start, as `/rest/agile/1.0/sprint`; the other may have one too.
    """
    whole = _parts_of(path.rstrip("/"))[0]
    is_whole = path.startswith("/") and bool(whole) and _is_beginning(whole)
    return whole if is_whole else _parts_of(API + path.strip("/"))[0]


def _is_beginning(parts: Iterable[str]) -> bool:
    return next(_nodes(_tree(), parts), None) is not None


@cache
def all_operations() -> tuple[Operation, ...]:
    """Return every operation of Jira, in the table's order: by path."""
    # As modules are loaded, past what has put another file system in the place of `open`.
    table = get_data(__package__, "operations.tsv") or b""
    lines = table.decode().splitlines()
    return tuple(Operation(*line.split("\t")) for line in lines)


def _parts_of(path: str) -> tuple[list[str], str]:
    """Return the parts of a path as the table has them, and the version that it asks for, if it asks for one."""
    parts = path.removesuffix("/").split("/")[1:]
    if parts[:2] == ["rest", "api"] and len(parts) > 2 and parts[2] in VERSIONS:
        version, parts[2] = parts[2], "3"
        return parts, version
    if parts[:1] == ["rest"] and parts[2:3] == ["latest"]:
        parts[2] = _LATEST.get(parts[1], "latest")
    return parts, ""


# A tree has the next parts of paths, a parameter as "", and under _HERE the operations that end there by method.
_HERE = "/"


@cache
def _tree() -> _Tree:
    tree: _Tree = {}
    for one in all_operations():
        for path in (one.path,) if one.path.startswith("/rest/") else (one.path, f"/rest{one.path}"):
            node = tree
            for part in path.split("/")[1:]:
                node = node.setdefault("" if part.startswith("{") else part, {})
            node.setdefault(_HERE, {})[one.method] = one
    return tree


def _leaves(
    node: _Tree, parts: list[str], values: tuple[str, ...]
) -> Iterator[tuple[Mapping[str, Operation], tuple[str, ...]]]:
    """Yield the operations at the end of each way that parts can be taken, with the values of the parameters."""
    if not parts:
        if _HERE in node:
            yield node[_HERE], values
        return
    part, *others = parts
    if part and part in node:
        yield from _leaves(node[part], others, values)
    if part and "" in node:
        yield from _leaves(node[""], others, (*values, part))


def _nodes(node: _Tree, parts: Iterable[str]) -> Iterator[_Tree]:
    """Yield what follows each way that parts can be taken."""
    nodes = [node]
    for part in parts:
        nodes = [one[name] for one in nodes for name in {part, ""} if name in one]
    yield from nodes


@cache
def _names_in(path: str) -> tuple[str, ...]:
    return tuple(part[1:-1] for part in path.split("/") if part.startswith("{"))
