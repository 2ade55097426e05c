"""The two kinds of fields: those that have values, which are compared whole, and those that have texts."""

from __future__ import annotations

import operator as python
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from jira_linkfake.site.jql.condition import Condition, Width, anywhere
from jira_linkfake.site.jql.scope import Scope
from jira_linkfake.site.jql.syntax import Operator, Value
from jira_linkfake.site.jql.text_search import finder
from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.jql import TextEmpty, TextUnreadable

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
