"""component and project/{projectIdOrKey}/component: components, and how many issues they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.literals import ADMIN, ALICE, CHALLENGE, INVALID_PAYLOAD, NOT_BY_ACCOUNT, UNAUTHENTICATED

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

COMPONENTS = "/rest/api/3/component"
ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
ADMIN_ID = "712020:00000000-0000-4000-8000-000000010000"


def _some(jira: FakeJira) -> None:
    jira.add_component("Search", project="PROJ", description="Finds", lead="alice", assignee_type="COMPONENT_LEAD")
    jira.add_component("editor", project="PROJ", assignee_type="PROJECT_LEAD")
    jira.add_component("Paper", project="OTHER")
    jira.add_issue("PROJ-7", components=["Search", "editor"])
    jira.add_issue("PROJ-8", components=["Search"])
    jira.add_issue("PROJ-9", components=["Search"], visible_to=[])


def _unassignable(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("ASSIGNABLE_USER", "alice")


def _led_project(jira: FakeJira) -> None:
    _some(jira)
    body = {"assigneeType": "PROJECT_LEAD"}
    assert jira.client().put("/rest/api/3/project/PROJ", json=body, auth=jira.auth).status_code == 200


def _no_admin(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("ADMINISTER_PROJECTS")
    jira.deny("ADMINISTER")


def _hidden(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _public(jira: FakeJira) -> None:
    _some(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


def _wrong(name: bytes, text: bytes) -> bytes:
    return b'{"errorMessages":[],"errors":{"%b":"%b"}}' % (name, text)


CASES = (
    Case(
        "components: list",
        "by name",
        seed=_some,
        path="/rest/api/3/project/PROJ/components",
        status=200,
        body=(
            (
                b'[{"self":"{base}/rest/api/3/component/10001","id":"10001","name":"editor","assigneeType":"PROJE'
                b'CT_LEAD","assignee":'
            )
            + ADMIN
            + b',"realAssigneeType":"PROJECT_LEAD","realAssignee":'
            + ADMIN
            + (
                b',"isAssigneeTypeValid":true,"project":"PROJ","projectId":10000},{"self":"{base}/rest/api/3/comp'
                b'onent/10000","id":"10000","name":"Search","description":"Finds","lead":'
            )
            + ALICE
            + b',"assigneeType":"COMPONENT_LEAD","assignee":'
            + ALICE
            + b',"realAssigneeType":"COMPONENT_LEAD","realAssignee":'
            + ALICE
            + b',"isAssigneeTypeValid":true,"project":"PROJ","projectId":10000}]'
        ),
    ),
    Case(
        "components: list",
        "none",
        path="/rest/api/2/project/PROJ/components",
        status=200,
        body=b"[]",
    ),
    Case(
        "components: list",
        "page, with the number of issues that are seen",
        seed=_some,
        path="/rest/api/3/project/PROJ/component?maxResults=1&orderBy=-issueCount",
        status=200,
        body=(
            (
                b'{"self":"{base}/rest/api/3/project/PROJ/component?orderBy=-issueCount&maxResults=1&startAt=0","'
                b'nextPage":"{base}/rest/api/3/project/PROJ/component?orderBy=-issueCount&maxResults=1&startAt=1"'
                b',"maxResults":1,"startAt":0,"total":2,"isLast":false,"values":[{"self":"{base}/rest/api/3/compo'
                b'nent/10000","id":"10000","name":"Search","description":"Finds","lead":'
            )
            + ALICE
            + b',"assigneeType":"COMPONENT_LEAD","assignee":'
            + ALICE
            + b',"realAssigneeType":"COMPONENT_LEAD","realAssignee":'
            + ALICE
            + b',"isAssigneeTypeValid":true,"project":"PROJ","projectId":10000,"issueCount":2}]}'
        ),
    ),
    Case(
        "components: list",
        "page of a query",
        seed=_some,
        path="/rest/api/3/project/PROJ/component?query=EDIT&orderBy=lead",
        status=200,
        body=(
            (
                b'{"self":"{base}/rest/api/3/project/PROJ/component?query=EDIT&orderBy=lead&maxResults=50&startAt'
                b'=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"self":"{base}/rest/api/3/co'
                b'mponent/10001","id":"10001","name":"editor","assigneeType":"PROJECT_LEAD","assignee":'
            )
            + ADMIN
            + b',"realAssigneeType":"PROJECT_LEAD","realAssignee":'
            + ADMIN
            + b',"isAssigneeTypeValid":true,"project":"PROJ","projectId":10000,"issueCount":1}]}'
        ),
    ),
    Case(
        "components: list",
        "of several projects",
        seed=_some,
        path=f"{COMPONENTS}?projectIdsOrKeys=PROJ&projectIdsOrKeys=10001&orderBy=-description",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/component?projectIdsOrKeys=PROJ&projectIdsOrKeys=10001&orderBy=-desc'
            b'ription&maxResults=50&startAt=0","maxResults":50,"startAt":0,"total":3,"isLast":true,"values":['
            b'{"self":"{base}/rest/api/3/component/10000","id":"10000","name":"Search","description":"Finds"}'
            b',{"self":"{base}/rest/api/3/component/10001","id":"10001","name":"editor"},{"self":"{base}/rest'
            b'/api/3/component/10002","id":"10002","name":"Paper"}]}'
        ),
    ),
    Case(
        "components: list",
        "of all projects, anonymous",
        seed=_public,
        caller=None,
        path=f"{COMPONENTS}?maxResults=2",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/component?maxResults=2&startAt=0","nextPage":"{base}/rest/api/3/comp'
            b'onent?maxResults=2&startAt=2","maxResults":2,"startAt":0,"total":3,"isLast":false,"values":[{"s'
            b'elf":"{base}/rest/api/3/component/10001","id":"10001","name":"editor"},{"self":"{base}/rest/api'
            b'/3/component/10002","id":"10002","name":"Paper"}]}'
        ),
    ),
    Case(
        "components: list",
        "of a project, with all else",
        seed=_some,
        path="/rest/api/3/project/OTHER",
        status=200,
        body=(
            (
                b'{"expand":"description,lead,issueTypes,url,projectKeys,permissions,insight","self":"{base}/rest'
                b'/api/3/project/10001","id":"10001","key":"OTHER","name":"OTHER","avatarUrls":{"48x48":"{base}/s'
                b'ecure/projectavatar?pid=10001&size=large","24x24":"{base}/secure/projectavatar?pid=10001&size=s'
                b'mall","16x16":"{base}/secure/projectavatar?pid=10001&size=xsmall","32x32":"{base}/secure/projec'
                b'tavatar?pid=10001&size=medium"},"projectTypeKey":"software","simplified":false,"style":"classic'
                b'","isPrivate":false,"properties":{},"description":"","lead":'
            )
            + ADMIN
            + (
                b',"components":[{"self":"{base}/rest/api/3/component/10002","id":"10002","name":"Paper","assigne'
                b'eType":"PROJECT_DEFAULT","realAssigneeType":"PROJECT_DEFAULT","isAssigneeTypeValid":true,"proje'
                b'ct":"OTHER","projectId":10001}],"issueTypes":[{"self":"{base}/rest/api/3/issuetype/10000","id":'
                b'"10000","description":"","iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avat'
                b'ar/10307?size=medium","name":"Epic","subtask":false,"avatarId":10307,"hierarchyLevel":1},{"self'
                b'":"{base}/rest/api/3/issuetype/10001","id":"10001","description":"","iconUrl":"{base}/rest/api/'
                b'2/universal_avatar/view/type/issuetype/avatar/10315?size=medium","name":"Story","subtask":false'
                b',"avatarId":10315,"hierarchyLevel":0},{"self":"{base}/rest/api/3/issuetype/10002","id":"10002",'
                b'"description":"","iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318'
                b'?size=medium","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel":0},{"self":"{base'
                b'}/rest/api/3/issuetype/10003","id":"10003","description":"","iconUrl":"{base}/rest/api/2/univer'
                b'sal_avatar/view/type/issuetype/avatar/10316?size=medium","name":"Sub-task","subtask":true,"avat'
                b'arId":10316,"hierarchyLevel":-1},{"self":"{base}/rest/api/3/issuetype/10004","id":"10004","desc'
                b'ription":"","iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10303?size'
                b'=medium","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0}],"assigneeType":"UNA'
                b'SSIGNED","versions":[],"roles":{"Developers":"{base}/rest/api/3/project/10001/role/10000","Admi'
                b'nistrators":"{base}/rest/api/3/project/10001/role/10001"}}'
            )
        ),
    ),
    Case(
        "components: one",
        seed=_some,
        path=f"{COMPONENTS}/10000",
        status=200,
        body=(
            (b'{"self":"{base}/rest/api/3/component/10000","id":"10000","name":"Search","description":"Finds","lead":')
            + ALICE
            + b',"assigneeType":"COMPONENT_LEAD","assignee":'
            + ALICE
            + b',"realAssigneeType":"COMPONENT_LEAD","realAssignee":'
            + ALICE
            + b',"isAssigneeTypeValid":true,"project":"PROJ","projectId":10000}'
        ),
    ),
    Case(
        "components: one",
        "whose lead may not be assigned, so that the project decides",
        seed=_unassignable,
        path=f"{COMPONENTS}/10000",
        status=200,
        body=(
            (b'{"self":"{base}/rest/api/3/component/10000","id":"10000","name":"Search","description":"Finds","lead":')
            + ALICE
            + b',"assigneeType":"COMPONENT_LEAD","assignee":'
            + ALICE
            + (b',"realAssigneeType":"PROJECT_DEFAULT","isAssigneeTypeValid":false,"project":"PROJ","projectId":10000}')
        ),
    ),
    Case(
        "components: one",
        "version 2, of a project whose lead gets what nobody gets",
        seed=_led_project,
        path="/rest/api/2/component/10002",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/2/component/10002","id":"10002","name":"Paper","assigneeType":"PROJECT'
            b'_DEFAULT","realAssigneeType":"PROJECT_DEFAULT","isAssigneeTypeValid":true,"project":"OTHER","pr'
            b'ojectId":10001}'
        ),
    ),
    Case(
        "components: make",
        "least",
        seed=_some,
        method="POST",
        path=COMPONENTS,
        sent={"name": "UI", "project": "PROJ"},
        status=201,
        body=(
            b'{"self":"{base}/rest/api/3/component/10003","id":"10003","name":"UI","assigneeType":"PROJECT_DE'
            b'FAULT","realAssigneeType":"PROJECT_DEFAULT","isAssigneeTypeValid":true,"project":"PROJ","projec'
            b'tId":10000}'
        ),
        adds=("component 10003: PROJ UI, PROJECT_DEFAULT", "components of PROJ: 10001, 10000, 10003"),
        removes=("components of PROJ: 10001, 10000",),
    ),
    Case(
        "components: make",
        "all, as a client sends what it got",
        seed=_some,
        method="POST",
        path=COMPONENTS,
        sent={
            "name": " UI ",
            "projectId": 10000,
            "description": "What is seen",
            "leadAccountId": ALICE_ID,
            "assigneeType": "UNASSIGNED",
            "isAssigneeTypeValid": False,
            "lead": {"accountId": ADMIN_ID},
            "id": 7,
            "self": "x",
        },
        status=201,
        body=(
            (
                b'{"self":"{base}/rest/api/3/component/10003","id":"10003","name":"UI","description":"What is see'
                b'n","lead":'
            )
            + ALICE
            + (
                b',"assigneeType":"UNASSIGNED","realAssigneeType":"UNASSIGNED","isAssigneeTypeValid":true,"projec'
                b't":"PROJ","projectId":10000}'
            )
        ),
        adds=("component 10003: PROJ UI, UNASSIGNED, led by alice", "components of PROJ: 10001, 10000, 10003"),
        removes=("components of PROJ: 10001, 10000",),
    ),
    Case(
        "components: make without a project, or in one that may not be administered",
        "none",
        seed=_some,
        method="POST",
        path=COMPONENTS,
        sent={"name": "UI"},
        status=400,
        body=_told(b"Project must be specified to create a component."),
    ),
    Case(
        "components: make without a project, or in one that may not be administered",
        "unknown",
        seed=_some,
        method="POST",
        path=COMPONENTS,
        sent={"name": "UI", "project": "NOPE"},
        status=404,
        body=_told(b"No project could be found with key 'NOPE'."),
    ),
    Case(
        "components: make without a project, or in one that may not be administered",
        "hidden",
        seed=_hidden,
        method="POST",
        path=COMPONENTS,
        sent={"name": "UI", "project": "PROJ"},
        status=404,
        body=_told(b"No project could be found with key 'PROJ'."),
    ),
    Case(
        "components: make without a project, or in one that may not be administered",
        "no administrator",
        seed=_no_admin,
        method="POST",
        path=COMPONENTS,
        sent={"name": "UI", "project": "PROJ"},
        status=403,
        body=_told(b"You cannot edit the configuration of this project."),
    ),
    Case(
        "components: make without a project, or in one that may not be administered",
        "anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="POST",
        path=COMPONENTS,
        sent={"name": "UI", "project": "PROJ"},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "components: what no component can be",
        "without a name",
        seed=_some,
        method="POST",
        path=COMPONENTS,
        sent={"project": "PROJ", "name": " "},
        status=400,
        body=_wrong(b"name", b"The component name must be specified."),
    ),
    Case(
        "components: what no component can be",
        "name too long, lead unknown",
        seed=_some,
        method="POST",
        path=COMPONENTS,
        sent={"project": "PROJ", "name": "x" * 256, "leadAccountId": "nobody"},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"name":"The component name must not exceed 255 characters.",'
            b'"leadAccountId":"The user \'nobody\' does not exist."}}'
        ),
    ),
    Case(
        "components: what no component can be",
        "name taken, in another case",
        seed=_some,
        method="POST",
        path=COMPONENTS,
        sent={"project": "PROJ", "name": "SEARCH"},
        status=400,
        body=_wrong(b"name", b"A component with the name Search already exists in this project."),
    ),
    Case(
        "components: what no component can be",
        "with another's name",
        seed=_some,
        method="PUT",
        path=f"{COMPONENTS}/10000",
        sent={"name": "Editor"},
        status=400,
        body=_wrong(b"name", b"A component with the name editor already exists in this project."),
    ),
    Case(
        "components: what no component can be",
        "without a name any more",
        seed=_some,
        method="PUT",
        path=f"{COMPONENTS}/10000",
        sent={"name": ""},
        status=400,
        body=_wrong(b"name", b"The component name must be specified."),
    ),
    Case(
        "components: what no component can be",
        "led by somebody who goes by name",
        seed=_some,
        method="POST",
        path=COMPONENTS,
        sent={"project": "PROJ", "name": "UI", "leadUserName": "alice"},
        status=400,
        body=NOT_BY_ACCOUNT,
    ),
    Case(
        "components: what no component can be",
        "of no type of assignee",
        seed=_some,
        method="PUT",
        path=f"{COMPONENTS}/10000",
        sent={"assigneeType": "NOBODY"},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "components: change",
        "name and type of assignee, of the project's lead",
        seed=_some,
        method="PUT",
        path=f"{COMPONENTS}/10000",
        sent={"name": "Zearch", "description": "", "assigneeType": "PROJECT_LEAD"},
        status=200,
        body=(
            (b'{"self":"{base}/rest/api/3/component/10000","id":"10000","name":"Zearch","description":"","lead":')
            + ALICE
            + b',"assigneeType":"PROJECT_LEAD","assignee":'
            + ADMIN
            + b',"realAssigneeType":"PROJECT_LEAD","realAssignee":'
            + ADMIN
            + b',"isAssigneeTypeValid":true,"project":"PROJ","projectId":10000}'
        ),
        adds=("component 10000: PROJ Zearch, PROJECT_LEAD, led by alice",),
        removes=("component 10000: PROJ Search, COMPONENT_LEAD, led by alice",),
    ),
    Case(
        "components: change",
        "its lead is taken away",
        seed=_some,
        method="PUT",
        path=f"{COMPONENTS}/10000",
        sent={"leadAccountId": ""},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/component/10000","id":"10000","name":"Search","description":"Finds",'
            b'"assigneeType":"COMPONENT_LEAD","realAssigneeType":"PROJECT_DEFAULT","isAssigneeTypeValid":fals'
            b'e,"project":"PROJ","projectId":10000}'
        ),
        adds=("component 10000: PROJ Search, COMPONENT_LEAD",),
        removes=("component 10000: PROJ Search, COMPONENT_LEAD, led by alice",),
    ),
    Case(
        "components: change",
        "nothing",
        seed=_some,
        method="PUT",
        path=f"{COMPONENTS}/10001",
        sent={},
        status=200,
        body=(
            (
                b'{"self":"{base}/rest/api/3/component/10001","id":"10001","name":"editor","assigneeType":"PROJEC'
                b'T_LEAD","assignee":'
            )
            + ADMIN
            + b',"realAssigneeType":"PROJECT_LEAD","realAssignee":'
            + ADMIN
            + b',"isAssigneeTypeValid":true,"project":"PROJ","projectId":10000}'
        ),
    ),
    Case(
        "components: delete",
        "issues have it no longer",
        seed=_some,
        method="DELETE",
        path=f"{COMPONENTS}/10000",
        status=204,
        content_type=None,
        body=b"",
        adds=("components of PROJ: 10001",),
        removes=("component 10000: PROJ Search, COMPONENT_LEAD, led by alice", "components of PROJ: 10001, 10000"),
        updates=("PROJ-7", "PROJ-8", "PROJ-9"),
    ),
    Case(
        "components: delete",
        "issues get another",
        seed=_some,
        method="DELETE",
        path=f"{COMPONENTS}/10000?moveIssuesTo=10001",
        status=204,
        content_type=None,
        body=b"",
        adds=("components of PROJ: 10001",),
        removes=("component 10000: PROJ Search, COMPONENT_LEAD, led by alice", "components of PROJ: 10001, 10000"),
        updates=("PROJ-7", "PROJ-8", "PROJ-9"),
    ),
    Case(
        "components: delete",
        "issues to get another project's",
        seed=_some,
        method="DELETE",
        path=f"{COMPONENTS}/10000?moveIssuesTo=10002",
        status=404,
        body=_told(b"The component with id 10002 does not exist."),
    ),
    Case(
        "components: delete",
        "issues to get the same",
        seed=_some,
        method="DELETE",
        path=f"{COMPONENTS}/10000?moveIssuesTo=10000",
        status=404,
        body=_told(b"The component with id 10000 does not exist."),
    ),
    Case(
        "components: delete",
        "issues to get what is no id",
        seed=_some,
        method="DELETE",
        path=f"{COMPONENTS}/10000?moveIssuesTo=x",
        status=404,
        body=_told(b"The component with id x does not exist."),
    ),
    Case(
        "components: no administrator",
        "changes one",
        seed=_no_admin,
        method="PUT",
        path=f"{COMPONENTS}/10000",
        sent={"name": "UI"},
        status=403,
        body=_told(b"You cannot edit the configuration of this project."),
    ),
    Case(
        "components: no administrator",
        "deletes one",
        seed=_no_admin,
        method="DELETE",
        path=f"{COMPONENTS}/10000",
        status=403,
        body=_told(b"The user alice does not have permission to complete this operation."),
    ),
    Case(
        "components: no administrator",
        "deletes one, anonymous",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="DELETE",
        path=f"{COMPONENTS}/10000",
        status=403,
        body=_told(b"The user anonymous does not have permission to complete this operation."),
    ),
    Case(
        "components: no administrator",
        "deletes one, anonymous, documented",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="DELETE",
        path=f"{COMPONENTS}/10000",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    *(
        Case(
            "components: unknown or unseen",
            f"{method} {of}{below}",
            seed=seed,
            method=method,
            path=f"{COMPONENTS}/{number}{below}",
            sent=sent,
            status=404,
            body=_told(b"The component with id %b does not exist." % number.encode()),
        )
        for of, number, seed in (("unknown", "77", _some), ("no number", "x", _some), ("hidden", "10000", _hidden))
        for method, below, sent in (
            ("GET", "", None),
            ("GET", "/relatedIssueCounts", None),
            ("PUT", "", {}),
            ("DELETE", "", None),
        )
    ),
    *(
        Case(
            "components: unknown or unseen",
            f"{path}, of an unknown project",
            path=f"/rest/api/3/{path}",
            status=404,
            body=_told(b"No project could be found with key 'NOPE'."),
        )
        for path in ("project/NOPE/component", "project/NOPE/components", "component?projectIdsOrKeys=PROJ,NOPE")
    ),
    Case(
        "components: count issues",
        "those that are seen",
        seed=_some,
        path=f"{COMPONENTS}/10000/relatedIssueCounts",
        status=200,
        body=b'{"self":"{base}/rest/api/3/component/10000","issueCount":2}',
    ),
    Case(
        "components: of an issue",
        "read, by name",
        seed=_some,
        path="/rest/api/3/issue/PROJ-7?fields=components",
        status=200,
        body=(
            b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
            b'"id":"10003","self":"{base}/rest/api/3/issue/10003","key":"PROJ-7","fields":{"components":[{"se'
            b'lf":"{base}/rest/api/3/component/10001","id":"10001","name":"editor"},{"self":"{base}/rest/api/'
            b'3/component/10000","id":"10000","name":"Search","description":"Finds"}]}}'
        ),
    ),
    Case(
        "components: of an issue",
        "set by name and id",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-1",
        sent={"fields": {"components": [{"name": "editor"}, {"id": "10000"}]}},
        status=204,
        content_type=None,
        body=b"",
        updates=("PROJ-1",),
    ),
    Case(
        "components: of an issue",
        "added and removed",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-8",
        sent={"update": {"components": [{"add": {"name": "editor"}}, {"remove": {"name": "Search"}}]}},
        status=204,
        content_type=None,
        body=b"",
        updates=("PROJ-8",),
    ),
    Case(
        "components: what an issue cannot have",
        "unknown name",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"components": [{"name": "7"}]}},
        status=400,
        body=_wrong(b"components", b"Component name '7' is not valid"),
    ),
    Case(
        "components: what an issue cannot have",
        "another project's, by id",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"components": [{"id": "10002"}]}},
        status=400,
        body=_wrong(b"components", b"Component id '10002' is not valid"),
    ),
    Case(
        "components: what an issue cannot have",
        "no list",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"components": "Search"}},
        status=400,
        body=_wrong(b"components", b"data was not an array"),
    ),
)
