"""What clients ask of a site before they link: what it is, who they are, and its plain lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import PROBLEM, Case
from tests.wire.literals import (
    BUG,
    COMPLETED,
    DONE,
    EPIC,
    HIGH,
    HIGHEST,
    IN_PROGRESS,
    INDETERMINATE,
    LEVEL,
    LOW,
    LOWEST,
    MEDIUM,
    NEW,
    STORY,
    SUBTASK,
    TASK,
    TO_DO,
    UNDEFINED,
    in_version_2,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

SERVER_INFO = (
    b'{"baseUrl":"{base}","displayUrl":"{base}","displayUrlServicedeskHelpCenter":"{base}",'
    b'"displayUrlConfluence":"{base}","version":"1001.0.0-SNAPSHOT","versionNumbers":[1001,0,0],"deploymentType":"Cloud",'
    b'"buildNumber":100300,"buildDate":"2026-01-01T00:00:03.000+0000","serverTime":"2026-01-01T00:00:03.000+0000",'
    b'"scmInfo":"jira_linkfake","serverTitle":"Jira","defaultLocale":{"locale":"en_US"},"serverTimeZone":"Etc/UTC"}'
)
CONFIGURATION = (
    b'{"votingEnabled":true,"watchingEnabled":true,"unassignedIssuesAllowed":true,"subTasksEnabled":true,'
    b'"issueLinkingEnabled":true,"timeTrackingEnabled":true,"attachmentsEnabled":true,"timeTrackingConfiguration":'
    b'{"workingHoursPerDay":8.0,"workingDaysPerWeek":5.0,"timeFormat":"pretty","defaultUnit":"minute"}}'
)


def _resolution(resolution_id: bytes, name: bytes, about: bytes) -> bytes:
    return b'{"self":"{base}/rest/api/3/resolution/%b","id":"%b","description":"%b","name":"%b"}' % (
        resolution_id,
        resolution_id,
        about,
        name,
    )


RESOLVED = _resolution(b"10000", b"Done", b"Work has been completed on this issue.")
WONT_DO = _resolution(b"10001", b"Won't Do", b"This issue won't be actioned.")
IS_DUPLICATE = _resolution(b"10002", b"Duplicate", b"The problem is a duplicate of an existing issue.")
NOT_REPRODUCED = _resolution(b"10003", b"Cannot Reproduce", b"The problem could not be reproduced.")


def _field(field_id: bytes, name: bytes, flags: str, clauses: bytes, schema: bytes = b"") -> bytes:
    """Return a field; `flags` has an o, n and s where it is orderable, navigable and searchable."""
    orderable, navigable, searchable = (b"true" if flag in flags else b"false" for flag in "ons")
    return (
        b'{"id":"%b","key":"%b","name":"%b","custom":%b,"orderable":%b,"navigable":%b,"searchable":%b,'
        b'"clauseNames":[%b]%b}'
    ) % (
        field_id,
        field_id,
        name,
        b"true" if field_id.startswith(b"customfield_") else b"false",
        orderable,
        navigable,
        searchable,
        clauses,
        schema and b',"schema":{%b}' % schema,
    )


FIELDS = (
    _field(b"issuekey", b"Key", "n", b'"id","issue","issuekey","key"'),
    _field(b"summary", b"Summary", "ons", b'"summary"', b'"type":"string","system":"summary"'),
    _field(b"issuetype", b"Issue Type", "ons", b'"issuetype","type"', b'"type":"issuetype","system":"issuetype"'),
    _field(b"project", b"Project", "ns", b'"project"', b'"type":"project","system":"project"'),
    _field(b"parent", b"Parent", "n", b'"parent"', b'"type":"issuelink","system":"parent"'),
    _field(b"status", b"Status", "ns", b'"status"', b'"type":"status","system":"status"'),
    _field(b"priority", b"Priority", "ons", b'"priority"', b'"type":"priority","system":"priority"'),
    _field(b"labels", b"Labels", "ons", b'"labels"', b'"type":"array","items":"string","system":"labels"'),
    _field(b"assignee", b"Assignee", "ons", b'"assignee"', b'"type":"user","system":"assignee"'),
    _field(b"reporter", b"Reporter", "ons", b'"reporter"', b'"type":"user","system":"reporter"'),
    _field(b"creator", b"Creator", "ns", b'"creator"', b'"type":"user","system":"creator"'),
    _field(b"security", b"Security Level", "ons", b'"level"', b'"type":"securitylevel","system":"security"'),
    _field(b"description", b"Description", "ons", b'"description"', b'"type":"string","system":"description"'),
    _field(b"created", b"Created", "ns", b'"created","createdDate"', b'"type":"datetime","system":"created"'),
    _field(b"updated", b"Updated", "ns", b'"updated","updatedDate"', b'"type":"datetime","system":"updated"'),
    _field(b"duedate", b"Due date", "ons", b'"due","duedate"', b'"type":"date","system":"duedate"'),
    _field(b"subtasks", b"Sub-tasks", "n", b'"subtasks"', b'"type":"array","items":"issuelinks","system":"subtasks"'),
    _field(b"issuelinks", b"Linked Issues", "ons", b"", b'"type":"array","items":"issuelinks","system":"issuelinks"'),
    _field(b"comment", b"Comment", "os", b'"comment"', b'"type":"comments-page","system":"comment"'),
    _field(b"resolution", b"Resolution", "ons", b'"resolution"', b'"type":"resolution","system":"resolution"'),
    _field(
        b"resolutiondate",
        b"Resolved",
        "ns",
        b'"resolutiondate","resolved"',
        b'"type":"datetime","system":"resolutiondate"',
    ),
    _field(
        b"statusCategory",
        b"Status Category",
        "ns",
        b'"statusCategory"',
        b'"type":"statusCategory","system":"statusCategory"',
    ),
    _field(
        b"statuscategorychangedate",
        b"Status Category Changed",
        "ns",
        b'"statusCategoryChangedDate"',
        b'"type":"datetime","system":"statuscategorychangedate"',
    ),
    _field(b"environment", b"Environment", "ons", b'"environment"', b'"type":"string","system":"environment"'),
    _field(
        b"fixVersions",
        b"Fix versions",
        "ons",
        b'"fixVersion"',
        b'"type":"array","items":"version","system":"fixVersions"',
    ),
    _field(
        b"versions",
        b"Affects versions",
        "ons",
        b'"affectedVersion"',
        b'"type":"array","items":"version","system":"versions"',
    ),
    _field(b"watches", b"Watchers", "ns", b'"watchers"', b'"type":"watches","system":"watches"'),
    _field(b"votes", b"Votes", "n", b'"votes"', b'"type":"votes","system":"votes"'),
    _field(b"worklog", b"Log Work", "os", b"", b'"type":"array","items":"worklog","system":"worklog"'),
    _field(b"timetracking", b"Time tracking", "os", b"", b'"type":"timetracking","system":"timetracking"'),
    _field(b"timespent", b"Time Spent", "n", b'"timespent"', b'"type":"number","system":"timespent"'),
    _field(
        b"timeestimate",
        b"Remaining Estimate",
        "n",
        b'"remainingEstimate","timeestimate"',
        b'"type":"number","system":"timeestimate"',
    ),
    _field(
        b"timeoriginalestimate",
        b"Original estimate",
        "n",
        b'"originalEstimate","timeoriginalestimate"',
        b'"type":"number","system":"timeoriginalestimate"',
    ),
    *(
        _field(field_id, "Σ ".encode() + name, "n", b"", b'"type":"number","system":"%b"' % field_id)
        for field_id, name in (
            (b"aggregatetimespent", b"Time Spent"),
            (b"aggregatetimeestimate", b"Remaining Estimate"),
            (b"aggregatetimeoriginalestimate", b"Original Estimate"),
        )
    ),
    _field(b"workratio", b"Work Ratio", "ns", b'"workratio"', b'"type":"number","system":"workratio"'),
    _field(b"progress", b"Progress", "ns", b'"progress"', b'"type":"progress","system":"progress"'),
    _field(
        b"aggregateprogress",
        "Σ Progress".encode(),
        "ns",
        b"",
        b'"type":"progress","system":"aggregateprogress"',
    ),
    _field(
        b"components",
        b"Components",
        "ons",
        b'"component"',
        b'"type":"array","items":"component","system":"components"',
    ),
    _field(
        b"attachment",
        b"Attachment",
        "os",
        b'"attachments"',
        b'"type":"array","items":"attachment","system":"attachment"',
    ),
    _field(b"lastViewed", b"Last Viewed", "ns", b'"lastViewed"', b'"type":"datetime","system":"lastViewed"'),
    _field(b"issuerestriction", b"Restrict to", "ons", b"", b'"type":"issuerestriction","system":"issuerestriction"'),
)
STORY_POINTS = _field(
    b"customfield_10000",
    b"Story points",
    "ons",
    b'"cf[10000]","Story points"',
    b'"type":"number","custom":"com.atlassian.jira.plugin.system.customfieldtypes:float","customId":10000',
)


def _list(*things: bytes) -> bytes:
    return b"[" + b",".join(things) + b"]"


def _hidden_level(jira: FakeJira) -> None:
    seeds.with_level(jira)
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _labelled(jira: FakeJira) -> None:
    """Issues that alice sees have the labels a, B and c, one that only the admin sees has d."""
    jira.add_issue("PROJ-3", labels=["c", "B"])
    jira.add_issue("PROJ-4", labels=["B", "a"])
    jira.add_issue("PROJ-5", labels=["d", "a"], visible_to=[jira.default_user])


def _page_of_labels(
    *labels: bytes, total: int, start: int = 0, size: int = 1000, more: bool = False, version: int = 3
) -> bytes:
    address = b"{base}/rest/api/%d/label?maxResults=%d&startAt=" % (version, size)
    next_page = b'"nextPage":"%b%d",' % (address, start + len(labels)) if more else b""
    return b'{"self":"%b%d",%b"maxResults":%d,"startAt":%d,"total":%d,"isLast":%b,"values":[%b]}' % (
        address,
        start,
        next_page,
        size,
        start,
        total,
        b"false" if more else b"true",
        b",".join(b'"%b"' % label for label in labels),
    )


def _custom_field(jira: FakeJira) -> None:
    jira.add_field("Story points", type="number")


def _another_priority(jira: FakeJira) -> None:
    jira.add_priority("Urgent")


_read = partial(Case, status=200)
_info = partial(_read, "site: serverInfo", path="/rest/api/3/serverInfo", body=SERVER_INFO)
_types = partial(_read, "site: issue types")
_priorities = partial(_read, "site: priorities")
_statuses = partial(_read, "site: statuses")
PRIORITIES = (
    (HIGHEST, b"#d04437", b"This problem will block progress.", b"false"),
    (HIGH, b"#f15C75", b"Serious problem that could block progress.", b"false"),
    (MEDIUM, b"#f79232", b"Has the potential to affect progress.", b"true"),
    (LOW, b"#707070", b"Minor problem or easily worked around.", b"false"),
    (LOWEST, b"#999999", b"Trivial problem with little or no impact on progress.", b"false"),
)


def whole_priority(in_issue: bytes, color: bytes, description: bytes, is_default: bytes) -> bytes:
    """Return a priority as its own address has it."""
    return b'%b,"statusColor":"%b","description":"%b","isDefault":%b}' % (
        in_issue.removesuffix(b"}"),
        color,
        description,
        is_default,
    )


_categories = partial(_read, "site: status categories")
_configuration = partial(_read, "site: configuration", path="/rest/api/3/configuration", body=CONFIGURATION)
_resolutions = partial(_read, "site: resolutions")
_fields = partial(_read, "site: fields", path="/rest/api/3/field")
_level = partial(_read, "site: security level", seed=seeds.with_level, path="/rest/api/3/securitylevel/10000")
_labels = partial(_read, "site: labels", seed=_labelled, path="/rest/api/3/label")

CASES = (
    _info("version 3"),
    _info("version 2", path="/rest/api/2/serverInfo"),
    _info("anonymous", caller=None),
    _types("list", path="/rest/api/3/issuetype", body=_list(EPIC, STORY, TASK, SUBTASK, BUG)),
    _types("one", path="/rest/api/3/issuetype/10003", body=SUBTASK),
    _types("one, version 2", path="/rest/api/2/issuetype/10004", body=in_version_2(BUG)),
    _types(
        "unknown",
        path="/rest/api/3/issuetype/1",
        status=404,
        body=b"""{"errorMessages":["The issue type '1' does not exist."],"errors":{}}""",
    ),
    _types(
        "by what is no id",
        path="/rest/api/3/issuetype/Bug",
        status=400,
        body=b"""{"errorMessages":["The issue type ID 'Bug' is invalid."],"errors":{}}""",
    ),
    _priorities("list", path="/rest/api/3/priority", body=_list(*(whole_priority(*one) for one in PRIORITIES))),
    _priorities("one", path="/rest/api/3/priority/3", body=whole_priority(*PRIORITIES[2])),
    _priorities(
        "unknown",
        path="/rest/api/3/priority/9",
        status=404,
        body=b"""{"errorMessages":["The priority '9' does not exist."],"errors":{}}""",
    ),
    _priorities(
        "by name, which Jira does not take",
        path="/rest/api/3/priority/Medium",
        status=404,
        body=b"""{"errorMessages":["The priority 'Medium' does not exist."],"errors":{}}""",
    ),
    _statuses("list", path="/rest/api/3/status", body=_list(TO_DO, IN_PROGRESS, DONE)),
    _statuses("one by id", path="/rest/api/3/status/10001", body=IN_PROGRESS),
    _statuses("one by name", path="/rest/api/3/status/In%20Progress", body=IN_PROGRESS),
    _statuses(
        "unknown",
        path="/rest/api/3/status/Nowhere",
        status=404,
        body=b"""{"errorMessages":["The status 'Nowhere' does not exist."],"errors":{}}""",
    ),
    _categories("list", path="/rest/api/3/statuscategory", body=_list(UNDEFINED, NEW, INDETERMINATE, COMPLETED)),
    _categories("one by id", path="/rest/api/3/statuscategory/4", body=INDETERMINATE),
    _categories("the one of nothing", path="/rest/api/3/statuscategory/undefined", body=UNDEFINED),
    _categories("one by key", path="/rest/api/3/statuscategory/done", body=COMPLETED),
    _categories(
        "unknown",
        path="/rest/api/3/statuscategory/9",
        status=404,
        body=b"""{"errorMessages":["The status category '9' does not exist."],"errors":{}}""",
    ),
    _categories(
        "by name, which Jira does not take",
        path="/rest/api/3/statuscategory/Done",
        status=404,
        body=b"""{"errorMessages":["The status category 'Done' does not exist."],"errors":{}}""",
    ),
    _level("member", caller="admin", body=LEVEL),
    _level(
        "no member",
        status=404,
        body=b"""{"errorMessages":["The security level '10000' does not exist."],"errors":{}}""",
    ),
    _level(
        "unknown",
        path="/rest/api/3/securitylevel/1",
        status=404,
        body=b"""{"errorMessages":["The security level '1' does not exist."],"errors":{}}""",
    ),
    _level(
        "member, who may not browse its project",
        caller="admin",
        seed=_hidden_level,
        status=404,
        body=b"""{"errorMessages":["The security level '10000' does not exist."],"errors":{}}""",
    ),
    _configuration("version 3"),
    _configuration("version 2, anonymous", path="/rest/api/2/configuration", caller=None),
    _configuration(
        "linking disabled",
        seed=seeds.linking_disabled,
        body=CONFIGURATION.replace(b'LinkingEnabled":true', b'LinkingEnabled":false'),
    ),
    _resolutions("list", path="/rest/api/3/resolution", body=_list(RESOLVED, WONT_DO, IS_DUPLICATE, NOT_REPRODUCED)),
    _resolutions("one", path="/rest/api/3/resolution/10001", body=WONT_DO),
    _resolutions(
        "unknown",
        path="/rest/api/3/resolution/Done",
        status=404,
        body=b"""{"errorMessages":["The resolution 'Done' does not exist."],"errors":{}}""",
    ),
    _labels("of issues that the caller sees", body=_page_of_labels(b"a", b"B", b"c", total=3)),
    _labels("of every issue", caller="admin", body=_page_of_labels(b"a", b"B", b"c", b"d", total=4)),
    _labels(
        "anonymous, version 2",
        path="/rest/api/2/label",
        caller=None,
        body=_page_of_labels(total=0, version=2),
    ),
    _labels(
        "part",
        path="/rest/api/3/label?startAt=1&maxResults=1",
        body=_page_of_labels(b"B", total=3, start=1, size=1, more=True),
    ),
    _labels(
        "last part",
        path="/rest/api/3/label?startAt=2&maxResults=1",
        body=_page_of_labels(b"c", total=3, start=2, size=1),
    ),
    _read(
        "site: labels, query that is no number",
        path="/rest/api/3/label?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Bad Request","status":400,'
        b'"detail":"Failed to convert \'startAt\' with value: \'x\'","instance":"/rest/api/3/label"}',
    ),
    _fields("of a fresh site", body=_list(*FIELDS)),
    _fields("version 2, anonymous", path="/rest/api/2/field", caller=None, body=_list(*FIELDS)),
    _fields("a custom one more", seed=_custom_field, body=_list(*FIELDS, STORY_POINTS)),
    _priorities(
        "one more",
        seed=_another_priority,
        path="/rest/api/3/priority/10000",
        body=b'{"self":"{base}/rest/api/3/priority/10000","iconUrl":"{base}/images/icons/priorities/urgent.svg",'
        b'"name":"Urgent","id":"10000","statusColor":"#707070","description":"","isDefault":false}',
    ),
)
