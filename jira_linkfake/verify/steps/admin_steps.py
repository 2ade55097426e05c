"""Steps that change what the whole site has: types of links, groups, categories of projects, projects, fields."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.steps.declaring import MUCH, delete, get, post, put

TYPE = {"name": "{label} new", "inward": "is verified by", "outward": "verifies"}
_TYPE = "issueLinkType/{own_type_id}"
_OWN = "own link type"

LINK_TYPES = (
    post("link types: made", "createIssueLinkType", "issueLinkType", TYPE, needs="new link type goes"),
    put("link types: changed", "updateIssueLinkType", _TYPE, {"inward": "is held by"}, needs=_OWN),
    delete("link types: deleted", "deleteIssueLinkType", _TYPE, needs=_OWN),
    get(
        "link types: the links of one that was deleted",
        "getIssue",
        "issue/{a}?fields=issuelinks",
        needs="removed link type",
    ),
    post(
        "link types: a name that is taken",
        "LinkTypeNameTaken",
        "issueLinkType",
        {**TYPE, "name": "{own_type}"},
        needs=_OWN,
    ),
    post("link types: without a name", "LinkTypeFieldMissing", "issueLinkType", {}, needs="admin"),
    delete("link types: an unknown one deleted", "LinkTypeUnknown", "issueLinkType/999999", needs="admin"),
    post(
        "link types: made without Administer Jira",
        "NotAdministrator",
        "issueLinkType",
        TYPE,
        needs="new link type goes, second lacks ADMINISTER",
        caller="second",
    ),
)

GROUPS = (
    post("groups: made", "createGroup", "group", {"name": "{label}-new"}, needs="new group goes"),
    delete("groups: removed", "removeGroup", "group?groupname={own_group}", needs="own group"),
    post("groups: without a name", "GroupNameMissing", "group", {}, needs="admin"),
    post("groups: a name that is taken", "GroupNameTaken", "group", {"name": "{own_group}"}, needs="own group"),
    post(
        "groups: somebody added",
        "addUserToGroup",
        "group/user?groupname={own_group}",
        {"accountId": "{me}"},
        needs="own group",
    ),
    post(
        "groups: somebody added again",
        "MemberAlready",
        "group/user?groupname={own_group}",
        {"accountId": "{me}"},
        needs="own group with me",
    ),
    delete(
        "groups: somebody removed",
        "removeUserFromGroup",
        "group/user?groupname={own_group}&accountId={me}",
        needs="own group with me",
    ),
    delete(
        "groups: somebody removed who is not in it",
        "NoMember",
        "group/user?groupname={own_group}&accountId={me}",
        needs="own group",
    ),
)

_CATEGORY = {"name": "{label} new", "description": "x"}
_AT = "projectCategory/{own_category_id}"
CATEGORIES = (
    post("categories: made", "createProjectCategory", "projectCategory", _CATEGORY, needs="new category goes"),
    put("categories: changed", "updateProjectCategory", _AT, {"description": "y"}, needs="own category"),
    get("categories: one", "getProjectCategoryById", _AT, needs="own category"),
    delete("categories: removed", "removeProjectCategory", _AT, needs="own category"),
    post("categories: without a name", "CategoryNameInvalid", "projectCategory", {"name": ""}, needs="admin"),
    post(
        "categories: a description that is too long",
        "CategoryDescriptionTooLong",
        "projectCategory",
        {"name": "{label} new", "description": "y" * 1001},
        needs="new category goes",
    ),
    post(
        "categories: a name that is taken",
        "CategoryNameTaken",
        "projectCategory",
        {**_CATEGORY, "name": "{own_category}"},
        needs="own category",
    ),
    put(
        "categories: a project of an unknown one",
        "CategoryUnknown",
        "project/{project}",
        {"categoryId": 999999},
        needs="admin",
    ),
)

PROJECT = {
    "key": "{new_key}",
    "name": "{label} new",
    "leadAccountId": "{me}",
    "projectTypeKey": "software",
    "projectTemplateKey": "com.pyxis.greenhopper.jira:gh-simplified-kanban-classic",
}


_MADE = "project/{own_project}"
_ROLE = f"{_MADE}/role/{{role_id}}"


def project(name: str, rule: str, /, *, needs: str = "new project goes", **body: Any) -> Any:
    """Return a step that makes a project."""
    whole = {key: value for key, value in {**PROJECT, **body}.items() if value is not None}
    return post(f"new projects: {name}", rule, "project", whole, needs=needs)


PROJECTS = (
    project("made", "createProject"),
    delete("new projects: deleted", "deleteProject", "project/{own_project}?enableUndo=false", needs="own project"),
    project("a key that Jira does not take", "ProjectKeyInvalid", key="1"),
    project("a key that is taken", "ProjectKeyTaken", key="{project}"),
    project("without a name", "ProjectNameInvalid", name=None),
    project("a name that is taken", "ProjectNameTaken", name="{project_name}"),
    project("an unknown lead", "ProjectLeadUnknown", leadAccountId="nobody-at-all"),
    post("new projects: with an empty body", "BodyEmpty", "project", b"", needs="admin"),
    post("new projects: archived", "archiveProject", f"{_MADE}/archive", needs="own project to put away"),
    post(
        "new projects: archived without Administer Jira",
        "ProjectArchiverNotAdministrator",
        f"{_MADE}/archive",
        needs="own project to put away, second lacks ADMINISTER",
        caller="second",
    ),
    put("new projects: archived, and changed", "ProjectArchived", _MADE, {"name": "x"}, needs="archived project"),
    post("new projects: brought back", "restore", f"{_MADE}/restore", needs="archived project"),
    post("new projects: brought back from nowhere", "ProjectLive", f"{_MADE}/restore", needs="own project"),
    post("new projects: deleted as a task", "deleteProjectAsynchronously", f"{_MADE}/delete", needs="own project"),
    put(
        "new projects: a key given up that it never had",
        "ProjectKeyUnreleasable",
        _MADE,
        {"releasedProjectKeys": ["NOPEZZQ"]},
        needs="own project",
    ),
    put(
        "new projects: of an unknown permission scheme",
        "PermissionSchemeUnknown",
        _MADE,
        {"permissionScheme": 999999999},
        needs="own project",
    ),
    put(
        "new projects: given a permission scheme",
        "assignPermissionScheme",
        f"{_MADE}/permissionscheme",
        {"id": "{own_scheme_number}"},
        needs="own permission scheme to give, own project",
    ),
    delete(
        "new projects: their permission scheme deleted",
        "SchemeUndeletable",
        "permissionscheme/{own_scheme_id}",
        needs="given permission scheme",
    ),
    post("new projects: a role given", "addActorUsers", _ROLE, {"user": ["{me}"]}, needs="own project, role"),
    post("new projects: a role given again", "ActorAlready", _ROLE, {"user": ["{me}"]}, needs="own actor"),
    put(
        "new projects: a role given to nobody else",
        "setActors",
        _ROLE,
        {"categorisedActors": {"atlassian-user-role-actor": ["{me}"]}},
        needs="own project, role",
    ),
    delete("new projects: a role taken", "deleteActor", f"{_ROLE}?user={{me}}", needs="own actor"),
    delete(
        "new projects: a role taken from who does not have it",
        "NoActor",
        f"{_ROLE}?user={{second}}",
        needs="own project, role, second user",
    ),
    delete(
        "new projects: deleted without Administer Jira",
        "ProjectUndeletable",
        "project/{own_project}?enableUndo=false",
        needs="own project, second lacks ADMINISTER",
        caller="second",
    ),
)

_TEXT = "com.atlassian.jira.plugin.system.customfieldtypes:textfield"
FIELDS = (
    post(
        "custom fields: made",
        "createCustomField",
        "field",
        {"name": "{label} new", "type": _TEXT},
        needs="new field goes",
    ),
    delete("custom fields: deleted", "deleteCustomField", "field/{own_field_id}", needs="own field"),
    delete("custom fields: one that is none deleted", "FieldIdInvalid", "field/nonsense", needs="admin"),
    post("custom fields: without a name", "FieldNameInvalid", "field", {"type": _TEXT}, needs="admin"),
    post(
        "custom fields: a description that is too long",
        "FieldDescriptionTooLong",
        "field",
        {"name": "x", "type": _TEXT, "description": "x" * 40001},
        needs="admin",
    ),
    post(
        "custom fields: of an unknown type",
        "FieldKindUnknown",
        "field",
        {"name": "x", "type": "nonsense"},
        needs="admin",
    ),
    post(
        "custom fields: with a searcher that is none",
        "FieldSearcherInvalid",
        "field",
        {"name": "x", "type": _TEXT, "searcherKey": "nonsense"},
        needs="admin",
    ),
    put(
        "custom fields: named what it is named",
        "updateCustomField",
        "field/{custom_field}",
        {"name": "{custom_field_name}"},
        needs="custom field, admin",
    ),
    put(
        "custom fields: one of Jira Software's, named what it is named",
        "FieldLocked",
        "field/{sprint_field}",
        {"name": "{sprint_field_name}"},
        needs="board, admin",
    ),
    put("custom fields: an unknown one", "FieldUnseen", "field/customfield_99999", {"name": "x"}, needs="admin"),
    post(
        "custom fields: made without Administer Jira",
        "NoFieldCreation",
        "field",
        {"name": "x", "type": _TEXT},
        needs="second lacks ADMINISTER",
        caller="second",
    ),
)

_MADE_RESOLUTION = "resolution/{own_resolution_id}"
RESOLUTIONS = (
    post("resolutions: made", "createResolution", "resolution", {"name": "{label} new"}, needs="new resolution goes"),
    delete(
        "resolutions: deleted",
        "deleteResolution",
        f"{_MADE_RESOLUTION}?replaceWith={{resolution_id}}",
        needs="own resolution",
    ),
    delete(
        "resolutions: deleted for itself",
        "ResolutionReplacesItself",
        f"{_MADE_RESOLUTION}?replaceWith={{own_resolution_id}}",
        needs="own resolution",
    ),
    post("resolutions: without a name", "ResolutionNameMissing", "resolution", {}, needs="admin"),
    post("resolutions: a name that is too long", "ResolutionTextTooLong", "resolution", {"name": MUCH}, needs="admin"),
    post(
        "resolutions: a name that is taken",
        "ResolutionNameTaken",
        "resolution",
        {"name": "{resolution}"},
        needs="admin",
    ),
    put(
        "resolutions: named what it is named",
        "updateResolution",
        "resolution/{resolution_id}",
        {"name": "{resolution}"},
        needs="admin",
    ),
    put(
        "resolutions: the default one, as it is",
        "setDefaultResolution",
        "resolution/default",
        {"id": "{default_resolution}"},
        needs="default resolution, admin",
    ),
    put(
        "resolutions: the last moved to where it is",
        "moveResolutions",
        "resolution/move",
        {"ids": ["{last_resolution}"], "position": "Last"},
        needs="default resolution, admin",
    ),
    put("resolutions: an unknown one changed", "ResolutionNotThere", "resolution/999999", {"name": "x"}, needs="admin"),
    put("resolutions: a default without an id", "ResolutionIdMissing", "resolution/default", {}, needs="admin"),
    put(
        "resolutions: too many moved",
        "ResolutionsTooMany",
        "resolution/move",
        {"ids": [str(number) for number in range(1001)], "position": "Last"},
        needs="admin",
    ),
    put(
        "resolutions: moved nowhere",
        "ResolutionMoveInvalid",
        "resolution/move",
        {"ids": ["{resolution_id}"]},
        needs="admin",
    ),
)

USERS = (
    post("new users: without an address", "EmailInvalid", "user", {"products": []}, needs="admin"),
    post(
        "new users: without products", "ProductsMissing", "user", {"emailAddress": "nobody@example.com"}, needs="admin"
    ),
    delete("new users: oneself removed", "UserUnremovable", "user?accountId={me}", needs="admin"),
    delete("new users: nobody removed", "AccountMissing", "user", needs="admin"),
)

STEPS = (*LINK_TYPES, *GROUPS, *CATEGORIES, *PROJECTS, *FIELDS, *RESOLUTIONS, *USERS)
