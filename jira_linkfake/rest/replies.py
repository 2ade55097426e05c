"""From what truly happened to what Jira says about it: the shapes of replies, their headers, and their words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jira_linkfake import __version__
from jira_linkfake.jira.issue_links.refusals import LinkNotAdded
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import BROWSE_PROJECTS
from jira_linkfake.jira.permissions.sight import holds_anywhere
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.reader import Json, time_json
from jira_linkfake.jira.refusal import Envelope, Refusal
from jira_linkfake.jira.site import Site
from jira_linkfake.options import Answers
from jira_linkfake.rest.refusals import MethodNotAllowed, NotSignedIn, WrongCredentials

if TYPE_CHECKING:
    from jira_linkfake.rest.call import Context
    from jira_linkfake.rest.sign_in import SignIn

JSON_TYPE = "application/json;charset=UTF-8"
PROBLEM_TYPE = "application/problem+json;charset=UTF-8"
TEXT_TYPE = "text/plain;charset=UTF-8"
PAGE_TYPE = "text/html;charset=UTF-8"
Headers = tuple[tuple[str, str], ...]
# It does not look for circles: replies are made from the site's values, which have none.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


class Reply(Plain):
    """What goes back to the client; `content` is a body that is no text, which `body` shows as far as it can."""

    status: int
    body: str = ""
    content_type: str | None = None
    headers: Headers = ()
    content: bytes | None = None

    def with_headers(self, *headers: tuple[str, str]) -> Reply:
        """Return the reply with further headers."""
        return Reply(**{**vars(self), "headers": self.headers + headers})


def json_reply(status: int, content: Any) -> Reply:
    """Return JSON as Jira writes it: compact, in UTF-8."""
    return Reply(status=status, body=_dumps(content), content_type=JSON_TYPE)


def error_collection(status: int, messages: list[str], errors: Mapping[str, str], *, with_errors: bool = True) -> Reply:
    """Return Jira's own envelope; failures to read a body come without `errors`."""
    content: dict[str, Any] = {"errorMessages": messages}
    if with_errors:
        content["errors"] = dict(errors)
    return json_reply(status, content)


def problem(status: int, detail: str, instance: str) -> Reply:
    """Return the RFC 7807 envelope of failures before Jira's own code is reached."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": instance,
    }
    return Reply(status=status, body=_dumps(content), content_type=PROBLEM_TYPE)


def text_reply(status: int, text: str) -> Reply:
    """Return plain text."""
    return Reply(status=status, body=text, content_type=TEXT_TYPE)


def page_reply(status: int, title: str) -> Reply:
    """Return a page as a browser would show it."""
    body = f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
    return Reply(status=status, body=body, content_type=PAGE_TYPE)


def _dumps(content: Any) -> str:
    return _ENCODER.encode(content)


# As on a public Cloud site in 2026 (Alknoma/minutehand's recordings).
_ALWAYS: Headers = (
    ("Server", "AtlassianEdge"),
    ("X-Jira-Linkfake", __version__),
    ("Vary", "Accept-Encoding"),
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
    ("Timing-Allow-Origin", "*"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Xss-Protection", "1; mode=block"),
)


# How a client can tell that its credentials were wrong, where Cloud goes on with an anonymous caller
# (MrRefactoring/jira.js issue 418, 2026).
_LOGIN_FAILED = ("X-Seraph-Loginreason", "AUTHENTICATED_FAILED")
_LOGGED_OUT = "atlassian.xsrf.token=linkfake_lout; Path=/; SameSite=None; Secure"
Sent = tuple[str, list[tuple[str, str]], bytes]
"""What goes over WSGI: status line, headers and body."""


def sent(context: Context, sign_in: SignIn, reply: Reply, path: str) -> Sent:
    """Return a reply as it goes out."""
    headers = _headers_of(context, sign_in, reply, path)
    # What no encoding has, a lone surrogate, goes out as Java writes it: a question mark.
    body = reply.body.encode("utf-8", "replace") if reply.content is None else reply.content
    if reply.status != HTTPStatus.NO_CONTENT:
        headers.append(("Content-Length", str(len(body))))
    return f"{reply.status} {HTTPStatus(reply.status).phrase}", headers, body


def _headers_of(context: Context, sign_in: SignIn, reply: Reply, path: str) -> list[tuple[str, str]]:
    """Return every header of a reply but its length; the ids of requests count up."""
    number = f"{len(context.journal):032x}"
    headers = [*_ALWAYS, ("X-Arequestid", number), ("Atl-Traceid", number), _cache_control(path)]
    if reply.content_type is not None:
        headers.append(("Content-Type", reply.content_type))
    if sign_in.caller is not None:
        headers.append(("X-Aaccountid", sign_in.caller.account_id))
    elif sign_in.problem is not None:
        headers += [_LOGIN_FAILED, ("Set-Cookie", _LOGGED_OUT)]
    return [*headers, *reply.headers]


def _cache_control(path: str) -> tuple[str, str]:
    of_links = path.split("/")[4:5] == ["issueLink"]
    return "Cache-Control", "no-store, no-cache" if of_links else "no-cache, no-store, no-transform"


def reply_to(
    refusals: Sequence[Refusal], *, answers: Answers, site: Site, caller: Caller, base: str, path: str
) -> tuple[Reply, str | None]:
    """Return Jira's reply to refusals, and how the other source differs on its status, if it does."""
    answer = refusals[0].answer
    documented, observed = answer.status, (answer.seen and answer.seen.status) or answer.status
    said: Sequence[Refusal] = refusals
    if caller is None and _signing_in_might_help(refusals, site):
        documented = NotSignedIn.answer.status
        said = refusals if answers == "observed" else [NotSignedIn(caller=caller)]
    reply = _rendered(said, observed if answers == "observed" else documented, base, path, site)
    if isinstance(refusals[0], WrongCredentials):
        return reply, f"sites were seen to {answer.seen}"
    if documented == observed:
        return reply, None
    return reply, (
        f"the reference says {documented}" if answers == "observed" else f"sites were seen to answer {observed}"
    )


def _signing_in_might_help(refusals: Sequence[Refusal], site: Site) -> bool:
    """Say whether an anonymous caller is refused for want of what a user may have.

    A hidden thing must not be told from a missing one. So where a refusal is for want of sight, what counts is
    whether the anonymous caller may browse anything at all.
    """
    lacks = {refusal.answer.lack for refusal in refusals}
    if None in lacks:
        return False
    return "permission" in lacks or not holds_anywhere(site, None, BROWSE_PROJECTS)


def _rendered(refusals: Sequence[Refusal], status: int, base: str, path: str, site: Site) -> Reply:
    first = refusals[0]
    answer = first.answer
    message = (answer.message or "").format(first)
    if answer.envelope is Envelope.PROBLEM:
        reply = problem(status, message, path)
    elif answer.envelope is Envelope.TEXT_AS_PAGE:
        reply = Reply(status=status, body=message, content_type=PAGE_TYPE)
    elif answer.envelope is Envelope.TEXT:
        reply = text_reply(status, message)
    elif answer.envelope is Envelope.ERRORS:
        reply = json_reply(status, {"errors": [{"message": text} for text in words_of(refusals)[0]]})
    elif answer.envelope is Envelope.ERROR:
        reply = json_reply(status, {"error": message})
    elif answer.envelope is Envelope.CODE:
        reply = json_reply(status, {"code": status, "message": message})
    elif answer.envelope is Envelope.NO_SITE:
        told = {"status": status, "error": HTTPStatus(status).phrase, "message": message, "path": path}
        reply = json_reply(status, {"timestamp": time_json(site.clock.now), **told})
    else:
        reply = _collection(refusals, status, with_errors=answer.envelope is Envelope.COLLECTION)
    return reply.with_headers(*_headers(first, base))


def _collection(refusals: Sequence[Refusal], status: int, *, with_errors: bool) -> Reply:
    messages, errors = words_of(refusals)
    return error_collection(status, messages, errors, with_errors=with_errors)


def words_of(refusals: Sequence[Refusal]) -> tuple[list[str], dict[str, str]]:
    """Put refusals into Jira's words: messages, and errors by field."""
    messages: list[str] = []
    errors: dict[str, str] = {}
    for refusal in refusals:
        said = refusal.cause if isinstance(refusal, LinkNotAdded) else refusal
        answer = said.answer
        if answer.message is not None:
            messages.append(answer.message.format(said))
        errors.update((field.format(said), text.format(said)) for field, text in answer.errors)
    return messages, errors


def element_errors(refusals: Sequence[Refusal]) -> Json:
    """Put the refusal of one of several things that were asked for at once into Jira's words."""
    messages, errors = words_of(refusals)
    status = refusals[0].answer.status
    return {"status": status, "elementErrors": {"errorMessages": messages, "errors": errors}}


def _headers(refusal: Refusal, base: str) -> Headers:
    if isinstance(refusal, MethodNotAllowed):
        return (("Allow", refusal.allowed),)
    if isinstance(refusal, (WrongCredentials, NotSignedIn)):
        return (_challenge(base),)
    return ()


def _challenge(base: str) -> tuple[str, str]:
    return "WWW-Authenticate", f'OAuth realm="{quote(base, safe="")}"'
