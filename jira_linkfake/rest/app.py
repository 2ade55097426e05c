"""The Flask app: from a WSGI request to a view and back. One app serves every site of the process."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import BytesIO
from string import printable
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, unquote

from flask import Flask, Response
from flask import request as current_request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import ClientDisconnected, HTTPException, MethodNotAllowed, NotFound
from werkzeug.wrappers import Request

from jira_linkfake.jira.refusal import NotServed, Refusal, Refused
from jira_linkfake.rest import refusals
from jira_linkfake.rest.call import ENVIRON_KEY, Call, Changed, Context, Partly, Raw, SeeOther
from jira_linkfake.rest.gateway import TENANT_INFO, cloud_id_in, home_of
from jira_linkfake.rest.journal import (
    ANSWERED_BY_THE_TEST,
    Verdict,
    interrupted_verdict,
    path_of,
    refusal_verdict,
    success_verdict,
    write_down,
)
from jira_linkfake.rest.names_in_query import require_accounts
from jira_linkfake.rest.operations import ESCAPED_SLASH, FAMILIES, OPTIONS, Operation, Success, find
from jira_linkfake.rest.replies import Reply, Sent, json_reply, reply_to, sent
from jira_linkfake.rest.responses import response_for
from jira_linkfake.rest.scopes import require_scope
from jira_linkfake.rest.sign_in import SignIn, require_right_credentials, sign_in

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from flask import Request as FlaskRequest

    from jira_linkfake.rest.operations import Served


_WITH_BODY = frozenset({"POST", "PUT"})
# These demand a content type although they have no body (the live suite of MrRefactoring/jira.js, 2026).
_AS_IF_WITH_BODY = frozenset({"deleteRemoteIssueLinkById", "deleteRemoteIssueLinkByGlobalId"})
_JSON = "application/json"
_NO_QUERY: MultiDict[str, str] = MultiDict()


def application_of(context: Context) -> WSGIApplication:
    """Return the WSGI application that answers from a context."""

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ[ENVIRON_KEY] = context
        return (context.app or the_app()).wsgi_app(environ, start_response)

    return application


@functools.cache
def the_app() -> JiraFlask:
    """Return the app that serves every site of the process; of two made at once by threads either will do."""
    return JiraFlask(__name__, static_folder=None)


def app_of(context: Context) -> JiraFlask:
    """Return the app that answers for one site alone; it is made when it is first asked for."""
    if context.app is None:
        context.app = JiraFlask(__name__, static_folder=None)
        context.app.context = context
    return context.app


class JiraFlask(Flask):
    """A Flask app that answers Jira's operations, and what somebody adds to it as any Flask app does.

    A rule that was added goes before Jira's own, and a response of the test's before both. What a view raises is
    raised. An app that is one site's alone has its `context`, for requests that come without: those of its test client.
    """

    context: Context | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.config["PROPAGATE_EXCEPTIONS"] = True

    def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: without a detour where nobody has added anything, which takes half the time."""
        context = environ.setdefault(ENVIRON_KEY, self.context)
        if self._has_additions or (context is not None and context.responses):
            return super().wsgi_app(environ, start_response)
        status, headers, body = answer(self.request_class(environ, populate_request=False))
        start_response(status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def preprocess_request(self) -> Any:
        """Read the body, which the journal has also where a view reads a form."""
        with suppress(ClientDisconnected):  # which is told to whoever asks for the body
            current_request.get_data()
        return super().preprocess_request()

    def dispatch_request(self) -> Any:
        """Answer as the test does, by the rule that was added for the request, or as Jira where there is neither."""
        context: Context = current_request.environ[ENVIRON_KEY]
        found = response_for(context.responses, current_request.method, current_request.path)
        if found is not None:
            response, current_request.view_args = found
            response.was_asked = True
            return response.view(current_request)
        if _is_jiras(current_request):
            current_request.environ[_AS_JIRA] = True
            status, headers, body = answer(current_request)
            return _Answer(body, status, headers)
        return super().dispatch_request()

    def process_response(self, response: Response) -> Response:
        """Write down what is answered, unless Jira has answered it."""
        response = super().process_response(response)
        if _AS_JIRA not in current_request.environ:
            response.direct_passthrough = False  # a file: it is read here already
            text = response.get_data().decode("utf-8", "replace")
            reply = Reply(status=response.status_code, body=text)
            _write_down(current_request, reply, Verdict(rule=ANSWERED_BY_THE_TEST))
        return response

    def handle_exception(self, error: Exception) -> Response:
        """Write down where a view raises, and let it through."""
        if _AS_JIRA not in current_request.environ:
            _write_down(current_request, None, interrupted_verdict(error))
        return super().handle_exception(error)

    def _check_setup_finished(self, f_name: str) -> None:
        """Let a test add what it needs whenever it does so: requests that came before were answered without it."""

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


_AS_JIRA = "jira_linkfake.answered_as_jira"
"""What the environ has once Jira is about to answer, and write it down."""


def _is_jiras(request: FlaskRequest) -> bool:
    """Say whether a request is Jira's: no rule is for it, nor for another method at a path that Jira does not have."""
    problem = request.routing_exception
    if isinstance(problem, MethodNotAllowed):
        return find(request.path) is not None or _family_of(request.path) is not None
    return isinstance(problem, NotFound)


def _write_down(request: Request, reply: Reply | None, verdict: Verdict) -> None:
    """Write down what the test answered; None where it raised something."""
    context: Context = request.environ[ENVIRON_KEY]
    try:
        request.get_data()
    except HTTPException:  # there is none, or more than the app takes
        request = request.__class__({**request.environ, "CONTENT_LENGTH": "0", "wsgi.input": BytesIO()})
    with context.site.lock:
        signed_in = sign_in(context, request.headers.get("Authorization"))
        write_down(context, request, signed_in, reply, verdict, ())


class _Answer(Response):
    """A reply without the content type that Flask gives to those that have none."""

    default_mimetype = None


def answer(request: Request) -> Sent:
    """Answer one request as Jira: check and commit under the site's lock, and write down what happened."""
    request, is_broken = _read(request)
    context: Context = request.environ[ENVIRON_KEY]
    with context.site.lock:
        authorization = request.environ.get("HTTP_AUTHORIZATION")
        signed_in = sign_in(context, authorization, cloud_id_in(request.root_path))
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
            context.tell(events, base_of(request))
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
        return request.__class__({**request.environ, "CONTENT_LENGTH": "0"}), True  # that of what Flask has a proxy for
    return request, False


def _carried_out(request: Request, context: Context, signed_in: SignIn) -> tuple[Reply, Verdict]:
    """Carry out a request by its view; raises `Refused` where no view serves it, or the view refuses."""
    is_open = request.path == TENANT_INFO
    if signed_in.refusal is not None and not is_open:
        raise Refused(signed_in.refusal)
    place = find(_path_with_its_slashes(request))
    if place is None:
        raise Refused(_nothing_there(request))
    if request.method == "OPTIONS":
        return _options(place.operations)
    operation = place.operations.get("GET" if request.method == "HEAD" else request.method)
    if operation is None:
        raise Refused(refusals.MethodNotAllowed(method=request.method, allowed=", ".join(sorted(place.operations))))
    served = operation.served
    if served is None:
        raise Refused(NotServed(operation=f"{request.method} {path_of(request)} ({operation.id})"))
    if operation.id in _AS_IF_WITH_BODY or (request.method in _WITH_BODY and served.body is not None):
        _require_json(request)
    if not is_open:
        require_right_credentials(context, signed_in)
        require_scope(signed_in.caller, operation)
    query = request.args if request.query_string else _NO_QUERY
    require_accounts(operation.id, query)
    _require_heeded(query, operation, served)
    base = base_of(request)
    call = Call(
        site=context.site,
        caller=signed_in.caller,
        version=3 if place.version == "3" else 2,  # what `latest` means is chosen
        version_in_path=place.version,
        base=base,
        home=home_of(base, context.options.base_url),
        query=query,
        query_length=len(request.query_string),
        body=request.get_data(),
        headers=request.headers,
        schema=served.body,
    )
    content = served.view(call, **place.parts_of(operation))
    success = cast("Success", served.success)  # a view that has none refuses
    return _success(success, content), success_verdict(operation.id, content)


def _path_with_its_slashes(request: Request) -> str:
    """Return the path below the site, with a stand-in for each slash that came escaped: it parts nothing."""
    raw: str = request.environ.get("REQUEST_URI") or request.environ.get("RAW_URI") or ""
    raw = raw.partition("?")[0]
    if "%2f" not in raw.lower():
        return request.path
    parts = [unquote(part).replace("/", ESCAPED_SLASH) for part in raw.split("/")]
    above = request.root_path.count("/")
    return "/".join(["", *parts[above + 1 :]])


def _options(operations: Mapping[str, Operation]) -> tuple[Reply, Verdict]:
    """Return the reply to OPTIONS; the order of the methods in it is chosen."""
    methods = {*operations, "OPTIONS", *(["HEAD"] if "GET" in operations else [])}
    reply = Reply(status=OPTIONS.status, headers=(("Allow", ", ".join(sorted(methods))),))
    return reply, Verdict(rule="OPTIONS")


def _require_heeded(query: Mapping[str, str], operation: Operation, served: Served) -> None:
    """Raise `Refused` for a parameter of the query that Jira heeds and we do not, but for one that asks for nothing."""
    for name in served.not_served:
        if name in query and query[name].lower() not in ("", "false"):
            what = f"{name} of {operation.method} {operation.short_path} ({operation.id})"
            raise Refused(NotServed(operation=what))


def _nothing_there(request: Request) -> Refusal:
    family = _family_of(request.path)
    if family is not None:
        return NotServed(operation=f"{request.method} {path_of(request)} ({family})")
    return refusals.NoEndpoint(method=request.method, path=path_of(request))


def _family_of(path: str) -> str | None:
    return next((family for prefix, family in FAMILIES.items() if path.startswith(prefix)), None)


def _require_json(request: Request) -> None:
    if request.environ.get("CONTENT_TYPE") == _JSON:  # as nearly all say it
        return
    if request.mimetype != _JSON:
        content_type = request.headers.get("Content-Type", "null")
        raise Refused(refusals.UnsupportedMediaType(content_type=content_type))


def _success(success: Success, content: Any) -> Reply:
    if isinstance(content, SeeOther):
        return Reply(status=success.status, headers=(("Location", content.address),))
    status = success.status
    if isinstance(content, (Changed, Partly)):
        status, content = content.status, content.content
    if isinstance(content, Raw):
        return Reply(
            status=content.status,
            body=content.content.decode("utf-8", "replace"),
            content_type=content.content_type,
            headers=content.headers,
            content=content.content,
        )
    if content is None:
        return Reply(status=status, content_type=success.content_type)
    return json_reply(status, content)


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


def base_of(request: Request) -> str:
    """Return the address that the request came to: scheme, host and the prefix of a path."""
    environ = request.environ
    host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    return f"{environ['wsgi.url_scheme']}://{host}{environ.get('SCRIPT_NAME', '').rstrip('/')}"
