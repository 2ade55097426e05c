"""What a site has besides: session, application links, types of projects, details of roles, hierarchy of types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, PAGE, Case
from tests.wire.literals import CHALLENGE

if TYPE_CHECKING:
    from jira_linkfake import FakeJira


def _projects(jira: FakeJira) -> None:
    jira.add_project("TEAM", team_managed=True, types=["Epic", "Task", "Sub-task"])
    jira.add_project("TASKS", team_managed=True, types=["Task"])


def _hidden(jira: FakeJira) -> None:
    _projects(jira)
    jira.deny("BROWSE_PROJECTS", project="TEAM")
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _no_admin(jira: FakeJira) -> None:
    jira.deny("ADMINISTER_PROJECTS")


CASES = (
    Case(
        "site: session",
        "with a good token",
        path="/rest/auth/1/session",
        status=401,
        body=b'{"errorMessages":["Login failed"],"errors":{}}',
    ),
    Case(
        "site: session",
        "anonymous",
        caller=None,
        path="/rest/auth/1/session",
        status=401,
        body=b'{"errorMessages":["Login failed"],"errors":{}}',
    ),
    Case(
        "site: session",
        "begun with a password",
        caller=None,
        method="POST",
        path="/rest/auth/1/session",
        sent={"username": "alice", "password": "secret"},
        status=401,
        body=b'{"errorMessages":["Login failed"],"errors":{}}',
    ),
    Case(
        "site: session",
        "ended, as pycontribs/jira does",
        method="DELETE",
        path="/rest/auth/latest/session",
        status=401,
        body=b'{"errorMessages":["Login failed"],"errors":{}}',
    ),
    Case(
        "site: application links",
        "administrator",
        caller="admin",
        path="/rest/applinks/latest/listApplicationlinks",
        status=200,
        body=b'{"list":[]}',
    ),
    Case(
        "site: application links",
        "no administrator",
        path="/rest/applinks/latest/listApplicationlinks",
        status=403,
        body=(
            b'{"errorMessages":["You are not authorized to perform this action. Administrator '
            b'privileges are required."],"errors":{}}'
        ),
    ),
    Case(
        "site: types of projects",
        "all",
        path="/rest/api/3/project/type",
        status=200,
        body=(
            b'[{"key":"product_discovery","formattedKey":"Product Discovery",'
            b'"descriptionI18nKey":"jira.project.type.product_discovery.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"},'
            b'{"key":"software","formattedKey":"Software",'
            b'"descriptionI18nKey":"jira.project.type.software.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"},'
            b'{"key":"service_desk","formattedKey":"Service Desk",'
            b'"descriptionI18nKey":"jira.project.type.service_desk.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"},'
            b'{"key":"business","formattedKey":"Business",'
            b'"descriptionI18nKey":"jira.project.type.business.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"}]'
        ),
    ),
    Case(
        "site: types of projects",
        "all that can be used, version 2",
        path="/rest/api/2/project/type/accessible",
        status=200,
        body=(
            b'[{"key":"product_discovery","formattedKey":"Product Discovery",'
            b'"descriptionI18nKey":"jira.project.type.product_discovery.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"},'
            b'{"key":"software","formattedKey":"Software",'
            b'"descriptionI18nKey":"jira.project.type.software.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"},'
            b'{"key":"service_desk","formattedKey":"Service Desk",'
            b'"descriptionI18nKey":"jira.project.type.service_desk.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"},'
            b'{"key":"business","formattedKey":"Business",'
            b'"descriptionI18nKey":"jira.project.type.business.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"}]'
        ),
    ),
    Case(
        "site: types of projects",
        "one, anonymous",
        caller=None,
        path="/rest/api/3/project/type/software",
        status=200,
        body=(
            b'{"key":"software","formattedKey":"Software",'
            b'"descriptionI18nKey":"jira.project.type.software.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"}'
        ),
    ),
    Case(
        "site: types of projects",
        "one that can be used",
        path="/rest/api/3/project/type/business/accessible",
        status=200,
        body=(
            b'{"key":"business","formattedKey":"Business",'
            b'"descriptionI18nKey":"jira.project.type.business.description",'
            b'"icon":"PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=","color":"#FFFFFF"}'
        ),
    ),
    Case(
        "site: types of projects",
        "one that can be used, anonymous",
        answers=DOCUMENTED,
        caller=None,
        path="/rest/api/3/project/type/business/accessible",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=b"Client must be authenticated to access this resource.",
    ),
    Case(
        "site: types of projects",
        "unknown",
        path="/rest/api/3/project/type/games",
        status=404,
        body=b'{"errorMessages":["The project type \'games\' does not exist."],"errors":{}}',
    ),
    Case(
        "site: types of projects",
        "unknown, that can be used",
        path="/rest/api/3/project/type/games/accessible",
        status=404,
        body=b'{"errorMessages":["The project type \'games\' does not exist."],"errors":{}}',
    ),
    Case(
        "site: details of a project's roles",
        "all",
        path="/rest/api/3/project/PROJ/roledetails",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/3/project/10000/role/10000","name":"Developers","id":10000,'
            b'"description":"","admin":false,"default":true,"roleConfigurable":true,'
            b'"translatedName":"Developers","type":"DEFAULT"},'
            b'{"self":"{base}/rest/api/3/project/10000/role/10001","name":"Administrators","id":10001,'
            b'"description":"","admin":true,"default":true,"roleConfigurable":true,'
            b'"translatedName":"Administrators","type":"DEFAULT"}]'
        ),
    ),
    Case(
        "site: details of a project's roles",
        "the caller's, version 2",
        path="/rest/api/2/project/10000/roledetails?currentMember=true",
        status=200,
        body=(
            b'[{"self":"{base}/rest/api/2/project/10000/role/10000","name":"Developers","id":10000,'
            b'"description":"","admin":false,"default":true,"roleConfigurable":true,'
            b'"translatedName":"Developers","type":"DEFAULT"}]'
        ),
    ),
    Case(
        "site: details of a project's roles",
        "no administrator",
        seed=_no_admin,
        path="/rest/api/3/project/PROJ/roledetails",
        status=404,
        body=(
            b'{"errorMessages":["You cannot view the roles of project \'PROJ\', as you may not '
            b'administer it."],"errors":{}}'
        ),
    ),
    Case(
        "site: details of a project's roles",
        "hidden",
        seed=_hidden,
        path="/rest/api/3/project/PROJ/roledetails",
        status=404,
        body=b'{"errorMessages":["No project could be found with key \'PROJ\'."],"errors":{}}',
    ),
    Case(
        "site: hierarchy of a project",
        "three levels",
        seed=_projects,
        path="/rest/api/3/project/10002/hierarchy",
        status=200,
        body=(
            b'{"projectId":10002,"hierarchy":[{"level":0,"name":"Base","issueTypes":[{"id":10006,'
            b'"name":"Task","avatarId":10318}]},{"level":1,"name":"Epic","issueTypes":[{"id":10005,'
            b'"name":"Epic","avatarId":10307}]},{"level":-1,"name":"Subtask",'
            b'"issueTypes":[{"id":10007,"name":"Sub-task","avatarId":10316}]}]}'
        ),
    ),
    Case(
        "site: hierarchy of a project",
        "one level, version 2",
        seed=_projects,
        path="/rest/api/2/project/10003/hierarchy",
        status=200,
        body=(
            b'{"projectId":10003,"hierarchy":[{"level":0,"name":"Base","issueTypes":[{"id":10008,'
            b'"name":"Task","avatarId":10318}]}]}'
        ),
    ),
    Case(
        "site: hierarchy of a project",
        "company-managed",
        path="/rest/api/3/project/10000/hierarchy",
        status=400,
        body=b'{"errorMessages":["The project \'PROJ\' is not a team-managed project."],"errors":{}}',
    ),
    Case(
        "site: hierarchy of a project",
        "hidden",
        seed=_hidden,
        path="/rest/api/3/project/10002/hierarchy",
        status=404,
        body=b'{"errorMessages":["No project could be found with key \'10002\'."],"errors":{}}',
    ),
    Case(
        "site: hierarchy of a project",
        "unknown",
        path="/rest/api/3/project/10099/hierarchy",
        status=404,
        body=b'{"errorMessages":["No project could be found with key \'10099\'."],"errors":{}}',
    ),
    Case(
        "site: hierarchy of a project",
        "by key",
        path="/rest/api/3/project/PROJ/hierarchy",
        status=400,
        body=b'{"errorMessages":["The project ID \'PROJ\' is invalid."],"errors":{}}',
    ),
)
