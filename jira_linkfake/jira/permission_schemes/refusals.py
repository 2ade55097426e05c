"""What can go wrong about permission schemes, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal


class SchemeOfProjectUnseen(CallerRefusal):
    """The caller may administer neither the project nor the site, and is not told its scheme."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"
    answer = Answer(
        condition="a project's permission scheme without Administer projects in it",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to view the configuration of project '{0.project.key}'.",
        words_by=NO_TEXT,
        lack="permission",
    )

    project: Project


class SchemeNameInvalid(Refusal):
    """A scheme was to have no name."""

    truth = "the scheme is given no name"
    answer = Answer(
        condition="a permission scheme without a name",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "A permission scheme must have a name."),),
        words_by=NO_TEXT,
    )


class SchemeNameTaken(Refusal):
    """Another scheme has the name."""

    truth = "there is a permission scheme {0.name!r} already"
    answer = Answer(
        condition="the name of a permission scheme that is taken",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "A permission scheme with the name '{0.name}' already exists."),),
        words_by=NO_TEXT,
    )

    name: str


class SchemeUndeletable(Refusal):
    """A scheme was to go that projects have, or that every project has to which none was given."""

    truth = "projects have the permission scheme {0.name!r}, or it is the default one"
    answer = Answer(
        condition="deleting a permission scheme that projects have, or the default one",
        status=400,
        status_by=chosen("the reference does not say; deleting it would leave projects without one"),
        message="The permission scheme '{0.name}' cannot be deleted, as projects use it.",
        words_by=NO_TEXT,
    )

    name: str


class HolderUnknown(Refusal):
    """A permission was to be given to nobody whom the site knows."""

    truth = "there is no {0.type} {0.value!r} to hold a permission"
    answer = Answer(
        condition="a grant to a user, group or role that does not exist, or to what Jira does not grant to",
        status=400,
        status_by=evidence.REFERENCE,
        message="The permission holder of the type '{0.type}' is invalid: '{0.value}'.",
        words_by=NO_TEXT,
    )

    type: str
    value: str


class GrantAlready(Refusal):
    """A scheme grants this already."""

    truth = "the permission scheme {0.scheme!r} gives them {0.permission} already"
    answer = Answer(
        condition="a grant that the permission scheme has already",
        status=400,
        status_by=evidence.REFERENCE,
        message="The permission scheme already has this permission grant.",
        words_by=NO_TEXT,
    )

    permission: str
    scheme: str


class GrantMissing(Refusal):
    """A grant was to go that the scheme does not have."""

    truth = "the permission scheme {0.scheme!r} has no grant {0.grant_id!r}"
    answer = Answer(
        condition="removing a grant that the permission scheme does not have",
        status=400,
        status_by=evidence.REFERENCE,
        message="The permission grant '{0.grant_id}' does not exist.",
        words_by=NO_TEXT,
    )

    grant_id: str
    scheme: str
