"""Odd but true: what Jira does right, and nobody expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jira_linkfake.scenarios.scenario import AimValues, fault, scenario

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jira_linkfake.scenarios.scenario import Jira


@scenario
def already_linked(jira: Jira, issue: str = "LINKED-1", other: str = "LINKED-2") -> None:
    """Add the issues LINKED-1 and LINKED-2, of which the first blocks the other already.

    Making the link again answers 201 as the first time, and makes none.

    Code that counts the links it made by the 201s, or adds the comment of each run.
    """
    _add(jira, issue, other)
    jira.add_link(issue, "blocks", other)


@scenario
def linked_twice(jira: Jira, issue: str = "TWICE-1", other: str = "TWICE-2") -> None:
    """Add the issues TWICE-1 and TWICE-2, of which the first blocks the other and relates to it as well.

    Each issue shows two links to the other one.

    Code that looks for "the" link between two issues removes the wrong one (ankitpokhrel/jira-cli).
    """
    _add(jira, issue, other)
    jira.add_link(issue, "blocks", other)
    jira.add_link(issue, "relates to", other)


@scenario
def moved_issue(jira: Jira, key: str = "OLD-1", now: str = "NEW-1") -> None:
    """Add an issue that was OLD-1 once and has moved to another project, where it is NEW-1.

    Both keys lead to it, and every answer has the new one.

    Code that compares the key that it sent with the one that comes back, and links what is linked already.
    """
    jira.add_issue(key)
    jira.move_issue(key, now)


@fault
def shuffled_links(jira: Jira, *, seed: int = 0, **aim: Unpack[AimValues]) -> None:
    """Let an issue's links come in another order each time, decided by the `seed`.

    `issuelinks` has the same links, whichever comes first. What order Cloud keeps is not documented.

    Code that takes the first link for the oldest, or the one it has just made for the last.
    """


@fault
def other_language(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Let errors come in the language of an account that is set to German.

    Status and shape are the same, `errorMessages` are not: some come in German, in words of ours, and others not.

    Code that looks for words in an error. Some messages of Cloud are in the account's language.
    """


@fault
def search_lag(jira: Jira, *, polls: int = 2, **aim: Unpack[AimValues]) -> None:
    """Let search find a link that a request has made only once it was asked `polls` times.

    `search/jql`, the old `search` and the count are behind; the issue itself shows the link at once. Seeded links are
    found at once too.

    Code that looks for its link with JQL right after it made it, finds none, and makes it again or gives up: search is
    eventually consistent on Cloud (the live suite of MrRefactoring/jira.js polls).
    """


def _add(jira: Jira, *keys: str) -> None:
    """Add the issues that are not there yet."""
    for key in keys:
        if jira.site.issues.with_key(key) is None:
            jira.add_issue(key)
