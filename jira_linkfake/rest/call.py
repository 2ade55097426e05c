"""One request on its way to a view."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from werkzeug.datastructures import MultiDict

from jira_linkfake.plain import Plain
from jira_linkfake.rest.request_refusals import NotSignedIn, QueryInvalid
from jira_linkfake.site.model import Caller, User
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.store import Site

# As Java reads an int: Python's own would take "1_0", blanks and numbers without end.
_NUMBER = re.compile(r"[+-]?[0-9]{1,10}", re.ASCII)

View = Callable[..., Any]
"""What carries out an operation: given the call and the path's parts, it returns JSON, or None for no body.

It returns a `Partly` or a `Changed` where the status is not the operation's usual one.
"""


class Partly(Plain):
    """What came of several things that were asked for at once; `refused` is why some of them were not done."""

    status: int
    content: Any
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """What a view returns where it gives back what it changed, which has another status than making or editing."""

    content: Any
    status: int = HTTPStatus.OK


class Reader(Plain):
    """For whom the site is put into JSON; `base` is the site's address, as the reader has it."""

    site: Site
    caller: Caller
    version: int
    base: str

    @property
    def api(self) -> str:
        """The address below which every `self` stands."""
        return f"{self.base}/rest/api/{self.version}"


class Call(Reader):
    """What a view needs to know of a request; `base` is the address that it came to."""

    query: MultiDict[str, str]
    body: bytes

    def signed_in_user(self) -> User:
        """Return the caller; raises `Refused` for the anonymous one."""
        if self.caller is None:
            raise Refused(NotSignedIn(caller=None))
        return self.caller

    def expand(self) -> set[str]:
        """Return what `expand` asks for."""
        return {name.strip() for one in self.query.getlist("expand") for name in one.split(",")}

    def flag(self, name: str) -> bool:
        """Say whether the query has a parameter as true; everything else is false."""
        return self.query.get(name, "").lower() == "true"

    def number(self, name: str, default: int) -> int:
        """Return a number of the query; raises `Refused` for what is none."""
        text = self.query.get(name)
        if text is None:
            return default
        if not _NUMBER.fullmatch(text):
            raise Refused(QueryInvalid(name=name, value=text))
        return int(text)
