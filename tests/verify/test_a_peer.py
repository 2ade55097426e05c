"""A run against another fake, a Jira Data Center: it ends, and what it finds is what reading that one's code finds."""

from __future__ import annotations

import json
import warnings
from io import StringIO
from pathlib import Path

import pytest

from jira_linkfake.verify.command import Out, main
from jira_linkfake.verify.site_client import Reply, Sent, Transport
from tests.verify.held import ENVIRON

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what its own libraries say to one another
    server = pytest.importorskip("jira820.server")

BY_HAND = {
    # What it answers is made of Starlette's bare Response: no content type, where ours has one.
    "links: made": [("header", "content-type", None, "application/json;charset=utf-8")],
    # add_issue_link takes keys alone, and compares nothing with what is there.
    "links: made by the ids of the issues": [("status", "", 400, 201)],
    "links: made by a key in lower case": [("status", "", 404, 201)],
    "links: read where it was made again": [("number", "fields.issuelinks", 2, 1)],
    # Every name is a type.
    "links: of an unknown type, by its name": [("status", "", 201, 404)],
    "links: with an unknown property": [("status", "", 201, 400)],
    # There is DELETE and no GET; an unknown link is deleted like any other.
    "links: an unknown one": [("status", "", 405, 404)],
    "links: deleted twice": [("status", "", 204, 404)],
    "links: deleted": [],
    "links: to itself": [
        ("words", "errorMessages[0]", "cannot link an issue to itself", "You cannot link an issue to itself.")
    ],
    # The body's comment is not read.
    "links: comments of the source": [("comment", "total", 0, 1), ("comment", "comments", 0, 1)],
    "remote links: made again by its global id": [("status", "", 201, 200)],
    "history: of a link that was deleted": [("status", "", 404, 200)],
}
"""What differs, by hand from jira820 0.12, without what each of its answers differs in: see `_OF_EACH`."""

_OF_EACH = {"content-type", "maxResults"}


def _to(app: object) -> Transport:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Starlette's, about its own client
        from starlette.testclient import TestClient

    client = TestClient(app, raise_server_exceptions=False)  # type: ignore[arg-type]

    def carry(sent: Sent) -> Reply:
        reply = client.request(sent.method, sent.path, headers=dict(sent.headers), content=sent.body)
        return Reply(reply.status_code, {k.lower(): v for k, v in reply.headers.items()}, reply.content)

    return carry


def test_a_peer(tmp_path: Path) -> None:
    """A run ends at a site with half of the API, finds what truly differs, and removes what it made."""
    app = server.make_app()
    before = set(app.state.store.issues)
    lines, progress, found = StringIO(), StringIO(), tmp_path / "found.json"
    given = ["--site", "http://127.0.0.1:8820", "--project", "JIRA820", "--api", "2", "--project-in-use"]
    status = main(
        [*given, "--json", str(found), "--steps", *BY_HAND],
        ENVIRON,
        transport=lambda _: _to(app),
        sleep=lambda _: None,
        out=Out(lines, progress),
    )
    told = {
        one["name"]: [
            (each["kind"], each["where"], each["site"], each["ours"])
            for each in one["differences"]
            if one["name"] == "links: made" or each["where"] not in _OF_EACH
        ]
        for one in json.loads(found.read_text(encoding="utf-8"))["steps"]
    }
    told["links: read where it was made again"] = [
        each for each in told["links: read where it was made again"] if each[0] == "number"
    ]
    assert (status, told) == (1, BY_HAND)
    assert set(app.state.store.issues) == before
