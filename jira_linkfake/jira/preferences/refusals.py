"""What can go wrong about preferences, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal


class PreferenceUnknown(Refusal):
    """The user has no such preference."""

    truth = "there is no preference {0.key!r}"
    answer = Answer(
        condition="a preference that is not there, or without `key`",
        status=404,
        status_by=evidence.REFERENCE,
        message="The user preference '{0.key}' does not exist.",
        words_by=NO_TEXT,
    )

    key: str


class PreferenceInvalid(Refusal):
    """A preference cannot have the key or the value."""

    truth = "the preference has a {0.what} of {0.length} characters, not of 1 to {0.most}"
    answer = Answer(
        condition="setting a preference without a key or a value, or with one of more than 255 characters",
        status=404,
        status_by=evidence.REFERENCE,
        message="The {0.what} of a user preference must have 1 to {0.most} characters.",
        words_by=NO_TEXT,
    )

    what: str
    length: int
    most: int


class LocaleUnknown(Refusal):
    """The site does not have the language."""

    truth = "{0.locale!r} is no locale of the site"
    answer = Answer(
        condition="a locale that the site does not have",
        status=400,
        status_by=evidence.REFERENCE,
        message="The locale '{0.locale}' is not supported.",
        words_by=NO_TEXT,
    )

    locale: str
