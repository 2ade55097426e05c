"""What can go wrong about projects, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.people.model import Group, User
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal


class ProjectAdministratorNeeded(CallerRefusal):
    """The caller may administer neither the project nor the site."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"
    answer = Answer(
        condition="a project's roles without Administer projects in it",
        status=404,
        status_by=evidence.REFERENCE,
        message="You cannot view the roles of project '{0.project.key}', as you may not administer it.",
        words_by=NO_TEXT,
        lack="permission",
    )

    project: Project


class ProjectUnchangeable(CallerRefusal):
    """The caller may administer neither the project nor the site, and may change nothing of the project."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"
    answer = Answer(
        condition="changing a project without Administer projects in it",
        status=403,
        status_by=evidence.REFERENCE,
        message="You cannot edit the configuration of this project.",
        words_by=NO_TEXT,
        lack="permission",
    )

    project: Project


class RolesUnchangeable(CallerRefusal):
    """The caller may administer neither the project nor the site, and may give nobody a role."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"
    answer = Answer(
        condition="giving a project's role without Administer projects in it",
        status=401,
        status_by=evidence.REFERENCE,
        message="You cannot edit the roles of project '{0.project.key}', as you may not administer it.",
        words_by=NO_TEXT,
        lack="permission",
    )

    project: Project


class ActorUnnamed(Refusal):
    """It was not said who gets or loses a project's role."""

    truth = "no user and no group is named who gets or loses the role"
    answer = Answer(
        condition="a project's role given to or taken from nobody",
        status=400,
        status_by=evidence.REFERENCE,
        message="A user or a group must be provided.",
        words_by=NO_TEXT,
    )


class ActorAlready(Refusal):
    """The user or group has the role in the project already."""

    truth = "{0.actor} has the role {0.role} in {0.project.key} already"
    answer = Answer(
        condition="giving a project's role to a user or group who has it",
        status=400,
        status_by=chosen("as a user who is added to a group that they are in"),
        message="'{0.actor.name}' is already a member of the project role.",
        words_by=NO_TEXT,
    )

    actor: User | Group
    role: str
    project: Project


class NoActor(Refusal):
    """The user or group does not have the role in the project."""

    truth = "{0.actor} does not have the role {0.role} in {0.project.key}"
    answer = Answer(
        condition="taking a project's role from a user or group who does not have it",
        status=400,
        status_by=chosen("as a user who is removed from a group that they are not in"),
        message="'{0.actor.name}' is not a member of the project role.",
        words_by=NO_TEXT,
    )

    actor: User | Group
    role: str
    project: Project


class ProjectOrderUnknown(Refusal):
    """Projects were to be ordered by something that they do not have."""

    truth = "projects cannot be ordered by {0.value!r}"
    answer = Answer(
        condition="projects in an order that there is none of",
        status=400,
        status_by=evidence.RECORDED,
        message="The field to order by should be one of [name, key, owner, category, issueCount, lastIssueUpdatedTime, "
        "archivedDate, deletedDate]. Instead, it was: {0.value}.",
        words_by=evidence.RECORDED,
    )

    value: str


class ProjectActionUnknown(Refusal):
    """Projects were searched by an action that Jira does not know."""

    truth = "projects cannot be searched for the action {0.value!r}"
    answer = Answer(
        condition="projects searched for an action that there is none of",
        status=400,
        status_by=evidence.REFERENCE,
        message="The action should be one of [view, browse, edit, create]. Instead, it was: {0.value}.",
        words_by=NO_TEXT,
    )

    value: str


class ProjectUndeletable(CallerRefusal):
    """The caller does not administer Jira, and may not delete or restore the project."""

    truth = "{0.who} does not hold Administer Jira, and may not delete or restore {0.project.key}"
    answer = Answer(
        condition="deleting or restoring a project without Administer Jira",
        status=404,
        status_by=evidence.REFERENCE,
        message="No project could be found with key '{0.key}'.",
        words_by=chosen("as a project that does not exist"),
        lack="permission",
    )

    project: Project
    named: str

    @property
    def key(self) -> str:
        """How the request named the project, so that it is answered in the words for an unknown one."""
        return self.named


class ProjectKeyInvalid(Refusal):
    """Jira does not take this as a project's key."""

    truth = "{0.value!r} is no key of a project"
    answer = Answer(
        condition="a project's key that Jira does not take",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(
            (
                "projectKey",
                (
                    "Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric "
                    "characters."
                ),
            ),
        ),
        words_by=evidence.PROJECT_REPORTS,
    )

    value: str


class ProjectKeyTaken(Refusal):
    """Another project has the key."""

    truth = "the project {0.taken_by.name!r} has the key already, or had it: it is {0.taken_by.key}"
    answer = Answer(
        condition="a project's key that another one has, or had and still leads to it",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("projectKey", "Project '{0.taken_by.name}' uses this project key."),),
        words_by=evidence.PROJECT_REPORTS,
    )

    taken_by: Project


class ProjectArchiverNotAdministrator(CallerRefusal):
    """The caller may not archive projects."""

    truth = "{0.who} does not hold Administer Jira, and may not archive {0.project.key}"
    answer = Answer(
        condition="archiving a project without Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to archive this project.",
        words_by=NO_TEXT,
        lack="permission",
    )

    project: Project


class ProjectArchived(Refusal):
    """The project is archived, and cannot be changed, deleted or archived."""

    truth = "the project {0.project.key} is archived"
    answer = Answer(
        condition="changing, deleting or archiving a project that is archived, or changing its versions, components or "
        "properties",
        status=400,
        status_by=chosen("the reference says that it cannot be deleted, and has 400 for archiving what cannot be"),
        message="The project '{0.project.key}' is archived.",
        words_by=NO_TEXT,
    )

    project: Project


class ProjectLive(Refusal):
    """The project is neither archived nor in the recycle bin, and cannot be restored."""

    truth = "the project {0.project.key} is neither archived nor in the recycle bin"
    answer = Answer(
        condition="restoring a project that is neither archived nor in the recycle bin",
        status=400,
        status_by=evidence.REFERENCE,
        message="The project '{0.project.key}' is not archived or deleted.",
        words_by=NO_TEXT,
    )

    project: Project


class ProjectKeyUnreleasable(Refusal):
    """A key was to be released that the project did not have before."""

    truth = "{0.key!r} is no former key of {0.project.key}"
    answer = Answer(
        condition="a key to release that is none of the project's former ones",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("releasedProjectKeys", "The key '{0.key}' is not a previous key of the project."),),
        words_by=NO_TEXT,
    )

    key: str
    project: Project


class ProjectNameInvalid(Refusal):
    """A project was to have no name, or one that is too long."""

    truth = "a project takes a name of up to 80 characters, not one of {0.length}"
    answer = Answer(
        condition="a project without a name, or with one of more than 80 characters",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("projectName", "You must specify a valid project name."),),
        words_by=evidence.SERVER_SUITE,
    )

    length: int


class ProjectNameTaken(Refusal):
    """Another project has the name."""

    truth = "the project {0.taken_by.key} is named {0.taken_by.name!r} already"
    answer = Answer(
        condition="a project's name that is taken",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("projectName", "A project with that name already exists."),),
        words_by=evidence.PROJECT_REPORTS,
    )

    taken_by: Project


class ProjectLeadUnknown(Refusal):
    """A project was to be led by nobody that the site knows."""

    truth = "there is no user with the account {0.account_id!r} to lead the project"
    answer = Answer(
        condition="a project whose lead does not exist",
        status=400,
        status_by=evidence.PROJECT_REPORTS,
        errors=(("projectLead", "You must specify a valid project lead."),),
        words_by=evidence.PROJECT_REPORTS,
    )

    account_id: str


class ProjectUnseen(UnseenRefusal):
    """The project does not exist, or the caller may not browse it."""

    truth = "{0.who} sees no project {0.key!r}: {0.why}"
    answer = Answer(
        condition="a project that does not exist or that the caller may not browse",
        status=404,
        status_by=evidence.REFERENCE,
        message="No project could be found with key '{0.key}'.",
        words_by=evidence.RECORDED,
        lack="sight",
    )

    key: str


class HierarchyShared(Refusal):
    """The levels of types of issues were asked for of a project that has none of its own."""

    truth = "{0.project.key} is company-managed, and has no types of issues of its own"
    answer = Answer(
        condition="the hierarchy of a company-managed project",
        status=400,
        status_by=evidence.REFERENCE,
        message="The project '{0.project.key}' is not a team-managed project.",
        words_by=NO_TEXT,
    )

    project: Project


class PermissionSchemeUnknown(Refusal):
    """A project was to have a permission scheme that there is none of."""

    truth = "there is no permission scheme {0.value!r} for the project"
    answer = Answer(
        condition="a project with a permission scheme that there is none of",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("permissionScheme", "The permission scheme with id '{0.value}' does not exist."),),
        words_by=NO_TEXT,
    )

    value: str
