"""Boards and sprints: what history and webhooks tell of them, who sees what, and what the verbs take."""

import pytest

from jira_linkfake import UsageError
from jira_linkfake.jira.boards.fields import bring_fields, put_software_field
from tests.clients.methods.outcomes import keys

AGILE = "/rest/agile/1.0"


@pytest.fixture
def agile(jira):
    """Return a function that sends a request to Jira Software, unless told otherwise as the admin."""

    def agile(method, path, body=None, *, auth=jira.auth):
        return jira.client().open(f"{AGILE}/{path}", method=method, json=body, auth=auth)

    return agile


@pytest.fixture
def team(jira):
    """A board of the project APP, with a sprint that is under way and one that is to come."""
    board = jira.add_board("Team", project="APP")
    jira.add_issue("APP-3", status="Done")
    jira.add_sprint("Sprint 1", board=board, state="active", issues=["APP-1", "APP-3"])
    jira.add_sprint("Sprint 2", board=board)
    return board


def _items(get, key):
    return [item for entry in get(f"issue/{key}/changelog")["values"] for item in entry["items"]]


def test_fields_come_with_the_first_board(jira, get):
    """A site has no field of Jira Software before its first board, and the numbers that are free afterwards."""
    jira.add_issue("APP-9", fields={"customfield_10020": "own"})
    assert "Sprint" not in [one["name"] for one in get("field")]

    jira.add_board("Team", project="APP")
    jira.add_board("Other", project="APP")

    kinds = {one["name"]: one["schema"].get("custom") for one in get("field") if one["custom"]}
    assert kinds == {
        "customfield_10020": "customfield_10020",
        "Epic Name": "com.pyxis.greenhopper.jira:gh-epic-label",
        "Epic Link": "com.pyxis.greenhopper.jira:gh-epic-link",
        "Rank": "com.pyxis.greenhopper.jira:gh-lexo-rank",
        "Sprint": "com.pyxis.greenhopper.jira:gh-sprint",
        "Story Points": "com.atlassian.jira.plugin.system.customfieldtypes:float",
    }
    fields = get("issue/APP-9")["fields"]
    assert fields["customfield_10020"] == "own"
    assert fields[jira.site.software_fields["sprint"]] is None


def test_fields_may_have_other_numbers_and_names(jira):
    """So they are found where they are on a real site; the others have the usual ones."""
    bring_fields(jira.site, {"rank": 10500})
    assert (jira.site.software_fields["rank"], jira.site.software_fields["sprint"]) == (
        "customfield_10500",
        "customfield_10020",
    )
    field = put_software_field(jira.site, "sprint", 10600, "Iteration")
    assert (field.id, field.name, field.clauses) == ("customfield_10600", "Iteration", ("cf[10600]", "Iteration"))


def test_ranking_takes_no_board(jira, agile, get):
    """Issues are ranked on a site without a board as on others, and have the field Rank then."""
    assert agile("PUT", "issue/rank", {"issues": ["APP-1"], "rankAfterIssue": "APP-2"}).status_code == 204
    assert keys(jira, "project = APP ORDER BY rank") == ["APP-2", "APP-1"]
    assert [one["id"] for one in get("field") if one["name"] == "Rank"] == ["customfield_10019"]


def test_fields_are_locked(jira, agile, get, team):
    """None of Jira Software's fields can be deleted, and boards go on having them."""
    for field_id in jira.site.software_fields.values():
        answer = jira.client().delete(f"/rest/api/3/field/{field_id}", auth=jira.auth)
        assert (answer.status_code, answer.json["errorMessages"]) == (
            400,
            [f"The custom field '{field_id}' is locked."],
        )

    locked = [one["name"] for one in get("field/search?expand=isLocked&type=custom")["values"] if one["isLocked"]]
    assert locked == ["Epic Name", "Epic Link", "Rank", "Sprint", "Story Points"]
    configuration = agile("GET", f"board/{team.id}/configuration").json
    assert configuration["ranking"] == {"rankCustomFieldId": 10019}


def test_history_tells_of_sprints_and_ranks(agile, get, team):
    """A history has all sprints before and after, by ids and names, and whether an issue was ranked higher or lower."""
    assert agile("POST", "sprint/2/issue", {"issues": ["APP-1"], "rankAfterIssue": "APP-3"}).status_code == 204
    assert agile("PUT", "issue/rank", {"issues": ["APP-1"], "rankBeforeIssue": "APP-2"}).status_code == 204

    told = [
        (item["field"], item["from"], item["fromString"], item["to"], item["toString"]) for item in _items(get, "APP-1")
    ]
    assert told == [
        ("Sprint", "1", "Sprint 1", "2", "Sprint 2"),
        ("Rank", "", "", "", "Ranked lower"),
        ("Rank", "", "", "", "Ranked higher"),
    ]
    assert {(item["field"], item["fieldId"], item["fieldtype"]) for item in _items(get, "APP-1")} == {
        ("Sprint", "customfield_10020", "custom"),
        ("Rank", "customfield_10019", "custom"),
    }


def test_history_tells_of_all_sprints_that_an_issue_was_in(jira, agile, get, team):
    """What a closed sprint left undone is in the next one too, and stays in both; 50 issues go there at once."""
    assert agile("POST", "sprint/1", {"state": "closed"}).status_code == 200
    assert agile("POST", "backlog/issue", {"issues": 50 * ["APP-1"]}).status_code == 204
    assert [(item["from"], item["fromString"], item["to"], item["toString"]) for item in _items(get, "APP-1")] == [
        ("1", "Sprint 1", "1, 2", "Sprint 1, Sprint 2"),
        ("1, 2", "Sprint 1, Sprint 2", "1", "Sprint 1"),
    ]


def test_a_kanban_board_leaves_out_what_is_released(jira, agile):
    """A Scrum board has it; either is in the order that is asked for, which may be that of sprints."""
    jira.add_version("1.0", project="APP", released=True)
    jira.add_issue("APP-3", fix_versions=["1.0"])
    jira.add_board("Flow", project="APP", type="kanban")
    jira.add_board("Team", project="APP")
    jira.add_sprint("Sprint 1", board="Team", issues=["APP-2"])

    def shown(board):
        issues = agile("GET", f"board/{board}/issue?fields=key&jql=ORDER BY Sprint, key DESC").json["issues"]
        return [one["key"] for one in issues]

    assert (shown(1), shown(2)) == (["APP-2", "APP-1"], ["APP-2", "APP-3", "APP-1"])


def test_webhooks_tell_of_sprints_and_boards(jira, agile, team):
    """What is made, changed, started, closed and deleted is told, with what a changed sprint was."""
    dates = {"startDate": "2026-01-01T00:00:00.000Z", "endDate": "2026-01-15T00:00:00.000Z"}
    agile("POST", "sprint", {"name": "Sprint 3", "originBoardId": 1})
    agile("POST", "sprint/3", {"goal": "Rest"})
    agile("POST", "sprint/1", {"state": "closed"})
    agile("POST", "sprint/2", {"state": "active", **dates})
    agile("DELETE", "sprint/3")
    agile("POST", "board", {"name": "New", "type": "kanban", "filterId": 10000})
    agile("DELETE", "board/2")

    told = [one for one in jira.webhooks if not one.event.startswith("jira:")]
    assert [one.event for one in told] == [
        "sprint_created",
        "sprint_updated",
        "sprint_closed",
        "sprint_started",
        "sprint_deleted",
        "board_created",
        "board_deleted",
    ]
    assert [told[place].payload["sprint"]["name"] for place in (0, 4)] == ["Sprint 3", "Sprint 3"]
    assert told[1].payload["sprint"]["goal"] == "Rest"
    assert "goal" not in told[1].payload["oldValue"]
    assert (told[2].payload["oldValue"]["state"], told[2].payload["sprint"]["state"]) == ("active", "closed")
    assert [told[place].payload["board"]["name"] for place in (5, 6)] == ["New", "New"]


def test_webhook_of_an_issue_tells_the_sprint_that_it_was_in(jira, agile, team):
    """A payload that is looked at late has the sprints of its moment."""
    agile("PUT", "issue/rank", {"issues": ["APP-1"], "rankAfterIssue": "APP-2"})
    agile("DELETE", "sprint/1")

    updated = jira.webhooks.of("jira:issue_updated")
    sprint = jira.site.software_fields["sprint"]
    assert [one["name"] for one in updated[0].payload["issue"]["fields"][sprint]] == ["Sprint 1"]
    assert updated[-1].payload["issue"]["fields"][sprint] is None


def test_new_issue_stands_behind_what_was_ranked_last(jira, agile, team):
    """Whatever was ranked behind all others, an issue that comes later is behind it."""
    agile("PUT", "issue/rank", {"issues": ["APP-1"], "rankAfterIssue": "APP-3"})
    jira.add_issue("APP-4")

    issues = agile("GET", "board/1/issue?fields=key").json["issues"]
    assert [one["key"] for one in issues] == ["APP-2", "APP-3", "APP-1", "APP-4"]


def test_deleted_issue_and_board_leave_nothing_behind(jira, ask, agile, team):
    """An epic's looks go with it; the board of a filter that is gone is seen by nobody."""
    jira.add_issue("APP-5", type="Epic")
    for change in ({"name": "Saving"}, {"done": True}):
        assert agile("POST", "epic/APP-5", change).status_code == 200
    assert agile("GET", "epic/APP-5").json["name"] == "Saving"
    assert ask("DELETE", "issue/APP-5").status_code == 204
    assert jira.site.epics == {}
    assert ask("DELETE", "filter/10000").status_code == 204
    assert agile("GET", "board/1").status_code == 404
    assert agile("GET", "sprint/1").status_code == 200  # by its issues
    assert agile("GET", "sprint/2").status_code == 404


def test_board_shows_each_caller_what_they_see(jira, agile, team):
    """Issues, sprints and epics of a board are told without those that are hidden, and so are their numbers."""
    alice = jira.add_user("alice")
    jira.add_issue("APP-6", type="Epic", visible_to=["admin"])
    jira.add_issue("APP-7", parent="APP-6")
    jira.add_issue("APP-8", visible_to=["admin"])
    jira.add_board("Private", filter=jira.add_filter("Private", "project = APP"))
    hidden = jira.add_sprint("Hidden", board="Private", issues=["APP-8"])

    def told(user):
        return (
            agile("GET", "board/1/issue", auth=user.auth).json["total"],
            agile("GET", "board/1/epic", auth=user.auth).json["total"],
            agile("GET", "board/1/sprint", auth=user.auth).json["total"],
            agile("GET", "issue/APP-7?fields=epic", auth=user.auth).json["fields"]["epic"] is None,
            agile("GET", f"sprint/{hidden.id}", auth=user.auth).status_code,
        )

    assert told(jira.default_user) == (5, 1, 3, False, 200)
    assert told(alice) == (4, 0, 2, True, 404)


def test_board_does_not_tell_a_project_that_is_hidden(jira, agile):
    """Who sees a board's filter sees the board, but not where it is if they may not browse that project."""
    alice = jira.add_user("alice")
    jira.add_board("Bugs", jql="type = Bug", project="LIB")
    jira.add_board("Shared", filter=jira.add_filter("Shared", "type = Bug", shared_with=[alice]), project="LIB")
    jira.add_board("All", jql="type = Bug")
    jira.deny("BROWSE_PROJECTS", "alice", project="LIB")

    boards = agile("GET", "board", auth=alice.auth).json["values"]
    assert [(one["name"], "location" in one) for one in boards] == [("Shared", False), ("All", True)]
    assert "location" not in agile("GET", "board/2/configuration", auth=alice.auth).json
    assert agile("GET", "board", auth=None).json["values"] == []


@pytest.mark.parametrize(
    ("jql", "projects"),
    [
        ("project in (APP, LIB)", ["APP", "LIB"]),
        ("project = APP AND type = Bug", ["APP"]),
        ("project = APP OR type = Bug", []),
        ("project = APP OR project = lib", ["APP", "LIB"]),
        ("type = Bug AND status = Done", []),
        ("project in (APP, LIB) AND project = LIB", ["LIB"]),
        ("project != APP", []),
        ("NOT project = APP", []),
        ("", []),
    ],
)
def test_projects_of_a_board_are_those_of_its_query(jira, agile, jql, projects):
    """A board is about the projects that its query names for certain, and about none where it does not."""
    jira.add_board("Team", jql=jql)
    assert [one["key"] for one in agile("GET", "board/1/project/full").json["values"]] == projects


def test_sprint_field_is_seeded_as_it_is_set(jira, get, team):
    """A test says by its id which sprint an issue is in, and is told what it cannot say."""
    sprint, rank = jira.site.software_fields["sprint"], jira.site.software_fields["rank"]
    jira.add_issue("APP-4", fields={sprint: 2})
    assert [one["name"] for one in get("issue/APP-4")["fields"][sprint]] == ["Sprint 2"]
    with pytest.raises(UsageError, match="there is none"):
        jira.add_issue("APP-5", fields={sprint: 9})
    with pytest.raises(UsageError, match="is no custom field"):
        jira.add_issue("APP-5", fields={rank: "0|i:"})


@pytest.mark.parametrize(
    ("add", "problem"),
    [
        (lambda jira: jira.add_board("New", project="APP", type="scrumm"), "there is no type of boards 'scrumm'"),
        (lambda jira: jira.add_board("New"), "the board 'New' takes a project, a filter or jql"),
        (lambda jira: jira.add_board("New", project="NOPE"), "there is no project 'NOPE'"),
        (
            lambda jira: jira.add_board("New", jql="project = NOPE"),
            "the JQL of the filter 'Filter for New' will not do",
        ),
        (lambda jira: jira.add_board("New", filter=_gone(jira)), "the filter 'Gone' is not on the site"),
        (
            lambda jira: jira.add_board("New", filter="Filter for Team"),
            "the filter 'Filter for Team' is not on the site: add_filter returns one that is",
        ),
        (
            lambda jira: jira.add_board("New", filter=_gone(jira), jql="project = APP"),
            "the board 'New' takes a filter or jql, not both",
        ),
        (
            lambda jira: jira.add_sprint("New", board=_kanban(jira)),
            "the board Kanban (kanban) has no sprints: one of the type 'scrum' has",
        ),
        (
            lambda jira: jira.add_sprint("New", board="Team", start="2026-02-01", end="2026-02-01"),
            "the sprint 'New' ends at 2026-02-01 00:00:00+00:00, which is not after its start at 2026-02-01",
        ),
        (
            lambda jira: jira.add_sprint("New", board="Team", issues=[jira.add_issue("APP-7", type="Sub-task")]),
            "APP-7 is a sub-task: it is in the sprint of the issue that it is a part of",
        ),
        (
            lambda jira: jira.add_sprint("New", board="Teem"),
            "there is no board 'Teem' on the site: did you mean 'Team'?",
        ),
        (lambda jira: jira.add_sprint("New", board="Team", state="open"), "there is no state of sprints 'open'"),
        (lambda jira: jira.add_sprint("New", board="Team", start="soon"), "start='soon' is no time"),
        (lambda jira: jira.add_sprint("New", board="Team", issues=["APP-99"]), "there is no issue 'APP-99'"),
    ],
)
def test_what_is_wrong_with_a_board_or_a_sprint_is_told(jira, team, add, problem):
    """What a board or a sprint cannot be, or names and the site has not, is refused, and nothing is added."""
    with pytest.raises(UsageError) as caught:
        add(jira)
    assert problem in str(caught.value)
    assert ({*jira.site.boards} - {"2"}, len(jira.site.sprints)) == ({"1"}, 2)


def test_boards_and_sprints_that_requests_make_are_new_ones(agile, team):
    """Each has an id of its own; a Scrum board has sprints, a Kanban board has none; names have their bounds."""
    made = [
        agile("POST", "board", {"name": name, "type": kind, "filterId": 10000}).json["id"]
        for name, kind in (("A", "scrum"), (254 * "B", "kanban"))
    ]
    assert made == [2, 3]
    sprints = [
        agile("POST", "sprint", {"name": name, "originBoardId": board})
        for name, board in (("C", 2), (30 * "D", 2), ("E", 3))
    ]
    assert [one.json.get("id") for one in sprints] == [3, 4, None]


def test_boards_of_a_project_are_those_in_it_and_those_about_it(jira, agile):
    """A board is in the list of a project by where it is, or by its query."""
    jira.add_board("Of LIB", jql="project = LIB")
    jira.add_board("In LIB", jql="type = Bug", project="LIB")
    jira.add_board("Elsewhere", jql="project = APP", project="APP")
    boards = agile("GET", "board?projectKeyOrId=LIB").json["values"]
    assert [one["name"] for one in boards] == ["Of LIB", "In LIB"]


@pytest.mark.parametrize(("jql", "projects"), [("project in (LIB, OPS)", ["LIB", "OPS"]), ("type = Bug", ["APP"])])
def test_projects_on_a_board_are_also_those_of_its_issues(jira, agile, jql, projects):
    """What the query does not name is on the board by an issue, and what has no issue there by the query."""
    jira.add_project("OPS")
    jira.add_issue("APP-3", type="Bug")
    jira.add_board("Team", jql=jql)
    assert [one["key"] for one in agile("GET", "board/1/project").json["values"]] == projects


def test_a_sub_task_keeps_its_parent_where_its_epic_link_is_taken_away(jira, ask, team):
    """The epic link is that to an epic alone."""
    jira.add_issue("APP-4", type="Sub-task", parent="APP-1")
    body = {"fields": {jira.site.software_fields["epic link"]: None}}
    assert ask("PUT", "issue/APP-4", json=body).status_code == 204
    assert jira.issue("APP-4").parent_id == jira.issue("APP-1").id


def test_a_filter_that_a_role_sees_stays_so_under_another_key(jira, ask):
    """A project that gets another key takes along whom a filter of it is shared with, and who edits it."""
    alice = jira.add_user("alice")
    role = jira.add_role("Testers", project="APP", members=[alice])
    jira.add_group("devs", [alice])
    other = jira.add_role("Testers", project="LIB")
    bugs = jira.add_filter("Bugs", "type = Bug", shared_with=[role, other, "devs"])
    shares = [{"type": "projectRole", "project": {"id": "10000"}, "role": {"id": str(role.id)}}]
    assert ask("PUT", f"filter/{bugs.id}", json={"name": "Bugs", "editPermissions": shares}).status_code == 200

    assert ask("PUT", "project/APP", json={"key": "NEW"}).status_code == 200

    kept = jira.site.filters[bugs.id]
    assert [str(one.holder) for one in (*kept.shares, *kept.editors)] == [
        "role Testers in NEW",
        "role Testers in LIB",
        "group devs",
        "role Testers in NEW",
    ]


def _kanban(jira):
    return jira.add_board("Kanban", project="APP", type="kanban")


def _gone(jira):
    gone = jira.add_filter("Gone", "project = APP")
    del jira.site.filters[gone.id]
    return gone


def test_a_sprint_that_ends_in_the_past_began_before_it(jira, team):
    """A sprint that is not in the future, and of which a test says the end alone, has begun two weeks before it."""
    sprint = jira.add_sprint("Last", board="Team", state="closed", end="2025-06-15")
    assert str(sprint.start) == "2025-06-01 00:00:00+00:00"


def test_boards_and_sprints_tell_what_they_are(jira, team):
    """A board reads as its name and its type, a sprint as its name and its state; filters get free names."""
    jira.add_board("TEAM", project="APP", type="simple", sprints=True)
    assert [str(one) for one in jira.site.boards.values()] == ["Team (scrum)", "TEAM (simple)"]
    assert [str(one) for one in jira.site.sprints.values()] == ["Sprint 1 (active)", "Sprint 2 (future)"]
    assert [one.name for one in jira.site.filters.values()] == ["Filter for Team", "Filter for TEAM (2)"]
