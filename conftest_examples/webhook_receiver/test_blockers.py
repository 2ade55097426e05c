"""What Jira would have sent is delivered to a function, or to a URL on loopback, before the request has its reply."""

from functools import partial
from threading import Thread

import pytest
import requests
from jira import JIRA

import blockers

DUPLICATE = {"type": {"name": "Duplicate"}, "inwardIssue": {"key": "BUG-2"}, "outwardIssue": {"key": "BUG-1"}}


@pytest.fixture
def jira_linkfake(jira_linkfake):
    jira_linkfake.add_issues("BUG-1", "BUG-2", "LIB-1")
    jira_linkfake.add_link("LIB-1", "blocks", "BUG-2")
    return jira_linkfake


@pytest.fixture
def jira(jira_linkfake_server):
    client = JIRA(jira_linkfake_server.url, basic_auth=jira_linkfake_server.jira.auth)
    yield client
    client.close()


@pytest.fixture
def service(jira):
    with blockers.Service(jira, secret="s3cret") as service:
        thread = Thread(target=service.serve_forever)
        thread.start()
        yield service
        service.shutdown()
        thread.join()


def mark_as_duplicate(jira_linkfake):
    requests.post(
        f"{jira_linkfake.url}/rest/api/3/issueLink", json=DUPLICATE, auth=jira_linkfake.auth
    ).raise_for_status()


def test_blockers_are_handed_on(jira_linkfake, jira):
    jira_linkfake.webhooks.register(partial(blockers.hand_on, jira), events=["issuelink_created"])

    mark_as_duplicate(jira_linkfake)

    jira_linkfake.assert_linked("LIB-1", "blocks", "BUG-1")
    jira_linkfake.webhooks.assert_delivered()


def test_service_takes_what_jira_has_signed(jira_linkfake, service):
    jira_linkfake.webhooks.register(service.url, events=["issuelink_created"], secret="s3cret")

    mark_as_duplicate(jira_linkfake)

    jira_linkfake.assert_linked("LIB-1", "blocks", "BUG-1")
    jira_linkfake.webhooks.assert_delivered()


def test_service_refuses_what_others_send(jira_linkfake, service):
    jira_linkfake.webhooks.register(service.url, events=["issuelink_created"])

    mark_as_duplicate(jira_linkfake)

    jira_linkfake.assert_not_linked("LIB-1", "blocks", "BUG-1")
    [webhook] = jira_linkfake.webhooks.of("issuelink_created")
    assert [delivery.status for delivery in webhook.deliveries] == [401]
