"""notificationscheme: the one scheme that every project has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, PAGE, PROBLEM, Case
from tests.wire.literals import CHALLENGE, UNAUTHENTICATED

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

API = "/rest/api/3"
ONE = f"{API}/notificationscheme/10000"


def _administers_nothing(jira: FakeJira) -> None:
    jira.deny("ADMINISTER_PROJECTS")


def _hidden(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def _own_team(jira: FakeJira) -> None:
    jira.add_project("OWN", team_managed=True)


def _sees_nothing(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS")


_list = partial(Case, "notification schemes: list", path=f"{API}/notificationscheme", status=200)
_projects = partial(Case, "notification schemes: their projects", path=f"{API}/notificationscheme/project", status=200)
_one = partial(Case, "notification schemes: one", path=ONE, status=200)
_of_project = partial(
    Case, "notification schemes: of a project", path=f"{API}/project/PROJ/notificationscheme", status=200
)

CASES = (
    _list(
        "",
        seed=_hidden,
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme?maxResults=50&startAt=0","maxResults":50,"star'
            b'tAt":0,"total":1,"isLast":true,"values":[{"expand":"notificationSchemeEvents,user,group,proj'
            b'ectRole,field,all","id":10000,"self":"{base}/rest/api/3/notificationscheme/10000","name":"De'
            b'fault Notification Scheme","description":"","projects":[10000]}]}'
        ),
    ),
    _list(
        "by ids",
        path=f"{API}/notificationscheme?id=10000&projectId=10001&onlyDefault=true",
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme?id=10000&projectId=10001&onlyDefault=true&maxR'
            b'esults=50&startAt=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"expand"'
            b':"notificationSchemeEvents,user,group,projectRole,field,all","id":10000,"self":"{base}/rest/'
            b'api/3/notificationscheme/10000","name":"Default Notification Scheme","description":"","proje'
            b'cts":[10001,10000]}]}'
        ),
    ),
    _projects(
        "but a hidden one",
        seed=_hidden,
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme/project?maxResults=50&startAt=0","maxResul'
            b'ts":50,"startAt":0,"total":1,"isLast":true,"values":[{"notificationSchemeId":"10000","pr'
            b'ojectId":"10000"}]}'
        ),
    ),
    _projects(
        "but a team-managed one",
        seed=_own_team,
        path=f"{API}/notificationscheme/project?projectId=10001,10002",
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme/project?projectId=10001%2C10002&maxResults'
            b'=50&startAt=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"notificat'
            b'ionSchemeId":"10000","projectId":"10001"}]}'
        ),
    ),
    _projects(
        "of another scheme",
        path=f"{API}/notificationscheme/project?notificationSchemeId=7",
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme/project?notificationSchemeId=7&maxResults='
            b'50&startAt=0","maxResults":50,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    _projects(
        "by a key",
        path=f"{API}/notificationscheme/project?projectId=PROJ",
        status=400,
        body=(
            b'{"errorMessages":["PROJ is not a valid value. projectId must be zero or a positive integer."],'
            b'"errors":{}}'
        ),
    ),
    _projects(
        "administers nothing",
        seed=_administers_nothing,
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme/project?maxResults=50&startAt=0","maxResul'
            b'ts":50,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    _list(
        "of a hidden project",
        seed=_hidden,
        path=f"{API}/notificationscheme?projectId=10001",
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme?projectId=10001&maxResults=50&startAt=0","maxR'
            b'esults":50,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    _list(
        "with another id",
        path=f"{API}/notificationscheme?id=7",
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme?id=7&maxResults=50&startAt=0","maxResults":50,'
            b'"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    _list(
        "a page that is no number",
        path=f"{API}/notificationscheme?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=(
            b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\' '
            b'with value: \'x\'","instance":"/rest/api/3/notificationscheme"}'
        ),
    ),
    _list(
        "to who administers nothing",
        seed=_administers_nothing,
        body=(
            b'{"self":"{base}/rest/api/3/notificationscheme?maxResults=50&startAt=0","maxResults":50,"star'
            b'tAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    _list(
        "anonymous, documented",
        answers=DOCUMENTED,
        caller=None,
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    _one(
        "",
        body=(
            b'{"expand":"notificationSchemeEvents,user,group,projectRole,field,all","id":10000,"self":"{ba'
            b'se}/rest/api/3/notificationscheme/10000","name":"Default Notification Scheme","description":'
            b'"","projects":[10001,10000]}'
        ),
    ),
    _one(
        "to an administrator of Jira who sees no project",
        seed=_sees_nothing,
        caller="admin",
        body=(
            b'{"expand":"notificationSchemeEvents,user,group,projectRole,field,all","id":10000,"self":"{base}/re'
            b'st/api/3/notificationscheme/10000","name":"Default Notification Scheme","description":"","projects'
            b'":[]}'
        ),
    ),
    _one(
        "with its events",
        path=f"{ONE}?expand=notificationSchemeEvents",
        body=(
            b'{"expand":"notificationSchemeEvents,user,group,projectRole,field,all","id":10000,"self":"{ba'
            b'se}/rest/api/3/notificationscheme/10000","name":"Default Notification Scheme","description":'
            b'"","notificationSchemeEvents":[{"event":{"id":1,"name":"Issue Created","description":"This i'
            b's the \'issue created\' event."},"notifications":[{"id":10000,"notificationType":"CurrentAssig'
            b'nee"},{"id":10001,"notificationType":"Reporter"},{"id":10002,"notificationType":"AllWatchers'
            b'"}]},{"event":{"id":2,"name":"Issue Updated","description":"This is the \'issue updated\' even'
            b't."},"notifications":[{"id":10003,"notificationType":"CurrentAssignee"},{"id":10004,"notific'
            b'ationType":"Reporter"},{"id":10005,"notificationType":"AllWatchers"}]},{"event":{"id":3,"nam'
            b'e":"Issue Assigned","description":"This is the \'issue assigned\' event."},"notifications":[{"'
            b'id":10006,"notificationType":"CurrentAssignee"},{"id":10007,"notificationType":"Reporter"},{'
            b'"id":10008,"notificationType":"AllWatchers"}]},{"event":{"id":4,"name":"Issue Resolved","des'
            b'cription":"This is the \'issue resolved\' event."},"notifications":[{"id":10009,"notificationT'
            b'ype":"CurrentAssignee"},{"id":10010,"notificationType":"Reporter"},{"id":10011,"notification'
            b'Type":"AllWatchers"}]},{"event":{"id":5,"name":"Issue Closed","description":"This is the \'is'
            b'sue closed\' event."},"notifications":[{"id":10012,"notificationType":"CurrentAssignee"},{"id'
            b'":10013,"notificationType":"Reporter"},{"id":10014,"notificationType":"AllWatchers"}]},{"eve'
            b'nt":{"id":6,"name":"Issue Commented","description":"This is the \'issue commented\' event."},"'
            b'notifications":[{"id":10015,"notificationType":"CurrentAssignee"},{"id":10016,"notificationT'
            b'ype":"Reporter"},{"id":10017,"notificationType":"AllWatchers"}]},{"event":{"id":7,"name":"Is'
            b'sue Reopened","description":"This is the \'issue reopened\' event."},"notifications":[{"id":10'
            b'018,"notificationType":"CurrentAssignee"},{"id":10019,"notificationType":"Reporter"},{"id":1'
            b'0020,"notificationType":"AllWatchers"}]},{"event":{"id":8,"name":"Issue Deleted","descriptio'
            b'n":"This is the \'issue deleted\' event."},"notifications":[{"id":10021,"notificationType":"Cu'
            b'rrentAssignee"},{"id":10022,"notificationType":"Reporter"},{"id":10023,"notificationType":"A'
            b'llWatchers"}]},{"event":{"id":9,"name":"Issue Moved","description":"This is the \'issue moved'
            b'\' event."},"notifications":[{"id":10024,"notificationType":"CurrentAssignee"},{"id":10025,"n'
            b'otificationType":"Reporter"},{"id":10026,"notificationType":"AllWatchers"}]},{"event":{"id":'
            b'10,"name":"Work Logged On Issue","description":"This is the \'work logged on issue\' event."},'
            b'"notifications":[{"id":10027,"notificationType":"CurrentAssignee"},{"id":10028,"notification'
            b'Type":"Reporter"},{"id":10029,"notificationType":"AllWatchers"}]},{"event":{"id":11,"name":"'
            b'Work Started On Issue","description":"This is the \'work started on issue\' event."},"notifica'
            b'tions":[{"id":10030,"notificationType":"CurrentAssignee"},{"id":10031,"notificationType":"Re'
            b'porter"},{"id":10032,"notificationType":"AllWatchers"}]},{"event":{"id":12,"name":"Work Stop'
            b'ped On Issue","description":"This is the \'work stopped on issue\' event."},"notifications":[{'
            b'"id":10033,"notificationType":"CurrentAssignee"},{"id":10034,"notificationType":"Reporter"},'
            b'{"id":10035,"notificationType":"AllWatchers"}]},{"event":{"id":13,"name":"Generic Event","de'
            b'scription":"This is the \'generic event\' event."},"notifications":[{"id":10036,"notificationT'
            b'ype":"CurrentAssignee"},{"id":10037,"notificationType":"Reporter"},{"id":10038,"notification'
            b'Type":"AllWatchers"}]},{"event":{"id":14,"name":"Issue Comment Edited","description":"This i'
            b's the \'issue comment edited\' event."},"notifications":[{"id":10039,"notificationType":"Curre'
            b'ntAssignee"},{"id":10040,"notificationType":"Reporter"},{"id":10041,"notificationType":"AllW'
            b'atchers"}]},{"event":{"id":15,"name":"Issue Worklog Updated","description":"This is the \'iss'
            b'ue worklog updated\' event."},"notifications":[{"id":10042,"notificationType":"CurrentAssigne'
            b'e"},{"id":10043,"notificationType":"Reporter"},{"id":10044,"notificationType":"AllWatchers"}'
            b']},{"event":{"id":16,"name":"Issue Worklog Deleted","description":"This is the \'issue worklo'
            b'g deleted\' event."},"notifications":[{"id":10045,"notificationType":"CurrentAssignee"},{"id"'
            b':10046,"notificationType":"Reporter"},{"id":10047,"notificationType":"AllWatchers"}]},{"even'
            b't":{"id":17,"name":"Issue Comment Deleted","description":"This is the \'issue comment deleted'
            b'\' event."},"notifications":[{"id":10048,"notificationType":"CurrentAssignee"},{"id":10049,"n'
            b'otificationType":"Reporter"},{"id":10050,"notificationType":"AllWatchers"}]}],"projects":[10'
            b"001,10000]}"
        ),
    ),
    _one(
        "to who administers nothing",
        seed=_administers_nothing,
        status=404,
        body=b'{"errorMessages":["Notification scheme with ID 10000 not found."],"errors":{}}',
    ),
    _one(
        "unknown",
        path=f"{API}/notificationscheme/7",
        status=404,
        body=b'{"errorMessages":["Notification scheme with ID 7 not found."],"errors":{}}',
    ),
    _of_project(
        "",
        body=(
            b'{"expand":"notificationSchemeEvents,user,group,projectRole,field,all","id":10000,"self":"{ba'
            b'se}/rest/api/3/notificationscheme/10000","name":"Default Notification Scheme","description":'
            b'"","projects":[10001,10000]}'
        ),
    ),
    _of_project(
        "not an administrator",
        seed=_administers_nothing,
        status=404,
        body=(
            b'{"errorMessages":["You cannot view the notification scheme of project \'PROJ\', as you may not'
            b' administer it."],"errors":{}}'
        ),
    ),
)
