"""What `~` finds: words in a text, as Jira's text search takes them.

Words are found whole and in whatever case; all must be there unless OR stands between them. Unlike Jira's, the search
does not know the forms of a word: "crash" does not find "crashes".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.refusals import JqlNotServed

_WORD = re.compile(r"\w+")


_TERM = re.compile(r'([-+!]?)(?:"([^"]*)"|([^\s"]+))')


_SPECIAL = re.compile(r"[~^][\d.]*$|[(){}\[\]]")


@dataclass(frozen=True, slots=True)
class _Term:
    """Words that must stand side by side, each as a pattern; or that must not."""

    words: tuple[re.Pattern[str], ...]
    wanted: bool

    def is_in(self, words: list[str]) -> bool:
        count = len(self.words)
        places = range(len(words) - count + 1)
        return any(all(map(re.Pattern.fullmatch, self.words, words[at : at + count])) for at in places)


Finder = Callable[[Iterable[str]], bool]
"""What says whether one of an issue's texts has what was searched for."""


def finder(text: str) -> Finder | None:
    """Return what finds a text, or None where there is nothing in it to find.

    Raises `Refused` for what Jira's text search has and the fake has not: fuzzy search, weights, groups.
    """
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
            words = _patterns(phrase, wild=False) if phrase else _patterns(_plain(word), wild=True)
            if words:
                alternatives[-1].append(_Term(words, wanted=sign not in ("-", "!") and not negated))
            negated = False
    useful = [terms for terms in alternatives if any(term.wanted for term in terms)]
    return (lambda texts: any(_has(useful, one) for one in texts)) if useful else None


def _plain(word: str) -> str:
    if _SPECIAL.search(word):
        raise Refused(JqlNotServed(what=f"the text search {word!r} in JQL"))
    return word


def _patterns(text: str, *, wild: bool) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each word of a text; in one with wildcards `*` is any characters and `?` is one."""
    words = re.findall(r"[\w*?]+" if wild else r"\w+", text.casefold())
    return tuple(re.compile(_pattern(word)) for word in words if _WORD.search(word))


def _pattern(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w")


def _has(alternatives: list[list[_Term]], text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return any(all(term.is_in(words) == term.wanted for term in terms) for terms in alternatives)
