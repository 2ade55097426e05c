"""An issue with all that is shown of it, as it was at one moment: kept in little, put together when it is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from jira_linkfake.jira.fields.model import IssueField
from jira_linkfake.jira.history.model import Event, LinkEvent, OfNoIssue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import DEFAULT_USER, Group, ProjectRole, User
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.site import FIRST_ID, Site
from jira_linkfake.jira.worklogs.model import Worklog
from jira_linkfake.options import Options, copy_of

if TYPE_CHECKING:
    from jira_linkfake.jira.attachments.model import Attachment
    from jira_linkfake.jira.sprints.model import Sprint

_Parts = tuple[Mapping[str, Any], Mapping[str, tuple[str, ...]]]
"""What a `PartTable` holds: it is never changed, but replaced."""


class Past(NamedTuple):
    """What it takes to tell later what a site was, whichever issue is shown; it copies next to nothing.

    Custom fields only ever grow at their end, or are replaced by others, so their number is enough.
    """

    site: Site
    revision: int
    link_types: Mapping[str, LinkType]
    fields: tuple[Mapping[str, IssueField], int]
    software_fields: Mapping[str, str]
    sprints: Mapping[str, Sprint]
    versions: _Parts
    components: _Parts
    options: Options

    @classmethod
    def of(cls, site: Site) -> Past:
        """Return what a site is now."""
        return cls(
            site=site,
            revision=site.issues.past.revision,
            link_types=dict(site.link_types),
            fields=(site.fields, len(site.fields)),
            software_fields=site.software_fields,
            sprints=site.sprints,
            versions=(site.versions.by_id, site.versions.of),
            components=(site.components.by_id, site.components.of),
            options=copy_of(site.options),
        )

    def site_then(self) -> Site:
        """Return a site that has what was there whichever issue is shown, and nothing else."""
        then = Site(self.options)
        then.link_types.clear()
        then.link_types.update(self.link_types)
        fields, count = self.fields
        then.fields.update(islice(fields.items(), count))
        then.software_fields.update(self.software_fields)
        then.sprints = self.sprints
        then.versions.by_id, then.versions.of = self.versions
        then.components.by_id, then.components.of = self.components
        return then


class Moment(NamedTuple):
    """What it takes to tell later what an issue was; it is made at every change.

    The list of links only ever grows at its end, or is replaced by another, so its length is enough.
    """

    past: Past
    issue: Issue
    project: Project
    link_ids: list[str]
    links: int
    children: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    watchers: tuple[User, ...]
    voters: tuple[User, ...]
    worklogs: tuple[Worklog, ...]

    @classmethod
    def of(cls, past: Past, issue: Issue) -> Moment:
        """Return what an issue is at present, which is `past` from now on, or was last where it is gone."""
        site = past.site
        link_ids = site.links.list_of(issue.id)
        return cls(
            past=past,
            issue=site.issues.get(issue.id, issue),
            project=site.projects.ever(issue.project),
            link_ids=link_ids,
            links=len(link_ids),
            children=site.issues.index.under_parent(issue.id),
            attachments=tuple(site.attachments.of(issue)) if site.attachments else (),
            watchers=site.watchers.get(issue.id, ()),
            voters=site.voters.get(issue.id, ()),
            worklogs=tuple(site.worklogs.of(issue)) if site.worklogs else (),
        )

    def site_then(self) -> Site:
        """Return a site that has what was shown of the issue, and nothing else; the default user sees all of it."""
        site = self.past.site
        with site.lock:
            then = self.past.site_then()
            then.projects.put(self.project)
            for attachment in self.attachments:
                then.attachments.put(attachment)
            then.watchers.add(self.issue.id, *self.watchers)
            then.voters.add(self.issue.id, *self.voters)
            self._put_worklogs(then)
            rows = {link_id: site.links.row_ever(link_id) for link_id in self.link_ids[: self.links]}
            for link_id, row in rows.items():
                then.links.add(link_id, row)
            shown = {issue_id for row in rows.values() for issue_id in row[1:]} | {*self.children}
            if self.issue.parent_id is not None:
                shown.add(self.issue.parent_id)
            for issue in (self.issue, *self._others(shown - {self.issue.id})):
                then.issues.put(issue)
                if issue.security_level is not None:
                    then.people.add_level(issue.security_level, [DEFAULT_USER])
            return then

    def _put_worklogs(self, then: Site) -> None:
        """Give a site the worklogs, and the default user a part in the groups and roles that they are for."""
        for worklog in self.worklogs:
            then.worklogs.put(worklog)
            readers = worklog.visibility
            if readers is not None and readers.type == "group":
                then.people.add_group(Group(id=readers.identifier, name=readers.value), [DEFAULT_USER])
            elif readers is not None:
                role = ProjectRole(id=FIRST_ID, name=readers.value, project=self.issue.project)
                then.people.add_role(role, [DEFAULT_USER])

    def _others(self, issue_ids: Iterable[str]) -> Iterable[Issue]:
        issues = self.past.site.issues
        for issue_id in issue_ids:
            yield issues.past.at(self.past.revision, issue_id) or issues.ever(issue_id)


class Happened(NamedTuple):
    """What one request has done, with the issues as they were then; `base` is the address that it came to."""

    events: Sequence[Event]
    moments: Mapping[str, Moment]
    time: datetime
    base: str

    @classmethod
    def of(cls, site: Site, events: Sequence[Event], base: str) -> Happened:
        """Return the events of a request that was just carried out, with all that webhooks may tell of them."""
        past = Past.of(site)
        moments = {issue.id: Moment.of(past, issue) for event in events for issue in issues_of(event)}
        return cls(events=events, moments=moments, time=site.clock.now, base=base)


def issues_of(event: Event) -> tuple[Issue, ...]:
    """Return the issues that an event is about, a link's source first."""
    if isinstance(event, LinkEvent):
        return event.link.source, event.link.destination
    if isinstance(event, OfNoIssue):
        return ()
    return (event.issue,)
