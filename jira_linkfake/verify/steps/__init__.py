"""The steps, each declared once, by subject."""

from __future__ import annotations

from jira_linkfake.verify.step import Step


def all_steps() -> list[Step]:
    """Return every step, in the order in which a run tries them."""
    from jira_linkfake.verify.steps import link_steps

    return [*link_steps.STEPS]
