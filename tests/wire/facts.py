"""What stands on a site: all of it to compare, and its main facts as sentences."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jira_linkfake import Comment, Component, FakeJira, Notification, Project, Version, Worklog
    from jira_linkfake.jira.tasks.model import Task
    from jira_linkfake.jira.webhooks.model import AdminWebhook

_VALUES = (str, int, float, datetime, timedelta, Enum, type(None))
_LOCK = type(threading.RLock())


def snapshot(thing: object) -> Any:
    """Return a copy of a thing and of all that it holds, but for locks, that can be compared.

    The order of a dict counts. Raises `TypeError` for what has no attributes to look into.
    """
    if isinstance(thing, _VALUES) or _is_frozen(type(thing)):
        return thing
    if isinstance(thing, dict):
        items = [(snapshot(key), snapshot(value)) for key, value in thing.items()]
        return [*items, *((name, snapshot(value)) for name, value in _attributes(thing))]
    if isinstance(thing, (list, tuple)):
        return [snapshot(one) for one in thing]
    if isinstance(thing, frozenset):
        return thing
    attributes = {name: snapshot(value) for name, value in _attributes(thing) if not isinstance(value, _LOCK)}
    if not attributes:
        raise TypeError(f"there is nothing to look into in {thing!r}")
    return attributes


@cache
def _is_frozen(kind: type) -> bool:
    """Say whether things of a kind are values that never change, such as issues: a change puts another in its place."""
    return is_dataclass(kind) and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


def _attributes(thing: object) -> Iterator[tuple[str, object]]:
    slots = [name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ())]
    for name in [*slots, *getattr(thing, "__dict__", ())]:
        yield name, getattr(thing, name)


def facts(jira: FakeJira) -> set[str]:
    """Return a sentence for each link, as the site and its issues have it, comment, issue and the like."""
    links = {f"link {link.id}: {link}" for link in jira.links}
    assert links == {f"link {link.id}: {link}" for key in jira.site.issues.ids for link in jira.links_of(key)}
    types = {f"type {one.id}: {one.name}, {one.inward}, {one.outward}" for one in jira.site.link_types.values()}
    comments = {_said(comment, key) for key in jira.site.issues.ids for comment in jira.comments_of(key)}
    remote = {
        f"remote link {link.id}: {key} {link}" for key in jira.site.issues.ids for link in jira.remote_links_of(key)
    }
    projects = {_project(one) for one in jira.projects}
    projects |= {f"put away: {one.key} is {one.status}" for one in jira.site.projects.values() if one.status != "live"}
    projects |= {f"former key of {present}: {key}" for key, present in jira.site.projects.former.items()}
    archived = {f"archived: {one.key}{_by_whom(jira, one.id)}" for one in jira.issues if one.archived}
    issues = {f"issue {one.id}: {one.key}, {one.type.name}, {one.status.name}: {one.summary}" for one in jira.issues}
    versions = {_version(one) for one in jira.site.versions.by_id.values()}
    versions |= {f"versions of {key}: {', '.join(map(str, ids))}" for key, ids in jira.site.versions.of.items() if ids}
    versions |= {
        f"related work of {version_id}: {work.category} {work.url}"
        for version_id, works in jira.site.versions.related_work.items()
        for work in works
    }
    properties = {
        f"property of {owner.kind} {owner.id}: {key} = {json.dumps(value, ensure_ascii=False)}"
        for owner, of_it in jira.site.properties.all().items()
        for key, value in of_it.items()
    }
    people = {f"user {one}: {one.email}" for one in jira.users}
    people |= {
        f"{role}: {', '.join(sorted(map(str, jira.site.people.role_members(role)))) or 'nobody'}"
        for role in jira.site.people.roles.values()
    }
    people |= {
        f"viewed by {jira.site.people.by_account_id[account_id].name}: {', '.join(ids)}"
        for account_id, ids in jira.site.viewed.items()
    }
    people |= {
        f"group {one.name}: {', '.join(map(str, jira.site.people.members_of(one))) or 'nobody'}" for one in jira.groups
    }
    people |= {
        f"preference of {account_id}: {key} = {value}"
        for account_id, own in jira.site.preferences.items()
        for key, value in own.items()
    }
    people |= _schemes(jira)
    people |= {_webhook(one) for one in jira.site.admin_webhooks.values()}
    tasks = {f"task {one.id}: {one} of {one.submitted_by}{_result(one)}" for one in jira.site.tasks.values()}
    components = {_component(one) for one in jira.site.components.by_id.values()}
    components |= {
        f"components of {key}: {', '.join(map(str, ids))}" for key, ids in jira.site.components.of.items() if ids
    }
    resolutions = {
        f"resolution {one.id}: {one.name}, {place}" for place, one in enumerate(jira.site.resolutions.values())
    }
    resolutions |= {f"default resolution: {jira.site.default_resolution}"}
    attachments = {
        f"attachment {one.id}: {one}, {one.mime_type}, {one.size} bytes, by {one.author or 'nobody'}"
        for one in jira.site.attachments.values()
    }
    mail = {
        f"mail about {_key(jira, one.issue_id)} by {one.sender} to {', '.join(map(str, one.recipients))}: {_mail(one)}"
        for one in jira.notifications
    }
    return (
        _vocabulary(jira)
        | mail
        | archived
        | _filters(jira)
        | _planned(jira)
        | _come_to(jira)
        | _worked(jira)
        | people
        | attachments
        | resolutions
        | components
        | properties
        | tasks
        | versions
        | links
        | types
        | comments
        | remote
        | projects
        | issues
    )


def _result(task: Task) -> str:
    return "" if task.result is None else f": {json.dumps(task.result)}"


def _by_whom(jira: FakeJira, issue_id: str) -> str:
    archival = jira.site.issues.archivals.get(issue_id)
    return "" if archival is None else f" by {archival.by}"


def _schemes(jira: FakeJira) -> set[str]:
    """Return what permission schemes give to whom, of what was said of them, and which projects have one."""
    return {
        f"permission scheme {scheme.id}: {scheme.name}, {scheme.description}; "
        + ", ".join(
            f"{permission} to {' and '.join(sorted(map(str, grant.allowed)))}"
            for permission, grant in scheme.grants.items()
            if grant.allowed
        )
        for scheme in jira.site.grants.schemes.values()
    } | {
        f"permission scheme of {key}: {scheme.id}"
        for key in jira.site.projects
        if (scheme := jira.site.grants.scheme_of(key)).id
    }


def _webhook(one: AdminWebhook) -> str:
    return (
        f"webhook {one.id}: {one.name} to {one.url} of {', '.join(one.events)} where {one.jql!r} by {one.updated_by}, "
        f"{'bare' if one.exclude_body else 'whole'}, {'on' if one.enabled else 'off'}, "
        f"{'unsigned' if one.secret is None else 'signed'}"
    )


def _key(jira: FakeJira, issue_id: str) -> str:
    return jira.site.issues.ever(issue_id).key


def _mail(mail: Notification) -> str:
    return ", ".join(said for said in (mail.subject, mail.text, mail.html) if said)


def _vocabulary(jira: FakeJira) -> set[str]:
    """Return a sentence for each custom field, and for each type of issues that is a project's own."""
    fields = {
        f"field {one.id}: {one.name}, {one.custom_type}, {one.description!r}, searched by {one.searcher}"
        for one in jira.site.fields.values()
    }
    types = {
        f"issue type {one.id}: {one.name}, of the project {one.project_id}"
        for one in jira.site.issue_types.values()
        if one.project_id is not None
    }
    categories = {
        f"category {one.id}: {one.name}, {one.description!r}" for one in jira.site.project_categories.values()
    }
    return fields | types | categories


def _filters(jira: FakeJira) -> set[str]:
    """Return a sentence for each filter, for each share of one, and for whom a user shares new ones with."""
    filters = jira.site.filters.values()
    said = {f"filter {one.id} of {one.owner}: {one}, {one.description!r}" for one in filters}
    said |= {f"columns of filter {one.id}: {', '.join(one.columns)}" for one in filters if one.columns is not None}
    said |= {f"favourite of {account_id}: filter {one.id}" for one in filters for account_id in one.favourite_of}
    shares = {
        f"filter {one.id} {what} {share.type}: {share.holder or share.project_id}"
        for one in filters
        for what, shares in (("is shared with", one.shares), ("may be edited by", one.editors))
        for share in shares
    }
    scopes = {f"share scope of {account_id}: {scope}" for account_id, scope in jira.site.share_scopes.items()}
    return said | shares | scopes


def _planned(jira: FakeJira) -> set[str]:
    """Return a sentence for each board and sprint, and for what issues have of them, of their epic and their rank."""
    site = jira.site
    facts = {f"board {one.id}: {one}, filter {one.filter_id}, of {one.owner}" for one in site.boards.values()}
    facts |= {f"sprint {one.id}: {one}, {one.start}, {one.end}, {one.goal!r}" for one in site.sprints.values()}
    if site.sprints:
        facts |= {f"order of sprints: {', '.join(site.sprints)}"}
    for role, field in site.software_fields.items():
        facts |= {f"{role} of {one.key}: {value}" for one in jira.issues if (value := one.custom_fields.get(field))}
    facts |= {f"parent of {one.key}: {one.parent_id}" for one in jira.issues if one.parent_id and site.boards}
    return facts | {f"epic {issue_id}: {look.color}, done: {look.done}" for issue_id, look in site.epics.items()}


def _project(project: Project) -> str:
    category = "" if project.category is None else f", of the category {project.category}"
    return f"project {project.id}: {project.key}, {project.name}, led by {project.lead}{category}"


def _worked(jira: FakeJira) -> set[str]:
    """Return the work on each issue, and its estimates in seconds."""
    work = {f"worklog {one.id}: {_logged(one)} on {key.key}" for key in jira.issues for one in jira.worklogs_of(key)}
    estimates = {
        f"estimates of {one.key}: {one.original_estimate} {one.remaining_estimate}"
        for one in jira.issues
        if (one.original_estimate, one.remaining_estimate) != (None, None)
    }
    return work | estimates


def _logged(worklog: Worklog) -> str:
    readers = worklog.visibility
    said = f"{worklog.time_spent} by {worklog.author or 'nobody'}" + (f" to {readers}" if readers else "")
    return f"{said}: {worklog.comment}" if worklog.comment else said


def _come_to(jira: FakeJira) -> set[str]:
    """Return who watches which issue, besides who made it, and who has voted on which."""
    votes = {f"vote on {one.key}: {user}" for one in jira.issues for user in jira.voters_of(one)}
    return votes | {
        f"watcher of {one.key}: {user}" for one in jira.issues for user in jira.watchers_of(one) if user != one.creator
    }


def _version(version: Version) -> str:
    states = [name for name in ("released", "archived") if getattr(version, name)]
    driver = "" if version.driver is None else f", driven by {version.driver}"
    return " ".join([f"version {version.id}: {version.project} {version}", *states]) + driver


def _component(component: Component) -> str:
    lead = "" if component.lead is None else f", led by {component.lead}"
    return f"component {component.id}: {component.project} {component}, {component.assignee_type}{lead}"


def _said(comment: Comment, key: str) -> str:
    readers = comment.visibility
    restriction = f" to {readers.type} {readers.value}" if readers else ""
    return f"comment {comment.id}: {comment.author or 'nobody'} on {key}{restriction}: {comment.body}"


def times(jira: FakeJira) -> dict[str, datetime]:
    """Return when each issue was updated, by its key."""
    return {issue.key: issue.updated for issue in jira.site.issues.values()}
