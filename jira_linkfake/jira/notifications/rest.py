"""`issue/{issueIdOrKey}/notify`: mail about an issue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import fields

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.notifications.rules import NotificationRequest, notify
from jira_linkfake.jira.people.finding import GroupName, account_id_in
from jira_linkfake.rest.body import Closed, Flag, Id, Open, Text
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


class _Group(Closed):
    name = Text()
    id = Text(data_key="groupId")
    self_ = Text(data_key="self")


def _several(of: Any, data_key: str | None = None) -> fields.List[Any]:
    return fields.List(of, allow_none=True, load_default=None, data_key=data_key)


class _To(Open):
    assignee = Flag()
    reporter = Flag()
    watchers = Flag()
    voters = Flag()
    users = _several(fields.Dict())
    groups = _several(fields.Nested(_Group))
    group_ids = _several(fields.String(), "groupIds")


class _Permission(Open):
    id = Id()
    key = Text()


class _Restrictions(Closed):
    groups = _several(fields.Nested(_Group))
    group_ids = _several(fields.String(), "groupIds")
    permissions = _several(fields.Nested(_Permission))


class _Notification(Open):
    subject = Text()
    text = Text(data_key="textBody")
    html = Text(data_key="htmlBody")
    to = fields.Nested(_To, allow_none=True, load_default=None)
    restrict = fields.Nested(_Restrictions, allow_none=True, load_default=None)


@operation("notify", Success(204, "empty", REFERENCE), body=_Notification)
def send(call: Call, issueIdOrKey: str) -> None:
    """Send mail about an issue, which is kept for the test."""
    content = call.content
    request = _request(content, content["to"] or {}, content["restrict"] or {})
    notify(call.site, call.signed_in_user(), IssueReference.of(issueIdOrKey), request)


def _request(content: Mapping[str, Any], to: Mapping[str, Any], restrict: Mapping[str, Any]) -> NotificationRequest:
    return NotificationRequest(
        subject=content["subject"],
        text=content["text"],
        html=content["html"],
        **{name: bool(to.get(name)) for name in ("assignee", "reporter", "watchers", "voters")},
        users=tuple(account for one in to.get("users") or () if (account := account_id_in(one)) is not None),
        groups=_groups(to),
        required=_groups(restrict),
        permissions=tuple(one["key"] or one["id"] or "" for one in restrict.get("permissions") or ()),
    )


def _groups(content: Mapping[str, Any]) -> tuple[GroupName, ...]:
    by_name: Iterable[Mapping[str, Any]] = content.get("groups") or ()
    by_id: Iterable[str] = content.get("group_ids") or ()
    return (*(GroupName(name=one["name"], id=one["id"]) for one in by_name), *(GroupName(id=one) for one in by_id))
