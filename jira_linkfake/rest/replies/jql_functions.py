"""What Jira answers to functions in JQL that cannot be called so."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.rest.replies.jql import invalid_jql
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import jql_functions as refusals

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.FunctionUnknown: invalid_jql(
        "an unknown function", "Unable to find JQL function '{0.function}'.", evidence.MEASURED_JQL
    ),
    refusals.FunctionUnfit: invalid_jql(
        "a function whose value is none of the field's",
        "A value provided by the function '{0.function}' is invalid for the field '{0.field}'.",
        evidence.MEASURED_JQL,
    ),
    refusals.FunctionNoDate: invalid_jql(
        "a function whose value is no time",
        "A date for the field '{0.field}' provided by the function '{0.function}' is not valid.",
        evidence.SERVER_SUITE,
    ),
    refusals.ArgumentsUnexpected: invalid_jql(
        "arguments of a function that takes none",
        "Function '{0.function}' expected '0' arguments but received '{0.received}'.",
        evidence.MEASURED_JQL,
    ),
    refusals.ArgumentsTooMany: invalid_jql(
        "several arguments of a function that takes one",
        "Function '{0.function}' expected between '0' and '1' arguments but received '{0.received}'.",
        NO_TEXT,
    ),
    refusals.DurationInvalid: invalid_jql(
        "a function's argument that is no span of time",
        "Duration for function '{0.function}' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.",
        evidence.SERVER_SUITE,
    ),
    refusals.LinkedIssueMissing: invalid_jql(
        "linkedIssues without an issue",
        "Incorrect number of arguments for function 'linkedIssues'. Usage: 'linkedIssues ( issuekey [, linkDescription"
        " ]* )'.",
        evidence.SERVER_SUITE,
    ),
    refusals.LinkedIssueUnseen: invalid_jql(
        "linkedIssues of an issue that does not exist or that the caller may not see",
        "Issue '{0.value}' could not be found in function 'linkedIssues'.",
        evidence.SERVER_SUITE,
    ),
    refusals.LinkPhraseUnknown: invalid_jql(
        "linkedIssues with what is no phrase",
        "Issue link type '{0.phrase}' could not be found in function 'linkedIssues'.",
        evidence.SERVER_SUITE,
    ),
    refusals.LinkedIssuesDisabled: invalid_jql(
        "linkedIssues while issue linking is disabled",
        "Function 'linkedIssues' cannot be called as issue linking is currently disabled.",
        evidence.SERVER_SUITE,
    ),
}
