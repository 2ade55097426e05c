"""Jira's messages about links as an account that is set to German gets them, by the English ones.

Chosen, as no source has the words of a translated site. What is in braces is filled in alike.
"""

from __future__ import annotations

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
