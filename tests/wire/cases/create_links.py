"""POST issueLink: what is made, and what the site's rules refuse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED
from tests.wire.cases.create_bodies import LINK, create
from tests.wire.literals import LINKING_DISABLED, NO_LINK_PERMISSION

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

REVERSED = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-2"}, "outwardIssue": {"key": "PROJ-1"}}
TO_OTHER = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "OTHER-1"}}
FROM_OTHER = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "OTHER-1"}, "outwardIssue": {"key": "PROJ-1"}}


def _limit_of_one(jira: FakeJira) -> None:
    seeds.linked_to_other_project(jira)
    jira.link_limit = 1


def _limit_of_one_at_the_other_end(jira: FakeJira) -> None:
    jira.add_link("OTHER-1", "blocks", "PROJ-2")
    jira.link_limit = 1


def _two_thousand_links(jira: FakeJira) -> None:
    for issue in jira.add_issues(*(f"MANY-{number}" for number in range(1, 2001))):
        jira.add_link(issue, "blocks", "PROJ-1")


def _one_less_than_the_limit(jira: FakeJira) -> None:
    seeds.linked_to_other_project(jira)
    jira.link_limit = 2


def _archived(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", archived=True)


_created = partial(create, status=201, body=b"", updates=("PROJ-1", "PROJ-2"))
_success = partial(_created, "create: success")
_no_permission = partial(
    create,
    "create: no Link issues permission",
    body=NO_LINK_PERMISSION,
)
_to_itself = partial(
    create,
    "create: link of an issue to itself",
    status=400,
    body=b'{"errorMessages":["You cannot link an issue to itself."],"errors":{}}',
)
_is_there = partial(create, "create: link that is there", seed=seeds.linked, status=201, body=b"")
_reverse = partial(_created, "create: link in the reverse direction", seed=seeds.linked)
_disabled = partial(create, "create: linking disabled", seed=seeds.linking_disabled, status=404, body=LINKING_DISABLED)
_at_limit = partial(create, "create: limit reached", status=413)
_is_archived = partial(
    create,
    "create: archived issue",
    seed=_archived,
    status=400,
    body=b"""{"errorMessages":["Issue 'PROJ-3' is archived."],"errors":{}}""",
)

CASES = (
    _success(
        "version 3",
        headers={"Location": None, "Cache-Control": "no-store, no-cache"},
        adds=("link 10000: PROJ-1 blocks PROJ-2",),
    ),
    _success(
        "version 2",
        path="/rest/api/2/issueLink",
        headers={"Location": None, "Cache-Control": "no-store, no-cache"},
        adds=("link 10000: PROJ-1 blocks PROJ-2",),
    ),
    _success("latest version", path="/rest/api/latest/issueLink", adds=("link 10000: PROJ-1 blocks PROJ-2",)),
    _success(
        "content type with a charset",
        sent_headers={"Content-Type": "application/json;charset=UTF-8"},
        adds=("link 10000: PROJ-1 blocks PROJ-2",),
    ),
    _success(
        "content type in capitals",
        sent_headers={"Content-Type": "Application/JSON; charset=utf-8"},
        adds=("link 10000: PROJ-1 blocks PROJ-2",),
    ),
    _success("Cloners", sent={**LINK, "type": {"name": "Cloners"}}, adds=("link 10000: PROJ-1 clones PROJ-2",)),
    _success("Duplicate", sent={**LINK, "type": {"name": "Duplicate"}}, adds=("link 10000: PROJ-1 duplicates PROJ-2",)),
    _success("Relates", sent={**LINK, "type": {"name": "Relates"}}, adds=("link 10000: PROJ-1 relates to PROJ-2",)),
    _success("type by id", sent={**LINK, "type": {"id": "10002"}}, adds=("link 10000: PROJ-1 duplicates PROJ-2",)),
    _success(
        "type by id as a number", sent={**LINK, "type": {"id": 10001}}, adds=("link 10000: PROJ-1 clones PROJ-2",)
    ),
    _success(
        "another type between the same issues",
        seed=seeds.linked,
        sent={**LINK, "type": {"name": "Relates"}},
        adds=("link 10001: PROJ-1 relates to PROJ-2",),
    ),
    _success(
        "issues of two projects",
        sent=TO_OTHER,
        adds=("link 10000: PROJ-1 blocks OTHER-1",),
        updates=("PROJ-1", "OTHER-1"),
    ),
    _success(
        "anonymous caller who may",
        seed=seeds.public,
        caller=None,
        sent=REVERSED,
        adds=("link 10001: PROJ-2 blocks PROJ-1",),
    ),
    _no_permission("documented", answers=DOCUMENTED, seed=seeds.no_link_permission, status=404),
    _no_permission("observed", answers=OBSERVED, seed=seeds.no_link_permission, status=401),
    _no_permission(
        "in the source's project", answers=OBSERVED, seed=seeds.no_link_permission_in_proj, sent=TO_OTHER, status=401
    ),
    _no_permission(
        "in the source's project, which is that of inwardIssue",
        answers=OBSERVED,
        seed=seeds.no_link_permission_in_other,
        sent=FROM_OTHER,
        status=401,
        body=b"""{"errorMessages":["No Link Issue Permission for issue 'OTHER-1'"],"errors":{}}""",
    ),
    _no_permission(
        "permission in the source's project alone",
        seed=seeds.no_link_permission_in_other,
        sent={**TO_OTHER, "type": {"name": "Relates"}},
        status=201,
        body=b"",
        adds=("link 10001: PROJ-1 relates to OTHER-1",),
        updates=("PROJ-1", "OTHER-1"),
    ),
    _to_itself("", sent={**LINK, "outwardIssue": {"key": "PROJ-1"}}),
    _to_itself("in another case", sent={**LINK, "outwardIssue": {"key": "proj-1"}}),
    _to_itself("once by key, once by id", sent={**LINK, "outwardIssue": {"id": "10000"}}),
    _is_there(""),
    _is_there(
        "type by id, issues by id",
        sent={"type": {"id": "10000"}, "inwardIssue": {"id": "10000"}, "outwardIssue": {"id": "10001"}},
    ),
    _reverse("", sent=REVERSED, adds=("link 10001: PROJ-2 blocks PROJ-1",)),
    _disabled(""),
    _disabled("in version 2", path="/rest/api/2/issueLink"),
    _at_limit(
        "at the source",
        seed=_limit_of_one,
        body=b"""{"errorMessages":["Issue 'PROJ-1' has reached the per-issue limit for issue links of 1."],"""
        b'"errors":{}}',
    ),
    _at_limit(
        "at the source, with a link that leads to it",
        seed=_limit_of_one_at_the_other_end,
        sent=REVERSED,
        body=b"""{"errorMessages":["Issue 'PROJ-2' has reached the per-issue limit for issue links of 1."],"""
        b'"errors":{}}',
    ),
    _at_limit(
        "at the destination",
        seed=_limit_of_one_at_the_other_end,
        body=b"""{"errorMessages":["Issue 'PROJ-2' has reached the per-issue limit for issue links of 1."],"""
        b'"errors":{}}',
    ),
    _at_limit(
        "of a site as it comes",
        answers=DOCUMENTED,
        seed=_two_thousand_links,
        body=b"""{"errorMessages":["Issue 'PROJ-1' has reached the per-issue limit for issue links of 2000."],"""
        b'"errors":{}}',
    ),
    _at_limit(
        "not yet",
        seed=_one_less_than_the_limit,
        status=201,
        body=b"",
        adds=("link 10001: PROJ-1 blocks PROJ-2",),
        updates=("PROJ-1", "PROJ-2"),
    ),
    _is_archived("source", sent={**LINK, "inwardIssue": {"key": "PROJ-3"}}),
    _is_archived("destination", sent={**LINK, "outwardIssue": {"key": "PROJ-3"}}),
)
