"""projectCategory: categories of projects, and the projects that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, PAGE, Case
from tests.wire.literals import CHALLENGE

if TYPE_CHECKING:
    from jira_linkfake import FakeJira


def _some(jira: FakeJira) -> None:
    jira.add_project("ONE", category="Inner")
    jira.add_project("TWO", category="Outer")


CASES = (
    Case(
        "project categories: use",
        "list",
        seed=_some,
        path="/rest/api/3/projectCategory",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/projectCategory/10000","id":"10000","name":"Inner",'
            b'"description":""},{"self":"{base}/rest/api/3/projectCategory/10001","id":"10001",'
            b'"name":"Outer","description":""}]'
        ),
    ),
    Case(
        "project categories: use",
        "one, version 2",
        seed=_some,
        path="/rest/api/2/projectCategory/10001",
        status=200,
        body=(b'{"self":"{base}/rest/api/2/projectCategory/10001","id":"10001","name":"Outer","description":""}'),
    ),
    Case(
        "project categories: use",
        "unknown",
        seed=_some,
        path="/rest/api/3/projectCategory/10009",
        status=404,
        body=b'{"errorMessages":["The project category \'10009\' does not exist."],"errors":{}}',
    ),
    Case(
        "project categories: use",
        "what is no id",
        seed=_some,
        path="/rest/api/3/projectCategory/x",
        status=404,
        body=b'{"errorMessages":["The project category \'x\' does not exist."],"errors":{}}',
    ),
    Case(
        "project categories: use",
        "list, anonymous",
        answers=DOCUMENTED,
        seed=_some,
        caller=None,
        path="/rest/api/3/projectCategory",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=b"Client must be authenticated to access this resource.",
    ),
    Case(
        "project categories: use",
        "one, anonymous",
        answers=DOCUMENTED,
        seed=_some,
        caller=None,
        path="/rest/api/3/projectCategory/10000",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=b"Client must be authenticated to access this resource.",
    ),
    Case(
        "project categories: use",
        "projects of one",
        seed=_some,
        path="/rest/api/3/project/search?categoryId=10001",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/project/search?categoryId=10001&maxResults=50&startAt=0",'
            b'"maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"expand":"description,'
            b'lead,issueTypes,url,projectKeys,permissions,insight",'
            b'"self":"{base}/rest/api/3/project/10003","id":"10003","key":"TWO","name":"TWO",'
            b'"avatarUrls":{"48x48":"{base}/secure/projectavatar?pid=10003&size=large",'
            b'"24x24":"{base}/secure/projectavatar?pid=10003&size=small",'
            b'"16x16":"{base}/secure/projectavatar?pid=10003&size=xsmall",'
            b'"32x32":"{base}/secure/projectavatar?pid=10003&size=medium"},'
            b'"projectTypeKey":"software","simplified":false,"style":"classic","isPrivate":false,'
            b'"properties":{},"projectCategory":{"self":"{base}/rest/api/3/projectCategory/10001",'
            b'"id":"10001","name":"Outer","description":""}}]}'
        ),
    ),
    Case(
        "project categories: use",
        "projects by it",
        seed=_some,
        path="/rest/api/3/project/search?orderBy=-category&maxResults=1",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/project/search?orderBy=-category&maxResults=1&startAt=0",'
            b'"nextPage":"{base}/rest/api/3/project/search?orderBy=-category&maxResults=1&startAt=1",'
            b'"maxResults":1,"startAt":0,"total":4,"isLast":false,"values":[{"expand":"description,'
            b'lead,issueTypes,url,projectKeys,permissions,insight",'
            b'"self":"{base}/rest/api/3/project/10003","id":"10003","key":"TWO","name":"TWO",'
            b'"avatarUrls":{"48x48":"{base}/secure/projectavatar?pid=10003&size=large",'
            b'"24x24":"{base}/secure/projectavatar?pid=10003&size=small",'
            b'"16x16":"{base}/secure/projectavatar?pid=10003&size=xsmall",'
            b'"32x32":"{base}/secure/projectavatar?pid=10003&size=medium"},'
            b'"projectTypeKey":"software","simplified":false,"style":"classic","isPrivate":false,'
            b'"properties":{},"projectCategory":{"self":"{base}/rest/api/3/projectCategory/10001",'
            b'"id":"10001","name":"Outer","description":""}}]}'
        ),
    ),
    Case(
        "project categories: use",
        "a new project of one",
        seed=_some,
        caller="admin",
        method="POST",
        path="/rest/api/3/project",
        sent={
            "key": "NEW",
            "name": "New",
            "leadAccountId": "712020:00000000-0000-4000-8000-000000010001",
            "categoryId": 10000,
        },
        status=201,
        body=b'{"self":"{base}/rest/api/3/project/10004","id":10004,"key":"NEW"}',
        adds=("project 10004: NEW, New, led by alice, of the category Inner",),
    ),
    Case(
        "project categories: use",
        "a new project of an unknown one",
        seed=_some,
        caller="admin",
        method="POST",
        path="/rest/api/3/project",
        sent={
            "key": "NEW",
            "name": "New",
            "leadAccountId": "712020:00000000-0000-4000-8000-000000010001",
            "categoryId": 7,
        },
        status=400,
        body=(b'{"errorMessages":[],"errors":{"categoryId":"The project category with id \'7\' does not exist."}}'),
    ),
    Case(
        "project categories: use",
        "a project that gets another",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/project/ONE",
        sent={"categoryId": 10001},
        status=200,
        body=(
            b'{"expand":"description,lead,issueTypes,url,projectKeys,permissions,insight",'
            b'"self":"{base}/rest/api/3/project/10002","id":"10002","key":"ONE","name":"ONE",'
            b'"avatarUrls":{"48x48":"{base}/secure/projectavatar?pid=10002&size=large",'
            b'"24x24":"{base}/secure/projectavatar?pid=10002&size=small",'
            b'"16x16":"{base}/secure/projectavatar?pid=10002&size=xsmall",'
            b'"32x32":"{base}/secure/projectavatar?pid=10002&size=medium"},'
            b'"projectTypeKey":"software","simplified":false,"style":"classic","isPrivate":false,'
            b'"properties":{},"projectCategory":{"self":"{base}/rest/api/3/projectCategory/10001",'
            b'"id":"10001","name":"Outer","description":""},"description":"",'
            b'"lead":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-0000-4000-8000-00000001'
            b'0000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},"components":[],'
            b'"issueTypes":[{"self":"{base}/rest/api/3/issuetype/10000","id":"10000","description":"",'
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
            b'um","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0}],'
            b'"assigneeType":"UNASSIGNED","versions":[],'
            b'"roles":{"Developers":"{base}/rest/api/3/project/10002/role/10000",'
            b'"Administrators":"{base}/rest/api/3/project/10002/role/10001"}}'
        ),
        adds=("project 10002: ONE, ONE, led by admin, of the category Outer",),
        removes=("project 10002: ONE, ONE, led by admin, of the category Inner",),
    ),
    Case(
        "project categories: use",
        "a project that loses its own",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/project/ONE",
        sent={"categoryId": -1},
        status=200,
        body=(
            b'{"expand":"description,lead,issueTypes,url,projectKeys,permissions,insight",'
            b'"self":"{base}/rest/api/3/project/10002","id":"10002","key":"ONE","name":"ONE",'
            b'"avatarUrls":{"48x48":"{base}/secure/projectavatar?pid=10002&size=large",'
            b'"24x24":"{base}/secure/projectavatar?pid=10002&size=small",'
            b'"16x16":"{base}/secure/projectavatar?pid=10002&size=xsmall",'
            b'"32x32":"{base}/secure/projectavatar?pid=10002&size=medium"},'
            b'"projectTypeKey":"software","simplified":false,"style":"classic","isPrivate":false,'
            b'"properties":{},"description":"","lead":{"self":"{base}/rest/api/3/user?accountId=712020'
            b':00000000-0000-4000-8000-000000010000","accountId":"712020:00000000-0000-4000-8000-00000'
            b'0010000","accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},"components":[],'
            b'"issueTypes":[{"self":"{base}/rest/api/3/issuetype/10000","id":"10000","description":"",'
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
            b'um","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0}],'
            b'"assigneeType":"UNASSIGNED","versions":[],'
            b'"roles":{"Developers":"{base}/rest/api/3/project/10002/role/10000",'
            b'"Administrators":"{base}/rest/api/3/project/10002/role/10001"}}'
        ),
        adds=("project 10002: ONE, ONE, led by admin",),
        removes=("project 10002: ONE, ONE, led by admin, of the category Inner",),
    ),
    Case(
        "project categories: use",
        "a project that keeps its own",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/project/ONE",
        sent={"name": "ONE"},
        status=200,
        body=(
            b'{"expand":"description,lead,issueTypes,url,projectKeys,permissions,insight",'
            b'"self":"{base}/rest/api/3/project/10002","id":"10002","key":"ONE","name":"ONE",'
            b'"avatarUrls":{"48x48":"{base}/secure/projectavatar?pid=10002&size=large",'
            b'"24x24":"{base}/secure/projectavatar?pid=10002&size=small",'
            b'"16x16":"{base}/secure/projectavatar?pid=10002&size=xsmall",'
            b'"32x32":"{base}/secure/projectavatar?pid=10002&size=medium"},'
            b'"projectTypeKey":"software","simplified":false,"style":"classic","isPrivate":false,'
            b'"properties":{},"projectCategory":{"self":"{base}/rest/api/3/projectCategory/10000",'
            b'"id":"10000","name":"Inner","description":""},"description":"",'
            b'"lead":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-0000-4000-8000-00000001'
            b'0000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},"components":[],'
            b'"issueTypes":[{"self":"{base}/rest/api/3/issuetype/10000","id":"10000","description":"",'
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
            b'um","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0}],'
            b'"assigneeType":"UNASSIGNED","versions":[],'
            b'"roles":{"Developers":"{base}/rest/api/3/project/10002/role/10000",'
            b'"Administrators":"{base}/rest/api/3/project/10002/role/10001"}}'
        ),
    ),
    Case(
        "project categories: use",
        "a project that gets an unknown one",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/project/ONE",
        sent={"categoryId": 7},
        status=400,
        body=(b'{"errorMessages":[],"errors":{"categoryId":"The project category with id \'7\' does not exist."}}'),
    ),
    Case(
        "project categories: change",
        "make",
        seed=_some,
        caller="admin",
        method="POST",
        path="/rest/api/3/projectCategory",
        sent={"name": " Third ", "description": "x"},
        status=201,
        body=(b'{"self":"{base}/rest/api/3/projectCategory/10002","id":"10002","name":"Third","description":"x"}'),
        adds=("category 10002: Third, 'x'",),
    ),
    Case(
        "project categories: change",
        "make, no administrator",
        seed=_some,
        caller="alice",
        method="POST",
        path="/rest/api/3/projectCategory",
        sent={"name": "Third"},
        status=403,
        body=(
            b'{"errorMessages":["You are not authorized to perform this action. Administrator '
            b'privileges are required."],"errors":{}}'
        ),
    ),
    Case(
        "project categories: change",
        "make, of no name and too much of a description",
        seed=_some,
        caller="admin",
        method="POST",
        path="/rest/api/3/projectCategory",
        sent={"description": "y" * 1001},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"name":"The name must have 1 to 255 characters.",'
            b'"description":"The description must not be longer than 1000 characters."}}'
        ),
    ),
    Case(
        "project categories: change",
        "make, of a name that is taken",
        seed=_some,
        caller="admin",
        method="POST",
        path="/rest/api/3/projectCategory",
        sent={"name": "inner"},
        status=409,
        body=b'{"errorMessages":[],"errors":{"name":"The project category name \'Inner\' is in use."}}',
    ),
    Case(
        "project categories: change",
        "make, with what there is not",
        seed=_some,
        caller="admin",
        method="POST",
        path="/rest/api/3/projectCategory",
        sent={"title": "x"},
        status=400,
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    Case(
        "project categories: change",
        "change, in its projects too, version 2",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/2/projectCategory/10000",
        sent={"name": "Core", "id": "10000", "self": "x"},
        status=200,
        body=(b'{"self":"{base}/rest/api/2/projectCategory/10000","id":"10000","name":"Core","description":""}'),
        adds=(
            "category 10000: Core, ''",
            "project 10002: ONE, ONE, led by admin, of the category Core",
        ),
        removes=(
            "category 10000: Inner, ''",
            "project 10002: ONE, ONE, led by admin, of the category Inner",
        ),
    ),
    Case(
        "project categories: change",
        "change its description",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/projectCategory/10000",
        sent={"description": "x"},
        status=200,
        body=(b'{"self":"{base}/rest/api/3/projectCategory/10000","id":"10000","name":"Inner","description":"x"}'),
        adds=("category 10000: Inner, 'x'",),
        removes=("category 10000: Inner, ''",),
    ),
    Case(
        "project categories: change",
        "change, to a name that is taken",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/projectCategory/10000",
        sent={"name": "Outer"},
        status=409,
        body=b'{"errorMessages":[],"errors":{"name":"The project category name \'Outer\' is in use."}}',
    ),
    Case(
        "project categories: change",
        "change, no administrator",
        seed=_some,
        caller="alice",
        method="PUT",
        path="/rest/api/3/projectCategory/10000",
        sent={},
        status=403,
        body=(
            b'{"errorMessages":["You are not authorized to perform this action. Administrator '
            b'privileges are required."],"errors":{}}'
        ),
    ),
    Case(
        "project categories: change",
        "change, unknown",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/projectCategory/10009",
        sent={},
        status=404,
        body=b'{"errorMessages":["The project category \'10009\' does not exist."],"errors":{}}',
    ),
    Case(
        "project categories: change",
        "change, to no name",
        seed=_some,
        caller="admin",
        method="PUT",
        path="/rest/api/3/projectCategory/10000",
        sent={"name": ""},
        status=400,
        body=b'{"errorMessages":[],"errors":{"name":"The name must have 1 to 255 characters."}}',
    ),
    Case(
        "project categories: change",
        "remove, from its projects",
        seed=_some,
        caller="admin",
        method="DELETE",
        path="/rest/api/3/projectCategory/10000",
        status=204,
        content_type=None,
        body=b"",
        adds=("project 10002: ONE, ONE, led by admin",),
        removes=(
            "category 10000: Inner, ''",
            "project 10002: ONE, ONE, led by admin, of the category Inner",
        ),
    ),
    Case(
        "project categories: change",
        "remove, unknown",
        seed=_some,
        caller="admin",
        method="DELETE",
        path="/rest/api/3/projectCategory/10009",
        status=404,
        body=b'{"errorMessages":["The project category \'10009\' does not exist."],"errors":{}}',
    ),
    Case(
        "project categories: change",
        "remove, no administrator",
        seed=_some,
        caller="alice",
        method="DELETE",
        path="/rest/api/3/projectCategory/10000",
        status=403,
        body=(
            b'{"errorMessages":["You are not authorized to perform this action. Administrator '
            b'privileges are required."],"errors":{}}'
        ),
    ),
)
