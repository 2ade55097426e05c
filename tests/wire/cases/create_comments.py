"""POST issueLink with a comment: where it lands, and why its body may be refused, the link with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.wire import seeds
from tests.wire.case import OBSERVED, Case
from tests.wire.cases.create_bodies import LINK, create
from tests.wire.literals import INVALID_PAYLOAD

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

NOT_VALID = b'{"errorMessages":[],"errors":{"comment":"Comment body is not valid!"}}'
EMPTY = b'{"errorMessages":[],"errors":{"comment":"Comment body can not be empty!"}}'


def document(*content: object) -> dict[str, object]:
    """Return an Atlassian document with this content."""
    return {"version": 1, "type": "doc", "content": list(content)}


def paragraph(text: str) -> dict[str, object]:
    """Return a paragraph of an Atlassian document."""
    return {"type": "paragraph", "content": [{"type": "text", "text": text}]}


def _no_comments(jira: FakeJira) -> None:
    jira.deny("ADD_COMMENTS")


def _anonymous_may_link(jira: FakeJira) -> None:
    seeds.allow_anyone(jira, "BROWSE_PROJECTS", "LINK_ISSUES")


def in_version_2(row: str, variant: str = "", *, comment: object, link: Any = LINK, **more: Any) -> Case:
    """Return a case that makes a link with a comment in version 2."""
    return create(row, variant, path="/rest/api/2/issueLink", sent={**link, "comment": comment}, **more)


def in_version_3(row: str, variant: str = "", *, comment: object, link: Any = LINK, **more: Any) -> Case:
    """Return a case that makes a link with a comment in version 3."""
    return create(row, variant, sent={**link, "comment": comment}, **more)


_created = {"status": 201, "body": b"", "updates": ("PROJ-1", "PROJ-2")}
_repeated = {"seed": seeds.linked, "status": 201, "body": b"", "updates": ("PROJ-1",)}

CASES = (
    in_version_2(
        "comment: success",
        "text in version 2",
        comment={"body": "See *there*.\nAnd there."},
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1: See *there*.\nAnd there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    in_version_3(
        "comment: success",
        "document in version 3",
        comment={"body": document(paragraph("See there."), paragraph("And there."))},
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1: See there.\nAnd there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    in_version_3(
        "comment: success",
        "document that mentions somebody",
        comment={"body": document({"type": "paragraph", "content": [{"type": "mention", "attrs": {"text": "@bob"}}]})},
        **_created,
        adds=("link 10000: PROJ-1 blocks PROJ-2", "comment 10000: alice on PROJ-1: @bob", "watcher of PROJ-1: alice"),
    ),
    create(
        "comment: success",
        "text in the latest version",
        path="/rest/api/latest/issueLink",
        sent={**LINK, "comment": {"body": "See there."}},
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1: See there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    in_version_3(
        "comment: success",
        "document with two lines in a paragraph, in a quotation",
        comment={
            "body": document(
                {
                    "type": "blockquote",
                    "content": [
                        {
                            "type": "paragraph",
                            "content": [
                                {"type": "text", "text": "See there."},
                                {"type": "hardBreak"},
                                {"type": "text", "text": "And there."},
                            ],
                        }
                    ],
                }
            )
        },
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1: See there.\nAnd there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    in_version_2(
        "comment: success",
        "anonymous caller who may",
        comment={"body": "See there."},
        seed=seeds.public,
        caller=None,
        status=201,
        body=b"",
        adds=("comment 10000: nobody on PROJ-1: See there.",),
        updates=("PROJ-1",),
    ),
    in_version_2(
        "create: link that is there, with a comment",
        "in version 2",
        comment={"body": "See there."},
        **_repeated,
        adds=("comment 10000: alice on PROJ-1: See there.", "watcher of PROJ-1: alice"),
    ),
    in_version_3(
        "create: link that is there, with a comment",
        "in version 3",
        comment={"body": document(paragraph("See there."))},
        **_repeated,
        adds=("comment 10000: alice on PROJ-1: See there.", "watcher of PROJ-1: alice"),
    ),
    in_version_3(
        "create: link that is there, with a comment",
        "refused",
        seed=seeds.linked,
        comment={"body": ""},
        status=400,
        body=NOT_VALID,
    ),
    *(
        in_version_3(
            "comment: body that is no document, in version 3",
            variant,
            comment={"body": body},
            status=400,
            body=NOT_VALID,
        )
        for variant, body in (
            ("text", "See there."),
            ("number", 1),
            ("list", [paragraph("See there.")]),
            ("document without version", {"type": "doc", "content": [paragraph("See there.")]}),
            ("another type", {**document(paragraph("See there.")), "type": "paragraph"}),
            ("content that is no node", document("See there.")),
            ("content without a type", document({"text": "See there."})),
            ("content that is no list", {**document(), "content": paragraph("See there.")}),
            ("content of a paragraph that is no list", document({"type": "paragraph", "content": "See there."})),
            ("text without text", document({"type": "paragraph", "content": [{"type": "text"}]})),
        )
    ),
    in_version_2(
        "comment: body that is an object, in version 2",
        comment={"body": document(paragraph("See there."))},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    *(
        in_version_2("comment: empty body", f"{variant}, in version 2", comment=comment, status=400, body=EMPTY)
        for variant, comment in (
            ("no text", {"body": ""}),
            ("blanks", {"body": " \n"}),
            ("null", {"body": None}),
            ("absent", {}),
        )
    ),
    *(
        in_version_3("comment: empty body", f"{variant}, in version 3", comment=comment, status=400, body=EMPTY)
        for variant, comment in (
            ("no content", {"body": document()}),
            ("empty paragraph", {"body": document({"type": "paragraph"})}),
            ("blanks", {"body": document(paragraph("  "))}),
            ("null", {"body": None}),
            ("absent", {}),
        )
    ),
    in_version_2(
        "comment: no Add comments permission",
        seed=_no_comments,
        comment={"body": "See there."},
        status=400,
        body=b'{"errorMessages":["You do not have the permission to comment on this issue."],"errors":{}}',
    ),
    in_version_3(
        "comment: no Add comments permission",
        "and a body that is no document",
        seed=_no_comments,
        comment={"body": "See there."},
        status=400,
        body=b'{"errorMessages":["You do not have the permission to comment on this issue."],'
        b'"errors":{"comment":"Comment body is not valid!"}}',
    ),
    in_version_3(
        "comment: no Add comments permission",
        "anonymous, and a body that is no document",
        answers=OBSERVED,
        seed=_anonymous_may_link,
        caller=None,
        comment={"body": "See there."},
        status=400,
        body=b'{"errorMessages":["You do not have the permission to comment on this issue."],'
        b'"errors":{"comment":"Comment body is not valid!"}}',
    ),
)
