"""board, backlog, sprint, epic and issue of Jira Software: how they are read, planned and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, PROBLEM, Case
from tests.wire.literals import CHALLENGE, INVALID_PAYLOAD, UNAUTHENTICATED, UNSEEN

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

AGILE = "/rest/agile/1.0"
NO_BOARD = (
    b'{"errorMessages":["The requested board cannot be viewed because it either does not exist or you do not have '
    b'permission to view it."],"errors":{}}'
)
NO_SPRINT = b'{"errorMessages":["We could not find the sprint"],"errors":{}}'
TEAM_MANAGED = (
    b'{"errorMessages":["The request contains a next-gen issue. This operation cant add next-gen issues to epics. To '
    b"add a next-gen issue to an epic, use the Edit issue operation and set the parent property (i.e., "
    b'`\\"parent\\":{\\"key\\":\\"PROJ-123\\"}` where `PROJ-123` has an issue type at level one of the issue type '
    b'hierarchy). See <a href=\\"https://developer.atlassian.com/cloud/jira/platform/rest/v2/\\"> '
    b'developer.atlassian.com </a> for more details."],"errors":{}}'
)


def _boards(jira: FakeJira) -> None:
    """Add boards 1 to 4, of which the last is private, sprints 1 to 3 on the first, an epic and what belongs to it."""
    jira.add_issue("PROJ-3", type="Epic", summary="Saving")
    jira.add_issue("PROJ-4", parent="PROJ-3")
    jira.add_issue("PROJ-5", type="Sub-task", parent="PROJ-4")
    jira.add_issue("PROJ-6", status="Done")
    jira.add_issue("PROJ-7", archived=True)
    jira.add_issue("PROJ-8", visible_to=[])
    jira.add_version("1.0", project="PROJ", released=True, release_date="2026-02-01")
    jira.add_board("Team", project="PROJ", owner="alice")
    jira.add_board("Flow", project="PROJ", type="kanban")
    jira.add_project("TM", team_managed=True)
    jira.add_issue("TM-1", type="Epic")
    jira.add_issue("TM-2")
    jira.add_board("TM board", project="TM", type="simple")
    jira.add_board("Mine", filter=jira.add_filter("Mine", "project = PROJ"))
    jira.add_sprint("Sprint 1", board="Team", state="closed", start="2026-01-01", end="2026-01-02", issues=["PROJ-1"])
    jira.add_sprint(
        "Sprint 2",
        board="Team",
        state="active",
        goal="Save",
        start="2026-01-02",
        end="2026-01-09",
        issues=["PROJ-1", "PROJ-6", "PROJ-8"],
    )
    jira.add_sprint("Sprint 3", board="Team")


def _a_filter(jira: FakeJira) -> None:
    jira.add_filter("Bugs", "type = Bug", owner="alice")


def _no_sight(jira: FakeJira) -> None:
    _boards(jira)
    jira.add_sprint("Sprint 4", board="Mine")
    jira.allow_only("BROWSE_PROJECTS", "admin")


def _no_planning(jira: FakeJira) -> None:
    _boards(jira)
    jira.deny("SCHEDULE_ISSUES")


def _without_a_project(jira: FakeJira) -> None:
    """Add board 5, which is with alice and nobody administers but administrators of Jira."""
    _boards(jira)
    shared = jira.add_filter("Hers", "project = PROJ", owner="alice", shared_with=["admin"])
    jira.add_board("Hers", filter=shared, owner="alice")


def _administered(jira: FakeJira) -> None:
    _boards(jira)
    jira.allow_only("ADMINISTER_PROJECTS", "alice", project="PROJ")


def _no_admin(jira: FakeJira) -> None:
    _boards(jira)
    jira.deny("ADMINISTER_PROJECTS", "alice")


CASES = (
    Case(
        "boards: list",
        "all that are seen",
        seed=_boards,
        path="/rest/agile/1.0/board",
        status=200,
        body=(
            b'{"maxResults":50,"startAt":0,"total":3,"isLast":true,"values":[{"id":1,"self":"{base}/rest/agile'
            b'/1.0/board/1","name":"Team","type":"scrum","location":{"projectId":10000,"displayName":"PROJ (PR'
            b'OJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"software","avatarURI":"{base}/se'
            b'cure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}},{"id":2,"self":"{base}/rest/agil'
            b'e/1.0/board/2","name":"Flow","type":"kanban","location":{"projectId":10000,"displayName":"PROJ ('
            b'PROJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"software","avatarURI":"{base}/'
            b'secure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}},{"id":3,"self":"{base}/rest/ag'
            b'ile/1.0/board/3","name":"TM board","type":"simple","location":{"projectId":10002,"displayName":"'
            b'TM (TM)","projectName":"TM","projectKey":"TM","projectTypeKey":"software","avatarURI":"{base}/se'
            b'cure/projectavatar?pid=10002&size=small","name":"TM (TM)"}}]}'
        ),
    ),
    Case(
        "boards: list",
        "a page, by name",
        seed=_boards,
        path="/rest/agile/1.0/board?maxResults=2&startAt=1&orderBy=-name",
        status=200,
        body=(
            b'{"maxResults":2,"startAt":1,"total":3,"isLast":true,"values":[{"id":1,"self":"{base}/rest/agile'
            b'/1.0/board/1","name":"Team","type":"scrum","location":{"projectId":10000,"displayName":"PROJ (PR'
            b'OJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"software","avatarURI":"{base}/se'
            b'cure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}},{"id":2,"self":"{base}/rest/agil'
            b'e/1.0/board/2","name":"Flow","type":"kanban","location":{"projectId":10000,"displayName":"PROJ ('
            b'PROJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"software","avatarURI":"{base}/'
            b'secure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}}]}'
        ),
    ),
    Case(
        "boards: list",
        "by type",
        seed=_boards,
        path="/rest/agile/1.0/board?type=kanban,simple",
        status=200,
        body=(
            b'{"maxResults":50,"startAt":0,"total":2,"isLast":true,"values":[{"id":2,"self":"{base}/rest/agile'
            b'/1.0/board/2","name":"Flow","type":"kanban","location":{"projectId":10000,"displayName":"PROJ (P'
            b'ROJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"software","avatarURI":"{base}/s'
            b'ecure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}},{"id":3,"self":"{base}/rest/agi'
            b'le/1.0/board/3","name":"TM board","type":"simple","location":{"projectId":10002,"displayName":"T'
            b'M (TM)","projectName":"TM","projectKey":"TM","projectTypeKey":"software","avatarURI":"{base}/sec'
            b'ure/projectavatar?pid=10002&size=small","name":"TM (TM)"}}]}'
        ),
    ),
    Case(
        "boards: list",
        "by name and filter",
        seed=_boards,
        path="/rest/agile/1.0/board?name=tea&filterId=10000",
        status=200,
        body=(
            b'{"maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"id":1,"self":"{base}/rest/agile'
            b'/1.0/board/1","name":"Team","type":"scrum","location":{"projectId":10000,"displayName":"PROJ (PR'
            b'OJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"software","avatarURI":"{base}/se'
            b'cure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}}]}'
        ),
    ),
    Case(
        "boards: list",
        "of a project",
        seed=_boards,
        path="/rest/agile/1.0/board?projectKeyOrId=PROJ",
        status=200,
        body=(
            b'{"maxResults":50,"startAt":0,"total":2,"isLast":true,"values":[{"id":1,"self":"{base}/rest/agile'
            b'/1.0/board/1","name":"Team","type":"scrum","location":{"projectId":10000,"displayName":"PROJ (PR'
            b'OJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"software","avatarURI":"{base}/se'
            b'cure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}},{"id":2,"self":"{base}/rest/agil'
            b'e/1.0/board/2","name":"Flow","type":"kanban","location":{"projectId":10000,"displayName":"PROJ ('
            b'PROJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"software","avatarURI":"{base}/'
            b'secure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}}]}'
        ),
    ),
    Case(
        "boards: list",
        "unknown type",
        seed=_boards,
        path="/rest/agile/1.0/board?type=x",
        status=400,
        body=b'{"errorMessages":["Invalid value \'x\' for \'type\'."],"errors":{}}',
        told="type in the query cannot be 'x'",
    ),
    Case(
        "boards: list",
        "unknown order",
        seed=_boards,
        path="/rest/agile/1.0/board?orderBy=x",
        status=400,
        body=b'{"errorMessages":["Invalid value \'x\' for \'orderBy\'."],"errors":{}}',
        told="orderBy in the query cannot be 'x'",
    ),
    Case(
        "boards: list",
        "unknown project",
        seed=_boards,
        path="/rest/agile/1.0/board?projectKeyOrId=NOPE",
        status=404,
        body=b'{"errorMessages":["No project could be found with key \'NOPE\'."],"errors":{}}',
    ),
    Case(
        "boards: list",
        "of a filter",
        seed=_boards,
        path="/rest/agile/1.0/board/filter/10000",
        status=200,
        body=(
            b'{"maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"id":1,"self":"{base}/rest/agile'
            b'/1.0/board/1","name":"Team"}]}'
        ),
    ),
    Case(
        "boards: list",
        "of a filter that is not seen",
        seed=_boards,
        path="/rest/agile/1.0/board/filter/10003",
        status=200,
        body=b'{"maxResults":50,"startAt":0,"total":0,"isLast":true,"values":[]}',
    ),
    Case(
        "boards: list",
        "of a filter, no number",
        seed=_boards,
        path="/rest/agile/1.0/board/filter/10000?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\' w'
            b'ith value: \'x\'","instance":"/rest/agile/1.0/board/filter/10000"}'
        ),
    ),
    Case(
        "boards: list",
        "before there is one",
        seed=seeds.linked,
        path="/rest/agile/1.0/board",
        status=200,
        body=b'{"maxResults":50,"startAt":0,"total":0,"isLast":true,"values":[]}',
    ),
    Case(
        "boards: list",
        "not served",
        seed=_boards,
        path="/rest/agile/1.0/board?expand=admins",
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve expand of GET /rest/agile/1.0/board (getAllBoard'
            b's)."],"errors":{}}'
        ),
    ),
    Case(
        "boards: read",
        "in a project",
        seed=_boards,
        path="/rest/agile/1.0/board/1",
        status=200,
        body=(
            b'{"id":1,"self":"{base}/rest/agile/1.0/board/1","name":"Team","type":"scrum","location":{"project'
            b'Id":10000,"displayName":"PROJ (PROJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":'
            b'"software","avatarURI":"{base}/secure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}}'
        ),
    ),
    Case(
        "boards: read",
        "with its owner",
        seed=_boards,
        caller="admin",
        path="/rest/agile/1.0/board/4",
        status=200,
        body=(
            b'{"id":4,"self":"{base}/rest/agile/1.0/board/4","name":"Mine","type":"scrum","location":{"userAcc'
            b'ountId":"712020:00000000-0000-4000-8000-000000010000","displayName":"admin","name":"admin","avat'
            b'arURI":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&size=large"'
            b"}}"
        ),
    ),
    Case(
        "boards: read",
        "configuration of a Scrum board",
        seed=_boards,
        path="/rest/agile/1.0/board/1/configuration",
        status=200,
        body=(
            b'{"id":1,"name":"Team","type":"scrum","self":"{base}/rest/agile/1.0/board/1/configuration","locat'
            b'ion":{"type":"project","key":"PROJ","id":"10000","self":"{base}/rest/api/2/project/10000","name"'
            b':"PROJ"},"filter":{"id":"10000","self":"{base}/rest/api/2/filter/10000"},"columnConfig":{"column'
            b's":[{"name":"To Do","statuses":[{"id":"10000","self":"{base}/rest/api/2/status/10000"}]},{"name"'
            b':"In Progress","statuses":[{"id":"10001","self":"{base}/rest/api/2/status/10001"}]},{"name":"Don'
            b'e","statuses":[{"id":"10002","self":"{base}/rest/api/2/status/10002"}]}],"constraintType":"none"'
            b'},"estimation":{"type":"field","field":{"fieldId":"customfield_10028","displayName":"Story Point'
            b's"}},"ranking":{"rankCustomFieldId":10019}}'
        ),
    ),
    Case(
        "boards: read",
        "configuration of a Kanban board",
        seed=_boards,
        path="/rest/agile/1.0/board/2/configuration",
        status=200,
        body=(
            b'{"id":2,"name":"Flow","type":"kanban","self":"{base}/rest/agile/1.0/board/2/configuration","loca'
            b'tion":{"type":"project","key":"PROJ","id":"10000","self":"{base}/rest/api/2/project/10000","name'
            b'":"PROJ"},"filter":{"id":"10001","self":"{base}/rest/api/2/filter/10001"},"subQuery":{"query":"f'
            b'ixVersion in unreleasedVersions() OR fixVersion is EMPTY"},"columnConfig":{"columns":[{"name":"T'
            b'o Do","statuses":[{"id":"10000","self":"{base}/rest/api/2/status/10000"}]},{"name":"In Progress"'
            b',"statuses":[{"id":"10001","self":"{base}/rest/api/2/status/10001"}]},{"name":"Done","statuses":'
            b'[{"id":"10002","self":"{base}/rest/api/2/status/10002"}]}],"constraintType":"none"},"ranking":{"'
            b'rankCustomFieldId":10019}}'
        ),
    ),
    Case(
        "boards: read",
        "configuration of a private board",
        seed=_boards,
        caller="admin",
        path="/rest/agile/1.0/board/4/configuration",
        status=200,
        body=(
            b'{"id":4,"name":"Mine","type":"scrum","self":"{base}/rest/agile/1.0/board/4/configuration","locat'
            b'ion":{"type":"user","id":"712020:00000000-0000-4000-8000-000000010000","self":"{base}/rest/api/2'
            b'/user?accountId=712020:00000000-0000-4000-8000-000000010000","name":"admin"},"filter":{"id":"100'
            b'03","self":"{base}/rest/api/2/filter/10003"},"columnConfig":{"columns":[{"name":"To Do","statuse'
            b's":[{"id":"10000","self":"{base}/rest/api/2/status/10000"}]},{"name":"In Progress","statuses":[{'
            b'"id":"10001","self":"{base}/rest/api/2/status/10001"}]},{"name":"Done","statuses":[{"id":"10002"'
            b',"self":"{base}/rest/api/2/status/10002"}]}],"constraintType":"none"},"estimation":{"type":"fiel'
            b'd","field":{"fieldId":"customfield_10028","displayName":"Story Points"}},"ranking":{"rankCustomF'
            b'ieldId":10019}}'
        ),
    ),
    Case(
        "boards: unknown or unseen",
        "unknown",
        seed=_boards,
        path="/rest/agile/1.0/board/9",
        status=404,
        body=NO_BOARD,
        told="alice sees no board '9': there is none",
    ),
    Case(
        "boards: unknown or unseen",
        "no number",
        seed=_boards,
        path="/rest/agile/1.0/board/x",
        status=404,
        body=NO_BOARD,
        told="alice sees no board 'x': there is none",
    ),
    Case(
        "boards: unknown or unseen",
        "private",
        seed=_boards,
        path="/rest/agile/1.0/board/4",
        status=404,
        body=NO_BOARD,
        told="alice sees no board '4': it is there, but hidden (its filter is not seen)",
    ),
    Case(
        "boards: unknown or unseen",
        "of a hidden project",
        seed=_no_sight,
        path="/rest/agile/1.0/board/3",
        status=404,
        body=NO_BOARD,
        told="alice sees no board '3': it is there, but hidden (its filter is not seen)",
    ),
    Case(
        "boards: unknown or unseen",
        "anonymous",
        answers=DOCUMENTED,
        seed=_boards,
        caller=None,
        path="/rest/agile/1.0/board/1",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "boards: unknown or unseen",
        "anonymous, observed",
        answers=OBSERVED,
        seed=_boards,
        caller=None,
        path="/rest/agile/1.0/board/1",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "configuration",
        seed=_boards,
        path="/rest/agile/1.0/board/9/configuration",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "backlog",
        seed=_boards,
        path="/rest/agile/1.0/board/9/backlog",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "issue",
        seed=_boards,
        path="/rest/agile/1.0/board/9/issue",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "project",
        seed=_boards,
        path="/rest/agile/1.0/board/9/project",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "project/full",
        seed=_boards,
        path="/rest/agile/1.0/board/9/project/full",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "epic",
        seed=_boards,
        path="/rest/agile/1.0/board/9/epic",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "epic/none/issue",
        seed=_boards,
        path="/rest/agile/1.0/board/9/epic/none/issue",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "epic/PROJ-3/issue",
        seed=_boards,
        path="/rest/agile/1.0/board/9/epic/PROJ-3/issue",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "sprint",
        seed=_boards,
        path="/rest/agile/1.0/board/9/sprint",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "sprint/1/issue",
        seed=_boards,
        path="/rest/agile/1.0/board/9/sprint/1/issue",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "version",
        seed=_boards,
        path="/rest/agile/1.0/board/9/version",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "backlog of it",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/backlog/9/issue",
        sent={"issues": ["PROJ-1"]},
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "issues to it",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board/9/issue",
        sent={"issues": ["PROJ-1"]},
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: unknown or unseen",
        "deleted",
        seed=_boards,
        method="DELETE",
        path="/rest/agile/1.0/board/9",
        status=404,
        body=NO_BOARD,
    ),
    Case(
        "boards: make",
        "in a project",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={
            "name": " New ",
            "type": "scrum",
            "filterId": 10000,
            "location": {"type": "project", "projectKeyOrId": "PROJ"},
        },
        status=201,
        body=(
            b'{"id":5,"self":"{base}/rest/agile/1.0/board/5","name":"New","type":"scrum","location":{"projectI'
            b'd":10000,"displayName":"PROJ (PROJ)","projectName":"PROJ","projectKey":"PROJ","projectTypeKey":"'
            b'software","avatarURI":"{base}/secure/projectavatar?pid=10000&size=small","name":"PROJ (PROJ)"}}'
        ),
        adds=("board 5: New (scrum), filter 10000, of alice",),
    ),
    Case(
        "boards: make",
        "with its owner",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "New", "type": "kanban", "filterId": "10000", "location": {"type": "user"}},
        status=201,
        body=(
            b'{"id":5,"self":"{base}/rest/agile/1.0/board/5","name":"New","type":"kanban","location":{"userAcc'
            b'ountId":"712020:00000000-0000-4000-8000-000000010001","displayName":"alice","name":"alice","avat'
            b'arURI":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010001&size=large"'
            b"}}"
        ),
        adds=("board 5: New (kanban), filter 10000, of alice",),
    ),
    Case(
        "boards: make",
        "of a team",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "New", "type": "agility", "filterId": 10000},
        status=201,
        body=(
            b'{"id":5,"self":"{base}/rest/agile/1.0/board/5","name":"New","type":"simple","location":{"userAcc'
            b'ountId":"712020:00000000-0000-4000-8000-000000010001","displayName":"alice","name":"alice","avat'
            b'arURI":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010001&size=large"'
            b"}}"
        ),
        adds=("board 5: New (simple), filter 10000, of alice",),
    ),
    Case(
        "boards: make",
        "the first one",
        seed=_a_filter,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "New", "type": "scrum", "filterId": 10000},
        status=201,
        body=(
            b'{"id":1,"self":"{base}/rest/agile/1.0/board/1","name":"New","type":"scrum","location":{"userAcco'
            b'untId":"712020:00000000-0000-4000-8000-000000010001","displayName":"alice","name":"alice","avata'
            b'rURI":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010001&size=large"}'
            b"}"
        ),
        adds=(
            "board 1: New (scrum), filter 10000, of alice",
            "field customfield_10011: Epic Name, com.pyxis.greenhopper.jira:gh-epic-label, '', searched by None",
            "field customfield_10014: Epic Link, com.pyxis.greenhopper.jira:gh-epic-link, '', searched by None",
            "field customfield_10019: Rank, com.pyxis.greenhopper.jira:gh-lexo-rank, '', searched by None",
            "field customfield_10020: Sprint, com.pyxis.greenhopper.jira:gh-sprint, '', searched by None",
            "field customfield_10028: Story Points, float, '', searched by None",
        ),
    ),
    Case(
        "boards: make",
        "without a name",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"type": "scrum", "filterId": 10000},
        status=400,
        body=b'{"errorMessages":["The board cannot be created."],"errors":{}}',
        told="the new board has a name of 0 characters, not 1 to 254",
    ),
    Case(
        "boards: make",
        "with a long name",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "x" * 255, "type": "scrum", "filterId": 10000},
        status=400,
        body=b'{"errorMessages":["The board cannot be created."],"errors":{}}',
        told="the new board has a name of 255 characters, not 1 to 254",
    ),
    Case(
        "boards: make",
        "of no type",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "New", "filterId": 10000},
        status=400,
        body=b'{"errorMessages":["The board cannot be created."],"errors":{}}',
        told="the new board cannot be of the type ''",
    ),
    Case(
        "boards: make",
        "of no filter",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "New", "type": "scrum"},
        status=400,
        body=b'{"errorMessages":["The board cannot be created."],"errors":{}}',
        told="the new board has no filter",
    ),
    Case(
        "boards: make",
        "of a filter that is not seen",
        answers=(*OBSERVED, *DOCUMENTED),
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "New", "type": "scrum", "filterId": 10003},
        status=400,
        body=(
            b'{"errorMessages":["The selected filter is not available to you, perhaps it has been deleted or h'
            b'ad its permissions changed."],"errors":{}}'
        ),
        told="alice sees no filter '10003': it is there, but hidden (shared with others alone)",
    ),
    Case(
        "boards: make",
        "in no project",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "New", "type": "scrum", "filterId": 10000, "location": {"type": "project"}},
        status=400,
        body=b'{"errorMessages":["The board cannot be created."],"errors":{}}',
        told="the new board is located in a project, and names none",
    ),
    Case(
        "boards: make",
        "in an unknown project",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={
            "name": "New",
            "type": "scrum",
            "filterId": 10000,
            "location": {"type": "project", "projectKeyOrId": "NOPE"},
        },
        status=400,
        body=b'{"errorMessages":["The board cannot be created."],"errors":{}}',
        told="the new board cannot be located there: alice sees no project 'NOPE': there is none",
    ),
    Case(
        "boards: make",
        "with its owner and in a project",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={
            "name": "New",
            "type": "scrum",
            "filterId": 10000,
            "location": {"type": "user", "projectKeyOrId": "PROJ"},
        },
        status=400,
        body=b'{"errorMessages":["The board cannot be created."],"errors":{}}',
        told="the new board is located with its user, and in a project",
    ),
    Case(
        "boards: make",
        "unknown property",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"x": 1},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    Case(
        "boards: make",
        "anonymous",
        seed=_boards,
        caller=None,
        method="POST",
        path="/rest/agile/1.0/board",
        sent={"name": "New", "type": "scrum", "filterId": 10000},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "boards: delete",
        "own",
        seed=_boards,
        method="DELETE",
        path="/rest/agile/1.0/board/1",
        status=204,
        content_type=None,
        body=b"",
        removes=("board 1: Team (scrum), filter 10000, of alice",),
    ),
    Case(
        "boards: delete",
        "another's, by an administrator",
        seed=_without_a_project,
        caller="admin",
        method="DELETE",
        path="/rest/agile/1.0/board/5",
        status=204,
        content_type=None,
        body=b"",
        removes=("board 5: Hers (scrum), filter 10004, of alice",),
    ),
    Case(
        "boards: delete",
        "another's, by an administrator of its project",
        seed=_administered,
        method="DELETE",
        path="/rest/agile/1.0/board/2",
        status=204,
        content_type=None,
        body=b"",
        removes=("board 2: Flow (kanban), filter 10001, of admin",),
    ),
    Case(
        "boards: delete",
        "another's",
        seed=_no_admin,
        method="DELETE",
        path="/rest/agile/1.0/board/2",
        status=403,
        body=b'{"errorMessages":["You do not have permission to delete this board."],"errors":{}}',
        told="alice neither owns the board 'Flow' nor administers its project or Jira",
    ),
    Case(
        "boards: delete",
        "anonymous",
        seed=_boards,
        caller=None,
        method="DELETE",
        path="/rest/agile/1.0/board/1",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "boards: issues",
        "of a Scrum board, by rank",
        seed=_boards,
        path="/rest/agile/1.0/board/1/issue?fields=sprint,closedSprints,epic,flagged,customfield_10019",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":5,"issues":[{"expand":"rend'
            b'eredFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10'
            b'000","self":"{base}/rest/agile/1.0/issue/10000","key":"PROJ-1","fields":{"customfield_10'
            b'019":"0|i007ps:","flagged":false,"sprint":{"id":2,"self":"{base}/rest/agile/1.0/sprint/2'
            b'","state":"active","name":"Sprint 2","startDate":"2026-01-02T00:00:00.000Z","endDate":"2'
            b'026-01-09T00:00:00.000Z","originBoardId":1,"goal":"Save"},"epic":null,"closedSprints":[{'
            b'"id":1,"self":"{base}/rest/agile/1.0/sprint/1","state":"closed","name":"Sprint 1","start'
            b'Date":"2026-01-01T00:00:00.000Z","endDate":"2026-01-02T00:00:00.000Z","completeDate":"20'
            b'26-01-02T00:00:00.000Z","originBoardId":1}]}},{"expand":"renderedFields,names,schema,ope'
            b'rations,editmeta,changelog,versionedRepresentations","id":"10001","self":"{base}/rest/ag'
            b'ile/1.0/issue/10001","key":"PROJ-2","fields":{"customfield_10019":"0|i007pt:","flagged":'
            b'false,"sprint":null,"epic":null}},{"expand":"renderedFields,names,schema,operations,edit'
            b'meta,changelog,versionedRepresentations","id":"10004","self":"{base}/rest/agile/1.0/issu'
            b'e/10004","key":"PROJ-4","fields":{"customfield_10019":"0|i007pw:","flagged":false,"sprin'
            b't":null,"epic":{"id":10003,"key":"PROJ-3","self":"{base}/rest/agile/1.0/epic/10003","nam'
            b'e":"Saving","summary":"Saving","color":{"key":"color_1"},"done":false}}},{"expand":"rend'
            b'eredFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10'
            b'005","self":"{base}/rest/agile/1.0/issue/10005","key":"PROJ-5","fields":{"customfield_10'
            b'019":"0|i007px:","flagged":false,"sprint":null,"epic":null}},{"expand":"renderedFields,n'
            b'ames,schema,operations,editmeta,changelog,versionedRepresentations","id":"10006","self":'
            b'"{base}/rest/agile/1.0/issue/10006","key":"PROJ-6","fields":{"customfield_10019":"0|i007'
            b'py:","flagged":false,"sprint":{"id":2,"self":"{base}/rest/agile/1.0/sprint/2","state":"a'
            b'ctive","name":"Sprint 2","startDate":"2026-01-02T00:00:00.000Z","endDate":"2026-01-09T00'
            b':00:00.000Z","originBoardId":1,"goal":"Save"},"epic":null}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "of a Kanban board",
        seed=_boards,
        path="/rest/agile/1.0/board/2/issue?fields=customfield_10014",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":6,"issues":[{"expand":"rend'
            b'eredFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10'
            b'000","self":"{base}/rest/agile/1.0/issue/10000","key":"PROJ-1","fields":{"customfield_10'
            b'014":null}},{"expand":"renderedFields,names,schema,operations,editmeta,changelog,version'
            b'edRepresentations","id":"10001","self":"{base}/rest/agile/1.0/issue/10001","key":"PROJ-2'
            b'","fields":{"customfield_10014":null}},{"expand":"renderedFields,names,schema,operations'
            b',editmeta,changelog,versionedRepresentations","id":"10003","self":"{base}/rest/agile/1.0'
            b'/issue/10003","key":"PROJ-3","fields":{"customfield_10014":null}},{"expand":"renderedFie'
            b'lds,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10004","s'
            b'elf":"{base}/rest/agile/1.0/issue/10004","key":"PROJ-4","fields":{"customfield_10014":"P'
            b'ROJ-3"}},{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedR'
            b'epresentations","id":"10005","self":"{base}/rest/agile/1.0/issue/10005","key":"PROJ-5","'
            b'fields":{"customfield_10014":null}},{"expand":"renderedFields,names,schema,operations,ed'
            b'itmeta,changelog,versionedRepresentations","id":"10006","self":"{base}/rest/agile/1.0/is'
            b'sue/10006","key":"PROJ-6","fields":{"customfield_10014":null}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "a page that JQL finds and orders",
        seed=_boards,
        path=(
            "/rest/agile/1.0/board/1/issue?jql=sprint%20is%20not%20EMPTY%20ORDER%20BY%20key%20DESC&maxR"
            "esults=1&fields=customfield_10020"
        ),
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":1,"total":2,"issues":[{"expand":"renderedField'
            b's,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10006","self":"{bas'
            b'e}/rest/agile/1.0/issue/10006","key":"PROJ-6","fields":{"customfield_10020":[{"id":2,"name":"Spr'
            b'int 2","state":"active","boardId":1,"goal":"Save","startDate":"2026-01-02T00:00:00.000Z","endDat'
            b'e":"2026-01-09T00:00:00.000Z"}]}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "with names",
        seed=_boards,
        path="/rest/agile/1.0/board/1/issue?maxResults=1&fields=customfield_10011&expand=names",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":1,"total":5,"issues":[{"expand":"rende'
            b'redFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"100'
            b'00","self":"{base}/rest/agile/1.0/issue/10000","key":"PROJ-1","names":{"customfield_1001'
            b'1":"Epic Name"},"fields":{"customfield_10011":null}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "wrong JQL",
        seed=_boards,
        path="/rest/agile/1.0/board/1/issue?jql=project%20=%20NOPE",
        status=400,
        body=b'{"errorMessages":["The value \'NOPE\' does not exist for the field \'project\'."],"errors":{}}',
    ),
    Case(
        "boards: issues",
        "wrong JQL that is not validated",
        seed=_boards,
        path="/rest/agile/1.0/board/1/issue?jql=project%20=%20NOPE&validateQuery=false",
        status=200,
        body=b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":0,"issues":[]}',
    ),
    Case(
        "boards: issues",
        "wrong page",
        seed=_boards,
        path="/rest/agile/1.0/board/1/issue?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\' w'
            b'ith value: \'x\'","instance":"/rest/agile/1.0/board/1/issue"}'
        ),
    ),
    Case(
        "boards: issues",
        "in the backlog",
        seed=_boards,
        path="/rest/agile/1.0/board/1/backlog?fields=key",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":3,"issues":[{"expand":"rend'
            b'eredFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10'
            b'001","self":"{base}/rest/agile/1.0/issue/10001","key":"PROJ-2","fields":{}},{"expand":"r'
            b'enderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":'
            b'"10004","self":"{base}/rest/agile/1.0/issue/10004","key":"PROJ-4","fields":{}},{"expand"'
            b':"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","i'
            b'd":"10005","self":"{base}/rest/agile/1.0/issue/10005","key":"PROJ-5","fields":{}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "in the backlog, wrong JQL",
        seed=_boards,
        path="/rest/agile/1.0/board/1/backlog?jql=x",
        status=400,
        body=(
            b'{"errorMessages":["Error in the JQL Query: Expecting operator before the end of the query. The v'
            b"alid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'"
            b'."],"errors":{}}'
        ),
    ),
    Case(
        "boards: issues",
        "in a sprint",
        seed=_boards,
        path="/rest/agile/1.0/sprint/1/issue?fields=key",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":1,"issues":[{"expand":"renderedFiel'
            b'ds,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10000","self":"{ba'
            b'se}/rest/agile/1.0/issue/10000","key":"PROJ-1","fields":{}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "in a sprint, on a board",
        seed=_boards,
        path="/rest/agile/1.0/board/1/sprint/2/issue?fields=key",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":2,"issues":[{"expand":"renderedFiel'
            b'ds,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10000","self":"{ba'
            b'se}/rest/agile/1.0/issue/10000","key":"PROJ-1","fields":{}},{"expand":"renderedFields,names,sche'
            b'ma,operations,editmeta,changelog,versionedRepresentations","id":"10006","self":"{base}/rest/agil'
            b'e/1.0/issue/10006","key":"PROJ-6","fields":{}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "in a sprint, on a board without",
        seed=_boards,
        path="/rest/agile/1.0/board/2/sprint/2/issue",
        status=400,
        body=b'{"errorMessages":["The board does not support sprints"],"errors":{}}',
        told="the board 'Flow' is of the type kanban, and has no sprints",
    ),
    Case(
        "boards: issues",
        "in a sprint that is unknown, on a board",
        seed=_boards,
        path="/rest/agile/1.0/board/1/sprint/9/issue",
        status=404,
        body=NO_SPRINT,
        told="alice sees no sprint '9': there is none",
    ),
    Case(
        "boards: issues",
        "of an epic",
        seed=_boards,
        path="/rest/agile/1.0/epic/PROJ-3/issue?fields=epic",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":1,"issues":[{"expand":"renderedFiel'
            b'ds,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10004","self":"{ba'
            b'se}/rest/agile/1.0/issue/10004","key":"PROJ-4","fields":{"epic":{"id":10003,"key":"PROJ-3","self'
            b'":"{base}/rest/agile/1.0/epic/10003","name":"Saving","summary":"Saving","color":{"key":"color_1"'
            b'},"done":false}}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "of an epic, wrong JQL",
        seed=_boards,
        path="/rest/agile/1.0/epic/PROJ-3/issue?jql=x",
        status=400,
        body=(
            b'{"errorMessages":["Error in the JQL Query: Expecting operator before the end of the query. The v'
            b"alid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'"
            b'."],"errors":{}}'
        ),
    ),
    Case(
        "boards: issues",
        "of an epic, on a board",
        seed=_boards,
        path="/rest/agile/1.0/board/1/epic/10003/issue?fields=key",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":1,"issues":[{"expand":"renderedFiel'
            b'ds,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10004","self":"{ba'
            b'se}/rest/agile/1.0/issue/10004","key":"PROJ-4","fields":{}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "of an epic, on a board, wrong JQL",
        seed=_boards,
        path="/rest/agile/1.0/board/1/epic/10003/issue?jql=project",
        status=400,
        body=(
            b'{"errorMessages":["Error in the JQL Query: Expecting operator before the end of the query. The v'
            b"alid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'"
            b'."],"errors":{}}'
        ),
    ),
    Case(
        "boards: issues",
        "of no epic",
        seed=_boards,
        path="/rest/agile/1.0/epic/none/issue?fields=key&jql=project%20=%20PROJ",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":4,"issues":[{"expand":"rend'
            b'eredFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10'
            b'000","self":"{base}/rest/agile/1.0/issue/10000","key":"PROJ-1","fields":{}},{"expand":"r'
            b'enderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":'
            b'"10001","self":"{base}/rest/agile/1.0/issue/10001","key":"PROJ-2","fields":{}},{"expand"'
            b':"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","i'
            b'd":"10005","self":"{base}/rest/agile/1.0/issue/10005","key":"PROJ-5","fields":{}},{"expa'
            b'nd":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations"'
            b',"id":"10006","self":"{base}/rest/agile/1.0/issue/10006","key":"PROJ-6","fields":{}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "of no epic, wrong JQL",
        seed=_boards,
        path="/rest/agile/1.0/epic/none/issue?jql=project",
        status=400,
        body=(
            b'{"errorMessages":["Error in the JQL Query: Expecting operator before the end of the query. The v'
            b"alid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'"
            b'."],"errors":{}}'
        ),
    ),
    Case(
        "boards: issues",
        "of no epic, on a board",
        seed=_boards,
        path="/rest/agile/1.0/board/1/epic/none/issue?fields=key",
        status=200,
        body=(
            b'{"expand":"schema,names","startAt":0,"maxResults":50,"total":4,"issues":[{"expand":"rend'
            b'eredFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10'
            b'000","self":"{base}/rest/agile/1.0/issue/10000","key":"PROJ-1","fields":{}},{"expand":"r'
            b'enderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":'
            b'"10001","self":"{base}/rest/agile/1.0/issue/10001","key":"PROJ-2","fields":{}},{"expand"'
            b':"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","i'
            b'd":"10005","self":"{base}/rest/agile/1.0/issue/10005","key":"PROJ-5","fields":{}},{"expa'
            b'nd":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations"'
            b',"id":"10006","self":"{base}/rest/agile/1.0/issue/10006","key":"PROJ-6","fields":{}}]}'
        ),
    ),
    Case(
        "boards: issues",
        "of no epic, on a board, wrong JQL",
        seed=_boards,
        path="/rest/agile/1.0/board/1/epic/none/issue?jql=project",
        status=400,
        body=(
            b'{"errorMessages":["Error in the JQL Query: Expecting operator before the end of the query. The v'
            b"alid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'"
            b'."],"errors":{}}'
        ),
    ),
    Case(
        "boards: issues",
        "of a board, not served",
        seed=_boards,
        path="/rest/agile/1.0/board/1/issue?expand=operations",
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve expand=operations of an issue of a board."],"errors":{}}'
        ),
    ),
    Case(
        "boards: issues",
        "moved onto a Kanban board",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board/2/issue",
        sent={"issues": ["PROJ-4"], "rankBeforeIssue": "PROJ-1"},
        status=204,
        content_type=None,
        body=b"",
        adds=("rank of PROJ-4: 0|900000:",),
        updates=("PROJ-4",),
    ),
    Case(
        "boards: issues",
        "moved onto a Kanban board, without a rank",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board/2/issue",
        sent={"issues": ["PROJ-4"]},
        status=204,
        content_type=None,
        body=b"",
    ),
    Case(
        "boards: issues",
        "moved onto a Scrum board",
        seed=_boards,
        method="POST",
        path="/rest/agile/1.0/board/1/issue",
        sent={"issues": ["PROJ-4"]},
        status=400,
        body=b'{"errorMessages":["The issues cannot be moved to the board."],"errors":{}}',
        told="the board 'Team' has sprints, by which issues come onto it",
    ),
    Case(
        "boards: issues",
        "moved without Schedule issues",
        seed=_no_planning,
        method="POST",
        path="/rest/agile/1.0/board/2/issue",
        sent={"issues": ["PROJ-4"]},
        status=403,
        body=b'{"errorMessages":["You do not have permission to move the issue \'PROJ-4\'."],"errors":{}}',
        told="alice does not hold Schedule Issues in PROJ",
    ),
    Case(
        "boards: projects",
        "a page",
        seed=_boards,
        path="/rest/agile/1.0/board/1/project",
        status=200,
        body=(
            b'{"maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"self":"{base}/rest/api/2/projec'
            b't/10000","id":"10000","key":"PROJ","name":"PROJ","projectTypeKey":"software","simplified":false,'
            b'"avatarUrls":{"48x48":"{base}/secure/projectavatar?pid=10000&size=large","24x24":"{base}/secure/'
            b'projectavatar?pid=10000&size=small","16x16":"{base}/secure/projectavatar?pid=10000&size=xsmall",'
            b'"32x32":"{base}/secure/projectavatar?pid=10000&size=medium"}}]}'
        ),
    ),
    Case(
        "boards: projects",
        "in full",
        seed=_boards,
        path="/rest/agile/1.0/board/1/project/full",
        status=200,
        body=(
            b'{"maxResults":1,"startAt":0,"total":1,"isLast":true,"values":[{"self":"{base}/rest/api/2/project'
            b'/10000","id":"10000","key":"PROJ","name":"PROJ","projectTypeKey":"software","simplified":false,"'
            b'avatarUrls":{"48x48":"{base}/secure/projectavatar?pid=10000&size=large","24x24":"{base}/secure/p'
            b'rojectavatar?pid=10000&size=small","16x16":"{base}/secure/projectavatar?pid=10000&size=xsmall","'
            b'32x32":"{base}/secure/projectavatar?pid=10000&size=medium"}}]}'
        ),
    ),
    Case(
        "boards: projects",
        "wrong page",
        seed=_boards,
        path="/rest/agile/1.0/board/1/project?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\' w'
            b'ith value: \'x\'","instance":"/rest/agile/1.0/board/1/project"}'
        ),
    ),
    Case(
        "boards: projects",
        "their versions",
        seed=_boards,
        path="/rest/agile/1.0/board/1/version?released=true",
        status=200,
        body=(
            b'{"maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"self":"{base}/rest/api/2/versio'
            b'n/10000","id":10000,"projectId":10000,"name":"1.0","description":"","archived":false,"released":'
            b'true,"releaseDate":"2026-02-01T00:00:00.000Z"}]}'
        ),
    ),
    Case(
        "boards: projects",
        "their versions that are not released",
        seed=_boards,
        path="/rest/agile/1.0/board/1/version?released=false",
        status=200,
        body=b'{"maxResults":50,"startAt":0,"total":0,"isLast":true,"values":[]}',
    ),
    Case(
        "boards: projects",
        "their versions, wrong page",
        seed=_boards,
        path="/rest/agile/1.0/board/1/version?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\' w'
            b'ith value: \'x\'","instance":"/rest/agile/1.0/board/1/version"}'
        ),
    ),
    Case(
        "boards: one issue",
        "with its sprints",
        seed=_boards,
        path="/rest/agile/1.0/issue/PROJ-1?fields=sprint,closedSprints,epic,flagged,summary",
        status=200,
        body=(
            b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","'
            b'id":"10000","self":"{base}/rest/agile/1.0/issue/10000","key":"PROJ-1","fields":{"summary":"Crash'
            b' on save","flagged":false,"sprint":{"id":2,"self":"{base}/rest/agile/1.0/sprint/2","state":"acti'
            b've","name":"Sprint 2","startDate":"2026-01-02T00:00:00.000Z","endDate":"2026-01-09T00:00:00.000Z'
            b'","originBoardId":1,"goal":"Save"},"epic":null,"closedSprints":[{"id":1,"self":"{base}/rest/agil'
            b'e/1.0/sprint/1","state":"closed","name":"Sprint 1","startDate":"2026-01-01T00:00:00.000Z","endDa'
            b'te":"2026-01-02T00:00:00.000Z","completeDate":"2026-01-02T00:00:00.000Z","originBoardId":1}]}}'
        ),
    ),
    Case(
        "boards: one issue",
        "with its epic",
        seed=_boards,
        path="/rest/agile/1.0/issue/PROJ-4?fields=epic,sprint,customfield_10014,customfield_10011",
        status=200,
        body=(
            b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","'
            b'id":"10004","self":"{base}/rest/agile/1.0/issue/10004","key":"PROJ-4","fields":{"customfield_100'
            b'11":null,"customfield_10014":"PROJ-3","sprint":null,"epic":{"id":10003,"key":"PROJ-3","self":"{b'
            b'ase}/rest/agile/1.0/epic/10003","name":"Saving","summary":"Saving","color":{"key":"color_1"},"do'
            b'ne":false}}}'
        ),
    ),
    Case(
        "boards: one issue",
        "hidden",
        seed=_boards,
        path="/rest/agile/1.0/issue/PROJ-8",
        status=404,
        body=UNSEEN,
    ),
    Case(
        "boards: one issue",
        "not served",
        seed=_boards,
        path="/rest/agile/1.0/issue/PROJ-1?expand=operations",
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve expand=operations of GET issue (getIssue)."],"errors":{}}'
        ),
    ),
)
