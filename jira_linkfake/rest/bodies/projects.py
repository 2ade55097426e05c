"""Projects in request bodies: Jira's schemas of them are closed."""

from __future__ import annotations

from marshmallow import fields, validate

from jira_linkfake.rest.bodies.loading import Closed, Id, Text, loaded
from jira_linkfake.site.model import ProjectType
from jira_linkfake.site.project_changes import ProjectFields

# What Jira makes of a project by its template where the body does not say.
_TYPES: dict[str, ProjectType] = {"com.atlassian.jira-core": "business", "com.atlassian.servicedesk": "service_desk"}


def _one_of(*names: str, data_key: str) -> fields.String:
    return fields.String(allow_none=True, load_default=None, data_key=data_key, validate=validate.OneOf(names))


class _Project(Closed):
    key = Text()
    name = Text()
    description = Text()
    url = Text()
    lead = Text()
    lead_account_id = Text(data_key="leadAccountId")
    assignee_type = _one_of("PROJECT_LEAD", "UNASSIGNED", data_key="assigneeType")
    # Schemes and pictures that the site does not have; they change nothing.
    avatar_id = Id(data_key="avatarId")
    category_id = Id(data_key="categoryId")
    issue_security_scheme = Id(data_key="issueSecurityScheme")
    notification_scheme = Id(data_key="notificationScheme")
    permission_scheme = Id(data_key="permissionScheme")


class _NewProject(_Project):
    type = _one_of("software", "service_desk", "business", data_key="projectTypeKey")
    template = Text(data_key="projectTemplateKey")
    field_configuration_scheme = Id(data_key="fieldConfigurationScheme")
    issue_type_scheme = Id(data_key="issueTypeScheme")
    issue_type_screen_scheme = Id(data_key="issueTypeScreenScheme")
    workflow_scheme = Id(data_key="workflowScheme")


class _ChangedProject(_Project):
    released_keys = fields.List(Text(), data_key="releasedProjectKeys", allow_none=True, load_default=None)


_NEW_PROJECT = _NewProject()
_CHANGED_PROJECT = _ChangedProject()


def new_project(body: bytes) -> ProjectFields:
    """Return the project that a body wants to be made."""
    content = loaded(_NEW_PROJECT, body)
    of_template = (kind for prefix, kind in _TYPES.items() if (content["template"] or "").startswith(prefix))
    return ProjectFields(
        key=content["key"],
        name=content["name"],
        lead=content["lead_account_id"] or content["lead"],
        type=content["type"] or next(of_template, None),
        description=content["description"],
        url=content["url"],
        assignee_type=content["assignee_type"],
    )


def changed_project(body: bytes) -> ProjectFields:
    """Return what a body wants to change of a project."""
    content = loaded(_CHANGED_PROJECT, body)
    return ProjectFields(
        key=content["key"],
        name=content["name"],
        lead=content["lead_account_id"] or content["lead"],
        description=content["description"],
        url=content["url"],
        assignee_type=content["assignee_type"],
    )
