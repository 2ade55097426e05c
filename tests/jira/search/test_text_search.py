"""What `~` finds in texts."""

import re
from itertools import product

import pytest

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.refusals import JqlNotServed
from jira_linkfake.jira.search.text_search import finder

TEXT = "Detector calibration of lcls-ii: the ÉPIX run, 12 times"


@pytest.mark.parametrize(
    "wanted",
    [
        "detector",
        "DETECTOR calibration",
        "calibration detector",
        "detector AND calibration",
        "+detector && +run",
        "nothing OR run",
        "nothing || run",
        "nothing gone OR detector run",
        '"detector calibration"',
        '"Detector  calibration" run',
        "lcls-ii",
        "12",
        "épix",
        "calib*",
        "*ibration",
        "d*r",
        "r?n",
        "run -crash",
        "run !crash",
        "run NOT crash",
        "run NOT 'crash'",
        "run AND",
        "run &&",
        "&& run",
        "run *",
        "calibration:of",
        "(detector) calibration",
        "(detector calibration) run",
        "ii(lcls)",
        '"[detector]" run',
        '"calibration [of" run',
        '"x" OR "{detector}" run',
        "(detector AND)run",
        '"calibration of"(lcls) "the"',
        r"\(detector\)",
        r"\[detector\] run",
        r"lcls\-ii",
        r"12\:",
        r'"calibration of \(lcls" run',
        '"of (lcls"',
        r"detector \*",
        r"\detector",
    ],
)
def test_is_found(wanted):
    """Words are found whole and in any case; all of them, a phrase side by side, one of several with OR."""
    assert finder(wanted)([TEXT])
    assert finder(wanted)(["nothing to see", TEXT])


@pytest.mark.parametrize(
    "wanted",
    [
        "calib",
        "detector crash",
        "nothing OR gone",
        '"calibration detector"',
        "ii-lcls",
        "r?un",
        "run -detector",
        r"det\*",
        r"ii\-lcls",
        "(detector crash)",
        "run (-detector)",
        "(nothing AND detector)",
        "run (!detector calibration)",
        "run && crash",
        "run AND crash",
        "run NOT calibration",
        '"calib*"',
        'run -"detector calibration"',
    ],
)
def test_is_not_found(wanted):
    """A part of a word, a word that is not there, an order that is another, or what must not be there."""
    assert not finder(wanted)([TEXT])
    assert not finder(wanted)([])


def test_parentheses_in_a_phrase_are_no_marks():
    """In quotation marks a parenthesis is no word, need not have its other one, and makes no group of OR beside it."""
    assert finder('"of (lcls" run')([TEXT])
    assert finder('"of (lcls" OR crash')([TEXT])
    assert finder('"(" run')([TEXT])
    assert not finder('"of )crash" run')([TEXT])


@pytest.mark.parametrize(
    "wanted",
    [
        *("(detector", "detector)", ")detector(", "[detector]", "{detector}", "[detector", "detector]", "detector \\"),
        *('detector "', "\\[", "()"),
        *("AND", "OR", "NOT", "-crash", "NOT crash", "?!", "* -x", '""'),
    ],
)
def test_nothing_to_find(wanted):
    """A search needs something that must be there, and its marks in pairs or escaped."""
    assert finder(wanted) is None


@pytest.mark.parametrize(
    ("wanted", "term"),
    [
        ("crash~", "crash~"),
        ("run crash~0.8", "crash~0.8"),
        ("a^2", "a^2"),
        ("(a OR b)", "(a OR b)"),
        ("[a TO b]", "[a TO b]"),
        ("[a b]", "[a b]"),
        ('"a" "b" {c TO d}', '"a" "b" {c TO d}'),
        ("c -(a b)", "c -(a b)"),
        ("c +(a b)", "c +(a b)"),
        ("c !(a b)", "c !(a b)"),
        ("c NOT (a b)", "c NOT (a b)"),
        ("(a b) || c", "(a b) || c"),
        ('"a"OR (b c)', '"a"OR (b c)'),
        ('(b c) "a"NOT "d"', '(b c) "a"NOT "d"'),
    ],
)
def test_what_is_not_served_is_told(wanted, term):
    """Fuzzy search, weights, groups and ranges are Jira's, and not ours."""
    with pytest.raises(Refused) as caught:
        finder(wanted)
    assert caught.value.refusals == (JqlNotServed(what=f"the text search {term!r} in JQL"),)


def test_as_many_words_as_there_may_be():
    """A hundred words are searched for at once, in whatever terms they stand; more are not served."""
    assert finder(" ".join(["run"] * 99) + " crash")([TEXT]) is False
    assert finder("run OR " * 98 + '"detector calibration"')([TEXT])
    for wanted in (" ".join(["run"] * 101), "run OR " * 99 + '"detector calibration"'):
        with pytest.raises(Refused) as caught:
            finder(wanted)
        assert caught.value.refusals == (JqlNotServed(what="a text search for more than 100 words in JQL"),)


def test_wildcards_fit_what_they_say():
    """In a word `*` is any characters, also none, and `?` is one, in whatever order they come."""
    words = ["".join(one) for length in range(1, 5) for one in product("ab", repeat=length)]
    patterns = ["".join(one) for length in range(1, 5) for one in product("ab*?", repeat=length)]
    for pattern in patterns:
        if not set(pattern) & set("ab"):
            continue
        meant = re.compile(pattern.replace("*", ".*").replace("?", "."))
        found = [word for word in words if finder(pattern)([word])]
        assert found == [word for word in words if meant.fullmatch(word)], pattern
