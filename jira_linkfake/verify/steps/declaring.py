"""How steps are declared: the name, the rule of the answer, the path; then what the request has and needs."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.step import Caller, Step

MUCH = "x" * 300


def get(name: str, rule: str, path: str, *, needs: str = "", **more: Any) -> Step:
    """Return a step that reads; `needs` are names with commas between."""
    return Step(name=name, answered_by=rule, path=path, needs=_several(needs), **more)


def post(name: str, rule: str, path: str, body: Any = None, *, needs: str = "", **more: Any) -> Step:
    """Return a step that POSTs."""
    return Step(name=name, answered_by=rule, method="POST", path=path, body=body, needs=_several(needs), **more)


def put(name: str, rule: str, path: str, body: Any = None, *, needs: str = "", **more: Any) -> Step:
    """Return a step that PUTs."""
    return Step(name=name, answered_by=rule, method="PUT", path=path, body=body, needs=_several(needs), **more)


def delete(name: str, rule: str, path: str, body: Any = None, *, needs: str = "", **more: Any) -> Step:
    """Return a step that DELETEs."""
    return Step(name=name, answered_by=rule, method="DELETE", path=path, body=body, needs=_several(needs), **more)


def edit(name: str, rule: str, body: Any, *, needs: str = "one", issue: str = "one", **more: Any) -> Step:
    """Return a step that edits an issue."""
    return put(name, rule, f"issue/{{{issue}}}", body, needs=needs, **more)


def create(name: str, rule: str, *, needs: str = "", caller: Caller = "user", **fields: Any) -> Step:
    """Return a step that makes an issue with these fields besides those that it must have; those of `...` are left out.

    The issue has the label of the run, which finds it again.
    """
    usual = {
        "project": {"key": "{project}"},
        "issuetype": {"id": "{type_id}"},
        "summary": "An issue of {label}",
        "labels": ["jira-linkfake-verify", "{label}"],
    }
    chosen = {key: value for key, value in {**usual, **fields}.items() if value is not ...}
    return post(name, rule, "issue", {"fields": chosen}, needs=needs, caller=caller, is_new_issue=True)


def jql(name: str, rule: str, sought: str, /, *, needs: str = "", **more: Any) -> Step:
    """Return a step that searches."""
    asked = {"jql": sought, "fields": "summary", **more.pop("query", {})}
    return get(f"jql: {name}", rule, "search/jql", query=asked, needs=needs, **more)


def _several(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())
