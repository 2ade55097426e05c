"""Opens the doors in process: one for each library that is imported, and for those that are while they are open.

Nothing is imported for a library that the code under test has not: what is there stands in `sys.modules`. Python tells
its audit hooks before it imports a module. A library imports others while it is imported itself, and then its spec is
watched, which says when it is whole. So nothing stands among the finders of the import system.
"""

from __future__ import annotations

import sys
import threading
from functools import cache
from importlib import import_module
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING, Any

from jira_linkfake.doors.guard import hear
from jira_linkfake.forks import renew_in_forks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from _typeshed.wsgi import WSGIApplication
    from responses import RequestsMock
    from typing_extensions import Self

    from jira_linkfake.doors.door import Door
    from jira_linkfake.doors.guard import Guard

_DOORS = {
    "requests": ("requests_door", "RequestsDoor"),
    "httpx": ("httpx_door", "HttpxDoor"),
    "aiohttp": ("aiohttp_door", "AiohttpDoor"),
    "http.client": ("http_client_door", "HttpClientDoor"),
    "urllib3": ("urllib3_door", "Urllib3Door"),
}
"""Where the door of each library is."""

_lock = threading.Lock()
_open: tuple[_Opened, ...] = ()
_whole: dict[str, ModuleType] = {}
_this_thread = threading.local()


class InProcess:
    """The doors to one site for every library that is answered in process, while it is open."""

    def __init__(
        self, base_url: str, application: WSGIApplication, mocks: Sequence[RequestsMock], guard: Guard
    ) -> None:
        self._base_url, self._application = base_url, application
        self._mocks, self._guard = mocks, guard
        self._opened: _Opened | None = None

    def open(self) -> None:
        """Answer from now on. Raises `RuntimeError` if these doors are open already."""
        global _open
        with _lock:
            if self._opened is not None:
                raise RuntimeError(f"the door to {self._base_url} is open already")
            last = _open[-1] if _open else None
            if last is not None and last.application is self._application:  # as inside of `with FakeJira() as jira:`
                self._opened = last
                last.times += 1
                return
            arguments = {"base_url": self._base_url, "application": self._application, "guard": self._guard}
            for other in _open:
                other.guard.is_covered |= other.guard.url == self._guard.url
            self._opened = _Opened(self._application, self._guard, self._mocks, arguments)
            _open = (*_open, self._opened)
        self._opened.open()

    def close(self) -> None:
        """Answer no more, whatever was opened or patched since. Does nothing to doors that are closed."""
        global _open
        with _lock:
            opened, self._opened = self._opened, None
            if opened is not None:
                opened.times -= 1
                if opened.times:
                    return
                _open = tuple(one for one in _open if one is not opened)
        if opened is not None:
            opened.close()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


class _Opened:
    """The doors of one site that are open, by library."""

    def __init__(
        self, application: WSGIApplication, guard: Guard, mocks: Sequence[RequestsMock], arguments: dict[str, Any]
    ) -> None:
        self.application = application
        self.times = 1
        self.doors: dict[str, Door] = {}
        self.guard, self._mocks, self._arguments = guard, mocks, arguments

    def open(self) -> None:
        """Open the doors of what is imported."""
        self.guard.open()
        for library in _DOORS:
            module = sys.modules.get(library)
            if module is not None and module is _whole.get(library):  # as of the last site
                self.answer(library, _kind_of_door(library))
            elif module is not None:
                _look_at(library)

    def close(self) -> None:
        """Close all."""
        for door in list(self.doors.values()):
            door.stop()
        self.guard.close()

    def answer(self, library: str, kind: Any) -> None:
        """Open the door of a library that is imported, if it is not open."""
        if library in self.doors:
            return
        door = kind(**self._arguments)
        if library == "requests":
            door.mocks = self._mocks
        with _lock:
            if library in self.doors:  # pragma: no cover - another thread was quicker
                return
            self.doors[library] = door
        door.start()  # with the lock free: another thread may be importing what this needs
        door.hear_import()
        if not self.times:  # pragma: no cover - another thread has closed all in the meantime
            door.stop()


renew_in_forks(sys.modules[__name__], "_lock", threading.Lock)


def _hear_import(_: tuple[Any, ...]) -> None:
    """Look, as something is about to be imported, whether a library has been, or is being, since the doors opened."""
    if getattr(_this_thread, "is_loading_a_door", False):  # which imports more
        return
    for doors in _open:
        for library in _DOORS:
            if library not in doors.doors and library in sys.modules:
                _look_at(library)
        for door in list(doors.doors.values()):
            door.hear_import()


hear("import", _hear_import)


def _look_at(library: str) -> None:
    """Open the doors of a library, at once or when it is whole."""
    if not _is_half_imported(library):
        _whole[library] = sys.modules[library]
        _answer(library)
    elif type(sys.modules[library].__spec__) is ModuleSpec:
        sys.modules[library].__spec__.__class__ = _Watched


def load() -> None:
    """Load the doors of the libraries that are imported."""
    for library in _DOORS:
        if library in sys.modules and not _is_half_imported(library):
            _kind_of_door(library)


def _answer(library: str) -> None:
    kind = _kind_of_door(library)
    for doors in _open:
        doors.answer(library, kind)


@cache
def _kind_of_door(library: str) -> Any:
    module, name = _DOORS[library]
    _this_thread.is_loading_a_door = True
    try:
        return getattr(import_module(f"jira_linkfake.doors.{module}"), name)
    finally:
        _this_thread.is_loading_a_door = False


def _is_half_imported(library: str) -> bool:
    return getattr(getattr(sys.modules[library], "__spec__", None), "_initializing", False)


class _Watched(ModuleSpec):
    """The spec of a library that is being imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "_initializing" and not value:
            self.__class__ = ModuleSpec  # type: ignore[assignment]
            if self.name in sys.modules:  # and not taken away, because it could not be imported
                _answer(self.name)
                _hear_import(())  # what its door has imported
