"""The Flask app: from a WSGI request to a view and back. One app serves every site of the process."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from string import printable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flask import Flask, Response
from flask import request as current_request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import ClientDisconnected, MethodNotAllowed, NotFound
from werkzeug.wrappers import Request

from jira_linkfake.jira.refusal import NotServed, Refusal, Refused
from jira_linkfake.jira.webhooks.moments import Happened
from jira_linkfake.rest import refusals
from jira_linkfake.rest.call import ENVIRON_KEY, Call, Changed, Context, Partly
from jira_linkfake.rest.journal import (
    Verdict,
    interrupted_verdict,
    path_of,
    refusal_verdict,
    success_verdict,
    write_down,
)
from jira_linkfake.rest.operations import FAMILIES, Success, find
from jira_linkfake.rest.replies import Reply, Sent, json_reply, reply_to, sent
from jira_linkfake.rest.sign_in import SignIn, require_right_credentials, sign_in

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from jira_linkfake.jira.webhooks.model import Webhook

_WITH_BODY = frozenset({"POST", "PUT"})
# These demand a content type although they have no body (the live suite of MrRefactoring/jira.js, 2026).
_AS_IF_WITH_BODY = frozenset({"deleteRemoteIssueLinkById", "deleteRemoteIssueLinkByGlobalId"})
_JSON = "application/json"
_NO_QUERY: MultiDict[str, str] = MultiDict()


def application_of(context: Context) -> WSGIApplication:
    """Return the WSGI application that answers from a context."""

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ[ENVIRON_KEY] = context
        return the_app().wsgi_app(environ, start_response)

    return application


@functools.cache
def the_app() -> JiraFlask:
    """Return the app that serves every site of the process; of two made at once by threads either will do."""
    return JiraFlask(__name__, static_folder=None)


class JiraFlask(Flask):
    """A Flask app that answers Jira's operations, and what somebody adds to it as any Flask app does.

    A rule that was added goes before Jira's own. What a view raises is raised.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.config["PROPAGATE_EXCEPTIONS"] = True

    def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: without a detour where nobody has added a rule or a hook, which takes half the time."""
        if self._has_additions:
            return super().wsgi_app(environ, start_response)
        status, headers, body = answer(self.request_class(environ, populate_request=False))
        start_response(status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def dispatch_request(self) -> Any:
        """Answer by the rule that was added for the request, or as Jira where there is none."""
        if isinstance(current_request.routing_exception, (NotFound, MethodNotAllowed)):
            status, headers, body = answer(current_request)
            return _Answer(body, status, headers)
        return super().dispatch_request()

    @property
    def _has_additions(self) -> bool:
        return bool(
            self.view_functions
            or self.url_value_preprocessors
            or self.before_request_funcs
            or self.after_request_funcs
            or self.teardown_request_funcs
            or self.teardown_appcontext_funcs
        )


class _Answer(Response):
    """A reply without the content type that Flask gives to those that have none."""

    default_mimetype = None


def answer(request: Request) -> Sent:
    """Answer one request as Jira: check and commit under the site's lock, and write down what happened."""
    request, is_broken = _read(request)
    context: Context = request.environ[ENVIRON_KEY]
    with context.site.lock:
        signed_in = sign_in(context, request.headers.get("Authorization"))
        events_before = len(context.site.events)
        try:
            if is_broken:
                raise Refused(refusals.BodyNotJson(problem="it ends before its Content-Length"))
            reply, verdict = _carried_out(request, context, signed_in)
        except Refused as refused:
            reply, verdict = _refused(request, context, signed_in, refused)
        except BaseException as error:  # an interrupt, or a mistake of ours: nothing takes back what was done so far
            events = context.site.events[events_before:]
            write_down(context, request, signed_in, None, interrupted_verdict(error), events)
            raise
        events = context.site.events[events_before:]
        write_down(context, request, signed_in, reply, verdict, events)
        if events:
            context.webhooks.send(functools.partial(_webhooks_of, Happened.of(context.site, events, base_of(request))))
        going_out = sent(context, signed_in, reply, request.path)
    if context.webhooks.waiting:
        context.webhooks.deliver()  # with the lock free: a receiver may call back
    return going_out


def _read(request: Request) -> tuple[Request, bool]:
    """Return a request with its body read, as a client may be slow, and whether the body ended too early."""
    if not request.query_string.isascii():  # no URL has such bytes: they count as escaped
        request.query_string = quote(request.query_string, safe=printable).encode()
    try:
        request.get_data()
    except ClientDisconnected:
        return type(request)({**request.environ, "CONTENT_LENGTH": "0"}), True
    return request, False


def _carried_out(request: Request, context: Context, signed_in: SignIn) -> tuple[Reply, Verdict]:
    """Carry out a request by its view; raises `Refused` where no view serves it, or the view refuses."""
    place = find(request.path)
    if place is None:
        raise Refused(_nothing_there(request))
    operation = place.operations.get(request.method)
    if operation is None:
        raise Refused(refusals.MethodNotAllowed(method=request.method, allowed=", ".join(sorted(place.operations))))
    served = operation.served
    if served is None:
        raise Refused(NotServed(operation=f"{request.method} {path_of(request)} ({operation.id})"))
    if operation.id in _AS_IF_WITH_BODY or (request.method in _WITH_BODY and served.body is not None):
        _require_json(request)
    require_right_credentials(context, signed_in)
    call = Call(
        site=context.site,
        caller=signed_in.caller,
        version=3 if place.version == "3" else 2,  # what `latest` means is chosen
        base=base_of(request),
        query=request.args if request.query_string else _NO_QUERY,
        body=request.get_data(),
        schema=served.body,
    )
    content = served.view(call, **place.parts_of(operation))
    return _success(served.success, content), success_verdict(operation.id, content)


def _nothing_there(request: Request) -> Refusal:
    for prefix, family in FAMILIES.items():
        if request.path.startswith(prefix):
            return NotServed(operation=f"{request.method} {path_of(request)} ({family})")
    return refusals.NoEndpoint(method=request.method, path=path_of(request))


def _require_json(request: Request) -> None:
    if request.content_type == _JSON:  # as nearly all say it
        return
    if request.mimetype != _JSON:
        content_type = request.headers.get("Content-Type", "null")
        raise Refused(refusals.UnsupportedMediaType(content_type=content_type))


def _success(success: Success, content: Any) -> Reply:
    if isinstance(content, (Changed, Partly)):
        return json_reply(content.status, content.content)
    if content is None:
        return Reply(status=success.status, content_type=success.content_type)
    return json_reply(success.status, content)


def _refused(request: Request, context: Context, signed_in: SignIn, refused: Refused) -> tuple[Reply, Verdict]:
    reply, other_status = reply_to(
        refused.refusals,
        answers=context.options.answers,
        site=context.site,
        caller=signed_in.caller,
        base=base_of(request),
        path=path_of(request),
    )
    return reply, refusal_verdict(refused, signed_in, reply.status, other_status)


def _webhooks_of(happened: Happened, number: int) -> list[Webhook]:
    from jira_linkfake.jira.webhooks.as_json import webhooks_of  # once somebody looks, or a receiver gets them

    return webhooks_of(happened, number)


def base_of(request: Request) -> str:
    """Return the address that the request came to: scheme, host and the prefix of a path."""
    environ = request.environ
    host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    return f"{environ['wsgi.url_scheme']}://{host}{environ.get('SCRIPT_NAME', '').rstrip('/')}"
