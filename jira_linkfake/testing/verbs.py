"""What the verbs of a test have in common: each looks at what it is given before it does anything.

Texts, numbers, dates and truth values are held against the verb's annotations: a wrong one would be met inside a later
request. What goes by name the verb itself looks up, and says what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, wraps
from inspect import CO_VARARGS, CO_VARKEYWORDS, unwrap
from types import EllipsisType, FunctionType
from typing import Any

from jira_linkfake.errors import UsageError, nearest, of_the_test

__tracebackhide__ = of_the_test

_PLAIN: Mapping[str, tuple[type, str]] = {
    "str": (str, "a text"),
    "date": (date, "a date"),
    "int": (int, "a whole number"),
    "bool": (bool, "True or False"),
    "Mapping": (Mapping, "a dict"),
    "None": (type(None), "None"),
    "EllipsisType": (EllipsisType, ""),
}
"""What is looked at here, by its name in an annotation, and how a sentence calls it."""
_RICH_TEXT = {"str", "Mapping"}
"""What the verb looks at, as not every dict is a document."""


_USUALLY = {
    "by": "author",
    "author": "by",
    "text": "body",
    "body": "text",
    "issuetype": "type",
    "duedate": "fields",
    "resolution": "fields",
}
"""What other verbs, and Jira, call the same thing."""


class Verbs:
    """The base of the classes that a `FakeJira` has its verbs from."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.__module__.startswith("jira_linkfake."):  # what a user derives is the user's
            for name, verb in [*vars(cls).items()]:
                if isinstance(verb, FunctionType) and not name.startswith("_"):
                    setattr(cls, name, _looking(verb))


def _looking(verb: FunctionType) -> Callable[..., Any]:
    """Return a verb that looks at what it is given first."""

    @wraps(verb)
    def looking(self: object, /, *args: object, **named: object) -> Any:
        _of(verb).require(args, named)
        return verb(self, *args, **named)

    return looking


class _Parameters:
    """What a verb takes."""

    def __init__(self, verb: FunctionType) -> None:
        plain = unwrap(verb)
        code, annotations = plain.__code__, plain.__annotations__
        places, end = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
        self._verb = verb.__name__
        self._by_place, self._by_name = code.co_varnames[1:places], code.co_varnames[places:end]
        needed_by_place = len(self._by_place) - len(plain.__defaults__ or ())
        optional = plain.__kwdefaults__ or {}
        self._needed_by_place = self._by_place[:needed_by_place]
        self._needed_by_name = [name for name in self._by_name if name not in optional]
        self._takes_more = bool(code.co_flags & CO_VARARGS), bool(code.co_flags & CO_VARKEYWORDS)
        self._kinds = {name: _kinds_in(annotations[name]) for name in (*self._by_place, *self._by_name)}

    def require(self, args: tuple[object, ...], named: Mapping[str, object]) -> None:
        """Raise `UsageError` for what the verb does not take."""
        more_by_place, more_by_name = self._takes_more
        if len(args) > len(self._by_place) and not more_by_place:
            by_name = f", and by name {', '.join(self._by_name)}" if self._by_name else ""
            raise UsageError(f"{self._verb} takes {', '.join(self._by_place) or 'nothing'}{by_name}: that is too much")
        missing = [name for name in (*self._needed_by_place[len(args) :], *self._needed_by_name) if name not in named]
        if missing:
            needed = ", ".join((*self._needed_by_place, *self._needed_by_name))
            raise UsageError(f"{self._verb} takes {needed}: not given is {', '.join(missing)}")
        for name, value in zip(self._by_place, args, strict=False):
            self._require_kind(name, value)
        for name, value in named.items():
            if name in self._kinds:
                self._require_kind(name, value)
            elif not more_by_name:
                usual = _USUALLY.get(name)
                hint = f"did you mean {usual!r}?" if usual in self._kinds else nearest(name, self._kinds)
                raise UsageError(f"{self._verb} takes no {name!r}: {hint}")

    def _require_kind(self, name: str, value: object) -> None:
        kinds = self._kinds[name]
        if kinds and type(value) not in kinds and (isinstance(value, bool) or not isinstance(value, tuple(kinds))):
            told = " or ".join(filter(None, kinds.values()))
            raise UsageError(f"{name}={value!r} will not do: it takes {told}")
        if name == "name" and isinstance(value, str) and not value.strip():
            raise UsageError(f"name={value!r} will not do: it takes a text that says something")


_of = cache(_Parameters)


def _kinds_in(annotation: str) -> dict[type, str]:
    """Return the kinds of values that an annotation names; none where the verb looks at the value itself."""
    names = {one.partition("[")[0].strip() for one in annotation.split("|")}
    if not names <= _PLAIN.keys() or names >= _RICH_TEXT:
        return {}
    return dict(kind for name, kind in _PLAIN.items() if name in names)
