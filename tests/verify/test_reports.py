"""What can be sent to the project has nothing of the site's own in it, and what is for oneself has everything."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jira_linkfake.verify.comparing import Difference
from jira_linkfake.verify.reporting import allowed, as_report
from jira_linkfake.verify.running import Outcome
from jira_linkfake.verify.site_client import Reply, Sent
from jira_linkfake.verify.steps import all_steps
from tests.verify import keys
from tests.verify.held import ENVIRON, a_site, hold

MARK = "PlantedByTheSite"


def _planted_in(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {**{name: _planted_in(one, name) for name, one in value.items()}, f"{MARK}Key": f"{MARK} value"}
    if isinstance(value, list):
        return [_planted_in(one, key) for one in value]
    is_text = (
        isinstance(value, str) and not value.isdigit() and key not in ("key", "self", "id", "accountId", "cloudId")
    )
    return f"{value} {MARK}" if is_text else value


def everywhere(sent: Sent, carry: Callable[[Sent], Reply]) -> Reply:
    """Plant a string wherever a site could tell one of its own: in keys, values, messages and headers."""
    reply = carry(sent)
    if not isinstance(reply.json, (dict, list)) or "/permissions" in sent.path or "mypermissions" in sent.path:
        return reply
    body = json.dumps(_planted_in(reply.json)).encode()
    headers = {**reply.headers, "content-type": f"application/json;x={MARK}", "allow": MARK, "location": f"/{MARK}"}
    return reply._replace(body=body, headers=headers)


def test_a_report_has_nothing_of_the_sites(tmp_path: Path) -> None:
    """Whatever strings a site plants, none gets into the report; what is for oneself has them."""
    jira, report, found = a_site(), tmp_path / "report.json", tmp_path / "found.json"
    subjects = ("links", "comments", "users", "site: statuses", "projects: roles", "jql: issues by their key")
    subjects += ("filters: one", "sprints: one", "boards: how one is configured", "epics: one")
    given = ("--report", str(report), "--patience=0", "--steps", *subjects)
    held = hold(jira, *given, planted=everywhere, json_file=found)
    told = report.read_text(encoding="utf-8")
    assert held.status == 1
    assert MARK in found.read_text(encoding="utf-8")
    assert MARK not in told
    own = ("your-domain", "verifier", "PROJ", "Sandboxes", "staff", "Developers", "Reason", "jira-linkfake-verify")
    assert [text for text in (*own, *ENVIRON.values()) if text in told] == []
    assert [one for one in json.loads(told)["steps"] if one["differences"]] != []


def test_a_report_has_what_says_something_to_us() -> None:
    """A report has steps, rules, statuses, documented keys and our own templates of words."""
    step = next(one for one in all_steps() if one.name == "links: of an unknown type, by its name")
    words = "No issue link type with name 'Secret' found."
    differences = (
        Difference(kind="status", where="", site=401, twin=404),
        Difference(kind="words", where="errorMessages[0]", site=words, twin="No such thing"),
        Difference(kind="further", where="fields.issuelinks[0].12345", site={"self": "x", "mine": [1, None, True]}),
        Difference(kind="header", where="content-type", site="text/html;charset=utf-8", twin="of/mine"),
        Difference(kind="number", where="values", site=2, twin=1),
    )
    outcome = Outcome(step=step, result="differs", rule="LinkTypeUnknown", differences=differences)
    told = json.loads(as_report([outcome], is_cloud=True, version="3"))
    assert told["deployment"] == "Cloud"
    assert told["steps"] == [
        {
            "name": step.name,
            "result": "differs",
            "late": False,
            "rule": "LinkTypeUnknown",
            "differences": [
                {"kind": "status", "site": 401, "ours": 404},
                {
                    "kind": "words",
                    "where": "errorMessages[]",
                    "site": "No issue link type with {by} '{value}' found.",
                    "ours": "string",
                },
                {
                    "kind": "further",
                    "where": "fields.issuelinks[].<key>",
                    "site": {"self": "string", "<key>": ["number", "null", "boolean"]},
                    "ours": "null",
                },
                {"kind": "header", "where": "content-type", "site": "text/html;charset=utf-8", "ours": "string"},
                {"kind": "number", "where": "values", "site": "number", "ours": "number"},
            ],
        }
    ]


@pytest.mark.parametrize("value", ["{id}", "{planted}", "Blocks", "2026-01-01", "https://example.com"])
def test_a_text_is_told_as_its_type(value: str) -> None:
    """No text of a site is told, not even one that looks like ours."""
    assert allowed(value) == "string"


def test_the_keys_that_may_be_told_are_those_of_the_reference() -> None:
    """The package's list of keys is what Atlassian's description has; `python -m tests.verify.keys` writes it."""
    assert set(keys.FILE.read_text(encoding="utf-8").split()) == keys.documented()
