"""The application around the sites of a server: what is below `/_linkfake/` is the inspector's, all else is Jira's."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.wrappers import Response

from jira_linkfake.errors import UsageError
from jira_linkfake.faults.trouble import Application, as_application
from jira_linkfake.inspector.control import control
from jira_linkfake.inspector.sites import SERVED_KEY, Sites

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from jira_linkfake.fake_jira import FakeJira

BELOW = "/_linkfake"
"""Where control and page are, below a site's address."""


@functools.cache
def the_app() -> Flask:
    """Return the Flask app of control and page, which serves every server of the process.

    A view finds the site that it is about by `the_site()`.
    """
    app = Flask("jira_linkfake.inspector", static_folder=None, template_folder=None)
    app.config["PROPAGATE_EXCEPTIONS"] = True
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.register_blueprint(control)
    if find_spec("jira_linkfake.inspector.page"):
        app.register_blueprint(import_module("jira_linkfake.inspector.page").page)
    return app


class Inspected(Application):
    """What a server answers from: a site with what is made to go wrong there, and around it control and page.

    Those meet no fault, enter no journal and count in no limit.
    """

    __slots__ = ("sites",)

    def __init__(self, jira: FakeJira) -> None:
        super().__init__(self._answer)
        self.sites = Sites(jira)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as a WSGI application."""
        return self._asked(environ)(environ, start_response)

    def at(self, environ: WSGIEnvironment) -> Application:
        """Return what answers a request: control and page, or its site."""
        return as_application(self._asked(environ))

    def _answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self(environ, start_response)

    def _asked(self, environ: WSGIEnvironment) -> WSGIApplication:
        try:
            site = self.sites.of(environ)
        except UsageError as error:
            return Response(f"jira_linkfake: {error}\n", 404, mimetype="text/plain")
        if is_below(environ["PATH_INFO"]):
            environ[SERVED_KEY] = site
            return the_app().wsgi_app
        return site.jira.wsgi_app


def is_below(path: str) -> bool:
    """Say whether a path below a site's address is the inspector's; a page of Jira's leads to ours."""
    return f"{path}/".startswith((f"{BELOW}/", "/browse/"))
