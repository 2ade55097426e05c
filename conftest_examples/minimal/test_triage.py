"""One test of code that links two issues: the fixture is a Jira, and tells what was linked."""

import triage


def test_marks_the_duplicate(jira_linkfake):
    jira_linkfake.add_issues("PROJ-1", "PROJ-2")

    triage.mark_duplicate(jira_linkfake.url, jira_linkfake.auth, "PROJ-2", of="PROJ-1")

    jira_linkfake.assert_linked("PROJ-2", "duplicates", "PROJ-1")
