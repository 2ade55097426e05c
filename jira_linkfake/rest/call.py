"""One request on its way to a view: what it is answered from, and the part of a long list that it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from werkzeug.datastructures import Headers, MultiDict

from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import as_id
from jira_linkfake.jira.webhooks.moments import Happened
from jira_linkfake.jira.webhooks.outbox import Addressee, Webhooks
from jira_linkfake.rest.body import loaded
from jira_linkfake.rest.refusals import NotSignedIn, QueryIdInvalid, QueryInvalid

if TYPE_CHECKING:
    from marshmallow import Schema

    from jira_linkfake.jira.history.model import Event
    from jira_linkfake.jira.site import Site
    from jira_linkfake.jira.webhooks.model import Webhook
    from jira_linkfake.options import Options
    from jira_linkfake.rest.app import JiraFlask
    from jira_linkfake.rest.journal import Exchange
    from jira_linkfake.rest.responses import OwnResponse


ENVIRON_KEY = "jira_linkfake.context"


@dataclass(kw_only=True, slots=True)
class Context:
    """One site, its journal and webhooks, and the options of both; `texts` has each text of the journal once.

    `responses` is what the test answers itself, and `app` the Flask app of the site alone, once it was asked for.
    """

    site: Site
    options: Options
    journal: list[Exchange] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    webhooks: Webhooks = field(init=False)
    responses: tuple[OwnResponse, ...] = ()
    app: JiraFlask | None = None

    def __post_init__(self) -> None:
        site = self.site  # not ourselves: a site goes with its last name
        self.webhooks = Webhooks(lambda: site.clock.now)

    def tell(self, events: Sequence[Event], base: str) -> None:
        """Send the webhooks of what has just happened, with the site's lock held; they are delivered later."""
        registered = partial(_registered, self.site) if self.site.admin_webhooks else None
        self.webhooks.send(partial(_webhooks_of, Happened.of(self.site, events, base)), registered)


def _webhooks_of(happened: Happened, number: int) -> list[Webhook]:
    from jira_linkfake.jira.webhooks.as_json import webhooks_of  # once somebody looks, or a receiver gets them

    return webhooks_of(happened, number)


def _registered(site: Site, webhook: Webhook) -> list[Addressee]:
    from jira_linkfake.jira.webhooks.matching import addressees  # with all of JQL, once somebody has registered

    return addressees(site, webhook)


# As Java reads an int: Python's own would take "1_0", blanks and numbers without end.
_NUMBER = re.compile(r"[+-]?[0-9]{1,10}", re.ASCII)


def names_in(lists: Iterable[str]) -> list[str]:
    """Return what lists with commas name, each once."""
    named = (name.strip() for one in lists for name in one.split(","))
    return list(dict.fromkeys(name for name in named if name))


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


class SeeOther(Plain):
    """What a view returns where the answer is at another address."""

    address: str


_NO_HEADERS = Headers()


class Raw(Plain):
    """What a view returns that is no JSON."""

    status: int
    content: bytes
    content_type: str
    headers: tuple[tuple[str, str], ...] = ()


class Call(Reader):
    """What a view needs to know of a request; `base` is the address that it came to, `home` the site's own.

    `query_length` is how many characters the query has in the address.
    """

    query: MultiDict[str, str]
    body: bytes
    headers: Headers = _NO_HEADERS
    home: str = ""
    query_length: int = 0
    schema: type[Schema] | None = None

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """The body, as the operation's schema reads it; raises `Refused` where that cannot."""
        return {} if self.schema is None else loaded(self.schema, self.body)

    def signed_in_user(self) -> User:
        """Return the caller; raises `Refused` for the anonymous one."""
        if self.caller is None:
            raise Refused(NotSignedIn(caller=None))
        return self.caller

    def names(self, parameter: str) -> list[str]:
        """Return what a list of the query names, each once: with commas and given several times counts alike."""
        return names_in(self.query.getlist(parameter)) if parameter in self.query else []

    def ids(self, parameter: str) -> list[str]:
        """Return the ids that a list of the query has; raises `Refused` for what is no id."""
        named = {name: as_id(name) for name in self.names(parameter)}
        for name, own_id in named.items():
            if own_id is None or own_id.startswith("-"):
                raise Refused(QueryIdInvalid(name=parameter, value=name))
        return [own_id for own_id in named.values() if own_id is not None]

    def expand(self) -> set[str]:
        """Return the names in `expand`."""
        return {*self.names("expand")}

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Say whether a parameter of the query is true; what is neither true nor false is as the default is."""
        if name not in self.query:  # where to get it raises, and takes a while
            return default
        text = self.query[name].lower()
        return text != "false" if default else text == "true"

    def overrides(self) -> bool:
        """Say whether the query asks for what screens and workflows keep from being edited."""
        return self.flag("overrideScreenSecurity") or self.flag("overrideEditableFlag")

    def number(self, name: str, default: int) -> int:
        """Return a number of the query; raises `Refused` for anything else."""
        if name not in self.query:
            return default
        text = self.query[name]
        if not _NUMBER.fullmatch(text):
            raise Refused(QueryInvalid(name=name, value=text))
        return int(text)


_Thing = TypeVar("_Thing")


class Page(Plain):
    """Which part of a list a request asks for."""

    start_at: int
    max_results: int

    @classmethod
    def of(cls, call: Call, default: int, most: int | None = None) -> Page:
        """Return the page that the query asks for, no longer than `most`; raises `Refused` for what is not a number."""
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
