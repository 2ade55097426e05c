"""The links as a field of issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jira_linkfake.jira.fields.field import Draft, Editing, Field, FieldUpdate
from jira_linkfake.jira.fields.refusals import NotObject
from jira_linkfake.jira.issue_links.as_json import links_json
from jira_linkfake.jira.issue_links.model import phrase_from
from jira_linkfake.jira.issue_links.refusals import (
    LinkNotAdded,
    LinkWithComment,
    SelfLink,
    SelfLinkAdded,
    SeveralLinks,
    TwoSidedLink,
)
from jira_linkfake.jira.issue_links.rules import LinkToAdd, PlannedLink, links_seen, look_up_link, require_room
from jira_linkfake.jira.issues.finding import require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.permissions.model import LINK_ISSUES
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.search.clauses import EQUAL, Clause, Values, Width
from jira_linkfake.jira.search.finding import Searcher, named_issue, unseen
from jira_linkfake.jira.site import Site

if TYPE_CHECKING:
    from jira_linkfake.jira.search.model import Value


def _named_side(searcher: Searcher, clause: str, value: Value) -> list[tuple[str, bool]]:
    """Return types of links with whether the issue is the source.

    A type's name means both of its sides, and goes before a phrase, which means the side that reads it (as an app for
    Jira Cloud found in 2026; Jira does not document the field's values).
    """
    text = value.text.casefold()
    types = list(searcher.site.link_types.values())
    named = [(one.id, source) for one in types if one.name.casefold() == text for source in (True, False)]
    sides = named or [side for one in types for side in _reading(one, text)]
    if not sides:
        raise unseen(searcher, clause, value, named_by="text")
    return sides


def _reading(link_type: LinkType, phrase: str) -> list[tuple[str, bool]]:
    return [(link_type.id, side) for side in (True, False) if phrase_from(link_type, source=side).casefold() == phrase]


def _linked(searcher: Searcher, ids: Sequence[str]) -> list[str]:
    """Return the ids of the issues that the caller sees at the other end of issues' links."""
    return [other.id for issue_id in ids for _, _, other in searcher.links(searcher.site.issues[issue_id])]


class IssueLinks(Field):
    """The links, which can be added one at a time, and neither set nor removed."""

    id = "issuelinks"
    name = "Linked Issues"
    type = "array"
    items = "issuelinks"
    in_bulk = False
    clauses = (
        Clause(
            names=("issueLinkType",),
            operators=EQUAL,
            values="name of a type of links, for both its sides; or a phrase, for the side that reads it",
            kind=Values(
                held=lambda searcher, issue: [(link.type.id, source) for link, source, _ in searcher.links(issue)],
                named=_named_side,
            ),
            while_on="linking_enabled",
        ),
        Clause(
            names=("issueLink",),
            operators=EQUAL,
            values="key or id of an issue that is linked, in whatever way",
            kind=Values(
                held=lambda searcher, issue: _linked(searcher, [issue.id]),
                named=named_issue,
                among=_linked,
                width=Width.NAMED,
            ),
            takes="issues",
            while_on="linking_enabled",
        ),
    )
    operations = ("add", "copy")
    not_served = ("copy",)
    permission = LINK_ISSUES

    def is_there(self, reader: Reader, issue: Issue) -> bool:
        """Say whether issues have links at all."""
        return reader.site.options.linking_enabled

    def as_json(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return the links to issues that the reader may see."""
        return links_json(links_seen(reader.site, reader.caller, issue), issue, reader.api)

    def is_empty(self, site: Site, draft: Draft) -> bool:
        """Say whether a request adds no link."""
        return not draft.links

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return that linking is off, or that the caller may not link issues of the edited one's project."""
        if not editing.site.options.linking_enabled:
            return "issue linking is switched off (linking_enabled=False)"
        return super().why_not_settable(editing, issue)

    def applied(self, editing: Editing, draft: Draft, updates: Sequence[FieldUpdate]) -> Draft:
        """Return a draft with a link, checked by the rules of all links; raises `Refused` for more than one."""
        for update in updates:
            self.require_verb(update)
        if len(updates) > 1:
            raise Refused(SeveralLinks(count=len(updates)))
        links = tuple(self._planned(editing, draft.issue, update.value) for update in updates)
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
