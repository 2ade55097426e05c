"""The application around the sites of a server: what is below `/_linkfake/` is the inspector's, all else is Jira's."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from flask import Flask, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.faults.trouble import Application, TroubledApplication, as_application
from jira_linkfake.inspector import control  # noqa: F401 - which declares the routes
from jira_linkfake.inspector.callers import NAMES_KEY, problem_with
from jira_linkfake.inspector.routes import BELOW, ROUTES, WrongRequestError, as_error, blueprint
from jira_linkfake.inspector.sites import MAIN, PREFIX, SERVED_KEY, InspectedSite, Sites, UnknownSiteError
from jira_linkfake.rest.journal import Exchange

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment
    from flask import Response as FlaskResponse

    from jira_linkfake.fake_jira import FakeJira
    from jira_linkfake.faults.fault import Outcome

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@functools.cache
def the_app() -> Flask:
    """Return the Flask app of control and page, which serves every server of the process.

    A view finds the site that it is about by `the_site()`.
    """
    from jira_linkfake.inspector.page import page  # which asks this module for the site

    app = Flask("jira_linkfake.inspector", static_folder=None, template_folder=None)
    app.config["PROPAGATE_EXCEPTIONS"] = True
    app.before_request(_refuse_pages_of_others)
    app.after_request(_with_headers)
    app.register_error_handler(UsageError, lambda error: as_error(str(error), 400))
    app.register_error_handler(UnknownSiteError, lambda error: as_error(str(error), 404))
    app.register_error_handler(WrongRequestError, lambda error: as_error(str(error), error.status))
    app.register_error_handler(HTTPException, _no_route)
    app.register_blueprint(blueprint)
    app.register_blueprint(page)
    return app


def _refuse_pages_of_others() -> FlaskResponse | None:
    problem = problem_with(request)
    return None if problem is None else as_error(problem, 403)


def _with_headers(response: FlaskResponse) -> FlaskResponse:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _no_route(error: HTTPException) -> FlaskResponse:
    """Return what is said where no route is for a request, with the nearest that is there."""
    path = request.path.removeprefix(BELOW)
    if isinstance(error, MethodNotAllowed):
        methods = ", ".join(sorted({*(error.valid_methods or ())} - {"HEAD", "OPTIONS"}))
        answer = as_error(f"there is no {request.method} {BELOW}{path}: it takes {methods}", 405)
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
        return answer
    if isinstance(error, NotFound):
        return as_error(f"there is no {BELOW}{path}: {nearest(path, {one.path for one in ROUTES}, prefix=BELOW)}", 404)
    return as_error(str(error.description), error.code or 500)


class Inspected(Application):
    """What a server answers from: a site with what is made to go wrong there, and around it control and page.

    Those meet no fault, enter no journal and count in no limit. `tell` is called with each exchange of each site, and
    `names` are further names by which the server may be called. Raises `UsageError` where a fault closes the port.
    """

    __slots__ = ("_names", "_tell", "sites")

    def __init__(
        self,
        jira: FakeJira,
        *,
        tell: Callable[[InspectedSite, Exchange], object] | None = None,
        names: Collection[str] = (),
    ) -> None:
        super().__init__(self)
        jira._trouble.keep_port()
        self.sites = Sites(jira)
        self._tell, self._names = tell, names

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as a WSGI application."""
        asked = self.at(environ)
        return (asked if isinstance(asked, TroubledApplication) else asked.application)(environ, start_response)

    def at(self, environ: WSGIEnvironment) -> Application:
        """Return what answers a request: control and page, or its site."""
        try:
            site = self.sites.of(environ)
        except UnknownSiteError as error:
            return Application(self._unknown_site(environ, str(error)))
        if is_below(environ["PATH_INFO"]):
            environ[SERVED_KEY], environ[NAMES_KEY] = site, self._names
            return Application(the_app().wsgi_app)
        asked = as_application(site.jira.wsgi_app)
        return asked if self._tell is None else _Told(site, asked, self._tell)

    def _unknown_site(self, environ: WSGIEnvironment, sentence: str) -> FlaskResponse:
        """Return what is said to who calls a site that there is not: Jira's 404 would be taken for a missing issue."""
        path: str = environ["PATH_INFO"]
        below = path.removeprefix(PREFIX).partition("/")[2]
        status = 404 if is_below(f"/{below}") else 501
        if self._tell is not None:
            told = Exchange(
                method=environ["REQUEST_METHOD"],
                path=path,
                query="",
                body="",
                caller=None,
                status=status,
                answer="",
                rule="UnknownSite",
                reason=sentence,
            )
            self._tell(self.sites.named(MAIN), told)
        return as_error(sentence, status)


class _Told(Application):
    """What answers for a site, and tells of each exchange."""

    __slots__ = ("_asked", "_site", "_tell")

    def __init__(
        self, site: InspectedSite, asked: Application, tell: Callable[[InspectedSite, Exchange], object]
    ) -> None:
        super().__init__(site.jira.wsgi_app)
        self._site, self._asked, self._tell = site, asked, tell

    def outcome(self, environ: WSGIEnvironment, *, can_break: bool = True) -> Outcome:
        """Return what comes of a request, once it is told."""
        try:
            return self._asked.outcome(environ, can_break=can_break)
        finally:
            self._site.tell(self._tell)

    def has_waited(self, seconds: float) -> None:
        """Let time go by on the site's clock that has gone by on the system's."""
        self._asked.has_waited(seconds)


def is_below(path: str) -> bool:
    """Say whether a path below a site's address is the inspector's; a page of Jira's leads to ours."""
    return f"{path}/".startswith((f"{BELOW}/", "/browse/"))
