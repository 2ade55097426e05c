"""`projectCategory`: list, read, make, change and remove categories of projects."""

from __future__ import annotations

from marshmallow import fields

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.project_categories import rules
from jira_linkfake.jira.project_categories.as_json import category_json
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.body import Closed, Text
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


class _Category(Closed):
    name = Text()
    description = Text()
    # What Jira gives with a category and does not take: clients send back what they got.
    id = fields.Raw(allow_none=True)
    self_ = fields.Raw(data_key="self", allow_none=True)


@operation("getAllProjectCategories", Success(200, "every category of projects", REFERENCE))
def list_all(call: Call) -> list[Json]:
    """Return every category; only for signed-in users."""
    call.signed_in_user()
    return [category_json(one, call.api) for one in call.site.project_categories.values()]


@operation("getProjectCategoryById", Success(200, "a category of projects", REFERENCE))
def read(call: Call, id: str) -> Json:
    """Return one category; only for signed-in users."""
    call.signed_in_user()
    return category_json(rules.find_category(call.site, id), call.api)


@operation("createProjectCategory", Success(201, "the new category", REFERENCE), body=_Category)
def create(call: Call) -> Json:
    """Make a category."""
    content = call.content
    made = rules.create_category(call.site, call.caller, content["name"], content["description"])
    return category_json(made, call.api)


@operation("updateProjectCategory", Success(200, "the changed category", REFERENCE), body=_Category)
def update(call: Call, id: str) -> Json:
    """Change a category."""
    content = call.content
    changed = rules.update_category(call.site, call.caller, id, content["name"], content["description"])
    return category_json(changed, call.api)


@operation("removeProjectCategory", Success(204, "empty; the projects that had it have none", REFERENCE))
def remove(call: Call, id: str) -> None:
    """Remove a category."""
    rules.remove_category(call.site, call.caller, id)
