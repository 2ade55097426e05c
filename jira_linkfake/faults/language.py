"""Jira's messages in German, as far as there are words for them."""

from __future__ import annotations

import re

GERMAN = {
    "Issue linking is currently disabled.": "Die Verknüpfung von Vorgängen ist derzeit deaktiviert.",
    "No issue link type with {by} '{value}' found.": "Kein Typ von Verknüpfungen mit {by} '{value}' gefunden.",
    "Issue does not exist or you do not have permission to see it.": (
        "Der Vorgang existiert nicht, oder Sie sind nicht berechtigt, ihn zu sehen."
    ),
    "You cannot link an issue to itself.": "Ein Vorgang kann nicht mit sich selbst verknüpft werden.",
    "No Link Issue Permission for issue '{key}'": "Keine Berechtigung, den Vorgang '{key}' zu verknüpfen",
    "No issue link with id '{id}' exists.": "Es gibt keine Verknüpfung mit der ID '{id}'.",
    "The issue link ID is invalid.": "Die ID der Verknüpfung ist ungültig.",
    "Issue '{key}' has reached the per-issue limit for issue links of {limit}.": (
        "Der Vorgang '{key}' hat die Höchstzahl von {limit} Verknüpfungen erreicht."
    ),
    "Issue '{key}' is archived.": "Der Vorgang '{key}' ist archiviert.",
    "Rate limit exceeded.": "Zu viele Anfragen.",
}


def in_german(text: str) -> str:
    """Return a message in German, or as it is where there are no words for it: Jira translates some only."""
    for pattern, words in _PATTERNS:
        if match := pattern.fullmatch(text):
            return words.format(**match.groupdict())
    return text


def _pattern_of(message: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(message)))


_PATTERNS = [(_pattern_of(english), german) for english, german in GERMAN.items()]
