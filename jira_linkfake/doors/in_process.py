"""Opens the doors in process: one for each library that is imported, and for those that are while they are open.

Nothing is imported for a library that the code under test has not: what is there stands in `sys.modules`. Python tells
its audit hooks before it imports a module. A library imports others while it is imported itself, and then its spec is
watched, which says when it is whole. So nothing stands among the finders of the import system.
"""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING, Any

from jira_linkfake.doors.guard import hear
from jira_linkfake.forks import renew_in_forks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed.wsgi import WSGIApplication
    from responses import RequestsMock
    from typing_extensions import Self

    from jira_linkfake.doors.door import Door
    from jira_linkfake.doors.guard import Guard

_DOORS = {
    "requests": ("requests_door", "RequestsDoor"),
    "httpx": ("httpx_door", "HttpxDoor"),
}
"""Where the door of each library is."""

_lock = threading.Lock()
_open: tuple[InProcess, ...] = ()
_loading: set[str] = set()


class InProcess:
    """The doors to one site for every library that is answered in process, while it is open."""

    def __init__(
        self, base_url: str, application: WSGIApplication, mocks: Sequence[RequestsMock], guard: Guard
    ) -> None:
        self._base_url, self._application = base_url, application
        self._mocks, self._guard = mocks, guard
        self._doors: dict[str, Door] = {}

    def open(self) -> None:
        """Answer from now on. Raises `RuntimeError` if these doors are open already."""
        global _open
        with _lock:
            if self in _open:
                raise RuntimeError(f"the door to {self._base_url} is open already")
            _open = (*_open, self)
        self._guard.open()
        hear("import", _hear_import)
        for library in _DOORS:
            if library in sys.modules:
                _look_at(library)

    def close(self) -> None:
        """Answer no more, whatever was opened or patched since. Does nothing to doors that are closed."""
        global _open
        with _lock:
            was_open = self in _open
            _open = tuple(one for one in _open if one is not self)
            doors, self._doors = self._doors, {}
        for door in doors.values():
            door.close()
        if was_open:
            self._guard.close()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def answer(self, library: str, kind: Any) -> None:
        """Open the door of a library that is imported, if these doors are open."""
        mocks = [self._mocks] if library == "requests" else []
        with _lock:
            if self in _open and library not in self._doors:
                self._doors[library] = door = kind(self._base_url, self._application, *mocks, guard=self._guard)
                door.open()


renew_in_forks(sys.modules[__name__], "_lock", threading.Lock)


def _hear_import(_: tuple[Any, ...]) -> None:
    """Look, as something is about to be imported, whether a library has been, or is being, since the doors opened."""
    for doors in _open:
        for library in _DOORS.keys() - doors._doors.keys():
            if library in sys.modules and library not in _loading:
                _look_at(library)


def _look_at(library: str) -> None:
    """Open the doors of a library, at once or when it is whole."""
    spec = getattr(sys.modules[library], "__spec__", None)
    if not getattr(spec, "_initializing", False):
        _answer(library)
    elif type(spec) is ModuleSpec:
        spec.__class__ = _Watched


def _answer(library: str) -> None:
    module, name = _DOORS[library]
    _loading.add(library)  # which imports more
    try:
        kind = getattr(import_module(f"jira_linkfake.doors.{module}"), name)
    finally:
        _loading.discard(library)
    for doors in _open:
        doors.answer(library, kind)


class _Watched(ModuleSpec):
    """The spec of a library that is being imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "_initializing" and not value:
            self.__class__ = ModuleSpec  # type: ignore[assignment]
            if self.name in sys.modules:  # and not taken away, because it could not be imported
                _answer(self.name)
