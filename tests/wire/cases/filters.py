"""filter: filters, their columns and shares, and the clause of JQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, PROBLEM, Case
from tests.wire.literals import (
    ADMIN,
    ALICE,
    BOARD,
    CHALLENGE,
    INVALID_PAYLOAD,
    NOT_BY_ACCOUNT,
    OTHER_IN_LIST,
    PROJ_IN_LIST,
    STAFF,
    UNAUTHENTICATED,
    in_version_2,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

FILTERS = "/rest/api/3/filter"
ADMIN_ID = "712020:00000000-0000-4000-8000-000000010000"
ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
GONE = (
    b'{"errorMessages":["The selected filter is not available to you, perhaps it has been deleted'
    b' or had its permissions changed."],"errors":{}}'
)


def _some(jira: FakeJira) -> None:
    jira.add_filter("Bugs", "type = Bug ORDER BY key", owner="alice", description="All of them", favourite_of=["admin"])
    jira.add_filter("Private", "project = PROJ", favourite_of=["alice"])
    jira.add_filter("Ours", "project = PROJ", shared_with=[jira.project("PROJ"), "staff", jira.default_user])
    jira.add_filter("Open bugs", "filter = Bugs AND resolution IS EMPTY", owner="alice", shared_with=["staff"])
    jira.add_filter("Other", "project = OTHER", shared_with=["staff", jira.project("OTHER")], favourite_of=["alice"])


def _some_of_a_role(jira: FakeJira) -> None:
    from jira_linkfake import ANYONE  # here, so that the cases load nothing of ours

    _some(jira)
    role = jira.site.people.roles["PROJ", "Developers"]
    jira.add_filter("Mine", "project = PROJ", shared_with=[role])
    jira.add_filter("Everybody's", "project = PROJ", shared_with=[ANYONE])


def _hidden_project(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def _no_sharing(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("CREATE_SHARED_OBJECTS")


def _with_columns(jira: FakeJira) -> None:
    _some(jira)
    assert _as(jira, "alice", "PUT", "filter/10000/columns", {"columns": ["summary", "status"]}) == 200


def _edited_by_staff(jira: FakeJira) -> None:
    _some(jira)
    editors = [{"type": "group", "group": {"name": "staff"}}]
    assert _as(jira, "admin", "PUT", "filter/10001", {"name": "Private", "editPermissions": editors}) == 200


def _global_by_default(jira: FakeJira) -> None:
    _some(jira)
    assert _as(jira, "alice", "PUT", "filter/defaultShareScope", {"scope": "GLOBAL"}) == 200


def _signed_in_by_default(jira: FakeJira) -> None:
    """Let alice share new filters with every signed-in user, and make one."""
    _some(jira)
    assert _as(jira, "alice", "PUT", "filter/defaultShareScope", {"scope": "AUTHENTICATED"}) == 200
    assert _as(jira, "alice", "POST", "filter", {"name": "First"}) == 200


def _global_by_default_without_sharing(jira: FakeJira) -> None:
    _global_by_default(jira)
    jira.deny("CREATE_SHARED_OBJECTS")


def _both_have_bugs(jira: FakeJira) -> None:
    _some(jira)
    jira.add_filter("bugs", "project = OTHER")


def _in_a_circle(jira: FakeJira) -> None:
    jira.add_filter("One", "project = PROJ", owner="alice")
    jira.add_filter("Two", "filter = One", owner="alice")


def _as(jira: FakeJira, name: str, method: str, path: str, body: object) -> int:
    auth = (f"{name}@example.com", f"{name}-token")
    status: int = jira.client().open(f"/rest/api/3/{path}", method=method, json=body, auth=auth).status_code
    return status


CASES = (
    Case(
        "filters: make",
        "private",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "New", "description": "Fresh", "jql": "project = PROJ"},
        status=200,
        body=(b'{"self":"{base}/rest/api/3/filter/10005","id":"10005","name":"New","description":"Fresh","owner":')
        + ALICE
        + (
            b',"jql":"project = PROJ","viewUrl":"{base}/issues/?filter=10005","searchUrl":"{base}/rest/api/3/s'
            b'earch?jql=project%20%3D%20PROJ","favourite":false,"favouritedCount":0,"sharePermissions":[],"edi'
            b'tPermissions":[],"sharedUsers":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-inde'
            b'x":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index":0}}'
        ),
        adds=("filter 10005 of alice: New (project = PROJ), 'Fresh'",),
    ),
    Case(
        "filters: make",
        "favourite, shared, with editors",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter?expand=sharedUsers,subscriptions",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "favourite": True,
            "sharePermissions": [
                {"type": "group", "group": {"name": "staff"}},
                {"type": "project", "project": {"id": 10000}},
                {"type": "project", "project": {"id": "10000"}, "role": {"id": 10000}},
                {"type": "user", "user": {"accountId": "712020:00000000-0000-4000-8000-000000010000"}},
                {"type": "user", "user": {"accountId": "712020:00000000-0000-4000-8000-000000010000"}},
            ],
            "editPermissions": [{"type": "group", "group": {"groupId": "00000000-0000-4000-9000-000000010001"}}],
        },
        status=200,
        body=(b'{"self":"{base}/rest/api/3/filter/10005","id":"10005","name":"New","description":"Fresh","owner":')
        + ALICE
        + (
            b',"jql":"project = PROJ","viewUrl":"{base}/issues/?filter=10005","searchUrl":"{base}/rest/api/3/s'
            b'earch?jql=project%20%3D%20PROJ","favourite":true,"favouritedCount":1,"sharePermissions":[{"id":1'
            b'0006,"type":"group","group":'
        )
        + STAFF
        + b'},{"id":10007,"type":"project","project":'
        + PROJ_IN_LIST
        + b'},{"id":10008,"type":"projectRole","project":'
        + PROJ_IN_LIST
        + (
            b',"role":{"self":"{base}/rest/api/3/project/10000/role/10000","name":"Developers","id":10000,"des'
            b'cription":""}},{"id":10009,"type":"user","user":{"self":"{base}/rest/api/3/user?accountId=712020'
            b':00000000-0000-4000-8000-000000010000","accountId":"712020:00000000-0000-4000-8000-000000010000"'
            b',"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-00000001'
            b'0000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000'
            b'010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0000'
            b'00010000&size=xsmall","32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=medium"},"displayName":"admin","active":true}}],"editPermissions":[{"id":10010,'
            b'"type":"group","group":'
        )
        + BOARD
        + b'}],"sharedUsers":{"size":2,"items":['
        + ADMIN
        + b","
        + ALICE
        + (
            b'],"max-results":1000,"start-index":0,"end-index":2},"subscriptions":{"size":0,"items":[],"max-re'
            b'sults":1000,"start-index":0,"end-index":0}}'
        ),
        adds=(
            "favourite of 712020:00000000-0000-4000-8000-000000010001: filter 10005",
            "filter 10005 is shared with group: group staff",
            "filter 10005 is shared with project: 10000",
            "filter 10005 is shared with projectRole: role Developers in PROJ",
            "filter 10005 is shared with user: admin",
            "filter 10005 may be edited by group: group board",
            "filter 10005 of alice: New (project = PROJ), 'Fresh'",
        ),
    ),
    Case(
        "filters: make",
        "as the caller shares new ones",
        seed=_global_by_default,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "New"},
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10005","id":"10005","name":"New","description":"","owner":'
        + ALICE
        + (
            b',"jql":"","viewUrl":"{base}/issues/?filter=10005","searchUrl":"{base}/rest/api/3/search?jql=","f'
            b'avourite":false,"favouritedCount":0,"sharePermissions":[{"id":10006,"type":"global"}],"editPermi'
            b'ssions":[],"sharedUsers":{"size":2,"items":[],"max-results":1000,"start-index":0,"end-index":0},'
            b'"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index":0}}'
        ),
        adds=(
            "filter 10005 is shared with global: None",
            "filter 10005 of alice: New (), ''",
        ),
    ),
    Case(
        "filters: make",
        "as the caller shares new ones, with who is signed in",
        seed=_signed_in_by_default,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": 255 * "x"},
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10006","id":"10006","name":"'
        + 255 * b"x"
        + b'","description":"","owner":'
        + ALICE
        + (
            b',"jql":"","viewUrl":"{base}/issues/?filter=10006","searchUrl":"{base}/rest/api/3/search?jql=","f'
            b'avourite":false,"favouritedCount":0,"sharePermissions":[{"id":10007,"type":"loggedin"}],"editPer'
            b'missions":[],"sharedUsers":{"size":2,"items":[],"max-results":1000,"start-index":0,"end-index":0'
            b'},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index":0}}'
        ),
        adds=("filter 10006 is shared with loggedin: None", f"filter 10006 of alice: {255 * 'x'} (), ''"),
    ),
    Case(
        "filters: make",
        "as the caller shares new ones, and may not",
        seed=_global_by_default_without_sharing,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "New"},
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10005","id":"10005","name":"New","description":"","owner":'
        + ALICE
        + (
            b',"jql":"","viewUrl":"{base}/issues/?filter=10005","searchUrl":"{base}/rest/api/3/search?jql=","f'
            b'avourite":false,"favouritedCount":0,"sharePermissions":[],"editPermissions":[],"sharedUsers":{"s'
            b'ize":0,"items":[],"max-results":1000,"start-index":0,"end-index":0},"subscriptions":{"size":0,"i'
            b'tems":[],"max-results":1000,"start-index":0,"end-index":0}}'
        ),
        adds=("filter 10005 of alice: New (), ''",),
    ),
    Case(
        "filters: make",
        "as clients send back what they got, in version 2",
        seed=_some,
        method="POST",
        path="/rest/api/2/filter",
        sent={
            "name": " New ",
            "jql": "",
            "self": "x",
            "id": "7",
            "owner": {},
            "viewUrl": "",
            "searchUrl": "",
            "favouritedCount": 0,
            "sharedUsers": {},
            "subscriptions": {},
            "approximateLastUsed": None,
        },
        status=200,
        body=b'{"self":"{base}/rest/api/2/filter/10005","id":"10005","name":"New","description":"","owner":'
        + in_version_2(ALICE)
        + (
            b',"jql":"","viewUrl":"{base}/issues/?filter=10005","searchUrl":"{base}/rest/api/2/search?jql=","f'
            b'avourite":false,"favouritedCount":0,"sharePermissions":[],"editPermissions":[],"sharedUsers":{"s'
            b'ize":0,"items":[],"max-results":1000,"start-index":0,"end-index":0},"subscriptions":{"size":0,"i'
            b'tems":[],"max-results":1000,"start-index":0,"end-index":0}}'
        ),
        adds=("filter 10005 of alice: New (), ''",),
    ),
    Case(
        "filters: make",
        "anonymous",
        seed=_some,
        caller=None,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "New", "description": "Fresh", "jql": "project = PROJ"},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "filters: make",
        "unknown property",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "New", "description": "Fresh", "jql": "project = PROJ", "x": 1},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "filters: what no filter can be",
        "without a name",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={"jql": "project = PROJ"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"filterName":"You must specify a name to save this filter as."}}',
        told="the filter has no name",
    ),
    Case(
        "filters: what no filter can be",
        "name too long",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "x" * 256, "description": "Fresh", "jql": "project = PROJ"},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"filterName":"The entered filter name is too long, it must be less'
            b' than 255 chars."}}'
        ),
        told="the filter's name has 256 characters, of 255 that it may have",
    ),
    Case(
        "filters: what no filter can be",
        "name taken",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "bugs", "description": "Fresh", "jql": "project = PROJ"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"filterName":"Filter with same name already exists."}}',
        told="alice has the filter 'Bugs' already",
    ),
    Case(
        "filters: what no filter can be",
        "JQL that is none",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "New", "description": "Fresh", "jql": 'project = "unterminated'},
        status=400,
        body=(
            b'{"errorMessages":["Error in the JQL Query: The quoted string \'unterminated\' has not been complet'
            b'ed. (line 1, character 11)"],"errors":{}}'
        ),
    ),
    Case(
        "filters: what no filter can be",
        "JQL with an unknown field",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000",
        sent={"name": "Bugs", "jql": "nosuchfield = 1"},
        status=400,
        body=(
            b'{"errorMessages":["Field \'nosuchfield\' does not exist or you do not have permission to view it."'
            b'],"errors":{}}'
        ),
    ),
    Case(
        "filters: what no filter can be",
        "a circle",
        seed=_in_a_circle,
        method="PUT",
        path="/rest/api/3/filter/10000",
        sent={"name": "One", "jql": "filter = Two"},
        status=400,
        body=(
            b"{\"errorMessages\":[\"Field 'filter' with value 'One' matches filter 'One' and causes a cyclical re"
            b'ference, this query can not be executed and should be edited."],"errors":{}}'
        ),
    ),
    Case(
        "filters: what no filter can be",
        "shared without the permission",
        seed=_no_sharing,
        method="POST",
        path="/rest/api/3/filter",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "sharePermissions": [{"type": "loggedin"}],
        },
        status=400,
        body=b'{"errorMessages":["You do not have permission to share. All shares are invalid."],"errors":{}}',
        told="alice does not hold Share dashboards and filters",
    ),
    Case(
        "filters: what no filter can be",
        "shared with an unknown type",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={"name": "New", "description": "Fresh", "jql": "project = PROJ", "sharePermissions": [{"type": "x"}]},
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'x\' is invalid."],"errors":{}}',
        told="the share permission of the type 'x' is wrong: there is no such type",
    ),
    Case(
        "filters: what no filter can be",
        "shared with an unknown user",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "sharePermissions": [{"type": "user", "user": {"accountId": "1"}}],
        },
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'user\' is invalid."],"errors":{}}',
        told="the share permission of the type 'user' is wrong: no user has the account '1'",
    ),
    Case(
        "filters: what no filter can be",
        "shared with an unknown group",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "sharePermissions": [{"type": "group", "group": {"name": "x"}}],
        },
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'group\' is invalid."],"errors":{}}',
        told="the share permission of the type 'group' is wrong: there is no group 'x'",
    ),
    Case(
        "filters: what no filter can be",
        "shared with an unknown project",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "sharePermissions": [{"type": "project", "project": {"id": "7"}}],
        },
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'project\' is invalid."],"errors":{}}',
        told="the share permission of the type 'project' is wrong: the caller sees no project '7'",
    ),
    Case(
        "filters: what no filter can be",
        "shared with an unknown role",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "sharePermissions": [{"type": "projectRole", "project": {"id": "10000"}, "role": {"id": "7"}}],
        },
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'projectRole\' is invalid."],"errors":{}}',
        told="the share permission of the type 'projectRole' is wrong: PROJ has no role '7'",
    ),
    Case(
        "filters: what no filter can be",
        "shared with no role",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "sharePermissions": [{"type": "projectRole", "project": {"id": "10000"}}],
        },
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'projectRole\' is invalid."],"errors":{}}',
        told="the share permission of the type 'projectRole' is wrong: it names no role",
    ),
    Case(
        "filters: what no filter can be",
        "shared with a role of no project",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "sharePermissions": [{"type": "projectRole", "role": {"id": "10000"}}],
        },
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'projectRole\' is invalid."],"errors":{}}',
        told="the share permission of the type 'projectRole' is wrong: the caller sees no project ''",
    ),
    Case(
        "filters: what no filter can be",
        "shared with a hidden project",
        seed=_hidden_project,
        method="POST",
        path="/rest/api/3/filter",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "sharePermissions": [{"type": "project", "project": {"id": "10001"}}],
        },
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'project\' is invalid."],"errors":{}}',
        told="the share permission of the type 'project' is wrong: the caller sees no project '10001'",
    ),
    Case(
        "filters: read",
        "own, with all",
        seed=_some,
        path="/rest/api/3/filter/10000?expand=sharedUsers,subscriptions",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/10000","id":"10000","name":"Bugs","description":"All of them","owner":'
        )
        + ALICE
        + (
            b',"jql":"type = Bug ORDER BY key","viewUrl":"{base}/issues/?filter=10000","searchUrl":"{base}/res'
            b't/api/3/search?jql=type%20%3D%20Bug%20ORDER%20BY%20key","favourite":false,"favouritedCount":1,"s'
            b'harePermissions":[],"editPermissions":[],"sharedUsers":{"size":0,"items":[],"max-results":1000,"'
            b'start-index":0,"end-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-ind'
            b'ex":0,"end-index":0}}'
        ),
    ),
    Case(
        "filters: read",
        "shared",
        seed=_some,
        path="/rest/api/3/filter/10002",
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10002","id":"10002","name":"Ours","description":"","owner":'
        + ADMIN
        + (
            b',"jql":"project = PROJ","viewUrl":"{base}/issues/?filter=10002","searchUrl":"{base}/rest/api/3/s'
            b'earch?jql=project%20%3D%20PROJ","favourite":false,"favouritedCount":0,"sharePermissions":[{"id":'
            b'10000,"type":"project","project":'
        )
        + PROJ_IN_LIST
        + b'},{"id":10001,"type":"group","group":'
        + STAFF
        + (
            b'},{"id":10002,"type":"user","user":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-000'
            b'0-4000-8000-000000010000","accountId":"712020:00000000-0000-4000-8000-000000010000","avatarUrls"'
            b':{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size=lar'
            b'ge","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size=s'
            b'mall","16x16":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size'
            b'=xsmall","32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&s'
            b'ize=medium"},"displayName":"admin","active":true}}],"editPermissions":[],"sharedUsers":{"size":2'
            b',"items":[],"max-results":1000,"start-index":0,"end-index":0},"subscriptions":{"size":0,"items":'
            b'[],"max-results":1000,"start-index":0,"end-index":0}}'
        ),
    ),
    Case(
        "filters: read",
        "shared with a role",
        seed=_some_of_a_role,
        path="/rest/api/3/filter/10005",
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10005","id":"10005","name":"Mine","description":"","owner":'
        + ADMIN
        + (
            b',"jql":"project = PROJ","viewUrl":"{base}/issues/?filter=10005","searchUrl":"{base}/rest/api/3/s'
            b'earch?jql=project%20%3D%20PROJ","favourite":false,"favouritedCount":0,"sharePermissions":[{"id":'
            b'10006,"type":"projectRole","project":'
        )
        + PROJ_IN_LIST
        + (
            b',"role":{"self":"{base}/rest/api/3/project/10000/role/10000","name":"Developers","id":10000,"des'
            b'cription":""}}],"editPermissions":[],"sharedUsers":{"size":1,"items":[],"max-results":1000,"star'
            b't-index":0,"end-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":'
            b'0,"end-index":0}}'
        ),
    ),
    Case(
        "filters: read",
        "shared with everybody, anonymous",
        seed=_some_of_a_role,
        caller=None,
        path="/rest/api/3/filter/10006",
        status=200,
        body=(b'{"self":"{base}/rest/api/3/filter/10006","id":"10006","name":"Everybody\'s","description":"","owner":')
        + ADMIN
        + (
            b',"jql":"project = PROJ","viewUrl":"{base}/issues/?filter=10006","searchUrl":"{base}/rest/api/3/s'
            b'earch?jql=project%20%3D%20PROJ","favourite":false,"favouritedCount":0,"sharePermissions":[{"id":'
            b'10007,"type":"global"}],"editPermissions":[],"sharedUsers":{"size":2,"items":[],"max-results":10'
            b'00,"start-index":0,"end-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start'
            b'-index":0,"end-index":0}}'
        ),
    ),
    Case(
        "filters: read",
        "shared with a project that is hidden",
        seed=_hidden_project,
        path="/rest/api/3/filter/10004",
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10004","id":"10004","name":"Other","description":"","owner":'
        + ADMIN
        + (
            b',"jql":"project = OTHER","viewUrl":"{base}/issues/?filter=10004","searchUrl":"{base}/rest/api/3/'
            b'search?jql=project%20%3D%20OTHER","favourite":true,"favouritedCount":1,"sharePermissions":[{"id"'
            b':10004,"type":"group","group":'
        )
        + STAFF
        + (
            b'},{"id":10005,"type":"project-unknown"}],"editPermissions":[],"sharedUsers":{"size":1,"items":[]'
            b',"max-results":1000,"start-index":0,"end-index":0},"subscriptions":{"size":0,"items":[],"max-res'
            b'ults":1000,"start-index":0,"end-index":0}}'
        ),
    ),
    Case(
        "filters: read",
        "whoever sees it, by an administrator",
        seed=_some,
        caller="admin",
        path="/rest/api/3/filter/10000?overrideSharePermissions=true",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/10000","id":"10000","name":"Bugs","description":"All of them","owner":'
        )
        + ALICE
        + (
            b',"jql":"type = Bug ORDER BY key","viewUrl":"{base}/issues/?filter=10000","searchUrl":"{base}/res'
            b't/api/3/search?jql=type%20%3D%20Bug%20ORDER%20BY%20key","favourite":true,"favouritedCount":1,"sh'
            b'arePermissions":[],"editPermissions":[],"sharedUsers":{"size":0,"items":[],"max-results":1000,"s'
            b'tart-index":0,"end-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-inde'
            b'x":0,"end-index":0}}'
        ),
    ),
    Case(
        "filters: unknown or unseen",
        "read",
        answers=DOCUMENTED,
        seed=_some,
        path="/rest/api/3/filter/7",
        status=400,
        body=GONE,
        told="alice sees no filter '7': there is none",
    ),
    Case(
        "filters: unknown or unseen",
        "read, observed",
        answers=OBSERVED,
        seed=_some,
        path="/rest/api/3/filter/7",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "change, by an administrator",
        answers=OBSERVED,
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/filter/10000",
        sent={"name": "Ours"},
        status=404,
        body=GONE,
        told="admin sees no filter '10000': it is there, but hidden (shared with others alone)",
    ),
    Case(
        "filters: unknown or unseen",
        "read, no number",
        answers=DOCUMENTED,
        seed=_some,
        path="/rest/api/3/filter/x",
        status=400,
        body=GONE,
        told="alice sees no filter 'x': there is none",
    ),
    Case(
        "filters: unknown or unseen",
        "read, no number, observed",
        answers=OBSERVED,
        seed=_some,
        path="/rest/api/3/filter/x",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "read, private",
        answers=DOCUMENTED,
        seed=_some,
        path="/rest/api/3/filter/10001?overrideSharePermissions=true",
        status=400,
        body=GONE,
        told="alice sees no filter '10001': it is there, but hidden (shared with others alone)",
    ),
    Case(
        "filters: unknown or unseen",
        "read, private, observed",
        answers=OBSERVED,
        seed=_some,
        path="/rest/api/3/filter/10001?overrideSharePermissions=true",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "read, anonymous",
        answers=DOCUMENTED,
        seed=_some,
        caller=None,
        path="/rest/api/3/filter/10000",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "filters: unknown or unseen",
        "read, anonymous, observed",
        answers=OBSERVED,
        seed=_some,
        caller=None,
        path="/rest/api/3/filter/10000",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "read, anonymous, who may browse",
        answers=DOCUMENTED,
        seed=seeds.public_to_read,
        caller=None,
        path="/rest/api/3/filter/10000",
        status=400,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "read, anonymous, who may browse, observed",
        answers=OBSERVED,
        seed=seeds.public_to_read,
        caller=None,
        path="/rest/api/3/filter/10000",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "change",
        answers=DOCUMENTED,
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10001",
        sent={"name": "New", "description": "Fresh", "jql": "project = PROJ"},
        status=400,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "change, observed",
        answers=OBSERVED,
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10001",
        sent={"name": "New", "description": "Fresh", "jql": "project = PROJ"},
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "delete",
        answers=DOCUMENTED,
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10001",
        status=400,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "delete, observed",
        answers=OBSERVED,
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10001",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "columns",
        answers=DOCUMENTED,
        seed=_some,
        path="/rest/api/3/filter/10001/columns",
        status=400,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "columns, observed",
        answers=OBSERVED,
        seed=_some,
        path="/rest/api/3/filter/10001/columns",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "set columns",
        answers=DOCUMENTED,
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10001/columns",
        sent={"columns": ["summary"]},
        status=400,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "set columns, observed",
        answers=OBSERVED,
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10001/columns",
        sent={"columns": ["summary"]},
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "reset columns",
        answers=DOCUMENTED,
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10001/columns",
        status=400,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "reset columns, observed",
        answers=OBSERVED,
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10001/columns",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "favourite",
        answers=DOCUMENTED,
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10001/favourite",
        status=400,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "favourite, observed",
        answers=OBSERVED,
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10001/favourite",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "no favourite",
        answers=DOCUMENTED,
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10001/favourite",
        status=400,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "no favourite, observed",
        answers=OBSERVED,
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10001/favourite",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "owner",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10001/owner",
        sent={"accountId": "712020:00000000-0000-4000-8000-000000010001"},
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "shares",
        seed=_some,
        path="/rest/api/3/filter/10001/permission",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "share",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10001/permission",
        sent={"type": "global"},
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "one share",
        seed=_some,
        path="/rest/api/3/filter/10001/permission/10000",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: unknown or unseen",
        "take a share",
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10001/permission/10000",
        status=404,
        body=GONE,
    ),
    Case(
        "filters: change",
        "all of it",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000",
        sent={
            "name": "New",
            "description": "Fresh",
            "jql": "project = PROJ",
            "favourite": True,
            "sharePermissions": [{"type": "group", "group": {"name": "staff"}}],
        },
        status=200,
        body=(b'{"self":"{base}/rest/api/3/filter/10000","id":"10000","name":"New","description":"Fresh","owner":')
        + ALICE
        + (
            b',"jql":"project = PROJ","viewUrl":"{base}/issues/?filter=10000","searchUrl":"{base}/rest/api/3/s'
            b'earch?jql=project%20%3D%20PROJ","favourite":true,"favouritedCount":2,"sharePermissions":[{"id":1'
            b'0006,"type":"group","group":'
        )
        + STAFF
        + (
            b'}],"editPermissions":[],"sharedUsers":{"size":1,"items":[],"max-results":1000,"start-index":0,"e'
            b'nd-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index"'
            b":0}}"
        ),
        adds=(
            "favourite of 712020:00000000-0000-4000-8000-000000010001: filter 10000",
            "filter 10000 is shared with group: group staff",
            "filter 10000 of alice: New (project = PROJ), 'Fresh'",
        ),
        removes=("filter 10000 of alice: Bugs (type = Bug ORDER BY key), 'All of them'",),
    ),
    Case(
        "filters: change",
        "JQL alone",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000",
        sent={"jql": "type = Task", "favourite": False},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/10000","id":"10000","name":"Bugs","description":"All of them","owner":'
        )
        + ALICE
        + (
            b',"jql":"type = Task","viewUrl":"{base}/issues/?filter=10000","searchUrl":"{base}/rest/api/3/sear'
            b'ch?jql=type%20%3D%20Task","favourite":false,"favouritedCount":1,"sharePermissions":[],"editPermi'
            b'ssions":[],"sharedUsers":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index":0},'
            b'"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index":0}}'
        ),
        adds=("filter 10000 of alice: Bugs (type = Task), 'All of them'",),
        removes=("filter 10000 of alice: Bugs (type = Bug ORDER BY key), 'All of them'",),
    ),
    Case(
        "filters: change",
        "by an editor",
        seed=_edited_by_staff,
        method="PUT",
        path="/rest/api/3/filter/10001",
        sent={"name": "Better"},
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10001","id":"10001","name":"Better","description":"","owner":'
        + ADMIN
        + (
            b',"jql":"project = PROJ","viewUrl":"{base}/issues/?filter=10001","searchUrl":"{base}/rest/api/3/s'
            b'earch?jql=project%20%3D%20PROJ","favourite":true,"favouritedCount":1,"sharePermissions":[],"edit'
            b'Permissions":[{"id":10006,"type":"group","group":'
        )
        + STAFF
        + (
            b'}],"sharedUsers":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index":0},"subscri'
            b'ptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index":0}}'
        ),
        adds=("filter 10001 of admin: Better (project = PROJ), ''",),
        removes=("filter 10001 of admin: Private (project = PROJ), ''",),
    ),
    Case(
        "filters: change",
        "shared, and not for editing",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10002",
        sent={"name": "New", "description": "Fresh", "jql": "project = PROJ"},
        status=400,
        body=b'{"errorMessages":["You do not have permission to edit this filter."],"errors":{}}',
        told="alice neither owns the filter 'Ours' nor may edit it",
    ),
    Case(
        "filters: change",
        "anonymous",
        seed=_some,
        caller=None,
        method="PUT",
        path="/rest/api/3/filter/10000",
        sent={"name": "New", "description": "Fresh", "jql": "project = PROJ"},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "filters: change",
        "a name that is taken",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000",
        sent={"name": "open BUGS"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"filterName":"Filter with same name already exists."}}',
        told="alice has the filter 'Open bugs' already",
    ),
    Case(
        "filters: delete",
        "own",
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10000",
        status=204,
        content_type=None,
        body=b"",
        removes=(
            "favourite of 712020:00000000-0000-4000-8000-000000010000: filter 10000",
            "filter 10000 of alice: Bugs (type = Bug ORDER BY key), 'All of them'",
        ),
    ),
    Case(
        "filters: delete",
        "another's, by an administrator",
        seed=_some,
        caller="admin",
        method="DELETE",
        path="/rest/api/3/filter/10000",
        status=204,
        content_type=None,
        body=b"",
        removes=(
            "favourite of 712020:00000000-0000-4000-8000-000000010000: filter 10000",
            "filter 10000 of alice: Bugs (type = Bug ORDER BY key), 'All of them'",
        ),
    ),
    Case(
        "filters: delete",
        "another's",
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10002",
        status=401,
        body=b'{"errorMessages":["You do not have permission to delete this filter."],"errors":{}}',
        told="alice neither owns the filter 'Ours' nor holds Administer Jira",
    ),
    Case(
        "filters: delete",
        "anonymous",
        seed=_some,
        caller=None,
        method="DELETE",
        path="/rest/api/3/filter/10000",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "filters: lists",
        "own",
        seed=_some,
        path="/rest/api/3/filter/my",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/filter/10000","id":"10000","name":"Bugs","description":"All of them","owner":'
        )
        + ALICE
        + (
            b',"jql":"type = Bug ORDER BY key","viewUrl":"{base}/issues/?filter=10000","searchUrl":"{base}/res'
            b't/api/3/search?jql=type%20%3D%20Bug%20ORDER%20BY%20key","favourite":false,"favouritedCount":1,"s'
            b'harePermissions":[],"editPermissions":[],"sharedUsers":{"size":0,"items":[],"max-results":1000,"'
            b'start-index":0,"end-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-ind'
            b'ex":0,"end-index":0}},{"self":"{base}/rest/api/3/filter/10003","id":"10003","name":"Open bugs","'
            b'description":"","owner":'
        )
        + ALICE
        + (
            b',"jql":"filter = Bugs AND resolution IS EMPTY","viewUrl":"{base}/issues/?filter=10003","searchUr'
            b'l":"{base}/rest/api/3/search?jql=filter%20%3D%20Bugs%20AND%20resolution%20IS%20EMPTY","favourite'
            b'":false,"favouritedCount":0,"sharePermissions":[{"id":10003,"type":"group","group":'
        )
        + STAFF
        + (
            b'}],"editPermissions":[],"sharedUsers":{"size":1,"items":[],"max-results":1000,"start-index":0,"e'
            b'nd-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index"'
            b":0}}]"
        ),
    ),
    Case(
        "filters: lists",
        "own, and favourites",
        seed=_some,
        path="/rest/api/3/filter/my?includeFavourites=true",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/filter/10000","id":"10000","name":"Bugs","description":"All of them","owner":'
        )
        + ALICE
        + (
            b',"jql":"type = Bug ORDER BY key","viewUrl":"{base}/issues/?filter=10000","searchUrl":"{base}/res'
            b't/api/3/search?jql=type%20%3D%20Bug%20ORDER%20BY%20key","favourite":false,"favouritedCount":1,"s'
            b'harePermissions":[],"editPermissions":[],"sharedUsers":{"size":0,"items":[],"max-results":1000,"'
            b'start-index":0,"end-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-ind'
            b'ex":0,"end-index":0}},{"self":"{base}/rest/api/3/filter/10003","id":"10003","name":"Open bugs","'
            b'description":"","owner":'
        )
        + ALICE
        + (
            b',"jql":"filter = Bugs AND resolution IS EMPTY","viewUrl":"{base}/issues/?filter=10003","searchUr'
            b'l":"{base}/rest/api/3/search?jql=filter%20%3D%20Bugs%20AND%20resolution%20IS%20EMPTY","favourite'
            b'":false,"favouritedCount":0,"sharePermissions":[{"id":10003,"type":"group","group":'
        )
        + STAFF
        + (
            b'}],"editPermissions":[],"sharedUsers":{"size":1,"items":[],"max-results":1000,"start-index":0,"e'
            b'nd-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index"'
            b':0}},{"self":"{base}/rest/api/3/filter/10004","id":"10004","name":"Other","description":"","owne'
            b'r":'
        )
        + ADMIN
        + (
            b',"jql":"project = OTHER","viewUrl":"{base}/issues/?filter=10004","searchUrl":"{base}/rest/api/3/'
            b'search?jql=project%20%3D%20OTHER","favourite":true,"favouritedCount":1,"sharePermissions":[{"id"'
            b':10004,"type":"group","group":'
        )
        + STAFF
        + b'},{"id":10005,"type":"project","project":'
        + OTHER_IN_LIST
        + (
            b'}],"editPermissions":[],"sharedUsers":{"size":2,"items":[],"max-results":1000,"start-index":0,"e'
            b'nd-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index"'
            b":0}}]"
        ),
    ),
    Case(
        "filters: lists",
        "own, anonymous",
        seed=_some,
        caller=None,
        path="/rest/api/3/filter/my",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "filters: lists",
        "favourites",
        seed=_some,
        path="/rest/api/3/filter/favourite",
        status=200,
        body=b'[{"self":"{base}/rest/api/3/filter/10004","id":"10004","name":"Other","description":"","owner":'
        + ADMIN
        + (
            b',"jql":"project = OTHER","viewUrl":"{base}/issues/?filter=10004","searchUrl":"{base}/rest/api/3/'
            b'search?jql=project%20%3D%20OTHER","favourite":true,"favouritedCount":1,"sharePermissions":[{"id"'
            b':10004,"type":"group","group":'
        )
        + STAFF
        + b'},{"id":10005,"type":"project","project":'
        + OTHER_IN_LIST
        + (
            b'}],"editPermissions":[],"sharedUsers":{"size":2,"items":[],"max-results":1000,"start-index":0,"e'
            b'nd-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index"'
            b":0}}]"
        ),
    ),
    Case(
        "filters: lists",
        "favourites, anonymous",
        seed=_some,
        caller=None,
        path="/rest/api/3/filter/favourite",
        status=200,
        body=b"[]",
    ),
    Case(
        "filters: search",
        "all that are seen",
        seed=_some,
        path="/rest/api/3/filter/search",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?maxResults=50&startAt=0","maxResults":50,"startAt":0,"t'
            b'otal":4,"isLast":true,"values":[{"expand":"description,owner,jql,viewUrl,searchUrl,favourite,fav'
            b'ouritedCount,sharePermissions,editPermissions,isWritable,approximateLastUsed,subscriptions","sel'
            b'f":"{base}/rest/api/3/filter/10000","id":"10000","name":"Bugs"},{"expand":"description,owner,jql'
            b",viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable,approxi"
            b'mateLastUsed,subscriptions","self":"{base}/rest/api/3/filter/10003","id":"10003","name":"Open bu'
            b'gs"},{"expand":"description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissio'
            b'ns,editPermissions,isWritable,approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filte'
            b'r/10004","id":"10004","name":"Other"},{"expand":"description,owner,jql,viewUrl,searchUrl,favouri'
            b"te,favouritedCount,sharePermissions,editPermissions,isWritable,approximateLastUsed,subscriptions"
            b'","self":"{base}/rest/api/3/filter/10002","id":"10002","name":"Ours"}]}'
        ),
    ),
    Case(
        "filters: search",
        "a page with everything",
        seed=_some,
        path=(
            "/rest/api/3/filter/search?maxResults=1&startAt=1&expand=description,owner,jql,viewUrl,sear"
            "chUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable,approximateLas"
            "tUsed,subscriptions"
        ),
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?expand=description%2Cowner%2Cjql%2CviewUrl%2CsearchUrl%'
            b"2Cfavourite%2CfavouritedCount%2CsharePermissions%2CeditPermissions%2CisWritable%2CapproximateLas"
            b'tUsed%2Csubscriptions&maxResults=1&startAt=1","nextPage":"{base}/rest/api/3/filter/search?expand'
            b"=description%2Cowner%2Cjql%2CviewUrl%2CsearchUrl%2Cfavourite%2CfavouritedCount%2CsharePermission"
            b's%2CeditPermissions%2CisWritable%2CapproximateLastUsed%2Csubscriptions&maxResults=1&startAt=2","'
            b'maxResults":1,"startAt":1,"total":4,"isLast":false,"values":[{"expand":"description,owner,jql,vi'
            b"ewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable,approximat"
            b'eLastUsed,subscriptions","self":"{base}/rest/api/3/filter/10003","id":"10003","name":"Open bugs"'
            b',"description":"","owner":'
        )
        + ALICE
        + (
            b',"jql":"filter = Bugs AND resolution IS EMPTY","viewUrl":"{base}/issues/?filter=10003","searchUr'
            b'l":"{base}/rest/api/3/search?jql=filter%20%3D%20Bugs%20AND%20resolution%20IS%20EMPTY","favourite'
            b'":false,"favouritedCount":0,"sharePermissions":[{"id":10003,"type":"group","group":'
        )
        + STAFF
        + b'}],"editPermissions":[],"subscriptions":[]}]}',
    ),
    Case(
        "filters: search",
        "by words",
        seed=_some,
        path="/rest/api/3/filter/search?filterName=bugs%20open",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?filterName=bugs+open&maxResults=50&startAt=0","maxResul'
            b'ts":50,"startAt":0,"total":1,"isLast":true,"values":[{"expand":"description,owner,jql,viewUrl,se'
            b"archUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable,approximateLastUse"
            b'd,subscriptions","self":"{base}/rest/api/3/filter/10003","id":"10003","name":"Open bugs"}]}'
        ),
    ),
    Case(
        "filters: search",
        "by a part",
        seed=_some,
        path="/rest/api/3/filter/search?filterName=bugs%20n&isSubstringMatch=true",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?filterName=bugs+n&isSubstringMatch=true&maxResults=50&s'
            b'tartAt=0","maxResults":50,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    Case(
        "filters: search",
        "by a part, of one word's end and the next",
        seed=_some,
        path="/rest/api/3/filter/search?filterName=n%20bugs&isSubstringMatch=true",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?filterName=n+bugs&isSubstringMatch=true&maxResults=50&s'
            b'tartAt=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"expand":"description,o'
            b"wner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable"
            b',approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filter/10003","id":"10003","name":'
            b'"Open bugs"}]}'
        ),
    ),
    Case(
        "filters: search",
        "by owner",
        seed=_some,
        path="/rest/api/3/filter/search?accountId=712020:00000000-0000-4000-8000-000000010001&orderBy=-id",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?accountId=712020%3A00000000-0000-4000-8000-000000010001'
            b'&orderBy=-id&maxResults=50&startAt=0","maxResults":50,"startAt":0,"total":2,"isLast":true,"value'
            b's":[{"expand":"description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermission'
            b's,editPermissions,isWritable,approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filter'
            b'/10003","id":"10003","name":"Open bugs"},{"expand":"description,owner,jql,viewUrl,searchUrl,favo'
            b"urite,favouritedCount,sharePermissions,editPermissions,isWritable,approximateLastUsed,subscripti"
            b'ons","self":"{base}/rest/api/3/filter/10000","id":"10000","name":"Bugs"}]}'
        ),
    ),
    Case(
        "filters: search",
        "by group",
        seed=_some,
        path="/rest/api/3/filter/search?groupname=staff&orderBy=owner",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?groupname=staff&orderBy=owner&maxResults=50&startAt=0",'
            b'"maxResults":50,"startAt":0,"total":3,"isLast":true,"values":[{"expand":"description,owner,jql,v'
            b"iewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable,approxima"
            b'teLastUsed,subscriptions","self":"{base}/rest/api/3/filter/10004","id":"10004","name":"Other"},{'
            b'"expand":"description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,edi'
            b'tPermissions,isWritable,approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filter/1000'
            b'2","id":"10002","name":"Ours"},{"expand":"description,owner,jql,viewUrl,searchUrl,favourite,favo'
            b'uritedCount,sharePermissions,editPermissions,isWritable,approximateLastUsed,subscriptions","self'
            b'":"{base}/rest/api/3/filter/10003","id":"10003","name":"Open bugs"}]}'
        ),
    ),
    Case(
        "filters: search",
        "by the id of a group",
        seed=_some,
        path="/rest/api/3/filter/search?groupId=00000000-0000-4000-9000-000000010000&orderBy=-favourite_count",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?groupId=00000000-0000-4000-9000-000000010000&orderBy=-f'
            b'avourite_count&maxResults=50&startAt=0","maxResults":50,"startAt":0,"total":3,"isLast":true,"val'
            b'ues":[{"expand":"description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissi'
            b'ons,editPermissions,isWritable,approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filt'
            b'er/10004","id":"10004","name":"Other"},{"expand":"description,owner,jql,viewUrl,searchUrl,favour'
            b"ite,favouritedCount,sharePermissions,editPermissions,isWritable,approximateLastUsed,subscription"
            b's","self":"{base}/rest/api/3/filter/10003","id":"10003","name":"Open bugs"},{"expand":"descripti'
            b"on,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWrit"
            b'able,approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filter/10002","id":"10002","na'
            b'me":"Ours"}]}'
        ),
    ),
    Case(
        "filters: search",
        "by project",
        seed=_some,
        path="/rest/api/3/filter/search?projectId=10000&orderBy=description",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?projectId=10000&orderBy=description&maxResults=50&start'
            b'At=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"expand":"description,owner'
            b",jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable,app"
            b'roximateLastUsed,subscriptions","self":"{base}/rest/api/3/filter/10002","id":"10002","name":"Our'
            b's"}]}'
        ),
    ),
    Case(
        "filters: search",
        "by project that is hidden",
        seed=_hidden_project,
        path="/rest/api/3/filter/search?projectId=10001",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?projectId=10001&maxResults=50&startAt=0","maxResults":5'
            b'0,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    Case(
        "filters: search",
        "by ids",
        seed=_some,
        path="/rest/api/3/filter/search?id=10000&id=10001&id=10004&orderBy=-is_favourite",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?id=10000&id=10001&id=10004&orderBy=-is_favourite&maxResul'
            b'ts=50&startAt=0","maxResults":50,"startAt":0,"total":2,"isLast":true,"values":[{"expand":"descript'
            b"ion,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWrita"
            b'ble,approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filter/10004","id":"10004","name"'
            b':"Other"},{"expand":"description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermis'
            b'sions,editPermissions,isWritable,approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filt'
            b'er/10000","id":"10000","name":"Bugs"}]}'
        ),
    ),
    Case(
        "filters: search",
        "in order of being shared",
        seed=_some,
        path="/rest/api/3/filter/search?orderBy=-is_shared&maxResults=1",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?orderBy=-is_shared&maxResults=1&startAt=0","nextPage":"'
            b'{base}/rest/api/3/filter/search?orderBy=-is_shared&maxResults=1&startAt=1","maxResults":1,"start'
            b'At":0,"total":4,"isLast":false,"values":[{"expand":"description,owner,jql,viewUrl,searchUrl,favo'
            b"urite,favouritedCount,sharePermissions,editPermissions,isWritable,approximateLastUsed,subscripti"
            b'ons","self":"{base}/rest/api/3/filter/10003","id":"10003","name":"Open bugs"}]}'
        ),
    ),
    Case(
        "filters: search",
        "whoever sees them, by who is none",
        seed=_some,
        path="/rest/api/3/filter/search?overrideSharePermissions=true&filterName=private",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?overrideSharePermissions=true&filterName=private&maxRes'
            b'ults=50&startAt=0","maxResults":50,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    Case(
        "filters: search",
        "those that an administrator sees",
        seed=_some,
        caller="admin",
        path="/rest/api/3/filter/search?filterName=bugs",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?filterName=bugs&maxResults=50&startAt=0","maxResults":5'
            b'0,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    Case(
        "filters: search",
        "whoever sees them, by an administrator",
        seed=_some,
        caller="admin",
        path="/rest/api/3/filter/search?overrideSharePermissions=true&filterName=open",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/search?overrideSharePermissions=true&filterName=open&maxResult'
            b's=50&startAt=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"expand":"descrip'
            b"tion,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWr"
            b'itable,approximateLastUsed,subscriptions","self":"{base}/rest/api/3/filter/10003","id":"10003","'
            b'name":"Open bugs"}]}'
        ),
    ),
    Case(
        "filters: search",
        "wrong order",
        seed=_some,
        path="/rest/api/3/filter/search?orderBy=x",
        status=400,
        body=b'{"errorMessages":["The search for filters is invalid."],"errors":{}}',
        told="the search for filters is wrong: no order is 'x'",
    ),
    Case(
        "filters: search",
        "wrong expand",
        seed=_some,
        path="/rest/api/3/filter/search?expand=x",
        status=400,
        body=b'{"errorMessages":["The search for filters is invalid."],"errors":{}}',
        told="the search for filters is wrong: no expand is x",
    ),
    Case(
        "filters: search",
        "owner by name",
        seed=_some,
        path="/rest/api/3/filter/search?owner=alice",
        status=400,
        body=NOT_BY_ACCOUNT,
    ),
    Case(
        "filters: search",
        "owner twice",
        seed=_some,
        path="/rest/api/3/filter/search?owner=alice&accountId=1",
        status=400,
        body=NOT_BY_ACCOUNT,
    ),
    Case(
        "filters: search",
        "group twice",
        seed=_some,
        path="/rest/api/3/filter/search?groupname=staff&groupId=1",
        status=400,
        body=b'{"errorMessages":["The search for filters is invalid."],"errors":{}}',
        told="the search for filters is wrong: it has both groupname and groupId",
    ),
    Case(
        "filters: search",
        "too many ids",
        seed=_some,
        path=FILTERS + "/search?id=" + ",".join(map(str, range(201))),
        status=400,
        body=b'{"errorMessages":["The search for filters is invalid."],"errors":{}}',
        told="the search for filters is wrong: it has 201 ids, of 200 that it may have",
    ),
    Case(
        "filters: search",
        "page that is no number",
        seed=_some,
        path="/rest/api/3/filter/search?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\' w'
            b'ith value: \'x\'","instance":"/rest/api/3/filter/search"}'
        ),
    ),
    Case(
        "filters: columns",
        "none",
        seed=_some,
        path="/rest/api/3/filter/10000/columns",
        status=404,
        body=b'{"errorMessages":["No columns are configured for the filter."],"errors":{}}',
        told="the filter 'Bugs' has no columns of its own",
    ),
    Case(
        "filters: columns",
        "some",
        seed=_with_columns,
        path="/rest/api/3/filter/10000/columns",
        status=200,
        body=b'[{"label":"Summary","value":"summary"},{"label":"Status","value":"status"}]',
    ),
    Case(
        "filters: columns",
        "set by a form",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/columns",
        sent=b"columns=summary&columns=issuekey&columns=summary",
        sent_headers={"Content-Type": "application/x-www-form-urlencoded"},
        status=200,
        content_type=None,
        body=b"",
        adds=("columns of filter 10000: summary, issuekey",),
    ),
    Case(
        "filters: columns",
        "set by a form of several parts",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/columns",
        sent=(
            b'--b\r\nContent-Disposition: form-data; name="columns"\r\n\r\nsummary\r\n'
            b'--b\r\nContent-Disposition: form-data; name="columns"\r\n\r\nissuekey\r\n--b--\r\n'
        ),
        sent_headers={"Content-Type": "multipart/form-data; boundary=b"},
        status=200,
        content_type=None,
        body=b"",
        adds=("columns of filter 10000: summary, issuekey",),
    ),
    Case(
        "filters: columns",
        "set by a form of several parts that is none",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/columns",
        sent=b"columns=summary",
        sent_headers={"Content-Type": "multipart/form-data; boundary=b"},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "filters: columns",
        "set by JSON",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/columns",
        sent={"columns": ["summary"]},
        status=200,
        content_type=None,
        body=b"",
        adds=("columns of filter 10000: summary",),
    ),
    Case(
        "filters: columns",
        "set to what is no field",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/columns",
        sent={"columns": ["x", "summary"]},
        status=400,
        body=b'{"errorMessages":["The field \'x\' cannot be a column."],"errors":{}}',
        told="'x' is no field that a list of issues can show",
    ),
    Case(
        "filters: columns",
        "set by bytes that are no form",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/columns",
        sent=b"\xff",
        sent_headers={"Content-Type": "application/x-www-form-urlencoded"},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "filters: columns",
        "set of another's",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10002/columns",
        sent={"columns": ["summary"]},
        status=403,
        body=b'{"errorMessages":["You must be the owner of the filter."],"errors":{}}',
        told="alice does not own the filter 'Ours'",
    ),
    Case(
        "filters: columns",
        "set, anonymous",
        seed=_some,
        caller=None,
        method="PUT",
        path="/rest/api/3/filter/10000/columns",
        sent={"columns": ["summary"]},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "filters: columns",
        "reset",
        seed=_with_columns,
        method="DELETE",
        path="/rest/api/3/filter/10000/columns",
        status=204,
        content_type=None,
        body=b"",
        removes=("columns of filter 10000: summary, status",),
    ),
    Case(
        "filters: columns",
        "reset of another's",
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10002/columns",
        status=400,
        body=b'{"errorMessages":["You do not have permission to edit this filter."],"errors":{}}',
    ),
    Case(
        "filters: favourites",
        "add",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/favourite",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/filter/10000","id":"10000","name":"Bugs","description":"All of them","owner":'
        )
        + ALICE
        + (
            b',"jql":"type = Bug ORDER BY key","viewUrl":"{base}/issues/?filter=10000","searchUrl":"{base}/res'
            b't/api/3/search?jql=type%20%3D%20Bug%20ORDER%20BY%20key","favourite":true,"favouritedCount":2,"sh'
            b'arePermissions":[],"editPermissions":[],"sharedUsers":{"size":0,"items":[],"max-results":1000,"s'
            b'tart-index":0,"end-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-inde'
            b'x":0,"end-index":0}}'
        ),
        adds=("favourite of 712020:00000000-0000-4000-8000-000000010001: filter 10000",),
    ),
    Case(
        "filters: favourites",
        "add again",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10004/favourite",
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10004","id":"10004","name":"Other","description":"","owner":'
        + ADMIN
        + (
            b',"jql":"project = OTHER","viewUrl":"{base}/issues/?filter=10004","searchUrl":"{base}/rest/api/3/'
            b'search?jql=project%20%3D%20OTHER","favourite":true,"favouritedCount":1,"sharePermissions":[{"id"'
            b':10004,"type":"group","group":'
        )
        + STAFF
        + b'},{"id":10005,"type":"project","project":'
        + OTHER_IN_LIST
        + (
            b'}],"editPermissions":[],"sharedUsers":{"size":2,"items":[],"max-results":1000,"start-index":0,"e'
            b'nd-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index"'
            b":0}}"
        ),
    ),
    Case(
        "filters: favourites",
        "remove",
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10004/favourite",
        status=200,
        body=b'{"self":"{base}/rest/api/3/filter/10004","id":"10004","name":"Other","description":"","owner":'
        + ADMIN
        + (
            b',"jql":"project = OTHER","viewUrl":"{base}/issues/?filter=10004","searchUrl":"{base}/rest/api/3/'
            b'search?jql=project%20%3D%20OTHER","favourite":false,"favouritedCount":0,"sharePermissions":[{"id'
            b'":10004,"type":"group","group":'
        )
        + STAFF
        + b'},{"id":10005,"type":"project","project":'
        + OTHER_IN_LIST
        + (
            b'}],"editPermissions":[],"sharedUsers":{"size":2,"items":[],"max-results":1000,"start-index":0,"e'
            b'nd-index":0},"subscriptions":{"size":0,"items":[],"max-results":1000,"start-index":0,"end-index"'
            b":0}}"
        ),
        removes=("favourite of 712020:00000000-0000-4000-8000-000000010001: filter 10004",),
    ),
    Case(
        "filters: favourites",
        "anonymous",
        seed=_some,
        caller=None,
        method="PUT",
        path="/rest/api/3/filter/10000/favourite",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "filters: owner",
        "another",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/owner",
        sent={"accountId": "712020:00000000-0000-4000-8000-000000010000"},
        status=204,
        content_type=None,
        body=b"",
        adds=("filter 10000 of admin: Bugs (type = Bug ORDER BY key), 'All of them'",),
        removes=("filter 10000 of alice: Bugs (type = Bug ORDER BY key), 'All of them'",),
    ),
    Case(
        "filters: owner",
        "by an administrator",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/filter/10000/owner",
        sent={"accountId": "712020:00000000-0000-4000-8000-000000010000"},
        status=204,
        content_type=None,
        body=b"",
        adds=("filter 10000 of admin: Bugs (type = Bug ORDER BY key), 'All of them'",),
        removes=("filter 10000 of alice: Bugs (type = Bug ORDER BY key), 'All of them'",),
    ),
    Case(
        "filters: owner",
        "by somebody else",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10002/owner",
        sent={"accountId": "712020:00000000-0000-4000-8000-000000010001"},
        status=403,
        body=b'{"errorMessages":["You must be the owner of the filter."],"errors":{}}',
    ),
    Case(
        "filters: owner",
        "who does not exist",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/10000/owner",
        sent={"accountId": "1"},
        status=404,
        body=b'{"errorMessages":["The user \'1\' does not exist."],"errors":{}}',
        told="no user has the account '1'",
    ),
    Case(
        "filters: owner",
        "who has one of the name",
        seed=_both_have_bugs,
        method="PUT",
        path="/rest/api/3/filter/10000/owner",
        sent={"accountId": "712020:00000000-0000-4000-8000-000000010000"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"filterName":"Filter with same name already exists."}}',
        told="admin has the filter 'bugs' already",
    ),
    Case(
        "filters: shares",
        "none",
        seed=_some,
        path="/rest/api/3/filter/10000/permission",
        status=200,
        body=b"[]",
    ),
    Case(
        "filters: shares",
        "all",
        seed=_some,
        path="/rest/api/3/filter/10002/permission",
        status=200,
        body=b'[{"id":10000,"type":"project","project":'
        + PROJ_IN_LIST
        + b'},{"id":10001,"type":"group","group":'
        + STAFF
        + (
            b'},{"id":10002,"type":"user","user":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-000'
            b'0-4000-8000-000000010000","accountId":"712020:00000000-0000-4000-8000-000000010000","avatarUrls"'
            b':{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size=lar'
            b'ge","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size=s'
            b'mall","16x16":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size'
            b'=xsmall","32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&s'
            b'ize=medium"},"displayName":"admin","active":true}}]'
        ),
    ),
    Case(
        "filters: shares",
        "one",
        seed=_some,
        path="/rest/api/3/filter/10002/permission/10000",
        status=200,
        body=b'{"id":10000,"type":"project","project":' + PROJ_IN_LIST + b"}",
    ),
    Case(
        "filters: shares",
        "one that is not there",
        seed=_some,
        path="/rest/api/3/filter/10002/permission/10009",
        status=404,
        body=b'{"errorMessages":["The share permission with the id \'10009\' does not exist."],"errors":{}}',
        told="the filter 'Ours' has no share permission '10009'",
    ),
    Case(
        "filters: shares",
        "add a project",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "project", "projectId": "10000"},
        status=201,
        body=b'[{"id":10003,"type":"group","group":'
        + STAFF
        + b'},{"id":10006,"type":"project","project":'
        + PROJ_IN_LIST
        + b"}]",
        adds=("filter 10003 is shared with project: 10000",),
    ),
    Case(
        "filters: shares",
        "add a group again",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "group", "groupname": "staff", "rights": 1},
        status=201,
        body=b'[{"id":10003,"type":"group","group":' + STAFF + b"}]",
    ),
    Case(
        "filters: shares",
        "add everybody",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "global"},
        status=201,
        body=b'[{"id":10006,"type":"global"}]',
        adds=("filter 10003 is shared with global: None",),
        removes=("filter 10003 is shared with group: group staff",),
    ),
    Case(
        "filters: shares",
        "add everybody who is signed in",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "authenticated"},
        status=201,
        body=b'[{"id":10006,"type":"loggedin"}]',
        adds=("filter 10003 is shared with loggedin: None",),
        removes=("filter 10003 is shared with group: group staff",),
    ),
    Case(
        "filters: shares",
        "add a role",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "projectRole", "projectId": "10000", "projectRoleId": "10000"},
        status=201,
        body=b'[{"id":10003,"type":"group","group":'
        + STAFF
        + b'},{"id":10006,"type":"projectRole","project":'
        + PROJ_IN_LIST
        + (
            b',"role":{"self":"{base}/rest/api/3/project/10000/role/10000","name":"Developers","id":10000,"des'
            b'cription":""}}]'
        ),
        adds=("filter 10003 is shared with projectRole: role Developers in PROJ",),
    ),
    Case(
        "filters: shares",
        "add a user",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "user", "accountId": "712020:00000000-0000-4000-8000-000000010000"},
        status=201,
        body=b'[{"id":10003,"type":"group","group":'
        + STAFF
        + (
            b'},{"id":10006,"type":"user","user":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-000'
            b'0-4000-8000-000000010000","accountId":"712020:00000000-0000-4000-8000-000000010000","avatarUrls"'
            b':{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size=lar'
            b'ge","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size=s'
            b'mall","16x16":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size'
            b'=xsmall","32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&s'
            b'ize=medium"},"displayName":"admin","active":true}}]'
        ),
        adds=("filter 10003 is shared with user: admin",),
    ),
    Case(
        "filters: shares",
        "add by the id of a group",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "group", "groupId": "00000000-0000-4000-9000-000000010001"},
        status=201,
        body=b'[{"id":10003,"type":"group","group":' + STAFF + b'},{"id":10006,"type":"group","group":' + BOARD + b"}]",
        adds=("filter 10003 is shared with group: group board",),
    ),
    Case(
        "filters: shares",
        "add without the permission",
        seed=_no_sharing,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "global"},
        status=400,
        body=b'{"errorMessages":["You do not have permission to share. All shares are invalid."],"errors":{}}',
    ),
    Case(
        "filters: shares",
        "add what does not exist",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "group", "groupname": "x"},
        status=400,
        body=b'{"errorMessages":["The share permission of the type \'group\' is invalid."],"errors":{}}',
    ),
    Case(
        "filters: shares",
        "add to another's",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10002/permission",
        sent={"type": "global"},
        status=400,
        body=b'{"errorMessages":["You do not have permission to edit this filter."],"errors":{}}',
    ),
    Case(
        "filters: shares",
        "add an unknown type",
        seed=_some,
        method="POST",
        path="/rest/api/3/filter/10003/permission",
        sent={"type": "x"},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "filters: shares",
        "remove",
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10003/permission/10003",
        status=204,
        content_type=None,
        body=b"",
        removes=("filter 10003 is shared with group: group staff",),
    ),
    Case(
        "filters: shares",
        "remove from another's",
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10002/permission/10000",
        status=404,
        body=b'{"errorMessages":["You must be the owner of the filter."],"errors":{}}',
    ),
    Case(
        "filters: shares",
        "remove what is not there",
        seed=_some,
        method="DELETE",
        path="/rest/api/3/filter/10003/permission/10009",
        status=404,
        body=b'{"errorMessages":["The share permission with the id \'10009\' does not exist."],"errors":{}}',
        told="the filter 'Open bugs' has no share permission '10009'",
    ),
    Case(
        "filters: shares",
        "scope of new filters",
        seed=_some,
        path="/rest/api/3/filter/defaultShareScope",
        status=200,
        body=b'{"scope":"PRIVATE"}',
    ),
    Case(
        "filters: shares",
        "another scope of new filters",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/defaultShareScope",
        sent={"scope": "AUTHENTICATED"},
        status=200,
        body=b'{"scope":"AUTHENTICATED"}',
        adds=("share scope of 712020:00000000-0000-4000-8000-000000010001: AUTHENTICATED",),
    ),
    Case(
        "filters: shares",
        "unknown scope of new filters",
        seed=_some,
        method="PUT",
        path="/rest/api/3/filter/defaultShareScope",
        sent={"scope": "x"},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "filters: shares",
        "scope of new filters, anonymous",
        seed=_some,
        caller=None,
        path="/rest/api/3/filter/defaultShareScope",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "filters: JQL",
        "by name",
        seed=_some,
        path="/rest/api/3/search/jql?jql=filter%20=%20Ours&fields=summary",
        status=200,
        body=(
            b'{"issues":[{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedReprese'
            b'ntations","id":"10001","self":"{base}/rest/api/3/issue/10001","key":"PROJ-2","fields":{"summary"'
            b':"\xc3\x9cberlauf"}},{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRep'
            b'resentations","id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{"summ'
            b'ary":"Crash on save"}}],"isLast":true}'
        ),
    ),
    Case(
        "filters: JQL",
        "by id, not in it",
        seed=_some,
        path="/rest/api/3/search/jql?jql=filter%20!=%2010000",
        status=200,
        body=b'{"issues":[{"id":"10002"},{"id":"10000"}],"isLast":true}',
    ),
    Case(
        "filters: JQL",
        "that names a filter",
        seed=_some,
        path="/rest/api/3/search/jql?jql=filter%20=%20%22Open%20bugs%22",
        status=200,
        body=b'{"issues":[{"id":"10001"}],"isLast":true}',
    ),
    Case(
        "filters: JQL",
        "unseen",
        seed=_some,
        path="/rest/api/3/search/jql?jql=filter%20=%20Private",
        status=400,
        body=b'{"errorMessages":["The value \'Private\' does not exist for the field \'filter\'."],"errors":{}}',
    ),
    Case(
        "filters: JQL",
        "unknown",
        seed=_some,
        path="/rest/api/3/search/jql?jql=filter%20=%20Nothing",
        status=400,
        body=b'{"errorMessages":["The value \'Nothing\' does not exist for the field \'filter\'."],"errors":{}}',
    ),
    Case(
        "filters: JQL",
        "what the filter names is hidden",
        seed=_hidden_project,
        path="/rest/api/3/search/jql?jql=filter%20=%20Other",
        status=200,
        body=b'{"issues":[],"isLast":true}',
    ),
)
