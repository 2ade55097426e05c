"""The kinds of clauses that fields have in JQL: what their values name, what issues hold, how they compare."""

from __future__ import annotations

import operator as python
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from jira_linkfake.jira.comments.rules import visible_comments
from jira_linkfake.jira.issue_links.direction import phrase_from
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import SecurityLevel, User
from jira_linkfake.jira.permissions.sight import lack_of_browse
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.condition import Condition, Width, anywhere
from jira_linkfake.jira.search.dates import moment, moment_of_number
from jira_linkfake.jira.search.model import Operator, Value
from jira_linkfake.jira.search.refusals import (
    DateInvalid,
    IssueKeyInvalid,
    IssueKeyUnseen,
    TextEmpty,
    TextUnreadable,
    ValueIdUnseen,
    ValueUnseen,
)
from jira_linkfake.jira.search.scope import Scope
from jira_linkfake.jira.search.text_search import finder
from jira_linkfake.jira.workflow.model import STATUS_CATEGORIES

_Compare = Callable[[Any, Any], bool]


_RELATIONS: dict[Operator, _Compare] = {"<": python.lt, "<=": python.le, ">": python.gt, ">=": python.ge}


_POSITIVE: tuple[Operator, ...] = ("=", "in", "is", "~")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a field is compared with: by which operator, with what, and whether with EMPTY too."""

    operator: Operator
    tokens: Sequence[Any]
    empty: bool


class Kind(Protocol):
    """What a field's comparisons mean."""

    def meant(self, scope: Scope, field: str, value: Value) -> Iterable[Any]:
        """Return what a value means for the field; raises `Refused` where it means nothing."""

    def condition(self, scope: Scope, asked: Asked) -> Condition:
        """Return what is asked of an issue."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Values:
    """A field with values.

    `held` gives those of an issue, `named` those that a text names. `order` gives the row in which a value stands, and
    its place in that row, where values can be less and greater; `among` the ids of the issues that may hold one.
    """

    held: Callable[[Scope, Issue], Collection[Hashable]]
    named: Callable[[Scope, str, Value], Iterable[Hashable]]
    order: Callable[[Scope, Any], tuple[Hashable, Any]] | None = None
    among: Callable[[Scope, Sequence[Any]], Iterable[int]] | None = None
    width: Width = Width.SITE

    def meant(self, scope: Scope, field: str, value: Value) -> Iterable[Hashable]:
        """Return the values that a text names."""
        return self.named(scope, field, value)

    def condition(self, scope: Scope, asked: Asked) -> Condition:
        """Return what is asked of an issue; one without a value meets only what asks for EMPTY.

        So `!=`, `not in` and `!~` leave out the issues that have none (measured on Data Center, September 2026).
        """
        if asked.operator in _RELATIONS:
            return anywhere(scope.site, self._compared(scope, asked, _RELATIONS[asked.operator]))
        if asked.operator not in _POSITIVE:
            return anywhere(scope.site, self._holding_other(scope, frozenset(asked.tokens)))
        meets = self._holding(scope, frozenset(asked.tokens), empty=asked.empty)
        if self.among is None or asked.empty:
            return anywhere(scope.site, meets)
        among = self.among
        return Condition(meets=meets, among=lambda: among(scope, asked.tokens), width=self.width)

    def _holding(self, scope: Scope, wanted: frozenset[Hashable], *, empty: bool) -> Callable[[Issue], bool]:
        def meets(issue: Issue) -> bool:
            held = self.held(scope, issue)
            return not wanted.isdisjoint(held) or (empty and not held)

        return meets

    def _holding_other(self, scope: Scope, unwanted: frozenset[Hashable]) -> Callable[[Issue], bool]:
        def meets(issue: Issue) -> bool:
            held = self.held(scope, issue)
            return bool(held) and unwanted.isdisjoint(held)

        return meets

    def _compared(self, scope: Scope, asked: Asked, compare: _Compare) -> Callable[[Issue], bool]:
        order = self.order or _alike
        places = [order(scope, token) for token in asked.tokens]

        def meets(issue: Issue) -> bool:
            held = [order(scope, value) for value in self.held(scope, issue)]
            return any(row == other and compare(place, at) for row, place in held for other, at in places)

        return meets


def _alike(scope: Scope, value: Any) -> tuple[Hashable, Any]:  # noqa: ARG001 - in the form of `Values.order`
    return None, value


@dataclass(frozen=True, kw_only=True, slots=True)
class Texts:
    """A field with texts, of which one at least must have everything that is searched for."""

    of: Callable[[Scope, Issue], Sequence[str]]

    def meant(self, scope: Scope, field: str, value: Value) -> Iterable[Any]:  # noqa: ARG002 - a kind's signature
        """Return what finds a text; raises `Refused` where there is nothing in it to find."""
        if not value.text.strip():
            raise Refused(TextEmpty(field=field))
        find = finder(value.text)
        if find is None:
            raise Refused(TextUnreadable(value=value.text, field=field))
        return [find]

    def condition(self, scope: Scope, asked: Asked) -> Condition:
        """Return what is asked of an issue; one without a text meets only what asks for EMPTY."""

        def meets(issue: Issue) -> bool:
            texts = self.of(scope, issue)
            return any(find(texts) for find in asked.tokens) or (asked.empty and not texts)

        if asked.operator in _POSITIVE:
            return anywhere(scope.site, meets)
        return anywhere(scope.site, lambda issue: bool(self.of(scope, issue)) and not meets(issue))


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


def all_status_categories(_: Scope) -> Iterable[_Named]:
    """Return Jira's fixed status categories."""
    return STATUS_CATEGORIES


def named_project(scope: Scope, field: str, value: Value) -> Iterable[Hashable]:
    """Return the key of the project of this key, name or id."""
    keys = [one.key for one in _called(scope.projects(), value, "key")]
    if not keys:
        hidden = _called(scope.site.projects.values(), value, "key")
        hidden_by = lack_of_browse(hidden[0].key) if hidden else None
        raise _unseen(_kind_of(value), scope, field, value, hidden_by)
    return keys


def named_issue(scope: Scope, field: str, value: Value) -> list[int]:
    """Return the id of the issue of this key or id."""
    found = scope.issue(value.text)
    if found is not None:
        return [found.id]
    is_id = value.text.isascii() and value.text.isdigit()
    if not is_id and not _KEY.fullmatch(value.text):
        raise Refused(IssueKeyInvalid(value=value.text, field=field))
    kind = ValueIdUnseen if is_id else IssueKeyUnseen
    raise _unseen(kind, scope, field, value, scope.why_unseen(value.text))


def named_user(scope: Scope, field: str, value: Value) -> list[str]:
    """Return the account id of the user of this account id, name or email."""
    people = scope.site.people
    text = value.text.casefold()
    found: User | None = people.by_account_id.get(value.text) or people.by_email.get(text)
    named = [found] if found is not None else [one for one in people.users.values() if one.name.casefold() == text]
    if not named:
        raise _unseen(ValueUnseen, scope, field, value)
    return [one.account_id for one in named]


def named_label(_: Scope, __: str, value: Value) -> list[str]:
    """Return a label as it is compared; every text may be one."""
    return [value.text.casefold()]


def named_time(scope: Scope, field: str, value: Value) -> list[datetime]:
    """Return the time that a value means; a number is one of milliseconds since 1970."""
    found = moment_of_number(int(value.text)) if value.is_number else moment(value.text, scope.site.clock.now)
    if found is None:
        raise Refused(DateInvalid(value=value.text, field=field))
    return [found]


def named_link_side(scope: Scope, field: str, value: Value) -> list[tuple[int, bool]]:
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


def ids_in_projects(scope: Scope, keys: Sequence[str]) -> list[int]:
    """Return the ids of the issues of projects."""
    return [issue.id for key in keys for issue in scope.site.issues.in_project(key)]


def held_children(scope: Scope, ids: Sequence[int]) -> list[int]:
    """Return the ids of the issues that are a part of issues."""
    return [child.id for issue_id in ids for child in scope.site.issues.children_of(scope.site.issues[issue_id])]


def held_linked(scope: Scope, ids: Sequence[int]) -> list[int]:
    """Return the ids of the issues that the caller sees at the other end of issues' links."""
    return [other.id for issue_id in ids for _, _, other in scope.links(scope.site.issues[issue_id])]


def held_parent(scope: Scope, issue: Issue) -> Issue | None:
    """Return the issue that an issue is a part of, where the caller sees it."""
    parent = None if issue.parent_id is None else scope.site.issues.get(issue.parent_id)
    return parent if parent is not None and scope.sees(parent) else None


def number_of(issue: Issue) -> tuple[str, int]:
    """Return an issue's project and its number there."""
    return issue.project, int(issue.key.rpartition("-")[2])


def held_ids(*things: Any) -> tuple[int, ...]:
    """Return the ids of things, without those that are not there."""
    return tuple(thing.id for thing in things if thing is not None)


def held_accounts(*users: Any) -> tuple[str, ...]:
    """Return the account ids of users, without those that are not there."""
    return tuple(user.account_id for user in users if user is not None)


def priority_place(scope: Scope, priority_id: int) -> tuple[None, int]:
    """Return where a priority stands: they are listed from the highest to the lowest."""
    return None, -list(scope.site.priorities).index(priority_id)


def held_comments(scope: Scope, issue: Issue) -> list[str]:
    """Return the texts of the comments that the caller may read."""
    return [comment.body for comment in visible_comments(scope.site, scope.caller, issue)]


def filled(*texts: str | None) -> list[str]:
    """Return texts, without those that are not there."""
    return [text for text in texts if text]


def all_texts(scope: Scope, issue: Issue) -> list[str]:
    """Return every text of an issue that the caller may read."""
    return [*filled(issue.summary, issue.description), *held_comments(scope, issue)]
