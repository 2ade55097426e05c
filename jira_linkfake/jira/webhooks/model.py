"""One webhook, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from jira_linkfake.errors import printable
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

Flow = Literal["Primary", "Secondary"]


class Delivery(Plain):
    """How one receiver took a webhook: `status` is what a URL answered, `problem` what went wrong, if anything did."""

    receiver: str
    status: int | None = None
    problem: str | None = None


@dataclass(kw_only=True, eq=False, slots=True)
class Webhook:
    """A webhook that Jira would have sent.

    `flow` is "Secondary" for what follows from the deletion of an issue. `identifier` is the one that its header has.
    """

    event: str
    flow: Flow
    identifier: str
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
        """What went wrong with the receivers, a sentence each."""
        told = (f"{self.event} to {one.receiver}: {one.problem}" for one in self.deliveries if one.problem)
        return [printable(problem) for problem in told]


def raised(error: BaseException) -> str:
    """Return what is written down where a receiver raises an error."""
    try:
        return f"it raised {error!r}"
    except Exception:  # an error of the user's own may be unable to tell what it is
        return f"it raised {type(error).__name__}"
