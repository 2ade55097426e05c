"""Jira's messages about links in German: chosen, as no source has the words of a translated site."""

from __future__ import annotations

import re

_WORDS = {
    r"Issue linking is currently disabled\.": "Die Verknüpfung von Vorgängen ist derzeit deaktiviert.",
    r"No issue link type with (name|id) '(.*)' found\.": r"Kein Typ von Verknüpfungen mit \1 '\2' gefunden.",
    r"Issue does not exist or you do not have permission to see it\.": (
        "Der Vorgang existiert nicht, oder Sie sind nicht berechtigt, ihn zu sehen."
    ),
    r"You cannot link an issue to itself\.": "Ein Vorgang kann nicht mit sich selbst verknüpft werden.",
    r"No Link Issue Permission for issue '(.*)'": r"Keine Berechtigung, den Vorgang '\1' zu verknüpfen",
    r"No issue link with id '(.*)' exists\.": r"Es gibt keine Verknüpfung mit der ID '\1'.",
    r"The issue link ID is invalid\.": "Die ID der Verknüpfung ist ungültig.",
    r"Issue '(.*)' has reached the per-issue limit for issue links of (\d+)\.": (
        r"Der Vorgang '\1' hat die Höchstzahl von \2 Verknüpfungen erreicht."
    ),
    r"Issue '(.*)' is archived\.": r"Der Vorgang '\1' ist archiviert.",
    r"Rate limit exceeded\.": "Zu viele Anfragen.",
}
_PATTERNS = [(re.compile(pattern), words) for pattern, words in _WORDS.items()]


def in_german(text: str) -> str:
    """Return a message in German, or as it is where there are no words for it: Jira translates some only."""
    for pattern, words in _PATTERNS:
        if match := pattern.fullmatch(text):
            return match.expand(words)
    return text
