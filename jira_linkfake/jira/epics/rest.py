"""`epic` of Jira Software: epics, and which issues belong to them."""

from __future__ import annotations

from marshmallow import fields
from marshmallow.validate import OneOf

from jira_linkfake.jira.boards.as_json import software_api
from jira_linkfake.jira.boards.rest import Issues, is_without_epic, page_of_issues
from jira_linkfake.jira.epics import rules
from jira_linkfake.jira.epics.as_json import epic_json
from jira_linkfake.jira.epics.finding import find_epic
from jira_linkfake.jira.epics.model import COLORS
from jira_linkfake.jira.epics.rules import EpicRequest
from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.ranks.rules import Place
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.body import Closed, Flag, Text, Whole
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


class _Color(Closed):
    key = fields.String(required=True, validate=OneOf(COLORS))


class _Epic(Closed):
    name = Text()
    summary = Text()
    color = fields.Nested(_Color, allow_none=True, load_default=None)
    done = Flag()


class _Rank(Closed):
    before = Text(data_key="rankBeforeEpic")
    after = Text(data_key="rankAfterEpic")
    field = Whole("rankCustomFieldId")


@operation("getEpic", Success(200, "the epic", LIVE_SUITE))
def read(call: Call, epicIdOrKey: str) -> Json:
    """Return an epic."""
    return epic_json(find_epic(call.site, call.caller, epicIdOrKey), call.site, software_api(call))


@operation("partiallyUpdateEpic", Success(200, "the changed epic", LIVE_SUITE), body=_Epic)
def update(call: Call, epicIdOrKey: str) -> Json:
    """Change what the body names of an epic."""
    user, content = call.signed_in_user(), call.content
    asked = EpicRequest(
        name=content["name"],
        summary=content["summary"],
        color=None if content["color"] is None else content["color"]["key"],
        done=content["done"],
    )
    return epic_json(rules.update_epic(call.site, user, epicIdOrKey, asked), call.site, software_api(call))


@operation("getIssuesForEpic", Success(200, "a page of the epic's issues, by rank", LIVE_SUITE))
def list_issues(call: Call, epicIdOrKey: str) -> Json:
    """Return a page of the issues that belong to an epic."""
    epic = find_epic(call.site, call.caller, epicIdOrKey)
    return page_of_issues(call, lambda issue: issue.parent_id == epic.id)


@operation("getIssuesWithoutEpic", Success(200, "a page of the issues of no epic, by rank", REFERENCE))
def list_without_epic(call: Call) -> Json:
    """Return a page of the issues that belong to no epic."""
    return page_of_issues(call, lambda issue: is_without_epic(call, issue))


@operation("moveIssuesToEpic", Success(204, "empty", LIVE_SUITE), body=Issues)
def move_issues(call: Call, epicIdOrKey: str) -> None:
    """Let issues belong to an epic."""
    user = call.signed_in_user()
    rules.move_to_epic(call.site, user, epicIdOrKey, call.content["issues"])


@operation("removeIssuesFromEpic", Success(204, "empty", LIVE_SUITE), body=Issues)
def remove_issues(call: Call) -> None:
    """Let issues belong to no epic."""
    user = call.signed_in_user()
    rules.remove_from_epics(call.site, user, call.content["issues"])


@operation("rankEpics", Success(204, "empty", REFERENCE), body=_Rank)
def rank(call: Call, epicIdOrKey: str) -> None:
    """Rank an epic before or after another one."""
    user, content = call.signed_in_user(), call.content
    place = Place(before=content["before"], after=content["after"], field=content["field"])
    rules.rank_epic(call.site, user, epicIdOrKey, place)
