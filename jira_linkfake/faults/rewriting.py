"""Faults under which the site answers, but otherwise: about its caller, with links left out, or in other words."""

from __future__ import annotations

import json
import re
from abc import abstractmethod
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar

from jira_linkfake.faults.answers import AUTHORIZATION
from jira_linkfake.faults.fault import Fault, GoOn, require_count, require_switch
from jira_linkfake.jira.fields.model import is_custom
from jira_linkfake.jira.history.model import REMOTE_LINK, IssueCreated, IssueUpdated, LinkMade
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.options import copy_of
from jira_linkfake.rest.operations import is_below
from jira_linkfake.rest.replies import JSON_TYPE

if TYPE_CHECKING:
    from jira_linkfake.faults.fault import Outcome
    from jira_linkfake.faults.meeting import Meeting
    from jira_linkfake.jira.issues.model import Issue
    from jira_linkfake.jira.site import Site

_WRONG = "Basic " + b64encode(f"{DEFAULT_USER.email}:of somebody else".encode()).decode()


@dataclass(frozen=True, kw_only=True, slots=True)
class WrongToken(Fault):
    """Whatever credentials come are wrong."""

    name: ClassVar[str] = "wrong_token"

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request brings credentials."""
        return AUTHORIZATION in meeting.environ and self.aim.takes(meeting.method, meeting.path)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request with a token that is nobody's."""
        meeting.note(self.name, "its credentials were taken for wrong ones")
        meeting.environ[AUTHORIZATION] = _WRONG
        return go_on()


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpiredToken(Fault):
    """Credentials count `after` requests no more, and Jira goes on with an anonymous caller."""

    name: ClassVar[str] = "expired_token"

    after: int = 0
    passed: Iterator[int] = field(default_factory=count, repr=False, compare=False)

    def __post_init__(self) -> None:
        require_count("after", self.after, least=0)

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request brings credentials."""
        return AUTHORIZATION in meeting.environ and self.aim.takes(meeting.method, meeting.path)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request of an anonymous caller, as real sites were seen to answer."""
        if next(self.passed) < self.after:
            return go_on()
        meeting.note(self.name, "its credentials had expired, so that the caller was an anonymous one")
        meeting.environ[AUTHORIZATION] = _WRONG
        meeting.answer_from(options=copy_of(meeting.context.options, answers="observed"))
        return go_on()


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchLag(Fault):
    """The next `polls` searches do not know of what a request has done; with `vanishes` one more forgets it again."""

    name: ClassVar[str] = "search_lag"

    polls: int
    vanishes: bool = False
    asked: Counter[_Done] = field(default_factory=Counter, repr=False, compare=False)

    def __post_init__(self) -> None:
        require_count("polls", self.polls, least=1)
        require_switch("vanishes", self.vanishes)

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request searches."""
        return is_below(meeting.path, "search") and self.aim.takes(meeting.method, meeting.path)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the search on a site that shows nothing which search does not know of yet."""
        site = meeting.context.site
        with site.lock:
            done = _done_on(site)
            self.asked.update(done.keys())
            reconciled = _reconciled(meeting)
            unknown = {
                one: event for one, event in done.items() if self._misses(one) and not reconciled & _about(event)
            }
        if unknown:
            meeting.note(self.name, f"the search did not know of {_counted(unknown)} yet")
            meeting.answer_from(site=_behind(site, unknown.values()))
        return go_on()

    def _misses(self, one: _Done) -> bool:
        """Say whether the search that is on its way, which is counted, knows of a thing."""
        return self.asked[one] <= self.polls or (self.vanishes and self.asked[one] == self.polls + 2)


_Done = tuple[str, str]
"""What a request has done: what kind of thing it is, and its id."""

_Known = LinkMade | IssueCreated | IssueUpdated


def _done_on(site: Site) -> dict[_Done, _Known]:
    """Return what requests have made and changed that is still there, oldest first."""
    done: dict[_Done, _Known] = {}
    for event in site.events:
        if isinstance(event, LinkMade) and event.link.id in site.links.rows:
            done["link", event.link.id] = event
        elif isinstance(event, IssueCreated) and event.issue.id in site.issues:
            done["new issue", event.issue.id] = event
        elif isinstance(event, IssueUpdated) and event.issue.id in site.issues and _is_of_fields(event):
            done["change", str(event.entry.id)] = event
    return done


def _is_of_fields(event: IssueUpdated) -> bool:
    return any(change.field != REMOTE_LINK for change in event.entry.changes)


def _about(event: _Known) -> set[str]:
    """Return the ids of the issues that something is about."""
    return {event.link.source.id, event.link.destination.id} if isinstance(event, LinkMade) else {event.issue.id}


def _counted(unknown: Iterable[_Done]) -> str:
    """Return how many of each kind are unknown, as a sentence names them."""
    kinds = Counter(kind for kind, _ in unknown)
    return ", ".join(f"{count} of the {kind}s" for kind, count in kinds.items())


def _behind(site: Site, unknown: Iterable[_Known]) -> Site:
    """Return a site for whose searches something has not happened yet; all of it is the site's own, and live."""
    links, missing = set[str](), set[str]()
    remembered: dict[str, Issue] = {}
    for event in unknown:
        if isinstance(event, LinkMade):
            links.add(event.link.id)
        elif isinstance(event, IssueCreated):
            missing.add(event.issue.id)
        else:
            before = site.issues.past.before(event.issue.id, event.entry.created)
            remembered.setdefault(event.issue.id, before or event.issue)
    behind = copy(site)
    behind.links = site.links.without(frozenset(links))
    behind.search_misses, behind.search_remembers = frozenset(missing), remembered
    return behind


def _reconciled(meeting: Meeting) -> set[str]:
    """Return the ids of the issues about which a search is to be up to date, as `reconcileIssues` of Jira's has it."""
    listed: list[object] = [one for text in meeting.request.args.getlist("reconcileIssues") for one in text.split(",")]
    body = meeting.request.get_json(force=True, silent=True)
    if isinstance(body, dict) and isinstance(body.get("reconcileIssues"), list):
        listed += body["reconcileIssues"]
    return {text for text in map(str, listed) if text.isdecimal()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewriting(Fault):
    """The site's JSON is written anew; what is no JSON stays."""

    def meet(self, _: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request, in another form."""
        outcome = go_on()
        if not outcome.body or ("Content-Type", JSON_TYPE) not in outcome.head[1]:
            return outcome
        content = json.loads(outcome.body)
        if not self.rewrite(content):
            return outcome
        return outcome.with_body(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())

    @abstractmethod
    def rewrite(self, content: Any) -> bool:
        """Change the content, and say whether there was anything to change."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShuffledLinks(Rewriting):
    """An issue's links come in another order each time."""

    name: ClassVar[str] = "shuffled_links"

    seed: int = 0
    random: Random = field(default_factory=Random, repr=False, compare=False)

    def __post_init__(self) -> None:
        require_count("seed", self.seed, least=0)
        self.random.seed(self.seed)

    def rewrite(self, content: Any) -> bool:
        """Shuffle the links of each issue; several never keep the order that they have."""
        lists = _links_in(content)
        for links in lists:
            order = list(range(len(links)))
            while len(links) > 1 and order == sorted(order):
                self.random.shuffle(order)
            links[:] = [links[place] for place in order]
        return bool(lists)


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherLanguage(Rewriting):
    """Errors come in German, and so do the names of types of issues, statuses and priorities."""

    name: ClassVar[str] = "other_language"

    def rewrite(self, content: Any) -> bool:
        """Translate an error's messages, or the names in an answer, as far as there are words for them."""
        if not isinstance(content, dict) or "errorMessages" not in content:
            return _translate_names(content)
        content["errorMessages"] = [in_german(text) for text in content["errorMessages"]]
        if "errors" in content:
            content["errors"] = {name: in_german(text) for name, text in content["errors"].items()}
        return True


def _translate_names(content: Any) -> bool:
    """Translate the names of what a site has in the account's language, and say whether there were any.

    What custom fields hold is data, whatever it looks like.
    """
    if not isinstance(content, dict):
        each = [_translate_names(one) for one in content] if isinstance(content, list) else []
        return any(each)
    each = [_translate_names(value) for name, value in content.items() if not is_custom(name)]
    name, address = content.get("name"), content.get("self")
    if not (isinstance(name, str) and isinstance(address, str) and _OF_A_LANGUAGE.search(address)):
        return any(each)
    content["name"], content["untranslatedName"] = GERMAN_NAMES.get(name, name), name
    return True


_OF_A_LANGUAGE = re.compile(r"/rest/api/\w+/(?:issuetype|priority|status)/\d+\Z")


def _links_in(content: Any) -> list[list[Any]]:
    """Return the lists of links of the issues in JSON, of which it is one or has several; what looks alike is data."""
    issues = [content]
    if isinstance(content, dict) and isinstance(content.get("issues"), list):
        issues = content["issues"]
    fields = [issue.get("fields") for issue in issues if isinstance(issue, dict)]
    links = [one.get("issuelinks") for one in fields if isinstance(one, dict)]
    return [one for one in links if isinstance(one, list)]


# Jira's messages in German, as far as there are words for them.
GERMAN = {
    "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline"
    " is available at https://developer.atlassian.com/changelog/#CHANGE-2046": (
        "Die angeforderte API wurde entfernt. Bitte wechseln Sie zur API /rest/api/3/search/jql. Eine vollständige"
        " Anleitung zur Migration finden Sie unter https://developer.atlassian.com/changelog/#CHANGE-2046"
    ),
    "Issue linking is currently disabled.": "Die Verknüpfung von Vorgängen ist derzeit deaktiviert.",
    "No issue link type with {by} '{value}' found.": "Kein Typ von Verknüpfungen mit {by} '{value}' gefunden.",
    "Issue does not exist or you do not have permission to see it.": (
        "Der Vorgang existiert nicht, oder Sie sind nicht berechtigt, ihn zu sehen."
    ),
    "You cannot link an issue to itself.": "Ein Vorgang kann nicht mit sich selbst verknüpft werden.",
    "No Link Issue Permission for issue '{key}'": "Keine Berechtigung, den Vorgang '{key}' zu verknüpfen",
    "No issue link with id '{id}' exists.": "Es gibt keine Verknüpfung mit der ID '{id}'.",
    "The issue link ID is invalid.": "Die ID der Verknüpfung ist ungültig.",
    "Issue '{key}' has reached the per-issue limit for issue links of {limit}.": (
        "Der Vorgang '{key}' hat die Höchstzahl von {limit} Verknüpfungen erreicht."
    ),
    "Issue '{key}' is archived.": "Der Vorgang '{key}' ist archiviert.",
    "Rate limit exceeded.": "Zu viele Anfragen.",
}


GERMAN_NAMES = {
    "Story": "Geschichte",
    "Task": "Aufgabe",
    "Sub-task": "Unteraufgabe",
    "Bug": "Fehler",
    "To Do": "Zu erledigen",
    "In Progress": "In Arbeit",
    "Done": "Fertig",
    "Highest": "Höchste",
    "High": "Hoch",
    "Medium": "Mittel",
    "Low": "Niedrig",
    "Lowest": "Niedrigste",
}
"""The names of a fresh site's types of issues, statuses and priorities in German; the others stay."""


def in_german(text: str) -> str:
    """Return a message in German, or as it is where there are no words for it: Jira translates some only."""
    for pattern, words in _PATTERNS:
        if match := pattern.fullmatch(text):
            return words.format(**match.groupdict())
    return text


def _pattern_of(message: str) -> re.Pattern[str]:
    """Return what a message fits: anything between quotes, and elsewhere a word.

    A client chooses what is between quotes, so that only one part may be of any length: two would take quadratic time.
    """
    quoted = re.sub(r"'\\\{(\w+)\\\}'", r"'(?P<\1>.*)'", re.escape(message))
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>\\w+)", quoted), re.DOTALL)


_PATTERNS = [(_pattern_of(english), german) for english, german in GERMAN.items()]
