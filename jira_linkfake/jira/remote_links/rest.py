"""`issue/{issueIdOrKey}/remotelink`: an issue's links to things outside Jira, by id and by global id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.remote_links import rules
from jira_linkfake.jira.remote_links.model import RemoteLink
from jira_linkfake.jira.remote_links.rules import RemoteLinkRequest
from jira_linkfake.rest.body import Open, Text
from jira_linkfake.rest.call import Call, Changed
from jira_linkfake.rest.operations import Success, operation


class _Object(Open):
    url = Text()
    title = Text()
    summary = Text()
    icon = fields.Dict(allow_none=True, load_default=None)
    status = fields.Dict(allow_none=True, load_default=None)


class _RemoteLink(Open):
    global_id = fields.String(allow_none=True, load_default=None, data_key="globalId")
    application = fields.Dict(allow_none=True, load_default=None)
    relationship = Text()
    object = fields.Nested(_Object, allow_none=True, load_default=None)


def remote_link_request(content: Mapping[str, Any]) -> RemoteLinkRequest:
    """Return the remote link that a body asks for; raises `Refused` for a body that is none."""
    remote = content["object"] or {}
    return RemoteLinkRequest(
        url=remote.get("url"),
        title=remote.get("title"),
        summary=remote.get("summary"),
        relationship=content["relationship"],
        global_id=content["global_id"] or None,
        application=content["application"] or {},
        icon=remote.get("icon") or {},
        status=remote.get("status") or {},
    )


def remote_link_json(value: RemoteLink, issue: Issue, api: str) -> Json:
    """Return a remote link; what is empty is an empty object, as on a Cloud site, or left out where it is a text."""
    content = remote_link_head_json(value, issue, api)
    if value.global_id is not None:
        content["globalId"] = value.global_id
    content["application"] = value.application
    if value.relationship is not None:
        content["relationship"] = value.relationship
    remote: Json = {"url": value.url, "title": value.title}
    if value.summary is not None:
        remote["summary"] = value.summary
    content["object"] = {**remote, "icon": value.icon, "status": {**value.status, "icon": value.status.get("icon", {})}}
    return content


def remote_link_head_json(value: RemoteLink, issue: Issue, api: str) -> Json:
    """Return Jira's reply for a remote link that it has just stored; the id is a number."""
    return {"id": value.id, "self": f"{api}/issue/{issue.key}/remotelink/{value.id}"}


@operation(
    "getRemoteIssueLinks", Success(200, "every remote link of the issue, or with `globalId` that one", LIVE_SUITE)
)
def list_all(call: Call, issueIdOrKey: str) -> Json | list[Json]:
    """Return every remote link of an issue, or the one that has the global id that the query asks for."""
    issue = _issue(call, issueIdOrKey)
    global_id = call.query.get("globalId")
    if global_id:
        return remote_link_json(rules.find_by_global_id(call.site, issue, global_id), issue, call.api)
    return [remote_link_json(one, issue, call.api) for one in call.site.remote_links.of_issue(issue.id)]


@operation(
    "createOrUpdateRemoteIssueLink",
    Success(
        201,
        "`id` and `self`",
        REFERENCE,
        otherwise=Success(200, "`id` and `self`", REFERENCE, when="where it changes the one of its `globalId`"),
    ),
    body=_RemoteLink,
)
def create(call: Call, issueIdOrKey: str) -> Json | Changed:
    """Make a remote link, or change the one that has the global id."""
    request = remote_link_request(call.content)
    issue = _issue(call, issueIdOrKey)
    link, is_new = rules.make_or_change(call.site, call.caller, issue, request)
    content = remote_link_head_json(link, issue, call.api)
    return content if is_new else Changed(content)


@operation("deleteRemoteIssueLinkByGlobalId", Success(204, "empty", LIVE_SUITE))
def delete_by_global_id(call: Call, issueIdOrKey: str) -> None:
    """Remove the remote link that has a global id."""
    issue = _issue(call, issueIdOrKey)
    rules.remove_by_global_id(call.site, call.caller, issue, call.query.get("globalId", ""))


@operation("getRemoteIssueLinkById", Success(200, "one remote link", LIVE_SUITE))
def read(call: Call, issueIdOrKey: str, linkId: str) -> Json:
    """Return one remote link of an issue."""
    issue = _issue(call, issueIdOrKey)
    return remote_link_json(rules.find_by_id(call.site, call.caller, issue, linkId), issue, call.api)


@operation("updateRemoteIssueLink", Success(204, "empty", REFERENCE), body=_RemoteLink)
def update(call: Call, issueIdOrKey: str, linkId: str) -> None:
    """Change a remote link."""
    request = remote_link_request(call.content)
    rules.change_by_id(call.site, call.caller, _issue(call, issueIdOrKey), linkId, request)


@operation("deleteRemoteIssueLinkById", Success(204, "empty", LIVE_SUITE))
def delete(call: Call, issueIdOrKey: str, linkId: str) -> None:
    """Remove a remote link."""
    rules.remove_by_id(call.site, call.caller, _issue(call, issueIdOrKey), linkId)


def _issue(call: Call, id_or_key: str) -> Issue:
    return rules.seen_issue(call.site, call.caller, IssueReference.of(id_or_key))
