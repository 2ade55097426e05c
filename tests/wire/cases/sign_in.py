"""Who is calling, and how a reply tells them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case, basic
from tests.wire.cases.people import myself
from tests.wire.cases.site import SERVER_INFO
from tests.wire.literals import ADMIN, ALICE, CHALLENGE, UNAUTHENTICATED, UNSEEN, user

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ADMIN_ID = "712020:00000000-0000-4000-8000-000000010000"
ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
BOB_ID = "712020:00000000-0000-4000-8000-000000010002"
WRONG_TOKEN = {"Authorization": basic(b"alice@example.com:not-hers")}
NOBODYS_EMAIL = {"Authorization": basic(b"nobody@example.com:any-token")}
CANNOT_BE_READ = {
    "no scheme": "alice-token",
    "another scheme": 'Digest username="alice"',
    "no base64": "Basic alice@example.com:alice-token",
    "no colon": basic(b"alice@example.com").replace("=", ""),
    "empty": "",
}
ANONYMOUS = {"X-AAccountId": None, "X-Seraph-Loginreason": None, "WWW-Authenticate": None, "Set-Cookie": None}
WRONG = {"X-AAccountId": None, "X-Seraph-Loginreason": "AUTHENTICATED_FAILED", "WWW-Authenticate": CHALLENGE}
LOGGED_OUT = {
    "X-AAccountId": None,
    "X-Seraph-Loginreason": "AUTHENTICATED_FAILED",
    "Set-Cookie": "atlassian.xsrf.token=linkfake_lout; Path=/; SameSite=None; Secure",
}
BOB = user(b"712020:00000000-0000-4000-8000-000000010002", b"bob")


def _issued_only(jira: FakeJira) -> None:
    jira.credentials = "issued"


def _any(jira: FakeJira) -> None:
    jira.credentials = "any"


def _bob_without_token(jira: FakeJira) -> None:
    jira.add_user("bob")
    _issued_only(jira)


def _everybody_is_alice(jira: FakeJira) -> None:
    jira.as_user = "alice"


_me = partial(Case, path="/rest/api/3/myself", caller=None)
_is_alice = partial(_me, status=200, headers={"X-AAccountId": ALICE_ID}, body=myself(ALICE))
_is_admin = partial(_me, status=200, headers={"X-AAccountId": ADMIN_ID}, body=myself(ADMIN))
_is_bob = partial(_me, status=200, headers={"X-AAccountId": BOB_ID}, body=myself(BOB))
_is_nobody = partial(_me, status=401, content_type=PAGE, body=UNAUTHENTICATED)
_info = partial(Case, path="/rest/api/3/serverInfo", caller=None)

CASES = (
    _is_alice("sign-in: Basic", "alice", caller="alice"),
    _is_alice(
        "sign-in: Basic",
        "email in another case",
        sent_headers={"Authorization": basic(b"Alice@Example.com:alice-token")},
    ),
    _is_alice(
        "sign-in: Basic",
        "scheme in another case",
        sent_headers={"Authorization": basic(b"alice@example.com:alice-token").replace("Basic", "basic")},
    ),
    _is_admin("sign-in: Basic", "default user", caller="admin"),
    Case(
        "sign-in: Basic",
        "a refusal says it too",
        path="/rest/api/3/issue/PROJ-99",
        status=404,
        headers={"X-AAccountId": ALICE_ID, "X-Seraph-Loginreason": None},
        body=UNSEEN,
    ),
    _is_admin("sign-in: Basic", "default user, where only issued ones will do", caller="admin", seed=_issued_only),
    _is_bob(
        "sign-in: user made without a token",
        seed=_bob_without_token,
        sent_headers={"Authorization": basic(b"bob@example.com:whatever")},
    ),
    _info(
        "sign-in: wrong token where anyone may call",
        "documented",
        answers=DOCUMENTED,
        sent_headers=WRONG_TOKEN,
        status=401,
        content_type=PAGE,
        headers=WRONG,
        body=UNAUTHENTICATED,
    ),
    _info(
        "sign-in: wrong token where anyone may call",
        "observed",
        answers=OBSERVED,
        sent_headers=WRONG_TOKEN,
        status=200,
        headers=LOGGED_OUT,
        body=SERVER_INFO,
    ),
    Case(
        "sign-in: wrong token where anyone may call",
        "observed, unseen issue",
        answers=OBSERVED,
        path="/rest/api/3/issue/PROJ-1",
        sent_headers=WRONG_TOKEN,
        status=404,
        headers=LOGGED_OUT,
        body=UNSEEN,
    ),
    _is_nobody("sign-in: wrong token where one must be signed in", sent_headers=WRONG_TOKEN, headers=WRONG),
    _is_nobody(
        "sign-in: wrong token where one must be signed in",
        "where only issued ones will do",
        seed=_issued_only,
        sent_headers=WRONG_TOKEN,
        headers=WRONG,
    ),
    _is_admin(
        "sign-in: credentials that were handed to nobody",
        "any email will do",
        seed=_any,
        sent_headers=NOBODYS_EMAIL,
    ),
    _is_nobody(
        "sign-in: credentials that were handed to nobody",
        "no email will do where the test has added a user",
        sent_headers=NOBODYS_EMAIL,
        headers=WRONG,
    ),
    _is_nobody(
        "sign-in: credentials that were handed to nobody",
        "only issued emails will do",
        seed=_issued_only,
        sent_headers=NOBODYS_EMAIL,
        headers=WRONG,
    ),
    _info(
        "sign-in: credentials that were handed to nobody",
        "only issued ones will do, observed",
        answers=OBSERVED,
        seed=_issued_only,
        sent_headers=NOBODYS_EMAIL,
        status=200,
        headers=LOGGED_OUT,
        body=SERVER_INFO,
    ),
    *(
        _info(
            "sign-in: credentials that cannot be read",
            variant,
            seed=_issued_only,
            sent_headers={"Authorization": authorization},
            status=200,
            headers=ANONYMOUS,
            body=SERVER_INFO,
        )
        for variant, authorization in CANNOT_BE_READ.items()
    ),
    _info("sign-in: none where anyone may call", status=200, headers=ANONYMOUS, body=SERVER_INFO),
    _is_nobody(
        "sign-in: none where one must be signed in",
        headers={**ANONYMOUS, "WWW-Authenticate": CHALLENGE},
    ),
    _is_alice("sign-in: every request acts as one user", "no credentials", seed=_everybody_is_alice),
    _is_alice("sign-in: every request acts as one user", "another's", seed=_everybody_is_alice, caller="admin"),
    _is_alice(
        "sign-in: every request acts as one user", "wrong ones", seed=_everybody_is_alice, sent_headers=WRONG_TOKEN
    ),
)
