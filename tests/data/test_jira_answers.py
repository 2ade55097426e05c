"""What Jira answered is loaded: each shape in which suites keep it, with ids, keys and both ends of links."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jira_linkfake import FakeJira, UsageError

MIA = {"accountId": "5b10a2844c20165700ede21g", "displayName": "Mia Krystof", "active": True}
BLOCKS = {"id": "10100", "name": "Blocks", "inward": "is blocked by", "outward": "blocks"}
OPEN = {"id": "1", "name": "Open", "statusCategory": {"id": 2, "key": "new", "name": "To Do"}}
REVIEW = {"id": "10321", "name": "In review", "statusCategory": {"id": 4, "key": "indeterminate"}}
BUG = {"id": "10004", "name": "Bug", "subtask": False, "avatarId": 10303, "hierarchyLevel": 0}


def doc(text: str) -> dict[str, Any]:
    """Return a text as an Atlassian document."""
    return {
        "type": "doc",
        "version": 1,
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]}],
    }


WHOLE = {
    "expand": "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
    "id": "12345",
    "self": "https://acme.atlassian.net/rest/api/3/issue/12345",
    "key": "OPS-7",
    "names": {"customfield_10016": "Story point estimate", "summary": "Summary"},
    "schema": {"customfield_10016": {"type": "number", "custom": "com.pyxis.greenhopper.jira:jsw-story-points"}},
    "fields": {
        "statuscategorychangedate": "2024-03-01T09:46:08.305+0100",
        "issuetype": BUG,
        "project": {"id": "10007", "key": "OPS", "name": "Operations", "projectTypeKey": "software"},
        "summary": "Disk is full",
        "description": doc("It is full."),
        "status": REVIEW,
        "priority": {"id": "2", "name": "High"},
        "resolution": None,
        "labels": ["disk"],
        "fixVersions": [{"id": "10031", "name": "1.0", "released": False, "archived": False}],
        "versions": [],
        "components": [{"id": "10012", "name": "Storage"}],
        "assignee": MIA,
        "reporter": {"accountId": "abc", "displayName": "Mia Krystof", "emailAddress": "mia@acme.example"},
        "creator": MIA,
        "created": "2024-02-28T10:00:00.000+0100",
        "updated": "2024-03-02T10:00:00.000+0100",
        "duedate": "2024-04-01",
        "timeoriginalestimate": 3600,
        "customfield_10016": 3.0,
        "customfield_10017": None,
        "watches": {"watchCount": 2, "isWatching": False},
        "votes": {"votes": 0, "hasVoted": False},
        "parent": {"id": "12300", "key": "OPS-1", "fields": {"summary": "The epic", "issuetype": {"name": "Epic"}}},
        "subtasks": [{"id": "12346", "key": "OPS-8", "fields": {"summary": "Clean up", "status": OPEN}}],
        "issuelinks": [
            {
                "id": "20001",
                "type": BLOCKS,
                "outwardIssue": {
                    "id": "11111",
                    "key": "APP-2",
                    "fields": {"summary": "Crash", "status": OPEN, "issuetype": BUG},
                },
            },
            {"id": "20002", "type": BLOCKS, "inwardIssue": {"id": "11112", "key": "APP-3"}},
        ],
        "comment": {
            "comments": [{"id": "30001", "author": MIA, "body": doc("Soon."), "created": "2024-03-01T10:00:00.0+0100"}],
            "total": 3,
        },
    },
    "changelog": {
        "histories": [
            {
                "id": "40002",
                "author": MIA,
                "created": "2024-03-02T10:00:00.000+0100",
                "items": [
                    {
                        "field": "status",
                        "fieldtype": "jira",
                        "fieldId": "status",
                        "from": "1",
                        "fromString": "Open",
                        "to": "10321",
                        "toString": "In review",
                    }
                ],
            },
            {"id": "40001", "author": MIA, "created": "2024-03-01T10:00:00.000+0100", "items": []},
        ]
    },
}


def read(jira: FakeJira, path: str) -> Any:
    """Return what the admin reads at a path."""
    reply = jira.client().get(f"/rest/api/3/{path}", auth=jira.auth)
    assert reply.status_code == 200, reply.text
    return json.loads(reply.data)


def test_a_whole_issue_is_as_jira_has_it() -> None:
    """An issue with all fields keeps its ids, its times, who is named, and what it is called."""
    jira = FakeJira()
    loaded = jira.load(WHOLE)

    fields = read(jira, "issue/OPS-7?expand=names,changelog")["fields"]
    kept = {name: fields[name]["id"] for name in ("status", "priority", "issuetype", "project")}
    assert kept == {"status": "10321", "priority": "2", "issuetype": "10004", "project": "10007"}
    assert (fields["status"]["name"], fields["status"]["statusCategory"]["key"]) == ("In review", "indeterminate")
    assert fields["description"] == doc("It is full.")
    assert fields["assignee"]["accountId"] == "5b10a2844c20165700ede21g"
    assert (fields["assignee"]["displayName"], fields["reporter"]["displayName"]) == ("Mia Krystof", "Mia Krystof (2)")
    assert (fields["created"], fields["updated"]) == ("2024-02-28T09:00:00.000+0000", "2024-03-02T09:00:00.000+0000")
    assert fields["statuscategorychangedate"] == "2024-03-01T08:46:08.305+0000"
    assert [one["id"] for one in fields["issuelinks"]] == ["20001", "20002"]
    assert (fields["parent"]["key"], [one["key"] for one in fields["subtasks"]]) == ("OPS-1", ["OPS-8"])
    assert (fields["customfield_10016"], fields["duedate"]) == (3.0, "2024-04-01")
    assert (fields["fixVersions"][0]["id"], fields["components"][0]["id"]) == ("10031", "10012")
    assert jira.sentences() == ["OPS-7 blocks APP-2", "APP-3 blocks OPS-7"]
    assert loaded.links == jira.sentences()
    assert sorted(loaded.issues) == ["APP-2", "APP-3", "OPS-1", "OPS-7", "OPS-8"]


def test_its_history_is_what_its_changelog_tells() -> None:
    """History has what the changelog shows, oldest first, and nothing of the loading."""
    jira = FakeJira()
    jira.load(WHOLE)
    values = read(jira, "issue/OPS-7/changelog")["values"]
    assert [(one["id"], [item["toString"] for item in one["items"]]) for one in values] == [("40002", ["In review"])]
    assert read(jira, "issue/APP-2/changelog")["values"] == []


def test_what_is_not_told_is_said() -> None:
    """What an answer cannot tell is said, a sentence each."""
    assert FakeJira().load(WHOLE).unknown == [
        "the email of Mia Krystof",
        "2 of the 3 comments of OPS-7",
        "who watches OPS-7: 2",
        "of APP-2 all but its key, summary, status, issuetype",
        "of APP-3 all but its key",
        "of OPS-8 all but its key, summary, status",
        "of OPS-1 all but its key, summary, issuetype",
    ]


def issue(key: str, **fields: Any) -> dict[str, Any]:
    """Return an issue as a search finds it, with little of it."""
    return {"key": key, "fields": {"summary": f"Summary of {key}", **fields}}


LINKED = issue("A-1", issuelinks=[{"type": {"name": "Blocks"}, "outwardIssue": {"key": "A-2"}}])
SERVER_USER = {"self": "http://jira:8080/rest/api/2/user?username=sdt1", "name": "sdt1", "displayName": "Sam Dent"}
RELATES = {"id": "10003", "name": "Relates", "inward": "relates to", "outward": "relates to"}

# Each as suites of others keep them: the name says which, then come the answers, the issues and the links.
SHAPES: dict[str, tuple[list[Any], list[str], list[str]]] = {
    "a page of search": (
        [{"expand": "schema,names", "startAt": 0, "maxResults": 50, "total": 1, "issues": [LINKED]}],
        ["A-1", "A-2"],
        ["A-1 blocks A-2"],
    ),
    "a page of search/jql": (
        [{"issues": [LINKED], "nextPageToken": "abc", "isLast": False}, {"issues": [issue("A-2")], "isLast": True}],
        ["A-1", "A-2"],
        ["A-1 blocks A-2"],
    ),
    "a list of issues": ([[LINKED, issue("A-3")]], ["A-1", "A-2", "A-3"], ["A-1 blocks A-2"]),
    "both ends of a link": (
        [LINKED, issue("A-2", issuelinks=[{"type": {"name": "Blocks"}, "inwardIssue": {"key": "A-1"}}])],
        ["A-1", "A-2"],
        ["A-1 blocks A-2"],
    ),
    "one link": (
        [{"id": "41313", "type": BLOCKS, "inwardIssue": {"key": "T-1"}, "outwardIssue": {"key": "T-10"}}],
        ["T-1", "T-10"],
        ["T-1 blocks T-10"],
    ),
    "a board, with sprints and an epic": (
        [
            {
                "startAt": 0,
                "maxResults": 50,
                "total": 1,
                "issues": [issue("B-1", sprint={"id": 37}, epic={"id": 5, "key": "B-9"}, flagged=False)],
            }
        ],
        ["B-1", "B-9"],
        [],
    ),
    "Jira Server, whose users have names": (
        [{**issue("JU-36", creator=SERVER_USER, assignee=SERVER_USER, description="*bold*"), "id": "67290"}],
        ["JU-36"],
        [],
    ),
    "what was made unrecognisable": (
        [
            {
                "issues": [
                    {
                        "id": "15398",
                        "self": "hidden",
                        "key": "ISSUE-1",
                        "fields": {
                            "issuetype": {"id": "hidden", "name": "Task", "hierarchyLevel": 0},
                            "project": {"id": "10104", "key": "hidden", "name": "hidden"},
                            "resolution": {"id": "10000", "name": "Done"},
                            "resolutiondate": "2023-11-07T09:46:08.305+0100",
                        },
                    }
                ],
                "total": 26,
            }
        ],
        ["ISSUE-1"],
        [],
    ),
    "a status without a name, and comments without ids": (
        [
            issue(
                "D-3", status={}, issuetype={}, comment={"comments": [{"body": doc("Validated.")}, {"body": "Again."}]}
            )
        ],
        ["D-3"],
        [],
    ),
    "a type of links that nobody knows": (
        [issue("C-1", issuelinks=[{"id": "7", "type": {"name": "Haunts"}, "outwardIssue": {"key": "C-2"}}])],
        ["C-1", "C-2"],
        ["C-1 Haunts C-2"],
    ),
    "ids that several share": (
        [{"issues": [{**issue("E-1"), "id": "10005"}, {**issue("E-4"), "id": "10005"}], "issueErrors": []}],
        ["E-1", "E-4"],
        [],
    ),
    "a changelog that names its issue": (
        [{"self": "https://x/rest/api/3/issue/TT-1/changelog", "values": [{"id": "5", "items": [{"field": "x"}]}]}],
        ["TT-1"],
        [],
    ),
    "a link to itself, and one without its other end": (
        [
            issue(
                "F-1",
                issuelinks=[
                    {"id": "1", "type": RELATES, "outwardIssue": {"key": "F-1"}},
                    {"id": "2", "type": RELATES, "outwardIssue": {"id": "10004"}},
                ],
            )
        ],
        ["F-1"],
        [],
    ),
    "what is not about issues": ([[], {"values": []}, {"self": "x", "name": "alice"}], [], []),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_is_loaded(shape: str) -> None:
    """Each shape of answers gives its issues and links, and what comes of it can be dumped and loaded again."""
    answers, issues, links = SHAPES[shape]
    jira = FakeJira()
    loaded = jira.load(*answers)

    assert (sorted(loaded.issues), loaded.links) == (issues, links)
    assert [
        one["key"] for one in read(jira, "search/jql?jql=project is not EMPTY order by key&fields=key")["issues"]
    ] == issues
    again = FakeJira()
    again.load(jira.dump())
    assert again.dump() == jira.dump()


def test_security_levels_let_everybody_see() -> None:
    """Who is in a security level is not told: everybody who has signed in sees its issues."""
    jira = FakeJira()
    level = {"id": "10100", "name": "Internal"}
    loaded = jira.load([issue("A-1", security=level), issue("A-2", security=level, project={"key": "A", "id": "7"})])
    assert read(jira, "issue/A-1")["fields"]["security"]["id"] == "10100"
    assert loaded.unknown == ["who is in the security level Internal of A: everybody who has signed in"]
    again = FakeJira()
    again.load(jira.dump())
    assert read(again, "issue/A-2")["fields"]["security"]["id"] == "10100"


def test_what_the_site_has_already_is_used() -> None:
    """Groups, roles, custom fields and people of the site are those of the answers, by name or by account."""
    jira = FakeJira()
    jira.add_group("devs", ["admin"])
    jira.add_role("Testers", project="A", members=["admin"]) if jira.add_project("A") else None
    field = jira.add_field("Points", type="number")
    alice = jira.add_user("alice")
    shown = [{"type": "group", "value": "devs"}, {"type": "role", "value": "Testers"}, {"type": "other"}]
    comments = [{"id": str(place), "body": "x", "visibility": one} for place, one in enumerate(shown, 1)]
    mine = {"accountId": alice.account_id, "displayName": "Somebody"}
    loaded = jira.load(issue("A-1", comment={"comments": comments}, assignee=mine, **{field.id: 3}))
    assert (len(read(jira, "issue/A-1/comment")["comments"]), jira.issue("A-1").assignee) == (3, alice)
    assert (jira.issue("A-1").custom_fields, len(jira.site.fields), loaded.unknown) == ({field.id: 3}, 1, [])


def test_what_has_no_name_is_left_out() -> None:
    """An issue without a key is said; versions, people and subtasks that have no name are left out."""
    jira = FakeJira()
    odd = issue(
        "A-1",
        fixVersions=[
            {"id": "1"},
            {"name": "1.0", "releaseDate": "2026-01-01", "description": "First"},
            {"name": "1.0"},
        ],
        assignee={"active": True},
        subtasks=[{"id": "5"}],
        issuetype={"name": "Epic"},
        project={"key": "A", "name": "Alpha", "projectTypeKey": "x", "projectCategory": {"name": "Inner"}},
    )
    loaded = jira.load(
        {"values": [odd]}, {"id": "77", "fields": {"summary": "x"}}, {"issues": [issue("B-1")], "isLast": False}
    )
    assert loaded.unknown == ["the key of the issue of the id 77", "the issues of further pages"]
    assert [(one.name, one.description) for one in jira.site.versions.by_id.values()] == [("1.0", "First")]
    assert (jira.issue("A-1").assignee, jira.issue("A-1").type.hierarchy_level, jira.project("A").type) == (
        None,
        1,
        "software",
    )


def test_what_the_site_has_makes_room() -> None:
    """A status or type whose id is another's in the answers gets a new id, also where issues have it."""
    jira = FakeJira()
    jira.add_issue("OLD-1", type="Epic")
    types = [{"id": "10000", "name": "Incident"}, {"id": "10001", "name": "Epic"}]
    jira.load(
        [
            {**issue(f"N-{place}", issuetype=one, status={"id": "10000", "name": "New"})}
            for place, one in enumerate(types, 1)
        ]
    )

    assert [jira.issue(key).type.name for key in ("OLD-1", "N-1", "N-2")] == ["Epic", "Incident", "Epic"]
    assert [jira.issue(key).type.id for key in ("N-1", "N-2")] == ["10000", "10001"]
    assert (jira.issue("N-1").status.id, jira.issue("OLD-1").status.name) == ("10000", "To Do")


def test_a_type_of_links_in_use_keeps_its_id() -> None:
    """A type that has links does not make room: the error says which, and nothing is loaded."""
    jira = FakeJira()
    jira.add_issues("A-1", "A-2")
    jira.add_link("A-1", "blocks", "A-2")
    wrong = issue("B-1", issuelinks=[{"type": {"id": "10000", "name": "Depends"}, "outwardIssue": {"key": "B-2"}}])
    with pytest.raises(UsageError, match=r"^the link type 'Blocks' has links, and the id 10000 of 'Depends'$"):
        jira.load(wrong)
    assert len(jira.issues) == 2


# The examples of Atlassian's reference, written anew: what is odd about each is here.
REFERENCE = {
    **issue(
        "ED-1",
        watcher={"isWatching": False, "watchCount": 1},
        attachment=[{"id": 10000, "filename": "picture.jpg", "size": 23123}],
        comment=[
            {
                "id": "10000",
                "author": MIA,
                "updateAuthor": MIA,
                "body": doc("Words."),
                "created": "2021-01-17T12:34:00.000+0000",
                "updated": "2021-01-18T23:45:00.000+0000",
                "visibility": {"type": "role", "value": "Administrators", "identifier": "Administrators"},
            }
        ],
        worklog=[
            {
                "id": "100028",
                "author": MIA,
                "comment": doc("Work."),
                "started": "2021-01-17T12:34:00.000+0000",
                "updated": "2021-01-18T23:45:00.000+0000",
                "timeSpent": "3h 20m",
                "timeSpentSeconds": 12000,
                "visibility": {"type": "group", "value": "jira-developers", "identifier": "276f955c"},
            }
        ],
        issuelinks=[
            {
                "id": "10001",
                "type": {"id": "10000", "name": "Dependent", "inward": "depends on", "outward": "is depended by"},
                "outwardIssue": {"id": "10004L", "key": "PR-2", "fields": {"status": {"name": "Open"}}},
            },
            {
                "id": "10002",
                "type": {"id": "10000", "name": "Dependent", "inward": "depends on", "outward": "is depended by"},
                "inwardIssue": {"id": "10004", "key": "PR-3", "fields": {"status": {"name": "Open"}}},
            },
        ],
        project={"id": "10000", "key": "EX", "name": "Example", "projectCategory": {"id": "10000", "name": "FIRST"}},
        timetracking={"originalEstimateSeconds": 600, "remainingEstimateSeconds": 200},
        updated=1,
        **{
            "sub-tasks": [
                {"id": "10000", "outwardIssue": {"id": "10003", "key": "ED-2"}, "type": {"id": "10000", "name": ""}}
            ]
        },
    ),
    "id": "10002",
}
HISTORIES = [
    {"id": "10001", "author": MIA, "created": 1492070429, "items": [{"field": "fields", "toString": "new summary"}]}
]


def test_the_references_examples_are_loaded() -> None:
    """An issue, a search and changelogs as the reference has them, odd as they are."""
    jira = FakeJira()
    loaded = jira.load(
        {"issues": [REFERENCE], "total": 1, "warningMessages": []},
        {"issueChangeLogs": [{"issueId": "10002", "changeHistories": HISTORIES}], "nextPageToken": "UxAQBFRF"},
        {"issueChangeLogs": [{"issueId": "10100", "changeHistories": HISTORIES}]},
        {"histories": HISTORIES, "startAt": 0, "total": 2},
    )

    assert jira.sentences() == ["ED-1 is depended by PR-2", "PR-3 is depended by ED-1"]
    assert (jira.issue("PR-3").id, jira.issue("ED-2").parent_id) == ("10004", "10002")
    assert [one.body for one in jira.comments_of("ED-1")] == ["Words."]
    assert [(one.id, one.seconds) for one in jira.worklogs_of("ED-1")] == [("100028", 12000)]
    assert jira.issue("ED-1").remaining_estimate == 200
    assert read(jira, "issue/ED-1/changelog")["values"][0]["items"][0]["toString"] == "new summary"
    assert loaded.unknown[0] == "of which issue a page of its changelog is"
    assert "of which issue '10100' a page of its changelog is" in loaded.unknown
    assert "who is in the group jira-developers: nobody" in loaded.unknown
    assert "the attachments of ED-1: what is in them" in loaded.unknown


def test_answers_and_data_are_loaded_at_once() -> None:
    """Data may name what answers have: the group that alone reads a comment gets its members."""
    jira = FakeJira()
    jira.load(REFERENCE, {"groups": [{"name": "jira-developers", "members": ["admin"]}], "links": ["ED-1 blocks ED-2"]})
    assert jira.sentences() == ["ED-1 is depended by PR-2", "PR-3 is depended by ED-1", "ED-1 blocks ED-2"]
    assert len(read(jira, "issue/ED-1/worklog")["worklogs"]) == 1
