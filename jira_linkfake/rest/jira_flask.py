"""Flask as Jira's API needs it: what differs from Jira is left out, and what is of no use to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flask
from flask import Flask, Request
from werkzeug.routing import Map, MapAdapter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import WSGIEnvironment


class _Rule(Rule):
    """A rule without the HEAD that Werkzeug adds to each GET."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.methods = (self.methods or set()) - {"HEAD"}


class _Map(Map):
    """A map that takes a slash at a path's end as Jira does, and never redirects."""

    def __init__(self, **options: Any) -> None:
        super().__init__(strict_slashes=False, merge_slashes=False, **options)


class JiraFlask(Flask):
    """A Flask app whose operations are found by path and method alone."""

    url_rule_class = _Rule
    url_map_class: type[Map] = _Map

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """Return what finds the operation of a request; Flask would take its host apart too, for no use."""
        if request is None:
            return None
        return self.url_map.bind("", path_info=request.path, default_method=request.method)


class JiraResponse(flask.Response):
    """A reply whose head is complete: Werkzeug would check it, copy it and complete it."""

    default_mimetype = None

    def __init__(self, status: str, head: list[tuple[str, str]], body: bytes) -> None:
        super().__init__(status=status)
        self._head, self._body = head, body

    def get_wsgi_response(self, environ: WSGIEnvironment) -> tuple[Iterable[bytes], str, list[tuple[str, str]]]:
        """Return the body, the status and the head as they are; a HEAD gets no body."""
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self._body], self.status, self._head
