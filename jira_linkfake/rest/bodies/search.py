"""What a search asks for, in a body or in a query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from jira_linkfake.plain import Plain
from jira_linkfake.rest.bodies.loading import Closed, Text, loaded
from jira_linkfake.rest.call import Call


class SearchRequest(Plain):
    """A search: what is to be found, which part of it, and what is to be shown of each issue."""

    jql: str
    fields: tuple[str, ...]
    expand: str
    max_results: int
    start_at: int = 0
    token: str | None = None
    validation: str = "strict"


class _Number(fields.Integer):
    """A whole number; a null counts as absent."""

    def __init__(self, data_key: str) -> None:
        super().__init__(strict=True, allow_none=True, load_default=None, data_key=data_key)


class _Loose(Text):
    """A string, which clients also send as a list or a boolean."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = ",".join(value)
        return super()._deserialize(str(value) if isinstance(value, bool) else value, *args, **kwargs)


def _texts(data_key: str | None = None) -> fields.List[str]:
    return fields.List(fields.String(), allow_none=True, load_default=None, data_key=data_key)


class _Count(Closed):
    jql = Text()


class _Shown(Closed):
    fields_ = _texts("fields")
    properties = _texts()
    fields_by_keys = fields.Boolean(data_key="fieldsByKeys", allow_none=True)


class _Search(_Shown):
    jql = Text()
    expand = Text()
    max_results = _Number("maxResults")
    token = Text(data_key="nextPageToken")
    fail_fast = fields.Boolean(data_key="failFast", allow_none=True)
    reconcile_issues = fields.List(fields.Integer(), data_key="reconcileIssues", allow_none=True)


class _OldSearch(_Shown):
    jql = Text()
    expand = _Loose()
    start_at = _Number("startAt")
    max_results = _Number("maxResults")
    validation = _Loose(data_key="validateQuery")


class _BulkFetch(_Shown):
    issues = fields.List(fields.String(), data_key="issueIdsOrKeys", required=True)
    expand = _Loose()


_COUNT, _SEARCH, _OLD_SEARCH, _BULK_FETCH = _Count(), _Search(), _OldSearch(), _BulkFetch()
_STRICT = "strict"
_DEFAULT_RESULTS = 50


def counted_jql(body: bytes) -> str:
    """Return the JQL of which a body asks how much it finds."""
    return loaded(_COUNT, body)["jql"] or ""


def search_request(body: bytes) -> SearchRequest:
    """Return the search that a body asks for."""
    return _request(loaded(_SEARCH, body))


def old_search_request(body: bytes) -> SearchRequest:
    """Return the search that a body of version 2 asks for."""
    return _request(loaded(_OLD_SEARCH, body))


def search_of_query(call: Call) -> SearchRequest:
    """Return the search that a query asks for, whichever of its kinds it is."""
    return SearchRequest(
        jql=call.query.get("jql", ""),
        fields=tuple(call.query.getlist("fields")),
        expand=",".join(call.query.getlist("expand")),
        max_results=call.number("maxResults", _DEFAULT_RESULTS),
        start_at=call.number("startAt", 0),
        token=call.query.get("nextPageToken"),
        validation=call.query.get("validateQuery", _STRICT),
    )


def issues_to_fetch(body: bytes) -> tuple[list[str], SearchRequest]:
    """Return the ids and keys of the issues that a body asks for, and what is to be shown of each."""
    content = loaded(_BULK_FETCH, body)
    return content["issues"], _request(content)


def _request(content: Mapping[str, Any]) -> SearchRequest:
    return SearchRequest(
        jql=content.get("jql") or "",
        fields=tuple(content["fields_"] or ()),
        expand=content["expand"] or "",
        max_results=_or(content.get("max_results"), _DEFAULT_RESULTS),
        start_at=_or(content.get("start_at"), 0),
        token=content.get("token"),
        validation=content.get("validation") or _STRICT,
    )


def _or(number: int | None, default: int) -> int:
    return default if number is None else number
