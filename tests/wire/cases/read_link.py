"""GET issueLink/{linkId}."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import PROBLEM, Case
from tests.wire.literals import (
    BLOCKS,
    LINKING_DISABLED,
    NO_LINK_10000,
    OTHER_1,
    PROJ_1,
    PROJ_2,
    RELATES,
    in_latest,
    in_version_2,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

LINK = (b'{"id":"10000","self":"{base}/rest/api/3/issueLink/10000","type":%b,"inwardIssue":%b,"outwardIssue":%b}') % (
    BLOCKS,
    PROJ_1,
    PROJ_2,
)
SECOND_LINK = (
    b'{"id":"10001","self":"{base}/rest/api/3/issueLink/10001","type":%b,"inwardIssue":%b,"outwardIssue":%b}'
) % (RELATES, OTHER_1, PROJ_1)
INVALID_ID = b'{"errorMessages":["The issue link ID is invalid."],"errors":{}}'


def _two_links(jira: FakeJira) -> None:
    seeds.linked(jira)
    jira.add_link("OTHER-1", "relates to", "PROJ-1")


_read = partial(Case, path="/rest/api/3/issueLink/10000")
_link = partial(_read, "read: success", seed=_two_links, status=200, body=LINK)
_invalid = partial(_read, "read: id that is no number, or too long for 64 bits", status=400, body=INVALID_ID)
_unseen = partial(_read, "read: unseen issue at one end", status=404, body=NO_LINK_10000)
_no_id = partial(_read, "read: no id", status=405, content_type=PROBLEM, headers={"Allow": "POST"})

CASES = (
    _link("version 3", headers={"Cache-Control": "no-store, no-cache"}),
    _link("version 2", path="/rest/api/2/issueLink/10000", body=in_version_2(LINK)),
    _link("latest version", path="/rest/api/latest/issueLink/10000", body=in_latest(LINK)),
    _link("another one", path="/rest/api/3/issueLink/10001", body=SECOND_LINK),
    _link("whatever fields are asked for", path="/rest/api/3/issueLink/10000?fields=summary"),
    _read(
        "read: unknown id",
        path="/rest/api/3/issueLink/99999999",
        status=404,
        body=b"""{"errorMessages":["No issue link with id '99999999' exists."],"errors":{}}""",
    ),
    _read(
        "read: unknown id",
        "the largest there can be",
        path="/rest/api/3/issueLink/9223372036854775807",
        status=404,
        body=b"""{"errorMessages":["No issue link with id '9223372036854775807' exists."],"errors":{}}""",
    ),
    _read(
        "read: unknown id",
        "the smallest there can be",
        path="/rest/api/3/issueLink/-9223372036854775808",
        status=404,
        body=b"""{"errorMessages":["No issue link with id '-9223372036854775808' exists."],"errors":{}}""",
    ),
    _invalid("text", path="/rest/api/3/issueLink/PROJ-1"),
    _invalid("fraction", path="/rest/api/3/issueLink/10000.0", seed=seeds.linked),
    _invalid("one more than 64 bits hold", path="/rest/api/3/issueLink/9223372036854775808"),
    _invalid("one less than 64 bits hold", path="/rest/api/3/issueLink/-9223372036854775809"),
    _invalid("blanks", path="/rest/api/3/issueLink/%2010000", seed=seeds.linked),
    _invalid("in version 2", path="/rest/api/2/issueLink/x"),
    _read(
        "read: negative id, or zero",
        "negative",
        path="/rest/api/3/issueLink/-1",
        status=404,
        body=b"""{"errorMessages":["No issue link with id '-1' exists."],"errors":{}}""",
    ),
    _read(
        "read: negative id, or zero",
        "zero",
        path="/rest/api/3/issueLink/0",
        status=404,
        body=b"""{"errorMessages":["No issue link with id '0' exists."],"errors":{}}""",
    ),
    _no_id(
        "the collection",
        path="/rest/api/3/issueLink",
        body=b'{"type":"about:blank","title":"Method Not Allowed","status":405,'
        b'"detail":"Method \'GET\' is not supported.","instance":"/rest/api/3/issueLink"}',
    ),
    _no_id(
        "slash at the end",
        path="/rest/api/3/issueLink/",
        body=b'{"type":"about:blank","title":"Method Not Allowed","status":405,'
        b'"detail":"Method \'GET\' is not supported.","instance":"/rest/api/3/issueLink/"}',
    ),
    _unseen("by project", seed=seeds.other_project_hidden),
    _unseen("outward end, by level", seed=seeds.hidden_by_level),
    _unseen(
        "inward end, by level",
        seed=seeds.hidden_by_level,
        path="/rest/api/3/issueLink/10001",
        body=b"""{"errorMessages":["No issue link with id '10001' exists."],"errors":{}}""",
    ),
    _unseen("by the administrator", seed=seeds.hidden_by_level, caller="admin"),
    _read("read: linking disabled", seed=seeds.linking_disabled, status=404, body=LINKING_DISABLED),
    _read(
        "read: linking disabled",
        "unknown id",
        path="/rest/api/3/issueLink/1",
        seed=seeds.linking_disabled,
        status=404,
        body=LINKING_DISABLED,
    ),
    _read("read: anonymous caller", "who may browse", seed=seeds.public_to_read, caller=None, status=200, body=LINK),
    _read(
        "read: anonymous caller",
        "who may browse, unknown id",
        path="/rest/api/3/issueLink/99999999",
        seed=seeds.public_to_read,
        caller=None,
        status=404,
        body=b"""{"errorMessages":["No issue link with id '99999999' exists."],"errors":{}}""",
    ),
)
