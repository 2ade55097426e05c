"""One webhook, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from jira_linkfake.errors import printable
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain

EVENTS = (
    "issuelink_created",
    "issuelink_deleted",
    "jira:issue_created",
    "jira:issue_updated",
    "jira:issue_deleted",
    "comment_created",
    "comment_updated",
    "comment_deleted",
    "issue_property_set",
    "issue_property_deleted",
    "worklog_created",
    "worklog_updated",
    "worklog_deleted",
    "jira:version_created",
    "jira:version_updated",
    "jira:version_released",
    "jira:version_unreleased",
    "jira:version_moved",
    "jira:version_deleted",
    "attachment_created",
    "attachment_deleted",
    "sprint_created",
    "sprint_updated",
    "sprint_started",
    "sprint_closed",
    "sprint_deleted",
    "board_created",
    "board_deleted",
)
"""The names of the events of which webhooks tell."""

EVENTS_ELSEWHERE = (
    "board_updated",
    "board_configuration_changed",
    "jira:worklog_updated",
    "option_attachments_changed",
    "option_issuelinks_changed",
    "option_subtasks_changed",
    "option_timetracking_changed",
    "option_unassigned_issues_changed",
    "option_voting_changed",
    "option_watching_changed",
    "project_created",
    "project_updated",
    "project_deleted",
    "user_created",
    "user_updated",
    "user_deleted",
)
"""The names of those that Jira has besides, and of which no webhook is sent here."""

JQL_FILTER = "issue-related-events-section"
"""Jira's name for the query that restricts the events of issues."""

Flow = Literal["Primary", "Secondary"]


class Delivery(Plain):
    """How one receiver took a webhook: `status` is what a URL answered, `problem` what went wrong, if anything did.

    `retry` counts how often it was sent before.
    """

    receiver: str
    status: int | None = None
    problem: str | None = None
    retry: int = 0


@dataclass(kw_only=True, eq=False, slots=True)
class Webhook:
    """A webhook that Jira would have sent.

    `flow` is "Secondary" for what follows from the deletion of an issue. `identifier` is the one that its header has.
    `issues` are those that it is about, as they were then.
    """

    event: str
    flow: Flow
    identifier: str
    issues: tuple[Issue, ...] = field(default=(), repr=False)
    deliveries: list[Delivery] = field(default_factory=list)
    _render: Callable[[], Mapping[str, Any]] = field(repr=False)
    _body: bytes | None = field(default=None, repr=False, init=False)

    @property
    def body(self) -> bytes:
        """The payload as it is sent; it is put into JSON when somebody first asks for it."""
        if self._body is None:
            text = json.dumps(self._render(), ensure_ascii=False, separators=(",", ":"))
            self._body = text.encode("utf-8", "replace")
        return self._body

    @property
    def payload(self) -> dict[str, Any]:
        """The payload, anew each time."""
        payload: dict[str, Any] = json.loads(self.body)
        return payload

    @property
    def problems(self) -> list[str]:
        """What went wrong with the receivers in the end, a sentence each."""
        again = {(one.receiver, one.retry - 1) for one in self.deliveries if one.retry}
        last = (one for one in self.deliveries if (one.receiver, one.retry) not in again)
        return [printable(f"{self.event} to {one.receiver}: {one.problem}") for one in last if one.problem]


class AdminWebhook(Plain):
    """What an administrator has registered over REST: of which events a URL is told, of issues that a query finds.

    An empty `jql` finds every issue. `secret` signs what is sent.
    """

    id: str
    name: str
    description: str
    url: str
    events: tuple[str, ...]
    jql: str
    exclude_body: bool
    enabled: bool
    secret: str | None
    updated_by: User
    updated: datetime


def raised(error: BaseException) -> str:
    """Return what is written down where a receiver raises an error."""
    try:
        return f"it raised {error!r}"
    except Exception:  # an error of the user's own may be unable to tell what it is
        return f"it raised {type(error).__name__}"
