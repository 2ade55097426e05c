"""Jira's messages in German, as far as there are words for them."""

from __future__ import annotations

import re

from jira_linkfake.rest.replies.german import GERMAN


def in_german(text: str) -> str:
    """Return a message in German, or as it is where there are no words for it: Jira translates some only."""
    for pattern, words in _PATTERNS:
        if match := pattern.fullmatch(text):
            return words.format(**match.groupdict())
    return text


def _pattern_of(message: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(message)))


_PATTERNS = [(_pattern_of(english), german) for english, german in GERMAN.items()]
