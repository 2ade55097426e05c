"""The control API, below `/_linkfake/`: what suites in other languages do with a site, as JSON."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from flask import request

import jira_linkfake
from jira_linkfake.errors import UsageError, printable
from jira_linkfake.inspector.openapi import document
from jira_linkfake.inspector.routes import BELOW, Json, route
from jira_linkfake.inspector.sites import OF_THE_SERVER, InspectedSite, changed_options
from jira_linkfake.options import OPTIONS
from jira_linkfake.rest.journal import ANSWERED_BY_THE_TEST

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import FakeJira
    from jira_linkfake.jira.issues.model import Issue
    from jira_linkfake.rest.journal import Exchange

_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}
_TEXTS = {"type": "array", "items": _TEXT}
_OBJECT: Json = {"type": "object"}
_SINCE = {"since": {"type": "integer", "minimum": 0, "description": "how many to leave out, from the first on"}}


def _object(*, optional: Mapping[str, Any] | None = None, **properties: Any) -> Json:
    """Return the schema of an object that has these properties, and perhaps the optional ones."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": {**properties, **(optional or {})},
        "additionalProperties": False,
    }


def _list(name: str, item: Json) -> Json:
    return _object(**{name: {"type": "array", "items": item}})


def _or_null(kind: str) -> Json:
    return {"type": [kind, "null"]}


_COUNTS = _object(issues=_NUMBER, links=_NUMBER)
_ISSUE = _object(key=_TEXT, id=_TEXT, summary=_TEXT, type=_TEXT, status=_TEXT, links=_TEXTS)
_EXCHANGE = _object(
    number=_NUMBER,
    told=_TEXT,
    method=_TEXT,
    path=_TEXT,
    query=_TEXT,
    body=_TEXT,
    caller=_or_null("string"),
    why_caller=_or_null("string"),
    client=_or_null("string"),
    status=_or_null("integer"),
    answer=_TEXT,
    rule=_TEXT,
    reason=_or_null("string"),
    fault=_or_null("string"),
    links_made=_TEXTS,
    links_removed=_TEXTS,
    commented_on=_TEXTS,
    changes=_TEXTS,
)
_DELIVERY = _object(receiver=_TEXT, status=_or_null("integer"), problem=_or_null("string"))
_WEBHOOK = _object(
    number=_NUMBER,
    event=_TEXT,
    flow=_TEXT,
    identifier=_TEXT,
    payload=_OBJECT,
    deliveries={"type": "array", "items": _DELIVERY},
)
_SCENARIO = _object(name=_TEXT, parameters=_OBJECT, text=_TEXT)
_FAULTS = _object(faults=_TEXTS, past=_TEXTS)
_SITE = _object(name=_TEXT, url=_TEXT, control=_TEXT, issues=_NUMBER, links=_NUMBER)

_Thing = TypeVar("_Thing")


def _numbered(things: Sequence[_Thing], since: int) -> list[tuple[int, _Thing]]:
    return list(enumerate(things[since:], since + 1))


@route("GET", "/health", answer=_object(status=_TEXT, version=_TEXT, site=_TEXT))
def health(site: InspectedSite) -> Json:
    """Say that the server is there."""
    return {"status": "ok", "version": jira_linkfake.__version__, "site": site.name}


@route("GET", "/openapi.json", answer=_OBJECT)
def openapi(site: InspectedSite) -> Json:
    """Return the OpenAPI document of this API."""
    return document(_address(site))


@route("POST", "/reset", body=_object(), answer=_COUNTS)
def reset(site: InspectedSite, _: Json) -> Json:
    """Make the site what it was before its first request, or after what was last loaded by `load`.

    Exchanges, webhooks and changed options go, and faults that were added since. Ids are given out again.
    """
    site.reset()
    return _counts(site.jira)


_DATA = {"type": ["object", "array"]}
_LOADED = _object(issues=_TEXTS, links=_TEXTS, unknown=_TEXTS)


@route("POST", "/load", body=_DATA, yaml=True, answer=_LOADED)
def load(site: InspectedSite, body: Json | list[Any] | bytes) -> Json:
    """Fill the site from data, as `dump` or Jira returns it: all of it, or where anything is wrong nothing.

    What the site has stays. `reset` leads to what it is now from then on.
    """
    with site.jira.site.lock:
        loaded = site.jira.load(body)
        site.remember()
    return {"issues": loaded.issues, "links": loaded.links, "unknown": loaded.unknown}


@route("GET", "/dump", answer=_OBJECT)
def dump(site: InspectedSite) -> Json:
    """Return the site as data, which `load` takes; tokens are left out."""
    return site.jira.dump()


@route("GET", "/issues", answer=_list("issues", _ISSUE))
def issues(site: InspectedSite) -> Json:
    """List the issues, oldest first, each with its links in both directions."""
    with site.jira.site.lock:
        return {"issues": [_issue(site.jira, one) for one in site.jira.issues]}


@route("GET", "/links", answer=_list("links", _TEXT))
def links(site: InspectedSite) -> Json:
    """List the links as sentences, such as `PROJ-1 blocks PROJ-2`, oldest first."""
    return {"links": [str(one) for one in site.jira.links]}


@route("GET", "/exchanges", query=_SINCE, answer=_list("exchanges", _EXCHANGE))
def exchanges(site: InspectedSite, since: int = 0) -> Json:
    """List the requests to Jira and their answers, each with what truly happened."""
    return {"exchanges": [_exchange(number, one) for number, one in _numbered(site.jira.exchanges, since)]}


@route("GET", "/webhooks", query=_SINCE, answer=_list("webhooks", _WEBHOOK))
def webhooks(site: InspectedSite, since: int = 0) -> Json:
    """List the webhooks that Jira would have sent, and who has got them."""
    sent = _numbered(list(site.jira.webhooks), since)
    return {
        "webhooks": [
            {
                "number": number,
                "event": one.event,
                "flow": one.flow,
                "identifier": one.identifier,
                "payload": one.payload,
                "deliveries": [
                    {"receiver": to.receiver, "status": to.status, "problem": to.problem} for to in one.deliveries
                ],
            }
            for number, one in sent
        ]
    }


@route("GET", "/unserved", answer=_list("unserved", _object(request=_TEXT, told=_TEXT, times=_NUMBER)))
def unserved(site: InspectedSite) -> Json:
    """List what was asked of Jira that is not served, and how often: each request got a 501."""
    asked = Counter(
        (printable(f"{one.method} {one.path}"), printable(str(one.reason)))
        for one in site.jira.exchanges
        if one.status == 501 and one.rule != ANSWERED_BY_THE_TEST
    )
    return {"unserved": [{"request": one, "told": told, "times": times} for (one, told), times in asked.items()]}


@route("GET", "/options", answer=_object(options=_OBJECT))
def options(site: InspectedSite) -> Json:
    """Return the site's options that can be set."""
    return {"options": _options(site.jira)}


@route("PATCH", "/options", body=_OBJECT, answer=_object(options=_OBJECT))
def change_options(site: InspectedSite, body: Json) -> Json:
    """Set options of the site, such as `{"link_limit": 3}`; where one will not do, none is set."""
    with site.jira.site.lock:
        changed_options(site.jira, body)
    return {"options": _options(site.jira)}


@route("GET", "/scenarios", answer=_list("scenarios", _SCENARIO))
def scenarios(_: InspectedSite) -> Json:
    """List the ready-made scenarios with their parameters."""
    from jira_linkfake import scenarios as ready_made

    return {
        "scenarios": [
            {"name": name, "parameters": _parameters(one), "text": inspect.getdoc(one) or ""}
            for name, one in ((name, ready_made.by_name(name)) for name in ready_made.__all__)
        ]
    }


_NAMED = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": _TEXT, "parameters": _OBJECT},
    "additionalProperties": True,
}


@route("POST", "/scenarios", body=_NAMED, answer=_FAULTS)
def add_scenario(site: InspectedSite, body: Json) -> Json:
    """Put the site into a ready-made situation, such as `{"name": "lost_reply", "times": 1}`.

    A parameter stands beside the name, or in `parameters`, as one that is called `name` itself has to. Where
    one will not do, nothing is changed.
    """
    beside = {name: value for name, value in body.items() if name not in ("name", "parameters")}
    inside = body.get("parameters", {})
    for name in inside:
        if name in beside:
            raise UsageError(f"the parameter {name!r} stands there twice: beside the name, and in parameters")
    put_into(site, body["name"], {**inside, **beside})
    return _faults(site.jira)


def put_into(site: InspectedSite, name: str, parameters: Mapping[str, Any]) -> None:
    """Put a site into a ready-made situation; raises `UsageError`, and changes nothing, where that cannot be."""
    from jira_linkfake.scenarios import by_name

    scenario = by_name(name)
    with site.all_or_nothing():
        scenario(site.jira, **parameters)


@route("GET", "/faults", answer=_FAULTS)
def faults(site: InspectedSite) -> Json:
    """List the faults, each with how many requests it has met; `past` has those that meet none any more."""
    return _faults(site.jira)


@route("DELETE", "/faults", answer=_FAULTS)
def clear_faults(site: InspectedSite) -> Json:
    """Let nothing go wrong any more."""
    site.jira.clear_faults()
    return _faults(site.jira)


_NOW = _object(now=_TEXT)
_TO_A_TIME = {
    "type": "object",
    "properties": {"advance": {"type": "number", "minimum": 0}, "set": _TEXT},
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}


@route("GET", "/clock", answer=_NOW)
def clock(site: InspectedSite) -> Json:
    """Return the site's time."""
    return {"now": site.jira.clock.now.isoformat()}


@route("POST", "/clock", body=_TO_A_TIME, answer=_NOW)
def move_clock(site: InspectedSite, body: Json) -> Json:
    """Move the site's clock on by seconds, `{"advance": 60}`, or to a time, `{"set": "2026-01-31T12:00:00"}`."""
    if len(body) != 1:
        raise UsageError("the body has either 'advance' with seconds, or 'set' with a time")
    clock = site.jira.clock
    now = clock.advance(body["advance"]) if "advance" in body else clock.set(_time(body["set"]))
    return {"now": now.isoformat()}


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.removesuffix("Z") + "+00:00" if text.endswith("Z") else text)
    except ValueError:
        raise UsageError(f"set={text!r} is no time: it takes one as 2026-01-31T12:00:00Z") from None


@route("GET", "/sites", answer=_list("sites", _SITE))
def sites(site: InspectedSite) -> Json:
    """List the sites of this server."""
    return {"sites": [_site(one) for one in site.sites]}


@route(
    "POST",
    "/sites",
    status=201,
    body={
        "type": "object",
        "properties": {"name": _TEXT, "options": _OBJECT, "load": _DATA},
        "additionalProperties": False,
    },
    answer=_SITE,
)
def add_site(site: InspectedSite, body: Json) -> Json:
    """Make a site of its own beside the others: its `url` is the base address for any client.

    It has the options of the main site, but for those that are given, and is filled with what it is to `load`. Without
    a name it is given one.
    """
    return _site(site.sites.add(body.get("name"), body.get("options", {}), body.get("load")))


@route("DELETE", "/sites/{name}", answer=_list("sites", _SITE))
def remove_site(site: InspectedSite, name: str) -> Json:
    """Take a site away; the main one stays."""
    site.sites.remove(name)
    return {"sites": [_site(one) for one in site.sites]}


def _address(site: InspectedSite) -> str:
    """Return the address of a site, on the host that is called."""
    return f"{request.scheme}://{request.host}{site.prefix}"


def _counts(jira: FakeJira) -> Json:
    return {"issues": len(jira.issues), "links": len(jira.links)}


def _site(site: InspectedSite) -> Json:
    address = _address(site)
    return {"name": site.name, "url": address, "control": f"{address}{BELOW}", **_counts(site.jira)}


def _issue(jira: FakeJira, issue: Issue) -> Json:
    return {
        "key": issue.key,
        "id": issue.id,
        "summary": issue.summary,
        "type": issue.type.name,
        "status": issue.status.name,
        "links": [str(one) for one in jira.links_of(issue)],
    }


def _exchange(number: int, exchange: Exchange) -> Json:
    told = {
        "number": number,
        "told": str(exchange),
        "links_made": [str(one) for one in exchange.links_made],
        "links_removed": [str(one) for one in exchange.links_removed],
    }
    return {name: told[name] if name in told else getattr(exchange, name) for name in _EXCHANGE["properties"]}


def _faults(jira: FakeJira) -> Json:
    active, every = jira._trouble.kept()
    past = [one for one in every if not any(one is another for another in active)]
    return {"faults": [printable(str(one)) for one in active], "past": [printable(str(one)) for one in past]}


def _options(jira: FakeJira) -> Json:
    names = [name for name, one in OPTIONS.items() if one.fixed is None and name not in OF_THE_SERVER]
    return {name: getattr(value := jira._values[name], "name", value) for name in names}


def _parameters(scenario: Any) -> Json:
    parameters = list(inspect.signature(scenario).parameters.values())[1:]
    return {one.name: one.default for one in parameters}
