"""Who may see which issue: a security level with members, and one that is made on the fly."""

import pytest

import portal


@pytest.fixture
def staff(jira_linkfake):
    return jira_linkfake.add_user("staff")


@pytest.fixture
def visitor(jira_linkfake):
    return jira_linkfake.add_user("visitor")


@pytest.fixture(autouse=True)
def tickets(jira_linkfake, staff):
    jira_linkfake.add_issues("SUP-1", "SUP-2")
    internal = jira_linkfake.add_security_level("Internal", project="SUP", members=[staff])
    jira_linkfake.add_issue("SUP-3", security_level=internal)
    jira_linkfake.add_issue("SEC-1", visible_to=[staff])
    for key in ("SUP-2", "SUP-3", "SEC-1"):
        jira_linkfake.add_link("SUP-1", "relates to", key)


def test_links_to_hidden_issues_are_left_out(jira_linkfake, staff, visitor):
    assert portal.related(jira_linkfake.url, staff.auth, "SUP-1") == ["SUP-2", "SUP-3", "SEC-1"]
    assert portal.related(jira_linkfake.url, visitor.auth, "SUP-1") == ["SUP-2"]


def test_hidden_issue_is_one_that_does_not_exist(jira_linkfake, visitor):
    with pytest.raises(LookupError, match="SEC-1"):
        portal.related(jira_linkfake.url, visitor.auth, "SEC-1")
