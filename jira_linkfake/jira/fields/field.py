"""What every field of an issue that requests can change is made with, and custom fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Protocol, TypeVar

from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.comments.rules import CommentRequest
from jira_linkfake.jira.fields.model import SYSTEM_FIELDS, IssueField
from jira_linkfake.jira.fields.refusals import NotObject, OperationUnknown
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.issue_links.rules import PlannedLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site

Purpose = Literal["create", "edit", "transition"]


Told = tuple[str | None, str | None]
"""How history tells a value: its id, if it has one, and as it reads."""


class Operation(Plain):
    """What a request does to a field: a verb such as `set` or `add`, and a value."""

    verb: str
    value: object


class PlannedComment(Plain):
    """A comment that was checked, and to whom it is restricted."""

    request: CommentRequest
    visibility: Visibility | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An issue as a request would have it, with what it would add to it."""

    issue: Issue
    links: tuple[PlannedLink, ...] = ()
    comments: tuple[PlannedComment, ...] = ()


class Editing(Plain):
    """The request that the change of a field is a part of."""

    site: Site
    caller: Caller
    purpose: Purpose

    def holds(self, permission: str, issue: Issue) -> bool:
        """Say whether the caller holds a permission in an issue's project."""
        return holds(self.site, self.caller, permission, issue.project)


class Field:
    """A field of issues: who may set it, what it takes, and how history tells its changes."""

    operations: ClassVar[tuple[str, ...]] = ("set",)
    required: ClassVar[bool] = False
    history_name: ClassVar[str | None] = None

    def __init__(self, field_id: str) -> None:
        self.id = field_id

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return what keeps the caller from setting the field, as it completes a sentence; None where nothing does."""
        return None

    def applied(self, editing: Editing, draft: Draft, operations: Sequence[Operation]) -> Draft:
        """Return a draft after a request's operations on the field; raises `Refused` for what the field cannot take."""
        issue = draft.issue
        for operation in operations:
            self.require_operation(editing, operation)
            issue = self.changed(editing, issue, operation)
        return replace(draft, issue=issue)

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue after one operation that the field has; one that it keeps elsewhere stays as it is."""
        return issue

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the field's value; one that the issue keeps elsewhere is told elsewhere."""
        return None, None

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells of the field between two states of an issue, None where it is the same."""
        was, now = self.told(site, before), self.told(site, after)
        if was == now:
            return None
        return Change(
            field=self.history_name or self.id,
            field_id=None if self.history_name else self.id,
            from_id=was[0],
            from_text=was[1],
            to_id=now[0],
            to_text=now[1],
        )

    def require_operation(self, editing: Editing, operation: Operation) -> None:
        """Raise `Refused` for a verb that the field does not have."""
        if operation.verb not in self.operations:
            raise Refused(
                OperationUnknown(
                    field=self.id,
                    name=described(editing.site, self.id).name,
                    verb=operation.verb,
                    supported=",".join(self.operations),
                )
            )

    def object_of(self, value: object) -> Mapping[str, object]:
        """Return a value that must be an object; raises `Refused` where it is none."""
        if not isinstance(value, Mapping):
            raise Refused(NotObject(field=self.id))
        return value


class FixedField(Field):
    """A field that no request sets, or that is none."""

    operations = ()

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return that nobody can set it."""
        return "no request sets such a field"


class Choosable(Protocol):
    """What a field's value can be chosen from: it has an id and a name."""

    @property
    def id(self) -> int:
        """The id."""

    @property
    def name(self) -> str:
        """The name."""


_Choice = TypeVar("_Choice", bound=Choosable)


def reference_in(value: Mapping[str, object], *keys: str) -> str | None:
    """Return what the first of these keys that says something names, as text; None where none does."""
    for key in keys:
        named = value.get(key)
        if isinstance(named, (str, int)) and named != "":
            return str(named)
    return None


def chosen_from(things: Sequence[_Choice], value: Mapping[str, object]) -> _Choice | None:
    """Return the thing that a value names by its id, else by its name; None where there is none."""
    wanted_id, wanted_name = reference_in(value, "id"), reference_in(value, "name")
    for thing in things:
        if wanted_id == str(thing.id) or (wanted_id is None and wanted_name == thing.name):
            return thing
    return None


_TELLING = ("value", "name", "displayName", "key")


class CustomField(Field):
    """A custom field; one that holds a list also takes single values and gives them up."""

    operations = ("add", "set", "remove")

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another value of the field, or without one."""
        value = operation.value
        if operation.verb != "set":
            value = self._with_or_without(editing.site, issue.custom_fields.get(self.id), operation)
        others = {name: value for name, value in issue.custom_fields.items() if name != self.id}
        return replace(issue, custom_fields=others if value is None else {**others, self.id: value})

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the value."""
        return None, _text(issue.custom_fields.get(self.id))

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells of the field, as of one that is not Jira's own."""
        if before.custom_fields.get(self.id) == after.custom_fields.get(self.id):
            return None
        was, now = self.told(site, before), self.told(site, after)
        return Change(
            field=described(site, self.id).name, field_id=self.id, custom=True, from_text=was[1], to_text=now[1]
        )

    def _with_or_without(self, site: Site, values: object, operation: Operation) -> list[object]:
        if not isinstance(values, (list, tuple)):
            name = described(site, self.id).name
            raise Refused(OperationUnknown(field=self.id, name=name, verb=operation.verb, supported="set"))
        others = [one for one in values if one != operation.value]
        return [*others, operation.value] if operation.verb == "add" else others


def _text(value: object) -> str | None:
    """Return how a value reads, whatever it is."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return ", ".join(_text(one) or "" for one in value)
    if isinstance(value, Mapping):
        return next((str(value[name]) for name in _TELLING if name in value), str(dict(value)))
    return str(value)


def described(site: Site, field_id: str) -> IssueField:
    """Return what a field is; an issue may have values of custom fields that nobody has added."""
    field = SYSTEM_FIELDS.get(field_id) or site.fields.get(field_id)
    return field or IssueField(id=field_id, name=field_id, type="any", custom_id=int(field_id.rpartition("_")[2]))
