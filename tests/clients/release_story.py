"""The day of a release: its steps in one order, and what the site has at its end, whichever client took them.

It is imported beside mcp-atlassian too, so it needs no client library.
"""

from __future__ import annotations

from typing import Any, Protocol

from jira_linkfake import FakeJira, User

VERSION = "2.0"
PLANNED = ["WEB-1", "WEB-2"]
NOTES = b"Faster"
SAID = "2 issues are in 2.0."
FIXED_IN = f'project = WEB AND fixVersion = "{VERSION}" ORDER BY key'

# What the site has at the end, as `seen` looks at it.
RELEASED: dict[str, Any] = {
    "links": ["WEB-1 blocks WEB-3", "WEB-2 blocks WEB-3"],
    "ticket": ("Release 2.0", "Done", "Shipped"),
    "fixed in": {"WEB-1": ["2.0"], "WEB-2": ["2.0"], "WEB-3": []},
    "comments": [("admin", SAID)],
    "watchers": ["admin", "alice"],
    "worklogs": [("admin", 1800, "Tagged")],
    "attachments": [("admin", "notes.txt", NOTES)],
    "versions": [("2.0", True, "2026-11-28")],
}


class ReleaseClient(Protocol):
    """A client library, signed in as the admin, in the words of a release."""

    def create_version(self, name: str) -> str:
        """Make a version of WEB and return its id."""

    def fix_in(self, key: str, version: str) -> None:
        """Say that an issue is fixed in a version."""

    def search(self, jql: str) -> list[str]:
        """Return the keys of the issues that a query finds."""

    def create_issue(self, summary: str) -> str:
        """Create a task of WEB and return its key."""

    def link(self, type_name: str, source: str, destination: str) -> None:
        """Link two issues."""

    def comment(self, key: str, text: str) -> None:
        """Comment on an issue."""

    def watch(self, key: str, user: User) -> None:
        """Let a user watch an issue."""

    def log_work(self, key: str, minutes: int, comment: str) -> None:
        """Log work on an issue."""

    def resolve(self, key: str, status: str, resolution: str) -> None:
        """Move an issue to a status, with a resolution."""

    def attach(self, key: str, filename: str, content: bytes) -> None:
        """Attach a file to an issue."""

    def release(self, version_id: str, day: str) -> None:
        """Release a version on a day."""


def prepare(jira: FakeJira) -> None:
    """Let there be a way to resolve issues, beside WEB-1, WEB-2 and alice."""
    jira.add_resolution("Shipped")
    jira.add_transition("Ship", to="Done", screen=["resolution"])


def release(client: ReleaseClient, watcher: User) -> list[str]:
    """Make a release from its version to its end, and return the keys of what is fixed in it."""
    version = client.create_version(VERSION)
    for key in PLANNED:
        client.fix_in(key, VERSION)
    fixed = client.search(FIXED_IN)
    ticket = client.create_issue(f"Release {VERSION}")
    for key in fixed:
        client.link("Blocks", key, ticket)
    client.comment(ticket, f"{len(fixed)} issues are in {VERSION}.")
    client.watch(ticket, watcher)
    client.log_work(ticket, 30, "Tagged")
    client.resolve(ticket, "Done", "Shipped")
    client.attach(ticket, "notes.txt", NOTES)
    client.release(version, "2026-11-28")
    return fixed


def seen(jira: FakeJira) -> dict[str, Any]:
    """Look at all that a release leaves on a site."""
    ticket, site = jira.issue("WEB-3"), jira.site
    versions = site.versions.by_id
    return {
        "links": jira.sentences(),
        "ticket": (ticket.summary, ticket.status.name, ticket.resolution and ticket.resolution.name),
        "fixed in": {issue.key: [str(versions[one]) for one in issue.fix_versions] for issue in jira.issues},
        "comments": [(str(one.author), one.body) for one in jira.comments_of(ticket)],
        "watchers": [str(one) for one in jira.watchers_of(ticket)],
        "worklogs": [(str(one.author), one.seconds, one.comment) for one in jira.worklogs_of(ticket)],
        "attachments": [(str(one.author), one.filename, one.content) for one in site.attachments.of(ticket)],
        "versions": [(one.name, one.released, str(one.release_date)) for one in versions.values()],
    }
