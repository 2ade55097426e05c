"""A route of the control API: its one declaration, from which Flask's rule and the OpenAPI document are made."""

from __future__ import annotations

import functools
import inspect
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from flask import Blueprint, Response, has_request_context, request

from jira_linkfake.data.reading import whole_number
from jira_linkfake.errors import UsageError, nearest, printable
from jira_linkfake.inspector.sites import the_site
from jira_linkfake.testing.secrets import hiding, without_secrets

if TYPE_CHECKING:
    from typing import TypeAlias

BELOW = "/_linkfake"
"""Where control and page are, below a site's address."""

blueprint = Blueprint("control", __name__)

Json: TypeAlias = "dict[str, Any]"
_View = Callable[..., Any]
_LONGEST_INDENTED = 100_000

YAML = ("application/yaml", "application/x-yaml")
"""What a body in YAML is sent as; RFC 9512 has the first. No page of another origin can send either unasked."""


class Route:
    """A route of the control API.

    `path` is below `/_linkfake`, with its parts in braces. `body` is the JSON Schema of the request's body, None
    where it has none; `query` has that of each parameter, and `answer` is the schema of what comes back. With `yaml`
    the body may also be that of a YAML file, which the view gets as it is. What is `verbatim` tells texts as they are:
    elsewhere a token that somebody has written there is hidden.
    """

    def __init__(
        self,
        method: str,
        path: str,
        view: _View,
        *,
        status: int = 200,
        body: Json | None = None,
        query: Mapping[str, Json] | None = None,
        answer: Json,
        yaml: bool = False,
        verbatim: bool = False,
    ) -> None:
        self.yaml, self.verbatim = yaml, verbatim
        self.method, self.path, self.view = method, path, view
        self.status, self.body, self.query, self.answer = status, body, query or {}, answer

    @property
    def needs_body(self) -> bool:
        """Whether a request without a body is refused."""
        return self.yaml or bool((self.body or {}).get("required"))

    @property
    def rule(self) -> str:
        """The path as Flask has it."""
        return BELOW + self.path.replace("{", "<").replace("}", ">")

    @property
    def text(self) -> str:
        """What the route does, in the words of its view's docstring."""
        return inspect.getdoc(self.view) or ""


class WrongRequestError(Exception):
    """A request that the control API refuses, with a status of its own."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(printable(sentence))
        self.status = status


ROUTES: list[Route] = []


def route(method: str, path: str, **declared: Any) -> Callable[[_View], _View]:
    """Declare a view of a site: it gets the site, the body where there is one, and the parts of the path."""

    def declare(view: _View) -> _View:
        ROUTES.append(one := Route(method, path, view, **declared))
        blueprint.add_url_rule(one.rule, view.__name__, _called(one), methods=[method])
        return view

    return declare


def _called(one: Route) -> Callable[..., Response]:
    @functools.wraps(one.view)
    def called(**parts: str) -> Response:
        given = [] if one.body is None else [_content(one)]
        answer = one.view(the_site(), *given, **parts, **_query(one))
        return as_json(answer if one.verbatim else _told(answer), one.status)

    return called


def as_json(content: Any, status: int = 200) -> Response:
    """Return an answer, over several lines where it is not too long for people."""
    text = json.dumps(content, default=str)
    if len(text) < _LONGEST_INDENTED:
        text = json.dumps(content, default=str, indent=2)
    return Response(text + "\n", status, mimetype="application/json")


def as_error(sentence: str, status: int) -> Response:
    """Return an error: one sentence."""
    return as_json(_told({"error": printable(sentence)}), status)


def _told(content: Any) -> Any:
    """Return what is answered about a site, without its secrets; where there is no such site it has none."""
    if not has_request_context():
        return content
    site = the_site().jira.site
    with site.lock:
        return without_secrets(content, hiding(site))


def _query(one: Route) -> dict[str, int]:
    """Return the parameters of the query, which are numbers; raises `UsageError` for any other."""
    values = {}
    for name, text in request.args.items():
        if name not in one.query:
            raise UsageError(f"{one.method} {one.path} has no parameter {name!r}: {nearest(name, one.query)}")
        if not (text.isascii() and text.isdigit() and len(text) <= 9):
            raise UsageError(f"{name}={text!r} will not do: it takes a number, 0 or more")
        values[name] = int(text)
    return values


def _content(one: Route) -> Any:
    """Return what a request has in its body."""
    is_yaml = one.yaml and request.mimetype in YAML
    return request.get_data() if is_yaml else _body(one, one.body or {})


def _body(one: Route, schema: Json) -> Any:
    """Return the request's JSON.

    Raises `WrongRequestError` for what is no JSON, and `UsageError` for a name that it does not have.
    """
    data = request.get_data()
    if data and request.mimetype != "application/json":
        given = request.headers.get("Content-Type", "nothing")
        raise WrongRequestError(
            415,
            f"the body is JSON, and its Content-Type says {given}: send `Content-Type: application/json`, with curl "
            "--json or -H",
        )
    if not data and not one.needs_body:
        return {}
    try:
        body = json.loads(data, parse_int=whole_number, parse_constant=_no_number, object_pairs_hook=_each_once)
    except RecursionError:
        raise WrongRequestError(400, "the body is nested too deeply") from None
    except ValueError as error:
        raise WrongRequestError(400, f"the body is no JSON: {error}") from None
    _require_kind("the body", schema, body)
    if isinstance(body, dict):
        _require_names(schema, body)
    return body


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number there")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!r} stands there twice")
    return found


def _require_names(schema: Json, body: Mapping[str, Any]) -> None:
    known = schema.get("properties", {})
    for name in body:
        if schema.get("additionalProperties") is False and name not in known:
            raise UsageError(f"the body has no {name!r}: {nearest(name, known)}")
    for name in schema.get("required", ()):
        if name not in body:
            raise UsageError(f"the body lacks {name!r}")
    for name, value in body.items():
        _require_kind(name, known.get(name, {}), value)


def _require_kind(name: str, schema: Json, value: object) -> None:
    """Raise `UsageError` for a value that is of none of the kinds that a schema has."""
    kinds = schema.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, _KINDS[kind]) for kind in kinds):
        raise UsageError(f"{name} is {_kind_of(value)}: it takes {' or '.join(_TOLD[kind] for kind in kinds)}")


_KINDS: dict[str, type | tuple[type, ...]] = {"string": str, "object": dict, "array": list, "number": (int, float)}
_TOLD = {"string": "a text", "object": "an object", "array": "a list", "number": "a number"}


def _kind_of(value: object) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return next(_TOLD[name] for name, kind in _KINDS.items() if isinstance(value, kind))
