"""issue/{issueIdOrKey}/watchers, issue/watching and issue/{issueIdOrKey}/votes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.literals import (
    ADMIN,
    ALICE,
    CHALLENGE,
    INVALID_PAYLOAD,
    NOT_BY_ACCOUNT,
    NOT_JSON,
    UNAUTHENTICATED,
    UNSEEN,
    in_version_2,
    user,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

WATCHERS = "/rest/api/3/issue/PROJ-1/watchers"
WATCHING = "/rest/api/3/issue/watching"
VOTES = "/rest/api/3/issue/PROJ-1/votes"
ADMIN_ID = "712020:00000000-0000-4000-8000-000000010000"
ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
BOB_ID = "712020:00000000-0000-4000-8000-000000010002"
BOB = user(BOB_ID.encode(), b"bob")
NOBODY = b'{"errorMessages":[],"errors":{}}'


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


WATCHING_DISABLED = _told(b"Watching issues is currently not enabled for this Jira instance.")
VOTING_DISABLED = _told(b"Voting for issues is currently not enabled for this JIRA instance.")
RESOLVED = _told(b"You cannot vote or change your vote on resolved issues.")


def _bob(jira: FakeJira) -> None:
    """Add bob, who watches PROJ-1 and has voted on it."""
    jira.add_user("bob")
    jira.add_watcher("PROJ-1", "bob")
    jira.add_vote("PROJ-1", "bob")


def _and_alice(jira: FakeJira) -> None:
    _bob(jira)
    jira.add_watcher("PROJ-1", "alice")
    jira.add_vote("PROJ-1", "alice")


def _unknown_to_alice(jira: FakeJira) -> None:
    _and_alice(jira)
    jira.deny("VIEW_VOTERS_AND_WATCHERS", "alice")


def _not_managed(jira: FakeJira) -> None:
    _bob(jira)
    jira.deny("MANAGE_WATCHERS")


def _public(jira: FakeJira) -> None:
    _not_managed(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


def _blind(jira: FakeJira) -> None:
    _bob(jira)
    jira.deny("BROWSE_PROJECTS", "bob")


def _hidden(jira: FakeJira) -> None:
    _and_alice(jira)
    jira.add_issue("PROJ-3", visible_to=["admin"], watchers=["alice"], voters=["alice"])


def _off(jira: FakeJira) -> None:
    _and_alice(jira)
    jira.watching_enabled = jira.voting_enabled = False


def _archived(jira: FakeJira) -> None:
    jira.add_issue("PROJ-9", archived=True, watchers=["alice"], voters=["alice"])


def _resolved(jira: FakeJira) -> None:
    jira.add_vote("OTHER-1", "alice")


def _watchers(*users: bytes, count: int, watching: bytes) -> bytes:
    return b'{"self":"{base}%b","watchCount":%d,"isWatching":%b,"watchers":[%b]}' % (
        WATCHERS.encode(),
        count,
        watching,
        b",".join(users),
    )


def _votes(*users: bytes, count: int, voted: bytes) -> bytes:
    return b'{"self":"{base}%b","votes":%d,"hasVoted":%b,"voters":[%b]}' % (
        VOTES.encode(),
        count,
        voted,
        b",".join(users),
    )


_get_watchers = partial(Case, "watchers: list", path=WATCHERS, status=200)
_get_votes = partial(Case, "votes: list", path=VOTES, status=200)
_done = partial(Case, status=204, content_type=None, body=b"")
_watch = partial(_done, "watchers: add", method="POST", path=WATCHERS)
_unwatch = partial(_done, "watchers: remove", method="DELETE", path=f"{WATCHERS}?accountId={BOB_ID}")
_vote = partial(_done, "votes: cast", method="POST", path=VOTES)
_unvote = partial(_done, "votes: take back", method="DELETE", path=VOTES)
_nameless = {"status": 401, "content_type": PAGE, "headers": {"WWW-Authenticate": CHALLENGE}, "body": UNAUTHENTICATED}

_WAYS = (
    ("watchers", {"path": "watchers"}),
    ("watch", {"method": "POST", "path": "watchers", "sent": ALICE_ID}),
    ("watch no longer", {"method": "DELETE", "path": f"watchers?accountId={ALICE_ID}"}),
    ("votes", {"path": "votes"}),
    ("vote", {"method": "POST", "path": "votes"}),
    ("vote no longer", {"method": "DELETE", "path": "votes"}),
)
"""Every operation on one issue, below its path."""


def _of(key: str, way: dict[str, str]) -> dict[str, str]:
    return {**way, "path": f"/rest/api/3/issue/{key}/{way['path']}"}


CASES = (
    _get_watchers("who made the issue", body=_watchers(ADMIN, count=1, watching=b"false")),
    _get_watchers(
        "several, in version 2",
        seed=_and_alice,
        path=WATCHERS.replace("/3/", "/2/"),
        body=in_version_2(_watchers(ADMIN, BOB, ALICE, count=3, watching=b"true")),
    ),
    _get_watchers(
        "none but the caller, without View voters and watchers",
        seed=_unknown_to_alice,
        body=_watchers(ALICE, count=3, watching=b"true"),
    ),
    _get_watchers("anonymous", seed=seeds.public, caller=None, body=_watchers(count=1, watching=b"false")),
    _watch("the caller, by account", sent=ALICE_ID, adds=("watcher of PROJ-1: alice",)),
    _watch("the caller, without a body", adds=("watcher of PROJ-1: alice",)),
    _watch("the caller, by null", sent=b"null", adds=("watcher of PROJ-1: alice",)),
    _watch("another user", seed=lambda jira: jira.add_user("bob"), sent=BOB_ID, adds=("watcher of PROJ-1: bob",)),
    _watch("one who does", seed=_and_alice, sent=ALICE_ID),
    _unwatch("another user", seed=_and_alice, removes=("watcher of PROJ-1: bob",)),
    _unwatch(
        "the caller, without Manage watchers",
        seed=lambda jira: (_and_alice(jira), jira.deny("MANAGE_WATCHERS")),
        path=f"{WATCHERS}?accountId={ALICE_ID}",
        removes=("watcher of PROJ-1: alice",),
    ),
    _unwatch("one who sees the issue no longer", seed=_blind, removes=("watcher of PROJ-1: bob",)),
    _unwatch("one who does not", path=f"{WATCHERS}?accountId={ALICE_ID}"),
    Case(
        "watchers: of several issues",
        seed=_hidden,
        method="POST",
        path=WATCHING,
        sent={"issueIds": ["10000", 10001, "10003", "10009", "x", None]},
        status=200,
        body=b'{"issuesIsWatching":{"10000":true,"10001":false,"10003":false,"10009":false,"x":false}}',
    ),
    Case(
        "watchers: of several issues",
        "anonymous",
        seed=_public,
        caller=None,
        method="POST",
        path=WATCHING,
        sent={"issueIds": ["10000"]},
        **_nameless,
    ),
    *(
        Case(
            "watchers: body that cannot be read",
            variant,
            method="POST",
            path=path,
            sent=sent,
            status=400,
            body=body,
        )
        for variant, path, sent, body in (
            ("no JSON", WATCHERS, b"alice", NOT_JSON),
            ("no text", WATCHERS, {"accountId": ALICE_ID}, INVALID_PAYLOAD),
            ("no list of ids", WATCHING, {"issueIds": "10000"}, INVALID_PAYLOAD),
            ("no ids", WATCHING, {}, INVALID_PAYLOAD),
        )
    ),
    Case(
        "watchers: add a user without Manage watchers",
        seed=_not_managed,
        method="POST",
        path=WATCHERS,
        sent=ADMIN_ID,
        status=403,
        body=_told(b"User 'alice' is not allowed to add watchers to issue 'PROJ-1'"),
    ),
    Case(
        "watchers: add a user without Manage watchers",
        "anonymous, documented",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="POST",
        path=WATCHERS,
        sent=ADMIN_ID,
        **_nameless,
    ),
    Case(
        "watchers: add a user without Manage watchers",
        "anonymous, observed",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="POST",
        path=WATCHERS,
        sent=ADMIN_ID,
        status=403,
        body=_told(b"User 'null' is not allowed to add watchers to issue 'PROJ-1'"),
    ),
    Case(
        "watchers: add a user without Manage watchers",
        "anonymous, nobody",
        seed=_public,
        caller=None,
        method="POST",
        path=WATCHERS,
        **_nameless,
    ),
    Case(
        "watchers: remove a user without Manage watchers",
        seed=_not_managed,
        method="DELETE",
        path=f"{WATCHERS}?accountId={BOB_ID}",
        status=403,
        body=_told(b"User 'alice' is not allowed to remove watchers from issue 'PROJ-1'"),
    ),
    Case("watchers: unknown user", "add", method="POST", path=WATCHERS, sent="nobody", status=404, body=NOBODY),
    Case(
        "watchers: unknown user",
        "remove",
        method="DELETE",
        path=f"{WATCHERS}?accountId=nobody",
        status=404,
        body=NOBODY,
    ),
    Case(
        "watchers: user who does not see the issue",
        seed=_blind,
        method="POST",
        path=WATCHERS,
        sent=BOB_ID,
        status=404,
        body=_told(
            b'The user \\"bob\\" does not have permission to view this issue. '
            b"This user will not be added to the watch list."
        ),
    ),
    Case(
        "watchers: remove nobody",
        method="DELETE",
        path=WATCHERS,
        status=400,
        body=_told(b"The accountId query parameter must be provided."),
    ),
    Case(
        "watchers: remove nobody",
        "by name",
        method="DELETE",
        path=f"{WATCHERS}?username=alice",
        status=400,
        body=NOT_BY_ACCOUNT,
    ),
    Case(
        "watchers: of an issue, as a field",
        seed=_and_alice,
        path="/rest/api/3/issue/PROJ-1?fields=watches,votes",
        status=200,
        body=b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
        b'"id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{'
        b'"watches":{"self":"{base}/rest/api/3/issue/PROJ-1/watchers","watchCount":3,"isWatching":true},'
        b'"votes":{"self":"{base}/rest/api/3/issue/PROJ-1/votes","votes":2,"hasVoted":true}}}',
    ),
    Case(
        "watchers: of an issue, as a field",
        "neither, while both are disabled",
        seed=_off,
        path="/rest/api/3/issue/PROJ-1?fields=watches,votes",
        status=200,
        body=b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
        b'"id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{}}',
    ),
    _get_votes("none", body=_votes(count=0, voted=b"false")),
    _get_votes("several", seed=_and_alice, body=_votes(BOB, ALICE, count=2, voted=b"true")),
    _get_votes(
        "only counted, without View voters and watchers",
        seed=_unknown_to_alice,
        body=_votes(count=2, voted=b"true"),
    ),
    _get_votes("anonymous", seed=seeds.public, caller=None, body=_votes(count=0, voted=b"false")),
    _vote("another's", seed=_bob, adds=("vote on PROJ-1: alice",)),
    _vote("the reporter's", caller="admin", adds=("vote on PROJ-1: admin",)),
    _vote("again", seed=_and_alice),
    _unvote(seed=_and_alice, removes=("vote on PROJ-1: alice",)),
    Case(
        "votes: take back what was not cast",
        seed=_bob,
        method="DELETE",
        path=VOTES,
        status=404,
        body=_told(b"Cannot remove a vote for an issue that the user has not already voted for."),
    ),
    *(
        Case(
            "votes: resolved issue",
            method,
            seed=_resolved,
            method=method,
            path="/rest/api/3/issue/OTHER-1/votes",
            status=404,
            body=RESOLVED,
        )
        for method in ("POST", "DELETE")
    ),
    *(
        Case("votes: anonymous caller", method, seed=_public, caller=None, method=method, path=VOTES, **_nameless)
        for method in ("POST", "DELETE")
    ),
    *(
        Case(
            "watchers and votes: unknown or unseen issue",
            f"{what}, {key}",
            seed=_hidden,
            **way,
            status=404,
            body=UNSEEN,
        )
        for key in ("PROJ-3", "PROJ-99")
        for what, one in _WAYS
        for way in (_of(key, one),)
    ),
    *(
        Case(
            "watchers and votes: archived issue",
            what,
            seed=_archived,
            **_of("PROJ-9", one),
            status=400,
            body=_told(b"Issue 'PROJ-9' is archived."),
        )
        for what, one in _WAYS
        if "method" in one
    ),
    *(
        Case(
            "watchers and votes: disabled",
            what,
            seed=_off,
            **_of("PROJ-99", one),
            status=404,
            body=WATCHING_DISABLED if one["path"].startswith("watch") else VOTING_DISABLED,
        )
        for what, one in _WAYS
    ),
    Case(
        "watchers and votes: disabled",
        "of several issues",
        seed=_off,
        method="POST",
        path=WATCHING,
        sent={"issueIds": ["10000"]},
        status=404,
        body=WATCHING_DISABLED,
    ),
)
