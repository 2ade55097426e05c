"""A site that is loaded from what another one dumps answers each read of each user alike, whatever was done before."""

from __future__ import annotations

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from jira_linkfake import ANYONE, FakeJira
from jira_linkfake.jira.people.model import Everyone
from jira_linkfake.jira.webhooks.model import JQL_FILTER
from jira_linkfake.rest.operations import all_operations
from tests.properties.operations import AGILE, HIDDEN, OF_AN_ISSUE, reads
from tests.properties.telling import FILE, FORM
from tests.wire.schemas.states import full, requests_of, restricted

SERVED = [one.id for one in all_operations() if one.served]
LOOKS = {name for name in SERVED if name in reads()}
ALICE = ("alice@example.com", "any")
CALLERS = [FakeJira().auth, ALICE, None]
READS = sorted({json.dumps(one) for name in LOOKS for one in requests_of(name, 3)})
WRITES = sorted(name for name in SERVED if name not in LOOKS and requests_of(name, 3))
MORE = [
    [("DELETE", "project/HID?enableUndo=false", None)],
    [("DELETE", "issue/APP-1?deleteSubtasks=true", None)],
    [("DELETE", "issue/APP-2", None)],
    [("DELETE", "issueLink/10000", None)],
    [("DELETE", "user?accountId=712020:00000000-0000-4000-8000-000000010001", None)],
    [("DELETE", "group?groupname=devs", None)],
    [
        ("DELETE", "project/HID?enableUndo=false", None),
        (
            "POST",
            "project",
            {
                "key": "HID",
                "name": "Anew",
                "projectTypeKey": "business",
                "leadAccountId": "712020:00000000-0000-4000-8000-000000010000",
            },
        ),
    ],
    [("DELETE", "issueLinkType/10004", None)],
    [("DELETE", "filter/10003", None)],
    [("DELETE", f"{AGILE}/board/1", None)],
    [("POST", f"{AGILE}/sprint/2", {"state": "closed"})],
]
DONE = st.lists(
    st.tuples(st.sampled_from(WRITES) | st.integers(0, len(MORE) - 1), st.sampled_from(CALLERS)), max_size=6
)
ASKED = st.lists(st.sampled_from(READS), min_size=40, max_size=40, unique=True)
ALL_GO = [(place, CALLERS[0]) for place in (3, 7, 5, 2, 10, 9, 8, 0, 4, 1)]
"""What is there is deleted, one after the other."""


def planned():
    """Return the full site with more that is planned: each kind of board, sprint, share and place."""
    jira, auth = full()
    spikes = jira.add_filter("Spikes", "issue = HID-1 OR sprint = 'Sprint 2'", shared_with=[ANYONE])
    jira.add_filter(
        "Hidden", "project = HID", shared_with=[jira.project("HID"), Everyone.SIGNED_IN], favourite_of=["alice"]
    )
    jira.add_board("Team", filter=spikes, type="kanban", owner="alice")
    jira.add_board("Hidden", project="HID")
    for name, board in (("Sprint 3", "1"), ("Sprint 2", "3")):
        jira.add_sprint(name, board=board, start="2026-03-01", issues=["APP-2"])
    grant = {"holder": {"type": "projectRole", "value": "10000"}, "permission": "LINK_ISSUES"}
    hook = {"name": "CI", "url": "http://127.0.0.1:9/", "events": ["issuelink_created"], "secret": "s3cret"}
    for method, path, body in (
        ("POST", "permissionscheme", {"name": "Given", "description": "To APP", "permissions": [grant]}),
        ("PUT", "project/APP/permissionscheme", {"id": 10000}),
        ("POST", "permissionscheme", {"name": "Spare"}),
        ("POST", "/rest/webhooks/1.0/webhook", {**hook, "filters": {JQL_FILTER: "project = HID"}}),
        ("PUT", "filter/10001/columns", {"columns": ["summary", "customfield_10020"]}),
        ("PUT", "filter/defaultShareScope", {"scope": "AUTHENTICATED"}),
        ("PUT", f"{AGILE}/issue/rank", {"issues": ["APP-4", "APP-2"], "rankBeforeIssue": "APP-1"}),
        ("POST", f"{AGILE}/sprint/2/swap", {"sprintToSwapWith": 3}),
        ("POST", f"{AGILE}/epic/APP-9", {"name": "Whole", "color": {"key": "color_4"}, "done": True}),
        ("PUT", f"{AGILE}/issue/APP-2/estimation?boardId=1", {"value": "2.5"}),
    ):
        _do(jira, [(method, path, body)], CALLERS[0])
    return jira, auth


@settings(max_examples=10)
@example(done=ALL_GO, moved=False, asked=READS, made=planned)
@example(done=[(6, CALLERS[0]), ("createIssue", CALLERS[0])], moved=False, asked=READS, made=planned)
@example(done=[("addWorklog", CALLERS[0]), ("deleteWorklog", CALLERS[0])], moved=True, asked=READS, made=restricted)
@given(
    done=DONE,
    moved=st.booleans(),
    asked=st.lists(st.sampled_from(READS), min_size=40, max_size=40, unique=True),
    made=st.sampled_from([planned, restricted]),
)
def test_load_of_dump_answers_alike(done, moved, asked, made):
    """After `load(dump())` every read by every user is answered alike, and what is made next gets the same ids."""
    one, _ = made()
    for name, caller in done:
        _do(one, MORE[name] if isinstance(name, int) else requests_of(name, 3), caller)
    if moved and HIDDEN in {issue.key for issue in one.issues}:
        one.move_issue(HIDDEN, "TEAM-7")

    other = FakeJira()
    other.load(json.loads(json.dumps(one.dump())))

    assert other.dump() == one.dump()
    for caller in CALLERS:
        for request in asked:
            assert _told(one, request, caller) == _told(other, request, caller)


def _do(jira, requests, caller):
    """Send requests, in whose paths `{id}` is what one before them has made."""
    made = None
    for method, path, body in requests:
        sent = {"data": FILE % b"x", "headers": FORM} if path.endswith("/attachments") else {"json": body}
        reply = (
            jira.client()
            .open(_address(path.replace("{id}", str(made))), method=method, auth=caller, **sent)
            .get_json(silent=True)
        )
        made = reply.get("id", made) if isinstance(reply, dict) else made


def _address(path):
    return path if path.startswith("/") else f"/rest/api/3/{path}"


def _told(jira, request, caller):
    """Return what is answered to a request, of each issue where it is about one."""
    method, path, body = json.loads(request)
    paths = [path.replace("{key}", key) for key in OF_AN_ISSUE] if "{key}" in path else [path]
    replies = [jira.client().open(_address(one), method=method, auth=caller, json=body) for one in paths]
    return [(one, reply.status, reply.data) for one, reply in zip(paths, replies, strict=True)]
