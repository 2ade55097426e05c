"""Boards in Jira's JSON, and issues as they show them."""

from __future__ import annotations

from collections.abc import Callable, Container

from jira_linkfake.jira.boards.finding import epic_of, filter_of, location_of
from jira_linkfake.jira.boards.model import Board
from jira_linkfake.jira.epics.as_json import epic_json
from jira_linkfake.jira.issues.as_json import whole_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.permissions.sight import may_see
from jira_linkfake.jira.projects.finding import may_browse
from jira_linkfake.jira.reader import Json, Reader, avatar_urls
from jira_linkfake.jira.sprints.as_json import sprint_json
from jira_linkfake.jira.sprints.finding import open_sprint_of, sprints_of


def software_api(reader: Reader) -> str:
    """Return the address below which Jira Software's `self` stand."""
    return f"{reader.base}/rest/agile/1.0"


def board_in_short(board: Board, software: str) -> Json:
    """Return a board without where it is."""
    return {"id": int(board.id), "self": f"{software}/board/{board.id}", "name": board.name, "type": board.type}


def board_json(board: Board, reader: Reader) -> Json:
    """Return a board, with the project that it is located in where the reader may browse that."""
    return {**board_in_short(board, software_api(reader)), **_location(board, reader)}


def _location(board: Board, reader: Reader) -> Json:
    project = location_of(reader.site, board)
    if board.project_id is None:
        name = board.owner.name
        return {
            "location": {
                "userAccountId": board.owner.account_id,
                "displayName": name,
                "name": name,
                "avatarURI": avatar_urls(f"{reader.base}/secure/useravatar?ownerId={board.owner.account_id}&size=")[
                    "48x48"
                ],
            }
        }
    if project is None or not may_browse(reader.site, reader.caller, project):
        return {}
    return {
        "location": {
            "projectId": int(project.id),
            "displayName": f"{project.name} ({project.key})",
            "projectName": project.name,
            "projectKey": project.key,
            "projectTypeKey": project.type,
            "avatarURI": f"{reader.base}/secure/projectavatar?pid={project.id}&size=small",
            "name": f"{project.name} ({project.key})",
        }
    }


def board_configuration(board: Board, reader: Reader, sub_query: str) -> Json:
    """Return how a board is configured: a column for each category of statuses that has some (chosen)."""
    site = reader.site
    one = filter_of(site, board)
    content: Json = {
        "id": int(board.id),
        "name": board.name,
        "type": board.type,
        "self": f"{software_api(reader)}/board/{board.id}/configuration",
    }
    project = location_of(site, board)
    if project is not None and may_browse(site, reader.caller, project):
        content["location"] = {
            "type": "project",
            "key": project.key,
            "id": project.id,
            "self": f"{reader.api}/project/{project.id}",
            "name": project.name,
        }
    elif board.project_id is None:
        content["location"] = {
            "type": "user",
            "id": board.owner.account_id,
            "self": f"{reader.api}/user?accountId={board.owner.account_id}",
            "name": board.owner.name,
        }
    content["filter"] = {"id": one.id, "self": f"{reader.api}/filter/{one.id}"}
    if board.type == "kanban":
        content["subQuery"] = {"query": sub_query}
    content["columnConfig"] = {"columns": _columns(reader), "constraintType": "none"}
    if board.has_sprints:
        field = site.fields[site.software_fields["story points"]]
        content["estimation"] = {"type": "field", "field": {"fieldId": field.id, "displayName": field.name}}
    content["ranking"] = {"rankCustomFieldId": site.fields[site.software_fields["rank"]].custom_id}
    return content


def _columns(reader: Reader) -> list[Json]:
    columns: dict[str, list[Json]] = {}
    for status in reader.site.statuses.values():
        shown = {"id": status.id, "self": f"{reader.api}/status/{status.id}"}
        columns.setdefault(status.category.name, []).append(shown)
    return [{"name": name, "statuses": statuses} for name, statuses in columns.items()]


def issue_on_board(reader: Reader, issue: Issue, wanted: Container[str], expand: str = "") -> Json:
    """Return an issue with what boards tell of it besides: its sprints, its epic, and that nobody flagged it."""
    content = whole_issue(reader, issue, wanted, expand)
    fields = {name: value(reader, issue) for name, value in _BESIDE.items() if name in wanted}
    closed = fields.pop("closedSprints", None)
    if closed:
        fields["closedSprints"] = closed
    self = f"{software_api(reader)}/issue/{issue.id}"
    return {**content, "self": self, "fields": {**content["fields"], **fields}}


def _sprint(reader: Reader, issue: Issue) -> Json | None:
    sprint = open_sprint_of(reader.site, issue)
    return None if sprint is None else sprint_json(sprint, software_api(reader))


def _closed_sprints(reader: Reader, issue: Issue) -> list[Json]:
    held = sprints_of(reader.site, issue)
    return [sprint_json(one, software_api(reader)) for one in held if one.state == "closed"]


def _epic(reader: Reader, issue: Issue) -> Json | None:
    epic = epic_of(reader.site, issue)
    if epic is None or not may_see(reader.site, reader.caller, epic):
        return None
    return epic_json(epic, reader.site, software_api(reader))


_BESIDE: dict[str, Callable[[Reader, Issue], object]] = {
    "flagged": lambda _, __: False,
    "sprint": _sprint,
    "closedSprints": _closed_sprints,
    "epic": _epic,
}
