"""Whatever is answered to an operation has a status that the reference lists for it, or one that is known to differ."""

from __future__ import annotations

from tests.wire.schemas.reference import statuses_of
from tests.wire.sent import asked_by, sent, served

ON_THE_WAY = {
    (200, "login_page"): "a gateway signs in with HTML",
    (403, "captcha"): "sign-in, before any operation",
    (403, "xsrf_check"): "sign-in, before any operation",
    (415, "UnsupportedMediaType"): "the reference lists it for no operation that takes JSON",
    (429, "rate_limited"): "the reference says it once, for all operations",
    (500, "server_error"): "no operation's",
    (501, "JqlNotServed"): "ours: Jira has it and we do not",
    (501, "NotServed"): "ours: Jira has it and we do not",
    (502, "bad_gateway"): "a gateway's",
    (503, "unavailable"): "a gateway's",
}
"""What any operation can answer, by status and what answers, and why the reference does not have it."""

_SEEN = 'sites were seen to, and do so with answers="observed"'
_REMOVED = "all sites were seen to, since the operation was removed"
BESIDE_THE_REFERENCE = {
    ("createIssue", 413, "LinkLimitReached"): "chosen: as for linkIssues, where the reference has it",
    ("createIssueLinkType", 403, "NotAdministrator"): _SEEN,
    ("createOrUpdateRemoteIssueLink", 413, "RemoteLinkLimitReached"): "the reference has it at getRemoteIssueLinks",
    ("deleteIssueLinkType", 403, "NotAdministrator"): _SEEN,
    ("editIssue", 413, "LinkLimitReached"): "chosen: as for linkIssues and doTransition, where the reference has it",
    ("getAllUsers", 401, "UserBrowsingNeeded"): "chosen: without credentials, as for other operations",
    ("getChangeLogs", 400, "QueryInvalid"): "recorded of another operation: a query is read before the operation",
    ("getCreateIssueMetaIssueTypeId", 404, "NotFound"): "chosen: as for a type by its id",
    ("getCreateIssueMetaIssueTypeId", 404, "ProjectUnseen"): "chosen: as for a project by its key",
    ("getCreateIssueMetaIssueTypes", 404, "ProjectUnseen"): "chosen: as for a project by its key",
    ("searchForIssuesUsingJql", 410, "SearchRemoved"): _REMOVED,
    ("searchForIssuesUsingJqlPost", 410, "SearchRemoved"): _REMOVED,
    ("updateIssueLinkType", 403, "NotAdministrator"): _SEEN,
}
"""What an operation answers and the reference does not have for it, by what answers, and why all the same."""


def test_status_is_one_of_the_reference() -> None:
    """Each status that came is one that the reference lists for the operation, or is known not to be, with a reason."""
    beside = _beside_the_reference()

    assert {one for one in beside if one[1:] not in ON_THE_WAY} == BESIDE_THE_REFERENCE.keys()
    assert {one[1:] for one in beside} >= ON_THE_WAY.keys()


def _beside_the_reference() -> set[tuple[str, int, str]]:
    ids = {operation.id for operation in served()}
    came = {
        (asked[0].id, reply.status, exchange.rule)
        for case, reply, exchange in sent()
        if (asked := asked_by(case)) and asked[0].id in ids
    }
    return {(name, status, rule) for name, status, rule in came if status not in statuses_of(name)}
