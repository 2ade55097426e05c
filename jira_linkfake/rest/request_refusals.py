"""What can be wrong with a request itself, before the site's rules are asked."""

from __future__ import annotations

from jira_linkfake.site.refusals import CallerRefusal, Refusal


class NoEndpoint(Refusal):
    """Jira has no such path."""

    truth = "Jira has no {0.path}"

    method: str
    path: str


class MethodNotAllowed(Refusal):
    """Jira has the path, but not with this method."""

    truth = "Jira has no {0.method} there, only {0.allowed}"

    method: str
    allowed: str


class NotServed(Refusal):
    """Jira has the operation; the fake does not."""

    truth = "jira_linkfake does not serve {0.operation}"

    operation: str


class UnsupportedMediaType(Refusal):
    """A body was sent as something else than JSON."""

    truth = "the body was sent as {0.content_type!r}, not as application/json"

    content_type: str


class WrongCredentials(Refusal):
    """The credentials are nobody's."""

    truth = "{0.problem}"

    problem: str


class NotSignedIn(CallerRefusal):
    """The operation is for signed-in users, and the caller is anonymous."""

    truth = "{0.who} asked for what only a signed-in user has"


class BodyEmpty(Refusal):
    """A request that needs a body has none."""

    truth = "the request has no body"


class IssueBodyEmpty(Refusal):
    """A request for a new issue has no body."""

    truth = "the request for a new issue has no body"


class BodyNotJson(Refusal):
    """The body cannot be parsed as JSON."""

    truth = "the body is not JSON: {0.problem}"

    problem: str


class PayloadInvalid(Refusal):
    """The body is JSON, but not what the operation takes."""

    truth = "the body is not what the operation takes: {0.problem}"

    problem: str


class QueryInvalid(Refusal):
    """A value of the query has the wrong type."""

    truth = "{0.name}={0.value!r} in the query is not a number"

    name: str
    value: str


class OrderUnknown(Refusal):
    """A list was asked for in an order that it does not come in."""

    truth = "orderBy={0.field!r} is no order of the list: it takes {0.known}"

    field: str
    known: str


class MaxResultsInvalid(Refusal):
    """A page was asked for that is longer or shorter than pages can be."""

    truth = "a page of {0.value} results was asked for"

    value: int


class PageTokenInvalid(Refusal):
    """The token of a page is none that was given for this search."""

    truth = "{0.token!r} is no token of a page of this search"

    token: str


class SearchRemoved(Refusal):
    """Jira has removed this search."""

    truth = "Jira has removed this search from version 3"


class TooManyToFetch(Refusal):
    """More issues were to be fetched at once than can be."""

    truth = "{0.count} issues were to be fetched at once"

    count: int
