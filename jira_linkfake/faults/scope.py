"""For which requests a fault is there."""

from __future__ import annotations

from dataclasses import dataclass

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.faults.checks import require_count, require_one_of
from jira_linkfake.rest.operations import all_operations, find, leads_somewhere

WRITES = ("POST", "PUT", "DELETE")
METHODS = ("DELETE", "GET", "POST", "PUT")


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """The next `times` requests, or all, with a `method` or any, to a `path` and below it, or to any.

    A path is Jira's, below `/rest/api/{version}/`: `issueLink`, `issue/PROJ-1`. Raises `UsageError` for a number
    that is none, and for a method or a path that no operation of Jira has.
    """

    times: int | None = None
    method: str | None = None
    path: str | None = None

    def __post_init__(self) -> None:
        require_count("times", self.times, least=1, optional=True)
        if self.method is not None:
            require_one_of("method", self.method, METHODS)
        if self.path is not None and not leads_somewhere(self.path):
            known = {operation.short_path for operation in all_operations()}
            raise UsageError(f"Jira has nothing at path={self.path!r}: {nearest(self.path, known)}")

    def takes(self, method: str, path: str) -> bool:
        """Say whether a request is in scope, however often one was."""
        if self.method not in (None, method):
            return False
        if self.path is None:
            return True
        wanted = _segments(self.path)
        return below_version(path)[: len(wanted)] == wanted

    def __str__(self) -> str:
        given = [(name, getattr(self, name)) for name in ("times", "method", "path")]
        return ", ".join(f"{name}={value!r}" for name, value in given if value is not None)


def below_version(path: str) -> list[str]:
    """Return the parts of a request's path behind `/rest/api/{version}/`; none where it is another."""
    parts = path.split("/")
    return [part for part in parts[4:] if part] if parts[1:3] == ["rest", "api"] else []


def operation_at(method: str, path: str) -> str | None:
    """Return Jira's id of the operation that a request is for, as far as it is known."""
    place = find(path)
    operation = None if place is None else place.operations.get(method)
    return None if operation is None else operation.id


def _segments(path: object) -> list[str]:
    return [part for part in str(path).split("/") if part]
