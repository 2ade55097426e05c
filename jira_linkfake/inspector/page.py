"""The page of a site, below `/_linkfake/page/`: its issues and links, the graph, and what was asked and answered.

It changes nothing. What it shows is rendered here; its script only asks whether something has happened, and fetches
the page anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, redirect, request, url_for

import jira_linkfake
from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.inspector import shown
from jira_linkfake.inspector.rendering import HERE, rendered
from jira_linkfake.inspector.sites import MAIN, the_site
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.testing.drawing import STYLE
from jira_linkfake.testing.naming import the_issue, the_user

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from jira_linkfake.fake_jira import FakeJira

page = Blueprint("page", __name__)
_FILES = {"icon.svg": "image/svg+xml", "page.css": "text/css", "page.js": "text/javascript"}
_MOST = 100
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


class Addresses:
    """Where the links of a page lead, below the prefix that its site has."""

    def __getattr__(self, view: str) -> Callable[..., str]:
        return lambda **values: url_for(f"page.{view}", **{name: one for name, one in values.items() if one})

    def issue(self, key: str) -> str:
        """Return the address of an issue."""
        return url_for("page.issue", key=key)

    def exchange(self, number: int) -> str:
        """Return the address of an exchange."""
        return url_for("page.exchange", number=number)

    def static(self, name: str) -> str:
        """Return the address of a file that goes with the page."""
        return url_for("page.static", name=name, v=jira_linkfake.__version__)


def _page(template: str, here: str = "", status: int = 200, **values: Any) -> Response:
    """Return a page of the site that the request is about."""
    site = the_site()
    root = request.script_root.removesuffix(site.prefix)
    names = [
        (one.name, f"{root}{one.prefix}{url_for('page.issues').removeprefix(request.script_root)}")
        for one in site.sites
    ]
    common = {
        "at": Addresses(),
        "here": here,
        "site_name": site.name,
        "sites": sorted(names, key=lambda one: (one[0] != MAIN, one[0])),
        "base": request.host_url.rstrip("/") + request.script_root,
        "counts": shown.counts_of(site.jira),
        "revision": shown.revision_of(site.jira),
    }
    return Response(rendered(template, site.jira, {**common, **values}), status)


@page.after_request
def _guarded(response: Response) -> Response:
    """Let nothing on a page run or be fetched but what is the page's own, and let its connections go."""
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    response.headers["Connection"] = "close"  # a browser keeps one for minutes, and with it a thread
    return response


@page.errorhandler(UsageError)
def _not_there(error: UsageError) -> Response:
    return _page("problem.html", status=404, problem=str(error))


@page.get("/_linkfake/")
def home() -> AnyResponse:
    """Lead to the page."""
    return redirect(url_for("page.issues"))


@page.get("/browse/<key>")
def browse(key: str) -> AnyResponse:
    """Lead to an issue, as the address does that a person knows of Jira."""
    return redirect(url_for("page.issue", key=key))


@page.get("/_linkfake/page/now")
def now() -> dict[str, str]:
    """Say whether something has happened."""
    return {"revision": shown.revision_of(the_site().jira)}


@page.get("/_linkfake/page/static/<name>")
def static(name: str) -> Response:
    """Return a file that goes with the page."""
    if name not in _FILES:
        raise UsageError(f"there is no file {name!r}: {nearest(name, _FILES)}")
    return Response((HERE / "static" / name).read_bytes(), mimetype=_FILES[name])


@page.get("/_linkfake/page/graph.css")
def graph_style() -> Response:
    """Return how a graph looks, which a picture has in itself where it is of its own."""
    return Response(STYLE, mimetype="text/css")


@page.get("/_linkfake/page/")
def issues() -> Response:
    """Show the issues with their links, or those that are found by a sentence, a key or a summary."""
    jira, words = the_site().jira, _words("q")
    found = shown.sentences_with(jira, words) if words else []
    with jira.site.lock:  # so that nothing goes between one look and the next
        part = shown.Part.of(shown.issues_with(jira, words), _number("part"))
        rows = [(one, shown.links_seen(jira, one)) for one in part.things]
    return _page("issues.html", "Issues", words=words, part=part, rows=rows, found=found, turn=_turning("issues"))


@page.get("/_linkfake/page/issues/<key>")
def issue(key: str) -> Response:
    """Show an issue."""
    jira = the_site().jira
    with jira.site.lock:
        one = jira.issue(key)
        graph = jira.graph(one, depth=1, most=30)
        values: dict[str, Any] = {
            "issue": one,
            "facts": _facts(jira, one),
            "seen": shown.links_seen(jira, one),
            "remote": jira.remote_links_of(one),
            "comments": jira.comments_of(one),
            "sight": [
                ("an anonymous caller", shown.may_see(jira, None, one)),
                *((user.name, shown.may_see(jira, user, one)) for user in jira.users[:_MOST]),
            ],
            "svg": shown.picture(jira, graph, lambda other: url_for("page.issue", key=other.key), one),
        }
    return _page("issue.html", "Issues", most=_MOST, graph=graph, **values)


def _facts(jira: FakeJira, one: Issue) -> list[tuple[str, str]]:
    """Return what there is to say of an issue besides, each with its name."""
    parent = jira.site.issues.get(one.parent_id or "")
    facts = {
        "Priority": one.priority and one.priority.name,
        "Resolution": one.resolution and one.resolution.name,
        "Assignee": one.assignee and one.assignee.name,
        "Reporter": one.reporter and one.reporter.name,
        "Labels": ", ".join(one.labels),
        "Parent": parent and parent.key,
        "Security level": one.security_level and one.security_level.name,
        "Archived": one.archived and "yes",
        "Updated": f"{one.updated:%Y-%m-%d %H:%M:%S} UTC",
        "Id": one.id,
    }
    return [(name, value) for name, value in facts.items() if value]


@page.get("/_linkfake/page/graph")
def graph() -> Response:
    """Draw the graph of the links: all of them, or those around an issue, to a depth and of some types."""
    jira, around = the_site().jira, _words("around")
    depth, types = request.args.get("depth", ""), request.args.getlist("type")
    with jira.site.lock:
        chosen = jira.issue(around) if around else None
        steps = int(depth) if depth.isdecimal() and len(depth) < 4 and chosen else None
        drawn = jira.graph(*([chosen] if chosen else []), depth=steps, types=types or None, most=shown.MOST_OF_A_GRAPH)
        colours, all_types = shown.colours_on(jira), list(jira.site.link_types.values())
        seen = shown.links_seen(jira, chosen) if chosen else []
        svg = shown.picture(jira, drawn, lambda other: _around(other.key, depth, types), chosen)
    return _page(
        "graph.html",
        "Graph",
        around=chosen.key if chosen else "",
        depth=str(steps or ""),
        types=types,
        type_names=list(dict.fromkeys(one.name for one in all_types)),
        colours={one.name: colours[one.id] for one in all_types},
        chosen=chosen,
        seen=seen,
        graph=drawn,
        tree=drawn.text,
        svg=svg,
    )


def _around(key: str, depth: str, types: list[str]) -> str:
    return url_for("page.graph", around=key, depth=depth or None, type=types or None)


@page.get("/_linkfake/page/exchanges")
def exchanges() -> Response:
    """Show what was asked and answered, newest first, with the true reasons."""
    words, wrong = _words("q"), "wrong" in request.args
    found = shown.exchanges_with(the_site().jira, words, wrong=wrong)
    part = shown.Part.of(found, _number("part"))
    return _page("exchanges.html", "Exchanges", words=words, wrong=wrong, part=part, turn=_turning("exchanges"))


@page.get("/_linkfake/page/exchanges/<int:number>")
def exchange(number: int) -> Response:
    """Show one exchange: what was sent, what was answered, and truly why."""
    all_of_them = the_site().jira.exchanges
    if not 0 < number <= len(all_of_them):
        raise UsageError(f"there is no exchange {number}: there are {len(all_of_them)}")
    return _page("exchange.html", "Exchanges", number=number, exchange=all_of_them[number - 1])


@page.get("/_linkfake/page/webhooks")
def webhooks() -> Response:
    """Show the webhooks that Jira would have sent, and how receivers took them."""
    numbered = list(enumerate(the_site().jira.webhooks, 1))[::-1]
    return _page("webhooks.html", "Webhooks", part=shown.Part.of(numbered, _number("part")), turn=_turning("webhooks"))


@page.get("/_linkfake/page/faults")
def faults() -> Response:
    """Show what is made to go wrong, and how many requests it has met."""
    return _page("faults.html", "Faults")


@page.get("/_linkfake/page/people")
def people() -> Response:
    """Show who is there, and say why somebody may or may not see an issue, or do something in a project."""
    jira = the_site().jira
    who, name = _words("who"), _words("issue")
    values: dict[str, Any] = {"who": who, "issue_name": name, "problem": None, "answer": None, "project": None}
    asked = "who" in request.args
    caller = None
    try:
        with jira.site.lock:
            caller = the_user(jira.site, who) if who else None
            if name in jira.site.projects:
                values["project"] = name
            elif name:
                seen = the_issue(jira.site, name)
                values |= {"project": seen.project, "issue_name": seen.key, "answer": shown.may_see(jira, caller, seen)}
    except UsageError as error:
        values |= {"problem": str(error)}
        asked = False
    held = shown.permissions_of(jira, caller, values["project"]) if asked else []
    return _page("people.html", "People", asked=asked, held=held, everybody=shown.everybody(jira), **values)


def _words(name: str) -> str:
    """Return a text of the query without blanks around it."""
    return request.args.get(name, "").strip()


def _number(name: str) -> int:
    """Return a number of the query, 1 for what is none."""
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 1


def _turning(view: str) -> Callable[[int], str]:
    """Return the address of another part of the list at hand, by its number."""
    others: dict[str, Any] = {name: values for name, values in request.args.lists() if name != "part"}
    return lambda number: url_for(f"page.{view}", **{**others, "part": number})
