"""What a request has most likely meant by a name that nothing has, and by keys that Jira ignores without a word."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from http import HTTPStatus
from itertools import islice
from typing import Any

from jira_linkfake.errors import nearest_of
from jira_linkfake.jira.site import Site
from jira_linkfake.rest.journal import Exchange

_FIELD = re.compile(r"(\S+) cannot be set: no request sets such a field")
_KEY = re.compile(r"there is no issue ([A-Za-z][A-Za-z0-9_]*)-[0-9]+")
_NUMBER = re.compile(r"there is no issue [A-Za-z][A-Za-z0-9_]*-([0-9]+)")
_NO_TEXT = re.compile(r"([\w.]+) is no text")
_BELOW = re.compile(r"Jira has no (/\S*?\w)(/rest/\S+)")
_PATH = re.compile(r"Jira has no /rest/api/[^/ ]+/(\S+)")
_FUNCTION = re.compile(r"JQL has no function (\S+)")
_LEAST_LIKENESS = 0.7
_LONGEST, _LONGEST_BODY, _LONGEST_KEY = 500, 100_000, 50
"""Of how many characters of a reason, of a body and of a key somebody can have mistyped one."""
_MOST, _MOST_KEYS = 5, 50
_NAMED = re.compile(
    r"\bno(?: other)? (?P<kind>[A-Za-z]+(?: (?:of issue|type|field|level))?)(?: with (?:key|name))? '(?P<name>[^']+)'"
)


def hints(site: Site, exchange: Exchange) -> Iterator[str]:
    """Yield the nearest right things to names that nothing has, and to keys of the body that were ignored."""
    reason = (exchange.reason or "")[:_LONGEST]
    for kind, name in _names_in(reason):
        near = nearest_of(name, _KINDS[kind](site)) if kind in _KINDS else None
        if near not in (None, name):
            yield f"did you mean {'the project ' if kind == 'project' else ''}{near!r}?"
    for path in _PATH.findall(reason):
        place = _nearest_path(path)
        if place is not None:
            yield f"did you mean {place!r}?"
    for prefix, path in _BELOW.findall(reason):
        yield f"did you mean {path!r}? The site's address does not end in {prefix}"
    yield from _ids_for_keys(site, reason, exchange)
    if 0 < len(exchange.body) < _LONGEST_BODY and "PayloadInvalid" not in exchange.rule:  # which has told of all
        yield from islice(_of_body(exchange), _MOST)


def _ids_for_keys(site: Site, reason: str, exchange: Exchange) -> Iterator[str]:
    """Yield of which issues the numbers are ids that stand in keys, or for them."""
    paths = _NO_TEXT.findall(reason)
    body = json_of(exchange.body) if paths else None
    numbers = [*_NUMBER.findall(reason), *(str(_at(body, path)) for path in paths)]
    there = {number: site.issues.get(number) for number in dict.fromkeys(numbers)}
    yield from (f"{number} is the id of {issue.key}, not its key" for number, issue in there.items() if issue)


def json_of(text: str) -> Any:
    """Return what a text says in JSON; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _at(content: Any, path: str) -> Any:
    """Return what is at a path of names in JSON; None for nothing."""
    for name in path.split("."):
        content = content.get(name) if isinstance(content, dict) else None
    return content


def _names_in(reason: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds and names that a reason says there is nothing of."""
    for pattern, kind in ((_FIELD, "field of issues"), (_KEY, "project"), (_FUNCTION, "function")):
        yield from ((kind, name) for name in pattern.findall(reason))
    yield from ((found["kind"], found["name"]) for found in _NAMED.finditer(reason))


def _fields(site: Site) -> Iterable[str]:
    from jira_linkfake.jira.fields.registry import FIELDS_BY_ID

    return [*FIELDS_BY_ID, *site.fields]


def _clauses(site: Site) -> Iterable[str]:
    from jira_linkfake.jira.search.evaluation import CLAUSES

    return [*(name for clause in CLAUSES for name in clause.names), *(field.name for field in site.fields.values())]


def _functions(_: Site) -> Iterable[str]:
    from jira_linkfake.jira.search.functions import FUNCTIONS

    return [function.usage.partition("(")[0] for function in FUNCTIONS.values()]


def _nearest_path(path: str) -> str | None:
    """Return the path of an operation, below the version, that has as many parts and each of its own words nearly."""
    from jira_linkfake.rest.operations import all_operations

    parts = path.split("/")
    places = [(_likeness(parts, one.short_path.split("/")), one.short_path) for one in all_operations()]
    likeness, place = max(places)
    return place if likeness > _LEAST_LIKENESS else None


def _likeness(parts: Sequence[str], others: Sequence[str]) -> float:
    """Return how near the words of a path are to an operation's, 1 for the same; values may be any."""
    if len(parts) != len(others):
        return 0.0
    words = [(part, other) for part, other in zip(parts, others, strict=True) if not other.startswith("{")]
    ratios = [SequenceMatcher(None, part.casefold(), other.casefold()).ratio() for part, other in words]
    return min(ratios, default=0.0)


def _permissions(_: Site) -> Iterable[str]:
    from jira_linkfake.jira.permissions.model import PERMISSIONS

    return PERMISSIONS


def _named(things: Iterable[Any]) -> list[str]:
    return [thing.name for thing in things]


_KINDS: Mapping[str, Callable[[Site], Iterable[str]]] = {
    "field of issues": _fields,
    "field": _clauses,
    "function": _functions,
    "permission": _permissions,
    "project": lambda site: site.projects,
    "priority": lambda site: _named(site.priorities.values()),
    "resolution": lambda site: _named(site.resolutions.values()),
    "status": lambda site: _named(site.statuses.values()),
    "type of issue": lambda site: _named(site.issue_types.values()),
    "issuetype": lambda site: _named(site.issue_types.values()),
    "link type": lambda site: _named(site.link_types.values()),
    "group": lambda site: site.people.groups,
    "role": lambda site: site.people.role_names.values(),
    "security level": lambda site: _named(site.people.levels.values()),
    "custom field": lambda site: _named(site.fields.values()),
    "version": lambda site: _named(site.versions.by_id.values()),
    "fixVersion": lambda site: _named(site.versions.by_id.values()),
    "affectedVersion": lambda site: _named(site.versions.by_id.values()),
    "component": lambda site: _named(site.components.by_id.values()),
}


def _of_body(exchange: Exchange) -> Iterator[str]:
    """Yield what was ignored of a body, where it is nearly a key that its operation takes."""
    from jira_linkfake.rest.body import made
    from jira_linkfake.rest.operations import find

    place = find(exchange.path[max(exchange.path.find("/rest/"), 0) :])
    operation = None if place is None else place.operations.get(exchange.method)
    served = None if operation is None else operation.served
    if served is None or served.body is None:
        return
    content = json_of(exchange.body)
    is_refused = exchange.status == HTTPStatus.BAD_REQUEST
    yield from _ignored(content, made(served.body), "", tell_all=is_refused)


def _ignored(content: Any, kind: Any, path: str, *, tell_all: bool) -> Iterator[str]:
    """Yield the keys that are not known: those that are nearly one that is not there, or all."""
    from jira_linkfake.rest.body import kinds_in

    if isinstance(content, list) and hasattr(kind, "inner"):
        for one in content[:_MOST]:
            yield from _ignored(one, kind.inner, path, tell_all=tell_all)
    known = kinds_in(kind) if isinstance(content, dict) else {}
    far = []
    for name, inner in islice(content.items(), _MOST_KEYS) if known else ():
        if name in known:
            yield from _ignored(inner, known[name], f"{path}{name}.", tell_all=tell_all)
            continue
        near = nearest_of(name[:_LONGEST_KEY], [one for one in known if one not in content])
        if near is not None:
            yield f"{path}{name} was ignored: did you mean {near!r}?"
        else:
            far.append(f"{path}{name[:_LONGEST_KEY]}")
    if far and tell_all:
        del far[_MOST:]
        yield f"{', '.join(far)} {'was' if len(far) == 1 else 'were'} ignored: known are {', '.join(map(repr, known))}"
