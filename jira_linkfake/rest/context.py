"""What a request is answered from: carried by the WSGI environ, so that one Flask app serves every site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jira_linkfake.jira.webhooks.outbox import Webhooks

if TYPE_CHECKING:
    from jira_linkfake.jira.site import Site
    from jira_linkfake.options import Options
    from jira_linkfake.rest.journal import Exchange

ENVIRON_KEY = "jira_linkfake.context"


@dataclass(kw_only=True, slots=True)
class Context:
    """One site, its journal and webhooks, and the options of both."""

    site: Site
    options: Options
    journal: list[Exchange] = field(default_factory=list)
    webhooks: Webhooks = field(default_factory=Webhooks)
