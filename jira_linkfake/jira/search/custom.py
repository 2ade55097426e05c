"""The clauses of custom fields, which a site has as it has the fields: by `cf[number]`, and by the name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timezone
from typing import Any

from jira_linkfake.jira.fields.model import RICH_TEXT, IssueField
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.finding import name_of_account
from jira_linkfake.jira.reader import number_of
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.rich_text import text_of
from jira_linkfake.jira.search.clauses import (
    EMPTY,
    EQUAL,
    ORDERED,
    TEXT,
    Clause,
    Gives,
    SortKey,
    Texts,
    Values,
    named_time,
)
from jira_linkfake.jira.search.finding import Searcher, named_user
from jira_linkfake.jira.search.model import Value
from jira_linkfake.jira.search.refusals import NumberInvalid
from jira_linkfake.jira.site import Site

_Make = Callable[[IssueField], Clause]
_KINDS = {
    "textfield": "Short text",
    RICH_TEXT: "Paragraph",
    "float": "Number",
    "datepicker": "Date",
    "labels": "Labels",
    "select": "Dropdown",
    "userpicker": "User Picker (single user)",
    "multiuserpicker": "User Picker (multiple users)",
}
"""How Jira calls the kinds of fields behind the name, where it lists what JQL can ask for: `Size[Number]`."""


def custom_clauses(site: Site, name: str) -> list[Clause]:
    """Return the clauses of this name; several fields may share one. A field without a searcher has none."""
    wanted = name.casefold()
    return [
        _MAKERS[field.custom_type or ""](field)
        for field in site.fields.values()
        if is_searchable(field) and wanted in map(str.casefold, (*field.clauses, collapsed_name(field)))
    ]


def is_searchable(field: IssueField) -> bool:
    """Say whether JQL can ask for a field; of one that issues were given by its id nobody knows what it holds."""
    return field.searchable and field.custom_type in _MAKERS


def collapsed_name(field: IssueField) -> str:
    """Return the name that all fields of one name and kind share."""
    return f"{field.name}[{_KINDS.get(field.custom_type or '', '')}]"


def texts_in(site: Site, issue: Issue) -> list[str]:
    """Return the texts that an issue has in custom fields, which the clause `text` finds too."""
    fields = [one for one in site.fields.values() if one.custom_type in ("textfield", RICH_TEXT) and one.searchable]
    return [text for field in fields for text in _texts(issue, field)]


def _held(issue: Issue, field: IssueField) -> list[Any]:
    value = issue.custom_fields.get(field.id)
    values = value if isinstance(value, (list, tuple)) else [value]
    return [one for one in values if one is not None]


def _texts(issue: Issue, field: IssueField) -> list[str]:
    texts = (text_of(one) if isinstance(one, Mapping) else str(one) for one in _held(issue, field))
    return [text for text in texts if text]


def _clause(
    field: IssueField,
    values: str,
    operators: Iterable[Any],
    kind: Any,
    sort: SortKey,
    takes: Gives | None = None,
) -> Clause:
    return Clause(
        names=(f"cf[{field.custom_id}]", field.name),
        operators=tuple(operators),
        values=values,
        kind=kind,
        takes=takes,
        sort=sort,
    )


def _first(values: Iterable[Any]) -> Any:
    return next(iter(values), None)


def _of_texts(field: IssueField) -> Clause:
    kind = Texts(of=lambda _, issue: _texts(issue, field))
    return _clause(field, "text", (*TEXT, *EMPTY), kind, lambda _, issue: _first(_texts(issue, field)))


def _of_numbers(field: IssueField) -> Clause:
    def held(issue: Issue) -> list[float]:
        return [float(one) for one in _held(issue, field) if isinstance(one, (int, float))]

    kind = Values(held=lambda _, issue: held(issue), named=_named_number)
    return _clause(field, "number", ORDERED, kind, lambda _, issue: _first(held(issue)))


def _named_number(searcher: Searcher, clause: str, value: Value) -> list[float]:  # noqa: ARG001 - in the form of `Named`
    number = number_of(value.text)
    if number is None:
        raise Refused(NumberInvalid(value=value.text, field=clause))
    return [number]


def _of_dates(field: IssueField) -> Clause:
    def held(issue: Issue) -> list[datetime]:
        return [datetime.fromisoformat(one).replace(tzinfo=timezone.utc) for one in _held(issue, field)]

    kind = Values(held=lambda _, issue: held(issue), named=named_time)
    return _clause(field, "date", ORDERED, kind, lambda _, issue: _first(held(issue)), takes="moment")


def _of_words(field: IssueField) -> Clause:
    def held(issue: Issue) -> list[str]:
        return [word for one in _held(issue, field) for word in _words(one)]

    kind = Values(held=lambda _, issue: held(issue), named=lambda _, __, value: [value.text.casefold()])
    return _clause(field, "its values", EQUAL, kind, lambda _, issue: _first(held(issue)))


def _words(value: Any) -> list[str]:
    """Return by what a value goes: a label by itself, an option by its value and its id."""
    if not isinstance(value, Mapping):
        return [str(value).casefold()]
    return [str(value[name]).casefold() for name in ("value", "id") if name in value]


def _of_users(field: IssueField) -> Clause:
    def held(issue: Issue) -> list[str]:
        return [str(one.get("accountId")) for one in _held(issue, field) if isinstance(one, Mapping)]

    def name(searcher: Searcher, issue: Issue) -> str | None:
        names = map(name_of_account(searcher.site), held(issue))
        return next(names, None)

    kind = Values(held=lambda _, issue: held(issue), named=named_user)
    return _clause(field, "account id, name or email", EQUAL, kind, name, takes="user")


_MAKERS: Mapping[str, _Make] = {
    "textfield": _of_texts,
    RICH_TEXT: _of_texts,
    "float": _of_numbers,
    "datepicker": _of_dates,
    "labels": _of_words,
    "select": _of_words,
    "userpicker": _of_users,
    "multiuserpicker": _of_users,
}
