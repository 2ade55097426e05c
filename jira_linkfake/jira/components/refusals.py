"""What can go wrong about components, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.components.model import Component
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal

_GONE = "The component with id {0.value} does not exist."


class ComponentUnseen(UnseenRefusal):
    """There is no such component, or the caller may not browse its project."""

    truth = "there is no component {0.value!r} that {0.who} sees: {0.why}"
    answer = Answer(
        condition="a component that does not exist or is not seen",
        status=404,
        status_by=evidence.REFERENCE,
        message=_GONE,
        words_by=evidence.SERVER_CLIENT,
        lack="sight",
    )

    value: str


class ComponentProjectMissing(Refusal):
    """A new component names no project."""

    truth = "the new component has no project"
    answer = Answer(
        condition="a new component without a project",
        status=400,
        status_by=evidence.REFERENCE,
        message="Project must be specified to create a component.",
        words_by=chosen("in the words for a version"),
    )


class ComponentNotEditable(CallerRefusal):
    """The caller may not administer the project whose component is to be made or changed."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"
    answer = Answer(
        condition="making or changing a component without Administer projects and Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="You cannot edit the configuration of this project.",
        words_by=evidence.SERVER_CLIENT,
        lack="permission",
    )

    project: Project


class ComponentUndeletable(CallerRefusal):
    """The caller may not administer the project whose component is to be deleted."""

    truth = "{0.who} holds neither Administer projects in {0.component.project} nor Administer Jira"
    answer = Answer(
        condition="deleting a component without Administer projects and Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="The user {0.named_caller} does not have permission to complete this operation.",
        words_by=evidence.SERVER_CLIENT,
        lack="permission",
    )

    component: Component


class ComponentNameMissing(Refusal):
    """A component was to have no name."""

    truth = "the component has no name"
    answer = Answer(
        condition="a component without a name",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "The component name must be specified."),),
        words_by=NO_TEXT,
    )


class ComponentNameTooLong(Refusal):
    """A component was to have a name that is longer than Jira keeps."""

    truth = "the component's name has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a component's name of more than 255 characters",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "The component name must not exceed {0.most} characters."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class ComponentNameTaken(Refusal):
    """Another component of the project has the name."""

    truth = "{0.taken_by.project} has the component {0.taken_by.name!r} already"
    answer = Answer(
        condition="a component's name that another one of its project has",
        status=400,
        status_by=evidence.LIVE_SUITE,
        errors=(("name", "A component with the name {0.taken_by.name} already exists in this project."),),
        words_by=evidence.SERVER_CLIENT,
    )

    taken_by: Component


class ComponentLeadUnknown(Refusal):
    """A component was to be led by somebody who is nobody."""

    truth = "no user has the account id {0.account_id!r}"
    answer = Answer(
        condition="a component's lead who does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("leadAccountId", "The user '{0.account_id}' does not exist."),),
        words_by=NO_TEXT,
    )

    account_id: str


class ComponentSwapUnknown(Refusal):
    """Issues were to get a component that their project does not have, or the very one that is deleted."""

    truth = "{0.project} has no other component {0.value!r} for the issues to get"
    answer = Answer(
        condition="deleting a component, its issues to get one that the project does not have, or that same one",
        status=404,
        status_by=evidence.REFERENCE,
        message=_GONE,
        words_by=chosen("as for a component that does not exist"),
    )

    value: str
    project: str
