"""Refusals of JQL that can be read, but that asks for what there is not."""

from __future__ import annotations

from jira_linkfake.site.refusals import Refusal, UnseenRefusal


class JqlNotServed(Refusal):
    """Jira has it in its JQL; the fake does not."""

    truth = "jira_linkfake does not serve {0.what}"

    what: str


class QueryUnbounded(Refusal):
    """The query restricts nothing, where Jira wants a restriction."""

    truth = "the JQL restricts nothing"


class JqlMeaningRefusal(Refusal):
    """A query names what there is not, or compares what cannot be compared."""


class FieldUnknown(JqlMeaningRefusal):
    """No field has this name."""

    truth = "JQL has no field {0.field!r}"

    field: str


class FieldUnknownToAnyone(JqlMeaningRefusal):
    """No field has this name, and the caller is anonymous, to whom Jira says so in other words."""

    truth = "JQL has no field {0.field!r}"

    field: str


class OperatorUnsupported(JqlMeaningRefusal):
    """The field cannot be compared in this way."""

    truth = "the field {0.field!r} of JQL has no operator {0.operator!r}"

    operator: str
    field: str


class ListMissing(JqlMeaningRefusal):
    """A list was to be looked into, and one value was given."""

    truth = "{0.operator!r} takes a list, and {0.operand} is none"

    operator: str
    operand: str
    field: str


class ListUnsupported(JqlMeaningRefusal):
    """A field was to be compared with one value, and a list was given."""

    truth = "{0.operator!r} takes one value, and {0.operand} is a list"

    operator: str
    operand: str
    field: str


class EmptyUnsupported(JqlMeaningRefusal):
    """A field was to be compared with EMPTY in a way that has no meaning for it."""

    truth = "the field {0.field!r} of JQL cannot be compared with EMPTY in this way"

    field: str


class EmptyMissing(JqlMeaningRefusal):
    """A field was said to be something else than EMPTY."""

    truth = "{0.operator!r} takes EMPTY alone, and not {0.operand}"

    operator: str
    operand: str
    field: str


class ValueUnseen(JqlMeaningRefusal, UnseenRefusal):
    """The field has no value of this name that the caller may see."""

    truth = "{0.who} sees no {0.field} {0.value!r}: {0.why}"

    value: str
    field: str


class ValueIdUnseen(JqlMeaningRefusal, UnseenRefusal):
    """The field has no value with this id that the caller may see."""

    truth = "{0.who} sees no {0.field} with the id {0.value}: {0.why}"

    value: str
    field: str


class IssueKeyUnseen(JqlMeaningRefusal, UnseenRefusal):
    """No issue that the caller may see has this key."""

    truth = "{0.who} sees no issue {0.value}: {0.why}"

    value: str
    field: str


class IssueKeyInvalid(JqlMeaningRefusal):
    """What was given as an issue's key cannot be one."""

    truth = "{0.value!r} is no key of an issue"

    value: str
    field: str


class DateInvalid(JqlMeaningRefusal):
    """What was given as a time is none."""

    truth = "{0.value!r} is no time"

    value: str
    field: str


class TextEmpty(JqlMeaningRefusal):
    """An empty text was searched for."""

    truth = "an empty text was searched for in {0.field!r}"

    field: str


class TextUnreadable(JqlMeaningRefusal):
    """A text was searched for that consists of operators alone."""

    truth = "the text {0.value!r} to search for has operators of the text search, and nothing to find"

    value: str
    field: str


class SortUnsupported(JqlMeaningRefusal):
    """Issues cannot be ordered by this."""

    truth = "issues cannot be ordered by {0.field!r}"

    field: str


class SortsTooMany(JqlMeaningRefusal):
    """The query orders by more fields than Jira takes."""

    truth = "the JQL orders by {0.count} fields"

    count: int
