"""Flask as Jira's API needs it: what differs from Jira is left out, and what is of no use to it."""

from __future__ import annotations

import functools
from string import printable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flask import Flask, Request, Response
from werkzeug.exceptions import ClientDisconnected, HTTPException
from werkzeug.routing import Map, MapAdapter, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    from jira_linkfake.rest.call import View
    from jira_linkfake.rest.inventory import Operation

_VERSIONS = "<any('2', '3', latest):version>"


class _Rule(Rule):
    """A rule without the HEAD that Werkzeug adds to each GET."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.methods = (self.methods or set()) - {"HEAD"}


class JiraFlask(Flask):
    """A Flask app whose operations are found by path and method alone.

    Werkzeug takes longer to compile all their rules than most tests to run. So the rules are sorted by the resource
    that their paths begin with and by how many parts they have, and compiled when such a path is first asked for.
    """

    def __init__(
        self, views: Mapping[Operation, View], on_failure: Callable[[Request, HTTPException], Response]
    ) -> None:
        super().__init__(__name__, static_folder=None)
        self._operations: dict[tuple[str, int], list[Operation]] = {}
        for operation, view in views.items():
            self.view_functions[operation.id] = view
            self._operations.setdefault(_sort_of(operation.path), []).append(operation)
        self._map_of = functools.cache(self._compiled)
        self._on_failure = on_failure

    def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request by the view of its operation, which is handed the request.

        Flask would put it, and itself, where every function finds them, open a session, and call what is hooked before
        and after: more than half of its time, for what is not used here. What a view raises is raised.
        """
        request = self.request_class(environ, populate_request=False)
        if not request.query_string.isascii():  # no URL has such bytes: they count as escaped
            request.query_string = quote(request.query_string, safe=printable).encode()
        try:
            request.get_data()  # a client may be slow: its body is read before any lock is taken
            operation, path = self._rules_for(request).match()
            view: View = self.view_functions[operation]
            response: Response = view(request, **path)
        except ClientDisconnected as error:  # the body ends too early, and would again
            response = self._on_failure(self.request_class({**environ, "CONTENT_LENGTH": "0"}), error)
        except HTTPException as error:
            response = self._on_failure(request, error)
        return response(environ, start_response)

    def _rules_for(self, request: Request) -> MapAdapter:
        sort = _sort_of("/".join(request.path.split("/")[4:]))
        rules = self._map_of(sort if sort in self._operations else None)
        return rules.bind("", path_info=request.path, default_method=request.method)

    def _compiled(self, sort: tuple[str, int] | None) -> Map:
        rules = [_rule(operation) for operation in self._operations[sort]] if sort else []
        # A slash at a path's end is taken as Jira takes it; and nothing is ever redirected.
        return Map(rules, strict_slashes=False, merge_slashes=False)


def _sort_of(path: str) -> tuple[str, int]:
    parts = path.rstrip("/").split("/")
    return parts[0], len(parts)


def _rule(operation: Operation) -> Rule:
    path = operation.path.replace("{", "<").replace("}", ">")
    return _Rule(f"/rest/api/{_VERSIONS}/{path}", endpoint=operation.id, methods=[operation.method])


class JiraResponse(Response):
    """A reply whose head is complete: Werkzeug would check it, copy it and complete it."""

    default_mimetype = None

    def __init__(self, status: str, head: list[tuple[str, str]], body: bytes) -> None:
        super().__init__(status=status)
        self._head, self._body = head, body

    def get_wsgi_response(self, environ: WSGIEnvironment) -> tuple[Iterable[bytes], str, list[tuple[str, str]]]:
        """Return the body, the status and the head as they are; a HEAD gets no body."""
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self._body], self.status, self._head
