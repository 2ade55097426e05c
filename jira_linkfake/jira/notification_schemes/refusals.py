"""What can go wrong about notification schemes, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal


class NotificationSchemeUnseen(CallerRefusal):
    """The caller administers no project with the scheme, if it is there at all."""

    truth = "{0.who} administers no project with the notification scheme {0.scheme_id!r}"
    answer = Answer(
        condition="a notification scheme that does not exist, or of no project that the caller administers",
        status=404,
        status_by=evidence.REFERENCE,
        message="Notification scheme with ID {0.scheme_id} not found.",
        words_by=evidence.REFERENCE,
    )

    scheme_id: str


class NotificationsOfProjectUnseen(CallerRefusal):
    """The caller may administer neither the project nor the site, and is not told whom it notifies."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"
    answer = Answer(
        condition="a project's notification scheme without Administer projects in it",
        status=404,
        status_by=evidence.REFERENCE,
        message="You cannot view the notification scheme of project '{0.project.key}', as you may not administer it.",
        words_by=NO_TEXT,
        lack="permission",
    )

    project: Project
