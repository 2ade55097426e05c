"""POST issue and issue/bulk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.literals import INVALID_PAYLOAD, NO_CONTENT, NOT_BY_ACCOUNT, NOT_JSON, NOT_SETTABLE

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PATH = "/rest/api/3/issue"
FIELDS = {"project": {"key": "PROJ"}, "issuetype": {"name": "Task"}, "summary": "New"}
CREATED = b'{"id":"10003","key":"PROJ-3","self":"{base}/rest/api/3/issue/10003"}'
MADE = "issue 10003: PROJ-3, Task, To Do: New"
TOO_LONG = b"The entered text is too long. It exceeds the allowed limit of %b characters."
NO_PROJECT = b'{"errorMessages":[],"errors":{"project":"Specify a valid project ID or key"}}'
NO_TYPE = b'{"errorMessages":[],"errors":{"issuetype":"Specify an issue type"}}'
NO_SUCH_TYPE = b'{"errorMessages":[],"errors":{"issuetype":"The issue type selected is invalid."}}'
UNSEEN_400 = b'{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}'
NO_TEXT = b"Operation value must be a string"
NO_PARENT = b'{"errorMessages":[],"errors":{"parent":"Could not find issue by id or key."}}'


def error(field: bytes, words: bytes) -> bytes:
    """Return the refusal of one field."""
    return b'{"errorMessages":[],"errors":{"%b":"%b"}}' % (field, words)


def message(words: bytes) -> bytes:
    """Return a refusal that is about no field."""
    return b'{"errorMessages":["%b"],"errors":{}}' % words


def _without(*names: str, **more: Any) -> dict[str, Any]:
    return {"fields": {name: value for name, value in {**FIELDS, **more}.items() if name not in names}}


def _linked(**link: Any) -> dict[str, Any]:
    return {"fields": FIELDS, "update": {"issuelinks": [{"add": {"type": {"name": "Blocks"}, **link}}]}}


def _no_create(jira: FakeJira) -> None:
    jira.deny("CREATE_ISSUES", project="PROJ")


def _no_reporter(jira: FakeJira) -> None:
    jira.deny("MODIFY_REPORTER")
    jira.deny("SET_ISSUE_SECURITY")
    jira.deny("ASSIGN_ISSUES")


def _with_reviewer(jira: FakeJira) -> None:
    jira.add_field("Reviewer", type="user")
    jira.add_field("Approvers", type="users")


def _document(text: str) -> dict[str, Any]:
    paragraph = {"type": "paragraph", "content": [{"type": "text", "text": text}]}
    return {"type": "doc", "version": 1, "content": [paragraph]}


def _with_kinds(jira: FakeJira) -> None:
    for kind in ("text", "number", "date", "paragraph"):
        jira.add_field(f"A {kind}", type=kind)


def _full(jira: FakeJira) -> None:
    seeds.linked(jira)
    jira.link_limit = 1


_new = partial(Case, method="POST", path=PATH, status=400)
_made = partial(_new, "new issue: success", sent={"fields": FIELDS}, status=201, body=CREATED, adds=(MADE,))
_unread = partial(_new, "new issue: body that cannot be read")
_not_served = partial(_new, "new issue: what comes with it and is not served", status=501)
_project = partial(_new, "new issue: project", body=NO_PROJECT)
_type = partial(_new, "new issue: type")
_fixed = partial(_new, "new issue: fields that cannot be set")
_value = partial(_new, "new issue: values that fields do not take")
_parent = partial(_new, "new issue: parent")
_link = partial(
    _new,
    "new issue: link",
    status=201,
    body=CREATED,
    adds=(MADE, "link 10000: PROJ-3 blocks PROJ-1"),
    updates=("PROJ-1",),
)
_no_link = partial(_new, "new issue: refused link")
_bulk = partial(Case, method="POST", path="/rest/api/3/issue/bulk")

CASES = (
    _made("version 3"),
    _made("version 2", path="/rest/api/2/issue", body=CREATED.replace(b"/api/3/", b"/api/2/")),
    _made("ids as numbers", sent=_without(project={"id": 10000}, issuetype={"id": 10002})),
    _made(
        "ids as texts, with what the client keeps of itself",
        path=PATH + "?updateHistory=true",
        sent=_without(project={"id": "10000"}, issuetype={"id": "10002"}),
        adds=(MADE, "viewed by alice: 10000"),
    ),
    _made(
        "every field",
        sent=_without(
            priority={"name": "Low"},
            labels=["a", "b"],
            assignee={"accountId": "712020:00000000-0000-4000-8000-000000010001"},
            reporter={"id": "712020:00000000-0000-4000-8000-000000010000"},
            description={"type": "doc", "version": 1, "content": []},
            security=None,
            duedate="2026-03-01",
            environment={"type": "doc", "version": 1, "content": []},
            customfield_10000=3,
        ),
        seed=lambda jira: jira.add_field("Points", type="number"),
    ),
    _made("summary with spaces", sent=_without(summary="  New ")),
    _new(
        "new issue: empty body",
        sent=b" ",
        body=message(b"No Issue Create payload supplied"),
    ),
    _unread("no JSON", sent=b"{", body=NOT_JSON),
    _unread("a list", sent=[1], body=INVALID_PAYLOAD),
    _unread("fields that are no object", sent={"fields": []}, body=INVALID_PAYLOAD),
    _unread(
        "an operation that is no object", sent={"fields": FIELDS, "update": {"labels": ["x"]}}, body=INVALID_PAYLOAD
    ),
    _unread("operations that are no list", sent={"fields": FIELDS, "update": {"labels": 1}}, body=INVALID_PAYLOAD),
    _not_served(
        "transition",
        sent={"fields": FIELDS, "transition": {"id": "11"}},
        body=message(b"jira_linkfake does not serve transition in POST issue (createIssue)."),
    ),
    _not_served(
        "a verb of a field",
        sent={"fields": FIELDS, "update": {"worklog": [{"remove": {"id": "10000"}}]}},
        body=message(b"jira_linkfake does not serve remove of worklog in POST issue (createIssue)."),
    ),
    _project("none", sent=_without("project")),
    _project("nothing at all", sent={}),
    _project("a field beside the fields", sent={"summary": "New"}),
    _project("unknown", sent=_without(project={"key": "NOPE"})),
    _project("a text", sent=_without(project="PROJ")),
    _project("empty", sent=_without(project={})),
    _project("unseen", seed=seeds.other_project_hidden, sent=_without(project={"key": "OTHER"})),
    _project("anonymous", caller=None, sent={"fields": FIELDS}),
    _new(
        "new issue: no Create issues permission",
        seed=_no_create,
        sent={"fields": FIELDS},
        body=message(b"You do not have permission to create issues in this project."),
    ),
    _type("none", sent=_without("issuetype"), body=NO_TYPE),
    _type("null", sent=_without(issuetype=None), body=NO_TYPE),
    _type("empty", sent=_without(issuetype={}), body=NO_TYPE),
    _type("unknown name", sent=_without(issuetype={"name": "Saga"}), body=NO_SUCH_TYPE),
    _type("unknown id", sent=_without(issuetype={"id": "1"}), body=NO_SUCH_TYPE),
    _type("a text", sent=_without(issuetype="Task"), body=error(b"issuetype", b"data was not an object")),
    _fixed(
        "a custom one that the site does not have",
        sent=_without(customfield_10010=3),
        body=NOT_SETTABLE % (b"customfield_10010", b"customfield_10010"),
    ),
    _fixed(
        "on no screen",
        seed=lambda jira: jira.add_field("Ledger", on_screens=False),
        sent=_without(customfield_10000="x"),
        body=NOT_SETTABLE % (b"customfield_10000", b"customfield_10000"),
    ),
    _fixed(
        "resolution, which is on the screens of transitions",
        sent=_without(resolution={"name": "Done"}),
        body=NOT_SETTABLE % (b"resolution", b"resolution"),
    ),
    _fixed("watches", sent=_without(watches={}), body=NOT_SETTABLE % (b"watches", b"watches")),
    _value(
        "a custom one that is required",
        seed=lambda jira: jira.add_field("Story type", required=True),
        sent={"fields": FIELDS},
        body=error(b"customfield_10000", b"Story type is required."),
    ),
    _fixed("unknown", sent=_without(flavour=1), body=NOT_SETTABLE % (b"flavour", b"flavour")),
    _fixed("status", sent=_without(status={"name": "Done"}), body=NOT_SETTABLE % (b"status", b"status")),
    _fixed("comment", sent=_without(comment=[]), body=NOT_SETTABLE % (b"comment", b"comment")),
    *(
        _fixed(
            f"{name}, without the permission",
            seed=_no_reporter,
            sent=_without(**{name: {"id": "1"}}),
            body=NOT_SETTABLE % (name.encode(), name.encode()),
        )
        for name in ("reporter", "security", "assignee")
    ),
    _fixed(
        "links",
        sent=_without(issuelinks=[]),
        body=b"""{"errorMessages":[],"errors":{"issuelinks":"Field does not support update 'issuelinks'"}}""",
    ),
    _value("no summary", sent=_without("summary"), body=error(b"summary", b"You must specify a summary of the issue.")),
    _value(
        "empty summary", sent=_without(summary=" "), body=error(b"summary", b"You must specify a summary of the issue.")
    ),
    _value(
        "long summary",
        sent=_without(summary="x" * 256),
        body=error(b"summary", b"Summary can't exceed 255 characters."),
    ),
    _value(
        "summary of two lines",
        sent=_without(summary="a\nb"),
        body=error(b"summary", b"The summary is invalid because it contains newline characters."),
    ),
    _value("summary that is no text", sent=_without(summary=1), body=error(b"summary", NO_TEXT)),
    _value(
        "text as description in version 3",
        sent=_without(description="Text"),
        body=error(
            b"description", b"Operation value must be an Atlassian Document (see the Atlassian Document Format)"
        ),
    ),
    _value(
        "document as description in version 2",
        path="/rest/api/2/issue",
        sent=_without(description={"type": "doc", "version": 1, "content": []}),
        body=error(b"description", NO_TEXT),
    ),
    _value(
        "label with a space",
        sent=_without(labels=["a b"]),
        body=error(b"labels", b"The label 'a b' contains spaces which is invalid."),
    ),
    _value(
        "label of 256 characters",
        sent=_without(labels=["a", "x" * 256]),
        body=error(
            b"labels",
            b"The label '%b' exceeds the maximum length for a single label of 255 characters." % (b"x" * 256),
        ),
    ),
    _value("due date that is no text", sent=_without(duedate=1), body=error(b"duedate", NO_TEXT)),
    _value(
        "due date with a time",
        sent=_without(duedate="2026-03-01T00:00:00"),
        body=error(b"duedate", b"Error parsing date string: 2026-03-01T00:00:00"),
    ),
    _value(
        "due date that no calendar has",
        sent=_without(duedate="2026-02-30"),
        body=error(b"duedate", b"Error parsing date string: 2026-02-30"),
    ),
    *(
        _value(
            f"custom field of {kind}, {what}",
            path="/rest/api/2/issue",
            seed=_with_kinds,
            sent=_without(**{f"customfield_{number}": value}),
            body=error(b"customfield_%d" % number, words),
        )
        for kind, number, what, value, words in (
            ("text", 10000, "a number", 3, NO_TEXT),
            ("text", 10000, "256 characters", "x" * 256, TOO_LONG % b"255"),
            ("numbers", 10001, "a text", "3", b"Operation value must be a number"),
            ("numbers", 10001, "true", True, b"Operation value must be a number"),
            ("dates", 10002, "a number", 20260301, NO_TEXT),
            ("dates", 10002, "no date", "1/3/2026", b"Error parsing date string: 1/3/2026"),
            ("rich text", 10003, "32,768 characters", "x" * 32768, TOO_LONG % b"32,767"),
        )
    ),
    _value(
        "a document of 32,768 characters",
        sent=_without(environment=_document("x" * 32768)),
        body=error(b"environment", TOO_LONG % b"32,767"),
    ),
    _made(
        "custom fields of each kind",
        seed=_with_kinds,
        sent=_without(
            description=_document("x" * 32767),
            customfield_10000="x" * 255,
            customfield_10001=2.5,
            customfield_10002="2026-03-01",
            customfield_10003=_document("x"),
        ),
    ),
    _value("labels that are no list", sent=_without(labels="a"), body=error(b"labels", b"data was not an array")),
    _value(
        "unknown priority",
        sent=_without(priority={"name": "x"}),
        body=error(b"priority", b"The priority selected is invalid."),
    ),
    _value(
        "priority without id",
        sent=_without(priority={"id": None}),
        body=error(b"priority", b"Specify the Priority (id or name) in the string format"),
    ),
    _value(
        "unknown assignee",
        sent=_without(assignee={"accountId": "x"}),
        body=error(b"assignee", b"Account ID x does not exist."),
    ),
    _value(
        "assignee by name",
        sent=_without(assignee={"name": "alice"}),
        body=NOT_BY_ACCOUNT,
    ),
    _value("reporter by key", sent=_without(reporter={"key": "alice"}), body=NOT_BY_ACCOUNT),
    _value(
        "assignee by account and by name",
        sent=_without(assignee={"accountId": "712020:00000000-0000-4000-8000-000000010001", "name": "alice"}),
        body=NOT_BY_ACCOUNT,
    ),
    _value("assignee by nothing", sent=_without(assignee={}), body=NOT_BY_ACCOUNT),
    _value(
        "user of a custom field, by name",
        seed=_with_reviewer,
        sent=_without(customfield_10000={"name": "alice"}),
        body=NOT_BY_ACCOUNT,
    ),
    _value(
        "one of the users of a custom field, by key",
        seed=_with_reviewer,
        sent=_without(customfield_10001=[{"accountId": "712020:00000000-0000-4000-8000-000000010001"}, {"key": "x"}]),
        body=NOT_BY_ACCOUNT,
    ),
    _value(
        "users of a custom field that are no list",
        seed=_with_reviewer,
        sent=_without(customfield_10001={"accountId": "712020:00000000-0000-4000-8000-000000010001"}),
        body=error(b"customfield_10001", b"data was not an array"),
    ),
    _value(
        "unknown user of a custom field",
        seed=_with_reviewer,
        sent=_without(customfield_10000={"accountId": "x"}),
        body=error(b"customfield_10000", b"Account ID x does not exist."),
    ),
    _value(
        "unseen security level",
        seed=seeds.with_level,
        sent=_without(security={"name": "Internal"}),
        body=error(b"security", b"The security level selected is invalid."),
    ),
    _parent(
        "success",
        sent=_without(issuetype={"name": "Sub-task"}, parent={"key": "PROJ-1"}),
        status=201,
        body=CREATED,
        adds=("issue 10003: PROJ-3, Sub-task, To Do: New",),
    ),
    _parent(
        "none for a sub-task",
        sent=_without(issuetype={"name": "Sub-task"}),
        body=error(b"issuetype", b"Issue type is a sub-task but parent issue key or id not specified."),
    ),
    _parent("unknown", sent=_without(issuetype={"name": "Sub-task"}, parent={"key": "PROJ-99"}), body=NO_PARENT),
    _parent(
        "unseen",
        seed=seeds.hidden_by_level,
        sent=_without(issuetype={"name": "Sub-task"}, parent={"key": "PROJ-3"}),
        body=NO_PARENT,
    ),
    _parent(
        "of the same level",
        sent=_without(parent={"id": "10000"}),
        body=error(b"parentId", b"Given parent work item does not belong to appropriate hierarchy."),
    ),
    _link("outward", sent=_linked(outwardIssue={"key": "PROJ-1"})),
    _link("inward", sent=_linked(inwardIssue={"id": "10000"}), adds=(MADE, "link 10000: PROJ-1 blocks PROJ-3")),
    _link(
        "alone, without a list",
        sent={
            "fields": FIELDS,
            "update": {"issuelinks": {"add": {"type": {"id": "10000"}, "outwardIssue": {"key": "PROJ-1"}}}},
        },
    ),
    _no_link("unknown issue", sent=_linked(outwardIssue={"key": "PROJ-99"}), body=UNSEEN_400),
    _no_link("the issue that would be made", sent=_linked(outwardIssue={"key": "PROJ-3"}), body=UNSEEN_400),
    _no_link(
        "limit reached",
        seed=_full,
        sent=_linked(outwardIssue={"key": "PROJ-1"}),
        status=413,
        body=message(b"Issue 'PROJ-1' has reached the per-issue limit for issue links of 1."),
    ),
    _no_link(
        "no Link issues permission",
        seed=seeds.no_link_permission,
        sent=_linked(outwardIssue={"key": "PROJ-1"}),
        body=NOT_SETTABLE % (b"issuelinks", b"issuelinks"),
    ),
    _bulk(
        "new issues: each or not",
        sent={
            "issueUpdates": [
                _without("summary"),
                {"fields": FIELDS},
                _without(project={"key": "OTHER"}, summary="Other"),
            ]
        },
        status=201,
        body=b'{"issues":[%b,{"id":"10004","key":"OTHER-2","self":"{base}/rest/api/3/issue/10004"}],"errors":[{"status":400,'
        b'"elementErrors":{"errorMessages":[],"errors":{"summary":"You must specify a summary of the issue."}},'
        b'"failedElementNumber":0}]}' % CREATED,
        adds=(MADE, "issue 10004: OTHER-2, Task, To Do: Other"),
    ),
    _bulk(
        "new issues: all refused",
        sent={"issueUpdates": [_without("project")]},
        status=400,
        body=b'{"issues":[],"errors":[{"status":400,"elementErrors":%b,"failedElementNumber":0}]}' % NO_PROJECT,
    ),
    _bulk(
        "new issues: all refused", "of none", sent={"issueUpdates": []}, status=201, body=b'{"issues":[],"errors":[]}'
    ),
    _bulk(
        "new issues: all refused",
        "of none, with more beside them",
        sent={"issueUpdates": [], "more": 1},
        status=201,
        body=b'{"issues":[],"errors":[]}',
    ),
    _bulk(
        "new issues: body that cannot be read, or too many",
        "empty",
        sent=b"",
        sent_headers={"Content-Type": "application/json"},
        status=400,
        body=NO_CONTENT,
    ),
    _bulk(
        "new issues: body that cannot be read, or too many",
        "no list",
        sent={"issueUpdates": 1},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    _bulk(
        "new issues: body that cannot be read, or too many",
        "fields of one that are no object",
        sent={"issueUpdates": [{"fields": []}]},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    _bulk(
        "new issues: body that cannot be read, or too many",
        "51",
        sent={"issueUpdates": [{"fields": FIELDS}] * 51},
        status=400,
        body=message(b"The limit for creating issues in bulk is 50."),
    ),
)
