"""Steps about links: made, read from both ends and deleted, and all that is refused."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.step import Step

TYPE = {"id": "{link_type_id}"}
NAMED = {"name": "{link_type}"}


def link(source: str = "a", destination: str = "b", **more: Any) -> dict[str, Any]:
    """Return the body that links two issues."""
    return {
        "type": TYPE,
        "inwardIssue": {"key": f"{{{source}}}"},
        "outwardIssue": {"key": f"{{{destination}}}"},
        **more,
    }


STEPS = (
    Step(
        name="links: made",
        answered_by="linkIssues",
        method="POST",
        path="issueLink",
        body=link(),
        needs=("a", "b"),
    ),
    Step(
        name="links: read at the source",
        answered_by="getIssue",
        path="issue/{a}",
        query={"fields": "issuelinks"},
        needs=("link",),
        tells="direction",
    ),
    Step(
        name="links: read at the other end",
        answered_by="getIssue",
        path="issue/{b}",
        query={"fields": "issuelinks"},
        needs=("link",),
        tells="direction",
    ),
    Step(
        name="links: made again",
        answered_by="linkIssues",
        method="POST",
        path="issueLink",
        body=link(),
        needs=("link",),
    ),
    Step(
        name="links: to itself",
        answered_by="SelfLink",
        method="POST",
        path="issueLink",
        body=link("one", "one"),
        needs=("one",),
    ),
)
