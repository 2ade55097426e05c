"""Mail about an issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jira_linkfake.jira.people.model import User


@dataclass(frozen=True, kw_only=True, slots=True)
class Notification:
    """Mail about an issue that a request sent; a text or an HTML that it has not is None."""

    issue_id: str
    sender: User
    recipients: tuple[User, ...]
    subject: str
    text: str | None
    html: str | None
    sent: datetime

    def __str__(self) -> str:
        return f"{self.subject!r} to {', '.join(map(str, self.recipients))}"
