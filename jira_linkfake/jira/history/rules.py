"""The history of issues: what is written down at each change, and what of it a caller reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from jira_linkfake.jira.history.model import PARENT, THIS, Change, HistoryEntry, LinkChange
from jira_linkfake.jira.issue_links.model import IssueLink, phrase_from
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import could_see
from jira_linkfake.jira.site import Site


def record(site: Site, caller: Caller, issue: Issue, *changes: Change) -> HistoryEntry:
    """Write down what a caller changed of an issue, at the site's present time."""
    entry = HistoryEntry(id=site.new_number("history entry"), author=caller, created=site.clock.now, changes=changes)
    site.history.setdefault(issue.id, []).append(entry)
    return entry


def record_link(site: Site, caller: Caller, link: IssueLink, *, made: bool) -> LinkChange:
    """Write down, for both its issues, that a caller made or removed a link, at the site's present time."""
    change = LinkChange(
        id=site.new_number("history entry"),
        author=caller,
        created=site.clock.now,
        made=made,
        type=link.type,
        source_id=link.source.id,
        source_key=link.source.key,
        destination_id=link.destination.id,
        destination_key=link.destination.key,
    )
    site.new_number("history entry")  # the destination's
    for issue in (link.source, link.destination):
        site.history.setdefault(issue.id, []).append(change)
    return change


def entries_of(site: Site, caller: Caller, issue: Issue) -> list[HistoryEntry]:
    """Return the history of a seen issue, oldest first, without links to issues that the caller may not see.

    Nor does it name a parent that the caller may not see.
    """
    entries = []
    for entry in site.history.get(issue.id, ()):
        if isinstance(entry, HistoryEntry):
            changes = tuple(seen for change in entry.changes if (seen := _as_seen(site, caller, change)))
            if changes:
                entries.append(replace(entry, changes=changes))
        elif could_see(site, caller, _other_end(site, issue, entry)):
            entries.append(link_entry(entry, issue))
    return entries


def only(entries: Iterable[HistoryEntry], fields: Collection[str]) -> list[HistoryEntry]:
    """Return what a history tells of some fields, of all where none is named."""
    if not fields:
        return list(entries)
    told = ((entry, tuple(one for one in entry.changes if _field_of(one) in fields)) for entry in entries)
    return [replace(entry, changes=changes) for entry, changes in told if changes]


def _field_of(change: Change) -> str:
    """Return the id of the field that a change is of, which history does not tell of a link."""
    return change.field_id or (_LINKS if change.field == _LINK else change.field)


def _as_seen(site: Site, caller: Caller, change: Change) -> Change | None:
    """Return a change without a parent that the caller may not see; None where nothing is left of it."""
    if change.field != PARENT:
        return change
    if not _may_see_parent(site, caller, change.from_id):
        change = replace(change, from_id=None, from_text=None)
    if not _may_see_parent(site, caller, change.to_id):
        change = replace(change, to_id=None, to_text=None)
    return change if change.from_id or change.to_id else None


def _may_see_parent(site: Site, caller: Caller, issue_id: str | None) -> bool:
    return issue_id is None or could_see(site, caller, site.issues.ever(issue_id))


def link_entries(site: Site, change: LinkChange) -> list[tuple[Issue, HistoryEntry]]:
    """Return both issues of a link that was made or removed, the source first, each with its history entry."""
    source, destination = site.issues.ever(change.source_id), site.issues.ever(change.destination_id)
    return [
        (source, link_entry(change, source)),
        (destination, link_entry(change, destination)),
    ]


_LINK = "Link"
_LINKS = "issuelinks"


def link_entry(change: LinkChange, issue: Issue) -> HistoryEntry:
    """Put a link that was made or removed into the history of one of its two issues.

    As recorded for a link that was made; the other way round for one that was removed. The phrase and the key of the
    other issue stay what they were then (solidify/jira-azuredevops-migrator issue 1059).
    """
    of_source = issue.id == change.source_id
    other_key = change.destination_key if of_source else change.source_key
    text = f"{THIS} {phrase_from(change.type, source=of_source)} {other_key}"
    told = Change(field=_LINK, to_id=other_key, to_text=text)
    if not change.made:
        told = Change(field=_LINK, from_id=other_key, from_text=text)
    entry_id = change.id if of_source else change.id + 1
    return HistoryEntry(id=entry_id, author=change.author, created=change.created, changes=(told,))


def _other_end(site: Site, issue: Issue, change: LinkChange) -> Issue:
    of_source = issue.id == change.source_id
    return site.issues.ever(change.destination_id if of_source else change.source_id)
