"""What a request is answered from: carried by the WSGI environ, so that one Flask app serves every site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jira_linkfake.jira.webhooks.outbox import Webhooks

if TYPE_CHECKING:
    from jira_linkfake.jira.people.model import User
    from jira_linkfake.jira.site import Site
    from jira_linkfake.options import Answers, Credentials, Unsupported
    from jira_linkfake.rest.journal import Exchange

ENVIRON_KEY = "jira_linkfake.context"


@dataclass(kw_only=True, slots=True)
class Context:
    """One site, its journal and webhooks, and the settings that concern how it is reached.

    `texts` has each text that the journal keeps once.
    """

    site: Site
    as_user: str | User | None
    credentials: Credentials
    answers: Answers
    unsupported: Unsupported
    journal: list[Exchange] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    webhooks: Webhooks = field(default_factory=Webhooks)
