"""Custom fields that name users."""

from __future__ import annotations

from typing import Any

import pytest

from jira_linkfake import FakeJira


@pytest.fixture
def jira() -> FakeJira:
    """An issue, and fields for one user and for several."""
    jira = FakeJira()
    jira.add_issue("APP-1")
    jira.add_user("alice")
    jira.add_field("Reviewer", type="user")
    jira.add_field("Approvers", type="users")
    return jira


def _account(jira: FakeJira, name: str) -> dict[str, str]:
    return {"accountId": jira.site.people.users[name].account_id}


def _put(jira: FakeJira, **body: Any) -> None:
    reply = jira.client().put("/rest/api/3/issue/APP-1", json=body, auth=jira.auth)
    assert reply.status_code == 204, reply.text


def _read(jira: FakeJira) -> Any:
    return jira.client().get("/rest/api/3/issue/APP-1?expand=changelog", auth=jira.auth).json


def test_a_user_is_read_whole(jira: FakeJira) -> None:
    """Who is set by an account id is read with a name and an email, and told by name in the history."""
    _put(jira, fields={"customfield_10000": _account(jira, "alice")})

    issue = _read(jira)
    assert issue["fields"]["customfield_10000"]["displayName"] == "alice"
    [item] = issue["changelog"]["histories"][0]["items"]
    assert (item["field"], item["fromString"], item["toString"]) == ("Reviewer", None, "alice")
    _put(jira, fields={"customfield_10000": None})
    assert not _read(jira)["fields"].get("customfield_10000")


def test_several_users_come_and_go(jira: FakeJira) -> None:
    """A field of several users is set as a list, takes one more and gives one up."""
    alice, admin = _account(jira, "alice"), _account(jira, "admin")

    def names() -> list[str]:
        return [one["displayName"] for one in _read(jira)["fields"]["customfield_10001"]]

    _put(jira, fields={"customfield_10001": [alice]})
    assert names() == ["alice"]
    _put(jira, update={"customfield_10001": [{"add": admin}]})
    assert names() == ["alice", "admin"]
    _put(jira, update={"customfield_10001": [{"remove": {"id": alice["accountId"]}}]})
    assert names() == ["admin"]


def test_a_value_that_was_seeded_otherwise_stays(jira: FakeJira) -> None:
    """What a test has put into the field without an account of the site is shown as it is."""
    jira.add_issue("APP-2", fields={"customfield_10000": {"displayName": "Gone"}})

    issue = jira.client().get("/rest/api/3/issue/APP-2", auth=jira.auth).json
    assert issue["fields"]["customfield_10000"] == {"displayName": "Gone"}


def test_mention_of_nobody_is_shown_by_its_account(jira: FakeJira) -> None:
    """A text that mentions an account which the site does not have is read, and names nobody."""
    alice = jira.user("alice").account_id
    notes = jira.add_field("Notes", type="paragraph").id
    text = f"[~accountid:{alice}] and [~accountid:gone]"
    body = {"fields": {"description": text, notes: text}}
    assert jira.client().put("/rest/api/2/issue/APP-1", json=body, auth=jira.auth).status_code == 204
    address = "/rest/api/3/issue/APP-1?expand=renderedFields"
    issue = jira.client().get(address, auth=jira.auth).json
    for name in ("description", notes):
        [paragraph] = issue["fields"][name]["content"]
        mentions = [one["attrs"] for one in paragraph["content"] if one["type"] == "mention"]
        assert [(one["id"], one.get("text")) for one in mentions] == [(alice, "@alice"), ("gone", "")]
        assert ">alice<" in issue["renderedFields"][name]
