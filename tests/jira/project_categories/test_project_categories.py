"""Categories of projects: what is made of a request, and what becomes of the projects that have one."""

import pytest

from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.permissions.refusals import AdministratorNeeded
from jira_linkfake.jira.project_categories.refusals import (
    CategoryDescriptionTooLong,
    CategoryNameInvalid,
    CategoryNameTaken,
)
from jira_linkfake.jira.project_categories.rules import (
    create_category,
    find_category,
    remove_category,
    update_category,
)
from jira_linkfake.jira.projects.model import ProjectCategory
from jira_linkfake.jira.projects.rules import ProjectFields, update_project
from jira_linkfake.jira.refusal import NotFound

INNER = ProjectCategory(id="10000", name="Inner", description="")


def test_category_is_made_as_it_was_asked_for(site):
    """Spaces around a name go, there need be no description, and each category has an id of its own."""
    assert create_category(site, DEFAULT_USER, " Inner ", None) == INNER
    outer = create_category(site, DEFAULT_USER, "Outer", " All others ")
    assert outer == ProjectCategory(id="10001", name="Outer", description=" All others ")
    assert site.project_categories == {"10000": INNER, "10001": outer}
    assert find_category(site, "+10001") == outer


def test_change_leaves_what_it_does_not_name(site):
    """A name and a description are changed each by itself, in the projects that have the category too."""
    create_category(site, DEFAULT_USER, "Inner", None)
    create_category(site, DEFAULT_USER, "Outer", None)
    for project, category in (("APP", "10000"), ("LIB", "10001")):
        update_project(site, DEFAULT_USER, project, ProjectFields(category_id=category))
    update_category(site, DEFAULT_USER, "10000", " Core ", None)
    update_category(site, DEFAULT_USER, "10000", None, "What all need")
    core = ProjectCategory(id="10000", name="Core", description="What all need")
    assert find_category(site, "10000") == core
    assert [(key, one.category.name) for key, one in site.projects.items()] == [("APP", "Core"), ("LIB", "Outer")]
    update_category(site, DEFAULT_USER, "10000", "CORE", "")
    assert site.projects["APP"].category == ProjectCategory(id="10000", name="CORE", description="")


def test_projects_lose_a_category_that_is_removed(site, refuses):
    """With a category goes that of its projects, and of no others."""
    create_category(site, DEFAULT_USER, "Inner", None)
    create_category(site, DEFAULT_USER, "Outer", None)
    for project, category in (("APP", "10000"), ("LIB", "10001")):
        update_project(site, DEFAULT_USER, project, ProjectFields(category_id=category))
    remove_category(site, DEFAULT_USER, "10000")
    assert [one.category and one.category.name for one in site.projects.values()] == [None, "Outer"]
    for category_id in ("10000", "x", ""):
        with refuses(NotFound) as caught:
            find_category(site, category_id)
        assert str(caught.value) == f"there is no project category {category_id!r}"
    assert create_category(site, DEFAULT_USER, "Inner", None).id == "10002"


@pytest.mark.parametrize(
    ("name", "description", "refusals", "told"),
    [
        ("inner", None, [CategoryNameTaken], "the category 10000 is named 'Inner' already"),
        (None, None, [CategoryNameInvalid], "the name of the category has 0 characters, and it takes 1 to 255"),
        ("  ", None, [CategoryNameInvalid], "the name of the category has 0 characters, and it takes 1 to 255"),
        (
            "n" * 256,
            "d" * 1001,
            [CategoryNameInvalid, CategoryDescriptionTooLong],
            (
                "the name of the category has 256 characters, and it takes 1 to 255; "
                "the description of the category has 1001 characters, of 1000 that it may have"
            ),
        ),
    ],
)
def test_category_that_cannot_be(site, refuses, name, description, refusals, told):
    """All that is wrong with a new category is told at once, and its id goes to the next one."""
    create_category(site, DEFAULT_USER, "Inner", None)
    with refuses(*refusals) as caught:
        create_category(site, DEFAULT_USER, name, description)
    assert str(caught.value) == told
    assert create_category(site, DEFAULT_USER, "n" * 255, "d" * 1000).id == "10001"


def test_categories_are_for_administrators(seeded, site, refuses):
    """Who does not administer Jira makes, changes and removes none, and learns of none that there is not."""
    alice = seeded.add_user("alice")
    for change in (
        lambda: create_category(site, alice, "Inner", None),
        lambda: update_category(site, alice, "7", "Inner", None),
        lambda: remove_category(site, alice, "7"),
    ):
        with refuses(AdministratorNeeded) as caught:
            change()
        assert str(caught.value) == "alice does not hold Administer Jira"
