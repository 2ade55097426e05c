"""Assertions about comments, issues, webhooks, requests and all links, and what they say when they fail."""

from __future__ import annotations

import re

import pytest

from jira_linkfake import ANYONE, UsageError


def _failure(assertion, *args, **kwargs):
    """Return the lines of an assertion that fails."""
    with pytest.raises(AssertionError) as caught:
        assertion(*args, **kwargs)
    return str(caught.value).splitlines()


@pytest.fixture
def commented(jira):
    """The site with comments of alice and bob on APP-1, bob's for devs alone."""
    jira.add_user("alice")
    jira.add_user("bob")
    jira.add_group("devs", ["bob"])
    jira.add_comment("APP-1", "Not before the release.", author="alice")
    jira.add_comment("APP-1", "It crashes", author="bob", visible_to="devs")
    return jira


def test_a_comment_is_asserted(commented):
    """A comment is there by a part of its text or a pattern, by its author, and for whom it is."""
    for args in (
        ("Not before the release.",),
        ("the release", "alice"),
        (re.compile("^not", re.IGNORECASE),),
        ("the release", "alice", ANYONE),
        ("crashes", commented.user("bob"), "devs"),
        ("crashes", None, commented.group("devs")),
    ):
        commented.assert_commented("APP-1", *args)


COMMENTS = [
    "Comments on APP-1:",
    "  alice: Not before the release.",
    "  bob for the group devs alone: It crashes",
]


@pytest.mark.parametrize(
    ("kwargs", "lines"),
    [
        ({"text": "Done"}, ["APP-1 has no comment 'Done'."]),
        ({"text": re.compile("[Dd]one")}, ["APP-1 has no comment that fits '[Dd]one'."]),
        (
            {"text": "release", "by": "bob"},
            ["APP-1 has no comment 'release' by bob.", "One says so, but it is by alice."],
        ),
        (
            {"text": "release", "by": "bob", "visible_to": "devs"},
            [
                "APP-1 has no comment 'release' by bob for the group devs alone.",
                "One says so, but it is by alice and it is visible to all.",
            ],
        ),
        (
            {"text": "crashes", "visible_to": ANYONE},
            [
                "APP-1 has no comment 'crashes' for everybody.",
                "One says so, but it is for the group devs alone.",
            ],
        ),
    ],
)
def test_a_missing_comment_tells_near_misses(commented, kwargs, lines):
    """A comment that says so but is otherwise by or for somebody else is told, and all comments are listed."""
    nobody = "No request reached https://your-domain.atlassian.net."
    assert _failure(commented.assert_commented, "APP-1", **kwargs) == [*lines, *COMMENTS, nobody]


def test_a_comment_elsewhere_and_a_removed_one_are_told(commented, ask):
    """A failed assertion says that another issue has the comment, and which request removed one."""
    commented.add_comment("APP-2", "Done")
    comment = commented.add_comment("APP-1", "Done").id
    commented.add_group("ops")
    commented.add_comment("APP-1", "Secret", visible_to="ops")
    ask("DELETE", f"issue/APP-1/comment/{comment}")
    assert _failure(commented.assert_commented, "APP-1", "Done")[:4] == [
        "APP-1 has no comment 'Done'.",
        "There is one on APP-2.",
        (
            f"One was removed: DELETE /rest/api/3/issue/APP-1/comment/{comment} by admin -> 204,"
            " removed a comment from APP-1"
        ),
        "Comments on APP-1:",
    ]
    assert _failure(commented.assert_commented, "APP-1", "Secret", visible_to="devs")[1] == (
        "One says so, but it is for the group ops alone."
    )


def test_an_issue_is_asserted(jira):
    """Fields are asserted by name, key or value, also custom ones by their name, and lists in any order."""
    jira.add_user("alice")
    points = jira.add_field("points", type="number")
    jira.set_issue(
        "APP-1", status="Done", labels=["b", "a"], assignee="alice", fields={points.id: 3, "duedate": "2026-02-01"}
    )
    jira.assert_issue("APP-1", status="Done", labels=["a", "b"], assignee="alice", summary="Summary of APP-1")
    jira.assert_issue(
        "APP-1", status=jira.issue("APP-1").status, assignee=jira.user("alice"), type="Task", parent=None, points=3
    )
    jira.assert_issue("APP-1", due="2026-02-01", project="APP", priority="Medium", security_level=None)
    child = jira.add_issue("APP-3", type="Sub-task", parent="APP-1")
    jira.assert_issue(child, parent="APP-1")
    jira.assert_issue(child, parent=jira.issue("APP-1"))


def test_an_issue_that_is_otherwise_tells_each_field(jira, ask):
    """A failed assertion has a line for each field, the requests that changed the issue, and the refused ones."""
    ask("PUT", "issue/APP-1", json={"fields": {"labels": ["crash"]}})
    ask("PUT", "issue/APP-1", json={"fields": {"status": {"name": "Done"}}})
    failure = _failure(jira.assert_issue, "APP-1", status="Done", labels=["bug"], assignee="admin", summary="New")
    assert failure[:7] == [
        "APP-1 (Task, To Do): Summary of APP-1 is not as asserted.",
        "  status is 'To Do', not 'Done'",
        "  summary is 'Summary of APP-1', not 'New'",
        "  labels is ['crash'], not ['bug']",
        "  assignee is not set, not 'admin'",
        "Requests that changed it:",
        "  PUT /rest/api/3/issue/APP-1 by admin -> 204, APP-1: labels + crash",
    ]
    assert failure[7] == "Refused requests:"
    with pytest.raises(UsageError) as caught:
        jira.assert_issue("APP-1", sumary="x")
    assert str(caught.value) == "issues have no field 'sumary': did you mean 'summary'?"


def test_a_webhook_is_asserted(jira, post_link, ask):
    """A webhook was sent, perhaps about an issue by either end of a link, and one that is gone now."""
    post_link(jira)
    ask("DELETE", "issue/APP-2")
    jira.assert_webhook_sent("issuelink_created")
    jira.assert_webhook_sent("issuelink_created", "LIB-1")
    jira.assert_webhook_sent("issuelink_created", jira.issue("APP-1"))
    jira.assert_webhook_sent("jira:issue_deleted", "APP-2")
    assert _failure(jira.assert_webhook_sent, "issuelink_created", "APP-2") == [
        "No webhook issuelink_created about APP-2 was sent.",
        "There is one about APP-1 and LIB-1.",
        "Webhooks:",
        "  issuelink_created APP-1 LIB-1",
        "  jira:issue_updated APP-1",
        "  jira:issue_updated LIB-1",
        "  jira:issue_deleted APP-2",
    ]
    assert _failure(jira.assert_webhook_sent, "comment_created")[:2] == [
        "No webhook comment_created was sent.",
        "Webhooks:",
    ]
    for args in (("issue_created",), ("issuelink_created", "APP-7")):
        with pytest.raises(UsageError, match="did you mean"):
            jira.assert_webhook_sent(*args)


def test_mail_is_asserted(jira, ask):
    """Mail about an issue was sent, to anybody or to a user; what was sent is told, and a copy of it can be kept."""
    users = [{"accountId": jira.add_user(name).account_id} for name in ("alice", "bea")]
    before = jira.snapshot()
    for body in ({"to": {"reporter": True}}, {"to": {"users": users}}):
        ask("POST", "issue/APP-1/notify", json={**body, "subject": "Done"})
    jira.assert_notified("APP-1")
    jira.assert_notified(jira.issue("APP-1"), user="alice")
    assert [(one.subject, one.text, [*map(str, one.recipients)]) for one in jira.notifications] == [
        ("Done", None, ["alice", "bea"])
    ]
    assert jira.notifications[0].sent == jira.clock.now
    assert jira.difference(before) == ["made the mail about APP-1: 'Done' to alice, bea"]
    assert _failure(jira.assert_notified, "APP-1", "admin")[:4] == [
        "No mail about APP-1 was sent to admin.",
        "Mail:",
        "  APP-1: 'Done' to alice, bea",
        "Refused requests:",
    ]
    assert _failure(jira.assert_notified, "LIB-1")[0] == "No mail about LIB-1 was sent."
    with pytest.raises(UsageError, match="did you mean 'alice'"):
        jira.assert_notified("APP-1", "alcie")


def test_a_request_is_asserted(jira, post_link, get):
    """A request was sent, in whatever version, perhaps so many times."""
    post_link(jira)
    get("issue/APP-1", version="2")
    get("issue/APP-1")
    jira.assert_requested("POST", "issueLink")
    jira.assert_requested("GET", "/issue/APP-1/", times=2)
    jira.assert_requested("DELETE", "issueLink", times=0)
    reads = [f"  GET /rest/api/{version}/issue/APP-1 by admin -> 200" for version in (2, 3)]
    assert _failure(jira.assert_requested, "GET", "issue/APP-1", times=1) == [
        "GET issue/APP-1 was requested 2 times, not once.",
        "Requests:",
        *reads,
    ]
    assert _failure(jira.assert_requested, "DELETE", "issue/APP-1") == [
        "DELETE issue/APP-1 was requested never.",
        "There the code asked for GET alone.",
        "Requests:",
        "  POST /rest/api/3/issueLink by admin -> 201, made 'APP-1 blocks LIB-1'",
        *reads,
    ]
    assert _failure(jira.assert_requested, "GET", "issue", times=2)[0] == "GET issue was requested never, not 2 times."
    with pytest.raises(UsageError, match="Jira has nothing at path='issuelnk'"):
        jira.assert_requested("GET", "issuelnk")


def test_requests_below_a_prefix_count():
    """The path is Jira's own, also on a site whose address has a path."""
    from jira_linkfake import FakeJira

    jira = FakeJira(base_url="https://example.com/jira")
    jira.client().get("/rest/api/2/serverInfo", base_url=jira.url)
    jira.assert_requested("GET", "serverInfo")


def test_all_links_are_asserted(jira, post_link):
    """Exactly these links are there, by either phrase, and none more."""
    jira.assert_links([])
    jira.add_link("APP-1", "blocks", "LIB-1")
    post_link(jira, "APP-2", "Relates", "APP-1")
    jira.assert_links(["LIB-1 is blocked by APP-1", "APP-1 relates to APP-2"])
    assert _failure(jira.assert_links, ["LIB-1 blocks APP-1", "APP-1 relates to APP-2"]) == [
        "The links are not those that were asserted.",
        "Missing:",
        "  LIB-1 blocks APP-1",
        (
            "The reverse is: APP-1 blocks LIB-1. "
            '(The issue that a request names as inwardIssue is the one that "blocks" the other.)'
        ),
        "Too many:",
        "  APP-1 blocks LIB-1, seeded by the test",
        "Links on the site:",
        "  APP-1 blocks LIB-1",
        "  APP-2 relates to APP-1",
    ]
    assert _failure(jira.assert_links, ["APP-1 blocks LIB-1"])[1:3] == [
        "Too many:",
        "  APP-2 relates to APP-1, made by POST /rest/api/3/issueLink",
    ]
    for wrong, sentence in (
        (["APP-1 blocks"], "'APP-1 blocks' is no sentence about a link: it takes an issue, a phrase and an issue"),
        ("APP-1 blocks LIB-1", "'APP-1 blocks LIB-1' is one sentence: it takes several, in a list"),
        (["APP-1 block LIB-1"], "no link type reads 'block': did you mean 'blocks'?"),
    ):
        with pytest.raises(UsageError) as caught:
            jira.assert_links(wrong)
        assert str(caught.value) == sentence


def test_a_remote_link_is_asserted_with_what_it_has(jira):
    """A remote link has a relationship and a global id as asserted, and a failure says what is otherwise."""
    jira.add_remote_link("APP-1", "https://example.com/1", relationship="is fixed by", global_id="ex=1")
    url = "https://example.com/1"
    jira.assert_remotely_linked("APP-1", url, relationship="is fixed by", global_id="ex=1")
    assert _failure(jira.assert_remotely_linked, "APP-1", url, relationship="fixes", global_id="ex=2") == [
        "APP-1 has no remote link to https://example.com/1 as asserted.",
        "There is one, but its relationship is 'is fixed by', not 'fixes' and its global_id is 'ex=1', not 'ex=2'.",
        "Remote links of APP-1:",
        "  is fixed by https://example.com/1",
        "No request reached https://your-domain.atlassian.net.",
    ]


def test_an_issue_reads_as_a_line(jira):
    """An issue says its key, type, status and summary."""
    assert str(jira.add_issue("APP-9", type="Bug", summary="Crash on save")) == "APP-9 (Bug, To Do): Crash on save"
    assert jira.add_issue("APP-10", labels=("a", "b")).labels == ["a", "b"]


def test_each_write_says_what_it_did(jira, ask):
    """A line of the report says which issue was made, deleted or changed, and how."""
    issue = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "S", "labels": ["a", "b"]}
    ask("POST", "issue", json={"fields": issue})
    ask("PUT", "issue/APP-3", json={"fields": {"summary": "N" * 61, "labels": ["b", "c"], "duedate": "2026-02-01"}})
    ask("PUT", "issue/APP-3", json={"fields": {"labels": ["c", "b"], "priority": None}})
    ask("POST", "issue/APP-3/transitions", json={"transition": {"id": "31"}})
    ask("POST", "issue/APP-3/remotelink", json={"object": {"url": "https://example.com/1", "title": "One"}})
    ask("DELETE", "issue/APP-3/remotelink/10000", json={}, headers={"Content-Type": "application/json"})
    comment = jira.add_comment("APP-3", "Said").id
    ask("PUT", f"issue/APP-3/comment/{comment}", version="2", json={"body": "Meant"})
    ask("DELETE", "issue/APP-3")
    arrow = "\N{RIGHTWARDS ARROW}"
    changes = [exchange.changes for exchange in jira.exchanges]
    assert changes[:3] == [
        ("made APP-3",),
        (f"APP-3: summary S {arrow} {'N' * 57}..., labels + c - a, duedate none {arrow} 2026-02-01 00:00:00.0",),
        (f"APP-3: priority Medium {arrow} none, labels in another order",),
    ]
    assert f"status To Do {arrow} Done" in changes[3][0]
    assert changes[4:] == [
        ('APP-3: + remote link to "One (Web Link)"',),
        ('APP-3: - remote link to "One (Web Link)"',),
        ("changed a comment on APP-3",),
        ("deleted APP-3",),
    ]


@pytest.mark.parametrize("event", ["attachment_created", "attachment_deleted", "jira:version_created"])
def test_a_webhook_of_no_issue_is_asserted(jira, ask, event):
    """What a webhook tells of a file or a version names no issue: it is listed so, and an issue is asked in vain."""
    jira.add_attachment("APP-1", "notes.txt", b"Faster")
    ask("DELETE", "attachment/10000")
    ask("POST", "version", json={"name": "1.0", "projectId": 10000})
    failure = _failure(jira.assert_webhook_sent, "comment_created", "APP-1")
    assert failure[1:] == ["Webhooks:", "  attachment_deleted", "  jira:issue_updated APP-1", "  jira:version_created"]
    with pytest.raises(UsageError, match=f"a webhook {event} does not say of which issue it is: leave the issue out"):
        jira.assert_webhook_sent(event, "APP-1")


def test_each_sentence_says_one_link_where_a_type_reads_alike(jira):
    """Of two links that read alike, a sentence says one; one link is not said by two sentences."""
    jira.add_link("APP-1", "relates to", "APP-2")
    with pytest.raises(AssertionError, match="Missing:"):
        jira.assert_links(["APP-1 relates to APP-2", "APP-2 relates to APP-1"])
    jira.add_link("APP-2", "relates to", "APP-1")
    with pytest.raises(AssertionError, match="Too many:\n  APP-2 relates to APP-1"):
        jira.assert_links(["APP-2 relates to APP-1"])
    jira.assert_links(["APP-1 relates to APP-2", "APP-2 relates to APP-1"])
