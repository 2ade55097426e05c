"""Ranks: between any two there is room for another, and who comes later stands behind."""

from random import Random

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.jira.ranks.model import as_rank, between, rank_of_number
from tests.clients.methods.outcomes import keys


def test_there_is_room_between_any_two_ranks():
    """However often issues are ranked, each rank is between its neighbours, and before those of later issues."""
    random = Random(7)
    ranks = [rank_of_number(number) for number in range(10000, 10040)]
    for _ in range(500):
        place = random.choice([0, 1, len(ranks), random.randrange(len(ranks) + 1)])
        above = ranks[place - 1] if place else None
        below = ranks[place] if place < len(ranks) else None
        ranks.insert(place, between(above, below))
    assert ranks == sorted(set(ranks))
    assert ranks[-1] < rank_of_number(10040)


def test_ranks_look_as_on_cloud():
    """A rank has a bucket, six digits of base 36, and behind a colon what more it takes."""
    assert rank_of_number(10000) == "0|i007ps:"
    assert between("0|i007ps:", "0|i007pt:") == "0|i007ps:i"
    assert between("0|i007ps:i", "0|i007ps:j5") == "0|i007ps:j"
    assert between(None, "0|i007ps:") == "0|900000:"
    assert between("0|i:", "0|k:") == "0|j00000:"


@pytest.mark.parametrize(
    ("last", "behind"),
    [
        ("0|i00000:", "0|i00000:i"),
        ("0|i007pz:abc", "0|i007pz:n"),
        ("0|00000z:", "0|00000z:i"),
        ("0|zzzzzz:zz", "0|zzzzzz:zzi"),
    ],
)
def test_what_is_ranked_last_stands_before_the_next_whole_rank(last, behind):
    """So an issue that comes later is still behind it; the last whole rank has no next one."""
    assert between(last, None) == behind


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("0|i007ps:", "0|i007ps:"),
        ("2|i007ps:90", "0|i007ps:9"),
        ("0|000000:00", None),
        ("3|i007ps:", None),
        ("0|i007ps", None),
    ],
)
def test_ranks_of_jira_are_read(text, rank):
    """A rank that Jira has written is that of the one bucket, without zeros at its end; another text is none."""
    assert as_rank(text) == rank


def test_an_issue_is_ranked_directly_behind_another(jira, ask, get):
    """It stands between its new neighbours; one that is there already stays, and history tells nothing of it."""
    jira.add_issues("APP-3", "APP-4")
    for moved, after in (("APP-3", "LIB-1"), ("APP-4", "APP-1")):
        body = {"issues": [moved], "rankAfterIssue": after}
        assert jira.client().put("/rest/agile/1.0/issue/rank", json=body, auth=jira.auth).status_code == 204
    assert keys(jira, "project = APP ORDER BY rank") == ["APP-1", "APP-4", "APP-2", "APP-3"]
    assert get("issue/APP-3/changelog")["total"] == 0


def test_issues_are_ranked_where_no_board_is():
    """The first rank that is given brings the field Rank along, as the first board does."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2")
    body = {"issues": ["APP-2"], "rankBeforeIssue": "APP-1"}
    assert jira.client().put("/rest/agile/1.0/issue/rank", json=body, auth=jira.auth).status_code == 204

    found = jira.client().get("/rest/api/3/search/jql?jql=project = APP ORDER BY rank&fields=key", auth=jira.auth).json
    assert [issue["key"] for issue in found["issues"]] == ["APP-2", "APP-1"]
