"""What can go wrong about types of links, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, Seen


class LinkTypeUnknown(Refusal):
    """No link type has this name, or this id; `names` are those that there are, where one was asked for by name."""

    truth = "there is no link type with {0.by} {0.value!r}{0.but}"
    answer = Answer(
        condition="a link type that does not exist, by name or id",
        status=404,
        status_by=evidence.REFERENCE,
        message="No issue link type with {0.by} '{0.value}' found.",
        words_by=evidence.RECORDED_NAME,
    )

    by: Literal["name", "id"]
    value: str
    names: tuple[str, ...] = ()

    @property
    def but(self) -> str:
        """The names that there are, as the end of the sentence: a phrase, a plural or another case is not a name."""
        return f", only {', '.join(map(repr, self.names))}" if self.names else ""


class LinkTypeUnnamed(Refusal):
    """A link type was asked for with neither id nor name."""

    truth = "the link type was given neither by name nor by id"
    answer = Answer(
        condition="a link type given neither by name nor by id",
        status=404,
        status_by=chosen("Jira Server answers 404 under errors.issuelinks"),
        errors=(("issuelinks", "No issue link type name or id was given."),),
        words_by=NO_TEXT,
    )


class LinkTypeAmbiguous(Refusal):
    """Several link types have this name."""

    truth = "several link types are named {0.name!r}"
    answer = Answer(
        condition="a name that several link types have",
        status=404,
        status_by=chosen("Jira Server answers 404"),
        message="There is more than one issue link type with name '{0.name}'.",
        words_by=NO_TEXT,
    )

    name: str


class LinkTypeNameTaken(Refusal):
    """Another link type has this name."""

    truth = "link type {0.taken_by.id} is named {0.taken_by.name!r} already"
    answer = Answer(
        condition="a link type's name that is taken",
        status=404,
        status_by=evidence.REFERENCE,
        message="You cannot create two issue link types with the same name.",
        words_by=evidence.TERRAFORM,
        seen=Seen(400, evidence.TERRAFORM),
    )

    taken_by: LinkType


class LinkTypeFieldMissing(Refusal):
    """A new link type lacks a field, or has it empty."""

    truth = "the new link type has no {0.field}"
    answer = Answer(
        condition="a new link type without a name, an inward or an outward phrase",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue link type's {0.field} is required.",
        words_by=NO_TEXT,
    )

    field: Literal["inward", "outward", "name"]


class LinkTypeIdInvalid(Refusal):
    """The id of a link type is not a number."""

    truth = "{0.value!r} is no id of a link type"
    answer = Answer(
        condition="the id of a link type in the path is no number",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue link type ID is invalid.",
        words_by=NO_TEXT,
    )

    value: str


class NotAdministrator(CallerRefusal):
    """The caller lacks the global permission to administer Jira."""

    truth = "{0.who} does not hold Administer Jira"
    answer = Answer(
        condition="changing link types without Administer Jira",
        status=404,
        status_by=evidence.REFERENCE,
        message="You must have global administrator rights to change issue link types.",
        words_by=NO_TEXT,
        seen=Seen(403, evidence.LIVE_SUITE),
        lack="permission",
    )


class LinkingDisabled(Refusal):
    """Issue linking is switched off for the whole site."""

    truth = "issue linking is switched off (linking_enabled=False)"
    answer = Answer(
        condition="issue linking is disabled",
        status=404,
        status_by=evidence.REFERENCE,
        message="Issue linking is currently disabled.",
        words_by=evidence.SERVER_SUITE,
    )
