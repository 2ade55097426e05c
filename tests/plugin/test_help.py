"""What `pytest --markers`, `--fixtures` and `--help` say of us: complete and true."""

from __future__ import annotations

import ast
import inspect
import re

import pytest

from jira_linkfake import FakeJira, pytest_plugin
from jira_linkfake.options import OPTIONS

DEFAULTS = {name: option.default for name, option in OPTIONS.items()}

OPTION_LINE = re.compile(r"    (?P<name>\w+)=(?P<default>.+?): (?P<text>.+)\.")


def paragraph(text: str, start: str) -> list[str]:
    """Return the lines from the one that starts so to the next empty one."""
    (found,) = re.findall(rf"^{re.escape(start)}.*(?:\n.+)*", text, re.MULTILINE)
    return found.splitlines()


@pytest.fixture
def marker_lines(pytester: pytest.Pytester) -> list[str]:
    """What `pytest --markers` shows of our marker."""
    return paragraph(pytester.runpytest("--markers").stdout.str(), "@pytest.mark.jira_linkfake")


def test_the_marker_is_introduced_in_a_line_of_its_own(marker_lines: list[str]) -> None:
    """The first line tells what the marker does and how options are written; the others are one option each."""
    assert marker_lines[0] == (
        "@pytest.mark.jira_linkfake(**options): run the test against a fake Jira of its own (the marker alone brings "
        "the fixture jira_linkfake). Keyword options, the nearest marker wins; each with its default:"
    )
    assert all(OPTION_LINE.fullmatch(line) for line in marker_lines[1:])


def test_the_marker_lists_every_option_with_its_default_and_meaning(marker_lines: list[str]) -> None:
    """What is shown of the options is what they are."""
    shown = [OPTION_LINE.fullmatch(line).groupdict() for line in marker_lines[1:]]
    assert [option["name"] for option in shown] == list(OPTIONS)
    assert {option["name"]: ast.literal_eval(option["default"]) for option in shown} == DEFAULTS
    assert {option["name"]: option["text"] for option in shown} == {name: OPTIONS[name].help for name in OPTIONS}


def test_the_defaults_are_in_force() -> None:
    """A site without options has the defaults that are shown."""
    jira = FakeJira()
    in_force = {name: getattr(jira, name) for name in OPTIONS if name not in ("base_url", "load", "scenario")}
    assert in_force | {"base_url": jira.url, "load": None, "scenario": None} == DEFAULTS
    assert not jira.site.issues


def test_the_help_lists_every_setting(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pytest --help` shows each ini setting with its meaning and default."""
    monkeypatch.setenv("COLUMNS", "300")
    shown = pytester.runpytest("--help").stdout.str()
    settings = dict(re.findall(r"^  jira_linkfake_(\w+) \(\w+\):\s+(.+)$", shown, re.MULTILINE))
    assert settings == {name: f"{OPTIONS[name].help} (default: {DEFAULTS[name]!r})" for name in OPTIONS}


def declared_fixtures() -> dict[str, str]:
    """Return the names of the fixtures in the plugin's source, with the first paragraphs of their docstrings."""
    nodes = ast.walk(ast.parse(inspect.getsource(pytest_plugin)))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    return {
        function.name: (ast.get_docstring(function) or "").partition("\n\n")[0]
        for function in functions
        if any("pytest.fixture" in ast.unparse(decorator) for decorator in function.decorator_list)
    }


def test_every_public_fixture_is_shown_and_no_private_one(pytester: pytest.Pytester) -> None:
    """`pytest --fixtures` shows all we declare, each with one sentence that stands alone."""
    shown = pytester.runpytest("--fixtures").stdout.str()
    section = re.split(r"^-+ fixtures defined from (\S+) -+$", shown, flags=re.MULTILINE)
    ours = section[section.index("jira_linkfake.pytest_plugin") + 1]
    fixtures = dict(re.findall(r"^(\w+).* -- .+\n    (.+(?:\n    .+)*)$", ours, re.MULTILINE))
    declared = declared_fixtures()
    assert fixtures == {name: text for name, text in declared.items() if not name.startswith("_")}
    assert fixtures.keys() == {"jira_linkfake", "jira_linkfake_server"}
    assert declared.keys() > fixtures.keys()
    assert all(text.endswith(".") and "\n" not in text for text in fixtures.values())


def test_every_fixture_has_a_paragraph(pytester: pytest.Pytester) -> None:
    """With `-v` the private fixtures are shown too, none without a docstring."""
    shown = pytester.runpytest("--fixtures", "-v").stdout.str()
    for name, text in declared_fixtures().items():
        assert text
        assert paragraph(shown, name + " ")[1].strip() == text.splitlines()[0]


def test_no_fixture_of_ours_is_used_unasked(pytester: pytest.Pytester) -> None:
    """A test that does not ask for a site gets no fixture of ours."""
    pytester.makepyfile(test_unrelated="def test_it(tmp_path): ...", test_ours="def test_it(jira_linkfake): ...")
    unrelated = pytester.runpytest("--setup-plan", "test_unrelated.py").stdout.str()
    ours = pytester.runpytest("--setup-plan", "test_ours.py").stdout.str()
    assert re.findall(r"SETUP +. (\w+)", unrelated)[-1] == "tmp_path"
    assert "linkfake" not in unrelated.partition("collected")[2]
    assert re.findall(r"SETUP +. (\w+)", ours) == ["jira_linkfake"]
