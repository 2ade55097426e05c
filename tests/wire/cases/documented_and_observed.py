"""Where the reference and real sites disagree, and nowhere else, the option `answers` decides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.cases.create_bodies import LINK, create
from tests.wire.cases.delete_link import NEITHER
from tests.wire.cases.sign_in import ANONYMOUS, LOGGED_OUT, WRONG, WRONG_TOKEN
from tests.wire.literals import (
    CHALLENGE,
    NAME_TAKEN,
    NO_LINK_10000,
    NO_LINK_PERMISSION,
    NOT_ADMINISTRATOR,
    TWO_UNSEEN,
    UNAUTHENTICATED,
    UNSEEN,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

NO_COMMENT = b'{"errorMessages":["You do not have the permission to comment on this issue."],"errors":{}}'
RELATED = {"name": "Related", "inward": "is related to", "outward": "is related to"}


def _public_but_for_comments(jira: FakeJira) -> None:
    seeds.allow_anyone(jira, "BROWSE_PROJECTS", "LINK_ISSUES")


def _public_but_for_one_issue(jira: FakeJira) -> None:
    seeds.hidden_by_level(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS", "LINK_ISSUES")


_create_without = partial(
    create,
    "answers: create without Link issues in the source's project",
    seed=seeds.no_link_permission,
    body=NO_LINK_PERMISSION,
)
_delete_without = partial(
    Case,
    "answers: delete without Link issues in either project",
    seed=seeds.no_link_permission,
    method="DELETE",
    path="/rest/api/3/issueLink/10000",
    body=NEITHER,
)
_wrong = partial(Case, "answers: wrong credentials", seed=seeds.linked, sent_headers=WRONG_TOKEN)
_wrong_documented = partial(
    _wrong,
    answers=DOCUMENTED,
    status=401,
    content_type=PAGE,
    headers=WRONG,
    body=UNAUTHENTICATED,
)
_wrong_observed = partial(_wrong, answers=OBSERVED, headers={**LOGGED_OUT, "WWW-Authenticate": None})
_anonymous = partial(Case, "answers: no credentials, and anyone lacks what is needed", seed=seeds.linked, caller=None)
_anonymous_documented = partial(
    _anonymous,
    answers=DOCUMENTED,
    status=401,
    content_type=PAGE,
    headers={**ANONYMOUS, "WWW-Authenticate": CHALLENGE},
    body=UNAUTHENTICATED,
)
_anonymous_observed = partial(_anonymous, answers=OBSERVED, headers=ANONYMOUS)
_taken = partial(Case, "answers: name of a link type that is taken", caller="admin", body=NAME_TAKEN)
_no_administrator = partial(
    Case, "answers: link types without being an administrator", seed=seeds.linked, body=NOT_ADMINISTRATOR
)

# Requests that several cases send.
_CREATE = {"method": "POST", "path": "/rest/api/3/issueLink", "sent": LINK}
_DELETE = {"method": "DELETE", "path": "/rest/api/3/issueLink/10000"}
_READ = {"path": "/rest/api/3/issueLink/10000"}
_ISSUE = {"path": "/rest/api/3/issue/PROJ-1"}
_COMMENTS = {"path": "/rest/api/3/issue/PROJ-1/comment"}
_MAKE_TYPE = {"method": "POST", "path": "/rest/api/3/issueLinkType", "sent": RELATED}
_CHANGE_TYPE = {"method": "PUT", "path": "/rest/api/3/issueLinkType/10000", "sent": {"inward": "waits for"}}
_DELETE_TYPE = {"method": "DELETE", "path": "/rest/api/3/issueLinkType/10000"}
_RENAME_TYPE = {"method": "PUT", "path": "/rest/api/3/issueLinkType/10000", "sent": {"name": "Relates"}}
_NAMESAKE = {**_MAKE_TYPE, "sent": {**RELATED, "name": "Relates"}}

CASES = (
    _create_without("documented", answers=DOCUMENTED, status=404),
    _create_without("observed", answers=OBSERVED, status=401, headers={"WWW-Authenticate": None}),
    _delete_without("documented", answers=DOCUMENTED, status=404),
    _delete_without("observed", answers=OBSERVED, status=401, headers={"WWW-Authenticate": None}),
    _wrong_documented("documented, create", **_CREATE),
    _wrong_documented("documented, delete", **_DELETE),
    _wrong_documented("documented, read", **_READ),
    _wrong_documented("documented, issue", **_ISSUE),
    _wrong_documented("documented, public site", **_READ, seed=seeds.public),
    _wrong_observed("observed, create", **_CREATE, status=404, body=TWO_UNSEEN),
    _wrong_observed("observed, delete", **_DELETE, status=404, body=NO_LINK_10000),
    _wrong_observed("observed, read", **_READ, status=404, body=NO_LINK_10000),
    _wrong_observed("observed, issue", **_ISSUE, status=404, body=UNSEEN),
    _wrong_observed(
        "observed, public site",
        **_DELETE,
        seed=seeds.public,
        status=204,
        content_type=None,
        body=b"",
        removes=("link 10000: PROJ-1 blocks PROJ-2",),
        updates=("PROJ-1", "PROJ-2"),
    ),
    _anonymous_documented("documented, create", **_CREATE),
    _anonymous_documented("documented, delete", **_DELETE),
    _anonymous_documented("documented, read", **_READ),
    _anonymous_documented("documented, read an unknown link", path="/rest/api/3/issueLink/99999999"),
    _anonymous_documented("documented, issue", **_ISSUE),
    _anonymous_documented("documented, comments", **_COMMENTS),
    _anonymous_documented("documented, link type", **_MAKE_TYPE),
    _anonymous_documented("documented, create without Link issues", **_CREATE, seed=seeds.public_to_read),
    _anonymous_documented("documented, delete without Link issues", **_DELETE, seed=seeds.public_to_read),
    _anonymous_documented(
        "documented, comment without Add comments",
        method="POST",
        path="/rest/api/2/issueLink",
        sent={**LINK, "comment": {"body": "See there."}},
        seed=_public_but_for_comments,
    ),
    _anonymous_observed("observed, create", **_CREATE, status=404, body=TWO_UNSEEN),
    _anonymous_observed("observed, delete", **_DELETE, status=404, body=NO_LINK_10000),
    _anonymous_observed("observed, read", **_READ, status=404, body=NO_LINK_10000),
    _anonymous_observed("observed, issue", **_ISSUE, status=404, body=UNSEEN),
    _anonymous_observed("observed, comments", **_COMMENTS, status=404, body=UNSEEN),
    _anonymous_observed("observed, link type", **_MAKE_TYPE, status=403, body=NOT_ADMINISTRATOR),
    _anonymous_observed(
        "observed, create without Link issues",
        **_CREATE,
        seed=seeds.public_to_read,
        status=401,
        body=NO_LINK_PERMISSION,
    ),
    _anonymous_observed(
        "observed, delete without Link issues",
        **_DELETE,
        seed=seeds.public_to_read,
        status=401,
        body=b"""{"errorMessages":["No Link Issue Permission for issue 'PROJ-1'","""
        b'"No Link Issue Permission for issue \'PROJ-2\'"],"errors":{}}',
    ),
    _anonymous_observed(
        "observed, comment without Add comments",
        method="POST",
        path="/rest/api/2/issueLink",
        sent={**LINK, "comment": {"body": "See there."}},
        seed=_public_but_for_comments,
        status=400,
        body=NO_COMMENT,
    ),
    _anonymous(
        "both, unseen issue of a public site",
        **{**_CREATE, "sent": {**LINK, "outwardIssue": {"key": "PROJ-3"}}},
        seed=_public_but_for_one_issue,
        status=404,
        body=UNSEEN,
    ),
    _anonymous(
        "both, unseen link of a public site",
        **_READ,
        seed=_public_but_for_one_issue,
        status=404,
        body=NO_LINK_10000,
    ),
    _taken("documented, create", answers=DOCUMENTED, **_NAMESAKE, status=404),
    _taken("observed, create", answers=OBSERVED, **_NAMESAKE, status=400),
    _taken("documented, update", answers=DOCUMENTED, **_RENAME_TYPE, status=404),
    _taken("observed, update", answers=OBSERVED, **_RENAME_TYPE, status=400),
    _no_administrator("documented, create", answers=DOCUMENTED, **_MAKE_TYPE, status=404),
    _no_administrator("observed, create", answers=OBSERVED, **_MAKE_TYPE, status=403),
    _no_administrator("documented, update", answers=DOCUMENTED, **_CHANGE_TYPE, status=404),
    _no_administrator("observed, update", answers=OBSERVED, **_CHANGE_TYPE, status=403),
    _no_administrator("documented, delete", answers=DOCUMENTED, **_DELETE_TYPE, status=404),
    _no_administrator("observed, delete", answers=OBSERVED, **_DELETE_TYPE, status=403),
)
