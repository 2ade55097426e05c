"""version and project/{projectIdOrKey}/version: versions, their issues, and what belongs to their release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.literals import CHALLENGE, INVALID_PAYLOAD, UNAUTHENTICATED

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

VERSIONS = "/rest/api/3/version"
WORK = "069a7dea-ae7c-5a67-971b-d4e82099548a"


def _some(jira: FakeJira) -> None:
    jira.add_version(
        "1.0",
        project="PROJ",
        released=True,
        description="First",
        start_date="2025-11-01",
        release_date="2025-12-01",
    )
    jira.add_version("1.1", project="PROJ", release_date="2026-02-01")
    jira.add_version("2.0", project="PROJ", archived=True)
    jira.add_version("9", project="OTHER")
    jira.add_issue("PROJ-7", fix_versions=["1.1"], affects_versions=["1.0"])
    jira.add_issue("PROJ-8", fix_versions=["1.1"], status="Done")
    jira.add_issue("PROJ-9", fix_versions=["1.1"], visible_to=[])


def _worked(jira: FakeJira) -> None:
    _some(jira)
    work = {"category": "Design", "title": "Sketch", "url": "https://example.com/1"}
    reply = jira.client().post("/rest/api/3/version/10001/relatedwork", json=work, auth=jira.auth)
    assert reply.status_code == 201


def _no_admin(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("ADMINISTER_PROJECTS")
    jira.deny("ADMINISTER")


def _hidden(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _no_resolve(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("RESOLVE_ISSUES")


def _no_edit(jira: FakeJira) -> None:
    _some(jira)
    jira.deny("EDIT_ISSUES")


def _public(jira: FakeJira) -> None:
    _some(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


def _wrong(name: bytes, text: bytes) -> bytes:
    return b'{"errorMessages":[],"errors":{"%b":"%b"}}' % (name, text)


CASES = (
    Case(
        "versions: change",
        "of which the body asks for more than the address",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10002?expand=operations",
        sent={"released": True, "expand": "issuesstatus, approvers"},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10002","id":"10002","name":"2.0","archived":true,"released":true,'
            b'"projectId":10000,"issuesStatusForFixVersion":{"unmapped":0,"toDo":0,"inProgress":0,"done":0},'
            b'"operations":[],"approvers":[],"project":"PROJ"}'
        ),
        adds=("version 10002: PROJ 2.0 released archived",),
        removes=("version 10002: PROJ 2.0 archived",),
    ),
    Case(
        "versions: delete",
        "with what custom fields are to hold, which is not served",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/removeAndSwap",
        sent={"customFieldReplacementList": [{"customFieldId": 10100, "moveTo": 10000}]},
        status=501,
        body=_told(
            b"jira_linkfake does not serve customFieldReplacementList in POST version/{id}/removeAndSwap "
            b"(deleteAndReplaceVersion)."
        ),
    ),
    Case(
        "versions: change",
        "driven by alice, which the answer tells on request",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10002?expand=driver",
        sent={"driver": "712020:00000000-0000-4000-8000-000000010001"},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10002","id":"10002","name":"2.0","archived":true,"released":false,'
            b'"projectId":10000,"driver":"712020:00000000-0000-4000-8000-000000010001","project":"PROJ"}'
        ),
        adds=("version 10002: PROJ 2.0 archived, driven by alice",),
        removes=("version 10002: PROJ 2.0 archived",),
    ),
    *(
        Case(
            "versions: unknown or unseen",
            f"{name}, of an unknown project",
            path=f"/rest/api/3/project/NOPE/{name}",
            status=404,
            body=_told(b"No project could be found with key 'NOPE'."),
        )
        for name in ("version", "versions")
    ),
    Case(
        "versions: delete",
        "and replace by itself",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/removeAndSwap",
        sent={"moveAffectedIssuesTo": "10001"},
        status=400,
        body=_told(b"You cannot move the issues to the version being deleted."),
    ),
    *(
        Case(
            "versions: related work that cannot be",
            f"{method}, of an archived version",
            seed=_some,
            method=method,
            path=f"{VERSIONS}/10002/relatedwork{below}",
            sent=sent,
            status=400,
            body=_told(b"The related work of an archived version cannot be changed."),
        )
        for method, below, sent in (("PUT", "", {"relatedWorkId": "x"}), ("DELETE", "/x", None))
    ),
    *(
        Case(
            "versions: related work without permission",
            f"{method}, no Edit issues",
            seed=_no_edit,
            method=method,
            path=f"{VERSIONS}/10001/relatedwork{below}",
            sent=sent,
            status=403,
            body=_told(b"You do not have permission to change the related work of this version."),
        )
        for method, below, sent in (("PUT", "", {"relatedWorkId": "x"}), ("DELETE", "/x", None))
    ),
    Case(
        "versions: list",
        seed=_some,
        path="/rest/api/3/project/PROJ/versions",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/version/10000","id":"10000","description":"First",'
            b'"name":"1.0","archived":false,"released":true,"startDate":"2025-11-01",'
            b'"releaseDate":"2025-12-01","userStartDate":"1/Nov/2025",'
            b'"userReleaseDate":"1/Dec/2025","projectId":10000},'
            b'{"self":"{base}/rest/api/3/version/10001","id":"10001","name":"1.1",'
            b'"archived":false,"released":false,"releaseDate":"2026-02-01","overdue":false,'
            b'"userReleaseDate":"1/Feb/2026","projectId":10000},'
            b'{"self":"{base}/rest/api/3/version/10002","id":"10002","name":"2.0","archived":true,'
            b'"released":false,"projectId":10000}]'
        ),
    ),
    Case(
        "versions: list",
        "expanded",
        seed=_some,
        path="/rest/api/3/project/PROJ/versions?expand=issuesstatus,operations,driver,approvers",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/version/10000","id":"10000","description":"First",'
            b'"name":"1.0","archived":false,"released":true,"startDate":"2025-11-01",'
            b'"releaseDate":"2025-12-01","userStartDate":"1/Nov/2025",'
            b'"userReleaseDate":"1/Dec/2025","projectId":10000,'
            b'"issuesStatusForFixVersion":{"unmapped":0,"toDo":0,"inProgress":0,"done":0},'
            b'"operations":[],"approvers":[]},{"self":"{base}/rest/api/3/version/10001",'
            b'"id":"10001","name":"1.1","archived":false,"released":false,'
            b'"releaseDate":"2026-02-01","overdue":false,"userReleaseDate":"1/Feb/2026",'
            b'"projectId":10000,"issuesStatusForFixVersion":{"unmapped":0,"toDo":1,"inProgress":0,'
            b'"done":1},"operations":[],"approvers":[]},{"self":"{base}/rest/api/3/version/10002",'
            b'"id":"10002","name":"2.0","archived":true,"released":false,"projectId":10000,'
            b'"issuesStatusForFixVersion":{"unmapped":0,"toDo":0,"inProgress":0,"done":0},'
            b'"operations":[],"approvers":[]}]'
        ),
    ),
    Case(
        "versions: list",
        "none",
        path="/rest/api/2/project/PROJ/versions",
        status=200,
        body=b"[]",
    ),
    Case(
        "versions: list",
        "anonymous",
        seed=_public,
        caller=None,
        path="/rest/api/3/project/PROJ/versions",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/version/10000","id":"10000","description":"First",'
            b'"name":"1.0","archived":false,"released":true,"startDate":"2025-11-01",'
            b'"releaseDate":"2025-12-01","userStartDate":"1/Nov/2025",'
            b'"userReleaseDate":"1/Dec/2025","projectId":10000},'
            b'{"self":"{base}/rest/api/3/version/10001","id":"10001","name":"1.1",'
            b'"archived":false,"released":false,"releaseDate":"2026-02-01","overdue":false,'
            b'"userReleaseDate":"1/Feb/2026","projectId":10000},'
            b'{"self":"{base}/rest/api/3/version/10002","id":"10002","name":"2.0","archived":true,'
            b'"released":false,"projectId":10000}]'
        ),
    ),
    Case(
        "versions: list",
        "page",
        seed=_some,
        path="/rest/api/3/project/PROJ/version?maxResults=1&startAt=1",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/project/PROJ/version?maxResults=1&startAt=1",'
            b'"nextPage":"{base}/rest/api/3/project/PROJ/version?maxResults=1&startAt=2",'
            b'"maxResults":1,"startAt":1,"total":3,"isLast":false,'
            b'"values":[{"self":"{base}/rest/api/3/version/10001","id":"10001","name":"1.1",'
            b'"archived":false,"released":false,"releaseDate":"2026-02-01","overdue":false,'
            b'"userReleaseDate":"1/Feb/2026","projectId":10000}]}'
        ),
    ),
    Case(
        "versions: list",
        "page of a query",
        seed=_some,
        path="/rest/api/3/project/PROJ/version?query=FIRST&status=released,archived&orderBy=-name",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/project/PROJ/version?query=FIRST&status=released%2Carchiv'
            b'ed&orderBy=-name&maxResults=50&startAt=0","maxResults":50,"startAt":0,"total":1,'
            b'"isLast":true,"values":[{"self":"{base}/rest/api/3/version/10000","id":"10000",'
            b'"description":"First","name":"1.0","archived":false,"released":true,'
            b'"startDate":"2025-11-01","releaseDate":"2025-12-01","userStartDate":"1/Nov/2025",'
            b'"userReleaseDate":"1/Dec/2025","projectId":10000}]}'
        ),
    ),
    Case(
        "versions: one",
        seed=_some,
        path=f"{VERSIONS}/10000",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10000","id":"10000","description":"First",'
            b'"name":"1.0","archived":false,"released":true,"startDate":"2025-11-01",'
            b'"releaseDate":"2025-12-01","userStartDate":"1/Nov/2025",'
            b'"userReleaseDate":"1/Dec/2025","projectId":10000}'
        ),
    ),
    Case(
        "versions: one",
        "version 2, expanded",
        seed=_some,
        path="/rest/api/2/version/10001?expand=issuesstatus,operations",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/2/version/10001","id":"10001","name":"1.1",'
            b'"archived":false,"released":false,"releaseDate":"2026-02-01","overdue":false,'
            b'"userReleaseDate":"1/Feb/2026","projectId":10000,'
            b'"issuesStatusForFixVersion":{"unmapped":0,"toDo":1,"inProgress":0,"done":1},'
            b'"operations":[]}'
        ),
    ),
    Case(
        "versions: make",
        "least",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0", "projectId": 10000},
        status=201,
        body=(
            b'{"self":"{base}/rest/api/3/version/10004","id":"10004","name":"3.0",'
            b'"archived":false,"released":false,"projectId":10000,"project":"PROJ"}'
        ),
        adds=(
            "version 10004: PROJ 3.0",
            "versions of PROJ: 10000, 10001, 10002, 10004",
        ),
        removes=("versions of PROJ: 10000, 10001, 10002",),
    ),
    Case(
        "versions: make",
        "all",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={
            "name": "3.0",
            "project": "PROJ",
            "description": "Big",
            "released": True,
            "archived": True,
            "startDate": "2026-01-02",
            "releaseDate": "2026-03-04",
            "driver": "712020:00000000-0000-4000-8000-000000010001",
        },
        status=201,
        body=(
            b'{"self":"{base}/rest/api/3/version/10004","id":"10004","description":"Big",'
            b'"name":"3.0","archived":true,"released":true,"startDate":"2026-01-02",'
            b'"releaseDate":"2026-03-04","userStartDate":"2/Jan/2026",'
            b'"userReleaseDate":"4/Mar/2026","projectId":10000,"project":"PROJ"}'
        ),
        adds=(
            "version 10004: PROJ 3.0 released archived, driven by alice",
            "versions of PROJ: 10000, 10001, 10002, 10004",
        ),
        removes=("versions of PROJ: 10000, 10001, 10002",),
    ),
    Case(
        "versions: make",
        "dates for people, project's id as text",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0", "projectId": "10000", "userStartDate": "2/Jan/26", "userReleaseDate": "4/mar/2026"},
        status=201,
        body=(
            b'{"self":"{base}/rest/api/3/version/10004","id":"10004","name":"3.0",'
            b'"archived":false,"released":false,"startDate":"2026-01-02",'
            b'"releaseDate":"2026-03-04","overdue":false,"userStartDate":"2/Jan/2026",'
            b'"userReleaseDate":"4/Mar/2026","projectId":10000,"project":"PROJ"}'
        ),
        adds=(
            "version 10004: PROJ 3.0",
            "versions of PROJ: 10000, 10001, 10002, 10004",
        ),
        removes=("versions of PROJ: 10000, 10001, 10002",),
    ),
    Case(
        "versions: make without a project, or in one that may not be administered",
        "none",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0"},
        status=400,
        body=_told(b"Project must be specified to create a version."),
    ),
    Case(
        "versions: make without a project, or in one that may not be administered",
        "unknown, by key",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0", "project": "NOPE"},
        status=404,
        body=_told(
            b"Project with key 'NOPE' either does not exist or you do not have permission to create versions in it."
        ),
    ),
    Case(
        "versions: make without a project, or in one that may not be administered",
        "unknown, by id",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0", "projectId": 77},
        status=404,
        body=_told(
            b"Project with key 'null' either does not exist or you do not have permission to create versions in it."
        ),
    ),
    Case(
        "versions: make without a project, or in one that may not be administered",
        "hidden",
        seed=_hidden,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0", "project": "PROJ"},
        status=404,
        body=_told(
            b"Project with key 'PROJ' either does not exist or you do not have permission to create versions in it."
        ),
    ),
    Case(
        "versions: make without a project, or in one that may not be administered",
        "no administrator",
        seed=_no_admin,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0", "project": "PROJ"},
        status=404,
        body=_told(
            b"Project with key 'PROJ' either does not exist or you do not have permission to create versions in it."
        ),
    ),
    Case(
        "versions: make without a project, or in one that may not be administered",
        "anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0", "project": "PROJ"},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "versions: make without a project, or in one that may not be administered",
        "anonymous, observed",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="POST",
        path=VERSIONS,
        sent={"name": "3.0", "project": "PROJ"},
        status=404,
        body=_told(
            b"Project with key 'PROJ' either does not exist or you do not have permission to create versions in it."
        ),
    ),
    Case(
        "versions: what no version can be",
        "no name",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000},
        status=400,
        body=_wrong(b"name", b"You must specify a valid version name"),
    ),
    Case(
        "versions: what no version can be",
        "empty name",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": " "},
        status=400,
        body=_wrong(b"name", b"You must specify a valid version name"),
    ),
    Case(
        "versions: what no version can be",
        "long name",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "v" * 256},
        status=400,
        body=_wrong(b"name", b"The version name must not exceed 255 characters."),
    ),
    Case(
        "versions: what no version can be",
        "name that is taken",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "1.1"},
        status=400,
        body=_wrong(b"name", b"A version with this name already exists in this project."),
    ),
    Case(
        "versions: what no version can be",
        "long description",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "description": "d" * 16385},
        status=400,
        body=_wrong(b"description", b"The description is over 16384 characters."),
    ),
    Case(
        "versions: what no version can be",
        "no date",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "releaseDate": "1/Jan/2026"},
        status=400,
        body=_wrong(b"releaseDate", b"The date '1/Jan/2026' is not valid: it has the form yyyy-MM-dd."),
    ),
    Case(
        "versions: what no version can be",
        "no day of a calendar",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "startDate": "2026-02-30"},
        status=400,
        body=_wrong(b"startDate", b"The date '2026-02-30' is not valid: it has the form yyyy-MM-dd."),
    ),
    Case(
        "versions: what no version can be",
        "no date for people",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "userReleaseDate": "2026-01-01"},
        status=400,
        body=_wrong(b"userReleaseDate", b"The date '2026-01-01' is not valid: it has the form d/MMM/yyyy."),
    ),
    Case(
        "versions: what no version can be",
        "no month",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "userStartDate": "1/Foo/2026"},
        status=400,
        body=_wrong(b"userStartDate", b"The date '1/Foo/2026' is not valid: it has the form d/MMM/yyyy."),
    ),
    Case(
        "versions: what no version can be",
        "two release dates",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "releaseDate": "2026-01-01", "userReleaseDate": "1/Jan/2026"},
        status=400,
        body=_told(b"Only one of 'releaseDate' and 'userReleaseDate' can be specified when creating a version."),
    ),
    Case(
        "versions: what no version can be",
        "two start dates",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "startDate": "2026-01-01", "userStartDate": "1/Jan/2026"},
        status=400,
        body=_told(b"Only one of 'startDate' and 'userStartDate' can be specified when creating a version."),
    ),
    Case(
        "versions: what no version can be",
        "start after the release",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "startDate": "2026-01-02", "releaseDate": "2026-01-01"},
        status=400,
        body=_wrong(b"startDate", b"The start date must not be after the release date."),
    ),
    Case(
        "versions: what no version can be",
        "unknown driver",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "driver": "1"},
        status=400,
        body=_wrong(b"driver", b"The user '1' does not exist."),
    ),
    Case(
        "versions: what no version can be",
        "unknown property",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "colour": "red"},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "versions: what no version can be",
        "flag that is none",
        seed=_some,
        method="POST",
        path=VERSIONS,
        sent={"projectId": 10000, "name": "3", "released": "yes"},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "versions: change",
        "name and dates",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={"name": "1.2", "releaseDate": "2026-02-02", "userReleaseDate": "1/Jan/2026"},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10001","id":"10001","name":"1.2",'
            b'"archived":false,"released":false,"releaseDate":"2026-02-02","overdue":false,'
            b'"userReleaseDate":"2/Feb/2026","projectId":10000,"project":"PROJ"}'
        ),
        adds=("version 10001: PROJ 1.2",),
        removes=("version 10001: PROJ 1.1",),
    ),
    Case(
        "versions: change",
        "nothing",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10001","id":"10001","name":"1.1",'
            b'"archived":false,"released":false,"releaseDate":"2026-02-01","overdue":false,'
            b'"userReleaseDate":"1/Feb/2026","projectId":10000,"project":"PROJ"}'
        ),
    ),
    Case(
        "versions: change",
        "what was read is sent back",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10000",
        sent={
            "self": "https://x",
            "id": "10000",
            "description": "First",
            "name": "1.0",
            "archived": False,
            "released": True,
            "startDate": "2025-11-01",
            "releaseDate": "2025-12-01",
            "userStartDate": "1/Nov/2025",
            "userReleaseDate": "1/Dec/2025",
            "projectId": 10000,
        },
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10000","id":"10000","description":"First",'
            b'"name":"1.0","archived":false,"released":true,"startDate":"2025-11-01",'
            b'"releaseDate":"2025-12-01","userStartDate":"1/Nov/2025",'
            b'"userReleaseDate":"1/Dec/2025","projectId":10000,"project":"PROJ"}'
        ),
    ),
    Case(
        "versions: change",
        "released",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={"released": True},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10001","id":"10001","name":"1.1",'
            b'"archived":false,"released":true,"releaseDate":"2026-02-01",'
            b'"userReleaseDate":"1/Feb/2026","projectId":10000,"project":"PROJ"}'
        ),
        adds=("version 10001: PROJ 1.1 released",),
        removes=("version 10001: PROJ 1.1",),
    ),
    Case(
        "versions: change",
        "released, unresolved issues get another",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={"released": True, "moveUnfixedIssuesTo": "https://x/rest/api/3/version/10000"},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10001","id":"10001","name":"1.1",'
            b'"archived":false,"released":true,"releaseDate":"2026-02-01",'
            b'"userReleaseDate":"1/Feb/2026","projectId":10000,"project":"PROJ"}'
        ),
        adds=("version 10001: PROJ 1.1 released",),
        removes=("version 10001: PROJ 1.1",),
        updates=(
            "PROJ-7",
            "PROJ-9",
        ),
    ),
    Case(
        "versions: change",
        "released no longer",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10000",
        sent={"released": False},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10000","id":"10000","description":"First",'
            b'"name":"1.0","archived":false,"released":false,"startDate":"2025-11-01",'
            b'"releaseDate":"2025-12-01","overdue":true,"userStartDate":"1/Nov/2025",'
            b'"userReleaseDate":"1/Dec/2025","projectId":10000,"project":"PROJ"}'
        ),
        adds=("version 10000: PROJ 1.0",),
        removes=("version 10000: PROJ 1.0 released",),
    ),
    Case(
        "versions: change",
        "name that is taken",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={"name": "1.0"},
        status=400,
        body=_wrong(b"name", b"A version with this name already exists in this project."),
    ),
    Case(
        "versions: change",
        "unresolved issues to none",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={"released": True, "moveUnfixedIssuesTo": "https://x/77"},
        status=400,
        body=_wrong(b"moveUnfixedIssuesTo", b"There is no version '77' in this project."),
    ),
    Case(
        "versions: move",
        "first",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"position": "First"},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10001","id":"10001","name":"1.1",'
            b'"archived":false,"released":false,"releaseDate":"2026-02-01","overdue":false,'
            b'"userReleaseDate":"1/Feb/2026","projectId":10000}'
        ),
        adds=("versions of PROJ: 10001, 10000, 10002",),
        removes=("versions of PROJ: 10000, 10001, 10002",),
    ),
    Case(
        "versions: move",
        "behind another",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10000/move",
        sent={"after": "https://x/rest/api/3/version/10001"},
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10000","id":"10000","description":"First",'
            b'"name":"1.0","archived":false,"released":true,"startDate":"2025-11-01",'
            b'"releaseDate":"2025-12-01","userStartDate":"1/Nov/2025",'
            b'"userReleaseDate":"1/Dec/2025","projectId":10000}'
        ),
        adds=("versions of PROJ: 10001, 10000, 10002",),
        removes=("versions of PROJ: 10000, 10001, 10002",),
    ),
    Case(
        "versions: move",
        "nowhere",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={},
        status=400,
        body=_told(b"Either 'after' or 'position' must be specified: one of Earlier, Later, First, Last."),
    ),
    Case(
        "versions: move",
        "two places",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"position": "First", "after": "https://x/10000"},
        status=400,
        body=_told(b"Either 'after' or 'position' must be specified: one of Earlier, Later, First, Last."),
    ),
    Case(
        "versions: move",
        "no position",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"position": "Middle"},
        status=400,
        body=_told(b"Either 'after' or 'position' must be specified: one of Earlier, Later, First, Last."),
    ),
    Case(
        "versions: move",
        "behind an unknown one",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"after": "https://x/77"},
        status=404,
        body=_told(b"Could not find version with id '77' for project 'PROJ'"),
    ),
    Case(
        "versions: move",
        "behind another project's",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"after": "https://x/10003"},
        status=404,
        body=_told(b"Could not find version with id '10003' for project 'PROJ'"),
    ),
    Case(
        "versions: merge",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001/mergeto/10000",
        status=204,
        content_type=None,
        body=b"",
        adds=("versions of PROJ: 10000, 10002",),
        removes=(
            "version 10001: PROJ 1.1",
            "versions of PROJ: 10000, 10001, 10002",
        ),
        updates=(
            "PROJ-7",
            "PROJ-8",
            "PROJ-9",
        ),
    ),
    Case(
        "versions: merge",
        "into another project's",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001/mergeto/10003",
        status=404,
        body=_told(b"Could not find version with id '10003' for project 'PROJ'"),
    ),
    Case(
        "versions: merge",
        "into itself",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/10001/mergeto/10001",
        status=400,
        body=_told(b"You cannot move the issues to the version being deleted."),
    ),
    Case(
        "versions: delete",
        seed=_some,
        method="DELETE",
        path=f"{VERSIONS}/10001",
        status=204,
        content_type=None,
        body=b"",
        adds=("versions of PROJ: 10000, 10002",),
        removes=(
            "version 10001: PROJ 1.1",
            "versions of PROJ: 10000, 10001, 10002",
        ),
        updates=(
            "PROJ-7",
            "PROJ-8",
            "PROJ-9",
        ),
    ),
    Case(
        "versions: delete",
        "swapped",
        seed=_some,
        method="DELETE",
        path=f"{VERSIONS}/10001?moveFixIssuesTo=10000&moveAffectedIssuesTo=10000",
        status=204,
        content_type=None,
        body=b"",
        adds=("versions of PROJ: 10000, 10002",),
        removes=(
            "version 10001: PROJ 1.1",
            "versions of PROJ: 10000, 10001, 10002",
        ),
        updates=(
            "PROJ-7",
            "PROJ-8",
            "PROJ-9",
        ),
    ),
    Case(
        "versions: delete",
        "swapped by address",
        seed=_some,
        method="DELETE",
        path=f"{VERSIONS}/10000?moveAffectedIssuesTo=https%3A%2F%2Fx%2Frest%2Fapi%2F3%2Fversion%2F10001",
        status=204,
        content_type=None,
        body=b"",
        adds=("versions of PROJ: 10001, 10002",),
        removes=(
            "version 10000: PROJ 1.0 released",
            "versions of PROJ: 10000, 10001, 10002",
        ),
        updates=("PROJ-7",),
    ),
    Case(
        "versions: delete",
        "swapped for itself",
        seed=_some,
        method="DELETE",
        path=f"{VERSIONS}/10001?moveFixIssuesTo=10001",
        status=400,
        body=_told(b"You cannot move the issues to the version being deleted."),
    ),
    Case(
        "versions: delete",
        "swapped for an unknown one to be fixed in",
        seed=_some,
        method="DELETE",
        path=f"{VERSIONS}/10001?moveFixIssuesTo=77",
        status=400,
        body=_told(b"The fix version with id 77 does not exist."),
    ),
    Case(
        "versions: delete",
        "swapped for another project's",
        seed=_some,
        method="DELETE",
        path=f"{VERSIONS}/10001?moveAffectedIssuesTo=10003",
        status=400,
        body=_told(b"The affects version with id 10003 does not exist."),
    ),
    Case(
        "versions: delete",
        "and replace",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/removeAndSwap",
        sent={"moveFixIssuesTo": 10000},
        status=204,
        content_type=None,
        body=b"",
        adds=("versions of PROJ: 10000, 10002",),
        removes=(
            "version 10001: PROJ 1.1",
            "versions of PROJ: 10000, 10001, 10002",
        ),
        updates=(
            "PROJ-7",
            "PROJ-8",
            "PROJ-9",
        ),
    ),
    Case(
        "versions: delete",
        "and replace by none",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/removeAndSwap",
        sent={"customFieldReplacementList": []},
        status=204,
        content_type=None,
        body=b"",
        adds=("versions of PROJ: 10000, 10002",),
        removes=(
            "version 10001: PROJ 1.1",
            "versions of PROJ: 10000, 10001, 10002",
        ),
        updates=(
            "PROJ-7",
            "PROJ-8",
            "PROJ-9",
        ),
    ),
    Case(
        "versions: no administrator",
        "change",
        seed=_no_admin,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={},
        status=400,
        body=_told(b"You must have global or project administrator rights in order to modify versions."),
    ),
    Case(
        "versions: no administrator",
        "change, anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "versions: no administrator",
        "change, anonymous, observed",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={},
        status=400,
        body=_told(b"You must have global or project administrator rights in order to modify versions."),
    ),
    Case(
        "versions: no administrator",
        "move",
        seed=_no_admin,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"position": "First"},
        status=401,
        body=_told(b"You must have global or project administrator rights in order to modify versions."),
    ),
    Case(
        "versions: no administrator",
        "move, anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"position": "First"},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "versions: no administrator",
        "move, anonymous, observed",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"position": "First"},
        status=401,
        body=_told(b"You must have global or project administrator rights in order to modify versions."),
    ),
    Case(
        "versions: no administrator",
        "merge",
        seed=_no_admin,
        method="PUT",
        path=f"{VERSIONS}/10001/mergeto/10000",
        status=401,
        body=_told(b"You must have global or project administrator rights in order to modify versions."),
    ),
    Case(
        "versions: no administrator",
        "merge, anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="PUT",
        path=f"{VERSIONS}/10001/mergeto/10000",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "versions: no administrator",
        "merge, anonymous, observed",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="PUT",
        path=f"{VERSIONS}/10001/mergeto/10000",
        status=401,
        body=_told(b"You must have global or project administrator rights in order to modify versions."),
    ),
    Case(
        "versions: no administrator",
        "delete",
        seed=_no_admin,
        method="DELETE",
        path=f"{VERSIONS}/10001",
        status=401,
        body=_told(b"The user alice does not have permission to complete this operation."),
    ),
    Case(
        "versions: no administrator",
        "delete, anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="DELETE",
        path=f"{VERSIONS}/10001",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "versions: no administrator",
        "delete, anonymous, observed",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="DELETE",
        path=f"{VERSIONS}/10001",
        status=401,
        body=_told(b"The user anonymous does not have permission to complete this operation."),
    ),
    Case(
        "versions: no administrator",
        "delete and replace",
        seed=_no_admin,
        method="POST",
        path=f"{VERSIONS}/10001/removeAndSwap",
        sent={},
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: no administrator",
        "delete and replace, anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="POST",
        path=f"{VERSIONS}/10001/removeAndSwap",
        sent={},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "versions: no administrator",
        "delete and replace, anonymous, observed",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="POST",
        path=f"{VERSIONS}/10001/removeAndSwap",
        sent={},
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "read, unknown",
        seed=_some,
        path=f"{VERSIONS}/77",
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "read, hidden",
        seed=_hidden,
        path=f"{VERSIONS}/10001",
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "change, unknown",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/77",
        sent={},
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "change, hidden",
        seed=_hidden,
        method="PUT",
        path=f"{VERSIONS}/10001",
        sent={},
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "move, unknown",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/77/move",
        sent={"position": "First"},
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "move, hidden",
        seed=_hidden,
        method="POST",
        path=f"{VERSIONS}/10001/move",
        sent={"position": "First"},
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "merge, unknown",
        seed=_some,
        method="PUT",
        path=f"{VERSIONS}/77/mergeto/10000",
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "merge, hidden",
        seed=_hidden,
        method="PUT",
        path=f"{VERSIONS}/10001/mergeto/10000",
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "delete, unknown",
        seed=_some,
        method="DELETE",
        path=f"{VERSIONS}/77",
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "delete, hidden",
        seed=_hidden,
        method="DELETE",
        path=f"{VERSIONS}/10001",
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "delete and replace, unknown",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/77/removeAndSwap",
        sent={},
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "delete and replace, hidden",
        seed=_hidden,
        method="POST",
        path=f"{VERSIONS}/10001/removeAndSwap",
        sent={},
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "count issues, unknown",
        seed=_some,
        path=f"{VERSIONS}/77/relatedIssueCounts",
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "count issues, hidden",
        seed=_hidden,
        path=f"{VERSIONS}/10001/relatedIssueCounts",
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "count unresolved, unknown",
        seed=_some,
        path=f"{VERSIONS}/77/unresolvedIssueCount",
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "count unresolved, hidden",
        seed=_hidden,
        path=f"{VERSIONS}/10001/unresolvedIssueCount",
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "related work, unknown",
        seed=_some,
        path=f"{VERSIONS}/77/relatedwork",
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "related work, hidden",
        seed=_hidden,
        path=f"{VERSIONS}/10001/relatedwork",
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "add related work, unknown",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/77/relatedwork",
        sent={"category": "a", "url": "b"},
        status=404,
        body=_told(b"Could not find version for id '77'"),
    ),
    Case(
        "versions: unknown or unseen",
        "add related work, hidden",
        seed=_hidden,
        method="POST",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={"category": "a", "url": "b"},
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: unknown or unseen",
        "id that is no number",
        seed=_some,
        path=f"{VERSIONS}/zbing",
        status=404,
        body=_told(b"Could not find version for id 'zbing'"),
    ),
    Case(
        "versions: unknown or unseen",
        "anonymous",
        answers=DOCUMENTED,
        seed=_some,
        caller=None,
        path=f"{VERSIONS}/10001",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "versions: unknown or unseen",
        "anonymous, observed",
        answers=OBSERVED,
        seed=_some,
        caller=None,
        path=f"{VERSIONS}/10001",
        status=404,
        body=_told(b"Could not find version for id '10001'"),
    ),
    Case(
        "versions: count issues",
        "related",
        seed=_some,
        path=f"{VERSIONS}/10001/relatedIssueCounts",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10001","issuesFixedCount":2,'
            b'"issuesAffectedCount":0,"issueCountWithCustomFieldsShowingVersion":0,'
            b'"customFieldUsage":[]}'
        ),
    ),
    Case(
        "versions: count issues",
        "seen in it",
        seed=_some,
        path=f"{VERSIONS}/10000/relatedIssueCounts",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/version/10000","issuesFixedCount":0,'
            b'"issuesAffectedCount":1,"issueCountWithCustomFieldsShowingVersion":0,'
            b'"customFieldUsage":[]}'
        ),
    ),
    Case(
        "versions: count issues",
        "unresolved",
        seed=_some,
        path=f"{VERSIONS}/10001/unresolvedIssueCount",
        status=200,
        body=b'{"self":"{base}/rest/api/3/version/10001","issuesUnresolvedCount":1,"issuesCount":2}',
    ),
    Case(
        "versions: related work",
        "none",
        seed=_some,
        path=f"{VERSIONS}/10001/relatedwork",
        status=200,
        body=b"[]",
    ),
    Case(
        "versions: related work",
        "list",
        seed=_worked,
        path=f"{VERSIONS}/10001/relatedwork",
        status=200,
        body=(
            b'[{"relatedWorkId":"069a7dea-ae7c-5a67-971b-d4e82099548a","category":"Design",'
            b'"title":"Sketch","url":"https://example.com/1"}]'
        ),
    ),
    Case(
        "versions: related work",
        "add",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={"category": "Design", "title": "Sketch", "url": "https://example.com/1"},
        status=201,
        body=(
            b'{"relatedWorkId":"069a7dea-ae7c-5a67-971b-d4e82099548a","category":"Design",'
            b'"title":"Sketch","url":"https://example.com/1"}'
        ),
        adds=("related work of 10001: Design https://example.com/1",),
    ),
    Case(
        "versions: related work",
        "add without a title",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={"category": "Design", "url": "https://example.com/1"},
        status=201,
        body=(
            b'{"relatedWorkId":"069a7dea-ae7c-5a67-971b-d4e82099548a","category":"Design",'
            b'"url":"https://example.com/1"}'
        ),
        adds=("related work of 10001: Design https://example.com/1",),
    ),
    Case(
        "versions: related work",
        "change",
        seed=_worked,
        method="PUT",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={"relatedWorkId": WORK, "category": "Talk", "url": "https://example.com/2"},
        status=200,
        body=(
            b'{"relatedWorkId":"069a7dea-ae7c-5a67-971b-d4e82099548a","category":"Talk","url":"https://example.com/2"}'
        ),
        adds=("related work of 10001: Talk https://example.com/2",),
        removes=("related work of 10001: Design https://example.com/1",),
    ),
    Case(
        "versions: related work",
        "delete",
        seed=_worked,
        method="DELETE",
        path=f"{VERSIONS}/10001/relatedwork/{WORK}",
        status=204,
        content_type=None,
        body=b"",
        removes=("related work of 10001: Design https://example.com/1",),
    ),
    Case(
        "versions: related work that cannot be",
        "without a category",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={"url": "https://example.com/1"},
        status=400,
        body=_wrong(b"category", b"The category of related work is required."),
    ),
    Case(
        "versions: related work that cannot be",
        "without anything",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"category":"The category of related work is required."'
            b',"url":"The url of related work is required."}}'
        ),
    ),
    Case(
        "versions: related work that cannot be",
        "unknown",
        seed=_worked,
        method="PUT",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={"relatedWorkId": "x", "category": "Talk", "url": "u"},
        status=404,
        body=_told(b"No related work with id 'x' exists."),
    ),
    Case(
        "versions: related work that cannot be",
        "unknown, deleted",
        seed=_worked,
        method="DELETE",
        path=f"{VERSIONS}/10001/relatedwork/x",
        status=404,
        body=_told(b"No related work with id 'x' exists."),
    ),
    Case(
        "versions: related work that cannot be",
        "of an archived version",
        seed=_some,
        method="POST",
        path=f"{VERSIONS}/10002/relatedwork",
        sent={"category": "Talk", "url": "u"},
        status=400,
        body=_told(b"The related work of an archived version cannot be changed."),
    ),
    Case(
        "versions: related work without permission",
        "no Resolve issues",
        seed=_no_resolve,
        method="POST",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={"category": "Talk", "url": "u"},
        status=403,
        body=_told(b"You do not have permission to change the related work of this version."),
    ),
    Case(
        "versions: related work without permission",
        "no Edit issues",
        seed=_no_edit,
        method="POST",
        path=f"{VERSIONS}/10001/relatedwork",
        sent={"category": "Talk", "url": "u"},
        status=403,
        body=_told(b"You do not have permission to change the related work of this version."),
    ),
    Case(
        "versions: related work without permission",
        "anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="DELETE",
        path=f"{VERSIONS}/10001/relatedwork/x",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "versions: related work without permission",
        "anonymous, observed",
        answers=OBSERVED,
        seed=_public,
        caller=None,
        method="DELETE",
        path=f"{VERSIONS}/10001/relatedwork/x",
        status=403,
        body=_told(b"You do not have permission to change the related work of this version."),
    ),
    Case(
        "versions: of an issue",
        "read",
        seed=_some,
        path="/rest/api/3/issue/PROJ-7?fields=fixVersions,versions",
        status=200,
        body=(
            b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,'
            b'versionedRepresentations","id":"10003","self":"{base}/rest/api/3/issue/10003",'
            b'"key":"PROJ-7","fields":{"fixVersions":[{"self":"{base}/rest/api/3/version/10001",'
            b'"id":"10001","name":"1.1","archived":false,"released":false,'
            b'"releaseDate":"2026-02-01"}],"versions":[{"self":"{base}/rest/api/3/version/10000",'
            b'"id":"10000","description":"First","name":"1.0","archived":false,"released":true,'
            b'"releaseDate":"2025-12-01"}]}}'
        ),
    ),
    Case(
        "versions: of an issue",
        "set by name",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-1",
        sent={"fields": {"fixVersions": [{"name": "1.1"}, {"id": "10000"}]}},
        status=204,
        content_type=None,
        body=b"",
        updates=("PROJ-1",),
    ),
    Case(
        "versions: of an issue",
        "added and removed",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={
            "update": {
                "fixVersions": [{"add": {"name": "1.0"}}, {"remove": {"name": "1.1"}}],
                "versions": [{"add": {"id": "10000"}}, {"remove": {"id": "10001"}}],
            }
        },
        status=204,
        content_type=None,
        body=b"",
        updates=("PROJ-7",),
    ),
    Case(
        "versions: of an issue",
        "emptied",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": None, "versions": []}},
        status=204,
        content_type=None,
        body=b"",
        updates=("PROJ-7",),
    ),
    Case(
        "versions: what an issue cannot have",
        "unknown name",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": [{"name": "7"}]}},
        status=400,
        body=_wrong(b"fixVersions", b"Version name '7' is not valid"),
    ),
    Case(
        "versions: what an issue cannot have",
        "unknown id",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": [{"id": "77"}]}},
        status=400,
        body=_wrong(b"fixVersions", b"Version id '77' is not valid"),
    ),
    Case(
        "versions: what an issue cannot have",
        "another project's",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": [{"name": "9"}]}},
        status=400,
        body=_wrong(b"fixVersions", b"Version name '9' is not valid"),
    ),
    Case(
        "versions: what an issue cannot have",
        "id that is no text",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": [{"id": 10000}]}},
        status=400,
        body=_wrong(b"fixVersions", b"expected 'id' property to be a string"),
    ),
    Case(
        "versions: what an issue cannot have",
        "no list",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": {"name": "1.0"}}},
        status=400,
        body=_wrong(b"fixVersions", b"data was not an array"),
    ),
    Case(
        "versions: what an issue cannot have",
        "list of texts",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": ["1.0"]}},
        status=400,
        body=_wrong(b"fixVersions", b"data was not an object"),
    ),
    Case(
        "versions: what an issue cannot have",
        "nothing named",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": [{}]}},
        status=400,
        body=_wrong(b"fixVersions", b"Version name '' is not valid"),
    ),
    Case(
        "versions: what an issue cannot have",
        "without Resolve issues",
        seed=_no_resolve,
        method="PUT",
        path="/rest/api/3/issue/PROJ-7",
        sent={"fields": {"fixVersions": []}},
        status=400,
        body=_wrong(
            b"fixVersions", b"Field 'fixVersions' cannot be set. It is not on the appropriate screen, or unknown."
        ),
    ),
)
