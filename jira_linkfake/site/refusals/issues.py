"""Refusals about issues and the things that issues have."""

from __future__ import annotations

from jira_linkfake.site.model import Issue, SecurityLevel
from jira_linkfake.site.refusals import CallerRefusal, Refusal, UnseenRefusal


class IssueUnknown(Refusal):
    """No issue has this key or id."""

    truth = "there is no issue {0.reference}"

    reference: str


class IssueUnnamed(Refusal):
    """An issue was asked for with neither a usable id nor a key."""

    truth = "an issue was given neither by key nor by a usable id"


class IssueHidden(CallerRefusal):
    """The caller may not see the issue: its security level hides it, or he may not browse its project."""

    truth = "{0.who} may not see {0.issue.key}: {0.by}"

    issue: Issue
    by: SecurityLevel | str


class IssueArchived(Refusal):
    """The issue is archived, so that nothing about it can change."""

    truth = "{0.issue.key} is archived"

    issue: Issue


class ProjectUnseen(UnseenRefusal):
    """The project does not exist, or the caller may not browse it."""

    truth = "{0.who} sees no project {0.key!r}: {0.why}"

    key: str


class NotFound(Refusal):
    """No thing of this kind has this id, name or key."""

    truth = "there is no {0.kind} {0.value!r}"

    kind: str
    value: str
