"""A patch of an attribute that can be undone in any order with other people's."""

from __future__ import annotations

from threading import RLock
from types import MethodType
from typing import TYPE_CHECKING, Any

from jira_linkfake.forks import renew_in_forks

if TYPE_CHECKING:
    from collections.abc import Callable


class Patch:
    """An attribute of a class, where it is defined, in whose place a door answers until it is closed.

    A descriptor rather than a function, so that it can leave by itself. A mock that was started after the
    door was opened and is stopped after it was closed puts back what it found: the next look at the attribute
    takes it out again, and finds what would be there without the door.
    """

    __slots__ = ("_answer", "_found", "_is_open", "_name", "_owner")
    _lock = RLock()

    def __init__(self, owner: type, name: str, answer: Callable[..., Any]) -> None:
        # Where it is defined: a class that inherits it, put in the place of the library's, is not all that is used.
        if name not in owner.__dict__:
            owner = next(one for one in owner.__mro__ if name in one.__dict__)
        self._owner, self._name, self._answer = owner, name, answer
        self._is_open = True
        with self._lock:
            found = owner.__dict__[name]
            self._found = _skip_closed(found) if type(found) is Patch else found
            setattr(owner, name, self)

    def close(self) -> None:
        """Answer no more, and leave as soon as what stands in the attribute is ours."""
        self._is_open = False
        with self._lock:
            if self._owner.__dict__[self._name] is self:
                found = self._found
                setattr(self._owner, self._name, _skip_closed(found) if type(found) is Patch else found)

    def _before(self, instance: object, owner: type | None) -> Any:
        found = _skip_closed(self._found)
        bind = getattr(type(found), "__get__", None)
        return bind(found, instance, owner) if bind else found  # a `unittest.mock.Mock`, for one, does not bind

    # A mock that takes the signature of what it replaces (autospec) finds that of the function that is patched.

    @property  # type: ignore[misc]  # nobody sets it
    def __class__(self) -> Any:
        """The class of what is patched."""
        return type(_function_in(self))

    @property
    def __wrapped__(self) -> Any:
        """What is patched."""
        return _function_in(self)

    def __getattr__(self, name: str) -> Any:
        if name == "__globals__":  # by which the doors know what is the library's own
            raise AttributeError(name)
        return getattr(_function_in(self), name)

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        if self._is_open:
            return self if instance is None else MethodType(self, instance)
        self.close()
        return self._before(instance, owner)

    def __call__(self, instance: object, /, *args: Any, **kwargs: Any) -> Any:
        """Answer, or once closed do what would be done without the patch."""
        before = self._before(instance, type(instance))
        return self._answer(before, instance, *args, **kwargs) if self._is_open else before(*args, **kwargs)


renew_in_forks(Patch, "_lock", RLock)


def _skip_closed(attribute: Any) -> Any:
    while isinstance(attribute, Patch) and not attribute._is_open:
        attribute = attribute._found
    return attribute


def _function_in(patch: Patch) -> Any:
    found = patch._found
    while isinstance(found, Patch):
        found = found._found
    return found
