"""The steps, each declared once, by subject."""

from __future__ import annotations

from importlib import import_module

from jira_linkfake.verify.step import Step

SUBJECTS = (
    "link_steps",
    "issue_steps",
    "comment_steps",
    "thing_steps",
    "project_steps",
    "people_steps",
    "site_steps",
    "search_steps",
    "filter_steps",
    "board_steps",
    "sprint_steps",
    "epic_steps",
    "mail_steps",
    "bulk_steps",
    "scheme_steps",
    "hook_steps",
    "admin_steps",
)


def all_steps() -> list[Step]:
    """Return every step, in the order in which a run tries them."""
    return [step for name in SUBJECTS for step in import_module(f"{__name__}.{name}").STEPS]
