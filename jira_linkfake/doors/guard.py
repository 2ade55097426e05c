"""Keeps what a test runs, or has left running, from a real Jira and from the site of another test.

Whoever connects looks a name up first, and Python tells its audit hooks of it. So one hook sees every client that runs
in Python, by whatever name it imported the function, and sees nothing of a mock or a cassette that answers before. It
is added with the first site of the process, as none can be taken away again, and does next to nothing without a site.
What it cannot see, the doors ask `refuse_leaving` about: a proxy looks the name up elsewhere, and so do aiodns and
uvloop.

What a test starts is known by what it was started under: a context variable tells it of tasks, a mark of threads, and
a wrapper of the work that an executor is given. What ran before the site was opened is never taken for the test's.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from contextlib import contextmanager
from contextvars import ContextVar
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jira_linkfake.doors.patch import Patch
from jira_linkfake.errors import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from mmap import mmap
    from types import FrameType

    from typing_extensions import Self

IN_PROCESS = ("requests", "httpx", "aiohttp", "urllib3", "urllib.request", "http.client")
"""The libraries that are answered in process."""

_JIRA_DOMAINS = (".atlassian.net", ".jira.com")
_GATEWAY = "api.atlassian.com"
_LOOPBACK = ("127.", "localhost", "::1", "0.0.0.0")  # noqa: S104 - nothing is bound
_WEB_PORTS = (None, 0, 80, 443, "http", "https", b"http", b"https")
_DOTS = dict.fromkeys(map(ord, "\u3002\uff0e\uff61"), ".")  # which a look-up takes for dots (RFC 3490, 3.1)

_MARK = "_jira_linkfake_started_under"
# Whose threads work for whoever gives them work, and are kept for the next test; and our own.
_POOLS = (
    "concurrent.futures.",
    "multiprocessing.pool",
    "trio._core._thread_cache",
    "anyio._backends._asyncio",
    "jira_linkfake.",
)
# Which module on the stack is the client, and in whose name it may be called.
_CALLERS = {
    "http.client": ("urllib.request", "urllib3", "httplib2", "requests"),
    "urllib.request": (),
    "urllib3": ("requests", "niquests"),
    "requests": (),
    "niquests": (),
    "httplib2": (),
    "httpcore": ("httpx",),
    "httpx": (),
    "aiohttp": (),
    "pycurl": (),
    "tornado": (),
}

# Who only passes a look-up on.
_NOBODY = ("", "jira_linkfake", "anyio", "trio", "outcome", "sniffio")

_OURS = ("jira_linkfake.jira.", "jira_linkfake.rest.", "jira_linkfake.doors.live_")
_BEFORE = "was about to call"
_DONE = {_BEFORE: "called"}  # what comes of a call that nobody refuses

_MOST_HOSTS = 20
"""How many hosts that were called elsewhere a site remembers."""

_PORTS = {"http": "80", "https": "443"}

_SHARED = 4096
"""Bytes of the page that a site and its forks share."""


class _NotToBeCalledError(AssertionError):
    """What a call is refused with, told line by line as people may be shown it: clients choose names of hosts."""

    def __init__(self, *lines: str) -> None:
        super().__init__(paragraph(lines))


class OtherHostError(_NotToBeCalledError):
    """A real Jira, or another address than the site's, was about to be called over the network.

    An `AssertionError`, because clients take a `ConnectionError` for bad luck, sleep, and try again.
    """


class OutlivedError(_NotToBeCalledError):
    """What one test had left running reached for a Jira, or for the site of another test."""


class OtherProcessError(_NotToBeCalledError):
    """A forked process called a site that is in its parent's memory: whatever it changed would be lost."""


_lock = threading.Lock()
_open: tuple[Guard, ...] = ()
_patches: tuple[Patch, ...] = ()
_served: dict[tuple[str, int], Guard] = {}
_schemes: dict[int | None, str] = {}
_strays: dict[str, None] = {}
_forked: deque[Guard] = deque(maxlen=64)
_process = object()
_is_watching = False
_started_under: ContextVar[tuple[Guard, ...] | None] = ContextVar("jira_linkfake_started_under", default=None)


class Guard:
    """What guards one site, at `url`, while one of its doors is open.

    `allow_hosts` has the hosts that may be called all the same, as names or as patterns such as `"*.example.com"`.
    """

    def __init__(self, url: str, allow_hosts: Iterable[str] = ()) -> None:
        self.url = url
        self.is_behind_a_port = False  # where clients call other hosts unheard
        self.is_covered = False  # by another site at the same address, which answers instead
        self.allow_hosts = allow_hosts
        self._test = ""
        self._doors = 0
        self._thread = 0
        self._threads_before: frozenset[int | None] = frozenset()
        self._process: object = None
        self._page: mmap | None = None
        self._refused: dict[str, None] = {}
        self._elsewhere: dict[tuple[str, str], str] = {}
        self._endings: dict[tuple[str, str], str] = {}

    def open(self) -> None:
        """Refuse from now on; what is opened twice is closed twice."""
        global _open, _is_watching
        with _lock:
            self._doors += 1
            if self._doors == 1:
                self._test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]
                self._thread, self._process = threading.get_ident(), _process
                self._threads_before = frozenset(thread.ident for thread in threading.enumerate())
                if self._page is not None:
                    self._page[0] = 0
                _open = (*_open, self)
                if not _is_watching:
                    _is_watching = True
                    sys.addaudithook(_Hear)
                    getattr(os, "register_at_fork", dict)(before=_before_fork, after_in_child=_after_fork)
                if not _patches:
                    _patch()
        _started_under.set(_open)

    def close(self) -> None:
        """Refuse no more, but what was started in the meantime."""
        global _open, _patches
        with _lock:
            self._doors -= 1
            if not self._doors:
                _open = tuple(guard for guard in _open if guard is not self)
                if self._page is not None and self._is_of_this_process():
                    self._page[0] = 1
            patches, _patches = ((), _patches) if _open else (_patches, ())
        for patch in patches:
            patch.close()
        _started_under.set(_open or None)

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_open(self) -> bool:
        """Whether a door of the site is open, in a fork: in its parent."""
        return self._doors > 0 and not (self._page is not None and self._page[0])

    def require_own(self, client: str) -> None:
        """Raise for a call in process that is not of this site's test: `OtherProcessError` or `OutlivedError`."""
        if self._process is not None and not self._is_of_this_process():
            raise self._told(
                OtherProcessError(
                    f"{client} called {self.url} in a forked process: the site is in the memory of the process that was"
                    " forked, and does not learn of it. Give the child the url of the fixture jira_linkfake_server"
                    " (without pytest, of jira.serve()), which any process can call."
                )
            )
        self.require_of_its_test(client)

    def require_of_its_test(self, client: str = "") -> None:
        """Raise `OutlivedError` where what calls was started under a site that is closed, and not under this one."""
        guard = _outlived()
        if guard is not None and self not in _origin():
            whose = f"the site of {self._test}" if self._test else "another site"
            raise _stray(f"{client or _client()} called {self.url}, which is {whose} by now,", guard)

    def forget(self, error: BaseException | None) -> None:
        """Count what was refused as told where a test fails with it anyway, alone or in a group."""
        if error is not None:
            self._refused.pop(str(error), None)
            for one in (error.__cause__ or error.__context__, *getattr(error, "exceptions", ())):
                self.forget(one)

    def require_nothing_refused(self) -> None:
        """Raise `OtherHostError` if the site's test was refused something, and went on."""
        refused, self._refused = [*self._refused, *self._from_forks()], {}
        if refused:
            lines = (f"  {line}" for line in dict.fromkeys(refused))
            raise OtherHostError("the code under test called what it must not call, was refused, and went on:", *lines)

    def called_elsewhere(self, client: str, url: str) -> None:
        """Remember that a client has called another address than the site's, whoever answers there; for doors."""
        host, port = _address_in(url)
        if host is not None:
            self._note(client, _plain(host), f"called {_called(host, port, url.partition('://')[0])}")

    @contextmanager
    def calling_elsewhere(self, client: str, url: str) -> Iterator[None]:
        """Remember a call to another address than the site's if it fails; for doors, around the call."""
        try:
            yield
        except Exception as error:
            host, port = _address_in(url)
            if host is not None and not isinstance(error, AssertionError):
                self._fail(client, _plain(host), port, url.partition("://")[0], type(error).__name__)
            raise

    def _fail(self, client: str, host: str, port: int | None, scheme: str, error: str) -> None:
        spoken = _schemes.get(port, scheme) if host.startswith(_LOOPBACK) else scheme
        if spoken != scheme:
            error += f", as the live server there speaks {spoken}"
        if spoken != scheme or not _is_between_us(host, port):
            self._note(client, host, "", f"failed: {error}")
            if (client, host) in self._elsewhere:
                self._elsewhere[client, host] = f"called {_called(host, port, scheme)}"

    @property
    def still_running(self) -> list[str]:
        """The threads that were started since the site was opened, and the tasks, but for the one that asks."""
        before = {*self._threads_before, threading.get_ident()}
        threads = [one for one in threading.enumerate() if self._threads_before and one.ident not in before]
        asyncio = sys.modules.get("asyncio")
        try:
            tasks = asyncio.all_tasks() - {asyncio.current_task()} if asyncio else ()
        except RuntimeError:  # no loop runs here
            tasks = ()
        names = [f"the thread {one.name}" for one in threads if not one.name.startswith("jira_linkfake")]
        return [*names, *sorted(f"the task {one.get_name()} of {_name_of(one.get_coro())}" for one in tasks)]

    @property
    def elsewhere(self) -> list[str]:
        """Which other hosts were called, by whom and what came of it: `"httpx looked up example.com (not this site)"`.

        Of the site's own host they say what is otherwise with the address.
        """
        return [f"{call[0]} {what}{self._told_end(call, what)}" for call, what in list(self._elsewhere.items())]

    def _told_end(self, call: tuple[str, str], what: str) -> str:
        is_own = call[1] == _plain(urlsplit(self.url).hostname or "")
        why = _otherwise(self.url, what.rpartition(" ")[2]) if is_own else ""
        ending = self._endings.get(call)
        return f" (not this site{why and f': {why}'})" + (f", which {ending}" if ending else "")

    def _called_at(self, client: str, host: str) -> str | None:
        """Return the address at which a client is known to have called a host."""
        _, _, called = self._elsewhere.get((client, host), "").partition("called ")
        return called if "://" in called else None

    def _note(self, client: str, host: str, what: str, ending: str = "") -> None:
        if len(self._elsewhere) < _MOST_HOSTS:
            self._elsewhere.setdefault((client, host), what)
        if ending and (client, host) in self._elsewhere:
            self._endings[client, host] = ending

    def _told(self, error: AssertionError) -> AssertionError:
        """Remember what is raised, in case that somebody swallows it."""
        if self._page is not None and not self._is_of_this_process():
            if not self._page[1]:
                text = str(error).encode(errors="replace")[: _SHARED - 1]
                self._page[1 : 1 + len(text)] = text
        elif self.is_open:
            self._refused[str(error)] = None
        else:
            _strays[str(error)] = None
        return error

    def _from_forks(self) -> list[str]:
        """Return what a forked process was refused."""
        if self._page is None:
            return []
        text = self._page[1:].rstrip(b"\0").decode(errors="replace")
        self._page[1:] = bytes(_SHARED - 1)
        return [text] if text else []

    def _is_of_this_process(self) -> bool:
        return self._process is _process

    def _share(self) -> None:
        if self._page is None:
            from mmap import mmap

            self._page = mmap(-1, _SHARED)
            _forked.append(self)

    def _is_own(self, host: str, port: object) -> bool:
        site = urlsplit(self.url)
        own = _plain(site.hostname or "")
        return host == own and not own.startswith(_LOOPBACK) and port in (*_WEB_PORTS, site.port, str(site.port))

    def _allows(self, host: str) -> bool:
        return any(fnmatchcase(host, _plain(pattern)) for pattern in self.allow_hosts)


def take_strays() -> list[str]:
    """Return, once, what was refused to what tests had left running."""
    with _lock:
        lines = [*_strays, *(line for guard in _forked for line in guard._from_forks())]
        _strays.clear()
    return lines


def serving(port: int, guard: Guard, scheme: str = "http") -> None:
    """Let nobody connect to a port of 127.0.0.1 who has outlived another site than the one that is behind it now."""
    _served["127.0.0.1", port] = guard
    _schemes[port] = scheme


def not_serving(port: int) -> None:
    """Let anybody connect to a port again."""
    _served.pop(("127.0.0.1", port), None)
    _schemes.pop(port, None)


def refuse_leaving(url: str, client: str) -> None:
    """Raise `OtherHostError` or `OutlivedError` if a call that is about to leave would reach a Jira.

    For doors, where no look-up in this process shows it: before a proxy, aiodns or uvloop is asked.
    """
    _refuse(*_address_in(url), _BEFORE, client, url.partition("://")[0])


def _called(host: str, port: object, scheme: str = "") -> str:
    """Return the address that is called, with its scheme where that or the port tells it."""
    text = port.decode("latin-1") if isinstance(port, bytes) else str(port or "")
    number = _PORTS.get(text, text)
    scheme = scheme or next((one for one, default in _PORTS.items() if number == default), "")
    host = f"[{host}]" if ":" in host else host
    at = f"{host}:{number}" if number.isdigit() and number not in ("0", _PORTS.get(scheme)) else host
    return f"{scheme}://{at}" if scheme else at


def _otherwise(url: str, called: str) -> str:
    """Return what is otherwise with an address at a site's host."""
    site, other = urlsplit(url), urlsplit(called if "://" in called else f"//{called}")
    if other.scheme and site.scheme != other.scheme:
        return f"{other.scheme} for {site.scheme}"
    if site.port != other.port:
        return "another port"
    return f"not below {site.path}" if site.path else ""


def _address_in(url: str) -> tuple[str | None, int | None]:
    try:
        called = urlsplit(url)
        return called.hostname, called.port
    except ValueError:  # no address at all: the client itself has something to say about it
        return None, None


# What the hook hears of


def _hear_lookup(args: tuple[Any, ...]) -> None:
    _refuse(args[0], args[1] if len(args) > 1 else None, "looked up")


def _hear_connect(args: tuple[Any, ...]) -> None:
    address = args[1]
    if isinstance(address, tuple) and isinstance(address[0], str):
        guard = _served.get(address[:2])
        if guard is not None:
            guard.require_of_its_test()
        _refuse(address[0], address[1], "connected to")


def _hear_http(args: tuple[Any, ...]) -> None:
    """Look whether a proxy is asked, which is told the address in the first line: of a tunnel, or of http."""
    data = args[1]
    if not isinstance(data, bytes):
        return
    method, _, rest = data[:2048].partition(b" ")
    target = rest.partition(b" ")[0].decode("latin-1")
    if method == b"CONNECT":
        _refuse(*_address_in(f"//{target}"), "asked a proxy for")
    elif target.startswith(("http://", "https://")):
        _refuse(*_address_in(target), "asked a proxy for")


class _Hear:
    """What the interpreter calls for each of its events; those that no guard asks for are passed over in C.

    A hook in Python may lose its turn to another thread, and CPython 3.11 then refuses that thread its `sys.settrace`:
    under coverage, threads that start at once would fail. So an event is looked up as an attribute of this class: the
    answer to one that is not there is `args`, and to one that is there is an instance, which is then set up.
    """

    __new__ = getattr  # type: ignore[assignment]  # called as `getattr(_Hear, event, args)`

    def __init__(self, event: str, args: tuple[Any, ...]) -> None:
        try:
            _HEARD[event](args)
        except AssertionError:
            # A connection that is open by now: clients close theirs after an OSError only.
            getattr(args[0], "close", bool)()
            raise


_HEARD: dict[str, Callable[[tuple[Any, ...]], None]] = {
    "socket.getaddrinfo": _hear_lookup,
    "socket.gethostbyname": _hear_lookup,
    "socket.gethostbyaddr": _hear_lookup,
    "socket.connect": _hear_connect,
    "socket.sendto": _hear_connect,
    "http.client.send": _hear_http,
}


for _event in _HEARD:
    setattr(_Hear, _event, object.__new__(_Hear))


def hear(event: str, what: Callable[[tuple[Any, ...]], None]) -> None:
    """Let a function hear of an event of Python's too, once a site was opened."""
    _HEARD[event] = what
    setattr(_Hear, event, object.__new__(_Hear))


def _refuse(host: object, port: object, verb: str, client: str = "", scheme: str = "") -> None:
    """Raise if a host is a Jira's, and a site is open or what calls has outlived one."""
    if not isinstance(host, (str, bytes)):
        return
    name = _plain(host if isinstance(host, str) else host.decode("latin-1"))
    is_jira = name.endswith(_JIRA_DOMAINS) or name == _GATEWAY
    outlived = _outlived()
    guards = (*_open, outlived) if outlived else _open
    owner = next((guard for guard in reversed(guards) if guard._is_own(name, None if is_jira else port)), None)
    if not guards or not (is_jira or owner) or any(guard._allows(name) for guard in guards):
        _note(name, port, verb, client)
        return
    client = client or _client()
    if outlived:
        raise _stray(f"{client} {verb} {name}", outlived)
    called = guards[-1]._called_at(client, name) or _called(name, port, scheme)
    for guard in _open:
        guard._note(client, name, f"called {called}", "was refused")
    what = f"called {called}" if owner is not None and client in IN_PROCESS else f"{verb} {name}"
    raise guards[-1]._told(OtherHostError(f"{client} {what}: {_advice(client, owner, guards[-1], called)}"))


def _note(name: str, port: object, verb: str, client: str) -> None:
    """Remember for the sites that are open which host is called elsewhere: not by ours, and not the live server."""
    if not _open or verb == "connected to":  # what was looked up before
        return
    if _is_between_us(name, port):
        return
    at = _called(name, None if port in _WEB_PORTS else port)
    for guard in _open:
        guard._note(client or _client(), name, f"{_DONE.get(verb, verb)} {at}")


def _is_between_us(host: str, port: object) -> bool:
    """Say whether a call goes to the live server, or comes from us, such as a webhook."""
    if host.startswith(_LOOPBACK) and str(port) in {str(served) for _, served in _served}:
        return True
    return any(module.startswith(_OURS) for module in _modules_on(sys._getframe(1)))


def _advice(client: str, owner: Guard | None, guard: Guard, called: str) -> str:
    if owner is None:
        return (
            f"the site here is {guard.url}. Set the option base_url to the address that is called, intercept a second"
            " FakeJira there, or, if that host is really meant, name it in the option allow_hosts."
        )
    if client in IN_PROCESS:
        why = _otherwise(owner.url, called)
        that = f"that is {why}; " if why else ""
        return (
            f"{that}the site here is {owner.url}, and calls of {client} are answered at exactly that address."
            " Call it there."
        )
    return (
        f"the site here answers {', '.join(IN_PROCESS)} in process, and everybody else behind a port. Take the"
        " fixture jira_linkfake_server, and give its url to the code under test (without pytest, that of jira.serve())."
    )


def _stray(what: str, guard: Guard) -> AssertionError:
    thread = threading.current_thread()
    if getattr(thread, _MARK, None) is not None:
        where = f"the thread {thread.name}"
    else:
        where = "the work of an executor" if _pool_of(thread) else "a task"
    test = guard._test or f"a test with the site {guard.url}"
    return guard._told(
        OutlivedError(
            f"{what} in {where}, which {test} started and left running. What a test starts has to end with it: join the"
            " thread, shut the executor down, await or cancel the task before the test is over."
        )
    )


def _name_of(coroutine: object) -> str:
    return getattr(coroutine, "__qualname__", type(coroutine).__name__)


def _plain(host: str) -> str:
    """Return a host's name as a look-up compares it."""
    if not host.isascii():
        host = host.translate(_DOTS)
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:  # no name that anybody could look up
            return host
    return host.lower().rstrip(".")


# Who is calling


def _client() -> str:
    """Return the name of the library that is calling, or else of the module that does."""
    client, work = client_on(sys._getframe(1)), _current_work.get()
    if work is not None:
        client = client or work.client
    return client or _pool_of(threading.current_thread()).partition(".")[0] or "Python"


def client_on(frame: FrameType | None) -> str:
    """Return the name of the library that calls from a frame, or else of the module that does."""
    found, module = "", ""
    for name in _modules_on(frame):
        root = name.partition(".")[0]
        key = name if name in _CALLERS else root
        if key in (_CALLERS[found] if found else _CALLERS):
            found = key
        if not module and root not in _NOBODY and root not in sys.stdlib_module_names:
            module = name
    return found or module


def _modules_on(frame: FrameType | None) -> Iterator[str]:
    while frame is not None:
        yield frame.f_globals.get("__name__") or ""
        frame = frame.f_back


def _origin() -> tuple[Guard, ...]:
    """Return the sites under which was started what is running."""
    started_under = _started_under.get()
    thread = threading.current_thread()
    if started_under is not None and (all(one.is_open for one in started_under) or not _is_the_test(thread)):
        return started_under
    marked: tuple[Guard, ...] | None = getattr(thread, _MARK, None)
    return tuple(one for one in _open if one._thread == thread.ident) if marked is None else marked


def _outlived() -> Guard | None:
    """Return the closed site under which was started what is running."""
    if _started_under.get() is _open:  # as it nearly always is
        return None
    return next((guard for guard in reversed(_origin()) if not guard.is_open), None)


def _is_the_test(thread: threading.Thread) -> bool:
    """Say whether a thread runs the test itself, whose context may have been copied while an older test ran."""
    events = sys.modules.get("asyncio.events")
    if events is not None and events._get_running_loop() is not None:  # a task, whose context is its own
        return False
    return thread is threading.main_thread() or any(one._thread == thread.ident for one in _open)


# What marks what is started while a site is open


def _patch() -> None:
    global _patches
    # With concurrent.futures asyncio looks names up. Whoever replaced a class has no method of that name to patch.
    from concurrent.futures.thread import ThreadPoolExecutor

    methods = (threading.Thread, "start", _start), (ThreadPoolExecutor, "submit", _submit)
    _patches = tuple(Patch(owner, name, answer) for owner, name, answer in methods if name in vars(owner))


def _start(before: Callable[[], None], thread: threading.Thread) -> None:
    origin = _origin()
    if origin and not _pool_of(thread):
        setattr(thread, _MARK, origin)
    before()


def _pool_of(thread: threading.Thread) -> str:
    """Return the module of the pool that a thread works for, if it does."""
    modules = (getattr(one, "__module__", None) or "" for one in (type(thread), getattr(thread, "_target", None)))
    return next((module for module in modules if module.startswith(_POOLS)), "")


def _submit(before: Callable[..., Any], _: object, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    origin = _origin()
    # What asyncio looks up: in its thread nobody could tell for whom.
    is_lookup = getattr(function, "__module__", None) in ("socket", "_socket", "asyncio.base_events")
    if origin or is_lookup:
        function = _Work(function, origin, client_on(sys._getframe(1)) if is_lookup else "")
    return before(function, *args, **kwargs)


class _Work:
    """What an executor is given to do."""

    __slots__ = ("_function", "_origin", "client")

    def __init__(self, function: Callable[..., Any], origin: tuple[Guard, ...], client: str) -> None:
        self._function, self._origin, self.client = function, origin, client

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        work, started_under = _current_work.set(self), _started_under.set(self._origin)
        try:
            return self._function(*args, **kwargs)
        finally:
            _started_under.reset(started_under)
            _current_work.reset(work)


_current_work: ContextVar[_Work | None] = ContextVar("jira_linkfake_work", default=None)


# Forks


def _before_fork() -> None:
    for guard in _open:
        guard._share()


def _after_fork() -> None:  # pragma: no cover - in a fork
    global _lock, _process, _open
    _lock, _process = threading.Lock(), object()
    _open = (*_open,)  # another one than the context has: what is open in the parent may be closed there by now
