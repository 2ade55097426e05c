"""Boards, sprints, epics and filters by jira and atlassian-python-api, as programs use them."""

from __future__ import annotations

import pytest
from atlassian import Jira
from jira import JIRA, JIRAError

from jira_linkfake import FakeJira

DATES = {"startDate": "2026-01-05T09:00:00.000Z", "endDate": "2026-01-19T09:00:00.000Z"}


@pytest.fixture
def site(jira_linkfake: FakeJira) -> FakeJira:
    """A site with an epic and issues."""
    jira_linkfake.add_issue("SHOP-9", type="Epic", summary="Saving")
    jira_linkfake.add_issues("SHOP-1", "SHOP-2", "SHOP-3")
    return jira_linkfake


def test_jira_plans_a_sprint(site: FakeJira) -> None:
    """A board of a filter, a sprint that is filled, started and closed, ranks and the backlog, by pycontribs."""
    client = JIRA(site.url, basic_auth=site.auth)
    kept = client.create_filter("Shop", jql="project = SHOP", favourite=True)
    assert [one.name for one in client.favourite_filters()] == ["Shop"]
    assert client.update_filter(kept.id, description="All").description == "All"

    board = client.create_board("Team", kept.id, location_type="project", location_id="SHOP")
    assert [one.name for one in client.boards(type="scrum", projectKeyOrID="SHOP")] == ["Team"]
    sprint = client.create_sprint("Sprint 1", board.id, goal="Save")
    client.add_issues_to_sprint(sprint.id, ["SHOP-1", "SHOP-2"])
    client.add_issues_to_epic("SHOP-9", "SHOP-1,SHOP-2")
    client.move_to_backlog(["SHOP-2"])
    client.rank("SHOP-3", next_issue="SHOP-1")
    client.update_sprint(sprint.id, name="Sprint 1", state="active", **DATES)

    assert client.sprint(sprint.id).state == "active"
    assert list(client.sprints_by_name(board.id, state="active")) == ["Sprint 1"]
    assert [one.key for one in client.search_issues("sprint in openSprints()")] == ["SHOP-1"]
    assert [one.key for one in client.search_issues("project = SHOP AND type = Task ORDER BY rank")] == [
        "SHOP-3",
        "SHOP-1",
        "SHOP-2",
    ]
    client.sprint(sprint.id).delete()
    board.delete()
    kept.delete()
    assert client.boards() == []


def test_jira_is_told_why_not(site: FakeJira) -> None:
    """What cannot be is an error with Jira's words."""
    client = JIRA(site.url, basic_auth=site.auth)
    board = site.add_board("Flow", project="SHOP", type="kanban")
    with pytest.raises(JIRAError, match="The board does not support sprints") as caught:
        client.create_sprint("Sprint 1", int(board.id))
    assert caught.value.status_code == 400


def test_atlassian_python_api_plans_a_sprint(site: FakeJira) -> None:
    """The methods of atlassian-python-api that agents' tools are made of."""
    client = Jira(site.url, username=site.auth[0], password=site.auth[1], cloud=True)
    site.add_board("Team", project="SHOP")
    [board] = client.get_all_agile_boards(project_key="SHOP", board_type="scrum")["values"]
    made = client.create_sprint("Sprint 1", board["id"], DATES["startDate"], DATES["endDate"], "Save")
    client.add_issues_to_sprint(made["id"], ["SHOP-1"])

    assert [one["name"] for one in client.get_all_sprints_from_board(board["id"], state="future")["values"]] == [
        "Sprint 1"
    ]
    assert client.get_sprint(made["id"])["goal"] == "Save"
    assert client.update_partially_sprint(made["id"], {"state": "active"})["state"] == "active"
    assert [one["key"] for one in client.get_sprint_issues(made["id"], 0, 50)["issues"]] == ["SHOP-1"]
    assert [one["key"] for one in client.get_issues_for_backlog(board["id"])["issues"]] == ["SHOP-2", "SHOP-3"]
    assert client.get_issues_for_board(board["id"], "summary ~ SHOP", fields="summary", start=0, limit=2)["total"] == 3
    assert [one["name"] for one in client.get_epics(board["id"])["values"]] == ["Saving"]
    assert client.get_agile_board_configuration(board["id"])["estimation"]["field"]["displayName"] == "Story Points"
    assert client.move_issues_to_backlog(["SHOP-1"]) is None
    client.delete_agile_board(board["id"])
    assert client.get_all_agile_boards()["total"] == 0
