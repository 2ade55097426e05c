"""Properties beside what has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jira_linkfake.jira.properties.model import Bearer
from jira_linkfake.jira.reader import Json, Reader


def wanted_properties(reader: Reader, bearer: Bearer, lists: Iterable[str]) -> Json:
    """Return the properties that lists name, those of them that are there: `*all` is all, `-key` all but one."""
    names = {name.strip() for one in lists for name in one.split(",")} - {""}
    wants_all = "*all" in names or (bool(names) and all(name.startswith("-") for name in names))
    return {
        key: value
        for key, value in reader.site.properties.of(bearer).items()
        if (wants_all or key in names) and f"-{key}" not in names
    }


def properties_of(reader: Reader, bearer: Bearer, lists: Iterable[str]) -> Json:
    """Return what asking for properties adds to a thing: `properties`, or nothing where none is named."""
    named = [one for one in lists if one.strip(" ,")]
    return {"properties": wanted_properties(reader, bearer, named)} if named else {}


def properties_json(properties: Mapping[str, Any]) -> list[Json]:
    """Return the properties of a comment or a worklog, as it shows them."""
    return [{"key": key, "value": value} for key, value in properties.items()]
