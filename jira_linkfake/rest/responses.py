"""What a test answers itself: in the place of an operation of Jira's, or at a path that Jira does not have."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Response

from jira_linkfake.errors import UsageError
from jira_linkfake.rest.replies import JSON_TYPE

if TYPE_CHECKING:
    from typing import TypeAlias

    from flask import Request

    View: TypeAlias = Callable[[Request], Any]


@dataclass(kw_only=True, slots=True)
class OwnResponse:
    """The test's own answer to a method and a path, in which a part such as `{key}` stands for any.

    `view` returns what a view of Flask's does; `where` is the file and line that asked for it.
    """

    method: str
    path: str
    view: View
    where: tuple[str, int] = ("", 0)
    was_asked: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def shape(self) -> tuple[str, ...]:
        """What is answered, whatever the parts that stand for any are called."""
        return self.method, *("{}" if _is_any(part) else part for part in _parts_of(self.path))

    @property
    def literals(self) -> int:
        """How many parts of the path stand for themselves."""
        return sum(not _is_any(part) for part in _parts_of(self.path))

    def values_in(self, path: str) -> dict[str, str] | None:
        """Return what stands in a path for each part that may be any, or None if it is another path."""
        own, given = _parts_of(self.path), _parts_of(path)
        pairs = list(zip(own, given, strict=False))
        if len(own) != len(given) or not all(one == other or (_is_any(one) and other) for one, other in pairs):
            return None
        return {one[1:-1]: other for one, other in pairs if _is_any(one)}


def response_for(responses: Iterable[OwnResponse], method: str, path: str) -> tuple[OwnResponse, dict[str, str]] | None:
    """Return the test's answer to a request, with the values in its path: the most literal, of those the last."""
    found = [
        (one, values)
        for one in responses
        if (one.method == method or (one.method, method) == ("GET", "HEAD"))
        and (values := one.values_in(path)) is not None
    ]
    return max(reversed(found), key=lambda pair: pair[0].literals, default=None)


def ready(body: str | bytes | None, content_type: str, status: int, headers: Mapping[str, str]) -> View:
    """Return a view that gives the same answer each time; raises `ValueError` for headers that cannot be sent."""
    given = {name.lower() for name in headers}

    def view(_: object = None) -> Response:
        response = Response(body, status, headers)
        if body is None:
            del response.content_type
        elif "content-type" not in given:
            response.content_type = content_type
        return response

    view()
    return view


def of_a_function(name: str, function: View) -> View:
    """Return a view that answers with what a function returns: what a view of Flask's does, or anything as JSON."""

    def view(request: Request) -> Any:
        content = function(request)
        if content is None:
            raise UsageError(f"the function that answers {name} returned None: it returns what a view of Flask's does")
        if isinstance(content, (bool, int, float)):
            return Response(json.dumps(content), content_type=JSON_TYPE)
        return content

    return view


def _parts_of(path: str) -> list[str]:
    return path.removesuffix("/").split("/")[1:]


def _is_any(part: str) -> bool:
    return part.startswith("{") and part.endswith("}")
