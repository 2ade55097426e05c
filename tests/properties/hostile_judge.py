"""Whether what came of a request is what Jira might do: the shape of the reply, and what was stored."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from jira_linkfake import FakeJira
from jira_linkfake.jira.site import Site
from tests.properties.hostile_requests import HostileRequest
from tests.wire.facts import snapshot

_JSON = "application/json;charset=UTF-8"
_PROBLEM = "application/problem+json;charset=UTF-8"
_TEXT = "text/plain;charset=UTF-8"
_PAGE = "text/html;charset=UTF-8"
_TITLES = {404: "Not Found", 405: "Method Not Allowed", 415: "Unsupported Media Type", 400: "Bad Request"}
_WORDS = {
    _PAGE: {401: b"Client must be authenticated to access this resource.", 414: b"Request-URI Too Long"},
    _TEXT: {403: b"XSRF check failed"},
}
_OF_FILES = ("a/b", "image/png")
"""The types of what is attached, and of each thumbnail."""
_SUCCESSES = (200, 201, 202, 204, 206, 303)
_REFUSALS = (400, 401, 403, 404, 405, 410, 413, 414, 415, 416, 501)

_LINK = {"links", "_last_ids", "clock", "events", "history", "issues"}
_COMMENT = {"comments", "_last_ids", "clock", "events", "issues", "properties", "watchers"}
_ISSUE = {"issues", "history", "_last_ids", "clock", "events", "properties", "watchers", "voters"}
_BULK = {"properties", "events", "tasks", "_last_ids"}
_ATTACHMENT = {"attachments", "_last_ids", "clock", "events", "history", "issues"}
_WORK = {"properties", "worklogs", "_last_ids", "clock", "events", "history", "issues"}
_REMOTE = {"remote_links", "_last_ids", "clock", "events", "history", "issues"}
_PARTS = {"versions", "components"}
_GONE = _ISSUE | _LINK | _COMMENT | _REMOTE | _ATTACHMENT | _PARTS | _WORK | {"projects", "people", "grants"}
_FILTER = {"filters", "_last_ids"}
_PLAN = {"sprints", "epics", "issues", "history", "_last_ids", "clock", "events"}
MAY_CHANGE: dict[str, set[str]] = {
    "linkIssues": _LINK | _COMMENT,
    "deleteIssueLink": _LINK,
    "createIssueLinkType": {"link_types", "_last_ids", "events"},
    "updateIssueLinkType": {"link_types", "events"},
    "deleteIssueLinkType": {"link_types"} | _LINK,
    "createIssues": _ISSUE | _LINK | _COMMENT,
    "editIssue": _ISSUE | _LINK | _COMMENT,
    "assignIssue": _ISSUE,
    "doTransition": _ISSUE | _LINK | _COMMENT,
    "deleteIssue": _ISSUE | _LINK | _COMMENT | _REMOTE | _ATTACHMENT | _WORK,
    "addComment": _COMMENT,
    "updateComment": _COMMENT,
    "deleteComment": _COMMENT,
    "createOrUpdateRemoteIssueLink": _REMOTE,
    "updateRemoteIssueLink": _REMOTE,
    "deleteRemoteIssueLinkById": _REMOTE,
    "deleteRemoteIssueLinkByGlobalId": _REMOTE,
    **dict.fromkeys(("addWorklog", "updateWorklog", "deleteWorklog", "bulkDeleteWorklogs", "bulkMoveWorklogs"), _WORK),
    "addWatcher": {"watchers"},
    "removeWatcher": {"watchers"},
    "submitBulkDelete": _ISSUE | _LINK | _COMMENT | _REMOTE | _ATTACHMENT | _WORK | {"tasks"},
    "submitBulkWatch": {"watchers", "tasks", "_last_ids"},
    "submitBulkUnwatch": {"watchers", "tasks", "_last_ids"},
    "submitBulkEdit": _ISSUE | {"tasks"},
    "submitBulkMove": _ISSUE | {"tasks"},
    "submitBulkTransition": _ISSUE | {"tasks"},
    "archiveProject": {"projects", "grants", "issues", "clock"},
    "restore": {"projects", "grants", "issues", "clock"},
    "archiveIssues": {"issues"},
    "archiveIssuesAsync": {"issues", "tasks", "_last_ids"},
    "unarchiveIssues": {"issues"},
    "exportArchivedIssues": {"tasks", "_last_ids"},
    "addVote": {"voters"},
    "removeVote": {"voters"},
    "createVersion": {"versions", "_last_ids", "events"},
    "updateVersion": {"versions"} | _ISSUE,
    "deleteVersion": {"versions"} | _ISSUE,
    "deleteAndReplaceVersion": {"versions"} | _ISSUE,
    "mergeVersions": {"versions"} | _ISSUE,
    "moveVersion": {"versions", "events"},
    "createRelatedWork": {"versions", "_last_ids"},
    "updateRelatedWork": {"versions"},
    "deleteRelatedWork": {"versions"},
    "setIssueProperty": {"properties", "events"},
    "deleteIssueProperty": {"properties", "events"},
    **{
        f"{verb}{kind}Property": {"properties"}
        for verb in ("set", "delete")
        for kind in ("Comment", "Worklog", "Project", "User", "IssueType")
    },
    "bulkSetIssuesPropertiesList": _BULK,
    "bulkSetIssuePropertiesByIssue": _BULK,
    "bulkSetIssueProperty": _BULK,
    "bulkDeleteIssueProperty": _BULK,
    "cancelTask": {"tasks"},
    "notify": {"notifications"},
    **{name: {"people", "_last_ids"} for name in ("createUser", "createGroup")},
    "removeUser": {"people", "properties", "preferences", "viewed"},
    "removeGroup": {"people", "comments"},
    "addUserToGroup": {"people"},
    **{name: {"people"} for name in ("addActorUsers", "setActors", "deleteActor")},
    "registerWebhook": {"admin_webhooks", "_last_ids"},
    "updateWebhook": {"admin_webhooks"},
    "deleteWebhook": {"admin_webhooks"},
    **{f"{verb}PermissionScheme": {"grants"} for verb in ("create", "update", "delete", "assign")},
    **{name: {"grants"} for name in ("createPermissionGrant", "deletePermissionSchemeEntity")},
    "removeUserFromGroup": {"people"},
    **{name: {"preferences"} for name in ("setPreference", "removePreference", "setLocale")},
    "addAttachment": _ATTACHMENT,
    "removeAttachment": _ATTACHMENT,
    "createResolution": {"resolutions", "_last_ids"},
    "updateResolution": {"resolutions", "issues"},
    "setDefaultResolution": {"default_resolution"},
    "moveResolutions": {"resolutions"},
    "deleteResolution": {"resolutions", "default_resolution"} | _ISSUE | {"tasks"},
    "getIssue": {"viewed"},
    "createIssue": {"viewed"} | _ISSUE | _LINK | _COMMENT,
    "deleteCustomField": {"fields", "tasks"} | _ISSUE,
    "createComponent": {"components", "_last_ids"},
    "updateComponent": {"components"},
    "deleteComponent": {"components"} | _ISSUE,
    "createProject": {"projects", "people", "grants", "_last_ids"},
    "updateProject": {"projects", "people", "grants", "filters", "versions", "components", "issues"},
    "deleteProject": _GONE,
    "deleteProjectAsynchronously": _GONE | {"tasks"},
    **dict.fromkeys(
        (
            *("createFilter", "updateFilter", "setColumns", "resetColumns", "changeFilterOwner"),
            *("setFavouriteForFilter", "deleteFavouriteForFilter", "addSharePermission", "deleteSharePermission"),
        ),
        _FILTER,
    ),
    "deleteFilter": _FILTER | {"boards"},
    "setDefaultShareScope": {"share_scopes"},
    "createBoard": {"boards", "software_fields", "fields", "_last_ids", "events"},
    "deleteBoard": {"boards", "sprints", "events"},
    **dict.fromkeys(
        (
            *("createSprint", "updateSprint", "partiallyUpdateSprint", "deleteSprint", "swapSprint"),
            *("moveIssuesToSprintAndRank", "moveIssuesToBacklog", "moveIssuesToBacklogForBoard", "moveIssuesToBoard"),
            *("rankIssues", "rankEpics", "partiallyUpdateEpic", "moveIssuesToEpic", "removeIssuesFromEpic"),
            "estimateIssueForBoard",
        ),
        _PLAN,
    ),
}
"""Which of the site's tables an operation may change, by Jira's id of the operation."""


def _parts(site: Site) -> dict[str, Any]:
    """Return what a site has of each thing, by the names of its parts; links come without their types and issues."""
    parts: dict[str, Any] = snapshot(site)
    parts["links"] = {name: rows for name, rows in parts["links"].items() if name not in ("_link_types", "_issues")}
    return parts


def strictly_parsed(data: bytes) -> Any:
    """Return the JSON of a reply; NaN and its kind are none."""

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    return json.loads(data, parse_constant=refuse)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A reply to a request of a method; the names of its headers are in lower case."""

    method: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_of_the_site(self) -> bool:
        """Whether the request has reached the site."""
        return "x-jira-linkfake" in self.headers

    def assert_is_jiras_or_the_servers(self) -> None:
        """Check that this is a success or a refusal as Jira has them, or says that no request has arrived."""
        if self.is_of_the_site:
            self._assert_is_jiras()
            return
        assert self.status in (400, 414, 431)
        assert self.headers["content-type"] == "text/plain; charset=utf-8"
        assert self.body.startswith(b"jira_linkfake: ") or (self.method == "HEAD" and not self.body)

    def _assert_is_jiras(self) -> None:
        status, kind = self.status, self.headers.get("content-type")
        assert status in (*_SUCCESSES, *_REFUSALS)
        may_be_empty = status in (201, 202) or (status == 200 and self.method in ("PUT", "DELETE"))
        if self.method == "HEAD" or status == 204 or (may_be_empty and not self.body):
            assert self.body == b""
        elif self.method == "OPTIONS" and status == 200:
            assert (kind, self.body) == (None, b"")
            assert "OPTIONS" in self.headers["allow"]
        elif status == 403 and self.body.startswith(b'{"error":'):
            assert (kind, self.body) == (_JSON, b'{"error":"Failed to parse Connect Session Auth Token"}')
        elif status == 303 or kind in _OF_FILES:
            assert self.body == b"" or "location" not in self.headers
        elif kind in _WORDS:
            assert self.body == _WORDS[kind][status]
        elif kind == _PROBLEM:
            content = strictly_parsed(self.body)
            assert [*content] == ["type", "title", "status", "detail", "instance"]
            assert (content["title"], content["status"]) == (_TITLES[status], status)
        else:
            assert kind == _JSON
            content = strictly_parsed(self.body)
            if status in _REFUSALS:
                _assert_is_an_error_collection(status, content)


def answers_in(received: bytes, method: str) -> list[Answer]:
    """Return the replies that came over a connection; `method` is that of the first request."""
    answers = []
    while received:
        head, _, received = received.partition(b"\r\n\r\n")
        status_line, *lines = head.decode("latin-1").split("\r\n")
        version, status = status_line.split(" ", 2)[:2]
        assert version == "HTTP/1.1"
        if status == "100":
            continue
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        length = 0 if received.startswith(b"HTTP/1.1 ") else int(headers.get("content-length", "0"))
        answers.append(Answer(method=method, status=int(status), headers=headers, body=received[:length]))
        received = received[length:]
        method = ""
    return answers


def _assert_is_an_error_collection(status: int, content: Any) -> None:
    if "issues" in content:  # of several, of which each was refused
        assert status == 400
        assert content["issues"] == []
        for error in content["errors"]:
            _assert_is_an_error_collection(error["status"], error["elementErrors"])
        return
    if [*content] == ["errors"]:  # of bulk operations
        assert content["errors"]
        assert all([*error] == ["message"] and isinstance(error["message"], str) for error in content["errors"])
        return
    assert [*content] in (["errorMessages"], ["errorMessages", "errors"])
    assert all(isinstance(message, str) for message in content["errorMessages"])
    assert all(isinstance(message, str) for message in content.get("errors", {}).values())
    # Of a watcher who is nobody, Jira says nothing.
    assert content["errorMessages"] or content.get("errors") or (status, [*content.values()]) == (404, [[], {}])
    if status == 501:
        assert content["errorMessages"][0].startswith("jira_linkfake does not serve ")


class Witness:
    """Somebody who has seen all of a site, and tells what has changed since."""

    def __init__(self, jira: FakeJira) -> None:
        self.jira = jira
        self._before = _parts(jira.site)
        self._bytes = self._pickled()
        self._seen = len(jira.exchanges)

    def assert_report_can_be_shown(self) -> None:
        """Check that the report, and what shows a site's parts, is lines that any terminal and any protocol takes."""
        for line in self.jira.report().split("\n"):
            assert line.isprintable()
            assert len(line) < 21_000
        for shown in (self.jira, *self.jira.exchanges, self.jira.webhooks, *self.jira.webhooks):
            assert repr(shown).isprintable()

    def assert_accounted_for(self, request: HostileRequest) -> bool:
        """Check that what has changed is what was carried out of a request; says whether anything was.

        And that people can be told of it, whatever it was.
        """
        new = self.jira.exchanges[self._seen :]
        self._seen += len(new)
        for told in map(str, new):
            assert told.isprintable()
            assert len(told) < 21_000
        if self._pickled() == self._bytes:  # as after most requests; to compare what was seen takes its time
            return False
        after = _parts(self.jira.site)
        changed = {name for name, value in after.items() if value != self._before[name]}
        if not changed:
            return False
        carried_out = {exchange.rule for exchange in new if exchange.status in _SUCCESSES} & MAY_CHANGE.keys()
        assert changed <= {name for operation in carried_out for name in MAY_CHANGE[operation]}
        self._assert_nothing_was_made_up(request, {name: after[name] for name in changed - _TOLD_OF})
        self._assert_can_be_read(changed)
        return True

    def _pickled(self) -> bytes:
        """Return all of the site as bytes: where these are the same, it is."""
        return pickle.dumps({name: value for name, value in vars(self.jira.site).items() if name != "lock"})

    def _assert_nothing_was_made_up(self, request: HostileRequest, changed: Mapping[str, Any]) -> None:
        """Check that the words of all that is new were there before, or are the request's."""
        said = _words(request.said)
        folded = {word.casefold() for word in said}  # emails are looked up so
        made_up = _words(changed) - said - folded - _OF_A_LOCALE - _ATTRIBUTES
        assert made_up <= _words({name: self._before[name] for name in changed}) or made_up <= _words(self._before)

    def _assert_can_be_read(self, changed: set[str]) -> None:
        """Check that what has changed can be read in both versions."""
        client, auth = self.jira.client(), self.jira.auth
        for path in (path for name, path in _ADDRESSES.items() if name in changed):
            for version in (2, 3):
                reply = client.get(f"/rest/api/{version}/{path}", auth=auth)
                assert reply.status_code == 200 or path.startswith(("issue/", "project/"))  # which may be gone
                strictly_parsed(reply.data)
        self._seen = len(self.jira.exchanges)


_TOLD_OF = {"events", "grants", "history", "tasks", "_last_ids"}
"""The tables that tell of what is in others, in Jira's words or in ours."""
_OF_A_LOCALE = {"jira", "user", "locale"}
"""The words of Jira's own name for the preference that a locale is."""
_ATTRIBUTES = {"at", "enabled", "exclude_body", "updated_by", "updated", "jql"}
"""What archivals and registered webhooks have, of which there is none before."""
_ADDRESSES = {
    "issues": "search/jql?jql=project%20is%20not%20EMPTY&fields=*all&expand=changelog,renderedFields",
    "comments": "issue/APP-2/comment",
    "remote_links": "issue/APP-2/remotelink",
    "properties": "issue/APP-1?properties=*all",
    "link_types": "issueLinkType",
    "versions": "project/APP/versions",
    "components": "project/APP/components",
    "resolutions": "resolution",
    "watchers": "issue/APP-2/watchers",
    "worklogs": "issue/APP-2/worklog",
    "voters": "issue/APP-2/votes",
    "projects": "project?expand=description,lead",
}
_WORD = re.compile(r"[^\W\d]\w*")
_RANK = re.compile(r"0\|\w{6}:\w*")
"""A rank, which is made of those of the neighbours."""


def _words(thing: Any) -> set[str]:
    return {word for text in _texts(thing) if not _RANK.fullmatch(text) for word in _WORD.findall(text)}


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from _texts(key)
            yield from _texts(value)
    elif isinstance(thing, (list, tuple, frozenset)):
        for one in thing:
            yield from _texts(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _texts(getattr(thing, field.name))
