"""Values of many kinds, of which a run makes few."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, fields
from functools import cache
from inspect import get_annotations
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:  # for type checkers alone, and in `typing` only since Python 3.11

    def dataclass_transform(**_: bool) -> Any:
        """Return the class as it is."""
        return lambda cls: cls


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Plain:
    """A frozen value of the fields that a class and its bases annotate, given by keyword.

    It is what `@dataclass(frozen=True, kw_only=True)` makes, with methods written once: a dataclass compiles its own,
    and for all kinds of refusals and events that took half of what the first request of a run costs. What is made by
    the thousand stays a dataclass with slots.
    """

    _fields: ClassVar[Mapping[str, None]] = {}
    _defaults: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        inherited = (name for base in reversed(cls.__mro__[1:]) for name in getattr(base, "_fields", ()))
        own = (name for name, kind in get_annotations(cls).items() if not kind.startswith("ClassVar"))
        cls._fields = dict.fromkeys((*inherited, *own))
        cls._defaults = {name: getattr(cls, name) for name in cls._fields if hasattr(cls, name)}

    def __init__(self, **values: Any) -> None:
        own = self.__dict__
        own.update(self._defaults)
        own.update(values)
        if own.keys() != self._fields.keys():
            fields = ", ".join(self._fields)
            raise TypeError(f"{type(self).__name__} has {fields}; got {', '.join(values) or 'nothing'}")

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self._fields))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"


_Value = TypeVar("_Value")


def replaced(value: _Value, **changes: Any) -> _Value:
    """Return a frozen dataclass with slots as it is, but for some of its fields.

    As `dataclasses.replace` does for all dataclasses, but three times as fast: of an issue, with its many fields, that
    alone took a tenth of what a test costs.
    """
    kind = type(value)
    read, slots = _slots_of(kind)  # type: ignore[arg-type]  # a class is hashable
    new = object.__new__(kind)
    for fill, old in zip(slots.values(), read(value), strict=True):
        fill(new, old)
    for name, changed in changes.items():
        slots[name](new, changed)
    return new


@cache
def _slots_of(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, Callable[[Any, Any], None]]]:
    """Return what reads all fields of a kind of value at once, and what fills each."""
    names = [one.name for one in fields(kind)]
    return attrgetter(*names), {name: getattr(kind, name).__set__ for name in names}
