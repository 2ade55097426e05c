"""Fields that can be edited in many issues at once, in Jira's JSON."""

from __future__ import annotations

from collections.abc import Sequence

from jira_linkfake.jira.fields.field import Editing, Field, ListOfParts
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json, Reader

_MANY_WAYS = ["ADD", "REMOVE", "REPLACE", "REMOVE_ALL"]


def editable_json(reader: Reader, field: Field, issues: Sequence[Issue]) -> Json:
    """Return a field that can be edited in all of several issues.

    Its type is its id where the field is Jira's own, as in the reference's examples, else that of the custom field.
    """
    editing = Editing(site=reader.site, caller=reader.caller, purpose="edit")
    content: Json = {
        "id": field.id,
        "isRequired": any(field.is_required(editing, issue) for issue in issues),
        "name": field.name,
        "type": field.id if field.custom_id is None else field.custom_type or "",
    }
    if field.id == "assignee":
        keys = ",".join(dict.fromkeys(issue.project for issue in issues))
        content["searchUrl"] = f"{reader.api}/user/assignable/multiProjectSearch?projectKeys={keys}&query="
    if field.id == "priority":
        content["fieldOptions"] = [
            {"description": one.description, "id": one.id, "priority": one.name}
            for one in reader.site.priorities.values()
        ]
    if isinstance(field, ListOfParts) or field.id == "labels":
        content["multiSelectFieldOptions"] = _MANY_WAYS
    if isinstance(field, ListOfParts) and not any(field.choosable(reader.site, issue.project) for issue in issues):
        words = f"The project of the selected issue(s) does not have any {field.part.lower()}s."
        content["unavailableMessage"] = f"{{0}}NOTE{{1}}: {words}"
    return content
