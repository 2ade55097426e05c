"""A field of issues is declared in its subject's `fields.py`, and no list of fields is kept anywhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import jira_linkfake
from jira_linkfake.jira.fields.registry import FIELDS
from jira_linkfake.jira.permissions.model import PROJECT_PERMISSIONS

TOP = Path(jira_linkfake.__file__).parent
IDS = {field.id for field in FIELDS}

# What names several fields outside the declarations, and why.
ELSEWHERE = {
    "jira/issue_links/as_json.py": "an issue in a link has four fixed fields, made once for all links of a reply",
    "jira/site_info.py": "Jira's report calls some of what it counts by the names of fields",
    "jira/search/clauses.py": "what functions of JQL give, some of which is called as fields are",
    "jira/notifications/rest.py": "whom mail of an issue can go to",
    "jira/search/sanitizing.py": "the clauses whose values are projects and issues, by all their names",
    "jira/search/evaluation.py": "all of Jira's names in JQL, those of what is served among them",
    "jira/search/rest.py": "what completes JQL that is typed, and what Jira's Java calls the values",
    "jira/workflow/as_json.py": "what a status is made of in Jira's JSON, of which some is called as fields are",
    "jira/projects/rest.py": "what a project is made of, as the above",
    "jira/tasks/rest.py": "what a task is made of, as the above",
    "jira/bulk/rest.py": "what values of many fields come as in a request that edits many issues, and parts of a task",
    "jira/archiving/rest.py": "what a task is made of, as the above",
    "jira/permission_schemes/rules.py": "whom a scheme can name, some of which is called as fields are",
    "jira/site.py": "kinds of things that get ids, some of which are called as fields are",
    "jira/refusal.py": "a sentence about what does not exist",
    "inspector/control.py": "what the control API tells of an issue, some of which is called as fields are",
    "verify/steps/search_steps.py": "what the steps of verify ask for, as any client does",
    "verify/steps/issue_steps.py": "as the above",
    "verify/steps/declaring.py": "as the above",
    "verify/needs.py": "as the above",
    "verify/comparing.py": "what of two answers is made alike before they are compared",
    "verify/surveying.py": "what a site says of itself, some of which is called as fields are",
    "testing/hints.py": "what bodies can have, some of which is called as fields are",
    "data/dumping.py": "lists of data, some of which are called as fields are",
    "data/loading.py": "the same",
    "data/said.py": "the same, and of what kinds things are",
    "data/issues_of_data.py": "attributes of issues in data",
    "data/jira_answers.py": "what answers of Jira call fields, and what data calls them",
    "testing/seeding.py": "what the arguments of add_issue are called",
    "testing/changing.py": "what those of set_issue are called",
    "testing/outcomes.py": "what those of assert_issue are called",
    "testing/verbs.py": "what an argument of one verb is called by another, and by Jira",
    "testing/differences.py": "what a site has a table of, some of which are called as fields are",
}


def _lists_of_fields(source: str) -> set[int]:
    """Return the lines on which a list, tuple, set, dict or text with commas begins that names several fields."""
    return {line for line, names in _lists(ast.parse(source)) if len(IDS & names) > 1}


def _lists(tree: ast.AST) -> Iterator[tuple[int, set[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            yield node.lineno, set(_texts(node.elts))
        elif isinstance(node, ast.Dict):
            yield node.lineno, set(_texts(node.keys))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, {name.strip() for name in node.value.split(",")}


def _texts(nodes: list[ast.expr] | list[ast.expr | None]) -> Iterator[str]:
    return (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_declaration(path: Path) -> bool:
    return path.name == "fields.py"


def test_no_list_of_fields_is_kept_elsewhere():
    """Only declarations name several fields at once, and what there is a reason for."""
    keeping = {
        str(path.relative_to(TOP))
        for path in TOP.rglob("*.py")
        if not _is_declaration(path) and _lists_of_fields(path.read_text(encoding="utf-8"))
    }
    assert keeping == ELSEWHERE.keys()


def test_no_code_asks_which_field_it_is():
    """What differs from field to field is said by its declaration: nothing compares with the id of one."""
    asking = {
        str(path.relative_to(TOP))
        for path in (TOP / "jira").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare) and IDS.intersection(_texts([node.left, *node.comparators]))
    }
    # By what comments are ordered, a node of documents, and a part of a worklog, are called as fields are; labels are
    # told one by one, and a board asks of which projects its query is.
    assert asking == {
        "jira/boards/contents.py",
        "jira/comments/rest.py",
        "jira/rich_text/writing_inline.py",
        "jira/history/telling.py",
        "jira/worklogs/rules.py",
    }


@pytest.mark.parametrize(
    "source",
    [
        '_NOT_NAVIGABLE = frozenset({"comment", "worklog", "subtasks"})',
        '_FIELDS = {"summary": 1, "priority": 2}',
        'wanted_fields(["summary,issuetype,project"])',
    ],
)
def test_a_list_of_fields_is_seen(source):
    """Such a list, in whatever form, is found where it is written."""
    assert _lists_of_fields(f"import json\n\n{source}\n") == {3}


def test_a_permission_that_a_field_takes_is_one_of_jiras():
    """A field can only take a permission that can be held in a project."""
    taken = {field.permission for field in FIELDS} - {None}
    assert taken == {
        "ASSIGN_ISSUES",
        "LINK_ISSUES",
        "MODIFY_REPORTER",
        "RESOLVE_ISSUES",
        "SCHEDULE_ISSUES",
        "SET_ISSUE_SECURITY",
        "WORK_ON_ISSUES",
    }
    assert taken <= PROJECT_PERMISSIONS.keys()
