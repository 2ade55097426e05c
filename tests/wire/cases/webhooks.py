"""Webhooks: those that administrators register, and those that are for apps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import Case
from tests.wire.cases.gateway import BEARER, GATEWAY

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

HOOKS = "/rest/webhooks/1.0/webhook"
ONE = f"{HOOKS}/1"
URL = "https://example.com/j"
HOOK = {"name": "Mine", "url": URL, "events": ["jira:issue_created"]}
FILTERS = {"issue-related-events-section": "project = PROJ"}
MADE = f"webhook 1: Mine to {URL} of jira:issue_created where '' by admin, whole, on, unsigned"


def _one(jira: FakeJira) -> None:
    jira.client().post(HOOKS, json=HOOK, auth=("admin@example.com", "admin-token"))


_FORBIDDEN = {
    "caller": "alice",
    "status": 403,
    "body": (
        b'{"errorMessages":["You are not authorized to perform this action. Administrator privileges are required."],'
        b'"errors":{}}'
    ),
}
_register = partial(Case, "webhooks: register", caller="admin", method="POST", path=HOOKS, status=201)
_not = partial(Case, "webhooks: what none can be", caller="admin", method="POST", path=HOOKS, status=400)
_read = partial(Case, "webhooks: read", seed=_one, caller="admin", status=200)
_change = partial(Case, "webhooks: change", seed=_one, caller="admin", method="PUT", path=ONE, status=200)
_remove = partial(Case, "webhooks: remove", seed=_one, caller="admin", method="DELETE", path=ONE)
_of_apps = partial(
    Case,
    "webhooks: of apps",
    path="/rest/api/3/webhook",
    status=403,
    body=b'{"errorMessages":["Only Connect and OAuth 2.0 apps can use this operation."],"errors":{}}',
)

CASES = (
    _register(
        "",
        sent=HOOK,
        body=(
            b'{"name":"Mine","description":"","url":"https://example.com/j","excludeBody":false,"filter'
            b's":{},"events":["jira:issue_created"],"enabled":true,"self":"{base}/rest/webhooks/1.0/webhoo'
            b'k/1","lastUpdatedUser":"712020:00000000-0000-4000-8000-000000010000","lastUpdatedDisplayName'
            b'":"admin","lastUpdated":1767225603000}'
        ),
        adds=(f"webhook 1: Mine to {URL} of jira:issue_created where '' by admin, whole, on, unsigned",),
    ),
    _register(
        "in full",
        sent={
            **HOOK,
            "description": "Ours",
            "events": ["comment_created", "comment_created"],
            "filters": FILTERS,
            "excludeBody": True,
            "enabled": False,
            "secret": "s3cret",
        },
        body=(
            b'{"name":"Mine","description":"Ours","url":"https://example.com/j","excludeBody":true,"fil'
            b'ters":{"issue-related-events-section":"project = PROJ"},"events":["comment_created"],"enable'
            b'd":false,"self":"{base}/rest/webhooks/1.0/webhook/1","lastUpdatedUser":"712020:00000000-0000'
            b'-4000-8000-000000010000","lastUpdatedDisplayName":"admin","lastUpdated":1767225603000}'
        ),
        adds=(f"webhook 1: Mine to {URL} of comment_created where 'project = PROJ' by admin, bare, off, signed",),
    ),
    _register("not an administrator", sent=HOOK, **_FORBIDDEN),
    _not(
        "nothing",
        sent={},
        body=(
            b'{"errorMessages":[],"errors":{"name":"The name of the webhook must not be empty.","url":"The'
            b' url of the webhook must not be empty.","events":"The events of the webhook must not be empt'
            b'y."}}'
        ),
    ),
    _not(
        "a URL that is none",
        sent={**HOOK, "url": "example.com"},
        body=b'{"errorMessages":[],"errors":{"url":"The URL \'example.com\' is invalid."}}',
    ),
    _not(
        "a URL with a port that is none",
        sent={**HOOK, "url": "http://example.com:x"},
        body=b'{"errorMessages":[],"errors":{"url":"The URL \'http://example.com:x\' is invalid."}}',
    ),
    _not(
        "an unknown event",
        sent={**HOOK, "events": ["issue_created"]},
        body=b'{"errorMessages":[],"errors":{"events":"The event \'issue_created\' is not supported."}}',
    ),
    _not(
        "an event that is told of nowhere here",
        sent={**HOOK, "events": ["user_created"]},
        status=501,
        body=(b'{"errorMessages":["jira_linkfake does not serve webhooks of the event user_created."],"errors":{}}'),
    ),
    _not(
        "a URL with variables",
        sent={**HOOK, "url": "http://localhost/${issue.key}"},
        status=501,
        body=(b'{"errorMessages":["jira_linkfake does not serve variables in the URL of a webhook."],"errors":{}}'),
    ),
    _not(
        "a wrong query",
        sent={**HOOK, "filters": {"issue-related-events-section": "project ="}},
        body=(
            b'{"errorMessages":["Error in JQL Query: Expecting either a value, list or function before the'
            b' end of the query."],"errors":{}}'
        ),
    ),
    _not(
        "an unknown property",
        sent={**HOOK, "jqlFilter": "project = PROJ"},
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    _read(
        "all",
        path=HOOKS,
        body=(
            b'[{"name":"Mine","description":"","url":"https://example.com/j","excludeBody":false,"filte'
            b'rs":{},"events":["jira:issue_created"],"enabled":true,"self":"{base}/rest/webhooks/1.0/webho'
            b'ok/1","lastUpdatedUser":"712020:00000000-0000-4000-8000-000000010000","lastUpdatedDisplayNam'
            b'e":"admin","lastUpdated":1767225603000}]'
        ),
    ),
    _read(
        "one",
        path=ONE,
        body=(
            b'{"name":"Mine","description":"","url":"https://example.com/j","excludeBody":false,"filter'
            b's":{},"events":["jira:issue_created"],"enabled":true,"self":"{base}/rest/webhooks/1.0/webhoo'
            b'k/1","lastUpdatedUser":"712020:00000000-0000-4000-8000-000000010000","lastUpdatedDisplayName'
            b'":"admin","lastUpdated":1767225603000}'
        ),
    ),
    _read(
        "unknown",
        path=f"{HOOKS}/7",
        status=404,
        body=b'{"errorMessages":["The webhook \'7\' does not exist."],"errors":{}}',
    ),
    _read("not an administrator", path=HOOKS, **_FORBIDDEN),
    _read("one, not an administrator", path=ONE, **_FORBIDDEN),
    _change(
        "",
        sent={"name": "Ours", "filters": FILTERS},
        body=(
            b'{"name":"Ours","description":"","url":"https://example.com/j","excludeBody":false,"filter'
            b's":{"issue-related-events-section":"project = PROJ"},"events":["jira:issue_created"],"enable'
            b'd":true,"self":"{base}/rest/webhooks/1.0/webhook/1","lastUpdatedUser":"712020:00000000-0000-'
            b'4000-8000-000000010000","lastUpdatedDisplayName":"admin","lastUpdated":1767225603000}'
        ),
        adds=(f"webhook 1: Ours to {URL} of jira:issue_created where 'project = PROJ' by admin, whole, on, unsigned",),
        removes=(MADE,),
    ),
    _change(
        "to no name",
        sent={"name": ""},
        status=400,
        body=b'{"errorMessages":[],"errors":{"name":"The name of the webhook must not be empty."}}',
    ),
    _change(
        "unknown",
        path=f"{HOOKS}/7",
        sent=HOOK,
        status=404,
        body=b'{"errorMessages":["The webhook \'7\' does not exist."],"errors":{}}',
    ),
    _change("not an administrator", sent=HOOK, **_FORBIDDEN),
    _remove("", status=204, content_type=None, body=b"", removes=(MADE,)),
    _remove(
        "unknown",
        path=f"{HOOKS}/x",
        status=404,
        body=b'{"errorMessages":["The webhook \'x\' does not exist."],"errors":{}}',
    ),
    _remove("not an administrator", **_FORBIDDEN),
    _of_apps("list", caller="admin"),
    _of_apps("register", method="POST", path="/rest/api/2/webhook", sent={"url": "https://example.com"}),
    _of_apps("remove", method="DELETE", sent={"webhookIds": [1]}),
    _of_apps("refresh", method="PUT", path="/rest/api/3/webhook/refresh", sent={"webhookIds": [1]}),
    _of_apps("failed", path="/rest/api/3/webhook/failed"),
    _of_apps("anonymous", caller=None),
    _of_apps(
        "with a token, as an app has one",
        caller=None,
        sent_headers=BEARER,
        path=f"{GATEWAY}/rest/api/3/webhook",
        status=501,
        body=b'{"errorMessages":["jira_linkfake does not serve webhooks of OAuth 2.0 apps."],"errors":{}}',
    ),
    _of_apps("failed, with a token", caller=None, sent_headers=BEARER, path=f"{GATEWAY}/rest/api/3/webhook/failed"),
)
