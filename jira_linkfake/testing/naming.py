"""What a test names by key, name or phrase, looked up on the site; a wrong name is told the nearest right one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.issue_links.model import IssueLink, ends
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import Everyone, Group, Holder, ProjectRole, SecurityLevel, User
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import Part, PartTable, Project
from jira_linkfake.jira.properties.model import Bearer
from jira_linkfake.jira.site import Site, with_id
from jira_linkfake.jira.workflow.model import IssueType, Priority, Status
from jira_linkfake.jira.worklogs.model import Worklog

if TYPE_CHECKING:
    from jira_linkfake.jira.filters.model import Filter

__tracebackhide__ = of_the_test
_ISSUE_KEY = re.compile(r"([A-Z][A-Z0-9_]*)-([1-9][0-9]*)")


def project_of(key: object) -> str:
    """Return the key of the project that an issue's key is of; raises `UsageError` for what is no key of an issue."""
    match = _ISSUE_KEY.fullmatch(key) if isinstance(key, str) else None
    if match is None:
        raise UsageError(f"{key!r} is no key of an issue: it takes a project's key in capitals and a number: 'PROJ-1'")
    return match[1]


_Named = TypeVar("_Named", IssueType, Priority, Status)
_Member = TypeVar("_Member")
_Part = TypeVar("_Part", bound=Part)
NewKey = str
"""The key of an issue to come; `project_of` says what is wrong with another value."""
IssueName = Issue | str | int
"""How a test names an issue: by its key, by its id as a number or a text, or as what a verb returned."""


def the_issue(site: Site, issue: IssueName) -> Issue:
    """Return the issue of a key or an id, or an issue as it is now; raises `UsageError` where there is none."""
    name = issue.key if isinstance(issue, Issue) else str(issue)
    found = with_id(site.issues, name) if name.isdecimal() else site.issues.with_key(name)
    if found is None:
        if any(name in (one.key, one.id) for one in site.issues.removed.values()):
            raise UsageError(f"there is no issue {name!r} on the site any more: it was deleted")
        raise UsageError(f"there is no issue {name!r} on the site: {nearest(name, site.issues.ids)}")
    return found


def issues_there(site: Site) -> list[Issue]:
    """Return the issues there are, oldest first, but those of projects in the recycle bin."""
    binned = _in_the_bin(site)
    return [one for one in site.issues.values() if one.project not in binned]


def links_there(site: Site, issue: Issue | None = None) -> list[IssueLink]:
    """Return the links of an issue, or all, oldest first, but those of issues in the recycle bin."""
    binned = _in_the_bin(site)
    links = site.links.all() if issue is None else site.links.of(issue)
    return [one for one in links if not binned.intersection((one.source.project, one.destination.project))]


def _in_the_bin(site: Site) -> set[str]:
    return {one.key for one in site.projects.values() if one.deleted}


def the_comment(site: Site, issue: Issue, comment: Comment | str | int) -> Comment:
    """Return an issue's comment, by its id or its text; raises `UsageError` for none, and for a text of several."""
    there = site.comments.of(issue)
    wanted = comment.id if isinstance(comment, Comment) else comment
    found = [one for one in there if one.id == str(wanted)] or [one for one in there if one.body == wanted]
    if len(found) > 1:
        raise UsageError(f"{len(found)} comments on {issue.key} say {wanted!r}: hand over the one that you mean")
    if not found:
        raise UsageError(f"{issue.key} has no comment {wanted!r}: {nearest(wanted, {one.body for one in there})}")
    return found[0]


def the_worklog(site: Site, worklog: Worklog) -> Worklog:
    """Return a worklog as it is now; raises `UsageError` for one that is not there."""
    if worklog.id not in site.worklogs:
        raise UsageError(f"there is no worklog {worklog.id} on the site: {nearest(worklog.id, site.worklogs)}")
    return site.worklogs[worklog.id]


def the_bearer(site: Site, bearer: Bearer | IssueName) -> Bearer:
    """Return what has properties, an issue by its key or id too; raises `UsageError` for what is not there."""
    if isinstance(bearer, Comment):
        return the_comment(site, site.issues.ever(bearer.issue_id), bearer)
    if isinstance(bearer, Worklog):
        return the_worklog(site, bearer)
    if isinstance(bearer, Project):
        return the_project(site, bearer)
    if isinstance(bearer, User):
        return the_user(site, bearer)
    if isinstance(bearer, IssueType):
        return the_one_named(site.issue_types.values(), "issue type", bearer)
    return the_issue(site, bearer)


def _name_of(thing: object, attribute: str = "name") -> str:
    """Return the name that a text is, or that a value has; what has none is told as it is, for it is not found."""
    return thing if isinstance(thing, str) else str(getattr(thing, attribute, thing))


def the_project(site: Site, project: Project | str) -> Project:
    """Return the project of a key; raises `UsageError` where there is none."""
    key = _name_of(project, "key")
    if key not in site.projects:
        raise UsageError(f"there is no project {key!r} on the site: {nearest(key, site.projects)}")
    return site.projects[key]


def the_user(site: Site, user: User | str) -> User:
    """Return the user of a name; raises `UsageError` where there is none."""
    name = _name_of(user)
    users = site.people.users
    if name not in users:
        raise UsageError(f"there is no user {name!r} on the site: {nearest(name, users)}")
    return users[name]


def the_group(site: Site, group: Group | str) -> Group:
    """Return the group of a name; raises `UsageError` where there is none."""
    name = _name_of(group)
    groups = site.people.groups
    if name not in groups:
        raise UsageError(f"there is no group {name!r} on the site: {nearest(name, groups)}")
    return groups[name]


def the_security_level(site: Site, project: str, level: SecurityLevel | str) -> SecurityLevel:
    """Return a project's security level of a name; raises `UsageError` where the project has none, or is not there."""
    name = _name_of(level)
    levels = {one.name: one for one in site.people.levels_of(project)}
    if name not in levels:
        raise UsageError(f"the project {project} has no security level {name!r}: {nearest(name, levels)}")
    return levels[name]


def the_filter(site: Site, wanted: Filter | str) -> Filter:
    """Return the filter of a name, or a filter as it is now; raises `UsageError` for none and for several."""
    name, there = _name_of(wanted), site.filters.values()
    found = [one for one in there if one.id == getattr(wanted, "id", None) or one.name == wanted]
    if not found:
        raise UsageError(f"there is no filter {name!r} on the site: {nearest(name, {one.name for one in there})}")
    if len(found) > 1:
        raise UsageError(f"{name!r} is the name of several filters: hand over what add_filter returned")
    return found[0]


def the_part(table: PartTable[_Part], kind: str, project: str, part: Part | str) -> _Part:
    """Return the part of a project of a name, such as its version; raises `UsageError` where the project has none."""
    name = _name_of(part)
    parts = {one.name: one for one in table.of_project(project)}
    if name not in parts:
        raise UsageError(f"the project {project} has no {kind} {name!r}: {nearest(name, parts)}")
    return parts[name]


def the_link_type(site: Site, phrase: str) -> LinkType:
    """Return the one type of links that has a phrase; raises `UsageError` for none and for several."""
    having = [one for one in site.link_types.values() if phrase in (one.inward, one.outward)]
    if not having:
        phrases = {phrase for one in site.link_types.values() for phrase in (one.inward, one.outward)}
        raise UsageError(f"no link type reads {phrase!r}: {nearest(phrase, phrases)}")
    if len(having) > 1:
        names = " and ".join(repr(one.name) for one in having)
        raise UsageError(f"{phrase!r} is a phrase of several link types, {names}: use the other phrase of one of them")
    return having[0]


def the_link_type_named(types: Iterable[LinkType], link_type: LinkType | str) -> LinkType:
    """Return the type of links of a name or a value, as it is now; raises `UsageError` for none and for several."""
    known, name = list(types), _name_of(link_type)
    if isinstance(link_type, LinkType):
        found = [one for one in known if one.id == link_type.id]
    else:
        found = [one for one in known if one.name == name]
    if not found:
        raise UsageError(f"there is no link type {name!r} on the site: {nearest(name, {one.name for one in known})}")
    if len(found) > 1:
        raise UsageError(f"{name!r} is the name of several link types: hand over what add_link_type returned")
    return found[0]


def the_type_in(site: Site, project: str, issue_type: IssueType | str) -> IssueType:
    """Return the type of a name that a project has, there or not yet; raises `UsageError` where it has none."""
    found = site.projects.get(project)
    if found is None or (found.types is None and not found.team_managed):
        return the_one_named(site.shared_types(), "issue type", issue_type)
    return the_one_named(site.types_of(found), "issue type", issue_type, where=f"in {project}")


def the_one_named(things: Iterable[_Named], kind: str, thing: _Named | str, *, where: str = "on the site") -> _Named:
    """Return the thing of a name among those of its kind; raises `UsageError` where there is none."""
    name = _name_of(thing)
    there = list(things)
    named = [one for one in there if one.name == name]
    if not named:
        raise UsageError(f"there is no {kind} {name!r} {where}: {nearest(name, [one.name for one in there])}")
    if len(named) == 1:
        return named[0]
    own_id = getattr(thing, "id", None)
    return next((one for one in named if one.id == own_id), named[-1])  # of several with a name it is the very one


def the_users(site: Site, users: Iterable[User | str]) -> list[User]:
    """Return the users of names; raises `UsageError` for one whom the site does not have."""
    return [user for user in the_holders(site, users, None) if _is_user(user)]


def _is_user(holder: Holder) -> TypeGuard[User]:
    if not isinstance(holder, User):
        raise UsageError(f"{holder!r} cannot be a member: a group has users")
    return True


def the_holders(site: Site, holders: Iterable[Holder | str], project: str | None) -> list[Holder]:
    """Return the holders of names; a role's name stands for that of a project.

    Raises `UsageError` for what the site does not have, and for a name that several have.
    """
    return [the_holder(site, holder, project) for holder in several(holders)]


def the_holder(site: Site, holder: Holder | str, project: str | None) -> Holder:
    """Return the user, group or role of a name; raises `UsageError` for none, for several, and for one elsewhere."""
    if isinstance(holder, str):
        return _holder_named(site, holder, project)
    if isinstance(holder, (list, tuple, set, frozenset)):
        raise UsageError(f"{holder!r} is several: it takes one at a time, by name or as a value")
    if not isinstance(holder, (User, Group, ProjectRole, Everyone)):
        raise UsageError(f"{holder!r} is none of the site's users, groups and roles: they go by name or as values")
    if not site.people.knows(holder):
        raise UsageError(f"{holder} is not of this site: hand over what this FakeJira's add_ verbs returned")
    if isinstance(holder, ProjectRole) and project not in (None, holder.project):
        raise UsageError(f"the {holder} does not count in {project}: a role is a project's")
    return holder


def _holder_named(site: Site, name: str, project: str | None) -> Holder:
    people = site.people
    roles = [role for role in people.roles.values() if project in (None, role.project)]
    found: list[Holder] = [*people.users.values(), *people.groups.values(), *roles]
    named = [one for one in found if not isinstance(one, Everyone) and one.name == name]
    if not named:
        known = {*people.users, *people.groups, *(role.name for role in roles)}
        raise UsageError(f"there is no user, group or role {name!r} on the site: {nearest(name, known)}")
    if len(named) > 1:
        them = " and ".join(sorted(f"the user {one}" if isinstance(one, User) else f"the {one}" for one in named))
        raise UsageError(f"{name!r} is the name of {them}: hand over the one that you mean")
    return named[0]


def several(things: Iterable[_Member]) -> list[_Member]:
    """Return things as a list; raises `UsageError` for a single one, or a text, where several are taken."""
    if isinstance(things, str) or not isinstance(things, Iterable):
        raise UsageError(f"{things if isinstance(things, str) else str(things)!r} is one: it takes several, in a list")
    return list(things)


_OF_ACCOUNTS = ("offline_access", "read:account", "read:me")
"""Scopes of tokens that are of no operation of Jira's."""


def checked_scopes(scopes: Iterable[str]) -> frozenset[str]:
    """Return the scopes of a token; raises `UsageError` for one that no operation of Jira takes."""
    from jira_linkfake.rest.scopes import known_scopes  # once a token has any

    checked, known = several(scopes), known_scopes()
    for scope in checked:
        if scope not in known and scope not in _OF_ACCOUNTS:
            raise UsageError(f"Jira has no scope {scope!r}: {nearest(scope, known)}")
    return frozenset(checked)


class Sentence(Plain):
    """One issue, a phrase of a type of links, and another issue."""

    issue: Issue
    phrase: str
    other: Issue
    type: LinkType

    @classmethod
    def of(
        cls, site: Site, issue: IssueName, phrase: str, other: IssueName, link_type: LinkType | None = None
    ) -> Sentence:
        """Look up what a sentence names, the type by its phrase; raises `UsageError` for what the site cannot have."""
        link_type = link_type or the_link_type(site, phrase)
        if phrase not in (phrases := (link_type.inward, link_type.outward)):
            raise UsageError(f"the link type {link_type.name!r} has no phrase {phrase!r}: {nearest(phrase, phrases)}")
        sentence = cls(issue=the_issue(site, issue), phrase=phrase, other=the_issue(site, other), type=link_type)
        if sentence.issue.id == sentence.other.id:
            raise UsageError(f"Jira links no issue to itself: {sentence}")
        return sentence

    def __str__(self) -> str:
        return f"{self.issue.key} {self.phrase} {self.other.key}"

    @property
    def ends(self) -> tuple[Issue, Issue]:
        """The source and the destination of the link that the sentence means."""
        return ends(self.type, self.issue, self.phrase, self.other)

    def says(self, link: IssueLink) -> bool:
        """Say whether the sentence is true of a link; one that reads alike both ways may stand either way."""
        same_ends = (link.source.id, link.destination.id) == tuple(issue.id for issue in self.ends)
        return link.type.id == self.type.id and (same_ends or (self._reads_alike and self.is_about(link)))

    def is_about(self, link: IssueLink) -> bool:
        """Say whether a link is between the two issues, whatever its type and direction."""
        return {link.source.id, link.destination.id} == {self.issue.id, self.other.id}

    def among(self, links: list[IssueLink]) -> Iterator[IssueLink]:
        """Yield those of the links of which the sentence is true."""
        return (link for link in links if self.says(link))

    @property
    def _reads_alike(self) -> bool:
        return self.type.inward == self.type.outward
