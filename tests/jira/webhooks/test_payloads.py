"""What Jira's webhooks tell: of links as captured, of issues and comments as they are read in version 2."""

from dataclasses import replace
from functools import partial
from typing import get_args

import pytest

from jira_linkfake.jira.history.model import (
    AttachmentEvent,
    BoardEvent,
    Change,
    Event,
    IssueCreated,
    IssuePropertyEvent,
    IssueUpdated,
    SprintEvent,
    VersionEvent,
    WorklogEvent,
)
from jira_linkfake.jira.history.rules import record
from jira_linkfake.jira.webhooks.as_json import _NAMES, webhooks_of
from jira_linkfake.jira.webhooks.model import EVENTS
from jira_linkfake.jira.webhooks.moments import Happened

LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
ADMIN = {
    "self": "http://localhost/rest/api/2/user?accountId=712020:00000000-0000-4000-8000-000000010000",
    "accountId": "712020:00000000-0000-4000-8000-000000010000",
    "accountType": "atlassian",
    "avatarUrls": {
        pixels: "http://localhost/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size=" + size
        for pixels, size in (("48x48", "large"), ("24x24", "small"), ("16x16", "xsmall"), ("32x32", "medium"))
    },
    "displayName": "admin",
    "active": True,
    "timeZone": "Etc/UTC",
}
LINKED = {"field": "Link", "fieldtype": "jira", "from": None, "fromString": None}
UNLINKED = {"field": "Link", "fieldtype": "jira", "to": None, "toString": None}


@pytest.fixture
def linked(ask):
    """APP-1 blocks LIB-1, by a request."""
    assert ask("POST", "issueLink", json=LINK).status_code == 201


@pytest.fixture
def tell(jira):
    """Return a function that sends what happened, as a request does, and returns the webhooks of it."""

    def tell(*events):
        already = len(jira.webhooks)
        with jira.site.lock:
            jira.webhooks.send(partial(webhooks_of, Happened.of(jira.site, events, "http://localhost")))
        return jira.webhooks[already:]

    return tell


def _names(webhooks):
    return [(webhook.event, webhook.flow) for webhook in webhooks]


def _issue(get, key, *fields):
    """Return an issue as it is read in version 2: these fields, or all but the comments."""
    issue = get(f"issue/{key}?fields={','.join(fields) or '-comment'}", version="2")
    return {name: issue[name] for name in ("id", "self", "key", "fields")}


def test_link_that_was_made(jira, get, linked):
    """A link is told in numbers, with neither keys nor a user, and then the change of both its issues."""
    made, source, destination = (webhook.payload for webhook in jira.webhooks)
    assert made == {
        "timestamp": 1767225604000,
        "webhookEvent": "issuelink_created",
        "issueLink": {
            "id": 10000,
            "sourceIssueId": 10000,
            "destinationIssueId": 10002,
            "issueLinkType": {
                "id": 10000,
                "name": "Blocks",
                "outwardName": "blocks",
                "inwardName": "is blocked by",
                "isSubTaskLinkType": False,
                "isSystemLinkType": False,
            },
            "systemLink": False,
        },
    }
    expected = [
        (source, "APP-1", "10000", {**LINKED, "to": "LIB-1", "toString": "This work item blocks LIB-1"}),
        (destination, "LIB-1", "10001", {**LINKED, "to": "APP-1", "toString": "This work item is blocked by APP-1"}),
    ]
    for payload, key, entry, change in expected:
        assert payload == {
            "timestamp": 1767225604000,
            "webhookEvent": "jira:issue_updated",
            "issue_event_type_name": "issue_updated",
            "user": ADMIN,
            "issue": _issue(get, key),
            "changelog": {"id": entry, "items": [change]},
        }
    assert list(source) == ["timestamp", "webhookEvent", "issue_event_type_name", "user", "issue", "changelog"]
    assert source["issue"]["fields"]["updated"] == "2026-01-01T00:00:04.000+0000"


def test_link_that_was_removed(jira, ask, get, linked):
    """A link that is gone is told as it was, and what it was stands in the issues' changelogs."""
    made = [webhook.payload for webhook in jira.webhooks[:3]]
    assert ask("DELETE", "issueLink/10000").status_code == 204
    removed, source, destination = (webhook.payload for webhook in jira.webhooks[3:])
    assert removed == {**made[0], "timestamp": 1767225605000, "webhookEvent": "issuelink_deleted"}
    assert source["changelog"]["items"] == [{**UNLINKED, "from": "LIB-1", "fromString": "This work item blocks LIB-1"}]
    assert destination["changelog"]["id"] == "10003"
    assert source["issue"] == _issue(get, "APP-1")
    assert [payload["issue"]["fields"]["issuelinks"] for payload in (source, destination)] == [[], []]
    assert [len(payload["issue"]["fields"]["issuelinks"]) for payload in made[1:]] == [1, 1]


def test_payloads_are_of_their_time(jira, ask, linked):
    """What is looked at late tells the state at the request, though everything has changed since."""
    jira.add_link("APP-1", "relates to", "APP-2")
    ask("PUT", "issueLinkType/10000", json={"name": "Stops"})
    ask("DELETE", "issueLink/10000")
    ask("DELETE", "issueLinkType/10003")
    [of_issue] = [one.payload for one in jira.webhooks[1:2]]
    [link] = of_issue["issue"]["fields"]["issuelinks"]
    assert (link["type"]["name"], link["outwardIssue"]["key"]) == ("Blocks", "LIB-1")


def test_nothing_is_told_of_what_changes_nothing(jira, ask, linked):
    """A repeated link, a refused one, what is read and what the test seeds are told to nobody."""
    assert ask("POST", "issueLink", json=LINK).status_code == 201
    assert ask("POST", "issueLink", json={**LINK, "outwardIssue": {"key": "APP-1"}}).status_code == 400
    assert ask("GET", "issue/APP-1").status_code == 200
    jira.add_link("APP-1", "blocks", "APP-2")
    assert len(jira.webhooks) == 3


def test_links_of_a_type_that_is_deleted(jira, ask, linked):
    """With a type go its links, each told with the changes of its issues."""
    jira.add_link("APP-1", "blocks", "APP-2")
    assert ask("DELETE", "issueLinkType/10000").status_code == 204
    of_a_link = [("issuelink_deleted", "Primary"), ("jira:issue_updated", "Primary"), ("jira:issue_updated", "Primary")]
    assert _names(jira.webhooks[3:]) == of_a_link * 2
    assert [one.payload["issueLink"]["id"] for one in jira.webhooks.of("issuelink_deleted")] == [10000, 10001]


def test_comment_that_comes_with_a_link(jira, ask, get):
    """A comment is told as it is read in version 2, with a few fields of its issue; nobody's restriction hides it."""
    jira.add_group("devs", [jira.default_user])
    comment = {"body": "Said", "visibility": {"type": "group", "value": "devs"}}
    assert ask("POST", "issueLink", version="2", json={**LINK, "comment": comment}).status_code == 201
    assert jira.webhooks[-1].payload == {
        "timestamp": 1767225605000,
        "webhookEvent": "comment_created",
        "comment": get("issue/APP-1/comment/10000", version="2"),
        "issue": _issue(get, "APP-1", "summary", "issuetype", "project", "assignee", "priority", "status"),
        "eventType": "primaryAction",
    }


def test_comment_that_was_changed_and_removed(jira, ask, get):
    """A comment that is changed is told as it is then, and one that is removed as it was last."""
    ask("POST", "issue/APP-1/comment", version="2", json={"body": "Said"})
    ask("PUT", "issue/APP-1/comment/10000", version="2", json={"body": "Said so"})
    comment = get("issue/APP-1/comment/10000", version="2")
    ask("DELETE", "issue/APP-1/comment/10000")
    added, updated, deleted = (webhook.payload for webhook in jira.webhooks)
    assert [payload["comment"]["body"] for payload in (added, updated)] == ["Said", "Said so"]
    assert updated == {**added, "timestamp": 1767225605000, "webhookEvent": "comment_updated", "comment": comment}
    assert deleted == {**updated, "timestamp": 1767225606000, "webhookEvent": "comment_deleted"}


def test_issue_that_was_created(jira, get, tell):
    """A new issue is told whole, without a changelog, which Jira's page has for changes only."""
    [webhook] = tell(IssueCreated(issue=jira.site.issues.with_key("APP-1"), caller=jira.default_user))
    assert webhook.payload == {
        "timestamp": 1767225603000,
        "webhookEvent": "jira:issue_created",
        "issue_event_type_name": "issue_created",
        "user": ADMIN,
        "issue": _issue(get, "APP-1"),
    }


@pytest.mark.parametrize(
    ("fields", "type_name"),
    [
        (["summary"], "issue_updated"),
        (["status"], "issue_generic"),
        (["summary", "status"], "issue_generic"),
        (["assignee"], "issue_assigned"),
        (["assignee", "summary"], "issue_updated"),
    ],
)
def test_issue_that_was_changed(jira, tell, fields, type_name):
    """A change of fields is told with its history entry, under the name that Jira has for such an event."""
    site, issue = jira.site, jira.site.issues.with_key("APP-1")
    changes = [Change(field=name, field_id=name, from_text="a", to_text="b") for name in fields]
    with site.lock:
        entry = record(site, None, issue, *changes)
        site.issues.put(replace(issue, summary="b"))
    [webhook] = tell(IssueUpdated(issue=site.issues.with_key("APP-1"), entry=entry, caller=None))
    payload = webhook.payload
    assert (payload["webhookEvent"], payload["issue_event_type_name"]) == ("jira:issue_updated", type_name)
    assert ("user" in payload, payload["issue"]["fields"]["summary"]) == (False, "b")
    assert payload["changelog"]["id"] == "10000"
    assert [(item["fieldId"], item["fromString"], item["toString"]) for item in payload["changelog"]["items"]] == [
        (name, "a", "b") for name in fields
    ]


def test_issue_that_was_deleted(jira, ask):
    """A deletion is told first, after it its links and comments, and the change of the issue that is left."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    ask("POST", "issue/APP-1/comment", version="2", json={"body": "Said"})
    assert ask("DELETE", "project/APP?enableUndo=false").status_code == 204
    webhooks = jira.webhooks[1:]
    assert _names(webhooks) == [
        ("jira:issue_deleted", "Primary"),
        ("jira:issue_deleted", "Primary"),
        ("issuelink_deleted", "Secondary"),
        ("jira:issue_updated", "Secondary"),
        ("comment_deleted", "Secondary"),
    ]
    deleted, _, _, left, comment = (webhook.payload for webhook in webhooks)
    assert (deleted["issue_event_type_name"], deleted["user"]) == ("issue_deleted", ADMIN)
    assert (deleted["issue"]["key"], deleted["issue"]["fields"]["summary"]) == ("APP-1", "Summary of APP-1")
    assert "changelog" not in deleted
    assert (left["issue"]["key"], left["changelog"]["items"][0]["from"]) == ("LIB-1", "APP-1")
    assert (comment["issue"]["key"], comment["comment"]["body"]) == ("APP-1", "Said")


def test_versions_are_told(jira, ask):
    """What happens to a version has a webhook of its own, with the version as it was then."""
    made = ask("POST", "version", json={"name": "1.0", "project": "APP", "releaseDate": "2026-02-01"})
    ask("PUT", "version/10000", json={"released": True})
    ask("DELETE", "version/10000")
    assert made.status_code == 201
    events = [webhook.event for webhook in jira.webhooks]
    assert events == [
        "jira:version_created",
        "jira:version_updated",
        "jira:version_released",
        "jira:version_deleted",
    ]
    assert jira.webhooks[0].payload["version"] == {
        "self": "http://localhost/rest/api/2/version/10000",
        "id": "10000",
        "name": "1.0",
        "archived": False,
        "released": False,
        "releaseDate": "2026-02-01",
        "overdue": False,
        "userReleaseDate": "1/Feb/2026",
        "projectId": 10000,
    }
    assert jira.webhooks[2].payload["version"]["released"] is True


def test_nothing_is_hidden_from_webhooks(jira, ask, linked):
    """Webhooks tell of what no user may see."""
    jira.deny("BROWSE_PROJECTS")
    jira.linking_enabled = False
    [link] = jira.webhooks[1].payload["issue"]["fields"]["issuelinks"]
    assert link["outwardIssue"]["key"] == "LIB-1"


def test_addresses_are_those_of_the_request(jira):
    """Whoever gets a webhook can reach the site at the address that the request came to."""
    reply = jira.client().post(
        "/rest/api/3/issueLink", json=LINK, auth=jira.auth, base_url="https://jira.example.com/tracker"
    )
    assert reply.status_code == 201
    assert jira.webhooks[1].payload["issue"]["self"] == "https://jira.example.com/tracker/rest/api/2/issue/10000"


def test_each_webhook_has_a_number(jira, ask, linked):
    """Identifiers of webhooks are never given twice."""
    ask("DELETE", "issueLink/10000")
    assert [int(webhook.identifier, 16) for webhook in jira.webhooks] == [0, 1, 2, 3, 4, 5]


def test_every_kind_of_event_is_told():
    """Each kind of event that the site knows has a webhook's name, and each name is one to register for."""
    kinds = {VersionEvent, AttachmentEvent, IssuePropertyEvent, WorklogEvent, SprintEvent, BoardEvent}
    assert set(_NAMES) == {*get_args(Event), *(one for kind in kinds for one in kind.__subclasses__())} - kinds
    assert sorted(_NAMES.values()) == sorted(EVENTS)


def test_issue_has_the_watchers_and_votes_that_it_had(jira, ask):
    """A webhook tells how many watched the issue and had voted on it then, whoever comes or goes later."""
    jira.add_vote("APP-1", "admin")
    ask("PUT", "issue/APP-1", json={"fields": {"summary": "x"}})
    jira.add_watcher("APP-1", jira.add_user("alice"))
    jira.add_vote("APP-1", "alice")
    told = jira.webhooks[-1].payload["issue"]["fields"]
    assert (told["watches"]["watchCount"], told["votes"]["votes"]) == (1, 1)


def test_work_is_told_with_its_issue(jira, ask):
    """A worklog that is made, changed or deleted is told by itself, and then its issue with what has changed of it."""
    assert ask("POST", "issue/APP-1/worklog", json={"timeSpent": "1h"}).status_code == 201
    assert ask("PUT", "issue/APP-1/worklog/10000", json={"timeSpent": "2h"}).status_code == 200
    assert ask("DELETE", "issue/APP-1/worklog/10000").status_code == 204
    told = [webhook.payload for webhook in jira.webhooks]
    assert [one["webhookEvent"] for one in told] == [
        name for kind in ("created", "updated", "deleted") for name in (f"worklog_{kind}", "jira:issue_updated")
    ]
    assert [(one["worklog"]["issueId"], one["worklog"]["timeSpent"]) for one in told[::2]] == [
        ("10000", "1h"),
        ("10000", "2h"),
        ("10000", "2h"),
    ]
    assert [one["issue_event_type_name"] for one in told[1::2]] == [
        "issue_worklog_added",
        "issue_worklog_updated",
        "issue_worklog_deleted",
    ]
    assert [one["issue"]["fields"]["timespent"] for one in told[1::2]] == [3600, 7200, None]
    assert [[item["field"] for item in one["changelog"]["items"]] for one in told[1::2]] == [
        ["timeestimate", "timespent", "WorklogId"],
        ["timespent", "WorklogId"],
        ["timeestimate", "timespent", "WorklogId", "WorklogTimeSpent"],
    ]


def test_work_of_a_deleted_issue_is_told_by_itself(jira, ask):
    """Where an issue goes with its work, the worklog is told as deleted behind it, and nothing more of the issue."""
    jira.add_worklog("APP-2", "1h")
    assert ask("DELETE", "issue/APP-2").status_code == 204
    assert [(one.event, one.flow) for one in jira.webhooks] == [
        ("jira:issue_deleted", "Primary"),
        ("worklog_deleted", "Secondary"),
    ]


def test_nothing_of_the_work_is_hidden(jira, ask):
    """A webhook of an issue has its worklogs, those too that a group or a role alone may read."""
    jira.add_group("devs")
    jira.add_role("Testers", project="APP")
    for readers in ("devs", "Testers", None):
        jira.add_worklog("APP-1", "1h", visible_to=readers)
    ask("PUT", "issue/APP-1", json={"fields": {"summary": "x"}})
    shown = jira.webhooks[-1].payload["issue"]["fields"]["worklog"]["worklogs"]
    assert [one.get("visibility", {}).get("value") for one in shown] == ["devs", "Testers", None]
