"""Making, changing and deleting projects."""

import pytest

from jira_linkfake.jira.history.model import IssueRemoved, LinkRemoved
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.rules import delete_issue
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.permissions.refusals import AdministratorNeeded
from jira_linkfake.jira.project_categories.refusals import CategoryUnknown
from jira_linkfake.jira.project_categories.rules import create_category
from jira_linkfake.jira.projects.finding import read_level
from jira_linkfake.jira.projects.refusals import (
    ProjectKeyInvalid,
    ProjectKeyTaken,
    ProjectLeadUnknown,
    ProjectNameInvalid,
    ProjectNameTaken,
    ProjectUndeletable,
    ProjectUnseen,
)
from jira_linkfake.jira.projects.rules import ProjectFields, create_project, delete_project, update_project
from jira_linkfake.jira.refusal import NotFound

LEAD = DEFAULT_USER.account_id


@pytest.fixture
def alice(seeded):
    """A user who does not administer Jira."""
    return seeded.add_user("alice")


def test_project_is_made_as_it_was_asked_for(site, alice):
    """A new project has what the request says, and else what a new one has; it can be found by key and id."""
    fields = ProjectFields(key="WEB", name=" Web store ", lead=alice.account_id, type="business", url="https://x")
    project = create_project(site, DEFAULT_USER, fields)
    assert site.projects.find("WEB") is site.projects.find(f"{project.id}") is project
    assert (project.name, project.lead, project.type, project.url) == ("Web store", alice, "business", "https://x")
    plain = create_project(site, DEFAULT_USER, ProjectFields(key="OPS", name="Ops", lead=LEAD))
    assert (plain.id, plain.type, plain.description, plain.url, plain.assignee_type) == (
        str(int(project.id) + 1),
        "software",
        "",
        "",
        "UNASSIGNED",
    )
    described = ProjectFields(key="DOC", name="D", lead=LEAD, description="All", assignee_type="PROJECT_LEAD")
    documents = create_project(site, DEFAULT_USER, described)
    assert (documents.description, documents.assignee_type) == ("All", "PROJECT_LEAD")
    assert create_project(site, DEFAULT_USER, ProjectFields(key="LONG", name="n" * 80, lead=LEAD)).name == "n" * 80


@pytest.mark.parametrize(
    ("fields", "refusals"),
    [
        ({"key": "WEB", "name": "Web", "lead": "1"}, [ProjectLeadUnknown]),
        ({"key": "WEB", "name": "Web"}, [ProjectLeadUnknown]),
        ({"key": "W", "name": "Web", "lead": LEAD}, [ProjectKeyInvalid]),
        ({"key": "WEB_2", "name": "Web", "lead": LEAD}, [ProjectKeyInvalid]),
        ({"key": "A123456789B", "name": "Web", "lead": LEAD}, [ProjectKeyInvalid]),
        ({"key": "APP", "name": "Web", "lead": LEAD}, [ProjectKeyTaken]),
        ({"key": "WEB", "name": "aPP", "lead": LEAD}, [ProjectNameTaken]),
        ({"key": "WEB", "name": "  ", "lead": LEAD}, [ProjectNameInvalid]),
        ({"key": "WEB", "name": "n" * 81, "lead": LEAD}, [ProjectNameInvalid]),
        ({}, [ProjectKeyInvalid, ProjectNameInvalid, ProjectLeadUnknown]),
    ],
)
def test_project_that_cannot_be_made(site, refuses, fields, refusals):
    """All that is wrong with a new project is told at once."""
    with refuses(*refusals):
        create_project(site, DEFAULT_USER, ProjectFields(**fields))


@pytest.mark.parametrize("lead", ["", "1"])
def test_lead_that_there_is_none_of(site, refuses, lead):
    """The journal tells which account was to lead a project, new or not."""
    for change in (
        lambda: create_project(site, DEFAULT_USER, ProjectFields(key="WEB", name="Web", lead=lead or None)),
        lambda: update_project(site, DEFAULT_USER, "APP", ProjectFields(lead=lead)),
    ):
        with refuses(ProjectLeadUnknown) as caught:
            change()
        assert caught.value.refusals == (ProjectLeadUnknown(account_id=lead),)


def test_project_is_changed(site, alice):
    """What a request says is changed, and the rest is kept."""
    everything = ProjectFields(
        name="Apps", lead=alice.account_id, description="All", url="https://x", assignee_type="PROJECT_LEAD"
    )
    changed = update_project(site, DEFAULT_USER, "APP", everything)
    assert (changed.key, changed.name, changed.lead, changed.description) == ("APP", "Apps", alice, "All")
    assert update_project(site, DEFAULT_USER, "10000", ProjectFields(name="APPS")) == site.projects["APP"]
    assert site.projects["APP"].url == "https://x"
    assert update_project(site, DEFAULT_USER, "APP", ProjectFields(description="", url="")).description == ""


def test_project_that_cannot_be_changed(seeded, site, refuses):
    """A name that is taken and a lead who is nobody are refused, and so is a project that is not seen."""
    with refuses(ProjectNameTaken, ProjectLeadUnknown):
        update_project(site, DEFAULT_USER, "APP", ProjectFields(name="LIB", lead="1"))
    seeded.deny("BROWSE_PROJECTS", project="APP")
    for change in (lambda: update_project(site, DEFAULT_USER, "APP", ProjectFields()), lambda: _delete(site, "APP")):
        with refuses(ProjectUnseen):
            change()


def _delete(site, key):
    delete_project(site, DEFAULT_USER, key)


def test_only_administrators_change_projects(site, alice, refuses):
    """Whoever does not administer Jira makes and deletes no project, and gives none another key."""
    with refuses(AdministratorNeeded):
        create_project(site, alice, ProjectFields())
    with refuses(AdministratorNeeded):
        update_project(site, alice, "APP", ProjectFields(key="APPS"))
    with refuses(ProjectUndeletable):
        delete_project(site, alice, "APP")


def test_deleting_takes_all_that_belongs_to_the_project(seeded, site, alice, refuses):
    """With a project go its issues, their links and comments, and its levels; other issues tell of it in history."""
    level = seeded.add_security_level("Internal", project="APP", members=[DEFAULT_USER])
    role = seeded.add_role("Testers", project="APP", members=[alice])
    seeded.add_issue("APP-3", parent="APP-1", security_level=level)
    child = seeded.add_issue("LIB-2", parent="APP-3")
    seeded.add_comment("APP-1", "Said")
    seeded.add_link("APP-1", "blocks", "LIB-1")
    seeded.add_link("APP-1", "blocks", "APP-2")
    _delete(site, "APP")

    assert set(site.issues.ids) == {"LIB-1", "LIB-2"}
    assert site.issues[child.id].parent_id is None
    assert [one.changes[0].from_text for one in entries_of(site, DEFAULT_USER, site.issues[child.id])] == ["APP-3"]
    assert site.links.all() == list(site.comments) == []
    assert site.projects.find("APP") is site.projects.find("10000") is None
    assert site.projects.ever("APP").id == "10000"
    assert not site.people.knows(role)
    assert site.people.role_names == {role.id: "Testers"}
    with refuses(NotFound):
        read_level(site, DEFAULT_USER, f"{level.id}")
    told = entries_of(site, DEFAULT_USER, site.issues.with_key("LIB-1"))[-1].changes[0]
    assert (told.from_text, told.to_text) == ("This work item is blocked by APP-1", None)
    assert [event.issue.key for event in site.events if isinstance(event, IssueRemoved)] == ["APP-1", "APP-2", "APP-3"]
    assert [str(event.link) for event in site.events if isinstance(event, LinkRemoved)] == [
        "APP-1 blocks LIB-1",
        "APP-1 blocks APP-2",
    ]


def test_history_hides_what_a_deleted_project_hid(seeded, site, alice):
    """Who could not see a project's issues does not read of them once they are gone."""
    seeded.deny("BROWSE_PROJECTS", alice, project="APP")
    seeded.add_link("APP-1", "blocks", "LIB-1")
    _delete(site, "APP")
    assert entries_of(site, alice, site.issues.with_key("LIB-1")) == []


def test_key_of_a_deleted_project_is_free(site):
    """A project can be made again, with another id."""
    _delete(site, "APP")
    assert create_project(site, DEFAULT_USER, ProjectFields(key="APP", name="APP", lead=LEAD)).id == "10002"


def test_removed_issues_of_other_projects_stay_where_they_were(seeded, site):
    """An issue that was deleted before is still remembered as one of its own project."""
    issue = seeded.add_issue("LIB-9")
    delete_issue(site, DEFAULT_USER, IssueReference(key="LIB-9"), with_subtasks=False)
    _delete(site, "APP")
    assert site.issues.ever(issue.id).project == "LIB"


def test_projects_of_one_key_are_remembered_by_themselves(seeded, site, alice):
    """Of two projects that had one key after each other, each hides in history what it hid itself."""
    seeded.deny("BROWSE_PROJECTS", alice, project="APP")
    seeded.add_link("APP-1", "blocks", "LIB-1")
    _delete(site, "APP")
    create_project(site, DEFAULT_USER, ProjectFields(key="APP", name="APP", lead=LEAD))
    seeded.add_issue("APP-1")
    seeded.add_link("APP-1", "duplicates", "LIB-1")
    _delete(site, "APP")

    def told(caller):
        entries = entries_of(site, caller, site.issues.with_key("LIB-1"))
        return [change.to_text or change.from_text for entry in entries for change in entry.changes]

    again = ["This work item is duplicated by APP-1"] * 2
    assert told(DEFAULT_USER) == ["This work item is blocked by APP-1"] * 2 + again
    assert told(alice) == again
    assert {one.id for one in site.projects.removed.values()} == {"10000", "10002"}


@pytest.mark.parametrize("denied", [False, True])
def test_role_of_a_deleted_project_still_counts_in_history(seeded, site, alice, denied):
    """Who could browse a project by a role, or was kept from it by one, reads of its issues in history as before."""
    bob = seeded.add_user("bob")
    testers = seeded.add_role("Testers", project="APP", members=[alice])
    seeded.add_role("Testers", project="LIB", members=[bob])
    if denied:
        seeded.deny("BROWSE_PROJECTS", testers, project="APP")
    else:
        seeded.allow_only("BROWSE_PROJECTS", testers, DEFAULT_USER, project="APP")
    seeded.add_link("APP-1", "blocks", "LIB-1")

    def told():
        return [len(entries_of(site, caller, site.issues.with_key("LIB-1"))) for caller in (alice, bob)]

    assert told() == ([0, 1] if denied else [1, 0])
    _delete(site, "APP")
    assert told() == ([0, 2] if denied else [2, 0])


def test_parts_of_other_projects_stay(seeded, site):
    """With a project go its own versions and components, and none of another project."""
    for project in ("APP", "LIB"):
        seeded.add_version("1.0", project=project)
        seeded.add_component("Editor", project=project)
    _delete(site, "APP")
    for table in (site.versions, site.components):
        assert [(one.id, one.project) for one in table.by_id.values()] == [("10001", "LIB")]
        assert (table.of_project("APP"), len(table.of_project("LIB"))) == ([], 1)


def test_category_of_a_project(site, refuses):
    """A project is made in a category, stays in it unless a change says otherwise, and leaves it with -1."""
    create_category(site, DEFAULT_USER, "Inner", None)
    create_category(site, DEFAULT_USER, "Outer", None)
    made = create_project(site, DEFAULT_USER, ProjectFields(key="WEB", name="Web", lead=LEAD, category_id="10001"))
    assert made.category.name == site.projects["WEB"].category.name == "Outer"
    for category_id, name in ((None, "Outer"), ("", "Outer"), ("10000", "Inner"), (None, "Inner"), ("-1", None)):
        changed = update_project(site, DEFAULT_USER, "WEB", ProjectFields(name="Web", category_id=category_id))
        assert (changed.category and changed.category.name) == name
    for category_id in ("7", "x"):
        with refuses(CategoryUnknown) as caught:
            update_project(site, DEFAULT_USER, "WEB", ProjectFields(category_id=category_id))
        assert str(caught.value) == f"there is no category of projects {category_id!r} for the project"
        with refuses(CategoryUnknown):
            create_project(site, DEFAULT_USER, ProjectFields(key="OPS", name="Ops", lead=LEAD, category_id=category_id))
    assert create_project(site, DEFAULT_USER, ProjectFields(key="OPS", name="Ops", lead=LEAD)).category is None
