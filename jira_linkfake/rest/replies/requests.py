"""What Jira answers to refusals about what is wrong with the request itself."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest import request_refusals as refusals
from jira_linkfake.rest.evidence import chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer, Envelope, Seen
from jira_linkfake.site.refusals import Refusal

_INVALID_PAYLOAD = "Invalid request payload. Refer to the REST API documentation and try again."

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.NoEndpoint: Answer(
        condition="a path that Jira does not have",
        status=404,
        status_by=evidence.RECORDED,
        message="No endpoint {0.method} {0.path}.",
        words_by=evidence.RECORDED,
        envelope=Envelope.PROBLEM,
    ),
    refusals.MethodNotAllowed: Answer(
        condition="a method that Jira does not have there",
        status=405,
        status_by=evidence.RECORDED,
        message="Method '{0.method}' is not supported.",
        words_by=evidence.RECORDED,
        envelope=Envelope.PROBLEM,
    ),
    refusals.NotServed: Answer(
        condition="an operation of Jira that jira_linkfake does not serve",
        status=501,
        status_by=chosen("Jira serves it; an invented answer would be worse"),
        message="jira_linkfake does not serve {0.operation}.",
        words_by=chosen("it is ours"),
    ),
    refusals.UnsupportedMediaType: Answer(
        condition="a body of another content type, or without one",
        status=415,
        status_by=evidence.MEASURED_ERRORS,
        message="Content-Type '{0.content_type}' is not supported.",
        words_by=evidence.MEASURED_ERRORS,
        envelope=Envelope.PROBLEM,
    ),
    refusals.QueryInvalid: Answer(
        condition="a value of the query that is not a number",
        status=400,
        status_by=evidence.RECORDED,
        message="Failed to convert '{0.name}' with value: '{0.value}'",
        words_by=evidence.RECORDED,
        envelope=Envelope.PROBLEM,
    ),
    refusals.OrderUnknown: Answer(
        condition="a list in an order that it does not come in",
        status=400,
        status_by=evidence.REFERENCE,
        message="The field to order by should be one of [{0.known}]. Instead, it was: {0.field}.",
        words_by=evidence.RECORDED,
    ),
    refusals.WrongCredentials: Answer(
        condition="wrong credentials",
        status=401,
        status_by=evidence.REFERENCE,
        message="Client must be authenticated to access this resource.",
        words_by=evidence.LOGIN_ACTION,
        envelope=Envelope.TEXT,
        seen=Seen(None, evidence.LOGGED_OUT, "go on with an anonymous caller"),
    ),
    refusals.NotSignedIn: Answer(
        condition="no credentials, and the anonymous caller lacks what the operation needs",
        status=401,
        status_by=evidence.REFERENCE,
        message="Client must be authenticated to access this resource.",
        words_by=evidence.LOGIN_ACTION,
        envelope=Envelope.TEXT,
        seen=Seen(None, evidence.RECORDED, "answer as they answer any caller who lacks it"),
    ),
    refusals.BodyEmpty: Answer(
        condition="an empty body",
        status=400,
        status_by=evidence.MEASURED_ERRORS,
        message="No content to map to Object due to end of input",
        words_by=evidence.MEASURED_ERRORS,
        envelope=Envelope.MESSAGES,
    ),
    refusals.IssueBodyEmpty: Answer(
        condition="a new issue with an empty body",
        status=400,
        status_by=evidence.RECORDED,
        message="No Issue Create payload supplied",
        words_by=evidence.RECORDED,
    ),
    refusals.BodyNotJson: Answer(
        condition="a body that is not JSON",
        status=400,
        status_by=evidence.RECORDED,
        message="There was an error parsing JSON. Check that your request body is valid.",
        words_by=evidence.RECORDED,
        envelope=Envelope.MESSAGES,
    ),
    refusals.PayloadInvalid: Answer(
        condition="JSON of the wrong shape: no object, a wrong type, an unknown or a missing property",
        status=400,
        status_by=evidence.RECORDED,
        message=_INVALID_PAYLOAD,
        words_by=evidence.RECORDED,
        envelope=Envelope.MESSAGES,
    ),
    refusals.MaxResultsInvalid: Answer(
        condition="search/jql with maxResults below 1 or above 5,000",
        status=400,
        status_by=evidence.RECORDED,
        message="The max results parameter has to be between 1 and 5,000.",
        words_by=evidence.RECORDED,
    ),
    refusals.PageTokenInvalid: Answer(
        condition="a nextPageToken that was not given for this search",
        status=400,
        status_by=evidence.RECORDED,
        message="The provided next page token is invalid or expired.",
        words_by=evidence.RECORDED,
    ),
    refusals.SearchRemoved: Answer(
        condition="search in version 3",
        status=410,
        status_by=evidence.RECORDED,
        message="The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration"
        " guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046",
        words_by=evidence.RECORDED,
    ),
    refusals.TooManyToFetch: Answer(
        condition="fetching more than 100 issues at once",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of issues to fetch must not be above 100.",
        words_by=NO_TEXT,
    ),
}
