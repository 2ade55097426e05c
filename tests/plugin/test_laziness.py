"""Having the plugin installed costs a suite that does not use it next to nothing."""

from __future__ import annotations

import json
import sys

import pytest

HEAVY = {"flask", "werkzeug", "marshmallow", "responses", "requests"}

# A regression guard: what a run imports of ours whether it uses us or not.
AT_START_UP = ["jira_linkfake", "jira_linkfake.errors", "jira_linkfake.options", "jira_linkfake.pytest_plugin"]

WRITES_DOWN_ITS_MODULES = """
    import json
    import sys
    from pathlib import Path

    def pytest_unconfigure():
        Path("modules.json").write_text(json.dumps(sorted(sys.modules)))
"""

UNRELATED_SUITE = """
    import unittest

    import pytest

    @pytest.fixture
    def number():
        yield 1

    @pytest.fixture
    def broken():
        yield
        raise LookupError

    @pytest.mark.parametrize("other", [1, 2])
    def test_fails_with_one_parameter(number, other):
        assert number == other

    def test_errors(broken):
        pass

    @pytest.mark.skip
    def test_skips():
        pass

    class TestCase(unittest.TestCase):
        def test_passes(self):
            pass
"""


@pytest.fixture
def modules_after(pytester: pytest.Pytester):
    """A function that runs a suite in a process of its own and returns the modules that are loaded at its end."""
    pytester.makeconftest(WRITES_DOWN_ITS_MODULES)

    def run(source: str, *arguments: str, **outcomes: int) -> set[str]:
        pytester.makepyfile(source)
        pytester.runpytest_subprocess(*arguments).assert_outcomes(**outcomes)
        return set(json.loads((pytester.path / "modules.json").read_text()))

    return run


def ours(modules: set[str]) -> list[str]:
    """Return those of the modules that are part of the package."""
    return sorted(name for name in modules if name.partition(".")[0] == "jira_linkfake")


def test_an_unrelated_suite_loads_nothing(modules_after) -> None:
    """After a full run that does not use us, none of what we stand on is loaded, and of ours only the start-up."""
    modules = modules_after(UNRELATED_SUITE, passed=3, failed=1, errors=1, skipped=1)
    assert not modules & HEAVY
    assert ours(modules) == AT_START_UP


def test_settings_for_the_suite_load_nothing(modules_after) -> None:
    """Settings that concern no test of the run are checked without what we stand on."""
    settings = "jira_linkfake_link_limit=5", "jira_linkfake_answers=observed", "jira_linkfake_scenario=linking_disabled"
    overrides = [f"--override-ini={setting}" for setting in settings]
    modules = modules_after(UNRELATED_SUITE, *overrides, passed=3, failed=1, errors=1, skipped=1)
    assert not modules & HEAVY


def test_an_unrelated_suite_pays_for_no_report(pytester: pytest.Pytester) -> None:
    """What looks at each report, three times a test, is not there before a test has a site."""
    pytester.makepyfile(
        """
        def ours(request):
            hooks = request.config.hook.pytest_runtest_makereport.get_hookimpls()
            return [hook for hook in hooks if hook.function.__module__.startswith("jira_linkfake")]

        def test_unrelated(request):
            assert not ours(request)

        def test_with_a_site(request, jira_linkfake):
            assert len(ours(request)) == 1

        def test_with_another(request, jira_linkfake):
            assert len(ours(request)) == 1
        """
    )
    pytester.runpytest().assert_outcomes(passed=3)


def test_a_suite_that_uses_the_site_loads_it(modules_after) -> None:
    """The check above would see what is loaded: one test that makes a link needs all of it."""
    source = """
        import requests

        def test_it(jira_linkfake):
            assert requests.post(f"{jira_linkfake.url}/rest/api/2/issueLink", json={}).status_code == 400
    """
    modules = modules_after(source, passed=1)
    assert modules & HEAVY == HEAVY - {"responses"}  # which is for those who have a mock of its


@pytest.mark.parametrize("statement", ["import jira_linkfake", "from jira_linkfake import UsageError"])
def test_importing_the_package_loads_nothing(pytester: pytest.Pytester, statement: str) -> None:
    """The package and its error can be imported by a conftest.py for free."""
    result = pytester.run(sys.executable, "-c", f"{statement}; import sys; print(*sys.modules, sep='\\n')")
    assert result.ret == 0
    assert "jira_linkfake" in result.outlines
    assert not HEAVY.intersection(result.outlines)
    assert set(ours(set(result.outlines))) <= {"jira_linkfake", "jira_linkfake.errors"}


def test_the_plugin_brings_no_module_but_its_own(pytester: pytest.Pytester) -> None:
    """What the plugin imports beside itself pytest has loaded already."""
    code = """
        import sys
        import pytest
        before = set(sys.modules)
        import jira_linkfake.pytest_plugin
        print(*sorted(set(sys.modules) - before), sep='\\n')
    """
    result = pytester.run(sys.executable, pytester.makepyfile(code))
    assert result.outlines == AT_START_UP


REWRITING = """
    import sys
    import pytest

    class Suite:
        def pytest_configure(self):
            pytest.register_assert_rewrite("jira_linkfake")  # as pytest does for a plugin that is installed

        def pytest_runtest_teardown(self):
            ours = [module for name, module in sys.modules.items() if name.startswith("jira_linkfake.")]
            late = [module for module in ours if not module.__name__.endswith(("errors", "options", "pytest_plugin"))]
            rewritten = [module for module in late if type(module.__loader__).__name__ == "AssertionRewritingHook"]
            print("rewritten:", len(rewritten), "of many" if len(late) > 20 else "of few")

    before = list(sys.meta_path)
    pytest.main(sys.argv[1:], plugins=[Suite()])
    print("left:", [finder for finder in sys.meta_path if finder not in before])
"""


@pytest.mark.parametrize("rewriting", ["rewrite", "plain"])
def test_our_modules_are_loaded_as_python_does(pytester: pytest.Pytester, rewriting: str) -> None:
    """Pytest rewrites no module that a site is made of, in each run anew where no bytecode is written."""
    suite = pytester.makepyfile(test_it="def test_it(jira_linkfake): assert jira_linkfake.client().get('/')")
    script = pytester.makepyfile(REWRITING)
    result = pytester.run(sys.executable, script, suite, "-s", f"--assert={rewriting}")
    result.stdout.fnmatch_lines(["*rewritten: 0 of many", "left: []"])


def test_other_modules_are_rewritten_as_ever(pytester: pytest.Pytester) -> None:
    """The asserts of a user's own modules and of other plugins are told as before."""
    pytester.makeconftest("import pytest; pytest.register_assert_rewrite('helper')")
    pytester.makepyfile(
        helper="def check(value): assert value == 2",
        test_it="import helper\n\ndef test_it(jira_linkfake): helper.check(1)",
    )
    pytester.syspathinsert()
    pytester.runpytest_subprocess().stdout.fnmatch_lines(["E*assert 1 == 2"])
