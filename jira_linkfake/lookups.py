"""What a test names by key, name or phrase, looked up on the site; a wrong name is told the nearest right one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.site.model import Group, Issue, IssueType, LinkType, Priority, Project, SecurityLevel, Status, User
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test

_Named = TypeVar("_Named", IssueType, Priority, Status)
_Member = TypeVar("_Member")


def the_issue(site: Site, issue: Issue | str) -> Issue:
    """Return the issue of a key, or an issue as it is now; raises `UsageError` where there is none."""
    key = issue if isinstance(issue, str) else issue.key
    found = site.issue(key)
    if found is None:
        raise UsageError(f"there is no issue {key!r} on the site: {nearest(key, site.issue_ids)}")
    return found


def the_project(site: Site, project: Project | str) -> Project:
    """Return the project of a key; raises `UsageError` where there is none."""
    key = project if isinstance(project, str) else project.key
    if key not in site.projects:
        raise UsageError(f"there is no project {key!r} on the site: {nearest(key, site.projects)}")
    return site.projects[key]


def the_user(site: Site, user: User | str) -> User:
    """Return the user of a name; raises `UsageError` where there is none."""
    name = user if isinstance(user, str) else user.name
    users = site.people.users
    if name not in users:
        raise UsageError(f"there is no user {name!r} on the site: {nearest(name, users)}")
    return users[name]


def the_group(site: Site, group: Group | str) -> Group:
    """Return the group of a name; raises `UsageError` where there is none."""
    name = group if isinstance(group, str) else group.name
    groups = site.people.groups
    if name not in groups:
        raise UsageError(f"there is no group {name!r} on the site: {nearest(name, groups)}")
    return groups[name]


def the_security_level(site: Site, project: Project, level: SecurityLevel | str) -> SecurityLevel:
    """Return a project's security level of a name; raises `UsageError` where the project has none."""
    name = level if isinstance(level, str) else level.name
    levels = {one.name: one for one in site.people.levels_of(project.key)}
    if name not in levels:
        raise UsageError(f"the project {project.key} has no security level {name!r}: {nearest(name, levels)}")
    return levels[name]


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


def the_one_named(things: Iterable[_Named], kind: str, name: str) -> _Named:
    """Return the thing of a name among those of its kind; raises `UsageError` where there is none."""
    by_name = {thing.name: thing for thing in things}
    if name not in by_name:
        raise UsageError(f"there is no {kind} {name!r} on the site: {nearest(name, by_name)}")
    return by_name[name]


def checked_members(site: Site, members: Iterable[_Member], *kinds: type) -> list[_Member]:
    """Return the members; raises `UsageError` for what no verb of this site returned, such as a name."""
    checked = several(members)
    for member in checked:
        if not isinstance(member, kinds):
            raise UsageError(f"{member!r} cannot be a member: hand over what add_user and its kind returned")
        require_known(site, member)
    return checked


def several(things: Iterable[_Member]) -> list[_Member]:
    """Return things as a list; raises `UsageError` for a single one, or a text, where several are taken."""
    if isinstance(things, str) or not isinstance(things, Iterable):
        raise UsageError(f"{things if isinstance(things, str) else str(things)!r} is one: it takes several, in a list")
    return list(things)


def require_known(site: Site, holder: object) -> None:
    """Raise `UsageError` for a user, group or role of another site."""
    if not site.people.knows(holder):
        raise UsageError(f"{holder} is not of this site: hand over what this FakeJira's add_ verbs returned")
