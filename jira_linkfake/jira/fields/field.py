"""What every field of issues is declared with, and custom fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.comments.rules import CommentRequest
from jira_linkfake.jira.fields.model import RICH_TEXT, IssueField
from jira_linkfake.jira.fields.refusals import (
    NotDate,
    NotDocument,
    NotList,
    NotNumber,
    NotObject,
    NotText,
    PartIdNotText,
    PartUnknown,
    TextTooLong,
    VerbUnknown,
)
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.issue_links.rules import PlannedLink
from jira_linkfake.jira.issues.model import Issue, with_custom
from jira_linkfake.jira.people.finding import name_of_account
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import PERMISSIONS
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import Part, PartTable
from jira_linkfake.jira.reader import Json, Reader, day_of, for_people
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.rich_text import LONGEST_TEXT, in_version, is_document, rendered, text_of
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.workflow.model import Screen
from jira_linkfake.jira.worklogs.rules import Work

if TYPE_CHECKING:
    from jira_linkfake.jira.search.clauses import Clause

Purpose = Literal["create", "edit", "transition"]
Told = tuple[str | None, str | None]
"""How history tells a value: its id, if it has one, and as it reads."""


WAYS_IN_BULK = ("ADD", "REMOVE", "REPLACE", "REMOVE_ALL")
"""What a bulk edit can do to a field that has several values."""


class FieldUpdate(Plain):
    """What a request does to a field: a verb such as `set` or `add`, and a value."""

    verb: str
    value: object


class PlannedComment(Plain):
    """A comment that was checked, and to whom it is restricted."""

    request: CommentRequest
    visibility: Visibility | None


class PlannedWork(Plain):
    """Work that was checked, and to whom its worklog is restricted."""

    work: Work
    visibility: Visibility | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An issue as a request would have it, with what it would add to it, and how many comments Jira would drop."""

    issue: Issue
    links: tuple[PlannedLink, ...] = ()
    comments: tuple[PlannedComment, ...] = ()
    comments_dropped: int = 0
    work: tuple[PlannedWork, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict, hash=False)


class Editing(Plain):
    """The request that the change of a field is a part of.

    A transition has the `screen` that its fields are on. `override` asks to set fields that are on no screen, too.
    """

    site: Site
    caller: Caller
    purpose: Purpose
    screen: Screen | None = None
    override: bool = False

    def holds(self, permission: str, issue: Issue) -> bool:
        """Say whether the caller holds a permission in an issue's project."""
        return holds(self.site, self.caller, permission, issue.project)


class RichText(Plain):
    """What a request has as a rich text; `text` is None where it cannot be read in the form that it must have."""

    text: str | None
    document: Mapping[str, Any] | None = None
    form: Literal["text", "document"] = "text"

    @classmethod
    def of(cls, value: object, version: int) -> RichText:
        """Return what a value says that must be a document in version 3 and wiki markup in version 2."""
        if version == 3:
            document = value if isinstance(value, Mapping) and is_document(value) else None
            return cls(text=None if document is None else text_of(document), document=document, form="document")
        return cls(text=value if isinstance(value, str) else None)

    @classmethod
    def required_of(cls, field: str, value: object) -> tuple[str, Mapping[str, Any] | None]:
        """Return the text of what was read for a field, and its document; raises `Refused` where it has none."""
        if not isinstance(value, cls) or value.text is None:
            wants_document = isinstance(value, cls) and value.form == "document"
            raise Refused(NotDocument(field=field) if wants_document else NotText(field=field))
        if len(value.text) > LONGEST_TEXT:
            raise Refused(TextTooLong(field=field, limit=f"{LONGEST_TEXT:,}"))
        return value.text, value.document


class Field:
    """A field of issues: the one place that says what it is called, what it holds and what can be done with it.

    `type` and `items` are Jira's words for its values, `clause_names` its names in JQL, `clauses` what JQL has of it.
    `operations` are Jira's words for what a request can do with it, of which some are `not_served`; they take a
    `permission` in the issue's project. One that is not `on_screens` is on no screen on which issues are created or
    edited, though a transition's screen may have it. `with_default` says that a new issue has a value of its own,
    `only_on_create` that no page to edit an issue shows the field, and `in_comment_events` that a webhook of a comment
    tells the field of the comment's issue. One that `is_rich` holds rich text: wiki markup in version 2, a document in
    version 3. One that is not `in_bulk` is edited in one issue at a time (chosen: as far as a bulk edit has values for
    fields).
    """

    id: str
    name: str
    type: str | None = None
    items: str | None = None
    clause_names: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    orderable: bool = True
    navigable: bool = True
    searchable: bool = True
    custom_id: int | None = None
    custom_type: str | None = None
    operations: tuple[str, ...] = ("set",)
    not_served: tuple[str, ...] = ()
    permission: str | None = None
    on_screens: bool = True
    required: bool = False
    with_default: bool = False
    only_on_create: bool = False
    in_comment_events: bool = False
    in_bulk: bool = True
    is_rich: bool = False
    history_name: str | None = None

    def is_there(self, reader: Reader, issue: Issue) -> bool:
        """Say whether an issue shows the field to a reader."""
        return True

    def is_required(self, editing: Editing, issue: Issue) -> bool:
        """Say whether a request must leave the issue with a value of the field."""
        return self.required or (editing.screen is not None and self.id in editing.screen.required)

    def as_json(self, reader: Reader, issue: Issue) -> object:
        """Return the field's value as a reader sees it."""
        raise NotImplementedError  # pragma: no cover - each field has a value of its own

    def rendered(self, reader: Reader, issue: Issue) -> object:
        """Return what a page would show of the field: HTML of a rich text, a date for people, None for all else."""
        return for_people(self.as_json(reader, issue)) if self.type in ("date", "datetime") else None

    def allowed(self, reader: Reader, issue: Issue) -> list[Json] | None:
        """Return the values that the reader could set, or None where they are not listed."""
        return None

    def choices_in_bulk(self, reader: Reader, issues: Sequence[Issue]) -> Json:
        """Return what a page that edits many issues has of the field, besides what it has of each."""
        return {}

    def read(self, verb: str, value: Any, version: int) -> object:
        """Return the value that comes with a verb, as a version of the API has it, in the form that the field takes."""
        return value

    def is_empty(self, site: Site, draft: Draft) -> bool:
        """Say whether an issue would have no value of the field."""
        return not self.told(site, draft.issue)[1]

    def is_listed(self, editing: Editing) -> bool:
        """Say whether Jira's metadata lists the field where a request's screen has it."""
        return editing.purpose == "create" or not self.only_on_create

    def why_not_on_screen(self, editing: Editing) -> str | None:
        """Return why the request's screen does not have the field, as it completes a sentence; None where it has."""
        if editing.purpose == "transition":
            if editing.screen is None:
                return "the transition has no screen"
            return None if self.id in editing.screen.fields else "it is not on the transition's screen"
        if self.on_screens or editing.override:
            return None
        return f"it is on no screen to {editing.purpose} issues"

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return what keeps the caller from setting the field, as it completes a sentence; None where nothing does."""
        if self.permission is None or editing.holds(self.permission, issue):
            return None
        return f"it takes {PERMISSIONS[self.permission].name.capitalize()} in {issue.project}"

    def applied(self, editing: Editing, draft: Draft, updates: Sequence[FieldUpdate]) -> Draft:
        """Return a draft after a request's operations on the field; raises `Refused` for what the field cannot take."""
        issue = draft.issue
        for update in updates:
            self.require_verb(update)
            issue = self.changed(editing, issue, update)
        return replace(draft, issue=issue)

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
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

    def changes(self, site: Site, before: Issue, after: Issue) -> Iterator[Change]:
        """Yield all that history tells of the field between two states of an issue."""
        change = self.change(site, before, after)
        if change is not None:
            yield change

    def require_verb(self, update: FieldUpdate) -> None:
        """Raise `Refused` for a verb that the field does not have."""
        if update.verb not in self.operations:
            raise Refused(
                VerbUnknown(
                    field=self.id,
                    name=self.name,
                    verb=update.verb,
                    supported=",".join(self.operations),
                )
            )

    def object_of(self, value: object) -> Mapping[str, object]:
        """Return a value that must be an object; raises `Refused` where it is none."""
        if not isinstance(value, Mapping):
            raise Refused(NotObject(field=self.id))
        return value


class ListOfParts(Field):
    """A list of what belongs to the issue's project, such as versions; the issue keeps their ids.

    `attribute` is where it does so, `part` Jira's word for one of them.
    """

    type = "array"
    operations = ("set", "add", "remove")
    attribute: str
    part: str

    def table(self, site: Site) -> PartTable[Any]:
        """Return the table that the site keeps them in."""
        raise NotImplementedError  # pragma: no cover - each has its own

    def part_json(self, part: Any, api: str) -> Json:
        """Return one of them as it stands in an issue."""
        raise NotImplementedError  # pragma: no cover - each has its own

    def choosable(self, site: Site, project: str) -> list[Any]:
        """Return those that a page offers for an issue of a project."""
        return self.table(site).of_project(project)

    def held(self, issue: Issue) -> tuple[str, ...]:
        """Return the ids of those that an issue has."""
        ids: tuple[str, ...] = getattr(issue, self.attribute)
        return ids

    def is_empty(self, site: Site, draft: Draft) -> bool:
        """Say whether an issue would have none of them."""
        return not self.held(draft.issue)

    def as_json(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return them in the order in which the project lists them."""
        table = self.table(reader.site)
        return [self.part_json(table.by_id[one], reader.api) for one in sorted(self.held(issue), key=table.place_of)]

    def allowed(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return those that a page offers."""
        return [self.part_json(one, reader.api) for one in self.choosable(reader.site, issue.project)]

    def choices_in_bulk(self, reader: Reader, issues: Sequence[Issue]) -> Json:
        """Return the ways to change them in many issues, and that there is nothing to choose where that is so."""
        ways: Json = {"multiSelectFieldOptions": [*WAYS_IN_BULK]}
        if any(self.choosable(reader.site, issue.project) for issue in issues):
            return ways
        words = f"The project of the selected issue(s) does not have any {self.part.lower()}s."
        return {**ways, "unavailableMessage": f"{{0}}NOTE{{1}}: {words}"}

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with others of them, or with one more or less."""
        held = self.held(issue)
        if update.verb == "set":
            return self._with(issue, self._all_of(editing.site, issue, update.value))
        part_id = self._named(editing.site, issue, update.value)
        if (part_id in held) == (update.verb == "add"):
            return issue
        return self._with(issue, [*held, part_id] if update.verb == "add" else [one for one in held if one != part_id])

    def changes(self, site: Site, before: Issue, after: Issue) -> Iterator[Change]:
        """Yield what history tells: each that went and each that came by itself."""
        by_id = self.table(site).by_id
        was, now = self.held(before), self.held(after)
        for one in was:
            if one not in now:
                yield self._change(was=by_id[one])
        for one in now:
            if one not in was:
                yield self._change(now=by_id[one])

    def _change(self, was: Part | None = None, now: Part | None = None) -> Change:
        return Change(
            field=self.history_name or self.name,
            field_id=self.id,
            from_id=None if was is None else was.id,
            from_text=None if was is None else was.name,
            to_id=None if now is None else now.id,
            to_text=None if now is None else now.name,
        )

    def _with(self, issue: Issue, part_ids: Iterable[str]) -> Issue:
        parts: dict[str, Any] = {self.attribute: tuple(dict.fromkeys(part_ids))}
        return replace(issue, **parts)

    def _all_of(self, site: Site, issue: Issue, value: object) -> list[str]:
        if value is None:
            return []
        if not isinstance(value, (list, tuple)):
            raise Refused(NotList(field=self.id))
        return [self._named(site, issue, one) for one in value]

    def _named(self, site: Site, issue: Issue, value: object) -> str:
        """Return the id of the part that an object names by its id, else by its name."""
        named = self.object_of(value)
        wanted = named.get("id")
        if wanted is not None and not isinstance(wanted, str):
            raise Refused(PartIdNotText(field=self.id))
        name = reference_in(named, "name")
        for part in self.table(site).of_project(issue.project):
            if wanted == part.id or (wanted is None and name == part.name):
                return str(part.id)
        raise Refused(
            PartUnknown(field=self.id, part=self.part, by="id" if wanted else "name", value=wanted or name or "")
        )


class FixedField(Field):
    """A field that no request sets."""

    operations = ()
    in_bulk = False

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return why nobody can set it."""
        return "no request sets such a field"


class UnknownField(FixedField):
    """What a request takes for a field, and is none."""

    def __init__(self, field_id: str) -> None:
        self.id = self.name = field_id


class Choosable(Protocol):
    """What a field's value can be chosen from: it has an id and a name."""

    @property
    def id(self) -> str:
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
        if wanted_id == thing.id or (wanted_id is None and wanted_name == thing.name):
            return thing
    return None


_OF_SEVERAL = ("array", "any")
"""The types of custom fields that may hold a list: one whose type nobody said may, too."""

_TELLING = ("value", "name", "displayName", "key")


class CustomField(Field):
    """A custom field of the site; one that holds a list also takes single values and gives them up."""

    def __init__(self, described: IssueField) -> None:
        self.id = described.id
        self.name = described.name
        self.type = described.type
        self.items = described.items
        self.clause_names = described.clauses if described.searchable else ()
        self.searchable = described.searchable
        self.custom_id = described.custom_id
        self.custom_type = described.custom_type
        self.is_rich = described.custom_type == RICH_TEXT
        self.on_screens = described.on_screens
        self.required = described.required
        self.operations = ("set",) if described.type not in _OF_SEVERAL else ("add", "set", "remove")

    def as_json(self, reader: Reader, issue: Issue) -> object:
        """Return the value as it was given, a rich text as the reader's version has it; None where there is none."""
        value = issue.custom_fields.get(self.id)
        if not self.is_rich or value is None:
            return value
        return in_version(reader.version, *_said(value), name_of_account(reader.site))

    def rendered(self, reader: Reader, issue: Issue) -> object:
        """Return what a page would show of the field, also HTML of a rich text."""
        value = issue.custom_fields.get(self.id)
        if not self.is_rich or value is None:
            return super().rendered(reader, issue)
        return rendered(*_said(value), reader.base, name_of_account(reader.site))

    def read(self, verb: str, value: Any, version: int) -> object:
        """Return what a request has for the field."""
        return RichText.of(value, version) if self.is_rich and value is not None else value

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another value of the field, or without one."""
        value = update.value
        if value is not None:
            require_kind(self.id, self.custom_type, value)
            if self.custom_type == "textfield" and len(str(value)) > _LONGEST_IN_A_LINE:
                raise Refused(TextTooLong(field=self.id, limit=f"{_LONGEST_IN_A_LINE}"))
        if self.is_rich and value is not None and update.verb == "set":
            text, document = RichText.required_of(self.id, value)
            value = (document or text) if text else None
        if update.verb != "set":
            value = self._with_or_without(issue.custom_fields.get(self.id), update)
        return with_custom(issue, self.id, value)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the value."""
        value = issue.custom_fields.get(self.id)
        if self.is_rich and value is not None:
            return None, str(in_version(2, *_said(value)))
        return None, _text(value)

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells of the field, as of one that is not Jira's own."""
        if before.custom_fields.get(self.id) == after.custom_fields.get(self.id):
            return None
        was, now = self.told(site, before), self.told(site, after)
        return Change(field=self.name, field_id=self.id, custom=True, from_text=was[1], to_text=now[1])

    def _with_or_without(self, values: object, update: FieldUpdate) -> list[object]:
        if not isinstance(values, (list, tuple)):
            raise Refused(VerbUnknown(field=self.id, name=self.name, verb=update.verb, supported="set"))
        others = [one for one in values if one != update.value]
        return [*others, update.value] if update.verb == "add" else others


_LONGEST_IN_A_LINE = 255


def text_required(field: str, value: object) -> str:
    """Return a value that must be a text; raises `Refused` where it is none."""
    if not isinstance(value, str):
        raise Refused(NotText(field=field))
    return value


def date_required(field: str, value: object) -> date:
    """Return the day that a value must be; raises `Refused` where it is none."""
    text = text_required(field, value)
    day = day_of(text)
    if day is None:
        raise Refused(NotDate(field=field, value=text))
    return day


def _number_required(field: str, value: object) -> None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise Refused(NotNumber(field=field))


_REQUIRED: Mapping[str | None, Callable[[str, object], object]] = {
    "textfield": text_required,
    "float": _number_required,
    "datepicker": date_required,
}
"""What requires a value of a custom field to be what its kind holds, by Jira's key for the kind."""


def require_kind(field: str, custom_type: str | None, value: object) -> None:
    """Raise `Refused` for a value that a custom field of this kind does not hold; of others any will do (chosen)."""
    if custom_type in _REQUIRED:
        _REQUIRED[custom_type](field, value)


def _said(value: object) -> tuple[str, Mapping[str, Any] | None]:
    """Return the text of a rich text as it is kept, and its document if it is one."""
    return (text_of(value), value) if isinstance(value, Mapping) else (str(value), None)


def _text(value: object) -> str | None:
    """Return how a value reads, whatever it is."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return ", ".join(_text(one) or "" for one in value)
    if isinstance(value, Mapping):
        return next((str(value[name]) for name in _TELLING if name in value), str(dict(value)))
    return str(value)
