"""Cassettes are loaded: the issues and links that the recorded answers show, no more, and what they cannot tell."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from typing import Any

import pytest
import requests
import vcr

from jira_linkfake import FakeJira, UsageError, load

LINK = {"id": "20001", "type": {"name": "Blocks"}, "outwardIssue": {"id": "102", "key": "A-2"}}
FOUND = {"issues": [{"id": "101", "key": "A-1", "fields": {"summary": "One", "issuelinks": [LINK]}}], "isLast": True}


def interaction(method: str, path: str, body: Any, status: int = 200) -> dict[str, Any]:
    """Return an interaction as vcrpy keeps it."""
    return {
        "request": {
            "method": method,
            "uri": f"https://acme.atlassian.net/rest/api/3/{path}",
            "body": None,
            "headers": {},
        },
        "response": {"status": {"code": status, "message": "x"}, "headers": {}, "body": body},
    }


ZIPPED = base64.b64encode(gzip.compress(json.dumps(FOUND["issues"][0]).encode())).decode()
CASSETTE = """
version: 1
interactions:
- request: {method: POST, uri: https://acme.atlassian.net/rest/api/3/search/jql, body: '{"jql": "project = A"}'}
  response:
    status: {code: 200, message: OK}
    headers: {Content-Type: [application/json]}
    body:
      string: '{"issues": [{"id": "101", "key": "A-1", "fields": {"summary": "on", "issuelinks": []}}]}'
- request: {method: POST, uri: https://acme.atlassian.net/rest/api/3/issueLink, body: '{}'}
  response: {status: {code: 201, message: Created}, headers: {}, body: {string: ''}}
- request: {method: GET, uri: 'https://acme.atlassian.net/rest/api/3/issue/A-1?fields=*all', body: null}
  response:
    status: {code: 200, message: OK}
    headers: {Content-Encoding: [gzip]}
    body:
      string: !!binary |
        ZIPPED
- request: {method: GET, uri: https://acme.atlassian.net/rest/api/3/issue/A-9, body: null}
  response: {status: {code: 404, message: Not Found}, headers: {}, body: {string: '{"errorMessages": ["x"]}'}}
- request: {method: GET, uri: https://acme.atlassian.net/rest/api/3/issue/A-1/comment, body: null}
  response:
    status: {code: 200, message: OK}
    headers: {}
    body: {string: '{"comments": [{"id": "7", "body": "Soon."}], "total": 1}'}
- request: {method: DELETE, uri: https://acme.atlassian.net/rest/api/3/issueLink/3, body: null}
  response: {status: {code: 403, message: Forbidden}, headers: {}, body: {string: ''}}
""".replace("ZIPPED", ZIPPED)


def test_a_cassette_gives_what_it_shows() -> None:
    """Issues and links of all answers that succeeded are there, and what a write did is only said."""
    jira = FakeJira()
    loaded = jira.load(CASSETTE.encode())

    assert (loaded.issues, loaded.links) == (["A-1", "A-2"], ["A-1 blocks A-2"])
    assert (jira.issue("A-1").id, jira.issue("A-1").summary) == ("101", "One")
    assert [(one.id, one.body) for one in jira.comments_of("A-1")] == [("7", "Soon.")]
    assert loaded.unknown == [
        "what POST /rest/api/3/issueLink (201) has changed, but for what answers show of it",
        "of A-2 all but its key",
    ]


TEXT = json.dumps(FOUND)
BODIES: dict[str, Any] = {
    "a text": TEXT,
    "an object with a text": {"string": TEXT},
    "base64": {"base64_string": base64.b64encode(TEXT.encode()).decode()},
    "gzip in base64": {"base64_string": base64.b64encode(gzip.compress(TEXT.encode())).decode()},
    "deflate in base64": {"base64_string": base64.b64encode(zlib.compress(TEXT.encode())).decode()},
}


@pytest.mark.parametrize("body", BODIES)
def test_each_form_of_a_body_is_read(body: str) -> None:
    """A body is a text or bytes, in base64 or not, compressed or not."""
    data = {"version": 1, "interactions": [interaction("GET", "search/jql", BODIES[body])]}
    assert FakeJira().load(json.dumps(data).encode()).links == ["A-1 blocks A-2"]


def test_cassettes_of_betamax_are_read() -> None:
    """Betamax has its interactions under another name, and its texts with their encoding."""
    recorded = interaction("GET", "search/jql", {"encoding": "utf-8", "string": TEXT})
    assert FakeJira().load({"http_interactions": [recorded], "recorded_with": "betamax/0.9.0"}).links == [
        "A-1 blocks A-2"
    ]


def test_what_cannot_be_read_is_said() -> None:
    """A body that is no JSON, or compressed in a way that nobody knows, is said; one that is empty is nothing."""
    bodies = ["<html>", {"base64_string": base64.b64encode(b"\x1f\x8b broken").decode()}, {"string": ""}]
    loaded = FakeJira().load({"interactions": [interaction("GET", "issue/A-1", body) for body in bodies]})
    assert loaded.unknown == [
        "what GET /rest/api/3/issue/A-1 (200) answered: its body is no JSON",
        "what GET /rest/api/3/issue/A-1 (200) answered: its body cannot be read",
    ]
    assert loaded.issues == []


@pytest.mark.parametrize("serializer", ["yaml", "json"])
def test_what_vcrpy_records_of_a_site_makes_the_site_again(tmp_path: Any, serializer: str) -> None:
    """A cassette that vcrpy recorded of one site has its issues, links, comments and ids on another one."""
    path = tmp_path / f"cassette.{serializer}"
    one = FakeJira()
    one.add_issues("A-1", "A-2")
    one.add_link("A-1", "is blocked by", "A-2")
    one.add_comment("A-2", "Not before the release.")
    with one.serve() as served, vcr.use_cassette(str(path), serializer=serializer, decode_compressed_response=False):
        requests.get(f"{served.url}/rest/api/3/search/jql?jql=project=A&fields=*all", auth=one.auth, timeout=10)
    other = FakeJira()
    loaded = other.load(path)

    assert loaded.links == other.sentences() == ["A-2 blocks A-1"]
    assert [one.id for one in other.links] == ["10000"]
    assert [(issue.key, issue.id, issue.updated) for issue in other.issues] == [
        (issue.key, issue.id, issue.updated) for issue in one.issues
    ]
    assert [comment.body for comment in other.comments_of("A-2")] == ["Not before the release."]


def test_a_file_that_is_neither_is_told() -> None:
    """What is no data, no answer and no cassette is refused with what data has."""
    with pytest.raises(UsageError, match=r"^interaction: there is no such attribute"):
        load({"interaction": []})
