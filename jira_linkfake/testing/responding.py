"""What a test answers itself, in Jira's place or beside it: the verb `respond`, and what was never asked for."""

from __future__ import annotations

import json as json_module
import re
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from jira_linkfake.errors import UsageError, nearest, of_the_test, printable
from jira_linkfake.rest.call import Context
from jira_linkfake.rest.operations import API, leads_somewhere
from jira_linkfake.rest.replies import JSON_TYPE, TEXT_TYPE
from jira_linkfake.rest.responses import OwnResponse, of_a_function, ready

if TYPE_CHECKING:
    from flask import Request

    from jira_linkfake.rest.journal import Exchange

_METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
_BODILESS = (204, 304)

__tracebackhide__ = of_the_test


class UnusedResponseWarning(UserWarning):
    """A test has given a response that nobody asked for."""


class UnusedResponseError(AssertionError):
    """A test has given a response that nobody asked for, and the option `unused_responses` is "fail"."""


class Responding:
    """The verb of a `FakeJira` that answers by itself."""

    _context: Context

    def respond(
        self,
        method: str,
        path: str,
        function: Callable[[Request], Any] | None = None,
        *,
        json: Any = None,
        text: str | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer a method and a path yourself: `respond("GET", "/rest/api/3/dashboard", json={"dashboards": []})`.

        It goes before Jira's answer. A part of the path such as `{key}` stands for any text. Without `json` and `text`
        the answer has no body. A `function` takes Flask's request, with the parts in `request.view_args`, and returns
        what a Flask view returns, or anything as JSON. The same method and path again replaces the answer. Raises
        `UsageError` for arguments that make no request or no answer.
        """
        _require_method(method)
        known = self._path_of(path)
        if function is None:
            view = _ready(json, text, status, headers or {})
        elif json is not None or text is not None or status != 200 or headers is not None:
            raise UsageError("a function gives the whole answer, such as (body, status, headers): leave the rest out")
        elif not callable(function):
            raise UsageError(f"{function!r} is no function of a request: an answer is given as json=... or text=...")
        else:
            view = of_a_function(f"{method} {path}", function)
        frame = sys._getframe(1)
        where = (frame.f_code.co_filename, frame.f_lineno)
        given = OwnResponse(method=method, path=known, view=view, where=where)
        others = (one for one in self._context.responses if one.shape != given.shape)
        self._context.responses = (*others, given)

    def _path_of(self, path: str) -> str:
        """Return a path below the site's address; raises `UsageError` for what is none."""
        if not isinstance(path, str):
            raise UsageError(f"path={path!r} will not do: it takes a path such as '/rest/api/3/dashboard'")
        site = self._context.options.base_url
        path = path[len(site) :] if path.startswith(f"{site}/") else path
        if urlsplit(path).netloc:
            raise UsageError(
                f"{path!r} is not below this site, {site}: make a FakeJira for a second Jira, and answer for"
                " other hosts with a mock of your client"
            )
        if not path.startswith("/"):
            right = (API if leads_somewhere(path) else "/") + path
            raise UsageError(f"path={path!r} does not begin with a slash: did you mean {right!r}?")
        if "?" in path or "#" in path:
            bare = path.replace("#", "?").partition("?")[0]
            raise UsageError(
                f"path={path!r} has a query: did you mean {bare!r}, and a function that reads request.args?"
            )
        for part in path.split("/"):
            if ("<" in part or "{" in part) and not (part[0] == "{" and part[1:-1].isidentifier() and part[-1] == "}"):
                name = re.findall(r"[A-Za-z_]\w*", part)[-1:] or ["key"]
                raise UsageError(f"{part!r} is no part of a path: a whole part that may be any is '{{{name[0]}}}'")
        return unquote(path)

    # What was never asked for

    def require_responses_used(self) -> None:
        """Warn of responses that nobody asked for, or as the option `unused_responses` says raise, or say nothing."""
        if not self._context.responses:
            return
        what_to_do, unused = self._context.options.unused_responses, self._unused()
        self._forget_unused()
        if not unused or what_to_do == "ignore":
            return
        sentences = _unused_sentences(unused, self._context.journal)
        if what_to_do == "fail":
            raise UnusedResponseError("; ".join(sentences))
        for one, sentence in zip(unused, sentences, strict=True):
            warnings.warn_explicit(UnusedResponseWarning(sentence), None, *one.where)

    def _unused(self) -> list[OwnResponse]:
        return [one for one in self._context.responses if not one.was_asked]

    def _forget_unused(self) -> None:
        """Count the responses that nobody has asked for as told."""
        for one in self._context.responses:
            one.was_asked = True


def unused_section(unused: Sequence[OwnResponse], journal: Sequence[Exchange]) -> list[str]:
    """Return the lines on responses that nobody has asked for; none where there is none."""
    lines = [f"  {sentence}" for sentence in _unused_sentences(unused, journal)]
    return ["Responses that were not used:", *lines] if lines else []


def _unused_sentences(unused: Sequence[OwnResponse], journal: Sequence[Exchange]) -> list[str]:
    requests = {f"{exchange.method} {exchange.path}" for exchange in journal}
    return [printable(_unused_sentence(one, requests)) for one in unused]


def _unused_sentence(one: OwnResponse, requests: set[str]) -> str:
    hint = nearest(str(one), requests)
    what = f"nobody asked for {one}, which the test answers"
    return f"{what}; asked for was {hint[14:-2]}" if hint.startswith("did you mean") else what


def _require_method(method: str) -> None:
    if method not in _METHODS:
        raise UsageError(f"method={method!r} will not do: {nearest(method, _METHODS)}")


def _ready(json: Any, text: str | None, status: int, headers: Mapping[str, str]) -> Callable[[Request], Any]:
    """Return the view of an answer that is always the same; raises `UsageError` for one that cannot be sent."""
    if isinstance(status, bool) or not isinstance(status, int) or not 200 <= status <= 599:
        raise UsageError(f"status={status!r} will not do: it takes a number from 200 to 599")
    if json is not None and text is not None:
        raise UsageError("json= and text= are two answers: leave one of them out")
    body = text if json is None else _dumped(json)
    if body is not None and status in _BODILESS:
        raise UsageError(f"an answer with status={status} has no body: leave json= and text= out")
    if text is not None and not isinstance(text, str):
        raise UsageError(f"text={text!r} will not do: it takes a str; what is JSON is given as json=")
    try:
        if all(isinstance(one, str) for pair in headers.items() for one in pair):
            return ready(body, TEXT_TYPE if json is None else JSON_TYPE, status, headers)
    except (AttributeError, ValueError):  # no dict, or what would end the line
        pass
    raise UsageError(f"headers={headers!r} will not do: it takes a dict of texts of one line by their names")


def _dumped(json: Any) -> str:
    try:
        return json_module.dumps(json)
    except (TypeError, ValueError) as error:
        hint = ": a function goes third, without a name" if callable(json) else ""
        raise UsageError(f"json={json!r} is no JSON ({error}){hint}") from None
