"""What can be wrong with a request itself, before the site's rules are asked, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Envelope, Refusal, Seen

_INVALID_PAYLOAD = "Invalid request payload. Refer to the REST API documentation and try again."


class NoEndpoint(Refusal):
    """Jira has no such path."""

    truth = "Jira has no {0.path}"
    answer = Answer(
        condition="a path that Jira does not have",
        status=404,
        status_by=evidence.RECORDED,
        message="No endpoint {0.method} {0.path}.",
        words_by=evidence.RECORDED,
        envelope=Envelope.PROBLEM,
    )

    method: str
    path: str


class MethodNotAllowed(Refusal):
    """Jira has the path, but not with this method."""

    truth = "Jira has no {0.method} there, only {0.allowed}"
    answer = Answer(
        condition="a method that Jira does not have there",
        status=405,
        status_by=evidence.RECORDED,
        message="Method '{0.method}' is not supported.",
        words_by=evidence.RECORDED,
        envelope=Envelope.PROBLEM,
    )

    method: str
    allowed: str


class UnsupportedMediaType(Refusal):
    """A body was sent as something else than JSON."""

    truth = "the body was sent {0.how}, not as application/json"
    answer = Answer(
        condition="a body of another content type, or without one",
        status=415,
        status_by=evidence.MEASURED_ERRORS,
        message="Content-Type '{0.content_type}' is not supported.",
        words_by=evidence.MEASURED_ERRORS,
        envelope=Envelope.PROBLEM,
    )

    content_type: str

    @property
    def how(self) -> str:
        """How the body was sent; "null" is Jira's word for none."""
        return "without a Content-Type" if self.content_type == "null" else f"as {self.content_type!r}"


class WrongCredentials(Refusal):
    """The credentials are nobody's."""

    truth = "{0.problem}"
    answer = Answer(
        condition="wrong credentials",
        status=401,
        status_by=evidence.REFERENCE,
        message="Client must be authenticated to access this resource.",
        words_by=evidence.LOGIN_PAGE,
        envelope=Envelope.TEXT_AS_PAGE,
        seen=Seen(None, evidence.LOGGED_OUT, "go on with an anonymous caller"),
    )

    problem: str


class BearerAtSite(Refusal):
    """A token came as Bearer to the site's own address, where that is for apps of Connect."""

    truth = (
        "the token came as Bearer to the site's own address, which takes an email and a token as Basic; Bearer is for"
        " {0.gateway}"
    )
    answer = Answer(
        condition="a token as Bearer at the site's own address, whatever is asked for",
        status=403,
        status_by=evidence.BEARER_AT_SITE,
        message="Failed to parse Connect Session Auth Token",
        words_by=evidence.BEARER_AT_SITE,
        envelope=Envelope.ERROR,
    )

    gateway: str


class GatewayUnauthorized(Refusal):
    """The gateway was asked without credentials, or with wrong ones."""

    truth = "{0.problem}"
    answer = Answer(
        condition="no credentials or wrong ones at the gateway",
        status=401,
        status_by=chosen("as clients of the gateway handle it"),
        message="Unauthorized",
        words_by=chosen("as clients of the gateway handle it"),
        envelope=Envelope.CODE,
    )

    problem: str


class ScopeMissing(Refusal):
    """The caller's token does not have the scopes that the operation takes."""

    truth = "the token of {0.user} does not have the scopes of the operation: {0.scopes}"
    answer = Answer(
        condition="a token without the scopes of the operation",
        status=401,
        status_by=chosen("as clients of the gateway handle it"),
        message="Unauthorized; scope does not match",
        words_by=chosen("as clients of the gateway handle it"),
        envelope=Envelope.CODE,
    )

    user: str
    scopes: str


class CloudIdUnknown(Refusal):
    """The gateway was asked for a site that there is none of."""

    truth = "the site's cloud id is {0.known}, not {0.cloud_id}"
    answer = Answer(
        condition="an unknown cloud id at the gateway",
        status=404,
        status_by=evidence.GATEWAY_RECORDED,
        message="No message available",
        words_by=evidence.GATEWAY_RECORDED,
        envelope=Envelope.NO_SITE,
    )

    cloud_id: str
    known: str


class NotSignedIn(CallerRefusal):
    """The operation is for signed-in users, and the caller is anonymous."""

    truth = "{0.who} asked for what only a signed-in user has"
    answer = Answer(
        condition="no credentials, and the anonymous caller lacks what the operation needs",
        status=401,
        status_by=evidence.REFERENCE,
        message="Client must be authenticated to access this resource.",
        words_by=evidence.LOGIN_PAGE,
        envelope=Envelope.TEXT_AS_PAGE,
        seen=Seen(None, evidence.RECORDED, "answer as they answer any caller who lacks it"),
    )


class BodyEmpty(Refusal):
    """A request that needs a body has none."""

    truth = "the request has no body"
    answer = Answer(
        condition="an empty body",
        status=400,
        status_by=evidence.MEASURED_ERRORS,
        message="No content to map to Object due to end of input",
        words_by=evidence.MEASURED_ERRORS,
        envelope=Envelope.MESSAGES,
    )


class IssueBodyEmpty(Refusal):
    """A request for a new issue has no body."""

    truth = "the request for a new issue has no body"
    answer = Answer(
        condition="a new issue with an empty body",
        status=400,
        status_by=evidence.RECORDED,
        message="No Issue Create payload supplied",
        words_by=evidence.RECORDED,
    )


class BodyNotJson(Refusal):
    """The body cannot be parsed as JSON."""

    truth = "the body is not JSON: {0.problem}"
    answer = Answer(
        condition="a body that is not JSON",
        status=400,
        status_by=evidence.RECORDED,
        message="There was an error parsing JSON. Check that your request body is valid.",
        words_by=evidence.RECORDED,
        envelope=Envelope.MESSAGES,
    )

    problem: str


class PayloadInvalid(Refusal):
    """The body is JSON, but not what the operation takes."""

    truth = "the body is not what the operation takes: {0.problem}"
    answer = Answer(
        condition="JSON of the wrong shape: no object, a wrong type, an unknown or a missing property",
        status=400,
        status_by=evidence.RECORDED,
        message=_INVALID_PAYLOAD,
        words_by=evidence.RECORDED,
        envelope=Envelope.MESSAGES,
    )

    problem: str


class QueryInvalid(Refusal):
    """A value of the query has the wrong type."""

    truth = "{0.name}={0.value!r} in the query is not a number"
    answer = Answer(
        condition="a value of the query that is not a number",
        status=400,
        status_by=evidence.RECORDED,
        message="Failed to convert '{0.name}' with value: '{0.value}'",
        words_by=evidence.RECORDED,
        envelope=Envelope.PROBLEM,
    )

    name: str
    value: str


class QueryIdInvalid(Refusal):
    """A list of ids in the query has something else."""

    truth = "{0.name}={0.value!r} in the query is not an id"
    answer = Answer(
        condition="a value of a list of ids in the query that is not zero or a positive whole number",
        status=400,
        status_by=evidence.REFERENCE,
        message="{0.value} is not a valid value. {0.name} must be zero or a positive integer.",
        words_by=evidence.REFERENCE,
    )

    name: str
    value: str


class OrderUnknown(Refusal):
    """A list was asked for in an order that it does not come in."""

    truth = "orderBy={0.field!r} is no order of the list: it takes {0.known}"
    answer = Answer(
        condition="a list in an order that it does not come in",
        status=400,
        status_by=evidence.REFERENCE,
        message="The field to order by should be one of [{0.known}]. Instead, it was: {0.field}.",
        words_by=evidence.RECORDED,
    )

    field: str
    known: str


class MaxResultsInvalid(Refusal):
    """A page was asked for that is longer or shorter than pages can be."""

    truth = "a page of {0.value} results was asked for"
    answer = Answer(
        condition="search/jql with maxResults below 1 or above 5,000",
        status=400,
        status_by=evidence.RECORDED,
        message="The max results parameter has to be between 1 and 5,000.",
        words_by=evidence.RECORDED,
    )

    value: int


class AddressTooLong(Refusal):
    """A search came with an address that is longer than Jira takes; a longer one goes into a body."""

    truth = "the query of the address has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a search by an address that is too long",
        status=414,
        status_by=chosen("the reference says that long JQL goes into a body, and has no status for what does not"),
        message="Request-URI Too Long",
        envelope=Envelope.TEXT_AS_PAGE,
        words_by=chosen("HTTP's own"),
    )

    length: int
    most: int


class XsrfUnchecked(Refusal):
    """A form came without the header by which a client says that nobody has forged it."""

    truth = "the request has no header X-Atlassian-Token: no-check"
    answer = Answer(
        condition="attaching without the header `X-Atlassian-Token: no-check`",
        status=403,
        status_by=evidence.XSRF_OF_FILES,
        message="XSRF check failed",
        words_by=evidence.XSRF_OF_FILES,
        envelope=Envelope.TEXT,
    )


class FormBroken(Refusal):
    """A form cannot be read."""

    truth = "the form cannot be read: {0.problem}"
    answer = Answer(
        condition="a form that cannot be read",
        status=400,
        status_by=NO_TEXT,
        message="The multipart request cannot be read.",
        words_by=NO_TEXT,
    )

    problem: str


class PageTokenInvalid(Refusal):
    """The token of a page was not given out for this search."""

    truth = "{0.token!r} is no token of a page of this search"
    answer = Answer(
        condition="a nextPageToken that was not given for this search",
        status=400,
        status_by=evidence.RECORDED,
        message="The provided next page token is invalid or expired.",
        words_by=evidence.RECORDED,
    )

    token: str


class SearchRemoved(Refusal):
    """Jira has removed this search."""

    truth = "Jira has removed this search, from every version: search/jql is in its place"
    answer = Answer(
        condition="`search`, which search/jql has replaced, in any version",
        status=410,
        status_by=evidence.REMOVED_SEARCH,
        message="The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration"
        " guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046",
        words_by=evidence.REMOVED_SEARCH,
    )


class NothingToFetch(Refusal):
    """No issue was to be fetched."""

    truth = "no issue was named to be fetched"
    answer = Answer(
        condition="fetching no issue",
        status=400,
        status_by=evidence.REFERENCE,
        message="At least one issue must be requested.",
        words_by=NO_TEXT,
    )


class TooManyToFetch(Refusal):
    """More issues were to be fetched at once than can be."""

    truth = "{0.count} issues were to be fetched at once"
    answer = Answer(
        condition="fetching more than 100 issues at once",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of issues to fetch must not be above 100.",
        words_by=NO_TEXT,
    )

    count: int
