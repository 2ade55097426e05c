"""The pytest plugin: its marker, ini settings and fixtures.

Every run of every suite that has the package installed imports this module, so it imports pytest and the options,
and leaves the rest until a fixture asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.options import OPTION_NAMES, accepted_by, checked, default_of, help_of, marker_line

if TYPE_CHECKING:
    from jira_linkfake.doors.live_server import LiveServer
    from jira_linkfake.fake_jira import FakeJira, ServedSite

MARKER = "jira_linkfake"
_INI_PREFIX = "jira_linkfake_"
_INI_SECTIONS = ("pytest", "tool:pytest", "tool.pytest", "tool.pytest.ini_options")
# At the start of its line: an indented one goes on with another setting, such as the list of markers.
_INI_SETTING = rf"""(["']?){_INI_PREFIX}(\w+)\1\s*[=:]"""
_JIRA = pytest.StashKey["FakeJira"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare an ini setting for each option."""
    for name in OPTION_NAMES:
        text = f"{help_of(name)} (default: {default_of(name)!r})"
        parser.addini(_INI_PREFIX + name, text, type=_ini_type(name), default=None)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker, check the ini settings, and provide the fixture."""
    config.addinivalue_line("markers", marker_line())
    try:
        settings = _ini_settings(config)
    except UsageError as error:
        raise pytest.UsageError(str(error)) from error
    config.pluginmanager.register(_Tests(settings), "jira_linkfake_tests")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the fixture to each test that has the marker."""
    for item in items:
        fixtures: list[str] | None = getattr(item, "fixturenames", None)
        if fixtures is not None and MARKER not in fixtures and item.get_closest_marker(MARKER):
            # A list of its own: the items of a parametrised function share one. And first, since others may call Jira.
            item.fixturenames = [MARKER, *fixtures]  # type: ignore[attr-defined]


class _Tests:
    """The fixture `jira_linkfake` of one session.

    It knows its test from a hook: to take `request` costs a test more than all else that the fixture does.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._test: pytest.Item
        self._reporter: _Reporter | None = None

    def pytest_report_header(self) -> str | None:
        """Show the ini settings that are in force."""
        settings = ", ".join(f"{name}={value!r}" for name, value in self._settings.items())
        return f"jira_linkfake: {settings}" if settings else None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Remember which test is about to get its fixtures."""
        self._test = item

    @pytest.fixture
    def jira_linkfake(self) -> Iterator[FakeJira]:
        """A fresh pretend Jira; `requests` to its `url` are answered in process.

        Returns a `FakeJira` with the options of the nearest markers and of the ini settings. A request for an operation
        of Jira that is not served fails the test when it ends, unless the option `unsupported` is "answer".
        """
        from jira_linkfake.fake_jira import FakeJira, UnsupportedOperationError

        try:
            options = _options_for(self._test, self._settings)
        except UsageError as error:
            raise _told_plainly(error) from None
        jira = FakeJira(**options)
        self._report_on(jira)
        with jira.intercept():
            yield jira
        jira.webhooks.unregister()
        jira.webhooks.require_unfailed()
        try:
            jira.require_supported()
        except UnsupportedOperationError as error:
            raise _told_plainly(error) from None

    def _report_on(self, jira: FakeJira) -> None:
        """Let the report of the test tell of its site, should it fail."""
        self._test.stash[_JIRA] = jira
        if self._reporter is None:  # not before: it is called three times a test, in suites without a site too
            self._reporter = _Reporter()
            self._test.config.pluginmanager.register(self._reporter)


class _Reporter:
    """What a test that failed says of its site."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Add the site's links and the last exchanges to the report."""
        report = yield
        jira = item.stash.get(_JIRA, None)
        if jira is not None and report.failed:
            jira.webhooks.forget_failures()
            report.sections.append(("jira_linkfake", jira.report()))
        if jira is not None and report.when == "teardown":
            del item.stash[_JIRA]  # its last report: the test outlives it, the site need not
        return report


@pytest.fixture(scope="session")
def _jira_linkfake_port() -> Iterator[LiveServer]:
    """The socket behind which one test's site after the other is served."""
    from jira_linkfake.doors.live_server import LiveServer

    with LiveServer() as server:
        yield server
    if server.strays:
        pytest.fail("calls arrived while no test held the server:\n  " + "\n  ".join(server.strays), pytrace=False)


@pytest.fixture
def jira_linkfake_server(jira_linkfake: FakeJira, _jira_linkfake_port: LiveServer) -> Iterator[ServedSite]:
    """The test's pretend Jira behind a port on loopback, for any client in any process.

    `.url` is its address, `.jira` the same `FakeJira` as the fixture `jira_linkfake` in the test. The socket lives for
    the session; a call that arrives while no test holds it gets 503 and fails the session. What the site itself
    raised while it served is raised when the test ends.
    """
    from jira_linkfake.fake_jira import ServedSite

    port = _jira_linkfake_port
    errors_before = len(port.errors)
    port.attach(jira_linkfake.wsgi_app)
    try:
        yield ServedSite(url=port.url, jira=jira_linkfake)
    finally:
        port.detach()
    for error in port.errors[errors_before:]:
        raise error


@pytest.fixture
def _jira_linkfake_refusal(request: pytest.FixtureRequest, jira_linkfake: FakeJira) -> None:  # noqa: ARG001 - there first
    """The site of a test of `every_refusal`, in which it is refused."""
    request.getfixturevalue("refusal").bring_about(request.node.stash[_JIRA])


def _told_plainly(error: Exception) -> BaseException:
    """Return the failure, without a traceback, that an error makes whose sentence says all there is to say."""
    return pytest.fail.Exception(str(error), pytrace=False)


def _options_for(test: pytest.Item, settings: dict[str, Any]) -> Any:
    """Return the options in force for a test: the ini settings, then the markers, the nearest last."""
    marks = list(test.iter_markers(MARKER))
    if not marks:
        return settings  # these are checked
    options = dict(settings)
    for mark in reversed(marks):
        if mark.args:
            raise UsageError(
                f"the marker {MARKER} takes options by name only, as in scenario='lost_reply', not {mark.args[0]!r}"
            )
        options.update(mark.kwargs)
    _check(options)
    return options


def _check(options: dict[str, Any]) -> None:
    """Raise `UsageError` for an unknown option, a wrong value or an unknown scenario."""
    for name, value in options.items():
        checked(name, value)
    if options.get("scenario") is not None:
        from jira_linkfake.scenarios import resolved

        resolved(options["scenario"])


def _ini_settings(config: pytest.Config) -> dict[str, Any]:
    """Return the options that the ini file sets; raises `UsageError` for an unknown name or a wrong value."""
    for name in _ini_names(config):
        if name not in OPTION_NAMES:
            right = nearest(name, OPTION_NAMES, prefix=_INI_PREFIX)
            raise UsageError(f"there is no ini setting {_INI_PREFIX}{name}: {right}")
    values = {name: _ini_value(config, name) for name in OPTION_NAMES}
    settings = {name: value for name, value in values.items() if value is not None}
    _check(settings)
    return settings


def _ini_names(config: pytest.Config) -> Iterator[str]:
    """Yield the names of our settings that are written in the ini file or on the command line, right or wrong."""
    text = "" if config.inipath is None else Path(config.inipath).read_text(encoding="utf-8")
    if _INI_PREFIX in text:  # seldom, and the lines of a long file take their time
        yield from _names_in(text)
    for line in config.getoption("override_ini") or ():
        if setting := re.match(_INI_SETTING, line):
            yield setting[2]


def _names_in(text: str) -> Iterator[str]:
    section = ""
    for line in text.splitlines():
        if header := re.match(r"\s*\[([^\[\]]+)\]", line):
            section = header[1].strip()
        elif section in _INI_SECTIONS and (setting := re.match(_INI_SETTING, line)):
            yield setting[2]


def _ini_value(config: pytest.Config, name: str) -> Any:
    """Return the value of one setting, None where it is not set."""
    try:
        value = config.getini(_INI_PREFIX + name)
    except (TypeError, ValueError, pytest.UsageError) as error:
        raise UsageError(
            f"the ini setting {_INI_PREFIX}{name} will not do: it takes {accepted_by(name)} ({error})"
        ) from error
    return int(value) if _is_number(name) and isinstance(value, str) and value.isdecimal() else value


def _ini_type(name: str) -> Any:
    if _is_number(name):  # pytest knows numbers since 8.4
        return "int" if pytest.version_tuple >= (8, 4) else "string"
    return {"linking_enabled": "bool", "scenario": "linelist"}.get(name, "string")


def _is_number(name: str) -> bool:
    return type(default_of(name)) is int
