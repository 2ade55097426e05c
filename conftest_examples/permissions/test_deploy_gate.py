"""What an account may do decides what Jira does: the tests sign in as the user that conftest.py made."""

import pytest

import deploy_gate


def test_permission_in_the_first_project_is_enough(jira_linkfake, gate):
    deploy_gate.record(jira_linkfake.url, gate.auth, "OPS-1", "WEB-1")

    jira_linkfake.assert_linked("OPS-1", "relates to", "WEB-1")


@pytest.mark.parametrize("answers", ["documented", "observed"])  # 404 in Jira's reference, 401 on real sites
def test_missing_permission_is_named(jira_linkfake, gate, answers):
    jira_linkfake.answers = answers

    with pytest.raises(deploy_gate.PermissionMissingError, match="WEB-1"):
        deploy_gate.record(jira_linkfake.url, gate.auth, "WEB-1", "OPS-1")

    jira_linkfake.assert_no_links()
