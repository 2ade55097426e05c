"""editmeta, both forms of createmeta, and the report on limits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import PROBLEM, Case
from tests.wire.cases.site import IS_DUPLICATE, NOT_REPRODUCED, RESOLVED, WONT_DO
from tests.wire.cases.transitions import TO_CLOSE, TO_DONE, closing, transitions
from tests.wire.literals import (
    ADMINISTRATORS_ONLY,
    BUG,
    EPIC,
    HIGH,
    HIGHEST,
    LEVEL,
    LOW,
    LOWEST,
    MEDIUM,
    PROJ,
    STORY,
    SUBTASK,
    TASK,
    UNSEEN,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

TYPES = b",".join((EPIC, STORY, TASK, SUBTASK, BUG))
PRIORITIES = b",".join((HIGHEST, HIGH, MEDIUM, LOW, LOWEST))
NO_PROJECT = b"""{"errorMessages":["No project could be found with key '%b'."],"errors":{}}"""
NO_CREATE = b'{"errorMessages":["You do not have permission to create issues in this project."],"errors":{}}'


def _field(
    name: bytes,
    title: bytes,
    schema: bytes,
    *,
    required: bytes = b"false",
    default: bytes = b"false",
    operations: bytes = b'"set"',
    more: bytes = b"",
) -> bytes:
    return (
        b'"%b":{"required":%b,"schema":{%b,"system":"%b"},"name":"%b","key":"%b","hasDefaultValue":%b,"operations":[%b]%b}'
    ) % (name, required, schema, name, title, name, default, operations, more)


def _allowed(values: bytes) -> bytes:
    return b',"allowedValues":[%b]' % values


FIRST = (
    _field(b"summary", b"Summary", b'"type":"string"', required=b"true"),
    _field(b"issuetype", b"Issue Type", b'"type":"issuetype"', required=b"true", more=_allowed(TYPES)),
)
PROJECT = _field(b"project", b"Project", b'"type":"project"', required=b"true", more=_allowed(PROJ))
DUE_DATE = _field(b"duedate", b"Due date", b'"type":"date"')
LAST = (
    _field(b"parent", b"Parent", b'"type":"issuelink"'),
    _field(b"priority", b"Priority", b'"type":"priority"', default=b"true", more=_allowed(PRIORITIES)),
    _field(b"labels", b"Labels", b'"type":"array","items":"string"', operations=b'"add","set","remove"'),
    _field(b"assignee", b"Assignee", b'"type":"user"'),
    _field(b"reporter", b"Reporter", b'"type":"user"', required=b"true", default=b"true"),
    _field(b"security", b"Security Level", b'"type":"securitylevel"', more=_allowed(b"%b")),
    _field(b"description", b"Description", b'"type":"string"'),
    DUE_DATE,
    _field(b"issuelinks", b"Linked Issues", b'"type":"array","items":"issuelinks"', operations=b'"add","copy"'),
)
COMMENT = _field(b"comment", b"Comment", b'"type":"comments-page"', operations=b'"add","edit","remove"')
ENVIRONMENT = _field(b"environment", b"Environment", b'"type":"string"')
FIX_VERSIONS, VERSIONS, COMPONENTS = (
    _field(
        name,
        title,
        b'"type":"array","items":"%b"' % items,
        operations=b'"set","add","remove"',
        more=_allowed(b""),
    )
    for name, title, items in (
        (b"fixVersions", b"Fix versions", b"version"),
        (b"versions", b"Affects versions", b"version"),
        (b"components", b"Components", b"component"),
    )
)
TIME_TRACKING = _field(b"timetracking", b"Time tracking", b'"type":"timetracking"', operations=b'"set","edit"')
WORKLOG = _field(b"worklog", b"Log Work", b'"type":"array","items":"worklog"', operations=b'"add","edit","remove"')
LATER = (FIX_VERSIONS, VERSIONS, WORKLOG, TIME_TRACKING, COMPONENTS)
EDITABLE = b",".join((*FIRST, *LAST, COMMENT, ENVIRONMENT, *LATER)).replace(b"%b", b"")


def _of_new(field: bytes) -> bytes:
    name = field[1 : field.index(b'":')]
    return field[:-1].replace(b"%b", b"") + b',"fieldId":"%b"}' % name


CREATABLE = b",".join((*FIRST, PROJECT, *LAST, ENVIRONMENT, *LATER)).replace(b"%b", b"")
IN_METADATA = PROJ[1:-1].replace(b'"projectTypeKey":"software","simplified":false,', b"")
CREATABLE_SUBTASK = CREATABLE.replace(b'"parent":{"required":false', b'"parent":{"required":true')
RESOLUTIONS = b",".join((RESOLVED, WONT_DO, IS_DUPLICATE, NOT_REPRODUCED))
RESOLUTION = _field(b"resolution", b"Resolution", b'"type":"resolution"', required=b"true", more=_allowed(RESOLUTIONS))
SUMMARY_OF_NEW = _of_new(FIRST[0])


def _level_and_custom(jira: FakeJira) -> None:
    seeds.with_level(jira)
    points = jira.add_field("Story points", type="number")
    jira.add_issue("PROJ-3", fields={points.id: 5})
    for permission in ("MODIFY_REPORTER", "ASSIGN_ISSUES", "LINK_ISSUES"):
        jira.deny(permission)


def _custom_fields(jira: FakeJira) -> None:
    jira.add_field("Story type", required=True)
    jira.add_field("Ledger", on_screens=False)


def _no_create(jira: FakeJira) -> None:
    jira.deny("CREATE_ISSUES", project="PROJ")


def _remote_crowds(jira: FakeJira) -> None:
    jira.add_remote_link("PROJ-1", "https://example.com/1")
    jira.add_remote_link("PROJ-1", "https://example.com/2")
    for number in range(3):
        jira.add_remote_link("PROJ-2", f"https://example.com/{number}")
    jira.add_issue("PROJ-3", visible_to=[])
    jira.add_remote_link("PROJ-3", "https://example.com/1")
    jira.add_remote_link("PROJ-3", "https://example.com/2")
    jira.remote_link_limit = 2


def _two_crowds(jira: FakeJira) -> None:
    jira.link_limit = 2
    for phrase in ("blocks", "clones", "duplicates"):
        jira.add_link("PROJ-1", phrase, "PROJ-2")
    jira.add_issues("PROJ-3", "PROJ-4")
    for phrase in ("blocks", "clones"):
        jira.add_link("PROJ-3", phrase, "PROJ-4")
    jira.add_issue("PROJ-5", visible_to=[])
    jira.add_link("PROJ-5", "blocks", "OTHER-1")
    jira.add_link("PROJ-5", "clones", "OTHER-1")
    jira.deny("BROWSE_PROJECTS", project="OTHER")


LIMITS = b'"limits":{"attachment":2000,"comment":5000,"issuelinks":2,"remoteIssueLinks":2000,"worklog":10000}}'
LIMITS_OF_REMOTE = LIMITS.replace(b'"issuelinks":2,"remoteIssueLinks":2000', b'"issuelinks":2000,"remoteIssueLinks":2')

_with_fields = partial(Case, "transitions: list, with fields", status=200)
_edit = partial(Case, "editmeta: fields", path="/rest/api/3/issue/PROJ-1/editmeta", status=200)
_create = partial(Case, path="/rest/api/3/issue/createmeta", status=200)
_types = partial(
    Case, "createmeta: types of a project, in pages", path="/rest/api/3/issue/createmeta/PROJ/issuetypes", status=200
)
_fields = partial(
    Case,
    "createmeta: fields of a type, in pages",
    path="/rest/api/3/issue/createmeta/10000/issuetypes/10002",
    status=200,
)
_unseen = partial(Case, "createmeta: unknown or unseen project, or unknown type", status=404)
_report = partial(
    Case, "limit report: near and beyond", path="/rest/api/3/issue/limit/report", caller="admin", status=200
)

CASES = (
    _edit(body=b'{"fields":{%b}}' % EDITABLE),
    _edit(
        "security level and custom field",
        path="/rest/api/3/issue/PROJ-3/editmeta",
        caller="admin",
        seed=_level_and_custom,
        body=b'{"fields":{%b,%b,"customfield_10000":{"required":false,"schema":{"type":"number","custom":'
        b'"com.atlassian.jira.plugin.system.customfieldtypes:float","customId":10000},"name":"Story points",'
        b'"key":"customfield_10000","hasDefaultValue":false,"operations":["set"]}}}'
        % (
            b",".join((*FIRST, *LAST[:3])),
            b",".join(
                (
                    LAST[5] % LEVEL,
                    LAST[6],
                    DUE_DATE,
                    COMMENT,
                    ENVIRONMENT,
                    *(one % b"" if b"%b" in one else one for one in LATER),
                )
            ),
        ),
    ),
    *(
        Case(
            "editmeta: overrides",
            f"{name}, by no administrator",
            path=f"/rest/api/3/issue/PROJ-1/editmeta?{name}=true",
            status=403,
            body=ADMINISTRATORS_ONLY,
        )
        for name in ("overrideScreenSecurity", "overrideEditableFlag")
    ),
    Case(
        "editmeta: overrides",
        "by an administrator",
        path="/rest/api/3/issue/PROJ-1/editmeta?overrideScreenSecurity=true",
        caller="admin",
        status=200,
        body=b'{"fields":{%b}}'
        % EDITABLE.replace(
            b',"environment":', b"," + RESOLUTION.replace(b'"required":true', b'"required":false') + b',"environment":'
        ),
    ),
    Case(
        "editmeta: overrides",
        "by an administrator, who may not edit",
        seed=lambda jira: jira.deny("EDIT_ISSUES"),
        caller="admin",
        path="/rest/api/3/issue/PROJ-1/editmeta?overrideScreenSecurity=true",
        status=200,
        body=b'{"fields":{}}',
    ),
    Case(
        "editmeta: no Edit issues permission",
        path="/rest/api/3/issue/PROJ-1/editmeta",
        seed=lambda jira: jira.deny("EDIT_ISSUES"),
        status=200,
        body=b'{"fields":{}}',
    ),
    Case(
        "editmeta: unknown or unseen issue",
        "unknown",
        path="/rest/api/3/issue/PROJ-9/editmeta",
        status=404,
        body=UNSEEN,
    ),
    Case(
        "editmeta: unknown or unseen issue",
        "unseen",
        seed=seeds.hidden_by_level,
        path="/rest/api/3/issue/PROJ-3/editmeta",
        status=404,
        body=UNSEEN,
    ),
    _with_fields(
        "no screen",
        path="/rest/api/3/issue/PROJ-1/transitions?transitionId=31&expand=transitions.fields",
        body=transitions(TO_DONE[:-1] + b',"fields":{}}'),
    ),
    _with_fields(
        "a screen",
        seed=closing,
        path="/rest/api/3/issue/PROJ-1/transitions?transitionId=10000&expand=other&expand=transitions.fields",
        body=transitions(TO_CLOSE[:-1] + b',"fields":{%b,%b}}' % (FIRST[0], RESOLUTION)),
    ),
    _create(
        "createmeta: fields",
        "of a sub-task, whose parent is required",
        path="/rest/api/3/issue/createmeta?projectKeys=PROJ&issuetypeNames=Sub-task"
        "&expand=projects&expand=projects.issuetypes.fields",
        body=b'{"expand":"projects","projects":[{"expand":"issuetypes",%b,"issuetypes":[%b,"expand":"fields","fields":{%b}}]}]}'
        % (IN_METADATA, SUBTASK[:-1], CREATABLE_SUBTASK),
    ),
    _create(
        "createmeta: fields",
        "custom ones, of which one is required and one on no screen",
        seed=_custom_fields,
        path="/rest/api/3/issue/createmeta/PROJ/issuetypes/10002?startAt=18",
        body=b'{"startAt":18,"maxResults":50,"total":19,"fields":[{"required":true,"schema":{"type":"string","custom":'
        b'"com.atlassian.jira.plugin.system.customfieldtypes:textfield","customId":10000},"name":"Story type",'
        b'"key":"customfield_10000","hasDefaultValue":false,"operations":["set"],"fieldId":"customfield_10000"}]}',
    ),
    _create(
        "createmeta: projects and types",
        "by key and name",
        path="/rest/api/3/issue/createmeta?projectKeys=PROJ,NOPE&issuetypeNames=Task&issuetypeNames=Saga",
        body=b'{"expand":"projects","projects":[{"expand":"issuetypes",%b,"issuetypes":[%b]}]}' % (IN_METADATA, TASK),
    ),
    _create(
        "createmeta: projects and types",
        "by id",
        path="/rest/api/3/issue/createmeta?projectIds=10000&issuetypeIds=10002,10004",
        body=b'{"expand":"projects","projects":[{"expand":"issuetypes",%b,"issuetypes":[%b,%b]}]}'
        % (IN_METADATA, TASK, BUG),
    ),
    _create(
        "createmeta: fields",
        path="/rest/api/3/issue/createmeta?projectKeys=PROJ&issuetypeNames=Task&expand=projects.issuetypes.fields",
        body=b'{"expand":"projects","projects":[{"expand":"issuetypes",%b,"issuetypes":[%b,"expand":"fields","fields":{%b}}]}]}'
        % (IN_METADATA, TASK[:-1], CREATABLE),
    ),
    _create(
        "createmeta: projects in which one may not create",
        "no permission",
        seed=_no_create,
        path="/rest/api/3/issue/createmeta?projectKeys=PROJ",
        body=b'{"expand":"projects","projects":[]}',
    ),
    _create(
        "createmeta: projects in which one may not create",
        "unseen",
        seed=seeds.other_project_hidden,
        path="/rest/api/3/issue/createmeta?projectKeys=OTHER",
        body=b'{"expand":"projects","projects":[]}',
    ),
    _create(
        "createmeta: projects in which one may not create",
        "no permission, its types",
        seed=_no_create,
        path="/rest/api/3/issue/createmeta/PROJ/issuetypes",
        status=400,
        body=NO_CREATE,
    ),
    _types(body=b'{"startAt":0,"maxResults":50,"total":5,"issueTypes":[%b]}' % TYPES),
    _types(
        "part",
        path="/rest/api/3/issue/createmeta/PROJ/issuetypes?startAt=1&maxResults=1",
        body=b'{"startAt":1,"maxResults":1,"total":5,"issueTypes":[%b]}' % STORY,
    ),
    _fields(
        "part",
        path="/rest/api/3/issue/createmeta/10000/issuetypes/10002?maxResults=1",
        body=b'{"startAt":0,"maxResults":1,"total":18,"fields":[%b]}' % SUMMARY_OF_NEW[len(b'"summary":') :],
    ),
    *(
        _unseen(
            f"{path}, query that is no number",
            path=f"/rest/api/3/issue/createmeta/PROJ/{path}?startAt=x",
            status=400,
            content_type=PROBLEM,
            body=b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\' '
            b'with value: \'x\'","instance":"/rest/api/3/issue/createmeta/PROJ/%b"}' % path.encode(),
        )
        for path in ("issuetypes", "issuetypes/10002")
    ),
    _unseen("unknown project", path="/rest/api/3/issue/createmeta/NOPE/issuetypes", body=NO_PROJECT % b"NOPE"),
    _unseen(
        "unseen project",
        seed=seeds.other_project_hidden,
        path="/rest/api/3/issue/createmeta/OTHER/issuetypes/10002",
        body=NO_PROJECT % b"OTHER",
    ),
    _unseen(
        "unknown type",
        path="/rest/api/3/issue/createmeta/PROJ/issuetypes/1",
        body=b"""{"errorMessages":["The issue type '1' does not exist."],"errors":{}}""",
    ),
    _report(
        seed=_two_crowds,
        body=b'{"issuesApproachingLimit":{"issuelinks":{"10003":2,"10004":2}},'
        b'"issuesBreachingLimit":{"issuelinks":{"10000":3,"10001":3}},' + LIMITS,
    ),
    Case(
        "limit report: by key",
        path="/rest/api/3/issue/limit/report?isReturningKeys=true",
        caller="admin",
        seed=_two_crowds,
        status=200,
        body=b'{"issuesApproachingLimit":{"issuelinks":{"PROJ-3":2,"PROJ-4":2}},'
        b'"issuesBreachingLimit":{"issuelinks":{"PROJ-1":3,"PROJ-2":3}},' + LIMITS,
    ),
    Case(
        "limit report: remote links",
        path="/rest/api/3/issue/limit/report",
        caller="admin",
        seed=_remote_crowds,
        status=200,
        body=b'{"issuesApproachingLimit":{"remoteIssueLinks":{"10000":2}},'
        b'"issuesBreachingLimit":{"remoteIssueLinks":{"10001":3}},' + LIMITS_OF_REMOTE,
    ),
    Case(
        "limit report: not an administrator",
        path="/rest/api/3/issue/limit/report",
        status=403,
        body=ADMINISTRATORS_ONLY,
    ),
)
