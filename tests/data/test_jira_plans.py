"""What Jira Software answered is loaded: boards, sprints, epics, ranks and filters, as far as answers tell."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jira_linkfake import FakeJira

API, AGILE = "/rest/api/3", "/rest/agile/1.0"
MIA = {"accountId": "5b10a2844c20165700ede21g", "displayName": "Mia Krystof", "emailAddress": "mia@acme.example"}
SITE = "https://your-domain.atlassian.net"


def read(jira: FakeJira, path: str) -> Any:
    """Return what the admin reads at a path."""
    reply = jira.client().get(path, auth=jira.auth)
    assert reply.status_code == 200, reply.text
    return json.loads(reply.data)


def of_board(jira: FakeJira, path: str) -> Any:
    """Return what the admin reads at a path, without the columns of a board, which no answer tells with their names."""
    found = read(jira, path)
    return {name: value for name, value in found.items() if name != "columnConfig"} if path in CONFIGURED else found


def planned() -> FakeJira:
    """Return a site on which is planned, and one board is gone."""
    jira = FakeJira()
    jira.add_project("OPS", name="Operations")
    jira.add_board("Old", project="OPS")
    jira.add_group("devs", ["admin"])
    jira.add_role("Leads", project="OPS", members=["admin"])
    jira.add_user("mia", email="mia@acme.example")
    jira.add_issue("OPS-9", type="Epic", summary="The whole")
    jira.add_issue("OPS-1", parent="OPS-9", reporter="mia")
    jira.add_issue("OPS-2", status="Done")
    jira.add_issue("OPS-3")
    jira.add_issue("OPS-4", type="Sub-task", parent="OPS-1")
    shared_with = ["devs", "Leads", jira.project("OPS"), "mia"]
    bugs = jira.add_filter("Bugs", "project = OPS AND sprint in openSprints()", owner="mia", shared_with=shared_with)
    board = jira.add_board("Team", project="OPS")
    jira.add_board("Kanban", filter=bugs, type="kanban")
    for name, state, issues in (
        ("S 1", "closed", ["OPS-1", "OPS-2"]),
        ("S 2", "active", ["OPS-1"]),
        ("S 3", "future", []),
    ):
        jira.add_sprint(name, board=board, state=state, goal=f"Goal of {name}", issues=issues)
    for method, path, body in (
        ("PUT", "issue/rank", {"issues": ["OPS-3"], "rankBeforeIssue": "OPS-9"}),
        ("POST", "epic/OPS-9", {"name": "Whole", "color": {"key": "color_4"}, "done": True}),
        ("PUT", "issue/OPS-1/estimation?boardId=2", {"value": "5"}),
        ("DELETE", "board/1", None),
    ):
        assert jira.client().open(f"{AGILE}/{path}", method=method, json=body, auth=jira.auth).status_code < 300
    return jira


CONFIGURED = (f"{AGILE}/board/2/configuration", f"{AGILE}/board/3/configuration")
ANSWERS = (
    f"{API}/search/jql?jql=project = OPS&fields=*all&expand=names,schema",
    f"{AGILE}/board",
    *CONFIGURED,
    f"{AGILE}/board/2/sprint",
    f"{AGILE}/board/2/epic",
    f"{API}/filter/search?expand=description,owner,jql,sharePermissions,editPermissions",
)
READS = (
    *ANSWERS[1:],
    f"{AGILE}/board/2/issue?fields=customfield_10020,customfield_10019,customfield_10014,customfield_10028,sprint",
    f"{AGILE}/board/2/backlog?fields=epic",
    f"{AGILE}/board/3/issue?fields=summary",
    f"{AGILE}/sprint/2/issue?fields=closedSprints",
    f"{AGILE}/epic/OPS-9/issue?fields=parent",
    f"{AGILE}/epic/OPS-9",
    f"{API}/search/jql?jql=project = OPS ORDER BY rank&fields=key",
    f"{API}/filter/10001",
)


def test_what_a_site_answers_makes_its_boards_again() -> None:
    """From what a site has answered comes one that answers the same of boards, sprints, epics, ranks and filters."""
    jira, again = planned(), FakeJira()
    loaded = again.load(*(read(jira, path) for path in ANSWERS))

    assert [path for path in READS if of_board(again, path) != of_board(jira, path)] == []
    assert [one for one in loaded.unknown if not one.startswith("who watches")] == [
        "who is in the group devs: nobody",
        "who is in the role Leads: nobody",
        "the columns of the board Team: one for each category of statuses",
        "the columns of the board Kanban: one for each category of statuses",
    ]


def issue(key: str, **fields: Any) -> dict[str, Any]:
    """Return an issue as a search finds it, with little of it."""
    return {"key": key, "fields": {"summary": f"Summary of {key}", **fields}}


OLD = (
    "com.atlassian.greenhopper.service.sprint.Sprint@1f39b706[id=55,rapidViewId=3,state=CLOSED,name=S 12, the last,"
    "startDate=2024-01-01T09:00:00.000Z,endDate=2024-01-15T09:00:00.000Z,completeDate=<null>,sequence=55,goal=]"
)
S4 = {"id": 4, "name": "S4", "state": "active", "boardId": 7, "startDate": "2024-02-01T09:00:00.000Z"}
# Each as suites of others keep them: answers, the sprints of A-1, the boards of the site, and what is unknown of plans.
SHAPES: dict[str, tuple[list[Any], list[str], list[str], list[str]]] = {
    "the field Sprint": (
        [issue("A-1", customfield_10007=[S4])],
        ["4 S4 (active)"],
        ["7 Board 7 (scrum): project in (A) ORDER BY Rank ASC"],
        ["of the board 7 all but that it has sprints", "what the board Board 7 shows: all of A"],
    ),
    "the field Sprint as it was once": (
        [issue("A-1", customfield_10020=[OLD])],
        ["55 S 12, the last (closed)"],
        ["3 Board 3 (scrum): project in (A) ORDER BY Rank ASC"],
        ["of the board 3 all but that it has sprints", "what the board Board 3 shows: all of A"],
    ),
    "little of a sprint": (
        [issue("A-1", customfield_10020=[{"id": 4, "name": "S4"}]), issue("A-2", customfield_10099=[{"id": "5"}])],
        ["4 S4 (future)"],
        ["1 Board 1 (scrum): project in (A) ORDER BY Rank ASC"],
        [
            "the state of the sprint S4",
            "on which board the sprint S4 was made",
            "of the board 1 all but that it has sprints",
            "what the board Board 1 shows: all of A",
        ],
    ),
    "issues of a board": (
        [
            {"self": f"{SITE}{AGILE}/board/92", "id": 92, "name": "Ours", "type": "simple"},
            {
                "issues": [
                    issue(
                        "A-1",
                        sprint={"id": 5, "self": f"{SITE}{AGILE}/sprint/5", "state": "future", "name": "Next"},
                        closedSprints=[{"id": 4, "state": "closed", "name": "Last", "originBoardId": 92}],
                    )
                ],
                "total": 1,
            },
        ],
        ["4 Last (closed)", "5 Next (future)"],
        ["92 Ours (simple): project in (A) ORDER BY Rank ASC"],
        ["on which board the sprint Next was made", "what the board Ours shows: all of A"],
    ),
    "two sprints that are open, of a sub-task and of another issue": (
        [
            issue("A-1", customfield_10020=[S4, {**S4, "id": 5, "state": "future", "name": "S5"}]),
            issue("A-2", customfield_10020=[S4], issuetype={"name": "Sub-task", "subtask": True}),
        ],
        ["5 S5 (future)"],
        ["7 Board 7 (scrum): project in (A) ORDER BY Rank ASC"],
        ["of the board 7 all but that it has sprints", "what the board Board 7 shows: all of A"],
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_is_loaded(shape: str) -> None:
    """Each shape of answers gives its sprints and boards, and what comes of it can be dumped and loaded again."""
    answers, sprints, boards, unknown = SHAPES[shape]
    jira = FakeJira()
    loaded = jira.load(*answers)

    field = read(jira, f"{API}/issue/A-1")["fields"][jira.site.software_fields["sprint"]]
    assert [f"{one['id']} {one['name']} ({one['state']})" for one in field] == sprints
    site = jira.site
    assert [f"{one.id} {one}: {site.filters[one.filter_id].jql}" for one in site.boards.values()] == boards
    assert loaded.unknown == unknown
    again = FakeJira()
    again.load(jira.dump())
    assert again.dump() == jira.dump()


def test_the_references_examples_are_loaded() -> None:
    """Boards, a configuration, sprints and epics as the reference has them, odd as they are."""
    jira = FakeJira()
    closed = {"id": 37, "self": f"{SITE}{AGILE}/sprint/23", "state": "closed", "name": "sprint 1", "originBoardId": 5}
    closed |= {"startDate": "2015-04-11T15:22:00.000+10:00", "endDate": "2015-04-20T01:22:00.000+10:00"}
    closed |= {"completeDate": "2015-04-20T11:04:00.000+10:00", "goal": "sprint 1 goal"}
    coming = [{"id": one, "state": "future", "name": f"sprint {one - 70}"} for one in (73, 72)]
    board = {"id": 84, "self": f"{SITE}{AGILE}/board/84", "name": "scrum board"}
    location = {
        "projectId": 10040,
        "userAccountId": MIA["accountId"],
        "displayName": "Mia",
        "projectKey": "Example Key",
    }
    epic = {"self": f"{SITE}{AGILE}/epic/23", "name": "epic 1", "summary": "epic 1 summary", "done": True}
    loaded = jira.load(
        {"isLast": False, "values": [{**board, "type": "scrum"}, {"id": 92, "name": "kanban board", "type": "kanban"}]},
        {**board, "location": location},
        {
            "id": 10000,
            "name": "Board",
            "self": f"{SITE}{AGILE}/board/84/config",
            "location": {"type": "project", "key": "PROJ", "id": "10010", "name": "name"},
            "filter": {"id": "1001", "self": f"{SITE}/filter/1001"},
            "ranking": {"rankCustomFieldId": 10018},
            "estimation": {"type": "field", "field": {"fieldId": "customfield_10002", "displayName": "Story Points"}},
        },
        {"isLast": True, "values": [*coming, closed]},
        {
            "values": [
                {**epic, "id": 37, "color": {"key": "color_4"}},
                {"id": 38, "name": "Lost", "color": {}, "done": False},
            ]
        },
        {"id": 39, "key": "PROJ-8", "name": "Odd", "color": {"key": "color_12"}, "self": f"{SITE}{AGILE}/epic/39"},
        {**issue("PROJ-7", customfield_10018="0|hzzzzz:", issuetype={"name": "Epos"}), "id": "37"},
        issue("PROJ-9", customfield_10002=3, customfield_10018="9223372036854775807", customfield_10014="PROJ-7"),
        {"values": [{"id": 1, "boardId": 1, "name": "Bugs", "jql": "issueType = bug", "description": "Bugs alone"}]},
    )

    site = jira.site
    assert [str(one) for one in site.boards.values()] == [
        "Board 5 (scrum)",
        "scrum board (scrum)",
        "kanban board (kanban)",
        "Board (scrum)",
        "Board 10001 (scrum)",
    ]
    assert [str(one) for one in site.sprints.values()] == [
        "sprint 3 (future)",
        "sprint 2 (future)",
        "sprint 1 (closed)",
    ]
    assert (site.boards["84"].owner.name, site.filters["1001"].name) == ("Mia", "Filter for Board")
    assert str(site.sprints["37"].completed) == "2015-04-20 01:04:00+00:00"
    assert read(jira, f"{AGILE}/epic/PROJ-7")["color"] == {"key": "color_4"}
    assert read(jira, f"{AGILE}/issue/PROJ-9/estimation?boardId=84")["value"] == "3.0"
    assert read(jira, f"{AGILE}/board/10000/configuration")["ranking"] == {"rankCustomFieldId": 10018}
    assert jira.issue("PROJ-9").parent_id == "37"
    for sentence in (
        "the boards of further pages",
        "the key of the epic 38",
        "the color of the epic PROJ-8: color_12",
        "the rank of PROJ-9: 9223372036854775807",
        "on which board the sprint sprint 2 was made",
        "what the board kanban board shows: all",
        "what the board Board shows: all of PROJ",
    ):
        assert sentence in loaded.unknown


def test_filters_are_loaded_as_far_as_they_tell() -> None:
    """Filters come with whom they are shared with; one without its query is left out, and a board of it shows less."""
    jira = FakeJira()
    jira.add_filter("bugs", "type = Bug")
    one = {
        "self": f"{SITE}{API}/filter/10100",
        "id": "10100",
        "name": "Bugs",
        "jql": "type = Spike",
        "favouritedCount": 2,
    }
    shares: list[dict[str, Any]] = [
        {"id": 1, "type": "global"},
        {"id": 2, "type": "project", "project": {"key": "EX", "id": "10000", "name": "Example"}},
        {"id": 3, "type": "project-unknown"},
        {"type": "user", "user": MIA},
    ]
    board = {"id": 5, "name": "Lost", "type": "scrum", "filter": {"id": "10200"}, "self": f"{SITE}{AGILE}/board/5"}
    answers = [
        [
            {
                **one,
                "sharePermissions": shares,
                "editPermissions": [{"id": 4, "type": "group", "group": {"name": "devs"}}],
            }
        ],
        {"id": "10200", "name": "No query", "self": f"{SITE}{API}/filter/10200"},
        {"id": "10300", "name": "Mine", "jql": "", "owner": MIA, "description": "All"},
        board,
    ]
    loaded = jira.load(*answers)

    assert [(one.id, one.name, one.owner.name) for one in jira.site.filters.values()] == [
        ("10000", "bugs", "admin"),
        ("10100", "Bugs (2)", "admin"),
        ("10200", "Filter for Lost", "admin"),
        ("10300", "Mine", "Mia Krystof"),
    ]
    found = read(jira, f"{API}/filter/10100")
    assert [share["type"] for share in found["sharePermissions"]] == ["global", "project", "user"]
    assert [share["group"]["name"] for share in found["editPermissions"]] == ["devs"]
    assert loaded.unknown == [
        "whose the filter Bugs is: the admin's",
        "who has the filter Bugs (2) among the favourites: 2",
        "with whom the filter Bugs (2) is shared: project-unknown",
        "who is in the group devs: nobody",
        "the query of the filter No query, which is left out",
        "what the board Lost shows: all",
        "what the filter Bugs (2) finds: admin sees no type 'Spike': there is none",
    ]
    assert (jira.load(*answers).unknown, len(jira.site.boards)) == ([], 1)  # what is there already stays
