"""What was asked of a site and what it answered, with the true reason that Jira's own answer hides."""

from __future__ import annotations

import json
from dataclasses import dataclass

from jira_linkfake.site.model import IssueLink

_ADDING = frozenset({"editIssue", "doTransition"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """One request and its answer.

    `caller` is the name of the user as whom the request acted, None for the anonymous caller. `rule` names what
    answered: Jira's operation on success (`linkIssues`), the kind of refusal otherwise (`NoLinkPermission`), and
    `reason` says then what truly happened. `other_status` is the one that real sites were seen to answer where it
    is not the reference's, or the other way round with `answers="observed"`. `commented_on` has the keys of the
    issues that got a comment.

    `fault` names what was made to go wrong on the way, and `reason` says what came of it. A fault that kept the
    request from the site is the `rule` too, and `status` is what it answered, None for nothing. Otherwise `status`
    and `answer` are what the site answered, though the client may not have got it.
    """

    method: str
    path: str
    query: str
    body: str
    caller: str | None
    status: int | None
    answer: str
    rule: str
    reason: str | None = None
    other_status: str | None = None
    links_made: tuple[IssueLink, ...] = ()
    links_removed: tuple[IssueLink, ...] = ()
    commented_on: tuple[str, ...] = ()
    fault: str | None = None

    @property
    def repeats_a_link(self) -> bool:
        """Whether a link was asked for that was there already, which Jira answers like a new one."""
        return not self.links_made and (self.rule == "linkIssues" or (self.rule in _ADDING and _adds_a_link(self.body)))

    def __str__(self) -> str:
        query = f"?{self.query}" if self.query else ""
        caller = self.caller or "an anonymous caller"
        sentence = f"{self.method} {self.path}{query} by {caller} -> {self.status or 'no answer'}"
        if self.reason:
            sentence += f" {self.reason}" if self.fault else f" {self.rule}: {self.reason}"
        if self.other_status:
            sentence += f" ({self.other_status})"
        sentence += "".join(f", made '{link}'" for link in self.links_made)
        sentence += "".join(f", removed '{link}'" for link in self.links_removed)
        if self.repeats_a_link:
            sentence += ", the link was there already"
        return sentence + "".join(f", commented on {key}" for key in self.commented_on)


def _adds_a_link(body: str) -> bool:
    """Say whether the body of an edit or a transition that was carried out adds a link."""
    return bool((json.loads(body).get("update") or {}).get("issuelinks"))
