"""Making and changing custom fields."""

from __future__ import annotations

from jira_linkfake.jira.fields.model import (
    CUSTOM_FIELD_TYPES,
    CUSTOM_TYPES,
    OTHER_KINDS,
    SEARCHERS,
    IssueField,
    is_custom,
)
from jira_linkfake.jira.fields.refusals import (
    FieldDescriptionTooLong,
    FieldIdInvalid,
    FieldKindUnknown,
    FieldLocked,
    FieldNameInvalid,
    FieldSearcherInvalid,
    FieldUnseen,
    NoFieldCreation,
)
from jira_linkfake.jira.issues.model import with_custom
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import ADMINISTER
from jira_linkfake.jira.permissions.sight import holds, require_administrator
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import NotServed, Refusal, Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.tasks.rules import carry_out

_LONGEST_NAME = 255
_LONGEST_DESCRIPTION = 40_000


class CustomFieldRequest(Plain):
    """What a request says of a custom field; None where it says nothing. Kind and searcher go by their keys."""

    name: str | None = None
    description: str | None = None
    kind: str | None = None
    searcher: str | None = None


def create_field(site: Site, caller: Caller, asked: CustomFieldRequest) -> IssueField:
    """Make a custom field, which is on no screen yet; without a searcher it is not searchable."""
    if not holds(site, caller, ADMINISTER):
        raise Refused(NoFieldCreation(caller=caller))
    named = asked.kind or ""
    kind = named.removeprefix(CUSTOM_TYPES)
    if kind in OTHER_KINDS:
        raise Refused(NotServed(operation=f"the type {CUSTOM_TYPES}{kind} in POST field (createCustomField)"))
    values = {of_values[2]: of_values for of_values in CUSTOM_FIELD_TYPES.values()}.get(kind)
    name, description = (asked.name or "").strip(), asked.description or ""
    refusals = _wrong_texts(name, description)
    if values is None or not named.startswith(CUSTOM_TYPES):
        raise Refused(*refusals, FieldKindUnknown(value=named))
    refusals += _wrong_searcher(asked.searcher, kind)
    if refusals:
        raise Refused(*refusals)
    number = site.new_field_number()
    field = IssueField(
        id=f"customfield_{number}",
        name=name,
        description=description,
        type=values[0],
        items=values[1],
        clauses=(f"cf[{number}]", name),
        custom_id=number,
        custom_type=kind,
        searcher=_searcher(asked.searcher),
        searchable=bool(asked.searcher),
        on_screens=False,
    )
    site.fields[field.id] = field
    return field


def update_field(site: Site, caller: Caller, field_id: str, asked: CustomFieldRequest) -> None:
    """Change what a request says of a custom field; raises `Refused` for what is none."""
    require_administrator(site, caller)
    field = site.fields.get(field_id)
    if field is None:
        raise Refused(FieldUnseen(value=field_id))
    _require_unlocked(site, field_id)
    name = field.name if asked.name is None else asked.name.strip()
    description = field.description if asked.description is None else asked.description
    refusals = [*_wrong_texts(name, description), *_wrong_searcher(asked.searcher, field.custom_type or "")]
    if refusals:
        raise Refused(*refusals)
    searcher = _searcher(asked.searcher) or field.searcher
    values = {name: getattr(field, name) for name in IssueField._fields}
    values |= {"name": name, "description": description, "searcher": searcher, "searchable": searcher is not None}
    clauses = tuple(name if one == field.name else one for one in field.clauses)
    site.fields[field_id] = IssueField(**{**values, "clauses": clauses})


def delete_field(site: Site, caller: Caller, field_id: str) -> Task:
    """Delete a custom field with its values; that history goes on telling of it is chosen."""
    require_administrator(site, caller)
    if not is_custom(field_id):
        raise Refused(FieldIdInvalid(value=field_id))
    field = site.fields.get(field_id)
    if field is None:
        raise Refused(FieldUnseen(value=field_id))
    _require_unlocked(site, field_id)
    site.fields = {name: one for name, one in site.fields.items() if name != field_id}
    for issue in [one for one in site.issues.values() if field_id in one.custom_fields]:
        site.issues.put(with_custom(issue, field_id, None))
    return carry_out(site, caller, f"Delete the field {field.name}")


def _require_unlocked(site: Site, field_id: str) -> None:
    if field_id in site.software_fields.values():
        raise Refused(FieldLocked(value=field_id))


def _searcher(key: str | None) -> str | None:
    return key.removeprefix(CUSTOM_TYPES) if key else None


def _wrong_texts(name: str, description: str) -> list[Refusal]:
    refusals: list[Refusal] = []
    if not 0 < len(name) <= _LONGEST_NAME:
        refusals.append(FieldNameInvalid(length=len(name), most=_LONGEST_NAME))
    if len(description) > _LONGEST_DESCRIPTION:
        refusals.append(FieldDescriptionTooLong(length=len(description), most=_LONGEST_DESCRIPTION))
    return refusals


def _wrong_searcher(key: str | None, kind: str) -> list[Refusal]:
    if not key or (key.startswith(CUSTOM_TYPES) and key.removeprefix(CUSTOM_TYPES) in SEARCHERS.get(kind, ())):
        return []
    return [FieldSearcherInvalid(value=key, kind=kind)]
