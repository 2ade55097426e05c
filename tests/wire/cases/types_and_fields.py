"""issuetype, priority, statuses and field: what projects have, a page at a time, and custom fields made and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, PAGE, PROBLEM, Case
from tests.wire.literals import CHALLENGE

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

OF_JIRA = "com.atlassian.jira.plugin.system.customfieldtypes:"


def _projects(jira: FakeJira) -> None:
    jira.add_project("FEW", types=["Bug", "Sub-task"])
    jira.add_project("TEAM", team_managed=True, types=["Epic", "Task"])


def _team_hidden(jira: FakeJira) -> None:
    _projects(jira)
    jira.deny("BROWSE_PROJECTS", project="TEAM")


def _no_admin(jira: FakeJira) -> None:
    jira.deny("ADMINISTER_PROJECTS")
    jira.deny("ADMINISTER")


def _planned(jira: FakeJira) -> None:
    jira.add_board("Team", project="PROJ")


def _sized(jira: FakeJira) -> None:
    jira.add_field("Size", type="number")
    jira.add_field("Notes", type="paragraph")


def _sized_issue(jira: FakeJira) -> None:
    _sized(jira)
    jira.set_issue("PROJ-1", fields={"customfield_10000": 3})


def _odd_status(jira: FakeJira) -> None:
    from jira_linkfake.jira.workflow.model import NO_CATEGORY, Status

    jira.site.statuses["10003"] = Status(id="10003", name="Odd", category=NO_CATEGORY)


def _made(jira: FakeJira) -> None:
    new = {"name": "Size", "type": "com.atlassian.jira.plugin.system.customfieldtypes:float"}
    assert jira.client().post("/rest/api/3/field", json=new, auth=jira.auth).status_code == 201


NOT_ADMIN = (
    b'{"errorMessages":["You are not authorized to perform this action. Administrator privileges are required."],'
    b'"errors":{}}'
)
CASES = (
    Case(
        "types: of a project",
        "all, company-managed",
        seed=_projects,
        path="/rest/api/3/issuetype/project?projectId=10002",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/issuetype/10003","id":"10003","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10316?size=medi'
            b'um","name":"Sub-task","subtask":true,"avatarId":10316,"hierarchyLevel":-1},'
            b'{"self":"{base}/rest/api/3/issuetype/10004","id":"10004","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10303?size=medi'
            b'um","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0}]'
        ),
    ),
    Case(
        "types: of a project",
        "team-managed, of a level, version 2",
        seed=_projects,
        path="/rest/api/2/issuetype/project?projectId=10003&level=1",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/2/issuetype/10005","id":"10005","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10307?size=medi'
            b'um","name":"Epic","subtask":false,"avatarId":10307,"hierarchyLevel":1,'
            b'"entityId":"c19ef7b5-a4fb-55d8-ac4c-110d03d3426d","scope":{"type":"PROJECT",'
            b'"project":{"id":"10003"}}}]'
        ),
    ),
    Case(
        "types: of a project",
        "unknown",
        path="/rest/api/3/issuetype/project?projectId=10099",
        status=404,
        body=b'{"errorMessages":["No project could be found with key \'10099\'."],"errors":{}}',
    ),
    Case(
        "types: of a project",
        "hidden",
        seed=_team_hidden,
        path="/rest/api/3/issuetype/project?projectId=10003",
        status=404,
        body=b'{"errorMessages":["No project could be found with key \'10003\'."],"errors":{}}',
    ),
    Case(
        "types: of a project",
        "none named",
        path="/rest/api/3/issuetype/project",
        status=400,
        body=b'{"errorMessages":["The \'projectId\' query parameter is required."],"errors":{}}',
    ),
    Case(
        "types: of a project",
        "no number",
        path="/rest/api/3/issuetype/project?projectId=PROJ",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert '
            b'\'projectId\' with value: \'PROJ\'","instance":"/rest/api/3/issuetype/project"}'
        ),
    ),
    Case(
        "types: of a project",
        "a level that is no number",
        path="/rest/api/3/issuetype/project?projectId=10000&level=x",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert '
            b'\'level\' with value: \'x\'","instance":"/rest/api/3/issuetype/project"}'
        ),
    ),
    Case(
        "types: all",
        "with those of a team-managed project",
        seed=_projects,
        path="/rest/api/3/issuetype",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/issuetype/10000","id":"10000","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10307?size=medi'
            b'um","name":"Epic","subtask":false,"avatarId":10307,"hierarchyLevel":1},'
            b'{"self":"{base}/rest/api/3/issuetype/10001","id":"10001","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10315?size=medi'
            b'um","name":"Story","subtask":false,"avatarId":10315,"hierarchyLevel":0},'
            b'{"self":"{base}/rest/api/3/issuetype/10002","id":"10002","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318?size=medi'
            b'um","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel":0},'
            b'{"self":"{base}/rest/api/3/issuetype/10003","id":"10003","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10316?size=medi'
            b'um","name":"Sub-task","subtask":true,"avatarId":10316,"hierarchyLevel":-1},'
            b'{"self":"{base}/rest/api/3/issuetype/10004","id":"10004","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10303?size=medi'
            b'um","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0},'
            b'{"self":"{base}/rest/api/3/issuetype/10005","id":"10005","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10307?size=medi'
            b'um","name":"Epic","subtask":false,"avatarId":10307,"hierarchyLevel":1,'
            b'"entityId":"c19ef7b5-a4fb-55d8-ac4c-110d03d3426d","scope":{"type":"PROJECT",'
            b'"project":{"id":"10003"}}},{"self":"{base}/rest/api/3/issuetype/10006","id":"10006",'
            b'"description":"","iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avata'
            b'r/10318?size=medium","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel":0,'
            b'"entityId":"6fb58038-0a4b-59b1-9c14-e576b0ff87a8","scope":{"type":"PROJECT",'
            b'"project":{"id":"10003"}}}]'
        ),
    ),
    Case(
        "types: all",
        "without those of a hidden project",
        seed=_team_hidden,
        path="/rest/api/3/issuetype",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/issuetype/10000","id":"10000","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10307?size=medi'
            b'um","name":"Epic","subtask":false,"avatarId":10307,"hierarchyLevel":1},'
            b'{"self":"{base}/rest/api/3/issuetype/10001","id":"10001","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10315?size=medi'
            b'um","name":"Story","subtask":false,"avatarId":10315,"hierarchyLevel":0},'
            b'{"self":"{base}/rest/api/3/issuetype/10002","id":"10002","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318?size=medi'
            b'um","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel":0},'
            b'{"self":"{base}/rest/api/3/issuetype/10003","id":"10003","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10316?size=medi'
            b'um","name":"Sub-task","subtask":true,"avatarId":10316,"hierarchyLevel":-1},'
            b'{"self":"{base}/rest/api/3/issuetype/10004","id":"10004","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10303?size=medi'
            b'um","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0}]'
        ),
    ),
    Case(
        "types: all",
        "one of a hidden project",
        seed=_team_hidden,
        path="/rest/api/3/issuetype/10005",
        status=404,
        body=b'{"errorMessages":["The issue type \'10005\' does not exist."],"errors":{}}',
    ),
    Case(
        "types: all",
        "alternatives to a sub-task: none",
        seed=_projects,
        path="/rest/api/3/issuetype/10003/alternatives",
        status=200,
        body=b"[]",
    ),
    Case(
        "types: all",
        "alternatives to a type",
        path="/rest/api/3/issuetype/10002/alternatives",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/issuetype/10000","id":"10000","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10307?size=medi'
            b'um","name":"Epic","subtask":false,"avatarId":10307,"hierarchyLevel":1},'
            b'{"self":"{base}/rest/api/3/issuetype/10001","id":"10001","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10315?size=medi'
            b'um","name":"Story","subtask":false,"avatarId":10315,"hierarchyLevel":0},'
            b'{"self":"{base}/rest/api/3/issuetype/10004","id":"10004","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10303?size=medi'
            b'um","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0}]'
        ),
    ),
    Case(
        "types: all",
        "alternatives to one of a team-managed project",
        seed=_projects,
        path="/rest/api/3/issuetype/10005/alternatives",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/issuetype/10006","id":"10006","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318?size=medi'
            b'um","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel":0,'
            b'"entityId":"6fb58038-0a4b-59b1-9c14-e576b0ff87a8","scope":{"type":"PROJECT",'
            b'"project":{"id":"10003"}}}]'
        ),
    ),
    Case(
        "types: all",
        "alternatives to one of a hidden project",
        seed=_team_hidden,
        path="/rest/api/3/issuetype/10005/alternatives",
        status=404,
        body=b'{"errorMessages":["The issue type \'10005\' does not exist."],"errors":{}}',
    ),
    Case(
        "types: all",
        "alternatives to what is no type",
        path="/rest/api/3/issuetype/x/alternatives",
        status=404,
        body=b'{"errorMessages":["The issue type \'x\' does not exist."],"errors":{}}',
    ),
    Case(
        "types: of an issue",
        "one that the project has not",
        seed=_projects,
        method="POST",
        path="/rest/api/3/issue",
        sent={"fields": {"project": {"key": "FEW"}, "summary": "x", "issuetype": {"name": "Task"}}},
        status=400,
        body=b'{"errorMessages":[],"errors":{"issuetype":"The issue type selected is invalid."}}',
    ),
    Case(
        "types: of an issue",
        "one of another project's own",
        seed=_projects,
        method="POST",
        path="/rest/api/3/issue",
        sent={"fields": {"project": {"key": "PROJ"}, "summary": "x", "issuetype": {"id": "10006"}}},
        status=400,
        body=b'{"errorMessages":[],"errors":{"issuetype":"The issue type selected is invalid."}}',
    ),
    Case(
        "types: of an issue",
        "by a name that several have",
        seed=_projects,
        method="POST",
        path="/rest/api/3/issue",
        sent={"fields": {"project": {"key": "TEAM"}, "summary": "x", "issuetype": {"name": "Task"}}},
        status=201,
        body=b'{"id":"10003","key":"TEAM-1","self":"{base}/rest/api/3/issue/10003"}',
        adds=("issue 10003: TEAM-1, Task, To Do: x",),
    ),
    Case(
        "types: of an issue",
        "in the metadata",
        seed=_projects,
        path="/rest/api/3/issue/createmeta/TEAM/issuetypes",
        status=200,
        body=(
            b'{"startAt":0,"maxResults":50,"total":2,"issueTypes":[{"self":"{base}/rest/api/3/issuetyp'
            b'e/10005","id":"10005","description":"","iconUrl":"{base}/rest/api/2/universal_avatar/vie'
            b'w/type/issuetype/avatar/10307?size=medium","name":"Epic","subtask":false,'
            b'"avatarId":10307,"hierarchyLevel":1,"entityId":"c19ef7b5-a4fb-55d8-ac4c-110d03d3426d",'
            b'"scope":{"type":"PROJECT","project":{"id":"10003"}}},'
            b'{"self":"{base}/rest/api/3/issuetype/10006","id":"10006","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318?size=medi'
            b'um","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel":0,'
            b'"entityId":"6fb58038-0a4b-59b1-9c14-e576b0ff87a8","scope":{"type":"PROJECT",'
            b'"project":{"id":"10003"}}}]}'
        ),
    ),
    Case(
        "types: of an issue",
        "in the project",
        seed=_projects,
        path="/rest/api/3/project/TEAM?expand=issueTypeHierarchy",
        status=200,
        body=(
            b'{"expand":"description,lead,issueTypes,url,projectKeys,permissions,insight",'
            b'"self":"{base}/rest/api/3/project/10003","id":"10003","key":"TEAM","name":"TEAM",'
            b'"avatarUrls":{"48x48":"{base}/secure/projectavatar?pid=10003&size=large",'
            b'"24x24":"{base}/secure/projectavatar?pid=10003&size=small",'
            b'"16x16":"{base}/secure/projectavatar?pid=10003&size=xsmall",'
            b'"32x32":"{base}/secure/projectavatar?pid=10003&size=medium"},'
            b'"projectTypeKey":"software","simplified":true,"style":"next-gen","isPrivate":false,'
            b'"properties":{},"description":"","lead":{"self":"{base}/rest/api/3/user?accountId=712020'
            b':00000000-0000-4000-8000-000000010000","accountId":"712020:00000000-0000-4000-8000-00000'
            b'0010000","accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},"components":[],'
            b'"issueTypes":[{"self":"{base}/rest/api/3/issuetype/10005","id":"10005","description":"",'
            b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10307?size=medi'
            b'um","name":"Epic","subtask":false,"avatarId":10307,"hierarchyLevel":1,'
            b'"entityId":"c19ef7b5-a4fb-55d8-ac4c-110d03d3426d","scope":{"type":"PROJECT",'
            b'"project":{"id":"10003"}}},{"self":"{base}/rest/api/3/issuetype/10006","id":"10006",'
            b'"description":"","iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avata'
            b'r/10318?size=medium","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel":0,'
            b'"entityId":"6fb58038-0a4b-59b1-9c14-e576b0ff87a8","scope":{"type":"PROJECT",'
            b'"project":{"id":"10003"}}}],"assigneeType":"UNASSIGNED","versions":[],'
            b'"roles":{"Developers":"{base}/rest/api/3/project/10003/role/10000",'
            b'"Administrators":"{base}/rest/api/3/project/10003/role/10001"},'
            b'"issueTypeHierarchy":{"levels":[{"name":"Epic","level":1,"hierarchyLevelNumber":1,'
            b'"issueTypeIds":[10005]},{"name":"Story","level":0,"hierarchyLevelNumber":0,'
            b'"issueTypeIds":[10006]},{"name":"Sub-task","level":-1,"hierarchyLevelNumber":-1,'
            b'"issueTypeIds":[]}]}}'
        ),
    ),
    Case(
        "types: of an issue",
        "statuses of each",
        seed=_projects,
        path="/rest/api/3/project/FEW/statuses",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/issuetype/10003","id":"10003","name":"Sub-task",'
            b'"subtask":true,"statuses":[{"self":"{base}/rest/api/3/status/10000","description":"",'
            b'"iconUrl":"{base}/images/icons/statuses/generic.png","name":"To Do","id":"10000",'
            b'"statusCategory":{"self":"{base}/rest/api/3/statuscategory/2","id":2,"key":"new",'
            b'"colorName":"blue-gray","name":"To Do"}},{"self":"{base}/rest/api/3/status/10001",'
            b'"description":"","iconUrl":"{base}/images/icons/statuses/generic.png","name":"In '
            b'Progress","id":"10001","statusCategory":{"self":"{base}/rest/api/3/statuscategory/4",'
            b'"id":4,"key":"indeterminate","colorName":"yellow","name":"In Progress"}},'
            b'{"self":"{base}/rest/api/3/status/10002","description":"",'
            b'"iconUrl":"{base}/images/icons/statuses/generic.png","name":"Done","id":"10002",'
            b'"statusCategory":{"self":"{base}/rest/api/3/statuscategory/3","id":3,"key":"done",'
            b'"colorName":"green","name":"Done"}}]},{"self":"{base}/rest/api/3/issuetype/10004",'
            b'"id":"10004","name":"Bug","subtask":false,'
            b'"statuses":[{"self":"{base}/rest/api/3/status/10000","description":"",'
            b'"iconUrl":"{base}/images/icons/statuses/generic.png","name":"To Do","id":"10000",'
            b'"statusCategory":{"self":"{base}/rest/api/3/statuscategory/2","id":2,"key":"new",'
            b'"colorName":"blue-gray","name":"To Do"}},{"self":"{base}/rest/api/3/status/10001",'
            b'"description":"","iconUrl":"{base}/images/icons/statuses/generic.png","name":"In '
            b'Progress","id":"10001","statusCategory":{"self":"{base}/rest/api/3/statuscategory/4",'
            b'"id":4,"key":"indeterminate","colorName":"yellow","name":"In Progress"}},'
            b'{"self":"{base}/rest/api/3/status/10002","description":"",'
            b'"iconUrl":"{base}/images/icons/statuses/generic.png","name":"Done","id":"10002",'
            b'"statusCategory":{"self":"{base}/rest/api/3/statuscategory/3","id":3,"key":"done",'
            b'"colorName":"green","name":"Done"}}]}]'
        ),
    ),
    Case(
        "types: of an issue",
        "by one that the project has not, in the metadata",
        seed=_projects,
        path="/rest/api/3/issue/createmeta/FEW/issuetypes/10002",
        status=404,
        body=b'{"errorMessages":["The issue type \'10002\' does not exist."],"errors":{}}',
    ),
    Case(
        "types: of an issue",
        "a new team-managed project",
        caller="admin",
        method="POST",
        path="/rest/api/3/project",
        sent={
            "key": "NEW",
            "name": "New",
            "leadAccountId": "712020:00000000-0000-4000-8000-000000010001",
            "projectTemplateKey": "com.pyxis.greenhopper.jira:gh-simplified-agility-kanban",
        },
        status=201,
        body=b'{"self":"{base}/rest/api/3/project/10002","id":10002,"key":"NEW"}',
        adds=(
            "issue type 10005: Epic, of the project 10002",
            "issue type 10006: Story, of the project 10002",
            "issue type 10007: Task, of the project 10002",
            "issue type 10008: Sub-task, of the project 10002",
            "issue type 10009: Bug, of the project 10002",
            "project 10002: NEW, New, led by alice",
        ),
    ),
    Case(
        "types: of an issue",
        "a team-managed project that goes",
        seed=_projects,
        caller="admin",
        method="DELETE",
        path="/rest/api/3/project/TEAM?enableUndo=false",
        status=204,
        content_type=None,
        body=b"",
        removes=(
            "issue type 10005: Epic, of the project 10003",
            "issue type 10006: Task, of the project 10003",
            "project 10003: TEAM, TEAM, led by admin",
        ),
    ),
    Case(
        "priorities: search",
        "all",
        path="/rest/api/3/priority/search",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/priority/search?maxResults=50&startAt=0","maxResults":50,'
            b'"startAt":0,"total":5,"isLast":true,"values":[{"self":"{base}/rest/api/3/priority/1",'
            b'"iconUrl":"{base}/images/icons/priorities/highest.svg","name":"Highest","id":"1",'
            b'"statusColor":"#d04437","description":"This problem will block progress.",'
            b'"isDefault":false},{"self":"{base}/rest/api/3/priority/2",'
            b'"iconUrl":"{base}/images/icons/priorities/high.svg","name":"High","id":"2",'
            b'"statusColor":"#f15C75","description":"Serious problem that could block progress.",'
            b'"isDefault":false},{"self":"{base}/rest/api/3/priority/3",'
            b'"iconUrl":"{base}/images/icons/priorities/medium.svg","name":"Medium","id":"3",'
            b'"statusColor":"#f79232","description":"Has the potential to affect progress.",'
            b'"isDefault":true},{"self":"{base}/rest/api/3/priority/4",'
            b'"iconUrl":"{base}/images/icons/priorities/low.svg","name":"Low","id":"4",'
            b'"statusColor":"#707070","description":"Minor problem or easily worked around.",'
            b'"isDefault":false},{"self":"{base}/rest/api/3/priority/5",'
            b'"iconUrl":"{base}/images/icons/priorities/lowest.svg","name":"Lowest","id":"5",'
            b'"statusColor":"#999999","description":"Trivial problem with little or no impact on '
            b'progress.","isDefault":false}]}'
        ),
    ),
    Case(
        "priorities: search",
        "by ids, a part, version 2",
        path="/rest/api/2/priority/search?id=1&id=3&id=99&maxResults=1",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/2/priority/search?id=1&id=3&id=99&maxResults=1&startAt=0",'
            b'"nextPage":"{base}/rest/api/2/priority/search?id=1&id=3&id=99&maxResults=1&startAt=1",'
            b'"maxResults":1,"startAt":0,"total":2,"isLast":false,'
            b'"values":[{"self":"{base}/rest/api/2/priority/1",'
            b'"iconUrl":"{base}/images/icons/priorities/highest.svg","name":"Highest","id":"1",'
            b'"statusColor":"#d04437","description":"This problem will block progress.",'
            b'"isDefault":false}]}'
        ),
    ),
    Case(
        "priorities: search",
        "by a part of the name",
        path="/rest/api/3/priority/search?priorityName=LOW&projectId=10000",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/priority/search?priorityName=LOW&projectId=10000&maxResults=5'
            b'0&startAt=0","maxResults":50,"startAt":0,"total":2,"isLast":true,'
            b'"values":[{"self":"{base}/rest/api/3/priority/4",'
            b'"iconUrl":"{base}/images/icons/priorities/low.svg","name":"Low","id":"4",'
            b'"statusColor":"#707070","description":"Minor problem or easily worked around.",'
            b'"isDefault":false},{"self":"{base}/rest/api/3/priority/5",'
            b'"iconUrl":"{base}/images/icons/priorities/lowest.svg","name":"Lowest","id":"5",'
            b'"statusColor":"#999999","description":"Trivial problem with little or no impact on '
            b'progress.","isDefault":false}]}'
        ),
    ),
    Case(
        "priorities: search",
        "the default",
        path="/rest/api/3/priority/search?onlyDefault=true",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/priority/search?onlyDefault=true&maxResults=50&startAt=0",'
            b'"maxResults":50,"startAt":0,"total":1,"isLast":true,'
            b'"values":[{"self":"{base}/rest/api/3/priority/3",'
            b'"iconUrl":"{base}/images/icons/priorities/medium.svg","name":"Medium","id":"3",'
            b'"statusColor":"#f79232","description":"Has the potential to affect progress.",'
            b'"isDefault":true}]}'
        ),
    ),
    Case(
        "priorities: search",
        "with schemes, which are not served",
        path="/rest/api/3/priority/search?expand=schemes",
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve expand of GET priority/search '
            b'(searchPriorities)."],"errors":{}}'
        ),
    ),
    Case(
        "priorities: search",
        "a part that is no number",
        path="/rest/api/3/priority/search?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert '
            b'\'startAt\' with value: \'x\'","instance":"/rest/api/3/priority/search"}'
        ),
    ),
    Case(
        "statuses: several",
        "by ids",
        path="/rest/api/3/statuses?id=10000&id=10002&id=99",
        status=200,
        body=(
            b'[{"id":"10000","name":"To Do","statusCategory":"TODO","scope":{"type":"GLOBAL"},'
            b'"description":""},{"id":"10002","name":"Done","statusCategory":"DONE",'
            b'"scope":{"type":"GLOBAL"},"description":""}]'
        ),
    ),
    Case(
        "statuses: several",
        "by ids, none",
        path="/rest/api/3/statuses",
        status=400,
        body=(b'{"errorMessages":["The number of statuses to return must be between 1 and 50."],"errors":{}}'),
    ),
    Case(
        "statuses: several",
        "by ids, too many",
        path="/rest/api/3/statuses?" + "&".join(f"id={number}" for number in range(51)),
        status=400,
        body=(b'{"errorMessages":["The number of statuses to return must be between 1 and 50."],"errors":{}}'),
    ),
    Case(
        "statuses: several",
        "by names, version 2",
        path="/rest/api/2/statuses/byNames?name=Done&name=Nope",
        status=200,
        body=(b'[{"id":"10002","name":"Done","statusCategory":"DONE","scope":{"type":"GLOBAL"},"description":""}]'),
    ),
    Case(
        "statuses: several",
        "by names, none",
        path="/rest/api/3/statuses/byNames",
        status=400,
        body=b'{"errorMessages":["The number of statuses to return must be between 1 and 50."],"errors":{}}',
    ),
    Case(
        "statuses: several",
        "by names, of a project",
        path="/rest/api/3/statuses/byNames?name=Done&projectId=10000",
        status=200,
        body=b"[]",
    ),
    Case(
        "statuses: several",
        "by names, of a team-managed project, which is not served",
        seed=_projects,
        path="/rest/api/3/statuses/byNames?name=Done&projectId=10003",
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve projectId of a team-managed project in '
            b'GET statuses/byNames (getStatusesByName)."],"errors":{}}'
        ),
    ),
    Case(
        "statuses: several",
        "search",
        path="/rest/api/3/statuses/search?maxResults=2",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/statuses/search?maxResults=2&startAt=0",'
            b'"nextPage":"{base}/rest/api/3/statuses/search?maxResults=2&startAt=2","maxResults":2,'
            b'"startAt":0,"total":3,"isLast":false,"values":[{"id":"10000","name":"To Do",'
            b'"statusCategory":"TODO","scope":{"type":"GLOBAL"},"description":""},{"id":"10001",'
            b'"name":"In Progress","statusCategory":"IN_PROGRESS","scope":{"type":"GLOBAL"},'
            b'"description":""}]}'
        ),
    ),
    Case(
        "statuses: several",
        "search by a part of the name and a category",
        path="/rest/api/3/statuses/search?searchString=PROG&statusCategory=IN_PROGRESS",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/statuses/search?searchString=PROG&statusCategory=IN_PROGRESS&'
            b'maxResults=200&startAt=0","maxResults":200,"startAt":0,"total":1,"isLast":true,'
            b'"values":[{"id":"10001","name":"In Progress","statusCategory":"IN_PROGRESS",'
            b'"scope":{"type":"GLOBAL"},"description":""}]}'
        ),
    ),
    Case(
        "statuses: several",
        "search, one without a category",
        seed=_odd_status,
        path="/rest/api/3/statuses/search?searchString=odd",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/statuses/search?searchString=odd&maxResults=200&startAt=0",'
            b'"maxResults":200,"startAt":0,"total":1,"isLast":true,"values":[{"id":"10003",'
            b'"name":"Odd","scope":{"type":"GLOBAL"},"description":""}]}'
        ),
    ),
    Case(
        "statuses: several",
        "search in a project, which has none of its own",
        path="/rest/api/3/statuses/search?projectId=10000",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/statuses/search?projectId=10000&maxResults=200&startAt=0",'
            b'"maxResults":200,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    Case(
        "statuses: several",
        "search in a team-managed project, which is not served",
        seed=_projects,
        path="/rest/api/3/statuses/search?projectId=10003",
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve projectId of a team-managed project in '
            b'GET statuses/search (search)."],"errors":{}}'
        ),
    ),
    Case(
        "statuses: several",
        "search in a hidden team-managed project",
        seed=_team_hidden,
        path="/rest/api/3/statuses/search?projectId=10003",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/statuses/search?projectId=10003&maxResults=200&startAt=0",'
            b'"maxResults":200,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    Case(
        "statuses: several",
        "search in what is no project",
        path="/rest/api/3/statuses/search?projectId=x",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/statuses/search?projectId=x&maxResults=200&startAt=0",'
            b'"maxResults":200,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    Case(
        "statuses: several",
        "search by too long a text",
        path=f"/rest/api/3/statuses/search?searchString={'x' * 256}",
        status=400,
        body=(b'{"errorMessages":["The search string must not be longer than 255 characters."],"errors":{}}'),
    ),
    Case(
        "statuses: several",
        "search by what is no category",
        path="/rest/api/3/statuses/search?statusCategory=Done",
        status=400,
        body=b'{"errorMessages":["The status category \'Done\' is invalid."],"errors":{}}',
    ),
    Case(
        "statuses: several",
        "by ids, no administrator",
        seed=_no_admin,
        path="/rest/api/3/statuses?id=10000",
        status=401,
        body=b'{"errorMessages":["You do not have permission to view statuses."],"errors":{}}',
    ),
    Case(
        "statuses: several",
        "search, no administrator",
        seed=_no_admin,
        path="/rest/api/3/statuses/search",
        status=401,
        body=b'{"errorMessages":["You do not have permission to view statuses."],"errors":{}}',
    ),
    Case(
        "statuses: several",
        "by names, anonymous",
        answers=DOCUMENTED,
        caller=None,
        path="/rest/api/3/statuses/byNames?name=Done",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=b"Client must be authenticated to access this resource.",
    ),
    Case(
        "fields: search",
        "custom ones",
        seed=_sized,
        path="/rest/api/3/field/search?type=custom&expand=key,isLocked,searcherKey",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/field/search?type=custom&expand=key%2CisLocked%2CsearcherKey&'
            b'maxResults=50&startAt=0","maxResults":50,"startAt":0,"total":2,"isLast":true,'
            b'"values":[{"id":"customfield_10000","name":"Size","schema":{"type":"number",'
            b'"custom":"com.atlassian.jira.plugin.system.customfieldtypes:float","customId":10000},'
            b'"description":"","key":"customfield_10000","isLocked":false,'
            b'"searcherKey":"com.atlassian.jira.plugin.system.customfieldtypes:exactnumber"},'
            b'{"id":"customfield_10001","name":"Notes","schema":{"type":"string",'
            b'"custom":"com.atlassian.jira.plugin.system.customfieldtypes:textarea","customId":10001},'
            b'"description":"","key":"customfield_10001","isLocked":false,'
            b'"searcherKey":"com.atlassian.jira.plugin.system.customfieldtypes:textsearcher"}]}'
        ),
    ),
    Case(
        "fields: search",
        "a part, by name from the end, version 2",
        path="/rest/api/2/field/search?type=system&query=date&orderBy=-name&maxResults=1",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/2/field/search?type=system&query=date&orderBy=-name&maxResults=1&startAt=0",'
            b'"nextPage":"{base}/rest/api/2/field/search?type=system&query=date&orderBy=-name&maxResults=1&startAt=1",'
            b'"maxResults":1,"startAt":0,"total":2,"isLast":false,"values":[{"id":"updated","name":"Updated",'
            b'"schema":{"type":"datetime","system":"updated"},"description":""}]}'
        ),
    ),
    Case(
        "fields: search",
        "by a text and ids",
        path="/rest/api/3/field/search?query=SUMM&id=summary&id=status",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/field/search?query=SUMM&id=summary&id=status&maxResults=50&st'
            b'artAt=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"id":"summary",'
            b'"name":"Summary","schema":{"type":"string","system":"summary"},"description":""}]}'
        ),
    ),
    Case(
        "fields: search",
        "by name",
        path="/rest/api/3/field/search?orderBy=%2Bname&query=stat&type=custom,system",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/field/search?orderBy=%2Bname&query=stat&type=custom%2Csystem&'
            b'maxResults=50&startAt=0","maxResults":50,"startAt":0,"total":3,"isLast":true,'
            b'"values":[{"id":"status","name":"Status","schema":{"type":"status","system":"status"},'
            b'"description":""},{"id":"statusCategory","name":"Status Category",'
            b'"schema":{"type":"statusCategory","system":"statusCategory"},"description":""},'
            b'{"id":"statuscategorychangedate","name":"Status Category Changed",'
            b'"schema":{"type":"datetime","system":"statuscategorychangedate"},"description":""}]}'
        ),
    ),
    Case(
        "fields: search",
        "in an order that there is none of",
        path="/rest/api/3/field/search?orderBy=id",
        status=400,
        body=(
            b'{"errorMessages":["The field to order by should be one of [contextsCount, lastUsed, '
            b'name, screensCount, projectsCount]. Instead, it was: id."],"errors":{}}'
        ),
    ),
    Case(
        "fields: search",
        "in an order that is not served",
        path="/rest/api/3/field/search?orderBy=lastUsed",
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve lastUsed of fields in GET field/search '
            b'(getFieldsPaginated)."],"errors":{}}'
        ),
    ),
    Case(
        "fields: search",
        "with what is not served",
        path="/rest/api/3/field/search?expand=key,screensCount",
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve screensCount of fields in GET '
            b'field/search (getFieldsPaginated)."],"errors":{}}'
        ),
    ),
    Case(
        "fields: make",
        "success",
        caller="admin",
        method="POST",
        path="/rest/api/3/field",
        sent={
            "name": "Size",
            "type": f"{OF_JIRA}float",
            "searcherKey": f"{OF_JIRA}exactnumber",
            "description": "How big",
        },
        status=201,
        body=(
            b'{"id":"customfield_10000","key":"customfield_10000","name":"Size","custom":true,'
            b'"orderable":true,"navigable":true,"searchable":true,"clauseNames":["cf[10000]","Size"],'
            b'"schema":{"type":"number","custom":"com.atlassian.jira.plugin.system.customfieldtypes:fl'
            b'oat","customId":10000}}'
        ),
        adds=("field customfield_10000: Size, float, 'How big', searched by exactnumber",),
    ),
    Case(
        "fields: make",
        "without a searcher, version 2",
        caller="admin",
        method="POST",
        path="/rest/api/2/field",
        sent={
            "name": " Size ",
            "type": f"{OF_JIRA}textfield",
        },
        status=201,
        body=(
            b'{"id":"customfield_10000","key":"customfield_10000","name":"Size","custom":true,'
            b'"orderable":true,"navigable":true,"searchable":false,"clauseNames":[],'
            b'"schema":{"type":"string","custom":"com.atlassian.jira.plugin.system.customfieldtypes:te'
            b'xtfield","customId":10000}}'
        ),
        adds=("field customfield_10000: Size, textfield, '', searched by None",),
    ),
    Case(
        "fields: make",
        "no administrator",
        method="POST",
        path="/rest/api/3/field",
        sent={
            "name": "Size",
            "type": f"{OF_JIRA}float",
            "searcherKey": f"{OF_JIRA}exactnumber",
            "description": "How big",
        },
        status=400,
        body=b'{"errorMessages":["You do not have permission to create custom fields."],"errors":{}}',
    ),
    Case(
        "fields: make",
        "of a type that is not served",
        caller="admin",
        method="POST",
        path="/rest/api/3/field",
        sent={
            "name": "Size",
            "type": f"{OF_JIRA}project",
            "searcherKey": f"{OF_JIRA}exactnumber",
            "description": "How big",
        },
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve the type '
            b"com.atlassian.jira.plugin.system.customfieldtypes:project in POST field "
            b'(createCustomField)."],"errors":{}}'
        ),
    ),
    Case(
        "fields: make",
        "nothing",
        caller="admin",
        method="POST",
        path="/rest/api/3/field",
        sent={},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"name":"The name must have 1 to 255 characters.",'
            b'"fieldType":"Invalid custom field type specified."}}'
        ),
    ),
    Case(
        "fields: make",
        "of no type, by too long a text",
        caller="admin",
        method="POST",
        path="/rest/api/3/field",
        sent={"name": "x" * 256, "type": "float", "description": "y" * 40_001},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"name":"The name must have 1 to 255 characters.",'
            b'"description":"The description must not be longer than 40000 characters.",'
            b'"fieldType":"Invalid custom field type specified."}}'
        ),
    ),
    Case(
        "fields: make",
        "searched as it cannot be",
        caller="admin",
        method="POST",
        path="/rest/api/3/field",
        sent={
            "name": "Size",
            "type": f"{OF_JIRA}float",
            "searcherKey": f"{OF_JIRA}textsearcher",
            "description": "How big",
        },
        status=400,
        body=b'{"errorMessages":[],"errors":{"searcherKey":"Invalid searcher key specified."}}',
    ),
    Case(
        "fields: make",
        "with what there is not",
        caller="admin",
        method="POST",
        path="/rest/api/3/field",
        sent={
            "name": "Size",
            "type": f"{OF_JIRA}float",
            "searcherKey": f"{OF_JIRA}exactnumber",
            "description": "How big",
            "size": 1,
        },
        status=400,
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    Case(
        "fields: make",
        "that is not on a screen yet",
        seed=_made,
        method="PUT",
        path="/rest/api/3/issue/PROJ-1",
        sent={"fields": {"customfield_10000": 1}},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"customfield_10000":"Field \'customfield_10000\' cannot be '
            b'set. It is not on the appropriate screen, or unknown."}}'
        ),
    ),
    Case(
        "fields: change",
        "success",
        seed=_sized,
        caller="admin",
        method="PUT",
        path="/rest/api/3/field/customfield_10000",
        sent={
            "name": "Bigness",
            "description": "How big",
            "searcherKey": f"{OF_JIRA}numberrange",
        },
        status=204,
        content_type=None,
        body=b"",
        adds=("field customfield_10000: Bigness, float, 'How big', searched by numberrange",),
        removes=("field customfield_10000: Size, float, '', searched by exactnumber",),
    ),
    Case(
        "fields: change",
        "nothing",
        seed=_sized,
        caller="admin",
        method="PUT",
        path="/rest/api/3/field/customfield_10000",
        sent={},
        status=204,
        content_type=None,
        body=b"",
    ),
    Case(
        "fields: change",
        "no administrator",
        seed=_sized,
        method="PUT",
        path="/rest/api/3/field/customfield_10000",
        sent={"name": "x"},
        status=403,
        body=(
            b'{"errorMessages":["You are not authorized to perform this action. Administrator '
            b'privileges are required."],"errors":{}}'
        ),
    ),
    Case(
        "fields: change",
        "unknown",
        caller="admin",
        method="PUT",
        path="/rest/api/3/field/customfield_10099",
        sent={"name": "x"},
        status=404,
        body=b'{"errorMessages":["The custom field was not found."],"errors":{}}',
    ),
    Case(
        "fields: change",
        "Jira's own",
        method="PUT",
        path="/rest/api/3/field/summary",
        sent={"name": "x"},
        status=403,
        body=(
            b'{"errorMessages":["You are not authorized to perform this action. Administrator '
            b'privileges are required."],"errors":{}}'
        ),
    ),
    Case(
        "fields: change",
        "to no name, searched as it cannot be",
        seed=_sized,
        caller="admin",
        method="PUT",
        path="/rest/api/3/field/customfield_10000",
        sent={"name": " ", "searcherKey": "numberrange"},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"name":"The name must have 1 to 255 characters.",'
            b'"searcherKey":"Invalid searcher key specified."}}'
        ),
    ),
    Case(
        "fields: change",
        "wrong type of a value",
        seed=_sized,
        caller="admin",
        method="PUT",
        path="/rest/api/3/field/customfield_10000",
        sent={"name": 1},
        status=400,
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    Case(
        "fields: change",
        "one of Jira Software's",
        seed=_planned,
        caller="admin",
        method="PUT",
        path="/rest/api/3/field/customfield_10020",
        sent={"name": "Iteration"},
        status=400,
        body=b'{"errorMessages":["The custom field \'customfield_10020\' is locked."],"errors":{}}',
    ),
    Case(
        "fields: delete",
        "one of Jira Software's",
        seed=_planned,
        caller="admin",
        method="DELETE",
        path="/rest/api/3/field/customfield_10020",
        status=400,
        body=b'{"errorMessages":["The custom field \'customfield_10020\' is locked."],"errors":{}}',
    ),
    Case(
        "fields: delete",
        "with its values",
        seed=_sized_issue,
        caller="admin",
        method="DELETE",
        path="/rest/api/3/field/customfield_10000",
        status=303,
        content_type=None,
        headers={"Location": "{base}/rest/api/3/task/10000"},
        body=b"",
        adds=("task 10000: Delete the field Size (COMPLETE, 100 %) of admin",),
        removes=("field customfield_10000: Size, float, '', searched by exactnumber",),
    ),
    *(
        Case(
            "fields: delete",
            what,
            seed=_sized,
            caller=caller,
            method="DELETE",
            path=f"/rest/api/3/field/{name}",
            status=status,
            body=body,
        )
        for what, caller, name, status, body in (
            (
                "no administrator",
                "alice",
                "customfield_10000",
                403,
                NOT_ADMIN,
            ),
            (
                "unknown",
                "admin",
                "customfield_10099",
                404,
                b'{"errorMessages":["The custom field was not found."],"errors":{}}',
            ),
            (
                "Jira's own",
                "admin",
                "summary",
                400,
                b'{"errorMessages":["The custom field ID \'summary\' is invalid."],"errors":{}}',
            ),
        )
    ),
)
