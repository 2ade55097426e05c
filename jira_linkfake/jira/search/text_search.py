"""What `~` finds: words in a text, as Jira's text search takes them.

Words are found whole and in whatever case; all must be there unless OR stands between them. Unlike Jira's, the search
does not know the forms of a word: "crash" does not find "crashes".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from operator import eq

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.refusals import JqlNotServed

_WORD = re.compile(r"\w+")
_TERM = re.compile(r'([-+!]?)(?:"([^"]*)"|([^\s"]+))')
_SPECIAL = re.compile(r"[~^][\d.]*$")
_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_BRACKETS = re.compile(r"[\[{]([^\[\]{}]*)[\]}]")
_LITERAL = "\ue000"
"""What stands for a mark that is escaped: it is no part of a word, as the index has none of the marks."""
_MOST_WORDS = 100
"""For how many words a text is searched at once, so that no search takes long; Jira has a bound too, of clauses."""

_Fits = Callable[[str], bool]
"""What says whether a word is one that was searched for."""


@dataclass(frozen=True, slots=True)
class _Term:
    """Words that must stand side by side, or that must not."""

    words: tuple[_Fits, ...]
    wanted: bool

    def is_in(self, words: list[str]) -> bool:
        places = range(len(words) - len(self.words) + 1)
        return any(all(fits(words[at + place]) for place, fits in enumerate(self.words)) for at in places)


Finder = Callable[[Iterable[str]], bool]
"""What says whether one of an issue's texts has what was searched for."""


def finder(text: str) -> Finder | None:
    """Return what finds a text, or None where there is nothing in it to find, or it cannot be parsed.

    An escaped mark is found by the words around it; parentheses in pairs by the words in them, while one alone, a
    bracket alone and brackets around one word make a text that cannot be parsed (teemtee/tmt pull request 4885,
    lesstif/php-jira-rest-client issue 230, Yelp/elastalert issue 2558). Raises `Refused` for what Jira's text search
    has and the fake has not: fuzzy search, weights, ranges, groups with operators, many words.
    """
    plain = _without_marks(text)
    return None if plain is None else _finder(plain)


def _without_marks(text: str) -> str | None:
    """Return a text without escapes, parentheses and brackets; None where it cannot be parsed."""
    if _ESCAPED.search(text) and any(one == "" for one in _ESCAPED.findall(text)):
        return None
    plain = _ESCAPED.sub(lambda match: match[1] if match[1].isalnum() else _LITERAL, text)
    quoted = plain.split('"')
    if len(quoted) % 2 == 0:
        return None
    for place in range(0, len(quoted), 2):  # what is not in quotation marks
        if any(len(inside.split()) < 2 for inside in _BRACKETS.findall(quoted[place])):
            return None
        if _BRACKETS.search(quoted[place]):
            raise Refused(JqlNotServed(what=f"the text search {text!r} in JQL"))
    outside = " ".join(quoted[::2])
    if re.search(r"[\[\]{}]", outside) or not _is_paired(outside):
        return None
    if "(" in outside and re.search(r"\b(OR|NOT)\b|\|\||[-!+]\(", outside):
        raise Refused(JqlNotServed(what=f"the text search {text!r} in JQL"))
    return re.sub(r"[()]", " ", plain)  # in quotation marks, too: it is no part of a word there


def _is_paired(text: str) -> bool:
    """Say whether each parenthesis has its other one."""
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


def _finder(text: str) -> Finder | None:
    alternatives: list[list[_Term]] = [[]]
    negated = False
    for sign, phrase, word in _TERM.findall(text):
        if word in ("AND", "&&"):
            continue
        if word in ("OR", "||"):
            alternatives.append([])
        elif word == "NOT":
            negated = True
        else:
            words = _words(phrase, wild=False) if phrase else _words(_plain(word), wild=True)
            if words:
                alternatives[-1].append(_Term(words, wanted=sign not in ("-", "!") and not negated))
            negated = False
    if sum(len(term.words) for terms in alternatives for term in terms) > _MOST_WORDS:
        raise Refused(JqlNotServed(what=f"a text search for more than {_MOST_WORDS} words in JQL"))
    useful = [terms for terms in alternatives if any(term.wanted for term in terms)]
    return (lambda texts: any(_has(useful, one) for one in texts)) if useful else None


def _plain(word: str) -> str:
    if _SPECIAL.search(word):
        raise Refused(JqlNotServed(what=f"the text search {word!r} in JQL"))
    return word


def _words(text: str, *, wild: bool) -> tuple[_Fits, ...]:
    """Return what fits each word of a text; in one with wildcards `*` is any characters and `?` is one."""
    words = re.findall(r"[\w*?]+" if wild else r"\w+", text.casefold())
    return tuple(_fitting(word) for word in words if _WORD.search(word))


def _fitting(word: str) -> _Fits:
    """Return what fits a word; with wildcards it reads a word once and never goes back, whatever stars there are.

    A number has a bit for each place in the word; it is set where the characters read so far fit what stands before.
    """
    if "*" not in word and "?" not in word:
        return partial(eq, word)
    moves, stays, anything, end = dict[str, int](), 0, 0, 1
    for char in word:
        if char == "*":
            stays |= end
            continue
        end <<= 1
        if char == "?":
            anything |= end
        else:
            moves[char] = moves.get(char, 0) | end

    def fits(text: str) -> bool:
        places = 1
        for char in text:
            places = (places & stays) | (places << 1 & (moves.get(char, 0) | anything))
        return bool(places & end)

    return fits


def _has(alternatives: list[list[_Term]], text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return any(all(term.is_in(words) == term.wanted for term in terms) for terms in alternatives)
