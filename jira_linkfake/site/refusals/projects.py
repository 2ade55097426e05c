"""Refusals about projects."""

from __future__ import annotations

from jira_linkfake.site.model import Project
from jira_linkfake.site.refusals import CallerRefusal, Refusal


class ProjectAdministratorNeeded(CallerRefusal):
    """The caller may administer neither the project nor the site."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"

    project: Project


class ProjectOrderUnknown(Refusal):
    """Projects were to be ordered by something that they do not have."""

    truth = "projects cannot be ordered by {0.value!r}"

    value: str


class ProjectActionUnknown(Refusal):
    """Projects were searched for an action that there is none of."""

    truth = "projects cannot be searched for the action {0.value!r}"

    value: str


class ProjectUndeletable(CallerRefusal):
    """The caller does not administer Jira, and may not delete the project."""

    truth = "{0.who} does not hold Administer Jira, and may not delete {0.project.key}"

    project: Project
    named: str

    @property
    def key(self) -> str:
        """How the request named the project, so that it is answered in the words for an unknown one."""
        return self.named


class ProjectKeyInvalid(Refusal):
    """A new project's key is none that Jira takes."""

    truth = "{0.value!r} is no key of a project"

    value: str


class ProjectKeyTaken(Refusal):
    """Another project has the key."""

    truth = "the project {0.taken_by.name!r} has the key {0.taken_by.key} already"

    taken_by: Project


class ProjectNameInvalid(Refusal):
    """A project was to have no name, or one that is too long."""

    truth = "a project takes a name of up to 80 characters, not one of {0.length}"

    length: int


class ProjectNameTaken(Refusal):
    """Another project has the name."""

    truth = "the project {0.taken_by.key} is named {0.taken_by.name!r} already"

    taken_by: Project


class ProjectLeadUnknown(Refusal):
    """A project was to be led by nobody that the site knows."""

    truth = "there is no user with the account {0.account_id!r} to lead the project"

    account_id: str
