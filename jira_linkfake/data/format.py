"""What data looks like: the one declaration, from which it is checked, and a JSON Schema is made.

Each class is what a thing of a kind says of itself. A text stands for the whole thing where that has an attribute that
is `alone`: `PROJ-1` is the issue of that key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any, ClassVar

from marshmallow import RAISE, Schema, ValidationError, fields, pre_load

from jira_linkfake.data.reading import Unquoted, settled
from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.jira.permissions.model import PERMISSIONS
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.reader import day_of

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
        if self.alone and isinstance(data, str):
            return {self.alone: data}
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
    return settled(value)


def _rich(value: Any) -> Any:
    return settled(value) if isinstance(value, Mapping) else _text(value)


class ById(Plain):
    """A thing that is named by its id, as several may have its name."""

    id: str


def _name(value: Any) -> str | ById:
    if isinstance(value, Mapping) and value.keys() == {"id"}:
        return ById(id=_text(value["id"]))
    return _text(value)


def _holder(value: Any) -> Any:
    if isinstance(value, Mapping):
        if len(value) != 1 or not value.keys() <= {"user", "group", "role"}:
            raise ValidationError(f"{told(dict(value))} is no holder: it takes a name, or user, group or role with one")
        return {kind: _text(name) for kind, name in value.items()}
    return _text(value)


def _one_of(choices: tuple[str, ...]) -> Kind:
    def read(value: Any) -> str:
        text = _text(value)
        if text not in choices:
            raise ValidationError(f"there is no {text!r}: {nearest(text, choices)}")
        return text

    return Kind(read=read, shape={"enum": list(choices)})


def _several(kind: Kind) -> Kind:
    def read(value: Any) -> list[Any]:
        if not isinstance(value, (list, tuple)):
            raise ValidationError(f"{told(value)} is one: it takes several, in a list")
        read, wrong = [], {}
        for place, one in enumerate(value):
            try:
                read.append(kind.read(one))
            except ValidationError as error:
                wrong[place] = error.messages
        if wrong:
            raise ValidationError(wrong)
        return read

    return Kind(read=read, shape={"type": "array", "items": kind.shape}, names=kind.names)


TEXT = Kind(read=_text, shape={"type": "string"})
ID = Kind(read=_id, shape={"type": ["string", "integer"], "pattern": "^[0-9]+$", "minimum": 0})
FLAG = Kind(read=_flag, shape={"type": "boolean"})
NUMBER = Kind(read=_number, shape={"type": "integer"})
TIME = Kind(read=_time, shape={"type": "string", "format": "date-time"})
DAY = Kind(read=_day, shape={"type": "string", "format": "date"})
JSON = Kind(read=_json, shape={})
RICH = Kind(read=_rich, shape={"type": ["string", "object"]})
TEXTS = _several(TEXT)


def _named(kind: str) -> Kind:
    by_id = {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
    return Kind(read=_name, shape={"anyOf": [{"type": "string"}, by_id]}, names=kind)


ISSUE = Kind(read=_text, shape={"type": "string", "pattern": "^[A-Z][A-Z0-9_]*-[1-9][0-9]*$"}, names="issue")
USER, USERS = _named("user"), _several(_named("user"))
PROJECT = Kind(read=_text, shape={"type": "string"}, names="project")
HOLDER = Kind(
    read=_holder,
    shape={
        "anyOf": [
            {"type": "string"},
            *(
                {"type": "object", "properties": {kind: {"type": "string"}}, "required": [kind]}
                for kind in ("user", "group", "role")
            ),
        ]
    },
    names="holder",
)
HOLDERS = _several(HOLDER)


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


class GroupEntry(Entry):
    """A group of users."""

    alone = "name"
    name = Attribute(TEXT, "Its name.", required=True)
    id = Attribute(TEXT, "Its id; the site gives one unless it is here.")
    members = Attribute(USERS, "The users in it.")


class RoleEntry(Entry):
    """A role in a project."""

    name = Attribute(TEXT, "Its name.", required=True)
    project = Attribute(PROJECT, "The key of its project.", required=True)
    id = Attribute(ID, "Its id, which the role has in all projects.")
    members = Attribute(HOLDERS, "The users and groups that have it.")


class SecurityLevelEntry(Entry):
    """A security level of a project."""

    name = Attribute(TEXT, "Its name.", required=True)
    project = Attribute(PROJECT, "The key of its project.", required=True)
    id = Attribute(ID, "Its id.")
    members = Attribute(HOLDERS, "Who sees the issues that have it.")


class PermissionEntry(Entry):
    """Who has a permission."""

    permission = Attribute(_one_of(tuple(PERMISSIONS)), "Jira's key of the permission.", required=True)
    project = Attribute(PROJECT, "The key of the project in which it is so; everywhere without it.")
    allow = Attribute(HOLDERS, "Who alone has it.")
    deny = Attribute(HOLDERS, "From whom it is taken.")


class LinkTypeEntry(Entry):
    """A type of links between issues."""

    name = Attribute(TEXT, "Its name.", required=True)
    inward = Attribute(TEXT, "What the destination reads: is blocked by.", required=True)
    outward = Attribute(TEXT, "What the source reads: blocks.", required=True)
    id = Attribute(ID, "Its id.")


class ProjectEntry(Entry):
    """A project."""

    alone = "key"
    key = Attribute(TEXT, "Its key, in capitals.", required=True)
    id = Attribute(ID, "Its id.")
    name = Attribute(TEXT, "Its name, which is the key unless it is here.")
    lead = Attribute(USER, "Its lead, the admin unless it is here.")
    types = Attribute(_several(_named("issue type")), "The types of issues that it has, all unless it is here.")
    team_managed = Attribute(FLAG, "Whether it is team-managed, and has types of issues of its own.")
    category = Attribute(TEXT, "The name of its category.")


class IssueEntry(Entry):
    """An issue."""

    alone = "key"
    key = Attribute(TEXT, "Its key: PROJ-1.", required=True)
    id = Attribute(ID, "Its id.")
    summary = Attribute(TEXT, "What it is about.")
    description = Attribute(RICH, "A text in wiki markup, or an Atlassian document.", none=True)
    type = Attribute(_named("issue type"), "Its type, Task unless it is here.")
    status = Attribute(_named("status"), "Its status, To Do unless it is here.")
    priority = Attribute(_named("priority"), "Its priority, Medium unless it is here; null for none.", none=True)
    labels = Attribute(TEXTS, "Its labels.")
    parent = Attribute(ISSUE, "The key of the issue that it is a part of.", none=True)
    assignee = Attribute(USER, "Who works on it.", none=True)
    reporter = Attribute(USER, "Who reported it, the admin unless it is here; null for nobody.", none=True)
    creator = Attribute(USER, "Who made it, the admin unless it is here.", none=True)
    security_level = Attribute(_named("security level"), "The security level that it has.", none=True)
    visible_to = Attribute(HOLDERS, "Who alone sees it: it gets a security level with these members.")
    watchers = Attribute(USERS, "Who watches it.")
    voters = Attribute(USERS, "Who voted on it.")
    archived = Attribute(FLAG, "Whether it is archived.")
    created = Attribute(TIME, "When it was made.")
    updated = Attribute(TIME, "When it was changed last.")

    class Meta(Entry.Meta):
        """What marshmallow is told of it: the name of an attribute that every schema has."""

        include: ClassVar = {"fields": Attribute(JSON, "Further fields by their ids, as Jira's JSON has them.")}


class LinkEntry(Entry):
    """A link between two issues."""

    alone = "link"
    link = Attribute(TEXT, "The link as a sentence: PROJ-1 blocks PROJ-2.", required=True)
    type = Attribute(_named("link type"), "The type, where several have the phrase.")
    id = Attribute(ID, "Its id.")


class CommentEntry(Entry):
    """A comment on an issue."""

    issue = Attribute(ISSUE, "The key of the issue.", required=True)
    body = Attribute(RICH, "A text in wiki markup, or an Atlassian document.", required=True)
    author = Attribute(
        USER, "Who wrote it, the admin unless it is here; null for somebody without an account.", none=True
    )
    update_author = Attribute(USER, "Who changed it last.", none=True)
    visible_to = Attribute(HOLDER, "The group or the role that alone reads it.")
    id = Attribute(ID, "Its id.")
    created = Attribute(TIME, "When it was written.")
    updated = Attribute(TIME, "When it was changed last.")


class RemoteLinkEntry(Entry):
    """A link from an issue to a thing outside Jira."""

    issue = Attribute(ISSUE, "The key of the issue.", required=True)
    url = Attribute(TEXT, "Where it leads.", required=True)
    title = Attribute(TEXT, "Its title, the URL unless it is here.")
    summary = Attribute(TEXT, "What more is said of it.")
    relationship = Attribute(TEXT, "What the thing is to the issue.")
    global_id = Attribute(TEXT, "What the other system knows it by.")
    application = Attribute(JSON, "The application, as Jira's JSON has it.")
    icon = Attribute(JSON, "The icon, as Jira's JSON has it.")
    status = Attribute(JSON, "The status, as Jira's JSON has it.")
    id = Attribute(ID, "Its id.")


def _list_of(entry: type[Entry]) -> Any:
    return fields.List(fields.Nested(entry))


class Data(Entry):
    """What a site is filled from: lists of things."""

    users = _list_of(UserEntry)
    groups = _list_of(GroupEntry)
    projects = _list_of(ProjectEntry)
    roles = _list_of(RoleEntry)
    security_levels = _list_of(SecurityLevelEntry)
    permissions = _list_of(PermissionEntry)
    link_types = _list_of(LinkTypeEntry)
    issues = _list_of(IssueEntry)
    links = _list_of(LinkEntry)
    comments = _list_of(CommentEntry)
    remote_links = _list_of(RemoteLinkEntry)

    @classmethod
    def kinds_of(cls, name: str) -> Mapping[str, Kind]:
        """Return what the attributes of a kind of thing hold."""
        things: Any = cls._declared_fields[name]
        return {name: one.kind for name, one in things.inner.schema.fields.items()}


@cache
def _data() -> Data:
    return Data()


_MOST = 20


def checked(data: Any) -> Mapping[str, Any]:
    """Return data that is what the declaration says; raises `UsageError` that says what is wrong, and where."""
    try:
        found: Mapping[str, Any] = _data().load(data)
    except ValidationError as error:
        wrong = list(_wrong(error.messages))
        more = [f"... and {len(wrong) - _MOST} more"] if len(wrong) > _MOST else []
        raise UsageError("; ".join([*wrong[:_MOST], *more])) from error
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
