"""The Flask app: from a WSGI request to a view and back. One app serves every site of the process."""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn

from flask import Flask, Request, Response
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import ClientDisconnected, HTTPException, MethodNotAllowed

from jira_linkfake.forks import renew_in_forks
from jira_linkfake.rest import envelopes
from jira_linkfake.rest import request_refusals as refusals
from jira_linkfake.rest.call import Call, Changed, Partly, View
from jira_linkfake.rest.context import ENVIRON_KEY, Context
from jira_linkfake.rest.envelopes import Reply
from jira_linkfake.rest.happened import Happened
from jira_linkfake.rest.headers import headers_of
from jira_linkfake.rest.inventory import FAMILIES, OPERATIONS, Operation
from jira_linkfake.rest.jira_flask import JiraFlask, JiraResponse
from jira_linkfake.rest.journaling import Outcome, refusal_outcome, success_outcome, write_down
from jira_linkfake.rest.sign_in import SignIn, require_right_credentials, sign_in
from jira_linkfake.rest.successes import SUCCESSES
from jira_linkfake.rest.views import VIEWS
from jira_linkfake.site.refusals import Refusal, Refused

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from jira_linkfake.webhooks import Webhook


def application_of(context: Context) -> WSGIApplication:
    """Return the WSGI application that answers from a context."""

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ[ENVIRON_KEY] = context
        return _the_app().wsgi_app(environ, start_response)

    return application


_WITH_BODY = frozenset({"POST", "PUT"})
# These demand a content type although they have no body (the live suite of MrRefactoring/jira.js, 2026).
_AS_IF_WITH_BODY = frozenset({"deleteRemoteIssueLinkById", "deleteRemoteIssueLinkByGlobalId"})
_JSON = "application/json"
_NO_QUERY: MultiDict[str, str] = MultiDict()
_making = threading.Lock()
renew_in_forks(sys.modules[__name__], "_making", threading.Lock)


def _the_app() -> Flask:
    with _making:
        return _app()


@functools.cache
def _app() -> Flask:
    return JiraFlask({operation: _endpoint(operation) for operation in OPERATIONS}, _routing_failure)


def _endpoint(operation: Operation) -> View:
    def endpoint(request: Request, version: str, **path: str) -> Response:
        def carry_out(context: Context, signed_in: SignIn) -> tuple[Reply, Outcome]:
            view = _view_of(request, operation)
            _require_json(request, operation)
            require_right_credentials(context, signed_in)
            content = view(_call(request, context, signed_in, version), **path)
            return _success(operation, content), success_outcome(operation.id, content)

        return _respond(request, carry_out)

    return endpoint


def _routing_failure(request: Request, error: HTTPException) -> Response:
    """Answer what no operation takes: a path or a method that Jira does not have, or a broken request."""

    def refuse(*_: object) -> NoReturn:
        raise Refused(_routing_refusal(request, error))

    return _respond(request, refuse)


def _respond(request: Request, carry_out: Callable[[Context, SignIn], tuple[Reply, Outcome]]) -> Response:
    """Answer one request: check and commit under the site's lock, and write down what happened."""
    context: Context = request.environ[ENVIRON_KEY]
    with context.site.lock:
        signed_in = sign_in(context, request.headers.get("Authorization"))
        events_before = len(context.site.events)
        try:
            reply, outcome = carry_out(context, signed_in)
        except Refused as refused:
            reply, outcome = _refused(request, context, signed_in, refused)
        events = context.site.events[events_before:]
        write_down(context, request, signed_in, reply, outcome, events)
        if events:
            context.webhooks.send(functools.partial(_webhooks_of, Happened.of(context.site, events, _base(request))))
        response = _sent(request, context, signed_in, reply)
    if context.webhooks.waiting:
        context.webhooks.deliver()  # with the lock free: a receiver may call back
    return response


def _webhooks_of(happened: Happened, number: int) -> list[Webhook]:
    from jira_linkfake.rest.webhook_payloads import webhooks_of  # once somebody looks, or a receiver gets them

    return webhooks_of(happened, number)


def _call(request: Request, context: Context, signed_in: SignIn, version: str) -> Call:
    return Call(
        site=context.site,
        caller=signed_in.caller,
        version=3 if version == "3" else 2,  # what `latest` means is chosen
        base=_base(request),
        query=request.args if request.query_string else _NO_QUERY,
        body=request.get_data(),
    )


def _view_of(request: Request, operation: Operation) -> View:
    view = VIEWS.get(operation.id)
    if view is None:
        raise Refused(refusals.NotServed(operation=f"{request.method} {_path(request)} ({operation.id})"))
    return view


def _require_json(request: Request, operation: Operation) -> None:
    has_body = request.method in _WITH_BODY or operation.id in _AS_IF_WITH_BODY
    if not has_body or request.content_type == _JSON:  # as nearly all say it
        return
    if request.mimetype != _JSON:
        content_type = request.headers.get("Content-Type", "null")
        raise Refused(refusals.UnsupportedMediaType(content_type=content_type))


def _success(operation: Operation, content: Any) -> Reply:
    success = SUCCESSES[operation.id]
    if isinstance(content, (Changed, Partly)):
        return envelopes.json_reply(content.status, content.content)
    if content is None:
        return Reply(status=success.status, content_type=success.content_type)
    return envelopes.json_reply(success.status, content)


def _refused(request: Request, context: Context, signed_in: SignIn, refused: Refused) -> tuple[Reply, Outcome]:
    from jira_linkfake.rest.refusing import reply_to  # with all of Jira's messages, once one is needed

    reply, other_status = reply_to(
        refused.refusals,
        answers=context.answers,
        site=context.site,
        caller=signed_in.caller,
        base=_base(request),
        path=_path(request),
    )
    return reply, refusal_outcome(refused, signed_in, reply.status, other_status)


def _routing_refusal(request: Request, error: HTTPException) -> Refusal:
    if isinstance(error, ClientDisconnected):
        return refusals.BodyNotJson(problem="it ends before its Content-Length")
    if isinstance(error, MethodNotAllowed):
        allowed = ", ".join(sorted(error.valid_methods or ()))
        return refusals.MethodNotAllowed(method=request.method, allowed=allowed)
    for prefix, family in FAMILIES.items():
        if request.path.startswith(prefix):
            return refusals.NotServed(operation=f"{request.method} {_path(request)} ({family})")
    return refusals.NoEndpoint(method=request.method, path=_path(request))


def _sent(request: Request, context: Context, signed_in: SignIn, reply: Reply) -> Response:
    headers = headers_of(context, signed_in, reply, request.path)
    # What no encoding has, a lone surrogate, goes out as Java writes it: a question mark.
    body = reply.body.encode("utf-8", "replace")
    if reply.status != HTTPStatus.NO_CONTENT:
        headers.append(("Content-Length", str(len(body))))
    return JiraResponse(f"{reply.status} {HTTPStatus(reply.status).phrase}", headers, body)


def _base(request: Request) -> str:
    """Return the address that the request came to: scheme, host and the prefix of a path."""
    environ = request.environ
    host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    return f"{environ['wsgi.url_scheme']}://{host}{environ.get('SCRIPT_NAME', '').rstrip('/')}"


def _path(request: Request) -> str:
    return request.root_path + request.path
