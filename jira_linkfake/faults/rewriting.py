"""Faults that leave everything right but in another form: Jira's JSON, written anew on its way back."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, ClassVar

from jira_linkfake.faults.fault import Fault, GoOn
from jira_linkfake.faults.language import in_german
from jira_linkfake.faults.meeting import Meeting
from jira_linkfake.faults.outcome import Outcome
from jira_linkfake.rest.envelopes import JSON_TYPE


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
        self.random.seed(self.seed)

    def rewrite(self, content: Any) -> bool:
        """Shuffle every list of links; one of several links never keeps the order that it has."""
        lists = list(_links_in(content))
        for links in lists:
            before = list(links)
            while len(links) > 1 and links == before:
                self.random.shuffle(links)
        return bool(lists)


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherLanguage(Rewriting):
    """Errors come in German."""

    name: ClassVar[str] = "other_language"

    def rewrite(self, content: Any) -> bool:
        """Translate an error's messages, as far as there are words for them."""
        if not isinstance(content, dict) or "errorMessages" not in content:
            return False
        content["errorMessages"] = [in_german(text) for text in content["errorMessages"]]
        if "errors" in content:
            content["errors"] = {name: in_german(text) for name, text in content["errors"].items()}
        return True


def _links_in(content: Any) -> Iterator[list[Any]]:
    """Yield every list of links in JSON."""
    inside = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    if isinstance(content, dict) and isinstance(content.get("issuelinks"), list):
        yield content["issuelinks"]
    for one in inside:
        yield from _links_in(one)
