"""What the values of JQL's fields name: by name in whatever case, or by id; what is hidden names nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from jira_linkfake.site.defaults import STATUS_CATEGORIES
from jira_linkfake.site.direction import phrase_from
from jira_linkfake.site.jql.moments import moment, moment_of_number
from jira_linkfake.site.jql.scope import Scope
from jira_linkfake.site.jql.syntax import Value
from jira_linkfake.site.model import LinkType, SecurityLevel, User
from jira_linkfake.site.permissions import lack_of_browse
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.jql import DateInvalid, IssueKeyInvalid, IssueKeyUnseen, ValueIdUnseen, ValueUnseen

_KEY = re.compile(r"[^\W\d_][\w]*-\d+")


class _Named(Protocol):
    @property
    def id(self) -> int: ...

    @property
    def name(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Named)

_Unseen = type[ValueUnseen] | type[ValueIdUnseen] | type[IssueKeyUnseen]
Named = Callable[[Scope, str, Value], Iterable[Hashable]]


def named_thing(things: Callable[[Scope], Iterable[_Named]], other_name: str = "name") -> Named:
    """Return what finds the ids of things by their name, their other name, or their id."""

    def named(scope: Scope, field: str, value: Value) -> list[int]:
        ids = [one.id for one in _called(things(scope), value, other_name)]
        if not ids:
            raise _unseen(_kind_of(value), scope, field, value)
        return ids

    return named


def _called(things: Iterable[_Thing], value: Value, other_name: str) -> list[_Thing]:
    """Return the things that a value means: a number is an id first, and a text a name."""
    text = value.text.casefold()
    found = list(things)
    by_id = [one for one in found if str(one.id) == value.text]
    by_name = [one for one in found if text in (one.name.casefold(), str(getattr(one, other_name)).casefold())]
    return (by_id or by_name) if value.is_number else (by_name or by_id)


def _kind_of(value: Value) -> _Unseen:
    return ValueIdUnseen if value.is_number else ValueUnseen


def _unseen(
    kind: _Unseen, scope: Scope, field: str, value: Value, hidden_by: SecurityLevel | str | None = None
) -> Refused:
    return Refused(kind(value=value.text, field=field, caller=scope.caller, hidden_by=hidden_by))


def status_categories(_: Scope) -> Iterable[_Named]:
    """Return Jira's fixed status categories."""
    return STATUS_CATEGORIES


def project(scope: Scope, field: str, value: Value) -> Iterable[Hashable]:
    """Return the key of the project of this key, name or id."""
    keys = [one.key for one in _called(scope.projects(), value, "key")]
    if not keys:
        hidden = _called(scope.site.projects.values(), value, "key")
        hidden_by = lack_of_browse(hidden[0].key) if hidden else None
        raise _unseen(_kind_of(value), scope, field, value, hidden_by)
    return keys


def issue(scope: Scope, field: str, value: Value) -> list[int]:
    """Return the id of the issue of this key or id."""
    found = scope.issue(value.text)
    if found is not None:
        return [found.id]
    is_id = value.text.isascii() and value.text.isdigit()
    if not is_id and not _KEY.fullmatch(value.text):
        raise Refused(IssueKeyInvalid(value=value.text, field=field))
    kind = ValueIdUnseen if is_id else IssueKeyUnseen
    raise _unseen(kind, scope, field, value, scope.why_unseen(value.text))


def user(scope: Scope, field: str, value: Value) -> list[str]:
    """Return the account id of the user of this account id, name or email."""
    people = scope.site.people
    text = value.text.casefold()
    found: User | None = people.by_account_id.get(value.text) or people.by_email.get(text)
    named = [found] if found is not None else [one for one in people.users.values() if one.name.casefold() == text]
    if not named:
        raise _unseen(ValueUnseen, scope, field, value)
    return [one.account_id for one in named]


def label(_: Scope, __: str, value: Value) -> list[str]:
    """Return a label as it is compared; every text may be one."""
    return [value.text.casefold()]


def time(scope: Scope, field: str, value: Value) -> list[datetime]:
    """Return the time that a value means; a number is one of milliseconds since 1970."""
    found = moment_of_number(int(value.text)) if value.is_number else moment(value.text, scope.site.clock.now)
    if found is None:
        raise Refused(DateInvalid(value=value.text, field=field))
    return [found]


def link_side(scope: Scope, field: str, value: Value) -> list[tuple[int, bool]]:
    """Return types of links with whether the issue is the source.

    A type's name means both of its sides, and goes before a phrase, which means the side that reads it (as an app for
    Jira Cloud found in 2026; Jira does not document the field's values).
    """
    text = value.text.casefold()
    types = list(scope.site.link_types.values())
    named = [(one.id, source) for one in types if one.name.casefold() == text for source in (True, False)]
    sides = named or [side for one in types for side in _reading(one, text)]
    if not sides:
        raise _unseen(ValueUnseen, scope, field, value)
    return sides


def _reading(link_type: LinkType, phrase: str) -> list[tuple[int, bool]]:
    return [(link_type.id, side) for side in (True, False) if phrase_from(link_type, source=side).casefold() == phrase]
