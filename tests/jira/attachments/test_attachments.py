"""Attachments: what history and webhooks tell of them, what goes with an issue, and what clients of each kind send."""

import asyncio
import io

import aiohttp
import httpx
import pytest
import requests
import urllib3
from atlassian import Jira
from jira import JIRA

from jira_linkfake import FakeJira
from jira_linkfake.errors import UsageError
from jira_linkfake.jira.history.model import AttachmentAdded, AttachmentRemoved
from jira_linkfake.jira.history.rules import entries_of

NO_CHECK = {"X-Atlassian-Token": "no-check"}
BYTES = bytes(range(256))


def _with_requests(url, auth):
    files = {"file": ("a.bin", io.BytesIO(BYTES), "application/x-a")}
    return requests.post(f"{url}/attachments", files=files, headers=NO_CHECK, auth=auth, timeout=5).status_code


def _with_httpx(url, auth):
    files = [("file", ("a.bin", BYTES, "application/x-a"))]
    return httpx.post(f"{url}/attachments", files=files, headers=NO_CHECK, auth=auth).status_code


def _with_aiohttp(url, auth):
    async def post():
        form = aiohttp.FormData()
        form.add_field("file", BYTES, filename="a.bin", content_type="application/x-a")
        async with (
            aiohttp.ClientSession(headers=urllib3.make_headers(basic_auth=":".join(auth))) as session,
            session.post(f"{url}/attachments", data=form, headers=NO_CHECK) as reply,
        ):
            return reply.status

    return asyncio.run(post())


def _with_urllib3(url, auth):
    headers = {**NO_CHECK, **urllib3.make_headers(basic_auth=":".join(auth))}
    fields = {"file": ("a.bin", BYTES, "application/x-a")}
    return urllib3.PoolManager().request("POST", f"{url}/attachments", fields=fields, headers=headers).status


SENDERS = [_with_requests, _with_httpx, _with_aiohttp, _with_urllib3]


@pytest.mark.parametrize("send", SENDERS)
def test_form_of_each_library_is_read(send):
    """What each library sends as a file arrives to the byte, in process and over a socket."""
    with FakeJira() as jira:
        jira.add_issue("APP-1")
        with jira.serve() as served:
            for base in (jira.url, served.url):
                assert send(f"{base}/rest/api/3/issue/APP-1", jira.auth) == 200
        kept = jira.site.attachments.values()
        assert [(one.filename, one.mime_type, one.content) for one in kept] == [("a.bin", "application/x-a", BYTES)] * 2


def test_clients_attach_and_download(tmp_path):
    """`jira` and `atlassian-python-api` attach files, and get them back by following where Jira sends them."""
    file = tmp_path / "log ü.txt"
    file.write_bytes(BYTES)
    with FakeJira() as jira:
        jira.add_issue("APP-1")
        client = JIRA(jira.url, basic_auth=jira.auth)
        attachment = client.add_attachment("APP-1", str(file))
        assert (attachment.filename, attachment.size, attachment.get()) == ("log ü.txt", 256, BYTES)
        assert client.attachment_meta() == {"enabled": True, "uploadLimit": 1073741824}
        other = Jira(jira.url, username=jira.auth[0], password=jira.auth[1], cloud=True)
        (added,) = other.add_attachment("APP-1", str(file))
        assert other.get_attachment_content(added["id"]) == BYTES
        assert [one.filename for one in client.issue("APP-1").fields.attachment] == ["log ü.txt"] * 2
        client.delete_attachment(attachment.id)
        assert [one.id for one in client.issue("APP-1").fields.attachment] == ["10001"]


def _item(**what):
    nothing = {"from": None, "fromString": None, "to": None, "toString": None}
    return {"field": "Attachment", "fieldtype": "jira", "fieldId": "attachment", **nothing, **what}


def test_history_and_webhooks_tell_each_file(jira, ask, get):
    """Files that come at once are one entry of the history, and a webhook each before that of their issue."""
    body = {"file": [(io.BytesIO(b"x"), "a.txt"), (io.BytesIO(b"y"), "b.txt")]}
    assert ask("POST", "issue/APP-1/attachments", data=body, headers=NO_CHECK).status_code == 200
    assert ask("DELETE", "attachment/10000").status_code == 204
    removed, added = get("issue/APP-1/changelog")["values"][::-1]
    assert added["items"] == [_item(to="10000", toString="a.txt"), _item(to="10001", toString="b.txt")]
    assert removed["items"] == [_item(**{"from": "10000", "fromString": "a.txt"})]
    of_issue = "jira:issue_updated"
    events = ["attachment_created", "attachment_created", of_issue, "attachment_deleted", of_issue]
    assert [one.event for one in jira.webhooks] == events
    created = jira.webhooks[0].payload
    assert list(created) == ["timestamp", "webhookEvent", "attachment"]
    assert created["attachment"]["self"] == "http://localhost/rest/api/2/attachment/10000"
    shown = [
        [file["filename"] for file in jira.webhooks[number].payload["issue"]["fields"]["attachment"]]
        for number in (2, 4)
    ]
    assert shown == [["a.txt", "b.txt"], ["b.txt"]]


def test_attachments_go_with_their_issue(jira, ask, get):
    """A deleted issue takes its files along, of which the webhooks tell; others keep theirs, and are found by it."""
    jira.add_attachment("APP-1", "a.txt", "x")
    jira.add_attachment("APP-2", "b.txt", "x")
    found = get("search/jql?jql=attachments is not EMPTY ORDER BY key&fields=key")["issues"]
    assert [one["key"] for one in found] == ["APP-1", "APP-2"]
    assert ask("DELETE", "issue/APP-1").status_code == 204
    gone = [(one.event, one.flow) for one in jira.webhooks]
    assert gone == [("jira:issue_deleted", "Primary"), ("attachment_deleted", "Secondary")]
    assert ask("GET", "attachment/10000").status_code == 404
    found = get("search/jql?jql=attachments is EMPTY AND project in (APP, LIB)&fields=key")["issues"]
    assert [one["key"] for one in found] == ["LIB-1"]
    assert get("attachment/10001")["filename"] == "b.txt"


def test_limit_is_reported_and_settings_are_told(jira, get):
    """The report of limits counts attachments, and the configuration says whether there can be any."""
    jira.attachment_limit = 1
    jira.attachments_enabled = False
    jira.add_attachment("APP-1", "a.txt")
    report = get("issue/limit/report?isReturningKeys=true")
    assert (report["limits"]["attachment"], report["issuesApproachingLimit"]) == (1, {"attachment": {"APP-1": 1}})
    assert get("configuration")["attachmentsEnabled"] is False


def test_what_a_test_attaches(jira):
    """A file has who attached it, its type by its name unless given, and a text as UTF-8."""
    alice = jira.add_user("Alice")
    text = jira.add_attachment("APP-1", "ü.txt", "ü", author=alice)
    assert (str(text), text.mime_type, text.content, text.size, text.author) == (
        "ü.txt",
        "text/plain",
        b"\xc3\xbc",
        2,
        alice,
    )
    assert jira.add_attachment("APP-1", "ü", mime_type="a/b").mime_type == "a/b"
    assert jira.add_attachment("APP-1", "ü").mime_type == "application/octet-stream"
    with pytest.raises(UsageError, match="there is no issue 'APP-9'"):
        jira.add_attachment("APP-9", "ü")


def test_events_tell_what_came_and_went():
    """Each attachment that comes or goes is an event of its own, with who did it, and of the issue's history."""
    jira = FakeJira()
    jira.add_issue("APP-1")
    alice = jira.add_user("alice")
    with jira.acting_as("alice"):
        made = [jira.add_attachment("APP-1", name) for name in ("a.txt", "b.txt")]
    assert jira.client().delete("/rest/api/3/attachment/10000", auth=alice.auth).status_code == 204
    events = [one for one in jira.site.events if isinstance(one, (AttachmentAdded, AttachmentRemoved))]
    assert [(type(one), one.attachment, one.caller) for one in events] == [
        (AttachmentAdded, made[0], alice),
        (AttachmentAdded, made[1], alice),
        (AttachmentRemoved, made[0], alice),
    ]
    issue = jira.issue("APP-1")
    told = [
        (entry.author, one.field, one.from_id, one.from_text, one.to_id, one.to_text)
        for entry in entries_of(jira.site, alice, issue)
        for one in entry.changes
    ]
    assert told == [
        (alice, "Attachment", None, None, "10000", "a.txt"),
        (alice, "Attachment", None, None, "10001", "b.txt"),
        (alice, "Attachment", "10000", "a.txt", None, None),
    ]
    assert issue.updated == jira.clock.now
