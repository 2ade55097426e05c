"""The texts that type checkers complete are those that there are."""

from __future__ import annotations

from typing import get_args

from jira_linkfake import literals, scenarios
from jira_linkfake.jira.link_types.model import FRESH_LINK_TYPES
from jira_linkfake.jira.permissions.model import PERMISSIONS


def test_literals_are_what_there_is():
    """Keys of permissions, names of scenarios and phrases of a fresh site's types are listed, each once."""
    phrases = {phrase for one in FRESH_LINK_TYPES for phrase in (one.inward, one.outward)}
    for literal, there in (
        (literals.PermissionKey, PERMISSIONS),
        (literals.ScenarioName, scenarios.__all__),
        (literals.FreshPhrase, phrases),
    ):
        assert sorted(get_args(literal)) == sorted(there)
