"""What Jira answers to JQL that it can read, but that asks for what there is not."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import Evidence, chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import jql as refusals

_FORMATS = (
    "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format"
    " e.g. '-5d', '4w 2d'."
)


def invalid_jql(condition: str, message: str, words_by: Evidence) -> Answer:
    """Return the answer to JQL that asks for what there is not."""
    return Answer(
        condition=f"JQL: {condition}",
        status=400,
        status_by=evidence.REFERENCE,
        message=message,
        words_by=words_by,
    )


ANSWERS: dict[type[Refusal], Answer] = {
    refusals.JqlNotServed: Answer(
        condition="JQL that Jira has and jira_linkfake does not serve",
        status=501,
        status_by=chosen("Jira serves it; an invented answer would be worse"),
        message="jira_linkfake does not serve {0.what}.",
        words_by=chosen("it is ours"),
    ),
    refusals.QueryUnbounded: Answer(
        condition="JQL that restricts nothing",
        status=400,
        status_by=evidence.RECORDED,
        message="Unbounded JQL queries are not allowed here. Please add a search restriction to your query.",
        words_by=evidence.RECORDED,
    ),
    refusals.FieldUnknown: invalid_jql(
        "an unknown field",
        "Field '{0.field}' does not exist or you do not have permission to view it.",
        evidence.REFERENCE,
    ),
    refusals.FieldUnknownToAnyone: invalid_jql(
        "an unknown field, asked for by an anonymous caller in version 2",
        "Field '{0.field}' does not exist or this field cannot be viewed by anonymous users.",
        evidence.REPORTED_JQL,
    ),
    refusals.OperatorUnsupported: invalid_jql(
        "an operator that the field does not have",
        "The operator '{0.operator}' is not supported by the '{0.field}' field.",
        evidence.REFERENCE,
    ),
    refusals.ListMissing: invalid_jql(
        "one value where a list is to be",
        "Operator '{0.operator}' does not support the non-list value '{0.operand}' for field '{0.field}'.",
        evidence.REFERENCE,
    ),
    refusals.ListUnsupported: invalid_jql(
        "a list where one value is to be",
        "Operator '{0.operator}' does not support the list value '{0.operand}' for field '{0.field}'.",
        evidence.SERVER_TESTS,
    ),
    refusals.EmptyUnsupported: invalid_jql(
        "EMPTY where the field cannot be",
        "The field '{0.field}' does not support searching for EMPTY values.",
        evidence.SERVER_TESTS,
    ),
    refusals.EmptyMissing: invalid_jql(
        "IS with something else than EMPTY",
        "Operator '{0.operator}' does not support the value '{0.operand}' for field '{0.field}'.",
        NO_TEXT,
    ),
    refusals.ValueUnseen: invalid_jql(
        "a value that does not exist or that the caller may not see",
        "The value '{0.value}' does not exist for the field '{0.field}'.",
        evidence.REFERENCE,
    ),
    refusals.ValueIdUnseen: invalid_jql(
        "an id that nothing has, or nothing that the caller may see",
        "A value with ID '{0.value}' does not exist for the field '{0.field}'.",
        evidence.REPORTED_JQL,
    ),
    refusals.IssueKeyUnseen: invalid_jql(
        "an issue that does not exist or that the caller may not see",
        "An issue with key '{0.value}' does not exist for field '{0.field}'.",
        evidence.REPORTED_JQL,
    ),
    refusals.IssueKeyInvalid: invalid_jql(
        "what cannot be an issue's key",
        "The issue key '{0.value}' for field '{0.field}' is invalid.",
        evidence.REPORTED_JQL,
    ),
    refusals.DateInvalid: invalid_jql(
        "what is no time",
        "Date value '{0.value}' for field '{0.field}' is invalid. " + _FORMATS,
        evidence.SERVER_SUITE,
    ),
    refusals.TextEmpty: invalid_jql(
        "an empty text to search for",
        "The field '{0.field}' does not support searching for an empty string.",
        evidence.MEASURED_JQL,
    ),
    refusals.TextUnreadable: invalid_jql(
        "a text to search for in which there is nothing to find",
        "Unable to parse the text '{0.value}' for field '{0.field}'.",
        evidence.MEASURED_JQL,
    ),
    refusals.SortUnsupported: invalid_jql(
        "a field that issues cannot be ordered by",
        "Not able to sort using field '{0.field}'.",
        evidence.REPORTED_JQL,
    ),
    refusals.SortsTooMany: invalid_jql(
        "more than 7 fields to order by", "The maximum number of fields to order by is 7.", NO_TEXT
    ),
}
