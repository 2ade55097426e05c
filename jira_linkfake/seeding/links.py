"""Verbs that seed links and their types."""

from __future__ import annotations

from dataclasses import replace

from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.sentences import Sentence
from jira_linkfake.site.link_changes import put_link
from jira_linkfake.site.model import Issue, IssueLink, LinkType
from jira_linkfake.site.people import DEFAULT_USER
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class SeedingLinks:
    """The verbs that add links and types of links."""

    site: Site

    def add_link_type(self, name: str, *, inward: str, outward: str) -> LinkType:
        """Add a type of links: `add_link_type("Tests", inward="is tested by", outward="tests")`.

        Two types may share a name, as on some sites that were imported, where a request that uses the name is refused.
        Raises `UsageError` for a type that is there already with the same name and phrases.
        """
        with self.site.lock:
            new = LinkType(id=0, name=name, inward=inward, outward=outward)
            if any(replace(old, id=0) == new for old in self.site.link_types.values()):
                raise UsageError(f"the link type {name!r} is there already, with the same phrases")
            link_type = replace(new, id=self.site.new_id("link type"))
            self.site.link_types[link_type.id] = link_type
            return link_type

    def add_link(self, issue: Issue | str, phrase: str, other: Issue | str) -> IssueLink:
        """Link two issues: `add_link("A-1", "is blocked by", "A-2")`, with either phrase of a type.

        No permission and no limit counts. Raises `UsageError` for an issue or a phrase that the site does not have,
        for a phrase that several types share, and for a link that is there already or would be to the issue itself.
        """
        with self.site.lock:
            sentence = Sentence.of(self.site, issue, phrase, other)
            source, destination = sentence.ends
            if self.site.links.id_of((sentence.type.id, source.id, destination.id)) is not None:
                raise UsageError(f"the link is there already: {sentence}")
            return put_link(self.site, DEFAULT_USER, sentence.type, source, destination).link
