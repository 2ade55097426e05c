"""A site that is loaded from what another one dumps answers each read of each user alike, whatever was done before."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from jira_linkfake import FakeJira
from jira_linkfake.rest.operations import all_operations
from tests.properties.operations import HIDDEN, OF_AN_ISSUE, reads
from tests.properties.telling import FILE, FORM
from tests.wire.schemas.states import full, requests_of, restricted

SERVED = [one.id for one in all_operations() if one.served]
LOOKS = {name for name in SERVED if name in reads()}
ALICE = ("alice@example.com", "any")
CALLERS = [FakeJira().auth, ALICE, None]
READS = sorted({json.dumps(one) for name in LOOKS for one in requests_of(name, 3)})
OF_PLANNING = {
    one.id
    for one in all_operations()
    if one.module.partition(".")[0]
    in ("filters", "boards", "sprints", "epics", "ranks", "permission_schemes", "webhooks")
}
"""Operations of what is in no data yet: the names of permission schemes are not, what they grant is."""
WRITES = sorted(name for name in SERVED if name not in LOOKS | OF_PLANNING and requests_of(name, 3))
MORE = [
    [("DELETE", "project/HID", None)],
    [("DELETE", "issue/APP-1?deleteSubtasks=true", None)],
    [("DELETE", "issue/APP-2", None)],
    [("DELETE", "issueLink/10000", None)],
    [("DELETE", "user?accountId=712020:00000000-0000-4000-8000-000000010001", None)],
    [("DELETE", "group?groupname=devs", None)],
    [
        ("DELETE", "project/HID", None),
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
]
DONE = st.lists(
    st.tuples(st.sampled_from(WRITES) | st.integers(0, len(MORE) - 1), st.sampled_from(CALLERS)), max_size=6
)
ASKED = st.lists(st.sampled_from(READS), min_size=40, max_size=40, unique=True)
ALL_GO = [(place, CALLERS[0]) for place in (3, 7, 5, 2, 0, 4, 1)]
"""What is there is deleted, one after the other."""


@settings(max_examples=25)
@example(done=ALL_GO, moved=False, asked=READS, made=full)
@example(done=[(6, CALLERS[0]), ("createIssue", CALLERS[0])], moved=False, asked=READS, made=full)
@example(done=[("addWorklog", CALLERS[0]), ("deleteWorklog", CALLERS[0])], moved=True, asked=READS, made=restricted)
@given(
    done=DONE,
    moved=st.booleans(),
    asked=st.lists(st.sampled_from(READS), min_size=40, max_size=40, unique=True),
    made=st.sampled_from([full, restricted]),
)
def test_load_of_dump_answers_alike(done, moved, asked, made):
    """After `load(dump())` every read by every user is answered alike, and what is made next gets the same ids."""
    one, _ = made()
    _forget_planning(one)
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


def _forget_planning(jira):
    """Take filters and what is Jira Software's off a site, as no data has them yet."""
    site, fields = jira.site, {*jira.site.software_fields.values()}
    for table in (site.boards, site.filters, site.epics, site.software_fields):
        table.clear()
    site.sprints = {}
    for field_id in fields:
        del site.fields[field_id]
    for issue in list(site.issues.values()):
        kept = {name: value for name, value in issue.custom_fields.items() if name not in fields}
        site.issues.put(replace(issue, custom_fields=kept))


def _do(jira, requests, caller):
    """Send requests, in whose paths `{id}` is what one before them has made."""
    made = None
    for method, path, body in requests:
        sent = {"data": FILE % b"x", "headers": FORM} if path.endswith("/attachments") else {"json": body}
        path = f"/rest/api/3/{path.replace('{id}', str(made))}"
        reply = jira.client().open(path, method=method, auth=caller, **sent).get_json(silent=True)
        made = reply.get("id", made) if isinstance(reply, dict) else made


def _told(jira, request, caller):
    """Return what is answered to a request, of each issue where it is about one."""
    method, path, body = json.loads(request)
    paths = [path.replace("{key}", key) for key in OF_AN_ISSUE] if "{key}" in path else [path]
    replies = [jira.client().open(f"/rest/api/3/{one}", method=method, auth=caller, json=body) for one in paths]
    return [(one, reply.status, reply.data) for one, reply in zip(paths, replies, strict=True)]
