"""Refusals about links."""

from __future__ import annotations

from jira_linkfake.site.model import Issue, IssueLink
from jira_linkfake.site.refusals import CallerRefusal, Refusal
from jira_linkfake.site.refusals.issues import IssueHidden


class LinkingDisabled(Refusal):
    """Issue linking is switched off for the whole site."""

    truth = "issue linking is switched off (linking_enabled=False)"


class LinkUnknown(Refusal):
    """No link has this id."""

    truth = "there is no link {0.id}"

    id: int


class LinkHidden(Refusal):
    """The caller may not see one of the link's ends."""

    truth = "link {0.link.id} is hidden: {0.end.reason}"

    link: IssueLink
    end: IssueHidden

    @property
    def id(self) -> int:
        """The link's id, so that a hidden link is answered in the words for an unknown one."""
        return self.link.id


class LinkIdInvalid(Refusal):
    """The id of a link is no number of 64 bits."""

    truth = "{0.value!r} is no id of a link"

    value: str


class SelfLink(Refusal):
    """The issue was to be linked to itself."""

    truth = "{0.issue.key} was to be linked to itself"

    issue: Issue


class NoLinkPermission(CallerRefusal):
    """The caller may not link issues of the source's project."""

    truth = "{0.who} does not hold Link issues in {0.issue.project}, the project of the source {0.issue.key}"

    issue: Issue


class NoDeletePermission(CallerRefusal):
    """The caller may link issues in neither end's project, so he may not delete the link."""

    truth = "{0.who} does not hold Link issues in {0.issue.project}"

    issue: Issue


class LinkLimitReached(Refusal):
    """An issue has as many links as it may have."""

    truth = "{0.issue.key} has as many links as it may have (link_limit={0.limit})"

    issue: Issue
    limit: int
