"""What differs between two states of a site, in sentences."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any

from jira_linkfake.jira.epics.model import EpicLook
from jira_linkfake.jira.fields.registry import changes_between
from jira_linkfake.jira.history.telling import told_change, told_value
from jira_linkfake.jira.properties.model import Owner
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.outcomes import told_comment

if TYPE_CHECKING:
    from jira_linkfake.jira.filters.model import Share
    from jira_linkfake.jira.issues.model import Issue
    from jira_linkfake.jira.people.model import UsersOfIssues
    from jira_linkfake.jira.webhooks.model import AdminWebhook


def differences_between(then: Site, now: Site) -> Iterator[str]:
    """Yield what differs between two states of a site, a sentence each."""
    yield from _more_or_less("the project {}", _by(then.projects, str), _by(now.projects, str))
    yield from _more_or_less("{}", _keys(then), _keys(now))
    for issue_id, issue in now.issues.items():
        before = then.issues.get(issue_id)
        if before is not None:
            changes = [told_change(change) for change in changes_between(now, before, issue)]
            changes += _looks(then, now, issue)
            changes += ["archived" if issue.archived else "not archived"] if before.archived != issue.archived else []
            yield from [f"{issue.key}: {', '.join(changes)}"] if changes else []
    yield from _more_or_less("the link {}", _links(then), _links(now))
    yield from _more_or_less("the comment {}", _comments(then), _comments(now))
    yield from _more_or_less("the remote link {}", _remote_links(then), _remote_links(now))
    yield from _more_or_less("the property {}", _properties(then), _properties(now))
    yield from _more_or_less("the worklog {}", _worklogs(then), _worklogs(now))
    there = then.issues.keys() & now.issues.keys()
    for what, users in _COME_TO.items():
        yield from _more_or_less(f"the {what} {{}}", *(_come_to(site, users(site), there) for site in (then, now)))
    for what, table in _NAMED.items():
        yield from _more_or_less(f"the {what} {{}}", _by(table(then), str), _by(table(now), str))
    for what, things in _CHANGING.items():
        yield from _changes(what, (then, things(then)), (now, things(now)))
    if [*then.sprints] != [*now.sprints] and {*then.sprints} == {*now.sprints}:
        yield "the sprints are in another order"
    if _permissions(then) != _permissions(now):
        yield "who holds which permission has changed"


def _looks(then: Site, now: Site, epic: Issue) -> list[str]:
    """Return what has changed of how an epic looks on boards."""
    was, looks = (vars(site.epics.get(epic.id) or EpicLook()) for site in (then, now))
    return [told_value(name, str(was[name]), str(looks[name])) for name in looks if looks[name] != was[name]]


_COME_TO: Mapping[str, Callable[[Site], UsersOfIssues]] = {
    "watcher": lambda site: site.watchers,
    "voter": lambda site: site.voters,
}

_NAMED: Mapping[str, Callable[[Site], Iterable[Any]]] = {
    "link type": lambda site: [f"{one.name} ({one.outward}, {one.inward})" for one in site.link_types.values()],
    "user": lambda site: site.people.users.values(),
    "group": lambda site: [_told_group(site, group.name) for group in site.people.groups.values()],
    "mail": lambda site: [f"about {_key(site, one.issue_id)}: {one}" for one in site.notifications],
    "status": lambda site: [one.name for one in site.statuses.values()],
    "issue type": lambda site: [one.name for one in site.issue_types.values()],
    "priority": lambda site: [one.name for one in site.priorities.values()],
    "field": lambda site: [one.name for one in site.fields.values()],
    "resolution": lambda site: [
        f"{one.name} (the default one)" if one.id == site.default_resolution else one.name
        for one in site.resolutions.values()
    ],
    "transition": lambda site: [f"{one.name} (to {one.to.name})" for one in site.transitions.values()],
    "category": lambda site: site.project_categories.values(),
    "role": lambda site: [
        f"{role.name} in {role.project} ({_listed(one for one, _ in site.people.actors_of(role.project, role.name))})"
        for role in site.people.roles.values()
    ],
    "security level": lambda site: [
        f"{one.name} in {one.project} ({_listed(site.people.members_of_level(one))})"
        for one in site.people.levels.values()
    ],
    "permission scheme": lambda site: [
        f"{one.name} ({one.description or 'no description'})"
        for one in site.grants.schemes.values()
        if one.project is None
    ],
    "webhook": lambda site: [_told_webhook(one) for one in site.admin_webhooks.values()],
    "attachment": lambda site: [
        f"{one.filename} (id {one.id}) on {_key(site, one.issue_id)}" for one in site.attachments.values()
    ],
    "task": lambda site: [f"{one} (id {one.id})" for one in site.tasks.values()],
    "indexed property": lambda site: [f"{one.key}.{one.path} ({one.type})" for one in site.indexed_properties.values()],
    "preference": lambda site: [
        f"{key} of {_user(site, account_id)}: {value}"
        for account_id, preferences in site.preferences.items()
        for key, value in preferences.items()
    ],
    "share scope": lambda site: [
        f"of {_user(site, account_id)}: {scope}" for account_id, scope in site.share_scopes.items()
    ],
}

_CHANGING: Mapping[str, Callable[[Site], Mapping[str, Any]]] = {
    "version": lambda site: site.versions.by_id,
    "component": lambda site: site.components.by_id,
    "filter": lambda site: site.filters,
    "board": lambda site: site.boards,
    "sprint": lambda site: site.sprints,
}
"""What keeps its id whatever else of it changes, by how sentences call it."""

_WORDS = {
    "start": "startDate",
    "end": "endDate",
    "completed": "completeDate",
    "start_date": "startDate",
    "release_date": "releaseDate",
    "assignee_type": "assigneeType",
    "shares": "sharePermissions",
    "editors": "editPermissions",
    "favourite_of": "favourite of",
}
"""Jira's words for attributes whose names are others."""


def _changes(what: str, before: tuple[Site, Mapping[str, Any]], after: tuple[Site, Mapping[str, Any]]) -> Iterator[str]:
    """Yield what came and went of a kind of thing, and what changed of one that was there: state future to active."""
    (then, was), (now, is_now) = before, after
    yield from _more_or_less(f"the {what} {{}}", _by_id(was), _by_id(is_now))
    for thing_id in [one for one in is_now if one in was and was[one] != is_now[one]]:
        told = _attributes(then, was[thing_id]), _attributes(now, is_now[thing_id])
        changes = [told_value(name, told[0][name], value) for name, value in told[1].items() if told[0][name] != value]
        yield f"the {what} {is_now[thing_id].name}: {', '.join(changes)}"


def _by_id(things: Mapping[str, Any]) -> dict[Hashable, str]:
    return {thing_id: str(thing) for thing_id, thing in things.items()}


def _attributes(site: Site, thing: Any) -> dict[str, str]:
    """Return what a thing has, as texts by Jira's words."""
    return {
        _WORDS.get(one.name, one.name): _text(site, one.name, getattr(thing, one.name))
        for one in dataclass_fields(thing)
    }


def _text(site: Site, name: str, value: Any) -> str:
    if name == "favourite_of":
        return _listed(_user(site, one) for one in value)
    if name in ("shares", "editors"):
        return _listed(_shared_with(site, one) for one in value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def _shared_with(site: Site, share: Share) -> str:
    if share.holder is not None:
        return str(share.holder)
    if share.project_id is not None:
        return f"project {_project(site, share.project_id)}"
    return share.type


def _listed(things: Iterable[Any]) -> str:
    return ", ".join(sorted(map(str, things))) or "nobody"


def _user(site: Site, account_id: str) -> str:
    return str(site.people.by_account_id.get(account_id, account_id))


def _project(site: Site, project_id: str) -> str:
    return site.projects.keys_by_id.get(project_id, project_id)


def _told_group(site: Site, name: str) -> str:
    return f"{name} ({_listed(site.people.members_of(site.people.groups[name]))})"


def _told_webhook(one: AdminWebhook) -> str:
    about = f"{', '.join(one.events)} of {one.jql or 'every issue'}"
    further = [one.description, "" if one.enabled else "switched off", "without a body" if one.exclude_body else ""]
    return f"{one.name} to {one.url} ({'; '.join([about, *filter(None, further)])})"


def _permissions(site: Site) -> Any:
    everywhere = site.grants.scheme_of(None).grants
    in_projects = {key: site.grants.scheme_of(key).grants for key in site.projects}
    in_schemes = {one.id: one.grants for one in site.grants.schemes.values() if one.project is None}
    return everywhere, {key: grants for key, grants in in_projects.items() if grants != everywhere}, in_schemes


def _by(things: Iterable[Any], told: Callable[[Any], str]) -> dict[Hashable, str]:
    return {told(one): told(one) for one in things}


def _keys(site: Site) -> dict[Hashable, str]:
    return {issue.id: issue.key for issue in site.issues.values()}


def _links(site: Site) -> dict[Hashable, str]:
    return {link.id: str(link) for link in site.links.all()}


def _comments(site: Site) -> dict[Hashable, str]:
    return {
        (one.id, one.body, one.visibility): f"on {_key(site, one.issue_id)} by {told_comment(one)}"
        for one in site.comments.values()
    }


def _remote_links(site: Site) -> dict[Hashable, str]:
    return {(issue.id, link): f"of {issue.key} to {link.url}" for issue, link in _remote(site)}


def _properties(site: Site) -> dict[Hashable, str]:
    return {
        (owner, key, json.dumps(value)): f"{key} of {_told_owner(site, owner)}: {json.dumps(value)}"
        for owner, properties in site.properties.all().items()
        for key, value in properties.items()
    }


def _told_owner(site: Site, owner: Owner) -> str:
    return _key(site, owner.id) if owner.kind == "issue" else f"the {owner.kind} {owner.id}"


def _worklogs(site: Site) -> dict[Hashable, str]:
    return {
        (one.id, one.seconds, one.comment, one.visibility): f"of {one.time_spent} on {_key(site, one.issue_id)}"
        f" by {one.author or 'nobody'}"
        for one in site.worklogs.values()
    }


def _come_to(site: Site, users: UsersOfIssues, issue_ids: Iterable[str]) -> dict[Hashable, str]:
    return {
        (issue_id, user): f"{user} of {_key(site, issue_id)}" for issue_id in issue_ids for user in users.of(issue_id)
    }


def _remote(site: Site) -> Iterator[tuple[Issue, Any]]:
    for issue in site.issues.values():
        for link in site.remote_links.of_issue(issue.id):
            yield issue, link


def _key(site: Site, issue_id: str) -> str:
    return site.issues.ever(issue_id).key


def _more_or_less(what: str, then: Mapping[Hashable, str], now: Mapping[Hashable, str]) -> Iterator[str]:
    yield from (f"made {what.format(now[one])}" for one in now if one not in then)
    yield from (f"removed {what.format(then[one])}" for one in then if one not in now)
