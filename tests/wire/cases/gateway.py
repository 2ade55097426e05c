"""Tokens as Bearer: refused at the site's own address, at home at Atlassian's gateway."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case, basic
from tests.wire.cases.create_bodies import LINK
from tests.wire.cases.people import myself
from tests.wire.cases.site import SERVER_INFO
from tests.wire.literals import ADMIN, ALICE, BLOCKS, CHALLENGE, UNAUTHENTICATED, UNSEEN

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

CLOUD_ID = "bea7f72d-e71d-54fd-9ef3-784274f207c1"
GATEWAY = f"/ex/jira/{CLOUD_ID}"
BEARER = {"Authorization": "Bearer alice-token"}
NOBODYS = {"Authorization": "Bearer nobodys-token"}
REFUSED = b'{"error":"Failed to parse Connect Session Auth Token"}'
UNAUTHORIZED = b'{"code":401,"message":"Unauthorized"}'
NO_SCOPE = b'{"code":401,"message":"Unauthorized; scope does not match"}'
NO_CHALLENGE = {"WWW-Authenticate": None, "X-Seraph-Loginreason": None, "Set-Cookie": None}


def at_gateway(body: bytes) -> bytes:
    """Return JSON with the addresses of the gateway."""
    return body.replace(b"{base}", b"{base}" + GATEWAY.encode())


def _issued_only(jira: FakeJira) -> None:
    jira.credentials = "issued"


def _scoped(*scopes: str) -> object:
    return lambda jira: jira.add_user("bob", token="bob-token", scopes=scopes)


_refused = partial(
    Case,
    "sign-in: Bearer at the site's own address",
    caller=None,
    sent_headers=BEARER,
    status=403,
    headers=NO_CHALLENGE,
    body=REFUSED,
)
_gateway = partial(Case, "gateway: Basic and Bearer", caller=None, status=200)
_unauthorized = partial(
    Case,
    "gateway: no credentials, or wrong ones",
    caller=None,
    path=GATEWAY + "/rest/api/3/serverInfo",
    status=401,
    headers=NO_CHALLENGE,
    body=UNAUTHORIZED,
)
_by_bob = {"Authorization": "Bearer bob-token"}
_scope = partial(Case, "gateway: scopes", caller=None, sent_headers=_by_bob, status=401, body=NO_SCOPE)
_own_address = partial(
    Case,
    "sign-in: token with scopes",
    caller=None,
    seed=_scoped("read:jira-work"),
    path="/rest/api/3/issue/PROJ-1",
    sent_headers={"Authorization": basic(b"bob@example.com:bob-token")},
)
_tenant_info = partial(
    Case,
    "site: tenant_info",
    caller=None,
    path="/_edge/tenant_info",
    status=200,
    body=b'{"cloudId":"%b"}' % CLOUD_ID.encode(),
)


CASES = (
    _refused("myself", path="/rest/api/3/myself"),
    _refused("where only issued ones will do", seed=_issued_only, path="/rest/api/2/issue/PROJ-1"),
    _refused("nobody's token", path="/rest/api/3/myself", sent_headers=NOBODYS),
    _refused("where anyone may call", path="/rest/api/latest/serverInfo"),
    _refused("link", method="POST", path="/rest/api/3/issueLink", sent=LINK),
    _refused("what Jira does not have", path="/rest/api/3/nothing"),
    _refused("what is not served", path="/rest/api/3/dashboard"),
    _refused("another method", method="OPTIONS", path="/rest/api/3/issueLink"),
    _gateway("Bearer", path=GATEWAY + "/rest/api/3/myself", sent_headers=BEARER, body=at_gateway(myself(ALICE))),
    _gateway(
        "Basic", path=GATEWAY + "/rest/api/3/myself", caller="alice", body=at_gateway(myself(ALICE)), seed=_issued_only
    ),
    _gateway(
        "nobody's token, where any will do",
        path=GATEWAY + "/rest/api/3/myself",
        sent_headers=NOBODYS,
        body=at_gateway(myself(ADMIN)),
        seed=lambda jira: setattr(jira, "credentials", "any"),
    ),
    _gateway("type", path=GATEWAY + "/rest/api/3/issueLinkType/10000/", sent_headers=BEARER, body=at_gateway(BLOCKS)),
    _gateway("refusal", path=GATEWAY + "/rest/api/3/issue/PROJ-99", sent_headers=BEARER, status=404, body=UNSEEN),
    _gateway(
        "link",
        method="POST",
        path=GATEWAY + "/rest/api/3/issueLink",
        sent=LINK,
        sent_headers=BEARER,
        status=201,
        body=b"",
        adds=("link 10000: PROJ-1 blocks PROJ-2",),
        updates=("PROJ-1", "PROJ-2"),
    ),
    Case(
        "gateway: serverInfo",
        path=GATEWAY + "/rest/api/3/serverInfo",
        caller=None,
        sent_headers=BEARER,
        status=200,
        body=SERVER_INFO,
    ),
    _unauthorized("none"),
    _unauthorized("that cannot be read", sent_headers={"Authorization": "Bearer"}),
    _unauthorized("nobody's token", seed=_issued_only, sent_headers=NOBODYS),
    _unauthorized("wrong token", sent_headers={"Authorization": basic(b"alice@example.com:not-hers")}),
    _scope(
        "to read, and a link is made",
        seed=_scoped("read:jira-work"),
        method="POST",
        path=GATEWAY + "/rest/api/3/issueLink",
        sent=LINK,
    ),
    _scope("of another subject", seed=_scoped("read:jira-work"), path=GATEWAY + "/rest/api/3/myself"),
    _scope("none", seed=_scoped(), path=GATEWAY + "/rest/api/2/issueLinkType"),
    _scope(
        "one of several that it takes",
        seed=_scoped("read:issue-link-type:jira", "offline_access"),
        path=GATEWAY + "/rest/api/2/issue/PROJ-1",
    ),
    _scope(
        "classic",
        seed=_scoped("read:jira-work"),
        path=GATEWAY + "/rest/api/3/issueLinkType/10000",
        status=200,
        body=at_gateway(BLOCKS),
    ),
    _scope(
        "granular",
        seed=_scoped("read:issue-link-type:jira"),
        path=GATEWAY + "/rest/api/3/issueLinkType/10000",
        status=200,
        body=at_gateway(BLOCKS),
    ),
    _scope("none that it takes", seed=_scoped(), path=GATEWAY + "/rest/api/3/serverInfo", status=200, body=SERVER_INFO),
    _own_address(
        "documented",
        answers=DOCUMENTED,
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    _own_address("observed", answers=OBSERVED, status=404, body=UNSEEN),
    Case(
        "gateway: unknown cloud id",
        path="/ex/jira/11111111-1111-4111-8111-111111111111/rest/api/3/myself",
        caller=None,
        sent_headers=BEARER,
        status=404,
        headers=NO_CHALLENGE,
        body=b'{"timestamp":"2026-01-01T00:00:03.000+0000","status":404,"error":"Not Found",'
        b'"message":"No message available",'
        b'"path":"/ex/jira/11111111-1111-4111-8111-111111111111/rest/api/3/myself"}',
    ),
    _tenant_info("anonymous"),
    _tenant_info("signed in", caller="alice"),
    _tenant_info("with a token as Bearer", sent_headers=BEARER),
    _tenant_info("with a wrong token", sent_headers={"Authorization": basic(b"alice@example.com:not-hers")}),
)
