"""Refusals about types of links."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.site.model import LinkType
from jira_linkfake.site.refusals import CallerRefusal, Refusal


class LinkTypeUnknown(Refusal):
    """No link type has this name, or this id; `names` are those that there are, where one was asked for by name."""

    truth = "there is no link type with {0.by} {0.value!r}{0.but}"

    by: Literal["name", "id"]
    value: str
    names: tuple[str, ...] = ()

    @property
    def but(self) -> str:
        """Which names there are, as it ends the sentence: a phrase, a plural or another case is no name."""
        return f", only {', '.join(map(repr, self.names))}" if self.names else ""


class LinkTypeUnnamed(Refusal):
    """A link type was asked for with neither id nor name."""

    truth = "the link type was given neither by name nor by id"


class LinkTypeAmbiguous(Refusal):
    """Several link types have this name."""

    truth = "several link types are named {0.name!r}"

    name: str


class LinkTypeNameTaken(Refusal):
    """Another link type has this name."""

    truth = "link type {0.taken_by.id} is named {0.taken_by.name!r} already"

    taken_by: LinkType


class LinkTypeFieldMissing(Refusal):
    """A new link type lacks a field, or has it empty."""

    truth = "the new link type has no {0.field}"

    field: Literal["inward", "outward", "name"]


class LinkTypeIdInvalid(Refusal):
    """The id of a link type is no number."""

    truth = "{0.value!r} is no id of a link type"

    value: str


class NotAdministrator(CallerRefusal):
    """The caller lacks the global permission to administer Jira."""

    truth = "{0.who} does not hold Administer Jira"
