"""What every test of this folder starts from; whatever sleeps moves the site's clock, and the tests do not wait."""

import pytest


@pytest.fixture
def jira_linkfake(jira_linkfake):
    jira_linkfake.add_issues("EPIC-1", "BUG-1", "BUG-2", "BUG-3")
    with jira_linkfake.clock.patch_sleep():
        yield jira_linkfake
