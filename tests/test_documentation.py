"""The documentation is true: its code runs, its tables say what the code says, its links lead somewhere.

A Python block after `<!-- fails -->` must fail, and what it prints must hold the block after it.
"""

from __future__ import annotations

import inspect
import re
import shlex
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pytest
import trustme  # noqa: F401 - which cannot be imported twice
import yaml

import jira_linkfake
from jira_linkfake import FakeJira, serve
from jira_linkfake.__main__ import main
from jira_linkfake.doors import live_server, requests_door  # noqa: F401 - a run inside a run would import them anew
from jira_linkfake.inspector import control  # noqa: F401 - which declares the routes
from jira_linkfake.inspector.routes import BELOW, ROUTES
from jira_linkfake.options import OPTIONS
from jira_linkfake.rest import replies as refusing  # noqa: F401 - nor what is loaded when it is first needed
from jira_linkfake.rest.operations import all_operations
from tests.documented_tables import SUBJECTS, TABLE, TABLES, answers_page, members, with_tables

[one.served for one in all_operations()]  # each resource is loaded when it is first looked at
ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCS = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [README, *DOCS, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
GENERATED = {"fakejira.md", "operations.md", "compared-with-the-reference.md", "sources.md"}
IN_A_NEW_ENVIRONMENT = "python3 -m venv .venv && .venv/bin/python"
COMMANDS = {
    "Try it": f'{IN_A_NEW_ENVIRONMENT} -m pip install ".[test]" && .venv/bin/python conftest_examples\n',
    "Run its tests": f'{IN_A_NEW_ENVIRONMENT} -m pip install -e ".[test]" && '
    ".venv/bin/python -m pytest -n auto --dist worksteal\n",
}
SETTINGS_FILES = {"ini": "pytest.ini", "toml": "pyproject.toml"}

_FENCE = re.compile(r"(?P<fails><!-- fails -->\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
_LINK = re.compile(r"\[[^\]]+\]\((?!https?:)(?P<path>[^)#]*)#?(?P<heading>[^)]*)\)")
_FILE = re.compile(r"`((?:\.ci|conftest_examples|docs|jira_linkfake|tests)/[\w./]*)`")
_OURS = re.compile(r"^python -m jira_linkfake (.+)$", re.M)
_TAKES = re.compile(r"^ *(?:async )?def \w+\((?:[^)]*, )?jira_linkfake\b(: FakeJira)?", re.M)
_FIRST_CELL = re.compile(r"^\| `([^`]+)` \|", re.M)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    page: str
    line: int
    language: str
    text: str
    fails: bool

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def is_test_module(self) -> bool:
        """Whether the block is a module for pytest; any other is a script."""
        return re.search(r"^def test_", self.text, re.M) is not None

    @property
    def is_of_compose(self) -> bool:
        """Whether the block describes services for Docker Compose."""
        return self.text.startswith("services:")


def _blocks() -> Iterator[Block]:
    for page in PAGES:
        content = page.read_text(encoding="utf-8")
        for fence in _FENCE.finditer(content):
            line = content.count("\n", 0, fence.start("language")) + 1
            yield Block(page.name, line, fence["language"], fence["text"], fence["fails"] is not None)


BLOCKS = list(_blocks())
PYTHON = [block for block in BLOCKS if block.language == "python" and not block.fails]
FAILURES = [(block, printed) for block, printed in pairwise(BLOCKS) if block.fails]
YAML = [block for block in BLOCKS if block.language == "yaml"]
SETTINGS = [block for block in BLOCKS if block.language in SETTINGS_FILES]


Run = Callable[..., pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs pytest in a folder of its own, with our plugin and no other."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return lambda *args: pytester.runpytest_inprocess("-p", "jira_linkfake", *args)


@pytest.mark.parametrize("block", PYTHON, ids=str)
def test_a_python_block_runs(block: Block, pytester: pytest.Pytester, run: Run) -> None:
    """A block that has tests passes as a test module; any other runs as a script."""
    if block.is_test_module:
        pytester.makepyfile(block.text)
        assert run().ret == pytest.ExitCode.OK
    else:
        exec(compile(block.text, str(block), "exec"), {"__name__": "__main__"})


@pytest.mark.parametrize(("block", "printed"), FAILURES, ids=str)
def test_a_block_that_is_to_fail_prints_what_the_page_shows(
    block: Block, printed: Block, pytester: pytest.Pytester, run: Run
) -> None:
    """A block marked as failing fails, and pytest prints the text block that follows."""
    pytester.makepyfile(block.text)

    result = run()

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert printed.text in re.sub(r"^E {7}", "", result.stdout.str() + "\n", flags=re.M)


@pytest.mark.parametrize("block", [block for block in YAML if not block.is_of_compose], ids=str)
def test_a_yaml_block_is_data(block: Block) -> None:
    """A YAML block can be loaded, and has what it shows."""
    loaded = FakeJira().load(block.text.encode())
    assert all(issue in block.text for issue in loaded.issues)
    assert loaded.links


def test_a_page_shows_no_output_but_that_of_its_failing_blocks() -> None:
    """Each block is in a language that is checked, and each text block is what a failing block prints."""
    printed = [printed for _, printed in FAILURES]

    assert [block for block in BLOCKS if block.language == "text"] == printed
    assert {block.language for block in BLOCKS} == {"python", "sh", "text", "yaml", *SETTINGS_FILES}


def test_the_services_that_are_shown_can_be_started() -> None:
    """The block for Compose has a command line that `serve` takes, and asks an address that the control API has."""
    (block,) = [block for block in YAML if block.is_of_compose]
    jira = yaml.safe_load(block.text)["services"]["jira"]
    parser = ArgumentParser()
    serve.add_arguments(parser)
    words = shlex.split(jira["command"])[-1].partition("jira-linkfake serve ")[2]
    assert parser.parse_args(shlex.split(words)).host == "0.0.0.0"
    assert re.search(r"http://localhost:8080(/_linkfake/\w+)", jira["healthcheck"]["test"][-1])[1] in {
        f"{BELOW}{one.path}" for one in ROUTES
    }


def test_a_command_of_ours_that_is_shown_says_something(capsys: pytest.CaptureFixture[str]) -> None:
    """Each `python -m jira_linkfake ...` of a page is a command that finds what it is asked for."""
    shown = [line for block in BLOCKS if block.language == "sh" for line in _OURS.findall(block.text)]

    for line in shown:
        main(shlex.split(line))
        assert capsys.readouterr().out, line
    assert shown


@pytest.mark.parametrize("block", SETTINGS, ids=str)
def test_a_settings_block_is_accepted(block: Block, pytester: pytest.Pytester, run: Run) -> None:
    """A run with the settings of an ini or toml block starts and shows that they are in force."""
    pytester.path.joinpath(SETTINGS_FILES[block.language]).write_text(block.text, encoding="utf-8")
    pytester.makepyfile("def test_starts(jira_linkfake): pass")

    result = run("--strict-config")

    assert result.ret == pytest.ExitCode.OK
    header = next(line for line in result.outlines if line.startswith("jira_linkfake: "))
    assert set(re.findall(r"(\w+)=", header)) == set(re.findall(r"^jira_linkfake_(\w+) *=", block.text, re.M))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_table_says_what_the_code_says(page: Path) -> None:
    """A table that is made from the code has every row, and no other."""
    text = page.read_text(encoding="utf-8")

    assert text == with_tables(text), "`python -m tests.documented_tables` rewrites the tables"


def test_every_table_is_shown() -> None:
    """Each table that is made from the code stands in one page."""
    shown = [table["name"] for page in PAGES for table in TABLE.finditer(page.read_text(encoding="utf-8"))]

    assert sorted(shown) == sorted(TABLES)


def _section(page: Path, heading: str) -> str:
    """Return the text below a heading of the second level."""
    match = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page.read_text(encoding="utf-8"), re.M | re.S)
    assert match, f"{page.name} has no heading {heading!r}"
    return match[1]


def _is_member(name: str) -> bool:
    """Say whether a name of a `FakeJira` is more than an option, as `load` is one and a verb."""
    return name not in OPTIONS or callable(inspect.getattr_static(FakeJira, name))


def test_every_member_is_documented() -> None:
    """The page of `FakeJira` has each of its members, and no other."""
    of_objects = {"site", "wsgi_app"}  # they are made with it, and stand in the page's first lines
    public = {name for name in dir(FakeJira()) if not name.startswith("_") and _is_member(name)}

    assert {name for group in members().values() for name in group} == public - of_objects


def test_the_answers_say_what_the_code_says() -> None:
    """The page of each subject has the answers that the code has, and no page is of another."""
    pages = {page.stem: page.read_text(encoding="utf-8") for page in (ROOT / "docs/answers").glob("*.md")}

    wanted = {subject: answers_page(subject) for subject in SUBJECTS}
    assert pages == wanted, "`python -m tests.documented_tables` rewrites the pages"


def test_every_member_and_option_has_an_example() -> None:
    """Some page, or an example, uses each member of a `FakeJira`, and sets or reads each option."""
    code = [block.text for block in BLOCKS if block.language == "python"]
    code += [path.read_text(encoding="utf-8") for path in (ROOT / "conftest_examples").rglob("*.py")]
    used = set(re.findall(r"\.(\w+)|\b(\w+)=", "\n".join(code)))
    names = {name for pair in used for name in pair}
    members = {name for name in dir(FakeJira()) if not name.startswith("_")}
    assert members - names == {"site"}  # what the members are made of


def test_the_fixture_is_annotated_on_each_page() -> None:
    """Each page that takes the fixture says what it is, so that an editor completes what is copied from there."""
    told: dict[str, set[str]] = {}
    for block in BLOCKS:
        told.setdefault(block.page, set()).update(_TAKES.findall(block.text))
    assert [page for page, kinds in told.items() if kinds == {""}] == []


def test_every_fixture_is_documented(run: Run) -> None:
    """The page of the fixtures has each one that `pytest --fixtures` shows, and no other."""
    fixtures = re.findall(r"^(jira_linkfake\w*) (?:\[.*\] )?-- ", run("--fixtures").stdout.str(), re.M)

    assert set(_FIRST_CELL.findall(_section(ROOT / "docs/fixtures.md", "Fixtures"))) == set(fixtures)


def _prose(page: Path) -> str:
    """Return a page without its blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A relative link names a file or folder that is there, and a heading that it has."""
    for link in _LINK.finditer(_prose(page)):
        target = (page.parent / link["path"]).resolve() if link["path"] else page
        assert target.exists(), link[0]
        if link["heading"]:
            assert link["heading"] in _headings(target), link[0]


def _headings(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", _prose(page), re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    """A file or folder of the project that a page names in passing is there."""
    named = _FILE.findall(_prose(page))

    assert [name for name in named if not (_package_or_root(name) / name).exists()] == []


def _package_or_root(name: str) -> Path:
    """Return the folder that a file of the project is below: of the package's, where that is installed."""
    return Path(jira_linkfake.__file__).parent.parent if name.startswith("jira_linkfake/") else ROOT


def test_the_index_leads_to_every_page() -> None:
    """No page of the documentation is left out of its index."""
    docs = ROOT / "docs"
    linked = {link["path"] for name in ("index.md", "answers.md") for link in _LINK.finditer(_prose(docs / name))}

    assert {page.relative_to(docs).as_posix() for page in DOCS} - {"index.md"} <= linked


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_short(page: Path) -> None:
    """No page has more than 250 lines, but those that the code writes and the changelog."""
    if page.name not in GENERATED | {"CHANGELOG.md"} and page.parent.name != "answers":
        assert len(page.read_text(encoding="utf-8").splitlines()) <= 250


def test_the_readme_has_its_two_commands_once() -> None:
    """CI runs the one command of each of two headings, as a reader would copy it, and there is no other."""
    found = {heading: re.findall(r"^```sh\n(.*?)^```$", _section(README, heading), re.M | re.S) for heading in COMMANDS}

    assert found == {heading: [command] for heading, command in COMMANDS.items()}
    assert [block.page for block in BLOCKS if block.language == "sh"].count(README.name) == len(COMMANDS)


def test_the_changelog_ends_with_this_version() -> None:
    """The newest version in the changelog is the package's."""
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)

    assert headings[:2] == ["Unreleased", version("jira_linkfake")]
