"""A leak that is planted in a copy of the product is found by the properties that say that there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import jira_linkfake

ROOT = Path(__file__).parents[2]
HIDDEN_ISSUE = "test_non_interference.test_hidden_issue_changes_nothing_that_is_told"
DELETED_PROJECT = "test_deleted_projects.test_deleted_project_is_not_told_by_its_successor"
RESTRICTED_COMMENT = "test_restricted_comments.test_restricted_comment_reaches_nobody_else"

RUN = """
import importlib, sys
copy, root, name = sys.argv[1:]
sys.path[:0] = [copy, root]
import jira_linkfake
from hypothesis import Phase, settings
from tests.properties import conftest, telling
settings.register_profile("first", parent=settings.get_profile("ci"), max_examples=100, phases=[Phase.generate])
settings.load_profile("first")
module, _, holds = name.rpartition(".")
try:
    getattr(importlib.import_module(f"tests.properties.{module}"), holds)()
except telling.ToldApart as told:
    print(jira_linkfake.__file__, told.args[0], sep="\\n")
"""
"""Runs a property against the copy; prints where the product was and what told two sites apart, if anything did."""

LEAKS = {
    "links of an issue": (
        HIDDEN_ISSUE,
        "jira/issue_links/rules.py",
        "if may_see(side_of(link, issue)[1])]",
        "if side_of(link, issue)[1]]",
        "GET issue/",
    ),
    "history": (
        HIDDEN_ISSUE,
        "jira/history/rules.py",
        "elif could_see(site, caller, _other_end(site, issue, entry)):",
        "elif _other_end(site, issue, entry):",
        "GET issue/",
    ),
    "a count": (
        HIDDEN_ISSUE,
        "jira/projects/rest.py",
        "len(issues_seen(call.site, call.caller, project))",
        "len(call.site.issues.in_project(project.key))",
        "GET project",
    ),
    "what a search finds": (
        HIDDEN_ISSUE,
        "jira/search/evaluation.py",
        "if searcher.has(one) and searcher.sees(one) and condition.meets(one)]",
        "if condition.meets(one)]",
        "GET search",
    ),
    "a reason": (
        HIDDEN_ISSUE,
        "rest/replies.py",
        "messages.append(answer.message.format(said))",
        "messages.append(said.reason)",
        "GET issue",
    ),
    "a count of links": (
        HIDDEN_ISSUE,
        "jira/site_info.py",
        "len(links_seen(site, caller, issue))",
        "site.links.count_of(issue.id)",
        "GET issue/limit/report",
    ),
    "a count of comments near a limit": (
        RESTRICTED_COMMENT,
        "jira/site_info.py",
        "len(visible_comments(site, caller, issue))",
        "site.comments.count_of(issue)",
        "GET issue/limit/report",
    ),
    "grants of a deleted project": (
        DELETED_PROJECT,
        "jira/issues/store.py",
        "if issue.project == project:",
        "if False:",
        "GET issue/",
    ),
    "an error": (
        HIDDEN_ISSUE,
        "jira/issues/refusals.py",
        'condition="an issue that the caller may not see",\n        status=404,',
        'condition="an issue that the caller may not see",\n        status=403,',
        "GET issue/HID-1",
    ),
    "a restricted comment": (
        RESTRICTED_COMMENT,
        "jira/comments/rules.py",
        "return may_see(site, caller, issue) and may_read(site, caller, issue, comment)",
        "return may_see(site, caller, issue)",
        "POST comment/list",
    ),
    "a count of comments": (
        RESTRICTED_COMMENT,
        "jira/comments/rest.py",
        '"maxResults": page.max_results,\n        "total": len(comments),',
        '"maxResults": page.max_results,\n        "total": call.site.comments.count_of(issue),',
        "GET issue/APP-1/comment",
    ),
}
"""For each the property that is to find it; the file, what stands there once, what is put in its place; the request."""


def told_apart_by(copy: Path, name: str) -> list[str]:
    """Run a property against a copy of the product, and return what it prints."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
    command = [sys.executable, "-c", RUN, str(copy), str(ROOT), name]
    run = subprocess.run(command, cwd=copy, env=own, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the package under test."""
    package = Path(jira_linkfake.__file__).parent
    shutil.copytree(package, tmp_path / package.name)  # with what is compiled: Python sees which source is another
    return tmp_path


@pytest.mark.parametrize(("name", "path", "line", "leak", "request_"), LEAKS.values(), ids=LEAKS)
def test_planted_leak_is_found(copy: Path, name: str, path: str, line: str, leak: str, request_: str) -> None:
    """A rule that forgets who may see what is found, in the copy that has it and by a request that shows it."""
    source = copy / "jira_linkfake" / path
    text = source.read_text(encoding="utf-8")
    assert text.count(line) == 1
    source.write_text(text.replace(line, leak), encoding="utf-8")
    where, request = told_apart_by(copy, name)
    assert Path(where) == copy / "jira_linkfake" / "__init__.py"
    assert request.replace("/rest/agile/1.0/", "").startswith(request_)
