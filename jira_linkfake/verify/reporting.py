"""What a run found: as a table with both sides of each difference, as JSON, and as what can be sent to the project."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pkgutil import get_data
from typing import Any

from jira_linkfake import __version__
from jira_linkfake.errors import printable
from jira_linkfake.known_answers import known_replies, pattern_of
from jira_linkfake.verify.comparing import Difference, type_of
from jira_linkfake.verify.running import Outcome, Result

_WIDTH = 300
CONTENT_TYPES = frozenset(
    {
        "application/json",
        "application/json;charset=utf-8",
        "application/problem+json",
        "application/problem+json;charset=utf-8",
        "text/html;charset=utf-8",
        "text/plain;charset=utf-8",
    }
)


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines that tell what came of each step, then both sides of what differs, then the sum of it."""
    width = max((len(_name(one)) for one in outcomes), default=0)
    for subject in dict.fromkeys(one.step.subject for one in outcomes):
        yield subject
        of_subject = (one for one in outcomes if one.step.subject == subject)
        yield from (f"    {_name(one):{width}}  {_result(one)}" for one in of_subject)
    differing = [one for one in outcomes if one.differences]
    for outcome in differing:
        yield ""
        yield from side_by_side(outcome)
    yield ""
    yield from totals(outcomes)


def _name(outcome: Outcome) -> str:
    return outcome.step.name.partition(": ")[2]


def _result(outcome: Outcome) -> str:
    if outcome.result == "not tried":
        return f"not tried: {printable(outcome.why)}"
    if outcome.result == "differs":
        return "differs: " + "; ".join(dict.fromkeys(str(one) for one in outcome.differences))
    return f"agrees, after {outcome.late:.1f} s in which search was behind" if outcome.late else "agrees"


def side_by_side(outcome: Outcome) -> Iterator[str]:
    """Yield both sides of what differs in a step, the rows of our answers that it concerns, and their evidence."""
    yield outcome.step.name
    for one in outcome.differences:
        yield f"    {one}"
        yield f"        the site: {_shown(one.site)}"
        yield f"        ours:     {_shown(one.twin)}"
    for row in outcome.rows:
        yield f"    concerns: {row.when} ({row.rule})"
        yield f"        status {row.status_by.grade}, words {row.words_by.grade}"


def _shown(value: object) -> str:
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]}..."


def totals(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield how many steps agree, and which value of `answers` fits."""
    counted = Counter(one.result for one in outcomes)
    yield ", ".join(f"{counted[result]} {word}" for result, word in _WORDS.items())
    late = [one.late for one in outcomes if one.late]
    if late:
        yield f"search was behind in {len(late)} steps, for up to {max(late):.1f} s"
    fits = fitting(outcomes)
    if fits:
        yield fits


_WORDS: dict[Result, str] = {"agrees": "agree", "differs": "differ", "not tried": "not tried"}


def fitting(outcomes: Iterable[Outcome]) -> str:
    """Return which value of `answers` fits the site, or nothing where no step told."""
    votes = Counter(one.fits for one in outcomes if one.fits)
    if not votes:
        return ""
    best, count = votes.most_common(1)[0]
    total = sum(votes.values())
    return f'answers="{best}" fits the site: in {count} of the {total} steps where the two differ'


def as_json(outcomes: Sequence[Outcome], site: str) -> str:
    """Return everything that a run found, for yourself: texts of the site are in it."""
    steps = [
        {
            "name": one.step.name,
            "result": one.result,
            "why": one.why,
            "rule": one.rule or one.step.answered_by,
            "late": round(one.late, 1),
            "differences": [
                {"kind": found.kind, "where": found.where, "site": found.site, "ours": found.twin}
                for found in one.differences
            ],
            "rows": _rows(one) if one.differences else [],
        }
        for one in outcomes
    ]
    return json.dumps({"site": site, "answers": fitting(outcomes), "steps": steps}, indent=2, ensure_ascii=False)


def _rows(outcome: Outcome) -> list[dict[str, str]]:
    return [{"when": row.when, "status": row.status_by.grade, "words": row.words_by.grade} for row in outcome.rows]


def as_report(outcomes: Sequence[Outcome], *, is_cloud: bool, version: str) -> str:
    """Return what can be sent to the project: nothing in it is the site's own.

    It has names of steps and rules, statuses, keys of JSON that Atlassian documents, and templates of our own words.
    All else becomes the name of its type.
    """
    steps = [
        {
            "name": one.step.name,
            "result": one.result,
            "late": bool(one.late),
            "rule": one.rule or one.step.answered_by,
            "differences": [_allowed_difference(found) for found in one.differences],
        }
        for one in outcomes
    ]
    whole = {
        "jira_linkfake": __version__,
        "deployment": "Cloud" if is_cloud else "other",
        "api": version,
        "answers": fitting(outcomes),
        "steps": steps,
    }
    return json.dumps(whole, indent=2)


def _allowed_difference(found: Difference) -> dict[str, Any]:
    site, ours = found.site, found.twin
    if found.kind in ("status", "answers"):
        return {"kind": found.kind, "site": int(site), "ours": int(ours)}
    if found.kind == "header":
        return {"kind": found.kind, "where": found.where, "site": _header(site), "ours": _header(ours)}
    return {"kind": found.kind, "where": _allowed_path(found.where), "site": allowed(site), "ours": allowed(ours)}


def _header(value: str | None) -> str | None:
    return value if value is None or value in CONTENT_TYPES else "string"


def _allowed_path(where: str) -> str:
    """Return the path of a difference with the keys that may be told, and lists without the place in them."""
    bare = re.sub(r"\[[^\]]*\]", "[]", where)
    return re.sub(r"[^.\[\]]+", lambda found: found[0] if found[0] in documented_keys() else "<key>", bare)


def allowed(value: Any) -> Any:
    """Return what of a value may be told to anybody."""
    if isinstance(value, dict):
        return {key if key in documented_keys() else "<key>": allowed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [allowed(one) for one in value]
    if isinstance(value, str):
        return _template_of(value)
    return type_of(value)


@cache
def _template_of(text: str) -> str:
    """Return the template of our own words that a text is made of, or the name of its type."""
    return next((template for template, pattern in _templates() if pattern.fullmatch(text)), "string")


@cache
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return our own templates of Jira's words with their patterns, the most particular first."""
    found = {text for row in known_replies() for _, text in row.messages}
    particular = sorted(found, key=lambda text: -len(re.sub(r"\{\w+\}", "", text)))
    return tuple((text, pattern_of(text)) for text in particular)


@cache
def documented_keys() -> frozenset[str]:
    """Return the keys of JSON that Atlassian's description of the API has."""
    data = get_data(__package__, "documented_keys.txt") or b""
    return frozenset(data.decode().split())
