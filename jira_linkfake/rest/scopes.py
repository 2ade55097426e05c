"""The scopes that a token needs for an operation, as the reference lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.refusals import ScopeMissing

if TYPE_CHECKING:
    from jira_linkfake.jira.people.model import Caller
    from jira_linkfake.rest.operations import Operation


def require_scope(caller: Caller, operation: Operation) -> None:
    """Raise `Refused` where the caller's token has neither the classic nor the granular scopes of an operation."""
    if caller is None or caller.scopes is None:
        return
    classic, granular = _scopes().get((operation.method, operation.path), (frozenset(), frozenset()))
    if not any(caller.scopes >= wanted for wanted in (classic, granular) if wanted or not classic):
        raise Refused(ScopeMissing(user=caller.name, scopes=" ".join(sorted(classic or granular))))


def only_reads(operation: Operation) -> bool:
    """Say whether an operation changes nothing, though it may be one of POST, as a search is."""
    classic, granular = _scopes().get((operation.method, operation.path), (frozenset(), frozenset()))
    wanted = classic | granular
    return operation.method == "GET" or (bool(wanted) and all(scope.startswith("read:") for scope in wanted))


@cache
def _scopes() -> Mapping[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    """Return the classic and the granular scopes of each operation that takes any, by method and path."""
    table = (get_data(__package__, "scopes.tsv") or b"").decode()
    rows = (line.split("\t") for line in table.splitlines())
    return {(method, path): (_each(classic), _each(granular)) for method, path, classic, granular in rows}


def _each(scopes: str) -> frozenset[str]:
    return frozenset(scopes.split())


def known_scopes() -> frozenset[str]:
    """Return every scope that some operation takes."""
    return frozenset().union(*(scopes for pair in _scopes().values() for scopes in pair))
