"""Making, reading and deleting links."""

from __future__ import annotations

from jira_linkfake.jira.comments.rules import CommentRequest, add_comment, check_comment
from jira_linkfake.jira.history.model import LinkMade, LinkRemoved
from jira_linkfake.jira.history.rules import record_link
from jira_linkfake.jira.issue_links.model import IssueLink, side_of, source_and_destination
from jira_linkfake.jira.issue_links.refusals import (
    LinkHidden,
    LinkIdInvalid,
    LinkLimitReached,
    LinkUnknown,
    NoDeletePermission,
    NoLinkPermission,
    SelfLink,
)
from jira_linkfake.jira.issues.finding import IssueReference, find_issue, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.refusals import IssueHidden
from jira_linkfake.jira.link_types.finding import LinkTypeReference, find_link_type, require_linking
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import LINK_ISSUES
from jira_linkfake.jira.permissions.sight import holds, sight, why_hidden
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refusal, Refused, attempt
from jira_linkfake.jira.site import Site, as_id


def add_link(site: Site, link_type: LinkType, source: Issue, destination: Issue) -> IssueLink:
    """Store a link that is not there yet, and move `updated` of both its issues."""
    now = site.clock.tick()
    link_id = site.new_id("link")
    site.links.add(link_id, (link_type.id, source.id, destination.id))
    site.issues.touch(source.id, now)
    site.issues.touch(destination.id, now)
    return site.links.stored(link_id)


def drop_link(site: Site, link: IssueLink) -> None:
    """Remove a link, and move `updated` of both its issues."""
    now = site.clock.tick()
    site.links.remove(link.id)
    site.issues.touch(link.source.id, now)
    site.issues.touch(link.destination.id, now)


def put_link(site: Site, author: Caller, link_type: LinkType, source: Issue, destination: Issue) -> LinkMade:
    """Store a link that is not there yet, as `author` made it, and return what has happened."""
    link = add_link(site, link_type, source, destination)
    return LinkMade(link=link, change=record_link(site, author, link, made=True))


def take_link(site: Site, author: Caller, link: IssueLink) -> None:
    """Remove a link from both its issues, as `author` removed it."""
    drop_link(site, link)
    site.events.append(LinkRemoved(link=link, change=record_link(site, author, link, made=False)))


LinkEnd = IssueReference | Issue
"""An end of a link that a request asks for: an issue to look up, or the one that the request is about."""


class LinkRequest(Plain):
    """A link as a request asks for it, in Jira's words."""

    type: LinkTypeReference
    inward_issue: LinkEnd
    outward_issue: LinkEnd
    comment: CommentRequest | None = None

    @property
    def source(self) -> LinkEnd:
        """The issue that will read the type's outward phrase."""
        return source_and_destination(self.inward_issue, self.outward_issue)[0]

    @property
    def destination(self) -> LinkEnd:
        """The issue that will read the type's inward phrase."""
        return source_and_destination(self.inward_issue, self.outward_issue)[1]


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


class PlannedLink(Plain):
    """A link whose type and ends were looked up, and which is about to be made."""

    type: LinkType
    source: Issue
    destination: Issue

    def is_there(self, site: Site) -> bool:
        """Say whether the link is there already, in this direction."""
        return site.links.id_of((self.type.id, self.source.id, self.destination.id)) is not None


def create_link(site: Site, caller: Caller, request: LinkRequest) -> None:
    """Make a link and add its comment, or refuse and change nothing.

    A link that is there already, in this direction, stays as it is; its comment is added.
    Raises `Refused` for the first check that fails, in the order in which Jira makes them.
    """
    require_linking(site)
    link = look_up_link(site, caller, request)
    if not holds(site, caller, LINK_ISSUES, link.source.project):
        raise Refused(NoLinkPermission(issue=link.source, caller=caller))
    for issue in (link.source, link.destination):
        require_unarchived(issue)
    comment, visibility = request.comment, None
    if comment is not None:
        visibility = check_comment(site, caller, comment, link.source, linked_to=link.destination)
    require_room(site, link)
    make_link(site, caller, link)
    if comment is not None:
        add_comment(site, caller, comment, link.source, visibility)


def look_up_link(site: Site, caller: Caller, request: LinkRequest) -> PlannedLink:
    """Look up the type and both issues of a link, which must be two.

    Raises `Refused` with all that is wrong among them, in this order.
    """
    refusals: list[Refusal] = []
    link_type = attempt(refusals, lambda: find_link_type(site, request.type))
    source = attempt(refusals, lambda: _end(site, caller, request.source))
    destination = attempt(refusals, lambda: _end(site, caller, request.destination))
    if link_type is None or source is None or destination is None:
        raise Refused(*refusals)
    if source.id == destination.id:
        raise Refused(SelfLink(issue=source))
    return PlannedLink(type=link_type, source=source, destination=destination)


def require_room(site: Site, link: PlannedLink) -> None:
    """Raise `Refused` where a link that is not there yet would be one too many for either of its issues."""
    if link.is_there(site):
        return
    for issue in (link.source, link.destination):
        if site.links.count_of(issue.id) >= site.options.link_limit:
            raise Refused(LinkLimitReached(issue=issue, limit=site.options.link_limit))


def make_link(site: Site, caller: Caller, link: PlannedLink) -> None:
    """Make a link that was checked, unless it is there."""
    if link.is_there(site):
        site.links_repeated += 1
    else:
        site.events.append(put_link(site, caller, link.type, link.source, link.destination))


def read_link(site: Site, caller: Caller, link_id: str) -> IssueLink:
    """Return the link with the id of a path; raises `Refused`, also where the caller may not see one end."""
    require_linking(site)
    own_id = as_id(link_id)
    if own_id is None:
        raise Refused(LinkIdInvalid(value=link_id))
    link = site.links.get(own_id)
    if link is None:
        raise Refused(LinkUnknown(id=own_id))
    for issue in (link.source, link.destination):
        hidden_by = why_hidden(site, caller, issue)
        if hidden_by is not None:
            raise Refused(LinkHidden(link=link, end=IssueHidden(issue=issue, caller=caller, by=hidden_by)))
    return link


def delete_link(site: Site, caller: Caller, link_id: str) -> None:
    """Delete a link; Link issues in the project of either end is enough."""
    link = read_link(site, caller, link_id)
    issues = (link.source, link.destination)
    if not any(holds(site, caller, LINK_ISSUES, issue.project) for issue in issues):
        raise Refused(*(NoDeletePermission(issue=issue, caller=caller) for issue in issues))
    take_link(site, caller, link)


def links_seen(site: Site, caller: Caller, issue: Issue) -> list[IssueLink]:
    """Return the issue's links whose other end the caller may see, in the order in which Jira shows them.

    By the name of the type, inside a type outward before inward, then by age.
    """
    may_see = sight(site, caller)
    seen = [link for link in site.links.of(issue) if may_see(side_of(link, issue)[1])]
    return sorted(seen, key=lambda link: (link.type.name, link.source.id != issue.id, int(link.id)))


def _end(site: Site, caller: Caller, end: LinkEnd) -> Issue:
    return end if isinstance(end, Issue) else find_issue(site, caller, end)
