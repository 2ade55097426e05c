"""`notificationscheme`: the one scheme that every project has."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.notification_schemes.finding import is_told, require_scheme, require_scheme_of_project
from jira_linkfake.jira.notification_schemes.model import EVENTS, RECIPIENTS, SCHEME_ID, SCHEME_NAME
from jira_linkfake.jira.projects.finding import projects_seen
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation

_EXPANDS = "notificationSchemeEvents,user,group,projectRole,field,all"
_PAGE = 50


@operation("getNotificationSchemes", Success(200, "a page with the scheme, if the caller is told of it", REFERENCE))
def list_schemes(call: Call) -> Json:
    """Return the one scheme, unless the query names another; each project has it."""
    user = call.signed_in_user()
    ids, projects = call.ids("id"), call.ids("projectId")
    seen = {one.id for one in projects_seen(call.site, user)}
    wanted = (not ids or str(SCHEME_ID) in ids) and (not projects or seen & {*projects}) and is_told(call.site, user)
    return Page.of(call, _PAGE).bean(call, "notificationscheme", [SCHEME_ID] if wanted else [], lambda _: _scheme(call))


@operation(
    "getNotificationSchemeToProjectMappings",
    Success(200, "a page of company-managed projects, each with the scheme if the caller is told of it", REFERENCE),
)
def list_projects(call: Call) -> Json:
    """Return which projects have the scheme, by id."""
    user = call.signed_in_user()
    schemes, projects = call.ids("notificationSchemeId"), call.ids("projectId")
    told = is_told(call.site, user) and (not schemes or str(SCHEME_ID) in schemes)
    classic = (one.id for one in projects_seen(call.site, user) if not one.team_managed) if told else ()
    found = sorted((one for one in classic if not projects or one in projects), key=int)
    path = "notificationscheme/project"
    return Page.of(call, _PAGE).bean(call, path, found, _mapping)


def _mapping(project_id: str) -> Json:
    return {"notificationSchemeId": str(SCHEME_ID), "projectId": project_id}


@operation("getNotificationScheme", Success(200, "the scheme, with its events if `expand` has anything", REFERENCE))
def read_scheme(call: Call, id: str) -> Json:
    """Return the scheme."""
    require_scheme(call.site, call.signed_in_user(), id)
    return _scheme(call)


@operation("getNotificationSchemeForProject", Success(200, "the scheme of a project", REFERENCE))
def read_scheme_of_project(call: Call, projectKeyOrId: str) -> Json:
    """Return the scheme of a project."""
    require_scheme_of_project(call.site, call.caller, projectKeyOrId)
    return _scheme(call)


def _scheme(call: Call) -> Json:
    """Return the scheme, with the projects that the caller sees, and with events where `expand` has any name."""
    events = {"notificationSchemeEvents": _events()} if call.expand() & {*_EXPANDS.split(",")} else {}
    return {
        "expand": _EXPANDS,
        "id": SCHEME_ID,
        "self": f"{call.api}/notificationscheme/{SCHEME_ID}",
        "name": SCHEME_NAME,
        "description": "",
        **events,
        "projects": [int(one.id) for one in projects_seen(call.site, call.caller)],
    }


def _events() -> list[Json]:
    """Return each event with whom a fresh site tells of it; the ids of these are chosen, in their order."""
    return [
        {
            "event": {"id": event.id, "name": event.name, "description": event.description},
            "notifications": [
                {"id": place * len(RECIPIENTS) + number, "notificationType": recipient}
                for number, recipient in enumerate(RECIPIENTS, 10000)
            ],
        }
        for place, event in enumerate(EVENTS)
    ]
