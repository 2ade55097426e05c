"""A user with permissions of its own: nobody but the gate's account may link issues of OPS, and it may not in WEB."""

import pytest


@pytest.fixture
def gate(jira_linkfake):
    jira_linkfake.add_issues("OPS-1", "WEB-1")
    gate = jira_linkfake.add_user("gate")
    jira_linkfake.allow_only("LINK_ISSUES", gate, project="OPS")
    jira_linkfake.deny("LINK_ISSUES", gate, project="WEB")
    return gate
