"""What Jira's webhooks tell of what has happened on the site.

The shapes are those of Jira Cloud's page on webhooks and of deliveries that were captured: of issues in 2024
(sirajju/skill-sync), of comments in 2019 (zulip/zulip) and 2026, of links in 2020; all have the addresses and the texts
of version 2. What an issue was when it happened is kept, and put into JSON when somebody looks or a receiver gets it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Set
from functools import partial
from typing import Any

from jira_linkfake.jira.attachments.as_json import attachment_json
from jira_linkfake.jira.boards.as_json import board_in_short
from jira_linkfake.jira.comments.as_json import comment_json
from jira_linkfake.jira.comments.fields import Comments
from jira_linkfake.jira.fields.registry import FIELDS
from jira_linkfake.jira.history.as_json import change_json
from jira_linkfake.jira.history.model import (
    AttachmentAdded,
    AttachmentEvent,
    AttachmentRemoved,
    BoardCreated,
    BoardDeleted,
    BoardEvent,
    CommentAdded,
    CommentEvent,
    CommentRemoved,
    CommentUpdated,
    Event,
    HistoryEntry,
    IssueCreated,
    IssueEvent,
    IssuePropertyDeleted,
    IssuePropertyEvent,
    IssuePropertySet,
    IssueRemoved,
    IssueUpdated,
    LinkEvent,
    LinkMade,
    LinkRemoved,
    SprintClosed,
    SprintCreated,
    SprintDeleted,
    SprintEvent,
    SprintStarted,
    SprintUpdated,
    VersionCreated,
    VersionDeleted,
    VersionEvent,
    VersionMoved,
    VersionReleased,
    VersionUnreleased,
    VersionUpdated,
    WorklogAdded,
    WorklogEvent,
    WorklogRemoved,
    WorklogUpdated,
)
from jira_linkfake.jira.history.rules import link_entry
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.as_json import fields_of, wanted_fields
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.people.fields import Assignee
from jira_linkfake.jira.people.model import DEFAULT_USER, Caller
from jira_linkfake.jira.reader import Json, Reader, milliseconds
from jira_linkfake.jira.sprints.as_json import sprint_json
from jira_linkfake.jira.versions.as_json import version_json
from jira_linkfake.jira.webhooks.model import JQL_FILTER, AdminWebhook, Webhook
from jira_linkfake.jira.webhooks.moments import Happened, Moment, issues_of
from jira_linkfake.jira.workflow.fields import StatusField
from jira_linkfake.jira.worklogs.as_json import worklog_json

_ISSUE_UPDATED, _EDITED = "jira:issue_updated", "issue_updated"

_NAMES: dict[type[Event], str] = {
    LinkMade: "issuelink_created",
    LinkRemoved: "issuelink_deleted",
    CommentAdded: "comment_created",
    CommentUpdated: "comment_updated",
    CommentRemoved: "comment_deleted",
    IssueCreated: "jira:issue_created",
    IssueUpdated: _ISSUE_UPDATED,
    IssueRemoved: "jira:issue_deleted",
    IssuePropertySet: "issue_property_set",
    IssuePropertyDeleted: "issue_property_deleted",
    WorklogAdded: "worklog_created",
    WorklogUpdated: "worklog_updated",
    WorklogRemoved: "worklog_deleted",
    VersionCreated: "jira:version_created",
    VersionUpdated: "jira:version_updated",
    VersionReleased: "jira:version_released",
    VersionUnreleased: "jira:version_unreleased",
    VersionMoved: "jira:version_moved",
    VersionDeleted: "jira:version_deleted",
    AttachmentAdded: "attachment_created",
    AttachmentRemoved: "attachment_deleted",
    SprintCreated: "sprint_created",
    SprintUpdated: "sprint_updated",
    SprintStarted: "sprint_started",
    SprintClosed: "sprint_closed",
    SprintDeleted: "sprint_deleted",
    BoardCreated: "board_created",
    BoardDeleted: "board_deleted",
}


_TYPES: dict[type[Event], str] = {
    WorklogAdded: "issue_worklog_added",
    WorklogUpdated: "issue_worklog_updated",
    WorklogRemoved: "issue_worklog_deleted",
}
"""Jira's own names of what became of an issue's worklogs, in the webhook of the issue."""

# Captured webhooks of issues have every field but the comments, those of comments these few.
_WITH_AN_ISSUE = wanted_fields(["*all", f"-{Comments.id}"])
_WITH_A_COMMENT = wanted_fields(field.id for field in FIELDS if field.in_comment_events)
_Told = tuple[str, tuple[Issue, ...], Callable[[], Json]]
"""The name of a webhook's event, the issues that it is about, and what puts into JSON what it tells."""


def webhooks_of(happened: Happened, number: int) -> list[Webhook]:
    """Return the webhooks that Jira sends for what has happened; `number` is that of the first.

    As Jira's page says, an issue's deletion comes first, and all that follows from it is "Secondary".
    """
    timestamp = milliseconds(happened.time)
    gone = {event.issue.id for event in happened.events if isinstance(event, IssueRemoved)}
    webhooks: list[Webhook] = []
    for event in sorted(happened.events, key=lambda event: not isinstance(event, IssueRemoved)):
        for name, issues, content in _told(happened, event, gone):
            webhook = Webhook(
                event=name,
                flow="Secondary" if gone and not isinstance(event, IssueRemoved) else "Primary",
                identifier=f"{number + len(webhooks):064x}",
                issues=issues,
                _render=partial(_payload, timestamp, name, content),
            )
            webhooks.append(webhook)
    return webhooks


def _told(happened: Happened, event: Event, gone: Set[str]) -> Iterator[_Told]:
    """Yield what is told of an event: on Cloud also that a link has changed its issues, those that are there."""
    name = _NAMES[type(event)]
    if isinstance(event, LinkEvent):
        yield name, issues_of(event), partial(_link_event, event.link)
        for issue in issues_of(event):
            if issue.id not in gone:
                entry = link_entry(event.change, issue)
                yield _ISSUE_UPDATED, (issue,), _change(happened, issue, entry.author, _EDITED, entry)
    elif isinstance(event, IssueEvent):
        changed = event.entry if isinstance(event, IssueUpdated) else None
        yield name, (event.issue,), _change(happened, event.issue, event.caller, _type_of(event), changed)
    else:
        told = next(told for kind, told in _OF_THINGS.items() if isinstance(event, kind))
        yield name, issues_of(event), partial(told, happened, event)
        if isinstance(event, WorklogEvent) and event.entry is not None:
            change = _change(happened, event.issue, event.caller, _TYPES[type(event)], event.entry)
            yield _ISSUE_UPDATED, (event.issue,), change


def _version_event(happened: Happened, event: VersionEvent) -> Json:
    api = f"{happened.base}/rest/api/2"
    return {"version": version_json(event.version, event.project, happened.time.date(), api)}


def _attachment_event(happened: Happened, event: AttachmentEvent) -> Json:
    """Return an attachment as a webhook has it, which does not say of which issue it is."""
    return {"attachment": attachment_json(event.attachment, f"{happened.base}/rest/api/2")}


def _sprint_event(happened: Happened, event: SprintEvent) -> Json:
    """Return a sprint, with what it was where it changed, as a Cloud site sent it in 2020 (pinpt/agent)."""
    software = f"{happened.base}/rest/agile/1.0"
    before = {} if event.before is None else {"oldValue": sprint_json(event.before, software)}
    return {"sprint": sprint_json(event.sprint, software), **before}


def _board_event(happened: Happened, event: BoardEvent) -> Json:
    return {"board": board_in_short(event.board, f"{happened.base}/rest/agile/1.0")}


def _change(
    happened: Happened, issue: Issue, caller: Caller, type_name: str, entry: HistoryEntry | None
) -> Callable[[], Json]:
    return partial(_issue_event, happened.moments[issue.id], happened.base, caller, type_name, entry)


def _type_of(event: IssueEvent) -> str:
    """Return Jira's own name of what has happened, which is finer than the webhook's event."""
    if isinstance(event, IssueCreated):
        return "issue_created"
    if isinstance(event, IssueRemoved):
        return "issue_deleted"
    fields = {change.field_id for change in event.entry.changes}
    if StatusField.id in fields:
        return "issue_generic"
    return "issue_assigned" if fields == {Assignee.id} else _EDITED


def _payload(timestamp: int, name: str, content: Callable[[], Json]) -> Json:
    return {"timestamp": timestamp, "webhookEvent": name, **content()}


def _link_event(link: IssueLink) -> Json:
    """Return a link as a webhook has it: ids as numbers, without keys and without who did it."""
    return {
        "issueLink": {
            "id": int(link.id),
            "sourceIssueId": int(link.source.id),
            "destinationIssueId": int(link.destination.id),
            "issueLinkType": {
                "id": int(link.type.id),
                "name": link.type.name,
                "outwardName": link.type.outward,
                "inwardName": link.type.inward,
                "isSubTaskLinkType": False,
                "isSystemLinkType": False,
            },
            "systemLink": False,
        }
    }


def _comment_event(happened: Happened, event: CommentEvent) -> Json:
    moment = happened.moments[event.issue.id]
    reader = _reader(moment, happened.base)
    return {
        "comment": comment_json(event.comment, reader),
        "issue": _issue(reader, moment.issue, _WITH_A_COMMENT),
        "eventType": "primaryAction",
    }


def _property_event(happened: Happened, event: IssuePropertyEvent) -> Json:
    """Return a property with its issue; that a property stands beside its issue as over REST is chosen."""
    moment = happened.moments[event.issue.id]
    reader = _reader(moment, happened.base)
    return {
        "issue": _issue(reader, moment.issue, _WITH_AN_ISSUE),
        "property": {"key": event.key, "value": event.value},
    }


def _worklog_event(happened: Happened, event: WorklogEvent) -> Json:
    return {"worklog": worklog_json(event.worklog, _reader(happened.moments[event.issue.id], happened.base))}


_OF_THINGS: dict[Any, Callable[[Happened, Any], Json]] = {
    VersionEvent: _version_event,
    AttachmentEvent: _attachment_event,
    SprintEvent: _sprint_event,
    BoardEvent: _board_event,
    CommentEvent: _comment_event,
    IssuePropertyEvent: _property_event,
    WorklogEvent: _worklog_event,
}
"""What is told of an event of a kind, where that is one thing, and no issue or link."""


def _issue_event(moment: Moment, base: str, caller: Caller, type_name: str, entry: HistoryEntry | None) -> Json:
    reader = _reader(moment, base)
    content: Json = {"issue_event_type_name": type_name}
    if caller is not None:
        user = user_json(caller, reader.api)
        user.pop("emailAddress", None)  # as Jira's page says
        content["user"] = user
    content["issue"] = _issue(reader, moment.issue, _WITH_AN_ISSUE)
    if entry is not None:
        content["changelog"] = {"id": str(entry.id), "items": [change_json(one) for one in entry.changes]}
    return content


def _reader(moment: Moment, base: str) -> Reader:
    """Return the reader of an issue as it was: nothing is hidden from webhooks."""
    return Reader(site=moment.site_then(), caller=DEFAULT_USER, version=2, base=base)


def _issue(reader: Reader, issue: Issue, wanted: Container[str]) -> Json:
    return {
        "id": issue.id,
        "self": f"{reader.api}/issue/{issue.id}",
        "key": issue.key,
        "fields": fields_of(reader, issue, wanted),
    }


def admin_webhook_json(value: AdminWebhook, base: str) -> Json:
    """Return what an administrator has registered, without its secret: nobody is told that again."""
    return {
        "name": value.name,
        "description": value.description,
        "url": value.url,
        "excludeBody": value.exclude_body,
        "filters": {JQL_FILTER: value.jql} if value.jql else {},
        "events": list(value.events),
        "enabled": value.enabled,
        "self": f"{base}/rest/webhooks/1.0/webhook/{value.id}",
        "lastUpdatedUser": value.updated_by.account_id,
        "lastUpdatedDisplayName": value.updated_by.name,
        "lastUpdated": milliseconds(value.updated),
    }
