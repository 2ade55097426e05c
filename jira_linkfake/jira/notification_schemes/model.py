"""The notification scheme that every site has, and every project: it says what a fresh site's does."""

from __future__ import annotations

from typing import Final

from jira_linkfake.jira.plain import Plain

SCHEME_ID: Final = 10000
SCHEME_NAME: Final = "Default Notification Scheme"


class NotificationEvent(Plain):
    """What happens to an issue, by Jira's number for it."""

    id: int
    name: str
    description: str


# As Jira has its own events from the start (chosen: the words are those of its Server).
EVENTS: Final = tuple(
    NotificationEvent(id=number, name=name, description=description)
    for number, name, description in (
        (1, "Issue Created", "This is the 'issue created' event."),
        (2, "Issue Updated", "This is the 'issue updated' event."),
        (3, "Issue Assigned", "This is the 'issue assigned' event."),
        (4, "Issue Resolved", "This is the 'issue resolved' event."),
        (5, "Issue Closed", "This is the 'issue closed' event."),
        (6, "Issue Commented", "This is the 'issue commented' event."),
        (7, "Issue Reopened", "This is the 'issue reopened' event."),
        (8, "Issue Deleted", "This is the 'issue deleted' event."),
        (9, "Issue Moved", "This is the 'issue moved' event."),
        (10, "Work Logged On Issue", "This is the 'work logged on issue' event."),
        (11, "Work Started On Issue", "This is the 'work started on issue' event."),
        (12, "Work Stopped On Issue", "This is the 'work stopped on issue' event."),
        (13, "Generic Event", "This is the 'generic event' event."),
        (14, "Issue Comment Edited", "This is the 'issue comment edited' event."),
        (15, "Issue Worklog Updated", "This is the 'issue worklog updated' event."),
        (16, "Issue Worklog Deleted", "This is the 'issue worklog deleted' event."),
        (17, "Issue Comment Deleted", "This is the 'issue comment deleted' event."),
    )
)
RECIPIENTS: Final = ("CurrentAssignee", "Reporter", "AllWatchers")
"""Whom a fresh site tells of each event."""
