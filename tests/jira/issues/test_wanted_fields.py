"""Which fields of an issue a request asks for."""

from __future__ import annotations

import pytest

from jira_linkfake.jira.issues.as_json import wanted_fields


@pytest.mark.parametrize(
    ("asked_for", "wanted"),
    [
        ("*all", ["comment", "status", "summary"]),
        ("*all,-summary", ["comment", "status"]),
        ("*navigable", ["status", "summary"]),
        ("*navigable,comment", ["comment", "status", "summary"]),
        ("*navigable,comment,-comment,-status", ["summary"]),
        ("summary,comment", ["comment", "summary"]),
        ("summary,comment,-comment", ["summary"]),
        ("-summary", ["comment", "status"]),
    ],
)
def test_wanted_fields(asked_for: str, wanted: list[str]) -> None:
    """Groups and names are wanted, a field that only its name brings too, and none that is taken away."""
    fields = wanted_fields([asked_for])

    assert [name for name in ("comment", "status", "summary") if name in fields] == wanted
