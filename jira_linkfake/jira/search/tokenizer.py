"""From a text to the words, strings and symbols of JQL, each with its line and character.

What may stand where, and where Jira says a mistake is, is known from functional tests of Jira Server 6 and from
recorded answers of Cloud, which agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from string import hexdigits

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.model import is_legal, unicode_escape
from jira_linkfake.jira.search.refusals import (
    CharacterIllegal,
    CharacterReserved,
    EmptyStringUnfinished,
    EscapeUnfinished,
    EscapeUnknown,
    NumberTooLong,
    StringUnfinished,
)

_KEYWORDS = "after and asc before by cf changed desc during empty from in is not null on or order to was"
KEYWORDS = frozenset(_KEYWORDS.split())
"""Words that mean something where they stand outside quotation marks, and can be no name or value there."""

_RESERVED_WORDS = """
abort access add alias all alter any as audit avg begin between boolean break byte catch char character check
checkpoint collate collation column commit connect continue count create current date decimal declare decrement
default defaults define delete delimiter difference distinct divide do double drop else encoding end equals escape
exclusive exec execute exists explain false fetch file field first float for function go goto grant greater group
having identified if immediate increment index initial inner inout input insert int integer intersect intersection
into isempty isnull join last left less like limit lock long max min minus mode modify modulo more multiply next
noaudit notin nowait number object of option outer output power previous prior privileges public raise raw
remainder rename resource return returns revoke right row rowid rownum rows select session set share size sqrt
start strict string subtract sum synonym table then trans transaction trigger true uid union unique update user
validate values view when whenever where while with
"""

RESERVED_WORDS = frozenset(_RESERVED_WORDS.split())
"""Words that Jira refuses outside quotation marks, though JQL does not use them."""


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    STRING = auto()
    SYMBOL = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of JQL: `text` is what it means, `source` how it is written; lines and characters count from 1."""

    kind: TokenKind
    text: str
    source: str
    line: int
    character: int

    @property
    def place(self) -> dict[str, int]:
        """Where the token begins, as a refusal takes it."""
        return {"line": self.line, "character": self.character}


_SPACES = " \t\r\n"
_SYMBOLS = ("!=", "!~", "<=", ">=", "&&", "||", "=", "~", "<", ">", "!", "&", "|", "(", ")", ",", "[", "]")
_FIRST_OF_SYMBOLS = frozenset(symbol[0] for symbol in _SYMBOLS)
_RESERVED = frozenset("{}*/%+^$#@?;")
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "'": "'", '"': '"', "\\": "\\", " ": " "}
_NUMBER = re.compile("-?[0-9]+", re.ASCII)
_LONG_DIGITS = 20


def tokens_of(jql: str) -> list[Token]:
    """Return the tokens of a text, with one for its end; raises `Refused` where it is no JQL."""
    return list(_Tokenizer(jql).tokens())


class _Tokenizer:
    def __init__(self, jql: str) -> None:
        self._jql = jql
        self._at = 0
        self._line = 1
        self._line_start = 0

    def tokens(self) -> list[Token]:
        found = []
        while True:
            self._skip_spaces()
            start, place = self._at, self._place()
            kind, text = self._next()
            found.append(Token(kind, text, self._jql[start : self._at], *place))
            if kind is TokenKind.END:
                return found

    def _place(self) -> tuple[int, int]:
        return self._line, self._at - self._line_start + 1

    def _here(self) -> dict[str, int]:
        line, character = self._place()
        return {"line": line, "character": character}

    def _char(self) -> str:
        return self._jql[self._at : self._at + 1]

    def _step(self) -> None:
        self._at += 1
        if self._jql[self._at - 1] == "\n":
            self._line += 1
            self._line_start = self._at

    def _skip_spaces(self) -> None:
        while self._char() and self._char() in _SPACES:
            self._step()

    def _next(self) -> tuple[TokenKind, str]:
        char = self._char()
        if not char:
            return TokenKind.END, ""
        if char in "'\"":
            return TokenKind.STRING, self._string(char)
        if char in _FIRST_OF_SYMBOLS:
            symbol = next(symbol for symbol in _SYMBOLS if self._jql.startswith(symbol, self._at))
            self._at += len(symbol)
            return TokenKind.SYMBOL, symbol
        return self._word()

    def _string(self, quotation_mark: str) -> str:
        here = self._here()
        self._step()
        text = ""
        while (char := self._char()) != quotation_mark:
            if not char:
                raise Refused(_unfinished(text, here))
            if char not in "\r\n":
                self._require_legal(char)
            text += self._character()
        self._step()
        return text

    def _word(self) -> tuple[TokenKind, str]:
        start, here = self._at, self._here()
        text = ""
        while (char := self._char()) and char not in _SPACES and char not in "'\"" and char not in _FIRST_OF_SYMBOLS:
            self._require_legal(char)
            if char in _RESERVED:
                raise Refused(CharacterReserved(text=char, escape=unicode_escape(char), **self._here()))
            text += self._character()
        if not _NUMBER.fullmatch(self._jql[start : self._at]):
            return TokenKind.WORD, text
        if len(text) > _LONG_DIGITS or not -(2**63) <= int(text) < 2**63:
            raise Refused(NumberTooLong(text=text, **here))
        return TokenKind.NUMBER, text

    def _require_legal(self, char: str) -> None:
        if not is_legal(char):
            raise Refused(CharacterIllegal(name=f"U+{ord(char):04X}", escape=unicode_escape(char), **self._here()))

    def _character(self) -> str:
        """Read one character of a word or string, which may be written as an escape."""
        char = self._char()
        if char != "\\":
            self._step()
            return char
        here = self._here()
        self._at += 1
        escaped = self._char()
        if not escaped:
            raise Refused(EscapeUnfinished(**here))
        if escaped == "u":
            return self._by_number(here)
        if escaped not in _ESCAPED:
            raise Refused(EscapeUnknown(text=f"\\{escaped}", **here))
        self._step()
        return _ESCAPED[escaped]

    def _by_number(self, here: dict[str, int]) -> str:
        start = self._at
        digits = "".join(takewhile(hexdigits.__contains__, self._jql[start + 1 : start + 5]))
        end = start + 1 + len(digits)
        if len(digits) < 4:
            raise Refused(EscapeUnknown(text=f"\\{self._jql[start : end + 1]}", **here))
        self._at = end
        return chr(int(digits, 16))


def _unfinished(text: str, here: dict[str, int]) -> StringUnfinished | EmptyStringUnfinished:
    if not text:
        return EmptyStringUnfinished(**here)
    return StringUnfinished(text=re.sub("[\r\n]", " ", text), **here)
