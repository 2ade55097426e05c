"""Limits: what has just the size that it may have is taken, and one more is refused in words that count it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from jira_linkfake import FakeJira

NO_CHECK = {"X-Atlassian-Token": "no-check"}
FLOAT = "com.atlassian.jira.plugin.system.customfieldtypes:float"
PROJECT = {"projectTypeKey": "software", "leadAccountId": FakeJira().default_user.account_id}
ISSUE = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}}


def _named(path: str, attribute: str, **more: Any) -> Callable[[int], dict[str, Any]]:
    """Return what sends a body in which one attribute has so many characters."""
    return lambda size: {"method": "POST", "path": path, "json": {"name": "New", **more, attribute: "n" * size}}


def _described(path: str, **more: Any) -> Callable[[int], dict[str, Any]]:
    """Return what sends a description of so many characters, beside a name that is another each time."""
    return lambda size: {
        "method": "POST",
        "path": path,
        "json": {**more, "name": f"New {size}", "description": "n" * size},
    }


def _files(count: int) -> dict[str, Any]:
    files = [(io.BytesIO(b"1"), f"{number}.txt") for number in range(count)]
    return {"method": "POST", "path": "issue/APP-1/attachments", "data": {"file": files}, "headers": NO_CHECK}


def _ids(path: str, **more: Any) -> Callable[[int], dict[str, Any]]:
    return lambda count: {"path": path, "json": {"ids": [*range(count)]}, **more}


LIMITS = {
    "component's name": (
        _named("component", "name", project="APP"),
        255,
        201,
        "the component's name has 256 characters, of 255 that it may have",
    ),
    "version's name": (
        _named("version", "name", project="APP"),
        255,
        201,
        "the version's name has 256 characters, of 255 that it may have",
    ),
    "version's description": (
        _described("version", project="APP"),
        16384,
        201,
        "the version's description has 16385 bytes, of 16384 that it may have",
    ),
    "category's name": (
        _named("projectCategory", "name"),
        255,
        201,
        "the name of the category has 256 characters, and it takes 1 to 255",
    ),
    "category's description": (
        _described("projectCategory"),
        1000,
        201,
        "the description of the category has 1001 characters, of 1000 that it may have",
    ),
    "field's name": (
        _named("field", "name", type=FLOAT),
        255,
        201,
        "the name of the custom field has 256 characters, and it takes 1 to 255",
    ),
    "field's description": (
        _described("field", type=FLOAT),
        40000,
        201,
        "the description of the custom field has 40001 characters, of 40000 that it may have",
    ),
    "resolution's name": (
        _named("resolution", "name"),
        60,
        201,
        "the resolution's name has 61 characters, of 60 that it may have",
    ),
    "resolution's description": (
        _described("resolution"),
        255,
        201,
        "the resolution's description has 256 characters, of 255 that it may have",
    ),
    "project's name": (
        lambda size: {
            "method": "POST",
            "path": "project",
            "json": {**PROJECT, "key": f"N{size}", "name": "n" * size},
        },
        80,
        201,
        "a project takes a name of up to 80 characters, not one of 81",
    ),
    "summary": (
        lambda size: {"method": "POST", "path": "issue", "json": {"fields": {**ISSUE, "summary": "n" * size}}},
        255,
        201,
        "the summary has 256 characters, and may have 255",
    ),
    "search for statuses": (
        lambda size: {"path": f"statuses/search?searchString={'n' * size}"},
        255,
        200,
        "searchString has 256 characters, of 255 that it may have",
    ),
    "statuses": (
        lambda count: {"path": "statuses?" + "&".join(f"id={number}" for number in range(count))},
        50,
        200,
        "51 statuses were named, and it takes 1 to 50",
    ),
    "globalId": (
        lambda size: {
            "method": "POST",
            "path": "issue/APP-1/remotelink",
            "json": {"globalId": "n" * size, "object": {"url": "https://example.com", "title": "New"}},
        },
        255,
        201,
        "the globalId has 256 characters, of 255 that it may have",
    ),
    "property's key": (
        lambda size: {"method": "PUT", "path": f"issue/APP-1/properties/{'n' * size}", "json": 1},
        255,
        201,
        "the key of a property has 256 characters, of 255 that it may have",
    ),
    "property's value": (
        lambda size: {"method": "PUT", "path": "issue/APP-1/properties/release", "json": "n" * (size - 2)},
        32768,
        201,
        "the value of the property 'release' has 32769 characters, of 32768 that it may have",
    ),
    "files": (_files, 60, 200, "61 files were to be attached, of 60 at once"),
    "comments by id": (
        _ids("comment/list", method="POST"),
        1000,
        200,
        "1001 comments were asked for by their ids, not 1 to 1000",
    ),
    "worklogs by id": (
        _ids("worklog/list", method="POST"),
        1000,
        200,
        "1001 worklogs were named by their ids, not 1 to 1000",
    ),
    "worklogs to delete": (
        _ids("issue/APP-1/worklog", method="DELETE"),
        5000,
        404,
        "5001 worklogs were named by their ids, not 1 to 5000",
    ),
    "resolutions to move": (
        lambda count: {
            "method": "PUT",
            "path": "resolution/move",
            "json": {"ids": [*map(str, range(count))], "position": "Last"},
        },
        1000,
        404,
        "1001 resolutions were to be moved, of 1000 at once",
    ),
    "issues that get properties": (
        lambda count: {
            "method": "POST",
            "path": "issue/properties",
            "json": {"entitiesIds": [*range(count)], "properties": {"release": 1}},
        },
        10000,
        303,
        "10001 issues were given, not 1 to 10000",
    ),
    "properties of issues": (
        lambda count: {
            "method": "POST",
            "path": "issue/properties",
            "json": {"entitiesIds": [1], "properties": {str(number): 1 for number in range(count)}},
        },
        10,
        303,
        "11 properties were given, not 1 to 10",
    ),
    "issues that get their own properties": (
        lambda count: {
            "method": "POST",
            "path": "issue/properties/multi",
            "json": {"issues": [{"issueID": number, "properties": {"release": 1}} for number in range(count)]},
        },
        100,
        303,
        "101 issues were given, not 1 to 100",
    ),
}


@pytest.mark.parametrize(("request_of", "most", "status", "truth"), LIMITS.values(), ids=LIMITS)
def test_as_much_as_there_may_be(jira, ask, request_of, most, status, truth):
    """What has the size that it may have is looked at further; of one more the journal tells how many there were."""

    def sent(size: int) -> int:
        return ask(**{"method": "GET", **request_of(size)}).status_code

    assert sent(most) == status
    assert jira.exchanges[-1].reason != truth
    assert sent(most + 1) in (400, 413)
    assert jira.exchanges[-1].reason == truth


@pytest.mark.parametrize("name", [name for name in LIMITS if name != "property's value"])
def test_as_little_as_there_may_be(ask, name):
    """A text of one character, and one of what can be several, is taken as the longest is."""
    request_of, _, status, _ = LIMITS[name]
    assert ask(**{"method": "GET", **request_of(1)}).status_code == status


@pytest.mark.parametrize(
    ("option", "method", "path", "body", "truth"),
    [
        (
            "link_limit",
            "POST",
            "issueLink",
            lambda number: {
                "type": {"name": "Blocks"},
                "inwardIssue": {"key": "APP-1"},
                "outwardIssue": {"key": f"LIB-{number + 1}"},
            },
            "APP-1 has as many links as it may have (link_limit=2)",
        ),
        (
            "remote_link_limit",
            "POST",
            "issue/APP-1/remotelink",
            lambda _: {"object": {"url": "https://example.com", "title": "New"}},
            "APP-1 has as many remote links as it may have (remote_link_limit=2)",
        ),
        (
            "comment_limit",
            "POST",
            "issue/APP-1/comment",
            lambda _: {"body": "Said"},
            "APP-1 has as many comments as it may have (comment_limit=2)",
        ),
        (
            "worklog_limit",
            "POST",
            "issue/APP-1/worklog",
            lambda _: {"timeSpent": "1h"},
            "APP-1 has as many worklogs as it may have (worklog_limit=2)",
        ),
    ],
)
def test_an_issue_has_as_many_as_it_may_have(option, method, path, body, truth):
    """A limit of the site is how many an issue can have; the next one is refused, and others are still free."""
    jira = FakeJira(**{option: 2})
    jira.add_issues("APP-1", "APP-2", "LIB-1", "LIB-2", "LIB-3")
    client = jira.client()
    sent = [
        client.open(f"/rest/api/2/{path}", method=method, json=body(number), auth=jira.auth).status_code
        for number in range(3)
    ]
    assert sent[:2] == [201, 201]
    assert sent[2] in (400, 413)
    assert jira.exchanges[-1].reason == truth
    other = client.open(
        f"/rest/api/2/{path.replace('APP-1', 'APP-2')}",
        method=method,
        json={**body(2), **({"inwardIssue": {"key": "APP-2"}} if option == "link_limit" else {})},
        auth=jira.auth,
    )
    assert other.status_code == 201


def test_files_of_an_issue(ask_limited):
    """A file has as many bytes as it may have, and an issue as many files, those of one request counted together."""
    assert ask_limited(b"12345") == (
        413,
        "'0.txt' has 5 bytes, of 4 that an attachment may have (attachment_size_limit)",
    )
    assert ask_limited(b"1234") == (200, None)
    assert ask_limited(b"1", b"2", b"3") == (413, "APP-1 would have more than 3 attachments (attachment_limit)")
    assert ask_limited(b"1", b"2") == (200, None)
    assert ask_limited(b"1") == (413, "APP-1 would have more than 3 attachments (attachment_limit)")


@pytest.fixture
def ask_limited():
    """Return what attaches files where an issue takes three, of four bytes each, and how that was answered and told."""
    jira = FakeJira(attachment_size_limit=4, attachment_limit=3)
    jira.add_issue("APP-1")

    def attach(*contents: bytes) -> tuple[int, str | None]:
        files = [(io.BytesIO(content), f"{number}.txt") for number, content in enumerate(contents)]
        path = "/rest/api/3/issue/APP-1/attachments"
        reply = jira.client().post(path, data={"file": files}, headers=NO_CHECK, auth=jira.auth)
        return reply.status_code, jira.exchanges[-1].reason

    return attach
