"""DELETE issueLink/{linkId}."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, Case
from tests.wire.cases.read_link import INVALID_ID
from tests.wire.literals import LINKING_DISABLED, NO_LINK_10000

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

NEITHER = (
    b"""{"errorMessages":["No Link Issue Permission for issue 'PROJ-1'","""
    b'"No Link Issue Permission for issue \'OTHER-1\'"],"errors":{}}'
)


def _deleted_before(jira: FakeJira) -> None:
    seeds.linked(jira)
    jira.client().delete("/rest/api/3/issueLink/10000", auth=jira.auth)


def _linked_both_ways(jira: FakeJira) -> None:
    seeds.linked(jira)
    jira.add_link("PROJ-2", "blocks", "PROJ-1")


_delete = partial(Case, method="DELETE", path="/rest/api/3/issueLink/10000")
_deleted = partial(
    _delete,
    seed=seeds.linked,
    status=204,
    content_type=None,
    body=b"",
    removes=("link 10000: PROJ-1 blocks PROJ-2",),
    updates=("PROJ-1", "PROJ-2"),
)
_of_two_projects = partial(
    _deleted,
    "delete: Link issues permission in one project",
    removes=("link 10000: PROJ-1 blocks OTHER-1",),
    updates=("PROJ-1", "OTHER-1"),
)
_gone = partial(_delete, "delete: second time, or unknown id", status=404, body=NO_LINK_10000)
_invalid = partial(_delete, "delete: id that is no number, or too long for 64 bits", status=400, body=INVALID_ID)
_unseen = partial(_delete, "delete: unseen issue at one end", status=404, body=NO_LINK_10000)
_neither = partial(
    _delete, "delete: no Link issues permission in either project", seed=seeds.no_link_permission, body=NEITHER
)

CASES = (
    _deleted("delete: success", "version 3", headers={"Cache-Control": "no-store, no-cache"}),
    _deleted("delete: success", "version 2", path="/rest/api/2/issueLink/10000"),
    _deleted("delete: success", "latest version", path="/rest/api/latest/issueLink/10000"),
    _deleted("delete: success", "the reverse link stays", seed=_linked_both_ways),
    _deleted("delete: success", "anonymous caller who may", seed=seeds.public, caller=None),
    _gone("second time", seed=_deleted_before),
    _gone("unknown id"),
    _gone(
        "negative id",
        path="/rest/api/3/issueLink/-1",
        body=b"""{"errorMessages":["No issue link with id '-1' exists."],"errors":{}}""",
    ),
    _invalid("text", path="/rest/api/3/issueLink/PROJ-1"),
    _invalid("too long", path="/rest/api/3/issueLink/9223372036854775808"),
    _unseen("by project", seed=seeds.other_project_hidden),
    _unseen("by level", seed=seeds.hidden_by_level),
    _unseen("by the administrator", seed=seeds.hidden_by_level, caller="admin"),
    _neither("documented", answers=DOCUMENTED, status=404),
    _neither("observed", answers=OBSERVED, status=401),
    _of_two_projects("the destination's", seed=seeds.no_link_permission_in_proj),
    _of_two_projects("the source's", seed=seeds.no_link_permission_in_other),
    _deleted("delete: no content type", sent_headers={"Content-Type": None}),
    _deleted("delete: no content type", "one is no harm", sent_headers={"Content-Type": "application/json"}),
    _deleted("delete: 200, which the reference lists and nobody has seen"),
    _delete("delete: linking disabled", seed=seeds.linking_disabled, status=404, body=LINKING_DISABLED),
)
