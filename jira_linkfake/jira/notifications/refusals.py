"""What can go wrong about mail, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal


class NobodyToNotify(Refusal):
    """Mail is to nobody, or to nobody but those who get none."""

    truth = "the mail is to nobody who gets it: {0.why}"
    answer = Answer(
        condition="mail to nobody, to the caller alone, or only to those who may not see the issue or are restricted",
        status=400,
        status_by=evidence.REFERENCE,
        message="No recipients were defined for notification.",
        words_by=evidence.MAIL_REPORTS,
    )

    why: str


class NoAssigneeToNotify(Refusal):
    """Mail is to the assignee of an issue that has none."""

    truth = "the mail is to the assignee, and {0.issue.key} has none"
    answer = Answer(
        condition="mail to the assignee of an issue that is not assigned",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue has no assignee.",
        words_by=NO_TEXT,
    )

    issue: Issue


class RecipientUnknown(Refusal):
    """Mail is to a user or a group, or restricted to a group or a permission, that the site does not have."""

    truth = "the mail names a {0.kind} {0.value!r}, and there is none"
    answer = Answer(
        condition="mail that names a user, a group or a permission that does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        message="The {0.kind} '{0.value}' does not exist.",
        words_by=NO_TEXT,
    )

    kind: Literal["user", "group", "permission"]
    value: str
