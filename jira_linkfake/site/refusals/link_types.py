"""Refusals about types of links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jira_linkfake.site.model import LinkType
from jira_linkfake.site.refusals import CallerRefusal, Refusal


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LinkTypeUnknown(Refusal):
    """No link type has this name, or this id."""

    truth = "there is no link type with {0.by} {0.value!r}"

    by: Literal["name", "id"]
    value: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LinkTypeUnnamed(Refusal):
    """A link type was asked for with neither id nor name."""

    truth = "the link type was given neither by name nor by id"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LinkTypeAmbiguous(Refusal):
    """Several link types have this name."""

    truth = "several link types are named {0.name!r}"

    name: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LinkTypeNameTaken(Refusal):
    """Another link type has this name."""

    truth = "link type {0.taken_by.id} is named {0.taken_by.name!r} already"

    taken_by: LinkType


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LinkTypeFieldMissing(Refusal):
    """A new link type lacks a field, or has it empty."""

    truth = "the new link type has no {0.field}"

    field: Literal["inward", "outward", "name"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LinkTypeIdInvalid(Refusal):
    """The id of a link type is no number."""

    truth = "{0.value!r} is no id of a link type"

    value: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class NotAdministrator(CallerRefusal):
    """The caller lacks the global permission to administer Jira."""

    truth = "{0.who} does not hold Administer Jira"
