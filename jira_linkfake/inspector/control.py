"""The control API, below `/_linkfake/`: what suites in other languages do with a site, as JSON."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

import jira_linkfake
from jira_linkfake.inspector.sites import the_site

control = Blueprint("control", __name__)


@control.get("/_linkfake/health")
def health() -> Any:
    """Say that the server is there."""
    return {"status": "ok", "version": jira_linkfake.__version__, "site": the_site().name}
