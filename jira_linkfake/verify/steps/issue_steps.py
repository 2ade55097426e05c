"""Steps about issues: made, read, edited, moved on, assigned and deleted, and what their fields do not take."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.step import Text
from jira_linkfake.verify.steps.declaring import MUCH, create, delete, edit, get, post, put

_FIELDS = "summary,labels,issuetype,project,description,assignee,reporter,creator,created,updated,duedate,environment"
SUBTASK: dict[str, Any] = {"issuetype": {"id": "{subtask_type_id}"}, "parent": {"key": "{a}"}}
WITHOUT_REQUIRED: dict[str, Any] = {"{required_field}": None}
NO_ISSUE = {"key": "{project}-9999999"}

MADE = (
    create("issues: made", "createIssue"),
    create("issues: made with a description", "createIssue", description=Text("What it is about.")),
    create("issues: made as a sub-task", "createIssue", needs="a, subtask type", **SUBTASK),
    post(
        "issues: several made at once",
        "createIssues",
        "issue/bulk",
        {
            "issueUpdates": [
                {
                    "fields": {
                        "project": {"key": "{project}"},
                        "issuetype": {"id": "{type_id}"},
                        "summary": "One of several of {label}",
                        "labels": ["jira-linkfake-verify", "{label}"],
                    }
                },
                {"fields": {"project": {"key": "{project}"}, "issuetype": {"id": "{type_id}"}}},
            ]
        },
        is_new_issue=True,
        status=201,
    ),
    post(
        "issues: several at once, of which all are refused",
        "createIssues",
        "issue/bulk",
        {"issueUpdates": [{"fields": {"project": {"key": "{project}"}, "issuetype": {"id": "{type_id}"}}}]},
        is_new_issue=True,
        status=400,
    ),
    post(
        "issues: more than 50 at once",
        "TooManyIssues",
        "issue/bulk",
        {"issueUpdates": [{"fields": {"summary": "One of too many"}} for _ in range(51)]},
    ),
    post("issues: with an empty body", "IssueBodyEmpty", "issue", b""),
    post("issues: with a body that is not JSON", "BodyNotJson", "issue", b"{"),
    post("issues: with a list as body", "PayloadInvalid", "issue", [1]),
    create("issues: without a project", "ProjectMissing", project=...),
    create("issues: in an unknown project", "ProjectMissing", project={"key": "NOPEZZQ"}),
    create("issues: without a type", "IssueTypeMissing", issuetype=...),
    create("issues: of an unknown type", "IssueTypeUnknown", issuetype={"id": "999999"}),
    create("issues: a sub-task without a parent", "ParentMissing", issuetype={"id": "{subtask_type_id}"}),
    create(
        "issues: a sub-task of an unknown parent",
        "ParentUnseen",
        issuetype={"id": "{subtask_type_id}"},
        parent=NO_ISSUE,
    ),
    create("issues: below an issue of the same level", "ParentUnfit", needs="one", parent={"key": "{one}"}),
    create(
        "issues: a sub-task of an issue elsewhere",
        "ParentElsewhere",
        needs="elsewhere",
        issuetype={"id": "{subtask_type_id}"},
        parent={"key": "{elsewhere}"},
    ),
)

FIELDS = (
    create("fields: without a summary", "SummaryMissing", summary=...),
    create("fields: a summary that is too long", "SummaryTooLong", summary=MUCH),
    create("fields: a summary of several lines", "SummaryBroken", summary="a\nb"),
    create("fields: a summary that is a number", "NotText", summary=1),
    create("fields: a label with a space", "LabelWithSpaces", labels=["a b"]),
    create("fields: labels that are no list", "NotList", labels="a"),
    create("fields: a description that is no document", "NotDocument", description="Text"),
    create("fields: an unknown priority", "PriorityUnknown", priority={"id": "999999"}),
    create("fields: a priority without name and id", "PriorityUnnamed", priority={"id": None}),
    create("fields: a date that is none", "NotDate", duedate="2026-02-30"),
    create("fields: an unknown field", "FieldNotSettable", nonsense="x"),
    create("fields: an unknown custom field", "FieldNotSettable", customfield_99999="x"),
    create("fields: an unknown assignee", "FieldUserUnknown", assignee={"accountId": "nobody-at-all"}),
    create("fields: an unknown security level", "SecurityLevelUnseen", security={"name": "No such level of verify"}),
    create("fields: an unknown version", "PartUnknown", fixVersions=[{"name": "No such version of verify"}]),
    create("fields: a version by a number", "PartIdNotText", fixVersions=[{"id": 999999}]),
    create("fields: a version that is a text", "NotObject", fixVersions=["No such version of verify"]),
    create("fields: an unknown component", "PartUnknown", components=[{"name": "No such component of verify"}]),
    create("fields: an estimate that is no time", "EstimateInvalid", timetracking={"originalEstimate": "soon"}),
    create("fields: a required one left out", "FieldRequired", needs="required field", **WITHOUT_REQUIRED),
    edit("fields: comment in fields", "FieldOnlyUpdated", {"fields": {"comment": {}}}),
    edit(
        "fields: one in both fields and update",
        "FieldTwice",
        {"fields": {"labels": []}, "update": {"labels": [{"add": "x"}]}},
    ),
    edit("fields: a verb that the field does not have", "VerbUnknown", {"update": {"summary": [{"add": "x"}]}}),
    edit("fields: without a reporter", "ReporterMissing", {"fields": {"reporter": None}}),
    edit("fields: a summary that is taken away", "SummaryMissing", {"fields": {"summary": None}}),
    put(
        "fields: a resolution that is a text",
        "ResolutionUnnamed",
        "issue/{one}",
        {"fields": {"resolution": "{resolution}"}},
        query={"overrideScreenSecurity": "true"},
        needs="one, admin",
    ),
    put(
        "fields: an unknown resolution",
        "ResolutionUnknown",
        "issue/{one}",
        {"fields": {"resolution": {"name": "No such resolution of verify"}}},
        query={"overrideScreenSecurity": "true"},
        needs="one, admin",
    ),
)

EDITED = (
    edit("issues: edited", "editIssue", {"fields": {"summary": "Another summary"}}, needs="a", issue="a", status=204),
    put(
        "issues: edited, and returned",
        "editIssue",
        "issue/{a}",
        {"fields": {"summary": "Another summary"}},
        query={"returnIssue": "true", "fields": "summary"},
        needs="a",
        status=200,
        alike=True,
    ),
    edit(
        "issues: a label added", "editIssue", {"update": {"labels": [{"add": "x"}]}}, needs="a", issue="a", status=204
    ),
    edit("issues: edited in nothing", "NothingToEdit", {}),
    edit(
        "issues: edited with an unknown property",
        "editIssue",
        {"fields": {}, "nonsense": 1},
        needs="a",
        issue="a",
        status=204,
    ),
    put("issues: an unknown one edited", "IssueUnknown", "issue/{project}-9999999", {"fields": {"summary": "x"}}),
    edit(
        "issues: edited without Edit issues",
        "FieldNotSettable",
        {"fields": {"summary": "x"}},
        needs="one, second lacks EDIT_ISSUES",
        caller="second",
    ),
    edit(
        "issues: an epic made of one with sub-tasks",
        "IssueTypeUnfit",
        {"fields": {"issuetype": {"id": "{epic_type_id}"}}},
        needs="subtask",
        issue="a",
    ),
    create(
        "issues: made without Create issues",
        "NoCreatePermission",
        needs="second lacks CREATE_ISSUES",
        caller="second",
    ),
)

READ = (
    get("issues: read", "getIssue", "issue/{a}", query={"fields": _FIELDS}, needs="a"),
    get("issues: read in version 2", "getIssue", "issue/{a}", query={"fields": _FIELDS}, needs="a", version="2"),
    get("issues: read by its id", "getIssue", "issue/{a_id}", query={"fields": "summary"}, needs="a"),
    get("issues: read by its key in lower case", "getIssue", "issue/{a_lower}", query={"fields": "summary"}, needs="a"),
    get("issues: read with all fields", "getIssue", "issue/{a}", needs="a", alike=True),
    get(
        "issues: read with every expand",
        "getIssue",
        "issue/{a}",
        query={"fields": "summary", "expand": "renderedFields,names,schema,editmeta,changelog,transitions"},
        needs="a",
        alike=True,
    ),
    get("issues: read with its sub-tasks", "getIssue", "issue/{a}", query={"fields": "subtasks"}, needs="subtask"),
    get("issues: read with its parent", "getIssue", "issue/{child}", query={"fields": "parent"}, needs="subtask"),
    get("issues: an unknown one", "IssueUnknown", "issue/{project}-9999999"),
    get("issues: one that was deleted", "IssueUnknown", "issue/{gone}", needs="gone"),
    get("issues: a key that is none", "IssueUnknown", "issue/nonsense"),
    get("issues: read without credentials", "IssueHidden", "issue/{one}", needs="one", caller="nobody"),
    get("issues: read with wrong credentials", "WrongCredentials", "issue/{one}", needs="one", caller="wrong"),
    get("issues: what could be set", "getEditIssueMeta", "issue/{one}/editmeta", needs="one", alike=True),
    get(
        "issues: what a new one could have",
        "getCreateIssueMeta",
        "issue/createmeta",
        query={"projectKeys": "{project}", "expand": "projects.issuetypes.fields"},
        alike=True,
    ),
    get(
        "issues: the types of new ones",
        "getCreateIssueMetaIssueTypes",
        "issue/createmeta/{project}/issuetypes",
        alike=True,
    ),
    get(
        "issues: the fields of new ones",
        "getCreateIssueMetaIssueTypeId",
        "issue/createmeta/{project}/issuetypes/{type_id}",
        alike=True,
    ),
    get("issues: the types of new ones in an unknown project", "ProjectUnseen", "issue/createmeta/NOPEZZQ/issuetypes"),
    get("issues: limits", "getIssueLimitReport", "issue/limit/report", needs="admin", alike=True),
    get("issues: picked", "getIssuePickerResource", "issue/picker", query={"query": "{one}"}, needs="one", alike=True),
    post(
        "issues: fetched several at once",
        "bulkFetchIssues",
        "issue/bulkfetch",
        {"issueIdsOrKeys": ["{one}", "{two}", "{project}-9999999"], "fields": ["summary"]},
        needs="one, two",
    ),
    post("issues: none fetched", "NothingToFetch", "issue/bulkfetch", {"issueIdsOrKeys": []}),
    post(
        "issues: more than 100 fetched",
        "TooManyToFetch",
        "issue/bulkfetch",
        {"issueIdsOrKeys": [f"{{project}}-{number}" for number in range(1, 102)]},
    ),
)

HISTORY = (
    get("history: an edited issue", "getChangeLogs", "issue/{a}/changelog", needs="edited"),
    get("history: of an issue nobody changed", "getChangeLogs", "issue/{a}/changelog", needs="a"),
    post(
        "history: of several issues",
        "getBulkChangelogs",
        "changelog/bulkfetch",
        {"issueIdsOrKeys": ["{a}"]},
        needs="edited",
    ),
    post("history: of no issues", "BulkHistoryMiscounted", "changelog/bulkfetch", {"issueIdsOrKeys": []}),
    post(
        "history: entries by their ids",
        "getChangeLogsByIds",
        "issue/{a}/changelog/list",
        {"changelogIds": ["{entry_number}"]},
        needs="edited",
    ),
    get(
        "history: a page that is no number",
        "QueryInvalid",
        "issue/{one}/changelog",
        query={"startAt": "x"},
        needs="one",
    ),
)

MOVED_ON = (
    get("transitions: those that there are", "getTransitions", "issue/{one}/transitions", needs="one", alike=True),
    post(
        "transitions: one carried out",
        "doTransition",
        "issue/{a}/transitions",
        {"transition": {"id": "{transition_id}"}},
        needs="transition",
    ),
    post("transitions: none", "TransitionMissing", "issue/{one}/transitions", {}, needs="one"),
    post(
        "transitions: an unknown one",
        "TransitionUnknown",
        "issue/{one}/transitions",
        {"transition": {"id": "999999"}},
        needs="one",
    ),
    post(
        "transitions: an id that is none",
        "TransitionIdInvalid",
        "issue/{one}/transitions",
        {"transition": {"id": "none"}},
        needs="one",
    ),
    post(
        "transitions: without Transition issues",
        "NoTransitionPermission",
        "issue/{a}/transitions",
        {"transition": {"id": "{transition_id}"}},
        needs="transition, second lacks TRANSITION_ISSUES",
        caller="second",
    ),
)

ASSIGNED = (
    put("assignees: assigned to oneself", "assignIssue", "issue/{a}/assignee", {"accountId": "{me}"}, needs="a"),
    put("assignees: assigned to nobody", "assignIssue", "issue/{a}/assignee", {"accountId": None}, needs="a"),
    put(
        "assignees: assigned to somebody unknown",
        "FieldUserUnknown",
        "issue/{one}/assignee",
        {"accountId": "nobody-at-all"},
        needs="one",
    ),
    put("assignees: assigned by a name", "UserNotByAccount", "issue/{one}/assignee", {"name": "admin"}, needs="one"),
    put(
        "assignees: assigned without Assign issues",
        "NoAssignPermission",
        "issue/{one}/assignee",
        {"accountId": "{me}"},
        needs="one, second lacks ASSIGN_ISSUES",
        caller="second",
    ),
    put(
        "assignees: assigned to who is not assignable",
        "NotAssignable",
        "issue/{one}/assignee",
        {"accountId": "{second}"},
        needs="one, second lacks ASSIGNABLE_USER",
    ),
)

DELETED = (
    delete("issues: deleted", "deleteIssue", "issue/{a}", needs="a"),
    delete("issues: deleted with its links", "deleteIssue", "issue/{a}", needs="link"),
    delete("issues: deleted twice", "IssueUnknown", "issue/{gone}", needs="gone"),
    delete("issues: deleted with sub-tasks", "HasSubtasks", "issue/{a}", needs="subtask"),
    delete(
        "issues: deleted without Delete issues",
        "NoIssueDeletePermission",
        "issue/{one}",
        needs="one, second lacks DELETE_ISSUES",
        caller="second",
    ),
)

STEPS = (*MADE, *FIELDS, *EDITED, *READ, *HISTORY, *MOVED_ON, *ASSIGNED, *DELETED)
