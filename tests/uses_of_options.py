"""What type checkers say of options: each ignored line is an error, since an ignore for nothing is one under strict."""

from __future__ import annotations

import pytest
from typing_extensions import assert_type

from jira_linkfake import FakeJira, User
from jira_linkfake.scenarios import linking_disabled, lost_reply


def two_teams(jira: FakeJira) -> None:
    """Add the issues of two teams."""
    jira.add_issues("WEB-1", "API-1")


jira = FakeJira()
FakeJira(link_limit=3, answers="observed", as_user="alice", base_url="https://jira.example.com")
FakeJira(as_user=jira.default_user, scenario=two_teams)
FakeJira(scenario=["linking_disabled", linking_disabled, lost_reply(times=1), two_teams])
FakeJira(link_limt=3)  # type: ignore[call-arg]
FakeJira("https://jira.example.com")  # type: ignore  # by several codes, as mypy has it
FakeJira(link_limit="3")  # type: ignore[arg-type]
FakeJira(inspector=True)
FakeJira(answers="Observed")  # type: ignore[arg-type]
FakeJira(load=["people.yaml", {"issues": ["WEB-1"]}])
FakeJira(load=3)  # type: ignore[arg-type]
FakeJira(scenario=3)  # type: ignore[arg-type]

jira.link_limit = 4
jira.as_user = jira.add_user("bob")
jira.credentials = "issued"
jira.link_limt = 4  # type: ignore[attr-defined]
jira.link_limit = "4"  # type: ignore[assignment]
jira.answers = "Observed"  # type: ignore[assignment]
jira.base_url = "https://jira.example.com"  # type: ignore[misc]
jira.inspector = True  # type: ignore[misc]
jira.scenario = two_teams  # type: ignore[misc]
jira.asert_linked("WEB-1", "blocks", "API-1")  # type: ignore[attr-defined]

assert_type(jira.link_limit, int)
assert_type(FakeJira().base_url, str)
assert_type(FakeJira().as_user, str | User | None)


class Ours(FakeJira):
    """A site with a verb of one's own."""

    def add_teams(self) -> None:
        """Add the issues of two teams."""
        two_teams(self)


Ours(link_limit=1).add_teams()
Ours(link_limt=1)  # type: ignore[call-arg]


@pytest.mark.jira_linkfake(link_limit=3)
def test_it(jira_linkfake: FakeJira) -> None:
    """The fixture is a FakeJira."""
    assert_type(jira_linkfake.linking_enabled, bool)


jira.deny("LINK_ISSUES", "alice")
jira.deny("LINK_ISSUE", "alice")  # type: ignore[arg-type]
FakeJira(scenario="lost_replies")  # type: ignore[arg-type]
jira.add_link("WEB-1", "blocks", "API-1")
jira.add_link("WEB-1", "tests", "API-1")  # a phrase of a type of one's own
jira.set_issue("WEB-1", status="Done", assignee=None, labels=["crash"])
jira.set_issue("WEB-1", statuss="Done")  # type: ignore[call-arg]
with jira.acting_as("alice") as actor, jira.assert_unchanged():
    assert_type(actor, User)
jira.assert_issue(jira.issue(10000), status="Done", duedate=None)
jira.assert_commented("WEB-1", "Said", by=actor, visible_to="devs")
jira.assert_links(["WEB-1 blocks API-1"])
jira.restore(jira.snapshot())
assert_type(jira.difference(jira.snapshot()), list[str])
