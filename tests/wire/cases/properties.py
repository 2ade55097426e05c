"""Properties of issues, comments, projects, users and types of issues, of several issues at once, and tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.literals import ALICE as ALICE_IN_JSON
from tests.wire.literals import CHALLENGE, INVALID_PAYLOAD, UNAUTHENTICATED

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

API = "/rest/api/3"
ALICE = "712020:00000000-0000-4000-8000-000000010001"
ADMIN = "712020:00000000-0000-4000-8000-000000010000"
NEW = {"project": {"key": "PROJ"}, "issuetype": {"name": "Task"}, "summary": "New"}
TASK = {"Location": "{base}/rest/api/3/task/10000"}
EDIT = b"You do not have permission to edit the properties of this %b."
MISSING = b"The property value must not be empty."
TOO_LONG = b"The property value must not be longer than 32768 characters."

# Each kind of thing: what leads to its properties, what follows a key there, what facts call it, its own address.
KINDS = {
    "issue": ("issue/PROJ-1", "", "issue 10000", "issue/PROJ-1"),
    "comment": ("comment/10000", "", "comment 10000", "comment/10000"),
    "project": ("project/PROJ", "", "project 10000", "project/10000"),
    "user": ("user", f"?accountId={ALICE}", f"user {ALICE}", "user"),
    "worklog": ("issue/PROJ-1/worklog/10000", "", "worklog 10000", "issue/10000/worklog/10000"),
    "issue type": ("issuetype/10002", "", "issue type 10002", "issuetype/10002"),
}
ADMINISTERED = ("issue type",)


def _some(jira: FakeJira) -> None:
    comment = jira.add_comment("PROJ-1", "Said", author="alice")
    issue_type = next(one for one in jira.site.issue_types.values() if one.id == "10002")
    work = jira.add_worklog("PROJ-1", "1h", author="alice")
    for bearer in ("PROJ-1", comment, work, jira.project("PROJ"), jira.user("alice"), issue_type):
        jira.add_property(bearer, "a b", {"on": [True, None]})
    jira.add_property("PROJ-1", "rank", 3)
    jira.add_property("PROJ-2", "rank", 4)
    jira.add_property(jira.default_user, "rank", 1)


def _denied(jira: FakeJira) -> None:
    _some(jira)
    of_parts = ("EDIT_ALL_COMMENTS", "EDIT_OWN_COMMENTS", "EDIT_ALL_WORKLOGS", "EDIT_OWN_WORKLOGS")
    for permission in ("EDIT_ISSUES", *of_parts, "ADMINISTER_PROJECTS"):
        jira.deny(permission)


def _hidden(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _others_comment(jira: FakeJira) -> None:
    _some(jira)
    jira.add_comment("PROJ-1", "For few", visible_to="board")


def _others_worklog(jira: FakeJira) -> None:
    _some(jira)
    jira.add_worklog("PROJ-1", "1h", visible_to="board")


def _public(jira: FakeJira) -> None:
    _some(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS", "EDIT_ISSUES")


def _archived(jira: FakeJira) -> None:
    _some(jira)
    jira.set_issue("PROJ-1", archived=True)


def _indexed(jira: FakeJira) -> None:
    jira.add_property("PROJ-1", "release", {"state": "open"})
    jira.add_property("PROJ-2", "release", {"state": "done"})
    jira.add_indexed_property("release", "state")


def _running(jira: FakeJira) -> None:
    jira.add_task("Import", submitted_by="alice", progress=10)


def _over(jira: FakeJira) -> None:
    jira.add_task("Import", submitted_by="alice", status="FAILED", result={"why": "x"})


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


def _path(kind: str, key: str = "") -> str:
    start, query, *_ = KINDS[kind]
    return f"{API}/{start}/properties{key and f'/{key}'}{query}"


def _caller(kind: str) -> str:
    return "admin" if kind in ADMINISTERED else "alice"


def _of_each_kind() -> tuple[Case, ...]:
    return tuple(case for kind in KINDS for case in _of(kind))


def _of(kind: str) -> tuple[Case, ...]:
    _, query, name, address = KINDS[kind]
    there = f'property of {name}: a b = {{"on": [true, null]}}'
    own = b'{"self":"{base}/rest/api/3/%b/properties/%b%b","key":"%b"}'
    listed = [own % (address.encode(), b"a%20b", query.encode(), b"a b")]
    if kind == "issue":
        listed.append(own % (address.encode(), b"rank", b"", b"rank"))
    changing = {"caller": _caller(kind), "method": "PUT"}
    return (
        Case(
            "properties: keys",
            kind,
            seed=_some,
            path=_path(kind),
            status=200,
            body=b'{"keys":[' + b",".join(listed) + b"]}",
        ),
        Case("properties: keys", f"{kind}, none", seed=_none, path=_path(kind), status=200, body=b'{"keys":[]}'),
        Case(
            "properties: one",
            kind,
            seed=_some,
            path=_path(kind, "a%20b"),
            status=200,
            body=b'{"key":"a b","value":{"on":[true,null]}}',
        ),
        Case(
            "properties: set",
            kind,
            seed=_some,
            **changing,
            path=_path(kind, "new"),
            sent={"b": 1, "a": "\u00dc"},
            status=201,
            body=b"",
            adds=(f'property of {name}: new = {{"b": 1, "a": "\u00dc"}}',),
        ),
        Case(
            "properties: set again",
            kind,
            seed=_some,
            **changing,
            path=_path(kind, "a%20b"),
            sent=b" null ",
            status=200,
            body=b"",
            adds=(f"property of {name}: a b = null",),
            removes=(there,),
        ),
        Case(
            "properties: delete",
            kind,
            seed=_some,
            caller=_caller(kind),
            method="DELETE",
            path=_path(kind, "a%20b"),
            status=204,
            content_type=None,
            body=b"",
            removes=(there,),
        ),
        *(
            Case(
                "properties: not there",
                f"{method}, of the {kind}",
                seed=_some,
                caller=_caller(kind),
                method=method,
                path=_path(kind, "nope"),
                status=404,
                body=_told(b"The property with key 'nope' does not exist."),
            )
            for method in ("GET", "DELETE")
        ),
        *(
            Case(
                "properties: value that is none, no JSON or too long",
                f"{what}, of the {kind}",
                seed=_some,
                **changing,
                path=_path(kind, "x"),
                sent=sent,
                status=400,
                body=_told(words),
            )
            for what, sent, words in (
                ("empty", b" \n", MISSING),
                ("no JSON", b'{"a":', b"The property value must be valid JSON."),
                ("too long", "x" * 32_767, TOO_LONG),
            )
        ),
        Case(
            "properties: key that is too long",
            kind,
            seed=_some,
            **changing,
            path=_path(kind, "x" * 256),
            sent=1,
            status=400,
            body=_told(b"The property key must not be longer than 255 characters."),
        ),
    )


def _none(jira: FakeJira) -> None:
    jira.add_comment("PROJ-1", "Said")
    jira.add_worklog("PROJ-1", "1h")


def _unseen(kind: str, path: str, words: bytes, *, status: int = 404, seed: object = _hidden) -> tuple[Case, ...]:
    return tuple(
        Case(
            "properties: of an unknown or unseen thing",
            f"{method} {kind}{key}",
            seed=seed,  # type: ignore[arg-type]
            caller="alice",
            method=method,
            path=f"{API}/{path.replace('/properties', f'/properties{key}', 1)}",
            sent=1 if method == "PUT" else None,
            status=status,
            body=_told(words),
        )
        for method, key in (("GET", ""), ("GET", "/rank"), ("PUT", "/rank"), ("DELETE", "/rank"))
    )


NO_ISSUE = b"Issue does not exist or you do not have permission to see it."
NO_WORKLOG = b"Cannot find worklog with id: '%b'."
NO_COMMENT = b"Can not find a comment for the id: %b."
UNSEEN = (
    *_unseen("issue by its key", "issue/PROJ-1/properties", NO_ISSUE),
    *_unseen("issue that is not there", "issue/PROJ-9/properties", NO_ISSUE),
    *_unseen("comment of a hidden issue", "comment/10000/properties", NO_COMMENT % b"10000"),
    *_unseen("comment for others", "comment/10001/properties", NO_COMMENT % b"10001", seed=_others_comment),
    *_unseen("comment that is not there", "comment/7/properties", NO_COMMENT % b"7"),
    *_unseen("comment by no id", "comment/x/properties", b"The comment ID 'x' is invalid.", status=400),
    *_unseen("worklog of a hidden issue", "issue/PROJ-1/worklog/10000/properties", NO_ISSUE),
    *_unseen(
        "worklog for others", "issue/PROJ-1/worklog/10001/properties", NO_WORKLOG % b"10001", seed=_others_worklog
    ),
    *_unseen("worklog of another issue", "issue/PROJ-2/worklog/10000/properties", NO_WORKLOG % b"10000", seed=_some),
    *_unseen("worklog that is not there", "issue/PROJ-1/worklog/7/properties", NO_WORKLOG % b"7", seed=_some),
    *_unseen(
        "worklog by no id",
        "issue/PROJ-1/worklog/x/properties",
        b"The worklog ID 'x' is invalid.",
        status=400,
        seed=_some,
    ),
    *_unseen("project", "project/PROJ/properties", b"No project could be found with key 'PROJ'."),
    *_unseen("issue type", "issuetype/7/properties", b"The issue type '7' does not exist."),
    *_unseen("issue type by no id", "issuetype/x/properties", b"The issue type ID 'x' is invalid.", status=400),
    *_unseen(
        "user without an account",
        "user/properties",
        b"The 'accountId' parameter must be provided.",
        status=400,
    ),
    *_unseen(
        "user who is another",
        f"user/properties?accountId={ADMIN}",
        b"You do not have permission to access the properties of this user.",
        status=403,
    ),
)


def _refused_to_change(kind: str, words: bytes, *, status: int = 403) -> tuple[Case, ...]:
    return tuple(
        Case(
            "properties: without permission",
            f"{method}, of the {kind}",
            seed=_denied,
            method=method,
            path=_path(kind, "a%20b"),
            sent=1 if method == "PUT" else None,
            status=404 if (kind, method) == ("issue", "DELETE") else status,
            body=_told(words),
        )
        for method in ("PUT", "DELETE")
    )


CASES = (
    *_of_each_kind(),
    *UNSEEN,
    *(
        Case(
            "properties: of an unknown or unseen thing",
            f"{method} user who is not there{key}",
            caller="admin",
            method=method,
            path=f"{API}/user/properties{key}?accountId=x",
            sent=1 if method == "PUT" else None,
            status=404,
            body=_told(b"Specified user does not exist or you do not have required permissions"),
        )
        for method, key in (("GET", ""), ("GET", "/k"), ("PUT", "/k"), ("DELETE", "/k"))
    ),
    *_refused_to_change("issue", EDIT % b"issue"),
    *_refused_to_change("comment", EDIT % b"comment"),
    *_refused_to_change("worklog", EDIT % b"worklog"),
    *_refused_to_change("project", EDIT % b"project"),
    *_refused_to_change(
        "issue type", b"You are not authorized to perform this action. Administrator privileges are required."
    ),
    *(
        Case(
            "properties: without permission",
            f"{method}, of an archived issue, its {kind}",
            seed=_archived,
            method=method,
            path=_path(kind, "rank"),
            sent=1 if method == "PUT" else None,
            status=400,
            body=_told(b"Issue 'PROJ-1' is archived."),
        )
        for kind, method in [(kind, method) for kind in ("issue", "comment", "worklog") for method in ("PUT", "DELETE")]
    ),
    Case(
        "properties: without permission",
        "anonymous, as documented",
        answers=DOCUMENTED,
        seed=_some,
        caller=None,
        path=_path("issue"),
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "properties: without permission",
        "anonymous, as observed",
        answers=OBSERVED,
        seed=_some,
        caller=None,
        path=_path("issue"),
        status=404,
        body=_told(NO_ISSUE),
    ),
    Case(
        "properties: set",
        "anonymous",
        seed=_public,
        caller=None,
        method="PUT",
        path=_path("issue", "new"),
        sent=False,
        status=201,
        body=b"",
        adds=("property of issue 10000: new = false",),
    ),
    Case(
        "properties: set",
        "of another user, by an administrator",
        seed=_some,
        caller="admin",
        method="PUT",
        path=_path("user", "new"),
        sent="\u2603",
        status=201,
        body=b"",
        adds=(f'property of user {ALICE}: new = "\u2603"',),
    ),
    Case(
        "properties: set",
        "with as many characters as it takes",
        seed=_some,
        method="PUT",
        path=_path("issue", "x" * 255),
        sent="\u2603" * 32_766,
        status=201,
        body=b"",
        adds=('property of issue 10000: {} = "{}"'.format("x" * 255, "\u2603" * 32_766),),
    ),
    Case(
        "properties: set",
        "as no JSON",
        seed=_some,
        method="PUT",
        path=_path("issue", "x"),
        sent=b"1",
        sent_headers={"Content-Type": "text/plain"},
        status=415,
        content_type="application/problem+json;charset=UTF-8",
        body=(
            b'{"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"Content-Type'
            b' \'text/plain\' is not supported.","instance":"/rest/api/3/issue/PROJ-1/properties/x"}'
        ),
    ),
    *(
        Case(
            "properties: beside what has them",
            f"issue, {asked}",
            seed=_some,
            path=f"{API}/issue/PROJ-1?fields=labels&properties={asked}",
            status=200,
            body=(
                b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
                b'"id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{"labels":[]}%b}'
            )
            % shown,
        )
        for asked, shown in (
            ("*all", b',"properties":{"a b":{"on":[true,null]},"rank":3}'),
            ("rank,nope", b',"properties":{"rank":3}'),
            ("-rank", b',"properties":{"a b":{"on":[true,null]}}'),
            ("*all,-rank&properties=-nope", b',"properties":{"a b":{"on":[true,null]}}'),
            (",", b""),
        )
    ),
    Case(
        "properties: beside what has them",
        "search",
        seed=_some,
        path=f"{API}/search/jql?jql=project=PROJ&properties=rank",
        status=200,
        body=b'{"issues":[{"id":"10001","properties":{"rank":4}},{"id":"10000","properties":{"rank":3}}],"isLast":true}',
    ),
    Case(
        "properties: beside what has them",
        "comment",
        seed=_some,
        path=f"{API}/issue/PROJ-1/comment/10000?expand=properties",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/issue/10000/comment/10000","id":"10000","author":%b,'
            b'"body":{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Said"}]}]},'
            b'"updateAuthor":%b,"created":"2026-01-01T00:00:04.000+0000","updated":"2026-01-01T00:00:04.000+0000",'
            b'"jsdPublic":true,"properties":[{"key":"a b","value":{"on":[true,null]}}]}'
        )
        % (ALICE_IN_JSON, ALICE_IN_JSON),
    ),
    Case(
        "properties: found by JQL",
        seed=_indexed,
        path=f"{API}/search/jql?jql=issue.property%5Brelease%5D.state=open",
        status=200,
        body=b'{"issues":[{"id":"10000"}],"isLast":true}',
    ),
    Case(
        "properties: found by JQL",
        "which is not indexed",
        seed=_some,
        path=f"{API}/search/jql?jql=issue.property%5Brank%5D.x%20is%20EMPTY%20or%20issue.property%5B%22a%22%5D!=1",
        status=200,
        body=b'{"issues":[],"isLast":true}',
    ),
    Case(
        "properties: with an issue",
        "new",
        method="POST",
        path=f"{API}/issue",
        sent={"fields": NEW, "properties": [{"key": "a", "value": {"b": None}}, {"key": "c", "value": None}]},
        status=201,
        body=b'{"id":"10003","key":"PROJ-3","self":"{base}/rest/api/3/issue/10003"}',
        adds=(
            "issue 10003: PROJ-3, Task, To Do: New",
            'property of issue 10003: a = {"b": null}',
            "property of issue 10003: c = null",
        ),
        updates=(),
    ),
    Case(
        "properties: with an issue",
        "edited",
        seed=_some,
        method="PUT",
        path=f"{API}/issue/PROJ-1",
        sent={"properties": [{"key": "rank", "value": 4}]},
        status=204,
        content_type=None,
        body=b"",
        adds=("property of issue 10000: rank = 4",),
        removes=("property of issue 10000: rank = 3",),
    ),
    Case(
        "properties: with an issue",
        "moved on",
        seed=_some,
        method="POST",
        path=f"{API}/issue/PROJ-1/transitions",
        sent={"transition": {"id": "21"}, "properties": [{"key": "rank", "value": 4}]},
        status=204,
        content_type=None,
        body=b"",
        adds=("property of issue 10000: rank = 4", "issue 10000: PROJ-1, Task, In Progress: Crash on save"),
        removes=("property of issue 10000: rank = 3", "issue 10000: PROJ-1, Task, To Do: Crash on save"),
        updates=("PROJ-1",),
    ),
    *(
        Case(
            "properties: with an issue, that cannot be",
            what,
            seed=_some,
            method="PUT",
            path=f"{API}/issue/PROJ-1",
            sent={"fields": {"summary": "x"}, "properties": properties},
            status=400,
            body=body,
        )
        for what, properties, body in (
            ("without a key", [{"value": 1}], _told(b"The property key must be specified.")),
            ("with no key", [{"key": None, "value": 1}], _told(b"The property key must be specified.")),
            ("without a value", [{"key": "a"}], _told(MISSING)),
            ("too long", [{"key": "a", "value": ["x" * 32_765]}], _told(TOO_LONG)),
            ("with more", [{"key": "a", "value": 1, "more": 1}], INVALID_PAYLOAD),
        )
    ),
    Case(
        "properties: with an issue, that cannot be",
        "without Edit issues",
        seed=_denied,
        method="PUT",
        path=f"{API}/issue/PROJ-1",
        sent={"properties": [{"key": "rank", "value": 4}]},
        status=403,
        body=_told(EDIT % b"issue"),
    ),
    *(
        Case(
            "properties: with a comment, that cannot be",
            method,
            seed=_some,
            method=method,
            path=f"/rest/api/2/issue/PROJ-1/comment{below}",
            sent={"body": "x", "properties": [{"key": "", "value": 1}]},
            status=400,
            body=_told(b"The property key must be specified."),
        )
        for method, below in (("POST", ""), ("PUT", "/10000"))
    ),
    *(
        Case(
            "properties: with a worklog, that cannot be",
            method,
            seed=_some,
            method=method,
            path=f"{API}/issue/PROJ-1/worklog{below}",
            sent={"timeSpent": "1h", "properties": [{"key": "x" * 256, "value": 1}]},
            status=400,
            body=_told(b"The property key must not be longer than 255 characters."),
        )
        for method, below in (("POST", ""), ("PUT", "/10000"))
    ),
    Case(
        "properties: of several issues",
        "a list",
        seed=_some,
        method="POST",
        path=f"{API}/issue/properties",
        sent={"entitiesIds": [10000, 10001, 10000, 7], "properties": {"rank": 5, "x": [1]}},
        status=303,
        content_type=None,
        headers=TASK,
        body=b"",
        adds=(
            "property of issue 10000: rank = 5",
            "property of issue 10001: rank = 5",
            "property of issue 10000: x = [1]",
            "property of issue 10001: x = [1]",
            "task 10000: Set properties of issues (COMPLETE, 100 %) of alice",
        ),
        removes=("property of issue 10000: rank = 3", "property of issue 10001: rank = 4"),
    ),
    Case(
        "properties: of several issues",
        "each its own",
        seed=_some,
        method="POST",
        path=f"{API}/issue/properties/multi",
        sent={"issues": [{"issueID": "10000", "properties": {"x": 1}}, {"issueID": 10002, "properties": {"y": 2}}]},
        status=303,
        content_type=None,
        headers=TASK,
        body=b"",
        adds=(
            "property of issue 10000: x = 1",
            "property of issue 10002: y = 2",
            "task 10000: Set properties of issues (COMPLETE, 100 %) of alice",
        ),
    ),
    *(
        Case(
            "properties: of several issues",
            f"set where {what}",
            seed=_some,
            method="PUT",
            path=f"{API}/issue/properties/rank",
            sent={"value": 9, **asked},
            status=303,
            content_type=None,
            headers=TASK,
            body=b"",
            adds=(
                *(f"property of issue {one}: rank = 9" for one in set_on),
                "task 10000: Set the property rank of issues (COMPLETE, 100 %) of alice",
            ),
            removes=tuple(
                f"property of issue {one}: rank = {was}" for one, was in ((10000, 3), (10001, 4)) if one in set_on
            ),
        )
        for what, asked, set_on in (
            ("it can be", {}, (10000, 10001, 10002)),
            ("it is there", {"filter": {"hasProperty": True}}, (10000, 10001)),
            ("it is not there", {"filter": {"hasProperty": False, "entityIds": [10001, 10002]}}, (10002,)),
            ("it has a value", {"filter": {"currentValue": 3}}, (10000,)),
            ("it has another value", {"filter": {"currentValue": True}}, ()),
        )
    ),
    *(
        Case(
            "properties: of several issues",
            f"delete where {what}",
            seed=_some,
            method="DELETE",
            path=f"{API}/issue/properties/rank",
            sent=asked,
            status=303,
            content_type=None,
            headers=TASK,
            body=b"",
            adds=("task 10000: Delete the property rank of issues (COMPLETE, 100 %) of alice",),
            removes=removed,
        )
        for what, asked, removed in (
            ("it can be", {}, ("property of issue 10000: rank = 3", "property of issue 10001: rank = 4")),
            (
                "it has a value",
                {"entityIds": [10000, 10002], "currentValue": 3},
                ("property of issue 10000: rank = 3",),
            ),
            ("it is named", {"entityIds": [10001]}, ("property of issue 10001: rank = 4",)),
        )
    ),
    *(
        Case(
            "properties: of several issues",
            f"which may not be edited, by {what}",
            seed=seed,
            method="POST",
            path=f"{API}/issue/properties",
            sent={"entitiesIds": [10000], "properties": {"rank": 5}},
            status=303,
            content_type=None,
            headers=TASK,
            body=b"",
            adds=("task 10000: Set properties of issues (COMPLETE, 100 %) of alice",),
        )
        for what, seed in (("permission", _denied), ("sight", _hidden), ("archive", _archived))
    ),
    *(
        Case(
            "properties: of several issues, that cannot be",
            f"{method} {below or 'a list'}, {what}",
            seed=_some,
            method=method,
            path=f"{API}/issue/properties{below and f'/{below}'}",
            sent=sent,
            status=400,
            body=body,
        )
        for method, below, what, sent, body in (
            ("POST", "", "no issues", {}, _told(b"The number of issues must be between 1 and 10000.")),
            (
                "POST",
                "",
                "no properties",
                {"entitiesIds": [10000]},
                _told(b"The number of properties must be between 1 and 10."),
            ),
            (
                "POST",
                "",
                "too many properties",
                {"entitiesIds": [10000], "properties": {str(one): 1 for one in range(11)}},
                _told(b"The number of properties must be between 1 and 10."),
            ),
            (
                "POST",
                "",
                "too long",
                {"entitiesIds": [10000], "properties": {"a": "x" * 32_768}},
                _told(TOO_LONG),
            ),
            ("POST", "", "no number", {"entitiesIds": [True], "properties": {"a": 1}}, INVALID_PAYLOAD),
            ("POST", "multi", "no issues", {}, _told(b"The number of issues must be between 1 and 100.")),
            (
                "POST",
                "multi",
                "no properties",
                {"issues": [{"issueID": 10000}]},
                _told(b"The number of properties must be between 1 and 10."),
            ),
            (
                "POST",
                "multi",
                "no key",
                {"issues": [{"issueID": 10000, "properties": {"": 1}}]},
                _told(b"The property key must be specified."),
            ),
            ("PUT", "rank", "no value", {}, _told(MISSING)),
            ("PUT", "rank", "too long", {"value": "x" * 32_768}, _told(TOO_LONG)),
            (
                "PUT",
                "rank",
                "with and without it",
                {"value": 1, "filter": {"currentValue": None, "hasProperty": False}},
                _told(b"'currentValue' cannot be combined with 'hasProperty' set to false."),
            ),
            (
                "DELETE",
                "rank",
                "no body",
                None,
                b'{"errorMessages":["No content to map to Object due to end of input"]}',
            ),
        )
    ),
    Case(
        "properties: of several issues, that cannot be",
        "computed",
        seed=_some,
        method="PUT",
        path=f"{API}/issue/properties/rank",
        sent={"expression": "issue.id"},
        status=501,
        body=_told(
            b"jira_linkfake does not serve expression in PUT issue/properties/{propertyKey} (bulkSetIssueProperty)."
        ),
    ),
    Case(
        "tasks: one",
        "under way",
        seed=_running,
        path=f"{API}/task/10000",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/task/10000","id":"10000","description":"Import","status":"RUNNING",'
            b'"result":null,"submittedBy":10001,"progress":10,"elapsedRuntime":0,"submitted":1767225603000,'
            b'"started":1767225603000,"lastUpdate":1767225603000}'
        ),
    ),
    Case(
        "tasks: one",
        "over, and read by an administrator",
        seed=_over,
        caller="admin",
        path="/rest/api/2/task/10000",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/2/task/10000","id":"10000","description":"Import","status":"FAILED",'
            b'"result":{"why":"x"},"submittedBy":10001,"progress":50,"elapsedRuntime":0,"submitted":1767225603000,'
            b'"started":1767225603000,"finished":1767225603000,"lastUpdate":1767225603000}'
        ),
    ),
    Case(
        "tasks: cancel",
        seed=_running,
        method="POST",
        path=f"{API}/task/10000/cancel",
        status=202,
        content_type=None,
        body=b"",
        adds=("task 10000: Import (CANCEL_REQUESTED, 10 %) of alice",),
        removes=("task 10000: Import (RUNNING, 10 %) of alice",),
    ),
    Case(
        "tasks: cancel",
        "one that is over",
        seed=_over,
        method="POST",
        path=f"{API}/task/10000/cancel",
        status=400,
        body=_told(b"The task with ID '10000' cannot be cancelled."),
    ),
    *(
        Case(
            "tasks: unknown, or another's",
            f"{method}, {what}",
            seed=lambda jira: jira.add_task("Import"),
            method=method,
            path=f"{API}/task/{task}{'/cancel' if method == 'POST' else ''}",
            status=status,
            body=_told(words),
        )
        for method in ("GET", "POST")
        for what, task, status, words in (
            ("another's", "10000", 403, b"You do not have permission to access this task."),
            ("unknown", "7", 404, b"The task with ID '7' does not exist."),
            ("no number", "x", 404, b"The task with ID 'x' does not exist."),
        )
    ),
)
