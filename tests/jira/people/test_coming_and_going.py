"""Users and groups that come and go over REST: what is left of them, and what another one of their name gets."""

import pytest

from jira_linkfake import FakeJira

API = "/rest/api/3"


@pytest.fixture
def jira():
    """A site on which what alice and the group staff are in counts."""
    jira = FakeJira()
    alice = jira.add_user("alice", token="alice-token")
    staff = jira.add_group("staff", [alice])
    jira.add_issue("APP-1", assignee=alice, visible_to=[alice, staff, jira.default_user])
    jira.add_role("Testers", project="APP", members=[alice, staff])
    jira.add_comment("APP-1", "Said", author=alice, visible_to=staff)
    jira.add_worklog("APP-1", "3h", author=alice, visible_to=staff)
    jira.allow_only("LINK_ISSUES", alice, staff)
    return jira


def test_removed_user_is_known_nowhere(jira, ask_for):
    """A user who was removed cannot sign in, is in no group and no role, and stays where they were named."""
    alice = jira.user("alice")
    assert ask_for("DELETE", f"user?accountId={alice.account_id}").status_code == 204
    assert [user.name for user in jira.users] == ["admin"]
    role = ask_for("GET", "project/APP/role/10000").json
    assert [actor["displayName"] for actor in role["actors"]] == ["staff"]
    assert ask_for("GET", "group/member?groupname=staff").json["total"] == 0
    assert jira.client().get(f"{API}/myself", auth=alice.auth).status_code == 401
    assert ask_for("GET", "issue/APP-1").json["fields"]["assignee"]["displayName"] == "alice"
    again = jira.add_user("alice", token="alice-token")
    assert again.account_id != alice.account_id
    assert jira.client().get(f"{API}/issue/APP-1", auth=again.auth).status_code == 404


def test_removed_user_watches_nothing_and_votes_on_nothing(jira, ask_for):
    """A user who was removed is no watcher and no voter of an issue any more; others stay."""
    for user in ("alice", "admin"):
        jira.add_watcher("APP-1", user)
        jira.add_vote("APP-1", user)
    assert ask_for("DELETE", f"user?accountId={jira.user('alice').account_id}").status_code == 204
    assert [user["displayName"] for user in ask_for("GET", "issue/APP-1/watchers").json["watchers"]] == ["admin"]
    assert [user["displayName"] for user in ask_for("GET", "issue/APP-1/votes").json["voters"]] == ["admin"]


def test_user_without_a_token_is_removed_too(jira, ask_for):
    """A user who signs in with any token is gone as any other."""
    bob = jira.add_user("bob")
    assert ask_for("DELETE", f"user?accountId={bob.account_id}").status_code == 204
    assert [user.name for user in jira.users] == ["admin", "alice"]


def test_removed_group_gives_nothing_to_its_successor(jira, ask_for):
    """Who is in another group of the name has neither the permissions nor the roles of the first, nor its comments."""
    bob = jira.add_user("bob")
    assert ask_for("DELETE", "group?groupname=staff").status_code == 200
    jira.add_group("staff", [bob])
    permissions = f"{API}/mypermissions?permissions=LINK_ISSUES&projectKey=APP"
    assert not jira.client().get(permissions, auth=bob.auth).json["permissions"]["LINK_ISSUES"]["havePermission"]
    assert jira.client().get(f"{API}/issue/APP-1", auth=bob.auth).status_code == 404
    assert ask_for("GET", "issue/APP-1/comment").json["total"] == 0
    assert jira.client().get(f"{API}/issue/APP-1/comment", auth=jira.user("alice").auth).json["total"] == 0


@pytest.mark.parametrize("what", ["comment", "worklog"])
def test_what_is_for_a_removed_group_is_for_nobody(jira, ask_for, what):
    """Comments and worklogs for a group that was removed are hidden from everybody, its members too."""
    assert ask_for("DELETE", "group?groupname=staff").status_code == 200
    for auth in (jira.auth, jira.user("alice").auth):
        assert jira.client().get(f"{API}/issue/APP-1/{what}", auth=auth).json["total"] == 0


@pytest.mark.parametrize("what", ["comment", "worklog"])
def test_what_is_for_a_removed_group_is_for_another_one(jira, ask_for, what):
    """Comments and worklogs for a group that is removed for another one are read by the members of that one."""
    jira.add_group("board", ["admin"])
    assert ask_for("DELETE", "group?groupname=staff&swapGroup=board").status_code == 200
    assert ask_for("GET", f"issue/APP-1/{what}").json["total"] == 1
    assert jira.client().get(f"{API}/issue/APP-1/{what}", auth=jira.user("alice").auth).json["total"] == 0


def test_webhook_has_no_hidden_email():
    """A webhook of what somebody has done has no email, hidden or not."""
    jira = FakeJira()
    shy = jira.add_user("shy", email_hidden=True)
    jira.add_issue("APP-1")
    body = {"fields": {"summary": "New"}}
    assert jira.client().put(f"{API}/issue/APP-1", json=body, auth=shy.auth).status_code == 204
    assert "emailAddress" not in jira.webhooks[0].payload["user"]


@pytest.fixture
def ask_for(jira):
    """Return a function that sends a request as the admin."""

    def ask_for(method, path):
        return jira.client().open(f"{API}/{path}", method=method, auth=jira.auth)

    return ask_for
