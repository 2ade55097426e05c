"""Finding, making, changing and removing categories of projects."""

from __future__ import annotations

from dataclasses import replace

from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import require_administrator
from jira_linkfake.jira.project_categories.refusals import (
    CategoryDescriptionTooLong,
    CategoryNameInvalid,
    CategoryNameTaken,
)
from jira_linkfake.jira.projects.model import ProjectCategory
from jira_linkfake.jira.refusal import NotFound, Refusal, Refused
from jira_linkfake.jira.site import Site, with_id

_LONGEST_NAME = 255
_LONGEST_DESCRIPTION = 1000


def find_category(site: Site, category_id: str) -> ProjectCategory:
    """Return the category of an id; raises `Refused` where there is none."""
    category = with_id(site.project_categories, category_id)
    if category is None:
        raise Refused(NotFound(kind="project category", value=category_id))
    return category


def create_category(site: Site, caller: Caller, name: str | None, description: str | None) -> ProjectCategory:
    """Make a category; its name must be free."""
    require_administrator(site, caller)
    category = ProjectCategory(id=site.next_id("category"), name=(name or "").strip(), description=description or "")
    _require_right(site, category)
    site.new_id("category")
    site.project_categories[category.id] = category
    return category


def update_category(
    site: Site, caller: Caller, category_id: str, name: str | None, description: str | None
) -> ProjectCategory:
    """Change a category, in the projects that have it too; what is omitted keeps its value."""
    require_administrator(site, caller)
    before = find_category(site, category_id)
    changed = ProjectCategory(
        id=before.id,
        name=before.name if name is None else name.strip(),
        description=before.description if description is None else description,
    )
    _require_right(site, changed)
    site.project_categories[changed.id] = changed
    _put_into_projects(site, before, changed)
    return changed


def remove_category(site: Site, caller: Caller, category_id: str) -> None:
    """Remove a category; the projects that had it have none."""
    require_administrator(site, caller)
    category = find_category(site, category_id)
    del site.project_categories[category.id]
    _put_into_projects(site, category, None)


def _put_into_projects(site: Site, before: ProjectCategory, after: ProjectCategory | None) -> None:
    for project in list(site.projects.values()):
        if project.category == before:
            site.projects.put(replace(project, category=after))


def _require_right(site: Site, category: ProjectCategory) -> None:
    """Raise `Refused` with all that is wrong with a category; names that differ in case are the same (chosen)."""
    refusals: list[Refusal] = []
    if not 0 < len(category.name) <= _LONGEST_NAME:
        refusals.append(CategoryNameInvalid(length=len(category.name), most=_LONGEST_NAME))
    if len(category.description) > _LONGEST_DESCRIPTION:
        refusals.append(CategoryDescriptionTooLong(length=len(category.description), most=_LONGEST_DESCRIPTION))
    for other in site.project_categories.values():
        if other.id != category.id and other.name.casefold() == category.name.casefold():
            refusals.append(CategoryNameTaken(taken_by=other))
    if refusals:
        raise Refused(*refusals)
