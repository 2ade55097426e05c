"""Every tool of mcp-atlassian for Jira is called once, and what comes of it is what its table says."""

from __future__ import annotations

from contextlib import closing

import pytest

from tests.clients.mcp_atlassian.server import McpServer
from tests.clients.methods.mcp_atlassian import METHODS
from tests.clients.methods.outcomes import come_of
from tests.clients.methods.populated import populate


@pytest.mark.jira_linkfake(unsupported="answer")
def test_tools(jira_linkfake, jira_linkfake_server, mcp_atlassian, tmp_path):
    """A tool comes to what the table says of it, and the table has each."""
    populate(jira_linkfake)
    named = {f"jira_{name}": outcome for tools in METHODS.values() for name, outcome in tools.items()}
    with closing(McpServer(mcp_atlassian, jira_linkfake_server, tmp_path)) as server:
        assert {*server.tools()} == {*named}
        for outcome in named.values():
            come_of(outcome, lambda tool, **arguments: server.call(f"jira_{tool}", arguments), jira_linkfake)
