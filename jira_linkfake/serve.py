"""Serve a pretend Jira at a port, for any client, until it is told to end."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import threading
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import suppress
from pathlib import Path
from queue import Full, Queue
from traceback import format_exception
from typing import TYPE_CHECKING, Any

from jira_linkfake.errors import UsageError, printable
from jira_linkfake.options import OPTIONS, checked

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from types import FrameType

    from jira_linkfake.fake_jira import FakeJira, ServedSite
    from jira_linkfake.inspector.sites import InspectedSite
    from jira_linkfake.rest.journal import Exchange

_LOOK = 0.1
"""Seconds between two looks at whether the end has come."""

_MOST_WAITING = 10_000
"""How many lines wait to be read, before further ones are dropped."""

_PATIENCE = 1.0
"""Seconds that the last lines get to be read."""

_LOOPBACK = re.compile(r"127\.[0-9.]+|localhost|::1")
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
_SWITCH = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--port", type=_port, default=8080, help="the port; 0 finds a free one (default: 8080)")
    parser.add_argument(
        "--host", type=_host, default="127.0.0.1", help="the address to listen at (default: 127.0.0.1, this machine)"
    )
    parser.add_argument(
        "--trust-host",
        type=_host,
        action="append",
        default=[],
        metavar="NAME",
        help="a further name by which the control API may be called; again and again",
    )
    parser.add_argument(
        "--load",
        action="append",
        default=[],
        metavar="FILE",
        help="data in JSON or YAML, or what Jira answered; again and again",
    )
    parser.add_argument("--save", metavar="FILE", help="where to write the site at the end, as JSON or YAML")
    parser.add_argument(
        "--scenario",
        action="append",
        default=[],
        metavar="NAME",
        help='a ready-made situation, perhaps with parameters: "lost_reply(times=1)"; again and again',
    )
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="an option as the marker has it: link_limit=3; again and again",
    )
    parser.add_argument("--https", action="store_true", help="speak HTTPS, with a certificate of its own")
    parser.add_argument("--json", action="store_true", help="print JSON, an object a line")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise ArgumentTypeError(f"{text!r} is no port: it takes a number, 0 to 65535")
    return int(text)


def _host(text: str) -> str:
    if not _HOST.fullmatch(text):
        raise ArgumentTypeError(f"{text!r} is no host: it takes an address such as 127.0.0.1 or 0.0.0.0, or a name")
    return text


def run(arguments: Namespace) -> int:
    """Serve until SIGTERM or Ctrl-C; return the exit code."""
    printer = _JsonPrinter() if arguments.json else _Printer()
    try:
        with _Ending() as ending:
            _serve(arguments, printer, ending)
    except UsageError as mistake:
        printer.error(mistake)
        return 2
    except KeyboardInterrupt:
        pass  # the end came before the beginning
    finally:
        printer.close()
    return 0


def _serve(arguments: Namespace, printer: _Printer, ending: _Ending) -> None:
    from jira_linkfake.doors.live_server import LiveServer
    from jira_linkfake.fake_jira import FakeJira
    from jira_linkfake.inspector.sites import require_user

    jira = FakeJira(**{"now": "real", **options_of(arguments), "inspector": True})
    if not _LOOPBACK.fullmatch(arguments.host):
        printer.warn(
            f"--host {arguments.host} lets other machines in: whoever reaches the port may do what every user may, and"
            " change the site by the control API"
        )
    if arguments.save is not None:
        require_writable(Path(arguments.save))
    jira._trouble.keep_port()
    for sentence in jira.load(*arguments.load).unknown:
        printer.warn(sentence)
    for scenario in arguments.scenario:
        situated(jira, scenario)
    require_user(jira)
    server = LiveServer(https=jira.https, host=arguments.host, port=arguments.port)
    names = {name.lower() for name in (arguments.host, *arguments.trust_host)}
    with server, jira._guard, jira._behind(server, tell=printer.tell, names=names) as served:
        ending.is_awaited = True
        printer.start(served)
        ending.wait(server.errors, printer)
        if arguments.save is not None:
            with suppress(TimeoutError):  # a call that is not answered yet may be one that nobody answers
                server.detach()  # what is saved is what it was in the end
            save(jira, Path(arguments.save))
    printer.end()


def require_writable(path: Path) -> None:
    """Raise `UsageError` where no file can be written at a path, before anybody relies on it."""
    if path.suffix not in (".json", ".yaml", ".yml"):
        raise UsageError(f"--save {path} will not do: it takes a file that ends in .json, .yaml or .yml")
    try:
        if not path.parent.is_dir():
            raise UsageError(f"--save {path} will not do: there is no folder {str(path.parent)!r}")
        _beside(path).touch()  # the file of before stays until there is another
        _beside(path).unlink()
        can_be = not path.exists() or (os.access(path, os.W_OK) and not path.is_dir())
    except OSError:
        can_be = False
    if not can_be:
        raise UsageError(f"--save {path} will not do: it cannot be written")


def save(jira: FakeJira, path: Path) -> None:
    """Write a site to a file; raises `UsageError` where that cannot be, and leaves what was there before."""
    data = jira.dump()
    if path.suffix == ".json":
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    else:
        import yaml

        text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    unfinished = _beside(path)
    try:
        unfinished.write_text(text, encoding="utf-8", errors="backslashreplace")
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise UsageError(f"--save {path} failed: {error.strerror}") from None


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.{os.getpid()}")


class _Ending:
    """The end, which SIGTERM and Ctrl-C bring about while the block is entered.

    Until it is awaited, they raise `KeyboardInterrupt`, so that nothing has to be read or filled to its end.
    """

    def __init__(self) -> None:
        self.is_awaited = False
        self._come = threading.Event()
        self._before: dict[int, Any] = {}

    def __enter__(self) -> _Ending:
        for one in (signal.SIGTERM, signal.SIGINT):
            self._before[one] = signal.signal(one, self._bring)
        return self

    def __exit__(self, *_: object) -> None:
        for one, before in self._before.items():
            signal.signal(one, before)

    def _bring(self, _: int, __: FrameType | None) -> None:
        self._come.set()
        if not self.is_awaited:
            raise KeyboardInterrupt

    def wait(self, errors: Sequence[BaseException], printer: _Printer) -> None:
        """Wait for the end, and print each error of ours as it comes."""
        printed = 0
        ended = False
        while not ended:
            ended = self._come.wait(_LOOK)
            for error in errors[printed:]:
                printed += 1
                printer.error(error)


def options_of(arguments: Namespace) -> dict[str, Any]:
    """Return the options that a command line names; raises `UsageError` as the marker does."""
    values = dict(_option(text) for text in arguments.option)
    if arguments.https:
        values["https"] = True
    for name, value in values.items():
        checked(name, value)
    return values


def _option(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--option {text} will not do: it takes a name and a value, as in link_limit=3")
    name = name.strip()
    if name in ("inspector", "patch_sleep"):
        raise UsageError(f"--option {name} will not do: it is for tests in Python alone")
    kind = OPTIONS[name].ini if name in OPTIONS else "string"
    if kind == "bool":
        return name, _SWITCH.get(value.lower(), value)
    if kind == "int":
        return name, int(value) if re.fullmatch(r"-?[0-9]{1,18}", value, re.ASCII) else value
    return name, [one.strip() for one in value.split(",")] if kind == "linelist" else value


def situated(jira: FakeJira, text: str) -> None:
    """Put a site into the situation that a command line names, such as `lost_reply(times=1)`.

    Raises `UsageError` for a scenario or a parameter that there is not.
    """
    from jira_linkfake.scenarios import by_name

    name, parameters = scenario_of(text)
    by_name(name)(jira, **parameters)


def scenario_of(text: str) -> tuple[str, dict[str, Any]]:
    """Return the name and the parameters of a scenario as the command line has them; raises `UsageError`."""
    import ast

    try:
        call = ast.parse(text.strip(), mode="eval").body
        if isinstance(call, ast.Name):
            return call.id, {}
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and not call.args:
            parameters = {one.arg: ast.literal_eval(one.value) for one in call.keywords}
            if None not in parameters and len(parameters) == len(call.keywords):  # `**` has no name
                return call.func.id, {str(name): value for name, value in parameters.items()}
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    raise UsageError(f"--scenario {text} will not do: it takes a name, or \"lost_reply(times=1, path='issueLink')\"")


class _Stream:
    """One of the process's streams, by its descriptor, with a thread of its own that writes to it.

    Whoever has started the server may read no further, and a pipe that is full holds who writes to it. No request waits
    for that: what is too much is dropped.
    """

    def __init__(self, descriptor: int) -> None:
        self._lines: Queue[str | None] = Queue(_MOST_WAITING)
        self._writer = threading.Thread(target=self._write, args=(descriptor,), daemon=True)
        self._writer.start()

    def put(self, line: str | None) -> None:
        """Write a line when it is its turn; None is the end."""
        with suppress(Full):
            self._lines.put_nowait(line)

    def close(self) -> None:
        """Write what waits, unless nobody takes it."""
        self.put(None)
        self._writer.join(_PATIENCE)

    def _write(self, descriptor: int) -> None:
        for line in iter(self._lines.get, None):
            rest = f"{line}\n".encode(sys.stdout.encoding, "backslashreplace")
            with suppress(OSError):  # nobody reads it any more
                while rest:
                    rest = rest[os.write(descriptor, rest) :]


class _Printer:
    """What tells people of the server, on standard output, and of mistakes on standard error."""

    def __init__(self) -> None:
        self._out, self._err = _Stream(1), _Stream(2)

    def close(self) -> None:
        """Write what waits to be written."""
        self._out.close()
        self._err.close()

    def start(self, served: ServedSite) -> None:
        """Tell where the site is, who is on it, and what to try."""
        for line in _introduction(served):
            self._out.put(line)

    def tell(self, site: InspectedSite, exchange: Exchange) -> None:
        """Tell of a request that wrote, was not served, or came from a caller whom nobody is."""
        if is_worth_a_line(exchange):
            name = f"{site.name}: " if site.prefix else ""
            self._out.put(f"{name}{_without_secrets(str(exchange), site)}")

    def warn(self, sentence: str) -> None:
        """Tell of what may not be meant."""
        self._err.put(f"warning: {sentence}")

    def error(self, error: BaseException) -> None:
        """Tell of what the site itself raised; a mistake of whoever started it is one sentence."""
        is_theirs = isinstance(error, UsageError)
        self._err.put(f"error: {error}" if is_theirs else "".join(format_exception(error)).rstrip())

    def end(self) -> None:
        """Tell that the server has ended."""
        self._out.put("ended")


class _JsonPrinter(_Printer):
    """What tells programs: an object a line, what went wrong on standard error."""

    def start(self, served: ServedSite) -> None:
        """Tell where the site is, and who is on it."""
        self._print_json(
            url=served.url,
            control=f"{served.url}/_linkfake",
            users=[{"name": one.name, "email": one.email, "token": one.token} for one in served.jira.users],
            certificate=served.certificate,
            pid=os.getpid(),
        )

    def tell(self, site: InspectedSite, exchange: Exchange) -> None:
        """Tell of a request that wrote, was not served, or came from a caller whom nobody is."""
        if is_worth_a_line(exchange):
            names = ("method", "path", "caller", "why_caller", "status", "rule", "reason")
            values = {"told": str(exchange), **{name: getattr(exchange, name) for name in names}}
            self._print_json(site=site.name, **_without_secrets(values, site))

    def end(self) -> None:
        """Say nothing: that the process ends says it."""

    def _print_json(self, **values: Any) -> None:
        self._out.put(json.dumps(values))


def _without_secrets(value: Any, site: InspectedSite) -> Any:
    from jira_linkfake.testing.secrets import hiding, without_secrets

    with site.jira.site.lock:
        hide = hiding(site.jira.site)
    return without_secrets(value, hide)


def is_worth_a_line(exchange: Exchange) -> bool:
    """Say whether an exchange wrote, or would have, was not served, or came from a caller whom nobody is."""
    from jira_linkfake.rest.refusals import WrongCredentials

    is_stranger = exchange.why_caller not in (None, "as_user") or WrongCredentials.__name__ in exchange.rule
    return is_stranger or exchange.status == 501 or _is_a_write(exchange)


def _is_a_write(exchange: Exchange) -> bool:
    from jira_linkfake.faults.fault import WRITES
    from jira_linkfake.rest.operations import find
    from jira_linkfake.rest.scopes import only_reads

    if exchange.method not in WRITES:
        return False
    place = find(exchange.path[max(exchange.path.find("/rest/"), 0) :])
    operation = None if place is None else place.operations.get(exchange.method)
    return operation is None or not only_reads(operation)


def _introduction(served: ServedSite) -> Iterator[str]:
    email, token = served.jira.auth
    certificate = "" if served.certificate is None else f" --cacert {served.certificate}"
    yield f"A pretend Jira is at {served.url} (Ctrl-C ends it)."
    yield ""
    yield from _table([("user", "email", "token"), *((one.name, *one.auth) for one in served.jira.users)])
    yield ""
    yield "Try it:"
    yield f"  curl{certificate} -u {email}:{token} {served.url}/rest/api/3/myself"
    yield "Look at it and change it:"
    yield f"  curl{certificate} {served.url}/_linkfake/links"
    yield f"  {served.url}/_linkfake/ shows it in a browser"
    yield f"  {served.url}/_linkfake/openapi.json has all that can be changed"
    yield ""
    yield "What is written, not served or asked by nobody:"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (printable(cell).ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
