"""GET issue/{issueIdOrKey}/comment, the list and one of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire import seeds
from tests.wire.case import PROBLEM, Case
from tests.wire.cases.create_bodies import LINK
from tests.wire.cases.issues import proj_1
from tests.wire.literals import ADMIN, ALICE, UNSEEN, in_version_2

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


def _shown(comment_id: bytes, author: bytes, body: bytes, time: bytes, visibility: bytes = b"") -> bytes:
    address = b"{base}/rest/api/3/issue/10000/comment/" + comment_id
    return (
        b'{"self":"%b","id":"%b","author":%b,"body":%b,"updateAuthor":%b,"created":"%b","updated":"%b",%b"jsdPublic":true}'
    ) % (address, comment_id, author, body, author, time, time, visibility)


FIRST = _shown(
    b"10000",
    ADMIN,
    b'{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Line 1"}]},'
    b'{"type":"paragraph","content":[]},{"type":"paragraph","content":[{"type":"text","text":"Line 3"}]}]}',
    b"2026-01-01T00:00:05.000+0000",
)
FIRST_IN_VERSION_2 = in_version_2(_shown(b"10000", ADMIN, b'"Line 1\\n\\nLine 3"', b"2026-01-01T00:00:05.000+0000"))
FOR_STAFF = _shown(
    b"10001",
    ALICE,
    b'{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"For staff."}]}]}',
    b"2026-01-01T00:00:06.000+0000",
    b'"visibility":{"type":"group","value":"staff","identifier":"00000000-0000-4000-9000-000000010000"},',
)
FOR_DEVELOPERS = _shown(
    b"10002",
    ALICE,
    b'{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"For developers."}]}]}',
    b"2026-01-01T00:00:07.000+0000",
    b'"visibility":{"type":"role","value":"Developers","identifier":"Developers"},',
)
STRONG = _shown(
    b"10003",
    ALICE,
    b'{"type":"doc","version":1,"content":[{"type":"paragraph","content":'
    b'[{"type":"text","text":"Strong.","marks":[{"type":"strong"}]}]}]}',
    b"2026-01-01T00:00:08.000+0000",
)
STRONG_IN_VERSION_2 = in_version_2(_shown(b"10003", ALICE, b'"Strong."', b"2026-01-01T00:00:08.000+0000"))


def _page(*comments: bytes, total: int, start: int = 0, size: int = 5000) -> bytes:
    return b'{"startAt":%d,"maxResults":%d,"total":%d,"comments":[%b]}' % (start, size, total, b",".join(comments))


_list = partial(Case, seed=_four_comments, path="/rest/api/3/issue/PROJ-1/comment", status=200)
_part = partial(_list, "comments: part of the list")
_one = partial(_list, "comments: one")
_gone = partial(_list, "comments: unknown or unseen", status=404)
_no_issue = partial(_list, "comments: unknown issue", status=404, body=UNSEEN)

CASES = (
    _list("comments: list", "version 3", body=_page(FIRST, FOR_STAFF, FOR_DEVELOPERS, STRONG, total=4)),
    _list(
        "comments: list",
        "version 2",
        caller="admin",
        path="/rest/api/2/issue/PROJ-1/comment",
        body=_page(FIRST_IN_VERSION_2, STRONG_IN_VERSION_2, total=2),
    ),
    _list(
        "comments: list",
        "latest version, by id",
        caller="admin",
        path="/rest/api/latest/issue/10000/comment",
        body=_page(FIRST_IN_VERSION_2, STRONG_IN_VERSION_2, total=2),
    ),
    _list(
        "comments: list", "of the other issue of the link", path="/rest/api/3/issue/PROJ-2/comment", body=_page(total=0)
    ),
    _list("comments: restricted to others", "administrator", caller="admin", body=_page(FIRST, STRONG, total=2)),
    _list(
        "comments: restricted to others",
        "anonymous",
        seed=_comments_of_a_public_site,
        caller=None,
        body=_page(FIRST, STRONG, total=2),
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
        body=_page(FOR_STAFF, FOR_DEVELOPERS, start=1, size=2, total=4),
    ),
    _part("the first", path="/rest/api/3/issue/PROJ-1/comment?maxResults=1", body=_page(FIRST, size=1, total=4)),
    _part("the last", path="/rest/api/3/issue/PROJ-1/comment?startAt=3", body=_page(STRONG, start=3, total=4)),
    _part("beyond the last", path="/rest/api/3/issue/PROJ-1/comment?startAt=9", body=_page(start=9, total=4)),
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
