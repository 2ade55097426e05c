"""Sentences about two issues, looked up on a site."""

import pytest

from jira_linkfake.testing.naming import Sentence


@pytest.mark.parametrize(
    ("sentence", "is_true"),
    [
        (("APP-1", "blocks", "LIB-1"), True),
        (("LIB-1", "is blocked by", "APP-1"), True),
        (("LIB-1", "blocks", "APP-1"), False),
        (("APP-1", "is blocked by", "LIB-1"), False),
        (("APP-1", "clones", "LIB-1"), False),
        (("APP-1", "blocks", "APP-2"), False),
    ],
)
def test_sentence_says_a_link_either_way_round(jira, sentence, is_true):
    """A sentence is true of a link that it states from either end, and of no reverse, other type or other issue."""
    link = jira.add_link("APP-1", "blocks", "LIB-1")
    stated = Sentence.of(jira.site, *sentence)
    assert stated.says(link) == is_true
    assert list(stated.among([link])) == ([link] if is_true else [])


@pytest.mark.parametrize(("issue", "other"), [("APP-1", "LIB-1"), ("LIB-1", "APP-1")])
def test_type_that_reads_alike_has_no_direction(jira, issue, other):
    """Where both phrases of a type are the same, a sentence is true of a link in either direction."""
    link = jira.add_link("APP-1", "relates to", "LIB-1")
    assert Sentence.of(jira.site, issue, "relates to", other).says(link)
    assert not Sentence.of(jira.site, issue, "relates to", "APP-2").says(link)


def test_sentence_reads_with_the_sites_keys(jira):
    """A sentence shows the issues' own keys, and its ends are source and destination."""
    sentence = Sentence.of(jira.site, "app-1", "is blocked by", "lib-1")
    assert str(sentence) == "APP-1 is blocked by LIB-1"
    assert [issue.key for issue in sentence.ends] == ["LIB-1", "APP-1"]
