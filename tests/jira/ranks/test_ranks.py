"""Ranks: between any two there is room for another, and who comes later stands behind."""

from random import Random

from jira_linkfake import FakeJira
from jira_linkfake.jira.ranks.model import between, rank_of_number


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


def test_issues_are_ranked_where_no_board_is():
    """The first rank that is given brings the field Rank along, as the first board does."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2")
    body = {"issues": ["APP-2"], "rankBeforeIssue": "APP-1"}
    assert jira.client().put("/rest/agile/1.0/issue/rank", json=body, auth=jira.auth).status_code == 204

    found = jira.client().get("/rest/api/3/search/jql?jql=project = APP ORDER BY rank&fields=key", auth=jira.auth).json
    assert [issue["key"] for issue in found["issues"]] == ["APP-2", "APP-1"]
