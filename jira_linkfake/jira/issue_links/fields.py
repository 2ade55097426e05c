"""The links as a field of issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jira_linkfake.jira.fields.field import Draft, Editing, Field, Operation
from jira_linkfake.jira.fields.refusals import NotObject
from jira_linkfake.jira.issue_links.refusals import (
    LinkNotAdded,
    LinkWithComment,
    SelfLink,
    SelfLinkAdded,
    SeveralLinks,
    TwoSidedLink,
)
from jira_linkfake.jira.issue_links.rules import LinkRequest, PlannedLink, look_up_link, require_room
from jira_linkfake.jira.issues.finding import IssueReference, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.finding import LinkTypeReference
from jira_linkfake.jira.permissions.model import LINK_ISSUES
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refusal, Refused


class LinkToAdd(Plain):
    """A link of the edited issue, as a request asks for it: with another issue, under the side that it will be on."""

    type: LinkTypeReference
    inward_issue: IssueReference | None = None
    outward_issue: IssueReference | None = None
    with_comment: bool = False

    def request_of(self, issue: Issue) -> LinkRequest:
        """Return the link with the edited issue as its other end: the inward one of an outward issue."""
        if self.outward_issue is not None:
            return LinkRequest(type=self.type, inward_issue=issue, outward_issue=self.outward_issue)
        return LinkRequest(type=self.type, inward_issue=self.inward_issue or IssueReference(), outward_issue=issue)


class IssueLinks(Field):
    """The links, which can be added one at a time, and neither set nor removed."""

    operations = ("add", "copy")

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return that linking is off, or that the caller may not link issues of the edited one's project."""
        if not editing.site.options.linking_enabled:
            return "issue linking is switched off (linking_enabled=False)"
        return None if editing.holds(LINK_ISSUES, issue) else f"it takes Link issues in {issue.project}"

    def applied(self, editing: Editing, draft: Draft, operations: Sequence[Operation]) -> Draft:
        """Return a draft with a link, checked by the rules of all links; raises `Refused` for more than one."""
        for operation in operations:
            self.require_operation(editing, operation)
        if len(operations) > 1:
            raise Refused(SeveralLinks(count=len(operations)))
        links = tuple(self._planned(editing, draft.issue, operation.value) for operation in operations)
        return replace(draft, links=links)

    def _planned(self, editing: Editing, issue: Issue, value: object) -> PlannedLink:
        if not isinstance(value, LinkToAdd):
            raise Refused(NotObject(field=self.id))
        if value.inward_issue is not None and value.outward_issue is not None:
            raise Refused(TwoSidedLink())
        if value.with_comment:
            raise Refused(LinkWithComment())
        try:
            link = look_up_link(editing.site, editing.caller, value.request_of(issue))
        except Refused as refused:
            raise Refused(*map(_added, refused.refusals)) from refused
        for end in (link.source, link.destination):
            require_unarchived(end)
        require_room(editing.site, link)
        return link


def _added(refusal: Refusal) -> Refusal:
    """Return a refusal of a link as it is told where the link is added to an issue."""
    return SelfLinkAdded(issue=refusal.issue) if isinstance(refusal, SelfLink) else LinkNotAdded(cause=refusal)
