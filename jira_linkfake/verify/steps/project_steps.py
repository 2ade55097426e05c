"""Steps about a project and its parts: what there is of it, its versions and its components."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.steps.declaring import MUCH, delete, get, post, put

PROJECTS = (
    get("projects: one", "getProject", "project/{project}", alike=True),
    get("projects: one by its id", "getProject", "project/{project_id}", alike=True),
    get("projects: all", "getAllProjects", "project", alike=True),
    get("projects: those that were viewed last", "getRecent", "project/recent", alike=True),
    get("projects: a page of them", "searchProjects", "project/search", query={"keys": "{project}"}, alike=True),
    get("projects: an unknown one", "ProjectUnseen", "project/NOPEZZQ"),
    get("projects: an unknown one by its id", "ProjectUnseen", "project/999999999"),
    get("projects: in an unknown order", "ProjectOrderUnknown", "project/search?orderBy=zz"),
    get("projects: for an unknown action", "ProjectActionUnknown", "project/search?action=delete"),
    get("projects: a page that is no number", "QueryInvalid", "project/search?startAt=x"),
    get("projects: types", "getAllProjectTypes", "project/type", alike=True),
    get("projects: types that are licensed", "getAllAccessibleProjectTypes", "project/type/accessible", alike=True),
    get("projects: a type", "getProjectTypeByKey", "project/type/software", alike=True),
    get(
        "projects: a type that is licensed",
        "getAccessibleProjectTypeByKey",
        "project/type/software/accessible",
        alike=True,
    ),
    get("projects: roles", "getProjectRoles", "project/{project}/role", needs="project admin", alike=True),
    get(
        "projects: a role",
        "getProjectRole",
        "project/{project}/role/{role_id}",
        needs="role, project admin",
        alike=True,
    ),
    post(
        "projects: a role given to nobody",
        "ActorUnnamed",
        "project/{project}/role/{role_id}",
        {},
        needs="role, project admin",
    ),
    get("projects: roles in detail", "getProjectRoleDetails", "project/{project}/roledetails", alike=True),
    get("projects: an unknown role", "NotFound", "project/{project}/role/999999999", needs="project admin"),
    get("projects: a role whose id is none", "IdInvalid", "project/{project}/role/none", needs="project admin"),
    get("projects: statuses", "getAllStatuses", "project/{project}/statuses", alike=True),
    get("projects: security levels", "getSecurityLevelsForProject", "project/{project}/securitylevel", alike=True),
    get("projects: types of issues", "getIssueTypesForProject", "issuetype/project?projectId={project_id}", alike=True),
    get("projects: types of issues of none", "ProjectOfTypesMissing", "issuetype/project"),
    get(
        "projects: hierarchy of a company's",
        "HierarchyShared",
        "project/{project_id}/hierarchy",
        needs="company-managed",
    ),
    get(
        "projects: hierarchy of a team's",
        "getHierarchy",
        "project/{project_id}/hierarchy",
        needs="team-managed",
        alike=True,
    ),
    get("projects: components", "getProjectComponents", "project/{project}/components", needs="component", alike=True),
    get(
        "projects: a page of components",
        "getProjectComponentsPaginated",
        "project/{project}/component?query={label}",
        needs="component",
    ),
    get("projects: versions", "getProjectVersions", "project/{project}/versions", needs="version", alike=True),
    get(
        "projects: a page of versions",
        "getProjectVersionsPaginated",
        "project/{project}/version?query={label}",
        needs="version",
    ),
    put("projects: changed in nothing", "updateProject", "project/{project}", {}, needs="project admin", alike=True),
    put(
        "projects: changed without Administer projects",
        "ProjectUnchangeable",
        "project/{project}",
        {},
        needs="second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
    get(
        "projects: roles without Administer projects",
        "ProjectAdministratorNeeded",
        "project/{project}/role",
        needs="second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
)

NEW = {"name": "{label} new", "project": "{project}"}
_GOES = "new component goes"
_EDITED = "component/{component_id}"
COMPONENTS = (
    post("components: made", "createComponent", "component", NEW, needs=_GOES),
    get("components: one", "getComponent", _EDITED, needs="component"),
    get(
        "components: of projects",
        "findComponentsForProjects",
        "component?projectIdsOrKeys={project}&query={label}",
        needs="component",
    ),
    put("components: changed", "updateComponent", _EDITED, {"description": "x"}, needs="component"),
    get("components: how many issues", "getComponentRelatedIssues", f"{_EDITED}/relatedIssueCounts", needs="component"),
    delete("components: deleted", "deleteComponent", _EDITED, needs="component"),
    get("components: an unknown one", "ComponentUnseen", "component/999999999"),
    get("components: an id that is none", "ComponentUnseen", "component/none"),
    post("components: without a project", "ComponentProjectMissing", "component", {"name": "x"}, needs="project admin"),
    post("components: in an unknown project", "ProjectUnseen", "component", {"name": "x", "project": "NOPEZZQ"}),
    post(
        "components: without a name",
        "ComponentNameMissing",
        "component",
        {"project": "{project}"},
        needs="project admin",
    ),
    post(
        "components: a name that is too long",
        "ComponentNameTooLong",
        "component",
        {**NEW, "name": MUCH},
        needs="project admin",
    ),
    post(
        "components: a name that is taken",
        "ComponentNameTaken",
        "component",
        {**NEW, "name": "{component}"},
        needs="component",
    ),
    post(
        "components: an unknown lead",
        "ComponentLeadUnknown",
        "component",
        {**NEW, "leadAccountId": "nobody-at-all"},
        needs=_GOES,
    ),
    delete(
        "components: deleted for an unknown one",
        "ComponentSwapUnknown",
        f"{_EDITED}?moveIssuesTo=999999999",
        needs="component",
    ),
    put(
        "components: changed without Administer projects",
        "ComponentNotEditable",
        _EDITED,
        {"description": "x"},
        needs="component, second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
    delete(
        "components: deleted without Administer projects",
        "ComponentUndeletable",
        _EDITED,
        needs="component, second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
)

_AT = "version/{version_id}"
_NEW_GOES = "new version goes"
VERSION = {"name": "{label} new", "projectId": "{project_number}"}


def refused(name: str, rule: str, /, **body: Any) -> Any:
    """Return a step that makes a version which is refused."""
    whole = {key: value for key, value in {**VERSION, **body}.items() if value is not None}
    return post(f"versions: {name}", rule, "version", whole, needs=_NEW_GOES)


VERSIONS = (
    post("versions: made", "createVersion", "version", VERSION, needs=_NEW_GOES),
    get("versions: one", "getVersion", _AT, needs="version"),
    put("versions: changed", "updateVersion", _AT, {"description": "x"}, needs="version"),
    put("versions: released", "updateVersion", _AT, {"released": True, "releaseDate": "2026-01-02"}, needs="version"),
    post("versions: moved", "moveVersion", f"{_AT}/move", {"position": "First"}, needs="version"),
    put("versions: merged", "mergeVersions", f"{_AT}/mergeto/{{other_version_id}}", needs="two versions"),
    get("versions: how many issues", "getVersionRelatedIssues", f"{_AT}/relatedIssueCounts", needs="version"),
    get(
        "versions: how many unresolved issues",
        "getVersionUnresolvedIssues",
        f"{_AT}/unresolvedIssueCount",
        needs="version",
    ),
    post(
        "versions: deleted, and replaced",
        "deleteAndReplaceVersion",
        f"{_AT}/removeAndSwap",
        {"moveFixIssuesTo": "{other_version_number}"},
        needs="two versions",
    ),
    delete("versions: deleted", "deleteVersion", _AT, needs="version"),
    get("versions: an unknown one", "VersionUnseen", "version/999999999"),
    refused("without a project", "VersionProjectMissing", projectId=None),
    refused("in an unknown project", "VersionNotCreatable", projectId=999999999),
    refused("without a name", "VersionNameMissing", name=None),
    refused("a name that is too long", "VersionNameTooLong", name=MUCH),
    refused("a description that is too long", "VersionDescriptionTooLong", description="d" * 16385),
    refused("a date that is none", "VersionDateInvalid", startDate="2026-02-30"),
    refused("a date twice", "VersionDateTwice", startDate="2026-01-01", userStartDate="1/Jan/2026"),
    refused("a start after the release", "VersionDatesReversed", startDate="2026-01-02", releaseDate="2026-01-01"),
    refused("an unknown driver", "VersionDriverUnknown", driver="nobody-at-all"),
    post(
        "versions: a name that is taken",
        "VersionNameTaken",
        "version",
        {**VERSION, "name": "{version}"},
        needs="version",
    ),
    put("versions: merged with itself", "VersionSwappedForItself", f"{_AT}/mergeto/{{version_id}}", needs="version"),
    delete(
        "versions: deleted for an unknown one",
        "VersionSwapUnknown",
        f"{_AT}?moveFixIssuesTo=999999999",
        needs="version",
    ),
    post("versions: moved nowhere", "VersionMoveInvalid", f"{_AT}/move", {}, needs="version"),
    put(
        "versions: merged into one of another project",
        "VersionOfOtherProject",
        f"{_AT}/mergeto/{{version_elsewhere_id}}",
        needs="version, version elsewhere",
    ),
    put(
        "versions: released, its unresolved issues to nowhere",
        "UnfixedIssuesGoNowhere",
        _AT,
        {"released": True, "moveUnfixedIssuesTo": "{base}/rest/api/3/version/999999999"},
        needs="version",
    ),
    put(
        "versions: changed without Administer projects",
        "VersionNotEditable",
        _AT,
        {"description": "x"},
        needs="version, second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
    put(
        "versions: merged without Administer projects",
        "VersionNotMovable",
        f"{_AT}/mergeto/{{other_version_id}}",
        needs="two versions, second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
    delete(
        "versions: deleted without Administer projects",
        "VersionUndeletable",
        _AT,
        needs="version, second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
    post(
        "versions: replaced without Administer projects",
        "VersionNotReplaceable",
        f"{_AT}/removeAndSwap",
        {},
        needs="version, second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
)

WORK = {"category": "Design", "title": "x", "url": "https://example.com/1"}
RELATED_WORK = (
    get("related work: of a version", "getRelatedWork", f"{_AT}/relatedwork", needs="related work"),
    post("related work: made", "createRelatedWork", f"{_AT}/relatedwork", WORK, needs="version"),
    put(
        "related work: changed",
        "updateRelatedWork",
        f"{_AT}/relatedwork",
        {**WORK, "relatedWorkId": "{related_work_id}"},
        needs="related work",
    ),
    delete(
        "related work: deleted", "deleteRelatedWork", f"{_AT}/relatedwork/{{related_work_id}}", needs="related work"
    ),
    post("related work: without a category", "RelatedWorkIncomplete", f"{_AT}/relatedwork", {}, needs="version"),
    delete("related work: an unknown one", "RelatedWorkUnknown", f"{_AT}/relatedwork/none", needs="version"),
    post(
        "related work: of an archived version", "VersionOfArchive", f"{_AT}/relatedwork", WORK, needs="archived version"
    ),
    post(
        "related work: made without Edit issues",
        "NoRelatedWorkPermission",
        f"{_AT}/relatedwork",
        WORK,
        needs="version, second lacks EDIT_ISSUES, second lacks RESOLVE_ISSUES",
        caller="second",
    ),
)

STEPS = (*PROJECTS, *COMPONENTS, *VERSIONS, *RELATED_WORK)
