"""Finding an issue as a caller may."""

from __future__ import annotations

import re

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.refusals import IssueArchived, IssueHidden, IssueUnknown, IssueUnnamed
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import sight, why_hidden
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, with_id

# Jira Server takes a reference's id only in this form, else it falls back to the key.
_USABLE_ID = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)


def labels_seen(site: Site, caller: Caller) -> list[str]:
    """Return labels in alphabetical order (chosen).

    They are those of issues that the caller may see: one that only hidden issues have would tell of these.
    """
    may_see = sight(site, caller)
    labels = {label for issue in site.issues.values() if may_see(issue) for label in issue.labels}
    return sorted(labels, key=lambda label: (label.casefold(), label))


class IssueReference(Plain):
    """An issue as a request names it; a usable id goes before the key."""

    id: str | None = None
    key: str | None = None

    @classmethod
    def of(cls, id_or_key: str) -> IssueReference:
        """Return the reference that a path's `issueIdOrKey` means."""
        return cls(id=id_or_key, key=id_or_key)


def find_issue(site: Site, caller: Caller, reference: IssueReference) -> Issue:
    """Return the issue; raises `Refused` where there is none, or none that the caller may see."""
    issue = stored_issue(site, reference)
    hidden_by = why_hidden(site, caller, issue)
    if hidden_by is not None:
        raise Refused(IssueHidden(issue=issue, caller=caller, by=hidden_by))
    return issue


def require_unarchived(issue: Issue) -> None:
    """Raise `Refused` for an archived issue, about which nothing can change."""
    if issue.archived:
        raise Refused(IssueArchived(issue=issue))


def stored_issue(site: Site, reference: IssueReference) -> Issue:
    """Return the issue, whoever may see it; raises `Refused` where there is none."""
    if reference.id is not None and _USABLE_ID.fullmatch(reference.id):
        issue = with_id(site.issues, reference.id)
        name = reference.id
    elif reference.key:
        issue = site.issues.with_key(reference.key)
        name = reference.key
    else:
        raise Refused(IssueUnnamed())
    if issue is None:
        raise Refused(IssueUnknown(reference=name))
    return issue
