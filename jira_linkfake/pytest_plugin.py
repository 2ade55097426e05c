"""The pytest plugin: its marker, ini settings and fixtures.

Every run of every suite that has the package installed imports this module, so it imports pytest and the options,
and leaves the rest until a fixture asks for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Literal

import pytest

from jira_linkfake.errors import DataError, UsageError
from jira_linkfake.options import OPTIONS, Option, checked, marker_line

if TYPE_CHECKING:
    from types import ModuleType

    from jira_linkfake.doors.live_server import LiveServer
    from jira_linkfake.fake_jira import FakeJira, ServedSite

MARKER = "jira_linkfake"
_INI_PREFIX = "jira_linkfake_"
_JIRA = pytest.StashKey["FakeJira | None"]()
_REPORT = "jira_linkfake"
_REPORT_PAGE = "jira_linkfake page"
_WAITED = "jira_linkfake waited"
_UNWRITTEN = "jira_linkfake page not written"
_AT_THE_END = {_WAITED: "jira_linkfake: real waiting", _UNWRITTEN: "jira_linkfake: pages that cannot be written"}
"""What reports have for the end of the run, by its title there."""
_PREPARED = "jira_linkfake.scenarios.scenario"
_SHARED = "jira_linkfake_scope"
_PAGE = pytest.StashKey[tuple[str, list[tuple[str, str]]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare an ini setting for each option."""
    for name, option in OPTIONS.items():
        text = f"{option.help} (default: {option.default!r})"
        parser.addini(_INI_PREFIX + name, text, type=_ini_type(option), default=None)
    parser.getgroup("jira_linkfake").addoption(
        "--jira-linkfake-report",
        metavar="DIR",
        help="write a page of each failed test's site to a folder: one HTML file, with exchanges, links and the graph",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker, check the ini settings, and provide the fixture."""
    config.addinivalue_line("markers", marker_line())
    _load_as_written(config)
    try:
        settings = _ini_settings(config)
    except UsageError as error:
        raise pytest.UsageError(str(error)) from error
    config.pluginmanager.register(_Tests(settings), "jira_linkfake_tests")
    if config.getoption("jira_linkfake_report"):
        config.pluginmanager.register(_Pages(config), "jira_linkfake_pages")


class _AsWritten:
    """Finds our modules before pytest, which would rewrite the asserts of a plugin's whole package.

    We have none to rewrite, and where no bytecode is written pytest compiles each module in each run. No option of
    pytest's leaves a package out: PYTEST_DONT_REWRITE is looked for in what was parsed already.
    """

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return where a module of ours is, as Python finds it."""
        return PathFinder.find_spec(name, path, target) if name.startswith("jira_linkfake.") else None


def _load_as_written(config: pytest.Config) -> None:
    """Load our modules without assertion rewriting, for as long as the run lasts."""
    rewriting: Any = getattr(config.pluginmanager, "rewrite_hook", None)
    if rewriting in sys.meta_path:
        finder = _AsWritten()
        sys.meta_path.insert(sys.meta_path.index(rewriting), finder)
        config.add_cleanup(lambda: sys.meta_path.remove(finder))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """Show reports in colours where the terminal has them, and say where tests have really waited.

    Under pytest-xdist too, as reports come from where the tests run. What others make of the reports has no colours.
    """
    reports = [one for several in terminalreporter.stats.values() for one in several if hasattr(one, "sections")]
    plain = [(one, one.sections) for one in reports if terminalreporter.hasmarkup and _has_report(one)]
    for report, sections in plain:
        report.sections = _coloured(sections)
    yield
    for report, sections in plain:
        report.sections = sections
    _tell_at_the_end(terminalreporter, reports)


def _has_report(report: Any) -> bool:
    return any(title == _REPORT for title, _ in report.sections)


def _coloured(sections: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    from jira_linkfake.testing.transcript import coloured

    return [(title, coloured(text) if title == _REPORT else text) for title, text in sections]


def _tell_at_the_end(terminalreporter: pytest.TerminalReporter, reports: Sequence[Any]) -> None:
    for own_title, shown_title in _AT_THE_END.items():
        lines = [text for one in reports for title, text in one.sections if title == own_title]
        if lines:
            terminalreporter.section(shown_title)
        for line in lines:
            terminalreporter.line(line)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the fixture to each test that has the marker."""
    for item in items:
        fixtures: list[str] | None = getattr(item, "fixturenames", None)
        if fixtures is None or MARKER in fixtures or _shared_site(item) is not None:
            continue
        if item.get_closest_marker(MARKER):
            item.fixturenames = _with_ours(item, fixtures)  # type: ignore[attr-defined]


def _with_ours(item: pytest.Item, fixtures: list[str]) -> list[str]:
    """Return a test's fixtures with ours behind those of a wider scope, as pytest sorts what a test asks for.

    Before all others of its scope, since they may call Jira; a new list, as items of a parametrised function share one.
    """
    definitions = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    wider = [name in definitions and definitions[name][-1].scope != "function" for name in fixtures]
    place = max((index + 1 for index, is_wider in enumerate(wider) if is_wider), default=0)
    return [*fixtures[:place], MARKER, *fixtures[place:]]


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
        """Remember which test is about to get its fixtures, and load what its site is made of.

        Not later: a fixture that replaces the file system, as pyfakefs's, also forgets what was imported under it.
        """
        self._test = item
        if any(mark.name == MARKER for mark in item.own_markers):
            _require_none_shared(item)
        if MARKER in getattr(item, "fixturenames", ()):
            _require_its_own(item)
            from jira_linkfake.doors.in_process import load
            from jira_linkfake.fake_jira import FakeJira  # noqa: F401

            load()

    @pytest.fixture
    def jira_linkfake(self) -> Iterator[FakeJira]:
        """A fresh pretend Jira; whatever client calls its `url` is answered in process.

        Returns a `FakeJira` with the options of the nearest markers and of the ini settings. A request for an operation
        of Jira that is not served fails the test when it ends, unless the option `unsupported` is "answer".
        """
        from jira_linkfake.fake_jira import FakeJira, take_uncalled

        if _PREPARED in sys.modules:
            take_uncalled()  # what other tests have prepared, or markers
        try:
            options = _options_for(self._test, self._settings)
        except UsageError as error:
            raise _told_plainly(error) from None
        try:  # what a scenario of the test's own raises shows its line
            jira = FakeJira(**options)
        except DataError as error:
            raise _told_plainly(error) from None
        self._test.stash[_JIRA] = jira
        reporter = self._have_reporter()
        reporter.passed = False
        with jira.intercept():
            if options.get("patch_sleep"):
                with jira.clock.patch_sleep():
                    yield jira
            else:
                yield jira
        jira.webhooks.unregister()
        jira.webhooks.require_unfailed()
        if not reporter.passed:
            return  # one failure is enough, and its report tells of the rest; without a report it was interrupted
        try:
            jira._require_well_ended()
        except AssertionError as error:
            raise _told_plainly(error) from None
        if jira._trouble.all or jira._trouble.awaited or _PREPARED in sys.modules:
            jira._warn_of_what_was_not_met()

    def site_of(self, node: Any, options: dict[str, Any]) -> FakeJira:
        """Return a site with the options of the ini settings, the markers of a class or module, and further ones."""
        from jira_linkfake.fake_jira import FakeJira

        try:
            jira = FakeJira(**{**_options_for(node, self._settings), **options})
        except UsageError as error:
            raise _told_plainly(error) from None
        self._have_reporter()
        return jira

    def _have_reporter(self) -> _Reporter:
        """Let the report of the test tell of its site, should it fail."""
        if self._reporter is None:  # not before: it is called three times a test, in suites without a site too
            self._reporter = _Reporter()
            self._test.config.pluginmanager.register(self._reporter)
            self._test.session.addfinalizer(_fail_for_strays)
        return self._reporter


class _Pages:
    """The pages of tests that failed, in a folder: the option `--jira-linkfake-report`."""

    def __init__(self, config: pytest.Config) -> None:
        self._folder = config.invocation_params.dir / config.getoption("jira_linkfake_report")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise pytest.UsageError(f"--jira-linkfake-report takes a folder to write to: {error}") from error
        self._linked_from: str | None = config.getoption("htmlpath", None)  # where pytest-html writes its report

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        """Read what a page is made of; later a test may have another file system."""
        from jira_linkfake.inspector import standing

        standing.load()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Render the page of a test that has failed, and write it once the test is over, and has its own files again.

        What a test's end makes of the site is no part of its failure.
        """
        report = yield
        if report.failed:
            jira = item.stash.get(_JIRA, None) or _shared(item) or _of_its_case(item)
            try:
                if jira is not None:
                    self._render(item, jira, report)
            except Exception as error:  # of ours, or of a receiver's: the run goes on, and its report is there
                report.sections.append((_REPORT_PAGE, f"There is no page of the site: {error!r}"))
        if report.when == "teardown" and _PAGE in item.stash:
            self._write(item, report)
        return report

    def _write(self, item: pytest.Item, report: pytest.TestReport) -> None:
        """Write the page of a test, or let the end of the run say why it cannot be written."""
        from jira_linkfake.inspector import standing

        try:
            standing.write(self._folder, standing.name_of(item.nodeid), item.stash[_PAGE][0])
        except OSError as error:
            report.sections.append((_UNWRITTEN, f"{item.nodeid}: {error}"))
        del item.stash[_PAGE]

    def _render(self, item: pytest.Item, jira: FakeJira, report: pytest.TestReport) -> None:
        """Render the page of a test, say where it will be, and link it from the report of pytest-html."""
        from jira_linkfake.inspector import standing

        _, earlier = item.stash.get(_PAGE, ("", []))
        failures = [*earlier, (str(report.when), report.longreprtext)]
        item.stash[_PAGE] = standing.standing_page(jira, item.nodeid, failures), failures
        file = self._folder / standing.name_of(item.nodeid)
        report.sections.append((_REPORT_PAGE, f"The page of the site: {file}"))
        if self._linked_from and not earlier:
            link = import_module("pytest_html.extras").url(
                standing.address_from(self._linked_from, file), name="jira_linkfake"
            )
            report.extras = [*getattr(report, "extras", []), link]  # type: ignore[attr-defined]


class _Reporter:
    """What a test that failed says of its site; `passed` says that the running test's own code did not fail."""

    passed = False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Add the site's links and the last exchanges to the report."""
        report = yield
        if call.excinfo is None and call.when == "setup":
            return report
        jira = item.stash.get(_JIRA, None) or _shared(item)
        if jira is None:
            return report
        if call.excinfo is not None:
            jira._guard.forget(call.excinfo.value)
        if report.when == "call":
            self.passed = not report.failed
        if report.failed:
            jira.webhooks.forget_failures()
            report.sections.append((_REPORT, jira.report(bodies=item.config.option.verbose > 0)))
            jira._write_report(item.nodeid)
            jira._forget_unused()
        if report.when == "teardown":
            from jira_linkfake.testing.transcript import waits

            report.sections += [(_WAITED, f"{item.nodeid} {one}") for one in waits(jira._journal)]
            item.stash[_JIRA] = None  # its last report: the test outlives it, the site need not
        return report


def _require_none_shared(item: pytest.Item) -> None:
    """Fail a test whose own marker has options for a site that others share."""
    shared = _shared_site(item)
    if shared is not None:
        pytest.fail(
            f"the marker {MARKER} of a test cannot set options of {shared}, the site that others share: set them "
            "on the class or module, or in site_fixture(...)",
            pytrace=False,
        )


def _require_its_own(item: pytest.Item) -> None:
    """Fail a test for a fixture of a wider scope that asks for a test's site, and for a marker on unittest's case."""
    definitions = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    for name, several in definitions.items():
        if MARKER in several[-1].argnames and (scope := several[-1].scope) != "function":
            pytest.fail(
                f"the fixture {name} has the scope {scope!r}, and {MARKER} is the site of one test: make one for the "
                f"{scope} by site_fixture(scope={scope!r}), and ask for that",
                pytrace=False,
            )
    case: Any = getattr(item, "cls", None)
    if case is None:
        return
    of_its_own = (node for node, mark in item.iter_markers_with_node(MARKER) if not isinstance(node, pytest.Module))
    if hasattr(case, "jira_linkfake_options") and any(of_its_own):
        pytest.fail(
            f"{case.__name__} has its site by JiraLinkfakeTestCase, for which jira_linkfake_options of the class sets "
            f"options, not the marker {MARKER}",
            pytrace=False,
        )


def _shared(item: pytest.Item) -> FakeJira | None:
    """Return the site of a `site_fixture` that a test has got."""
    name = _shared_site(item)
    jira: FakeJira | None = None if name is None else getattr(item, "funcargs", {}).get(name)
    return jira


def _of_its_case(item: pytest.Item) -> FakeJira | None:
    """Return the site of a test of unittest's that has one by our mixin; its report goes along with what it raises."""
    from jira_linkfake.testing.unittest_case import JiraLinkfakeTestCase

    case = getattr(item, "instance", None)
    return getattr(case, "jira_linkfake", None) if isinstance(case, JiraLinkfakeTestCase) else None


def _shared_site(item: pytest.Item) -> str | None:
    """Return the name of the fixture of a wider scope that is a test's site, None where the test has none."""
    definitions = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    return next((name for name, several in definitions.items() if hasattr(several[-1].func, _SHARED)), None)


def site_fixture(*, scope: Literal["class", "module", "package", "session"] = "module", **options: Any) -> Any:
    """Return a fixture that is a `FakeJira` for a class, a module or a session, to be given a name in a module.

    Its options are those of the ini settings, of the markers of that class or module, and the keywords. A test that
    sets options of its own by a marker is an error, as others share the site. What is not served, or called elsewhere,
    fails the last test.
    """

    def shared_site(request: pytest.FixtureRequest) -> Iterator[FakeJira]:
        tests: Any = request.config.pluginmanager.get_plugin("jira_linkfake_tests")
        with tests.site_of(request.node, options) as jira:
            yield jira

    setattr(shared_site, _SHARED, scope)
    return pytest.fixture(scope=scope)(shared_site)


def _fail_for_strays() -> None:
    """Fail the session by the names of the tests that left something running which reached for a Jira."""
    from jira_linkfake.doors.guard import take_strays

    strays = take_strays()
    if strays:
        pytest.fail("what tests left running called a Jira:\n  " + "\n  ".join(strays), pytrace=False)


@pytest.fixture(scope="session")
def _jira_linkfake_port() -> Iterator[Callable[[bool], LiveServer]]:
    """The sockets, for HTTP and HTTPS, behind which one test's site after the other is served.

    Each is opened for the first test that can: pytest would keep an error, such as that of a test without sockets, for
    all tests of the session.
    """
    from jira_linkfake.doors.live_server import LiveServer

    servers = {https: LiveServer(https=https) for https in (False, True)}

    def started(https: bool) -> LiveServer:
        if not servers[https].is_started:
            servers[https].start()
        return servers[https]

    yield started
    for server in servers.values():
        server.stop()
    strays = [stray for server in servers.values() for stray in server.strays]
    if strays:
        pytest.fail("calls arrived while no test held the server:\n  " + "\n  ".join(strays), pytrace=False)


@pytest.fixture
def jira_linkfake_server(
    jira_linkfake: FakeJira, _jira_linkfake_port: Callable[[bool], LiveServer], monkeypatch: pytest.MonkeyPatch
) -> Iterator[ServedSite]:
    """The test's pretend Jira behind a port on loopback, for any client in any process.

    `.url` is its address, `.jira` the same `FakeJira` as the fixture `jira_linkfake` in the test, `.environ` the
    variables of the environment that the option `environ` names, which are set. The socket lives for
    the session; a call that arrives while no test holds it gets 503 and fails the session. What the site itself
    raised while it served is raised when the test ends.
    """
    try:
        port = _jira_linkfake_port(jira_linkfake.https)
    except UsageError as mistake:
        raise _told_plainly(mistake) from None
    errors_before = len(port.errors)
    with jira_linkfake._behind(port) as served:
        for name, value in served.environ.items():
            monkeypatch.setenv(name, value)  # as the test itself does, so that all is undone in its order
        yield served
    for error in port.errors[errors_before:]:
        raise error


@pytest.fixture
def _jira_linkfake_refusal(request: pytest.FixtureRequest, jira_linkfake: object) -> None:
    """The site of a test of `every_refusal`, in which it is refused: ours, or that of a user's own fixture."""
    from jira_linkfake.fake_jira import FakeJira

    jira = request.node.stash.get(_JIRA, jira_linkfake)
    if not isinstance(jira, FakeJira):
        pytest.fail(f"every_refusal needs a FakeJira, and the fixture jira_linkfake is {jira!r}", pytrace=False)
    request.getfixturevalue("refusal").bring_about(jira)


def _told_plainly(error: Exception) -> BaseException:
    """Return the failure, without a traceback, that an error makes whose sentence says all there is to say."""
    return pytest.fail.Exception(str(error), pytrace=False)


def _options_for(test: pytest.Item, settings: dict[str, Any]) -> Any:
    """Return the options in force for a test: the ini settings, then the markers, the nearest last."""
    if "load" in settings:
        ini_file = test.config.inipath
        settings = {**settings, "load": _beside(ini_file.parent if ini_file else Path(), settings["load"])}
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
        if "load" in mark.kwargs:
            options["load"] = _beside(test.path.parent, mark.kwargs["load"])
    _check(options)
    return options


def _beside(folder: Path, named: Any) -> Any:
    """Return what data is loaded from, the paths of files below a folder."""
    if isinstance(named, (list, tuple)):
        return [_beside(folder, one) for one in named]
    return folder / named if isinstance(named, (str, PurePath)) else named


def _check(options: dict[str, Any]) -> None:
    """Raise `UsageError` for an unknown option, a wrong value or an unknown scenario."""
    for name, value in options.items():
        checked(name, value)
    if options.get("scenario") is not None:
        from jira_linkfake.scenarios import resolved

        resolved(options["scenario"])


def _ini_settings(config: pytest.Config) -> dict[str, Any]:
    """Return the options that the ini file or the command line sets; raises `UsageError` for a wrong value."""
    values = {name: _ini_value(config, name) for name in OPTIONS}
    settings = {name: value for name, value in values.items() if value is not None}
    _check(settings)
    return settings


def _ini_value(config: pytest.Config, name: str) -> Any:
    """Return the value of one setting, None where it is not set."""
    option = OPTIONS[name]
    try:
        value = config.getini(_INI_PREFIX + name)
    except (TypeError, ValueError, pytest.UsageError) as error:
        raise UsageError(
            f"the ini setting {_INI_PREFIX}{name} will not do: it takes {option.accepts} ({error})"
        ) from error
    return int(value) if option.ini == "int" and isinstance(value, str) and value.isdecimal() else value


def _ini_type(option: Option) -> Any:
    knows_numbers = pytest.version_tuple >= (8, 4)
    return option.ini if knows_numbers or option.ini != "int" else "string"
