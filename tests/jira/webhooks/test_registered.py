"""What administrators register over REST is delivered on loopback, and sent again on the site's clock."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from jira_linkfake import FakeJira
from tests.loopback import Loopback, loopback

HOOKS = "/rest/webhooks/1.0/webhook"
CREATED = "jira:issue_created"


@pytest.fixture
def service() -> Iterator[Loopback]:
    """A service on loopback."""
    with loopback() as served:
        yield served


def _register(jira: FakeJira, url: str, **more: Any) -> str:
    body = {"name": "Mine", "url": url, "events": [CREATED], **more}
    reply = jira.client().post(HOOKS, json=body, auth=jira.auth)
    assert reply.status_code == 201
    return str(reply.json["self"]).rpartition("/")[2]


def _create(jira: FakeJira, project: str = "APP") -> None:
    fields = {"project": {"key": project}, "issuetype": {"name": "Task"}, "summary": "New"}
    reply = jira.client().post("/rest/api/3/issue", json={"fields": fields}, auth=jira.auth)
    assert reply.status_code == 201


def test_only_events_and_issues_that_it_is_for_are_sent(jira: FakeJira, service: Loopback) -> None:
    """A query restricts the events of issues, also of one that is gone; what is of no issue is sent all the same."""
    events = [CREATED, "jira:issue_deleted", "issuelink_created", "jira:version_created"]
    _register(jira, service.url, events=events, filters={"issue-related-events-section": "project = LIB"})
    _create(jira, "APP")
    _create(jira, "LIB")
    link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
    jira.client().post("/rest/api/3/issueLink", json=link, auth=jira.auth)
    jira.client().delete("/rest/api/3/issue/APP-1", auth=jira.auth)
    jira.client().delete("/rest/api/3/issue/LIB-1", auth=jira.auth)
    jira.client().post("/rest/api/3/version", json={"name": "1.0", "project": "APP"}, auth=jira.auth)
    assert service.events == [CREATED, "issuelink_created", "jira:issue_deleted", "jira:version_created"]
    jira.webhooks.assert_delivered()


def test_query_that_is_wrong_by_now_finds_nothing(jira: FakeJira, service: Loopback) -> None:
    """A query that names what has gone since finds no issue, and the request is carried out."""
    _register(jira, service.url, filters={"issue-related-events-section": "project = LIB"})
    jira.client().delete("/rest/api/3/project/LIB", auth=jira.auth)
    _create(jira)
    assert service.events == []


def test_secret_signs_what_is_sent(jira: FakeJira, service: Loopback) -> None:
    """The header has the SHA-256 of the body, which is empty where the webhook leaves it out; a change keeps it."""
    number = _register(jira, service.url, secret="s3cret")
    _create(jira)
    jira.client().put(f"{HOOKS}/{number}", json={"excludeBody": True}, auth=jira.auth)
    _create(jira)
    assert [len(body) > 0 for body in service.bodies] == [True, False]
    for body, headers in zip(service.bodies, service.headers, strict=True):
        assert headers["X-Hub-Signature"] == f"sha256={hmac.new(b's3cret', body, hashlib.sha256).hexdigest()}"


def test_what_fails_is_sent_five_times_more(jira: FakeJira, service: Loopback) -> None:
    """It is sent again every ten minutes of the site's clock, and says how often; then it counts as a problem."""
    service.status = 503
    _register(jira, service.url)
    _create(jira)
    assert len(service.bodies) == 1
    jira.clock.advance(timedelta(minutes=9))
    assert len(service.bodies) == 1
    jira.clock.advance(timedelta(minutes=2))
    assert len(service.bodies) == 2
    jira.clock.set(jira.clock.now + timedelta(hours=2))
    assert [headers["X-Atlassian-Webhook-Retry"] for headers in service.headers] == [None, "1", "2", "3", "4", "5"]
    assert len({headers["X-Atlassian-Webhook-Identifier"] for headers in service.headers}) == 1
    assert jira.webhooks.problems == [f"jira:issue_created to {service.url}: it answered 503"]


def test_what_arrives_in_the_end_is_no_problem(jira: FakeJira, service: Loopback) -> None:
    """Only the last attempt counts, which comes with the next request once it is due."""
    service.status = 429
    _register(jira, service.url)
    _create(jira)
    service.status = 204
    jira.site.clock.advance(timedelta(hours=1))
    jira.client().get("/rest/api/3/myself", auth=jira.auth)
    jira.webhooks.assert_delivered()
    assert [one.status for one in jira.webhooks[0].deliveries] == [429, 204]


@pytest.mark.parametrize("status", [400, 404])
def test_what_a_receiver_will_not_have_is_not_sent_again(jira: FakeJira, service: Loopback, status: int) -> None:
    """Jira tries again only where that may help."""
    service.status = status
    _register(jira, service.url)
    _create(jira)
    jira.clock.advance(timedelta(hours=2))
    assert len(service.bodies) == 1


@pytest.mark.parametrize("ends", ["delete", "forget"])
def test_what_is_removed_is_sent_no_more(jira: FakeJira, service: Loopback, ends: str) -> None:
    """Neither is what waits for another attempt."""
    service.status = 500
    number = _register(jira, service.url)
    _create(jira)
    jira.client().delete(f"{HOOKS}/{number}", auth=jira.auth) if ends == "delete" else jira.webhooks.forget()
    jira.clock.advance(timedelta(hours=2))
    assert len(service.bodies) == 1


def test_what_is_switched_off_is_not_sent(jira: FakeJira, service: Loopback) -> None:
    """A webhook that is not enabled is sent nothing."""
    _register(jira, service.url, enabled=False)
    _create(jira)
    assert service.bodies == []


@pytest.mark.parametrize("url", ["https://example.com/jira", "http://127.0.0.1.example.com/"])
def test_nothing_is_sent_elsewhere(jira: FakeJira, url: str) -> None:
    """A URL that leads elsewhere is registered and sent nothing, which is a problem at once."""
    _register(jira, url)
    _create(jira)
    jira.clock.advance(timedelta(hours=2))
    told = "it was not sent: webhooks go to http:// at 127.0.0.1, localhost, ::1 only"
    assert jira.webhooks.problems == [f"jira:issue_created to {url}: {told}"]
