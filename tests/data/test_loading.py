"""A site is filled from data, and written as data."""

import pytest

import jira_linkfake
from jira_linkfake import FakeJira, UsageError

SITE = """
users:
  - alice
  - {name: bob, token: secret, groups: [devs]}
groups: [devs]
projects: [{key: PROJ, name: Project, lead: alice}]
roles: [{name: Developers, project: PROJ, members: [alice, devs]}]
security_levels: [{name: Secret, project: PROJ, members: [alice]}]
permissions: [{permission: LINK_ISSUES, allow: [devs], project: PROJ}]
link_types: [{name: Tests, inward: is tested by, outward: tests}]
issues:
  - {key: PROJ-3, parent: PROJ-1, type: Sub-task}
  - PROJ-1
  - {key: PROJ-2, summary: Two, status: Done, labels: [on, 1.0], archived: yes, created: 2026-01-01}
links:
  - PROJ-1 is tested by PROJ-2
comments: [{issue: PROJ-1, body: Not yet., author: alice, visible_to: devs}]
remote_links: [{issue: PROJ-1, url: "https://example.com/1"}]
"""


ENDLESS = []
ENDLESS.append(ENDLESS)


@pytest.fixture
def file(tmp_path):
    """A YAML file with one thing of each kind."""
    path = tmp_path / "site.yaml"
    path.write_text(SITE)
    return path


def test_a_file_fills_a_site(file):
    """What a YAML file says is there, each thing as its verb adds it."""
    jira = FakeJira()
    loaded = jira.load(file)

    assert (loaded.issues, loaded.links) == (["PROJ-3", "PROJ-1", "PROJ-2"], ["PROJ-2 tests PROJ-1"])
    assert jira.sentences() == ["PROJ-2 tests PROJ-1"]
    assert jira.issue("PROJ-2").labels == ["on", "1.0"]
    assert jira.issue("PROJ-3").parent_id == jira.issue("PROJ-1").id
    assert [comment.body for comment in jira.comments_of("PROJ-1")] == ["Not yet."]
    assert jira.user("bob").token == "secret"


def test_what_is_dumped_is_loaded(file):
    """A site that is filled from another one's data writes the same data."""
    data = jira_linkfake.load(file).dump()
    again = jira_linkfake.load(data)
    assert again.dump() == data
    assert [link["link"] for link in data["links"]] == ["PROJ-2 tests PROJ-1"]


@pytest.mark.parametrize("data", [{}, {"issues": ["PROJ-1"]}, {"users": [{"name": "ann", "account_id": ""}]}])
def test_a_small_site_is_dumped_as_it_is_loaded(data):
    """What was never given out is in no data, before and after."""
    dump = jira_linkfake.load(data).dump()
    assert jira_linkfake.load(dump).dump() == dump


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"isues": []}, "isues: there is no such attribute: did you mean 'issues'?"),
        (
            {"issues": ["A-1", {"key": "A-2", "status": "Don"}]},
            "issues[1].status: there is no status 'Don' on the site: did you mean 'Done'?",
        ),
        (
            {"issues": ["A-1", "A-2"], "links": ["A-1 bloks A-2"]},
            "links[0].link: no link type reads 'bloks': did you mean 'blocks'?",
        ),
        (
            {"issues": ["A-1"], "links": [{"link": "A-1 blocks A-1", "type": "Blocks"}]},
            "links[0].link: Jira links no issue to itself: A-1 blocks A-1",
        ),
        (
            {"clock": "9999-06-01T00:00:00Z"},
            "clock: the time ends with the year 9998, before 9999-06-01 00:00:00+00:00",
        ),
        (
            {"issues": ["A-1"], "properties": [{"issue": "A-1", "key": "x", "value": [float("inf")]}]},
            "properties[0].value: [inf] is no JSON",
        ),
        ({"issues": [{"key": "A-1", "fields": {"Notes": ENDLESS}}]}, "the data is nested too deeply, or holds itself"),
    ],
)
def test_wrong_data_changes_nothing(data, message):
    """Data with a mistake is refused with its path and the nearest right name, and nothing of it is there."""
    jira = FakeJira()
    with pytest.raises(UsageError) as raised:
        jira.load(data)
    assert str(raised.value) == message
    assert jira.issues == []
