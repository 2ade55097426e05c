"""What data looks like: the one declaration, from which it is checked, and a JSON Schema is made.

Each class is what a thing of a kind says of itself. A text stands for the whole thing where that has an attribute that
is `alone`: `PROJ-1` is the issue of that key.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields as dataclass_fields
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any, ClassVar, get_args

from marshmallow import RAISE, Schema, ValidationError, fields, pre_load

from jira_linkfake.data.reading import Unquoted, settled
from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.jira.boards.model import SOFTWARE, BoardType
from jira_linkfake.jira.components.model import ComponentAssigneeType
from jira_linkfake.jira.epics.model import COLORS
from jira_linkfake.jira.fields.model import CUSTOM_FIELD_TYPES
from jira_linkfake.jira.filters.model import ShareScope
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.permissions.model import PERMISSIONS, PROJECT_PERMISSIONS
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import AssigneeType, ProjectType
from jira_linkfake.jira.properties.model import PROPERTY_TYPES
from jira_linkfake.jira.ranks.model import as_rank
from jira_linkfake.jira.reader import day_of
from jira_linkfake.jira.sprints.model import SprintState
from jira_linkfake.jira.tasks.model import TASK_STATUSES
from jira_linkfake.jira.webhooks.model import EVENTS
from jira_linkfake.jira.workflow.model import STATUS_CATEGORIES
from jira_linkfake.jira.worklogs.model import seconds_in

__tracebackhide__ = of_the_test

Read = Callable[[Any], Any]
Shape = dict[str, Any]


class Kind(Plain):
    """What an attribute holds: how it is read, its JSON Schema, and of what kind the things are that it names."""

    read: Read
    shape: Shape
    names: str | None = None


class Attribute(fields.Raw):
    """An attribute of a thing: what it holds and what that means."""

    def __init__(self, kind: Kind, meaning: str, *, required: bool = False, none: bool = False) -> None:
        super().__init__(required=required, allow_none=none)
        self.kind, self.meaning = kind, meaning

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return self.kind.read(value)


class Entry(Schema):
    """A thing of data; `alone` is the attribute that a text stands for."""

    alone: ClassVar[str | None] = None

    class Meta:
        """What marshmallow is told of it."""

        unknown = RAISE

    @pre_load
    def spell_out(self, data: Any, **_: Any) -> Any:
        """Return what is said as an object; raises `ValidationError` for what is none, and for unknown attributes."""
        if not isinstance(data, Mapping):
            short = f"a text or {self._attributes}" if self.alone else self._attributes
            raise ValidationError(f"{told(data)} will not do: it takes {short}")
        wrong = {key: [f"there is no such attribute: {nearest(key, self.fields)}"] for key in data.keys() - self.fields}
        if wrong:
            raise ValidationError(wrong)
        return data

    @property
    def _attributes(self) -> str:
        return f"an object with {', '.join(self.fields)}"


class Thing(fields.Nested):
    """A thing of a list; its schema is spared where a text stands for it."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        schema: Any = self.schema
        if schema.alone is not None and isinstance(value, str):
            return {schema.alone: schema.fields[schema.alone].kind.read(value)}
        return super()._deserialize(value, *args, **kwargs)


def told(value: Any) -> str:
    """Return a value as a sentence names it."""
    text = repr(str(value) if isinstance(value, Unquoted) else value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


_LONGEST = 60


def _text(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    raise ValidationError(f"{told(value)} is no text" + (f": write it as '{value}'" if number else ""))


def _id(value: Any) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not re.fullmatch("[0-9]{1,19}", text, re.ASCII):
        raise ValidationError(f"{told(value)} is no id: it takes a number such as 10000")
    return str(int(text))


_SWITCHES = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}


def _flag(value: Any) -> bool:
    if isinstance(value, Unquoted) and value.lower() in _SWITCHES:
        return _SWITCHES[value.lower()]
    if not isinstance(value, bool):
        raise ValidationError(f"{told(value)} is neither true nor false")
    return value


def _number(value: Any) -> int:
    meant = settled(value)
    if not isinstance(meant, int) or isinstance(meant, bool):
        raise ValidationError(f"{told(value)} is no whole number")
    return meant


_DAY = r"\d{4}-\d\d-\d\d"
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,6})\d*)?)?\s*(Z|[+-]\d\d:?\d\d)?", re.ASCII)


def _time(value: Any) -> datetime:
    """Read a time, in UTC where it has no zone: ISO 8601, or in Jira's form."""
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc) if value.tzinfo else value.replace(tzinfo=timezone.utc)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=timezone.utc)
    text = f"{value} 00:00" if isinstance(value, str) and day_of(value) else value
    match = _TIME.fullmatch(text) if isinstance(text, str) else None
    if match is not None:
        try:
            return _moment(*match.groups())
        except (ValueError, OverflowError):
            pass
    raise ValidationError(f"{told(value)} is no time: it takes one such as '2026-02-01T10:00:00Z'")


def _moment(day: str, minute: str, second: str | None, fraction: str | None, zone: str | None) -> datetime:
    time = datetime.fromisoformat(f"{day}T{minute}:{second or '00'}")
    time = time.replace(microsecond=int((fraction or "0").ljust(6, "0")), tzinfo=timezone.utc)
    if zone in (None, "Z"):
        return time
    ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return time - ahead if zone[0] == "+" else time + ahead


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    found = day_of(value) if isinstance(value, str) else None
    if found is None:
        raise ValidationError(f"{told(value)} is no date: it takes one such as '2026-02-01'")
    return found


def _json(value: Any) -> Any:
    found = settled(value)
    try:
        json.dumps(found, allow_nan=False)
    except (TypeError, ValueError):
        raise ValidationError(f"{told(value)} is no JSON") from None
    return found


def _json_object(value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise ValidationError(f"{told(value)} is no object")
    return _json(value)


_OF_A_CHANGE = {one.name: one for one in dataclass_fields(Change)}


def _change(value: Any) -> Change:
    """Read a change of a field; what it was and is are texts."""
    if not isinstance(value, Mapping) or "field" not in value:
        raise ValidationError(f"{told(value)} is no change: it takes an object with field")
    unknown = next((name for name in value if name not in _OF_A_CHANGE), None)
    if unknown is not None:
        raise ValidationError(f"a change has no {unknown!r}: {nearest(unknown, _OF_A_CHANGE)}")
    texts: Any = {name: _text(one) for name, one in value.items() if name != "custom" and one is not None}
    return Change(**{"field": _text(value["field"]), **texts}, custom=_flag(value.get("custom", False)))


def _type_of_links(value: Any) -> str | LinkType:
    """Read a type of links as it was: its id, or the whole of it."""
    if not isinstance(value, Mapping):
        return _id(value)
    if value.keys() != {"id", "name", "inward", "outward"}:
        raise ValidationError(f"{told(dict(value))} will not do: it takes an object with id, name, inward, outward")
    return LinkType(**{name: _text(one) for name, one in value.items()})


def _rich(value: Any) -> Any:
    return _json(value) if isinstance(value, Mapping) else _text(value)


def _bytes(value: Any) -> bytes:
    try:
        return b64decode(_text(value), validate=True)
    except ValueError as error:
        raise ValidationError(f"{told(value)} is no base64") from error


def _span(value: Any) -> int:
    """Read a time that work takes, in seconds."""
    meant = settled(value)
    seconds = seconds_in(meant) if isinstance(meant, str) else meant
    if not isinstance(seconds, int) or isinstance(seconds, bool) or seconds < 0:
        raise ValidationError(f"{told(value)} is no span of time: it takes one such as '3h 30m', or seconds")
    return seconds


class ById(Plain):
    """A thing that is named by its id, as several may have its name."""

    id: str


def _name(value: Any) -> str | ById:
    if isinstance(value, Mapping) and value.keys() == {"id"}:
        number = value["id"]
        return ById(id=_id(number) if isinstance(number, int) else _text(number))
    return _text(value)


_HOLDERS = ("user", "group", "role")


def _holder(value: Any) -> Any:
    if isinstance(value, Mapping):
        if len(value) != 1 or not value.keys() <= set(_HOLDERS):
            raise ValidationError(f"{told(dict(value))} is no holder: it takes a name, or user, group or role with one")
        return {kind: _text(name) for kind, name in value.items()}
    return _text(value)


_SHARED_WITH = (
    *({kind} for kind in (*_HOLDERS, "project", "former_project")),
    {"role", "project"},
    {"former_group", "id"},
)


def _sharer(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return _text(value)
    if set(value) not in _SHARED_WITH:
        raise ValidationError(
            f"{told(dict(value))} is nobody to share with: it takes a name, or user, group, role or project with one"
        )
    return {kind: _name(name) if kind == "user" else _text(name) for kind, name in value.items()}


def _rank(value: Any) -> str:
    rank = as_rank(_text(value))
    if rank is None:
        raise ValidationError(f"{told(value)} is no rank: it takes one as Jira writes it, such as '0|i0000f:'")
    return rank


def _grant(value: Any) -> Any:
    if not isinstance(value, Mapping) or not value.keys() <= {"allow", "deny"}:
        raise ValidationError(f"{told(value)} is no grant: it takes allow and deny")
    return _each_read(HOLDERS, value.items())


def _grants(value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise ValidationError(f"{told(value)} will not do: it takes an object with allow and deny of each permission")
    unknown = next((key for key in value if key not in PROJECT_PERMISSIONS), None)
    if unknown is not None:
        raise ValidationError(f"there is no {unknown!r} in projects: {nearest(unknown, PROJECT_PERMISSIONS)}")
    return _each_read(GRANT, value.items())


def _one_of(choices: tuple[str, ...]) -> Kind:
    def read(value: Any) -> str:
        text = _text(value)
        if text not in choices:
            raise ValidationError(f"there is no {text!r}: {nearest(text, choices)}")
        return text

    return Kind(read=read, shape={"enum": list(choices)})


def _each_read(kind: Kind, several: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    """Return things as they are read, each by where it stands; raises `ValidationError` with where one is wrong."""
    read, wrong = {}, {}
    for place, one in several:
        try:
            read[place] = kind.read(one)
        except ValidationError as error:
            wrong[place] = error.messages
    if wrong:
        raise ValidationError(wrong)
    return read


def _several(kind: Kind) -> Kind:
    def read(value: Any) -> list[Any]:
        if not isinstance(value, (list, tuple)):
            raise ValidationError(f"{told(value)} is one: it takes several, in a list")
        return [*_each_read(kind, enumerate(value)).values()]

    return Kind(read=read, shape={"type": "array", "items": kind.shape}, names=kind.names)


def _by_name(kind: Kind) -> Kind:
    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise ValidationError(f"{told(value)} is no object")
        return _each_read(kind, value.items())

    return Kind(read=read, shape={"type": "object", "additionalProperties": kind.shape})


def _matching(pattern: str, such_as: str) -> Kind:
    def read(value: Any) -> str:
        text = _text(value)
        if not re.fullmatch(pattern, text, re.ASCII):
            raise ValidationError(f"{told(text)} will not do: it takes one such as {such_as!r}")
        return text

    return Kind(read=read, shape={"type": "string", "pattern": f"^{pattern}$"})


TEXT = Kind(read=_text, shape={"type": "string"})
ID = Kind(
    read=_id, shape={"type": ["string", "integer"], "pattern": "^[0-9]{1,19}$", "minimum": 0, "maximum": 10**19 - 1}
)
FLAG = Kind(read=_flag, shape={"type": "boolean"})
NUMBER = Kind(read=_number, shape={"type": "integer"})
TIME = Kind(read=_time, shape={"type": "string", "pattern": f"^({_DAY}|{_TIME.pattern})$"})
DAY = Kind(read=_day, shape={"type": "string", "pattern": f"^{_DAY}$"})
JSON = Kind(read=_json, shape={})
SPAN = Kind(read=_span, shape={"type": ["string", "integer"], "minimum": 0})
BYTES = Kind(read=_bytes, shape={"type": "string", "contentEncoding": "base64"})
RICH = Kind(read=_rich, shape={"type": ["string", "object"]})
TEXTS = _several(TEXT)
OBJECT = Kind(read=_json_object, shape={"type": "object"})
CHANGES = _several(Kind(read=_change, shape={"type": "object", "required": ["field"]}))
TYPE_OF_LINKS = Kind(read=_type_of_links, shape={"type": ["string", "integer", "object"]})


def _object(**properties: Shape) -> Shape:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


def _named(kind: str, *, of_id: bool = False) -> Kind:
    """Return what names a thing of a kind: a text, or its id where several have its name."""
    if of_id:
        return Kind(read=_id, shape=ID.shape, names=kind)
    return Kind(
        read=_name, shape={"anyOf": [{"type": "string"}, _object(id={"type": ["string", "integer"]})]}, names=kind
    )


ISSUE = Kind(read=_text, shape={"type": "string", "pattern": "^([A-Z][A-Z0-9_]*-)?[1-9][0-9]*$"}, names="issue")
EVER = Kind(read=_text, shape=ISSUE.shape, names="issue ever")
STATUS = _named("status")
USER, USERS = _named("user"), _several(_named("user"))
PROJECT = Kind(read=_text, shape={"type": "string"}, names="project")
HOLDER = Kind(
    read=_holder,
    shape={"anyOf": [{"type": "string"}, *(_object(**{kind: {"type": "string"}}) for kind in _HOLDERS)]},
    names="holder",
)
HOLDERS = _several(HOLDER)
SHARERS = _several(
    Kind(
        read=_sharer,
        shape={
            "anyOf": [
                {"type": "string"},
                *(
                    _object(**{kind: {} if kind == "user" else {"type": "string"} for kind in kinds})
                    for kinds in _SHARED_WITH
                ),
            ]
        },
        names="sharer",
    )
)
RANK = Kind(read=_rank, shape={"type": "string", "pattern": r"^[0-2]\|[0-9a-z]{6}:[0-9a-z]*$"})
GRANT = Kind(
    read=_grant,
    shape={"type": "object", "properties": {"allow": HOLDERS.shape, "deny": HOLDERS.shape}},
    names="grant",
)
GRANTS = Kind(
    read=_grants,
    shape={
        "type": "object",
        "properties": dict.fromkeys(PROJECT_PERMISSIONS, GRANT.shape),
        "additionalProperties": False,
    },
    names="grants",
)
ANY = "any"
"""The type of a custom field of which nobody said what it holds."""
CATEGORIES = {one.name: one for one in STATUS_CATEGORIES}


class UserEntry(Entry):
    """A user."""

    alone = "name"
    name = Attribute(TEXT, "Their display name.", required=True)
    account_id = Attribute(TEXT, "Their account id; the site gives one unless it is here.")
    email = Attribute(TEXT, "Their email, made from the name unless it is here.")
    email_hidden = Attribute(FLAG, "Whether nobody else is told the email.")
    token = Attribute(TEXT, "Their API token; without it any is good.")
    has_token = Attribute(FLAG, "Whether they have a token that the data does not tell: they get a new one.")
    scopes = Attribute(TEXTS, "The scopes of the token.")
    groups = Attribute(_several(_named("group")), "The groups that they are in.")
    preferences = Attribute(OBJECT, "What they have set of mypreferences.")
    share_scope = Attribute(
        _one_of(get_args(ShareScope)), "Who sees a new filter of theirs, PRIVATE unless it is here."
    )
    removed = Attribute(FLAG, "Whether they are gone, and only what they made names them.")


class GroupEntry(Entry):
    """A group of users."""

    alone = "name"
    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(TEXT, "Its id; the site gives one unless it is here.")
    members = Attribute(USERS, "The users in it.")


class RoleEntry(Entry):
    """A role in a project."""

    name = Attribute(TEXT, "Its name.", required=True)
    project = Attribute(PROJECT, "The key of its project; without it only its name and its id are known.")
    id = Attribute(ID, "Its id, which the role has in all projects.")
    members = Attribute(HOLDERS, "The users and groups that have it.")
    actors = Attribute(_several(ID), "The ids under which its members are told, in their order.")


class SecurityLevelEntry(Entry):
    """A security level of a project."""

    name = Attribute(TEXT, "Its name.", required=True)
    project = Attribute(TEXT, "The key of its project.", required=True)
    id = Attribute(ID, "Its id.")
    members = Attribute(HOLDERS, "Who sees the issues that have it.")
    removed = Attribute(FLAG, "Whether it is gone with its project.")


class PermissionEntry(Entry):
    """Who has a permission."""

    permission = Attribute(_one_of(tuple(PERMISSIONS)), "Jira's key of the permission.", required=True)
    project = Attribute(PROJECT, "The key of the project in which it is so; everywhere without it.")
    allow = Attribute(HOLDERS, "Who alone has it.")
    deny = Attribute(HOLDERS, "From whom it is taken; from everybody where nobody is named.")


class PermissionSchemeEntry(Entry):
    """A permission scheme: who has which permission in the projects that have it."""

    alone = "name"
    name = Attribute(TEXT, "Its name; all projects without one have Default Permission Scheme.", required=True)
    id = Attribute(ID, "Its id.")
    description = Attribute(TEXT, "What it is for.")
    projects = Attribute(_several(PROJECT), "The keys of the projects that have it.")
    made_for = Attribute(TEXT, "The key of the one project that it was made for, whose name it tells.")
    grants = Attribute(GRANTS, "Who has it, of each permission; of others it is as everywhere.")


class LinkTypeEntry(Entry):
    """A type of links between issues."""

    name = Attribute(TEXT, "Its name.", required=True)
    inward = Attribute(TEXT, "What the destination reads: is blocked by.")
    outward = Attribute(TEXT, "What the source reads: blocks.")
    id = Attribute(ID, "Its id.")
    removed = Attribute(FLAG, "Whether the site does not have it.")


class IssueTypeEntry(Entry):
    """A type of issues."""

    alone = "name"
    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(ID, "Its id.")
    description = Attribute(TEXT, "What it is for.")
    hierarchy_level = Attribute(NUMBER, "1 for epics, 0 for standard types, -1 for sub-tasks.")
    avatar_id = Attribute(NUMBER, "The id of its picture.")
    project = Attribute(PROJECT, "The key of the team-managed project whose own it is.")
    removed = Attribute(FLAG, "Whether the site does not have it.")


class StatusEntry(Entry):
    """A status of issues."""

    alone = "name"
    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(ID, "Its id.")
    category = Attribute(_one_of(tuple(CATEGORIES)), "Its category, In Progress unless it is here.")
    description = Attribute(TEXT, "What it means.")
    removed = Attribute(FLAG, "Whether the site does not have it.")


class PriorityEntry(Entry):
    """A priority of issues."""

    alone = "name"
    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(ID, "Its id.")
    description = Attribute(TEXT, "What it means.")
    color = Attribute(TEXT, "Its colour: #f79232.")
    removed = Attribute(FLAG, "Whether the site does not have it.")


class ResolutionEntry(Entry):
    """A resolution of issues."""

    alone = "name"
    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(ID, "Its id.")
    description = Attribute(TEXT, "What it means.")
    default = Attribute(FLAG, "Whether it is the default one.")
    removed = Attribute(FLAG, "Whether the site does not have it.")


class CategoryEntry(Entry):
    """A category of projects."""

    alone = "name"
    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(ID, "Its id.")
    description = Attribute(TEXT, "What it is for.")


class TransitionEntry(Entry):
    """A way to a status."""

    name = Attribute(TEXT, "Its name.", required=True)
    to = Attribute(STATUS, "The status that it leads to.", required=True)
    sources = Attribute(_several(STATUS), "The statuses that it leads from, all unless it is here.")
    screen = Attribute(TEXTS, "The ids of the fields that it takes; none unless it is here.")
    required = Attribute(TEXTS, "The ids of those that must have a value.")
    id = Attribute(ID, "Its id.")


class FieldEntry(Entry):
    """A custom field."""

    alone = "name"
    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(_matching("customfield_[1-9][0-9]{0,17}", "customfield_10001"), "Its id: customfield_10001.")
    type = Attribute(_one_of((*CUSTOM_FIELD_TYPES, ANY)), "What it holds, text unless it is here.")
    software = Attribute(_one_of(tuple(SOFTWARE)), "Which of Jira Software's fields it is, if it is one.")
    description = Attribute(TEXT, "What it is for.")
    searcher = Attribute(TEXT, "How Jira's pages search it.", none=True)
    on_screens = Attribute(FLAG, "Whether it can be set when an issue is made or edited.")
    required = Attribute(FLAG, "Whether it must have a value.")


class ProjectEntry(Entry):
    """A project."""

    alone = "key"
    key = Attribute(TEXT, "Its key, in capitals.", required=True)
    id = Attribute(ID, "Its id.")
    name = Attribute(TEXT, "Its name, which is the key unless it is here.")
    lead = Attribute(USER, "Its lead, the admin unless it is here.")
    type = Attribute(_one_of(get_args(ProjectType)), "Jira's key of its type, software unless it is here.")
    description = Attribute(TEXT, "What it is for.")
    url = Attribute(TEXT, "A page about it.")
    assignee_type = Attribute(_one_of(get_args(AssigneeType)), "Who gets an issue that names nobody.")
    types = Attribute(_several(_named("issue type")), "The types of issues that it has, all unless it is here.")
    team_managed = Attribute(FLAG, "Whether it is team-managed, and has types of issues of its own.")
    category = Attribute(TEXT, "The name of its category.")
    last_number = Attribute(NUMBER, "The highest number that an issue of it had.")
    old_keys = Attribute(TEXTS, "Keys that it had, which still lead to it and, with a number, to its issues.")
    archived = Attribute(TIME, "When it was archived.")
    archived_by = Attribute(USER, "Who archived it.", none=True)
    archived_with = Attribute(_several(ID), "The ids of the issues that were archived with it.")
    deleted = Attribute(TIME, "When it was put into the recycle bin.")
    deleted_by = Attribute(USER, "Who put it there.", none=True)
    removed = Attribute(FLAG, "Whether it is gone, and only history names its issues.")
    browsable = Attribute(_several(GRANT), "Who could browse one that is removed: all of these must let them.")


class VersionEntry(Entry):
    """A version of a project."""

    name = Attribute(TEXT, "Its name.", required=True)
    project = Attribute(PROJECT, "The key of its project.", required=True)
    id = Attribute(ID, "Its id.")
    description = Attribute(TEXT, "What it has.", none=True)
    released = Attribute(FLAG, "Whether it is released.")
    archived = Attribute(FLAG, "Whether it is archived.")
    start_date = Attribute(DAY, "When work on it starts.")
    release_date = Attribute(DAY, "When it is released.")
    driver = Attribute(USER, "Who drives its release.")
    related_work = Attribute(_several(JSON), "What belongs to its release: objects with id, category, title and url.")


class ComponentEntry(Entry):
    """A component of a project."""

    name = Attribute(TEXT, "Its name.", required=True)
    project = Attribute(PROJECT, "The key of its project.", required=True)
    id = Attribute(ID, "Its id.")
    description = Attribute(TEXT, "What it is.", none=True)
    lead = Attribute(USER, "Its lead.")
    assignee_type = Attribute(_one_of(get_args(ComponentAssigneeType)), "Who gets an issue that names nobody.")


class FilterEntry(Entry):
    """A filter: a query under a name."""

    name = Attribute(TEXT, "Its name.", required=True)
    jql = Attribute(TEXT, "Its query.", required=True)
    id = Attribute(ID, "Its id.")
    owner = Attribute(USER, "Whose it is, the admin's unless it is here.")
    description = Attribute(TEXT, "What it finds.")
    shared_with = Attribute(SHARERS, "Who sees it besides: users, groups, roles, {project: PROJ}, SIGNED_IN or ANYONE.")
    editable_by = Attribute(SHARERS, "Who may change it besides, named alike.")
    share_ids = Attribute(_several(ID), "The ids of the shares, in their order: of those who see it, then of editors.")
    favourite_of = Attribute(USERS, "Who has it among the favourites.")
    columns = Attribute(TEXTS, "The ids of the fields that a list of its issues shows.")
    unchecked = Attribute(FLAG, "Whether its query may be wrong, as a site may have lost what it names.")


class BoardEntry(Entry):
    """A board, which shows what its filter finds; with the first one come the fields Sprint, Rank and others."""

    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(ID, "Its id.")
    type = Attribute(_one_of(get_args(BoardType)), "Its type, scrum unless it is here.")
    project = Attribute(PROJECT, "The key of the project in which it is; it is with its owner without it.")
    jql = Attribute(TEXT, "The query of a filter that is made for it, all of its project unless it is here.")
    filter = Attribute(_named("filter"), "Its filter, in the place of a query.")
    sprints = Attribute(FLAG, "Whether it has sprints, as a Scrum board has unless it is here.")
    owner = Attribute(USER, "Whose it is, the admin's unless it is here.")
    former_project = Attribute(ID, "The id of its project, where that is gone.")
    former_filter = Attribute(ID, "The id of its filter, where that is gone and nobody sees the board.")


class SprintEntry(Entry):
    """A sprint, behind the others; issues say in which `sprints` they are."""

    name = Attribute(TEXT, "Its name.", required=True)
    board = Attribute(_named("board"), "The board on which it was made.")
    id = Attribute(ID, "Its id.")
    state = Attribute(_one_of(get_args(SprintState)), "Its state, future unless it is here.")
    goal = Attribute(TEXT, "What it is to reach.")
    start = Attribute(TIME, "When it starts: now, where it is active or closed, unless it is here.")
    end = Attribute(TIME, "When it ends: two weeks later, where it is active or closed, unless it is here.")
    completed = Attribute(TIME, "When it was closed: when it was to end unless it is here.")
    former_board = Attribute(ID, "The id of its board, where that is gone.")


class IssueEntry(Entry):
    """An issue."""

    alone = "key"
    key = Attribute(TEXT, "Its key: PROJ-1.", required=True)
    id = Attribute(ID, "Its id.")
    old_keys = Attribute(TEXTS, "Keys that it had, which still lead to it.")
    summary = Attribute(TEXT, "What it is about.")
    description = Attribute(RICH, "A text in wiki markup, or an Atlassian document.", none=True)
    environment = Attribute(RICH, "A text in wiki markup, or an Atlassian document.", none=True)
    type = Attribute(_named("issue type"), "Its type, Task unless it is here.")
    status = Attribute(STATUS, "Its status, To Do unless it is here.")
    category_changed = Attribute(TIME, "When its status came to be of another category.")
    priority = Attribute(_named("priority"), "Its priority, Medium unless it is here; null for none.", none=True)
    resolution = Attribute(_named("resolution"), "Its resolution, Done where its status is done.", none=True)
    resolved = Attribute(TIME, "When its resolution was set.", none=True)
    labels = Attribute(TEXTS, "Its labels.")
    due = Attribute(DAY, "When it is due.", none=True)
    fix_versions = Attribute(_several(_named("version")), "The versions in which it is done.")
    affects_versions = Attribute(_several(_named("version")), "The versions that it is about.")
    components = Attribute(_several(_named("component")), "The components that it is about.")
    original_estimate = Attribute(SPAN, "How long it was to take: 3h 30m, or seconds.", none=True)
    remaining_estimate = Attribute(SPAN, "How long it is to take from now on: 3h 30m, or seconds.", none=True)
    parent = Attribute(ISSUE, "The key of the issue that it is a part of.", none=True)
    assignee = Attribute(USER, "Who works on it.", none=True)
    reporter = Attribute(USER, "Who reported it, the admin unless it is here; null for nobody.", none=True)
    creator = Attribute(USER, "Who made it, the admin unless it is here.", none=True)
    security_level = Attribute(_named("security level"), "The security level that it has.", none=True)
    visible_to = Attribute(HOLDERS, "Who alone sees it: it gets a security level with these members.")
    watchers = Attribute(USERS, "Who watches it; whoever makes it or comments on it unless it is here.")
    voters = Attribute(USERS, "Who voted on it.")
    archived = Attribute(FLAG, "Whether it is archived.")
    archived_at = Attribute(TIME, "When it was archived, if a request did so.")
    archived_by = Attribute(USER, "Who archived it, nobody unless it is here.")
    sprints = Attribute(_several(_named("sprint")), "The sprints that it is and was in; one at most is not closed.")
    rank = Attribute(RANK, "Its rank as Jira writes it: 0|i0000f:. It stands by its id unless it is here.")
    epic_name = Attribute(TEXT, "Its Epic Name, where it is an epic; boards show the summary unless it is here.")
    epic_color = Attribute(_one_of(COLORS), "Its color on boards, where it is an epic.")
    epic_done = Attribute(FLAG, "Whether it is done on boards, where it is an epic.")
    created = Attribute(TIME, "When it was made.")
    updated = Attribute(TIME, "When it was changed last.")
    removed = Attribute(FLAG, "Whether it is gone, and only history names it.")
    was_in = Attribute(TEXT, "The project that one that is removed was in: PROJ, or PROJ (10000) where that is gone.")

    class Meta(Entry.Meta):
        """What marshmallow is told of it: the name of an attribute that every schema has."""

        include: ClassVar = {"fields": Attribute(OBJECT, "Further fields by their ids, as Jira's JSON has them.")}


class LinkEntry(Entry):
    """A link between two issues."""

    alone = "link"
    link = Attribute(TEXT, "The link as a sentence: PROJ-1 blocks PROJ-2.", required=True)
    type = Attribute(_named("link type"), "The type, where several have the phrase.")
    id = Attribute(ID, "Its id.")


class _OfAnIssue(Entry):
    """What an issue has; `visible_to` and `visibility` say who alone reads it."""

    issue = Attribute(ISSUE, "The key of the issue.", required=True)
    id = Attribute(ID, "Its id.")


class _Restricted(_OfAnIssue):
    """What an issue has, and not everybody reads."""

    visible_to = Attribute(HOLDER, "The group or the role that alone reads it.")
    visibility = Attribute(OBJECT, "The same as Jira's JSON has it, where the group or the role is gone.")


class CommentEntry(_Restricted):
    """A comment on an issue."""

    body = Attribute(RICH, "A text in wiki markup, or an Atlassian document.", required=True)
    author = Attribute(USER, "Who wrote it, the admin unless it is here; null for an anonymous caller.", none=True)
    update_author = Attribute(USER, "Who changed it last.", none=True)
    created = Attribute(TIME, "When it was written.")
    updated = Attribute(TIME, "When it was changed last.")


class WorklogEntry(_Restricted):
    """Work on an issue, which may be gone where the work is, too."""

    issue = Attribute(EVER, "The key or the id of the issue.", required=True)

    time_spent = Attribute(SPAN, "How long it took: 3h 30m, or seconds.", required=True)
    comment = Attribute(RICH, "A text in wiki markup, or an Atlassian document.", none=True)
    author = Attribute(USER, "Who worked, the admin unless it is here.", none=True)
    update_author = Attribute(USER, "Who changed it last.", none=True)
    started = Attribute(TIME, "When the work began.")
    created = Attribute(TIME, "When it was logged.")
    updated = Attribute(TIME, "When it was changed last.")
    properties = Attribute(OBJECT, "What apps keep with it, by key.")
    removed = Attribute(TIME, "When it was deleted.")


class AttachmentEntry(_OfAnIssue):
    """A file of an issue."""

    filename = Attribute(TEXT, "Its name.", required=True)
    content = Attribute(TEXT, "What is in it, as a text.")
    content_base64 = Attribute(BYTES, "What is in it, in base64.")
    mime_type = Attribute(TEXT, "Its type, guessed from its name unless it is here.")
    author = Attribute(USER, "Who attached it, the admin unless it is here.", none=True)
    created = Attribute(TIME, "When it was attached.")


class RemoteLinkEntry(_OfAnIssue):
    """A link from an issue to a thing outside Jira."""

    url = Attribute(TEXT, "Where it leads.", required=True)
    title = Attribute(TEXT, "Its title, the URL unless it is here.")
    summary = Attribute(TEXT, "What more is said of it.", none=True)
    relationship = Attribute(TEXT, "What the thing is to the issue.", none=True)
    global_id = Attribute(TEXT, "What the other system knows it by.", none=True)
    application = Attribute(OBJECT, "The application, as Jira's JSON has it.")
    icon = Attribute(OBJECT, "The icon, as Jira's JSON has it.")
    status = Attribute(OBJECT, "The status, as Jira's JSON has it.")


class WebhookEntry(Entry):
    """A webhook that an administrator has registered over REST; it is sent on loopback alone."""

    name = Attribute(TEXT, "Its name.", required=True)
    url = Attribute(TEXT, "Where it goes.", required=True)
    events = Attribute(_several(_one_of(EVENTS)), "The events of which it tells.", required=True)
    id = Attribute(ID, "Its id.")
    description = Attribute(TEXT, "What it is for.")
    jql = Attribute(TEXT, "The query that finds the issues of which it tells, all unless it is here.")
    exclude_body = Attribute(FLAG, "Whether nothing is in it.")
    enabled = Attribute(FLAG, "Whether it is sent, as it is unless it is here.")
    secret = Attribute(TEXT, "What signs it.")
    has_secret = Attribute(FLAG, "Whether it has a secret that the data does not tell: it gets a new one.")
    updated_by = Attribute(USER, "Who changed it last, the admin unless it is here.")
    updated = Attribute(TIME, "When that was.")
    unchecked = Attribute(FLAG, "Whether its query may be wrong, as a site may have lost what it names.")


class PropertyEntry(Entry):
    """A property of an issue, a comment, a worklog, a project, a user or a type of issues."""

    issue = Attribute(ISSUE, "The key of the issue that has it.")
    comment = Attribute(_named("comment", of_id=True), "The id of the comment that has it.")
    worklog = Attribute(_named("worklog", of_id=True), "The id of the worklog that has it.")
    project = Attribute(PROJECT, "The key of the project that has it.")
    user = Attribute(USER, "The user who has it.")
    issue_type = Attribute(_named("any issue type"), "The type of issues that has it.")
    key = Attribute(TEXT, "Its key.", required=True)
    value = Attribute(JSON, "Its value.", required=True, none=True)


class IndexedPropertyEntry(Entry):
    """What JQL can find of a property of issues."""

    key = Attribute(TEXT, "The key of the property.", required=True)
    path = Attribute(TEXT, "The names on the way to the value: label.color.", required=True)
    type = Attribute(_one_of(PROPERTY_TYPES), "How it is found, string unless it is here.")


class ViewEntry(Entry):
    """A project that a user has viewed, the last one last."""

    user = Attribute(USER, "Who viewed it.", required=True)
    project = Attribute(PROJECT, "The key of the project.", required=True)


class TaskEntry(Entry):
    """A task."""

    description = Attribute(TEXT, "What it does.", required=True)
    id = Attribute(ID, "Its id.")
    status = Attribute(_one_of(TASK_STATUSES), "How far it is, RUNNING unless it is here.")
    progress = Attribute(NUMBER, "The same as a percentage.")
    result = Attribute(JSON, "What came of it.", none=True)
    submitted_by = Attribute(USER, "Whose it is, the admin's unless it is here.", none=True)
    submitted = Attribute(TIME, "When it was begun.")


class HistoryEntry(Entry):
    """What somebody changed of an issue at once, or a link that was made or removed."""

    issue = Attribute(EVER, "The key or the id of the issue, which may be gone.")
    id = Attribute(ID, "Its id.")
    author = Attribute(USER, "Who did it, the admin unless it is here.", none=True)
    created = Attribute(TIME, "When it was done.")
    changes = Attribute(CHANGES, "The changes: objects with field, field_id, from_id, from_text, to_id and to_text.")
    linked = Attribute(TEXT, "The link that was made, as a sentence with the keys of then.")
    unlinked = Attribute(TEXT, "The link that was removed, as a sentence with the keys of then.")
    source = Attribute(EVER, "The id of the first issue of the sentence, where its key is another's now.")
    destination = Attribute(EVER, "The id of the second issue of the sentence, where its key is another's now.")
    type = Attribute(TYPE_OF_LINKS, "The type of the link: its id, or an object where the site has it no more.")


def _list_of(entry: type[Entry]) -> Any:
    return fields.List(Thing(entry))


class Data(Entry):
    """What a site is filled from: lists of things."""

    users = _list_of(UserEntry)
    groups = _list_of(GroupEntry)
    projects = _list_of(ProjectEntry)
    project_categories = _list_of(CategoryEntry)
    roles = _list_of(RoleEntry)
    security_levels = _list_of(SecurityLevelEntry)
    permissions = _list_of(PermissionEntry)
    permission_schemes = _list_of(PermissionSchemeEntry)
    issue_types = _list_of(IssueTypeEntry)
    statuses = _list_of(StatusEntry)
    priorities = _list_of(PriorityEntry)
    resolutions = _list_of(ResolutionEntry)
    transitions = _list_of(TransitionEntry)
    custom_fields = _list_of(FieldEntry)
    link_types = _list_of(LinkTypeEntry)
    versions = _list_of(VersionEntry)
    components = _list_of(ComponentEntry)
    filters = _list_of(FilterEntry)
    boards = _list_of(BoardEntry)
    sprints = _list_of(SprintEntry)
    issues = _list_of(IssueEntry)
    links = _list_of(LinkEntry)
    comments = _list_of(CommentEntry)
    attachments = _list_of(AttachmentEntry)
    worklogs = _list_of(WorklogEntry)
    remote_links = _list_of(RemoteLinkEntry)
    properties = _list_of(PropertyEntry)
    indexed_properties = _list_of(IndexedPropertyEntry)
    viewed_projects = _list_of(ViewEntry)
    webhooks = _list_of(WebhookEntry)
    tasks = _list_of(TaskEntry)
    history = _list_of(HistoryEntry)
    clock = Attribute(TIME, "The site's time; a clock that is real stays so.")
    last_ids = Attribute(_by_name(NUMBER), "The highest ids that were given out, by the kinds of things.")

    @classmethod
    def kinds_of(cls, name: str) -> Mapping[str, Kind]:
        """Return what the attributes of a kind of thing hold."""
        things: Any = cls._declared_fields[name]
        return {name: one.kind for name, one in things.inner.schema.fields.items()}


@cache
def _data() -> Data:
    return Data()


_MOST = 20


def checked(data: Any, file: str = "") -> Mapping[str, Any]:
    """Return data that is what the declaration says; raises `UsageError` that says what is wrong, and where."""
    try:
        found: Mapping[str, Any] = _data().load(data)
    except ValidationError as error:
        wrong = list(_wrong(error.messages))
        more = [f"... and {len(wrong) - _MOST} more"] if len(wrong) > _MOST else []
        raise UsageError(file + "; ".join([*wrong[:_MOST], *more])) from error
    return found


_WORDS = {
    "Missing data for required field.": "is missing",
    "Field may not be null.": "is null",
    "Not a valid list.": "is no list",
}


def _wrong(messages: Any, path: str = "") -> Iterator[str]:
    """Yield what is wrong, a line each, with the path that leads to it."""
    if isinstance(messages, Mapping):
        for key, below in messages.items():
            at = f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}" if path else str(key)
            yield from _wrong(below, path if key == "_schema" else at)
    else:
        for message in messages:
            words = _WORDS.get(message)
            yield f"{path} {words}" if words else f"{path or 'the data'}: {message}"
