"""GET issue/{issueIdOrKey}/comment, the list and one of it; POST comment/list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire import seeds
from tests.wire.case import PROBLEM, Case
from tests.wire.cases.create_bodies import LINK
from tests.wire.cases.issues import proj_1
from tests.wire.literals import ADMIN, ALICE, INVALID_PAYLOAD, NO_CONTENT, UNSEEN, in_version_2

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ADMIN_AUTH = ("admin@example.com", "admin-token")
ALICE_AUTH = ("alice@example.com", "alice-token")


def _comment(jira: FakeJira, auth: tuple[str, str], body: object, visibility: object = None, version: int = 2) -> None:
    link = {**LINK, "comment": {"body": body, "visibility": visibility}}
    reply = jira.client().post(f"/rest/api/{version}/issueLink", json=link, auth=auth)
    assert reply.status_code == 201


def _four_comments(jira: FakeJira) -> None:
    seeds.linked(jira)
    _comment(jira, ADMIN_AUTH, "Line 1\n\nLine 3")
    _comment(jira, ALICE_AUTH, "For staff.", {"type": "group", "value": "staff"})
    _comment(jira, ALICE_AUTH, "For developers.", {"type": "role", "value": "Developers"})
    _comment(jira, ALICE_AUTH, _STRONG, version=3)


def _comments_of_a_public_site(jira: FakeJira) -> None:
    _four_comments(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


_STRONG: Any = {
    "type": "doc",
    "version": 1,
    "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Strong.", "marks": [{"type": "strong"}]}]}],
}


def shown(
    comment_id: bytes,
    author: bytes,
    body: bytes,
    created: bytes,
    visibility: bytes = b"",
    *,
    updated: bytes | None = None,
    by: bytes | None = None,
    properties: bytes = b"",
) -> bytes:
    """Return a comment on PROJ-1; unless told otherwise nobody has changed it. What is rendered follows the body."""
    address = b"{base}/rest/api/3/issue/10000/comment/" + comment_id
    return (
        b'{"self":"%b","id":"%b","author":%b,"body":%b,"updateAuthor":%b,"created":"%b","updated":"%b",'
        b'%b"jsdPublic":true%b}'
    ) % (address, comment_id, author, body, by or author, created, updated or created, visibility, properties)


FIRST = shown(
    b"10000",
    ADMIN,
    b'{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Line 1"}]},'
    b'{"type":"paragraph","content":[{"type":"text","text":"Line 3"}]}]}',
    b"2026-01-01T00:00:05.000+0000",
)
FIRST_IN_VERSION_2 = in_version_2(shown(b"10000", ADMIN, b'"Line 1\\n\\nLine 3"', b"2026-01-01T00:00:05.000+0000"))
FOR_STAFF = shown(
    b"10001",
    ALICE,
    b'{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"For staff."}]}]}',
    b"2026-01-01T00:00:06.000+0000",
    b'"visibility":{"type":"group","value":"staff","identifier":"00000000-0000-4000-9000-000000010000"},',
)
FOR_DEVELOPERS = shown(
    b"10002",
    ALICE,
    b'{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"For developers."}]}]}',
    b"2026-01-01T00:00:07.000+0000",
    b'"visibility":{"type":"role","value":"Developers","identifier":"Developers"},',
)
STRONG = shown(
    b"10003",
    ALICE,
    b'{"type":"doc","version":1,"content":[{"type":"paragraph","content":'
    b'[{"type":"text","text":"Strong.","marks":[{"type":"strong"}]}]}]}',
    b"2026-01-01T00:00:08.000+0000",
)
STRONG_IN_VERSION_2 = in_version_2(shown(b"10003", ALICE, b'"*Strong.*"', b"2026-01-01T00:00:08.000+0000"))


def page(*comments: bytes, total: int, start: int = 0, size: int = 5000) -> bytes:
    """Return a page of comments."""
    return b'{"startAt":%d,"maxResults":%d,"total":%d,"comments":[%b]}' % (start, size, total, b",".join(comments))


MISCOUNTED = b'{"errorMessages":["The number of comment IDs must be between 1 and 1000."],"errors":{}}'


def _by_ids(*comments: bytes) -> bytes:
    return (b'{"maxResults":1048576,"startAt":0,"total":%d,"isLast":true,"values":[%b]}') % (
        len(comments),
        b",".join(comments),
    )


def _with_html(comment: bytes, html: bytes) -> bytes:
    return comment.replace(b',"updateAuthor"', b',"renderedBody":"%b","updateAuthor"' % html)


def _markup(jira: FakeJira) -> None:
    jira.add_comment("PROJ-1", '1 < 2 & "3"\n\n<b>bold</b>')


def _comment_on_a_hidden_issue(jira: FakeJira) -> None:
    _four_comments(jira)
    seeds.hidden_by_level(jira)
    jira.add_comment("PROJ-3", "Nobody's business.")


_FIRST_OF_FOUR = page(FIRST, size=1, total=4)
_list = partial(Case, seed=_four_comments, path="/rest/api/3/issue/PROJ-1/comment", status=200)
_part = partial(_list, "comments: part of the list")
_one = partial(_list, "comments: one")
_ordered = partial(_list, "comments: order")
_rendered = partial(_list, "comments: rendered as HTML")
_by_id = partial(_list, "comments: by their ids", method="POST", path="/rest/api/3/comment/list")
_no_ids = partial(Case, "comments: by ids that cannot be read", method="POST", path="/rest/api/3/comment/list")
_miscounted = partial(
    Case,
    "comments: by no id, or by too many",
    method="POST",
    path="/rest/api/3/comment/list",
    status=400,
    body=MISCOUNTED,
)
_gone = partial(_list, "comments: unknown or unseen", status=404)
_no_issue = partial(_list, "comments: unknown issue", status=404, body=UNSEEN)

CASES = (
    _list("comments: list", "version 3", body=page(FIRST, FOR_STAFF, FOR_DEVELOPERS, STRONG, total=4)),
    _list(
        "comments: list",
        "version 2",
        caller="admin",
        path="/rest/api/2/issue/PROJ-1/comment",
        body=page(FIRST_IN_VERSION_2, STRONG_IN_VERSION_2, total=2),
    ),
    _list(
        "comments: list",
        "latest version, by id",
        caller="admin",
        path="/rest/api/latest/issue/10000/comment",
        body=page(FIRST_IN_VERSION_2, STRONG_IN_VERSION_2, total=2).replace(b"/rest/api/2/", b"/rest/api/latest/"),
    ),
    _list(
        "comments: list", "of the other issue of the link", path="/rest/api/3/issue/PROJ-2/comment", body=page(total=0)
    ),
    _list("comments: restricted to others", "administrator", caller="admin", body=page(FIRST, STRONG, total=2)),
    _list(
        "comments: restricted to others",
        "anonymous",
        seed=_comments_of_a_public_site,
        caller=None,
        body=page(FIRST, STRONG, total=2),
    ),
    _list(
        "comments: restricted to others",
        "as a field of the issue",
        caller="admin",
        path="/rest/api/3/issue/PROJ-1?fields=comment",
        body=proj_1(
            b'"comment":{"comments":[%b,%b],"self":"{base}/rest/api/3/issue/10000/comment",'
            b'"maxResults":2,"total":2,"startAt":0}' % (FIRST, STRONG)
        ),
    ),
    _part(
        "the middle",
        path="/rest/api/3/issue/PROJ-1/comment?startAt=1&maxResults=2",
        body=page(FOR_STAFF, FOR_DEVELOPERS, start=1, size=2, total=4),
    ),
    _part("the first", path="/rest/api/3/issue/PROJ-1/comment?maxResults=1", body=page(FIRST, size=1, total=4)),
    _part("the last", path="/rest/api/3/issue/PROJ-1/comment?startAt=3", body=page(STRONG, start=3, total=4)),
    _part("beyond the last", path="/rest/api/3/issue/PROJ-1/comment?startAt=9", body=page(start=9, total=4)),
    _list(
        "comments: query that is no number",
        "maxResults",
        path="/rest/api/3/issue/PROJ-1/comment?maxResults=x",
        status=400,
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Bad Request","status":400,'
        b'"detail":"Failed to convert \'maxResults\' with value: \'x\'","instance":"/rest/api/3/issue/PROJ-1/comment"}',
    ),
    _list(
        "comments: query that is no number",
        "startAt, of an unknown issue",
        path="/rest/api/3/issue/PROJ-99/comment?startAt=1.5",
        status=400,
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Bad Request","status":400,'
        b'"detail":"Failed to convert \'startAt\' with value: \'1.5\'","instance":"/rest/api/3/issue/PROJ-99/comment"}',
    ),
    _ordered("created", path="/rest/api/3/issue/PROJ-1/comment?orderBy=created&maxResults=1", body=_FIRST_OF_FOUR),
    _ordered("+created", path="/rest/api/3/issue/PROJ-1/comment?orderBy=%2Bcreated&maxResults=1", body=_FIRST_OF_FOUR),
    _ordered(
        "+created, not encoded",
        path="/rest/api/3/issue/PROJ-1/comment?orderBy=+created&maxResults=1",
        body=_FIRST_OF_FOUR,
    ),
    _ordered(
        "-created",
        path="/rest/api/3/issue/PROJ-1/comment?orderBy=-created",
        body=page(STRONG, FOR_DEVELOPERS, FOR_STAFF, FIRST, total=4),
    ),
    _ordered(
        "-created, of what the caller may read",
        caller="admin",
        path="/rest/api/3/issue/PROJ-1/comment?orderBy=-created&startAt=1",
        body=page(FIRST, start=1, total=2),
    ),
    _list(
        "comments: unknown order",
        path="/rest/api/3/issue/PROJ-1/comment?orderBy=author",
        status=400,
        body=b'{"errorMessages":["The field to order by should be one of [created]. Instead, it was: author."],'
        b'"errors":{}}',
    ),
    _list(
        "comments: unknown order",
        "the other way round",
        path="/rest/api/2/issue/PROJ-1/comment?orderBy=-updated",
        status=400,
        body=b'{"errorMessages":["The field to order by should be one of [created]. Instead, it was: updated."],'
        b'"errors":{}}',
    ),
    _rendered(
        "list, a paragraph a line",
        caller="admin",
        path="/rest/api/3/issue/PROJ-1/comment?expand=renderedBody&maxResults=1",
        body=page(_with_html(FIRST, b"<p>Line 1</p>\\n\\n<p>Line 3</p>"), size=1, total=2),
    ),
    _rendered(
        "one, in version 2, beside what Jira does not know",
        path="/rest/api/2/issue/PROJ-1/comment/10003?expand=nonsense,renderedBody",
        body=_with_html(STRONG_IN_VERSION_2, b"<p><b>Strong.</b></p>"),
    ),
    _rendered(
        "markup is escaped",
        seed=_markup,
        path="/rest/api/2/issue/PROJ-1/comment/10000?expand=renderedBody",
        body=_with_html(
            in_version_2(
                shown(
                    b"10000",
                    ADMIN,
                    b'"1 < 2 & \\"3\\"\\n\\n<b>bold</b>"',
                    b"2026-01-01T00:00:04.000+0000",
                )
            ),
            b'<p>1 &lt; 2 &amp; \\"3\\"</p>\\n\\n<p>&lt;b&gt;bold&lt;/b&gt;</p>',
        ),
    ),
    _by_id("in the order of the ids, each once", sent={"ids": [10003, 10000, 10003]}, body=_by_ids(STRONG, FIRST)),
    _by_id("unknown", sent={"ids": ["9", "10001", 0, -1, 2**63 - 1]}, body=_by_ids(FOR_STAFF)),
    _by_id("restricted to others", caller="admin", sent={"ids": [10001, 10002, 10003]}, body=_by_ids(STRONG)),
    _by_id("of an unseen issue", seed=_comment_on_a_hidden_issue, sent={"ids": [10004]}, body=_by_ids()),
    _by_id("anonymous", caller=None, sent={"ids": [10000]}, body=_by_ids()),
    _by_id(
        "anonymous, of a public site",
        seed=_comments_of_a_public_site,
        caller=None,
        sent={"ids": [10000, 10001]},
        body=_by_ids(FIRST),
    ),
    _by_id(
        "in version 2, rendered",
        path="/rest/api/2/comment/list?expand=renderedBody",
        sent={"ids": [10003]},
        body=in_version_2(_by_ids(_with_html(STRONG_IN_VERSION_2, b"<p><b>Strong.</b></p>"))),
    ),
    _miscounted("none", sent={"ids": []}),
    _miscounted("1,001", sent={"ids": list(range(1001))}),
    _by_id("1,000", sent={"ids": list(range(9001, 10001))}, body=_by_ids(FIRST)),
    *(
        _no_ids(variant, sent=sent, status=400, body=body)
        for variant, sent, body in (
            ("no ids", {}, INVALID_PAYLOAD),
            ("no list", {"ids": 10000}, INVALID_PAYLOAD),
            ("no numbers", {"ids": ["x"]}, INVALID_PAYLOAD),
            ("more than 64 bits", {"ids": [2**63]}, INVALID_PAYLOAD),
            ("booleans", {"ids": [True]}, INVALID_PAYLOAD),
            ("unknown property", {"ids": [10000], "expand": "renderedBody"}, INVALID_PAYLOAD),
            ("no object", [10000], INVALID_PAYLOAD),
            ("empty", b"", NO_CONTENT),
        )
    ),
    _one("version 3", path="/rest/api/3/issue/PROJ-1/comment/10001", body=FOR_STAFF),
    _one("version 2", path="/rest/api/2/issue/PROJ-1/comment/10003", body=STRONG_IN_VERSION_2),
    _one("by the issue's id", path="/rest/api/3/issue/10000/comment/10000", body=FIRST),
    _gone(
        "unknown",
        path="/rest/api/3/issue/PROJ-1/comment/99999",
        body=b'{"errorMessages":["Can not find a comment for the id: 99999."],"errors":{}}',
    ),
    _gone(
        "unseen",
        caller="admin",
        path="/rest/api/3/issue/PROJ-1/comment/10001",
        body=b'{"errorMessages":["Can not find a comment for the id: 10001."],"errors":{}}',
    ),
    _gone(
        "of another issue",
        path="/rest/api/3/issue/PROJ-2/comment/10000",
        body=b'{"errorMessages":["Can not find a comment for the id: 10000."],"errors":{}}',
    ),
    _no_issue("list", path="/rest/api/3/issue/PROJ-99/comment"),
    _no_issue("one", path="/rest/api/3/issue/PROJ-99/comment/10000"),
    _no_issue("list of an unseen one", seed=seeds.hidden_by_level, path="/rest/api/3/issue/PROJ-3/comment"),
)
