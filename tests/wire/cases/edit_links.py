"""PUT issue with links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.new_issues import error, message
from tests.wire.literals import INVALID_PAYLOAD, NO_HAUNTS, NOT_SETTABLE, UNSEEN

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

BLOCKS = {"name": "Blocks"}


def _adds(**link: Any) -> dict[str, Any]:
    return {"update": {"issuelinks": [{"add": {"type": BLOCKS, **link}}]}}


def _archived(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", archived=True)


def _full(jira: FakeJira) -> None:
    seeds.linked_to_other_project(jira)
    jira.link_limit = 1


_edit = partial(Case, method="PUT", path="/rest/api/3/issue/PROJ-1", status=400)
_in_fields = partial(
    _edit,
    "edit: links in fields",
    body=b"""{"errorMessages":[],"errors":{"issuelinks":"Field does not support update 'issuelinks'"}}""",
)
_made = partial(_edit, "edit: link", status=204, content_type=None, body=b"", updates=("PROJ-1", "PROJ-2"))
_other = partial(_edit, "edit: operations on links that are not add")
_both = partial(_edit, "edit: link with both ends, or with a comment")
_unknown = partial(_edit, "edit: link to an unknown or unseen issue, or of an unknown type", body=UNSEEN)
_not_settable = partial(
    _edit,
    "edit: linking disabled, or no Link issues permission",
    sent=_adds(outwardIssue={"key": "PROJ-2"}),
    body=NOT_SETTABLE % (b"issuelinks", b"issuelinks"),
)
_to_archived = partial(
    _edit,
    "edit: link of or to an archived issue",
    seed=_archived,
    body=message(b"Issue 'PROJ-3' is archived."),
)
_full_up = partial(
    _edit,
    "edit: link beyond the limit",
    seed=_full,
    sent=_adds(outwardIssue={"key": "PROJ-2"}),
    status=413,
    body=message(b"Issue 'PROJ-1' has reached the per-issue limit for issue links of 1."),
)

CASES = (
    _in_fields("a link", sent={"fields": {"issuelinks": [{"type": BLOCKS, "outwardIssue": {"key": "PROJ-2"}}]}}),
    _in_fields("none", sent={"fields": {"issuelinks": []}}),
    _made("outward", sent=_adds(outwardIssue={"key": "PROJ-2"}), adds=("link 10000: PROJ-1 blocks PROJ-2",)),
    _made("inward", sent=_adds(inwardIssue={"key": "PROJ-2"}), adds=("link 10000: PROJ-2 blocks PROJ-1",)),
    _made(
        "alone, without a list, in version 2",
        path="/rest/api/2/issue/PROJ-1",
        sent={"update": {"issuelinks": {"add": {"type": {"id": 10000}, "outwardIssue": {"id": 10001}}}}},
        adds=("link 10000: PROJ-1 blocks PROJ-2",),
    ),
    _made(
        "with what else a client sends of type and issue",
        sent={
            "update": {
                "issuelinks": [
                    {
                        "add": {
                            "type": {"name": "Blocks", "inward": "is blocked by", "outward": "blocks"},
                            "outwardIssue": {"key": "PROJ-2", "self": "x", "fields": {}},
                            "inwardIssue": None,
                        }
                    }
                ]
            }
        },
        adds=("link 10000: PROJ-1 blocks PROJ-2",),
    ),
    _made(
        "without Link issues in the other project",
        seed=lambda jira: jira.deny("LINK_ISSUES", project="OTHER"),
        sent=_adds(inwardIssue={"key": "OTHER-1"}),
        adds=("link 10000: OTHER-1 blocks PROJ-1",),
        updates=("PROJ-1", "OTHER-1"),
    ),
    _edit(
        "edit: link that is there",
        seed=seeds.linked,
        sent=_adds(outwardIssue={"key": "PROJ-2"}),
        status=204,
        content_type=None,
        body=b"",
    ),
    *(
        _other(
            verb,
            sent={"update": {"issuelinks": [{verb: {"type": BLOCKS, "outwardIssue": {"key": "PROJ-2"}}}]}},
            body=message(
                b"Field with id' issuelinks' and name 'Linked Issues' does not support operation '%b' "
                b"Supported operation(s) are: 'add,copy'" % verb.encode()
            ),
        )
        for verb in ("remove", "set")
    ),
    _other(
        "copy",
        sent={"update": {"issuelinks": [{"copy": {"sourceIssues": [{"key": "PROJ-2"}]}}]}},
        status=501,
        body=message(b"jira_linkfake does not serve copy of issuelinks in PUT issue (editIssue)."),
    ),
    _edit(
        "edit: several links",
        sent={
            "update": {
                "issuelinks": [{"add": {"type": BLOCKS, "outwardIssue": {"key": key}}} for key in ("PROJ-2", "OTHER-1")]
            }
        },
        body=error(b"issuelinks", b"Only one issue link can be added at a time."),
    ),
    _both(
        "both ends",
        sent=_adds(inwardIssue={"key": "PROJ-1"}, outwardIssue={"key": "PROJ-2"}),
        body=message(b"Only one of inwardIssue and outwardIssue can be given: the issue itself is the other."),
    ),
    _both(
        "comment",
        sent=_adds(outwardIssue={"key": "PROJ-2"}, comment={"body": "x"}),
        body=message(b"A comment cannot be added with an issue link in update."),
    ),
    _both("unknown property", sent=_adds(outwardIssue={"key": "PROJ-2"}, x=1), body=INVALID_PAYLOAD),
    _both("no object", sent={"update": {"issuelinks": [{"add": "PROJ-2"}]}}, body=INVALID_PAYLOAD),
    _unknown("unknown issue", sent=_adds(outwardIssue={"key": "PROJ-99"})),
    _unknown("unseen issue", seed=seeds.hidden_by_level, sent=_adds(outwardIssue={"key": "PROJ-3"})),
    _unknown("no issue", sent=_adds()),
    _unknown("unknown type", sent=_adds(type={"name": "Haunts"}, outwardIssue={"key": "PROJ-2"}), body=NO_HAUNTS),
    _unknown(
        "no type",
        sent={"update": {"issuelinks": [{"add": {"outwardIssue": {"key": "PROJ-2"}}}]}},
        body=error(b"issuelinks", b"No issue link type name or id was given."),
    ),
    _unknown(
        "unknown type and issue",
        sent=_adds(type={"name": "Haunts"}, outwardIssue={"key": "PROJ-99"}),
        body=b"""{"errorMessages":["No issue link type with name 'Haunts' found.","""
        + UNSEEN[len(b'{"errorMessages":[') :],
    ),
    _edit(
        "edit: link of the issue to itself",
        sent=_adds(outwardIssue={"key": "proj-1"}),
        body=error(b"issuelinks", b"You cannot link an issue to itself."),
    ),
    _to_archived("other issue", sent=_adds(outwardIssue={"key": "PROJ-3"})),
    _to_archived("the issue", path="/rest/api/3/issue/PROJ-3", sent=_adds(outwardIssue={"key": "PROJ-1"})),
    _full_up(),
    _not_settable("linking disabled", seed=seeds.linking_disabled),
    _not_settable("no permission", seed=seeds.no_link_permission_in_proj),
    _not_settable(
        "no permission on the edited issue, which is the destination",
        seed=seeds.no_link_permission_in_proj,
        sent=_adds(inwardIssue={"key": "OTHER-1"}),
    ),
    _not_settable("in fields", seed=seeds.no_link_permission_in_proj, sent={"fields": {"issuelinks": []}}),
)
