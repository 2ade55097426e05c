"""Which projects a caller finds, and what belongs to them."""

import pytest

from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.permissions.refusals import AdministratorNeeded
from jira_linkfake.jira.projects.finding import (
    ProjectQuery,
    all_roles,
    find_project,
    find_role,
    find_role_in,
    issues_seen,
    last_update,
    levels_seen,
    projects_seen,
    read_level,
    roles_in,
    search_projects,
)
from jira_linkfake.jira.projects.refusals import (
    ProjectActionUnknown,
    ProjectAdministratorNeeded,
    ProjectOrderUnknown,
    ProjectUnseen,
)
from jira_linkfake.jira.refusal import NotFound


@pytest.fixture
def alice(seeded):
    """A user who may not browse the project SEC, which is led by her."""
    alice = seeded.add_user("alice")
    seeded.add_project("SEC", name="A secret", lead=alice)
    seeded.deny("BROWSE_PROJECTS", alice, project="SEC")
    return alice


def _keys(projects):
    return [project.key for project in projects]


def test_hidden_project_is_not_found(site, alice, refuses):
    """A project goes by key or id; one that the caller may not browse is as unknown as one that is not there."""
    assert find_project(site, alice, "APP") == find_project(site, alice, "10000") == site.projects["APP"]
    for name in ("SEC", "10002", "NOPE", "7", "app", "0" * 20, "\u0667", ""):
        with refuses(ProjectUnseen):
            find_project(site, alice, name)
    assert find_project(site, DEFAULT_USER, "SEC") == find_project(site, DEFAULT_USER, "10002")


def test_projects_are_those_that_the_caller_may_browse(site, alice):
    """The list has the projects that the caller may browse, by key."""
    assert _keys(projects_seen(site, alice)) == ["APP", "LIB"]
    assert _keys(projects_seen(site, DEFAULT_USER)) == ["APP", "LIB", "SEC"]
    assert projects_seen(site, None) == []


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["APP", "LIB", "SEC"]),
        ({"text": "secret"}, ["SEC"]),
        ({"text": "li"}, ["LIB"]),
        ({"ids": ["10000", "10001"], "keys": ["LIB", "SEC"]}, ["LIB"]),
        ({"types": ["business"]}, []),
        ({"order": "-key"}, ["SEC", "LIB", "APP"]),
        ({"order": "name"}, ["SEC", "APP", "LIB"]),
        ({"order": "-owner"}, ["SEC", "APP", "LIB"]),
        ({"order": "+issueCount"}, ["SEC", "LIB", "APP"]),
        ({"order": "lastIssueUpdatedDate"}, ["SEC", "APP", "LIB"]),
        ({"order": "category"}, ["APP", "LIB", "SEC"]),
        ({"order": "archivedDate"}, ["APP", "LIB", "SEC"]),
        ({"order": "deletedDate"}, ["APP", "LIB", "SEC"]),
        ({"action": "create"}, ["APP", "LIB", "SEC"]),
        ({"action": "browse"}, ["APP", "LIB", "SEC"]),
    ],
)
def test_search(site, query, found):
    """Projects are found by all that the query says, in its order."""
    assert _keys(search_projects(site, DEFAULT_USER, ProjectQuery(**query))) == found


def test_search_for_what_there_is_not(site, alice, refuses):
    """An order and an action that there are none of are refused."""
    with refuses(ProjectOrderUnknown):
        search_projects(site, alice, ProjectQuery(order="zz"))
    with refuses(ProjectActionUnknown):
        search_projects(site, alice, ProjectQuery(action="delete"))


def test_hidden_issues_do_not_count(seeded, site, alice):
    """What is told of a project's issues is told of those that the caller may see."""
    app = site.projects["APP"]
    seeded.add_issue("APP-9", visible_to=[])
    assert [issue.key for issue in issues_seen(site, alice, app)] == ["APP-1", "APP-2"]
    assert last_update(site, alice, app) == site.issues.with_key("APP-2").updated
    assert last_update(site, None, app) is None


def test_levels_are_for_members_who_may_set_them(seeded, site, alice, refuses):
    """A security level is read by its members, the list of a project's only by who may set them there."""
    app = site.projects["APP"]
    level = seeded.add_security_level("Internal", project="APP", members=[alice])
    seeded.add_security_level("Board", project="APP")
    assert levels_seen(site, alice, app) == [read_level(site, alice, f"{level.id}")] == [level]
    seeded.deny("SET_ISSUE_SECURITY", project="APP")
    assert levels_seen(site, alice, app) == []
    for level_id in ("7", "x"):
        with refuses(NotFound):
            read_level(site, alice, level_id)
    seeded.deny("BROWSE_PROJECTS", project="APP")
    with refuses(NotFound):
        read_level(site, alice, f"{level.id}")


def test_roles_are_the_sites_and_their_members_the_projects(seeded, site, alice, refuses):
    """Every project has every role; the roles of the site are for its administrators, a project's for its own."""
    devs = seeded.add_group("devs")
    role = seeded.add_role("Testers", project="APP", members=[devs, alice, DEFAULT_USER])
    app, lib = site.projects["APP"], site.projects["LIB"]
    roles = [(role.id, "Testers")]
    assert all_roles(site, DEFAULT_USER) == roles_in(site, alice, app) == roles_in(site, alice, lib) == roles
    assert find_role(site, DEFAULT_USER, "10000") == find_role_in(site, alice, lib, "10000") == roles[0]
    assert site.people.actors_of("APP", "Testers") == [(DEFAULT_USER, 10000), (alice, 10001), (devs, 10002)]
    assert site.people.actors_of("LIB", "Testers") == []
    with refuses(NotFound):
        find_role(site, DEFAULT_USER, "Testers")
    for ask in (all_roles, lambda site, caller: find_role(site, caller, "10000")):
        with refuses(AdministratorNeeded):
            ask(site, alice)
    seeded.deny("ADMINISTER_PROJECTS", project="LIB")
    with refuses(ProjectAdministratorNeeded):
        roles_in(site, alice, lib)
    assert roles_in(site, DEFAULT_USER, lib) == roles
