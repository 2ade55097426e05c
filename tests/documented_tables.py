"""The tables of the documentation that say what the code says, made from the code.

They stand in the pages between `<!-- table: ... -->` and `<!-- end -->`; `python -m tests.documented_tables` rewrites
them.
"""

from __future__ import annotations

import inspect
import re
from argparse import Action, ArgumentParser
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from importlib import import_module
from itertools import groupby
from pathlib import Path

import jira_linkfake
from jira_linkfake import FakeJira, known_answers, scenarios, serve
from jira_linkfake.data.json_schema import json_schema
from jira_linkfake.faults.rewriting import GERMAN
from jira_linkfake.inspector import control  # noqa: F401 - which declares the routes
from jira_linkfake.inspector.routes import BELOW, ROUTES
from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import Evidence
from jira_linkfake.jira.link_types.model import FRESH_LINK_TYPES
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.search.evaluation import CLAUSES, clauses_not_served
from jira_linkfake.jira.search.functions import FUNCTIONS, REAL_FUNCTIONS
from jira_linkfake.jira.workflow.model import FRESH_ISSUE_TYPES, FRESH_PRIORITIES, FRESH_STATUSES
from jira_linkfake.known_answers import KnownReply
from jira_linkfake.options import OPTIONS
from jira_linkfake.rest.operations import FAMILIES, all_operations
from jira_linkfake.verify.coverage import told_of
from tests.clients.methods import atlassian, jira, jira_js, mcp_atlassian
from tests.clients.methods.outcomes import Broken, NotServed, Outcome, Refused, Works
from tests.clients.test_jira_js_reads import READS
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
    marks = ["``" if "`" in str(value) else "`" for value in values]
    return ", ".join(f"{mark}{value}{mark}" for mark, value in zip(marks, values, strict=True))


def _paragraphs(thing: object) -> list[str]:
    """Return a docstring's paragraphs, each on one line."""
    return [" ".join(paragraph.split()) for paragraph in (inspect.getdoc(thing) or "").split("\n\n")]


def _operations(subject: str) -> str:
    return _table(
        ("Request", "Operation", "Status", "Body", "Evidence", "Tried by `verify`"),
        *(
            (_request(one.when), _code(one.rule), one.status, one.body, _evidence(one.status_by), told_of(one))
            for one in known_answers.successes()
            if one.subject == subject
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
    families = [(_code(path), "all others" if _is_served_below(path) else "all") for path in FAMILIES]
    return _table(("Path", "Methods"), *rows, *families)


def _is_served_below(start: str) -> bool:
    return any(one.served for one in all_operations() if one.path.startswith(start))


def _served() -> str:
    parts = {"/rest/api/": "the platform, in versions 2 and 3", "/rest/agile/": "Jira Software"}
    by_part = {
        name: [bool(one.served) for one in all_operations() if one.path.startswith(start)]
        for start, name in parts.items()
    }
    return _table(("Operations of", "Served", "Of"), *((name, sum(of), len(of)) for name, of in by_part.items()))


def _refusals(subject: str) -> str:
    return _table(
        ("When", "Status", "Words", "Evidence", "Tried by `verify`"),
        *(_refusal(one) for one in known_answers.refusals() if one.subject == subject),
    )


def _refusal(one: KnownReply) -> tuple[str, ...]:
    status = f"{one.status}; sites were seen to {one.seen}" if one.seen else str(one.status)
    words = "; ".join(map(_code, one.words)) or one.body
    return f"{one.when} ({_code(one.rule)})", status, words, _evidence_of_both(one), told_of(one)


def _evidence_of_both(one: KnownReply) -> str:
    """Return how the status is known, and how the words are where that is another story."""
    status, words = _evidence(one.status_by), _evidence(one.words_by)
    return status if status == words else f"status {status}; words {words}"


SUBJECTS = sorted({one.subject for one in known_answers.known_replies()} - {"faults"})


def _title(subject: str) -> str:
    return {"requests": "Any request", "search": "Search and JQL"}.get(subject, subject.replace("_", " ").capitalize())


def answers_page(subject: str) -> str:
    """Return the page of what Jira answers about a subject."""
    about = "What any request can be answered."
    if subject != "requests":
        about = _paragraphs(import_module(f"jira_linkfake.jira.{subject}"))[0]
    parts = {"Operations": _operations(subject), "Refusals": _refusals(subject)}
    tables = [f"## {heading}\n\n{table}" for heading, table in parts.items() if table.count("\n") > 2]
    how_to_read = "[How to read this page](../answers.md)."
    page = "\n".join([f"# Answers: {_title(subject)}\n", f"{about} {how_to_read}\n", *tables])
    return page.replace("](sources.md", "](../sources.md")


def _subjects() -> str:
    return _table(
        ("Subject", "Successes", "Refusals"),
        *(
            (
                f"[{_title(subject)}](answers/{subject}.md)",
                sum(one.subject == subject for one in known_answers.successes()),
                sum(one.subject == subject for one in known_answers.refusals()),
            )
            for subject in SUBJECTS
        ),
    )


def _faults() -> str:
    return _table(
        ("When", "Status", "Words", "Body", "Evidence"),
        *(
            (one.when, one.status, _code(*one.words), one.body, _evidence_of_both(one))
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
    if record not in SOURCES:
        return f"{record.grade}: {_with_links(record.source)}"
    name = SOURCES[record]
    return f"{record.grade}: [{name}](sources.md#{name.replace(' ', '-')})"


def _sources() -> str:
    return "".join(f"## {name}\n\n{_with_links(record.source)}.\n\n" for record, name in SOURCES.items())


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


GROUPS = {
    "Seeding": "Seed",
    "Permitting": "Permit",
    "Changing": "Change the site in the middle of a test",
    "Acting": "Change the site in the middle of a test",
    "Troubling": "Time and faults",
    "Responding": "Answer yourself",
    "Looking": "Look",
    "Snapshots": "Compare",
    "Assertions": "Assert",
    "Outcomes": "Assert",
    "FakeJira": "Reach the site",
}
"""Under which heading the members of a class stand; a class of several is named with what it adds."""


OF_THEIR_OWN = {"load": "Seed", "dump": "Look", "graph": "Look", "report": "Look"}
"""Members whose class does not say under which heading they stand."""


def members() -> dict[str, list[str]]:
    """Return the members of a `FakeJira`, with its verbs that are called as options, by heading."""
    groups: dict[str, list[str]] = {heading: [] for heading in GROUPS.values()}
    for kind in FakeJira.__mro__:
        heading = next((GROUPS[start] for start in GROUPS if kind.__name__.startswith(start)), "")
        for name, member in vars(kind).items():
            if heading and not name.startswith("_") and (name not in OPTIONS or callable(member)):
                groups[OF_THEIR_OWN.get(name, heading)].append(name)
    return groups


def _members() -> str:
    return "\n".join(f"## {heading}\n\n" + "\n".join(map(_described, names)) for heading, names in members().items())


def _described(name: str) -> str:
    """Return a member of a `FakeJira` with its parameters, and its docstring."""
    member = inspect.getattr_static(FakeJira, name)
    parameters = ""
    if inspect.isfunction(member):
        signature = inspect.signature(member)
        plain = [one.replace(annotation=one.empty) for one in list(signature.parameters.values())[1:]]
        parameters = str(signature.replace(parameters=plain, return_annotation=signature.empty)).replace("'", '"')
    return (
        f"### {name}\n\n`{name}{parameters}`\n\n"
        + "".join(f"{one}\n\n" for one in _paragraphs(member)).rstrip("\n")
        + "\n"
    )


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


_KINDS = (Works, NotServed, Refused, Broken)
Names = dict[type[Outcome], list[str]]


def _names_by_kind(methods: Mapping[str, Outcome]) -> Names:
    return {kind: [name for name, one in methods.items() if isinstance(one, kind)] for kind in _KINDS}


def _methods() -> dict[str, dict[str, Names]]:
    """Return what comes of the methods of each client, by subject."""
    clients = {"jira": jira.METHODS, "atlassian-python-api": atlassian.METHODS, "mcp-atlassian": mcp_atlassian.METHODS}
    methods = {
        client: {subject: _names_by_kind(table) for subject, table in tables.items()}
        for client, tables in clients.items()
    }
    for kind, tables in ((NotServed, atlassian.NOT_SERVED), (Refused, atlassian.NOT_ON_CLOUD)):
        for subject, names in tables.items():
            methods["atlassian-python-api"].setdefault(subject, _names_by_kind({}))[kind] += names
    return {**methods, "jira.js": _methods_of_jira_js()}


def _methods_of_jira_js() -> dict[str, Names]:
    methods: dict[str, Names] = {}
    for kind, names in ((Works, (*READS, *jira_js.CALLS)), (Refused, jira_js.REFUSED)):
        for resource, name in (one.split(".") for one in names):
            methods.setdefault(resource, _names_by_kind({}))[kind].append(name)
    for resource, names in jira_js.NOT_SERVED.items():
        methods.setdefault(resource, _names_by_kind({}))[NotServed] += names
    return dict(sorted(methods.items()))


def _clients() -> str:
    rows = []
    for client, subjects in _methods().items():
        counts = [sum(len(names[kind]) for names in subjects.values()) for kind in _KINDS]
        rows.append((_code(client), sum(counts), *counts))
    return _table(("Client", "Methods", "Work", "501", "Refused", "Fail"), *rows)


def _methods_of(client: str) -> str:
    rows = [(subject, *(_code(*names[kind]) for kind in _KINDS)) for subject, names in _methods()[client].items()]
    return _table(("Subject", "Work", "501", "Refused", "Fail"), *rows)


def _methods_of_jira_js_by_resource() -> str:
    """Return those that work by their names, and how many do not: they are called as the operations of Jira are."""
    subjects = _methods()["jira.js"].items()
    rows = [(_code(resource), _code(*names[Works]), len(names[NotServed]) or "") for resource, names in subjects]
    return _table(("Resource", "Work", "501"), *rows)


def _serve() -> str:
    parser = ArgumentParser()
    serve.add_arguments(parser)
    actions = [one for one in parser._actions if one.dest != "help"]
    return _table(
        ("Argument", "What it is"),
        *((_code(" ".join(filter(None, (one.option_strings[0], _value_of(one))))), one.help) for one in actions),
    )


def _value_of(action: Action) -> str:
    return "" if action.nargs == 0 else str(action.metavar or action.dest.upper())


def _control() -> str:
    return _table(
        ("Request", "What it does"),
        *((_code(f"{one.method} {BELOW}{one.path}"), " ".join(one.text.split())) for one in ROUTES),
    )


def _data() -> str:
    rows = []
    for name, listed in json_schema()["properties"].items():
        schema = json_schema()["$defs"].get(name, {})
        attributes = (schema.get("anyOf", [{}, schema])[1]).get("properties", {})
        rows.append((_code(name), listed["description"], _code(*attributes) if attributes else ""))
    return _table(("Key", "What it has, each", "with"), *rows)


TABLES: dict[str, Callable[[], str]] = {
    "subjects": _subjects,
    "served": _served,
    "not served": _not_served,
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
    "answers of faults": _faults,
    "names": _names,
    "members": _members,
    "data": _data,
    "serve": _serve,
    "control": _control,
    "fresh site": _fresh_site,
    "directions": _directions,
    "jql fields": _jql_fields,
    "jql functions": _jql_functions,
    "jql not served": _jql_not_served,
    "clients": _clients,
    "methods of jira": partial(_methods_of, "jira"),
    "methods of atlassian": partial(_methods_of, "atlassian-python-api"),
    "methods of mcp atlassian": partial(_methods_of, "mcp-atlassian"),
    "methods of jira js": _methods_of_jira_js_by_resource,
}

if __name__ == "__main__":
    root = Path(__file__).parent.parent
    for page in [root / "README.md", *(root / "docs").glob("*.md")]:
        page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")
    for subject in SUBJECTS:
        (root / f"docs/answers/{subject}.md").write_text(answers_page(subject), encoding="utf-8")
