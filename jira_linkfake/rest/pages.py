"""Parts of a long list, as `startAt` and `maxResults` ask for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from jira_linkfake.plain import Plain
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.representations import Json

_Thing = TypeVar("_Thing")


class Page(Plain):
    """Which part of a list a request asks for."""

    start_at: int
    max_results: int

    @classmethod
    def of(cls, call: Call, default: int, most: int | None = None) -> Page:
        """Return what the query says; raises `Refused` for what is no number. No page is longer than `most`."""
        start_at, max_results = call.number("startAt", 0), call.number("maxResults", default)
        if most is not None:
            max_results = min(max_results, most)
        return cls(start_at=max(start_at, 0), max_results=max(max_results, 0))

    def cut(self, things: Sequence[_Thing]) -> Sequence[_Thing]:
        """Return the part of a list."""
        return things[self.start_at : self.start_at + self.max_results]

    def bean(self, call: Call, path: str, things: Sequence[_Thing], represent: Callable[[_Thing], Any]) -> Json:
        """Return the part of a list as Jira's page beans have it, below `values`; `path` is the list's own.

        What else the query says stays in the addresses, so that the next page is one of the same list.
        """
        values = [represent(one) for one in self.cut(things)]
        end = self.start_at + len(values)
        is_last = end >= len(things)
        rest = [pair for pair in call.query.items(multi=True) if pair[0] not in ("maxResults", "startAt")]
        address = f"{call.api}/{path}?{urlencode([*rest, ('maxResults', self.max_results), ('startAt', '')])}"
        return {
            "self": f"{address}{self.start_at}",
            **({} if is_last else {"nextPage": f"{address}{end}"}),
            "maxResults": self.max_results,
            "startAt": self.start_at,
            "total": len(things),
            "isLast": is_last,
            "values": values,
        }
