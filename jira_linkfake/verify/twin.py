"""A site's twin: a `FakeJira` in the state that the site says it is in.

It opens no doors and no guard; its application is called directly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, get_args
from urllib.parse import urlsplit

from jira_linkfake.errors import UsageError
from jira_linkfake.fake_jira import FakeJira
from jira_linkfake.jira.boards.fields import bring_fields
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import Everyone, Holder
from jira_linkfake.jira.permissions.model import PERMISSIONS, PROJECT_PERMISSIONS
from jira_linkfake.jira.projects.model import ProjectType
from jira_linkfake.jira.workflow.model import STATUS_CATEGORIES, TO_DO, IssueType, Priority, Resolution, Status
from jira_linkfake.options import Answers
from jira_linkfake.rest.gateway import BELOW
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.site_client import SiteClient, basic, to_application
from jira_linkfake.verify.surveying import Survey, custom_fields, type_of_field

_SWITCHES = {
    "issueLinkingEnabled": "linking_enabled",
    "watchingEnabled": "watching_enabled",
    "votingEnabled": "voting_enabled",
    "timeTrackingEnabled": "time_tracking_enabled",
    "attachmentsEnabled": "attachments_enabled",
}
"""The options of ours by what `configuration` calls them."""

FIRST, SECOND = "first-user-of-verify", "second-user-of-verify"
_HOLDERS: dict[str, Holder | str] = {"user": FIRST, "second": SECOND, "nobody": Everyone.ANYONE}


def twin_of(found: Survey, *, answers: Answers) -> FakeJira:
    """Return a site that is what another one says of itself."""
    told = {ours: bool(found.configuration.get(theirs, True)) for theirs, ours in _SWITCHES.items()}
    credentials = "any" if found.takes_any_credentials else "issued"
    twin = FakeJira(answers=answers, credentials=credentials, unsupported="answer", now="real", **told)  # type: ignore[arg-type]
    _put(twin.site.link_types, [_link_type(one) for one in found.link_types])
    _put(twin.site.statuses, [_status(one) for one in found.statuses])
    _put(twin.site.priorities, [_priority(one) for one in found.priorities])
    _put(twin.site.resolutions, [_resolution(one) for one in found.resolutions])
    twin.add_user(FIRST)
    if found.second:
        twin.add_user(SECOND)
    _add_projects(twin, found)
    _add_groups_and_roles(twin, found)
    _add_fields(twin, found)
    _permit(twin, found)
    return twin


def _add_fields(twin: FakeJira, found: Survey) -> None:
    """Add Jira Software's fields, and the custom ones that requests name: the first, and what a new issue must have."""
    needed = {str(one.get("fieldId")) for one in found.required}
    if found.software_fields:
        numbers = {role: int(one.rpartition("_")[2]) for role, one in found.software_fields.items()}
        bring_fields(twin.site, numbers)
    for number, one in enumerate(custom_fields(found)):
        if number == 0 or one.get("id") in needed:
            with suppress(UsageError):  # a name that one of Jira's own fields has: steps that need it are not tried
                twin.add_field(str(one["name"]), type=str(type_of_field(one)), required=one.get("id") in needed)


def _add_groups_and_roles(twin: FakeJira, found: Survey) -> None:
    """Add the groups, roles and levels that requests can name, with the user where they are in them."""
    project = next(iter(found.projects))
    for kind, name in found.groups.items():
        twin.add_group(name, members=[FIRST] if kind == "my_group" else ())
    for level in found.levels:
        twin.add_security_level(level["name"], project=project, members=[FIRST])
    for name in found.role_names:
        twin.add_role(name, project=project, members=[FIRST] if name == found.roles.get("my_role") else ())


def _add_projects(twin: FakeJira, found: Survey) -> None:
    """Add the projects with their types, which are a project's own where its team manages it."""
    twin.site.issue_types.clear()
    for key, told in found.projects.items():
        made = twin.add_project(
            key, name=told["name"], lead=FIRST, category=(told.get("projectCategory") or {}).get("name")
        )
        of_team = bool(told.get("simplified"))
        types = [_issue_type(one, made.id if of_team else None) for one in told.get("issueTypes") or found.types]
        twin.site.issue_types.update((one.id, one) for one in types)
        ids = None if of_team else frozenset(one.id for one in types)
        kept = next((one for one in get_args(ProjectType) if one == told.get("projectTypeKey")), made.type)
        twin.site.projects.put(replace(made, team_managed=of_team, types=ids, type=kept))


def _put(table: dict[str, Any], things: Sequence[Any]) -> None:
    """Let a table have these things in the place of what is in it, where there are any."""
    if things:
        table.clear()
        table.update((one.id, one) for one in things)


def _link_type(told: Mapping[str, Any]) -> LinkType:
    return LinkType(id=str(told["id"]), name=told["name"], inward=told["inward"], outward=told["outward"])


def _issue_type(told: Mapping[str, Any], project_id: str | None) -> IssueType:
    return IssueType(
        id=str(told["id"]),
        name=told["name"],
        description=told.get("description") or "",
        hierarchy_level=told.get("hierarchyLevel", -1 if told.get("subtask") else 0),
        project_id=project_id,
    )


def _status(told: Mapping[str, Any]) -> Status:
    key = (told.get("statusCategory") or {}).get("key")
    category = next((one for one in STATUS_CATEGORIES if one.key == key), TO_DO)
    return Status(id=str(told["id"]), name=told["name"], category=category, description=told.get("description") or "")


def _priority(told: Mapping[str, Any]) -> Priority:
    color = told.get("statusColor") or "#707070"
    return Priority(id=str(told["id"]), name=told["name"], description=told.get("description") or "", color=color)


def _resolution(told: Mapping[str, Any]) -> Resolution:
    return Resolution(id=str(told["id"]), name=told["name"], description=told.get("description") or "")


def _permit(twin: FakeJira, found: Survey) -> None:
    """Let each caller do what they may do on the site, and nobody else; what the first project has counts for all."""
    first = next(iter(found.projects))
    holders: dict[tuple[str, str | None], list[Holder | str]] = {}
    for (caller, project), told in found.permissions.items():
        for key, may in told.items():
            if key in PERMISSIONS:
                where = project if key in PROJECT_PERMISSIONS and project != first else None
                known = holders.setdefault((key, where), [])
                known += [_HOLDERS[caller]] if may else []
    for (key, where), who in holders.items():
        if who:
            twin.allow_only(key, *who, project=where)  # type: ignore[arg-type]
        else:
            twin.deny(key, project=where)  # type: ignore[arg-type]


def side_of(twin: FakeJira, site: str, *, version: str, label: str) -> Side:
    """Return what asks a twin as its site is asked: at the gateway where the site's address is there."""
    prefix = urlsplit(site).path
    at_gateway = BELOW in f"{prefix}/"
    base = twin.gateway_url if at_gateway else twin.url
    origin = f"{urlsplit(base).scheme}://{urlsplit(base).netloc}"
    carry = to_application(twin.client(), origin, below=urlsplit(base).path)
    callers: dict[str, str | None] = {
        "user": basic(*twin.user(FIRST).auth),
        "nobody": None,
        "wrong": basic("nobody@example.invalid", "wrong"),
    }
    if SECOND in twin.site.people.users:
        callers["second"] = basic(*twin.user(SECOND).auth)
    return Side(SiteClient(carry, callers), base, version=version, label=label, names={})
