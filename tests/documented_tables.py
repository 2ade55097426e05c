"""The tables of the documentation that say what the code says, made from the code.

They stand in the pages between `<!-- table: ... -->` and `<!-- end -->`; `python -m tests.documented_tables` rewrites
them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from itertools import groupby
from pathlib import Path

import jira_linkfake
from jira_linkfake import known_answers, scenarios
from jira_linkfake.faults.rewriting import GERMAN
from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import Evidence
from jira_linkfake.jira.link_types.model import FRESH_LINK_TYPES
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.search.evaluation import CLAUSES, clauses_not_served
from jira_linkfake.jira.search.functions import FUNCTIONS, REAL_FUNCTIONS
from jira_linkfake.jira.workflow.model import FRESH_ISSUE_TYPES, FRESH_PRIORITIES, FRESH_STATUSES
from jira_linkfake.options import OPTIONS
from jira_linkfake.rest.operations import FAMILIES, all_operations
from jira_linkfake.verify.coverage import told_of
from tests.wire.schemas.known import NEVER, NOT_YET, UNHEEDED

TABLE = re.compile(r"(?P<start><!-- table: (?P<name>[\w ]+) -->\n).*?(?P<end><!-- end -->)", re.S)
_ON_GITHUB = re.compile(r"(?P<project>[\w-]+/[\w.-]+\w)(?: (?P<kind>issue|pull request) (?P<number>\d+))?")
_THREADS = {"issue": "/issues/", "pull request": "/pull/"}
SOURCES = {
    record: name.lower().replace("_", " ") for name, record in vars(evidence).items() if isinstance(record, Evidence)
}


def with_tables(text: str) -> str:
    """Return a page with its tables as the code has them."""
    return TABLE.sub(lambda table: table["start"] + TABLES[table["name"]]() + table["end"], text)


def _table(*rows: Iterable[object]) -> str:
    head, *body = map(tuple, rows)
    return "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in (head, ("---",) * len(head), *body))


def _cell(value: object) -> str:
    return str(value).replace("|", r"\|")


def _code(*values: object) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _paragraphs(thing: object) -> list[str]:
    """Return a docstring's paragraphs, each on one line."""
    return [" ".join(paragraph.split()) for paragraph in (inspect.getdoc(thing) or "").split("\n\n")]


def _endpoints() -> str:
    return _table(
        ("Request", "Operation", "Status", "Body", "Evidence", "Tried by `verify`"),
        *(
            (_request(one.when), _code(one.rule), one.status, one.body, _evidence(one.status_by), told_of(one))
            for one in known_answers.successes()
        ),
    )


def _request(when: str) -> str:
    """Return a request as code, with the case in which it is answered so."""
    method, path, *case = when.split(" ", 2)
    return " ".join([_code(f"{method} {path}"), *case])


def _not_served() -> str:
    missing = [operation for operation in all_operations() if not operation.served]
    by_path = groupby(sorted(missing, key=lambda one: one.path), key=lambda one: one.path)
    rows = [(_code(path), _code(*(one.method for one in operations))) for path, operations in by_path]
    return _table(("Path", "Methods"), *rows, *((_code(path), "all") for path in FAMILIES))


def _refusals() -> str:
    return _table(
        (
            "When",
            "Status",
            "Sites were seen to",
            "Words",
            "Body",
            "Evidence of the status",
            "Evidence of the words",
            "Tried by `verify`",
        ),
        *(
            (
                one.when,
                one.status,
                one.seen or "",
                "; ".join(map(_code, one.words)),
                one.body,
                _evidence(one.status_by),
                _evidence(one.words_by),
                told_of(one),
            )
            for one in known_answers.refusals()
        ),
    )


def _trouble_answers() -> str:
    return _table(
        ("When", "Status", "Words", "Body", "Evidence of the status", "Evidence of the words", "Tried by `verify`"),
        *(
            (
                one.when,
                one.status,
                _code(*one.words),
                one.body,
                _evidence(one.status_by),
                _evidence(one.words_by),
                told_of(one),
            )
            for one in known_answers.in_jiras_place()
        ),
    )


def _german() -> str:
    return _table(("Words", "In German"), *((_code(english), _code(german)) for english, german in GERMAN.items()))


def _disagreements() -> str:
    return _table(
        ("When", '`"documented"`: the reference says', '`"observed"`: sites were seen to', "How we know"),
        *(
            (one.when, one.status, one.seen, _with_links(str(one.seen.where)))
            for one in known_answers.refusals()
            if one.seen
        ),
    )


def _with_links(text: str) -> str:
    """Return a text with links to the projects on GitHub, and to their issues, that it names."""
    return _ON_GITHUB.sub(
        lambda found: (
            f"[{found[0]}](https://github.com/{found['project']}{_THREADS.get(found['kind'], '')}"
            f"{found['number'] or ''})"
        ),
        text,
    )


def _evidence(record: Evidence) -> str:
    return f"{record.grade}: {SOURCES.get(record, _with_links(record.source))}"


def _sources() -> str:
    return _table(("Name", "Where"), *((name, _with_links(record.source)) for record, name in SOURCES.items()))


def _statuses_not_given() -> str:
    return _table(
        ("Operation", "Status of the reference", "Why no request brings it about"),
        *((_code(name), status, why) for (name, status), why in known_answers.NOT_GIVEN.items()),
    )


def _statuses_beside() -> str:
    return _table(
        ("Operation", "Status here", "What answers it", "Why, though the reference does not have it"),
        *(
            (_code(name), status, _code(rule), why)
            for (name, status, rule), why in known_answers.BESIDE_THE_REFERENCE.items()
        ),
        *(("any", status, _code(rule), why) for (status, rule), why in known_answers.OF_ANY_OPERATION.items()),
    )


def _shapes() -> str:
    return _table(
        ("What differs", "Why"),
        *(NEVER | NOT_YET).values(),
    )


def _unheeded() -> str:
    by_why: dict[str, list[str]] = {}
    for (operation, name), why in sorted(UNHEEDED.items()):
        by_why.setdefault(why, []).append(f"{_code(name.split()[1])} of {_code(operation)}")
    return _table(("What", "Why"), *((", ".join(names), why) for why, names in by_why.items()))


def _openapi() -> str:
    return f"Compared with {evidence.OPENAPI}.\n"


def _options() -> str:
    return _table(
        ("Option", "Default", "Takes", "Meaning", "On the object"),
        *(
            (
                _code(name),
                _code(repr(option.default)),
                option.accepts,
                option.help,
                "no" if option.fixed else _code(f"jira.{name} = ..."),
            )
            for name, option in OPTIONS.items()
        ),
    )


def _scenarios(kind: str) -> str:
    """Return the ready-made scenarios of a module."""
    ready_made = {name: scenarios.by_name(name) for name in scenarios.__all__}
    rows = [(name, one) for name, one in ready_made.items() if one.__module__ == f"{scenarios.__name__}.{kind}"]
    return _table(
        ("Scenario", "What it does", "What follows", "The bug it stands for"),
        *((_code(name + _parameters(one)), *_paragraphs(one)) for name, one in rows),
    )


def _parameters(scenario: object) -> str:
    """Return a scenario's own parameters as they are written; those that every fault has stand beside the table."""
    parameters = inspect.signature(scenario).parameters.values()
    own = [one for one in parameters if one.name not in ("jira", "times", "method", "path")]
    plain = [one.replace(annotation=one.empty, kind=one.KEYWORD_ONLY) for one in own]
    return str(inspect.Signature(plain)).replace("(*, ", "(").replace("'", '"') if plain else ""


def _names() -> str:
    return _table(
        ("Name", "What it is", "Fields"),
        *(
            (_code(name), _meaning(getattr(jira_linkfake, name)), _code(*_fields(getattr(jira_linkfake, name))))
            for name in jira_linkfake.__all__
        ),
    )


def _meaning(thing: object) -> str:
    return str(thing.value) if isinstance(thing, Enum) else _paragraphs(thing)[0]


def _fields(thing: object) -> list[str]:
    if not isinstance(thing, type):
        return []
    if issubclass(thing, Plain):
        shown = list(thing._fields)
    elif is_dataclass(thing):
        shown = [one.name for one in fields(thing) if one.repr]
    else:
        return []
    names = shown + [k for k, v in vars(thing).items() if isinstance(v, property)]
    return [name for name in names if not name.startswith("_")]


def _directions() -> str:
    return _table(
        ("Type", "From PROJ-1", "From OPS-1"),
        *((one.name, f"PROJ-1 {one.outward} OPS-1", f"OPS-1 {one.inward} PROJ-1") for one in FRESH_LINK_TYPES),
    )


def _fresh_site() -> str:
    names = {
        "link types": [f"{one.name} ({one.outward}, {one.inward})" for one in FRESH_LINK_TYPES],
        "types of issues": [one.name for one in FRESH_ISSUE_TYPES],
        "statuses": [one.name for one in FRESH_STATUSES],
        "priorities": [one.name for one in FRESH_PRIORITIES],
    }
    return _table(("A fresh site's", "are"), *((kind, ", ".join(names[kind])) for kind in names))


def _jql_fields() -> str:
    return _table(
        ("Field", "Operators", "Values", "Functions", "Order"),
        *(
            (
                _code(*clause.names),
                _code(*clause.operators),
                clause.values,
                _code(*(one.usage for one in FUNCTIONS.values() if one.gives == clause.takes)),
                "yes" if clause.sort else "no",
            )
            for clause in CLAUSES
        ),
    )


def _jql_functions() -> str:
    return _table(("Function", "Gives"), *((_code(one.usage), one.meaning) for one in FUNCTIONS.values()))


def _jql_not_served() -> str:
    return _table(
        ("What", "Names"),
        ("fields", _code(*clauses_not_served())),
        ("functions", _code(*sorted(REAL_FUNCTIONS))),
    )


TABLES: dict[str, Callable[[], str]] = {
    "endpoints": _endpoints,
    "not served": _not_served,
    "refusals": _refusals,
    "german": _german,
    "disagreements": _disagreements,
    "sources": _sources,
    "openapi": _openapi,
    "shapes": _shapes,
    "unheeded": _unheeded,
    "statuses not given": _statuses_not_given,
    "statuses beside the reference": _statuses_beside,
    "options": _options,
    "states": partial(_scenarios, "states"),
    "outages": partial(_scenarios, "outages"),
    "trouble answers": _trouble_answers,
    "names": _names,
    "fresh site": _fresh_site,
    "directions": _directions,
    "jql fields": _jql_fields,
    "jql functions": _jql_functions,
    "jql not served": _jql_not_served,
}

if __name__ == "__main__":
    root = Path(__file__).parent.parent
    for page in [root / "README.md", *(root / "docs").glob("*.md")]:
        page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")
