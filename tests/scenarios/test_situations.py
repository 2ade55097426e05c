"""The ready-made situations: each changes what Jira answers."""

import pytest

from jira_linkfake import FakeJira, UsageError, scenarios
from jira_linkfake.scenarios import by_name, resolved


@pytest.mark.parametrize(
    ("scenario", "without", "within"),
    [
        ("linking_disabled", 201, 404),
        ("no_link_permission", 201, 404),
        ("link_limit_reached", 201, 413),
    ],
)
def test_scenario_changes_what_a_link_request_is_answered(jira, post_link, scenario, without, within):
    """A link that is made on a fresh site is refused in the scenario."""
    fake = FakeJira()
    fake.add_issues("APP-1", "LIB-1")
    assert post_link(fake).status_code == without
    by_name(scenario)(jira)
    assert post_link(jira).status_code == within
    assert jira.links == []


@pytest.mark.parametrize("scenario", ["issue_hidden_by_project", "issue_hidden_by_level"])
def test_hidden_issue_is_answered_as_a_missing_one(jira, post_link, scenario):
    """The issue HIDDEN-1 is on the site, and Jira answers as if it were not, while other issues are seen."""
    missing = post_link(jira, "APP-1", "Blocks", "HIDDEN-1")
    by_name(scenario)(jira)
    assert jira.site.issues.with_key("HIDDEN-1") is not None
    hidden = post_link(jira, "APP-1", "Blocks", "HIDDEN-1")
    assert (hidden.status_code, hidden.data) == (404, missing.data)
    assert [exchange.rule for exchange in jira.exchanges] == ["IssueUnknown", "IssueHidden"]
    assert post_link(jira).status_code == 201


@pytest.mark.parametrize("scenario", [scenarios.issue_hidden_by_project, scenarios.issue_hidden_by_level])
def test_hidden_issue_can_have_another_key(jira, scenario):
    """In the middle of a test the hidden issue can be given a key."""
    scenario(jira, "SEC-7")
    assert jira.client().get("/rest/api/2/issue/SEC-7", auth=jira.auth).status_code == 404
    assert jira.site.issues.with_key("HIDDEN-1") is None


def test_issue_hidden_by_level_leaves_its_project_open(jira):
    """An issue that its level hides is in a project that everybody may browse."""
    scenarios.issue_hidden_by_level(jira, "APP-9")
    assert jira.client().get("/rest/api/2/issue/APP-1", auth=jira.auth).status_code == 200
    assert jira.client().get("/rest/api/2/issue/APP-9", auth=jira.auth).status_code == 404


def test_anonymous_access_lets_anyone_link_and_comment(jira, post_link):
    """Without credentials a link with a comment is refused on a fresh site and made in the scenario."""
    assert post_link(jira, auth=None).status_code == 401
    scenarios.anonymous_access(jira)
    body = {
        "type": {"name": "Blocks"},
        "inwardIssue": {"key": "APP-1"},
        "outwardIssue": {"key": "LIB-1"},
        "comment": {"body": "Said"},
    }
    assert jira.client().post("/rest/api/2/issueLink", json=body).status_code == 201
    assert [comment.author for comment in jira.comments_of("APP-1")] == [None]


def test_scenarios_go_by_name():
    """Every ready-made scenario is found by its name."""
    assert {name: by_name(name) for name in scenarios.__all__} == {
        name: getattr(scenarios, name) for name in scenarios.__all__
    }


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("linking_disable", "there is no scenario 'linking_disable': did you mean 'linking_disabled'?"),
        ("by_name", "there is no scenario 'by_name': known: "),
    ],
)
def test_unknown_scenario_names_the_nearest(name, sentence):
    """A name that no scenario has is an error, also where the module has something of the name."""
    with pytest.raises(UsageError) as caught:
        by_name(name)
    assert str(caught.value).startswith(sentence)


def test_scenarios_are_resolved_in_order():
    """The option means no function, one, or several in order, by function or by name."""
    assert resolved(None) == resolved([]) == []
    assert resolved(print) == [print]
    assert resolved(("linking_disabled", print)) == [scenarios.linking_disabled, print]


def test_scenarios_make_the_site_that_a_test_starts_with():
    """The scenarios of the option run in order when the FakeJira is made, your own ones beside ready-made ones."""

    def linked(jira):
        jira.add_issues("APP-1", "LIB-1")
        jira.add_link("APP-1", "blocks", "LIB-1")

    jira = FakeJira(scenario=[linked, "linking_disabled", lambda jira: jira.add_link("APP-1", "clones", "LIB-1")])
    assert jira.sentences() == ["APP-1 blocks LIB-1", "APP-1 clones LIB-1"]
    assert not jira.linking_enabled
