"""Refusals of functions in JQL."""

from __future__ import annotations

from jira_linkfake.site.refusals import UnseenRefusal
from jira_linkfake.site.refusals.jql import JqlMeaningRefusal


class FunctionUnknown(JqlMeaningRefusal):
    """No function has this name."""

    truth = "JQL has no function {0.function}"

    function: str


class FunctionUnfit(JqlMeaningRefusal):
    """The function's value is none of the field's."""

    truth = "the function {0.function} gives no value for {0.field!r}"

    function: str
    field: str


class FunctionNoDate(JqlMeaningRefusal):
    """The function's value is no time."""

    truth = "the function {0.function} gives no time for {0.field!r}"

    function: str
    field: str


class ArgumentsUnexpected(JqlMeaningRefusal):
    """A function that takes no arguments was given some."""

    truth = "the function {0.function} takes no arguments, and got {0.received}"

    function: str
    received: int


class ArgumentsTooMany(JqlMeaningRefusal):
    """A function that takes one argument at most was given more."""

    truth = "the function {0.function} takes at most one argument, and got {0.received}"

    function: str
    received: int


class DurationInvalid(JqlMeaningRefusal):
    """What was given to a function as a span of time is none."""

    truth = "the function {0.function} was given what is no span of time"

    function: str


class LinkedIssueMissing(JqlMeaningRefusal):
    """linkedIssues was given no issue."""

    truth = "linkedIssues was given no issue"


class LinkedIssueUnseen(JqlMeaningRefusal, UnseenRefusal):
    """linkedIssues was given what is no issue that the caller may see."""

    truth = "{0.who} sees no issue {0.value}, of which linkedIssues was asked: {0.why}"

    value: str


class LinkPhraseUnknown(JqlMeaningRefusal):
    """linkedIssues was given what is no phrase of a type of links."""

    truth = "no type of links has the phrase {0.phrase!r}"

    phrase: str


class LinkedIssuesDisabled(JqlMeaningRefusal):
    """linkedIssues was asked while issue linking is switched off."""

    truth = "linkedIssues was asked while issue linking is switched off (linking_enabled=False)"
