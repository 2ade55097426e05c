"""The pieces of JQL, and where they stand."""

import pytest

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.model import is_legal
from jira_linkfake.jira.search.refusals import (
    CharacterIllegal,
    CharacterReserved,
    EmptyStringUnfinished,
    EscapeUnfinished,
    EscapeUnknown,
    NumberTooLong,
    StringUnfinished,
)
from jira_linkfake.jira.search.tokenizer import TokenKind, tokens_of


def _pieces(jql):
    return [(token.kind, token.text) for token in tokens_of(jql)[:-1]]


@pytest.mark.parametrize(
    ("jql", "pieces"),
    [
        ("", []),
        (" \t\r\n", []),
        ("project", [(TokenKind.WORD, "project")]),
        ("PROJ-1 712020:00-a.b_é", [(TokenKind.WORD, "PROJ-1"), (TokenKind.WORD, "712020:00-a.b_é")]),
        (
            "12 -7 -1d 1d",
            [(TokenKind.NUMBER, "12"), (TokenKind.NUMBER, "-7"), (TokenKind.WORD, "-1d"), (TokenKind.WORD, "1d")],
        ),
        ("'a \"b'\"c 'd\"", [(TokenKind.STRING, 'a "b'), (TokenKind.STRING, "c 'd")]),
        ("a'b'c", [(TokenKind.WORD, "a"), (TokenKind.STRING, "b"), (TokenKind.WORD, "c")]),
        ("'two\nlines'", [(TokenKind.STRING, "two\nlines")]),
        (r"'\t\n\r\'\"\\\ '", [(TokenKind.STRING, "\t\n\r'\"\\ ")]),
        (r"a\ b\u0041\u00e9", [(TokenKind.WORD, "a bAé")]),
        ("a!=b", [(TokenKind.WORD, "a"), (TokenKind.SYMBOL, "!="), (TokenKind.WORD, "b")]),
        ("!~<=>=&&||", [(TokenKind.SYMBOL, symbol) for symbol in ("!~", "<=", ">=", "&&", "||")]),
        ("=~<>!&|(),[]", [(TokenKind.SYMBOL, symbol) for symbol in "=~<>!&|(),[]"]),
        (r"'\u00e91'", [(TokenKind.STRING, "é1")]),
    ],
)
def test_text_is_taken_apart(jql, pieces):
    """Words, numbers, strings and symbols are told apart, and escapes are what they stand for."""
    assert _pieces(jql) == pieces


def test_pieces_know_where_they_stand():
    """Lines and characters count from 1, and a piece is kept as it was written."""
    places = [(token.source, token.line, token.character) for token in tokens_of("a =\n  'b\nc' d\n")]
    assert places == [("a", 1, 1), ("=", 1, 3), ("'b\nc'", 2, 3), ("d", 3, 4), ("", 4, 1)]


def test_numbers_have_64_bits():
    """The greatest and the least number of 64 bits are numbers."""
    numbers = ["9223372036854775807", "-9223372036854775808"]
    assert _pieces(" ".join(numbers)) == [(TokenKind.NUMBER, number) for number in numbers]


@pytest.mark.parametrize(
    ("jql", "refusal"),
    [
        ('summary ~ "unclosed', StringUnfinished(text="unclosed", line=1, character=11)),
        ("comment ~ 'test\n", StringUnfinished(text="test ", line=1, character=11)),
        ("a = 1 and\nb = 'x\ny", StringUnfinished(text="x y", line=2, character=5)),
        ("what = hrejw'ewjrhejkw", StringUnfinished(text="ewjrhejkw", line=1, character=13)),
        ("comment ~ '", EmptyStringUnfinished(line=1, character=11)),
        (r"comme\unt ~ 'test", EscapeUnknown(text=r"\un", line=1, character=6)),
        (r"test = case\k", EscapeUnknown(text=r"\k", line=1, character=12)),
        (r"test = case\u278q", EscapeUnknown(text=r"\u278q", line=1, character=12)),
        (r"test = case\u27", EscapeUnknown(text=r"\u27", line=1, character=12)),
        (r"status = '\u'", EscapeUnknown(text=r"\u'", line=1, character=11)),
        ("status =\n\n\n\n\\", EscapeUnfinished(line=5, character=1)),
        ("test = 'case\\", EscapeUnfinished(line=1, character=13)),
        ("mine{www = qwwr", CharacterReserved(text="{", escape=r"\u007b", line=1, character=5)),
        ("minewww# = qwwr", CharacterReserved(text="#", escape=r"\u0023", line=1, character=8)),
        ("reporter=a/user", CharacterReserved(text="/", escape=r"\u002f", line=1, character=11)),
        ("minewww =\x7fqwwr", CharacterIllegal(name="U+007F", escape=r"\u007f", line=1, character=10)),
        ('mqwwr="\x7f this"', CharacterIllegal(name="U+007F", escape=r"\u007f", line=1, character=8)),
        ("control = 'char\t'", CharacterIllegal(name="U+0009", escape=r"\u0009", line=1, character=16)),
        ("control = '\uffff'", CharacterIllegal(name="U+FFFF", escape=r"\uffff", line=1, character=12)),
        ("c = \ufdd0", CharacterIllegal(name="U+FDD0", escape=r"\ufdd0", line=1, character=5)),
        (f"aaaaa=-{'9' * 30}", NumberTooLong(text=f"-{'9' * 30}", line=1, character=7)),
        ("a = 9223372036854775808", NumberTooLong(text="9223372036854775808", line=1, character=5)),
        ("a = -9223372036854775809", NumberTooLong(text="-9223372036854775809", line=1, character=5)),
    ],
)
def test_what_is_no_jql_is_refused_with_its_place(jql, refusal):
    """A mistake is told with the line and the character where Jira says it is."""
    with pytest.raises(Refused) as caught:
        tokens_of(jql)
    assert caught.value.refusals == (refusal,)


@pytest.mark.parametrize("first_and_last", [(0x00, 0x1F), (0x7F, 0x9F), (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF)])
def test_what_a_query_may_not_contain(first_and_last):
    """Control characters and those that are none are refused as they stand, and nothing beside them."""
    first, last = first_and_last
    assert not is_legal(chr(first))
    assert not is_legal(chr(last))
    assert is_legal(chr(last + 1))
    assert first == 0 or is_legal(chr(first - 1))


@pytest.mark.parametrize("char", "{}*/%+^$#@?;")
def test_reserved_characters_stand_in_strings_alone(char):
    """Each character that JQL keeps for itself is refused outside quotation marks, and taken within."""
    assert _pieces(f"'{char}'") == [(TokenKind.STRING, char)]
    with pytest.raises(Refused) as caught:
        tokens_of(char)
    assert isinstance(caught.value.refusals[0], CharacterReserved)
